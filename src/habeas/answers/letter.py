"""The letter that answers a request: one set of sentences, laid out as a tagged PDF and as plain text."""

import textwrap
from dataclasses import dataclass
from datetime import date

import msgspec

from habeas.answers.pdf import render_pdf
from habeas.answers.practice import LETTER as PRACTICE
from habeas.answers.sheets import fill
from habeas.answers.words import long_date

WIDTH = 78
BLANK = "_" * 34


@dataclass(frozen=True, slots=True)
class Party:
    """Someone a letter is from, or to."""

    name: str
    agency: str
    address: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None

    def lines(self) -> tuple[str, ...]:
        """Name, agency and address, each line once."""
        kept: dict[str, str] = {}
        for line in (self.name, self.agency, *self.address):
            kept.setdefault(line.strip().casefold(), line.strip())
        return tuple(line for line in kept.values() if line)


@dataclass(frozen=True, slots=True)
class LetterSigner:
    """Who signs: printed under the line where known, left to be filled in where not."""

    role: str
    name: str = ""
    title: str = ""
    badge: str = ""
    telephone: str = ""
    on: date | None = None
    """The day of the signature, where it was given at the desk."""

    def lines(self) -> tuple[str, ...]:
        """The lines under the signature: what is known of the signer, or what a hand fills in where nobody is."""
        if not self.name:
            return ("Name:", "Title:", "Badge No.:", "Date:")
        reach = (self.badge and f"Badge No. {self.badge}", self.telephone and f"Telephone {self.telephone}")
        known = (self.name, self.title, ", ".join(filter(None, reach)))
        return (*filter(None, known), f"Date: {long_date(self.on)}" if self.on else "Date:")


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything the letter says. It holds no name of a person in custody but the one it is about."""

    sender: Party
    recipient: tuple[str, ...]
    on: date
    request_id: str
    draft: str
    """The mark of a draft, empty for a letter that may be signed as it is."""
    title: str
    """The title of a notice; a letter has none."""
    re: tuple[str, ...]
    salutation: str
    opening: tuple[str, ...]
    items: tuple[str, ...]
    """What the office will and will not do, each with its citation."""
    after: tuple[str, ...]
    record: tuple[str, ...]
    """Lines to be filled in by hand."""
    closing: str
    enclosures: tuple[str, ...]
    """The documents that go with it, by name."""
    signers: tuple[LetterSigner, ...]
    copies: tuple[str, ...]

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        return f"Request No. {self.request_id}"

    @property
    def head(self) -> tuple[str, ...]:
        """The letterhead under the agency's name."""
        s = self.sender
        contact = " | ".join(part for part in (s.phone and f"Telephone {s.phone}", s.email) if part)
        return tuple(line for line in (*s.address, contact) if line)

    @property
    def day(self) -> str:
        """The date in words."""
        return long_date(self.on)


def kept_letter(facts: LetterFacts) -> bytes:
    """The letter in its parts as JSON, from which it can be drawn again with another signer."""
    return msgspec.json.format(msgspec.json.encode(facts), indent=1) + b"\n"


def letter_from(kept: bytes) -> LetterFacts:
    """The letter from its parts. Raises msgspec.MsgspecError for anything that `kept_letter` did not write."""
    return msgspec.json.decode(kept, type=LetterFacts)


def letter_html(facts: LetterFacts) -> str:
    """The letter as HTML for the PDF."""
    title = facts.title or f"Re: {facts.re[0]}"
    unsent = facts.draft.replace(PRACTICE, "").strip()  # what is made for practice may be in effect there
    page = fill("letter.html", f=facts, language="en", title=title, foot=facts.foot, unsent=unsent)
    return page.replace("§ ", "§\u00a0")  # a section sign stands on one line with its section


def letter_pdf(facts: LetterFacts) -> bytes:
    """The letter as a tagged PDF."""
    return render_pdf(letter_html(facts))


def letter_text(facts: LetterFacts) -> str:
    """The letter as plain text, 78 columns, with the sentences of the PDF."""
    blocks = [
        "\n".join((facts.sender.agency, *facts.head)),
        facts.draft,
        facts.day,
        "\n".join(facts.recipient),
        facts.title.upper(),
        _re_text(facts.re),
        facts.salutation,
        *facts.opening,
        *(_hung(item, f"{number}. ") for number, item in enumerate(facts.items, start=1)),
        *facts.after,
        "\n".join(f"{line}: {BLANK}" for line in facts.record),
        facts.closing,
        *_signed_text(facts),
    ]
    return "\n\n".join(_wrap(block) for block in blocks if block) + "\n"


def _re_text(lines: tuple[str, ...]) -> str:
    first, *rest = lines
    return "\n".join([_hung(first, "Re:  "), *(_hung(line, "     ") for line in rest)])


def _signed_text(facts: LetterFacts) -> list[str]:
    signers = ["\n".join((f"{each.role}: {BLANK}", *each.lines())) for each in facts.signers]
    enclosures = [f"- {each}" for each in facts.enclosures]
    return [
        "Sincerely," if facts.salutation else "",
        facts.sender.agency,
        *signers,
        "\n".join(["Enclosures:", *enclosures]) if enclosures else "",
        "\n".join(f"cc: {each}" for each in facts.copies),
        facts.foot,
    ]


def _hung(text: str, start: str) -> str:
    after = " " * len(start)
    return textwrap.fill(text, WIDTH, initial_indent=start, subsequent_indent=after, break_on_hyphens=False)


def _wrap(block: str) -> str:
    return "\n".join(
        line if len(line) <= WIDTH else textwrap.fill(line, WIDTH, break_on_hyphens=False) for line in block.split("\n")
    )
