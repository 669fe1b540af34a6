"""Programs that others publish for Node, installed at the versions of a package-lock.json."""

import pathlib
import shutil
import subprocess


def install(source, files, directory):
    """Copies `files` of the folder `source` to `directory` and installs there what package-lock.json names; what was
    installed before is kept. What went wrong; empty when all is there."""
    directory = pathlib.Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    for name in files:
        shutil.copy(source / name, directory / name)
    marker = directory / "installed"
    wanted = "".join((source / name).read_text(encoding="utf-8") for name in ("package.json", "package-lock.json"))
    if marker.is_file() and marker.read_text(encoding="utf-8") == wanted:
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not there"
    done = subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--omit=optional", "--ignore-scripts",
                           "--prefix", directory],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        return done.stdout
    marker.write_text(wanted, encoding="utf-8")
    return ""
