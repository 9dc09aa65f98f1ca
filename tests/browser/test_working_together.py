"""Saved views, comments, assignments, lists and several notices at once in a real browser: by keyboard, without JavaScript, 320 wide."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process


def look(page, name):
    if os.environ.get("HABEAS_LOOK"):
        page.screenshot(path=str(Path(os.environ["HABEAS_LOOK"], f"{name}.png")), full_page=True)
    assert not Axe().run(page).response["violations"]


def test_a_clerk_saves_a_view_comments_and_assigns_without_javascript(site, log_in):
    page = log_in("clerk", java_script_enabled=False)
    page.goto(f"{site.url}/?show=mine&sort=inmate")
    page.locator(".views summary").click()
    page.fill("#view-name", "Mine by name")
    with page.expect_navigation():
        page.locator(".views form button").first.click()
    assert page.locator(".views__list a", has_text="Mine by name").get_attribute("aria-current") == "page"
    page.goto(f"{site.url}/requests/")
    page.locator("main table a").first.click()
    page.fill("#comment-words", "Called the sender at 0300; no answer.")
    with page.expect_navigation():
        page.get_by_role("button", name="Add comment").click()
    assert "Called the sender at 0300; no answer." in page.inner_text("section[aria-labelledby=comments]")
    with page.expect_navigation():
        page.get_by_role("button", name="Take it").click()
    assert "Reyes" in page.inner_text("section[aria-labelledby=hands]")


def test_the_board_a_request_and_the_lists_hold_for_everybody(site, log_in):
    page = log_in("clerk")
    look(page, "board")
    page.goto(f"{site.url}/requests/")
    look(page, "requests")
    page.locator("main table a").first.click()
    page.locator("section[aria-labelledby=hands] summary").click()
    look(page, "request")
    for address in ("lists/requests/print/", "notices/", "print/together/"):
        page.goto(f"{site.url}/{address}")
        look(page, address.strip("/").replace("/", "-"))
    page.set_viewport_size({"width": 320, "height": 700})
    for address in ("", "notices/", "lists/home/print/", "requests/"):
        page.goto(f"{site.url}/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    assert page.said == []


def test_the_notices_of_one_person_are_served_by_keyboard_alone(site, log_in):
    page = log_in("notices")
    page.goto(f"{site.url}/notices/")
    page.get_by_role("link", name="Serve all of these").first.press("Enter")
    page.wait_for_load_state()
    look(page, "serve-together")
    page.locator("[name=confirmed]").first.focus()
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.get_by_role("button", name="Record what is confirmed").press("Enter")
    assert "recorded." in page.inner_text("main")


def test_a_printed_list_has_a_line_each_and_numbered_pages(site, log_in, tmp_path):
    import pypdf

    page = log_in("clerk")
    page.goto(f"{site.url}/lists/people/print/")
    made = tmp_path / "people.pdf"
    page.pdf(path=str(made), prefer_css_page_size=True)
    if os.environ.get("HABEAS_LOOK"):
        Path(os.environ["HABEAS_LOOK"], "people.pdf").write_bytes(made.read_bytes())
    pages = pypdf.PdfReader(str(made)).pages
    assert f"2 of {len(pages)}" in pages[1].extract_text()
    assert "Inmate" in pages[1].extract_text(), "the head of the table is on each page"
