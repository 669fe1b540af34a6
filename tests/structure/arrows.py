"""Arrows between the library's folders point one way: each file includes only what its folder may."""

import pathlib
import sys

from project import Tap, arguments, included, sources

# `rules` is the hand-written part of `api`: rules across fields, typed shortcuts. `http` writes the body of a request
# and reads the envelope of an answer, hence json. The client fetches tokens by the token endpoint itself, hence api, and
# brings `feishu::text` along, hence content. The dispatcher keeps the tickets of store apps, hence auth in event.
MAY_INCLUDE = {
    "core": set(),
    "json": {"core"},
    "content": {"json", "core"},
    "api": {"rules", "core"},
    "rules": {"api", "content", "core"},
    "http": {"json", "core"},
    "auth": {"http", "json", "core"},
    "event": {"auth", "json", "core"},
    "client": {"api", "content", "auth", "http", "json", "core"},
    "emulator": {"client", "event", "auth", "http", "api", "rules", "content", "json", "core"},
}
# Parts of `event` that speak HTTP; the webhook takes its requests as http's values, a long connection is a client's.
SOCKETS = {"webhook": {"http"}, "long_connection": {"http", "client"}}
# These gather the others.
GATHERERS = ("feishu/feishu.hpp", "feishu/src.hpp", "feishu/emulator/src.hpp")


def folder_of(name):
    """`feishu/json/read.hpp` is of json; what lies beside client.hpp is the client's."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[1] != "impl" else "client"


def allowed(name):
    folder = folder_of(name)
    if folder not in MAY_INCLUDE:
        return {folder}
    more = [also for part, also in SOCKETS.items() if folder == "event" and pathlib.Path(name).stem.startswith(part)]
    return MAY_INCLUDE[folder].union({folder}, *more)


def main():
    args = arguments("root")
    include = pathlib.Path(args.root) / "include"
    problems = {folder: [] for folder in MAY_INCLUDE}
    for path in sources(args.root):
        name = str(path.relative_to(include))
        if name in GATHERERS:
            continue
        back = [other for other in included(path) if folder_of(other) not in allowed(name)]
        problems.setdefault(folder_of(name), ["the design does not know this folder"])
        problems[folder_of(name)] += [f"{name} includes {other}" for other in back]

    tap = Tap()
    for folder, found in problems.items():
        rest = " ".join(sorted(MAY_INCLUDE.get(folder, []))) or "nothing else"
        tap.case(f"{folder} includes only itself and: {rest}", "\n".join(found))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
