"""Folders, renaming and deleting."""

from support.refusal import refused


def test_make_and_remove_a_folder(session, folder):
    session.make_folder(folder + "/new")
    assert session.names(folder) == ["new"]
    session.remove_folder(folder + "/new")
    assert session.names(folder) == []


def test_change_folder(session, folder):
    start = session.where().rstrip("/")
    session.make_folder(folder + "/inner")
    session.enter(folder)
    session.enter("inner")
    assert session.where() == "%s/%s/inner" % (start, folder)
    session.enter("..")
    assert session.where() == "%s/%s" % (start, folder)
    session.upload("here.txt", b"x")
    assert session.names(".") == ["here.txt", "inner"]


def test_missing_folder_cannot_be_entered(session, folder):
    with refused(session):
        session.enter(folder + "/missing")


def test_folder_with_files_is_not_removed(session, folder):
    session.make_folder(folder + "/full")
    session.upload(folder + "/full/file", b"x")
    with refused(session):
        session.remove_folder(folder + "/full")
    assert session.names(folder + "/full") == ["file"]


def test_rename_a_file(session, folder):
    session.upload(folder + "/old", b"content")
    session.rename(folder + "/old", folder + "/new")
    assert session.names(folder) == ["new"]
    assert session.download(folder + "/new") == b"content"


def test_move_into_another_folder(session, folder):
    session.make_folder(folder + "/in")
    session.make_folder(folder + "/out")
    session.upload(folder + "/in/order", b"content")
    session.rename(folder + "/in/order", folder + "/out/order")
    assert session.names(folder + "/in") == []
    assert session.names(folder + "/out") == ["order"]


def test_rename_a_folder(session, folder):
    session.make_folder(folder + "/old")
    session.upload(folder + "/old/file", b"x")
    session.rename(folder + "/old", folder + "/new")
    assert session.names(folder + "/new") == ["file"]


def test_rename_of_a_missing_file_is_refused(session, folder):
    with refused(session):
        session.rename(folder + "/missing", folder + "/new")


def test_delete_a_file(session, folder):
    session.upload(folder + "/file", b"x")
    session.delete(folder + "/file")
    assert session.names(folder) == []


def test_delete_of_a_missing_file_is_refused(session, folder):
    with refused(session):
        session.delete(folder + "/missing")
