"""The cost of a call: this library, the bare Beast that it is made of, and its peers, against one server."""

import os
import statistics

import processes

MODES = ("sync", "async")
SCHEMES = ("http", "https")


class Program:
    """One of the programs that send messages."""

    def __init__(self, name, command, modes=MODES, native=True, directory=None):
        """`native`: whether its instructions and allocations can be counted."""
        self.name, self.command, self.modes, self.native = name, command, modes, native
        self.directory = directory

    def run_with(self, server, mode, scheme, operations):
        """Command and options of a run."""
        ca = ["--ca", server.ca] if scheme == "https" else []
        # Those of a peer that honours them would lead past the loopback.
        environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
        environment["NODE_EXTRA_CA_CERTS"] = str(server.ca)
        return ([*self.command, mode, "--url", server.urls[scheme], *ca, "--operations", operations],
                {"env": environment, "cwd": self.directory})


def case(mode, scheme, program):
    return f"call/{mode}.{scheme}.{program.name}"


def cases(programs, schemes=SCHEMES):
    return [(mode, scheme, program) for mode in MODES for scheme in schemes for program in programs
            if mode in program.modes]


def rates(server, programs, rounds, operations):
    """Calls per second and CPU time per call: medians over rounds in which the programs take turns."""
    samples = {}
    for _ in range(rounds):
        for mode, scheme, program in cases(programs):
            command, options = program.run_with(server, mode, scheme, operations[mode] // (1 if program.native else 4))
            line, = processes.lines_of([*processes.pinned(processes.CLIENT_CORE), *command], **options)
            samples.setdefault(case(mode, scheme, program), []).append(line)
    return {name: summary(lines) for name, lines in samples.items()}


def summary(lines):
    def median(member):
        return statistics.median(line[member] for line in lines)

    out = {
        "rate": 1e9 / median("ns"),
        "cpu_us": median("cpu_ns") / 1e3,
        "user_us": median("user_ns") / 1e3,
        "system_us": median("system_ns") / 1e3,
    }
    if "allocations" in lines[0]:
        out["allocations"] = median("allocations")
    return out


def counts(server, programs, counter, schemes, few):
    """What `counter` counts per call: the difference of two runs, so that start and end of the program cancel."""
    out = {}
    for mode, scheme, program in cases(programs, schemes):
        totals = []
        for operations in (few, 3 * few):
            command, options = program.run_with(server, mode, scheme, operations)
            totals.append(counter(command, **options))
        if None not in totals:
            out[case(mode, scheme, program)] = (totals[1] - totals[0]) / (2 * few)
    return out


def measure(server, programs, rounds, operations, counted=None, count_schemes=SCHEMES, few=400):
    """Everything about calls, by case; instructions and system calls of the programs `counted`, or of all."""
    data = rates(server, programs, rounds, operations)
    counted = counted or programs
    native = [program for program in counted if program.native]
    for metric, counter, those in (("instructions", processes.instructions, native),
                                   ("system_calls", processes.system_calls, counted)):
        for name, value in counts(server, those, counter, count_schemes, few).items():
            data[name][metric] = value
    return data
