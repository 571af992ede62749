"""Sessions that tests share: log-ins are slow in an emulated guest."""

import os
import shutil

import pytest

from support import passive
from support.ftp import FTPSession
from support.logs import note
from support.sftp import SFTPSession


def log_in(environment, protocol, account):
    if protocol == "sftp":
        return SFTPSession(environment, account.name, account.password)
    return FTPSession(environment, protocol, account.name, account.password)


class Sessions:
    """One session per protocol and account, made when first asked for and again when it died."""

    # A server that does not answer costs a time limit per attempt: after these, it is not tried.
    ATTEMPTS = 2

    def __init__(self, environment):
        self.environment = environment
        self.open = {}
        self.failures = {}

    def get(self, protocol, account):
        key = (protocol, account.name)
        session = self.open.pop(key, None)
        if session and not session.alive():
            session.close()
            session = None
        self.open[key] = session or self._log_in(protocol, account)
        return self.open[key]

    def _log_in(self, protocol, account):
        failures = self.failures.setdefault((protocol, account.name), [])
        if len(failures) >= self.ATTEMPTS:
            pytest.fail("nobody could log in as %s over %s before, so it was not tried again: %s"
                        % (account.name, protocol, failures[-1]), pytrace=False)
        try:
            session = log_in(self.environment, protocol, account)
        except Exception as error:
            failures.append("%s: %s" % (type(error).__name__, error))
            note(protocol, "< " + failures[-1])
            raise
        failures.clear()
        return session

    def drop(self, protocol):
        """Forgets the protocol's sessions: a failed test may have left them in any state."""
        for key in [each for each in self.open if each[0] == protocol]:
            self.open.pop(key).close()

    def close(self):
        for session in self.open.values():
            session.close()
        self.open.clear()


def remove_tree(environment, sessions, protocol, account, path):
    """Removes a test's folder, past the server where its disk can be seen.

    What stays has a name of its own, and the test has told what it had to tell.
    """
    if environment.on_product:
        shutil.rmtree(os.path.join(account.home, path), ignore_errors=True)
        return
    if protocol != "sftp" and passive.failed(protocol):
        return
    try:
        _remove(sessions.get(protocol, account), path)
    except Exception as error:
        note(protocol, "= %s stays: %s: %s" % (path, type(error).__name__, error))


def _remove(session, path):
    for name in session.names(path):
        try:
            session.delete(path + "/" + name)
        except session.refusals:
            _remove(session, path + "/" + name)
    session.remove_folder(path)
