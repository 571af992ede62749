"""The command-line clients that customers use: curl, lftp, OpenSSH's sftp and scp."""

import os

import pytest

from support import passive
from support.data import same, some_bytes
from support.environment import PATIENCE, TLS_PROTOCOLS
from support.programs import private, run

SCHEMES = {"ftp": "ftp", "ftps": "ftp", "ftps-implicit": "ftps", "sftp": "sftp"}


@pytest.fixture
def home(tmp_path, environment):
    """A home folder whose known_hosts has the server's keys, under the name it has here."""
    (tmp_path / ".ssh").mkdir(mode=0o700)
    if "sftp" in environment.protocols and os.path.exists(environment.known_hosts):
        with open(environment.known_hosts, encoding="utf-8") as file:
            # In their order: curl asks for a key of the first kind.
            keys = dict.fromkeys(tuple(line.split()[1:3]) for line in file if line.strip())
        (tmp_path / ".ssh" / "known_hosts").write_text("".join(
            "%s %s %s\n" % (known_name(environment), kind, key) for kind, key in keys))
    return tmp_path


def known_name(environment):
    """What known_hosts calls the server: ssh looks port 22 up without a port."""
    port = environment.port("sftp")
    return environment.host if port == 22 else "[%s]:%d" % (environment.host, port)


@pytest.fixture
def curl(environment, protocol, writer, home):
    """Runs curl with the account's password; paths are relative to where a log-in ends up."""
    netrc = private(home / "netrc", "machine %s login %s password %s\n" % (
        environment.host, writer.name, writer.password))
    options = ["--silent", "--show-error", "--verbose", "--netrc-file", netrc]
    if protocol in TLS_PROTOCOLS:
        options += ["--cacert", environment.ca, "--ssl-reqd"]
    start = "~/" if protocol == "sftp" else ""
    base = "%s://%s:%d/%s" % (
        SCHEMES[protocol], environment.host, environment.port(protocol), start)

    def go(path, *arguments, succeeds=True):
        limit = passive.patience(protocol, 120)
        limits = ["--max-time", str(limit), "--connect-timeout", str(limit // 4)]
        return run("curl", ["curl", *options, *limits, *arguments, base + path], home,
                   succeeds=succeeds)
    return go


def test_curl_upload_and_download(curl, session, folder, home):
    passive.expect(session)
    data = some_bytes(200_000)
    (home / "up.bin").write_bytes(data)
    curl(folder + "/curl.bin", "--upload-file", "up.bin")
    assert session.size(folder + "/curl.bin") == len(data)
    curl(folder + "/curl.bin", "--output", "down.bin")
    same((home / "down.bin").read_bytes(), data)


def test_curl_resumed_download(curl, session, folder, home):
    data = some_bytes(120_000)
    session.upload(folder + "/curl.bin", data)
    (home / "down.bin").write_bytes(data[:50_000])
    curl(folder + "/curl.bin", "--output", "down.bin", "--continue-at", "-")
    same((home / "down.bin").read_bytes(), data)


@pytest.mark.over(*TLS_PROTOCOLS)
def test_curl_refuses_an_unknown_authority(curl, folder, home):
    private(home / "none.pem", "")
    output = curl(folder + "/", "--cacert", "/etc/ssl/certs/ca-certificates.crt", succeeds=False)
    assert "certificate" in output.lower()


def test_lftp_mirror_both_ways(environment, protocol, writer, session, folder, home):
    """A tree goes up and comes down again unchanged."""
    passive.expect(session)
    limit = passive.patience(protocol, 3 * PATIENCE)
    tree = home / "up" / "sub folder"
    tree.mkdir(parents=True)
    (home / "up" / "Grüße.txt").write_bytes(b"hello\n")
    (tree / "data.bin").write_bytes(some_bytes(70_000))
    script = private(home / "script", "\n".join([
        "set cmd:fail-exit yes", "set net:max-retries 1",
        "set net:timeout %d" % (limit // 3),
        "set net:persist-retries 0", "set ftp:charset UTF-8", "debug 4",
        # A product without TLS makes no authority, and lftp wants the file to be there.
        "set ssl:ca-file %s" % (environment.ca if protocol in TLS_PROTOCOLS else "/dev/null"),
        "set ftp:ssl-force %s" % ("true" if protocol == "ftps" else "false"),
        "set ftp:ssl-allow %s" % ("false" if protocol == "ftp" else "true"),
        "set ftp:ssl-protect-data true", "set ftp:prefer-epsv true",
        "set sftp:connect-program \"ssh -a -x -o UserKnownHostsFile=%s/.ssh/known_hosts\"" % home,
        "open -u %s,%s -p %d %s://%s" % (
            writer.name, writer.password, environment.port(protocol), SCHEMES[protocol],
            environment.host),
        "mirror -R up %s/tree" % folder, "mirror %s/tree down" % folder, "bye", ""]))
    run("lftp", ["lftp", "-f", script], home, limit=limit)
    assert session.names(folder + "/tree") == ["Grüße.txt", "sub folder"]
    assert (home / "down" / "Grüße.txt").read_bytes() == b"hello\n"
    same((home / "down" / "sub folder" / "data.bin").read_bytes(), some_bytes(70_000))


def openssh(environment, home, *options):
    return ["-o", "StrictHostKeyChecking=yes", "-o", "PreferredAuthentications=publickey,password",
            "-o", "UserKnownHostsFile=%s/.ssh/known_hosts" % home, "-o", "ConnectTimeout=45",
            "-P", str(environment.port("sftp")), *options]


@pytest.mark.over("sftp")
def test_openssh_sftp_by_key(environment, protocol, writer, folder, home):
    if not writer.key:
        pytest.skip("not applicable: the account has no key")
    data = some_bytes(100_000)
    (home / "up.bin").write_bytes(data)
    batch = "put up.bin \"%s/with space.bin\"\nls -l %s\nget \"%s/with space.bin\" down.bin\n" % (
        folder, folder, folder)
    options = openssh(environment, home, "-i", writer.key, "-o", "BatchMode=yes")
    run("openssh", ["sftp", "-v", "-b", "-", *options, "%s@%s" % (writer.name, environment.host)],
        home, text=batch)
    same((home / "down.bin").read_bytes(), data)


@pytest.mark.over("sftp")
def test_openssh_sftp_by_password(environment, protocol, writer, session, folder, home):
    session.upload(folder + "/file", b"by password")
    secret = private(home / "secret", writer.password + "\n")
    run("openssh", ["sshpass", "-f", secret, "sftp", *openssh(environment, home),
                    "%s@%s:%s/file" % (writer.name, environment.host, folder), "down"], home)
    assert (home / "down").read_bytes() == b"by password"


@pytest.mark.over("sftp")
def test_openssh_scp(environment, protocol, writer, folder, home):
    if not writer.key:
        pytest.skip("not applicable: the account has no key")
    data = some_bytes(100_000)
    (home / "up.bin").write_bytes(data)
    options = ["-v", *openssh(environment, home, "-i", writer.key, "-o", "BatchMode=yes")]
    remote = "%s@%s:%s/scp.bin" % (writer.name, environment.host, folder)
    output = run("openssh", ["scp", *options, "up.bin", remote], home, succeeds=None)
    if "allows sftp connections only" in output:
        # scp spoke its own protocol before OpenSSH 9.
        pytest.skip("not applicable: the server runs no commands, and this scp needs one")
    run("openssh", ["scp", *options, remote, "down.bin"], home)
    same((home / "down.bin").read_bytes(), data)


@pytest.mark.over("sftp")
def test_openssh_refuses_a_changed_host_key(environment, protocol, writer, home):
    run("openssh", ["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", "other"], home)
    kind, key = (home / "other.pub").read_text().split()[:2]
    (home / ".ssh" / "known_hosts").write_text(
        "%s %s %s\n" % (known_name(environment), kind, key))
    options = openssh(
        environment, home, "-o", "BatchMode=yes", "-o", "HostKeyAlgorithms=ecdsa-sha2-nistp256")
    output = run(
        "openssh", ["sftp", "-b", "-", *options, "%s@%s" % (writer.name, environment.host)],
        home, text="ls\n", succeeds=False)
    assert "host key verification failed" in output.lower()
