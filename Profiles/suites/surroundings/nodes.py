"""Storage, time and names, as far as they show from here."""

import ftplib
import os
import secrets
import socket
import time

import paramiko
import pytest

from around import PATIENCE


def test_home_is_on_the_mount(environment, role, writer):
    role("storage")
    if environment.role != "product":
        pytest.skip("not applicable: mounts are seen in the product's node only")
    device = os.stat(writer["home"]).st_dev
    assert device != os.stat("/").st_dev, writer["home"] + " is on the product's own disk"


def test_file_of_its_size_appears(environment, role, writer):
    """Over SFTP or FTP, whichever there is."""
    role("storage")
    name, data = "caselab-" + secrets.token_hex(4), b"x" * 123_456
    if "sftp" in environment.protocols:
        address = environment.host, environment.port("sftp")
        client = paramiko.Transport(socket.create_connection(address, PATIENCE))
        client.connect(username=writer["name"], password=writer["password"])
        with paramiko.SFTPClient.from_transport(client) as files:
            with files.open(name, "w") as file:
                file.write(data)
            size = files.stat(name).st_size
            files.remove(name)
        client.close()
    elif "ftp" in environment.protocols and not environment.plain_ftp_is_refused:
        import io
        with ftplib.FTP(timeout=PATIENCE) as client:
            client.connect(environment.host, environment.port("ftp"))
            client.login(writer["name"], writer["password"])
            client.storbinary("STOR " + name, io.BytesIO(data))
            size = client.size(name)
            client.delete(name)
    else:
        pytest.skip("not applicable: neither SFTP nor FTP without TLS")
    assert size == len(data)


def test_clocks_agree(environment, role):
    """This node's and the time server's, by one question of NTP."""
    server = role("time")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.settimeout(20)
        try:
            asking.sendto(b"\x23" + 47 * b"\0", (server["host"], 123))
            answer = asking.recv(512)
        except OSError as error:
            if environment.role != "product":
                pytest.skip("not applicable: the time server is not for this node: %s" % error)
            raise
    assert len(answer) >= 48 and answer[0] & 7 == 4, "no answer of a server"
    then = int.from_bytes(answer[40:44], "big") - 2_208_988_800
    assert abs(then - time.time()) < 60, "%+.0f s apart" % (then - time.time())


def test_names_lead_to_their_nodes(environment, role):
    role("names")
    wrong = []
    for each in environment.all:
        if each.get("host") and each.get("address") and each["role"] != "product":
            try:
                found = socket.gethostbyname(each["host"])
            except OSError as error:
                found = str(error)
            if found != each["address"]:
                wrong.append("%s: %s, not %s" % (each["host"], found, each["address"]))
    assert not wrong, "; ".join(wrong)
