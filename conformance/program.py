"""Starts and stops a program that says when it is ready."""

import re
import subprocess
import tempfile
import time

START_SECONDS = 30
STOP_SECONDS = 20


class Program:
    """A command that runs; `ready` is what it prints when it can be used, and `found` how that matched."""

    def __init__(self, command, ready, environment=None, folder=None):
        self.command = [str(part) for part in command]
        self.ready = ready
        self.environment = environment
        self.folder = folder

    def __enter__(self):
        self.output = tempfile.TemporaryFile("w+")
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            self.command, stdout=self.output, stderr=self.errors, env=self.environment, cwd=self.folder
        )
        deadline = time.monotonic() + START_SECONDS
        while not (found := re.search(self.ready, self.greeting() + self.log())):
            if not self.is_running() or time.monotonic() > deadline:
                self.process.kill()
                raise RuntimeError(f"{self.command[0]} did not start:\n{self.greeting()}{self.log()}")
            time.sleep(0.01)
        self.found = found
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise RuntimeError(f"{self.command[0]} did not stop when it was told to") from None

    def is_running(self):
        return self.process.poll() is None

    def greeting(self):
        """What it has printed."""
        self.output.seek(0)
        return self.output.read()

    def log(self):
        self.errors.seek(0)
        return self.errors.read()
