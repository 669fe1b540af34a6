"""Running the compiler under test from scripts."""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess


# g++ spends a seventh of its time on freeing memory in between; it needs less than this.
MORE_MEMORY = "--param=ggc-min-heapsize=2000000"


class Compiler:
    """A compiler command with the project's language level."""

    def __init__(self, command):
        self.command = list(command)
        self.is_clang = "clang" in os.path.basename(self.command[0]) or any(
            os.path.basename(part).startswith("clang") for part in command
        )

    @property
    def family(self):
        return "clang" if self.is_clang else "gcc"

    def run(self, *arguments, source=None):
        """Exit status and messages; `source` is C++ on standard input."""
        command = [*self.command, "-std=c++20", *([] if self.is_clang else [MORE_MEMORY]), *arguments]
        if source is not None:
            command += ["-x", "c++", "-"]
        done = subprocess.run(
            command, input=source, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, "LC_ALL": "C"}, check=False,
        )
        return done.returncode, done.stdout

    def precompile(self, header, folder, *flags):
        """Flags that have `header` included first, precompiled in `folder` with `flags`. Where that fails (another
        compiler, an error that shows later) what uses them only takes longer."""
        copy = pathlib.Path(folder) / "precompiled.hpp"
        copy.write_text(f"#include <{header}>\n", encoding="utf-8")
        self.run(*flags, "-x", "c++-header", str(copy), "-o", f"{copy}.gch")
        return ["-include", str(copy)]


def first_errors(output, count=6):
    """The lines of compiler output that a reader needs first."""
    lines = output.splitlines()
    errors = [line for line in lines if re.search(r"\b(error|undefined reference)\b", line)]
    return "\n".join((errors or lines)[:count])


def in_parallel(function, items):
    """`function` over `items` on every processor, results in order."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, items))


def arguments(*positional):
    """Command line of a check: the positionals, --version, and the compiler command after `--`."""
    parser = argparse.ArgumentParser()
    for name in positional:
        parser.add_argument(name)
    parser.add_argument("--version")
    parser.add_argument("compiler", nargs="+", help="the compiler command, after --")
    parsed = parser.parse_args()
    parsed.compiler = Compiler(parsed.compiler)
    return parsed
