"""A program prints what is written in a file.

usage: transcript.py PROGRAM FILE

The program gets an environment without FEISHU_…, so that it runs against the emulator.
"""

import difflib
import os
import pathlib
import subprocess
import sys

from tap import Tap


def main():
    program, expected = map(pathlib.Path, sys.argv[1:])
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FEISHU_")}
    ended = subprocess.run([program], env=environment, capture_output=True, text=True, timeout=100)
    difference = list(difflib.unified_diff(expected.read_text(encoding="utf-8").splitlines(), ended.stdout.splitlines(),
                                           "expected", "printed", lineterm=""))
    if ended.returncode != 0:
        difference.append(f"exit status {ended.returncode}")
    tap = Tap()
    tap.case(f"{program.name} prints its transcript", "\n".join(difference + ([ended.stderr] if difference else [])))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
