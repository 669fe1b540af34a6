"""The benchmark's programs: where they are, which are absent and why, and the sections that they measure."""

import json
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import uuid

import calls
import processes

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
from npm import install  # noqa: E402



def served_cpu(command, calls):
    """Microseconds of CPU that a server uses for a call, one after the other on one connection."""
    server = subprocess.Popen([*processes.pinned(processes.SERVER_CORE), *map(str, command)], text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        at = json.loads(server.stdout.readline())
        with socket.create_connection(("127.0.0.1", at["port"]), timeout=60) as connection:
            send_messages(connection, at, 256)
            before = used_by(server)
            send_messages(connection, at, calls)
            return (used_by(server) - before) / calls
    finally:
        server.stdin.close()
        server.wait(60)
        server.stdout.close()


def used_by(server):
    server.stdin.write("\n")
    server.stdin.flush()
    return float(server.stdout.readline())


def send_messages(connection, at, count):
    for _ in range(count):
        body = json.dumps({"receive_id": at["chat"], "msg_type": "text", "content": '{"text":"disk full on db-1"}',
                           "uuid": str(uuid.uuid4())})
        head = ("POST /open-apis/im/v1/messages?receive_id_type=chat_id HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                f"Authorization: Bearer {at['token']}\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\n\r\n")
        connection.sendall((head + body).encode())
        received = b""
        while b'"code":0' not in received or not received.endswith(b"}"):
            part = connection.recv(65536)
            if not part:
                raise RuntimeError(f"the server ended the connection: {received!r}")
            received += part


INTEROP = HERE.parent / "interop"  # whose package-lock.json pins the SDK


class Programs:
    """Those in `folder`, where meson built them."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.absent = {}

    def path(self, name):
        return self.folder / f"bench_{name}"

    def callers(self, node_folder=None):
        """Every program that sends messages; the SDK for Node if there is a folder to install it in."""
        found = [calls.Program("feishu", [self.path("call_feishu")]), calls.Program("beast", [self.path("call_beast")])]
        if self.path("call_curl").is_file():
            found.append(calls.Program("curl", [self.path("call_curl")], modes=("sync",)))
        else:
            self.absent["libcurl and nlohmann::json"] = "the development packages are not there"
        if node_folder is not None:
            problem = install(INTEROP, ["package.json", "package-lock.json"], node_folder)
            if problem:
                self.absent["the official SDK for Node"] = problem.strip().splitlines()[-1]
            else:
                found.append(calls.Program("node", ["node", HERE / "call_node.mjs"], native=False, directory=node_folder))
        return found

    def json(self, rounds):
        data = {f"json/{line['case']}": line for line in self.lines("json", "--rounds", rounds)}
        for case, peer in (("decode simdjson", "simdjson"), ("decode nlohmann, DOM only", "nlohmann::json")):
            if f"json/{case}" not in data:
                self.absent[peer] = "the development package is not there"
        return data

    def events(self, rounds, operations=1_000):
        """Everything but how the cost grows, which `scale` has; `operations` are those of a round."""
        out = {}
        for part in ("events", "server"):
            for line in self.lines("event", part, "--rounds", rounds, "--operations", operations):
                threads = f" {line['threads']} threads" if "threads" in line else ""
                out[f"event/{line['case']}{threads}"] = line
        return out

    def stores(self, rounds, operations=1_000):
        """An event through an inbox and a paced call, beside what SQLite and Redis do at least."""
        if not self.path("store").is_file() or shutil.which("redis-server") is None:
            self.absent["SQLite and Redis"] = "the development packages or redis-server are not there"
            return {}
        return {f"store/{line['case']}": line
                for line in self.lines("store", "--rounds", rounds, "--operations", operations,
                                       "--server-core", processes.SERVER_CORE, pin=True)}

    def scale(self, server, rounds, limits, operations=None):
        """Series of (size, CPU ns per operation), medians; `limits` are the largest sizes, by case, `operations` how
        many are measured of each, if not the program's own choice."""
        how_many = ["--operations", operations] if operations else []
        commands = {
            "threads": ["scale", "threads", "--url", server.urls["http"]],
            "tenants": ["scale", "tenants"],
            "messages": ["scale", "messages"],
            "remembered": ["event", "remembered"],
        }
        samples = {}
        for _ in range(rounds):
            for case, command in commands.items():
                for line in self.lines(*command, "--most", limits[case], *how_many, pin=True):
                    samples.setdefault(line["case"], {}).setdefault(int(line["size"]), []).append(line["cpu_ns"])
        return {f"scale/{name}": {"series": [[size, statistics.median(values)] for size, values in sizes.items()]}
                for name, sizes in samples.items()}

    def emulator(self, rounds, calls, messages, users):
        """The CPU of an emulated im.v1.message.create beside that of a bare Beast server, medians; what messages take."""
        names = ("emulator", "beast")
        cpu = {name: [] for name in names}
        for _ in range(rounds):
            for name in names:
                cpu[name].append(served_cpu([self.path("emulator"), name], calls))
        held = self.lines("scale", "held", "--most", messages, "--users", users)[0]
        return {f"emulator/{name}": {"cpu_us": statistics.median(values)} for name, values in cpu.items()} | {
            "emulator/held": {metric: held[metric] for metric in ("bytes_per_message", "bytes_per_user")}}

    def transfers(self, rounds, mebibytes):
        """Downloads and uploads of so many MiB: medians over rounds in which the programs take turns."""
        names = [name for name in ("feishu", "curl") if self.path(f"transfer_{name}").is_file()]
        if "curl" not in names:
            self.absent["libcurl"] = "the development package is not there"
        samples = {}
        with processes.Server(self.path("transfer_server")) as server:
            for _ in range(rounds):
                for direction in ("download", "upload"):
                    for name in names:
                        line, = self.lines(f"transfer_{name}", direction, "--url", server.urls["http"], "--mebibytes", mebibytes, pin=True)
                        samples.setdefault(f"transfer/{direction} {name}", []).append(line)
        return {case: {metric: statistics.median(line[metric] for line in lines) for metric in ("ns", "cpu_ns", "memory")}
                for case, lines in samples.items()}

    def lines(self, name, *arguments, pin=False):
        before = processes.pinned(processes.CLIENT_CORE) if pin else []
        return processes.lines_of([*before, self.path(name), *arguments])
