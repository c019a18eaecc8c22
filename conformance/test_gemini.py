"""The `google-genai` SDK."""

import asyncio

import pytest
from google import genai
from google.genai import errors, types

MODEL = "gemini-3.1-flash-image-preview"


@pytest.fixture(params=[("", None), ("", "v1beta"), ("", "v1alpha"), ("/gemini", None), ("/gemini", "v1beta")])
def client(url, request):
    prefix, version = request.param
    options = types.HttpOptions(base_url=url + prefix, api_version=version)
    return genai.Client(api_key="any key", http_options=options)


@pytest.fixture
def plain(url):
    return genai.Client(api_key="any key", http_options=types.HttpOptions(base_url=url))


def pictures(reply, candidate=0):
    parts = reply.candidates[candidate].content.parts
    return [part.inline_data for part in parts if part.inline_data and not part.thought]


def test_generate(client, look):
    reply = client.models.generate_content(model=MODEL, contents="A poster titled \"Hello\"")
    (picture,) = pictures(reply)
    assert picture.mime_type == "image/png"
    assert look(picture.data) == ("PNG", 1024, 1024)
    assert reply.candidates[0].finish_reason == types.FinishReason.STOP
    assert reply.usage_metadata.candidates_token_count == 1120
    assert reply.model_version.startswith("easel-")


def test_every_option(plain, look):
    config = types.GenerateContentConfig(
        temperature=0.9,
        top_p=0.9,
        top_k=40,
        candidate_count=1,
        max_output_tokens=4096,
        stop_sequences=["x"],
        seed=7,
        system_instruction="be brief",
        safety_settings=[types.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_NONE")],
        tools=[types.Tool(google_search=types.GoogleSearch())],
        response_modalities=["TEXT", "IMAGE"],
        thinking_config=types.ThinkingConfig(include_thoughts=True, thinking_level="HIGH"),
        image_config=types.ImageConfig(aspect_ratio="16:9", image_size="2K"),
    )
    reply = plain.models.generate_content(model=MODEL, contents="A poster titled \"Hello\"", config=config)
    parts = reply.candidates[0].content.parts
    assert parts[0].thought and parts[0].text
    assert any(part.text and not part.thought for part in parts)
    (picture,) = pictures(reply)
    assert look(picture.data) == ("PNG", 2752, 1536)
    again = plain.models.generate_content(model=MODEL, contents="A poster titled \"Hello\"", config=config)
    assert pictures(again)[0].data == picture.data


@pytest.mark.parametrize(
    ("ratio", "size", "pixels"),
    [
        ("1:1", "512", (512, 512)),
        ("21:9", "512", (792, 336)),
        ("9:16", "1K", (768, 1376)),
        ("3:2", "2K", (2528, 1696)),
        ("8:1", "1K", (3072, 384)),
        ("4:5", "4K", (3712, 4608)),
    ],
)
def test_sizes(plain, look, ratio, size, pixels):
    config = types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio=ratio, image_size=size))
    reply = plain.models.generate_content(model=MODEL, contents="A poster titled \"Hello\"", config=config)
    assert look(pictures(reply)[0].data) == ("PNG", *pixels)


def test_candidates(plain):
    config = types.GenerateContentConfig(candidate_count=3, image_config=types.ImageConfig(image_size="512"))
    reply = plain.models.generate_content(model=MODEL, contents="A poster titled \"Hello\"", config=config)
    assert len(reply.candidates) == 3
    assert all(len(pictures(reply, index)) == 1 for index in range(3))


def test_stream(client, look):
    config = types.GenerateContentConfig(
        thinking_config=types.ThinkingConfig(include_thoughts=True),
        image_config=types.ImageConfig(image_size="512"),
    )
    frames = list(client.models.generate_content_stream(model=MODEL, contents="A poster", config=config))
    assert frames[0].candidates[0].content.parts[0].thought
    assert look(pictures(frames[-1])[0].data) == ("PNG", 512, 512)
    assert frames[-1].candidates[0].finish_reason == types.FinishReason.STOP


def test_chat(plain, look):
    config = types.GenerateContentConfig(response_modalities=["TEXT", "IMAGE"])
    chat = plain.chats.create(model=MODEL, config=config)
    first = chat.send_message("A poster titled \"Hello\"")
    second = chat.send_message("with a subtitle \"World\"")
    for reply in (first, second):
        assert look(pictures(reply)[0].data)[0] == "PNG"
    assert pictures(first)[0].data != pictures(second)[0].data


def test_async(url, look):
    async def draw():
        client = genai.Client(api_key="any key", http_options=types.HttpOptions(base_url=url)).aio
        return await asyncio.gather(
            *(client.models.generate_content(model=MODEL, contents=f"A poster titled \"{n}\"") for n in range(8))
        )

    for reply in asyncio.run(draw()):
        assert look(pictures(reply)[0].data) == ("PNG", 1024, 1024)


def test_count_tokens(client):
    assert client.models.count_tokens(model=MODEL, contents="one two three").total_tokens == 4


def test_models(client):
    names = [model.name for model in client.models.list(config={"page_size": 10})]
    assert f"models/{MODEL}" in names
    assert len(names) == len(set(names)) > 10
    assert client.models.get(model=MODEL).name == f"models/{MODEL}"


@pytest.mark.parametrize(
    ("call", "code", "status"),
    [
        ({"contents": " "}, 400, "INVALID_ARGUMENT"),
        ({"contents": "word " * 33_000}, 400, "INVALID_ARGUMENT"),
        ({"model": "gemini-nothing"}, 404, "NOT_FOUND"),
        ({"config": {"image_config": {"aspect_ratio": "7:2"}}}, 400, "INVALID_ARGUMENT"),
        ({"config": {"image_config": {"image_size": "9K"}}}, 400, "INVALID_ARGUMENT"),
        ({"config": {"candidate_count": 11}}, 400, "INVALID_ARGUMENT"),
        ({"config": {"response_modalities": ["AUDIO"]}}, 400, "INVALID_ARGUMENT"),
    ],
)
def test_errors(plain, call, code, status):
    with pytest.raises(errors.ClientError) as caught:
        plain.models.generate_content(**{"model": MODEL, "contents": "a poster", **call})
    assert caught.value.code == code
    assert caught.value.status == status
    assert caught.value.message


def test_errors_before_a_stream(plain):
    with pytest.raises(errors.ClientError):
        list(plain.models.generate_content_stream(model=MODEL, contents=" "))
