"""Builds the benchmark's programs with -O2, measures, and writes table.md, data.json and charts.

Everything goes to bench/ in the build directory: FEISHU_BUILD_DIR, or build/ in the checkout.
"""

import argparse
import os
import pathlib
import platform
import shutil
import subprocess
import sys

import calls
import compile_time
import processes
import report
from programs import Programs

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("FEISHU_BUILD_DIR") or ROOT / "build").absolute() / "bench"
COMPILER = os.environ.get("CXX", "g++").split()
SECTIONS = ("calls", "json", "events", "stores", "emulator", "transfers", "compile", "scale")
OPERATIONS = {"sync": 8_000, "async": 20_000}  # of one run
LIMITS = {"threads": 64, "tenants": 10_000, "messages": 100_000, "remembered": 1_000_000}


def build(directory, options, targets):
    """Configures once, and builds; the output shows when it fails."""
    if not (directory / "build.ninja").is_file():
        processes.run(["meson", "setup", *options, directory, ROOT], env={**os.environ, "LC_ALL": "C"})
    subprocess.run(["ninja", "--quiet", "-C", directory, *targets], check=True, stdout=sys.stderr)


def machine():
    """Where and when this was measured, in one line."""
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    compiler = subprocess.run([*COMPILER, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[0]
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True, check=False).stdout.strip()
    date = subprocess.run(["date", "-u", "+%Y-%m-%d %H:%M UTC"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    return (f"{date}, commit {commit or 'unknown'}; {model}, {len(processes.CORES)} cores, load {os.getloadavg()[0]:.1f} at the "
            f"beginning; {compiler}, Linux {platform.release()}. Server on core {processes.SERVER_CORE}, clients on core "
            f"{processes.CLIENT_CORE}; programs take turns, medians.")


def measure(sections, rounds):
    """The data, and what is absent. A section that fails is absent; the others are measured all the same."""
    programs = Programs(BUILD / "tests" / "bench")
    data = {}
    with processes.Server(programs.path("server")) as server:
        parts = {
            "calls": lambda: calls.measure(server, programs.callers(node_folder=BUILD / "node"), rounds, OPERATIONS),
            "json": lambda: programs.json(3 * rounds),
            "events": lambda: programs.events(3 * rounds),
            "stores": lambda: programs.stores(rounds),
            "emulator": lambda: programs.emulator(rounds, 20_000, 1_000_000, 100_000),
            "transfers": lambda: programs.transfers(rounds, 1024),
            "compile": lambda: compile_time.measure(COMPILER, ROOT, BUILD / "examples" / "alert", min(3, rounds)),
            "scale": lambda: programs.scale(server, min(3, rounds), LIMITS),
        }
        for section in sections:
            print(f"measuring {section}", file=sys.stderr, flush=True)
            try:
                data |= parts[section]()
            except (RuntimeError, subprocess.SubprocessError) as problem:
                print(problem, file=sys.stderr)
                programs.absent[section] = str(problem).strip().splitlines()[0]
    for tool in ("valgrind", "strace"):
        if shutil.which(tool) is None:
            programs.absent[tool] = "not installed"
    return data, programs.absent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="a short run that checks itself, as a part of tests/run")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="a part; may be repeated")
    parser.add_argument("--rounds", type=int, default=11)
    chosen = parser.parse_args()
    if chosen.smoke:
        directory = BUILD.parent / "gcc"
        build(directory, ["-Dwerror=true", "-Ddebug=false"], ["bench"])
        return subprocess.run([sys.executable, pathlib.Path(__file__).with_name("smoke.py"), directory / "tests" / "bench",
                               "--", *COMPILER], check=False).returncode
    sections = chosen.only or SECTIONS
    where = machine()
    build(BUILD, ["-Doptimization=2", "-Ddebug=false"], ["bench", "examples/alert"])
    data, absent = measure(sections, chosen.rounds)
    print(report.write(BUILD / "report", data, where, absent))
    print(f"in {BUILD / 'report'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
