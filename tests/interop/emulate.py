"""The emulator as a program, driven by a bot that knows nothing but HTTP.

usage: emulate.py PROGRAM
"""

import http.client
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Platform:
    def __init__(self, program, *options):
        self.process = subprocess.Popen([program, "--port", "0", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.about = json.loads(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.status = self.process.wait(20)
        self.process.stdout.close()

    def kill(self):
        """Ends it as nothing expects."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)
        self.process.stdin.close()
        self.process.stdout.close()

    def call(self, method, path, body=None, **headers):
        """Status and JSON of a response."""
        request = urllib.request.Request(self.about["base_url"] + path, method=method, headers=headers,
                                         data=None if body is None else json.dumps(body).encode())
        if body is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with DIRECT.open(request, timeout=20) as response:
                return response.status, json.loads(response.read())
        except urllib.error.HTTPError as refused:
            text = refused.read().decode()
            return refused.code, json.loads(text) if text.startswith("{") else {}


def check_bot(tap, platform):
    """A user speaks, the bot answers, the answer is in the chat."""
    about = platform.about
    _, token = platform.call("POST", "/open-apis/auth/v3/tenant_access_token/internal",
                             {"app_id": about["app_id"], "app_secret": about["app_secret"]})
    bearer = {"Authorization": "Bearer " + token["tenant_access_token"]}
    user = platform.call("GET", "/_emulator/users")[1]["items"][0]["open_id"]
    chat = platform.call("GET", "/_emulator/chats")[1]["items"][0]["chat_id"]
    said = platform.call("POST", f"/_emulator/users/{user}/messages", {"chat_id": chat, "text": "hello"})[1]["message_id"]
    replied = platform.call("POST", f"/open-apis/im/v1/messages/{said}/reply",
                            {"msg_type": "text", "content": '{"text":"hi"}'}, **bearer)
    tap.case("a bot replies", "" if replied[1]["code"] == 0 else str(replied))
    messages = platform.call("GET", f"/_emulator/chats/{chat}/messages")[1]["items"]
    contents = [one["content"] for one in messages]
    tap.case("both messages are in the chat", "" if contents == ['{"text":"hello"}', '{"text":"hi"}'] else str(contents))


def check_scenario(tap, program):
    """A file starts a tenant; what is wrong with it is named."""
    team = {"apps": [{"app_id": "cli_team", "app_secret": "s", "name": "bot"}], "users": [{"open_id": "ou_zoe", "name": "Zoë"}],
            "chats": [{"chat_id": "oc_team", "name": "team", "owner": "ou_zoe", "members": ["ou_zoe"], "bots": ["cli_team"]}]}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "team.json"
        file.write_text(json.dumps(team), encoding="utf-8")
        with Platform(program, "--scenario", str(file)) as platform:
            status, exported = platform.call("GET", "/_emulator/scenario")
            names = [one["name"] for one in exported["users"]] + [one["chat_id"] for one in exported["chats"]]
            tap.case("a file starts a tenant", "" if names == ["Zoë", "oc_team"] else f"{status} {exported}")
        file.write_text("{}", encoding="utf-8")
        with Platform(program, "--scenario", str(file)) as other:
            status, answer = other.call("POST", "/_emulator/scenario", exported)
            again = other.call("GET", "/_emulator/scenario")[1]
            for one in (exported, again):
                one.pop("clock", None)
            tap.case("what is exported is imported as it is", "" if status == 200 and again == exported else f"{status} {answer} {again}")
        team["chats"][0]["members"] = ["ou_nobody"]
        file.write_text(json.dumps(team), encoding="utf-8")
        wrong = subprocess.run([program, "--port", "0", "--scenario", str(file)], stderr=subprocess.PIPE, text=True, timeout=20,
                               check=False)
        tap.case("a problem of the file is named",
                 "" if wrong.returncode == 2 and "chats[0].members" in wrong.stderr else wrong.stderr)
        team["chats"][0]["members"] = ["ou_zoe"]
        team["holograms"] = []
        file.write_text(json.dumps(team), encoding="utf-8")
        unknown = subprocess.run([program, "--port", "0", "--scenario", str(file)], stderr=subprocess.PIPE, text=True, timeout=20,
                                 check=False)
        tap.case("an unknown member of the file is named",
                 "" if unknown.returncode == 2 and "holograms" in unknown.stderr else unknown.stderr)


SENDERS = 3


class Senders:
    """Threads that send messages until the platform is gone; `acknowledged` has the ids of those that it acknowledged."""

    def __init__(self, platform, bearer, chat):
        self.acknowledged = []
        self.threads = [threading.Thread(target=self.send, args=(platform, bearer, chat)) for _ in range(SENDERS)]
        for thread in self.threads:
            thread.start()

    def send(self, platform, bearer, chat):
        body = {"receive_id": chat, "msg_type": "text", "content": '{"text":"x"}'}
        try:
            while True:
                _, sent = platform.call("POST", "/open-apis/im/v1/messages?receive_id_type=chat_id", body, **bearer)
                self.acknowledged.append(sent["data"]["message_id"])
        except (OSError, http.client.HTTPException, ValueError):
            pass  # the platform is gone

    def join(self):
        for thread in self.threads:
            thread.join()


def kill_while_sending(platform, bearer, chat, at_least):
    """Ids of the messages that were acknowledged until the platform was killed."""
    senders = Senders(platform, bearer, chat)
    while len(senders.acknowledged) < at_least and any(thread.is_alive() for thread in senders.threads):
        time.sleep(0.001)
    platform.kill()
    senders.join()
    return senders.acknowledged


def history(platform, bearer, chat, page_token=""):
    path = f"/open-apis/im/v1/messages?container_id_type=chat&container_id={chat}&page_size=50"
    return platform.call("GET", path + (f"&page_token={page_token}" if page_token else ""), **bearer)[1]["data"]


def check_kills(tap, program):
    """A platform with a state file is killed while it serves: nothing that it acknowledged is lost."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--state", str(pathlib.Path(folder) / "state")]
        platform = Platform(program, *options)
        about = platform.about
        _, token = platform.call("POST", "/open-apis/auth/v3/tenant_access_token/internal",
                                 {"app_id": about["app_id"], "app_secret": about["app_secret"]})
        bearer = {"Authorization": "Bearer " + token["tenant_access_token"]}
        chat = platform.call("GET", "/_emulator/chats")[1]["items"][0]["chat_id"]
        user = platform.call("GET", "/_emulator/users")[1]["items"][0]["open_id"]
        acknowledged = []
        problem = ""
        page_token = ""
        for round_ in range(3):
            acknowledged += kill_while_sending(platform, bearer, chat, 60)
            platform = Platform(program, *options)
            known = set()
            after = 0
            while batch := platform.call("GET", f"/_emulator/chats/{chat}/messages?after={after}&limit=1000")[1].get("items"):
                known.update(one["message_id"] for one in batch)
                after += len(batch)
            if missing := [one for one in acknowledged if one not in known]:
                problem = f"round {round_}: {len(missing)} of {len(acknowledged)} are missing"
            if page_token and not history(platform, bearer, chat, page_token).get("items"):
                problem = "the page token is no longer valid"
            page_token = history(platform, bearer, chat)["page_token"]
            said = platform.call("POST", f"/_emulator/users/{user}/messages", {"chat_id": chat, "text": "hello"})
            acknowledged.append(said[1]["message_id"])
        tap.case("nothing that was acknowledged is lost when it is killed", problem)
        busy = subprocess.run([program, "--port", "0", *options], stderr=subprocess.PIPE, text=True, timeout=20, check=False)
        tap.case("two programs do not share a state file", "" if busy.returncode == 1 and "in use" in busy.stderr else busy.stderr)
        platform.kill()
        file = pathlib.Path(options[1])
        content = bytearray(file.read_bytes())
        content[100] ^= 1
        file.write_bytes(content)
        damaged = subprocess.run([program, "--port", "0", *options], stderr=subprocess.PIPE, text=True, timeout=20, check=False)
        tap.case("a damaged state file is named with the offset",
                 "" if damaged.returncode == 1 and str(file) in damaged.stderr and "byte 24" in damaged.stderr else damaged.stderr)


def main():
    tap = Tap()
    program = sys.argv[1]
    with Platform(program) as platform:
        check_bot(tap, platform)
        status, document = platform.call("GET", "/_emulator/openapi.json")
        tap.case("it describes itself", "" if status == 200 and document["openapi"] == "3.1.0" else str(document)[:200])
        status, _ = platform.call("GET", "/_emulator/users", Origin="http://evil.example")
        tap.case("a page of another site is refused", "" if status == 403 else str(status))
        status, refused = platform.call("POST", "/_emulator/chats", {"members": ["ou_unknown"]})
        tap.case("an error has a code", "" if status == 400 and refused["code"] == 230001 else str(refused))
    tap.case("it ends with its input", "" if platform.status == 0 else str(platform.status))
    with Platform(program, "--address", "0.0.0.0") as platform:
        status, _ = platform.call("GET", "/_emulator/users")
        tap.case("on all interfaces a token is needed", "" if status == 401 else str(status))
        status, _ = platform.call("GET", "/_emulator/users", Authorization="Bearer " + platform.about["control_token"])
        tap.case("with the token it is served", "" if status == 200 else str(status))
    check_scenario(tap, program)
    check_kills(tap, program)
    wrong = subprocess.run([program, "--port", "70000"], stderr=subprocess.PIPE, text=True, timeout=20, check=False)
    tap.case("a wrong option is named", "" if wrong.returncode == 2 and "--port" in wrong.stderr else wrong.stderr)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
