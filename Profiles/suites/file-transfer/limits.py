"""Time and number of sessions."""

import time

import pytest

from support.data import some_bytes
from support.environment import PATIENCE
from support.sessions import log_in

# Beyond these a test would take longer than what it shows is worth.
LONGEST_IDLE = 20
MOST_CLIENTS = 8
LARGEST_QUOTA_MIB = 64


def test_session_outlives_a_pause(session):
    time.sleep(2)
    assert session.alive()


def test_idle_session_is_closed(environment, protocol, writer):
    limit = environment.setting("timeout_idle")
    if limit is None or not 0 < int(limit) <= LONGEST_IDLE:
        pytest.skip("not applicable: idle time is limited to %s s, tested up to %d s"
                    % (limit, LONGEST_IDLE))
    session = log_in(environment, protocol, writer)
    try:
        time.sleep(int(limit) + 3)
        assert not session.alive(), "still open after %d s" % (int(limit) + 3)
    finally:
        session.close()


def test_number_of_sessions_is_limited(environment, protocol, writer, sessions):
    limit = environment.setting("max_clients")
    if limit is None or not 0 < int(limit) <= MOST_CLIENTS:
        pytest.skip("not applicable: %s sessions are allowed, tested up to %d"
                    % (limit, MOST_CLIENTS))
    if len(environment.nodes("product")) > 1:
        pytest.skip("not applicable: sessions are spread over several products")
    sessions.close()
    open_sessions = []
    deadline = time.monotonic() + PATIENCE
    try:
        # Sessions of the tests before may take the server a moment to end.
        while len(open_sessions) < int(limit):
            try:
                open_sessions.append(log_in(environment, protocol, writer))
            except Exception:
                assert time.monotonic() < deadline, (
                    "only %d of %s sessions" % (len(open_sessions), limit))
                time.sleep(0.5)
        with pytest.raises(Exception):
            open_sessions.append(log_in(environment, protocol, writer))
    finally:
        for each in open_sessions:
            each.close()


def test_quota_of_an_account_is_kept(environment, protocol, session, folder, writer):
    limit = int(environment.setting("quota_mib") or 0)
    if not 0 < limit <= LARGEST_QUOTA_MIB:
        pytest.skip("not applicable: accounts may store %s MiB, tested up to %d"
                    % (limit or "any number of", LARGEST_QUOTA_MIB))
    piece = some_bytes(1 << 20)
    # A session of its own: a server may close the data connection before it says why.
    mine = log_in(environment, protocol, writer)
    stored = 0
    try:
        while stored <= limit:
            mine.upload("%s/%d.bin" % (folder, stored), piece)
            stored += 1
    except Exception:
        assert 0 < stored <= limit
    finally:
        mine.close()
    assert stored <= limit, "%d MiB were stored" % stored
    session.delete(folder + "/0.bin")
    session.upload(folder + "/again.bin", b"there is room again")
