"""Command-line clients, run with a time limit and their output kept."""

import os
import re
import subprocess

import pytest

from support.environment import PATIENCE
from support.logs import note


def run(label, arguments, home, text=None, succeeds=True, environment=None):
    """Runs a client; its output is in the log and in what is returned."""
    note(label, "$ " + " ".join(arguments))
    done = subprocess.run(
        arguments, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        timeout=3 * PATIENCE, cwd=home, encoding="utf-8", errors="replace",
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8",
             "TERM": "dumb", **(environment or {})})
    output = re.sub(r"(?m)\bPASS .*$", "PASS ****", done.stdout)
    for line in output.splitlines()[-200:]:
        note(label, "  " + line)
    note(label, "= exit status %d" % done.returncode)
    if (done.returncode == 0) != succeeds:
        last = next((line for line in reversed(output.splitlines()) if line.strip()), "no output")
        pytest.fail("%s %s with status %d: %s" % (
            arguments[0], "ended" if succeeds else "should have failed but ended",
            done.returncode, last.strip()), pytrace=False)
    return output


def private(path, text):
    """Writes a file that only its owner reads: a password never stands on a command line."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(text)
    return str(path)
