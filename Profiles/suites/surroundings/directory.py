"""Accounts that live in a directory."""

import pytest

from around import Refused, log_in


@pytest.fixture(autouse=True)
def directory(role):
    return role("directory")


def test_account_of_the_directory_logs_in(environment, protocol, writer):
    where, close = log_in(environment, protocol, writer["name"], writer["password"])
    close()
    assert where.startswith("/")


def test_every_account_logs_in(environment, protocol):
    for each in environment.accounts:
        log_in(environment, protocol, each["name"], each["password"])[1]()


def test_wrong_password_is_refused(environment, protocol, writer):
    with pytest.raises(Refused):
        log_in(environment, protocol, writer["name"], "not the password")[1]()


def test_no_password_is_refused(environment, protocol, writer):
    """A bind without a password succeeds as nobody: a product must not take that for a log-in."""
    with pytest.raises(Refused):
        log_in(environment, protocol, writer["name"], "")[1]()


def test_account_that_is_not_in_the_directory_is_refused(environment, protocol, writer):
    with pytest.raises(Refused):
        log_in(environment, protocol, "nobody-of-this-name", writer["password"])[1]()


def test_name_is_not_a_filter(environment, protocol, writer):
    """What means something in a filter is part of a name, and nobody has it."""
    for name in ("*", writer["name"][:-1] + "*", writer["name"] + ")(uid=*"):
        with pytest.raises(Refused):
            log_in(environment, protocol, name, writer["password"])[1]()


def test_user_principal_name_logs_in(environment, protocol, writer, directory):
    """Active Directory knows an account by two names; the other tests use sAMAccountName."""
    if directory.get("companion") != "samba-ad":
        pytest.skip("not applicable: the directory is no Active Directory")
    settings = directory.get("settings") or {}
    domain = settings.get("upn_suffix") or settings["domain"]
    name = "%s@%s" % (writer["name"], domain)
    log_in(environment, protocol, name, writer["password"])[1]()
