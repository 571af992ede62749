"""What an account may not do."""

import os
import re

import pytest

from support.refusal import refused


def test_read_only_account_lists_and_downloads(reading, shelf):
    assert reading.names(shelf) == ["kept.txt"]
    assert reading.download(shelf + "/kept.txt") == b"to be read\n"


def test_read_only_account_cannot_upload(reading, shelf, reader):
    with refused(reading):
        reading.upload(shelf + "/new.txt", b"x")
    assert os.listdir(os.path.join(reader.home, shelf)) == ["kept.txt"]


def test_read_only_account_cannot_change_a_file(reading, shelf, reader):
    path = os.path.join(reader.home, shelf, "kept.txt")
    for change in (reading.upload, reading.append):
        with refused(reading):
            change(shelf + "/kept.txt", b"changed")
    with open(path, "rb") as file:
        assert file.read() == b"to be read\n"


def test_read_only_account_cannot_delete_or_rename(reading, shelf, reader):
    with refused(reading):
        reading.delete(shelf + "/kept.txt")
    with refused(reading):
        reading.rename(shelf + "/kept.txt", shelf + "/other.txt")
    assert os.listdir(os.path.join(reader.home, shelf)) == ["kept.txt"]


def test_read_only_account_cannot_make_folders(reading, shelf, reader):
    with refused(reading):
        reading.make_folder(shelf + "/new")
    assert os.listdir(os.path.join(reader.home, shelf)) == ["kept.txt"]


def test_system_files_cannot_be_read(session, folder):
    """Whether by staying in the home folder or by permissions."""
    for path in ("/etc/shadow", "../../../../../../etc/shadow", folder + "/../../../../etc/shadow"):
        with refused(session):
            session.download(path)


def test_home_of_another_account_cannot_be_written(session, reader):
    for path in (reader.home + "/intruder", "../%s/intruder" % os.path.basename(reader.home)):
        with refused(session):
            session.upload(path, b"x")


def test_umask(session, folder, environment, writer):
    """A new file gets the permissions that the profile's umask leaves."""
    wanted = environment.setting("umask")
    if wanted is None:
        pytest.skip("not applicable: the product has no such setting")
    if not os.path.isdir(writer.home):
        pytest.skip("not applicable: the server's disk is not visible from here")
    session.upload(folder + "/file", b"x")
    mode = os.stat(os.path.join(writer.home, folder, "file")).st_mode & 0o777
    expected = 0o666 & ~int(re.sub("[^0-7]", "", str(wanted)), 8)
    assert mode == expected, "%03o, not %03o" % (mode, expected)
