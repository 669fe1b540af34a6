"""The metrics of examples/metrics.cpp, scraped as Prometheus does.

usage: metrics.py PROGRAM
"""

import pathlib
import re
import subprocess
import sys
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402


def scraped(url):
    """Values by name and labels."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=20) as response:
        lines = response.read().decode().splitlines()
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}


def main():
    tap = Tap()
    with subprocess.Popen([sys.argv[1], "127.0.0.1:0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        url = program.stdout.readline().strip()
        metrics = scraped(url)
        program.communicate("\n", timeout=20)

    def has(name, expected, *labels):
        found = [value for key, value in metrics.items()
                 if key.split("{")[0] == name and all(label in key for label in labels)]
        tap.case(f"{name} {' '.join(labels)} is {expected}", "" if found == [expected] else f"{found}\n{metrics}")

    create = 'endpoint="im.v1.message.create"'
    has("feishu_calls_total", 2, create, 'outcome="success"')
    has("feishu_calls_total", 1, create, 'outcome="api"', 'code="230001"')
    has("feishu_attempts_total", 4, create)  # one was repeated after a rate limit
    has("feishu_call_seconds_count", 3, create)
    has("feishu_events_total", 1, 'type="im.message.receive_v1"', 'result="handled"')
    has("feishu_handler_seconds_count", 1, 'type="im.message.receive_v1"')
    sent = sum(value for key, value in metrics.items() if re.match(r'feishu_bytes_total.*sent', key))
    tap.case("bytes are counted", "" if sent > 500 else str(sent))
    tap.case("the program ends", "" if program.returncode == 0 else str(program.returncode))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
