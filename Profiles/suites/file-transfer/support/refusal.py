"""Being refused, as opposed to a session that breaks."""

from contextlib import contextmanager

import pytest


@contextmanager
def refused(session):
    """The server says no to what is done within, and the session goes on."""
    with pytest.raises(session.refusals) as caught:
        yield
    answer = str(caught.value)
    assert answer[:3] != "425", "no data connection, which is no refusal: " + answer
    assert session.alive(), "the session broke, which is no refusal"
