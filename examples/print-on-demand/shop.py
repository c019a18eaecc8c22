"""A print-on-demand shop: an order with a prompt becomes artwork for the press, a PNG of 3840 pixels and a PDF with real text."""

import base64
import contextlib
import logging
import os
import pathlib
import queue
import random
import sqlite3
import threading
import uuid
from decimal import Decimal

import fastapi
import openai
import uvicorn
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field

FOLDER = pathlib.Path(os.environ.get("SHOP_FOLDER", "shop-data"))
AGAIN_SECONDS = 5

# Title, pixels (the long side is always 3840) and price of one.
PRODUCTS = {
    "poster-a3": ("Poster, A3", "2716x3840", Decimal("14.90")),
    "card-a6": ("Card, A6", "3840x2716", Decimal("2.40")),
    "banner": ("Banner, 16:9", "3840x2160", Decimal("39.00")),
    "sticker": ("Sticker, square", "3840x3840", Decimal("1.20")),
}
# From this many on, this share is taken off.
DISCOUNTS = [(100, Decimal("0.30")), (25, Decimal("0.15")), (10, Decimal("0.05"))]

images = openai.OpenAI(
    base_url=os.environ.get("PLANTAIN_URL", "http://127.0.0.1:8080") + "/openai/v1",
    api_key=os.environ.get("PLANTAIN_KEY", "any"),
).images
waiting = queue.Queue()


class Order(BaseModel):
    product: str
    prompt: str = Field(min_length=1, max_length=4000)
    quantity: int = Field(1, ge=1, le=10_000)
    seed: int | None = Field(None, ge=0, lt=2**53)


@contextlib.asynccontextmanager
async def life(_):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with store() as rows:
        rows.execute(
            "CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, once TEXT UNIQUE, product TEXT, prompt TEXT,"
            " quantity INTEGER, seed INTEGER, price TEXT, status TEXT, reason TEXT, notes TEXT)"
        )
        # What a stop of the shop left undone is done now.
        for (id,) in rows.execute("SELECT id FROM orders WHERE status IN ('received', 'drawing')").fetchall():
            waiting.put(id)
    threading.Thread(target=draw_orders, daemon=True).start()
    yield
    waiting.put(None)


app = fastapi.FastAPI(title="Print shop", lifespan=life)


@app.get("/products")
def products():
    return [{"id": id, "title": title, "pixels": size, "price": str(price)} for id, (title, size, price) in PRODUCTS.items()]


@app.post("/orders", status_code=202)
def order(order: Order, idempotency_key: str | None = fastapi.Header(None)):
    """Takes an order. With an Idempotency-Key it is taken once, however often it is sent."""
    if order.product not in PRODUCTS:
        raise fastapi.HTTPException(422, f"There is no product {order.product!r}; there are {', '.join(PRODUCTS)}.")
    id = f"order-{uuid.uuid4().hex[:12]}"
    seed = random.getrandbits(53) if order.seed is None else order.seed
    row = (id, idempotency_key, order.product, order.prompt, order.quantity, seed, str(price(order)), "received", None, "")
    with store() as rows:
        taken = rows.execute("INSERT OR IGNORE INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row).rowcount
        if not taken:
            (id,) = rows.execute("SELECT id FROM orders WHERE once = ?", (idempotency_key,)).fetchone()
    if taken:
        waiting.put(id)
    return get(id)


@app.get("/orders/{id}")
def get(id: str):
    """How an order stands: received, drawing, then ready or refused; approved once the customer has seen it."""
    with store() as rows:
        row = rows.execute("SELECT * FROM orders WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise fastapi.HTTPException(404, "There is no such order.")
    shown = {name: row[name] for name in ("id", "status", "product", "prompt", "quantity", "price", "seed")}
    shown["pixels"] = PRODUCTS[row["product"]][1]
    if row["status"] in ("ready", "approved"):
        shown["artwork"] = {format: f"/orders/{id}/artwork.{format}" for format in ("png", "pdf")}
    return shown | {name: row[name] for name in ("reason", "notes") if row[name]}


@app.get("/orders/{id}/artwork.{format}")
def artwork(id: str, format: str):
    if format not in get(id).get("artwork", {}):
        raise fastapi.HTTPException(404, "There is no such artwork, or not yet.")
    return FileResponse(FOLDER / f"{id}.{format}", media_type={"png": "image/png", "pdf": "application/pdf"}[format])


@app.post("/orders/{id}/approve")
def approve(id: str):
    """The customer has seen the artwork; it may be printed."""
    with store() as rows:
        changed = rows.execute("UPDATE orders SET status = 'approved' WHERE id = ? AND status = 'ready'", (id,)).rowcount
    now = get(id)
    if not changed and now["status"] != "approved":
        raise fastapi.HTTPException(409, f"The order is {now['status']}; only one that is ready can be approved.")
    return now


def price(order):
    off = next((share for least, share in DISCOUNTS if order.quantity >= least), Decimal(0))
    whole = PRODUCTS[order.product][2] * order.quantity
    return (whole * (1 - off)).quantize(Decimal("0.01"))


def draw_orders():
    """Draws what is waiting, one order after the other."""
    while id := waiting.get():
        try:
            settle(id, "ready", notes=draw(id))
        except openai.APIStatusError as error:
            # What no retry can mend is told to the customer: a text that does not fit, a rule of the shop's policy.
            if error.status_code < 500 and error.status_code != 429:
                settle(id, "refused", reason=error.body["message"] if isinstance(error.body, dict) else str(error))
            else:
                later(id)
        except Exception:
            # The picture server is away, the disk is full: not the customer's fault, and not the end of the shop.
            logging.exception("%s could not be drawn; it is tried again", id)
            later(id)


def later(id):
    threading.Timer(AGAIN_SECONDS, waiting.put, [id]).start()


def draw(id):
    """Stores the artwork of an order, and returns what there is to say about it."""
    settle(id, "drawing")
    order = get(id)
    for format in ("png", "pdf"):
        reply = images.with_raw_response.generate(
            model="gpt-image-1",
            prompt=order["prompt"],
            size=order["pixels"],
            output_format=format,
            # The same seed: both files are the same design.
            extra_body={"seed": order["seed"]},
        )
        file = FOLDER / f"{id}.{format}"
        part = file.with_suffix(".part")
        part.write_bytes(base64.b64decode(reply.parse().data[0].b64_json))
        part.replace(file)
    return reply.headers.get("x-plantain-notes", "")


def settle(id, status, reason=None, notes=""):
    with store() as rows:
        rows.execute("UPDATE orders SET status = ?, reason = ?, notes = ? WHERE id = ?", (status, reason, notes, id))


@contextlib.contextmanager
def store():
    rows = sqlite3.connect(FOLDER / "orders.db")
    rows.row_factory = sqlite3.Row
    try:
        with rows:
            yield rows
    finally:
        rows.close()


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))
