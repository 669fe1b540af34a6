"""Every public header compiles alone, header-only and with FEISHU_SEPARATE_COMPILATION.

The second mode of a header is only tried when it can differ: when the header or one that it includes, directly or
not, looks at the switch through more than core/config.hpp.
"""

import pathlib
import sys

from project import Tap, arguments, first_errors, headers, in_parallel, included

SWITCH = "FEISHU_SEPARATE_COMPILATION"
ONLY_SEPARATE = "/src.hpp"  # files that are only for the second mode


class Modes:
    """Which headers read differently in the two modes."""

    def __init__(self, root):
        self.include = pathlib.Path(root) / "include"
        self.known = {"feishu/core/config.hpp": False}

    def differ(self, name):
        if name not in self.known:
            self.known[name] = False  # for cycles
            path = self.include / name
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            self.known[name] = SWITCH in text or any(self.differ(other) for other in included(path))
        return self.known[name]


def problem_with(name, modes, compiler):
    # Twice, as a program may include it.
    source = f"#include <{name}>\n#include <{name}>\n"
    flags = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", f"-I{modes.include}"]
    separate, header_only = [f"-D{SWITCH}"], []
    wanted = [separate] if name.endswith(ONLY_SEPARATE) else [separate, header_only] if modes.differ(name) else [separate]
    for mode in wanted:
        status, output = compiler.run(*flags, *mode, source=source)
        if status != 0:
            return f"{'separate' if mode else 'header-only'}:\n" + first_errors(output)
    return ""


def main():
    args = arguments("root")
    modes = Modes(args.root)
    names = headers(args.root)
    problems = in_parallel(lambda name: problem_with(name, modes, args.compiler), names)
    tap = Tap()
    for name, problem in zip(names, problems):
        tap.case(f"<{name}> compiles alone", problem)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
