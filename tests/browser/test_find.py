"""The one search box in a real browser: found as one types, reached by a key, chosen by the arrows; nothing stays in an address."""

import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process


def test_somebody_is_found_as_one_types_and_opened_by_the_arrows(site, log_in):
    page = log_in("clerk")
    name = next(each for each in site.names if each.isascii() and len(each) > 4)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type(name.lower())
    page.wait_for_selector("#find-found a")
    if os.environ.get("HABEAS_LOOK"):
        page.screenshot(path=str(Path(os.environ["HABEAS_LOOK"], "find.png")))
    assert not Axe().run(page).response["violations"]
    assert name.upper() in page.inner_text("#find-found").upper()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert re.search(r"/people/[^/?]+/$", page.url)
    assert not [each for each in page.asked if name.lower() in each.lower()]
    assert page.said == []


def test_an_empty_box_offers_what_was_opened_last_and_escape_closes_it(site, log_in):
    page = log_in("clerk")
    page.goto(f"{site.url}/requests/")
    link = page.locator("main table a").first
    number = re.search(r"R-\d{4}-\d+", link.get_attribute("href"))[0]
    page.goto(f"{site.url}/requests/{number}/")
    page.focus("#find")
    page.wait_for_selector("#find-found a")
    assert number in page.inner_text("#find-found")
    page.keyboard.press("Escape")
    assert not page.locator("#find-found").is_visible()


def test_a_box_that_asks_who_is_filled_with_the_booking_of_the_one_chosen(site, log_in):
    page = log_in("clerk")
    page.goto(f"{site.url}/disputes/new/")
    name = next(each for each in site.names if each.isascii() and len(each) > 4)
    page.fill("#number", name)
    page.wait_for_selector("#number-found a")
    page.locator("#number-found a").first.click()
    assert page.url.endswith("/disputes/new/")
    assert any(letter.isdigit() for letter in page.input_value("#number"))


def test_the_box_is_a_plain_form_without_javascript(site, log_in):
    page = log_in("clerk", java_script_enabled=False)
    page.fill("#find", site.names[0])
    with page.expect_navigation():
        page.locator(".find__go").click()
    assert page.url.endswith("/find/")
    assert site.names[0].upper() in page.inner_text("main").upper()
