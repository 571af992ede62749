"""Passive data connections: closed ports cost a time limit each, so that few are tried."""

import errno
import socket

from support.logs import note

# So many closed ports are needed to believe, nearly always, that no port of a range is open.
ATTEMPTS = 5
_known = {}


class NoDataConnection(Exception):
    """Neither an OSError nor a refusal: a test that expects one of these must not pass by it."""


class _Known:
    """What became of a protocol's connections: helpers of firewalls open FTP's and not FTPS's."""

    def __init__(self):
        self.opened = self.failed = 0
        self.last = ""


def _of(protocol):
    return _known.setdefault(protocol, _Known())


def connect(protocol, host, port, patience, insist=False):
    """A connection to where the server listens for data; not tried when none ever came about."""
    known = _of(protocol)
    if not known.opened and known.failed >= ATTEMPTS and not insist:
        raise NoDataConnection(
            "none of %d data connections over %s came about, so it was not tried again: %s"
            % (known.failed, protocol, known.last))
    limit = min(patience, seconds(known.failed))
    try:
        connection = socket.create_connection((host, port), limit)
    except OSError as error:
        known.failed += 1
        known.last = "data connection to %s:%d: %s: is the passive range open?" % (
            host, port, reason(error, limit))
        note(protocol, "< " + known.last)
        raise NoDataConnection(known.last) from None
    connection.settimeout(patience)
    return connection


def works(protocol):
    """The server used a connection."""
    _of(protocol).opened += 1


def reason(error, limit):
    if isinstance(error, (socket.timeout, TimeoutError)):
        return "timed out after %d s" % limit
    if error.errno == errno.ECONNREFUSED:
        return "refused"
    return (error.strerror or str(error)).lower()


def expect(session):
    """Fails early and clearly where a command-line client would be long silent."""
    if session.protocol == "sftp":
        return
    known = _of(session.protocol)
    while known.opened + known.failed < ATTEMPTS or not known.opened:
        session.names(".")


def seconds(failed):
    """For a connection: room for three lost packets, for two, and at last for one."""
    return 10 if failed == 0 else 5 if failed < 10 else 2


def failed(protocol):
    return _of(protocol).failed


def patience(protocol, usual):
    """Seconds for a command-line client: it has no chance to know that ports are closed."""
    return min(usual, 30) if failed(protocol) else usual
