"""Whether a text looks like what a field holds. What does not is no value, however near its label it stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from habeas.paper.fields.lexicon import (
    PARTICLES,
    SENTENCE,
    country_like,
    is_example,
    is_sentence,
    label_like,
    official,
)
from habeas.paper.fields.value_patterns import (
    SHAPES,
    FoundValue,
    find_case_number,
    find_date,
    find_digits,
    find_docket,
    find_money,
    find_number,
    find_phone,
    find_sex,
    find_text,
    mended_name,
    state_docket,
)
from habeas.paper.pages.labels import key

_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:['’.\-]+[^\W\d_]*)*,?")
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})
_STATES = (
    "|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky"
    "|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|newhampshire|newjersey"
    "|newmexico|newyork|northcarolina|northdakota|ohio|oklahoma|oregon|pennsylvania|puertorico|rhodeisland|southcarolina|southdakota"
    "|tennessee|texas|utah|vermont|washington|westvirginia|wisconsin|wyoming|tx|ca|az|nm|"
)
"""States that are nobody's given name: after a comma they end a place."""
_SHORT = frozenset(["an", "so", "no", "he", "be", "on", "as", "we", "us", "in", "to", "by", "or", "him", "at"])
"""Words of sentences that are names too (Vietnamese An, Khmer So, Korean No); by a label, where no sentence goes on, they are kept."""
_AFTER_CAPITALS = _SHORT | frozenset({"do", "her", "than", "his"})
"""Words of sentences that are names too: written `To` after a name in capitals they begin what is printed next."""
_NOBODY = frozenset({"male", "female", "none", "unknown", "same", "redacted"})
"""Words that stand alone where a name belongs and are none."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A value read from a text, and how much of the text it is: 1.0 all of it, less where something stands after or before."""

    found: FoundValue
    share: float


def fit_of(shape: str, text: str) -> Fit | None:
    """The value of a shape in a text that stands by the shape's label; None where nothing there looks like one."""
    reader = _STRICT.get(shape) or SHAPES[shape]
    found = reader(text)
    if found is None or (found.value is None and not found.doubt):
        return None
    before, after = key(text[: found.start]), key(text[found.end :])
    share = 1.0 if not before and not after else 0.75 if not before else 0.35
    return Fit(found, share)


def entry_name(text: str) -> FoundValue | None:
    """A person's name that stands alone by its label: name words up to the first that is none; no office, example or sentence."""
    if re.match(r"\s*[\[(]\w{0,2}[\])]", text):
        return None  # a box or a letter in brackets, and what it is set before
    lone = sum(each.lower() in SENTENCE for each in text.split()) < 2
    kept = _name_words(text, _SHORT if lone else frozenset())
    name = " ".join(kept).strip(" ,;:-–—")
    if len(key(name)) < 3 or is_example(name) or official(kept):
        return None
    if len(kept) == 1 and (len(text.split()) > 1 or len(key(name)) < 4 or name.lower() in _NOBODY):
        return None
    if "," in name and f"|{key(name.split(',', 1)[1])}|" in _STATES:
        return None  # a city with its state
    return _named(name, kept, text)


_NUMBERED = re.compile(
    r"\W*(?:case|ind(?:ictment)?|docket|cause|file|index|warrant|cr(?:im(?:inal)?)?|court)\.?\s+(?:nos?\b|number|#)",
    re.IGNORECASE,
)
"""The label of a number, which stands where a name does: `Ind. No.`."""


_SURNAMES_FIRST = re.compile(
    r"\W*(?:[^\W\d_][\w'’.-]+ ){1,2}[^\W\d_][\w'’.-]+, (?:[A-Z][\w'’-]+\.? ?){1,3}"
    r"(?=(?:is|was|has|who|did|having|an alien|a native|a citizen|currently|presently)\b|\(|$)"
)
"""Two surnames before a comma and given names behind it, where the sentence goes on with what is said of the person."""


def called_name(text: str) -> FoundValue | None:
    """A name that stands at the beginning of running text: two words or more, up to the first of the sentence or of an office."""
    kept: list[str] = []
    if _NUMBERED.match(text):
        return None
    words = _name_words(mended_name(text))
    turned = _SURNAMES_FIRST.match(text) is not None
    for word in words:
        behind = kept and kept[-1].endswith(",") and len(kept) > 1 and _bare(word) not in _SUFFIX
        if official([word]) or (behind and not (turned and sum(each.endswith(",") for each in kept) == 1)):
            break
        kept.append(word)
    name = " ".join(kept).strip(" ,;:-–—")
    return _named(name, kept, text) if len(name.split()) > 1 and len(key(name)) > 4 else None


def _named(name: str, kept: Sequence[str], text: str) -> FoundValue:
    if _bare(kept[-1]) in {"jr", "sr"} and f"{name}." in text:
        name += "."
    start = max(0, text.find(kept[0]))
    return FoundValue(name, start, start + len(" ".join(kept)))


def _bare(word: str) -> str:
    return word.strip(".,;:'’-").lower()


def _name_words(text: str, also: frozenset[str] = frozenset()) -> list[str]:
    """The words at the beginning of a text of which names are made; `also` are small words that may be names where they stand."""
    kept: list[str] = []
    for word in text.split():
        bare = word.strip(';:()[]|"“”*_')
        plain = _bare(bare)
        small = bare[:1].islower()
        shouted = bare == bare.upper() and not re.fullmatch(r"[A-Z]\.", bare)
        told = plain in SENTENCE and plain not in PARTICLES and (small or (shouted and plain not in also))
        if (
            told
            or _begins_print(word, plain, kept, shouted=shouted)
            or not _NAME_WORD.fullmatch(bare)
            or (small and (plain not in PARTICLES and not re.search(r"[-'’]", bare)))
        ):
            break
        if small and not kept and plain not in PARTICLES:
            break
        kept.append(bare)
        if word.endswith((";", ":")) or len(kept) == 8:
            break
    while kept and kept[-1][:1].islower() and _bare(kept[-1]) in PARTICLES:
        kept.pop()
    return kept


def _begins_print(word: str, plain: str, kept: Sequence[str], *, shouted: bool) -> bool:
    """Whether a word with a capital begins the form's next line of print, as `To:`, `And`, `You` do, and is none of the name before it."""
    if not kept or len(plain) < 2 or plain not in SENTENCE or plain in PARTICLES:
        return False
    if word.endswith(":") or plain not in _AFTER_CAPITALS:
        return True
    return not shouted and len(kept) > 1 and all(each == each.upper() for each in kept)


def entry_country(text: str) -> FoundValue | None:
    """A country, as written."""
    found = find_text(text)
    return found if found and country_like(found.value) else None


_GREETING = re.compile(r"\W*\bgreetings?\W*$", re.IGNORECASE)


def entry_office(text: str) -> FoundValue | None:
    """An office, an institution or an address: no sentence, no example, no label alone."""
    found = find_text(_GREETING.sub("", text))
    if found is None or is_sentence(found.value) or is_example(found.value) or len(found.value.split()) > 24:
        return None
    if found.value.count("(") != found.value.count(")") or (
        label_like(found.value) and not _ADDRESSEE.fullmatch(found.value)
    ):
        return None
    begins = found.value[:1].isupper() or found.value[:1].isdigit()
    return found if begins and len(key(found.value)) >= 4 and re.search(r"[^\W\d_]{3}", found.value) else None


_ADDRESSEE = re.compile(
    r"(?:the )?(?:(?:custodian|keeper) of (?:the )?(?:\w+ )?records|(?:\w+ )?records (?:custodian|supervisor|manager)|warden|sheriff|jailer"
    r"|jail administrator|superintendent)",
    re.IGNORECASE,
)
"""Whom a subpoena names by office; the words are a label's too."""


def addressee_alone(text: str) -> bool:
    """Whether a text is an office that is written to, without the institution it belongs to: `Custodian of Records`."""
    return _ADDRESSEE.fullmatch(text.strip(" ,")) is not None


def entry_place(text: str) -> FoundValue | None:
    """A city, a state, an office's place; a date beside it is left out."""
    when = find_date(text)
    bare = text[: when.start] + " " * (when.end - when.start) + text[when.end :] if when else text
    found = entry_office(bare)
    return found if found and len(found.value.split()) <= 10 and found.value[:1].isupper() else None


_VENUE = re.compile(
    r"\d|\b(?:court\w*|room|building|bldg|street|avenue|center|centre|house|hall|facility|office|jail|floor|suite|plaza|annex|via|video|zoom"
    r"|telephone)\b|, [A-Z]",
    re.IGNORECASE,
)


def entry_venue(text: str) -> FoundValue | None:
    """Where somebody is to come: an office or an address, and no person's name alone."""
    found = entry_office(text)
    return found if found and _VENUE.search(found.value) else None


def entry_offense(text: str) -> FoundValue | None:
    """An offense in words or by its sections; no command, no heading."""
    found = find_text(text)
    if found is None or is_example(found.value) or len(found.value.split()) > 90:
        return None
    if re.search(r"(?:^|\s)\d{1,2}\)", found.value) and not re.search(r"[A-Za-z]{3}", found.value):
        return None  # the numbers of counts, whose words stand elsewhere
    command = re.search(
        r"\b(?:you are|commanded|ordered|defendant (?:is|to|and)|warrant|herein)\b", found.value, re.IGNORECASE
    )
    if _DOCUMENT.fullmatch(found.value):
        return None
    return None if command or not found.value[:1].isalnum() or found.value.split()[0] in SENTENCE else found


_DOCUMENT = re.compile(
    r"(?:superseding )?(?:petition|notice|complaint|information|indictment|order(?: of (?:the )?court)?|violation(?: notice| petition)?"
    r"|see (?:attached|below|above).{0,30}|n/?a|none|same|unknown)",
    re.IGNORECASE,
)
"""What charges somebody, or says that the charge stands elsewhere: no offense."""


def entry_digits(text: str) -> FoundValue | None:
    """A number of an office, of digits."""
    found = find_digits(text)
    return (
        found
        if found and 5 <= len(found.value) <= 14 and not find_phone(text) and not re.search(r"[/:]", text)
        else None
    )


def entry_number(text: str) -> FoundValue | None:
    """A number of an office: letters and digits, at least four digits; no date, no telephone."""
    found = find_number(text)
    if found is None or find_date(text) or find_phone(text) or len(re.findall(r"\d", found.value)) < 3:
        return None
    return found


def entry_sex(text: str) -> FoundValue | None:
    """`M` or `F`, where one of them stands alone."""
    found = find_sex(text)
    both = found and find_sex(text[found.end :])
    return found if found and not both and found.start <= 1 else None


def entry_money(text: str) -> FoundValue | None:
    """An amount in dollars; no number with other signs in it."""
    hit = re.match(r"\W*(?:USD\s*)?(?P<much>\d[\d,]*(?:\.\d\d)?)(?![\d,]*\d)(?![\w/(-]|\.\d)", text)
    return (
        replace(found, start=hit.start("much"), end=hit.end("much"))
        if hit and (found := find_money(hit["much"]))
        else None
    )


def entry_docket(text: str) -> FoundValue | None:
    """A federal docket number, or another number of a case with a doubt."""
    found = find_docket(text)
    if found and found.doubt and (not state_docket(found.value) or find_date(text) or find_phone(text)):
        return None
    return found


def entry_case_number(text: str) -> FoundValue | None:
    """A case number of a state's court; no date, no telephone, no amount."""
    day = find_date(text)
    if (
        (day and (day.value or day.end - day.start > 0.8 * len(text.strip())))
        or find_phone(text)
        or text.strip().startswith("$")
    ):
        return None
    found = find_case_number(text)
    return found if found and not found.doubt else None


_SPACED = re.compile(r"\W*(?P<month>\d{1,2}) (?P<day>\d{1,2}) (?P<year>(?:19|20)\d\d)\W*")


def entry_date(text: str) -> FoundValue | None:
    """A day; by its label also one whose month, day and year stand in cells of their own: `02 17 1999`."""
    if hit := _SPACED.fullmatch(text):
        return find_date(f"{hit['month']}/{hit['day']}/{hit['year']}")
    return find_date(text)


_STRICT: dict[str, Callable[[str], FoundValue | None]] = {
    "name": entry_name,
    "called": called_name,
    "date": entry_date,
    "country": entry_country,
    "office": entry_office,
    "place": entry_place,
    "venue": entry_venue,
    "offense": entry_offense,
    "digits": entry_digits,
    "number": entry_number,
    "sex": entry_sex,
    "money": entry_money,
    "docket": entry_docket,
    "case_number": entry_case_number,
}
