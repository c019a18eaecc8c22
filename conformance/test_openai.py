"""The `openai` SDK."""

import asyncio
import base64

import openai
import pytest
import requests


@pytest.fixture(params=["/v1", "/openai/v1"])
def client(url, request):
    return openai.OpenAI(base_url=url + request.param, api_key="any key", max_retries=0)


def test_generate(client, look):
    reply = client.images.generate(model="gpt-image-1", prompt="a poster titled \"Hello\"")
    assert look(reply.data[0].b64_json) == ("PNG", 1024, 1024)
    assert reply.created > 1_700_000_000
    assert reply.size == "1024x1024"
    assert reply.usage.total_tokens == reply.usage.input_tokens + reply.usage.output_tokens


def test_every_option(client, look):
    reply = client.images.generate(
        model="gpt-image-1.5",
        prompt="a poster titled \"Hello\"",
        n=2,
        size="1536x1024",
        quality="high",
        background="opaque",
        output_format="webp",
        output_compression=80,
        moderation="low",
        user="u1",
    )
    assert [look(image.b64_json) for image in reply.data] == [("WEBP", 1536, 1024)] * 2
    assert (reply.output_format, reply.quality, reply.background) == ("webp", "high", "opaque")
    assert reply.data[0].b64_json != reply.data[1].b64_json


def test_transparent(client):
    reply = client.images.generate(prompt="a logo that says \"Nova\"", size="512x512", background="transparent")
    assert reply.background == "transparent"


@pytest.mark.parametrize("response_format", ["b64_json", "url"])
def test_response_format(client, look, response_format):
    reply = client.images.generate(
        model="dall-e-3", prompt="a poster", size="1792x1024", quality="hd", style="vivid", response_format=response_format
    )
    image = reply.data[0]
    data = requests.get(image.url).content if response_format == "url" else base64.b64decode(image.b64_json)
    assert look(data) == ("PNG", 1792, 1024)


def test_exact_size(client, look):
    reply = client.images.generate(prompt="a poster", size="3840x2160")
    assert look(reply.data[0].b64_json) == ("PNG", 3840, 2160)


def test_seed_is_kept(client):
    def draw(seed):
        reply = client.images.generate(prompt="a poster titled \"Hello\"", size="512x512", extra_body={"seed": seed})
        return reply.data[0].b64_json

    assert draw(7) == draw(7)


def test_stream(client, look):
    stream = client.images.generate(
        model="gpt-image-1", prompt="a poster titled \"Hello\"", size="512x512", stream=True, partial_images=2
    )
    events = list(stream)
    partials = [event for event in events if event.type == "image_generation.partial_image"]
    assert [event.partial_image_index for event in partials] == [0, 1]
    pictures = {event.b64_json for event in events}
    assert len(pictures) == 3 and {look(picture) for picture in pictures} == {("PNG", 512, 512)}
    assert events[-1].type == "image_generation.completed"
    assert look(events[-1].b64_json) == ("PNG", 512, 512)
    assert events[-1].usage.total_tokens > 0


def test_a_stream_that_cannot_begin_is_an_ordinary_error(client):
    with pytest.raises(openai.BadRequestError) as caught:
        client.images.generate(prompt="a poster", stream=True, partial_images=9)
    assert caught.value.body["param"] == "partial_images"


def test_async(url, look):
    async def draw():
        async with openai.AsyncOpenAI(base_url=url + "/v1", api_key="any key") as client:
            return await asyncio.gather(
                *(client.images.generate(prompt=f"a poster titled \"{n}\"", size="512x512") for n in range(8))
            )

    replies = asyncio.run(draw())
    assert [look(reply.data[0].b64_json) for reply in replies] == [("PNG", 512, 512)] * 8


def test_models(client):
    models = list(client.models.list())
    assert {"easel", "gpt-image-1", "dall-e-3"} <= {model.id for model in models}
    assert client.models.retrieve("gpt-image-1").id == "gpt-image-1"


@pytest.mark.parametrize(
    ("wrong", "kind", "field"),
    [
        ({"prompt": ""}, openai.BadRequestError, "prompt"),
        ({"prompt": "word " * 33_000}, openai.BadRequestError, "prompt"),
        ({"n": 0}, openai.BadRequestError, "n"),
        ({"n": 11}, openai.BadRequestError, "n"),
        ({"size": "0x0"}, openai.BadRequestError, "size"),
        ({"size": "40000x40000"}, openai.BadRequestError, "size"),
        ({"quality": "superb"}, openai.BadRequestError, "quality"),
        ({"output_format": "bmp"}, openai.BadRequestError, "output_format"),
        ({"background": "transparent", "output_format": "jpeg"}, openai.BadRequestError, "output_format"),
        ({"model": "gpt-image-1x"}, openai.NotFoundError, "model"),
    ],
)
def test_errors(client, wrong, kind, field):
    with pytest.raises(kind) as caught:
        client.images.generate(**{"prompt": "a poster", **wrong})
    assert caught.value.param == field
    assert caught.value.code
    assert field in str(caught.value) or "model" in str(caught.value)
    assert caught.value.request_id.startswith("req_")


def test_unknown_model_suggests(client):
    with pytest.raises(openai.NotFoundError, match="easel"):
        client.models.retrieve("gpt-imagine")
