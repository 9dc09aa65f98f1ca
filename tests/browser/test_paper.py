"""The paper beside the work in a real browser: turned to the field in focus, zoomed, rotated by keyboard, folded where narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import stories
from tests.desk import stage

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process
IN_FRAME = """() => {
    const box = document.querySelector(".paper-box--here"), frame = document.querySelector("[data-paper-pages]");
    if (!box) return false;
    const at = box.getBoundingClientRect(), all = frame.getBoundingClientRect();
    return at.top >= all.top - 1 && at.bottom <= all.bottom + 1 && at.left >= all.left - 1 && at.right <= all.right + 1;
}"""

SHAPE = """() => {
    const at = document.querySelector(".paper-page img").getBoundingClientRect();
    return at.width / at.height;
}"""
ABOVE = """() => {
    const top = each => document.querySelector(each).getBoundingClientRect().top;
    return top(".paper") < top(".reading__work");
}"""


def _rows():
    from habeas.desk.models import Person

    free = Person.objects.filter(requests=None, date_of_birth__isnull=False, in_custody=True).exclude(
        family_name="HARD"
    )
    return [
        {
            "family_name": each.family_name,
            "given_name": each.given_name,
            "sex": "M",
            "date_of_birth": f"{each.date_of_birth}",
        }
        for each in free.order_by("-person_id")[:9]
    ]


@pytest.fixture(scope="module")
def rows(site):
    return stage.run({"data": site.data, "url": ""}, _rows)


@pytest.fixture
def row(rows):
    """Somebody whom no other test names: the same paper again would be asked about."""
    return rows.pop()


def classified(page, site, tmp_path, row):
    number = stories.take_in(page, site, tmp_path, "i247a", row)
    stories.go(page, "Create request")
    page.goto(f"{site.url}/requests/{number}/read/")
    return number


def test_the_paper_turns_to_the_field_in_focus_zooms_and_rotates_by_keyboard(log_in, site, tmp_path, row):
    page = log_in("clerk")
    classified(page, site, tmp_path, row)
    first, last = (
        page.locator(".field[data-box] input.usa-input").first,
        page.locator(".paper-box").last.get_attribute("data-for"),
    )
    page.locator(f".field[data-box='{last}']").locator("input, select, textarea").first.focus()
    assert page.evaluate(IN_FRAME), "the paper does not show the box of the field in focus"
    frame = page.locator("[data-paper-pages]")
    frame.focus()
    width = page.evaluate("document.querySelector('.paper-page').getBoundingClientRect().width")
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert page.evaluate("document.querySelector('.paper-page').getBoundingClientRect().width") > width * 1.4
    page.locator(f".field[data-box='{last}']").locator("input, select, textarea").first.focus()
    assert page.evaluate(IN_FRAME), "a zoomed paper does not show the box of the field in focus"
    frame.focus()
    page.keyboard.press("-")
    page.keyboard.press("-")
    upright = page.evaluate(SHAPE)
    page.keyboard.press("r")
    lying = page.evaluate(SHAPE)
    assert upright < 1 < lying
    for _ in range(3):
        page.keyboard.press("r")
        page.locator(f".field[data-box='{last}']").locator("input, select, textarea").first.focus()
        assert page.evaluate(IN_FRAME), "a rotated paper does not show the box of the field in focus"
        frame.focus()
    assert first.count()
    assert not page.said, page.said


def test_the_paper_folds_above_the_work_where_the_window_is_narrow(log_in, site, tmp_path, row):
    page = log_in("clerk")
    number = classified(page, site, tmp_path, row)
    for step in ("intake", "read", "who"):
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(f"{site.url}/requests/{number}/{step}/")
        assert not page.locator("details.paper").first.evaluate("each => each.open"), step
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), step
        assert page.evaluate(ABOVE), step
        page.locator("details.paper > summary").click()
        assert page.locator(".paper-page").first.is_visible(), step
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), step
        page.set_viewport_size({"width": 1280, "height": 900})


def test_without_scripts_the_paper_stands_open_and_its_links_jump_to_the_box(log_in, site, tmp_path, row):
    number = classified(log_in("clerk"), site, tmp_path, row)
    page = log_in("clerk", java_script_enabled=False)
    page.goto(f"{site.url}/requests/{number}/intake/")
    assert page.locator(".paper-page").first.is_visible()
    assert not page.locator("[data-paper-bar]").is_visible()
    page.locator(".paper__fields summary").click()
    page.locator("a[data-box]").last.click()
    assert page.url.endswith("#box-" + page.locator("a[data-box]").last.get_attribute("data-box"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_asked_again_holds_for_everybody(log_in, site, tmp_path, row, scheme):
    page = log_in("clerk")
    classified(page, site, tmp_path, row)
    page.emulate_media(color_scheme=scheme)
    stories.go(page, "Confirm all and continue")
    assert page.locator(".again fieldset").count() >= 3
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    page.set_viewport_size({"width": 1280, "height": 900})
    stories.one_by_one(page)
    stories.go(page, "Confirm all and continue")
    assert "/who/" in page.url
