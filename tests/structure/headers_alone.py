"""Every header compiles alone with FEISHU_SEPARATE_COMPILATION; all public ones compile header-only in any order.

Header-only, a header brings in bodies (.ipp), which include headers again. Only a header that comes back to itself
that way can compile in one mode and not in the other: both directions of the list show that.

Headers that programs do not include themselves (internal ones, rules, handlers) are tried with everything precompiled
that is not ours: whether they include enough of that shows in the public headers that bring them in.

Headers of api/ are a line each for structs and rules; api/all.hpp stands for them. Headers of generated/ include what the
generator counted up while it wrote them; those with models stand for them, and tests/wire includes most others alone.
The build compiles src.hpp of each folder.
"""

import pathlib
import re
import sys
import tempfile

from project import FOREIGN, Tap, arguments, first_errors, headers, in_parallel, included, sources

SWITCH = "FEISHU_SEPARATE_COMPILATION"
LEFT_OUT = re.compile(r"feishu/api/(?!all\.hpp)|feishu/generated/(?!.*(models|common)\.hpp)|.*/(\w+_)?src\.hpp$")
INSIDE = re.compile(r".*/impl/|feishu/(rules|generated|emulator/handlers)/")
HEAVY = re.compile(r"boost/(asio|beast)/|openssl/")


class Check:
    """Compiles headers alone."""

    def __init__(self, root, compiler, folder):
        self.include = pathlib.Path(root) / "include"
        self.compiler = compiler
        self.flags = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-DFEISHU_WITH_PROTOZERO",
                      "-DFEISHU_WITH_SQLITE", "-DFEISHU_WITH_HIREDIS", "-DFEISHU_WITH_MD4C", f"-I{self.include}"]
        files = {str(path.relative_to(self.include)): path for path in sources(root)}
        self.direct = {name: included(path) for name, path in files.items()}
        self.foreign = {name: FOREIGN.findall(path.read_text(encoding="utf-8")) for name, path in files.items()}
        self.folder = pathlib.Path(folder)
        self.precompiled = {}

    def precompile(self, kind):
        """Makes the flags that bring in headers of others' libraries, as far as this system has them: "heavy" are all,
        "light" those without Asio, which takes longer to load than a header without it to compile."""
        foreign = sorted({name for names in self.foreign.values() for name in names
                          if kind == "heavy" or not HEAVY.match(name)})
        folder = self.folder / kind
        folder.mkdir()
        text = "".join(f"#if __has_include(<{name}>)\n#include <{name}>\n#endif\n" for name in foreign)
        (folder / "foreign.hpp").write_text(text, encoding="utf-8")
        self.precompiled[kind] = self.compiler.precompile("foreign.hpp", folder, *self.flags, f"-I{folder}", f"-D{SWITCH}")

    def is_heavy(self, name):
        """Whether a header includes Asio or the like, directly or not."""
        found, ahead = set(), [name]
        while ahead:
            other = ahead.pop()
            if other not in found and not other.endswith(".ipp"):
                found.add(other)
                ahead += self.direct.get(other, [])
        return any(HEAVY.match(one) for other in found for one in self.foreign.get(other, []))

    def problem_with(self, name):
        flags = []
        if INSIDE.match(name):
            flags = self.precompiled["heavy" if self.is_heavy(name) else "light"]
        return self.compile([name, name], *flags, f"-D{SWITCH}")  # twice, as a program may include it

    def compile(self, names, *flags):
        source = "".join(f"#include <{name}>\n" for name in names)
        status, output = self.compiler.run("-fsyntax-only", *self.flags, *flags, source=source)
        return first_errors(output) if status != 0 else ""


def main():
    args = arguments("root")
    names = [name for name in headers(args.root) if not LEFT_OUT.match(name)]
    public = [name for name in names if not INSIDE.match(name)]
    with tempfile.TemporaryDirectory() as folder:
        check = Check(args.root, args.compiler, folder)
        work = [lambda: check.precompile("heavy"), lambda: check.compile(public), lambda: check.compile(public[::-1]),
                lambda: check.precompile("light")]
        orders = in_parallel(lambda task: task(), work)[1:3]
        problems = in_parallel(check.problem_with, names)
    tap = Tap()
    for order, problem in zip(("in order", "in reverse order"), orders):
        tap.case(f"all public headers compile header-only, {order}", problem)
    for name, problem in zip(names, problems):
        tap.case(f"<{name}> compiles alone", problem)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
