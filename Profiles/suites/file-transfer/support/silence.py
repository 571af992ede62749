"""Servers that do not answer: each attempt costs a time limit, so few are made."""

import socket
from contextlib import contextmanager

ATTEMPTS = 2
_silent = {}


@contextmanager
def answers(port):
    """Around a connection's first words; raises at once when the port has been silent before."""
    if _silent.get(port, 0) >= ATTEMPTS:
        raise TimeoutError(
            "port %d did not answer %d times before, so it was not tried again" % (port, ATTEMPTS))
    try:
        yield
    except (socket.timeout, TimeoutError):
        _silent[port] = _silent.get(port, 0) + 1
        raise
    _silent.pop(port, None)
