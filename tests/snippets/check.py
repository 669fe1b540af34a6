"""Every snippet of README.md and README.zh-CN.md, as it stands there: it compiles with the includes that it shows, and
runs against the emulator unless it has placeholders ("…") for what only the platform gives, or would run forever.

Objects that a snippet uses without making them are in OBJECTS, which the READMEs introduce: they are its parameters.
A block after the comment <!-- does not compile --> is left to tests/compile_fail. The same code in both is tried once.
"""

import dataclasses
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
from compiler import arguments, first_errors, in_parallel  # noqa: E402
from tap import Tap  # noqa: E402

READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"(<!-- does not compile -->\n+)? *```cpp\n(.*?)```", re.DOTALL)
ON_TOP = re.compile(r"(#include |namespace \w+ = )")
AT_FILE_SCOPE = re.compile(r"(int main\(|struct |namespace \w+ \{|boost::asio::awaitable<void> \w+\()")
MESSAGES = "namespace im = feishu::im::v1;"

OBJECTS = {
    "client": "feishu::client const&",
    "chat": "feishu::chat_id const&",
    "ann": "feishu::open_id const&",
    "on": "feishu::event_dispatcher&",
    "platform": "feishu::emulator::server&",
    "sent": "feishu::result<feishu::im::v1::message::create::response> const&",
    "hook": "feishu::webhook&",
    "server": "httplib::Server&",
    "url": "std::string const&",
    "card": "feishu::message_id const&",
}
FUNCTIONS = {
    "deploy": "void deploy(boost::json::value const&, feishu::open_id const&);",
    "save": "void save(feishu::oauth::user_tokens const&);",
    "load": "feishu::oauth::user_tokens load();",
    "run_the_bot": "void run_the_bot();",
}


def declares(code, name):
    """Whether the snippet makes an object or a namespace of that name."""
    return re.search(rf"(namespace {name} =|\b(auto|client|server|event_dispatcher|custom_bot|user|Server)( const)?&?"
                     rf" {name}\b[ {{({{;=]|\[\w*, {name}\])", code)


@dataclasses.dataclass
class Snippet:
    """One block of a README."""

    name: str
    text: str

    def __post_init__(self):
        lines = self.text.splitlines()
        self.top = [line for line in lines if ON_TOP.match(line)]
        self.body = "\n".join(line for line in lines if not ON_TOP.match(line)).strip()
        code = re.sub(r'//.*|"[^"]*"', "", self.body)
        self.is_file = bool(AT_FILE_SCOPE.match(self.body))
        self.objects = [name for name in OBJECTS
                        if re.search(rf"(?<![.:\w]){name}\b(?!::)", code) and not declares(self.text, name)]
        self.functions = [text for name, text in FUNCTIONS.items() if re.search(rf"\b{name}\b", code)]
        if self.is_file:
            self.objects = []

    @property
    def code(self):
        """What is the same in two languages."""
        return re.sub(r"//.*", "", self.text).split()

    @property
    def runs(self):
        endless = re.search(r"[.}]run\(\)", self.body)
        return not self.is_file and not endless and '…"' not in self.text and not {"hook", "server"} & set(self.objects)

    @property
    def signature(self):
        parameters = ", ".join(f"[[maybe_unused]] {OBJECTS[name]} {name}" for name in self.objects)
        return f"void {self.name}({parameters})"

    def source(self):
        alias = MESSAGES if "im::" in self.body and MESSAGES not in self.top else ""
        top = "\n".join([*self.top, alias, *self.functions])
        return f"{top}\n{self.body}\n" if self.is_file else f"{top}\n{self.signature};\n{self.signature} {{\n{self.body}\n}}\n"


def snippets(root):
    """Those of both READMEs, each once; and what is wrong with them as text."""
    found, seen, without = [], [], []
    for readme in READMES:
        path = pathlib.Path(root) / readme
        number = 0
        for block in BLOCK.finditer(path.read_text(encoding="utf-8") if path.is_file() else ""):
            number += 1
            name = f"{readme.removesuffix('.md').replace('.', '_').replace('-', '_')}_{number}"
            snippet = Snippet(name, textwrap.dedent(block[2].rstrip(" ")))
            if not any(line.startswith("#include") for line in snippet.top):
                without.append(f"{snippet.name}: {snippet.text.splitlines()[0]}")
            if not block[1] and snippet.code not in seen:
                seen.append(snippet.code)
                found.append(snippet)
    return found, without


def optional_libraries():
    """What stores and Markdown need, where it is installed: the library has all of its stores in one object."""
    return [flag for package in ("sqlite3", "hiredis", "md4c")
            for flag in subprocess.run(["pkg-config", "--libs", package], text=True, check=False,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.split()]


def run_all(compiler, found, folder, flags, libraries):
    """Problems of linking and running those that run, and their names."""
    running = [one for one in found if one.runs]
    headers = [line for one in running for line in one.top if line.startswith("#include")]
    calls = " ".join(f'run("{one.name}", [&] {{ {one.name}({", ".join(one.objects)}); }});' for one in running)
    (folder / "snippets.hpp").write_text("\n".join(
        [*dict.fromkeys(headers), *(f"{one.signature};" for one in running), f"#define FEISHU_SNIPPETS {calls}"]),
        encoding="utf-8")
    objects = [str(folder / f"{one.name}.o") for one in running]
    status, output = compiler.run(*flags, f"-I{folder}", str(HERE / "platform.cpp"), *objects, *libraries,
                                  *optional_libraries(), "-lboost_json", "-lssl", "-lcrypto", "-pthread", "-o", str(folder / "platform"))
    if status:
        return first_errors(output)
    try:
        done = subprocess.run([str(folder / "platform")], cwd=folder, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    except subprocess.TimeoutExpired as late:
        return f"no end after {(late.stderr or b'').decode()}"
    ran = len(re.findall("^ok ", done.stderr, re.MULTILINE))
    return "" if done.returncode == 0 and ran == len(running) else done.stderr


def main():
    args = arguments("root", "emulator", "library")
    flags = ["-DFEISHU_SEPARATE_COMPILATION", "-DFEISHU_WITH_PROTOZERO", "-DFEISHU_WITH_SQLITE", "-DFEISHU_WITH_HIREDIS",
             "-DFEISHU_WITH_MD4C", "-Wall", "-Wextra", "-Werror",
             "-Wno-unused-variable", f"-I{pathlib.Path(args.root) / 'include'}"]
    found, without = snippets(args.root)
    tap = Tap()
    tap.case("every snippet shows its includes", "\n".join(without))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def problem_with(one):
            if "httplib" in one.text and args.compiler.run("-fsyntax-only", source="#include <httplib.h>\n")[0]:
                return ""
            file = folder / f"{one.name}.cpp"
            file.write_text(one.source(), encoding="utf-8")
            status, output = args.compiler.run(*flags, "-c", str(file), "-o", str(file.with_suffix(".o")))
            return first_errors(output) if status else ""

        problems = in_parallel(problem_with, found)
        for one, problem in zip(found, problems):
            tap.case(f"{one.name} compiles with the includes that it shows", problem)
        if not any(problems):
            tap.case("the snippets run against the emulator",
                     run_all(args.compiler, found, folder, flags, [args.emulator, args.library]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
