"""The headers in the tree are what the generator makes of the specs.

usage: generated.py FEISHU_CODEGEN SOURCE_ROOT
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402


class Generator:
    def __init__(self, program, root):
        self.program, self.root = program, pathlib.Path(root)

    def run(self, *arguments):
        """Exit status and everything it printed."""
        done = subprocess.run([self.program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              check=False)
        return done.returncode, done.stdout

    def check(self, root):
        """Compares the headers below `root` with the specs."""
        return self.run("--check", "--specs", self.root / "codegen/specs", "--out", root / "generated",
                        "--api", root / "api", "--errors", root / "core", "--rules", self.root / "include/feishu/rules")


def differences(tap, generator):
    """Each kind of difference is found, in a copy."""
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        shutil.copy(generator.root / ".clang-format", root)
        for folder in ("api", "generated", "core"):
            shutil.copytree(generator.root / "include/feishu" / folder, root / folder)
        before = sorted(root.rglob("*"))
        tap.case("a copy is as good", "".join(map(str, complaint(generator.check(root), 0, ""))))
        tap.case("--check leaves nothing behind", "" if sorted(root.rglob("*")) == before else "other files")
        changed = root / "generated/common.hpp"
        changed.write_text(changed.read_text(encoding="utf-8") + "// by hand\n", encoding="utf-8")
        tap.case("a header that was changed is found", complaint(generator.check(root), 1, f"differs: {changed}"))
        shutil.copy(generator.root / "include/feishu/generated/common.hpp", changed)
        extra = root / "api/extra.hpp"
        extra.write_text("#pragma once\n", encoding="utf-8")
        tap.case("a header of no spec is found", complaint(generator.check(root), 1, f"not generated: {extra}"))
        extra.unlink()
        codes = root / "core/errc.hpp"
        codes.write_text("", encoding="utf-8")
        tap.case("changed error codes are found", complaint(generator.check(root), 1, f"differs: {codes}"))


def complaint(ran, status, part):
    """Empty when the generator ended with `status` and said `part`."""
    if ran[0] == status and part in ran[1]:
        return ""
    return f"status {ran[0]}, not {status}; said:\n{ran[1]}"


def main():
    generator = Generator(*sys.argv[1:])
    tap = Tap()
    include = generator.root / "include/feishu"
    tap.case("the headers in the tree are what the specs say", complaint(generator.check(include), 0, ""))
    differences(tap, generator)
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        (root / "bad.json").write_text('{"openapi": "3.0.0"}', encoding="utf-8")
        bad = generator.run("--specs", root, "--out", root / "out")
        tap.case("a bad spec ends with file and pointer", complaint(bad, 2, "feishu-codegen: bad.json#/openapi: is"))
        tap.case("and writes nothing", "" if not (root / "out").exists() else "there is something")
        formatter = generator.run("--specs", generator.root / "codegen/specs", "--out", root / "out", "--clang-format",
                                  "false")
        tap.case("a formatter that fails is said", complaint(formatter, 2, "'false' failed"))
    tap.case("an unknown option is said", complaint(generator.run("--nonsense"), 2, "unknown option --nonsense"))
    tap.case("an option without its value is said", complaint(generator.run("--specs"), 2, "--specs needs a value"))
    tap.case("a run without options is said", complaint(generator.run(), 2, "--specs and --out are needed"))
    tap.case("--help says how", complaint(generator.run("--help"), 0, "usage: feishu-codegen"))
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
