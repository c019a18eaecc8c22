"""Python and Node packages for clients and examples, each list of packages installed once under `.clients/`."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import time
import venv

ENVIRONMENTS = pathlib.Path(__file__).resolve().parent / ".clients"
NODE = "26.10.0"
# A registry that stops answering, or answers with a fault, is asked again after these waits.
INSTALL_WAITS_SECONDS = (0, 10, 40, 120)
INSTALL_SECONDS_MAX = 420
# npm itself waits five minutes for an answer; here each try is more patient than the one before, as a large package
# on a slow line takes longer than a small one.
NPM_FETCH_TIMEOUT_MS = 30_000
NPM_PATIENCE = {
    "npm_config_fetch_retries": "5",
    "npm_config_fetch_retry_mintimeout": "1000",
    "npm_config_fetch_retry_maxtimeout": "5000",
}
NPM_INSTALL = ["npm", "install", "--loglevel", "error", "--no-audit", "--no-fund", "--prefix"]


class CannotInstall(Exception):
    """What could not be installed; what the installer said stands above it."""


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
        install([*NPM_INSTALL, str(folder), *packages], folder)
    return folder


def plain(package):
    return package.replace("/", "_").replace("==", "@")


def install(command, folder):
    """Runs this installer as `until_it_succeeds`, and marks the folder."""
    until_it_succeeds(command)
    (folder / "installed").touch()


def until_it_succeeds(command):
    """Runs an installer, again after each failure; raises `CannotInstall` when it never succeeds."""
    for nth, wait in enumerate(INSTALL_WAITS_SECONDS, start=1):
        time.sleep(wait)
        patience = NPM_PATIENCE | {"npm_config_fetch_timeout": str(NPM_FETCH_TIMEOUT_MS * nth)}
        try:
            code = subprocess.run(command, timeout=INSTALL_SECONDS_MAX, env=os.environ | patience).returncode
        except subprocess.TimeoutExpired:
            code = f"no end in {INSTALL_SECONDS_MAX} s"
        if code == 0:
            return
        print(f"try {nth} of {len(INSTALL_WAITS_SECONDS)} failed ({code}): {' '.join(command)}", flush=True)
    raise CannotInstall(" ".join(command))
