"""Promises of the kind "this does not compile", kept.

Each *.cpp beside this script holds a good twin and a bad line:

    // expect: fewer values than the platform needs
    #include <feishu/…>
    #ifdef BAD
    …the line that must not compile
    #else
    …its good twin
    #endif

Comments at the top of the file:
    // expect: <regex>        what the compiler's message must contain, on one line; more than one: each must be found
    // first: <regex>         the same of the message's first two lines, which a user reads first
    // expect-gcc: <regex>    for one compiler only, besides what `expect` says (also expect-clang, first-gcc, …)
    // flags: …               more compiler flags
    // bad-flags: …           flags for the bad line only; it may be the same line as its good twin's then
    // only: gcc              the case says nothing about the other compiler (gcc or clang)
"""

import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from compiler import arguments, first_errors, in_parallel  # noqa: E402
from tap import Tap  # noqa: E402

MOST = "feishu/api/im/v1/message.hpp"  # what most cases include; they find it precompiled
SEPARATE = "-DFEISHU_SEPARATE_COMPILATION"
DIRECTIVE = re.compile(r"//\s*(expect|first|flags|bad-flags|only)(?:-(gcc|clang))?:\s*(.*?)\s*$")


class Case:
    """One file and what its comments say for this compiler."""

    def __init__(self, path, family):
        self.path = path
        self.expected, self.first, self.flags, self.bad_flags, self.applies = [], [], [], [], True
        source = path.read_text(encoding="utf-8")
        self.includes_most = f"#include <{MOST}>" in source
        for line in source.splitlines():
            if not line.startswith("//"):
                break
            found = DIRECTIVE.match(line)
            if not found:
                continue
            kind, compiler, text = found.groups()
            if kind == "only":
                self.applies = text == family
            elif compiler in (None, family):
                if kind in ("expect", "first"):
                    (self.expected if kind == "expect" else self.first).append(text)
                else:
                    (self.flags if kind == "flags" else self.bad_flags).extend(text.split())


def problem_with(case, compiler, flags):
    """Why the case fails; empty when it holds."""
    if not case.expected and not case.first:
        return "no `// expect: <regex>` for this compiler at the top of the file"
    base = ["-fsyntax-only", SEPARATE, *flags, *case.flags, str(case.path)]
    status, output = compiler.run(*base)
    if status != 0:
        return "the good twin does not compile:\n" + first_errors(output)
    status, output = compiler.run("-DBAD", *base[:-1], *case.bad_flags, base[-1])
    if status == 0:
        return "the bad line compiles"
    missing = [text for text in case.expected if not re.search(text, output)]
    if missing:
        return f"the message does not say: {' | '.join(missing)}\nit says:\n" + first_errors(output)
    beginning = "\n".join(output.splitlines()[:2])
    missing = [text for text in case.first if not re.search(text, beginning)]
    if missing:
        return f"its first two lines do not say: {' | '.join(missing)}\nthey say:\n{beginning}"
    return ""


def check(directory, compiler, flags=()):
    """Names and problems of every case in `directory`, by name."""
    cases = [Case(path, compiler.family) for path in sorted(pathlib.Path(directory).glob("*.cpp"))]
    cases = [case for case in cases if case.applies]
    with tempfile.TemporaryDirectory() as folder:
        most = compiler.precompile(MOST, folder, SEPARATE, *flags)
        for case in cases:
            if case.includes_most and not case.flags and not case.bad_flags:
                case.flags = most
        problems = in_parallel(lambda case: problem_with(case, compiler, flags), cases)
    return [(case.path.stem, problem) for case, problem in zip(cases, problems)]


def main():
    args = arguments("directory")
    tap = Tap()
    for name, problem in check(args.directory, args.compiler):
        tap.case(f"{name} ({args.compiler.family})", problem)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
