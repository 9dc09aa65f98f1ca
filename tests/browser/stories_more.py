"""Five further stories of the walk: a call, two claims, a judge's warrant behind a detainer, the release watch, a correction."""

import io

from pypdf import PdfWriter

from habeas.demo.specimens import specimen
from tests.browser.stories import (
    confirm_all,
    determine,
    go,
    person_of,
    read_and_choose,
    send,
    take_in,
    take_in_paper,
    tick,
)


def joined(*papers):
    """Several papers as one file, in their order."""
    made = PdfWriter()
    for each in papers:
        made.append(io.BytesIO(each))
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def a_call(site, page, walk, row):
    """An officer calls and asks about an inmate by name."""
    story = "A call from an officer, logged while it lasts"
    page.goto(f"{site.url}/contacts/new/")
    page.locator("[name=way]").first.locator("xpath=following-sibling::label").click()
    page.fill("#who", "Officer Lund")
    page.fill("#agency", "ICE (fictional)")
    page.fill("#booking", f"{row['family_name']}, {row['given_name']}")
    walk.show(page, story, "What may be said stands beside the form, and what is never said by telephone.")
    go(page, "Finish")
    page.locator("#which label").first.click()
    walk.show(page, story, "A name alone chooses nobody: the inmate is chosen by date of birth and booking number.")
    go(page, "Finish")
    walk.show(page, story, "Logged: who called, about whom, what was asked, and that nothing was disclosed.")


def a_citizen(site, page, commander, walk, row, number):
    """An inmate with a detainer says that they are a citizen; two people find so, and the inmate and the agency are told."""
    story = "An inmate who is a citizen: found by two people, and told"
    page.goto(f"{site.url}/disputes/new/?request={number}")
    tick(page, "says-citizen")
    tick(page, "word-1")
    page.fill("#words", "I was born in Fresno.")
    go(page, "Submit claim")
    walk.show(page, story, "The claim stops every hold, disclosure and transfer on a civil document at once.")
    address = page.url
    commander.goto(address)
    tick(commander, "upheld-yes")
    commander.fill("#evidence", "U.S. birth certificate, certified copy, compared with the booking photograph")
    walk.show(commander, story, "The watch commander's finding, with its evidence.")
    go(commander, "Save, and send for second review")
    page.goto(address)
    tick(page, "agree-yes")
    go(page, "Save")
    page.goto(address)
    walk.show(page, story, "Confirmed by a second person: the request ends, and a notice and a letter are owed.")


def a_packet(site, page, walk, row, folder):
    """A judge's warrant lies behind a detainer in one fax."""
    story = "A judge's warrant behind a detainer"
    who = person_of(row)
    content = joined(specimen("i247a", who), specimen("ao442", who))
    number = take_in_paper(page, site, folder, "packet.pdf", content)
    walk.show(page, story, "One fax, two documents: each is known by its own pages.")
    page.goto(f"{site.url}/releases/")
    assert number in page.inner_text("main")
    walk.show(page, story, "Before anybody confirmed anything it stands first on the release watch: not to the street.")
    page.goto(f"{site.url}/requests/{number}/intake/")
    go(page, "Create request")
    page.goto(f"{site.url}/requests/{number}/read/")
    walk.show(page, story, "The warrant is filled in as attached, with who signed it; a person verifies it.")
    confirm_all(page)
    return number


def a_release(site, page, walk, row):
    """An inmate is ready, and leaves; the record follows the release and never delays it."""
    story = "A release: the record follows, and never delays it"
    page.goto(f"{site.url}/releases/")
    walk.show(page, story, "The release watch: who leaves today, the jail's date, what was calculated, what is open.")
    page.goto(f"{site.url}/people/{row['key']}/")
    go(page, "Report ready for release, or released")
    walk.show(page, story, "Ready for release: from now on every minute counts.")
    go(page, "Ready for release", exact=True)
    page.goto(f"{site.url}/releases/")
    assert "ready for release since" in page.inner_text("main")
    walk.show(page, story, "On the watch at once, with the time since it was reported.")


def a_correction(site, page, walk, row, folder):
    """A transmittal was logged with a wrong number: corrected with its reason, and both entries stay."""
    story = "A wrong entry corrected, and both entries kept"
    number = take_in(page, site, folder, "i247a", row)
    read_and_choose(page, site, number)
    go(page, "Confirm identity")
    determine(page, site, number)
    go(page, "Generate response")
    send(page, site, number)
    page.goto(f"{site.url}/requests/{number}/")
    go(page, "Correct")
    page.fill("#why", "The fax went to another office; sent again to the right one.")
    page.fill("#address", "555-0199")
    walk.show(page, story, "The entry as it stands, why it was wrong, and what stands in its place.")
    go(page, "Correct it")
    assert "Entered in error" in page.inner_text("main")
    page.locator("text=Entered in error").first.scroll_into_view_if_needed()
    walk.show(page, story, "Both entries stay in the record, with who corrected it and why.")
