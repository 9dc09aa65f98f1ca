"""Reports, counts of the record, mail, account and shift pages hold for everybody: axe in both schemes, 320 pixels, text twice as large."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import CHROMIUM
from tests.browser.test_every_page import HINDERED

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process
PAGES = {
    "commander": ["/reports/", "/counts/", "/shifts/", "/me/"],
    "admin": ["/office/mail/", "/reports/"],
    "clerk": ["/counts/", "/shifts/"],
    "inspector": [
        "/record/count/",
        "/record/count/?what=request&from=2024-01-01&to=2026-12-31&by=kind&by=outcome&where=outcome%3Drefused&rows=",
    ],
    "counsel": ["/record/count/?what=notice&from=2024-01-01&to=2026-12-31&begin=received&end=served"],
}


@pytest.fixture(scope="module")
def as_one(chromium, site):
    """A page of each account, logged in once for the module."""
    open_pages = {}

    def enter(name):
        if name not in open_pages:
            page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
            page.goto(f"{site.url}/account/login/")
            page.fill("[name=login]", name)
            page.fill("[name=password]", "alder-county-demo")
            page.locator("main form.usa-form button").first.click()
            if name in site.secrets:
                page.fill("[name=code]", site.code(name))
                page.locator("main form.usa-form button").first.click()
            page.wait_for_url(f"{site.url}/")
            open_pages[name] = page
        return open_pages[name]

    yield enter
    for each in open_pages.values():
        each.context.close()


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize(("name", "path"), [(name, path) for name, paths in PAGES.items() for path in paths])
def test_a_page_of_the_office_holds_for_everybody(name, path, as_one, site):
    page = as_one(name)
    assert page.goto(site.url + path).status == 200
    found = [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in Axe().run(page).response["violations"]]
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    found += [f"dark: {each['nodes'][0]['html'][:160]}" for each in dark]
    page.emulate_media(color_scheme="light")
    found += page.evaluate(HINDERED, "200%")
    page.set_viewport_size({"width": 320, "height": 700})
    found += ["wider than 320 pixels"] if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1") else []
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not found, "\n".join(found)
