"""Keys of accounts and of the host."""

import base64
import os

import paramiko
import pytest

from support import sftp

pytestmark = pytest.mark.over("sftp")


def test_log_in_by_key(environment, protocol, writer):
    if not writer.key:
        pytest.skip("not applicable: the account has no key")
    key = paramiko.ECDSAKey.from_private_key_file(writer.key)
    session = sftp.SFTPSession(environment, writer.name, key=key)
    try:
        assert session.where().startswith("/")
    finally:
        session.close()


def test_unknown_key_is_refused(environment, protocol, writer):
    stranger = paramiko.ECDSAKey.generate()
    with pytest.raises(paramiko.AuthenticationException):
        sftp.log_in(environment, writer.name, key=stranger).close()


def test_key_of_another_account_is_refused(environment, protocol, writer, reader):
    if not reader.key:
        pytest.skip("not applicable: the account has no key")
    key = paramiko.ECDSAKey.from_private_key_file(reader.key)
    with pytest.raises(paramiko.AuthenticationException):
        sftp.log_in(environment, writer.name, key=key).close()


def test_host_key_is_the_known_one(environment, protocol):
    if not os.path.exists(environment.known_hosts):
        pytest.skip("not applicable: the environment names no host keys")
    client = sftp.transport(environment)
    got = client.get_remote_server_key()
    client.close()
    with open(environment.known_hosts, encoding="utf-8") as file:
        known = [base64.b64decode(line.split()[2]) for line in file if line.strip()]
    assert got.asbytes() in known


def test_only_ssh_2_is_spoken(environment, protocol):
    client = sftp.transport(environment)
    version = client.remote_version
    client.close()
    assert version.startswith("SSH-2.0-")
