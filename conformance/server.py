"""Starts and stops the program."""

import pathlib
import re
import subprocess
import tempfile
import time

START_SECONDS = 20
STOP_SECONDS = 20


class Server:
    """A running program on a free port, with its data in `data`."""

    def __init__(self, binary, data, environment=None, arguments=()):
        self.binary = binary
        self.data = pathlib.Path(data)
        self.environment = environment
        self.arguments = arguments

    def __enter__(self):
        self.output = tempfile.TemporaryFile("w+")
        self.errors = tempfile.TemporaryFile("w+")
        command = [str(self.binary), "--listen", "127.0.0.1:0", "--data-dir", str(self.data), *self.arguments]
        self.process = subprocess.Popen(command, stdout=self.output, stderr=self.errors, env=self.environment)
        deadline = time.monotonic() + START_SECONDS
        while not (found := re.search(r"listens on (http://\S+)", self.greeting())):
            if not self.is_running() or time.monotonic() > deadline:
                self.process.kill()
                raise RuntimeError(f"the server did not start:\n{self.greeting()}{self.log()}")
            time.sleep(0.01)
        self.url = found[1]
        token = re.search(r"Admin token: (\S+)", self.greeting())
        self.admin_token = token[1] if token else ""
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise RuntimeError("the server did not stop when it was told to") from None

    def is_running(self):
        return self.process.poll() is None

    def greeting(self):
        self.output.seek(0)
        return self.output.read()

    def log(self):
        self.errors.seek(0)
        return self.errors.read()
