"""A decision as it is kept: its row with inputs, answer and law, what the office does, every file, the signatures, the event."""

import hashlib
from collections.abc import Iterable, Mapping

from django.db.models import Q

from habeas import __version__
from habeas.common.canonical import sha256_of
from habeas.desk.doing import Doing
from habeas.desk.models import ActChoice, Decision, PackageFile, Request, Signature
from habeas.desk.record.writing import EventEntry
from habeas.desk.services.cases.decision_inputs import place_of_inputs
from habeas.desk.services.cases.law_kept import keep_law, law_of
from habeas.desk.services.cases.related_rows import RelatedRows, rows_of
from habeas.desk.services.decisions.draft_answer import DraftAnswer, answer_json, changes_of
from habeas.desk.services.decisions.leaving import SIGNED
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision


def store_decision(request: Request, worked: DraftAnswer, doing: Doing, *, waits: bool) -> Decision:
    """Store the decision with the law it was made under, in place of the living one; `waits` for a second signature or not."""
    earlier = living_decision(request)
    if earlier is not None:
        earlier.state = Decision.State.REPLACED
        earlier.save(update_fields=["state"])
    made = Decision.objects.create(
        request=request,
        number=request.decisions.count() + 1,
        state=Decision.State.TO_SIGN if waits else Decision.State.SETTLED,
        jurisdiction=worked.inputs.jurisdiction,
        as_of=worked.inputs.as_of,
        inputs=worked.inputs.as_data(),
        answer=answer_json(worked),
        would_change=changes_of(worked),
        inputs_sha256=worked.inputs.sha256,
        law=law_of(place_of_inputs(worked.inputs)),
        program=__version__,
        drafted_by=doing.needed_account,
        drafted_at=doing.at,
    )
    keep_law(place_of_inputs(worked.inputs), doing)
    return made


def keep_rows(made: Decision, rows: Iterable[ActChoice]) -> None:
    """Keep what the office does, act by act."""
    kept = list(rows)
    for row in kept:
        row.decision = made
    ActChoice.objects.bulk_create(kept)


def keep_files(made: Decision, files: Mapping[str, bytes]) -> None:
    """Keep every file of the package with its hash."""
    PackageFile.objects.bulk_create(
        PackageFile(decision=made, path=path, content=content, sha256=hashlib.sha256(content).hexdigest())
        for path, content in files.items()
    )


def sign_door(decision: Decision, door: int, doing: Doing, seen: str) -> Signature:
    """Store one signature; the database refuses the same account at both doors. Raises RefusedError for a person's second account."""
    number = doing.needed_account.employee_number.strip()
    same = Signature.objects.filter(decision=decision, by__employee_number__iexact=number).exclude(by=doing.account)
    if number and same.exists():
        raise RefusedError(f"Employee number {number} signed this already under another account: another person signs.")
    return Signature.objects.create(
        decision=decision,
        door=door,
        by=doing.needed_account,
        role=doing.role,
        at=doing.at,
        factor=doing.factor,
        seen_sha256=seen,
    )


def shown_sha256(decision: Decision, read: RelatedRows | None = None) -> str:
    """The hash of what a signer is shown: the answer, what the office does, and every file that would go out.

    `read` is what a page has read of the decision already (`choice` and `file`).
    """
    read = read or RelatedRows(rows_of({"choice": Q(decision=decision), "file": Q(decision=decision)}))
    rows = sorted([row[name] for name in ("act", "outcome", "does", "ground", "words")] for row in read.of("choice"))
    files = sorted([row["path"], row["sha256"]] for row in read.of("file") if not row["path"].startswith(SIGNED))
    return sha256_of([decision.answer, rows, files])


def record_decision(entry: EventEntry, made: Decision) -> None:
    """Write into the event which decision was made, on which rules, and what the office does act by act."""
    acts = made.answer.get("acts", {})
    entry.packs = dict(made.law)
    entry.provisions = sorted(
        {row["provision"] for act in acts.values() for row in act["because"] if row.get("controls")}
    )
    entry.detail |= {"decision": made.key, "number": made.number, "inputs": made.inputs_sha256}
    does: dict[str, list[str]] = {}
    for each in made.choices.all():
        does.setdefault(each.act, []).append(f"{each.outcome} {each.does}")
    entry.detail["acts"] = {act: "; ".join(rows) for act, rows in does.items()}
