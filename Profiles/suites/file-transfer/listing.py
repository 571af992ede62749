"""Listing folders and asking about files."""

import time

import pytest

from support.environment import FTP_PROTOCOLS
from support.refusal import refused


def test_names(session, folder):
    for name in ("a.txt", "b.bin"):
        session.upload(folder + "/" + name, b"x")
    session.make_folder(folder + "/c")
    assert session.names(folder) == ["a.txt", "b.bin", "c"]


def test_empty_folder(session, folder):
    assert session.names(folder) == []
    assert session.lines(folder) == []


def test_long_listing(session, folder):
    """LIST in FTP: type, permissions, size and name of each entry."""
    session.upload(folder + "/report.txt", b"1234567")
    session.make_folder(folder + "/inside")
    lines = {line.split()[-1]: line for line in session.lines(folder)}
    assert sorted(lines) == ["inside", "report.txt"]
    assert lines["inside"].startswith("d") and lines["report.txt"].startswith("-")
    assert "7" in lines["report.txt"].split()


@pytest.mark.over(*FTP_PROTOCOLS)
def test_mlsd(session, folder, offered):
    offered(session, "MLST")
    session.upload(folder + "/report.txt", b"1234567")
    session.make_folder(folder + "/inside")
    entries = {name: facts for name, facts in session.client.mlsd(folder)}
    assert entries["report.txt"]["type"] == "file"
    assert entries["report.txt"]["size"] == "7"
    assert entries["inside"]["type"] == "dir"
    assert len(entries["report.txt"]["modify"]) >= 14


@pytest.mark.over(*FTP_PROTOCOLS)
def test_features(session, environment):
    """FEAT answers, and with all that the product is known to offer."""
    lines = session.features()
    wanted = environment.data.get("features") or []
    missing = [each for each in wanted if not any(line.startswith(each) for line in lines)]
    if session.protocol == "ftp" and "ftps" not in environment.protocols:
        missing = [each for each in missing if each not in ("AUTH TLS", "PBSZ", "PROT")]
    assert not missing, "not offered: %s" % ", ".join(missing)


def test_size(session, folder):
    session.upload(folder + "/sized", b"x" * 12345)
    assert session.size(folder + "/sized") == 12345


def test_modification_time_is_in_utc(session, folder):
    session.upload(folder + "/dated", b"x")
    difference = session.modified(folder + "/dated").timestamp() - time.time()
    assert abs(difference) < 300, "the server's time is %+.0f seconds off" % difference


def test_question_about_a_missing_file_is_refused(session, folder):
    with refused(session):
        session.size(folder + "/missing")
