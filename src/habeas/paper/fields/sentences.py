"""What stands in a paper's sentences and blocks and not behind a label: whom it commands, what is to be brought, who asks for it,
what charges somebody, and the one telephone, A-number or event number of the page."""

import re
from collections.abc import Sequence

from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.value_patterns import find_attorney, find_phone
from habeas.paper.forms.catalog import Form
from habeas.paper.forms.districts import STATES
from habeas.paper.pages.page import Page, PageLine, Word

_STATE = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_HOLDER = (
    r"(?:Sheriff|Warden|Superintendent|Director|Administrator|Jail Administrator|Keeper|Jailer|Commander|Commissioner|Chief|Custodian"
    r"|Captain)"
)
_COMMANDED = re.compile(
    r"\b(?:to|that|TO|THAT|directs?|commands?|orders?|To)[: ]+(?:the |THE |The )?"
    rf"(?P<who>(?i:{_HOLDER})(?i: (?:of|for|at|and))(?i: the)? (?:[A-Z][\w'’.-]+[ ]?)+(?:(?i:of|and) (?:[A-Z][\w'’.-]+ ?)+)?"
    rf"(?:, (?i:{_STATE})\b)?|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,2}} (?i:(?:county|parish) (?:sheriff|jail|detention center|jailer))\b)"
)
"""The keeper whom a command is given to: `to the Sheriff of Otter County, Ohio`."""
_CHARGES = re.compile(
    r"\b(?:up)?on (?:an?|the|said) (?P<what>(?:superseding )?(?:indictment|information|complaint))\b"
    r"|\b(?P<by>(?:superseding )?(?:indictment|information|complaint)) (?:pending|filed|returned|presented|charging)\b",
    re.IGNORECASE,
)
_BRING = re.compile(
    r"\b(?:bring|produc\w+|provid\w+|furnish|permit|deliver|copies of|requested|sought)\b", re.IGNORECASE
)
_THINGS = re.compile(
    r"\b(?:documents?|records?|objects?|items?|books|papers|things|evidence|information|materials?)\b[^:]{0,70}[:*]{1,2}\s*\*?$",
    re.IGNORECASE,
)
_ENDS_LIST = re.compile(
    r"^\W*(?:\(?date\)?|time|place|this subpoena|you (?:are|must|shall|may)|failure|dated?\b|issued|witness\b|please see"
    r"|the (?:name|attorney)|if |production|at the following|before|given|certain provisions|attorney"
    r"|clerk|provide|compliance|on the part|_{3,}|return|note)",
    re.IGNORECASE,
)
_FAX = re.compile(r"\bfax\b|\bfacsimile\b|support center|\bLESC\b|\btip line\b", re.IGNORECASE)
_ALIEN = re.compile(r"(?<![A-Za-z0-9])A\s?[#-]?\s?\d{2,3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)")
_EVENT = re.compile(r"(?<![A-Z0-9])[A-Z]{3}\d{10}(?!\d)")
_WANTS = re.compile(
    r"\W*(?:(?:this )?subpoena (?:is )?)?(?:requested|issued|sought|applied for)?\s*"
    r"(?:at the (?:request|instance) of|by|upon application of)?\W*"
    r"(?:\(?(?:name(?:, address(?:,? and phone number)?)? of )?(?:the )?(?:requesting )?(?:attorney|counsel|assistant u\.?\s?s\.? attorney"
    r"|prosecuting attorney|party)(?: or party)?(?: (?:requesting|issuing|who requests|for)[^:]{0,50})?\)?)\W*",
    re.IGNORECASE,
)
_ROOM = 1.7


def add_from_sentences(form: Form, page: Page, gathered: Gathered) -> None:
    """Add what is wanted and was not found by a label."""
    lines = list(page.lines)
    charged = {"charging_document"} if form.kind == "judicial_warrant" and not form.form else set()
    names, issuer = {each.name for each in form.entries} | charged, form.issuer
    if _open("recipient", names, gathered):
        _add_commanded(lines, page, gathered)
    if _open("charging_document", names, gathered):
        _add_charging(lines, page, gathered)
    if _open("records_sought", names, gathered):
        _add_records(lines, page, gathered)
    if _open("attorney_name", names, gathered):
        _add_attorney(lines, page, gathered)
    for name, shape in (("phone", None), ("a_number", _ALIEN), ("event_number", _EVENT)):
        if _open(name, names, gathered) and (name == "phone" or issuer in {"dhs", "eoir"}):
            _add_sole(name, shape, lines, page, gathered)


def without_past_day(gathered: Gathered) -> None:
    """Drop a day to come that lies before the paper was made: the sentence told of something that was."""
    made, due = gathered.fields.get("issued_on", ABSENT).value, gathered.fields.get("comply_by", ABSENT).value
    if isinstance(made, str) and isinstance(due, str) and due < made:
        gathered.fields["comply_by"] = ABSENT


def _open(name: str, names: set[str], gathered: Gathered) -> bool:
    return name in names and not gathered.fields.get(name, ABSENT).value


def _add_commanded(lines: Sequence[PageLine], page: Page, gathered: Gathered) -> None:
    words = [word for line in lines for word in line.words]
    text = " ".join(each.text for each in words)
    hit = _COMMANDED.search(text)
    if hit:
        who = re.sub(
            r"\s+(?:shall|is|are|to|produce|release|deliver|transport|bring|and|or)$", "", hit["who"].strip(" ,.")
        )
        start = hit.start("who")
        gathered.add("recipient", reading_of(who, _within((start, start + len(who)), words), page, "recipient"))


def _add_charging(lines: Sequence[PageLine], page: Page, gathered: Gathered) -> None:
    words = [word for line in lines for word in line.words]
    hits = list(_CHARGES.finditer(" ".join(each.text for each in words)))
    said = {"_".join((each["what"] or each["by"]).lower().split()) for each in hits}
    if len(said) == 1:
        used = _within(hits[0].span(), words)
        gathered.add("charging_document", reading_of(said.pop(), used, page, "charging_document"))


def _add_records(lines: Sequence[PageLine], page: Page, gathered: Gathered) -> None:
    """The lines under a sentence that says what is to be brought and ends with a colon."""
    for place, line in enumerate(lines):
        over = f"{lines[place - 1].text if place else ''} {line.text}"
        if not (_THINGS.search(line.text) and _BRING.search(over)):
            continue
        taken = list(_block(lines[place + 1 :], line))
        words = [word for each in taken for word in each.words]
        text = " ".join(each.text for each in words).strip()
        if len(text) > 12:
            gathered.add("records_sought", reading_of(text, words, page, "records_sought"))
            return


def _block(lines: Sequence[PageLine], lead: PageLine) -> list[PageLine]:
    """The lines that follow one another closely from the same edge."""
    kept: list[PageLine] = []
    for each in lines:
        last = kept[-1] if kept else lead
        far = each.area[1] - last.area[3] > (_ROOM if kept else 2.5) * each.size
        aside = bool(kept) and abs(each.area[0] - kept[0].area[0]) > 24
        if far or aside or _ENDS_LIST.match(each.text) or len(kept) == 10:
            break
        kept.append(each)
    return kept


def _add_attorney(lines: Sequence[PageLine], page: Page, gathered: Gathered) -> None:
    """The lawyer under or behind the words that say who asks for a subpoena."""
    for place, line in enumerate(lines):
        head, colon, rest = line.text.partition(":")
        if not re.search(r"attorney|counsel", line.text, re.IGNORECASE) or not _WANTS.fullmatch(head):
            continue
        near = [
            each
            for each in lines[place + 1 : place + 6]
            if abs(each.area[0] - line.area[0]) < 60 and 0 < each.area[1] - line.area[1] < 3.6 * line.size
        ]
        for text, words in (
            [(rest.strip(), line.words)] if colon and rest.strip() else [(each.text, each.words) for each in near]
        ):
            found = find_attorney(text)
            if found and _NAME.fullmatch(found.value):
                gathered.add("attorney_name", reading_of(found.value, words, page, "attorney_name"))
                return


_NAME = re.compile(r"(?:[A-Z][\w'’.-]*,? ){1,4}[A-Z][\w'’-]+(?:,? (?:Jr|Sr|II|III)\.?)?")


def _add_sole(
    name: str, shape: re.Pattern[str] | None, lines: Sequence[PageLine], page: Page, gathered: Gathered
) -> None:
    """The one number of its kind on a page, whatever stands before it; of two none is supposed."""
    found: dict[str, tuple[str, PageLine]] = {}
    for line in lines:
        if name == "phone":
            before = _FAX.split(line.text)[0]  # `Tel. … Fax …` in one line
            phone = find_phone(before)
            value = phone.value if phone else None
        else:
            hit = shape.search(line.text) if shape else None
            value = hit[0] if hit else None
        if value:
            found.setdefault(re.sub(r"\W", "", value).upper(), (value, line))
    if len(found) == 1:
        value, line = next(iter(found.values()))
        gathered.add(name, reading_of(value, line.words, page, name))


def _within(span: tuple[int, int], words: Sequence[Word]) -> list[Word]:
    used, place = [], 0
    for word in words:
        if place < span[1] and place + len(word.text) > span[0]:
            used.append(word)
        place += len(word.text) + 1
    return used
