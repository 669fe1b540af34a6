"""What a user's file costs: with separate compilation, client.hpp and an api header bring in no network library;
header-only, they bring in an HTTP parser and OpenSSL, and nothing of asynchronous calls."""

import pathlib
import re
import sys

from project import Tap, arguments, first_errors

SOURCE = "#include <feishu/client.hpp>\n#include <feishu/api/im/v1/message.hpp>\n"
MODES = {
    "separate": (["-DFEISHU_SEPARATE_COMPILATION"],
                 {"Beast": "boost/beast/", "Asio": "boost/asio/", "OpenSSL": "openssl/"}),
    "header-only": ([], {"event loop": "boost/asio/io_context.hpp", "coroutine": "boost/asio/awaitable.hpp",
                         "executor": "boost/asio/any_io_executor.hpp", "TLS stream": "boost/asio/ssl/stream.hpp",
                         "WebSocket": "boost/beast/websocket", "HTTP message": "boost/beast/http/message.hpp"}),
}


def main():
    args = arguments("root")
    include = pathlib.Path(args.root) / "include"
    tap = Tap()
    for mode, (flags, heavy) in MODES.items():
        status, output = args.compiler.run("-M", *flags, f"-I{include}", source=SOURCE)
        files = re.split(r"\\?\s+", output)
        tap.case(f"{mode}: client.hpp with an api header can be preprocessed", first_errors(output) if status else "")
        for what, path in heavy.items():
            found = [name for name in files if "/" + path in name]
            unknown = "its dependencies are not known" if status else ""
            tap.case(f"{mode}: client.hpp with an api header includes no {what}", "\n".join(found[:5]) or unknown)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
