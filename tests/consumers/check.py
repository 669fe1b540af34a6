"""Consumers: small programs that find the library as users do, are built, run, and print a validation error."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
from compiler import arguments, in_parallel  # noqa: E402
from tap import Tap  # noqa: E402

SEPARATE = "-DFEISHU_SEPARATE_COMPILATION"
MAIN, OTHER, LIBRARY = (HERE / name for name in ("main.cpp", "other.cpp", "library.cpp"))
SAYS = "message_id"


class Broken(Exception):
    """A command of a consumer failed."""


def run(*command, **environment):
    done = subprocess.run(
        [str(part) for part in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, **environment}, errors="replace", check=False,
    )
    if done.returncode != 0:
        lines = done.stdout.splitlines()
        raise Broken("\n".join([" ".join(map(str, command)), *lines[-15:]]))
    return done.stdout


class Consumers:
    """Every way to use the library; each method builds one program and returns its path."""

    def __init__(self, root, compiler, scratch):
        self.root, self.compiler, self.scratch = pathlib.Path(root).resolve(), compiler.command, scratch
        self.prefix = scratch / "prefix"
        self.cxx = {"CXX": " ".join(self.compiler)}

    def install(self):
        """The library installed as a user would, into a folder of its own."""
        build = self.scratch / "install"
        run("meson", "setup", "--prefix", self.prefix, build, self.root, **self.cxx)
        run("meson", "install", "--no-rebuild", "-C", build)

    def compile(self, name, *arguments):
        program = self.scratch / name
        run(*self.compiler, "-std=c++20", *arguments, "-o", program)
        return program

    def cmake_package(self):
        build = self.scratch / "cmake"
        run("cmake", "-S", HERE / "cmake", "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}", **self.cxx)
        run("cmake", "--build", build)
        return build / "consumer"

    def pkg_config(self):
        flags = run("pkg-config", "--cflags", "--libs", "feishu",
                    PKG_CONFIG_PATH=str(self.prefix / "share" / "pkgconfig")).split()
        return self.compile("pkg_config", MAIN, *flags)

    def meson_subproject(self):
        source = self.scratch / "meson"
        (source / "subprojects").mkdir(parents=True)
        for file in [MAIN, HERE / "meson" / "meson.build"]:
            shutil.copy(file, source)
        (source / "subprojects" / "feishu").symlink_to(self.root)
        run("meson", "setup", source / "build", source, **self.cxx)
        run("ninja", "-C", source / "build")
        return source / "build" / "consumer"

    def header_only(self):
        return self.compile("header_only", MAIN, OTHER, f"-I{self.prefix / 'include'}",
                            "-lboost_json", "-lssl", "-lcrypto", "-pthread")

    def no_boost_library(self):
        program = self.compile("no_boost_library", SEPARATE, "-DFEISHU_COMPILE_BOOST_JSON", MAIN, LIBRARY,
                               f"-I{self.prefix / 'include'}", "-lssl", "-lcrypto", "-pthread")
        linked = [line for line in run("ldd", program).splitlines() if "libboost" in line]
        if linked:
            raise Broken("it links Boost:\n" + "\n".join(linked))
        return program


def main():
    args = arguments("root")
    tap = Tap()

    def problem_with(build):
        try:
            program = build()
            said = run(program) if program else SAYS
            return "" if SAYS in said else f"the program says: {said}"
        except (Broken, OSError) as problem:
            return problem

    with tempfile.TemporaryDirectory() as folder:
        use = Consumers(args.root, args.compiler, pathlib.Path(folder))
        tap.case("meson install", problem_with(use.install))
        ways = {
            "CMake finds the package feishu": use.cmake_package,
            "pkg-config gives the compiler's flags": use.pkg_config,
            "a Meson project takes it as a subproject": use.meson_subproject,
            "header-only in two files of one program": use.header_only,
            "no Boost library is linked with FEISHU_COMPILE_BOOST_JSON": use.no_boost_library,
        }
        for name, problem in zip(ways, in_parallel(problem_with, ways.values())):
            tap.case(name, problem)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
