"""Test Anything Protocol: how the scripts under tests/ report each of their cases."""

import sys


class Tap:
    """Prints one line a case; `done()` prints the plan and gives the exit status."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def case(self, name, problem=""):
        """Passed when `problem` is empty; else its text explains the failure."""
        self.count += 1
        name = name.replace("#", "no. ")
        if not problem:
            print(f"ok {self.count} - {name}", flush=True)
            return
        self.failed += 1
        print(f"not ok {self.count} - {name}")
        for line in str(problem).splitlines():
            print(f"# {line}")
        sys.stdout.flush()

    def done(self):
        print(f"1..{self.count}", flush=True)
        return 1 if self.failed else 0
