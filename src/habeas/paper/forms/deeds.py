"""What a court's paper does, whatever its title: whom it commands, and what is to be done with a person.

No list holds the titles that courts give to their warrants, commitments and orders. What all of them share is the command.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.paper.forms.catalog import Form
from habeas.paper.forms.court import COURT_FORMS
from habeas.paper.pages.page import Page, PageLine

_LEAD = re.compile(
    r"\b(?:(?:are|is|be|were)(?:,? (?:hereby|therefore|further|now|each|forthwith|also))*,? (?:commanded|ordered|directed"
    r"|required|instructed"
    r"|enjoined|authorized and \w+)"
    r"|we (?:hereby |therefore |do )*command|commands? (?:you|that|any|every|the)|to command you|ordered"
    r"|(?:court|judge|magistrate)(?: hereby| further| therefore)* (?:orders|commands|directs)"
    r"|I (?:hereby |therefore )*(?:order|command|direct)|hereby(?= (?:commits|remands|releases|discharges|orders))|(?:is|are"
    r"|be)(?: hereby| therefore)*(?= (?:remanded|committed|released|discharged)))\b",
    re.IGNORECASE,
)
"""Words that lead to what somebody is commanded to do."""
_DONE = re.compile(
    r"\W*(?:(?P<keep>remanded|committed|detained|held)|(?P<free>released|discharged)|(?P<move>transported|produced|delivered|returned))\b",
    re.IGNORECASE,
)
"""What is ordered to be done, said in the passive right behind the lead: `the defendant is hereby remanded`."""
_WINDOW = 300
"""Letters behind the lead in which what is commanded begins."""
_TAKE = (
    r"arrest(?:ed)?|apprehend(?:ed)?|(?:attach|seize)(?= (?:the |said |this |above[- ]named )*(?:body|person|defendant|him"
    r"|her|(?-i:[A-Z][a-z]+ [A-Z]|[A-Z]{3,} )))|take(?! (?:notice|place|effect|action|care|steps|note)\b)|taken (?=into custody)"
)
_KEEP = r"receive|keep|detain(?:ed)?|hold|held|confined?|commit(?:s|ted)?|imprison(?:ed)?|remand(?:s|ed)?|incarcerated?|house"
_FREE = r"releas(?:e|ed|es)|discharg(?:e|ed|es)|set at liberty|admit(?:ted)? to bail"
_MOVE = r"transport(?:ed)?|convey(?:ed)?|deliver(?:ed)?|produced?|bring|brought|surrender(?:ed)?|transfer(?:red)?|remove|returned?|have"
_VERB = re.compile(rf"\b(?:(?P<take>{_TAKE})|(?P<keep>{_KEEP})|(?P<free>{_FREE})|(?P<move>{_MOVE}))\b", re.IGNORECASE)
_ROLE = (
    r"(?i:(?:persons?|defendants?|inmates?|prisoners?|petitioner|respondent|probationer|parolee|accused|offender|contemnor|obligor"
    r"|witness|individual|juvenile|detainee|above[- ]named|within[- ]named|him|her|him/her|them|same)\b|body of\b)"
)
_NAMED = r"[A-Z][\w'’-]+ (?:[A-Z][\w'’.-]* ){0,2}[A-Z][\w'’-]+"
_BETWEEN = (
    r"(?i:the|said|this|that|a|an|certain|named|and|or|to|up|over|into|forthwith|convey|deliver|bring|produce|receive|keep|hold|detain|confine"
    r"|commit|take|arrest|transport|your|his|custody|immediately|safely|in|of|body|all|such|from)"
)
_WHOM = re.compile(rf"\W+(?:{_BETWEEN}\W+){{0,9}}(?:{_ROLE}|{_NAMED})")
"""Whom something is done to: a role, or a name in capitals, right behind the verb and words like it."""
_BODY = re.compile(r"\bbody of [^.;]{5,260}$", re.IGNORECASE)
"""How writs of habeas corpus say it: `that the body of …, in your custody, you have before our court`."""
_IS = re.compile(rf"\b(?:{_ROLE}|{_NAMED})[^.;]{{0,60}}\b(?i:be|is|are|shall|must)\b[^.;]{{0,30}}$")
"""Of whom it is said that something be done: `that the above named defendant be`."""
_OF_WHOM = re.compile(rf"(?:{_ROLE}|{_NAMED})[^.;]{{0,50}}$")
_REACH = 110
"""Letters before a verb in which stands of whom it is said."""
_NO_COMMAND = re.compile(
    r"\W*(?:(?:verified|joint|agreed|unopposed|emergency|ex parte|criminal|amended|sworn|state['’]s|defendant['’]s|people['’]s)\W+)*"
    r"(?:motion|petition|application|affidavit|complaint|information|indictment|accusation|notice|summons|subpoena|memorandum|brief"
    r"|receipt|request|waiver|plea|instructions?|certificate|declaration|report|bill of|stipulation|bail bond|appearance bond|bond"
    r"|advice|acknowledg\w+|probable cause|proposed(?!\W+(?:\w+\W+){0,2}(?:order|warrant|writ|commitment|judgment)))\b",
    re.IGNORECASE,
)
"""How the titles begin of what is filed with a court or told by it, and commands nobody to do anything with a person."""
_AND_ORDER = re.compile(r"\b(?:and|/|with|-)\W*(?:the )?(?:order|warrant|writ|commitment|mittimus)\b", re.IGNORECASE)
_TAKES_BACK = re.compile(
    r"\b(?:recall\w*|quash\w*|vacat\w*|withdraw\w*|cancel\w*|set(?:ting)? aside|rescind\w*|dismiss\w*|lift(?:ing|ed)?|clear(?:ing|ed))\b",
    re.IGNORECASE,
)
_WARRANT = re.compile(r"\b(?:warrants?|capias|attachment|order (?:for|of|to) arrest)\b", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?:mittimus|commit\w*|detention|detain\w*|remand\w*|releas\w*|discharg\w*|transport\w*|produc\w*|habeas|transfer\w*|remov\w*|writ"
    r"|order(?:ed|s)?|judgment|sentence|custody|temporary|securing|remittitur)\b",
    re.IGNORECASE,
)
_UPPER = 0.5
"""The share of a page in which its title stands."""
_LONGEST = 14


def title_lines(page: Page) -> list[PageLine]:
    """Lines of the upper page that may be its title: short, raised, and with a word that a court's command is called by."""
    upper = [each for each in page.lines if each.area[1] < page.height * _UPPER and 0 < len(each.words) <= _LONGEST]
    return [each for each in upper if _raised(each.text) and (_WARRANT.search(each.text) or _ORDER.search(each.text))]


def _raised(text: str) -> bool:
    """Whether every long word of a line begins with a capital, as in a title, and the line is no sentence."""
    words = [each.strip('(["“') for each in text.split() if len(each.strip('(["“')) > 3]
    return bool(words) and all(each[:1].isupper() or each[:1].isdigit() for each in words) and not text.endswith(".")


def done(page: Page) -> list[str]:
    """What is commanded to be done with somebody, in the order of the paper: `take`, `keep`, `free`, `move`."""
    text = " ".join(each.text for each in page.lines)
    found = []
    for lead in _LEAD.finditer(text):
        window = text[lead.end() : lead.end() + _WINDOW]
        passive = _DONE.match(window)
        if passive and passive.lastgroup and _OF_WHOM.search(text[max(0, lead.start() - _REACH) : lead.start()]):
            found.append(passive.lastgroup)
            continue
        verb = next((each for each in _VERB.finditer(window) if _to_somebody(each, window)), None)
        if verb and verb.lastgroup:
            found.append(verb.lastgroup)
    return found


def _to_somebody(verb: re.Match[str], window: str) -> bool:
    """Whether somebody is what a verb is done to."""
    before = window[max(0, verb.start() - _REACH) : verb.start()]
    if verb.lastgroup in {"move", "take"} and _BODY.search(window[: verb.start()]):
        return True
    return _WHOM.match(window[verb.end() :]) is not None or _IS.search(before) is not None


def kind_by_deed(page: Page) -> str | None:
    """Whether a court's page is a warrant to take somebody (`take`) or an order about somebody in custody (`order`); None where it is none.

    The title decides between the two where it says so, else what is commanded first.
    """
    upper = [each for each in page.lines if each.area[1] < page.height * _UPPER and _raised(each.text)]
    if any(map(_undoes, (each.text for each in upper))) or _filed_with_a_court(upper):
        return None
    deeds = done(page)
    if not deeds:
        return None
    titles = title_lines(page)
    for each in titles:
        if _WARRANT.search(each.text) and not re.search(
            r"\bcommit\w*|\bremoval\b|\bdetain\w*", each.text, re.IGNORECASE
        ):
            return "take" if "take" in deeds or "move" in deeds else None
    if titles or _HELD.search(" ".join(each.text for each in page.lines)):
        return "order"
    return "take" if deeds[0] == "take" else "order"


_HELD = re.compile(
    r"\bbody of [^.;]{5,220}\b(?:imprisoned|restrained|detained|confined|in your custody)\b", re.IGNORECASE
)
"""Whom a writ without a title brings before a court out of a prison: nobody is to be arrested."""


def _undoes(text: str) -> bool:
    """Whether a title takes a warrant back, names one beside an order of release, or is a subpoena's or an affidavit's."""
    both = _WARRANT.search(text) and re.search(
        r"\breleas|\bdischarg|\b(?:on|re|regarding|about|concerning)\b", text, re.IGNORECASE
    )
    return bool(both or _TAKES_BACK.search(text) or re.search(r"\b(?:subpoena|affidavit)\b", text, re.IGNORECASE))


def _filed_with_a_court(upper: Sequence[PageLine]) -> bool:
    return any(_NO_COMMAND.match(each.text) and not _AND_ORDER.search(each.text) for each in upper if _alone(each))


def _alone(line: PageLine) -> bool:
    """Whether a line is a title rather than a label with its value: `Information`, but not `Complaint No. 17` or `Notice: …`."""
    return not re.search(r"\d|:|#|\bno\b\.?|\bnumber\b", line.text, re.IGNORECASE) and len(line.words) <= _LONGEST


_STATE_WARRANT = next(each for each in COURT_FORMS if each.called == "warrant" and each.issuer == "state_court")
_STATE_ORDER = next(each for each in COURT_FORMS if each.called == "commitment")
_FEDERAL_WARRANT = next(each for each in COURT_FORMS if each.form == "AO 442")
_FEDERAL_ORDER = next(each for each in COURT_FORMS if each.called == "order" and each.issuer == "court")
BY_DEED: dict[tuple[str, str], Form] = {
    ("take", "state"): replace(_STATE_WARRANT, titles=(), called="deed"),
    ("order", "state"): replace(_STATE_ORDER, titles=(), called="deed"),
    ("take", "federal"): replace(_FEDERAL_WARRANT, form=None, code=None, titles=(), called="deed"),
    ("order", "federal"): replace(
        _FEDERAL_ORDER,
        titles=(),
        entries=tuple(each for each in _FEDERAL_ORDER.entries if each.name != "comply_by"),
        called="deed",
    ),
}
"""The forms by which a paper is read that is known by what it does: what it commands, and whose court."""
_AO = re.compile(r"^\W*(AO)\s?(\d{2,3}[A-Z]?)\b(?=.{0,4}\(|\s*$)")


def by_deed(page: Page, court: str | None) -> Form | None:
    """The form of a court's paper that is known by no title or number, by what it does; None where it does nothing with anybody."""
    if court is None:
        return None
    kind = kind_by_deed(page)
    whose = "federal" if court == "federal" else "state"
    form = BY_DEED.get((kind, whose)) if kind else None
    numbered = next((hit for each in page.lines if (hit := _AO.match(each.text))), None) if whose == "federal" else None
    return replace(form, form=f"AO {numbered[2]}") if form and numbered else form
