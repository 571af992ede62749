"""FTP's data connections and representation types."""

import ftplib
import io
import re
import socket

import pytest

from support.data import same, some_bytes
from support.environment import FTP_PROTOCOLS, PATIENCE

pytestmark = pytest.mark.over(*FTP_PROTOCOLS)


def both_ways(session, folder):
    data = some_bytes(50_000)
    session.upload(folder + "/data.bin", data)
    same(session.download(folder + "/data.bin"), data)
    assert session.names(folder) == ["data.bin"]


@pytest.fixture
def by_pasv(session):
    if session.client.over_ipv6:
        pytest.skip("not applicable: PASV is for IPv4 only (RFC 2428)")


def test_passive(session, folder, environment, by_pasv):
    """PASV names a port of the range that the profile gives, and transfers go through it."""
    answer = session.client.sendcmd("PASV")
    _, port = ftplib.parse227(answer)
    first, last = environment.passive_range or (1024, 65535)
    assert first <= port <= last, "port %d is outside %d-%d" % (port, first, last)
    both_ways(session, folder)


def test_passive_address(session, environment, by_pasv):
    """PASV names the address to masquerade as, or the one that the client reached."""
    host, _ = ftplib.parse227(session.client.sendcmd("PASV"))
    wanted = str(environment.setting("masquerade_address", "") or "")
    if not wanted and not environment.on_product:
        pytest.skip("not applicable: none is set; whether the server's own can be reached from "
                    "this node is a test of its own")
    if wanted and not re.fullmatch(r"[0-9.]+", wanted):
        try:
            wanted = socket.gethostbyname(wanted)
        except OSError:
            pytest.skip("not applicable: a name to masquerade as cannot be looked up here")
    assert host == (wanted or session.client.sock.getpeername()[0])


def test_passive_address_can_be_reached(session, environment, insistent):
    """For clients that believe what PASV names: behind NAT it needs an address to masquerade as."""
    if environment.on_product and environment.setting("masquerade_address", ""):
        pytest.skip("not applicable: an address to masquerade as is not for clients in this node")
    insistent.believing = True
    session.names(".")


def test_extended_passive(session, environment, offered):
    offered(session, "EPSV")
    answer = session.client.sendcmd("EPSV")
    first, last = environment.passive_range or (1024, 65535)
    assert first <= int(re.search(r"\|\|\|(\d+)\|", answer).group(1)) <= last


def test_extended_passive_can_be_reached(session, offered, insistent):
    """Helpers in firewalls know PASV better than EPSV."""
    offered(session, "EPSV")
    insistent.extended = True
    session.names(".")


@pytest.fixture
def insistent(session):
    """The session's client, for data connections that are tried whatever became of others."""
    client = session.client
    client.insisting = True
    yield client
    client.insisting = client.believing = client.extended = False
    client.endpoint = None


PARTS = 8


@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_passive_range_is_open(session, environment, insistent, part):
    """A transfer in each part of the range: a firewall may know another range than the server."""
    if not environment.passive_range:
        pytest.skip("not applicable: the product declares no range")
    first, last = environment.passive_range
    count = last - first + 1
    if count < part:
        pytest.skip("not applicable: the range has %d ports" % count)
    parts = min(PARTS, count)
    wanted = range(first + count * (part - 1) // parts, first + count * part // parts)
    host = insistent.sock.getpeername()[0]
    for _ in range(20 * PARTS):
        _, port = insistent.makepasv()
        if port in wanted:
            break
    else:
        pytest.skip("not applicable: the server named no port of %d-%d in %d answers"
                    % (wanted[0], wanted[-1], 20 * PARTS))
    insistent.endpoint = host, port
    session.names(".")


def test_active(session, sessions, folder, environment):
    session.client.set_pasv(False)
    between = [] if environment.on_product else environment.nodes("firewall", "balancer", "proxy")
    if between:
        # The server is long in finding out that it gets nowhere.
        session.client.sock.settimeout(15)
    try:
        both_ways(session, folder)
        session.client.sock.settimeout(PATIENCE)
    except (OSError, EOFError, ftplib.Error) as error:
        # The server cannot be told from what stands before it: a finding, and not of the product.
        if not between:
            raise
        sessions.drop(session.protocol)
        pytest.skip("not applicable: active mode does not get through %s: %s"
                    % (", ".join(between), error))


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


def test_aborted_download_leaves_the_session_usable(session, sessions, writer, folder):
    """Over TLS a server may end the session instead, as RFC 4217 does not say what follows a data
    connection that breaks off: ProFTPD 1.3.8 does when it was writing just then. The next session
    must work."""
    session.upload(folder + "/data.bin", some_bytes(4_000_000))
    session.client.voidcmd("TYPE I")
    connection = session.client.transfercmd("RETR %s/data.bin" % folder)
    connection.recv(4096)
    connection.close()
    try:
        session.client.voidresp()
    except ftplib.Error:
        pass  # 426: how a server says that it noticed
    except (EOFError, OSError) as error:
        if session.protocol == "ftp" or isinstance(error, TimeoutError):
            raise
        sessions.drop(session.protocol)
        session = sessions.get(session.protocol, writer)
    assert session.names(folder) == ["data.bin"]
