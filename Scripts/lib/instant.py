"""Figures of ready states for Scripts/bench: how quick, how small, beside libvirt's own save images.

Each ratio has both of its sides measured in turns, on the same machine at the same time.
"""

import json
import os
import pathlib
import statistics
import subprocess
import time

# What stands in an environment of four, of the size that most companions have: it installs nothing,
# so that only the machines count.
NEIGHBOUR = """schema: caselab.companion/1
name: {name}
title: A neighbour
role: {role}
os: [debian]
image: {{ id: debian, version: "12" }}
node: {{ memory_mib: 256, cpus: 1, disk_gib: 4 }}
host: {name}
links: [inside]
health: {{ run: "true", timeout: 30 }}
"""
STAMP = """schema: caselab.suite/1
name: stamp
title: When it starts
run: date +%s.%N
format: exit
time_limit: 60
"""
PRODUCT = """schema: caselab.product/1
name: nothing
title: Nothing
os: [debian]
protocols: {ftp: {port: 21}}
version: {run: echo 1, pattern: '(1)'}
install: []
health: {run: "true", timeout: 5}
"""
ROLES = ["logs", "mail", "storage"]


class Lab:
    def __init__(self, tool, work, env, ticket):
        self.tool, self.home, self.ticket = str(tool), pathlib.Path(env["CASELAB_HOME"]), ticket
        profiles = work / "instant"
        for folder in ["products", "companions", "suites/stamp"]:
            (profiles / folder).mkdir(parents=True)
        (profiles / "products/nothing.yaml").write_text(PRODUCT)
        (profiles / "suites/stamp/suite.yaml").write_text(STAMP)
        for role in ROLES:
            (profiles / f"companions/near-{role}.yaml").write_text(
                NEIGHBOUR.format(name=f"near-{role}", role=role))
        self.env = {**env, "CASELAB_PROFILES": str(profiles)}

    def call(self, *words, check=True):
        answer = subprocess.run([self.tool, *words], env=self.env, capture_output=True, text=True)
        if check and answer.returncode != 0:
            raise SystemExit(f"caselab {' '.join(words)}: {answer.stderr}")
        return answer.stdout

    def open(self, case, nodes=()):
        self.call("case", "open", case, "--ticket", str(self.ticket))
        members = ", ".join(f"{name}: auto" for name in ["product", *nodes])
        links = f"links:\n  inside: {{ subnet: 10.77.0.0/24, nodes: {{ {members} }} }}\nnodes:\n"
        links += "".join(f"  {name}: {{ companion: {name} }}\n" for name in nodes)
        (self.home / "cases" / case / "profile.yaml").write_text(f"""schema: caselab.profile/1
case: {case}
product: {{name: nothing}}
os: {{id: debian, version: "12"}}
protocols: [ftp]
node: {{ memory_mib: 512, cpus: 2, disk_gib: 8 }}
{links if nodes else ""}suites: [stamp]
""")

    def behind(self, case, hand):
        """Seconds by which the clocks of a ready state's machines are behind the host's: they have
        their time from a real-time clock of whole seconds, and keep what they miss of it."""
        self.call("up", case, check=False)
        names = hand.virsh("list", "--name").split()
        name = next(n for n in names if f".{case}." in n and n.endswith(".product"))
        answers = []
        for _ in range(7):
            before = time.time()
            guest = json.loads(hand.virsh(
                "qemu-agent-command", name, '{"execute":"guest-get-time"}'))["return"] / 1e9
            after = time.time()
            answers.append((after - before, (before + after) / 2 - guest))
        self.call("down", case)
        return min(answers)[1]

    def run(self, case, *more):
        """Seconds from the command to the suite's first command, by the guest's clock; and the
        stages."""
        typed = time.time()
        run = json.loads(self.call("run", case, "--json", *more))
        output = next(a for a in run["artifacts"] if a["kind"] == "suite-output")["digest"]
        stamp = (self.home / "artifacts" / output[:2] / output).read_text()
        return float(stamp) - typed, [stage["name"] for stage in run["stages"]]


def median(values):
    return statistics.median(values)


def by_hand(hand, work, disk):
    """A machine of the same size, saved by virsh: plain restore to first agent ping, seconds."""
    hand.memory = 512
    overlay, saved = work / "plain.qcow2", work / "plain.save"
    hand.boot(disk, overlay, uplink=False)
    hand.virsh("save", hand.name, str(saved))

    def restore():
        start = time.perf_counter()
        hand.virsh("restore", str(saved))
        while hand.agent("guest-ping") is None:
            time.sleep(0.02)
        return time.perf_counter() - start

    return restore


def cached(path):
    """Bytes of a file that the host holds in its page cache (fincore(1))."""
    out = subprocess.run(
        ["fincore", "--bytes", "--noheadings", "--output", "RES", str(path)],
        check=True, capture_output=True, text=True).stdout
    return int(out)


def blocks(folder):
    return sum(f.stat().st_blocks * 512 for f in pathlib.Path(folder).rglob("*") if f.is_file())


def processes(home_tag):
    found = []
    for folder in pathlib.Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and f"guest=caselab.{home_tag}." in (
                    folder / "cmdline").read_text().replace("\0", " "):
                found.append(int(folder.name))
        except (OSError, UnicodeDecodeError):
            pass
    return found


def clones(lab, cases, tag):
    """Memory and disk of one environment that is up, and of all; bytes."""
    ready = lab.home / "ready"
    memory, disk = [], []
    try:
        for case in cases:
            lab.call("up", case, check=False)
            time.sleep(1)
            pids = processes(tag())
            # What is mapped is counted once by the shares; what is only cached, here.
            files = sum(cached(f) for f in ready.glob("*/product.memory"))
            private = sum(private_bytes(pid) for pid in pids)
            memory.append(private + files)
            disk.append(blocks(ready) + blocks(lab.home / "cases"))
    finally:
        for case in cases:
            lab.call("down", case, check=False)
    return memory, disk


def private_bytes(pid):
    total = 0
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(("Private_Clean:", "Private_Dirty:")):
            total += int(line.split()[1]) << 10
    return total


def usage_of(words, env):
    """Own CPU time, ms, and peak resident memory, MB, of one process."""
    process = subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{words} ended with status {status}")
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def measure(tool, work, env, ticket, hand, disk, figure, say, rounds=5):
    lab = Lab(tool, work, env, ticket)
    say("ready states: one node, and four")
    lab.open("ONE-1")
    lab.open("FOUR-1", [f"near-{role}" for role in ROLES])
    for case in ["ONE-1", "FOUR-1"]:
        lab.run(case)
    restore = by_hand(hand, work, disk)
    plain, one, four, cold, reset = [], [], [], [], []
    late = {case: lab.behind(case, hand) for case in ["ONE-1", "FOUR-1"]}
    say(f"clocks behind: {late}")
    try:
        for _ in range(rounds):
            plain.append(restore())
            hand.destroy()
            seconds, stages = lab.run("ONE-1")
            assert "boot" not in stages, stages
            one.append(seconds + late["ONE-1"])
            seconds, stages = lab.run("FOUR-1")
            assert "boot" not in stages, stages
            four.append(seconds + late["FOUR-1"])
            cold.append(lab.run("ONE-1", "--cold")[0])
        again, lab_reset = [], []
        lab.call("run", "ONE-1", "--keep", "always")
        restore()
        for _ in range(rounds):
            start = time.perf_counter()
            hand.destroy()
            restore()
            again.append(time.perf_counter() - start)
            start = time.perf_counter()
            lab.call("reset", "ONE-1")
            lab_reset.append(time.perf_counter() - start)
        used = [usage_of([lab.tool, "reset", "ONE-1"], lab.env) for _ in range(rounds)]
        hand.destroy()
        lab.call("down", "ONE-1")
    finally:
        hand.destroy()
    say(f"plain restore {median(plain):.2f} s, run {median(one):.2f} s, of four nodes "
        f"{median(four):.2f} s, cold {median(cold):.2f} s, reset {median(lab_reset):.2f} s, "
        f"destroy and restore by hand {median(again):.2f} s")
    figure("warm_vs_restore", median(one) / median(plain), "ratio", 1.5)
    figure("cold_vs_warm", median(cold) / median(one), "ratio", 30)
    figure("four_nodes_vs_one", median(four) / median(one), "ratio", 2)
    figure("reset_vs_restore", median(lab_reset) / median(again), "ratio", 1.2)

    figure("restore_cpu_ms", median([cpu for cpu, _ in used]), "ms", 50)
    figure("restore_rss_mb", max(peak for _, peak in used), "MB", 60)

    cases = [f"CLONE-{n}" for n in range(1, 9)]
    for case in cases:
        lab.open(case)

    def tag():
        names = subprocess.run(
            ["virsh", "list", "--name"], check=True, capture_output=True, text=True).stdout
        return next(n.split(".")[1] for n in names.split() if ".CLONE-1." in n)

    # The same environment as `run` has, so that there is one ready state.
    memory, disk = clones(lab, cases, tag)
    figure("clones8_rss_vs_one", memory[-1] / memory[0], "ratio", 3)
    figure("clones8_disk_vs_one", disk[-1] / disk[0], "ratio", 1.2)
