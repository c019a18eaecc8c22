"""The console in a real browser: Debian's Chromium, driven by Playwright."""

import html.parser

import pytest
import requests
from playwright.sync_api import expect

from server import Server


def is_fault(message):
    # The browser logs every refused request; that is no fault of the page.
    return message.type == "error" and "Failed to load resource" not in message.text


@pytest.fixture
def page(browser, url):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if is_fault(message) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(url)
    yield page
    page.close()
    assert not complaints, complaints


def test_a_prompt_becomes_pictures_with_plan_scene_and_code(page):
    page.get_by_label("Prompt", exact=True).fill('poster "Harvest Fair" with a pumpkin')
    page.get_by_role("button", name="Draw").click()
    picture = page.locator("#stage img")
    expect(picture).to_be_visible()
    assert picture.evaluate("(img) => img.decode().then(() => img.naturalWidth)") == 1024
    expect(page.locator("#variants button")).to_have_count(4)
    expect(page.locator("#panel-plan li").first).to_be_visible()
    page.get_by_role("tab", name="Scene").click()
    expect(page.locator("#panel-scene")).to_contain_text("Harvest Fair")
    page.get_by_role("tab", name="Code").click()
    expect(page.locator("#panel-code pre")).to_contain_text("curl")
    page.locator("#panel-code select").select_option("Gemini · Python")
    expect(page.locator("#panel-code pre")).to_contain_text("generate_content")


def test_shape_and_pixels_are_obeyed(page):
    page.get_by_label("Prompt", exact=True).fill("a red apple")
    page.get_by_label("Exact pixels").fill("640x360")
    page.locator("#count").select_option("1")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Draw").click()
    picture = page.locator("#stage img")
    expect(picture).to_be_visible()
    assert picture.evaluate("(img) => img.decode().then(() => [img.naturalWidth, img.naturalHeight])") == [640, 360]


def test_an_error_is_said_in_words(page):
    page.get_by_label("Prompt", exact=True).fill("a red apple")
    page.get_by_label("Exact pixels").fill("9x9")
    page.get_by_role("button", name="Draw").click()
    expect(page.locator("#status")).to_contain_text("9x9")


def test_the_page_fits_a_phone(browser, url):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(url)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("button", name="Draw", exact=True).first).to_be_visible()
    page.close()


@pytest.fixture
def talk(page, url):
    """The page on an empty conversation."""
    page.goto(url + "#edit")
    expect(page.get_by_role("heading", name="Start with a picture or with words")).to_be_visible()
    return page


def say(page, words, turns):
    page.get_by_label("Instruction", exact=True).fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#turns .turn")).to_have_count(turns)
    expect(page.locator("#send")).to_be_enabled()


def shown(page):
    """The pixel in the middle of the picture, and a corner's alpha."""
    return page.locator("#after").evaluate(
        """async (img) => {
            await img.decode();
            const paper = new OffscreenCanvas(img.naturalWidth, img.naturalHeight).getContext("2d");
            paper.drawImage(img, 0, 0);
            const at = (x, y) => [...paper.getImageData(x, y, 1, 1).data];
            return [at(img.naturalWidth >> 1, img.naturalHeight >> 1), at(4, 4)[3]];
        }"""
    )


def test_a_conversation_changes_branches_and_goes_back(talk):
    say(talk, "product photo of a red t-shirt on a white background", 1)
    (red, _, _, _), corner = shown(talk)
    assert red > 150 and corner == 255
    say(talk, "remove the background", 2)
    assert shown(talk)[1] == 0
    say(talk, "change the shirt color to navy", 3)
    (red, _, blue, _), _ = shown(talk)
    assert blue > red
    # Back by hand, forward again, back by the keyboard, and on from there: a branch.
    talk.get_by_role("button", name="Undo").click()
    expect(talk.locator("#turns [aria-current]")).to_contain_text("remove the background")
    talk.get_by_role("button", name="Redo").click()
    expect(talk.locator("#turns [aria-current]")).to_contain_text("navy")
    talk.locator("#mask").focus()
    talk.keyboard.press("Control+z")
    expect(talk.locator("#turns [aria-current]")).to_contain_text("remove the background")
    say(talk, "change the shirt color to orange", 4)
    expect(talk.locator("#turns")).to_contain_text("Branch")
    # The address brings it back.
    talk.reload()
    expect(talk.locator("#turns .turn")).to_have_count(4)
    expect(talk.locator("#turns [aria-current]")).to_contain_text("orange")


def test_a_mark_bounds_the_change_and_the_slider_shows_it(talk):
    say(talk, "product photo of a red t-shirt on a white background", 1)
    before = shown(talk)
    talk.get_by_role("button", name="Box").click()
    # By the keyboard alone: the box appears in the middle.
    talk.keyboard.press("ArrowLeft")
    expect(talk.get_by_role("button", name="Clear")).to_be_enabled()
    say(talk, "make it blue", 2)
    after = shown(talk)
    assert after[0][2] > after[0][0] and after[1] == before[1]
    expect(talk.locator("#turns")).to_contain_text("inside your mark")
    expect(talk.get_by_role("button", name="Clear")).to_be_disabled()
    talk.get_by_role("button", name="Compare").click()
    slider = talk.get_by_label("Share of the picture before")
    slider.focus()
    talk.keyboard.press("End")
    assert "0%" in talk.locator("#before").evaluate("(img) => img.style.clipPath")


def test_the_brush_marks_and_the_eraser_takes_away(talk):
    say(talk, "a red apple", 1)
    clear = talk.get_by_role("button", name="Clear")
    for tool, marked in [("Brush", True), ("Erase", False)]:
        talk.get_by_role("button", name=tool).click()
        talk.get_by_label("Brush size").fill("60" if tool == "Brush" else "200")
        bounds = talk.locator("#mask").bounding_box()
        x, y = bounds["x"] + bounds["width"] / 2, bounds["y"] + bounds["height"] / 2
        talk.mouse.move(x, y)
        talk.mouse.down()
        talk.mouse.move(x + 30, y, steps=4)
        talk.mouse.up()
        expect(clear).to_be_enabled() if marked else expect(clear).to_be_disabled()


def test_a_picture_is_opened_and_a_refusal_helps(talk, tmp_path):
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (400, 300), "white")
    for left, fill in [(20, "#c81e1e"), (160, "#1e8c46"), (290, "#d8a010")]:
        ImageDraw.Draw(picture).ellipse((left, 90, left + 90, 180), fill=fill)
    path = tmp_path / "balls.png"
    picture.save(path)
    with talk.expect_file_chooser() as chooser:
        talk.get_by_role("button", name="Open a picture").click()
    chooser.value.set_files(path)
    expect(talk.locator("#turns .turn")).to_have_count(1)
    talk.get_by_label("Instruction", exact=True).fill("make the bicycle blue")
    talk.keyboard.press("Enter")
    problem = talk.get_by_role("alert")
    expect(problem).to_contain_text("bicycle")
    expect(talk.get_by_label("Instruction", exact=True)).to_have_value("make the bicycle blue")
    problem.get_by_role("button", name="Mark the place").click()
    expect(talk.get_by_role("button", name="Brush")).to_have_attribute("aria-pressed", "true")


def test_a_drawn_picture_goes_over_to_editing(page):
    page.get_by_label("Prompt", exact=True).fill("a red apple")
    page.get_by_role("button", name="Draw").click()
    page.locator("#stage").get_by_role("button", name="Edit").click()
    expect(page.locator("#turns .turn")).to_have_count(1)
    say(page, "make the apple green", 2)
    (red, green, _, _), _ = shown(page)
    assert green > red


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_the_conversation_fits(browser, url, width):
    page = browser.new_page(viewport={"width": width, "height": 780})
    page.goto(url + "#edit")
    say(page, "a red apple", 1)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("button", name="New conversation")).to_be_visible()
    page.close()


VIEW = "#view-embed"


@pytest.fixture
def embed(page, url):
    """The page where addresses are signed."""
    page.goto(url + "#embed")
    expect(page.get_by_role("heading", name="A picture by its address")).to_be_visible()
    return page


def blocks(page):
    """What can be copied, by its name."""
    expect(page.locator("#embed-status")).to_contain_text("Signed")
    sections = page.locator("#embed-tags section").all()
    return {one.locator("h2").inner_text(): one.locator("pre").inner_text() for one in sections}


def elements(text):
    """The attributes of each element, as a browser reads them."""
    found = []
    parser = html.parser.HTMLParser()
    parser.handle_starttag = lambda _, attributes: found.append(dict(attributes))
    parser.feed(text)
    return found


def test_a_picture_gets_an_address(embed, look):
    embed.locator(VIEW).get_by_label("What it shows").fill('social card, title "Say <hi> & go", deep green')
    embed.locator(VIEW).get_by_text("Square", exact=True).click()
    embed.get_by_role("button", name="Sign the address").click()
    tags = blocks(embed)
    reply = requests.get(tags["Address"])
    assert look(reply.content) == ("PNG", 1080, 1080) and reply.headers["cache-control"].startswith("public")
    shown = embed.locator("#embed-stage img").evaluate("(img) => img.decode().then(() => img.naturalWidth)")
    assert shown == 1080
    # Pasted into a page, the tags mean what they say.
    [image] = elements(tags["In a page or an e-mail"])
    assert image["src"] == tags["Address"] and image["width"] == "1080"
    assert image["alt"] == "social card, title Say <hi> & go, deep green"
    card = {one.get("property"): one["content"] for one in elements(tags["As a social card"])}
    assert card["og:image"] == tags["Address"] and card["og:image:width"] == "1080"
    # An address that was changed is none.
    assert requests.get(tags["Address"].replace("green", "black")).status_code == 403
    assert requests.get(tags["Address"].replace("1080x1080", "4000x4000")).status_code == 403


def test_an_address_that_ends_and_one_that_cannot_be(embed):
    embed.locator(VIEW).get_by_label("Ends").select_option("in a day")
    embed.get_by_role("button", name="Sign the address").click()
    assert "expires=" in blocks(embed)["Address"]
    embed.locator(VIEW).get_by_label("Pixels").fill("9x9")
    embed.get_by_role("button", name="Sign the address").click()
    expect(embed.locator("#embed-status")).to_contain_text("9x9")
    expect(embed.locator("#embed-status")).to_have_class("status bad")


def test_a_template_is_filled_in(browser, binary, tmp_path):
    settings = tmp_path / "settings.toml"
    settings.write_text("""[templates.og-card]\nprompt = 'a social card, title "{title}", by "{author}"'\n""")
    with Server(binary, tmp_path / "data", arguments=["--config", str(settings)]) as server:
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto(server.url + "#embed")
        page.locator(VIEW).get_by_label("Template").select_option("og-card")
        expect(page.locator(VIEW).get_by_label("What it shows")).to_be_hidden()
        page.locator(VIEW).get_by_label("author").fill("Ada")
        page.locator(VIEW).get_by_label("title", exact=True).fill('Release "2.0"')
        page.get_by_role("button", name="Sign the address").click()
        tags = blocks(page)
        assert "/og-card.png?author=Ada&" in tags["Address"] and "Ada, Release &quot;2.0&quot;" in tags["As a social card"]
        assert requests.get(tags["Address"]).headers["content-type"] == "image/png"
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        page.close()
