"""Several papers in one go: chosen letters and notices as one PDF to print, and notices served to one person or several.

Each service is an event of its own, and what a service needs it needs here as well; nothing is served to a person whose papers
nobody confirmed.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from habeas.answers.languages import LANGUAGES, code_of
from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Notice, PackageFile, Person, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.duties import TOLD_TO_OTHERS
from habeas.desk.services.decisions.leaving import OUT, SIGNED
from habeas.desk.services.outgoing.notice_papers import paper
from habeas.desk.services.outgoing.notices import CONSULAR, Told, due, serve_together
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed

MOST = 60
"""How many papers at most are drawn or served at once."""
PRINTS = ("ready", "answered", "watching")
"""States in which the letter of a request is printed with others: it is in force."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One person and the notices that one visit can serve; how it went there, where somebody said so."""

    person: Person
    notices: Sequence[Notice]
    language: str = ""
    result: str = ""
    told: Told = field(default_factory=Told)

    @property
    def speaks(self) -> str:
        """The language on record, as a code; English where none is known."""
        return code_of(self.person.language) or "en"

    @property
    def offers(self) -> bool:
        """Whether consular notification is offered, so that an answer is asked."""
        return any(each.what == CONSULAR for each in self.notices)


def visits(keys: Iterable[str] = (), person: str = "") -> list[Visit]:
    """The notices still due with these keys, or all of one person (by key), by person; those to others have pages of their own."""
    rows = due().exclude(what__in=TOLD_TO_OTHERS)
    rows = rows.filter(person__key=person) if person else rows.filter(key__in=list(keys)[:MOST])
    found: dict[int, list[Notice]] = {}
    for each in rows:
        found.setdefault(each.person_id, []).append(each)
    return [Visit(same[0].person, same) for same in found.values()]


def serve_visit(visit: Visit, doing: Doing) -> int:
    """Record that all notices of a visit were given, each an event of its own: all of them, or none where one cannot be. How many."""
    by_request: dict[int, list[Notice]] = {}
    for each in visit.notices:
        by_request.setdefault(each.request_id, []).append(each)
    with transaction.atomic():
        for same in by_request.values():
            serve_together(same, visit.result, visit.language, doing, visit.told)
    return len(visit.notices)


def letters_to_print() -> list[Request]:
    """The requests whose letter is in force and has not gone out: the oldest first."""
    settled = Decision.objects.filter(state=Decision.State.SETTLED, request__state="ready").values("request")
    rows = Request.objects.filter(pk__in=settled).select_related("person").defer("source", "match", "person__record")
    return list(rows.order_by("received_at")[:200])


def print_together(numbers: Sequence[str], keys: Sequence[str], doing: Doing) -> bytes:
    """The letters of these requests and these notices, each in the person's language, as one PDF; each printing is an event.

    Raises RefusedError for none, for more than MOST, for a letter that is not in force, and where the role may not.
    """
    numbers, keys = list(dict.fromkeys(numbers)), list(dict.fromkeys(keys))
    if not numbers and not keys:
        raise RefusedError("Choose what to print.")
    if len(numbers) + len(keys) > MOST:
        raise RefusedError(f"Choose at most {MOST} papers at once.")
    with transaction.atomic():
        made = [_letter(number, doing) for number in numbers] + _notices(keys, doing)
    return joined(made)


def _letter(number: str, doing: Doing) -> bytes:
    check_right(needed("dispatch"), doing.role, "ready")
    paths = [f"{SIGNED}letter.pdf", f"{OUT}letter.pdf"]
    rows = PackageFile.objects.filter(decision__request__number=number, decision__state=Decision.State.SETTLED)
    found = rows.filter(path__in=paths, decision__request__state__in=PRINTS).order_by("-path").first()
    if found is None:
        raise RefusedError(f"{number}: no letter is in force, so none is printed.")
    with acting(doing, "print", "decision", found.decision.key, number) as entry:
        entry.detail |= {"file": found.path, "sha256": found.sha256}
    return bytes(found.content)


def _notices(keys: Sequence[str], doing: Doing) -> list[bytes]:
    if keys:
        check_right(needed("serve_notice"), doing.role, "ready")
    rows = {each.key: each for each in due().filter(key__in=keys)}
    if len(rows) < len(keys):
        raise RefusedError("A notice you chose is no longer due; look again.")
    return [_notice(rows[key], doing) for key in keys]


def _notice(notice: Notice, doing: Doing) -> bytes:
    language = code_of(notice.person.language) or "en"
    try:
        return paper(notice, language if language in LANGUAGES else "en", doing)
    except RefusedError as fault:
        raise RefusedError(f"{notice.request.number}: {fault}") from None


def joined(papers: Iterable[bytes]) -> bytes:
    """PDFs one after another. Raises BadInputError where one cannot be read."""
    from pypdf import PdfWriter  # noqa: PLC0415 - it loads what draws papers, which a start does not wait for

    made, out = PdfWriter(), io.BytesIO()
    try:
        for each in papers:
            made.append(io.BytesIO(each))
        made.write(out)
    except Exception as fault:
        raise BadInputError("A stored paper cannot be read, so nothing is printed together.") from fault
    return out.getvalue()


def chosen_visits(found: Sequence[Visit], given: Mapping[str, Any]) -> list[Visit]:
    """Of the visits those whose papers somebody confirmed, each with the notices that were handed over, and how it went.

    `given`: by person's key the keys handed over (`handed`), the language, the result, the answer to an offer; and `told` for all of them.
    """
    made = []
    for each in found:
        said = given["people"].get(each.person.key)
        if said is not None:
            handed = [row for row in each.notices if row.key in said["handed"]]
            told = replace(given["told"], answer=said["answer"])
            made.append(Visit(each.person, handed, said["language"], said["result"], told))
    return made
