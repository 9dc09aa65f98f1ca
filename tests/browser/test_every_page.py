"""Every page in every role, in a real browser: axe, both schemes, 320 pixels, right to left, enlarged, nobody in a title.

A page whose every kind of element was looked at before, at the same address, in another role, is looked at in short: `make sweep`
looks at all of them whole.
"""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from habeas.desk.permissions.addresses import ADDRESSES, PUBLIC
from habeas.desk.workflow.table import table
from tests.odd_sentences import odd_sentences

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
HINDERED = """text => {
    const root = document.documentElement, faults = [], shown = new Range();
    const hides = new Set(["hidden", "clip"]), scrolls = new Set(["auto", "scroll"]);
    root.style.fontSize = text;
    if (root.scrollWidth > innerWidth + 1) {
        const wide = [...document.body.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > innerWidth + 1);
        faults.push(`needs scrolling sideways, ${root.scrollWidth} for ${innerWidth}: ${(wide.pop() || root).outerHTML.slice(0, 120)}`);
    }
    document.getAnimations().forEach(each => each.finish());
    const across = (words, box) => Math.max(box.left - words.left, words.right - box.right) > 2;
    const down = (words, box) => Math.max(box.top - words.top, words.bottom - box.bottom) > 2 + words.height / 5;
    for (const control of document.querySelectorAll("a[href], button, summary, label, .usa-button")) {
        if (!control.checkVisibility({ visibilityProperty: true })) continue;
        shown.selectNodeContents(control);
        const words = [...shown.getClientRects()].filter(each => each.width > 1 && each.bottom > 0 && each.right > 0);
        let cut = words.some(each => each.left < -1), sideways = true, upright = true;
        for (let box = control; box !== root; box = box.parentElement) {
            const style = getComputedStyle(box), place = box.getBoundingClientRect();
            if (place.width <= 1) { cut = false; break; }  // words for a screen reader alone
            const own = box === control && style.display !== "inline";
            if (own || (sideways && hides.has(style.overflowX))) cut ||= words.some(each => across(each, place));
            if (own || (upright && hides.has(style.overflowY))) cut ||= words.some(each => down(each, place));
            sideways &&= !scrolls.has(style.overflowX);  // what scrolls shows all of it
            upright &&= !scrolls.has(style.overflowY);
        }
        if (cut) faults.push(`cut off: ${control.outerHTML.slice(0, 120)}`);
    }
    root.style.fontSize = "";
    return faults.slice(0, 3);
}"""
"""What hinders at this size of text: a page that must be scrolled sideways, words of a control cut by its box or one around it.

Letters may stand a fifth of their height out of a low line; words wholly beside or above the page are for screen readers.
"""


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


KINDS = """() => [...new Set([...document.querySelectorAll("body *")].map(
    each => [each.parentElement, each].map(one => `${one.tagName}.${[...one.classList].sort().join(".")}`).join(" > ")
))]"""
"""What stands on a page: each element's tag and classes with those of the one around it, once."""
MET = {}
"""The kinds of elements looked at in whole, by address."""


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
    """What is wrong with the page shown, in words: whole where it shows something that was not met at its address before."""
    kinds, met = set(page.evaluate(KINDS)), MET.setdefault(address, set())
    faults = [] if kinds <= met else in_whole(page, address)
    met |= kinds
    faults += [f"{address}: {each}" for each in narrow(page, "ltr")]
    page.set_viewport_size({"width": 1280, "height": 900})
    lines = (page.inner_text("body") or "").splitlines()
    faults += [f"{address}: an odd sentence: {odd}" for line in lines for odd in odd_sentences(line)]
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


def narrow(page, direction):
    """Whether the page fits a window of 320 pixels, read in one direction."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.evaluate("dir => { document.documentElement.dir = dir; }", direction)
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    page.evaluate("document.documentElement.dir = 'ltr'")
    return [] if fits else [f"wider than 320 pixels ({direction})"]


def in_whole(page, address):
    """What is wrong in both schemes, right to left, and enlarged both ways."""
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        faults += [
            f"{address} ({scheme}): {each['id']}: {each['nodes'][0]['html'][:160]}"
            for each in found.response["violations"]
        ]
    page.emulate_media(color_scheme="light")
    faults += [f"{address}: {each}" for each in narrow(page, "rtl")]
    page.set_viewport_size({"width": 1280, "height": 900})
    faults += [f"{address}: at text twice as large {each}" for each in page.evaluate(HINDERED, "200%")]
    return faults + [f"{address}: at 1280 pixels, enlarged twice, {each}" for each in enlarged(page)]


def enlarged(page):
    """What hinders in a window of 1280 pixels at 200 %: 640 of the page's own pixels, each drawn with two."""
    devtools = page.context.new_cdp_session(page)
    devtools.send(
        "Emulation.setDeviceMetricsOverride", {"width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": False}
    )
    assert page.evaluate("[innerWidth, devicePixelRatio]") == [640, 2]
    found = page.evaluate(HINDERED, "")
    devtools.detach()
    page.set_viewport_size({"width": 1279, "height": 900})  # another size than the browser believes it has, or it stays
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


LOOKS = [
    ("<button style='width:6rem'>Submit for approval</button>", False),
    ("<button style='width:4rem; overflow:hidden; white-space:nowrap'>Submit for approval</button>", True),
    ("<button style='height:30px; width:6rem'>Submit for approval</button>", True),
    ("<p style='overflow:hidden; width:300px; white-space:nowrap'>x <a href='/'>How the date was worked out</a></p>", True),
    ("<p style='overflow:hidden; height:40px'>One line<br><a href='/'>How this deadline was calculated</a></p>", True),
    ("<div style='width:1300px'>wide</div>", True),
    ("<div style='overflow:auto'><div style='width:1300px'><a href='/'>A table scrolls in its own box</a></div></div>", False),
    ("<a href='/'>Ready<span style='position:absolute; left:-999em'>: who</span></a>", False),
]  # fmt: skip
"""What stands on a page, and whether it hinders at twice the size."""


def test_the_look_at_enlarged_text_sees_what_is_cut_off_and_nothing_else(chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    for body, hinders in LOOKS:
        page.set_content(f"<!doctype html><style>button {{ font: inherit }}</style><body style='margin:0'>{body}")
        assert bool(page.evaluate(HINDERED, "200%")) is hinders, body
    page.close()
