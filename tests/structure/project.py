"""What the structure checks share."""

import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from compiler import arguments, first_errors, in_parallel  # noqa: E402,F401
from tap import Tap  # noqa: E402,F401

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"](feishu/[^>"]+)[>"]', re.MULTILINE)
FOREIGN = re.compile(r"^#include <((?!feishu/)[^>]+)>", re.MULTILINE)


def headers(root):
    """Public headers by the name a user includes them with."""
    include = pathlib.Path(root) / "include"
    return sorted(str(path.relative_to(include)) for path in include.glob("feishu/**/*.hpp"))


def sources(root):
    """Every file of the library: headers and bodies."""
    include = pathlib.Path(root) / "include"
    return sorted(path for path in include.glob("feishu/**/*") if path.suffix in (".hpp", ".ipp"))


def included(path):
    """The library's headers that a file names."""
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def tracked(root):
    """The project's files, relative to its root; without git every file outside build folders."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False,
    )
    if listed.returncode == 0:
        return sorted(name for name in listed.stdout.split("\0") if name)
    root = pathlib.Path(root)
    skipped = re.compile(r"(build|subprojects|\.git)\b|.*__pycache__")
    names = (str(path.relative_to(root)) for path in root.glob("**/*") if path.is_file())
    return sorted(name for name in names if not skipped.match(name))
