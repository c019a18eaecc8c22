"""The tools, called by the Model Context Protocol's official client over both transports."""

import asyncio
import base64

import pytest
from mcp import Client, StdioServerParameters

CARD = {"prompt": 'a card that says "Hello"', "size": "300x200", "seed": 1}


@pytest.fixture(params=["http", "stdio"])
def connect(request, url, binary):
    """Returns what the client connects to."""
    if request.param == "http":
        return lambda: f"{url}/mcp"
    return lambda: StdioServerParameters(command=str(binary), args=["mcp"])


def talk(connect, story):
    async def run():
        async with Client(connect()) as client:
            return await story(client)

    return asyncio.run(run())


def pictures(result):
    return [part.data for part in result.content if part.type == "image"]


def words(result):
    return "\n".join(part.text for part in result.content if part.type == "text")


def test_tools_draw_and_edit(connect, look):
    async def story(client):
        assert client.server_info.name == "plantain" and "quotes" in client.instructions
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == ["generate", "edit", "render"]
        drawn = await client.call_tool("generate", CARD)
        [card] = pictures(drawn)
        edited = await client.call_tool("edit", {"instruction": 'replace "Hello" with "Goodbye"', "image": card})
        return card, drawn, edited

    card, drawn, edited = talk(connect, story)
    assert look(card) == ("PNG", 300, 200) and "seed 1" in words(drawn)
    assert not edited.is_error, words(edited)
    assert look(pictures(edited)[0]) == ("PNG", 300, 200)


def test_what_is_wrong_reaches_the_model(connect):
    async def story(client):
        return [
            await client.call_tool("generate", {"prompt": "x", "size": "0x0"}),
            await client.call_tool("edit", {"instruction": "frobnicate it", "image": base64.b64encode(b"no picture").decode()}),
            await client.call_tool("generate", {"promt": "x"}),
        ]

    size, picture, field = talk(connect, story)
    assert size.is_error and "size" in words(size)
    assert picture.is_error and "image" in words(picture)
    assert field.is_error and "promt" in words(field)


def test_files_are_written_where_they_can_be(binary, url, tmp_path, look):
    local = lambda: StdioServerParameters(command=str(binary), args=["mcp"], cwd=str(tmp_path))

    async def story(client):
        several = await client.call_tool("generate", {**CARD, "count": 2, "save_to": "card.png"})
        edited = await client.call_tool("edit", {"instruction": "make the background navy", "image": "card-1.png", "save_to": "navy.webp", "format": "webp"})
        return several, edited

    several, edited = talk(local, story)
    assert pictures(several) == [] and "card-2.png" in words(several)
    assert not edited.is_error, words(edited)
    assert look((tmp_path / "card-2.png").read_bytes()) == ("PNG", 300, 200)
    assert look((tmp_path / "navy.webp").read_bytes()) == ("WEBP", 300, 200)
    refused = talk(lambda: f"{url}/mcp", lambda client: client.call_tool("generate", {**CARD, "save_to": "x.png"}))
    assert refused.is_error and "save_to" in words(refused)
