"""What *Confirm all* asks again before it confirms: each identifier and each blank, answered one by one, by a choice or by typing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from habeas.answers.addressee import reads_as_label
from habeas.common.errors import BadInputError
from habeas.desk.models import ReadField
from habeas.desk.services.papers.entries import NEVER_BLANK, Holds, PaperEntry, entry_of, value_of, written

IDENTIFIERS = frozenset(
    f"subject.{name}"
    for name in (
        "full_name", "family_name", "given_name", "date_of_birth", "a_number", "fbi_number", "state_id", "booking_id",
    )
)  # fmt: skip
"""What says who is meant: a glance over a full page does not confirm it."""
ADDRESSEE = "from.name"
"""To whom a letter is written that may need no approval: asked one by one as well, and so is whatever reads as a form's printed label."""
LABELED: Mapping[str, bool] = {ADDRESSEE: False, "from.agency": True, "executing_agency": True}
"""Fields that a label may have been read into, and whether each names an agency."""
TYPED = frozenset({Holds.TEXT, Holds.DAY, Holds.WORDS, Holds.LONG})
"""What can be typed in place; the others are chosen in their own field."""

GROUP, MARK = "class.filter_confirmed", "cancelled"
READERS = {
    GROUP: "Read the letter's words above, and the group that was entered: no more and no less?",
    MARK: "Look at the words on the document itself. Do they take this document back?",
}
"""Questions to whoever reads the document: yes or no, never *not on the document*."""


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """One field that is asked again: as it was read (empty where nothing was), what was answered, and what is wrong with that."""

    number: int
    name: str
    read: str
    words: str
    answer: str = ""
    typed: str = ""
    fault: str = ""

    @property
    def entry(self) -> PaperEntry:
        """What the field is called and holds."""
        return entry_of(self.name)

    @property
    def tag(self) -> str:
        """A name that is safe in an id."""
        return self.name.replace(".", "-")

    @property
    def asks_reader(self) -> bool:
        """Whether it is a question to whoever reads the document, answered yes or no."""
        return self.name in READERS

    @property
    def if_no(self) -> str:
        """What *no* means, in words."""
        return "No: correct the group in its field first" if self.name == GROUP else "No: the document still counts"

    @property
    def doubt(self) -> str:
        """The answer of somebody who cannot tell; empty where there is none."""
        return "Cannot tell: whether it still counts is asked before anything is done" if self.name == MARK else ""

    @property
    def question(self) -> str:
        """What whoever reads the document is asked; empty for the other fields."""
        return READERS.get(self.name, "")

    @property
    def label(self) -> bool:
        """Whether what was read looks like a form's printed label."""
        return self.name in LABELED and reads_as_label(self.read, agency=LABELED[self.name])

    @property
    def can_type(self) -> bool:
        """Whether it can be typed in place."""
        return self.entry.holds in TYPED


@dataclass(frozen=True, slots=True)
class AllAnswered:
    """The answers as confirmations: texts to store, fields that are illegible, and what is asked (still, where `open`)."""

    texts: dict[str, str]
    illegible: list[str]
    asked: list[AskedAgain]

    @property
    def open(self) -> bool:
        """Whether a field has no usable answer yet."""
        return any(each.fault or not each.answer for each in self.asked)


def ask_again(
    rows: Iterable[ReadField], texts: Mapping[str, str], unreadable: Collection[str], given: Mapping[str, str]
) -> AllAnswered:
    """Work out which of the fields shown must be answered one by one, and what `given` answers to them.

    `given` is a form: `again:NAME` is `read`, `typed`, `absent` or `illegible`, and `typed:NAME` what was typed. A field that
    somebody confirmed, changed or marked illegible by itself is not asked again.
    """
    asked = [
        _answered(number, row, given)
        for number, row in enumerate(rows, 1)
        if row.name in texts
        and row.name not in unreadable
        and _asks(row, texts[row.name].strip())
        and not (_left_to_us(row.name, texts) and not texts[row.name].strip())
        and not (row.name == GROUP and not _names_group(texts))
    ]
    return AllAnswered(
        {each.name: _text_of(each) for each in asked if each.answer not in {"", "illegible"} and not each.fault},
        [each.name for each in asked if each.answer == "illegible"],
        asked,
    )


def _asks(row: ReadField, text: str) -> bool:
    if row.confirmed_at is not None:
        return False
    if row.name == MARK:  # nothing about who is meant rests more on one glance than whether the document still counts
        return bool(row.words) and text == row.value_read.strip()
    if text:
        label = row.name in LABELED and reads_as_label(text, agency=LABELED[row.name])
        return label or (row.name in IDENTIFIERS | {ADDRESSEE} and _as_read(row, text))
    return (
        row.name in NEVER_BLANK or row.name in READERS or entry_of(row.name).holds is not Holds.FLAG
    )  # a flag left open is asked as a question


def _names_group(texts: Mapping[str, str]) -> bool:
    """Whether a group of inmates was read or entered, which somebody must hold against the letter."""
    return any(text.strip() for name, text in texts.items() if name.startswith("class.filter."))


def _left_to_us(name: str, texts: Mapping[str, str]) -> bool:
    """A number the sender need not give: ours (the form leaves its box to the jail), and an A-number where no immigration agency asks."""
    issuer = texts.get("issuer", "").strip()
    return name == "subject.booking_id" or (name == "subject.a_number" and issuer not in {"", "ice", "cbp"})


def _as_read(row: ReadField, text: str) -> bool:
    """Whether the text of the form is what was read: a day is compared as a day."""
    try:
        return written(row.name, value_of(row.name, text)) == row.value_read.strip()
    except BadInputError:
        return False


def _answered(number: int, row: ReadField, given: Mapping[str, str]) -> AskedAgain:
    answer, typed = given.get(f"again:{row.name}", ""), given.get(f"typed:{row.name}", "").strip()
    read = row.value_read.strip()
    answer = answer or ("typed" if typed else "")
    if answer not in (
        {"yes", "no"} | ({"illegible"} if row.name == MARK else set())
        if row.name in READERS
        else {"typed", "absent", "illegible"} | ({"read"} if read else set())
    ):
        answer = ""
    made = AskedAgain(number, row.name, read, row.words, answer, typed)
    return replace(made, fault=_fault(made, bool(given.get("again"))))


def _fault(each: AskedAgain, answering: bool) -> str:
    if each.answer == "typed" and not (each.can_type and each.typed):
        return "Type what the document says."
    return "" if each.answer or not answering else "Choose one."


def _text_of(each: AskedAgain) -> str:
    return {"read": each.read, "typed": each.typed, "yes": "true", "no": "false"}.get(each.answer, "")
