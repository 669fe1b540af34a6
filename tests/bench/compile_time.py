"""Compile seconds of a file that includes a header: the median of several runs, and the ratio to a peer of the same run.

usage: compile_time.py ROOT [--runs N] [-- COMPILER ARG ...]

Separate compilation, no optimization, user time. The peer is a file that includes <boost/beast/http.hpp>, which is
what a client written by hand begins with. Prints a Markdown table.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

PEER = "boost/beast/http.hpp"
CASES = [
    ("a client", ["feishu/client.hpp"]),
    ("a client and one resource, `im/v1/message.hpp`", ["feishu/client.hpp", "feishu/api/im/v1/message.hpp"]),
    ("the same and cards, `content/card.hpp`",
     ["feishu/client.hpp", "feishu/api/im/v1/message.hpp", "feishu/content/card.hpp"]),
    ("a client and all of im, `im/all.hpp`", ["feishu/client.hpp", "feishu/api/im/all.hpp"]),
    ("a client and everything, `all.hpp`", ["feishu/client.hpp", "feishu/api/all.hpp"]),
    ("a client and coroutines, `async.hpp`", ["feishu/async.hpp"]),
    ("a webhook server and one event", ["feishu/event/webhook_server.hpp", "feishu/api/im/v1/message.hpp"]),
    ("the emulator, `emulator/server.hpp`", ["feishu/emulator/server.hpp"]),
]


def seconds(compiler, root, headers):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "file.cpp"
        source.write_text("".join(f"#include <{name}>\n" for name in headers) + "int main() {}\n", encoding="utf-8")
        command = [*compiler, "-std=c++20", "-DFEISHU_SEPARATE_COMPILATION", f"-I{root}/include", "-c", str(source),
                   "-o", os.devnull]
        before = os.times().children_user
        subprocess.run(command, check=True)
        return os.times().children_user - before


def main():
    arguments = sys.argv[1:]
    compiler = ["g++"]
    if "--" in arguments:
        at = arguments.index("--")
        compiler, arguments = arguments[at + 1:], arguments[:at]
    runs = int(arguments[2]) if "--runs" in arguments else 3
    root = arguments[0]
    # Round by round, so that a slow moment of the machine touches all cases alike.
    times = {name: [] for name, _ in [("peer", [PEER]), *CASES]}
    for _ in range(runs):
        for name, headers in [("peer", [PEER]), *CASES]:
            times[name].append(seconds(compiler, root, headers))
    peer = statistics.median(times.pop("peer"))
    print(f"| includes | seconds | of `<{PEER}>` ({peer:.1f} s) |")
    print("|---|---|---|")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"| {name} | {median:.1f} | {100 * median / peer:.0f} % |")


if __name__ == "__main__":
    main()
