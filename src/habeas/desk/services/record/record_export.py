"""All of the record as one file that opens without us: the log with its verifier, and tables of requests, choices and contacts."""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from habeas.answers.tables import csv_bytes
from habeas.audit.export import export_log
from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, Account, ActChoice, Contact, Dispatch, Event, Request, Service, Signature
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.related_rows import RelatedRows, Row
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record.inspection import nine_times

README = """THE RECORD OF A JAIL'S REQUEST DESK

log/       the log of every act and view, with a verifier that needs nothing but Python: cd log; python3 verify_habeas.py .
           log/README.txt says what it proves and what it does not.
tables/    requests.csv    each request with its nine times (UTC; empty: it has not come, or nobody recorded it)
           choices.csv     what the office did about each act, on which ground
           contacts.csv    every contact, with or without a request, and each field that was told
           staff.csv       who is staff-1, staff-2, ... in the log

The tables are drawn from the desk's database at the time of the export; what proves itself is the log.
Counsel's opinions, papers and letters are not in here.
"""


def export_all(doing: Doing, *, names: bool) -> IO[bytes]:
    """Write the whole record to a temporary zip and give it, open at its beginning. `names`: with the names beside the log.

    Raises BadInputError where the record is broken; that it was exported is an event.
    """
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the answer to the browser closes it
    with tempfile.TemporaryDirectory() as folder:
        made = export_log(ledger.events(), Path(folder) / "log", ledger.export_of(doing.at, names=names))
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("README.txt", README)
            for path in sorted((Path(folder) / "log").iterdir()):
                packed.write(path, f"log/{path.name}")
            for name, content in _tables():
                packed.writestr(f"tables/{name}", content)
    with acting(doing, "export", "log", ledger.site()) as entry:
        entry.detail |= {"size": made["size"], "names": names}
    out.seek(0)
    return out


def _tables() -> Iterator[tuple[str, bytes]]:
    yield "requests.csv", csv_bytes(_REQUEST, _request_rows())
    yield "choices.csv", csv_bytes(_CHOICE, _choice_rows())
    yield "contacts.csv", csv_bytes(_CONTACT, _contact_rows())
    staff = Account.objects.order_by("pk").values_list("pk", "first_name", "last_name", "role", "is_active")
    yield (
        "staff.csv",
        csv_bytes(
            ("actor", "name", "role", "open"),
            [(f"staff-{pk}", f"{first} {last}".strip(), role, str(active)) for pk, first, last, role, active in staff],
        ),
    )


_TIMES = ("received", "touched", "registered", "decided", "signed", "told", "sent", "release_ready", "out")
_REQUEST = ("number", "kind", "state", "channel", "sender_agency", "late_entry", "ended_how", *_TIMES)
_CHOICE = ("number", "decision", "act", "outcome", "does", "ground", "drafted_by", "drafted_at")
_CONTACT = ("began_at", "recorded_at", "late_entry", "way", "agency", "request", "by", "field", "ground", "allowed")


def _request_rows() -> Iterator[tuple[str, ...]]:
    kept = _by_request()
    for each in Request.objects.select_related("booking").order_by("number"):
        times = nine_times(each, RelatedRows(kept.get(each.number, {})))
        at = {point.name: point.at.isoformat() if point.at else "" for point in times}
        head = (each.number, each.kind, each.state, each.channel, each.sender_agency, str(each.late_entry))
        yield (*head, each.ended_how, *(at[name] for name in _TIMES))


def _by_request() -> dict[str, dict[str, list[Row]]]:
    """The rows the nine times need, by request: three queries for all requests together."""
    found: dict[str, dict[str, list[Row]]] = {}
    for event in Event.objects.filter(act="register").values("request", "act", "at"):
        found.setdefault(event["request"], {}).setdefault("event", []).append(dict(event))
    for kind, number, query, fields in (
        ("signature", "decision__request__number", Signature.objects, ("door", "at")),
        ("service", "notice__request__number", Service.objects.filter(**STANDS), ("result", "at")),
        ("dispatch", "request__number", Dispatch.objects.filter(**STANDS), ("at",)),
    ):
        for row in query.values(number, *fields):
            found.setdefault(row[number], {}).setdefault(kind, []).append(row)
    return found


def _choice_rows() -> Iterator[tuple[str, ...]]:
    rows = ActChoice.objects.select_related("decision__request").order_by("decision__drafted_at", "id")
    for each in rows:
        made = each.decision
        yield (
            made.request.number, str(made.number), each.act, each.outcome, each.does, each.ground,
            f"staff-{made.drafted_by_id}", made.drafted_at.isoformat(),
        )  # fmt: skip


def _contact_rows() -> Iterator[tuple[str, ...]]:
    for each in Contact.objects.select_related("request").prefetch_related("told").order_by("began_at", "id"):
        head = (
            each.began_at.isoformat(), each.recorded_at.isoformat(), str(each.late_entry), each.way, each.agency,
            each.request.number if each.request else "", f"staff-{each.by_id}",
        )  # fmt: skip
        for told in each.told.all():
            yield (*head, told.field, told.ground, str(told.allowed))
        if not each.told.all():
            yield (*head, "", "", "")
