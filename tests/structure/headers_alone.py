"""Every header compiles alone with FEISHU_SEPARATE_COMPILATION, every public header also header-only.

Header-only, a header brings in bodies (.ipp), which include headers again. Only a header that comes back to itself
that way can compile in one mode and not in the other: what the rest includes is checked where it stands. Of the
emulator only what programs include is tried header-only: each try brings in all of it, for seconds.

Headers of api/ are a line each for structs and rules, which are checked where they stand; all.hpp stands for them. The
many headers of generated/ include generated/common.hpp before all else; they find it precompiled.
"""

import pathlib
import re
import sys
import tempfile

from project import Tap, arguments, first_errors, headers, in_parallel, included, sources

SWITCH = "FEISHU_SEPARATE_COMPILATION"
ONLY_SEPARATE = re.compile(r"/src(_\w+)?\.hpp$")  # files that are only for the first mode
EMULATOR = "feishu/emulator/"
EMULATOR_FOR_PROGRAMS = {EMULATOR + name for name in ("server.hpp", "state.hpp")}
COMMON = "feishu/generated/common.hpp"


class Check:
    """Compiles headers alone."""

    def __init__(self, root, compiler, scratch):
        self.include = pathlib.Path(root) / "include"
        self.compiler = compiler
        self.flags = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", f"-I{self.include}"]
        self.direct = {str(path.relative_to(self.include)): included(path) for path in sources(root)}
        self.common = compiler.precompile(COMMON, scratch, *self.flags, f"-D{SWITCH}")

    def reached(self, name):
        """Everything that a header includes, directly or not."""
        found, ahead = set(), list(self.direct[name])
        while ahead:
            other = ahead.pop()
            if other not in found:
                found.add(other)
                ahead += self.direct.get(other, [])
        return found

    def problem_with(self, name):
        reached = self.reached(name)
        separate = [f"-D{SWITCH}"]
        if name.startswith("feishu/generated/") and COMMON in reached:
            separate += self.common
        modes = {"separate": separate}
        inside = name.startswith(EMULATOR) and name not in EMULATOR_FOR_PROGRAMS
        if name in reached and "/impl/" not in name and not inside and not ONLY_SEPARATE.search(name):
            modes["header-only"] = []
        for mode, flags in modes.items():
            # Twice, as a program may include it.
            source = f"#include <{name}>\n#include <{name}>\n"
            status, output = self.compiler.run("-fsyntax-only", *self.flags, *flags, source=source)
            if status != 0:
                return f"{mode}:\n" + first_errors(output)
        return ""


def main():
    args = arguments("root")
    names = [name for name in headers(args.root) if not name.startswith("feishu/api/") or name.endswith("all.hpp")]
    with tempfile.TemporaryDirectory() as scratch:
        problems = in_parallel(Check(args.root, args.compiler, scratch).problem_with, names)
    tap = Tap()
    for name, problem in zip(names, problems):
        tap.case(f"<{name}> compiles alone", problem)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
