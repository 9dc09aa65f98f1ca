"""What a letter says in its sender's own words: who sends it, which people it means, what for. Quoted as it stands, never put together."""

import re
from collections.abc import Sequence

from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.value_patterns import find_date
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page, Word
from habeas.paper.reading import FieldReading

_ADDRESS = re.compile(
    r"\d|@|www\.|https?:|\b(?:street|avenue|boulevard|suite|tel(?:ephone)?|fax|phone|p\.?\s?o\.? box)\b"
    r"|^\s*(?:to|from|sent|date|via|re|subject|attn|dear|page|by)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:immigration|customs|homeland|ERO|ICE|CBP|DHS|enforcement|department|office|division|program|unit|bureau|service|attorney)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\bI(?: am|['’]m| work) (?:with|at|from|for) (?P<office>(?:the )?(?:ERO|ICE|HSI|CBP|DHS)[ \w./-]{0,40}?)(?= \(|[.,;]|\s*$)"
)
_MOST = 4
_WHICH = (
    r"(?:\b(?:a|the) (?:complete |full |current )?(?:list|roster|listing)|\b(?:the )?(?:names?|identit(?:y|ies))"
    r"|\b(?:all|each|every|any))\b"
)
_WHOM = (
    r"(?:inmates?|persons?|people|individuals?|detainees?|prisoners?|arrestees?|aliens?|non-?citizens?|everybody"
    r"|everyone|anybody|anyone)"
)
_PEOPLE = re.compile(rf"{_WHICH}[^.;]{{0,140}}?\b{_WHOM}\b[^.;]*", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:in order to|for the purposes? of|for use in|so that (?:we|the|ice|dhs|this)"
    r"|to (?:assist|aid|enable|support|help|facilitate|identify|determine|locate|enforce)"
    r"|in (?:connection with|support of|furtherance of)|as part of"
    r"|is (?:needed|sought|requested|necessary) (?:for|to|because)|will be used (?:for|to|in)|the purpose of this)\b[^.;]*",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:U\.S\.C|U\.S|U\.S\.C\.A|No|Mr|Ms|Dr|Jr|Sr|St|sec|Sec|Stat|Gov|Fed|Reg)\.")


def letterhead(page: Page) -> FieldReading:
    """The sender's name as the head of the page gives it, over the date and the address; absent where there is none."""
    taken: list[tuple[Word, ...]] = []
    for line in page.lines:
        if (
            line.area[1] > page.height * 0.24
            or find_date(line.text)
            or re.match(r"(?:re|subject|dear)\b", line.text, re.IGNORECASE)
        ):
            break
        if _ADDRESS.search(line.text) or len(key(line.text)) < 4:
            if taken:
                break
            continue
        taken.append(line.words)
        if len(taken) == _MOST:
            break
    words = [word for line in taken for word in line]
    text = ", ".join(" ".join(each.text for each in line) for line in taken)
    return reading_of(text, words, page, "issuing_office") if words else ABSENT


def mailed_from(page: Page) -> FieldReading:
    """The office of the writer of a printed e-mail: the sender's name where it is an office's, else what the message says of it."""
    lines = list(page.lines)
    place = next((count for count, each in enumerate(lines) if re.match(r"from\s*:", each.text, re.IGNORECASE)), None)
    row = [each for each in lines if place is not None and abs(each.area[3] - lines[place].area[3]) < 4]
    row = [each for each in row if place is not None and each.area[0] >= lines[place].area[0]]
    text = re.sub(r"^from\s*:|<[^>]*>?", "", " ".join(each.text for each in row), flags=re.IGNORECASE).strip(" ,")
    if _OFFICE.search(re.sub(r"\([^)]*\)", "", text)):
        return reading_of(text, [word for each in row for word in each.words], page, "issuing_office")
    said = _WITH.search(" ".join(each.text for each in lines))
    if said:
        return reading_of(said["office"].strip(), (), page, "issuing_office")
    under = [each for each in lines if each.area[1] > (lines[place].area[1] if place is not None else 0) + 60]
    named = [
        each
        for each in under[-4:]
        if _OFFICE.search(each.text) and len(each.words) < 9 and not re.search(r"[@:]", each.text)
    ]
    last = named[-1] if named else None
    return reading_of(last.text, last.words, page, "issuing_office") if last else ABSENT


def own_words(pages: Sequence[Page], gathered: Gathered, *, of_a_list: bool) -> None:
    """Quote the class of people a letter means and what it says the answer is for."""
    text = _marked(pages)
    if of_a_list:
        gathered.add("class_words", _quoted(_people(text), pages, "class_words"))
    hit = _PURPOSE.search(text)
    if hit:
        gathered.add("purpose", _quoted(hit[0], pages, "purpose"))


def _people(text: str) -> str:
    """The widest words of an asking sentence that say which people are meant; those with a citizenship in them first."""
    found = [hit[0] for hit in _PEOPLE.finditer(text)]
    meant = [each for each in found if re.search(r"citizen|alien|born|national|immigra|countr", each, re.IGNORECASE)]
    return next(iter(meant or found), "")


_STOP = "\u2024"
"""Stands for a full stop that ends no sentence."""


def _marked(pages: Sequence[Page]) -> str:
    """The body's text from the greeting on, with the full stops of abbreviations marked."""
    lines = [line.text for page in pages for line in page.lines]
    start = next((place for place, each in enumerate(lines) if re.match(r"dear\b|to whom", each, re.IGNORECASE)), 0)
    text = re.sub(r"\s+", " ", " ".join(lines[start:]))
    return _ABBREVIATED.sub(lambda hit: hit[0].replace(".", _STOP), text)


def _quoted(text: str, pages: Sequence[Page], name: str) -> FieldReading:
    """These words as they stand on the paper, with their place; absent where they are not found there."""
    wanted = text.replace(_STOP, ".").strip(" ,:")
    for page in pages:
        words = [word for line in page.lines for word in line.words]
        used = _run(words, wanted)
        if used:
            return reading_of(wanted, used, page, name)
    return ABSENT


def _run(words: Sequence[Word], wanted: str) -> list[Word]:
    letters = key(wanted)
    if not letters:
        return []
    for start in range(len(words)):
        joined = ""
        for end in range(start, len(words)):
            joined += key(words[end].text)
            if not letters.startswith(joined):
                break
            if joined == letters:
                return list(words[start : end + 1])
    return []
