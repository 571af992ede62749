"""Fixtures: the environment, a protocol per test, shared sessions, a folder of the test's own."""

import itertools
import os
import secrets
import shutil
import signal

import pytest

from support import environment as environments
from support import logs
from support.passive import NoDataConnection
from support.sessions import Sessions, remove_tree
from support.shelf import Shelf

collect_ignore = ["conftest.py"]
# What could not be removed after an earlier run is not in the way of this one.
_run = secrets.token_hex(2)
_numbers = ("%s-%03d" % (_run, number) for number in itertools.count(1))


def not_applicable(why):
    pytest.skip("not applicable: " + why)


def pytest_configure(config):
    # The time limit ends the suite by SIGTERM: what has run until then is reported.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    shutil.rmtree(logs.FOLDER, ignore_errors=True)
    os.makedirs(logs.FOLDER)


def pytest_generate_tests(metafunc):
    if "protocol" in metafunc.fixturenames:
        marker = metafunc.definition.get_closest_marker("over")
        protocols = marker.args if marker else environments.PROTOCOLS
        metafunc.parametrize("protocol", protocols, indirect=True)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    # A data connection that did not come about leaves the session as it was.
    if outcome.get_result().failed and not isinstance(call.excinfo.value, NoDataConnection):
        item.went_wrong = True


@pytest.fixture(scope="session")
def environment():
    return environments.load()


@pytest.fixture
def protocol(request, environment):
    logs.note(request.param, "== " + request.node.name)
    if request.param not in environment.protocols:
        not_applicable("the profile has no " + request.param)
    if request.param == "ftp" and environment.plain_ftp_is_refused:
        not_applicable("the server refuses FTP without TLS")
    return request.param


@pytest.fixture(scope="session")
def sessions(environment):
    shared = Sessions(environment)
    yield shared
    shared.close()


@pytest.fixture
def writer(environment):
    return environment.account(writable=True) or not_applicable("no account may write")


@pytest.fixture
def reader(environment):
    return environment.account(writable=False) or not_applicable("every account may write")


@pytest.fixture
def session(request, sessions, protocol, writer):
    """A session of the account that may write."""
    yield sessions.get(protocol, writer)
    if getattr(request.node, "went_wrong", False):
        sessions.drop(protocol)


@pytest.fixture
def reading(request, sessions, protocol, reader):
    """A session of the account that may only read."""
    yield sessions.get(protocol, reader)
    if getattr(request.node, "went_wrong", False):
        sessions.drop(protocol)


@pytest.fixture
def folder(environment, session, sessions, writer, protocol):
    """A folder for one test, relative to where a log-in ends up; removed afterwards."""
    path = "caselab-%s-%s" % (next(_numbers), protocol)
    session.make_folder(path)
    yield path
    remove_tree(environment, sessions, protocol, writer, path)


@pytest.fixture
def shelf(environment, reading, reader):
    """Where the account that may only read sees what there is, with a file where that can be."""
    shelf = Shelf(environment, reading, reader, "caselab-" + next(_numbers))
    yield shelf
    shelf.remove()


@pytest.fixture
def offered(environment):
    """Skips, or fails where the product promises it, when a session's server lacks a feature."""
    def check(session, feature):
        if any(line.split(";")[0].startswith(feature) for line in session.features()):
            return
        message = "the server does not offer " + feature
        if environment.promises(feature):
            pytest.fail(message + " (FEAT), although the product is known to", pytrace=False)
        not_applicable(message)
    return check
