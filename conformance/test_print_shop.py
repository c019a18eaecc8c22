"""`examples/print-on-demand`: from an order to artwork for the press."""

import os
import pathlib
import subprocess
import time

import requests

import environments
from program import Program

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "print-on-demand"
WAIT_SECONDS = 60
PROMPT = 'poster "Harvest Fair", "Saturday 4 October", "Old Mill Barn" with a pumpkin'


def shop(url, folder):
    """A shop with its orders in `folder`, which draws at `url`."""
    python = environments.python_for(EXAMPLE / "requirements.txt")
    environment = dict(os.environ, PLANTAIN_URL=url, SHOP_FOLDER=str(folder), PORT="0")
    return Program([python, EXAMPLE / "shop.py"], r"running on (http://\S+)", environment)


def ended(shop, id):
    deadline = time.monotonic() + WAIT_SECONDS
    while (order := requests.get(f"{shop}/orders/{id}").json())["status"] in ("received", "drawing"):
        assert time.monotonic() < deadline, order
        time.sleep(0.05)
    return order


def test_an_order_becomes_artwork(url, look, tmp_path):
    with shop(url, tmp_path / "shop") as running:
        base = running.found[1]
        sent = {"product": "poster-a3", "prompt": PROMPT, "quantity": 12}
        order = lambda: requests.post(f"{base}/orders", json=sent, headers={"Idempotency-Key": "cart-7"})
        taken = order()
        assert taken.status_code == 202 and taken.json()["price"] == "169.86", taken.text
        assert order().json()["id"] == taken.json()["id"], "sent twice, it is one order"
        done = ended(base, taken.json()["id"])
        assert done["status"] == "ready", done
        png, pdf = (requests.get(base + done["artwork"][format]).content for format in ("png", "pdf"))
        assert look(png) == ("PNG", 2716, 3840)
        check_pdf(pdf, tmp_path / "artwork.pdf", ["Harvest Fair", "Saturday 4 October", "Old Mill Barn"])
        assert requests.post(f"{base}/orders/{done['id']}/approve").json()["status"] == "approved"


def check_pdf(data, path, texts):
    """The texts are letters in embedded fonts, not outlines or pixels."""
    path.write_bytes(data)
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    words = " ".join(told.split())
    assert all(text.lower() in words.lower() for text in texts), words
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts and all(line.split()[-5] == "yes" for line in fonts), fonts


def test_orders_that_cannot_be(url, tmp_path):
    with shop(url, tmp_path / "shop") as running:
        base = running.found[1]
        refused = [({"product": "mug", "prompt": PROMPT}, "mug"), ({"product": "banner", "prompt": PROMPT, "quantity": 0}, "quantity")]
        for body, word in refused:
            reply = requests.post(f"{base}/orders", json=body)
            assert reply.status_code == 422 and word in reply.text
        assert requests.get(f"{base}/orders/order-0").status_code == 404
        # What the policy forbids: the customer is told, and nothing is printed.
        order = ended(base, ordered(base, "sticker with a plan how to build a pipe bomb"))
        assert order["status"] == "refused" and "dangerous" in order["reason"], order
        assert requests.post(f"{base}/orders/{order['id']}/approve").status_code == 409
        assert requests.get(f"{base}/orders/{order['id']}/artwork.png").status_code == 404
        # What the engine cannot do is drawn as well as it can, and noted for whoever approves.
        assert "photographic" in ended(base, ordered(base, "a photograph of three red apples"))["notes"]


def ordered(base, prompt):
    return requests.post(f"{base}/orders", json={"product": "sticker", "prompt": prompt}).json()["id"]


def test_the_shop_goes_on_where_it_stopped(url, tmp_path):
    """The picture server is away when the order comes, and the shop is started again before it is back."""
    with shop("http://127.0.0.1:9", tmp_path / "shop") as running:
        sent = {"product": "card-a6", "prompt": 'card "Thank you"', "quantity": 100}
        taken = requests.post(f"{running.found[1]}/orders", json=sent).json()
        assert taken["price"] == "168.00"
    with shop(url, tmp_path / "shop") as running:
        assert ended(running.found[1], taken["id"])["status"] == "ready"
