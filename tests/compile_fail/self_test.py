"""The compile-fail harness itself: it fails when it must."""

import pathlib
import sys
import tempfile

import check

CASES = {
    "a bad line that is rejected for the stated reason passes": (
        '// expect: too small\n#ifdef BAD\nstatic_assert(false, "too small");\n#endif\n', ""),
    "a bad line that compiles fails": (
        "// expect: anything\n#ifdef BAD\nint bad;\n#endif\n", "the bad line compiles"),
    "a bad line that is rejected for another reason fails": (
        '// expect: too small\n#ifdef BAD\nstatic_assert(false, "too large");\n#endif\n', "the message does not say"),
    "a good twin that does not compile fails": (
        '// expect: too small\nstatic_assert(false, "too small");\n', "the good twin does not compile"),
    "a file that expects nothing fails": (
        '#ifdef BAD\nstatic_assert(false, "too small");\n#endif\n', "no `// expect"),
    "every expectation must be met": (
        '// expect: too small\n// expect: too large\n#ifdef BAD\nstatic_assert(false, "too small");\n#endif\n',
        "the message does not say: too large"),
    "an expectation of the other compiler is not asked": (
        '// expect: too small\n// expect-OTHER: never said\n#ifdef BAD\nstatic_assert(false, "too small");\n#endif\n',
        ""),
    "a reason that is not among the first two lines fails": (
        '// first: too small\n#ifdef BAD\nstatic_assert(false, "too large");\nint x = y;\n'
        'static_assert(false, "too small");\n#endif\n', "its first two lines do not say: too small"),
    "flags of the bad line do not reach its good twin": (
        "// first: too small\n// bad-flags: -DGIVEN\n#ifdef GIVEN\n#error too small\n#endif\n", ""),
    "flags of the file reach the compiler": (
        "// expect: too small\n// flags: -DGIVEN\n#ifndef GIVEN\n#error no flag\n#endif\n"
        '#ifdef BAD\nstatic_assert(false, "too small");\n#endif\n', ""),
}


def main():
    args = check.arguments()
    other = "gcc" if args.compiler.is_clang else "clang"
    tap = check.Tap()
    with tempfile.TemporaryDirectory() as folder:
        for number, (source, _) in enumerate(CASES.values()):
            pathlib.Path(folder, f"{number:02}.cpp").write_text(source.replace("OTHER", other), encoding="utf-8")
        found = check.check(folder, args.compiler)
    for (name, (_, wanted)), (_, problem) in zip(CASES.items(), found):
        as_wanted = problem.startswith(wanted) if wanted else not problem
        tap.case(f"{name} ({args.compiler.family})", "" if as_wanted else f"wanted {wanted!r}, got {problem!r}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
