"""FTP and FTPS by Python's ftplib, with the dialogue written down."""

import ftplib
import io
import socket
import ssl
from datetime import datetime, timezone

from support import passive
from support.environment import PATIENCE
from support.logs import note, without_secrets
from support.silence import answers


BLOCK = 65536


class _Recorded(ftplib.FTP):
    label = "ftp"
    encoding = "utf-8"

    def putcmd(self, line):
        note(self.label, "> " + without_secrets(line))
        super().putcmd(line)

    def getmultiline(self):
        answer = super().getmultiline()
        note(self.label, "< " + answer)
        return answer

    # How a passive data connection is made: believing the address that PASV names, or by EPSV.
    believing = False
    extended = False
    # Where the server is known to listen already.
    endpoint = None
    # Tried although none came about before.
    insisting = False

    def makepasv(self):
        if self.endpoint:
            return self.endpoint
        peer = self.sock.getpeername()
        if self.extended or self.over_ipv6:
            return ftplib.parse229(self.sendcmd("EPSV"), peer)
        named, port = ftplib.parse227(self.sendcmd("PASV"))
        # As careful clients do: what a server behind NAT names may lead nowhere, or elsewhere.
        return (named if self.believing else peer[0]), port

    @property
    def over_ipv6(self):
        """Where PASV has no meaning: RFC 2428."""
        return self.af == socket.AF_INET6

    def ntransfercmd(self, cmd, rest=None):
        if not self.passiveserver:
            return ftplib.FTP.ntransfercmd(self, cmd, rest)
        return self.transfer_to(*self.makepasv(), cmd, rest)

    def transfer_to(self, host, port, cmd, rest=None):
        """As ftplib's, but tells a data connection that fails from a control connection."""
        note(self.label, "= data connection to %s:%d" % (host, port))
        data = passive.connect(self.label, host, port, self.timeout, self.insisting)
        try:
            if rest is not None:
                self.sendcmd("REST %s" % rest)
            answer = self.sendcmd(cmd)
            if answer[0] == "2":  # from servers that answer twice
                answer = self.getresp()
            if answer[0] != "1":
                raise ftplib.error_reply(answer)
        except BaseException:
            data.close()
            raise
        passive.works(self.label)
        return data, None


class _RecordedTLS(_Recorded, ftplib.FTP_TLS):
    """Resumes the control connection's TLS session for data, as careful servers ask for."""

    reuse_session = True
    implicit = False

    def connect(self, host="", port=0, timeout=-999, source_address=None):
        if not self.implicit:
            return super().connect(host, port, timeout, source_address)
        self.host, self.port = host, port
        plain = socket.create_connection((host, port), PATIENCE)
        self.timeout = PATIENCE
        self.af = plain.family
        self.sock = self.context.wrap_socket(plain, server_hostname=host)
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome

    def ntransfercmd(self, cmd, rest=None):
        data, size = _Recorded.ntransfercmd(self, cmd, rest)
        # The last bytes and the end of the TLS session are two small writes.
        data.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._prot_p:
            session = self.sock.session if self.reuse_session else None
            data = self.context.wrap_socket(data, server_hostname=self.host, session=session)
            note(self.label, "= data connection: %s, session resumed: %s"
                 % (data.version(), data.session_reused))
            data = _Forgiving(data)
        return data, size


class _Forgiving:
    """A TLS data connection whose other side may close without saying so, as RFC 4217 tolerates."""

    def __init__(self, connection):
        self._connection = connection

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # The server takes the end of an upload from this: it must come before the close.
        try:
            self._connection.settimeout(5)
            self._connection.unwrap()
        except (OSError, ValueError):
            pass
        self._connection.close()


def verifying_context(ca):
    context = ssl.create_default_context(cafile=ca)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def unverified_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def connect(environment, protocol, context=None):
    """A connection that has read the greeting and nothing more."""
    host = environment.host
    if protocol == "ftp":
        client = _Recorded(timeout=PATIENCE)
    else:
        context = context or verifying_context(environment.ca)
        client = _RecordedTLS(context=context, timeout=PATIENCE)
        client.implicit = protocol == "ftps-implicit"
    client.label = protocol
    note(protocol, "= connect to %s port %d" % (host, environment.port(protocol)))
    with answers(environment.port(protocol)):
        client.connect(host, environment.port(protocol), PATIENCE)
    return client


class FTPSession:
    """What every protocol's session can do, over FTP."""

    refusals = (ftplib.error_perm, ftplib.error_temp)

    def __init__(self, environment, protocol, name, password, context=None):
        self.protocol = protocol
        self.client = connect(environment, protocol, context)
        try:
            self.client.login(name, password)
            if protocol != "ftp":
                self.client.prot_p()
            self.start = self.client.pwd()
        except BaseException:
            self.client.close()
            raise

    def alive(self):
        try:
            self.client.voidcmd("NOOP")
            self.client.cwd(self.start)
            self.client.set_pasv(True)
            return True
        except (OSError, EOFError, ftplib.Error):
            return False

    def close(self):
        try:
            self.client.quit()
        except (OSError, EOFError, ftplib.Error):
            self.client.close()

    def features(self):
        lines = self.client.sendcmd("FEAT").splitlines()[1:-1]
        return [line.strip().upper() for line in lines]

    def upload(self, path, data, offset=None):
        self.client.storbinary("STOR " + path, io.BytesIO(data), BLOCK, rest=offset)

    def append(self, path, data):
        self.client.storbinary("APPE " + path, io.BytesIO(data), BLOCK)

    def download(self, path, offset=None):
        parts = []
        self.client.retrbinary("RETR " + path, parts.append, BLOCK, rest=offset)
        return b"".join(parts)

    def names(self, folder):
        here = self.client.pwd()
        self.client.cwd(folder)
        try:
            return sorted(self._nlst())
        finally:
            self.client.cwd(here)

    def _nlst(self):
        try:
            return self.client.nlst()
        except self.refusals as error:
            if str(error)[:3] in ("450", "550"):  # how some servers say that a folder is empty
                return []
            raise

    def lines(self, folder):
        """LIST's lines, one per entry."""
        here = self.client.pwd()
        self.client.cwd(folder)
        found = []
        try:
            self.client.retrlines("LIST", found.append)
        finally:
            self.client.cwd(here)
        return [each for each in found if not each.startswith("total ")]

    def size(self, path):
        self.client.voidcmd("TYPE I")
        return self.client.size(path)

    def modified(self, path):
        stamp = self.client.voidcmd("MDTM " + path).split()[1]
        return datetime.strptime(stamp[:14], "%Y%m%d%H%M%S").replace(tzinfo=timezone.utc)

    def rename(self, old, new):
        self.client.rename(old, new)

    def delete(self, path):
        self.client.delete(path)

    def make_folder(self, path):
        self.client.mkd(path)

    def remove_folder(self, path):
        self.client.rmd(path)

    def enter(self, path):
        self.client.cwd(path)

    def where(self):
        return self.client.pwd()
