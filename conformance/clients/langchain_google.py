"""Drives LangChain's Google client."""

import base64

from langchain_core.messages import HumanMessage
from langchain_google_genai import ChatGoogleGenerativeAI, Modality

from judge import URL, judge, operation

POSTER = 'A poster titled "Hello"'


def model():
    return ChatGoogleGenerativeAI(
        model="gemini-3.1-flash-image-preview",
        google_api_key="any key",
        base_url=URL,
        response_modalities=[Modality.TEXT, Modality.IMAGE],
        max_retries=1,
    )


def picture(reply):
    parts = reply.content if isinstance(reply.content, list) else []
    urls = [part["image_url"]["url"] for part in parts if isinstance(part, dict) and part.get("type") == "image_url"]
    data = base64.b64decode(urls[0].split(",")[1])
    assert data.startswith(b"\x89PNG")
    return data


@operation("generate")
def generate():
    picture(model().invoke(POSTER))


@operation("edit")
def edit():
    first = picture(model().invoke(POSTER))
    url = "data:image/png;base64," + base64.b64encode(first).decode()
    content = [{"type": "text", "text": "make it black and white"}, {"type": "image_url", "image_url": {"url": url}}]
    assert picture(model().invoke([HumanMessage(content=content)])) != first


judge()
