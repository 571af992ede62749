"""Command-line clients, run with a time limit and their output kept."""

import os
import re
import subprocess

import pytest

from support.environment import PATIENCE
from support.logs import note


def run(label, arguments, home, text=None, succeeds=True, environment=None, limit=3 * PATIENCE):
    """Runs a client; its output is in the log and in what is returned."""
    note(label, "$ " + " ".join(arguments))
    try:
        done = subprocess.run(
            arguments, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=limit, cwd=home, encoding="utf-8", errors="replace",
            env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8",
                 "TERM": "dumb", **(environment or {})})
    except subprocess.TimeoutExpired as error:
        output = kept(label, (error.stdout or b"").decode("utf-8", "replace"))
        pytest.fail("%s did not end within %d s: %s" % (arguments[0], limit, last_line(output)),
                    pytrace=False)
    output = kept(label, done.stdout)
    note(label, "= exit status %d" % done.returncode)
    if succeeds is not None and (done.returncode == 0) != succeeds:
        pytest.fail("%s %s with status %d: %s" % (
            arguments[0], "ended" if succeeds else "should have failed but ended",
            done.returncode, last_line(output)), pytrace=False)
    return output


def kept(label, output):
    """The output without passwords, and in the log."""
    output = re.sub(r"(?m)\bPASS .*$", "PASS ****", output)
    for line in output.splitlines()[-200:]:
        note(label, "  " + line)
    return output


def last_line(output):
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "no output"


def private(path, text):
    """Writes a file that only its owner reads: a password never stands on a command line."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(text)
    return str(path)
