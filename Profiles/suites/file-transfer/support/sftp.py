"""SFTP by paramiko."""

import io
import socket
from datetime import datetime, timezone

import paramiko

from support.environment import PATIENCE
from support.logs import note
from support.silence import answers


def transport(environment):
    """An SSH connection that has agreed on keys and logged nobody in."""
    host, port = environment.host, environment.port("sftp")
    note("sftp", "= connect to %s port %d" % (host, port))
    with answers(port):
        client = _agreed(socket.create_connection((host, port), PATIENCE))
    key = client.get_remote_server_key()
    note("sftp", "= %s, host key %s" % (client.remote_version, key.get_name()))
    return client


def _agreed(connection):
    client = paramiko.Transport(connection)
    client.banner_timeout = client.auth_timeout = PATIENCE
    try:
        client.start_client(timeout=PATIENCE)
    except paramiko.SSHException as error:
        client.close()
        # paramiko tells a server that is silent only by these words.
        if "banner" in str(error) or "Timeout" in str(error):
            raise TimeoutError(str(error)) from error
        raise
    return client


def log_in(environment, name, password=None, key=None):
    """An authenticated SSH connection, by key when one is given."""
    client = transport(environment)
    try:
        note("sftp", "> log in as %s by %s" % (name, "key" if key else "password"))
        if key:
            client.auth_publickey(name, key)
        else:
            client.auth_password(name, password, fallback=False)
    except BaseException as error:
        note("sftp", "< %s: %s" % (type(error).__name__, error))
        client.close()
        raise
    note("sftp", "< logged in")
    return client


class SFTPSession:
    """What every protocol's session can do, over SFTP."""

    protocol = "sftp"
    refusals = (IOError, paramiko.SSHException)

    def __init__(self, environment, name, password=None, key=None):
        self.transport = log_in(environment, name, password, key)
        self.client = paramiko.SFTPClient.from_transport(self.transport)
        self.client.get_channel().settimeout(PATIENCE)
        self.start = self.client.normalize(".")

    def _do(self, what, call):
        note("sftp", "> " + what)
        try:
            answer = call()
        except Exception as error:
            note("sftp", "< %s: %s" % (type(error).__name__, error))
            raise
        note("sftp", "< done")
        return answer

    def alive(self):
        try:
            self.client.chdir(None)
            self.client.stat(".")
            return True
        except (OSError, EOFError, paramiko.SSHException):
            return False

    def close(self):
        self.transport.close()

    def _write(self, path, mode, data, offset=None):
        with self.client.open(path, mode) as file:
            file.set_pipelined(True)
            if offset is not None:
                file.seek(offset)
            view = memoryview(data)
            for start in range(0, len(view), 32768):
                file.write(view[start:start + 32768].tobytes())

    def upload(self, path, data, offset=None):
        mode = "w" if offset is None else "r+"
        self._do("write %s, %d bytes from %s" % (path, len(data), offset or 0),
                 lambda: self._write(path, mode, data, offset))

    def append(self, path, data):
        self._do("append to %s, %d bytes" % (path, len(data)),
                 lambda: self._write(path, "a", data))

    def download(self, path, offset=None):
        def read():
            if offset is None:
                target = io.BytesIO()
                self.client.getfo(path, target)
                return target.getvalue()
            with self.client.open(path, "r") as file:
                file.seek(offset)
                return file.read()
        return self._do("read %s from %s" % (path, offset or 0), read)

    def names(self, folder):
        return self._do("list " + folder, lambda: sorted(self.client.listdir(folder)))

    def lines(self, folder):
        entries = self._do("list " + folder, lambda: self.client.listdir_attr(folder))
        return [str(each) for each in entries if each.filename not in (".", "..")]

    def size(self, path):
        return self._do("stat " + path, lambda: self.client.stat(path).st_size)

    def modified(self, path):
        seconds = self._do("stat " + path, lambda: self.client.stat(path).st_mtime)
        return datetime.fromtimestamp(seconds, timezone.utc)

    def rename(self, old, new):
        self._do("rename %s to %s" % (old, new), lambda: self.client.rename(old, new))

    def delete(self, path):
        self._do("remove " + path, lambda: self.client.remove(path))

    def make_folder(self, path):
        self._do("mkdir " + path, lambda: self.client.mkdir(path))

    def remove_folder(self, path):
        self._do("rmdir " + path, lambda: self.client.rmdir(path))

    def enter(self, path):
        self._do("enter " + path, lambda: self.client.chdir(path))

    def where(self):
        return self.client.getcwd() or self.start
