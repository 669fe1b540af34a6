"""The headers in the tree are what the generator makes of the specs.

usage: generated.py FEISHU_CODEGEN SOURCE_ROOT
"""

import os
import pathlib
import re
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


def errors(tap, generator):
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        bad = root / "bad.json"
        bad.write_text('{\n  "openapi": "3.0.0",\n  "paths": {"/x": {"head": {}}},\n  "path": 1\n}', encoding="utf-8")
        (root / "worse.json").write_text("{", encoding="utf-8")
        ran = generator.run("--specs", root, "--out", root / "out")
        tap.case("malformed files are reported first", complaint(ran, 2, f"{root / 'worse.json'}:1:2: error: invalid JSON"))
        (root / "worse.json").unlink()
        ran = generator.run("--specs", root, "--out", root / "out")
        tap.case("an error is file, line, column, message and pointer",
                 complaint(ran, 2, f"{bad}:3:20: error: is not supported; only get, post, put, patch and delete are "
                                   "methods of the platform [#/paths/~1x/head]"))
        tap.case("all errors are reported", complaint(ran, 2, f"{bad}:4:3: error: is not a keyword that is known here"))
        tap.case("and nothing is written", "" if not (root / "out").exists() else "there is something")
        (root / "none").mkdir()
        tap.case("a folder without specs is an error",
                 complaint(generator.run("--specs", root / "none", "--out", root / "out"), 2, "has no OpenAPI document"))
        formatter = generator.run("--specs", generator.root / "codegen/specs", "--out", root / "out", "--clang-format",
                                  "false")
        tap.case("a formatter that fails is reported", complaint(formatter, 2, "'false' failed"))


SPEC = """{"openapi": "3.1.0", "info": {"title": "%s", "version": "1"}, "paths": {"/open-apis/%s": {"get": {
  "operationId": "x.v1.%s.get", "responses": {"200": {}}}}}}"""


def options(tap, generator):
    """What build systems use."""
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        specs, out = root / "specs", root / "out"
        (specs / "x").mkdir(parents=True)
        for name in ("a", "b"):
            (specs / f"x/{name}.json").write_text(SPEC % (name, name, name), encoding="utf-8")
        common = ("--specs", specs, "--out", out, "--format", "none")
        ran = generator.run(*common, "--list-outputs")
        tap.case("--list-outputs prints every header",
                 "" if ran == (0, "".join(f"{out / n}\n" for n in ("all.hpp", "x/a.hpp", "x/all.hpp", "x/b.hpp")))
                 else str(ran))
        tap.case("--list-outputs writes nothing", "" if not out.exists() else "there is something")
        ran = generator.run(*common, "--depfile", root / "d", "--stamp", root / "stamp dir/s")
        tap.case("--depfile and --stamp end well", complaint(ran, 0, ""))
        rule = (root / "d").read_text(encoding="utf-8")
        stamp = str(root / "stamp dir/s").replace(" ", "\\ ")
        tap.case("--depfile is a rule of Make for the stamp",
                 "" if rule == f"{stamp}: \\\n  {specs / 'x/a.json'} \\\n  {specs / 'x/b.json'}\n" else rule)
        tap.case("--stamp is written", "" if (root / "stamp dir/s").is_file() else "it is not")
        header = (out / "x/a.hpp").read_text(encoding="utf-8")
        tap.case("--format none leaves headers as they are", "" if "#pragma once" in header else header)
        (specs / "x/b.json").unlink()
        (out / "x/mine.hpp").write_text("#pragma once\n", encoding="utf-8")
        generator.run(*common, "--prune")
        left = sorted(str(p.relative_to(out)) for p in out.rglob("*.hpp"))
        tap.case("--prune removes generated headers of no spec, and nothing else",
                 "" if left == ["all.hpp", "x/a.hpp", "x/all.hpp", "x/mine.hpp"] else str(left))
        (specs / "x/c.json").write_text(SPEC % ("c", "c", "c"), encoding="utf-8")
        ran = generator.run(*common, "--only", "x/c.json", "--list-outputs")
        tap.case("--only generates what it names", complaint(ran, 0, str(out / "x/c.hpp")))
        tap.case("--only leaves out the rest", "" if "x/a.hpp" not in ran[1] else ran[1])
        generator.run(*common)
        generator.run("--specs", generator.root / "codegen/specs", "--out", out / "whole", "--format", "none")
        generator.run("--specs", generator.root / "codegen/specs", "--out", out / "part", "--format", "none", "--only",
                      "im/v1/chat.json")
        other = [p.name for p in (out / "part/im").rglob("*.hpp")
                 if p.name != "all.hpp" and p.read_bytes() != (out / "whole" / p.relative_to(out / "part")).read_bytes()]
        tap.case("--only makes the same headers as the whole", " ".join(other))
        unchanged = out / "x/c.hpp"
        os.utime(unchanged, (1, 1))
        generator.run(*common)
        tap.case("a header that stays the same keeps its time",
                 "" if unchanged.stat().st_mtime == 1 else "it was written")
        tap.case("--only of nothing is an error",
                 complaint(generator.run(*common, "--only", "y"), 2, "y: error: is no file or folder of the specs"))


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
    errors(tap, generator)
    options(tap, generator)
    tap.case("an unknown option is reported", complaint(generator.run("--nonsense"), 2, "unknown option --nonsense"))
    tap.case("an option without its value is reported", complaint(generator.run("--specs"), 2, "--specs needs a value"))
    tap.case("a run without options is reported", complaint(generator.run(), 2, "--specs and --out are needed"))
    tap.case("--help prints the options", complaint(generator.run("--help"), 0, "usage: feishu-codegen"))
    known = re.findall(r'\{"(--[a-z-]+)"', (generator.root / "codegen/options.cpp").read_text(encoding="utf-8"))
    usage = generator.run("--help")[1]
    tap.case("--help prints every option", " ".join(name for name in known if f"  {name} " not in usage))
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
