"""A short run of the benchmark: every program runs, every number is there and plausible, and what does not depend on
the machine meets its goal.

usage: smoke.py DIRECTORY      where the programs are
"""

import socket
import sys
import threading

import calls
import processes
import report
from goals import GOALS
from programs import HERE, Programs

sys.path.insert(0, str(HERE.parent / "tools"))
from tap import Tap  # noqa: E402

OPERATIONS = {"sync": 200, "async": 400}
LIMITS = {"threads": 4, "tenants": 10, "messages": 100, "remembered": 100}
# What a number may be at all, on any machine and without optimization.
PLAUSIBLE = {
    "rate": (10, 1e6), "cpu_us": (1, 1e5), "user_us": (0, 1e5), "system_us": (0, 1e5), "allocations": (0, 10_000),
    "instructions": (1_000, 1e8), "system_calls": (1, 100), "ns": (0, 1e9), "cpu_ns": (0, 1e9),
}


def implausible(values):
    return "\n".join(f"{metric}: {values[metric]}" for metric, (low, high) in PLAUSIBLE.items()
                     if metric in values and not low <= values[metric] <= high)


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
        tap.case(f"{case} is plausible", implausible(values))
    return data


def sent_by(program):
    """The first message that a program sends, as bytes."""
    listener = socket.create_server(("127.0.0.1", 0))
    address = type("Address", (), {"urls": {"http": f"http://127.0.0.1:{listener.getsockname()[1]}"}, "ca": ""})
    received = []
    token = b'{"code":0,"msg":"ok","tenant_access_token":"t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234","expire":7200}'

    def serve():
        connection, _ = listener.accept()
        with connection:
            while not received:
                request = connection.recv(65536)
                if b"/auth/v3/" in request:
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(token), token))
                else:
                    received.append(request)

    thread = threading.Thread(target=serve)
    thread.start()
    command, options = program.run_with(address, "sync", "http", 1)
    try:
        processes.run(command, **options)  # the connection ends before the response
    except RuntimeError:
        pass
    thread.join(10)
    listener.close()
    return received[0] if received else b""


def shape(request):
    """Header lines and body without what differs from run to run."""
    head, _, body = request.partition(b"\r\n\r\n")
    lines = sorted(line for line in head.split(b"\r\n") if not line.lower().startswith(b"host:"))
    return lines, body.partition(b'"uuid"')[0], len(body)


def verdict(goal, value):
    """Name and problem of a goal's case. What cannot be counted here, or is not met by the code yet, only shows."""
    name = f"{goal.section}: {goal.text} {goal.relation} {goal.limit:g}"
    if value is None:
        return f"{name} (not measured)", ""
    if goal.met(value):
        return name, ""
    return (f"{name} (not yet: {value:.1f})", "") if goal.pending else (name, f"{value:.1f}")


def main():
    programs = Programs(sys.argv[1])
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
    data |= measured(tap, "an event", lambda: programs.events(1, operations=100))
    for goal in GOALS:
        if goal.counted:
            tap.case(*verdict(goal, goal.measured(data)))
    tap.case("the report has every case", missing(report.markdown(data, "", {}), [name.split("/")[1] for name in data]))
    tap.case("the charts are drawn", "" if len(report.charts(data)) >= 3 else "there are none")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
