"""Every spec is an OpenAPI 3.1 document, say two validators that other people keep.

usage: validate_specs.py DIRECTORY SPECS…

Installs the validators of validators/package.json into DIRECTORY, which is kept for the next run. Two cases a document:
Redocly's own rules of the specification, with references followed; the published meta-schema. Each validator refuses
a broken document first.
"""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
from npm import install  # noqa: E402
from tap import Tap  # noqa: E402

FILES = ["package.json", "package-lock.json", "meta_schema.mjs"]
BROKEN = {"openapi": "3.1.0", "info": {"title": "No version"}, "paths": {"no/slash": {"get": {"parameters": 1}}}}


def documents(folders):
    for folder in folders:
        for path in sorted(pathlib.Path(folder).glob("**/*.json")):
            if isinstance(json.loads(path.read_text(encoding="utf-8")), dict):
                yield path.resolve()


def redocly(directory, files):
    """Problems by file, as text."""
    command = [directory / "node_modules" / ".bin" / "redocly", "lint", "--extends=spec", "--format=json",
               "--max-problems=1000", *files]
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    done = subprocess.run(command, cwd=directory, env={**os.environ, **quiet}, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    report, _ = json.JSONDecoder().raw_decode(done.stdout)
    found = {file: "" for file in files}
    for problem in report["problems"]:
        location = problem["location"][0]
        file = (directory / location["source"]["ref"]).resolve()
        # A problem of a file that others refer to is found again from each of them.
        if file in found:
            found[file] += f"{location.get('pointer', '')}: {problem['severity']}: {problem['message']}\n"
    if done.returncode != 0 and not any(found.values()):
        raise RuntimeError(done.stdout + done.stderr)
    return found


def meta_schema(directory, files):
    done = subprocess.run(["node", "meta_schema.mjs", *files], cwd=directory, stdout=subprocess.PIPE, check=True,
                          text=True)
    return {pathlib.Path(file): problem for file, problem in json.loads(done.stdout).items()}


def main():
    directory, *folders = sys.argv[1:]
    directory = pathlib.Path(directory).resolve()
    tap = Tap()
    problem = install(HERE / "validators", FILES, directory)
    tap.case("the validators can be installed", problem)
    if problem:
        sys.exit(tap.done())
    broken = directory / "broken.json"
    broken.write_text(json.dumps(BROKEN), encoding="utf-8")
    files = list(documents(folders))
    tap.case("there are specs", "" if files else "none found")
    for validator, name in ((redocly, "Redocly"), (meta_schema, "the meta-schema")):
        tap.case(f"{name} refuses a broken document", "" if validator(directory, [broken])[broken] else "it does not")
        for file, found in validator(directory, files).items():
            shown = file.relative_to(HERE.parents[1]) if file.is_relative_to(HERE.parents[1]) else file
            tap.case(f"{name} finds nothing wrong with {shown}", found)
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
