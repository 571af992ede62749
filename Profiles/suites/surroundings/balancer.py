"""A balancer before the product."""

import socket

import pytest

from around import greeting, log_in


@pytest.fixture(autouse=True)
def settings(role, outside):
    return role("balancer").get("settings") or {}


def greetings(environment, protocol, count):
    found = []
    for _ in range(count):
        port = environment.port(protocol)
        with socket.create_connection((environment.host, port), 20) as connection:
            found.append(greeting(connection, protocol, environment))
    return found


def test_greeting_comes_through(environment, protocol):
    greetings(environment, protocol, 1)


def test_log_in_comes_through(environment, protocol, writer):
    """Each time: a server that is down must not be given a session."""
    for _ in range(4):
        log_in(environment, protocol, writer["name"], writer["password"])[1]()


def test_client_stays_with_one_server(environment, settings):
    """Host keys differ from server to server, so that they tell who answered."""
    import paramiko
    if "sftp" not in environment.protocols:
        pytest.skip("not applicable: only host keys tell servers apart, and there is no sftp")
    if len(environment.nodes("product")) < 2:
        pytest.skip("not applicable: there is one server")
    if settings.get("stickiness", "none") == "none":
        pytest.skip("not applicable: the settings ask for no stickiness")
    keys = set()
    for _ in range(6):
        with socket.create_connection((environment.host, environment.port("sftp")), 20) as plain:
            client = paramiko.Transport(plain)
            client.start_client(timeout=45)
            keys.add(client.get_remote_server_key().get_base64())
            client.close()
    assert len(keys) == 1, "%d servers answered one client" % len(keys)
