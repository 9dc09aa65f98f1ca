"""Whom a letter is about: its reference, the labels in it, its sentences; and how its writer is reached. What is not said is not"
" guessed."""

import re
from collections.abc import Iterator, Sequence

from habeas.paper.fields.extract import Gathered, entries_of, reading_of
from habeas.paper.fields.likely import called_name, entry_name
from habeas.paper.fields.mail import mail_head
from habeas.paper.fields.value_patterns import find_date, find_phone
from habeas.paper.forms.catalog import Form, FormEntry, right
from habeas.paper.pages.page import Page, PageLine, Word

OF_ONE_PERSON = frozenset(
    {"notification_request", "interview_request", "transfer_request", "status_inquiry", "records_request"}
)
"""Kinds of letters that may be about one person; a name in one that asks for a list is nobody's entry."""
_REFERENCE = re.compile(r"(?:in\s+)?re\s*:|(?:subject|regarding|reference|ref)\s*:", re.IGNORECASE)
_BODY = re.compile(
    r"(?:dear|to whom|good (?:morning|afternoon|day)|hello|hi|greetings|attention|attn|sheriff|sir)\b", re.IGNORECASE
)
_VERSUS = re.compile(
    r"\b(?:people|state|commonwealth|united states|u\.s\.)(?: of [A-Z]\w+(?: [A-Z]\w+)?)?,? (?:v|vs|versus)\.?\s+",
    re.IGNORECASE,
)
"""The name of a case behind which the defendant stands."""
_COURTESY = re.compile(r"(?:mr|ms|mrs|dr|sgt|ofc|officer|inmate|captain|sheriff)\b", re.IGNORECASE)
_MOST = 5
"""Lines of the longest reference."""
_ALIEN = re.compile(
    r"(?:(?<![A-Za-z])A\s*[#-]?\s*(?=\d)|(?:\b(?:a|alien|uscis|file|a-file)[ -]*(?:registration )?(?:numbers?|no|nos|#|file)\.?"
    r"|\bA\s?#)[\s:.#]*(?:A\s*[#-]?\s*)?)"
    r"(?P<number>\d{2,3}[\s-]?\d{3}[\s-]?\d{3})(?!\d)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\b\.?|born(?: on)?|(?:date of )?birth(?: ?date)?|birthdate)\b(?: (?:he|she|they|was) \w+)?"
    r"\s*[:.,-]*\s*(?P<when>.{6,24})",
    re.IGNORECASE,
)
_ENDS_NAME = re.compile(
    r"[|(\[/;\d]|\s[–—-]\s|,?\s*\bA\s?[#-]?\s?\d"
    r"|,?\s*\b(?:A-?(?:number|no|file)|alien|dob|d\.o\.b|date of birth|born|coc|citizen|country|sid|booking|bk|bkg|inmate|fbi|request"
    r"|release|detention"
    r"|custody|notification|interview|your|case)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:\b(?:regarding|concerning|named|about|interview|interviewing|contact with|custody of|release of|the (?:inmate|detainee"
    r"|individual|person|subject|noncitizen|alien)"
    r"|(?:inmate|detainee|individual|person|noncitizen|alien|represent|client),?(?: named)?"
    r"|Mr\.|Ms\.|Mrs\.|for|of|when|that|with|meet|see|visit|[Ii]s|see if"
    r"|make|[Rr]elease|releasing|discharge|discharging|[Ww]hether|if|against|transfer|surrender|hold|detain))[:,]?\s+(?:Mr\.\s+|Ms\.\s+|Mrs\.\s+)?(?P<who>.{5,70})"
)
_ENTRIES = (
    FormEntry("subject_name", right("Name:", "Full name:", "Inmate:", "Detainee:", "Subject name:"), "name"),
    FormEntry("a_number", right("A-Number:", "Alien Number:", "A#:"), "a_number"),
    FormEntry("date_of_birth", right("Date of birth:", "DOB:"), "date"),
    FormEntry("citizenship", right("Country of citizenship:", "Citizenship:"), "name"),
    FormEntry("issued_on", right("DATE:"), "date"),
)
_LABELED = Form(None, None, None, (), "letter", _ENTRIES)
_FAX = re.compile(r"\bfax\b|\bfacsimile\b", re.IGNORECASE)


def about_whom(pages: Sequence[Page], gathered: Gathered) -> None:
    """The person's name, A-number, birth date, by the letter's reference first, then its labels, then its sentences."""
    page = pages[0]
    lines = _reference(page)
    if lines:
        _from_reference(lines, page, gathered)
    _from_sentences(page, gathered)
    if not _known("subject_name", gathered):
        entries_of(_LABELED, [page], gathered)
        _not_a_mails_subject(page, gathered)
        _named_in_a_sentence(page, gathered)


def _not_a_mails_subject(page: Page, gathered: Gathered) -> None:
    """Take back one word behind an e-mail's `Subject:` (`Pickup`, a family name): it is no person's name, and the message says more."""
    head = mail_head(page.lines).get("subject")
    read = gathered.fields.get("subject_name")
    if head and read and isinstance(read.value, str) and len(read.value.split()) == 1 and read.value in head[0]:
        del gathered.fields["subject_name"]


def reached_at(pages: Sequence[Page], gathered: Gathered) -> None:
    """The telephone that the letter's body or its writer's block gives, else its letterhead's; never a fax."""
    lines = [(line, page) for page in pages for line in page.lines if not _FAX.search(line.text) or _before_fax(line)]
    start = next((place for place, (line, _) in enumerate(lines) if _BODY.match(line.text)), 0)
    for line, page in (*lines[start:], *lines[:start]):
        words = (*line.words, *_wrapped(line, page))
        text = " ".join(each.text for each in words)
        found = find_phone(text)
        if found and found.start < len(line.text):
            gathered.add("phone", reading_of(found.value, _part(words, found.start, found.end), page, "phone"))
            return


def _before_fax(line: PageLine) -> bool:
    """Whether a telephone stands in a line before its fax number."""
    return find_phone(_FAX.split(line.text)[0]) is not None


def _wrapped(line: PageLine, page: Page) -> tuple[Word, ...]:
    """The first word of the line under one that ends with an area code: a number may wrap."""
    if not re.search(r"\(?\d{3}\)?$", line.text):
        return ()
    under = [
        each
        for each in page.lines
        if 0 < each.area[1] - line.area[1] < 2 * line.size and abs(each.area[0] - line.area[0]) < 40
    ]
    return under[0].words[:1] if under else ()


def _known(name: str, gathered: Gathered) -> bool:
    return name in gathered.fields and bool(gathered.fields[name].value)


def _reference(page: Page) -> list[PageLine]:
    """The lines of `RE:`, down to the greeting or a wide blank; the label may stand in a column of its own."""
    lines = [each for each in page.lines if each.area[1] < page.height * 0.6]
    place = next((count for count, each in enumerate(lines) if _REFERENCE.match(each.text)), None)
    if place is None:
        return []
    found = [lines[place]]
    for line in lines[place + 1 : place + 1 + _MOST]:
        if _BODY.match(line.text) or line.area[1] - found[-1].area[3] > 1.3 * line.size:
            break
        found.append(line)
    return found


def _from_reference(lines: Sequence[PageLine], page: Page, gathered: Gathered) -> None:
    words = [word for line in lines for word in line.words]
    text = " ".join(each.text for each in words)
    _numbers(text, words, page, gathered)
    _old_day(text, words, page, gathered)
    for line in lines:
        said = " ".join(each.text for each in line.words)
        head = _REFERENCE.match(said)
        bare = said[head.end() :] if head else re.sub(r"^(?:full )?name\s*:\s*", "", said, flags=re.IGNORECASE)
        if versus := _VERSUS.search(bare):
            accused = called_name(bare[versus.end() :])
            if accused:
                start = said.find(accused.value)
                used = _part(line.words, start, start + len(accused.value))
                gathered.add("subject_name", reading_of(accused.value, used, page, "subject_name"))
                return
        for part in (bare, *re.split(r"\s[–—-]\s|:\s|\b(?:for|of|with)\s", bare)[1:]):
            if found := _whole_name(part):
                start = said.find(found)
                used = _part(line.words, start, start + len(found))
                gathered.add("subject_name", reading_of(found, used, page, "subject_name"))
                return


def _whole_name(text: str) -> str | None:
    """The name that a piece of a reference is, up to a number or a word that ends a name; None where it says more."""
    end = _ENDS_NAME.search(text)
    name = text[: end.start()] if end else text
    found = entry_name(name.strip(" ,"))
    whole = (
        found is not None and len(found.value.split()) > 1 and found.value == " ".join(name.split()).strip(" ,;:-–—")
    )
    return found.value if found and whole else None


_YOUNGEST = 12
"""Years before the letter that a day without a label lies at least, to be a birth date."""


def _old_day(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    """A day without a label in the reference that lies so far before the letter that it can only be a birth date."""
    day, made = find_date(text), gathered.fields.get("issued_on")
    if day and day.value and made and made.value and int(str(made.value)[:4]) - int(day.value[:4]) >= _YOUNGEST:
        used = _part(words, day.start, day.end)
        gathered.add("date_of_birth", reading_of(day.value, used, page, "date_of_birth"))


def _numbers(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    """The A-number and the birth date that a text names with their labels."""
    if alien := _ALIEN.search(text):
        lettered = re.search(r"(?<![A-Za-z])A\s*[#-]?\s*$", text[: alien.start("number")])
        start = lettered.start() if lettered else alien.start("number")
        used = _part(words, start, alien.end())
        gathered.add("a_number", reading_of(text[start : alien.end()], used, page, "a_number"))
    if born := _BORN.search(text):
        day = find_date(born["when"])
        if day and day.value and day.start < 4:
            start = born.start("when")
            used = _part(words, start + day.start, start + day.end)
            gathered.add("date_of_birth", reading_of(day.value, used, page, "date_of_birth"))


def _from_sentences(page: Page, gathered: Gathered) -> None:
    words = [word for line in page.lines for word in line.words]
    _numbers(" ".join(each.text for each in words), words, page, gathered)


def _named_in_a_sentence(page: Page, gathered: Gathered) -> None:
    """A name behind a word that leads to the person; only where an A-number, a birth date or `who is` follows it."""
    words = [word for line in page.lines for word in line.words]
    text = " ".join(each.text for each in words)
    start = next(
        (
            hit.start()
            for hit in re.finditer(r"\b(?:dear|to whom it may|good (?:morning|afternoon))\b", text, re.IGNORECASE)
        ),
        0,
    )
    for hit in _each(_LEADS, text, start):
        end = _ENDS_NAME.search(hit["who"])
        found = called_name(hit["who"][: end.start()] if end else hit["who"])
        after = hit["who"][found.end :] if found else ""
        if (
            found
            and not _COURTESY.match(found.value)
            and re.match(
                r"\W*(?:A\s?[#-]?\s?\d|A-?(?:number|no)|\(|alien|dob|date of birth|born|who (?:is|was)"
                r"|is (?:currently|presently|scheduled))",
                after,
                re.IGNORECASE,
            )
        ):
            begin = hit.start("who") + found.start
            gathered.add(
                "subject_name",
                reading_of(found.value, _part(words, begin, begin + len(found.value)), page, "subject_name"),
            )
            return


def _each(pattern: re.Pattern[str], text: str, start: int) -> Iterator[re.Match[str]]:
    """Every place where a pattern begins, also within what another match of it took."""
    while hit := pattern.search(text, start):
        yield hit
        start = hit.start("who")


def _part(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words between two places of the text they make."""
    used, place = [], 0
    for word in words:
        if place < end and place + len(word.text) > start:
            used.append(word)
        place += len(word.text) + 1
    return used
