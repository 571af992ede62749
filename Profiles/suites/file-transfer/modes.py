"""FTP's data connections and representation types."""

import ftplib
import io
import re

import pytest

from support.data import same, some_bytes
from support.environment import FTP_PROTOCOLS

pytestmark = pytest.mark.over(*FTP_PROTOCOLS)


def both_ways(session, folder):
    data = some_bytes(50_000)
    session.upload(folder + "/data.bin", data)
    same(session.download(folder + "/data.bin"), data)
    assert session.names(folder) == ["data.bin"]


def passive_range(environment):
    bounds = re.findall(r"\d+", str(environment.setting("passive_ports", "")))
    return tuple(int(each) for each in bounds) if len(bounds) == 2 else (1024, 65535)


def test_passive(session, folder, environment):
    """PASV names a port of the range that the profile gives, and transfers go through it."""
    answer = session.client.sendcmd("PASV")
    _, port = ftplib.parse227(answer)
    first, last = passive_range(environment)
    assert first <= port <= last, "port %d is outside %d-%d" % (port, first, last)
    both_ways(session, folder)


def test_passive_address(session, environment):
    """PASV names the address to masquerade as, or the one that the client reached."""
    host, _ = ftplib.parse227(session.client.sendcmd("PASV"))
    masquerade = str(environment.setting("masquerade_address", "") or "")
    if masquerade and not re.fullmatch(r"[0-9.]+", masquerade):
        pytest.skip("not applicable: a name to masquerade as cannot be looked up here")
    assert host == (masquerade or environment.host)


def test_extended_passive(session, environment, offered):
    offered(session, "EPSV")
    answer = session.client.sendcmd("EPSV")
    first, last = passive_range(environment)
    assert first <= int(re.search(r"\|\|\|(\d+)\|", answer).group(1)) <= last


def test_active(session, folder):
    session.client.set_pasv(False)
    both_ways(session, folder)


def test_binary_keeps_every_byte(session, folder):
    data = bytes(range(256)) * 4 + b"\r\n\n\r"
    session.upload(folder + "/bytes", data)
    same(session.download(folder + "/bytes"), data)


def test_text_upload_turns_line_ends(session, folder):
    """TYPE A sends CRLF; a server on Unix keeps LF."""
    session.client.storlines("STOR %s/text" % folder, io.BytesIO(b"one\ntwo\n"))
    assert session.download(folder + "/text") == b"one\ntwo\n"


def test_text_download_turns_line_ends(session, folder):
    session.upload(folder + "/text", b"one\ntwo\n")
    session.client.voidcmd("TYPE A")
    parts = []
    with session.client.transfercmd("RETR %s/text" % folder) as connection:
        while True:
            part = connection.recv(4096)
            if not part:
                break
            parts.append(part)
    session.client.voidresp()
    assert b"".join(parts) == b"one\r\ntwo\r\n"


def test_aborted_download_leaves_the_session_usable(session, folder):
    session.upload(folder + "/data.bin", some_bytes(4_000_000))
    session.client.voidcmd("TYPE I")
    connection = session.client.transfercmd("RETR %s/data.bin" % folder)
    connection.recv(4096)
    connection.close()
    try:
        session.client.voidresp()
    except ftplib.Error:
        pass  # 426: how a server says that it noticed
    assert session.names(folder) == ["data.bin"]
