"""Size, number and parallel work, bounded so that an emulated guest finishes."""

import threading

import pytest

from support.data import large_file_bytes, same, some_bytes
from support.sessions import log_in

MANY = 60
PARALLEL = 4


def test_large_file(session, folder):
    data = some_bytes(large_file_bytes(session.protocol))
    session.upload(folder + "/large.bin", data)
    same(session.download(folder + "/large.bin"), data)


def test_many_small_files(session, folder):
    names = ["%04d.txt" % number for number in range(MANY)]
    session.enter(folder)
    for name in names:
        session.upload(name, name.encode())
    assert session.names(".") == names
    assert session.download(names[-1]) == names[-1].encode()
    for name in names:
        session.delete(name)
    assert session.names(".") == []


def test_parallel_sessions(environment, session, folder, writer):
    """Several sessions at once, each with a file of its own, all of them whole."""
    # Two are open already: the shared ones of the account that may write and of the one that reads.
    count = min(PARALLEL, int(environment.setting("max_clients") or 100) - 2)
    if count < 2:
        pytest.skip("not applicable: the profile allows %s sessions" % (count + 2))
    problems = []

    def work(number):
        try:
            mine = log_in(environment, session.protocol, writer)
            try:
                data = some_bytes(200_000, seed=number)
                mine.upload("%s/%d.bin" % (folder, number), data)
                same(mine.download("%s/%d.bin" % (folder, number)), data)
            finally:
                mine.close()
        except Exception as error:
            problems.append("session %d: %s: %s" % (number, type(error).__name__, error))

    threads = [
        threading.Thread(target=work, args=(number,), daemon=True) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems, "; ".join(problems)
    assert session.names(folder) == ["%d.bin" % number for number in range(count)]
