"""Logging in, and being refused."""

import ftplib

import paramiko
import pytest

from support import ftp
from support.environment import FTP_PROTOCOLS
from support.sessions import log_in

REFUSED = (ftplib.error_perm, paramiko.AuthenticationException)


def test_log_in(environment, protocol, writer):
    session = log_in(environment, protocol, writer)
    assert session.where().startswith("/")
    session.close()


def test_log_in_as_read_only_account(environment, protocol, reader):
    session = log_in(environment, protocol, reader)
    assert session.where().startswith("/")
    session.close()


def test_wrong_password_is_refused(environment, protocol, writer):
    with pytest.raises(REFUSED):
        log_in(environment, protocol, writer._replace(password="not the password")).close()


def test_unknown_user_is_refused(environment, protocol, writer):
    with pytest.raises(REFUSED):
        log_in(environment, protocol, writer._replace(name="nobody-of-this-name")).close()


@pytest.mark.over(*FTP_PROTOCOLS)
def test_right_password_after_a_wrong_one(environment, protocol, writer):
    client = ftp.connect(environment, protocol)
    try:
        with pytest.raises(ftplib.error_perm):
            client.login(writer.name, "not the password")
        client.login(writer.name, writer.password)
        assert client.pwd()
    finally:
        client.close()


@pytest.mark.over(*FTP_PROTOCOLS)
def test_commands_before_log_in_are_refused(environment, protocol):
    client = ftp.connect(environment, protocol)
    try:
        with pytest.raises(ftplib.error_perm) as refusal:
            client.voidcmd("CWD /")
        assert str(refusal.value)[:3] in ("530", "550", "522")
    finally:
        client.close()
