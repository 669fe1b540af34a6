"""Every endpoint and event that the emulator serves is tested, and its README says by what.

usage: emulator_coverage.py ROOT PROGRAM [--write]      PROGRAM: the emulator's unit tests
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402

PEOPLE = "people"  # the cause of events that are no endpoint's
BEGIN, END = "<!-- coverage: generated -->", "<!-- coverage: end -->"

# Endpoints that are no requests to the platform's API, and why.
ELSEWHERE = {
    "oauth.v1.app.registration": "registers an app in a browser",
}
# Events that nothing within the emulator causes, and why.
NOT_CAUSED = {
    "profile.view.get": "its payload is not documented",
}


def bound(root):
    """Ids of endpoints, and types of events, that the library binds."""
    text = (root / "include/feishu/api/README.md").read_text(encoding="utf-8")
    first, _, second = text.partition("| Event |")
    names = lambda part: re.findall(r"^\| \[?`([\w.]+)`", part, re.MULTILINE)  # noqa: E731
    return names(first), names(second)


def recorded(program):
    """What the tests did: (what, endpoint, value, test case) for each line."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "coverage"
        subprocess.run([program, "--log_level=nothing", "--report_level=no"], check=False, timeout=280,
                       env=os.environ | {"FEISHU_COVERAGE": str(file)}, stdout=subprocess.DEVNULL)
        return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]


def sentence(test):
    return test.rpartition("/")[2].replace("_", " ")


def rows(lines):
    """Of each endpoint: the codes it refused with, the events it caused, the tests."""
    out = {}
    for what, endpoint, value, test in lines:
        row = out.setdefault(endpoint, {"codes": set(), "events": set(), "tests": set(), "succeeded": False})
        row["tests"].add(sentence(test))
        if what == "event":
            row["events"].add(value)
        elif value == "0":
            row["succeeded"] = True
        else:
            row["codes"].add(int(value))
    return out


def table(served):
    lines = ["| Endpoint | Rules | Codes | Events |", "|---|---|---|---|"]
    for endpoint in sorted(served):
        row = served[endpoint]
        lines.append(f"| `{endpoint}` | {'<br>'.join(sorted(row['tests']))} | {', '.join(map(str, sorted(row['codes'])))} "
                     f"| {', '.join(f'`{event}`' for event in sorted(row['events']))} |")
    return "\n".join(lines)


def with_table(text, new):
    head, _, rest = text.partition(BEGIN)
    return f"{head}{BEGIN}\n\n{new}\n\n{END}{rest.partition(END)[2]}"


def unprovoked(root, served):
    """The codes that handlers refuse with, but no test provokes."""
    provoked = {str(code) for row in served.values() for code in row["codes"]}
    missing = []
    for file in sorted((root / "include/feishu/emulator/handlers").rglob("*.ipp")):
        codes = set(re.findall(r"\brefuse\((\d+)", file.read_text(encoding="utf-8")))
        missing += [f"{file.relative_to(root)}: {code}" for code in sorted(codes - provoked)]
    return "\n".join(missing)


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    readme = root / "include/feishu/emulator/README.md"
    endpoints, events = bound(root)
    lines = recorded(program)
    served = {endpoint: row for endpoint, row in rows(lines).items() if endpoint in endpoints or endpoint == PEOPLE}
    caused = {value for what, _, value, _ in lines if what == "event"}
    updated = with_table(readme.read_text(encoding="utf-8"), table(served))
    if "--write" in sys.argv:
        readme.write_text(updated, encoding="utf-8")
        return 0
    tap = Tap()
    tap.case("every endpoint is tested", "\n".join(sorted(set(endpoints) - set(served) - set(ELSEWHERE))))
    tap.case("every endpoint succeeds in a test", "\n".join(name for name, row in served.items() if not row["succeeded"] and name != PEOPLE))
    tap.case("every code of a handler is provoked", unprovoked(root, served))
    tap.case("every event is caused", "\n".join(sorted(set(events) - caused - set(NOT_CAUSED))))
    tap.case("the README has the table",
             "" if updated == readme.read_text(encoding="utf-8") else f"write it: {sys.argv[0]} {root} {program} --write")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
