"""A server that wants keys, as the SDKs see it."""

import json
import os
import subprocess

import openai
import pytest
from google import genai
from google.genai import errors, types

from server import Server


@pytest.fixture(scope="module")
def closed(binary, tmp_path_factory):
    """A server with one key, made on the command line."""
    data = tmp_path_factory.mktemp("closed") / "data"
    command = [binary, "keys", "create", "--name", "test", "--data-dir", str(data)]
    key = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    with Server(binary, data) as server:
        assert not server.admin_token
        yield server, key


def test_openai(closed):
    server, key = closed
    client = openai.OpenAI(base_url=server.url + "/v1", api_key=key)
    assert client.images.generate(prompt="a poster", size="256x256").data[0].b64_json
    with pytest.raises(openai.AuthenticationError) as caught:
        client.with_options(api_key="wrong").images.generate(prompt="a poster")
    assert caught.value.code == "invalid_api_key"


def test_gemini(closed):
    server, key = closed
    options = types.HttpOptions(base_url=server.url)
    client = genai.Client(api_key=key, http_options=options)
    assert client.models.count_tokens(model="easel", contents="x").total_tokens == 1
    stranger = genai.Client(api_key="wrong", http_options=options)
    with pytest.raises(errors.ClientError) as caught:
        stranger.models.count_tokens(model="easel", contents="x")
    assert caught.value.details["error"]["details"][0]["reason"] == "API_KEY_INVALID"


def test_revoked_on_the_command_line(closed, binary):
    server, _ = closed
    create = [binary, "keys", "create", "--name", "short", "--json", "--data-dir", str(server.data)]
    made = json.loads(subprocess.run(create, capture_output=True, text=True, check=True).stdout)
    client = openai.OpenAI(base_url=server.url + "/v1", api_key=made["key"])
    assert client.models.retrieve("easel").id == "easel"
    revoke = [binary, "keys", "revoke", made["id"], "--data-dir", str(server.data)]
    subprocess.run(revoke, capture_output=True, check=True)
    with pytest.raises(openai.AuthenticationError):
        client.models.retrieve("easel")


def test_the_admin_key_comes_from_the_environment(binary, tmp_path):
    environment = dict(os.environ, PLANTAIN_ADMIN_KEY="a long enough admin key")
    with Server(binary, tmp_path / "data", environment) as server:
        client = openai.OpenAI(base_url=server.url + "/v1", api_key="a long enough admin key")
        assert client.models.retrieve("easel").id == "easel"
        with pytest.raises(openai.AuthenticationError):
            client.with_options(api_key="another").models.retrieve("easel")
