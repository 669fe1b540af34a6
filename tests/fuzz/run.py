"""Fuzzes one target for a while. A case fails when an input breaks it.

usage: run.py TARGET CORPUS DIRECTORY SECONDS

CORPUS holds the inputs to start from; what is found is kept in DIRECTORY for the next run. FEISHU_FUZZ_SECONDS takes
the place of SECONDS.
"""

import base64
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402

SANITIZERS = {
    "ASAN_OPTIONS": "detect_leaks=1:allocator_may_return_null=1",
    "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
}


def fuzz(target, corpus, directory, seconds):
    """Exit status, what the fuzzer said, and the inputs that break the target."""
    found = directory / "found"
    broken = directory / "broken"
    for folder in (found, broken):
        folder.mkdir(parents=True, exist_ok=True)
    for old in broken.iterdir():
        old.unlink()
    command = [target, found, *([corpus] if corpus.is_dir() else []), f"-max_total_time={seconds}", "-timeout=10",
               "-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={broken}/"]
    done = subprocess.run(command, env={**os.environ, **SANITIZERS}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    return done.returncode, done.stdout, sorted(broken.iterdir())


def explain(output, inputs):
    """The end of the fuzzer's report, and each input such that it can be tried again."""
    lines = output.splitlines()[-40:]
    for path in inputs:
        lines += [f"reproducer: {path}", f"as base64: {base64.b64encode(path.read_bytes()).decode()}"]
    return "\n".join(lines)


def main():
    target, corpus, directory = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    seconds = int(os.environ.get("FEISHU_FUZZ_SECONDS") or sys.argv[4])
    status, output, inputs = fuzz(target, corpus, directory, seconds)
    tap = Tap()
    seeds = list(corpus.iterdir()) if corpus.is_dir() else []
    tap.case(f"{corpus.name} has a few inputs of less than 1 KB to start from",
             "" if seeds and all(seed.stat().st_size < 1024 for seed in seeds) else f"see {corpus}")
    tap.case(f"nothing breaks {corpus.name} within {seconds} s", explain(output, inputs) if status else "")
    tried = re.search(r"number_of_executed_units: (\d+)", output)
    print(f"# {tried.group(1) if tried else 'no'} inputs")
    sys.exit(tap.done())


if __name__ == "__main__":
    main()
