"""Every test file is built: one that meson.build forgot would never fail."""

import json
import pathlib
import sys

from project import Tap, arguments, tracked

FOLDERS = ("tests/unit/", "tests/wire/", "examples/")


def main():
    args = arguments("root", "build")
    targets = json.loads((pathlib.Path(args.build) / "meson-info" / "intro-targets.json").read_text(encoding="utf-8"))
    built = {
        pathlib.Path(source).resolve()
        for target in targets
        for group in target["target_sources"]
        for source in group.get("sources", [])
    }
    root = pathlib.Path(args.root).resolve()
    forgotten = [
        name for name in tracked(root)
        if name.startswith(FOLDERS) and name.endswith(".cpp") and root / name not in built
    ]
    tap = Tap()
    tap.case("every test and example is in a meson.build", "\n".join(forgotten))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
