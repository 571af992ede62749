"""Being refused, as opposed to a session that breaks."""

from contextlib import contextmanager

import pytest


@contextmanager
def refused(session):
    """The server says no to what is done within, and the session goes on."""
    with pytest.raises(session.refusals):
        yield
    assert session.alive(), "the session broke, which is no refusal"
