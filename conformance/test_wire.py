"""What no SDK sends, over plain sockets: each protocol answers in its own shape, at once, and goes on serving."""

import http.client
import json
import re
import socket
import urllib.parse

import pytest

# Whoever waits longer than this waits for ever.
ANSWER_SECONDS = 20
PICTURE = b"\x89PNG\r\n\x1a\n"

# Where each protocol takes JSON and where it takes a form (none: it has no such call), and what its errors look like.
PROTOCOLS = {
    "native": ("/plantain/v1/images/generate", None, lambda body: body["error"]["code"] and body["error"]["request_id"]),
    "openai": ("/openai/v1/images/generations", "/openai/v1/images/edits", lambda body: body["error"]["type"]),
    "gemini": ("/v1beta/models/easel:generateContent", None, lambda body: body["error"]["status"].isupper()),
    "vertex": (
        "/v1/projects/p/locations/l/publishers/google/models/easel:generateContent",
        None,
        lambda body: body["error"]["status"].isupper(),
    ),
    "evolink": (
        "/evolink/v1/images/generations",
        "/evolink/api/v1/files/upload/stream",
        lambda body: body["error"]["code"] and body["error"]["type"],
    ),
    "fal": ("/fal/fal-ai/nano-banana-2", None, lambda body: body["detail"]),
    "replicate": ("/replicate/v1/predictions", "/replicate/v1/files", lambda body: body["title"] and body["status"]),
    "atlascloud": (
        "/atlascloud/api/v1/model/generateImage",
        "/atlascloud/api/v1/model/uploadMedia",
        lambda body: body["code"] and body["message"],
    ),
}
FORMS = [name for name, (_, form, _) in PROTOCOLS.items() if form]


class Line:
    """A connection that is written to byte by byte."""

    def __init__(self, url):
        self.host = urllib.parse.urlsplit(url).netloc
        name, port = self.host.split(":")
        self.socket = socket.create_connection((name, int(port)), ANSWER_SECONDS)
        self.heard = self.socket.makefile("rb")
        # What comes behind one answer belongs to the next.
        self.heard.close = lambda: None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, path, body, headers=b"", length=None, method=b"POST"):
        length = len(body) if length is None else length
        head = f" {path} HTTP/1.1\r\nHost: {self.host}\r\nContent-Length: {length}\r\n".encode()
        self.socket.sendall(method + head + headers + b"\r\n" + body)

    def stop_sending(self):
        self.socket.shutdown(socket.SHUT_WR)

    def makefile(self, _):
        return self.heard

    def answer(self):
        """Returns status and body of the next answer; none where the line was closed without one."""
        reply = http.client.HTTPResponse(self)
        try:
            reply.begin()
        except (http.client.RemoteDisconnected, ConnectionResetError):
            return None
        return reply.status, reply.read()


def shaped(name, answer, *statuses):
    assert answer is not None, "the line was closed without an answer"
    status, body = answer
    assert status in statuses, f"{status} {body[:300]}"
    assert PROTOCOLS[name][2](json.loads(body)), body[:300]


def alive(url):
    with Line(url) as line:
        line.send("/healthz", b"", method=b"GET")
        assert line.answer()[0] == 200


JSON = b"Content-Type: application/json\r\n"


@pytest.mark.parametrize("name", PROTOCOLS)
def test_headers_of_any_script(url, name):
    path = PROTOCOLS[name][0]
    for header in ("User-Agent: 香蕉/1.0 (ünïcödé)", "X-Plantain-Tags: späße,香蕉", "Accept: ☃", "Content-Type: 香蕉"):
        with Line(url) as line:
            line.send(path, b"{}", header.encode() + b"\r\n")
            shaped(name, line.answer(), 400, 415, 422)
    for header in (b"Idempotency-Key: \xff\xfe", b"Prefer: wait=\xff", b"X-Plantain-Tags: \xff"):
        with Line(url) as line:
            line.send(path, b"{}", JSON + header + b"\r\n")
            shaped(name, line.answer(), 400, 422)
    alive(url)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_requests_in_a_row_are_answered_in_order(url, name):
    path = PROTOCOLS[name][0]
    with Line(url) as line:
        request = f"POST {path} HTTP/1.1\r\nHost: {line.host}\r\nContent-Length: 2\r\n\r\n{{}}"
        between = f"GET /healthz HTTP/1.1\r\nHost: {line.host}\r\n\r\n"
        line.socket.sendall((request + between + request).encode())
        shaped(name, line.answer(), 400, 422)
        assert line.answer()[0] == 200
        shaped(name, line.answer(), 400, 422)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_client_that_stops_sending_never_waits(url, name):
    """A closed half is how the server sees that a client is gone, and stops drawing for it: it answers, or hangs up."""
    with Line(url) as line:
        line.send(PROTOCOLS[name][0], b"{}", JSON)
        line.stop_sending()
        answer = line.answer()
        if answer is not None:
            shaped(name, answer, 400, 422)
    alive(url)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_body_that_breaks_off(url, name):
    for path in filter(None, PROTOCOLS[name][:2]):
        with Line(url) as line:
            kind = JSON if path == PROTOCOLS[name][0] else b"Content-Type: multipart/form-data; boundary=x\r\n"
            line.send(path, b'{"prompt": "a', kind, length=1000)
            line.stop_sending()
            answer = line.answer()
            if answer is not None:
                shaped(name, answer, 400, 422)
    alive(url)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_pieces_that_are_none(url, name):
    with Line(url) as line:
        head = f"POST {PROTOCOLS[name][0]} HTTP/1.1\r\nHost: {line.host}\r\nTransfer-Encoding: chunked\r\n\r\n"
        line.socket.sendall(head.encode() + b"5\r\n{\"pro\r\nnonsense\r\n")
        line.stop_sending()
        answer = line.answer()
        if answer is not None:
            shaped(name, answer, 400, 422)
    alive(url)


PART = b'--x\r\nContent-Disposition: form-data; name="%s"; filename="a.png"\r\n\r\n' + PICTURE
BROKEN_FORMS = {
    "no end": (b"multipart/form-data; boundary=x", PART),
    "half a head": (b"multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-da"),
    "another boundary": (b"multipart/form-data; boundary=y", PART + b"\r\n--x--\r\n"),
    "no boundary": (b"multipart/form-data", PART + b"\r\n--x--\r\n"),
    "empty boundary": (b"multipart/form-data; boundary=", PART + b"\r\n--x--\r\n"),
    "no parts": (b"multipart/form-data; boundary=x", b"--x--\r\n"),
    "nothing": (b"multipart/form-data; boundary=x", b""),
    "no name": (b"multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
    "bytes as text": (b"multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="prompt"\r\n\r\n\xff\xfe\r\n--x--\r\n'),
}


@pytest.mark.parametrize("broken", BROKEN_FORMS)
@pytest.mark.parametrize("name", FORMS)
def test_broken_forms(url, name, broken):
    kind, body = BROKEN_FORMS[broken]
    part = {"openai": b"image", "replicate": b"content"}.get(name, b"file")
    with Line(url) as line:
        line.send(PROTOCOLS[name][1], body.replace(b"%s", part), b"Content-Type: " + kind + b"\r\n")
        shaped(name, line.answer(), 400, 422)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_bodies_of_another_kind(url, name):
    path, form, _ = PROTOCOLS[name]
    for kind, body in [
        (b"multipart/form-data; boundary=x", b"--x--\r\n"),
        (b"image/png", PICTURE),
        (b"application/xml", b"<prompt>a</prompt>"),
        (b"application/json; charset=utf-16", '{"prompt": "a"}'.encode("utf-16")),
        (b"application/json\r\nContent-Encoding: gzip", bytes.fromhex("1f8b08000000000000ff")),
    ]:
        with Line(url) as line:
            line.send(path, body, b"Content-Type: " + kind + b"\r\n")
            shaped(name, line.answer(), 400, 415, 422)
    if form:
        with Line(url) as line:
            line.send(form, b'{"image": 1}', b"Content-Type: text/plain\r\n")
            shaped(name, line.answer(), 400, 415, 422)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_methods_and_paths_that_are_none(url, name):
    path = PROTOCOLS[name][0]
    with Line(url) as line:
        line.send(path, b"", method=b"PURGE")
        shaped(name, line.answer(), 404, 405)
    with Line(url) as line:
        line.send(path + "/%ff%00/..%2f", b"{}", JSON)
        shaped(name, line.answer(), 400, 404, 405, 422)


def test_heads_that_are_none(url):
    for head in (b"\x00\x01\x02\x03\r\n\r\n", b"GET\r\n\r\n", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"):
        with Line(url) as line:
            line.socket.sendall(head)
            answer = line.answer()
            assert answer is None or answer[0] == 400
    with Line(url) as line:
        line.send("/healthz", b"", b"X-Long: " + b"a" * (1 << 20) + b"\r\n", method=b"GET")
        answer = line.answer()
        assert answer is None or re.match("4..", str(answer[0]))
    alive(url)
