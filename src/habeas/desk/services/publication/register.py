"""The publication register: which field the jail shows to anyone, since when, where, by what proof. An entry ends; it is never deleted."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from habeas.answers.register import Register, read_register
from habeas.desk.built_once import BuiltOnce
from habeas.desk.doing import Doing
from habeas.desk.models import Publication
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.requests.vocabulary import FIELD_ACTS


@dataclass(frozen=True, slots=True)
class ShownPublication:
    """One field today: whether anybody can see it, and by which entry."""

    field: str
    entry: Publication | None

    @property
    def public(self) -> bool:
        """Whether anybody can see it today."""
        return self.entry is not None


def today(day: date) -> list[ShownPublication]:
    """Every field of a person with what anybody can see of it on `day`: a kept register speaks for each."""
    rows = _ENTRIES()
    return [
        ShownPublication(name, next((each for each in reversed(rows) if _holds(each, name, day)), None))
        for name in FIELD_ACTS
    ]


_ENTRIES = BuiltOnce(lambda: Publication.objects.select_related("recorded_by").order_by("since", "id"))


def entries() -> list[Publication]:
    """Every entry there ever was, the newest first."""
    return list(Publication.objects.select_related("recorded_by").order_by("-since", "-id"))


def entry(key: str) -> Publication | None:
    """One entry."""
    return Publication.objects.filter(key=key).first()


def _holds(each: Publication, name: str, day: date) -> bool:
    return each.field == name and each.since <= day and (each.until is None or day <= each.until)


def add(field: str, since: date, where: str, evidence: str, doing: Doing, until: date | None = None) -> Publication:
    """Record that a field is shown to anyone. A field shown at the same place at the same time is not recorded twice."""
    check_right(needed("keep_register"), doing.role)
    _check(field, since, where, evidence, doing, until)
    with acting(doing, "publish", "publication", "") as entry:
        made = Publication.objects.create(
            field=field, since=since, until=until, where=where.strip()[:200], evidence=evidence.strip()[:300],
            recorded_by=doing.needed_account, recorded_at=doing.at,
        )  # fmt: skip
        entry.object = made.key
        entry.detail |= {"step": "added", "field": field, "since": since.isoformat(), "where": made.where}
    return made


def _check(field: str, since: date, where: str, evidence: str, doing: Doing, until: date | None) -> None:
    if field not in FIELD_ACTS:
        raise RefusedError("Choose the field from the list.")
    if not where.strip() or not evidence.strip():
        raise RefusedError("Enter where it is shown, and the evidence (a screen print, a change number).")
    if since > doing.at.date():
        raise RefusedError("It is not shown yet; enter it on the first day it is.")
    if until is not None and until < since:
        raise RefusedError("It cannot end before it began.")
    same = Publication.objects.filter(field=field, where=where.strip()[:200], since=since).first()
    if same is not None:
        raise RefusedError("This is in the schedule already.")


def end(publication: Publication, until: date, doing: Doing) -> None:
    """Record the last day on which a field was shown. What ended stays in the register."""
    check_right(needed("keep_register"), doing.role)
    if publication.until is not None:
        raise RefusedError("This entry has ended already.")
    if until < publication.since:
        raise RefusedError("It cannot end before it began.")
    with acting(doing, "publish", "publication", publication.key) as entry:
        publication.until = until
        publication.save(update_fields=["until"])
        entry.detail |= {"step": "ended", "field": publication.field, "until": until.isoformat()}


def load(text: str, name: str, doing: Doing) -> list[Publication]:
    """Load a register written for `--register` (TOML), all or nothing; entries that stand here already are passed over."""
    return add_all(read_register(text, name), doing)


def add_all(register: Register, doing: Doing) -> list[Publication]:
    """Add what of a register is not here yet, all or nothing."""
    held = set(Publication.objects.values_list("field", "where", "since"))
    fresh = [each for each in register.publications if (each.field, each.where[:200], each.since) not in held]
    with transaction.atomic():
        return [add(each.field, each.since, each.where, each.evidence, doing, each.until) for each in fresh]
