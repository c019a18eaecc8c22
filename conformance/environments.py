"""Python and Node packages for clients and examples, each list of packages installed once under `.clients/`."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import venv

ENVIRONMENTS = pathlib.Path(__file__).resolve().parent / ".clients"
NODE = "26.10.0"
# A registry that stops answering is asked again. npm itself waits five minutes before it does.
INSTALL_TRIES = 3
INSTALL_SECONDS_MAX = 420
NPM_PATIENCE = {
    "npm_config_fetch_timeout": "30000",
    "npm_config_fetch_retries": "5",
    "npm_config_fetch_retry_mintimeout": "1000",
    "npm_config_fetch_retry_maxtimeout": "5000",
}


def python(packages):
    """Returns a Python that has these packages."""
    return str(python_environment(ENVIRONMENTS / "-".join(map(plain, packages)), packages) / "bin" / "python")


def python_for(requirements):
    """Returns a Python that has what this file of requirements names."""
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()[:12]
    folder = ENVIRONMENTS / f"{requirements.parent.name}-{digest}"
    return str(python_environment(folder, ["-r", str(requirements)]) / "bin" / "python")


def python_environment(folder, packages):
    if not (folder / "installed").is_file():
        venv.create(folder, with_pip=True, clear=True)
        install([str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", *packages], folder)
    return folder


def node():
    """Returns Node, which itself comes as a package."""
    return str(npm([f"node@{NODE}"]) / "node_modules" / "node" / "bin" / "node")


def npm(packages):
    """Returns a folder with these packages of Node's."""
    folder = ENVIRONMENTS / "-".join(map(plain, packages))
    if not (folder / "installed").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_text('{"private": true, "type": "module"}\n')
        install(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *packages], folder)
    return folder


def plain(package):
    return package.replace("/", "_").replace("==", "@")


def install(command, folder):
    for _ in range(INSTALL_TRIES):
        try:
            if subprocess.run(command, timeout=INSTALL_SECONDS_MAX, env=os.environ | NPM_PATIENCE).returncode == 0:
                (folder / "installed").touch()
                return
        except subprocess.TimeoutExpired:
            print(f"takes too long, tried again: {' '.join(command)}", flush=True)
    sys.exit(f"cannot install: {' '.join(command)}")
