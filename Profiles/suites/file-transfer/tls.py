"""Certificates, TLS versions and the protection of data."""

import ftplib
import socket
import ssl
import warnings

import pytest

from support import ftp
from support.environment import PATIENCE, TLS_PROTOCOLS
from support.silence import answers

pytestmark = pytest.mark.over(*TLS_PROTOCOLS)


def secured(environment, protocol, context):
    """A connection after its TLS handshake."""
    client = ftp.connect(environment, protocol, context)
    if protocol == "ftps":
        client.auth()
    ftp.note(protocol, "= %s, %s" % (client.sock.version(), client.sock.cipher()[0]))
    return client


def only(version):
    context = ftp.unverified_context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = version
    return context


VERSIONS = [
    ("TLSv1", ssl.TLSVersion.TLSv1), ("TLSv1.1", ssl.TLSVersion.TLSv1_1),
    ("TLSv1.2", ssl.TLSVersion.TLSv1_2), ("TLSv1.3", ssl.TLSVersion.TLSv1_3)]


@pytest.mark.parametrize("name, version", VERSIONS, ids=[name for name, _ in VERSIONS])
def test_version(environment, protocol, name, version):
    """Accepted when the profile lists it, refused when not."""
    accepted = str(environment.setting("tls_protocols", "TLSv1.2 TLSv1.3")).split()
    if name in accepted:
        client = secured(environment, protocol, only(version))
        assert client.sock.version() == name
        client.close()
    else:
        with pytest.raises((ssl.SSLError, EOFError, ConnectionResetError)):
            secured(environment, protocol, only(version)).close()


def test_certificate_is_verified_against_the_authority(environment, protocol):
    if not environment.ca:
        pytest.skip("not applicable: the environment names no certificate authority")
    client = secured(environment, protocol, ftp.verifying_context(environment.ca))
    assert client.sock.getpeercert()["subject"]
    client.close()


def test_certificate_of_an_unknown_authority_is_refused(environment, protocol):
    stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with pytest.raises(ssl.SSLCertVerificationError):
        secured(environment, protocol, stranger).close()


def test_certificate_of_another_name_is_refused(environment, protocol):
    if protocol == "ftps":
        client = ftp.connect(environment, protocol)
        client.voidcmd("AUTH TLS")
        connection = client.sock
    else:
        with answers(environment.port(protocol)):
            connection = socket.create_connection(
                (environment.host, environment.port(protocol)), PATIENCE)
    context = ftp.verifying_context(environment.ca)
    with connection, pytest.raises(ssl.SSLCertVerificationError, match="(?i)mismatch|match"):
        context.wrap_socket(connection, server_hostname="other.example.com").close()


def test_data_channel_is_protected(session, folder):
    """PROT P: what the data connection carries goes through TLS."""
    session.upload(folder + "/secret", b"secret")
    connection = session.client.transfercmd("RETR %s/secret" % folder)
    assert connection.version() in ("TLSv1.2", "TLSv1.3")
    assert connection.recv(100) == b"secret"
    connection.__exit__()
    session.client.voidresp()


def test_data_channel_resumes_the_session(session, folder, environment):
    """Without it a server that insists refuses the transfer, a common complaint of clients."""
    if not environment.setting("tls_session_reuse", False):
        pytest.skip("not applicable: the profile does not ask for resumed TLS sessions")
    session.upload(folder + "/file", b"x")
    session.client.reuse_session = False
    try:
        with pytest.raises((ftplib.Error, OSError, EOFError)):
            session.download(folder + "/file")
    finally:
        session.client.reuse_session = True


@pytest.mark.over("ftps")
def test_log_in_without_tls_is_refused_where_required(environment, protocol, writer):
    if not environment.plain_ftp_is_refused:
        pytest.skip("not applicable: the profile allows FTP without TLS")
    client = ftp.connect(environment, protocol)
    with pytest.raises(ftplib.error_perm):
        ftplib.FTP.login(client, writer.name, writer.password)
    client.close()
