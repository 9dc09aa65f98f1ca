"""The steps of the walk as a clerk, a commander and a notice server take them, by what stands on the buttons."""

import base64
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from playwright.sync_api import Error
from weasyprint import HTML

from habeas.demo.specimens import NamedSpecimen, specimen

CAPTIONS = (
    "body { font: 11pt 'Liberation Sans' } figure { margin: 0; break-after: page } h2 { margin: 0 0 3mm } "
    "img { max-width: 100%; max-height: 165mm; border: 0.5pt solid #777 }"
)


class Walk:
    """The pictures of one run, in order."""

    def __init__(self):
        self.shots = []

    def show(self, page, story, caption):
        """Picture the page as it stands."""
        self.shots.append((story, caption, page.screenshot(type="jpeg", quality=70)))

    def pdf(self):
        """Every picture with its caption, one a page."""
        figures = "".join(_figure(number, *shot) for number, shot in enumerate(self.shots, 1))
        style = f"@page {{ size: letter landscape; margin: 12mm }} {CAPTIONS}"
        head = f"<head><title>A walk through the desk</title><style>{style}</style></head>"
        return HTML(string=f"<html lang='en'>{head}<body>{figures}</body></html>").write_pdf()


def _figure(number, story, caption, shot):
    picture = f"data:image/jpeg;base64,{base64.b64encode(shot).decode()}"
    return f"<figure><h2>{story}</h2><p>{number}. {caption}</p><img alt='' src='{picture}'></figure>"


def person_of(row):
    """Somebody of the roster, as a specimen names people."""
    born = date.fromisoformat(row["date_of_birth"]) if row["date_of_birth"] else None
    return NamedSpecimen(row["family_name"], row["given_name"], born, row["sex"])


def tick(page, name):
    """Choose a radio or a box by its label, as a person does: the input itself is drawn by the label."""
    page.locator(f"label[for='{name}']").click()


def go(page, name, *, exact=False):
    """Press the button or link that is called so, and wait for the page that follows."""
    found = (
        page.get_by_role("button", name=name, exact=exact).or_(page.get_by_role("link", name=name, exact=exact)).first
    )
    assert found.count(), f"{name} is not on the page: {page.inner_text('main')[:600]}"
    with page.expect_navigation():
        found.click()


def take_in(page, site, folder, name, row):
    """Take a specimen in by the intake page; the number of the request that came of it."""
    return take_in_paper(page, site, folder, f"{name}.pdf", specimen(name, person_of(row)))


def take_in_paper(page, site, folder, name, content):
    """Take any paper in by the intake page; the number of the request that came of it."""
    path = Path(folder) / name
    path.write_bytes(content)
    page.goto(f"{site.url}/intake/")
    page.set_input_files("#file", str(path))
    tick(page, "channel-fax")
    go(page, "Submit")
    number = re.search(r"R-\d{4}-\d+", page.url)[0]
    for _ in range(60):
        with suppress(Error):  # the page that waits may load itself anew in this moment
            page.goto(f"{site.url}/requests/{number}/intake/")
        if page.locator("#kind").count() and page.input_value("#kind"):
            return number
        page.wait_for_timeout(1000)
    raise AssertionError("the paper was not read in a minute")


def read_and_choose(page, site, number):
    """Register what it is, confirm all that was read, and say who is meant."""
    go(page, "Create request")
    page.goto(f"{site.url}/requests/{number}/read/")
    confirm_all(page)
    page.goto(f"{site.url}/requests/{number}/who/")


def why_no_call(page):
    """Say why a transfer is approved though nobody called the sender back, where the page asks."""
    if page.locator("#no-call").count():
        page.fill("#no-call", "The agent is known and stands at the window.")


def confirm_all(page):
    """Confirm all that is shown and go on; an identifier says what was read, a blank is not on the document."""
    go(page, "Confirm all and continue")
    if page.locator(".again").count():
        one_by_one(page)
        go(page, "Confirm all and continue")


def one_by_one(page):
    """Answer each field that is asked again."""
    for each in page.locator(".again fieldset").all():
        each.locator("[value=read], [value=absent], [value=yes]").first.locator(
            "xpath=following-sibling::label"
        ).click()


def determine(page, site, number):
    """Open the page of deciding; a list is worked out beside it first."""
    page.goto(f"{site.url}/requests/{number}/decide/")
    for _ in range(60):
        if not page.locator("[data-waiting]").count():
            return
        page.wait_for_timeout(500)
        page.goto(f"{site.url}/requests/{number}/decide/")


def second_looks(page, site, number):
    """A second person confirms who is meant, with what was looked at."""
    page.goto(f"{site.url}/requests/{number}/who/")
    tick(page, "looked-1")
    page.fill("#evidence", "the same face")
    go(page, "Confirm identity (second review)")


def call_back(page, site, number):
    """Record a call to the sender by a number of the jail's own directory."""
    page.goto(f"{site.url}/requests/{number}/who/")
    page.fill("#cb-with", "Deputy Ito, badge 4411")
    page.fill("#cb-number", "213-555-0188")
    go(page, "Record the call-back")


def custody_has_ended(page, site, number):
    """Record that the state lets the inmate go: nobody is handed over to a court's officers before."""
    page.goto(f"{site.url}/requests/{number}/")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    form = page.locator("form:has(#f-any)")
    form.locator("#f-any").select_option("custody.releasable")
    form.locator("#s-any").fill("the jail's own system")
    form.get_by_role("button", name="Yes").click()
    page.goto(f"{site.url}/requests/{number}/")


def carry_out(page, second, site, number, walk, story):
    """Lodge a warrant as a hold and record the hand-over; a second person says that the state lets the inmate go."""
    page.goto(f"{site.url}/requests/{number}/")
    go(page, "Log that the hold is lodged")
    page.fill("#agency", "U.S. Marshals Service")
    page.fill("#officer", "Deputy Ito")
    walk.show(
        page, story, "A warrant is lodged as a hold with the agency that has it; nothing is answered to the court."
    )
    go(page, "Log that the hold is lodged", exact=True)
    custody_has_ended(page, site, number)
    second.goto(f"{site.url}/requests/{number}/hand-over/")
    walk.show(second, story, "One person's word hands nobody over: a second staff member confirms it.")
    second.fill("#entitled-source", "the release order")
    second.get_by_role("button", name="Yes").click()
    page.goto(f"{site.url}/requests/{number}/")
    go(page, "Log the transfer of custody")
    for name, words in (
        ("agency", "U.S. Marshals Service"),
        ("officer", "Deputy Ito"),
        ("badge", "4411"),
        ("place", "sallyport"),
    ):
        page.fill(f"#{name}", words)
    walk.show(page, story, "The transfer: to whom, with which badge, where, when, and on which order.")
    go(page, "Log the transfer of custody", exact=True)


def send(page, site, number):
    """Record that the answer was sent."""
    page.goto(f"{site.url}/requests/{number}/send/")
    tick(page, "way-fax")
    page.fill("#to", "Field office (fictional)")
    page.fill("#address", "555-0144")
    tick(page, "ver-known_number")
    page.fill("#proof", "transmission report, 3 pages, OK")
    go(page, "Log transmittal")
