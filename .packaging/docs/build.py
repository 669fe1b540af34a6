"""Writes the API reference with Doxygen; a warning is an error.

usage: build.py ROOT OUTPUT VERSION

Its pages are README.md, the tables of endpoints and of the emulator's rules, and what to do about each error code.
"""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SETTINGS = """
PROJECT_NAME = feishu-cpp
PROJECT_NUMBER = {version}
OUTPUT_DIRECTORY = {output}
INPUT = {root}/README.md {root}/README.zh-CN.md {root}/codegen/specs/README.md {output}/errors.md {root}/include/feishu
FILE_PATTERNS = *.hpp *.md
RECURSIVE = YES
EXCLUDE_PATTERNS = */impl/* */emulator/handlers/*
EXCLUDE_SYMBOLS = *detail* *::Other std::* boost::* feishu::tag feishu::tag::*
USE_MDFILE_AS_MAINPAGE = {root}/README.md
STRIP_FROM_PATH = {root}/include {root}
STRIP_FROM_INC_PATH = {root}/include
INPUT_FILTER = "{python} {here}/filter.py"
MACRO_EXPANSION = YES
EXPAND_ONLY_PREDEF = YES
PREDEFINED = FEISHU_DECL= FEISHU_CONSTEXPR_VECTOR=constexpr FEISHU_CHECK_TOOLCHAIN= "FEISHU_UNAVAILABLE(x)=" "BOOST_DESCRIBE_STRUCT(x,y,z)=" "BOOST_DESCRIBE_ENUM(...)="
JAVADOC_AUTOBRIEF = YES
WARN_IF_INCOMPLETE_DOC = NO
WARN_NO_PARAMDOC = NO
WARN_LOGFILE = {output}/warnings.txt
GENERATE_LATEX = NO
HAVE_DOT = NO
QUIET = YES
"""
# Of specializations of templates that are declared elsewhere, of a lambda in an alias, and of links to titles, which
# Doxygen does not read.
NOT_OURS = ("Internal inconsistency", "Member Other (variable)", "unable to resolve reference to 'test-without-a-tenant'")


def errors_page(root):
    lines = ["# Errors, and what to do", "", "The codes that the platform documents, from codegen/specs/errors.json.",
             "", "| Code | Symbol | Meaning | What to do | Retry |", "|--:|---|---|---|---|"]
    for one in json.loads((root / "codegen/specs/errors.json").read_text(encoding="utf-8")):
        cells = [str(one["code"]), f"`{one['symbol']}`", one["text"], one.get("advice", ""), "yes" if one["retry"] else ""]
        lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def main():
    root, output, version = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
    output.mkdir(parents=True, exist_ok=True)
    (output / "errors.md").write_text(errors_page(root), encoding="utf-8")
    settings = SETTINGS.format(root=root, output=output, version=version, here=HERE, python=sys.executable)
    subprocess.run(["doxygen", "-"], input=settings, text=True, check=True)
    warnings = (output / "warnings.txt").read_text(encoding="utf-8").splitlines()
    warnings = [one for one in warnings if not any(text in one for text in NOT_OURS)]
    print("\n".join(warnings) or f"{output}/html/index.html")
    return 1 if warnings else 0


if __name__ == "__main__":
    sys.exit(main())
