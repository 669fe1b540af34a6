"""The page of the emulator works in a browser, and is what its sources build.

usage: check.py DIRECTORY EMULATE

Installs Playwright, and esbuild with what the page is made of, pinned by package-lock.json, into DIRECTORY, which is kept
for the next run. The browser is Chromium as Debian has it. EMULATE is the program that runs the emulator.
"""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SOURCES = ROOT / "codegen/page"
sys.path.insert(0, str(HERE.parent / "tools"))
from npm import install  # noqa: E402
from tap import Tap  # noqa: E402

TESTS = ["package.json", "package-lock.json", "bot.mjs", "page.mjs"]
BUILD = ["package.json", "package-lock.json", "tsconfig.json", "build.mjs"]


def run(command, **options):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **options)


def is_built(directory):
    """What differs between the page that is committed and that of its sources; empty if nothing."""
    problem = install(SOURCES, BUILD, directory)
    if problem:
        return problem
    shutil.copytree(SOURCES / "src", directory / "src", dirs_exist_ok=True)
    return run(["node", directory / "build.mjs", "--check", "--root", ROOT]).stdout


def has_types(directory):
    done = run(["node", directory / "node_modules/typescript/bin/tsc", "-p", directory])
    return done.stdout if done.returncode else ""


def works(directory, emulate):
    """Runs page.mjs; its output, which is TAP, and whether it succeeded."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    problem = "no Chromium is there: apt-get install chromium" if browser is None else install(HERE, TESTS, directory)
    if problem:
        return "", problem
    environment = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    done = subprocess.run(["node", directory / "page.mjs", emulate, browser], text=True, stdout=subprocess.PIPE,
                          env=environment, check=False)
    return done.stdout, "" if done.stdout else "the tests did not run"


def main():
    directory, emulate = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    tap = Tap()
    tap.case("the page in the header is what its sources build", is_built(directory / "build"))
    tap.case("the sources of the page have the types that they say", has_types(directory / "build"))
    output, problem = works(directory / "tests", emulate)
    if problem:
        tap.case("the page can be tried", problem)
    case, explanation = None, []
    for line in [*output.splitlines(), "end"]:
        if not line.startswith("# ") and case:
            tap.case(case[1], "\n".join(explanation) if case[0] else "")
            case, explanation = None, []
        if line.startswith("# "):
            explanation.append(line[2:])
        elif line.startswith(("ok ", "not ok ")):
            case = (line.startswith("not"), line.split(" - ", 1)[1])
            explanation = ["failed"] if case[0] else []
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
