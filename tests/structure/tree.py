"""The tree: nothing at the top level that the design does not know, no unfinished work, one version."""

import pathlib
import re
import sys

from project import Tap, arguments, tracked

TOP_LEVEL = re.compile(
    r"include|tests|codegen|examples|subprojects|meson\.build|README(\.zh-CN)?\.md|LICENSE|\..+"
)
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
RUNNABLE = ("tests/run", "tests/bench/run", "examples/run", ".ci/run")


def unfinished(root, names):
    found = []
    for name in names:
        try:
            text = (root / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if UNFINISHED.search(line):
                found.append(f"{name}:{number}: {line.strip()}")
    return found


def main():
    args = arguments("root")
    root = pathlib.Path(args.root)
    names = tracked(root)
    tap = Tap()

    strangers = sorted({name.split("/")[0] for name in names if not TOP_LEVEL.fullmatch(name.split("/")[0])})
    tap.case("the top level holds only what the design names", "\n".join(strangers))

    tap.case("no unfinished work is marked", "\n".join(unfinished(root, names)))

    header = (root / "include/feishu/core/version.hpp").read_text(encoding="utf-8")
    said = re.search(r'#define FEISHU_VERSION "([^"]*)"', header)
    said = said.group(1) if said else "nothing"
    tap.case(
        "version.hpp says the version of meson.build",
        "" if said == args.version else f"version.hpp says {said}, meson.build {args.version}",
    )

    for name in RUNNABLE:
        runs = (root / name).is_file() and (root / name).stat().st_mode & 0o111
        tap.case(f"{name} can be run", "" if runs else "missing, or without its execute bit")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
