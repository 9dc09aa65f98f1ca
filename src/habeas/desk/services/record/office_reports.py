"""Statutory reports at the desk: counted from the record, prepared by one person, approved by another, each version told by events alone.

Nothing is stored beside the record: a version is the record up to its number of events, so it is counted again where it is shown, and
its figures must have the digest that was prepared.
"""

import hashlib
import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime

from habeas.answers.manifest import SUMS, sums
from habeas.audit.event import Event, decode_event
from habeas.common.canonical import canonical_json, readable_json
from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.doing import Doing
from habeas.desk.models import Event as EventRow
from habeas.desk.models import Office
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.office.office import local_day, office
from habeas.desk.services.record import audit_log
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import STRONG_FACTORS
from habeas.desk.workflow.machine import check_right, needed
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.reports.build import Report, build, corrections
from habeas.statistics.reports.catalog import check_place, report_called
from habeas.statistics.reports.changes import Change
from habeas.statistics.reports.folder import manifest_of, report_files
from habeas.statistics.reports.layout import layouts

KIND = "office_report"
"""The object of each event of a report."""
EPOCH = (1980, 1, 1, 0, 0, 0)
OTHERWISE = "This program counts this version otherwise than the one that prepared it; return it, and prepare it again."


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """One version as the record tells it: what, over which events, by whom prepared, by whom decided (empty: it waits)."""

    key: str
    name: str
    first: date
    last: date
    version: int
    size: int
    digest: str
    prepared_by: str
    prepared_at: datetime
    state: str = "waits"
    decided_by: str = ""
    decided_at: datetime | None = None
    why: str = ""

    @property
    def period(self) -> tuple[str, date, date]:
        """What it reports, over which days: versions of one period follow each other."""
        return self.name, self.first, self.last


def counted(name: str, first: date, last: date, upto: int | None = None) -> Report:
    """The report over the record as it stands, or over its first `upto` events. Raises BadInputError where it cannot be."""
    here = office()
    check_place(report_called(name), here.jurisdiction)
    place = {"agency": here.agency, "jurisdiction": here.jurisdiction, "time_zone": here.time_zone}
    return build(name, ledger_of(audit_log.events(), place, upto), first, last)


def is_over(last: date, at: datetime) -> bool:
    """Whether the last day of a period has passed where the office is: before that, a figure of it may still change."""
    return last < local_day(office(), at)


def not_yet(report: Report) -> frozenset[str]:
    """The items of a report that count what stands on the day after its period."""
    return frozenset(line.item for line in layouts()[report.kind.name].lines if line.on == "day_after")


def digest_of(report: Report) -> str:
    """The digest of every table: what two people sign."""
    tables = {name: hashlib.sha256(report.csv(name)).hexdigest() for name in report.tables}
    return hashlib.sha256(canonical_json(tables).encode()).hexdigest()


def versions() -> list[ReportVersion]:
    """Every version there ever was, the newest first."""
    found: dict[str, ReportVersion] = {}
    for _, body in sorted(  # few: sorted here, where the store would sort them beside
        EventRow.objects.filter(kind=KIND).exclude(act__in=("view", "export")).values_list("seq", "body")
    ):
        event = decode_event(body.encode())
        found[event.object.id] = _after(found.get(event.object.id), event)
    return list(reversed(found.values()))


def _after(before: ReportVersion | None, event: Event) -> ReportVersion:
    detail = event.detail
    if before is None:
        days = date.fromisoformat(detail["from"]), date.fromisoformat(detail["to"])
        return ReportVersion(
            event.object.id, detail["report"], *days, detail["version"], detail["events"], detail["digest"], event.actor, event.when,
        )  # fmt: skip
    state = "approved" if event.act == "sign" else "returned"
    return replace(
        before, state=state, decided_by=event.actor, decided_at=event.when, why=str(detail.get("reason", ""))
    )


def version_called(key: str) -> ReportVersion | None:
    """One version by its key."""
    return next((each for each in versions() if each.key == key), None)


def earlier(version: ReportVersion) -> ReportVersion | None:
    """The approved version that this one corrects."""
    same = (each for each in versions() if each.period == version.period and each.state == "approved")
    return next((each for each in same if each.version < version.version), None)


def prepare(name: str, first: date, last: date, seen: str, doing: Doing) -> str:
    """Prepare the report as it was previewed (`seen`: its digest); its key. Nothing leaves before another person approves it.

    Raises RefusedError for a period that is not over, where one waits already, where nothing changed since the last, or where the
    figures are not those shown.
    """
    check_right(needed("prepare_report"), doing.role)
    if not is_over(last, doing.at):
        raise RefusedError("The period is not over: a report of it is prepared after its last day.")
    with acting(doing, "prepare", KIND, new_key()) as entry:
        _one_at_a_time()  # two people who prepare one report at once make one version, and not two of one number
        report, number = counted(name, first, last), _next_version(name, first, last)
        digest = digest_of(report)
        if digest != seen:
            raise RefusedError("The record changed since this preview; look again and prepare it then.")
        if any(each.digest == digest and each.version == number - 1 for each in _approved(name, first, last)):
            raise RefusedError(f"Nothing changed since version {number - 1}; that version stands.")
        entry.detail |= {"step": "report prepared", "report": name, "from": first.isoformat(), "to": last.isoformat()}
        entry.detail |= {"version": number, "events": report.ledger.size, "head": report.ledger.head, "digest": digest}
    return entry.object


def _one_at_a_time() -> None:
    Office.objects.select_for_update(of=("self",)).first()


def _approved(name: str, first: date, last: date) -> list[ReportVersion]:
    return [each for each in versions() if each.period == (name, first, last) and each.state == "approved"]


def _next_version(name: str, first: date, last: date) -> int:
    if any(each.period == (name, first, last) and each.state == "waits" for each in versions()):
        raise RefusedError("A version of this report waits for approval; approve or return it first.")
    return 1 + max((each.version for each in _approved(name, first, last)), default=0)


def decide(version: ReportVersion, seen: str, why: str, doing: Doing, *, accept: bool) -> None:
    """Approve a version that waits, or return it with a reason; by a second person, with a second factor. RefusedError else."""
    check_right(needed("approve_report"), doing.role)
    if doing.factor not in STRONG_FACTORS:
        raise RefusedError("Enter your second factor (code or security key) to confirm.")
    if not accept and not why.strip():
        raise RefusedError("Say why it is returned.")
    with acting(doing, "sign" if accept else "send_back", KIND, version.key) as entry:
        _one_at_a_time()
        _check_waits(version, seen, doing, accept=accept)
        entry.detail |= {"step": "report approved" if accept else "report returned", "digest": version.digest}
        entry.detail |= {} if accept else {"reason": why.strip()[:300]}


def _check_waits(version: ReportVersion, seen: str, doing: Doing, *, accept: bool) -> None:
    fresh = version_called(version.key)
    if fresh is None or fresh.state != "waits" or fresh.digest != seen:
        raise RefusedError("This version is not waiting as you were shown it; look again.")
    if fresh.prepared_by == doing.actor:
        raise RefusedError("You prepared this report; another person approves or returns it.")
    if accept:
        report_of(fresh)


def report_of(version: ReportVersion) -> Report:
    """The version, counted again over the events it was counted from. Raises RefusedError where its figures are others now."""
    report = counted(*version.period, version.size)
    if digest_of(report) != version.digest:
        raise RefusedError(OTHERWISE)
    return report


def changes_of(version: ReportVersion, report: Report) -> tuple[Change, ...]:
    """What it corrects of the approved version before it."""
    before = earlier(version)
    return corrections(report, report_of(before)) if before else ()


def zip_of(version: ReportVersion, doing: Doing) -> bytes:
    """An approved version as one ZIP with who prepared and who approved it; an event says that it was taken out."""
    check_right(needed("see_reports"), doing.role)
    if version.state != "approved":
        raise RefusedError("Only an approved version can be downloaded.")
    report = report_of(version)
    files = report_files(report, version.version, changes_of(version, report)) | {
        "signatures.json": _signatures(version)
    }
    files["manifest.json"] = readable_json(manifest_of(report, version.version, files)).encode()
    content = _packed(files | {SUMS: sums(files)})
    with acting(doing, "export", KIND, version.key) as entry:
        entry.detail |= {"sha256": hashlib.sha256(content).hexdigest(), "files": len(files)}
    return content


def _signatures(version: ReportVersion) -> bytes:
    decided = version.decided_at.isoformat() if version.decided_at else None
    return readable_json({
        "prepared": {"by": version.prepared_by, "at": version.prepared_at.isoformat()},
        "approved": {"by": version.decided_by, "at": decided}, "tables_sha256": version.digest,
    }).encode()  # fmt: skip


def _packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as kept:
        for name, content in sorted(files.items()):
            kept.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return out.getvalue()


def behind(version: ReportVersion, cell: str) -> list[tuple[str, list[Event]]]:
    """Each fact that counts in a cell, with its events. Raises BadInputError for a cell that the report does not have."""
    report = report_of(version)
    if cell not in {each.name for each in report.cells} | {name for name, _, _ in report.trace}:
        raise BadInputError("The report has no such cell.")
    facts = [
        (key, [found for seq in events.split() if (found := whole_number(seq)) is not None])
        for name, key, events in report.trace
        if name == cell
    ]
    wanted = {seq for _, each in facts for seq in each}
    told = {event.seq: event for event in audit_log.events() if event.seq in wanted}
    return [(key, [told[seq] for seq in each if seq in told]) for key, each in facts]
