"""Every page in every role, in a real browser: axe, both schemes, 320 pixels, right to left, nothing from elsewhere, nobody in a title."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from habeas.desk.permissions.addresses import ADDRESSES, PUBLIC
from habeas.desk.workflow.table import table

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process

ROLES = {
    "clerk": "clerk",
    "commander": "commander",
    "counsel": "counsel",
    "notices": "notice_server",
    "inspector": "inspector",
    "admin": "administrator",
}
SKIP = re.compile(r"\.(ics|pdf|zip|csv|png|txt|json)$|/paper/|/answer/\d+/|/package/|/progress/")
MOST = 60


def pattern_of(path):
    """The name of the address that a path belongs to, or None."""
    for each in ADDRESSES:
        made = "/" + re.sub(r"<\w+:\w+>", "[^/]+", each.path) + r"$"
        if re.match(made, path):
            return each.name
    return None


def pages_of(page, site, role):
    """Walk from the desk along links: one page of each address that the role may open."""
    left, seen = ["/"], {}
    while left and len(seen) < MOST:
        path = left.pop(0)
        name = pattern_of(path)
        if name is None or name in seen or SKIP.search(path):
            continue
        answer = page.goto(site.url + path)
        if answer.status != 200:
            assert answer.status in {302, 403, 405, 409}, f"{path}: {answer.status}"
            continue
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        seen[name] = path
        yield name, path
        links = page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)")
        left += [urlsplit(each).path for each in links if each.startswith(site.url)]


@pytest.mark.parametrize("name", list(ROLES))
def test_every_page_holds_for_everybody(name, log_in, site):
    page = log_in(name)
    faults = []
    visited = {}
    for address, path in pages_of(page, site, ROLES[name]):
        visited[address] = path
        faults += look_at(page, address, site)
    assert not faults, "\n".join(faults)
    allowed = [
        each.name
        for each in ADDRESSES
        if each.capability != PUBLIC and ROLES[name] in table().capabilities[each.capability].roles
    ]
    plain = {
        each.name
        for each in ADDRESSES
        if "<" not in each.path and each.name in allowed and not SKIP.search("/" + each.path)
    }
    assert len(set(visited) & plain) >= len(plain) * 0.5, (
        f"{name} reaches few pages by links: {sorted(plain - set(visited))}"
    )
    assert all(each.startswith((site.url, "data:", "blob:")) for each in page.asked), (
        "something was loaded from elsewhere"
    )


def look_at(page, address, site):
    """What is wrong with the page shown, in words."""
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        faults += [
            f"{address} ({scheme}): {each['id']}: {each['nodes'][0]['html'][:160]}"
            for each in found.response["violations"]
        ]
    page.emulate_media(color_scheme="light")
    for direction in ("ltr", "rtl"):
        page.set_viewport_size({"width": 320, "height": 700})
        page.evaluate("dir => { document.documentElement.dir = dir; }", direction)
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"):
            faults.append(f"{address}: wider than 320 pixels ({direction})")
    page.evaluate("document.documentElement.dir = 'ltr'")
    page.set_viewport_size({"width": 1280, "height": 900})
    if page.said:
        faults += [f"{address}: the browser says: {each[:160]}" for each in page.said]
        page.said.clear()
    shown = (page.title() + page.url).upper()
    faults += [
        f"{address}: a person's name stands in the title or the address"
        for each in site.names
        if len(each) > 4 and re.search(rf"\b{re.escape(each)}\b", shown)
    ]
    return faults
