"""The rule of names, over the catalog: the id a.b.c.d is the type feishu::a::b::c::d in the header feishu/api/a/b/c.hpp.
And how every public header begins: with the check of the toolchain, so that its report is the compiler's first message.

A name that C++ or the library has taken gets an underscore: `delete_`, `feishu::bot_`.
"""

import pathlib
import re
import sys

from project import Tap, arguments, first_errors, headers

ALL = "feishu/api/all.hpp"
CHECK = "#include <feishu/core/impl/toolchain.hpp>\nFEISHU_CHECK_TOOLCHAIN\n"
INSIDE = re.compile(r".*/impl/|feishu/(rules|generated|emulator/handlers)/|feishu/core/version\.hpp")


def catalog(include):
    """The types of every endpoint and event, as all.hpp lists them."""
    text = (include / ALL).read_text(encoding="utf-8")
    lists = re.findall(r"using (?:all|all_events) = \w+<([^>]*)>;", text)
    return [name.strip() for one in lists for name in one.split(",")]


def id_of(name):
    return ".".join(part.removesuffix("_") for part in name.split("::")[1:])


def header_of(name):
    return "feishu/api/" + "/".join(id_of(name).split(".")[:-1]) + ".hpp"


def without_header(include, names):
    """Types that the header of the rule does not bring."""
    missing = []
    for name in names:
        generated = include / header_of(name).replace("/api/", "/generated/")
        struct = name.rsplit("::", 1)[1]
        found = (include / header_of(name)).is_file() and generated.is_file()
        if not found or not re.search(rf"^struct {struct}\b", generated.read_text(encoding="utf-8"), re.MULTILINE):
            missing.append(f"{name} is not in <{header_of(name)}>")
    return missing


def wrong_ids(compiler, include, names):
    """What the compiler says of types whose `spec.id` is not their name."""
    source = f"#include <{ALL}>\n" + "".join(
        f'static_assert({name}::spec.id == "{id_of(name)}", "{name}");\n' for name in names)
    status, output = compiler.run("-fsyntax-only", "-DFEISHU_SEPARATE_COMPILATION", f"-I{include}", source=source)
    return first_errors(output) if status else ""


def unchecked(include):
    """Public headers that do not begin with the check."""
    found = []
    for name in headers(include.parent):
        if not INSIDE.match(name):
            text = (include / name).read_text(encoding="utf-8")
            if CHECK not in text or "#include" in text[:text.index(CHECK)]:
                found.append(name)
    return found


def main():
    args = arguments("root")
    include = pathlib.Path(args.root) / "include"
    names = catalog(include)
    tap = Tap()
    tap.case("the catalog lists endpoints and events", "" if len(names) > 150 else f"{len(names)} were found")
    tap.case("every type is in the header that its id names", "\n".join(without_header(include, names)))
    tap.case("every type's id is its name", wrong_ids(args.compiler, include, names))
    tap.case("every public header begins with the check of the toolchain", "\n".join(unchecked(include)))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
