"""What a packet for the TRUTH Act's community forum holds besides figures: the notice with its earliest forum day, languages, policies."""

from datetime import date, timedelta

from habeas.answers.languages import LANGUAGES, language
from habeas.answers.tables import csv_bytes
from habeas.common.dates_read import dates_read
from habeas.law.engine.jurisdictions import resolve
from habeas.law.pages.changes import changes
from habeas.statistics.reports.build import Report

ACCESS = {
    "date-told": "release dates told with a response", "contacts-date-told": "release dates told in a contact",
    "interviews-held": "interviews", "transfers": "transfers of custody, to whomever and on whatever paper",
}  # fmt: skip
"""The lines of the packet that tell of access, in words."""
NOTICE_DAYS = 30
"""Days that the public is told before the forum, at least (Cal. Gov. Code 7283.1(d))."""


def earliest_forum(posted: date) -> date:
    """The first day on which a forum may be held whose notice is posted on `posted`."""
    return posted + timedelta(days=NOTICE_DAYS)


def forum_files(report: Report) -> dict[str, bytes]:
    """The notice text, the policies in force, and what in them began, ended or changed within the period."""
    return {
        "notice.txt": notice(report).encode(),
        "policies_in_force.csv": csv_bytes(("pack", "title", "sha256"), policies(report)),
        "policy_differences.csv": csv_bytes(("on", "what", "citation", "sentence"), policy_differences(report)),
    }


def notice(report: Report) -> str:
    """The text of the notice. The record's last day stands for the day of posting: posted later, the forum moves with it."""
    posted, zone = report.ledger.ends, report.ledger.place.zone
    names = ", ".join(language(code).english for code in LANGUAGES)
    text = (
        f"NOTICE OF A PUBLIC COMMUNITY FORUM\n\n{access(report)}\n\n"
        f"Posted on: {posted}. The forum may be held on {earliest_forum(posted)} or later: at least {NOTICE_DAYS} days after this notice "
        f"is posted.\nPlace and hour: ______________________________\n\n"
        f"Languages in which Habeas prints notices to inmates: {names}. Which languages the county needs is for the county to say.\n"
    )
    return dates_read(text, zone)


def access(report: Report) -> str:
    """What the record holds of access that was given in the period; where it holds none, that it does, and nothing is announced."""
    agency, period = report.ledger.place.agency, f"between {report.first} and {report.last}"
    held = {cell.item: cell.count for cell in report.cells if cell.item in ACCESS}
    known = [f"{ACCESS[item]}: {count.known}" for item, count in held.items() if count and count.known]
    unsure = [ACCESS[item] for item, count in held.items() if count and (count.unknown or count.known is None)]
    if not known and not unsure:
        return (
            f"The record of {agency} holds no access given to immigration authorities {period}: no transfer, no release date told, no "
            "interview. Whether a forum is held is for the local governing body to say."
        )
    told = [*known, *(f"not known: {each}" for each in unsure)]
    gave = "gave" if known else "may have given"
    return (
        f"{agency} {gave} immigration authorities access to individuals {period}: {'; '.join(told)}. "
        "The local governing body holds a community forum that is open to the public."
    )


def policies(report: Report) -> list[tuple[str, str, str]]:
    """Each pack of law in force for the office, with its hash."""
    place = report.ledger.place.jurisdiction
    return [(pack.id, pack.title, pack.sha256()) for pack in resolve(place).packs] if place else []


def policy_differences(report: Report) -> list[tuple[str, str, str, str]]:
    """Each rule that began, ended or took another's place within the period, with its day, section and sentence."""
    place = report.ledger.place.jurisdiction
    found = changes(place, report.first - timedelta(days=1), report.last) if place else []
    return [(each.on.isoformat(), each.kind, each.rule.source.citation, each.sentence()) for each in found]
