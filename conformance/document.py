"""The OpenAPI document as data: its operations, their examples, and where an example's ids come from."""

import base64
import http.server
import json
import pathlib
import threading

import requests

FILE = pathlib.Path(__file__).resolve().parent.parent / "crates" / "plantain-api" / "openapi.json"
METHODS = ("get", "put", "post", "delete")
REQUEST_SECONDS = 60
# Where the examples say https://example.com, tests ask this machine: nothing leaves it.
ELSEWHERE = "https://example.com"


def read():
    return json.loads(FILE.read_text())


class Site:
    """A web server on this machine that has one picture at every address and takes whatever is posted."""

    def __init__(self, picture):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(200, picture)

            def do_POST(self):
                self.rfile.read(int(self.headers.get("content-length", 0)))
                self.answer(204, b"")

            def answer(self, status, body):
                self.send_response(status)
                self.send_header("content-type", "image/png")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class Document:
    """The operations of a document, sent to a server as their examples say."""

    def __init__(self, url, key, elsewhere):
        self.url, self.elsewhere = url, elsewhere
        self.session = requests.Session()
        self.session.headers["authorization"] = f"Bearer {key}"
        self.document = read()
        self.sources = self.links()

    def operation(self, name):
        method, path = name.split(" ", 1)
        return self.document["paths"][path][method.lower()]

    def links(self):
        """Returns, by the operation that wants ids, which operation's answer holds them, and where."""
        names = {operation["operationId"]: name for name, operation in operations(self.document)}
        sources = {}
        for name, operation in operations(self.document):
            for response in operation["responses"].values():
                for link in response.get("links", {}).values():
                    sources.setdefault(names[link["operationId"]], (name, link["parameters"]))
        return sources

    def send(self, name, media_type=None, /, **known):
        """Sends the example of an operation; parameters that are `known` go before those of the example."""
        operation = self.operation(name)
        values = {each["name"]: each["example"] for each in operation.get("parameters", []) if "example" in each}
        values |= known
        if name in self.sources:
            source, parameters = self.sources[name]
            wanted = {parameter: where for parameter, where in parameters.items() if parameter not in known}
            if wanted:
                answer = self.send(source)
                assert answer.ok, f"{source}: {answer.status_code} {answer.text[:500]}"
                for parameter, where in wanted.items():
                    values[parameter] = pointed(answer.json(), where.removeprefix("$response.body#"))
        method, path = name.split(" ", 1)
        headers, query = {}, {}
        for parameter in operation.get("parameters", []):
            place, called = parameter["in"], parameter["name"]
            if called not in values:
                assert place != "path", f"{name}: no example of {called}"
                continue
            if place == "path":
                path = path.replace("{" + called + "}", requests.utils.quote(str(values[called]), safe="/:"))
            else:
                {"query": query, "header": headers}[place][called] = text_of(self.local(values[called]))
        body = self.body(operation, media_type)
        return self.session.request(
            method, self.url + path, params=query, headers=headers | body.pop("headers", {}), **body, timeout=REQUEST_SECONDS
        )

    def body(self, operation, media_type):
        content = operation.get("requestBody", {}).get("content", {})
        if not content:
            return {}
        media_type = media_type or next(iter(content))
        example = self.local(content[media_type]["example"])
        if media_type == "multipart/form-data":
            fields = [(field, one) for field, value in example.items() for one in (value if isinstance(value, list) else [value])]
            return {"files": [(field, part(one)) for field, one in fields]}
        if isinstance(example, str):
            return {"data": example.encode(), "headers": {"content-type": media_type}}
        return {"json": example}

    def local(self, value):
        """Returns an example with every address of elsewhere on this machine."""
        if isinstance(value, str):
            return value.replace(ELSEWHERE, self.elsewhere)
        if isinstance(value, list):
            return [self.local(each) for each in value]
        if isinstance(value, dict):
            return {name: self.local(each) for name, each in value.items()}
        return value


def operations(document):
    """Yields the name and the description of each operation, as in `GET /healthz`."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield f"{method.upper()} {path}", item[method]


def pointed(value, pointer):
    for step in pointer.strip("/").split("/"):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def part(value):
    """Returns a part of a form: a file where the example is a data URL."""
    if isinstance(value, str) and value.startswith("data:"):
        kind, data = value.removeprefix("data:").split(";base64,")
        return "example.png", base64.b64decode(data), kind
    return None, text_of(value)


def text_of(value):
    return str(value).lower() if isinstance(value, bool) else str(value)
