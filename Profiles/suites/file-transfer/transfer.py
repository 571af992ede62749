"""Uploads and downloads: whole, resumed, appended, replaced."""

import pytest

from support.data import same, some_bytes
from support.refusal import refused


def test_upload_and_download_with_checksum(session, folder):
    data = some_bytes(300_000)
    session.upload(folder + "/data.bin", data)
    assert session.size(folder + "/data.bin") == len(data)
    same(session.download(folder + "/data.bin"), data)


def test_empty_file(session, folder):
    session.upload(folder + "/empty", b"")
    assert session.size(folder + "/empty") == 0
    assert session.download(folder + "/empty") == b""


def test_upload_over_a_file(session, folder, environment):
    """Replaces it, or is refused where the profile says so."""
    session.upload(folder + "/file", b"the first, longer text")
    if not environment.setting("allow_overwrite", True):
        with refused(session):
            session.upload(folder + "/file", b"the second")
        assert session.download(folder + "/file") == b"the first, longer text"
    else:
        session.upload(folder + "/file", b"the second")
        assert session.download(folder + "/file") == b"the second"


def test_append(session, folder, environment):
    if not environment.setting("allow_overwrite", True):
        pytest.skip("not applicable: the profile forbids changing files")
    session.upload(folder + "/log", b"one\n")
    session.append(folder + "/log", b"two\n")
    assert session.download(folder + "/log") == b"one\ntwo\n"


def test_resumed_download(session, folder):
    data = some_bytes(100_000)
    session.upload(folder + "/data.bin", data)
    same(session.download(folder + "/data.bin", offset=60_000), data[60_000:])


def test_resumed_upload(session, folder, environment):
    """Goes on where it stopped, or is refused where the profile says so."""
    data = some_bytes(100_000)
    session.upload(folder + "/data.bin", data[:40_000])
    allowed = environment.setting("allow_store_restart", True)
    if environment.setting("allow_overwrite", True) and allowed:
        session.upload(folder + "/data.bin", data[40_000:], offset=40_000)
        same(session.download(folder + "/data.bin"), data)
    else:
        with refused(session):
            session.upload(folder + "/data.bin", data[40_000:], offset=40_000)


def test_download_of_a_missing_file_is_refused(session, folder):
    with refused(session):
        session.download(folder + "/missing")


def test_upload_into_a_missing_folder_is_refused(session, folder):
    with refused(session):
        session.upload(folder + "/missing/file", b"x")
