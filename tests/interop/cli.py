"""feishu, the command line, as a process: against the emulator that it runs itself.

usage: cli.py PROGRAM
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from tap import Tap  # noqa: E402

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Shell:
    """Runs the program with the credentials of an emulator."""

    def __init__(self, program, folder):
        self.program = program
        self.variables = {key: value for key, value in os.environ.items() if not key.startswith("FEISHU_")}
        self.variables["FEISHU_CONFIG_DIR"] = str(folder)
        self.seen = ""

    def use(self, about):
        self.variables.update(FEISHU_BASE_URL=about["base_url"], FEISHU_APP_ID=about["app_id"], FEISHU_APP_SECRET=about["app_secret"])

    def run(self, *arguments, stdin="", **variables):
        done = subprocess.run([self.program, *arguments], input=stdin, capture_output=True, text=True, timeout=60, check=False,
                              env={**self.variables, **variables})
        self.seen += done.stdout + done.stderr
        return done


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with DIRECT.open(request, timeout=20) as response:
        return json.loads(response.read())


def get(url):
    with DIRECT.open(url, timeout=20) as response:
        return json.loads(response.read())


def expect(tap, name, done, code, *parts):
    text = done.stdout + done.stderr
    missing = [part for part in parts if part not in text]
    tap.case(name, "" if done.returncode == code and not missing else f"exit code {done.returncode}, lacks {missing}:\n{text[:2000]}")


def check_reading(tap, shell):
    expect(tap, "help lists commands and exit codes", shell.run("--help"), 0, "doctor", "Exit codes")
    expect(tap, "list", shell.run("list", "urgent"), 0, "im.v1.message.urgent_app")
    expect(tap, "show", shell.run("show", "im.v1.message.create"), 0, "--receive_id_type", "required", "im:message")
    expect(tap, "the help of an endpoint", shell.run("call", "im.v1.message.create", "--help"), 0, "--receive_id_type")
    expect(tap, "error", shell.run("error", "230002"), 0, "bot_not_in_chat")
    expect(tap, "scopes", shell.run("scopes", "im.v1.message.create"), 0, '"tenant"')
    document = json.loads(shell.run("openapi").stdout)
    tap.case("openapi", "" if "/open-apis/im/v1/messages" in document["paths"] else "no messages")
    for name in ("bash", "zsh", "fish"):
        script = shell.run("completion", name).stdout
        checker = shutil.which(name)
        checked = subprocess.run([checker, "-n"], input=script, text=True, capture_output=True, check=False) if checker else None
        tap.case(f"the script of {name}" + (" has no error" if checker else " is printed"),
                 "" if "im.v1.message.create" in script and (checked is None or checked.returncode == 0) else str(checked))
    asked = """COMP_WORDS=(feishu call im.v1.message.create --receive_id_type u); COMP_CWORD=4; _feishu; echo "${COMPREPLY[@]}"
COMP_WORDS=(feishu call im.v1.message.create --rec); COMP_CWORD=3; _feishu; echo "${COMPREPLY[@]}\""""
    completed = subprocess.run(["bash", "-c", shell.run("completion", "bash").stdout + asked], text=True, capture_output=True, check=False)
    tap.case("bash completes values and members",
             "" if completed.stdout == "union_id user_id\n--receive_id_type --receive_id\n" else completed.stdout + completed.stderr)
    expect(tap, "a misspelled endpoint", shell.run("show", "im.v1.mesage.create"), 2, "did you mean im.v1.message.create?")
    expect(tap, "no command", shell.run(), 2, "feishu --help")
    expect(tap, "no credentials", shell.run("send", "--to", "oc_1", "x"), 2, "FEISHU_APP_ID", "credentials.json")


def check_calls(tap, shell, about, folder):
    chat = get(about["base_url"] + "/_emulator/chats")["items"][0]["chat_id"]
    sent = shell.run("send", "--to", chat, "hello")
    expect(tap, "send", sent, 0, "message_id")
    message = json.loads(sent.stdout)["message_id"]
    expect(tap, "send Markdown", shell.run("send", "--to", chat, "--markdown", "**bold**"), 0, '"post"')
    file = folder / "report.csv"
    file.write_text("a,b\n" * 1000, encoding="utf-8")
    with_file = shell.run("send", "--to", chat, "--file", str(file))
    expect(tap, "send a file", with_file, 0, "file_key")
    key = json.loads(json.loads(with_file.stdout)["body"]["content"])["file_key"]
    card = folder / "card.json"
    card.write_text('{"schema":"2.0","body":{"elements":[{"tag":"markdown","content":"hi"}]}}', encoding="utf-8")
    expect(tap, "send a card", shell.run("send", "--to", chat, "--card", str(card)), 0, "interactive")
    expect(tap, "card check", shell.run("card", "check", str(card)), 0)
    expect(tap, "card check finds an error", shell.run("card", "check", "-", stdin='{"schema":"2.0","body":3}'), 2, "error")
    expect(tap, "card outline", shell.run("card", "outline", str(card)), 0, "hi")
    expect(tap, "call", shell.run("call", "im.v1.message.get", "--message_id", message), 0, "hello")
    expect(tap, "call with JSON", shell.run("call", "im.v1.message.get", "--json", "-", stdin=json.dumps({"message_id": message})), 0, "hello")
    pages = shell.run("call", "im.v1.message.list", "--container_id_type", "chat", "--container_id", chat, "--page_size", "1", "--page-all")
    tap.case("all pages, a line each", "" if len(pages.stdout.splitlines()) == 4 else pages.stdout + pages.stderr)
    out = folder / "out.csv"
    expect(tap, "a download", shell.run("call", "im.v1.message_resource.get", "--message_id", json.loads(with_file.stdout)["message_id"],
                                        "--file_key", key, "--type", "file", "--output", str(out)), 0, '"size":4000')
    tap.case("the file is the one that was sent", "" if out.exists() and out.read_bytes() == file.read_bytes() else "another one")
    expect(tap, "a download needs --output", shell.run("call", "im.v1.file.get", "--file_key", key), 2, "--output PATH")
    expect(tap, "a refused call", shell.run("call", "im.v1.message.get", "--message_id", "om_unknown"), 1, "what to do")
    expect(tap, "an invalid request", shell.run("call", "im.v1.message.urgent_app", "--message_id", message, "--user_id_list",
                                                json.dumps(["ou_1"] * 201)), 2, "201 items, at most 200")
    expect(tap, "a wrong secret", shell.run("send", "--to", chat, "x", FEISHU_APP_SECRET="wrong-secret"), 3)
    expect(tap, "no connection", shell.run("send", "--to", chat, "x", FEISHU_BASE_URL="http://127.0.0.1:1"), 4)
    expect(tap, "a file that does not exist", shell.run("send", "--to", chat, "--file", str(folder / "none")), 5, "cannot read")
    expect(tap, "doctor", shell.run("doctor"), 1, "ok       network", "missing", "/app/" + about["app_id"])
    expect(tap, "a profile needs a private file", with_profile(shell, folder, about, 0o644, chat), 2, "chmod 600")
    expect(tap, "a profile", with_profile(shell, folder, about, 0o600, chat), 0, "message_id")


def with_profile(shell, folder, about, mode, chat):
    file = folder / "credentials.json"
    file.write_text(json.dumps({"profiles": {"test": {"app_id": about["app_id"], "app_secret": about["app_secret"],
                                                      "base_url": about["base_url"]}}}), encoding="utf-8")
    file.chmod(mode)
    return shell.run("send", "--profile", "test", "--to", chat, "x", FEISHU_APP_ID="", FEISHU_APP_SECRET="")


def check_listen(tap, shell, about):
    listening = subprocess.Popen([shell.program, "listen", "--type", "im.message.receive_v1", "--count", "1"], env=shell.variables,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    connected = listening.stderr.readline()
    while connected and not connected.startswith("connected"):
        connected = listening.stderr.readline()
    user = get(about["base_url"] + "/_emulator/users")["items"][0]["open_id"]
    chat = get(about["base_url"] + "/_emulator/chats")["items"][0]["chat_id"]
    post(f"{about['base_url']}/_emulator/users/{user}/messages", {"chat_id": chat, "text": "ping"})
    try:
        out, log = listening.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        listening.kill()
        out, log = listening.communicate()
    shell.seen += out + log
    lines = out.splitlines()
    tap.case("listen prints an event as one line",
             "" if len(lines) == 1 and "ping" in json.loads(lines[0])["event"]["message"]["content"] else f"{connected}{out}{log}")


def main():
    tap = Tap()
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shell = Shell(program, folder)
        check_reading(tap, shell)
        emulator = subprocess.Popen([program, "emulate", "--port", "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        about = json.loads(emulator.stdout.readline())
        shell.use(about)
        try:
            check_calls(tap, shell, about, folder)
            check_listen(tap, shell, about)
        finally:
            emulator.stdin.close()
            status = emulator.wait(30)
            emulator.stdout.close()
        tap.case("the emulator ends with its input", "" if status == 0 else str(status))
        secrets = [about["app_secret"], "wrong-secret"]
        tap.case("no secret is printed", "" if not any(secret in shell.seen for secret in secrets) else "one is")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
