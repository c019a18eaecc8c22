"""`examples/next-editor`: built as its README says, and used by hand in a real browser."""

import io
import os
import pathlib
import shutil
import subprocess
import uuid

import pytest
import requests
from PIL import Image, ImageChops
from playwright.sync_api import expect

import environments
from program import Program

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "next-editor"
BUILT = {"node_modules", ".next", "next-env.d.ts"}


def built():
    """Builds the example beside the other clients, where the tree stays clean; packages are installed once."""
    folder = environments.ENVIRONMENTS / "next-editor"
    lock = (EXAMPLE / "package-lock.json").read_text()
    old = folder / "package-lock.json"
    fresh = not (folder / "installed").is_file() or old.read_text() != lock
    keep = set() if fresh else {"node_modules", ".next", "installed"}
    for path in folder.iterdir() if folder.is_dir() else []:
        if path.name not in keep:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(EXAMPLE, folder, ignore=lambda *_: BUILT, dirs_exist_ok=True)
    environment = node_environment()
    if fresh:
        environments.install([*environments.NPM_INSTALL, str(folder)], folder)
    done = subprocess.run(next_command(folder, "build"), cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def next_command(folder, *arguments):
    """What `npm run` does; npm itself would pass no signal on."""
    return [environments.node(), str(folder / "node_modules" / "next" / "dist" / "bin" / "next"), *arguments]


def node_environment(**more):
    node = pathlib.Path(environments.node()).parent
    return dict(os.environ, PATH=f"{node}:{os.environ['PATH']}", NEXT_TELEMETRY_DISABLED="1", **more)


@pytest.fixture(scope="module")
def editor(url):
    folder = built()
    environment = node_environment(PLANTAIN_URL=url)
    command = next_command(folder, "start", "-H", "127.0.0.1", "-p", "0")
    with Program(command, r"Local:\s+(http://\S+)", environment, folder) as running:
        yield running.found[1]


@pytest.fixture
def page(browser, editor):
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(editor)
    yield page
    page.close()
    assert not faults, faults


def say(page, field, words, steps):
    page.get_by_label(field, exact=True).fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Steps").get_by_role("listitem")).to_have_count(steps, timeout=20_000)
    expect(page.locator(".easel")).to_have_attribute("aria-busy", "false")


def shown(page):
    """The picture that is seen."""
    url = page.locator(".frame img").first.get_attribute("src")
    pixels = page.evaluate("async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())]", url)
    return Image.open(io.BytesIO(bytes(pixels))).convert("RGB")


def test_drawn_changed_marked_compared_and_undone(page):
    with page.expect_response(lambda reply: "/api/draw" in reply.url) as drawing:
        say(page, "Prompt", "product photo of a red t-shirt on a white background", 1)
    assert drawing.value.headers["content-type"] == "text/event-stream"
    red = shown(page)
    assert red.size == (1024, 1024)

    with page.expect_response(lambda reply: reply.url.rpartition("/")[2].startswith("task_")) as task:
        say(page, "Instruction", "change the shirt color to navy", 2)
    # The browser keeps nothing of a stream; who asks for an ended task gets its last event.
    events = requests.get(task.value.url)
    assert task.value.headers["content-type"] == events.headers["content-type"] == "text/event-stream"
    assert '"status":"succeeded"' in events.text
    navy = shown(page)
    middle = navy.getpixel((512, 512))
    assert middle[2] > middle[0] and red.getpixel((512, 512))[0] > 150

    # A box over the left half: nothing outside of it changes, and the mark is gone afterwards.
    page.get_by_role("button", name="Box").click()
    bounds = page.locator(".mask").bounding_box()
    page.mouse.move(bounds["x"] + 2, bounds["y"] + 2)
    page.mouse.down()
    page.mouse.move(bounds["x"] + bounds["width"] / 2, bounds["y"] + bounds["height"] - 2, steps=4)
    page.mouse.up()
    say(page, "Instruction", "make it black and white", 3)
    changed = ImageChops.difference(shown(page), navy).getbbox()
    assert changed and changed[2] <= 516
    expect(page.get_by_label("Steps")).to_contain_text("inside a mark")
    expect(page.get_by_role("button", name="Clear")).to_have_count(0)

    page.get_by_role("button", name="Compare").click()
    slider = page.get_by_label("Share of the picture before")
    slider.focus()
    page.keyboard.press("End")
    assert "0%" in page.locator(".frame img").nth(1).evaluate("(img) => img.style.clipPath")

    # Back by hand and by the keyboard, and on from there: a branch.
    page.get_by_role("button", name="Undo").click()
    current = page.locator("[aria-current]")
    expect(current).to_contain_text("navy")
    page.keyboard.press("Control+z")
    expect(current).to_contain_text("product photo")
    page.get_by_role("button", name="Redo").click()
    expect(current).to_contain_text("navy")
    page.get_by_role("button", name="Undo").click()
    say(page, "Instruction", "change the shirt color to green", 4)
    expect(page.get_by_label("Steps")).to_contain_text("from step 1")


def test_the_brush_marks(page):
    say(page, "Prompt", "a red apple", 1)
    before = shown(page)
    page.get_by_role("button", name="Brush").click()
    page.get_by_label("Brush size").fill("120")
    bounds = page.locator(".mask").bounding_box()
    x, y = bounds["x"] + bounds["width"] / 2, bounds["y"] + bounds["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y, steps=3)
    page.mouse.up()
    say(page, "Instruction", "make it black and white", 2)
    after = shown(page)
    assert after.getpixel((4, 4)) == before.getpixel((4, 4))
    assert ImageChops.difference(after, before).getbbox()


def test_a_refusal_helps_and_a_file_is_opened(page, tmp_path):
    picture = Image.new("RGB", (640, 400), "white")
    for left, colour in [(40, "#c81e1e"), (260, "#1e8c46"), (480, "#d8a010")]:
        picture.paste(colour, (left, 120, left + 110, 250))
    picture.save(tmp_path / "blocks.png")
    (tmp_path / "letter.png").write_text("Dear Sir")
    for name in ["letter.png", "blocks.png"]:
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Open").click()
        chooser.value.set_files(tmp_path / name)
        if name == "letter.png":
            expect(page.get_by_role("alert").filter(has_text="letter.png")).to_be_visible()
    expect(page.get_by_label("Steps").get_by_role("listitem")).to_have_count(1)
    page.get_by_label("Instruction", exact=True).fill("make the bicycle blue")
    page.keyboard.press("Enter")
    problem = page.get_by_role("alert").filter(has_text="bicycle")
    expect(problem).to_be_visible()
    expect(page.get_by_label("Instruction", exact=True)).to_have_value("make the bicycle blue")
    problem.get_by_role("button", name="Mark the place").click()
    expect(page.get_by_role("button", name="Brush")).to_have_attribute("aria-pressed", "true")


def test_a_task_is_given_up_and_an_unknown_one_is_told(editor):
    file = io.BytesIO()
    Image.effect_noise((3000, 2000), 80).save(file, "PNG")
    parts = {"image": file.getvalue(), "instruction": (None, "make it warmer"), "once": (None, uuid.uuid4().hex)}
    made = requests.post(f"{editor}/api/edit", files=parts)
    assert made.status_code == 202, made.text
    task = f"{editor}/api/tasks/{made.json()['id']}"
    assert requests.delete(task).status_code == 204
    assert any(f'"status":"{ended}"' in requests.get(task).text for ended in ("cancelled", "succeeded"))
    unknown = requests.get(f"{editor}/api/tasks/task_0")
    assert unknown.status_code == 404 and unknown.json()["message"]
    empty = requests.post(f"{editor}/api/edit", files={"instruction": (None, "make it warmer")})
    assert empty.status_code == 400 and empty.json()["code"]


@pytest.mark.parametrize("width", [390, 1440])
def test_it_fits(browser, editor, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(editor)
    narrow = "() => document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(narrow)
    say(page, "Prompt", "a red apple", 1)
    assert page.evaluate(narrow)
    for name in ["Brush", "Undo", "Compare", "Change"]:
        expect(page.get_by_role("button", name=name)).to_be_in_viewport()
    page.close()
