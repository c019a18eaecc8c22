"""LlamaIndex: its model for the Responses API with the built-in image tool."""

from judge import *
from llama_index.core.llms import ChatMessage, ImageBlock
from llama_index.llms.openai import OpenAIResponses

TOOL = {"type": "image_generation", "size": "512x512"}


def model(**more):
    return OpenAIResponses(
        model="gpt-4.1", api_base=URL + "/v1", api_key="any", built_in_tools=[TOOL], max_retries=0, **more
    )


def pictures(message):
    return [is_png(block.resolve_image().read()) for block in message.blocks if isinstance(block, ImageBlock)]


@operation("responses")
def responses():
    assert pictures(model().chat([ChatMessage(role="user", content=POSTER)]).message)


@operation("responses, several turns")
def turns():
    llm = model(track_previous_responses=True)
    llm.chat([ChatMessage(role="user", content=POSTER)])
    reply = llm.chat([ChatMessage(role="user", content='change "HELLO" to "GOODBYE"')])
    assert pictures(reply.message) and "GOODBYE" in str(reply.message.content), reply.message.content


@operation("responses, stream")
def stream():
    last = None
    for last in model().stream_chat([ChatMessage(role="user", content=POSTER)]):
        pass
    assert pictures(last.message)


judge()
