"""The official SDK for Node works with the emulator as with the platform, and sends what the library's client sends.

usage: check.py DIRECTORY PLATFORM CLIENT

Installs the SDK, pinned by package-lock.json, into DIRECTORY, which is kept for the next run; then runs all.mjs.
PLATFORM is the program that runs the emulator, CLIENT the one that makes calls with the library's client.
"""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
from npm import install  # noqa: E402
from tap import Tap  # noqa: E402

FILES = sorted(file.name for kind in ("*.json", "*.mjs") for file in HERE.glob(kind))


def main():
    directory, *programs = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    problem = install(HERE, FILES, directory)
    if problem:
        tap = Tap()
        tap.case("the SDK can be installed", problem)
        sys.exit(tap.done())
    direct = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    done = subprocess.run(["node", directory / "all.mjs", *programs], env={**os.environ, **direct}, check=False)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
