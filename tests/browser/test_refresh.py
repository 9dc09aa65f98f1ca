"""A page that is left open shows what others do: without taking focus, typed text, scroll or what is open; paused while one types."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process
LOOK = "window.dispatchEvent(new Event('habeas:look'))"


def open_request(page, site):
    page.goto(f"{site.url}/requests/")
    number = re.search(r"R-\d{4}-\d+", page.locator("main table a").first.get_attribute("href"))[0]
    page.goto(f"{site.url}/requests/{number}/")
    return number


def comment_of_another(log_in, site, number, words):
    other = log_in("clerk2")
    other.goto(f"{site.url}/requests/{number}/")
    other.fill("#comment-words", words)
    with other.expect_navigation():
        other.get_by_role("button", name="Add comment").click()


def refreshed(page):
    with page.expect_response(lambda answer: answer.request.headers.get("x-refresh") == "1") as got:
        page.evaluate(LOOK)
    return got.value.status


def test_what_another_does_appears_and_focus_scroll_and_open_parts_stay(site, log_in):
    page = log_in("clerk")
    number = open_request(page, site)
    refreshed(page)
    page.wait_for_function("document.querySelector('.refresh [role=status]').textContent === 'Refreshed.'")
    assert refreshed(page) == 304
    page.locator("section[aria-labelledby=hands] summary").click()
    page.locator("section[aria-labelledby=hands] summary").focus()
    before = page.evaluate("window.scrollY")
    assert before > 0
    comment_of_another(log_in, site, number, "Seen by the second clerk.")
    assert refreshed(page) == 200
    page.wait_for_selector("text=Seen by the second clerk.")
    assert page.evaluate("document.activeElement.textContent").startswith("Assign, forward")
    assert page.evaluate("window.scrollY") == before
    assert page.locator("section[aria-labelledby=hands] details").get_attribute("open") is not None
    assert not Axe().run(page).response["violations"]
    assert page.said == []


def test_it_waits_while_somebody_types_and_nothing_typed_is_lost(site, log_in):
    page = log_in("clerk")
    number = open_request(page, site)
    refreshed(page)
    page.fill("#comment-words", "Half a sentence")
    page.locator("h1").click()  # the focus is gone, the words stay
    comment_of_another(log_in, site, number, "Another comment meanwhile.")
    asked = len(page.asked)
    page.evaluate(LOOK)
    page.wait_for_timeout(700)
    assert len(page.asked) == asked
    assert page.input_value("#comment-words") == "Half a sentence"
    page.fill("#comment-words", "")
    page.locator("h1").click()
    assert refreshed(page) == 200
    page.wait_for_selector("text=Another comment meanwhile.")


def test_something_new_that_is_due_sounds_for_whoever_chose_it_and_for_nobody_else(site, log_in):
    page = log_in("clerk")
    page.goto(f"{site.url}/me/")
    with page.expect_navigation():
        page.locator("form[action$='/me/sound/'] button").click()
    other = log_in("clerk2")
    for given in (page, other):
        given.goto(f"{site.url}/")
        given.evaluate("window.dispatchEvent(new Event('habeas:forget'))")
        refreshed(given)
    page.wait_for_function("Number(document.body.dataset.sounded || 0) >= 1")
    other.wait_for_timeout(500)
    assert other.evaluate("document.body.dataset.sounded || ''") == ""
    page.goto(f"{site.url}/me/")
    with page.expect_navigation():
        page.locator("form[action$='/me/sound/'] button").click()
