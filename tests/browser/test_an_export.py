"""A jail's own export is described in a real browser without JavaScript; each page holds for everybody; a second person vouches."""

import os
import re
from pathlib import Path

import pytest

from tests.browser.test_every_page import look_at
from tests.desk import samples

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process
STEPS = ("shape", "columns", "codes", "read")


def shot(page, name):
    """A picture of the page, where somebody wants to look at it."""
    folder = os.environ.get("HABEAS_PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


def press(page, words):
    """Press a button; the next page follows, and no sentence refuses."""
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()
    refused = page.locator(".usa-alert--error")
    assert not refused.count(), refused.first.inner_text()


def test_an_export_is_described_and_vouched_for_with_javascript_off(site, log_in, tmp_path):
    path = tmp_path / "jail.csv"
    path.write_bytes(samples.export())
    page = log_in("clerk", java_script_enabled=False)
    page.goto(f"{site.url}/rosters/profiles/")
    page.fill("#title", "Alder export")
    page.set_input_files("#file", str(path))
    press(page, "Read the sample")
    at = re.sub(r"/shape/$", "", page.url)
    page.check("input[name=header][value='2']")
    press(page, "Save and continue to columns")
    page.select_option("#meaning-6", "leave out")
    press(page, "Save and continue to codes")
    page.select_option("[aria-label='ZZ means']", "")
    press(page, "Save and read the sample")
    for place in range(10):
        page.locator(f"label[for=right-{place}]").click()
    press(page, "Save the comparison")
    look = log_in("clerk")
    faults = []
    for step in STEPS:
        look.goto(f"{at}/{step}/")
        shot(look, step)
        faults += look_at(look, step, site)
    press(page, "Submit for approval")
    assert "Awaiting second review" in page.content()
    second = log_in("commander")
    second.goto(f"{at}/vouch/")
    shot(second, "vouch")
    faults += look_at(second, "vouch", site)
    press(second, "Approve")
    faults += look_at(second, "profile", site)
    page.goto(f"{site.url}/rosters/")
    page.select_option("#profile", "alder_export.1")
    page.goto(f"{site.url}/rosters/profiles/")
    look.goto(f"{site.url}/rosters/profiles/")
    shot(look, "index")
    faults += look_at(look, "profiles", site)
    assert not faults, "\n".join(faults)
