"""A server that fails on purpose in front of one that works: what clients do with limits, outages and silence."""

import http.server
import json
import threading
import urllib.error
import urllib.request

HANG_SECONDS = 6
ERRORS = {
    429: ("rate_limit_error", "rate_limit_exceeded"),
    500: ("server_error", "internal_error"),
}


class Faults:
    """`/once/STATUS/…` fails every other request, `/always/STATUS/…` each, `/hang/0/…` says nothing for a while; whatever
    does not fail is passed on."""

    def __init__(self, target):
        faults = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                faults.answer(self)

            do_GET = do_POST

            def log_message(self, *_):
                pass

        self.target = target
        self.failed = {}
        self.stop = threading.Event()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        # Clients that give up leave their connection; that is what this is for.
        self.server.handle_error = lambda *_: None
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler):
        body = handler.rfile.read(int(handler.headers.get("content-length", 0)))
        _, how, status, rest = handler.path.split("/", 3)
        status = int(status)
        if how == "hang":
            self.stop.wait(HANG_SECONDS)
            handler.close_connection = True
            return
        self.failed[how, status] = not self.failed.get((how, status), False)
        if how == "always" or self.failed[how, status]:
            kind, code = ERRORS[status]
            reply = {"detail": "made to fail", "error": {"message": "made to fail", "type": kind, "param": None, "code": code}}
            headers = {"content-type": "application/json", "retry-after-ms": "20", "x-request-id": "req_made"}
            return self.send(handler, status, headers, json.dumps(reply).encode())
        keep = {name: value for name, value in handler.headers.items() if name.lower() not in ("host", "content-length", "connection")}
        request = urllib.request.Request(f"{self.target}/{rest}", body or None, keep, method=handler.command)
        try:
            reply = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as error:
            reply = error
        with reply:
            self.send(handler, reply.status, {"content-type": reply.headers["content-type"]}, reply.read())

    def send(self, handler, status, headers, body):
        handler.send_response(status)
        for name, value in {**headers, "content-length": str(len(body))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)
