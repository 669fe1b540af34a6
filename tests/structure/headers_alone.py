"""Every header compiles alone with FEISHU_SEPARATE_COMPILATION, every public header also header-only.

Header-only, a header brings in bodies (.ipp), which include headers again. Only a header that comes back to itself
that way can compile in one mode and not in the other: what the rest includes is checked where it stands. Of the
emulator only what programs include is tried header-only: each try brings in all of it, for seconds.

Internal headers are tried with everything precompiled that is not ours: whether they include enough of that shows in
the public headers that bring them in.

Headers of api/ are a line each for structs and rules; api/all.hpp stands for them. Headers of generated/ include what the
generator counted up while it wrote them; those with models stand for them, and tests/wire includes most others alone.
"""

import pathlib
import re
import sys
import tempfile

from project import FOREIGN, Tap, arguments, first_errors, headers, in_parallel, included, sources

SWITCH = "FEISHU_SEPARATE_COMPILATION"
ONLY_SEPARATE = re.compile(r"/src(_\w+)?\.hpp$")  # files that are only for the first mode
ONE_FOR_ALL = re.compile(r"feishu/api/(?!all\.hpp)|feishu/generated/(?!.*(models|common)\.hpp)")
EMULATOR = "feishu/emulator/"
EMULATOR_FOR_PROGRAMS = {EMULATOR + name for name in ("server.hpp", "state.hpp")}


class Check:
    """Compiles headers alone."""

    def __init__(self, root, compiler, folder):
        self.include = pathlib.Path(root) / "include"
        self.compiler = compiler
        self.flags = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-DFEISHU_WITH_PROTOZERO", f"-I{self.include}"]
        self.foreign = self.precompile_foreign(sources(root), folder)
        self.direct = {str(path.relative_to(self.include)): included(path) for path in sources(root)}

    def precompile_foreign(self, paths, folder):
        """Flags that bring in what any header includes of others' libraries, as far as this system has it."""
        names = sorted({name for path in paths for name in FOREIGN.findall(path.read_text(encoding="utf-8"))})
        text = "".join(f"#if __has_include(<{name}>)\n#include <{name}>\n#endif\n" for name in names)
        (pathlib.Path(folder) / "foreign.hpp").write_text(text, encoding="utf-8")
        return self.compiler.precompile("foreign.hpp", folder, *self.flags, f"-I{folder}", f"-D{SWITCH}")

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
        if "/impl/" in name:
            return self.try_modes(name, {"separate": [*self.foreign, f"-D{SWITCH}"]})
        reached = self.reached(name)
        modes = {"separate": [f"-D{SWITCH}"]}
        inside = name.startswith(EMULATOR) and name not in EMULATOR_FOR_PROGRAMS
        if name in reached and not inside and not ONLY_SEPARATE.search(name):
            modes["header-only"] = []
        return self.try_modes(name, modes)

    def try_modes(self, name, modes):
        for mode, flags in modes.items():
            # Twice, as a program may include it.
            source = f"#include <{name}>\n#include <{name}>\n"
            status, output = self.compiler.run("-fsyntax-only", *self.flags, *flags, source=source)
            if status != 0:
                return f"{mode}:\n" + first_errors(output)
        return ""


def main():
    args = arguments("root")
    names = [name for name in headers(args.root) if not ONE_FOR_ALL.match(name)]
    with tempfile.TemporaryDirectory() as folder:
        problems = in_parallel(Check(args.root, args.compiler, folder).problem_with, names)
    tap = Tap()
    for name, problem in zip(names, problems):
        tap.case(f"<{name}> compiles alone", problem)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
