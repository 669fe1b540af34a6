"""Header-only, a header that a file includes and does not use adds no function of the library to the object. (Coroutines
are an exception: g++ emits every inline one, with what it calls; no header here has any.)"""

import pathlib
import subprocess
import sys
import tempfile

from project import Tap, arguments, first_errors

HEADERS = ("client.hpp", "api/all.hpp", "content/card.hpp", "content/content_of.hpp", "content/post.hpp",
           "event/event_dispatcher.hpp", "emulator/state_file.hpp")
# Constants are constructed when the program starts, and destroyed when it ends.
OF_CONSTANTS = ("feishu::pacing::pacing(", "feishu::pacing::~pacing(")


def library_functions(compiler, include, header):
    """What went wrong with the compiler, and the functions of the library in the object of a file without code."""
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / "file.o"
        status, printed = compiler.run("-c", "-O0", "-o", str(output), f"-I{include}", source=f"#include <feishu/{header}>\n")
        if status:
            return first_errors(printed), []
        symbols = subprocess.run(["nm", "-C", output], stdout=subprocess.PIPE, text=True, check=True).stdout
    # `W` and `T`: functions. `u` and `V` are variables, of which exceptions need some.
    names = [line[19:] for line in symbols.splitlines() if line[17:18] in "WT"]
    return "", [name for name in names if name.startswith("feishu::") and not name.startswith(OF_CONSTANTS)]


def main():
    args = arguments("root")
    include = pathlib.Path(args.root) / "include"
    tap = Tap()
    for header in HEADERS:
        failed, found = library_functions(args.compiler, include, header)
        more = f"{len(found)} functions, such as\n" + "\n".join(found[:5]) if found else ""
        tap.case(f"a file that only includes {header} has no function of the library", failed or more)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
