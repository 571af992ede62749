"""What the environment under test is, as Caselab describes it in environment.json."""

import json
import os
import re
from typing import NamedTuple, Optional

PROTOCOLS = ("ftp", "ftps", "ftps-implicit", "sftp")
FTP_PROTOCOLS = ("ftp", "ftps", "ftps-implicit")
TLS_PROTOCOLS = ("ftps", "ftps-implicit")

# Seconds for one answer; emulated guests are some fifteen times slower than real ones.
PATIENCE = 45


class Account(NamedTuple):
    name: str
    password: str
    home: str
    writable: bool
    key: Optional[str]


class Environment:
    known_hosts = "/etc/caselab/ssh/known_hosts"

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.data = json.load(file)
        self.host = self.data["host"]
        self.accounts = [self._account(each) for each in self.data["accounts"]]
        self.ca = (self.data.get("tls") or {}).get("ca")

    @staticmethod
    def _account(entry):
        key = entry.get("key") or "/etc/caselab/keys/" + entry["name"]
        return Account(
            entry["name"], entry["password"], entry["home"], entry["writable"],
            key if os.path.exists(key) else None)

    @property
    def on_product(self):
        """Whether the tests run in the product's own node, and so see the server's disk."""
        return (self.data.get("node") or {}).get("role", "product") == "product"

    def nodes(self, *roles):
        """Names of the nodes that have one of these roles."""
        return [each["name"] for each in self.data.get("nodes") or [] if each["role"] in roles]

    @property
    def keeps_permissions(self):
        """Whether files are where they have permissions: a share of SMB shows all of them alike."""
        return not any(each.get("companion") == "samba-share"
                       for each in self.data.get("nodes") or [] if each["role"] == "storage")

    @property
    def protocols(self):
        return self.data["protocols"]

    def port(self, protocol):
        return self.protocols[protocol]["port"]

    def setting(self, name, default=None):
        return self.data.get("settings", {}).get(name, default)

    @property
    def passive_range(self):
        bounds = re.findall(r"\d+", str(self.setting("passive_ports", "")))
        return tuple(int(each) for each in bounds) if len(bounds) == 2 else None

    def promises(self, feature):
        """Whether the product is declared to offer a feature, which makes its absence a failure."""
        return feature in (self.data.get("features") or [])

    def account(self, writable):
        return next((each for each in self.accounts if each.writable == writable), None)

    @property
    def plain_ftp_is_refused(self):
        """Whether a log-in on the FTP port must be refused without TLS."""
        return "ftps" in self.protocols and (
            "ftp" not in self.protocols or bool(self.setting("require_tls")))


def load():
    return Environment(os.environ.get("CASELAB_ENVIRONMENT", "/etc/caselab/environment.json"))
