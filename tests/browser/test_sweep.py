"""Every address in every role: both schemes, 320, 1280 and 1920 pixels, text twice as large; the suite samples, `make sweep` does all.

The addresses come from the table, what stands in them from the store; where a page is met first it is looked at in every size,
for each further role in two. `HABEAS_SWEEP=whole` looks at every page, `HABEAS_SWEEP_ROLES=clerk,counsel` at those of some roles.
"""

import os
import random
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from habeas.desk.permissions.addresses import ADDRESSES, PUBLIC
from habeas.desk.workflow.table import table
from tests.browser.test_every_page import HINDERED, ROLES, SKIP
from tests.desk import stage

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process
WHOLE = os.environ.get("HABEAS_SWEEP") == "whole"
CHOSEN = [name for name in os.environ.get("HABEAS_SWEEP_ROLES", ",".join(ROLES)).split(",") if name in ROLES]
EVERY_SIZE = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 320, 1920)]
TWO_SIZES = [("light", 1280), ("dark", 320)]
SAMPLE = 2
"""Pages a role in the suite; other ones each time, named where something is wrong."""
TRIES = 12
"""Records that are tried at one address until one shows a page."""
WIDE = "document.documentElement.scrollWidth > innerWidth + 1"


def _values():
    """What can stand in an address, by its first segments: the newest records of each kind."""
    from habeas.desk import models

    def newest(model, field="key", most=TRIES):
        return [str(each) for each in model.objects.order_by("-pk").values_list(field, flat=True)[:most]]

    states = models.Request.objects.order_by().values_list("state", flat=True).distinct()
    numbers = [models.Request.objects.filter(state=state).last().number for state in states]
    return {
        "requests": numbers, "inspect/requests": numbers, "people": newest(models.Person), "bookings": newest(models.Booking),
        "rosters": newest(models.RosterImport), "rosters/profiles": newest(models.RosterProfile) + newest(models.RosterSample, "pk"),
        "notices": newest(models.Notice), "disputes": newest(models.Dispute), "contacts": newest(models.Contact),
        "clocks": newest(models.Clock), "shifts": newest(models.Handover), "manage/accounts": newest(models.Account, "pk"),
        "manage/programs": newest(models.ApiKey), "manage/webhooks": newest(models.Webhook),
        "letters": newest(models.LetterTemplate), "record/heads": newest(models.Checkpoint, "pk"),
        "record/checks": newest(models.RecordCheck),
    }  # fmt: skip


@pytest.fixture(scope="module")
def values(site):
    return stage.run({"data": site.data, "url": ""}, _values)


@pytest.fixture(scope="module")
def met():
    """The addresses that were looked at in every size."""
    return set()


def paths_of(address, values):
    """The paths at which an address is tried: itself, or with each record in it."""
    hit = re.match(r"^(.*?)/<\w+:\w+>(.*)$", address.path)
    if hit is None:
        return [f"/{address.path}"]
    before, after = hit[1], hit[2]
    return [] if "<" in after else [f"/{before}/{each}{after}" for each in values.get(before, [])]


def open_to(role):
    """The pages of the table that a role may open."""
    rights = table().capabilities
    pages = [each for each in ADDRESSES if each.capability != PUBLIC and role in rights[each.capability].roles]
    return [each for each in pages if not SKIP.search("/" + each.path)]


def shown(page, site, address, values):
    """The path at which an address shows a page to this role; None where it shows none (a form's target, a file, nothing in that state)."""
    for path in paths_of(address, values)[:TRIES]:
        answer = page.request.get(site.url + path, max_redirects=0)  # Chromium itself fails at a refusal without words
        assert answer.status < 500, f"{path}: {answer.status}"
        if answer.status == 200 and "text/html" in answer.headers.get("content-type", ""):
            page.goto(site.url + path)
            return path
    return None


def faults_of(page, name, sizes):
    """What is wrong with the page shown, in these schemes and widths and with text twice as large."""
    faults = []
    for scheme, width in sizes:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page).response["violations"]
        faults += [f"{name} ({scheme}, {width}): {each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]
        if page.evaluate(WIDE):
            faults.append(f"{name} ({scheme}, {width}): wider than its window")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    faults += [f"{name}: at text twice as large {each}" for each in page.evaluate(HINDERED, "200%")]
    faults += [f"{name}: the browser says: {each[:160]}" for each in page.said]
    page.said.clear()
    return faults


@pytest.mark.parametrize("name", CHOSEN)
def test_every_address_holds_in_every_role_scheme_and_size(name, log_in, site, values, met):
    page, faults, looked = log_in(name), [], []
    pages = open_to(ROLES[name])
    for address in pages if WHOLE else random.sample(pages, len(pages)):
        path = shown(page, site, address, values)
        if path is None:
            continue
        looked.append(address.name)
        faults += faults_of(page, f"{path} as {name}", TWO_SIZES if address.name in met or not WHOLE else EVERY_SIZE)
        met.add(address.name)
        if not WHOLE and len(looked) == SAMPLE:
            break
    assert looked
    assert not faults, "\n".join(faults)
    assert all(each.startswith((site.url, "data:", "blob:")) for each in page.asked), (
        "something was loaded from elsewhere"
    )
