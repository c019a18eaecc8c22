"""HTTPS in front of a server, with a certificate made for the occasion, for clients that take nothing else."""

import asyncio
import pathlib
import socket
import ssl
import subprocess
import threading

PIECE = 1 << 16


class Front:
    """Passes what comes by TLS on to `target`, an address such as http://127.0.0.1:8080 that may be named later."""

    def __init__(self, folder, context=None):
        self.certificate = pathlib.Path(folder) / "certificate.pem"
        # What others trust, and our own.
        self.bundle = pathlib.Path(folder) / "bundle.pem"
        self.context = context or self.certified(folder)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://localhost:{self.socket.getsockname()[1]}"
        self.target = None
        self.loop = asyncio.new_event_loop()

    def certified(self, folder):
        key = pathlib.Path(folder) / "key.pem"
        names = "subjectAltName=DNS:localhost,DNS:*.localhost,IP:127.0.0.1"
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        command += ["-subj", "/CN=localhost", "-addext", names, "-keyout", str(key), "-out", str(self.certificate)]
        subprocess.run(command, check=True, capture_output=True)
        trusted = ssl.get_default_verify_paths().cafile
        others = pathlib.Path(trusted).read_text() if trusted else ""
        self.bundle.write_text(others + self.certificate.read_text())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, key)
        return context

    def __enter__(self):
        threading.Thread(target=self.run, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)

    def run(self):
        asyncio.set_event_loop(self.loop)
        # Clients that go away leave their connection broken.
        self.loop.set_exception_handler(lambda *_: None)
        self.loop.run_until_complete(asyncio.start_server(self.serve, sock=self.socket, ssl=self.context))
        self.loop.run_forever()

    async def serve(self, reader, writer):
        host, port = self.target.removeprefix("http://").rsplit(":", 1)
        inner_reader, inner_writer = await asyncio.open_connection(host, int(port))
        both = [asyncio.ensure_future(pump(reader, inner_writer)), asyncio.ensure_future(pump(inner_reader, writer))]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        inner_writer.close()
        writer.close()


async def pump(reader, writer):
    """Passes bytes on until one side ends."""
    try:
        while piece := await reader.read(PIECE):
            writer.write(piece)
            await writer.drain()
    except OSError:
        pass
