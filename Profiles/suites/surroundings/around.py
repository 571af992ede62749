"""The environment, log-ins and connections: what the tests of all roles use."""

import ftplib
import json
import os
import re
import socket
import ssl

import paramiko

PATIENCE = 45


class Refused(Exception):
    """The server said no to a name or a password, and nothing else went wrong."""


class Environment:
    def __init__(self):
        path = os.environ.get("CASELAB_ENVIRONMENT", "/etc/caselab/environment.json")
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.host, self.protocols, self.accounts = data["host"], data["protocols"], data["accounts"]
        self.settings = data.get("settings") or {}
        self.role = (data.get("node") or {}).get("role", "product")
        self.all = data.get("nodes") or []
        self.ca = (data.get("tls") or {}).get("ca")

    def nodes(self, role):
        return [each for each in self.all if each["role"] == role]

    def port(self, protocol):
        return self.protocols[protocol]["port"]

    @property
    def ports(self):
        return sorted({each["port"] for each in self.protocols.values()})

    @property
    def plain_ftp_is_refused(self):
        return "ftps" in self.protocols and (
            "ftp" not in self.protocols or bool(self.settings.get("require_tls")))


class _Implicit(ftplib.FTP_TLS):
    """FTPS whose connection is TLS from its first byte."""

    def connect(self, host="", port=0, timeout=PATIENCE, source_address=None):
        plain = socket.create_connection((host, port), timeout)
        self.host, self.port, self.timeout, self.af = host, port, timeout, plain.family
        self.sock = self.context.wrap_socket(plain, server_hostname=host)
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome


def log_in(environment, protocol, name, password):
    """Logs in, and answers the folder where that ends up, and a function that ends it."""
    host, port = environment.host, environment.port(protocol)
    if protocol == "sftp":
        client = paramiko.Transport(socket.create_connection((host, port), PATIENCE))
        client.banner_timeout = client.auth_timeout = PATIENCE
        try:
            client.start_client(timeout=PATIENCE)
            client.auth_password(name, password, fallback=False)
            return paramiko.SFTPClient.from_transport(client).normalize("."), client.close
        except paramiko.AuthenticationException as error:
            client.close()
            raise Refused(str(error)) from error
    if protocol == "ftp":
        client = ftplib.FTP(timeout=PATIENCE)
    else:
        kind = _Implicit if protocol == "ftps-implicit" else ftplib.FTP_TLS
        client = kind(context=ssl.create_default_context(cafile=environment.ca), timeout=PATIENCE)
    client.connect(host, port, PATIENCE)
    if protocol == "ftps":
        client.auth()
    try:
        client.login(name, password)
    except ftplib.error_perm as error:
        client.close()
        if str(error)[:3] == "530":
            raise Refused(str(error)) from error
        raise
    return client.pwd(), client.close


def opens(host, port, limit=10):
    """Whether a TCP connection comes about; `refused` or `timed out` when not."""
    try:
        socket.create_connection((host, port), limit).close()
        return "open"
    except ConnectionRefusedError:
        return "refused"
    except (socket.timeout, TimeoutError):
        return "timed out"
    except OSError as error:
        return error.strerror or str(error)


def ports(text):
    """`21,990,2000-2010` as ranges."""
    found = re.findall(r"(\d+)(?:\s*-\s*(\d+))?", str(text or ""))
    return [range(int(first), int(last or first) + 1) for first, last in found]


def greeting(connection, protocol, environment):
    """The server's first line."""
    connection.settimeout(PATIENCE)
    if protocol == "ftps-implicit":
        context = ssl.create_default_context(cafile=environment.ca)
        connection = context.wrap_socket(connection, server_hostname=environment.host)
    line = connection.makefile("rb").readline().decode("utf-8", "replace").strip()
    assert line.startswith("SSH-2.0-" if protocol == "sftp" else "220"), "greeting: %r" % line
    return line
