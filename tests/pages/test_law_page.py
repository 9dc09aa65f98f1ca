"""The rule page in a real Chromium: readable by everyone, and counsel finds 7282.5(a)(3)(G) with one click."""

import shutil
from datetime import date

import pytest

from habeas.law.pages.pages import place_page
from habeas.law.pages.printing import page_html

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser, tmp_path, request):
    path = tmp_path / "law.html"
    path.write_text(page_html(place_page(request.param, date(2026, 11, 24))), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    asked = []
    opened.on("request", lambda found: asked.append(found.url))
    opened.goto(path.as_uri())
    opened.asked = asked
    yield opened
    opened.close()


@pytest.mark.parametrize("page", ["us-ca-los-angeles", "us-nj", "us-ca-orange"], indirect=True)
def test_axe_finds_nothing_and_nothing_is_loaded_from_elsewhere(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert all(url.startswith("file:") for url in page.asked)


@pytest.mark.parametrize("page", ["us-ca"], indirect=True)
def test_counsel_finds_letter_g_with_one_click(page):
    link = page.locator('nav a[href="#listed_7282_5_a3-G"]')
    assert link.is_visible()
    assert link.bounding_box()["y"] < 900, "in sight without scrolling"
    link.click()
    row = page.locator("#listed_7282_5_a3-G")
    assert row.evaluate(
        "row => { const box = row.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    )
    assert "driving under the influence" in row.inner_text()


@pytest.mark.parametrize("page", ["us-ca"], indirect=True)
def test_the_page_holds_together_on_a_narrow_screen(page):
    page.set_viewport_size({"width": 380, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
