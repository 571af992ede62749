"""What an account may not do."""

import os
import re

import pytest

from support.refusal import refused


def test_read_only_account_lists_and_downloads(reading, shelf):
    path = shelf.file()
    assert reading.names(shelf.path) == ["kept.txt"]
    assert reading.download(path) == shelf.CONTENT


def test_read_only_account_cannot_upload(reading, shelf):
    with refused(reading):
        reading.upload(shelf.new, b"x")
    shelf.unchanged()


def test_read_only_account_cannot_change_a_file(reading, shelf):
    path = shelf.file()
    for change in (reading.upload, reading.append):
        with refused(reading):
            change(path, b"changed")
    shelf.unchanged()


def test_read_only_account_cannot_delete_or_rename(reading, shelf):
    path = shelf.file()
    with refused(reading):
        reading.delete(path)
    with refused(reading):
        reading.rename(path, shelf.new)
    shelf.unchanged()


def test_read_only_account_cannot_make_folders(reading, shelf):
    with refused(reading):
        reading.make_folder(shelf.new)
    # Told without a data connection: the test is not about these.
    with refused(reading):
        reading.enter(shelf.new)


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
    if not environment.keeps_permissions:
        pytest.skip("not applicable: the storage keeps no permissions")
    session.upload(folder + "/file", b"x")
    if environment.on_product:
        mode = os.stat(os.path.join(writer.home, folder, "file")).st_mode & 0o777
    else:
        mode = shown_mode(session.lines(folder)[0])
    expected = 0o666 & ~int(re.sub("[^0-7]", "", str(wanted)), 8)
    assert mode == expected, "%03o, not %03o" % (mode, expected)


def shown_mode(line):
    """-rw-r----- of a long listing as a number."""
    assert re.match("-[r-][w-][x-]", line), "no permissions in " + repr(line)
    return int("".join("0" if each == "-" else "1" for each in line[1:10]), 2)
