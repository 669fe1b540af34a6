"""Builds everything with every compiler, runs every test, counts cases.

A step that breaks counts as one failed case; the others still run. Exit status 1 when anything failed.
"""

import argparse
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

from compiler import MORE_MEMORY

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("FEISHU_BUILD_DIR") or ROOT / "build").absolute()

# Boost.Test's short report: "11 test cases out of 12 passed", "1 test case out of 12 failed", … skipped.
REPORT = re.compile(r"(\d+) test cases? out of (\d+) (passed|skipped)")
# Its log at level unit_scope: where a program is.
SCOPE = re.compile(r'(Entering|Leaving) test case "(\w+)"')
UNEVENTFUL = re.compile(r"^ok |(Entering|Leaving) test |is skipped because")
PROBLEM_LINES = 40
ROOM = 8  # GiB: twice what the largest build needs


class Count:
    """Cases so far; prints as it goes."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.phases = []  # what took how many seconds

    @contextlib.contextmanager
    def phase(self, name):
        start = time.monotonic()
        yield
        self.phases.append((name, time.monotonic() - start))

    def add(self, what, passed, failed, output="", seconds=0.0):
        self.passed += passed
        self.failed += failed
        print(f"{'ok  ' if not failed else 'FAIL'} {what}: {passed} passed, {failed} failed ({seconds:.0f} s)",
              flush=True)
        if failed and output:
            print("\n".join("    " + line for line in output.splitlines()[-PROBLEM_LINES:]), flush=True)

    def step(self, what, command, **options):
        """Runs a step that is no test. Only its failure counts, as one failed case."""
        start = time.monotonic()
        try:
            done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  errors="replace", check=False, **options)
            status, output = done.returncode, done.stdout
        except OSError as problem:
            status, output = 1, str(problem)
        seconds = time.monotonic() - start
        if status != 0:
            self.add(what, 0, 1, of_interest(output), seconds)
        else:
            print(f"ok   {what} ({seconds:.0f} s)", flush=True)
        return status == 0


def of_interest(output):
    """Errors of a build log first: ninja prints long command lines around them."""
    errors = [line for line in output.splitlines() if re.search(r"error|FAILED|ERROR|undefined reference", line)]
    return "\n".join(line[:300] for line in errors[:PROBLEM_LINES]) or output


class Build:
    """One build directory."""

    def __init__(self, name, compiler, wanted, options=(), programs=(), cases=""):
        """`wanted` says of a suite's name whether its tests run. `programs` are the only unit tests to build and run,
        if given; `cases` says which of their cases, as Boost.Test's --run_test does."""
        self.name, self.compiler, self.wanted, self.options = name, compiler, wanted, list(options)
        self.programs, self.cases = programs, cases
        # What ld takes two seconds for, four with sanitizers, these do in half a second.
        self.linker = "lld" if compiler.startswith("clang") else "mold"
        self.directory = BUILD / name

    def configure(self, count):
        command = ["meson", "setup", "-Dwerror=true", "-Ddebug=false", *self.options, self.directory, ROOT]
        if (self.directory / "build.ninja").is_file():
            command.insert(2, "--reconfigure")
        elif self.directory.exists():
            shutil.rmtree(self.directory)
        return count.step(f"configure {self.name} with {self.compiler}", command,
                          env={**os.environ, "CXX": self.compiler, "CXX_LD": self.linker, "LC_ALL": "C"})

    def build(self, count, target):
        targets = [f"tests/unit_{program}" for program in self.programs] or [target]
        count.step(f"build {self.name} with {self.compiler}", ["ninja", "-k", "0", "-C", self.directory, *targets])

    def make_room(self):
        """Removes what was built and tested, if the next build may not fit beside it."""
        free = shutil.disk_usage(BUILD if BUILD.exists() else ROOT).free / 2**30
        if free < ROOM and self.directory.exists():
            print(f"{free:.1f} GiB free: {self.directory} is removed", flush=True)
            shutil.rmtree(self.directory)

    def suites(self):
        """The wanted suites with their tests, as meson describes them."""
        told = subprocess.run(["meson", "introspect", "--tests", self.directory], text=True, check=False,
                              stdout=subprocess.PIPE).stdout
        suites = {}
        for test in json.loads(told or "[]"):
            suite = test["suite"][0].split(":")[-1]
            if self.wanted(suite) and (not self.programs or test["name"] in self.programs):
                suites.setdefault(suite, []).append(test)
        return suites

    def run_tests(self, count):
        suites = self.suites()
        if "unit" not in suites:
            count.add(f"{self.name} unit tests", 0, 1, "there are none")
        # Suites apart: the scripts of one use every processor.
        for suite, tests in suites.items():
            with count.phase(f"{self.name}: {suite}"):
                self.run_suite(count, suite, tests)

    def run_suite(self, count, suite, tests):
        there = [test["name"] for test in tests if pathlib.Path(test["cmd"][0]).exists()]
        log = self.directory / "meson-logs" / "testlog.json"
        log.unlink(missing_ok=True)
        if there:
            chosen = {"BOOST_TEST_RUN_FILTERS": self.cases} if self.cases else {}
            subprocess.run(["meson", "test", "-C", self.directory, "--no-rebuild", "--suite", suite, *there],
                           env={**os.environ, **chosen}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           check=False)
        lines = log.read_text(encoding="utf-8").splitlines() if log.is_file() else []
        ran = {result["name"].split(" / ")[-1]: result for result in map(json.loads, lines)}
        for test in tests:
            name = test["name"]
            title = f"{self.name} {suite} {name}"
            if name in ran and ran[name]["result"] == "SKIP":
                print(f"skip {title}: {(ran[name].get('stdout') or '').strip()}", flush=True)
            elif name in ran:
                count.add(title, *cases_of(ran[name], counts=suite in ("unit", "faults") or test["protocol"] == "tap"))
            else:
                count.add(title, 0, 1, "did not run" if name in there else "was not built")


def cases_of(result, counts):
    """Passed, failed, output and duration of one program or script, from meson's log. `counts`: it says how many
    cases it had; else it is one."""
    stdout, stderr = result.get("stdout") or "", result.get("stderr") or ""
    passed = len(re.findall(r"^ok \d+", stdout, re.MULTILINE))
    failed = len(re.findall(r"^not ok \d+", stdout, re.MULTILINE))
    report = [(int(count), int(total), kind) for count, total, kind in REPORT.findall(stdout + stderr)]
    if report:
        passed = sum(count for count, _, kind in report if kind == "passed")
        failed = report[0][1] - sum(count for count, _, _ in report)
    # A crash, a timeout, a sanitizer's complaint after the last case: failed, whatever was counted.
    succeeded = result["result"] in ("OK", "EXPECTEDFAIL")
    if not succeeded and failed == 0:
        failed = 1
    elif passed + failed == 0:
        passed, failed = (0, 1) if counts else (1, 0)
    text = "\n".join(line for line in (stdout + stderr).splitlines() if not UNEVENTFUL.search(line))
    if not succeeded:
        text += f"\n{result['result']}, exit status {result.get('returncode')}{under_way(stdout)}"
    return passed, failed, text, result.get("duration") or 0.0


def under_way(log):
    """The case that a program was in when it ended: what hangs or crashes."""
    steps = SCOPE.findall(log)
    return f", in {steps[-1][1]}" if steps and steps[-1][0] == "Entering" else ""


ONCE = ("structure", "consumers", "codegen", "interop", "page", "snippets", "bench")  # what does not depend on the compiler
# Checks at every access, which take a quarter of the compile time; null pointers still crash, with a report. The fuzzers
# have all checks.
LESS = "-fno-sanitize=null,alignment,vptr,object-size"
# Four files at once take a third less than one by one. g++ has them one by one, as their authors do: it finds includes
# that are missing, and names that hide others without sharing a file.
UNITY = ["-Dunity=on", "-Db_lundef=false"]
NO_SHADOW = "-Wno-shadow"
# ThreadSanitizer does not model fences; with them, Asio ends the last reference to an executor.
NO_FENCES = "-DBOOST_ASIO_DISABLE_STD_ATOMIC"
BUILDS = [
    Build("gcc", "g++", lambda suite: True, [f"-Dcpp_args={MORE_MEMORY}"]),
    Build("clang", "clang++-19", lambda suite: suite not in ONCE,
          [*UNITY, "-Db_sanitize=address,undefined", f"-Dcpp_args=-gline-tables-only {LESS} {NO_SHADOW}"]),
    # What threads share. The simulation of event_delivery has none, and is slow here.
    Build("tsan", "clang++-19", lambda suite: suite == "unit",
          [*UNITY, "-Db_sanitize=thread", f"-Dcpp_args=-gline-tables-only {NO_SHADOW} {NO_FENCES}"],
          programs=("bot", "client", "emulator", "event", "http", "store"), cases="!event_delivery"),
]
COVERAGE = Build("coverage", "g++", lambda suite: suite == "unit", ["-Db_coverage=true", f"-Dcpp_args={MORE_MEMORY}"])
LINES_COVERED = 92  # percent of the hand-written lines, at least


def coverage(count):
    """How much of the library's hand-written lines the unit tests run."""
    report = COVERAGE.directory / "coverage.txt"
    count.step("collect coverage", ["gcovr", "--root", ROOT, "--filter", str(ROOT / "include/feishu"),
                                    "--exclude", ".*/(generated|api)/.*", "--exclude", ".*/impl/errc.ipp",
                                    "--gcov-ignore-parse-errors", "--txt", report, COVERAGE.directory])
    total = re.search(r"^TOTAL\s+\d+\s+\d+\s+(\d+)%", report.read_text() if report.is_file() else "", re.MULTILINE)
    percent = int(total.group(1)) if total else 0
    covered = percent >= LINES_COVERED
    count.add(f"coverage: {percent} % of the hand-written lines, of {LINES_COVERED} (see {report})", int(covered),
              int(not covered))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="only the unit tests, with g++")
    parser.add_argument("--coverage", action="store_true", help="only the unit tests, and how much of the code they run")
    chosen = parser.parse_args()
    builds = BUILDS
    if chosen.quick:
        builds = [Build("gcc", "g++", lambda suite: suite == "unit", [f"-Dcpp_args={MORE_MEMORY}"])]
    if chosen.coverage:
        builds = [COVERAGE]

    count = Count()
    for build in builds:
        with count.phase(f"{build.name}: configure"):
            configured = build.configure(count)
        if configured:
            with count.phase(f"{build.name}: compile"):
                build.build(count, "everything" if builds is BUILDS else "meson-test-prereq")
            build.run_tests(count)
        if builds is BUILDS:
            build.make_room()
    if chosen.coverage:
        coverage(count)
    print("\n".join(f"{seconds:6.0f} s  {name}" for name, seconds in count.phases))
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
