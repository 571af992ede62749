"""Through a proxy to the product."""

import json
import os
import subprocess

import pytest

from around import PATIENCE

SCHEMES = {"ftps-implicit": "ftps", "sftp": "sftp"}


@pytest.fixture(autouse=True)
def proxy(role, outside):
    node = role("proxy")
    if not node.get("address"):
        pytest.skip("not applicable: the proxy is not on the clients' side")
    return node


@pytest.fixture
def curl(proxy, tmp_path, environment):
    """Runs curl through the proxy; names and passwords stand in a file, never among arguments."""
    settings = proxy.get("settings") or {}
    socks = proxy.get("companion") in ("dante", "microsocks")
    address = "%s://%s:%s" % ("socks5h" if socks else "http", proxy["host"],
                              settings.get("port") or (1080 if socks else 3128))

    def go(url, *arguments, account=None):
        lines = ["proxy = " + json.dumps(address), "silent", "show-error", "proxytunnel",
                 "max-time = %d" % (3 * PATIENCE), "insecure" if url.startswith("sftp") else "",
                 "url = " + json.dumps(url)]
        if environment.ca:
            lines.append("cacert = " + json.dumps(environment.ca))
        if str(settings.get("authentication") or "none").lower() != "none":
            who = environment.accounts[0]
            lines.append("proxy-user = " + json.dumps("%(name)s:%(password)s" % who))
        if account:
            lines.append("user = " + json.dumps("%(name)s:%(password)s" % account))
        path = tmp_path / "curlrc"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write("\n".join(lines) + "\n")
        return subprocess.run(
            ["curl", "--config", str(path), *arguments], stdin=subprocess.DEVNULL, timeout=170,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
    return go


def test_log_in_through_the_proxy(environment, protocol, writer, curl):
    """The control connection: the data connection of FTP needs more open ports."""
    url = "%s://%s:%d/" % (
        SCHEMES.get(protocol, "ftp"), environment.host, environment.port(protocol))
    more = ["--ssl-reqd"] if protocol.startswith("ftps") else []
    # `--head` of a folder takes control commands only; SFTP has one connection for all.
    more += [] if protocol == "sftp" else ["--head"]
    done = curl(url + ("~/" if protocol == "sftp" else ""), *more, account=writer)
    assert done.returncode == 0, "curl ended with status %d: %s" % (
        done.returncode, done.stdout.strip()[-300:])


def test_port_that_is_not_allowed_is_refused(environment, curl, proxy):
    """By the proxy: a port that is closed behind it would fail as well."""
    if (proxy.get("settings") or {}).get("configuration"):
        pytest.skip("not applicable: the customer's own configuration is loaded")
    if proxy.get("companion") == "dante" and not (
            (proxy.get("settings") or {}).get("allowed_ports")):
        pytest.skip("not applicable: the proxy allows every port")
    done = curl("http://%s:9/" % environment.host, "--write-out", "connect=%{http_connect}")
    assert done.returncode != 0
    if proxy.get("companion") == "squid":
        assert "connect=403" in done.stdout, done.stdout.strip()[-300:]
    else:
        # SOCKS answers "not allowed by ruleset", 2.
        assert "(2)" in done.stdout, done.stdout.strip()[-300:]
