"""The answer package (`FORMATS.md`): everything that goes out for one request and everything that stays, written whole or not at all."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from habeas.answers.added import GENERATED, approved_letter, with_paragraphs
from habeas.answers.build import Answer
from habeas.answers.choices import Does
from habeas.answers.compose import letter_facts, notice_facts
from habeas.answers.docx import letter_docx
from habeas.answers.fields import COLUMNS, DisclosedColumn
from habeas.answers.languages import PACKED
from habeas.answers.letter import LetterFacts, LetterSigner, kept_letter, letter_pdf, letter_text
from habeas.answers.letter_template import with_template
from habeas.answers.manifest import SUMS, digest, manifest, sums
from habeas.answers.notices import notice_pdf
from habeas.answers.open_now import asks_of_list, counted_questions, every_question
from habeas.answers.practice import LETTER, for_practice
from habeas.answers.re_block import subject_name
from habeas.answers.tables import csv_bytes, data_package, xlsx_bytes
from habeas.answers.worksheet import openings, worksheet
from habeas.common.canonical import readable_json
from habeas.common.whole_folder import check_free, whole_folder, write_files
from habeas.law.engine.jurisdictions import without_policy
from habeas.law.model.vocabulary import Act, Outcome, What

TEMPLATE, BUILT = "internal/letter-template.txt", "internal/letter-built-in.txt"
"""The template in whose frame the letter stands, and the letter without it."""
MAX_NAME = 60
WHOSE = ""
"""Stands for the columns that say whose record a row is; they are no field that was asked for."""


def write_package(answer: Answer, out: Path, inputs: dict[str, str | None]) -> dict[str, bytes]:
    """Write the whole package into `out`, or nothing. Returns every file by its path inside the package."""
    check_free(out)
    files = package_files(answer, inputs)
    with whole_folder(out) as work:
        for folder in ("outgoing", "internal", "internal/notices"):
            (work / folder).mkdir(mode=0o700)
        write_files(work, files)
    return files


def package_files(
    answer: Answer,
    inputs: dict[str, str | None],
    languages: Sequence[str] = PACKED,
    prepared: LetterSigner | None = None,
    added: tuple[str, ...] = (),
    template: str = "",
) -> dict[str, bytes]:
    """Every file of the package by its path, the manifest last; notices in each of `languages`.

    `prepared` is who made it, where known; `added` are paragraphs that a person adds to the letter in the frame of `template`.
    """
    files = dict(_outgoing(answer, prepared, added, template)) | dict(_internal(answer, languages))
    files[SUMS] = sums(files)
    files["manifest.json"] = manifest(files, inputs, answer.law, answer.setting.as_of.isoformat())
    return files


def _outgoing(
    answer: Answer, prepared: LetterSigner | None, added: tuple[str, ...], template: str
) -> Iterator[tuple[str, bytes]]:
    built = letter_facts(answer, prepared)
    generated = with_template(built, template)
    facts = with_paragraphs(generated, added)
    yield from ((f"outgoing/{name}", content) for name, content in letter_files(facts).items())
    yield "internal/letter.json", kept_letter(facts)
    if generated != built:
        yield TEMPLATE, template.encode()
        yield BUILT, letter_text(built).encode()
    if added:
        yield GENERATED, letter_text(approved_letter(generated)).encode()
    if answer.disclosed:
        yield from _disclosed(answer)


def letter_files(facts: LetterFacts) -> dict[str, bytes]:
    """The letter in each form in which it leaves, by its name; one made for practice says so in each."""
    if for_practice():
        facts = replace(facts, draft=f"{LETTER} {facts.draft}".strip())
    return {
        "letter.docx": letter_docx(facts),
        "letter.pdf": letter_pdf(facts),
        "letter.txt": letter_text(facts).encode(),
    }


def _disclosed(answer: Answer) -> Iterator[tuple[str, bytes]]:
    """The rows and fields that may leave, as CSV and XLSX, with the description of both."""
    columns = disclosed_columns(answer)
    rows = [
        [column.value(each.subject) if name in {WHOSE, *each.disclosed} else "" for name, column in columns]
        for each in answer.disclosed
    ]
    header = [column.name for _, column in columns]
    tables = {
        "disclosed.csv": csv_bytes(header, rows),
        "disclosed.xlsx": xlsx_bytes("disclosed", header, rows, answer.setting.as_of),
    }
    yield from ((f"outgoing/{name}", content) for name, content in tables.items())
    described = data_package(
        "disclosed",
        f"Rows disclosed in answer to request {answer.request.id}",
        {name: (digest(content), len(content)) for name, content in tables.items()},
        [(column.name, column.says, column.kind) for _, column in columns],
    )
    yield "outgoing/datapackage.json", readable_json(described).encode()


def disclosed_columns(answer: Answer) -> list[tuple[str, DisclosedColumn]]:
    """The columns of the disclosed rows: whose record it is, then each field of which something leaves, in the order asked."""
    given = {name for each in answer.disclosed for name in each.disclosed}
    asked = [(name, column) for name in answer.request.fields if name in given for column in COLUMNS[name]]
    return [*_whose(answer, given), *asked]


def _whose(answer: Answer, given: set[str]) -> list[tuple[str, DisclosedColumn]]:
    """The name and booking number that the letter states of the one person it is about, where the fields asked do not hold them."""
    if answer.request.about_a_class:
        return []
    name = DisclosedColumn("subject", "the person, as the letter names the person", lambda _: subject_name(answer))
    rows = [("name", name), *(("booking_id", column) for column in COLUMNS["booking_id"])]
    return [(WHOSE, column) for key, column in rows if key not in given]


def _internal(answer: Answer, languages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    yield "internal/answer.json", readable_json(answer_data(answer)).encode()
    yield "internal/decisions.jsonl", _decision_lines(answer)
    yield "internal/worksheet.txt", worksheet(answer).encode()
    yield (
        "internal/withheld.csv",
        csv_bytes(
            ("person", "field", "provision"),
            ((each.person_id, each.field, each.provision) for person in answer.people for each in person.withheld),
        ),
    )
    yield (
        "internal/questions.csv",
        csv_bytes(
            ("person", "fact", "question", "who_can_say", "people"),
            (
                (each.person_id, each.ask.fact, each.ask.ask, each.ask.of, count)
                for each, count in counted_questions(answer)
            ),
        ),
    )
    yield from _notices(answer, languages)


def _decision_lines(answer: Answer) -> bytes:
    """One line a person, as `habeas decide` prints it; people decided on the same facts share the text behind their numbers."""
    written: dict[int, str] = {}
    lines = []
    if answer.office:
        lines.append(json.dumps(answer.office.as_data(), ensure_ascii=False, separators=(",", ":")) + "\n")
    for each in answer.people:
        shared = id(each.decision.acts)
        if shared not in written:
            data = each.decision.as_data()
            del data["id"]
            written[shared] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))[1:]
        person, booking = each.subject.person.person_id, each.subject.booking.booking_id
        numbers = json.dumps(
            {"person_id": person, "booking_id": booking, "id": each.decision.id},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        lines.append(f"{numbers[:-1]},{written[shared]}\n")
    return "".join(lines).encode()


def _notices(answer: Answer, languages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """A notice for each person to whom the law owes one, in each language."""
    for each in answer.people:
        owed = [due for due in each.decision.duties if due.duty.what in {What.STATE_INTENT, What.INFORM_OF_DETAINER}]
        for language in languages if owed else ():
            facts = notice_facts(answer, each, owed[0])
            yield (
                f"internal/notices/{_file_name(each.subject.person.person_id)}-{language}.pdf",
                notice_pdf(facts, language),
            )


def _file_name(text: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in text)[:MAX_NAME]


def answer_data(answer: Answer) -> dict[str, Any]:
    """`internal/answer.json`: the answer as a whole, without a name."""
    withheld = Counter((each.field, each.provision) for person in answer.people for each in person.withheld)
    questions = every_question(answer)
    return {
        "request": {
            "id": answer.request.id,
            "kind": answer.request.kind,
            "asks": sorted(answer.request.asks),
            "fields": list(answer.request.fields),
            "sha256": answer.request.sha256,
        },
        "jurisdiction": without_policy(answer.setting.jurisdiction),
        "as_of": answer.setting.as_of.isoformat(),
        "people": answer.in_custody,
        "not_in_custody": answer.not_in_custody,
        "decided": len(answer.people),
        "counts": answer.counts() | {"citizenship": answer.citizenship()},
        "disclosed": {
            "people": len(answer.disclosed),
            "fields": [
                name for name in answer.request.fields if any(name in each.disclosed for each in answer.disclosed)
            ],
        },
        "withheld": {
            "people": sum(bool(each.withheld) for each in answer.people),
            "by": [
                {"field": field, "provision": why, "people": count} for (field, why), count in sorted(withheld.items())
            ],
        },
        "questions": {
            "open": len(questions),
            "people": len({each.person_id for each in questions if each.person_id}),
        },
        "basis": basis(answer),
        "opened_by": openings(answer),
        "duties": _duties(answer),
        "said": list(answer.said),
        "asks": asks_of_list(answer),
        "law": answer.law,
    } | _chosen(answer)


def _chosen(answer: Answer) -> dict[str, Any]:
    """What the office does, where it has chosen; and the outcomes of a request about no person."""
    office = {act.value: answer.office.acts[act].outcome.value for act in answer.acts} if answer.office else None
    return ({"office": office} if office else {}) | ({"choices": _does_by_act(answer)} if answer.choices else {})


def _does_by_act(answer: Answer) -> dict[str, Any]:
    """What the office does about each act; where it does not do the same for everybody of a list, by outcome."""
    by_act: dict[Act, dict[Outcome, Does]] = {}
    for (act, outcome), does in answer.choices.items():
        by_act.setdefault(act, {})[outcome] = does
    return {
        act.value: next(iter(rows.values())).value if len(rows) == 1 else {key.value: rows[key].value for key in rows}
        for act, rows in by_act.items()
    }


def basis(answer: Answer) -> list[dict[str, Any]]:
    """The provisions that carry the answer, with how many people each carries it for."""
    counted: Counter[str] = Counter()
    rules = {}
    for made in answer.decisions:
        for act in answer.acts:
            for reason in made.acts[act].controlling:
                rules[reason.provision.id] = reason.provision
                counted[f"{act.value} {reason.outcome.value} {reason.provision.id}"] += 0 if answer.office else 1
    found = []
    for key in sorted(counted):
        about, outcome, rule = key.split(" ", 2)
        source = rules[rule].source
        found.append(
            {
                "act": about,
                "outcome": outcome,
                "provision": rule,
                "citation": source.citation,
                "people": counted[key],
                "sentence": rules[rule].sentence,
                "sureness": source.sureness.value,
                "address": source.address,
            }
        )
    return found


def _duties(answer: Answer) -> list[dict[str, Any]]:
    counted = Counter((due.duty.what.value, due.source.citation) for each in answer.decisions for due in each.duties)
    return [
        {"what": what, "citation": citation, "people": count} for (what, citation), count in sorted(counted.items())
    ]
