"""What a user's file costs: with separate compilation, client.hpp and an api header bring in no network library."""

import pathlib
import re
import sys

from project import Tap, arguments, first_errors

SOURCE = "#include <feishu/client.hpp>\n#include <feishu/api/im/v1/message.hpp>\n"
HEAVY = {"Beast": "boost/beast/", "Asio": "boost/asio/", "OpenSSL": "openssl/"}


def main():
    args = arguments("root")
    include = pathlib.Path(args.root) / "include"
    status, output = args.compiler.run("-M", "-DFEISHU_SEPARATE_COMPILATION", f"-I{include}", source=SOURCE)
    files = re.split(r"\\?\s+", output)

    tap = Tap()
    tap.case("client.hpp with an api header can be preprocessed", first_errors(output) if status else "")
    for library, folder in HEAVY.items():
        found = [name for name in files if "/" + folder in name]
        unknown = "its dependencies are not known" if status else ""
        tap.case(f"client.hpp with an api header includes no {library}", "\n".join(found[:5]) or unknown)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
