"""A detainer with nothing odd, by the keyboard alone (keys and seconds are counted), and again with JavaScript switched off."""

import os
import re
import time
from pathlib import Path

import pytest

from tests.browser import stories
from tests.browser.test_walk import _rows
from tests.desk import stage

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process
MOST_KEYS = 260
FOCUSED = """(() => {
  const at = document.activeElement;
  if (!at || !["A", "BUTTON", "INPUT", "SELECT", "SUMMARY"].includes(at.tagName)) return "";
  return (at.innerText || "") + " " + (at.labels && at.labels[0] ? at.labels[0].innerText : "");
})()"""
"""The words on what has the focus."""


class Hands:
    """Two hands on a keyboard: every key is counted."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, key):
        """Press one key."""
        self.page.keyboard.press(key)
        self.keys += 1

    def type(self, text):
        """Type a text."""
        self.page.keyboard.type(text)
        self.keys += len(text)

    def reach(self, words):
        """Tab until what has the focus is called so."""
        for _ in range(150):
            said = self.page.evaluate(FOCUSED)
            if re.search(words, said):
                return
            self.press("Tab")
        raise AssertionError(f"{words} cannot be reached by the Tab key")

    def enter(self, words):
        """Go to a button or link and press it; the next page follows."""
        self.reach(words)
        with self.page.expect_navigation():
            self.press("Enter")


@pytest.fixture(scope="module")
def more_people(site):
    """People whom neither a request of the demonstration nor the walk names."""
    return stage.run({"data": site.data, "url": ""}, _rows, 20, 4)


def test_a_detainer_with_nothing_odd_by_the_keyboard_alone(site, log_in, more_people, tmp_path):
    page = log_in("clerk")
    hands, begun = Hands(page), time.monotonic()
    with page.expect_navigation():
        hands.press("n")
    path = tmp_path / "paper.pdf"
    path.write_bytes(stories.specimen("i247a", stories.person_of(more_people[0])))
    page.set_input_files("#file", str(path))
    hands.keys += 12  # the system's own file dialog: open, the first letters, Enter
    hands.enter("Submit")
    number = re.search(r"R-\d{4}-\d+", page.url)[0]
    for _ in range(60):
        if page.locator("#kind").count() and page.input_value("#kind"):
            break
        page.wait_for_timeout(500)  # the page looks again by itself
    hands.enter("Create request")
    hands.enter("Confirm all and continue")
    for _ in range(page.locator(".again fieldset").count()):  # no identifier and no blank is confirmed unseen
        hands.reach("It says:|Not on the document")
        hands.press("Space")
        hands.press("Tab")
    hands.enter("Confirm all and continue")
    hands.enter("Confirm identity")
    hands.enter("Generate response")
    hands.enter("Generate response")
    page.goto(f"{site.url}/requests/{number}/")
    assert "Ready to send" in page.inner_text("main")
    seconds = time.monotonic() - begun
    assert hands.keys < MOST_KEYS, f"{hands.keys} keys"
    if os.environ.get("HABEAS_WALK"):
        told = f"A detainer with nothing odd, by the keyboard alone: {hands.keys} keys, {seconds:.0f} seconds of machine and keys.\n"
        Path(os.environ["HABEAS_WALK"], "keyboard.txt").write_text(told, encoding="utf-8")


def test_the_same_with_javascript_switched_off(site, log_in, more_people, tmp_path):
    page = log_in("clerk", java_script_enabled=False)
    number = stories.take_in(page, site, tmp_path, "i247a", more_people[1])
    stories.read_and_choose(page, site, number)
    stories.go(page, "Confirm identity")
    stories.determine(page, site, number)
    stories.go(page, "Generate response")
    stories.send(page, site, number)
    page.goto(f"{site.url}/requests/{number}/")
    assert "Response sent" in page.inner_text("main")
