"""Fixtures: the environment, a protocol per test, the nodes of a role."""

import pytest

from around import Environment

collect_ignore = ["conftest.py", "around.py"]
PROTOCOLS = ("ftp", "ftps", "ftps-implicit", "sftp")


def not_applicable(why):
    pytest.skip("not applicable: " + why)


@pytest.fixture(scope="session")
def environment():
    return Environment()


@pytest.fixture(params=PROTOCOLS)
def protocol(request, environment):
    if request.param not in environment.protocols:
        not_applicable("the profile has no " + request.param)
    if request.param == "ftp" and environment.plain_ftp_is_refused:
        not_applicable("the server refuses FTP without TLS")
    return request.param


@pytest.fixture
def role(environment):
    """The first node of a role; skips where there is none."""
    def find(name):
        nodes = environment.nodes(name)
        return nodes[0] if nodes else not_applicable("the environment has no " + name)
    return find


@pytest.fixture
def writer(environment):
    for each in environment.accounts:
        if each["writable"]:
            return each
    return not_applicable("no account may write")


@pytest.fixture
def outside(environment):
    if environment.role == "product":
        not_applicable("the suite runs in the product's own node")
