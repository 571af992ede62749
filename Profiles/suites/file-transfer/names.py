"""File names that break what was not written for them."""


def keeps(session, folder, name):
    session.upload(folder + "/" + name, name.encode())
    assert session.names(folder) == [name]
    assert session.download(folder + "/" + name) == name.encode()
    session.rename(folder + "/" + name, folder + "/2 " + name)
    session.delete(folder + "/2 " + name)
    assert session.names(folder) == []


def test_spaces(session, folder):
    keeps(session, folder, "annual  report of 2026 .txt")


def test_utf8(session, folder):
    for name in ("Grüße.txt", "файл-数据.txt", "emoji-📦.bin"):
        keeps(session, folder, name)


def test_utf8_folder(session, folder):
    session.make_folder(folder + "/Übung")
    session.upload(folder + "/Übung/Maß.txt", b"x")
    assert session.names(folder) == ["Übung"]
    assert session.names(folder + "/Übung") == ["Maß.txt"]


def test_punctuation(session, folder):
    keeps(session, folder, "a'b\"c$d&e;f#g%h[i](j){k}~l!m.txt")


def test_longest_name(session, folder):
    keeps(session, folder, "n" * 240 + ".txt")
