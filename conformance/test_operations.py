"""What operators see of a running server: traces at a collector, metrics at an address of their own, doctor, health, and the
files that start it."""

import http.server
import json
import pathlib
import re
import subprocess
import threading

import pytest
import requests
import yaml
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from prometheus_client.parser import text_string_to_metric_families

from server import Server
from test_tasks import LOCAL, Receiver, until

ROOT = pathlib.Path(__file__).parent.parent
PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


class Collector:
    """An OTLP receiver that reads what it gets with the official package."""

    def __init__(self):
        self.spans, self.resources = [], []
        collector = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                assert (self.path, self.headers["content-type"]) == ("/v1/traces", "application/x-protobuf")
                for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                    collector.resources.append(attributes(resource.resource))
                    for scope in resource.scope_spans:
                        collector.spans += scope.spans
                self.send_response(200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def attributes(of):
    return {pair.key: getattr(pair.value, pair.value.WhichOneof("value")) for pair in of.attributes}


def test_a_trace_goes_from_the_request_to_the_webhook(binary, tmp_path):
    collector, receiver = Collector(), Receiver()
    environment = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "OTEL_BSP_SCHEDULE_DELAY": "50", "OTEL_SERVICE_NAME": "art"}
    with Server(binary, tmp_path / "data", environment, LOCAL) as server:
        body = {"prompt": "a pear", "size": "256x256", "webhook": receiver.url + "/hook"}
        task = requests.post(server.url + "/plantain/v1/tasks", json=body, headers={"traceparent": PARENT}).json()
        [(headers, _)] = receiver.wait_for("/hook")
        until(lambda: len(collector.spans) >= 3, "three spans")
    spans = {span.name: span for span in collector.spans}
    request, work, hook = spans["POST /plantain/v1/tasks"], spans["task generate"], spans["webhook"]
    assert {span.trace_id.hex() for span in (request, work, hook)} == {PARENT.split("-")[1]}
    assert request.parent_span_id.hex() == PARENT.split("-")[2]
    assert work.parent_span_id == hook.parent_span_id == request.span_id
    assert headers["traceparent"] == f"00-{hook.trace_id.hex()}-{hook.span_id.hex()}-01"
    assert (request.kind, work.kind, hook.kind) == (2, 5, 3)
    assert attributes(work)["plantain.task"] == task["id"] and attributes(work)["plantain.size"] == "256x256"
    assert attributes(request)["http.response.status_code"] == 202 and attributes(hook)["http.response.status_code"] == 204
    assert all(span.start_time_unix_nano <= span.end_time_unix_nano for span in collector.spans)
    assert collector.resources[0]["service.name"] == "art"


def test_without_a_collector_the_clients_place_reaches_the_webhook(binary, tmp_path):
    receiver = Receiver()
    with Server(binary, tmp_path / "data", {}, LOCAL) as server:
        body = {"prompt": "a pear", "size": "256x256", "webhook": receiver.url + "/hook"}
        requests.post(server.url + "/plantain/v1/tasks", json=body, headers={"traceparent": PARENT})
        [(headers, _)] = receiver.wait_for("/hook")
    assert headers["traceparent"] == PARENT


def test_metrics_are_read_by_the_official_parser_at_an_address_of_their_own(binary, tmp_path):
    with Server(binary, tmp_path / "data", {"PLANTAIN_ADMIN_KEY": "0123456789abcdef"}, ("--ops-listen", "127.0.0.1:0")) as server:
        monitors = re.search(r"Monitors: (http://\S+)/metrics", server.greeting())[1]
        assert requests.get(server.url + "/metrics").status_code == 401
        assert requests.get(monitors + "/plantain/v1/tasks").status_code == 404
        key = {"Authorization": "Bearer 0123456789abcdef"}
        requests.post(server.url + "/plantain/v1/images/generate", json={"prompt": "a pear"}, headers=key).raise_for_status()
        families = {family.name: family for family in text_string_to_metric_families(requests.get(monitors + "/metrics").text)}
        ended = {sample.labels["state"]: sample.value for sample in families["plantain_tasks_ended"].samples}
        assert ended == {"succeeded": 1}
        assert families["process_resident_memory_bytes"].samples[0].value > 1e6
        assert requests.get(monitors + "/readyz").json()["status"] == "ready"
        well = subprocess.run([binary, "health", "--url", monitors], capture_output=True, text=True)
        assert well.returncode == 0 and json.loads(well.stdout)["status"] == "ready"
    gone = subprocess.run([binary, "health", "--url", monitors], capture_output=True, text=True)
    assert gone.returncode == 1 and "plantain:" in gone.stderr


def test_doctor_looks_at_everything_and_says_how_to_mend(binary, tmp_path):
    with Server(binary, tmp_path / "data") as server:
        requests.post(server.url + "/plantain/v1/images/generate", json={"prompt": "a pear"}).raise_for_status()
    command = [binary, "doctor", "--json", "--listen", "127.0.0.1:0", "--data-dir", tmp_path / "data"]
    well = subprocess.run(command, capture_output=True, text=True)
    checks = {check["check"]: check for check in json.loads(well.stdout)["checks"]}
    assert well.returncode == 0 and all(check["ok"] for check in checks.values())
    assert set(checks) >= {"database", "redis", "tiers", "classifier", "disk", "clock", "stored files", "fonts", "engine"}
    assert "the books agree" in checks["database"]["message"]
    ill = subprocess.run([*command, "--redis", "redis://127.0.0.1:1", "--disk-floor-mib", "999999999"], capture_output=True, text=True)
    wrong = {check["check"]: check["message"] for check in json.loads(ill.stdout)["checks"] if not check["ok"]}
    assert ill.returncode == 5 and set(wrong) == {"redis", "disk"}
    assert "--redis" in wrong["redis"] and "--retention" in wrong["disk"]


def test_what_starts_it_names_flags_and_variables_that_exist(binary):
    help = "".join(
        subprocess.run([binary, *command, "--help"], capture_output=True, text=True, check=True).stdout
        for command in (["serve"], ["work"], ["health"])
    )
    beside = {"PLANTAIN_ADMIN_KEY"}
    known = set(re.findall(r"PLANTAIN_[A-Z_]+", help)) | beside
    flags = set(re.findall(r"--[a-z-]+", help))
    for path in sorted((ROOT / "deploy").iterdir()):
        text = path.read_text()
        used = set(re.findall(r"PLANTAIN_[A-Z_]+", text))
        assert used and used <= known, (path.name, used - known)
        for call in re.findall(r"plantain\"?,? (?:serve|work|health)[^\n]*", text):
            assert set(re.findall(r"--[a-z-]+", call)) <= flags, call
    compose = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text())
    assert {"server", "worker", "postgres", "redis", "s3"} <= set(compose["services"])
    items = yaml.safe_load((ROOT / "deploy/kubernetes.yaml").read_text())["items"]
    assert [item["kind"] for item in items].count("PodDisruptionBudget") == 2
    for item in items:
        for container in item["spec"]["template"]["spec"]["containers"] if item["kind"] == "Deployment" else []:
            assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
            assert set(container["args"][1:]) <= flags
