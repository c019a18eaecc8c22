"""A PostgreSQL of our own: on a free port, in a temporary folder, gone at the end."""

import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

START_SECONDS = 30


class Postgres:
    def __enter__(self):
        folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        if not folders:
            raise RuntimeError("PostgreSQL is not installed; run scripts/setup.sh")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plantain-postgres-", dir="/tmp"))
        self.user = None
        if os.getuid() == 0:
            # PostgreSQL refuses to run as root; its package made a user for it.
            self.user = "postgres"
            owner = pwd.getpwnam(self.user)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        data = self.folder / "data"
        self.run(folders[-1] / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N")
        self.command = [folders[-1] / "postgres", "-D", data, "-p", port, "-k", self.folder, "-c", "listen_addresses=127.0.0.1"]
        self.ready = [str(folders[-1] / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
        self.url = f"postgres://postgres@127.0.0.1:{port}/postgres"
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        self.process = subprocess.Popen(list(map(str, self.command)), user=self.user, cwd="/", stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + START_SECONDS
        while subprocess.run(self.ready).returncode != 0:
            if time.monotonic() > deadline:
                raise RuntimeError("PostgreSQL did not start")
            time.sleep(0.05)

    def stop(self):
        """Cuts off whoever is connected, as a restart does."""
        if self.process.poll() is None:
            self.process.send_signal(subprocess.signal.SIGINT)
            self.process.wait(START_SECONDS)

    def run(self, *command):
        subprocess.run(list(map(str, command)), user=self.user, cwd="/", check=True, stdout=subprocess.DEVNULL)
