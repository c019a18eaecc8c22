"""Takes webhooks and keeps them for whoever asks: `POST /hook/NAME` puts one away, `GET /hook/NAME` waits for it."""

import base64
import http.server
import json
import threading

WAIT_SECONDS = 20


class Receiver:
    def __init__(self):
        self.kept = {}
        self.changed = threading.Condition()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.put(self.path, {"headers": headers, "body": base64.b64encode(body).decode()})
                self.answer(b"{}")

            def do_GET(self):
                self.answer(json.dumps(receiver.wait(self.path)).encode())

            def answer(self, body):
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def put(self, path, message):
        with self.changed:
            self.kept.setdefault(path, []).append(message)
            self.changed.notify_all()

    def wait(self, path):
        """Returns what has come, once something has."""
        with self.changed:
            self.changed.wait_for(lambda: path in self.kept, WAIT_SECONDS)
            return self.kept.get(path, [])
