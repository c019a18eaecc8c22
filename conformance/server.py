"""Starts and stops the program."""

import pathlib
import re

from program import Program


class Server(Program):
    """A running program on a free port, with its data in `data`."""

    def __init__(self, binary, data, environment=None, arguments=()):
        self.data = pathlib.Path(data)
        command = [binary, "--listen", "127.0.0.1:0", "--data-dir", data, *arguments]
        super().__init__(command, r"listens on (http://\S+)", environment)

    def __enter__(self):
        super().__enter__()
        self.url = self.found[1]
        token = re.search(r"Admin token: (\S+)", self.greeting())
        self.admin_token = token[1] if token else ""
        return self
