"""What a firewall lets through, by its settings."""

import socket

import pytest

from around import greeting, opens, ports


@pytest.fixture(autouse=True)
def settings(role, outside):
    return role("firewall").get("settings") or {}


def opened(environment, settings):
    """The ports that it shall open: those of the product where the settings name none."""
    named = [port for each in ports(settings.get("open_ports")) for port in each]
    closed = {port for each in ports(settings.get("closed_ports")) for port in each}
    return [port for port in named or environment.ports if port not in closed]


def by_hand(settings):
    if settings.get("ruleset"):
        pytest.skip("not applicable: the customer's own rules are loaded")


def test_open_port_reaches_the_product(environment, protocol, settings):
    by_hand(settings)
    port = environment.port(protocol)
    if port not in opened(environment, settings):
        pytest.skip("not applicable: port %d is closed by the settings" % port)
    with socket.create_connection((environment.host, port), 20) as connection:
        greeting(connection, protocol, environment)


def test_closed_port_of_the_product_is_closed(environment, settings):
    by_hand(settings)
    closed = [port for port in environment.ports if port not in opened(environment, settings)]
    if not closed:
        pytest.skip("not applicable: every port of the product is open")
    for port in closed:
        assert opens(environment.host, port) != "open", "port %d is open" % port


def test_other_ports_are_closed(environment, settings):
    """Dropped in silence, or rejected where the settings say so."""
    by_hand(settings)
    known = opened(environment, settings)
    port = next(each for each in (9, 13, 19) if each not in known)
    found = opens(environment.host, port)
    assert found != "open", "port %d is open" % port
    wanted = "refused" if settings.get("refusal", "").lower() == "reject" else "timed out"
    assert found == wanted, "port %d: %s, not %s" % (port, found, wanted)
