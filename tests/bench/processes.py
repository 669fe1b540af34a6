"""Runs the benchmark's programs: pinned to a core, and counted by valgrind and strace."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, CLIENT_CORE = CORES[0], CORES[-1]  # the same where there is only one
TIMEOUT = 600  # seconds, of any one program


def pinned(core):
    return ["taskset", "-c", str(core)]


def run(command, **options):
    """Standard output and error of a command that must succeed."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=TIMEOUT, check=False, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout, done.stderr


def lines_of(command, **options):
    """The lines of JSON that a program prints."""
    return [json.loads(line) for line in run(command, **options)[0].splitlines() if line.startswith("{")]


class Server:
    """The server of the call benchmark, on its core, while the `with` block runs."""

    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.ca = pathlib.Path(self.folder.name) / "ca.pem"
        self.process = subprocess.Popen([*pinned(SERVER_CORE), str(self.program), str(self.ca)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.urls = json.loads(self.process.stdout.readline())
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(TIMEOUT)
        self.process.stdout.close()
        self.folder.cleanup()


def instructions(command, **options):
    """Instructions in user space; None where there is no valgrind."""
    if shutil.which("valgrind") is None:
        return None
    _, log = run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], **options)
    return int(re.search(r"Collected *: (\d+)", log).group(1))


def system_calls(command, **options):
    """System calls of all threads; None where strace is missing or not permitted."""
    if shutil.which("strace") is None:
        return None
    with tempfile.NamedTemporaryFile("r") as table:
        try:
            run(["strace", "-f", "-c", "-o", table.name, *command], **options)
        except RuntimeError as problem:
            if "ptrace" in str(problem):
                return None
            raise
        columns = [line.split() for line in table if line.rstrip().endswith(" total")]
    return int(columns[0][3])
