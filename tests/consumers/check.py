"""Consumers: small programs that find the library as users do, are built, run, and print a validation error."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
from compiler import MORE_MEMORY, arguments, in_parallel  # noqa: E402
from tap import Tap  # noqa: E402

SEPARATE = "-DFEISHU_SEPARATE_COMPILATION"
MAIN, OTHER, WEBHOOK, LIBRARY = (HERE / name for name in ("main.cpp", "other.cpp", "webhook.cpp", "library.cpp"))
GENERATED = HERE / "generated"
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

    def __init__(self, root, build, compiler, scratch):
        self.root, self.compiler, self.scratch = pathlib.Path(root).resolve(), compiler.command, scratch
        self.build = build  # of this project, with the library compiled
        self.prefix = scratch / "prefix"
        self.compiled = scratch / "compiled/usr/local"
        self.flags = [] if compiler.is_clang else [MORE_MEMORY]
        self.cxx = {"CXX": " ".join(self.compiler), "CXXFLAGS": " ".join(self.flags)}

    def install(self):
        """The headers installed as a user would, into a folder of their own: nothing is compiled."""
        build = self.scratch / "install"
        run("meson", "setup", "--prefix", self.prefix, build, self.root, **self.cxx)
        run("meson", "install", "--no-rebuild", "--tags", "devel", "-C", build)

    def install_compiled(self):
        """Headers and compiled library, from the build that the tests have made."""
        run("meson", "install", "--no-rebuild", "-C", self.build, "--destdir", self.scratch / "compiled")

    def compile(self, name, *arguments):
        program = self.scratch / name
        run(*self.compiler, *self.flags, "-std=c++20", *arguments, "-o", program)
        return program

    def cmake(self, where, target):
        """`where`: the option that says where the library is."""
        build = self.scratch / f"{target}{len(where)}".replace(":", "_")
        run("cmake", "-S", HERE / "cmake", "-B", build, where, f"-DTARGET={target}", **self.cxx)
        run("cmake", "--build", build)
        return build / "consumer"

    def cmake_package(self):
        return self.cmake(f"-DCMAKE_PREFIX_PATH={self.prefix}", "feishu::feishu")

    def cmake_compiled(self):
        return self.cmake(f"-DCMAKE_PREFIX_PATH={self.compiled}", "feishu::compiled")

    def cmake_fetched(self):
        """From the sources, without Meson. The library's own files are not compiled here: the build of the tests has."""
        return self.cmake(f"-DFEISHU_SOURCE={self.root}", "feishu::feishu")

    def flags_of(self, prefix, name):
        """What pkg-config says of a package below `prefix`, wherever that was meant to be."""
        (file,) = prefix.glob(f"**/{name}.pc")
        return run("pkg-config", f"--define-variable=prefix={prefix}", "--cflags", "--libs", name,
                   PKG_CONFIG_PATH=str(file.parent)).split()

    def pkg_config(self):
        return self.compile("pkg_config", MAIN, *self.flags_of(self.prefix, "feishu"))

    def pkg_config_compiled(self):
        return self.compile("pkg_config_compiled", MAIN, *self.flags_of(self.compiled, "feishu-compiled"))

    def meson_subproject(self):
        source = self.scratch / "meson"
        (source / "subprojects").mkdir(parents=True)
        for file in [MAIN, HERE / "meson" / "meson.build"]:
            shutil.copy(file, source)
        (source / "subprojects" / "feishu").symlink_to(self.root)
        run("meson", "setup", "-Ddebug=false", source / "build", source, **self.cxx)
        run("ninja", "-C", source / "build")
        return source / "build" / "consumer"

    def generated(self, name, configure, build, says_idle):
        """A program with headers from a spec of its own: they are there, they follow the spec, and an idle build is idle.
        `configure` and `build` are commands, given the source folder and the build folder."""
        source = self.scratch / name
        shutil.copytree(GENERATED, source)
        where = source / "build"
        configure(source, where)
        build(where)
        self.expect(where, "/open-apis/acme/v1/orders/:message_id Ann")
        idle = build(where)
        if says_idle not in idle or "main.cpp" in idle or "Generating" in idle:
            raise Broken("it builds although nothing has changed:\n" + idle)
        spec = source / "specs/v1/order.yaml"
        spec.write_text(spec.read_text(encoding="utf-8").replace("/orders/", "/purchases/"), encoding="utf-8")
        build(where)
        self.expect(where, "/open-apis/acme/v1/purchases/:message_id Ann")
        (source / "specs/v1/invoice.yaml").write_text(
            spec.read_text(encoding="utf-8").replace("v1.order", "v1.invoice").replace("purchases", "invoices"),
            encoding="utf-8")
        return source, where

    @staticmethod
    def expect(build, line):
        said = run(build / "consumer").strip()
        if said != line:
            raise Broken(f"the program says {said}, not {line}")

    def cmake_generated(self, generator, says_idle):
        def configure(source, where):
            run("cmake", "-G", generator, "-S", source, "-B", where, f"-DCMAKE_PREFIX_PATH={self.compiled}", **self.cxx)

        def build(where):
            return run("cmake", "--build", where)

        _, where = self.generated(generator.replace(" ", "_"), configure, build, says_idle)
        build(where)
        if not list(where.glob("acme.generated/acme/v1/invoice.hpp")):
            raise Broken("a new document makes no header")

    def cmake_generated_by_ninja(self):
        self.cmake_generated("Ninja", "no work to do")

    def cmake_generated_by_make(self):
        self.cmake_generated("Unix Makefiles", "Built target consumer")

    def meson_generated(self):
        def configure(source, where):
            (source / "subprojects").mkdir()
            (source / "subprojects" / "feishu").symlink_to(self.root)
            run("meson", "setup", "-Ddebug=false", where, source, **self.cxx)

        self.generated("meson_generated", configure, lambda where: run("ninja", "-C", where), "no work to do")

    def header_only(self):
        return self.compile("header_only", MAIN, OTHER, f"-I{self.prefix / 'include'}",
                            "-lboost_json", "-lssl", "-lcrypto", "-pthread")

    def mixed_modes(self):
        """One file header-only, one not: the linker must refuse."""
        header_only, separate = self.scratch / "header_only.o", self.scratch / "separate.o"
        flags = [*self.flags, "-std=c++20", f"-I{self.prefix / 'include'}", "-c"]
        run(*self.compiler, *flags, OTHER, "-o", header_only)
        run(*self.compiler, *flags, SEPARATE, MAIN, "-o", separate)
        self.refuses("define_FEISHU_SEPARATE_COMPILATION_for_every_file_or_for_none", header_only, separate,
                     "-lboost_json", "-lssl", "-lcrypto", "-pthread")

    def refuses(self, cause, *arguments):
        """The linker fails, and the first two lines of its output name the cause."""
        done = subprocess.run([*self.compiler, *map(str, arguments), "-o", str(self.scratch / "refused")], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode == 0:
            raise Broken(f"it links, not a word of {cause}")
        beginning = "\n".join(done.stdout.splitlines()[:2])
        if cause not in beginning:
            raise Broken(f"its first two lines do not name {cause}:\n{beginning}")

    def missing_libraries(self):
        """A link without one of the libraries: the linker's first two lines name it."""
        main = self.scratch / "missing.o"
        run(*self.compiler, *self.flags, "-std=c++20", f"-I{self.prefix / 'include'}", "-c", MAIN, "-o", main)
        self.refuses("boost::json", main, "-lssl", "-lcrypto", "-pthread")
        self.refuses("OPENSSL_", main, "-lboost_json", "-pthread")
        self.refuses("SSL_", main, "-lboost_json", "-lcrypto", "-pthread")

    def missing_for_meson(self):
        """Meson ends with the packages to install."""
        build = self.scratch / "no_boost"
        try:
            run("meson", "setup", build, self.root, **self.cxx, BOOST_ROOT="/nonexistent")
        except Broken as refused:
            if "ERROR: Problem encountered: feishu-cpp needs Boost 1.81 or newer" not in str(refused):
                raise
        else:
            raise Broken("it finds Boost where there is none")

    def no_boost_library(self):
        """Compiled from src.hpp, without the switch of protozero too: the webhook is there all the same."""
        program = self.compile("no_boost_library", SEPARATE, "-DFEISHU_COMPILE_BOOST_JSON", MAIN, WEBHOOK, LIBRARY,
                               f"-I{self.prefix / 'include'}", "-lssl", "-lcrypto", "-pthread")
        linked = [line for line in run("ldd", program).splitlines() if "libboost" in line]
        if linked:
            raise Broken("it links Boost:\n" + "\n".join(linked))
        return program


def main():
    args = arguments("root", "build")
    tap = Tap()

    def problem_with(build):
        try:
            program = build()
            said = run(program) if program else SAYS
            return "" if SAYS in said else f"the program says: {said}"
        except (Broken, OSError) as problem:
            return problem

    with tempfile.TemporaryDirectory() as folder:
        use = Consumers(args.root, args.build, args.compiler, pathlib.Path(folder))
        tap.case("meson install of the headers compiles nothing", problem_with(use.install))
        tap.case("meson install of the compiled library", problem_with(use.install_compiled))
        ways = {  # what takes longest first, so that every processor has work until the end
            "src.hpp without protozero and Boost libraries has the client and the webhook": use.no_boost_library,
            "a Meson project generates headers with the subproject's generator": use.meson_generated,
            "header-only in two files of one program": use.header_only,
            "header-only and separately compiled files do not link": use.mixed_modes,
            "a Meson project takes it as a subproject": use.meson_subproject,
            "CMake finds the package feishu": use.cmake_package,
            "pkg-config gives the compiler's flags": use.pkg_config,
            "feishu_generate() in CMake with Ninja": use.cmake_generated_by_ninja,
            "feishu_generate() in CMake with Make": use.cmake_generated_by_make,
            "CMake finds feishu::compiled": use.cmake_compiled,
            "CMake takes it by FetchContent": use.cmake_fetched,
            "the linker's first two lines name a missing library": use.missing_libraries,
            "Meson names the packages of a missing library": use.missing_for_meson,
            "pkg-config gives those of the compiled library": use.pkg_config_compiled,
        }
        for name, problem in zip(ways, in_parallel(problem_with, ways.values())):
            tap.case(name, problem)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
