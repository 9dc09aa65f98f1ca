"""The answer as it goes out: the letter and every file of its package, drawn from the draft and what the office does."""

from collections.abc import Iterable, Sequence
from datetime import date

from habeas.answers.added import with_paragraphs
from habeas.answers.build import with_choices
from habeas.answers.compose import letter_facts
from habeas.answers.languages import package_languages
from habeas.answers.letter import LetterSigner, letter_text
from habeas.answers.letter_template import with_template
from habeas.answers.package import package_files
from habeas.desk.doing import Doing
from habeas.desk.models import Account, ActChoice, Paper
from habeas.desk.services.decisions.act_choices import chosen_of
from habeas.desk.services.decisions.draft_answer import DraftAnswer
from habeas.desk.services.office.letter_templates import template_text

WORKSHEET = "internal/worksheet.txt"


def preparer(doing: Doing) -> LetterSigner | None:
    """Whoever prepares the answer, as the letter names them; None where a program does."""
    if doing.account is None:
        return None
    return signer("Prepared by", doing.account)


def signer(role: str, account: Account, on: date | None = None) -> LetterSigner:
    """An account as it stands under a signature; the role in words where no title was entered."""
    title = account.title or str(account.get_role_display())
    return LetterSigner(role, account.shown, title, account.badge, account.telephone, on)


def letter_of(
    worked: DraftAnswer,
    rows: Iterable[ActChoice],
    prepared: LetterSigner | None = None,
    added: tuple[str, ...] = (),
    template: str | None = None,
) -> str:
    """The letter in words, as it would go out with these rows and added paragraphs; in the frame in use where `template` is None."""
    facts = letter_facts(with_choices(worked.answer, chosen_of(rows)), prepared)
    frame = template_text(worked.answer.request.kind) if template is None else template
    return letter_text(with_paragraphs(with_template(facts, frame), added))


def package_of(
    worked: DraftAnswer,
    rows: Sequence[ActChoice],
    prepared: LetterSigner | None = None,
    paper: Paper | None = None,
    added: tuple[str, ...] = (),
) -> dict[str, bytes]:
    """Every file of the answer as it will go out, by its path. The manifest names the roster and `paper` by their own bytes."""
    hashes: dict[str, str | None] = {"roster": worked.inputs.roster_sha256, "request": worked.answer.request.sha256}
    hashes |= {"roster_file": worked.inputs.roster_sha256, "request_file": paper.sha256 if paper else None}
    answer = with_choices(worked.answer, chosen_of(rows))
    languages = package_languages((worked.inputs.person or {}).get("language"))
    files = package_files(answer, hashes, languages, prepared, added, template_text(answer.request.kind))
    return {path: _with_counsel(path, content, rows) for path, content in files.items()}


def _with_counsel(path: str, content: bytes, rows: Sequence[ActChoice]) -> bytes:
    """The worksheet with counsel's condition on each act that rests on counsel's answer; every other file as it is."""
    if path != WORKSHEET:
        return content
    said = [
        f"Counsel on {each.act.replace('_', ' ')}: {each.opinion.outcome.replace('_', ' ')}"
        f"{f', if: {each.opinion.condition}' if each.opinion.condition else ''}"
        for each in rows
        if each.opinion is not None
    ]
    return content + "".join(f"{line}\n" for line in ["", *said]).encode() if said else content
