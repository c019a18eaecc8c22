"""Runs the vendors' own test suites against the server, as far as they are published and can be told where a server is.

    python3 conformance/vendors.py [--binary PROGRAM | --profile debug]

The suites come with the source packages of PyPI. They are written for a stand-in that takes everything: it has every id, takes
text for pictures and every model for one that draws. So not all of them can pass; what matters is why one does not, and the
reasons are counted. `README.md` lists what came out.
"""

import argparse
import collections
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree

import environments
from run import newest_binary
from server import Server

SECONDS_MAX = 300
RUNNERS = ["pytest==9.2.0", "pytest-asyncio", "pytest-xdist", "respx", "dirty-equals", "time-machine", "nest_asyncio", "rich"]

# Package, where its base URL is on the server, the tests that ask a server, further packages.
SUITES = [
    (
        "openai==3.52.0",
        "/openai/v1",
        [
            "tests/api_resources/test_images.py",
            "tests/api_resources/test_models.py",
            "tests/api_resources/test_files.py",
            "tests/api_resources/test_responses.py",
            "tests/api_resources/responses",
            "tests/api_resources/chat/test_completions.py",
        ],
        ["httpx-aiohttp"],
    ),
    (
        "replicate==2.0.0b4",
        "/replicate/v1",
        [
            "tests/api_resources/test_account.py",
            "tests/api_resources/test_files.py",
            "tests/api_resources/test_models.py",
            "tests/api_resources/test_predictions.py",
            "tests/api_resources/models",
            "tests/api_resources/webhooks",
        ],
        ["httpx-aiohttp"],
    ),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", type=pathlib.Path)
    parser.add_argument("--profile", choices=["debug", "release"])
    arguments = parser.parse_args()
    binary = (arguments.binary or newest_binary(arguments.profile)).resolve()
    with tempfile.TemporaryDirectory(prefix="plantain-vendors-") as folder:
        folder = pathlib.Path(folder)
        with Server(binary, folder / "data") as server:
            for package, base, tests, more in SUITES:
                report(package, *run(server.url, package, base, tests, more, folder))


def run(url, package, base, tests, more, folder):
    """Runs a suite and returns how many of its tests passed and were left out, and the reasons of the others."""
    source = unpacked(package)
    python = environments.python([package, *RUNNERS, *more])
    environment = dict(os.environ, TEST_API_BASE_URL=url + base)
    results = folder / f"{package}.xml"
    command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=line", f"--junitxml={results}", *tests]
    subprocess.run(command, cwd=source, env=environment, timeout=SECONDS_MAX, stdout=subprocess.DEVNULL)
    passed, skipped, reasons = 0, 0, collections.Counter()
    for case in xml.etree.ElementTree.parse(results).iter("testcase"):
        problem = next((child for child in case if child.tag in ("failure", "error")), None)
        if problem is not None:
            reasons[shortened(problem.get("message") or "")] += 1
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    return passed, skipped, reasons


def unpacked(package):
    """Returns the folder of a package's source, which is fetched once."""
    folder = environments.ENVIRONMENTS / f"source-{environments.plain(package)}"
    if not (folder / "installed").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        environments.install([*pip, "--no-deps", "--no-binary", ":all:", "--dest", str(folder), package], folder)
        (archive,) = folder.glob("*.tar.gz")
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
    return next(path for path in folder.iterdir() if path.is_dir())


def shortened(message):
    """Returns what a message says, without the numbers and names of one case."""
    said = message.split("\n")[0]
    found = re.search(r"(?:'message'|'detail'): [\"'](.{0,110})|Error code: \d+ - (.{0,110})", said)
    return re.sub(r"req_\w+|\d{6,}", "…", next(filter(None, found.groups())) if found else said[:110])


def report(package, passed, skipped, reasons):
    failed = sum(reasons.values())
    print(f"\n{package}: {passed} of {passed + failed} pass, {skipped} skip themselves")
    for reason, count in reasons.most_common(25):
        print(f"  {count:4} {reason}")


if __name__ == "__main__":
    main()
