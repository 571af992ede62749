"""What is uploaded: bytes that can be made again, and their checksums."""

import hashlib
import os
import random


def some_bytes(count, seed=1):
    """Every byte value occurs, so that a transfer that converts anything is noticed."""
    block = bytes(range(256)) + random.Random(seed).randbytes(65536 - 256)
    return (block * (count // len(block) + 1))[:count]


def checksum(data):
    return hashlib.sha256(data).hexdigest()


def same(got, sent):
    """Compares without printing megabytes."""
    assert len(got) == len(sent), "%d bytes came back of %d" % (len(got), len(sent))
    assert checksum(got) == checksum(sent), "the checksum differs: %s, not %s" % (
        checksum(got), checksum(sent))


def large_file_bytes(protocol):
    """A quarter of it where every byte is encrypted, which takes emulated guests long."""
    whole = int(os.environ.get("CASELAB_LARGE_FILE_MIB", "32")) * 1024 * 1024
    return whole if protocol == "ftp" else whole // 4
