"""A folder of the account that may only read."""

import os
import shutil

import pytest


class Shelf:
    """A folder with one file in the product's node; elsewhere the folder that a log-in ends up in.

    From another node nobody can put a file where only this account sees it.
    """

    CONTENT = b"to be read\n"

    def __init__(self, environment, session, account, name):
        self.session = session
        self.local = os.path.join(account.home, name) if environment.on_product else None
        self.path = name if self.local else "."
        # What must not come about there.
        self.new = "%s/%s.new" % (self.path, name)
        if self.local:
            os.makedirs(self.local)
            with open(os.path.join(self.local, "kept.txt"), "wb") as file:
                file.write(self.CONTENT)
            # Belongs to the account, so that what stops it from writing is the server.
            owner = os.stat(account.home)
            for each in (self.local, os.path.join(self.local, "kept.txt")):
                os.chown(each, owner.st_uid, owner.st_gid)

    def file(self):
        """The path of the file, for the server."""
        if not self.local:
            pytest.skip("not applicable: no file can be put there: the server's disk is not "
                        "visible from this node")
        return self.path + "/kept.txt"

    def unchanged(self):
        if not self.local:
            assert os.path.basename(self.new) not in self.session.names(self.path)
            return
        assert os.listdir(self.local) == ["kept.txt"]
        with open(os.path.join(self.local, "kept.txt"), "rb") as file:
            assert file.read() == self.CONTENT

    def remove(self):
        if self.local:
            shutil.rmtree(self.local, ignore_errors=True)
