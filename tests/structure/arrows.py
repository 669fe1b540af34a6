"""Arrows between the library's folders point one way, and no file includes itself by a detour."""

import pathlib
import sys

from project import Tap, arguments, included, sources

# Beyond the obvious: `rules` take typed content (`send(chat, feishu::text{…})`), hence content; a callback's response is
# a card, hence content and api in event; `http` writes the body of a request and reads the envelope of a response,
# hence json; `store` reaches Redis over connections of `http`.
MAY_INCLUDE = {
    "core": set(),
    "json": {"core"},
    "content": {"json", "core"},
    "generated": {"core"},
    "rules": {"generated", "content", "core"},
    "api": {"rules", "generated", "core"},
    "http": {"json", "core"},
    "store": {"http", "json", "core"},
    "auth": {"store", "http", "json", "core"},
    "client": {"api", "content", "auth", "store", "http", "json", "core"},
    "event": {"api", "content", "auth", "store", "http", "json", "core"},
    "bot": {"client", "event", "api", "content", "auth", "store", "http", "json", "core"},
    "openapi": {"json", "core"},
    "emulator": {"bot", "openapi", "client", "event", "auth", "store", "http", "api", "rules", "content", "json", "core"},
}
# These gather the others.
GATHERERS = ("feishu/feishu.hpp", "feishu/src.hpp", "feishu/emulator/src.hpp")


def folder_of(name):
    """`feishu/json/read.hpp` is of json; what lies beside client.hpp is the client's, but for bot.hpp."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else "bot" if name == "feishu/bot.hpp" else "client"


def with_bodies_in_headers(graph):
    """The same graph where a body counts as part of the header that includes it."""
    header_of = {other: name for name, others in graph.items() if name.endswith(".hpp") and not name.endswith("src.hpp")
                 for other in others if other.endswith(".ipp")}
    merged = {}
    for name, others in graph.items():
        unit = header_of.get(name, name)
        merged.setdefault(unit, set()).update(header_of.get(other, other) for other in others)
    return {name: sorted(others - {name}) for name, others in merged.items()}


def circle(graph):
    """Files that include each other in a circle, the first file again at the end; empty when there is none."""
    done = set()
    for start in graph:
        path, on_path = [], set()
        stack = [(start, iter(graph[start]))] if start not in done else []
        if stack:
            path, on_path = [start], {start}
        while stack:
            name, rest = stack[-1]
            following = next((other for other in rest if other not in done), None)
            if following is None:
                done.add(name)
                on_path.discard(name)
                path.pop()
                stack.pop()
            elif following in on_path:
                return [*path[path.index(following):], following]
            elif following in graph:
                path.append(following)
                on_path.add(following)
                stack.append((following, iter(graph[following])))
            else:
                done.add(following)
    return []


def main():
    args = arguments("root")
    include = pathlib.Path(args.root) / "include"
    graph = {str(path.relative_to(include)): sorted(included(path)) for path in sources(args.root)}
    problems = {folder: [] for folder in MAY_INCLUDE}
    for name, others in graph.items():
        if name in GATHERERS:
            continue
        folder = folder_of(name)
        allowed = MAY_INCLUDE.get(folder, set()) | {folder}
        problems.setdefault(folder, ["the design does not know this folder"])
        problems[folder] += [f"{name} includes {other}" for other in others if folder_of(other) not in allowed]

    tap = Tap()
    for folder, found in problems.items():
        rest = " ".join(sorted(MAY_INCLUDE.get(folder, []))) or "nothing else"
        tap.case(f"{folder} includes only itself and: {rest}", "\n".join(found))
    tap.case("no file includes itself by a detour", " -> ".join(circle(with_bodies_in_headers(graph))))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
