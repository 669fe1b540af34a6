"""All endpoints of the platform can be generated: records of its documentation become specs, specs become headers, and
a sample of the headers compiles. Skipped where the records are not beside the checkout. The converter beside the records
repairs what an older generator could not read; here it does not.

usage: platform.py FEISHU_CODEGEN SOURCE_ROOT -- COMPILER…
"""

import contextlib
import importlib.util
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402

SAMPLE = 60
HEADERS_AT_ONCE = 20
LARGEST = 200_000  # bytes of a header; structs that are the same are written once


def run(*command):
    """What a command printed when it failed; empty when it did not."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.stdout[-4000:] + f"\nstatus {done.returncode}" if done.returncode else ""


def shared_folder(root):
    """Where the records are, in this checkout or beside the main one."""
    named = os.environ.get("FEISHU_SHARED")
    return pathlib.Path(named) if named else root.parent / "shared"


def namespace_of(header):
    return "plat::" + header.removesuffix(".hpp").replace("/", "::") + "::"


def compiles(compiler, root, out, headers, endpoints):
    """Each endpoint is one for the library too, so its members are found by path and query."""
    source = out / "sample.cpp"
    namespaces = tuple(namespace_of(name) for name in headers)
    source.write_text("#include <feishu/core/endpoint.hpp>\n" + "".join(f"#include <plat/{name}>\n" for name in headers) +
                      "".join(f"static_assert(feishu::endpoint<{e}>);\n" for e in endpoints if e.startswith(namespaces)) +
                      "int main() {}\n", encoding="utf-8")
    return run(*compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", f"-I{root / 'include'}",
               f"-I{out}", str(source))


def convert(shared, common, specs, report):
    """Writes the specs of all records, with every name, list and path as it is recorded."""
    where = importlib.util.spec_from_file_location("records_to_specs", shared / "tools/records_to_specs.py")
    converter = importlib.util.module_from_spec(where)
    where.loader.exec_module(converter)
    for limit in ("MAX_QUERY", "MAX_FIELD_SCOPES", "MAX_ERRORS", "MAX_SCOPES", "MAX_GROUPS"):
        setattr(converter, limit, sys.maxsize)
    converter.plain = lambda name: bool(name)
    records = json.loads((shared / "facts/platform.json").read_text(encoding="utf-8"))
    mark = "/open-apis/@"  # the converter leaves out paths that begin otherwise
    for record in records:
        if not record["path"].startswith("/open-apis/"):
            record["path"] = mark + record["path"][1:]
    marked = specs.parent / "records.json"
    marked.write_text(json.dumps(records), encoding="utf-8")
    sys.argv = ["records_to_specs", str(marked), str(specs), "--common", str(common), "--report", str(report)]
    with contextlib.redirect_stdout(io.StringIO()):
        converter.main()
    for file in specs.rglob("*.json"):
        text = file.read_text(encoding="utf-8")
        if mark in text:
            file.write_text(text.replace(mark, "/"), encoding="utf-8")


def check(tap, generator, root, shared, compiler, scratch):
    specs, out, report = scratch / "specs", scratch / "out", scratch / "report.json"
    convert(shared, root / "codegen/specs/common.json", specs, report)
    skipped = json.loads(report.read_text(encoding="utf-8"))["skipped"]
    tap.case("no record is left out but for its own sake",
             "".join(f"{key}: {why}\n" for key, why in skipped.items() if not why.startswith("record: ")))
    tap.case("every spec becomes a header",
             run(generator, "--specs", str(specs), "--out", str(out / "plat"), "--include", "plat", "--namespace",
                 "plat", "--format", "none"))
    records = json.loads((shared / "facts/platform.json").read_text(encoding="utf-8"))
    catalog = (out / "plat/all.hpp").read_text(encoding="utf-8")
    endpoints = re.search(r"using all = feishu::catalog<(.*?)>;", catalog, re.S)[1].split(", ")
    expected = len(records) - len(skipped)
    tap.case("every record is an endpoint", "" if len(endpoints) == expected else f"{len(endpoints)} of {expected}")
    names = sorted(str(p.relative_to(out / "plat")) for p in (out / "plat").rglob("*.hpp") if p.name != "all.hpp")
    large = [name for name in names if (out / "plat" / name).stat().st_size > LARGEST]
    tap.case(f"no header is larger than {LARGEST} bytes", " ".join(large))
    sample = random.Random(11).sample(names, SAMPLE)
    for first in range(0, SAMPLE, HEADERS_AT_ONCE):
        some = sample[first:first + HEADERS_AT_ONCE]
        tap.case(f"headers {first} to {first + len(some) - 1} of a sample compile without a warning",
                 compiles(compiler, root, out, some, endpoints))


def main():
    generator, root = sys.argv[1], pathlib.Path(sys.argv[2])
    compiler = sys.argv[sys.argv.index("--") + 1:]
    shared = shared_folder(root)
    tap = Tap()
    if not (shared / "facts/platform.json").is_file():
        print("1..0 # SKIP there are no records of the platform beside the checkout")
        return
    with tempfile.TemporaryDirectory() as scratch:
        check(tap, generator, root, shared, compiler, pathlib.Path(scratch))
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
