"""The words that take a paper back, and whether a text says one of them outright: no page, no place, only writing."""

import re

from rapidfuzz.fuzz import ratio

from habeas.paper.pages.labels import key

_STRONG = (
    r"recalled|quashed|lifted|dismissed|executed|unexecuted|withdrawn|rescinded|vacated|cancell?ed|nullified|annulled"
    r"|void(?:ed)?|expired|terminated|superseded|set aside|revoked|null and void|unsigned copy|not valid|invalid"
    r"|not (?:in force|in effect|active)|no longer (?:an? )?(?:active|valid|in (?:force|effect)|wanted|outstanding|needed|required)"
    r"|do not (?:serve|execute|arrest|honor|detain|hold)|please disregard|disregard this|dissolved|nol(?:le|\.)? pros\w*\.?"
    r"|(?:entered|issued|lodged|sent) (?:in error|by mistake|erroneously)|return(?:ed)? to court|rtn to court|rcl'?d|wdrn|w/drawn|cxl'?d"
)
"""Words that undo a paper in any case of letters."""
_LOUD = (
    r"served|cleared|closed|stayed|draft|sample|inactive|deactivated|satisfied|discharged|dropped|purged|abated|obsolete"
    r"|disregard|recall|quash|cancel|withdraw|rescind|vacate|lift|canc|cncl|cancld|cxl|w/d|dism(?:'?d)?|in error|deceased|moot(?:ed)?"
    r"|no[- ]bill(?:ed)?|acquitted|rejected|declined|suspended|annul|rvk'?d|term'd|del(?:eted)"
    r"|not filed|resolved|pardoned|commuted|exonerated|remitted|disposed|adjudicated|surrendered|forgiven|bonded|compl(?:ied|eted)"
)
"""Words that undo a paper where they stand in capitals or by themselves; in a sentence they may be about anything."""
OUTRIGHT = re.compile(
    r"recalled|quashed|rescinded|superseded|nullified|null and void|not (?:in force|in effect|active)|no longer .+|do not .+"
    r"|please disregard|disregard this|(?:entered|issued|lodged|sent) (?:in error|by mistake|erroneously)",
    re.IGNORECASE,
)
"""Of these, those that nothing else on a court's paper says, a charge least of all."""
WORD = re.compile(rf"(?<![a-z])(?:{_STRONG}|{_LOUD})(?![a-z])", re.IGNORECASE)
_WHOLE = (
    "recalled", "quashed", "lifted", "dismissed", "executed", "withdrawn", "rescinded", "vacated", "cancelled", "canceled", "nullified",
    "annulled", "expired", "terminated", "superseded", "set aside", "revoked", "null and void", "not valid", "invalid", "not in force",
    "not in effect", "not active", "no longer active", "no longer valid", "no longer in force", "no longer in effect",
    "no longer wanted", "do not serve", "do not execute", "do not arrest", "do not hold", "inactive", "discharged", "void",
)  # fmt: skip
"""Undoing words, looked for in letters that stand apart."""
STRONG_WORD = re.compile(rf"(?:{_STRONG})", re.IGNORECASE)
_PAPER = r"(?:warrant|detainer|writ|capias|subpoena|commitment|hold)"
_OFF = r"inactive|deactivated|satisfied|cleared|dropped|purged|discharged|closed|removed|released|withdrew|pulled"
"""Words that undo a paper right behind its name."""
_DONE = r"(?: \w+ly| hereby| now| also| therefore)*"
_THIS = r"(?:this|said|its|the (?:above|attached|foregoing|enclosed)(?:\S* \w+)?)"
_SENTENCES = (
    rf"\b{_PAPER}s?\b(?: [^ .;:]+){{0,12}}? (?:is|are|was|were|be|been|stands?|hereby|now){_DONE} (?P<word>{_STRONG})(?![a-z])",
    rf"\b(?P<word>{_STRONG}) by (?:order|the court|judge|hon|direction|ice\b|dhs\b|the issuing)",
    rf"\b(?P<word>recalls?|quash(?:es)?|vacates?|rescinds?|withdraws?|cancels?|lifts?) {_THIS} (?:\w+ )?{_PAPER}",
    r"\b(?P<word>(?:recalling|quashing|vacating|lifting|withdrawing|rescinding|cancell?ing) (?:of )?"
    rf"(?:(?:this|the|said) )?(?:(?:arrest|bench) )?{_PAPER})",
    rf"\b(?P<word>{_PAPER} (?:{_STRONG}|{_OFF})(?! (?:by\b.{{0,3}}[:_]|and returned)))",
    rf"\b(?P<word>{_PAPER} (?:no longer|not) (?:active|valid|in (?:force|effect)))",
)
_SAID = tuple(re.compile(each, re.IGNORECASE) for each in _SENTENCES)
"""Sentences that say of the paper itself that it is undone."""
_UNLESS = re.compile(
    r"\b(?:if|unless|until|till|when|whenever|once|after|before|shall|must|may|might|can|cannot|will|would|should|to|not|never"
    r"|any|whether|or|being|pending|failure|in which)\W*$",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:if|unless|until|till|when|once|shall|must|may|might|can|cannot|will|would|should|not|never|to be|whether)\b",
    re.IGNORECASE,
)
_IF_AFTER = re.compile(
    r"^\W*(?:if|unless|without(?! prejudice)|until|after|when|or modified|and returned|copies)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?:\b(?:visa|passport|permit|licen[sc]e|registration|authori[sz]ation"
    r"|(?:immigration|visa|legal|lawful|resident|supervision) status|(?<!warrant )(?<!case )status(?! ?[:=-])"
    r"|bond|bail|probation|parole|sentence|suspension"
    r"|convictions?|priors?|previous(?:ly)?|disposition|disp|recogni[sz]ance|lease|insurance|policy|order of protection)\b"
    r"|\bcounts? \w+\b|\bo\.?r\.? release)[^.;]{0,30}$",
    re.IGNORECASE,
)
"""What the word is about instead of the paper: a visa that expired, a count that was dismissed."""
_EMPTY_BOX = re.compile(r"(?:\[ ?\]|\( ?\)|\u2610|\u25a1) ?(?:[\w'’]+ ){0,3}$")
"""A typed box that nobody ticked, and the words of its line so far."""
_OF_A_JUDGE = re.compile(r"\b(?:judge|justice|magistrate),? \($", re.IGNORECASE)
"""A judge who retired and was recalled to service says so in brackets."""
_OBJECT = re.compile(r"^ (?:an?|his|her|their|false|forged|fraudulent|multiple) (?!(?:arrest|bench) )", re.IGNORECASE)
SWORN = re.compile(
    r"\bunder (?:the )?penalt(?:y|ies) of perjury\b[^.]{0,160}\."
    r"(?:[^.]{0,60}(?:U\.?\s?S\.?|United States)?\s*(?:\w+ ){0,2}(?:Probation|Pretrial Services) Officer)?\s*$",
    re.IGNORECASE,
)
"""A declaration (28 U.S.C. 1746) ends with the day it was made: `Executed on (date)`; it speaks of itself and of no warrant."""
_PRINTED = (
    "must be served with a copy of this form",
    "this form was served upon the",
    "was served by me at",
    "warrant for arrest of alien was served by me",
    "i served the subpoena by delivering a copy",
    "i returned the subpoena unexecuted because",
    "date and time warrant executed",
    "if served in person",
    "please cancel the detainer related to this",
    "please cancel the notification request",
    "cancel the detainer previously",
    "detainer previously submitted to you on",
    "warrant was received and executed with the arrest of the",
    "executed and returned",
    "served and executed",
    "warrant may be served",
    "served as follows",
    "served upon",
    "served on the",
    "served by",
    "date served",
    "date executed",
    "executed by",
    "officer executing",
)
"""Words that forms print, as letters only; where they stand, nothing was added."""
_PRINTED_KEYS = tuple(key(each) for each in _PRINTED)
FUZZY = (
    "RECALLED", "VACATED", "QUASHED", "CANCELLED", "CANCELED", "WITHDRAWN", "RESCINDED", "EXPIRED", "SUPERSEDED",
    "DISMISSED", "EXECUTED", "TERMINATED", "CLEARED",
)  # fmt: skip
_PIECES = (*FUZZY, "INACTIVE", "DEACTIVATED", "NOTVALID", "SETASIDE")
INNOCENT = frozenset(
    {
        "EXECUTE",
        "EXECUTES",
        "RELEASED",
        "RELEASE",
        "EXPIRES",
        "SUPERSEDING",
        "DISMISS",
        "RECEIVED",
        "LOCATED",
        "DELAYED",
    }
)
_SPACED = re.compile(r"\b(?:[A-Za-z][ .·-]){3,}[A-Za-z]\b")


def short(text: str, around_word: str = "") -> str:
    """The text, or of a long one the words around `around_word`."""
    text = joined(text)
    if len(text) <= 80:
        return text
    place = max(0, text.lower().find(around_word) - 20)
    part = text[place : place + 80]
    return " ".join(part.split(" ")[1 if place else 0 : -1 if place + 80 < len(text) else None])


def joined(text: str) -> str:
    """The text with letters that stand apart put together: `R E C A L L E D`."""
    return _SPACED.sub(lambda hit: re.sub(r"[ .·-]", "", hit[0]), " ".join(text.split()))


def counts(text: str, hit: re.Match[str]) -> bool:
    """Whether the word is said outright, of the paper, and not as the form's own print."""
    before, after = text[: hit.start()], text[hit.end() :]
    if _EMPTY_BOX.search(before) or (_OF_A_JUDGE.search(before) and after.startswith(")")):
        return False
    if _UNLESS.search(before) or _IF_AFTER.match(after) or _OTHER.search(before):
        return False
    if _DENIED.match(after) or (hit[0].lower() == "executed" and _OBJECT.match(after)):
        return False
    if _in_a_blank(hit[0], after) or _instructs(before, hit[0]):
        return False
    if hit[0] == "Executed" and SWORN.search(before):
        return False
    near = key(text[max(0, hit.start() - 60) : hit.end() + 60])
    return not any(each in near for each in _PRINTED_KEYS)


_TO_BE = re.compile(r"(?<!\bnot )\b(?:to|must|shall|may|should|will) be(?: \w+ly)?\W*$", re.IGNORECASE)


def _instructs(before: str, word: str) -> bool:
    """Whether the word is what somebody is told to do, as a form's heading prints it: `TO BE COMPLETED BY THE AGENCY`."""
    common = word.lower() == "executed" or not STRONG_WORD.fullmatch(word)
    return common and bool(_TO_BE.search(before))


def cut_off(text: str) -> str | None:
    """An undoing word of which a look at a picture read only the end or the beginning: `HARGED`, `VACAT`."""
    parts = [each for each in re.findall(r"[A-Z]{5,}", text) if each not in INNOCENT]
    return next(
        (word.lower() for part in parts for word in _PIECES if word.startswith(part) or word.endswith(part)), None
    )


def loudly(text: str) -> str | None:
    """The undoing word of a text that is a mark as a whole: a stamp, a note, what was read at a slant."""
    whole = joined(text)
    for hit in WORD.finditer(whole):
        if counts(whole, hit):
            return hit[0].lower()
    return apart(text) or said(whole) or almost(whole, 75)


def apart(text: str) -> str | None:
    """The undoing words of a text whose letters stand apart, so that its words cannot be told from one another."""
    if not _SPACED.search(" ".join(text.split())):
        return None
    return next((each for each in _WHOLE if key(each) in key(text)), None)


def almost(text: str, least: float) -> str | None:
    """An undoing word that OCR misread."""
    for part in re.findall(r"[A-Za-z0-9|!]+", text):
        upper = part.upper()
        if len(upper) < 6 or upper in INNOCENT:
            continue
        near = [word for word in FUZZY if abs(len(word) - len(upper)) <= 2 and ratio(upper, word) >= least]
        if near:
            return near[0].lower()
    return None


def said(text: str) -> str | None:
    """The undoing word of a sentence that speaks of the paper itself, outright."""
    for pattern in _SAID:
        for hit in pattern.finditer(text):
            start = text.rfind(".", 0, hit.start()) + 1
            before = text[max(start, hit.start() - 60) : hit.start("word")]
            if _refused(text, hit) or _EMPTY_BOX.search(text[: hit.start()]):
                continue
            if not MODAL.search(before) and not _IF_AFTER.match(text[hit.end() :]):
                near = key(text[max(0, hit.start("word") - 60) : hit.end("word") + 60])
                if not any(each in near for each in _PRINTED_KEYS):
                    return hit["word"].lower()
    return None


_ASKED_FOR = re.compile(
    r"\b(?:motion|petition|application|request|order|denying|denied|moved|asks?) to\W*$", re.IGNORECASE
)
_GRANTED = re.compile(r"^[^.;]{0,40}\b(?:granted|allowed|sustained)\b", re.IGNORECASE)
_DENIED = re.compile(r"^[^.;]{0,30}\b(?:denied|overruled|refused|rejected)\b", re.IGNORECASE)
_ON_A_DAY = re.compile(r"\s+(?:on|this)\b(?P<rest>[^;]{0,40})", re.IGNORECASE)
_A_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\b(?<!\b20)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b",
    re.IGNORECASE,
)


def _refused(text: str, hit: re.Match[str]) -> bool:
    """Whether the sentence only tells of a motion that was not granted, or is a printed return whose blanks are empty."""
    before, after = text[max(0, hit.start("word") - 30) : hit.start("word")], text[hit.end() :]
    if _DENIED.match(after) or (_ASKED_FOR.search(before) and not _GRANTED.match(after)):
        return True
    return _in_a_blank(hit["word"], text[hit.end("word") :])


def _in_a_blank(word: str, after: str) -> bool:
    """Whether `executed` or `served` stands before the empty blanks of a printed return: `executed on the ____ day of ____, 20__`."""
    blank = _ON_A_DAY.match(after) if word.lower() in {"executed", "served"} and "__" in after else None
    return blank is not None and not _A_DAY.search(blank["rest"].replace("_", " "))
