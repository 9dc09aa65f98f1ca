"""Print of a grid or a caption that takes nothing back: a label alone in its cell, a number or a charge behind its label, an address."""

import re

from habeas.paper.fields.lexicon import tokens
from habeas.paper.fields.statutes import statutes_in
from habeas.paper.judicial.undoing import WORD

_OF_CELLS = frozenset(
    re.findall(
        r"\S+",
        "name date of birth dob sex race gender height ht hgt weight wt wgt eyes hair eye color charge charges offense offenses"
        " court case docket"
        " cause number no nos # agency arresting originating cii pcn livescan sid fbi id ssn dl oln and address city state zip county"
        " statute section code count counts bail bond amount judge division dept department room defendant accused age ethnicity"
        " ctn tcn ori sid tracking bar otn cjis pcn lea incident ncic warrant alias aka booking driver license licence plate"
        " vehicle year make model issued type class degree officer badge ori s"
        " last first middle initial suffix born mo day yr month ft lbs prosecutor affiant complainant victim detective"
        " investigator attorney street mailing branch telephone",
    )
)
"""Words of which labels in a grid are made; none of them says anything of what became of a paper."""
_OF_NUMBERS = _OF_CELLS | frozenset(
    re.findall(
        r"\w+",
        "accusation indictment information complaint incident report warrant file event ticket citation tracking control index",
    )
)
"""Words of what is numbered."""
_NUMBERED = re.compile(
    r"(?P<label>[A-Z][A-Z .&/()-]{0,40}?(?:#|\bNOS?\b\.?|\bNUMBER\b))\s*:?\s*[A-Z0-9-]*\d{3,}[A-Z0-9-]*", re.IGNORECASE
)
_CHARGED = re.compile(
    r"(?:charge|offense|crime)(?:s|\(s\))?(?: charged)?:\s*(?P<what>[A-Z][A-Z0-9 ,.()/&§'-]{3,90})", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:not|no|none|nil|np|nol)\b", re.IGNORECASE)
_NIGHT = re.compile(r"(?:night|day)(?:-?time)? service(?: (?:is )?authorized)?:?\s*(?:yes|no)?", re.IGNORECASE)
_VERSUS = re.compile(
    r"(?:the )?(?:state|people|commonwealth)(?: of [a-z]+(?: [a-z]+)?)?,? (?:versus|vs?\.?|against)", re.IGNORECASE
)
_CODE = re.compile(
    r"\b(?:sections?|secs?|penal|vehicle|criminal|code|law|statutes?|stat|ann|revised|chapter|art(?:icle)?)\b",
    re.IGNORECASE,
)
_STREET = (
    r"(?:street|st|road|rd|avenue|ave|drive|dr|lane|ln|court|ct|place|pl|boulevard|blvd|way|parkway|pkwy|circle|cir|terrace|ter"
    r"|highway|hwy|square|plaza|park|trail|row)"
)
_HOUSE = re.compile(r"(?:^|[:,;]\s*|\bat )\d{1,6}(?: [NSEW]\.?)? $")
_ON = re.compile(rf"^ {_STREET}\b\.?(?=,| +(?:apt|ste|suite|unit|#)|\s*$)", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"(?:address:\s*)?\d{{1,6}}(?: [NSEW]\.?)?(?: [A-Z][\w'’.-]*){{1,3}} {_STREET}\.?(?:,? (?:apt|ste|suite|unit|#)\.? ?\w+)?"
    r"(?:,(?: [A-Z][\w'’.-]*){1,4})?(?:,? [A-Z]{2})?(?: \d{5}(?:-\d{4})?)?",
    re.IGNORECASE,
)


def of_a_cell(text: str) -> bool:
    """Whether a short text is what a grid or a caption prints of a person or a case, and no word in it undoes a paper."""
    text = " ".join(text.split()).strip(" ,.|")
    if any(not in_address(text, hit) for hit in WORD.finditer(text)):
        return False
    if any(each.fullmatch(text) for each in _WHOLE) or _of_a_person(text):
        return True
    if statutes_in(text) and not re.search(r"[A-Za-z]{3}", _CODE.sub("", text)):
        return True
    return is_label(text) or _number(text) or _charge(text)


def _of_a_person(text: str) -> bool:
    """Whether a text describes a person, by cells and by registers' numbers, and says nothing else."""
    rest = _DESCRIBED.sub(" ", _REGISTERED.sub(" ", text))
    return rest != text and not re.search(r"\w", _REGISTER.sub(" ", rest))


_FILL_IN = re.compile(
    r"(?:please )?(?:complete|print|type|fill in) (?:all )?(?:the )?(?:data|information|items?|sections?|boxes|blanks)(?: (?:below|above))?"
    r"(?: if (?:known|available|applicable))?"
    r"|\W*(?:please )?(?:type|print)(?:ed)?(?: or (?:print|type)(?:ed)?)? (?:full |judge['’]s )?(?:name|initials)(?: and title)?\W*",
    re.IGNORECASE,
)
"""What a form asks of whoever fills it in."""
_RULED = re.compile(r"[\W_]{6,}(?:[Xx]|J|P\.J|D\.C|Judge|Clerk|Deputy Clerk)?[\W_]*|[\W_]+(?:SS\W*)?|SS\W*")
"""A line drawn with signs, which typists end with an X, and the `SS:` of a caption."""
_OF_A_COURT = re.compile(
    r"(?:division|section|part|department|dept|courtroom|branch|room|track|docket)\.?:? (?:no\. ?)?"
    r"[\"“”']?[A-Z]{0,3}-?\d{0,3}[A-Z]?[\"“”']?",
    re.IGNORECASE,
)
"""A court's part with its letter or number: `DIVISION "E"`, `Part AP-3`."""
_COUNTED = re.compile(r"[A-Z]{2,8}\.?(?: ?(?:NO\.?|#))?\s*[:#]\s*[A-Z]{0,4}-?(?:\d-?){5,}[A-Z]?(?:-[A-Z\d]{1,3})?")
"""A register's short name with its number: `NYSID: 09917734K`, `OCN: EX004418`."""
_DESCRIBED = re.compile(
    r"(?:(?:d\.?o\.?b\.?|date of birth|birth ?date|sex|gender|race|height|ht|hgt|weight|wt|wgt|eyes?|hair|eye color|hair color|age"
    r"|ethnicity)\b\s*[:.]?\s*"
    r"(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d['’]\s?\d{1,2}[\"”]?|\d{1,3}(?: ?lbs?\.?)?|[a-z]|male|female|white|black|hispanic|asian"
    r"|bro|blk|brn|blu|grn|haz)"
    r"[\s,;|/]*)+",
    re.IGNORECASE,
)
"""A row of labels that describe a person, each with its value."""
_REGISTER = re.compile(
    r"\b(?:DR|SID|FBI|OCA|CII|IR|CFS|ODL|OLN|DL|OFF|SPN|TRN|ATN|PCN|CTN|OTN|JID|BK|BKG|MNI|SO|PD|LEA|NCIC|ORI|NYSID|DOC|TDCJ|CDCR|LOCAL"
    r"|STATE|BOOKING|INMATE|INCIDENT|REPORT|AGENCY|COMPLAINT|CITATION|TICKET|ARREST|EVENT|OFFENSE|DA|LAB|CAD)"
    r"(?: (?:NO\.?|NUMBER|ID|CASE|FILE|REPORT))*(?![a-z])",
    re.IGNORECASE,
)
"""Registers of police, prisons and prosecutors by their short names."""
_REGISTERED = re.compile(_REGISTER.pattern + r"\s*[:#.]*\s*[A-Z]{0,4}-?(?=[\d-]*\d{3})[\dA-Z][\dA-Z-]*", re.IGNORECASE)
"""A register's short name with a number: `DR 26-0094417`, `SID: WA26114870`."""
_BOX = r"(?:[\[(]\s?[Xx]?\s?[\])]|[☐☒☑□■])"
_BAILED = re.compile(
    rf"(?:{_BOX}|\b(?:not|no|non|without|with|set|here|bond(?:able)?|bail(?:able)?|cash|surety|only|or|and|own|recognizance|secured|unsecured"
    r"|hold|held|release|personal|property|amount|percent|deposit|of|the|in|at|per|schedule)\b|[\s\d$,.:%/-])+",
    re.IGNORECASE,
)
"""A line of boxes that says whether and how somebody may be bailed."""
_CODES = re.compile(
    r"\((?:[A-Z][A-Za-z.]{1,12}\.? ?){1,4}(?:§+ ?|R\. ?|Rule |Sec\. )[\d.:-]{1,12}(?:\([a-z0-9]{1,3}\))*\)|"
    r"\((?:WR|WRW|ORW|BW|BWA|WA|CAPIAS|CLERK['’]?S ACTION REQUIRED)(?: ?[/,] ?(?:WR|WRW|ORW|BW))*\)",
    re.IGNORECASE,
)
"""Codes of a clerk's docket in brackets under a title."""
_EXTRADITES = re.compile(
    r"(?:(?:will|no|full|extradition|extradite|limits?|limited|nationwide|statewide|in-?state|only|western|surrounding|adjoining|bordering|states?"
    r"|from|anywhere|within|\d+|miles?|radius|u\.?s\.?|all|yes)[\s:,./-]*)+",
    re.IGNORECASE,
)
"""From how far somebody is to be brought back."""
_AMOUNT = re.compile(
    r"(?:(?:amount|information|preset|sum|set|fixed|is|of|the|in|at|total|hereby|defendant)\W+)*(?:bail|bond|security|release)\b(?:\W+(?:amount|information|preset|bond|bail|set|at|is|of|in|the|sum|fixed|hereby|be|type|amt))*\W*"
    r"\$\s?[\d,]+(?:\.\d\d)?(?:\W+(?:cash|surety|only|or|and|secured|unsecured|10|type|monetary|appearance|bond|allowed|professional|corporate|full|no|pr))*\W*",
    re.IGNORECASE,
)
"""What a line says of bail and nothing else."""
_SIGNED_ON = re.compile(
    r"\W*(?:(?:e-?\s?|electronically |digitally )?signed(?: on| at|"
    r" by)?\W{0,3})?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?:\W+\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?)?(?: ?[A-Z]{3})?\W*",
    re.IGNORECASE,
)
"""The day and the hour at which a program recorded a signature."""
_WHOLE = (
    *(_FILL_IN, _RULED, _OF_A_COURT, _COUNTED, _DESCRIBED, _AMOUNT, _SIGNED_ON, _BAILED, _CODES, _EXTRADITES),
    *(_NIGHT, _ADDRESS, _VERSUS),
)
"""Each what a whole text may be."""
_OF_A_PERSON = frozenset(
    {
        "race",
        "sex",
        "gender",
        "height",
        "hgt",
        "ht",
        "weight",
        "wgt",
        "wt",
        "eyes",
        "eye",
        "hair",
        "color",
        "ethnicity",
        "age",
    }
)


def describes(text: str) -> bool:
    """Whether a text is the label of a cell that describes a person: `RACE`, `Eye Color`."""
    words = tokens(text.strip().rstrip(":"))
    return bool(words) and all(each in _OF_A_PERSON or each == "/" for each in words)


def in_address(text: str, hit: re.Match[str]) -> bool:
    """Whether a word is a street's name: behind a house number and before the word for a street (`4200 Sample Road`)."""
    return bool(_HOUSE.search(text[: hit.start()]) and _ON.match(text[hit.end() :]))


def is_label(text: str) -> bool:
    """Whether a text is the label of a cell of a grid, whatever it asks for."""
    words = tokens(text.rstrip(":"))
    return bool(words) and len(words) <= 7 and all(each in _OF_CELLS or each == "/" for each in words)


def _number(text: str) -> bool:
    hit = _NUMBERED.fullmatch(text)
    return hit is not None and all(each in _OF_NUMBERS or each == "/" for each in tokens(hit["label"]))


def _charge(text: str) -> bool:
    hit = _CHARGED.fullmatch(text)
    return hit is not None and not _DENIES.search(hit["what"]) and len(re.findall(r"[A-Za-z]{3,}", hit["what"])) > 1
