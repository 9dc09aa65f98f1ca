"""What is wrong with the desk that a backup holds: the backup judges by the measure that restore judges by."""

import msgspec

from habeas.desk.models import Event
from habeas.desk.record.guarded import missing_guards
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record.cells import FAULTS, short
from habeas.desk.services.record.reconciliation import reconciled

SHOWN = 10
"""Findings that stand in an event and on a page one by one."""


def findings_of_desk() -> tuple[list[str], list[str]]:
    """What restore refuses in the desk of this process, and what there is to say beside it, a sentence each."""
    wrong, good = list[str](), list[str]()
    for check in (_guards, _record, _tables):
        try:
            check(wrong, good)
        except FAULTS as fault:
            wrong.append(f"The desk could not be checked: {short(fault)}.")
    return wrong, good


def _guards(wrong: list[str], good: list[str]) -> None:
    missing = missing_guards()
    if missing:
        wrong.append(
            f"The guards of the record are missing ({', '.join(missing)}); restore refuses that whatever is given."
        )


def _record(wrong: list[str], good: list[str]) -> None:
    report = ledger.verify(restoring=True)
    wrong += report.faults
    good += [] if report.faults else report.sentences


def _tables(wrong: list[str], good: list[str]) -> None:
    with ledger.one_moment():
        tables = reconciled()
    count = len(tables.rows) + bool(tables.more)
    wrong += tables.sentences[:count]
    good += tables.sentences[count:]


def told(findings: list[str]) -> dict[str, object]:
    """The findings as an event tells of them: how many, and the first."""
    return {"count": len(findings), "first": [each[:200] for each in findings[:SHOWN]]} if findings else {}


def of_last_backup() -> list[str]:
    """What the event of the last backup tells of the desk it copied, as sentences; nothing where nothing was wrong, or none was made."""
    row = Event.objects.filter(act="backup").order_by("-seq").values_list("seq", "body").first()
    try:
        found = msgspec.json.decode(row[1])["detail"].get("findings") if row else None
        said = [str(each) for each in found["first"]] if found else []
    except FAULTS:
        return [f"What the last backup (event {row[0] if row else 0}) tells of the desk cannot be read."]
    if not found:
        return []
    return [
        f"The last backup (event {row[0] if row else 0}) was made of a desk with {found['count']} findings: "
        f"{' '.join(said[:3])} It can be put back only with `habeas restore --despite-findings`."
    ]
