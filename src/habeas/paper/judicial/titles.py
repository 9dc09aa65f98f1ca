"""Offices: which words are an officer's title, and which kind of signer each is."""

import re

from rapidfuzz.fuzz import ratio

_SIGNERS: tuple[tuple[str, str | None], ...] = (
    (r"immigration judge", "immigration_judge"),
    (
        r"administrative law judge|judge advocate|military judge|tribal|law clerk|judicial clerk|clerk to\b|courtroom clerk"
        r"|secretary|judicial (?:\w+ )?assistant|chambers|court reporter|case manager|courtroom deputy|staff attorney|bailiff"
        r"|paralegal|\b(?:ex|in)tern\b|(?:judge|justice|magistrate|commissioner)['’]s|hearing officer|probation officer",
        None,
    ),
    (
        r"clerk|\b(?:deputy |assistant )?csc\b|\bcourt (?:administrator|executive|manager|operations manager|registrar)|prothonotary"
        r"|\bregister of (?:probate|wills)|\bregister in chancery",
        "clerk_of_court",
    ),
    (
        r"deport|detention|immigration|border patrol|homeland|field office|enforcement and removal|customs"
        r"|special agent|asylum officer|\bdhs\b|\bice\b|\bcbp\b|\b(?:s?ddo|sdo|a?fod|dfod|iea|s?cbpo|s?bpa|a?paic)\b"
        r"|^(?:acting )?(?:do|iso|sa)$",
        "immigration_officer",
    ),
    (r"parole|pardons", "parole_authority"),
    (r"(?<!lieutenant )governor", "governor"),
    (r"(?:united states|u\.?\s?s\.?) marshal|\bd?usms?\b(?! ?j)", "marshal"),
    (r"magistrate|\bu\.?\s?s\.?\s?m\.?\s?j\b", "federal_magistrate_judge"),
    (
        r"(?:united states|u\.?\s?s\.?|senior|chief)(?: senior| chief)? (?:district|circuit|bankruptcy)(?: court)? judge"
        r"|\bu\.?\s?s\.?\s?d\.?\s?j\b",
        "federal_district_judge",
    ),
    (
        r"(?:superior|circuit|county|municipal|criminal|probate|family|juvenile|city|town|village|metropolitan|general sessions)"
        r" court|court of common pleas|common pleas|state court|judge of the district court|justice of the"
        r"|supreme court justice|town justice|village justice|\bj\.?\s?[smcftp]\.?\s?[cf]\b|\bsurrogate\b|\bmagisterial district\b",
        "state_judge",
    ),
    (r"attorney|prosecutor", "prosecutor"),
)
"""Titles with the kind of signer; those that are no judge's come before those that are.

8 CFR 241.2(a)(1), 287.4(a) and 287.5(e)(2) list the officers of DHS who may sign.
"""

_HEAD = (
    r"(?:(?:Acting|Supervisory|Senior|Chief|Assistant|Asst\.?|Deputy|Dep\.|Sr\.|Assoc\.|Designated|Associate|Supervising|Special|Regional|District"
    r"|Principal|Presiding|Prosecuting|First|Administrative|Visiting|Retired|Courtroom|Law|Judicial|Executive|Staff)\s+)*"
)
_ACTING = r"(?:\((?:A|Acting)\)\s?|A/)?"
_SHORT = r"(?:SDDO|DDO|SDO|AFOD|DFOD|FOD|IEA|SCBPO|CBPO|SBPA|BPA|APAIC|PAIC|ISO|DO|SA)(?![A-Za-z0-9])"
"""What officers of DHS write for their titles: in capitals only, for `do` is also a word."""
_COURTLY = (
    r"(?:(?:Superior|District|Circuit|County|Municipal|Magistrate|Probate|Family|Juvenile|Criminal|Civil|City|Town|Village|Police|Trial"
    r"|Recorder['’]?s|Surrogate['’]?s|Orphans['’]|Supreme|Chancery|Metropolitan|General Sessions|Common Pleas|State|Youth|Drug|Housing"
    r"|Land|Parish|Associate|Special|Substitute|Reserve|Alternate|Magisterial|Judicial|Tribal|Resident|Division)\s+(?:Court\s+)?)+"
    r"(?:Judge|Justice|Magistrate|Commissioner)(?:\s?/\s?(?:Court )?(?:Commissioner|Magistrate))?"
)
"""A judge by the words that courts are called by, in any order: `Superior Judge`, `Magisterial District Judge`."""
_CORE = (
    rf"(?:{_COURTLY}|(?:(?:Superior|District|Circuit|County|Municipal|City|Town|Criminal|Probate|Chancery|Juvenile|Court)\s+)+Clerk"
    r"|Judge\s?/\s?(?:Court )?(?:Commissioner|Magistrate|Pro Tem(?:pore)?)|Surrogate(?!['’])"
    r"|Court (?:Operations Manager|Executive|Manager|Registrar)|Register of (?:Probate|Wills)|Register in Chancery"
    r"|(?<=, )(?-i:(?:[AP]\.\s?)?J\.(?:\s?[A-Z][a-z]?\.){1,3})(?=\W*$)"
    r"|Detention and Deportation Officer|Deportation Officer|Detention Officer|Immigration Enforcement Agent"
    r"|Immigration Officer"
    r"|Field Office Director|Field Operations Supervisor|Director,? Field Operations|Port Director"
    r"|Border Patrol Agent(?:[ -]in[ -]Charge)?|Patrol Agent(?:[ -]in[ -]Charge)?"
    r"|Customs and Border Protection Officer|CBP Officer|Immigration Services Officer|Asylum Officer"
    r"|Immigration Inspector|Special Agent(?:[ -]in[ -]Charge)?|Agent in Charge"
    r"|Magisterial District Judge|Judicial Officer|Judicial Commissioner|Judge of (?:the )?District Court|(?<=, )(?:P\.\s?)?J\.(?=\W*$)"
    r"|(?:Superior|Circuit|District|County|Municipal) Court (?:Commissioner|Magistrate)|(?:General Sessions|Special|Associate"
    r" District|Associate Circuit) Judge"
    r"|(?:(?:United States|U\.?\s?S\.?)\s+)?Immigration Judge"
    r"|(?:United States|U\.?\s?S\.?)\s+(?:Senior\s+|Chief\s+)?Magistrate(?:\s+Judge)?|Magistrate Judge"
    r"|U\.?\s?S\.?\s?[MD]\.?\s?J\.?|J\.\s?[SMCFTP]\.\s?[CF]\.|J[SM]C\b|Administrative Law Judge|Judge Advocate|Supreme Court Justice"
    r"|(?:United States|U\.?\s?S\.?)\s+(?:Senior\s+|Chief\s+)?District(?:\s+Court)?\s+Judge"
    r"|District(?: Court)? Judge|Judge of the [A-Z][A-Za-z]+ Court|Superior Court Judge|Circuit(?: Court)? Judge"
    r"|(?:Municipal|Criminal|Probate|Family|Juvenile|City|Town|Village|Metropolitan|General Sessions|Common Pleas|State)(?: Court)?"
    r" (?:Judge|Justice|Magistrate)"
    r"|County(?: Court)? Judge|Justice of the Peace|(?:Superior )?Court Commissioner|Commissioner of the [A-Z][A-Za-z]+ Court"
    r"|Justice of the Supreme Court|(?:Chief )?Magistrate|Justice|Judge"
    r"|(?:Member,? )?(?:Board of (?:Pardons and Paroles|Parole)|Parole Board|Parole Commission)|Parole Board Member"
    r"|(?:United States|U\.?\s?S\.?) Parole Commissioner|Parole Commissioner|Parole Officer|Commissioner"
    r"|Lieutenant Governor|Governor|(?:United States|U\.?\s?S\.?) Marshal|Court Administrator|Probation Officer|Attorney|Bailiff"
    r"|(?:Parole|Probation)(?: (?:and|&) (?:Parole|Probation))? (?:Supervisor|Administrator|Agent|Manager|Director|Specialist)"
    r"|(?:Regional|Area|Bureau|Division|Unit|Zone|Deputy Regional) (?:Administrator|Manager|Chief|Supervisor)"
    r"|(?:Warrants? )?(?:(?:Section|Unit) )?Supervisor|Chair(?:man|woman|person)?|Board Member|Commission Member"
    r"|Secretary|Hearing Officer|Prothonotary|(?:Deputy|Assistant) CSC|CSC"
    r"|Clerk of (?:the )?(?:U\.?S\.? )?(?:District )?Court|Deputy Clerk|Clerk|(?:United States"
    r"|U\.?\s?S\.?)\s+Attorney|Attorney General|District Attorney|Trial Attorney"
    r"|Intelligence Officer|Officer in Charge|Unit Chief|Section Chief|Officer|Director|Agent|Sheriff|Marshal)"
)
TITLE = re.compile(rf"(?<![A-Za-z]){_ACTING}{_HEAD}(?:(?i:{_CORE})(?![a-z])|{_SHORT}).*$")
_ANY_CASE = re.compile(rf"(?<![A-Za-z]){_HEAD}{_CORE}(?![a-z]).*$", re.IGNORECASE)


_LED = re.compile(
    rf"(?:Hon\.? )?(?P<title>{_ACTING}{_HEAD}(?:(?i:{_CORE})(?![a-z])|{_SHORT})),?:? "
    r"(?P<name>(?:[A-Z][\w'’-]*\.?(?: de la| de| van| von| del)?[ ]?){2,5}(?:, ?(?:Jr|Sr|II|III|IV)\.?)?)"
)
"""A title that is printed before the name: `AFOD Cornelius Vandeveer`."""


_OWN_NUMBER = re.compile(
    r",?\s+\(?(?:(?:judge )?(?:ID|code)|bar|badge)(?: ?(?:no\.?|#))?\s*[:#]?\s*(?=\S*\d)[A-Z0-9-]{2,9}\)?$"
    r"|,?\s+\((?:bar )?(?:no\.? ?)?[A-Z]{0,2}\d{4,7}\)$",
    re.IGNORECASE,
)
"""A judge's number behind the name: `ID: 7K3`, `Bar No. 44178`."""


def led_name(text: str) -> str | None:
    """The name behind a title that is printed before it: `Circuit Judge Ada Quill`; None where a line is no title with a name."""
    led = _LED.fullmatch(_OWN_NUMBER.sub("", text.strip(" ,")))
    return (
        tidy_name(led["name"])
        if led and not _ANY_CASE.search(led["name"]) and not _OF_A_PLACE.search(led["name"])
        else None
    )


_OF_A_PLACE = re.compile(
    r"\b(?:of|the|for|and|at|peace|court|county|division|district|department|part|state|circuit|presiding|pro tem(?:pore)?|dept"
    r"|city|united|office|sub-office|field|unit|bureau|facility|jail|center|program|court['’]s)\b",
    re.IGNORECASE,
)


def name_alone(text: str) -> str:
    """A signer's name without the title that stands before it or behind a comma: `Augustin Maberry, Judge`."""
    if named := led_name(text):
        return named
    before, comma, after = text.partition(",")
    titled = comma and len(before.split()) > 1 and TITLE.match(after.strip()) is not None
    return tidy_name(before if titled else text)


def split_title(text: str) -> tuple[str, str]:
    """Cut `R. Castellan, Deportation Officer` into name and title; either may be empty."""
    hits = [hit for hit in (TITLE.search(text), _ANY_CASE.search(text)) if hit]
    if not hits:
        name, comma, rest = text.partition(",")
        return (name.strip(), rest.strip()) if comma and len(rest.split()) > 1 else (text.strip(), "")
    first = min(hits, key=lambda hit: hit.start())
    if (named := led_name(text)) and (led := _LED.fullmatch(_OWN_NUMBER.sub("", text.strip(" ,")))):
        return named, tidy_title(led["title"])
    return tidy_name(text[: first.start()]), tidy_title(first[0])


_KNOWN: tuple[str, ...] = (
    "Deportation Officer",
    "Supervisory Detention and Deportation Officer",
    "Supervisory Deportation Officer",
    "Immigration Enforcement Agent",
    "Assistant Field Office Director",
    "Deputy Field Office Director",
    "Field Office Director",
    "Border Patrol Agent",
    "Immigration Judge",
    "United States Magistrate Judge",
    "U.S. Magistrate Judge",
    "United States District Judge",
    "U.S. District Judge",
    "Judge of the Superior Court",
    "Deputy Clerk",
)
_VOCABULARY = sorted(
    {word for title in _KNOWN for word in title.split()} | {"Acting", "Chief", "Senior", "Supervisory"}
)


def mended_title(text: str) -> str:
    """A line read by OCR with the words of titles mended: `Fietd Office Director` is `Field Office Director`.

    Only a line in which a known title is recognised is touched, and only words one letter in five away.
    """
    words = text.split()
    tails = [" ".join(words[start:]) for start in range(len(words))]
    best = max((ratio(tail.lower(), title.lower()) for tail in tails for title in _KNOWN), default=0.0)
    return " ".join(_mended(word) for word in words) if 84 <= best < 100 else text


def _mended(word: str) -> str:
    if len(word) < 4 or word in _VOCABULARY:
        return word
    likeness, near = max((ratio(word.lower().strip(".,"), known.lower()), known) for known in _VOCABULARY)
    return near if likeness >= 79 else word


def tidy_name(text: str) -> str:
    """A signer's name without the marks and the courtesy around it."""
    plain = re.sub(r"[^\w\s.,'’-]|[\d_]", " ", re.sub(r"^[\W_]*/?s/+", " ", text, flags=re.IGNORECASE))
    plain = re.sub(
        r"^\s*(?:X\s+(?=[A-Z][\w'’]))?(?:(?:(?:electronically|digitally)\s+)?(?:e-?)?signed\s+)?(?:by[\s:]+)?(?:the\s+)?(?:hon(?:orable)?\b\.?|/?s/)?\s*"
        r"(?:(?:special )?(?:officer|agent) (?=[A-Z]))?",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    plain = re.sub(r"\s+", " ", plain).strip(" ,-'’")
    return plain if re.search(r"\b(?:Jr|Sr|[A-Z])\.$", plain) else plain.strip(" .")


def tidy_title(text: str) -> str:
    """A title without the marks around it; the `(A)` of one who acts for the officer stays."""
    plain = re.sub(
        r"[^\w\s.,&'’/()-]|_|\((?!A(?:cting)?\)|[a-z]\))|(?<!\(A)(?<!\(Acting)(?<!\([a-z])\)", " ", text or ""
    )
    return re.sub(r"\s+", " ", plain).strip(" ,.-'’/")


_RETIRED = re.compile(r"\b(?:retired|ret\.)(?![a-z])|\(ret\b", re.IGNORECASE)
_CALLED_BACK = re.compile(r"\b(?:sitting|serving|assign(?:ed|ment)|designat(?:ed|ion)|recalled to)\b", re.IGNORECASE)


def out_of_office(title: str | None) -> bool:
    """Whether a title is a retired judge's of whom it does not say that the judge sits by assignment."""
    return bool(title and _RETIRED.search(title) and not _CALLED_BACK.search(title))


RANKS = re.compile(rf"\s*{_HEAD}\s*", re.IGNORECASE)
"""Words of rank before a title's own words, in any case of letters."""
_PAROLE = re.compile(
    r"\b(?:commissioner|member|supervisor|hearing officer|director|chair(?:man|woman|person)?|manager|administrator|warrants?)\b",
    re.IGNORECASE,
)


_OF_DHS = re.compile(
    r"\b(?:officer|director|agent|supervisor|(?:unit|section|sector) chief|inspector)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:sheriff|jail|police|correction(?:s|al)?|probation|release|custody|records|booking|county|city|state|marshal|hearing|court"
    r"|judge|law|warden|patrol deputy)\b",
    re.IGNORECASE,
)
"""Words of offices at a jail, a court or another police, which are no officer's of DHS."""


def signer_under(title: str | None, issuer: str, name: str | None = None) -> str | None:
    """The kind of signer that a title is under a form of this issuer: `Member` is a parole board's under a parole board's warrant.

    `name` is the printed name, on which a word of the office may hang.
    On a form of DHS `Officer in Charge` or `Section Chief` is one of the officers whom 8 CFR 241.2(a)(1) lists.
    """
    found = _either(title, issuer) if issuer in {"court", "state_court"} else signer_of(title)
    if issuer == "parole" and found in {None, "state_judge", "clerk_of_court"} and _PAROLE.search(title or ""):
        return "parole_authority"
    if issuer == "dhs" and found is None and _OF_DHS.search(title or "") and not _ELSEWHERE.search(f"{name} {title}"):
        return "immigration_officer"
    return found


def _either(title: str | None, issuer: str) -> str | None:
    """The kind of signer of a title; of several offices between strokes (`Judge / Clerk`) the one kind that all of them are, else none."""
    kinds = {signer_of(each, state_court=issuer == "state_court") for each in offices_in(title)}
    return kinds.pop() if len(kinds) == 1 else None


def offices_in(title: str | None) -> list[str]:
    """The offices that a title names with strokes between them, one of which signed; a title that names one alone is that."""
    parts = [each.strip() for each in re.split(r"\s*/\s*|\s+or\s+", title or "", flags=re.IGNORECASE)]
    return parts if all(_ANY_CASE.match(each) for each in parts) else [title or ""]


_COURT_BEHIND = re.compile(
    r",\s*(?:in and for )?(?:the )?(?:[\w.'’-]+ ){0,5}?(?:court|county|district|division|circuit|parish|part|department|dept"
    r"|precinct|branch)\b.*$",
    re.IGNORECASE,
)


def office_alone(title: object) -> object:
    """A title without the court, the county or the part that is named behind its comma: those stand with the court."""
    return _COURT_BEHIND.sub("", title) if isinstance(title, str) else title


def signer_of(title: str | None, *, state_court: bool = False) -> str | None:
    """The kind of signer that a title is, None where it is none we know. A bare `Judge` is a state's only on a state's paper."""
    words = re.sub(r"\s+", " ", (title or "").lower()).strip()
    if out_of_office(title):
        return None
    for pattern, signer in _SIGNERS:
        if re.search(pattern, words):
            if (
                state_court
                and signer in {"federal_magistrate_judge"}
                and "united states" not in words
                and "u.s" not in words
            ):
                return "state_judge"
            return signer
    if re.search(r"\bdistrict judge\b", words):
        return "state_judge" if state_court else "federal_district_judge"
    if state_court and re.fullmatch(r"(?:p\. ?)?j\.?", words):
        return "state_judge"
    return (
        "state_judge"
        if state_court and re.search(r"\bjudge\b|\bjustice\b|\bcommissioner\b|\bjudicial officer\b", words)
        else None
    )
