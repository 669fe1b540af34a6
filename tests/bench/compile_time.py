"""What a user's file costs to compile, in seconds of user time, and what it adds to a program, in bytes.

usage: compile_time.py ROOT [--runs N] [-- COMPILER ARG ...]

By itself: the files that only include headers, separate compilation, no optimization, as a Markdown table with the ratio
to the first header of a client written by hand. tests/bench/run measures the rest as well.
"""

import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SEPARATE = "-DFEISHU_SEPARATE_COMPILATION"

CALLS = """
namespace im = feishu::im::v1;
bool run(feishu::client const& client) {
    bool done = client.call(im::message::send(feishu::chat_id{"oc_1"}, feishu::text{"hello"})).has_value();
    %s
    return done;
}
int main() { return run(feishu::client{{.app_id = "cli_1", .app_secret = "secret"}}) ? 0 : 1; }
"""
FURTHER = [
    'im::message::reply("om_1", feishu::text{"hello"})', 'im::message::get{.message_id = "om_1"}',
    'im::message::delete_{.message_id = "om_1"}', 'im::message::urgent_app{.message_id = "om_1", .user_id_list = {"ou_1"}}',
    'im::chat::get{.chat_id = "oc_1"}', "im::chat::list{}", 'im::chat::delete_{.chat_id = "oc_1"}',
    'im::pin::create{.message_id = "om_1"}',
]


def includes(*headers):
    return "".join(f"#include <{name}>\n" for name in headers)


def calling(*further, headers=()):
    statements = "\n    ".join(f"done = done && client.call({request}).has_value();" for request in further)
    return includes("feishu/client.hpp", "feishu/api/im/v1/message.hpp", *headers) + CALLS % statements


FURTHER_HEADERS = ("feishu/api/im/v1/chat.hpp", "feishu/api/im/v1/pin.hpp")
CLIENT_PEER = "peer: a client of Beast, TLS and Boost.JSON"
# By case: the source, and the flags beside the optimization.
SOURCES = {
    "peer: boost/beast/http.hpp": (includes("boost/beast/http.hpp"), []),
    "peer: nlohmann/json.hpp": (includes("nlohmann/json.hpp"), []),
    CLIENT_PEER: ((HERE / "compile_peer.cpp").read_text(encoding="utf-8"), []),
    "header-only: a client and one call": (calling(), []),
    "src.hpp": (includes("feishu/src.hpp"), [SEPARATE]),
    "emulator/src.hpp": (includes("feishu/emulator/src.hpp"), [SEPARATE]),
    "a client and one call": (calling(), [SEPARATE]),
    "one call, headers of nine": (calling(headers=FURTHER_HEADERS), [SEPARATE]),
    "nine calls": (calling(*FURTHER, headers=FURTHER_HEADERS), [SEPARATE]),
    "client.hpp": (includes("feishu/client.hpp"), [SEPARATE]),
    "client.hpp, im/v1/message.hpp": (includes("feishu/client.hpp", "feishu/api/im/v1/message.hpp"), [SEPARATE]),
    "client.hpp, im/v1/message.hpp, content/card.hpp": (
        includes("feishu/client.hpp", "feishu/api/im/v1/message.hpp", "feishu/content/card.hpp"), [SEPARATE]),
    "client.hpp, im/all.hpp": (includes("feishu/client.hpp", "feishu/api/im/all.hpp"), [SEPARATE]),
    "client.hpp, api/all.hpp": (includes("feishu/client.hpp", "feishu/api/all.hpp"), [SEPARATE]),
    "async.hpp": (includes("feishu/async.hpp"), [SEPARATE]),
    "event/webhook_server.hpp, im/v1/message.hpp": (
        includes("feishu/event/webhook_server.hpp", "feishu/api/im/v1/message.hpp"), [SEPARATE]),
    "emulator/server.hpp": (includes("feishu/emulator/server.hpp"), [SEPARATE]),
}


def user_seconds(command, **options):
    """User time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True, **options)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def compile_command(compiler, root, name, level, output):
    _, flags = SOURCES[name]
    return [*compiler, "-std=c++20", level, f"-I{root}/include", *flags, "-x", "c++", "-", "-c", "-o", str(output)]


def seconds(compiler, root, name):
    source, _ = SOURCES[name]
    return user_seconds(compile_command(compiler, root, name, "-O0", os.devnull), input=source, text=True)


def text_bytes(compiler, root, name):
    """Code and constants of the object file at -O2, as `size` counts them."""
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / "file.o"
        subprocess.run(compile_command(compiler, root, name, "-O2", output), input=SOURCES[name][0], text=True, check=True)
        printed = subprocess.run(["size", output], stdout=subprocess.PIPE, text=True, check=True).stdout
    return int(re.split(r"\s+", printed.splitlines()[1].strip())[0])


def stripped_bytes(program):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "stripped"
        shutil.copy(program, copy)
        subprocess.run(["strip", copy], check=True)
        return copy.stat().st_size


def is_there(compiler, root, name):
    """Whether the headers that a source includes are installed."""
    command = compile_command(compiler, root, name, "-O0", os.devnull)
    return subprocess.run([*command, "-E"], input=SOURCES[name][0], text=True, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, check=False).returncode == 0


def measure(compiler, root, alert, rounds):
    """By case `seconds` and where of use `bytes`; `alert` is the example's program, built with -O2. A peer that is not
    installed is left out."""
    names = [name for name in SOURCES if not name.startswith("peer:") or is_there(compiler, root, name)]
    times = {name: [] for name in names}
    for _ in range(rounds):  # in turns, so that a slow moment of the machine touches all alike
        for name in names:
            times[name].append(seconds(compiler, root, name))
    data = {f"compile/{name}": {"seconds": statistics.median(values)} for name, values in times.items()}
    one, nine = "one call, headers of nine", "nine calls"
    data["compile/each further endpoint"] = {
        "seconds": (data[f"compile/{nine}"]["seconds"] - data[f"compile/{one}"]["seconds"]) / len(FURTHER),
        "bytes": (text_bytes(compiler, root, nine) - text_bytes(compiler, root, one)) / len(FURTHER),
    }
    data["compile/examples/alert.cpp, stripped"] = {"bytes": stripped_bytes(alert)}
    return data


def main():
    arguments = sys.argv[1:]
    compiler = ["g++"]
    if "--" in arguments:
        at = arguments.index("--")
        compiler, arguments = arguments[at + 1:], arguments[:at]
    runs = int(arguments[2]) if "--runs" in arguments else 3
    peer = "peer: boost/beast/http.hpp"
    times = {name: [] for name, (_, flags) in SOURCES.items()
             if name == peer or (SEPARATE in flags and ".hpp" in name and "src.hpp" not in name)}
    for _ in range(runs):
        for name, values in times.items():
            values.append(seconds(compiler, arguments[0], name))
    of_peer = statistics.median(times.pop(peer))
    print(f"| includes | seconds | of `<boost/beast/http.hpp>` ({of_peer:.1f} s) |\n|---|---|---|")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"| `{name.replace(', ', '`, `')}` | {median:.1f} | {100 * median / of_peer:.0f} % |")


if __name__ == "__main__":
    main()
