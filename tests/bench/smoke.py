"""A short run of the benchmark: every program runs, every number is there and plausible, and what does not depend on
the machine meets its goal.

usage: smoke.py DIRECTORY -- COMPILER ARG ...      where the programs are
"""

import shutil
import socket
import subprocess
import sys
import threading

import calls
import compile_time
import processes
import report
from goals import GOALS
from programs import HERE, Programs

sys.path.insert(0, str(HERE.parent / "tools"))
from compiler import arguments, in_parallel  # noqa: E402
from tap import Tap  # noqa: E402

ROOT = HERE.parents[1]

OPERATIONS = {"sync": 200, "async": 400}
LIMITS = {"threads": 4, "tenants": 10, "messages": 1_000, "remembered": 100}
# What a number may be at all, on any machine and without optimization.
PLAUSIBLE = {
    "rate": (10, 1e6), "cpu_us": (1, 1e5), "user_us": (0, 1e5), "system_us": (0, 1e5), "allocations": (0, 10_000),
    "instructions": (1_000, 1e8), "system_calls": (1, 100), "ns": (0, 1e9), "cpu_ns": (0, 1e9), "memory": (0, 1e9),
}


# What each case of a section must have.
METRICS = {
    "call": ("rate", "cpu_us", "user_us", "system_us"), "json": ("cpu_ns", "bytes", "allocations"),
    "event": ("ns", "cpu_ns", "allocations"), "store": ("ns", "cpu_ns", "allocations"),
    "transfer": ("ns", "cpu_ns", "memory"), "scale": ("series",), "emulator": (),
}


def implausible(case, values):
    """What is missing or cannot be, a line each."""
    lacking = [f"no {metric}" for metric in METRICS[case.split("/")[0]] if metric not in values]
    wrong = [f"{metric}: {values[metric]}" for metric, (low, high) in PLAUSIBLE.items()
             if metric in values and not low <= values[metric] <= high]
    series = values.get("series", [[1, 1], [2, 1]])
    flawed = [] if len(series) > 1 and all(ns > 0 for _, ns in series) else [f"series: {series}"]
    return "\n".join(lacking + wrong + flawed)


def missing(data, expected):
    return "\n".join(name for name in expected if name not in data)


def measured(tap, name, measure):
    """The data that `measure` gives; a case that fails when it cannot."""
    try:
        data = measure()
    except Exception as problem:  # whatever it is, the rest goes on
        tap.case(f"{name} can be measured", problem)
        return {}
    tap.case(f"{name} can be measured")
    for case, values in data.items():
        tap.case(f"{case} is plausible", implausible(case, values))
    return data


def sent_by(program):
    """The first message that a program sends, as bytes."""
    listener = socket.create_server(("127.0.0.1", 0))
    address = type("Address", (), {"urls": {"http": f"http://127.0.0.1:{listener.getsockname()[1]}"}, "ca": ""})
    received = []
    token = b'{"code":0,"msg":"ok","tenant_access_token":"t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234","expire":7200}'
    message = b'{"code":0,"msg":"success","data":{"message_id":"om_dc13264520392913993dd051dba21dcf"}}'

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:  # closed
                return
            with connection:
                while request := connection.recv(65536):
                    body = token if b"/auth/v3/" in request else message
                    if body is message:
                        received.append(request)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))

    thread = threading.Thread(target=serve)
    thread.start()
    command, options = program.run_with(address, "sync", "http", 1)
    try:
        processes.run(command, **options)
    except (RuntimeError, subprocess.TimeoutExpired):
        pass
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join(10)
    return received[0] if received else b""


def shape(request):
    """Header lines and body without what differs from run to run."""
    head, _, body = request.partition(b"\r\n\r\n")
    lines = sorted(line for line in head.split(b"\r\n") if not line.lower().startswith(b"host:"))
    return lines, body.partition(b'"uuid"')[0], len(body)


def verdict(goal, value):
    """Name and problem of a goal's case. What cannot be counted here only shows."""
    name = f"{goal.section}: {goal.text} {goal.relation} {goal.limit:g}"
    if value is None:
        return f"{name} (not measured)", ""
    return name, "" if goal.met(value) else f"{value:.1f}"


def uncounted(values):
    """The counts that are missing although there is a tool for them."""
    tools = {"allocations": True, "instructions": shutil.which("valgrind"), "system_calls": shutil.which("strace")}
    return "\n".join(f"no {metric}" for metric, tool in tools.items() if tool and metric not in values)


def compile_errors(compiler):
    """Of the sources whose compile time is measured: those that use the most."""
    def errors(name):
        source, flags = compile_time.SOURCES[name]
        status, output = compiler.run(f"-I{ROOT}/include", *flags, "-fsyntax-only", source=source)
        return output if status else ""

    return "\n".join(in_parallel(errors, ["nine calls", compile_time.CLIENT_PEER])).strip()


def main():
    args = arguments("directory")
    programs = Programs(args.directory)
    tap = Tap()
    callers = programs.callers()
    ours, beast = callers[:2]
    tap.case("bare Beast sends what the library sends",
             "" if shape(sent_by(ours)) == shape(sent_by(beast)) else f"{sent_by(ours)}\n{sent_by(beast)}")
    with processes.Server(programs.path("server")) as server:
        data = measured(tap, "a call", lambda: calls.measure(
            server, callers, 1, OPERATIONS, counted=[ours], count_schemes=("http",), few=100))
        data |= measured(tap, "growth", lambda: programs.scale(server, 1, LIMITS, operations=100))
    data |= measured(tap, "JSON", lambda: programs.json(1))
    data |= measured(tap, "a transfer", lambda: programs.transfers(1, 64))
    data |= measured(tap, "the emulator", lambda: programs.emulator(1, 100, 10_000, 1_000))
    data |= measured(tap, "a store", lambda: programs.stores(1, operations=50))
    data |= measured(tap, "an event", lambda: programs.events(1, operations=100))
    tap.case("everything about a call is counted", uncounted(data.get(calls.case("sync", "http", ours), {})))
    tap.case("the sources of the compile times compile", compile_errors(args.compiler))
    for goal in GOALS:
        if goal.counted:
            tap.case(*verdict(goal, goal.measured(data)))
    tap.case("the report has every case", missing(report.markdown(data, "", {}), [name.split("/")[1] for name in data]))
    tap.case("the charts are drawn", "" if len(report.charts(data)) >= 3 else "there are none")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
