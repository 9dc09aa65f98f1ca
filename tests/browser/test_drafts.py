"""A long form that was left is offered back, in a real browser: nothing of it lies in the browser, and it is gone once submitted."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process


def test_what_was_typed_and_left_is_put_back_by_one_press(log_in, site):
    page = log_in("clerk")
    page.goto(f"{site.url}/disputes/new/")
    with page.expect_response("**/drafts/save/"):
        page.fill("#words", "She says her brother has the same name.")
    page.goto(f"{site.url}/disputes/new/")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.input_value("#words") == ""
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    page.get_by_role("button", name="Put it back").click()
    assert page.input_value("#words") == "She says her brother has the same name."
    page.goto(f"{site.url}/disputes/new/")
    with page.expect_navigation():
        page.get_by_role("button", name="Discard it").click()
    page.goto(f"{site.url}/disputes/new/")
    assert not page.locator("[data-draft-kept]").count()
    assert not page.said, page.said
