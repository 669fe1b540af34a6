"""Whatever people and administrators can do to the emulated tenant in C++, they can do over the control interface.

usage: control_acts.py ROOT …
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402

# Acts of class state begin and end with these lines.
FIRST, LAST = "// Setup of the tenant", "/// The number of an app's long connections"

# What a scenario does, and create_department with its event.
SETUP = {"add_department"}

NAME = re.compile(r"FEISHU_DECL\s+[\w:<>\s]+?\b(\w+)\(")


def acts(root):
    text = (root / "include/feishu/emulator/impl/state/state.hpp").read_text(encoding="utf-8")
    first, last = text.index(FIRST), text.index(LAST)
    return set(NAME.findall(text[first:last]))


def called(root):
    """Members of the tenant or of the server that the control interface calls."""
    folder = root / "include/feishu/emulator/control/impl"
    return {name for file in folder.glob("*.ipp")
            for name in re.findall(r"(?:->|\btenant\.|\bplatform\.)(\w+)\(", file.read_text(encoding="utf-8"))}


def served(root):
    """Each endpoint has a handler and is in the catalog."""
    header = (root / "include/feishu/emulator/control.hpp").read_text(encoding="utf-8")
    catalog = set(re.findall(r"\w+", header.partition("catalog<")[2].partition(">")[0]))
    folder = root / "include/feishu/emulator/control"
    bound = {name for file in folder.glob("*.hpp")
             for name in re.findall(r"^struct (\w+) \{\n    static constexpr endpoint_spec", file.read_text(encoding="utf-8"),
                                    re.MULTILINE)}
    return catalog ^ bound


def main():
    root = pathlib.Path(sys.argv[1])
    done = acts(root)
    tap = Tap()
    tap.case("acts are found", "" if len(done) > 50 else f"only {len(done)} in state.hpp")
    tap.case("every act has an endpoint", "\n".join(sorted(done - called(root) - SETUP)))
    tap.case("every endpoint is in the catalog", "\n".join(sorted(served(root))))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
