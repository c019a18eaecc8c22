"""The console in a real browser: Debian's Chromium, driven by Playwright."""

import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium")
    assert chromium, "chromium is missing; scripts/setup.sh installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield browser
        browser.close()


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
    page.get_by_label("Pictures").select_option("1")
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
    expect(page.get_by_role("button", name="Draw")).to_be_visible()
    page.close()
