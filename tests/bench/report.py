"""Writes what was measured: table.md, data.json and charts."""

import json

import plot
from goals import GOALS

PROGRAMS = ("feishu", "beast", "curl", "node")
SIZES = {"remembered": "remembered events", "messages": "messages in an emulated chat"}
CALL_COLUMNS = (("rate", "calls/s"), ("cpu_us", "CPU µs"), ("user_us", "user µs"), ("system_us", "system µs"),
                ("instructions", "instructions"), ("allocations", "allocations"), ("system_calls", "system calls"))


def number(value):
    if value is None:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(columns, rows):
    """Markdown; the first column is text."""
    return "\n".join(["| " + " | ".join(columns) + " |", "|---" + "|--:" * (len(columns) - 1) + "|",
                      *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def of_section(data, section):
    """The cases of a section, without its name."""
    prefix = section + "/"
    return {name[len(prefix):]: values for name, values in data.items() if name.startswith(prefix)}


def metrics_table(title, data, section, columns):
    rows = [[name, *(number(values.get(metric)) for metric, _ in columns)]
            for name, values in of_section(data, section).items()]
    return f"## {title}\n\n" + table([title.lower(), *(heading for _, heading in columns)], rows) if rows else ""


def goals_table(data):
    rows = []
    distances = []
    for goal in GOALS:
        value = goal.measured(data)
        missed = value is not None and not goal.met(value)
        verdict = "not measured" if value is None else "**not met**" if missed else "met"
        rows.append([f"{goal.section}: {goal.text}", f"{goal.relation} {goal.limit:g} {goal.unit}".strip(), number(value), verdict])
        if missed and goal.explained:
            distances.append(f"- {goal.section}: {goal.text}: {goal.explained}\n")
    return "## Goals\n\n" + table(["goal", "limit", "measured", ""], rows) + "".join(["\n", *distances] if distances else [])


def scale_table(data):
    series = of_section(data, "scale")
    if not series:
        return ""
    sizes = sorted({size for values in series.values() for size, _ in values["series"]})
    rows = [[name, *(number(dict(values["series"]).get(size)) for size in sizes)] for name, values in series.items()]
    return "## Scale\n\nNanoseconds of CPU per operation.\n\n" + table(["size", *(plot.tick_label(size) for size in sizes)], rows)


def markdown(data, machine, absent):
    missing = "".join(f"- absent: {name}: {why}\n" for name, why in absent.items())
    parts = [
        f"# Benchmark\n\n{machine}\n\n{missing}",
        goals_table(data),
        metrics_table("Calls", data, "call", CALL_COLUMNS),
        metrics_table("JSON", data, "json", (("cpu_ns", "CPU ns"), ("bytes", "bytes"), ("allocations", "allocations"))),
        metrics_table("Events", data, "event", (("ns", "ns"), ("cpu_ns", "CPU ns"), ("allocations", "allocations"))),
        metrics_table("Stores", data, "store", (("ns", "ns"), ("cpu_ns", "CPU ns"), ("allocations", "allocations"))),
        metrics_table("Emulator", data, "emulator", (("cpu_us", "CPU µs"), ("bytes_per_message", "bytes per message"),
                                                     ("bytes_per_user", "bytes per user"))),
        metrics_table("Transfers", data, "transfer", (("ns", "ns per MiB"), ("cpu_ns", "CPU ns per MiB"), ("memory", "bytes over the baseline"))),
        metrics_table("Compile", data, "compile", (("seconds", "user s"), ("bytes", "bytes"))),
        scale_table(data),
    ]
    return "\n".join(part for part in parts if part)


def charts(data):
    """By file name."""
    calls = of_section(data, "call")
    out = {}
    for metric, title in (("rate", "Calls per second"), ("cpu_us", "CPU µs per call")):
        groups = {}
        for name, values in calls.items():
            mode, scheme, program = name.split(".")
            groups.setdefault(f"{mode}, {scheme}", []).append((program, values[metric]))
        if groups:
            out[f"calls_{metric}.svg"] = plot.bars(title, list(groups.items()))
    growing = {}
    for name, values in of_section(data, "scale").items():
        points = [(size, ns / 1e3) for size, ns in values["series"]]
        growing.setdefault(name.split("_")[0], []).append((name.replace("_", " "), points))
    for what, series in growing.items():
        out[f"scale_{what}.svg"] = plot.lines(f"Number of {SIZES.get(what, what)}", "µs of CPU per operation", series)
    return out


def write(folder, data, machine, absent):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "data.json").write_text(
        json.dumps({"machine": machine, "absent": absent, "data": data}, indent=1, ensure_ascii=False) + "\n",
        encoding="utf-8")
    text = markdown(data, machine, absent)
    (folder / "table.md").write_text(text, encoding="utf-8")
    for name, chart in charts(data).items():
        (folder / name).write_text(chart, encoding="utf-8")
    return text
