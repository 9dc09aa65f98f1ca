"""Whether the words at a signature are a judge's own: a name, a title, a place. Anybody's who signs for one, or works for one, are not.

The test is what a judge's own block may hold, not a list of everybody who may stand in: an office, a `for` or a `to` beside a
judge's title, a second name after it, other initials, another name in the signature.
"""

import re

_CAPTIONS = re.compile(
    r"\(?\b(?:(?:issuing |authori[sz]ing )?(?:officer|judge|magistrate|judicial officer)[’'`]?s signature"
    r"|(?:signature(?: and title)?|(?:printed |typed )?name(?: and title)?|title)"
    r"(?: of (?:the )?(?:issuing |judicial |authori[sz]ed )?(?:officer|judge|magistrate))(?: issuing (?:the )?warrant)?"
    r"|(?:printed |typed )?name and title|date and location|sign in ink|signature)\b\)?"
    r"|(?:judge['’]?s? |judicial )?\bID (?:number|no\b\.?)"
    r"|\bname(?: (?:printed|typed)(?: (?:or|and) (?:printed|typed))?)?\b|\btitle\b|\((?:please )?(?:type|print)(?: or (?:type|print))?\)"
    r"|\b(?:type|print)(?: or (?:type|print))?(?: (?:the )?(?:judge['’]?s )?name)\b",
    re.IGNORECASE,
)
_FINE = re.compile(
    r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?: (?:at )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]\.?M\.?)?)?(?![\d/])"
    r"(?=.*\b(?:judge|justice|magistrate)\b)"
    r"|(?:(?:electronically|digitally) )?\bsigned (?:per|pursuant to|under) (?:[A-Z][\w.]* ){0,4}(?:rules?|code|§+|section|statutes?)"
    r" [\d.:()a-z-]{1,14}(?=\W*[).;]|\W*$)"
    r"|\b(?:by (?:order of )?the court|it is so ordered|so ordered"
    r"|(?:electronically|digitally) signed by|^signed by|digitally|electronically"
    r"|(?:sitting|serving|presiding|assigned|retired)? ?,? ?(?:by|on) (?:(?:special|temporary|judicial) )?(?:assignment|designation)"
    r"|approved by(?= (?:hon|judge))|judicial officer(?!['’]?s? (?:clerk|assistant|secretary))"
    r"|(?:deputy|assistant|associate|acting) (?:chief|presiding|supervising|administrative)(?= (?:\w+ ){0,4}(?:judge|justice)))\b:?",
    re.IGNORECASE,
)
"""What may stand in a judge's own block and would look like a stand-in's: the day and hour of signing, words of courtesy."""
_OFFICES = re.compile(
    r"\b(?:clerk|deputy|secretary|assistant|reporter|chambers|staff(?:er)?|manager|coordinator|administrator|paralegal|aide|bailiff"
    r"|interpreter|counsel|intern|extern|tipstaff|crier|scheduler|stenographer|typist|liaison|officer|agent|marshal|sheriff|attorney"
    r"|specialist|analyst|supervisor|representative|designee|delegate|proxy|registrar|prothonotary|docketing|calendar|scheduling"
    r"|fellow|associate to|office of|advocate|notary|trooper|detective|sergeant|investigator)\b",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:district|county|state|court|division|circuit|parish|commonwealth|city|town|township|village|precinct"
    r"|eastern|western|northern|southern|middle|central)"
)
_FOR = re.compile(
    rf"\bfor\b(?!\s+(?:the\s+)?(?:[\w.]+\s+){{0,3}}?{_PLACE}\b)|\bfor the hon|\bfor (?:u\.?s\.?|united states|chief|senior|judge)"
    r"|\bf/|\bto\b|\bby\b|\bper\b|\bp\.\s?p\.|\bpp\b|\bo/?b/?o\b|\bon behalf\b|\bat the direction\b|\bin the absence\b|\bc/o\b"
    r"|\bw(?:ith|/) permission\b|\bauthori[sz]ed by\b|(?<=[a-z])\s?/\s?[a-z]{2,3}\b(?!/)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?:judge|justice|magistrate|\w+)[’'`]s\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:magistrate judge|judge|justice|magistrate|commissioner|u\.?\s?s\.?\s?[md]\.?\s?j\.?)(?![a-z'’])",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"^\W*$|^\W*(?:presiding|pro tem|ret\b|retired|sitting|assigned|dept|department|part\b|branch"
    r"|no\b|of\b|for\b|in\b|and for|at\b|\d|dated?|seal|bar\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)"
    rf"|^\s*[,(–—-]|\b{_PLACE}\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"/?\bs/\s*(?P<name>[^/,;]{3,60})", re.IGNORECASE)


def stand_in(block: str, name: str = "", by_hand: str = "") -> str | None:
    """The words by which somebody else than the judge signed; None where the block is a judge's own.

    `block` is every word from the signature's line to under the title; `name` the printed name; `by_hand` a typed or drawn signature.
    """
    text = " ".join(_FINE.sub(" ", _CAPTIONS.sub(" ", " ".join(re.sub(r"_{3,}", " ", block).split()))).split())
    for sign in (_OFFICES, _FOR, _POSSESSIVE):
        if hit := sign.search(text):
            return hit[0].strip() or hit[0]
    title = _TITLE.search(text)
    if title is not None:
        return _second_name(text[: title.start()], text[title.end() :]) or _other_hand(by_hand, name)
    return _other_hand(by_hand, name)


_RANKS = re.compile(
    r"\b(?:hon(?:orable)?|the|united states|u\.?\s?s\.?|chief|senior|acting|presiding|associate"
    r"|administrative|supervising|visiting|resident"
    r"|retired|deputy|assistant|/?s/)(?!\w)\.?",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(r",?\s*\b(?:jr|sr|ii|iii|iv|esq)\b\.?", re.IGNORECASE)
"""A suffix with its comma, which belongs to the name before it."""
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|v|esq|j\.?\s?d)\.?", re.IGNORECASE)
_COURT = re.compile(rf"\b(?:superior|circuit|supreme|{_PLACE})\W*(?:no\.? ?)?\d*\W*$", re.IGNORECASE)
"""A piece that ends in a court's or a place's word belongs to the title after it."""
_INITIALS = re.compile(r"\(\s?[A-Za-z]{2,3}\s?\)\s*$|^\s*,\s*[A-Z]\.\s")
"""Somebody's initials after a title, or a name that begins with one."""


_COURTS_ONLY = re.compile(
    r"\W*(?:x\W+)?(?:(?:judicial|superior|circuit|district|county|municipal|criminal|general sessions|common pleas|probate|family"
    r"|juvenile|city|town|village"
    r"|metropolitan|state|court|associate|magisterial|special|justice|associate)\W+)+",
    re.IGNORECASE,
)
"""Words of a court before a judge's title, which are nobody's name."""


def _second_name(before: str, after: str) -> str | None:
    """Words between a name and a judge's title that are neither, or another name after the title."""
    if _COURTS_ONLY.fullmatch(before):
        before = ""
    pieces = [each.strip() for each in _RANKS.sub(" ", _OF_A_NAME.sub(" ", before)).split(",")]
    named = [each for each in pieces if re.search(r"[A-Za-z]{2}", each) and not _SUFFIX.fullmatch(each)]
    extra = [each for each in named[1:] if not _COURT.search(each) and not _COURTS_ONLY.fullmatch(f"{each} ")]
    if extra and (len(named[0].split()) > 1 or len(extra) > 1):
        return extra[0]
    if named and _INITIALS.search(after):
        return after.strip(" ,")
    if (
        named
        and re.search(r"[A-Za-z]{3}", named[0])
        and not _TAIL.search(after)
        and re.match(r"\s+[A-Z][a-z]|\s+[A-Z]{3}", after)
    ):
        second = re.findall(r"[A-Za-z]{3,}", after)[:3]
        if not {each.lower() for each in second} <= {each.lower() for each in re.findall(r"[A-Za-z]{3,}", before)}:
            return " ".join(second)
    return None


def _other_hand(by_hand: str, name: str) -> str | None:
    """A name in the signature that shares no word with the printed one."""
    hit = _SIGNED.search(by_hand)
    signed = {each.lower() for each in re.findall(r"[^\W\d_]{3,}", hit["name"] if hit else by_hand)} - {
        "hon",
        "honorable",
        "judge",
    }
    printed = {each.lower() for each in re.findall(r"[^\W\d_]{3,}", name)}
    if not signed and (short := _no_name(by_hand, name)):
        return short
    return " ".join(sorted(signed)) if signed and printed and not signed & printed else None


def _no_name(by_hand: str, name: str) -> str | None:
    """What is typed after `/s/` where it is no name: initials, a letter; a short name that is the printed one is."""
    hit = re.search(r"\bs/(?P<after>.*)", by_hand, re.IGNORECASE)
    typed, printed = (
        {each.lower() for each in re.findall(r"[^\W\d_]{2,}", text)} for text in (hit["after"] if hit else "", name)
    )
    return hit["after"].strip() if hit and not typed & printed else None


def clerk_signed(words: str) -> bool:
    """Whether the one who signed in a judge's place is a clerk of the court, who may sign some papers; a law clerk is none."""
    return bool(
        re.search(
            r"\b(?:deputy clerk|clerk of (?:the )?(?:u\.?s\.? )?(?:district )?court|court clerk)\b",
            words,
            re.IGNORECASE,
        )
    )
