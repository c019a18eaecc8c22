"""A chat endpoint plans pictures; where its scene does not hold, the rules step in."""

import http.server
import json
import threading

import pytest
import requests

from server import Server


class Chat(http.server.BaseHTTPRequestHandler):
    """A stub of `chat/completions` that answers as the prompt in the request tells it."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.asked.append(body)
        user = json.loads(body["messages"][1]["content"])
        scene = user["draft"]
        if "good" in user["prompt"]:
            scene["theme"]["palette"]["canvas"] = "#123456"
            answer = "```json\n" + json.dumps(scene) + "\n```"
        elif "smaller" in user["prompt"]:
            scene["canvas"]["width"] = 64
            answer = json.dumps(scene)
        elif "wordless" in user["prompt"]:
            scene["root"]["children"] = []
            answer = json.dumps(scene)
        else:
            answer = "I would rather not."
        reply = json.dumps({"choices": [{"message": {"role": "assistant", "content": answer}}]}).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def planned(binary, tmp_path_factory):
    chat = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Chat)
    chat.asked = []
    threading.Thread(target=chat.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{chat.server_port}/v1"
    arguments = ["--planner-url", url, "--planner-model", "stub"]
    with Server(binary, tmp_path_factory.mktemp("planner") / "data", arguments=arguments) as server:
        yield server, chat
    chat.shutdown()


def draw(server, prompt, **more):
    body = {"prompt": prompt, "size": "512x512", "seed": 1, "include_scene": True, **more}
    reply = requests.post(f"{server.url}/plantain/v1/images/generate", json=body, timeout=60)
    reply.raise_for_status()
    image = reply.json()["images"][0]
    return image["scene"], {note["code"] for note in image["notes"]}


def test_a_scene_that_holds_is_drawn(planned):
    server, chat = planned
    scene, notes = draw(server, 'a good poster "Harvest Fair"', planner="llm")
    assert scene["theme"]["palette"]["canvas"] == "#123456"
    assert "planned_by_chat" in notes
    assert chat.asked[-1]["model"] == "stub" and "$defs" in chat.asked[-1]["messages"][0]["content"]


@pytest.mark.parametrize("kind", ["smaller", "wordless", "unwilling"])
def test_the_rules_step_in(planned, kind):
    server, chat = planned
    before = len(chat.asked)
    prompt = f'a {kind} poster "Harvest Fair"'
    scene, notes = draw(server, prompt, planner="llm")
    assert "planner_fallback" in notes
    assert len(chat.asked) == before + 2, "one more try is given"
    assert scene == draw(server, prompt)[0], "the rules' own scene"


def test_nobody_is_asked_unless_told(planned):
    server, chat = planned
    before = len(chat.asked)
    draw(server, 'a good poster "Harvest Fair"')
    draw(server, 'a good poster "Harvest Fair"', planner="rules")
    assert len(chat.asked) == before


def test_without_an_endpoint_it_cannot_be_chosen(url):
    body = {"prompt": "a poster", "planner": "llm"}
    reply = requests.post(f"{url}/plantain/v1/images/generate", json=body, timeout=60)
    assert reply.status_code == 422
    assert reply.json()["error"]["field"] == "planner"
