"""Releases of public figures: made from the record, attacked before they exist, frozen, and read again as they were."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from django.conf import settings

from habeas.audit.chain import read_records
from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import Event as EventRow
from habeas.desk.models import FiguresRelease, Office
from habeas.desk.record.writing import acting
from habeas.desk.secret_files import write_secret
from habeas.desk.services.office.office import local_day, office
from habeas.desk.services.publication.counting import (
    EXCLUDES,
    INCLUDES,
    NOUN,
    first_day,
    ledger,
)
from habeas.requests.vocabulary import KIND_WORDS
from habeas.statistics.attack.claims import Claim
from habeas.statistics.charts.series import ANSWER_TIME, ASIDE, SERIES
from habeas.statistics.charts.tables import package_of, table_csv, tables_of
from habeas.statistics.disclosure.by_year import YearSeries
from habeas.statistics.disclosure.release import Names, NothingToReleaseError, Release, ReleaseOrder
from habeas.statistics.ledger.rows import UNCLASSED
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.values import OUTCOMES
from habeas.statistics.publishing import Audited, audited_release
from habeas.statistics.reports.pictures import changes_by_month

EVENT = ("site", "seq", "prev", "hash", "at", "actor", "act", "kind", "object", "request", "body")
"""The columns of an event's row."""
SECRET_FILE = "figures.key"  # noqa: S105 - the name of a file


def releases() -> list[Release]:
    """Every release, oldest first, as it was frozen. BadInputError where its bytes are not those that were frozen."""
    return [_read(row) for row in FiguresRelease.objects.order_by("version")]


def newest() -> Release | None:
    """The release that the public pages show; None before the first."""
    row = FiguresRelease.objects.order_by("-version").first()
    return None if row is None else _read(row)


def release(version: int) -> Release | None:
    """One release by its number."""
    row = FiguresRelease.objects.filter(version=version).first()
    return None if row is None else _read(row)


def _read(row: FiguresRelease) -> Release:
    found = Release(row.text, row.counted)
    if found.sha256 != row.sha256:
        raise BadInputError(f"Release {row.version} of the figures is not as it was frozen.")
    return found


@dataclass(frozen=True, slots=True)
class YearCorrection:
    """A year whose released counts are opened again where they moved by five or more, and why."""

    year: str
    reason: str


def publish(
    first: date | None, last: date, others: Sequence[Claim], doing: Doing, correct: YearCorrection | None = None
) -> Audited:
    """Make the next release up to a day, attack it together with all before and what others printed, and freeze it.

    With `correct` it is the yearly correction of a year.
    Raises FallenError, NothingToReleaseError or RoundingError, and then nothing is kept.
    """
    before = newest()
    order = _order(office(), first, last, before, doing)
    if correct is not None:
        order = replace(order, correct=correct.year, reason=correct.reason)
    made = audited_release(order, _names(releases()), others)
    with acting(doing, "publish", "figures", str(made.release.data["version"])) as entry:
        row = FiguresRelease.objects.create(
            version=made.release.data["version"], text=made.release.text, sha256=made.release.sha256,
            counted=dict(made.release.counted), made_at=doing.at, made_by=doing.account,
        )  # fmt: skip
        entry.detail |= {"version": row.version, "sha256": row.sha256, "to": str(last), "tries": made.tries}
        if correct is not None:
            entry.detail |= {"corrects": correct.year, "reason": correct.reason}
    return made


def _names(found: Sequence[Release]) -> list[tuple[str, str]]:
    return [(f"release {each.data['version']}", each.text) for each in found]


def _order(here: Office, first: date | None, last: date, before: Release | None, doing: Doing) -> ReleaseOrder:
    began = first_day(here)
    if began is None:
        raise NothingToReleaseError("The record holds no event yet.")
    start = began if first is None else max(first, began)
    if before is not None:
        start = date.fromisoformat(before.data["first_day_of_record"])
    kinds = {**KIND_WORDS, UNCLASSED: "not classified yet"}
    names = Names(here.site, here.agency, kinds, OUTCOMES)
    series, marks = _series(here, start, last), _marks(here, start, last)
    on = local_day(here, doing.at)
    return ReleaseOrder(names, ledger(here), start, last, on, _secret(), before, marks=marks, series=series)


def _series(here: Office, first: date, last: date) -> tuple[YearSeries, ...]:
    """What is counted of each year besides, from the record alone."""
    place = {"agency": here.agency, "jurisdiction": here.jurisdiction, "time_zone": here.time_zone}
    events = EventRow.objects.order_by("site", "seq").values(*EVENT).iterator(chunk_size=2_000)
    found = ledger_of(read_records(events), place)
    answered = tuple(name for name in OUTCOMES if name != ASIDE)
    return tuple(
        YearSeries(
            str(year), each.name, each.title, each.says, each.unit, each.classes,
            counted(found, date(year, 1, 1), date(year, 12, 31)), answered if each is ANSWER_TIME else (),
        )
        for year in range(first.year, last.year + 1)
        for each, counted in SERIES
    )  # fmt: skip


def _marks(here: Office, first: date, last: date) -> tuple[tuple[str, str], ...]:
    """The months in which law of the place began, ended or changed, with its sections."""
    if not here.jurisdiction:
        return ()
    return tuple(sorted(changes_by_month(here.jurisdiction, first, last).items()))


def _secret() -> bytes:
    """What decides which way a count is rounded: made once, kept beside the key that signs heads, never in the database."""
    path = Path(settings.DATA) / SECRET_FILE
    if not path.exists():
        write_secret(path, secrets.token_hex(32))
    return path.read_bytes()


def files_of(found: Release) -> dict[str, bytes]:
    """The files of a release: its document, each table as CSV, and their description."""
    tables = tables_of(found.data)
    files = {f"{each.name}.csv": table_csv(each).encode() for each in tables}
    described = package_of(found.data, tables, counted())
    return {"release.json": found.text.encode(), **files, "datapackage.json": described.encode()}


def counted() -> str:
    """What is counted and what is not, as one paragraph."""
    return f"Counted: {NOUN}: {'; '.join(INCLUDES)}. Not counted: {'; '.join(EXCLUDES)}."
