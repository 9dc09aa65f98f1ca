"""What a packet for the TRUTH Act's community forum holds besides figures: the notice with its earliest forum day, languages, policies."""

from datetime import date, timedelta

from habeas.answers.languages import LANGUAGES
from habeas.answers.tables import csv_bytes
from habeas.law.engine.jurisdictions import resolve
from habeas.law.pages.changes import changes
from habeas.statistics.reports.build import Report

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
    posted = report.ledger.ends
    names = ", ".join(LANGUAGES)
    return (
        f"NOTICE OF A PUBLIC COMMUNITY FORUM\n\n{report.ledger.place.agency} gave immigration authorities access to individuals "
        f"between {report.first} and {report.last}. The local governing body holds a community forum that is open to the public.\n\n"
        f"Posted on: {posted}. The forum may be held on {earliest_forum(posted)} or later: at least {NOTICE_DAYS} days after this notice "
        f"is posted.\nPlace and hour: ______________________________\n\n"
        f"Languages in which Habeas prints notices to inmates: {names}. Which languages the county needs is for the county to say.\n"
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
