"""Runs the conformance tests: installs the official SDKs, starts the program, lets them judge it, prints the counts."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import venv

import environments

HERE = pathlib.Path(__file__).resolve().parent
VENV = HERE / ".venv"
REQUIREMENTS = HERE / "requirements.txt"
STAMP = VENV / "installed.txt"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", type=pathlib.Path, help="the program; found in the target folder when missing")
    parser.add_argument("--profile", choices=["debug", "release"], help="which of the programs there; the newest when missing")
    parser.add_argument("--clients", metavar="WORD", help="only the client libraries with this word in their name, \"all\" for all")
    parser.add_argument("pytest", nargs="*", help="further arguments for pytest, after --")
    arguments = parser.parse_args()

    # Tests run in another folder.
    binary = (arguments.binary or newest_binary(arguments.profile)).resolve()
    python = install()
    sys.path.insert(0, str(HERE))
    import matrix
    from server import Server

    with tempfile.TemporaryDirectory(prefix="plantain-conformance-") as folder:
        with Server(binary, pathlib.Path(folder) / "data") as server:
            environment = dict(
                os.environ,
                PLANTAIN_URL=server.url,
                PLANTAIN_ADMIN_TOKEN=server.admin_token,
                PLANTAIN_BINARY=str(binary),
            )
            if arguments.clients:
                only = None if arguments.clients == "all" else arguments.clients
                sys.exit(0 if matrix.run(server, str(binary), only) else 1)
            command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE), *arguments.pytest]
            code = subprocess.run(command, env=environment, cwd=folder).returncode
            # A part of the tests is run to try something; the table needs all of it.
            # What a client cannot do yet stands in the table with its reason and fails no run; `--clients all` judges it.
            if not arguments.pytest:
                matrix.run(server, str(binary))
            if not server.is_running():
                sys.exit("the server died during the tests:\n" + server.log())
    print("conformance:", "passed" if code == 0 else f"failed (pytest {code})")
    sys.exit(code)


def newest_binary(profile):
    """Returns the program that was built last, of this profile if one is named."""
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
    found = [path for name in ([profile] if profile else ["debug", "release"]) if (path := target / name / "plantain").is_file()]
    if not found:
        sys.exit(f"there is no program in {target}; build it with `cargo build -p plantain` or name it with --binary")
    return max(found, key=lambda path: path.stat().st_mtime)


def install():
    """Makes the virtual environment once for each list of requirements, and returns its Python."""
    wanted = REQUIREMENTS.read_text()
    python = VENV / "bin" / "python"
    if STAMP.is_file() and STAMP.read_text() == wanted and python.is_file():
        return str(python)
    shutil.rmtree(VENV, ignore_errors=True)
    venv.create(VENV, with_pip=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS)]
    environments.until_it_succeeds(command)
    STAMP.write_text(wanted)
    return str(python)


if __name__ == "__main__":
    main()
