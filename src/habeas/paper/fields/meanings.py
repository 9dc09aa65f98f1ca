"""What a label asks for, by its words: many wordings and printings, English and Spanish. Every other label is known as another's.

A pattern is matched against the words of a label as `lexicon.tokens` gives them, with one blank between.
"""

import re

from habeas.paper.fields.keywords import OTHER, by_words

_WHO = (
    r"(?:(?:the|said|named|removable) )*(?:alien|subject|person|individual|detainee|inmate|defendant|offender|accused|prisoner"
    r"|respondent|noncitizen|parolee|releasee|probationer|extranjero|detenido|acusado|persona)s?"
)
_NO = r"(?:nos?|numbers?|num|#|numero)"
_MORE = r"(?: (?:to be \w+|sought|wanted|in custody|under supervision|named))?"
_HOW = (
    r"(?: (?:last|first|middle|mi|m i|initial|surnames?|given|family|names?|apellidos?|nombres?|and|or|y|/))*"
    r"(?: (?:mm|m|month) / (?:dd|d|day) / (?:yyyy|yy|year))?"
)
_ALIEN_NUMBER = (
    rf"(?:a {_NO}|a file(?: {_NO})?|alien (?:registration )?(?:file )?{_NO}|(?:alien )?(?:registration )?(?:file )?{_NO}"
    rf"|alien file|uscis(?: a)?(?: {_NO})?|numero (?:de )?(?:extranjero|archivo))"
)
_INSTITUTION = (
    r"(?:names?|and|titles?|of|the|institution|custodian|officer|official|in|charge|sheriff|warden|or|other|any|subsequent|law"
    r"|enforcement|agency|jail|facility|person|address|city|state|zip|code|recipient|whom|this|subpoena|is|directed|addressed|to|/)"
)
_OFFICE = (
    r"(?:names?|and|address|of|the|dhs|ice|ero|cbp|field|office|department|homeland|security|location|issuing|requesting|agency"
    r"|originating|origin|u|s|us)"
)
_CASE = r"(?:criminal|court|magistrate|cause|docket|case|action|cr)"
_ASKED: dict[str, tuple[str, ...]] = {
    "subject_name": (
        rf"(?:(?:full|complete|printed|legal|last) )?names? of {_WHO}{_MORE}{_HOW}",
        rf"{_WHO} (?:full |complete |legal )?names?{_HOW}",
        rf"(?:{_WHO} )?names? and address(?:es)?(?: of {_WHO})",
        rf"(?:full|complete|legal) names?{_HOW}",
        rf"{_WHO}{_HOW}",
        rf"{_WHO} (?:this|it) (?:concerns?|is about|refers to)|{_WHO} concerned",
        rf"names?{_HOW}",
        rf"last names?{_HOW}",
        r"nombres?(?: completo)?(?: del? (?:la )?\w+)?",
        r"(?:apellidos? y nombres?|nombres? y apellidos?)",
    ),
    "date_of_birth": (
        rf"(?:{_WHO} )?(?:dates? of birth|birth ?dates?|dob|d o b|born(?: on)?|fecha de nacimiento|nacid[oa](?: el)?)(?: of {_WHO})?{_HOW}",
    ),
    "citizenship": (
        r"(?:countr(?:y|ies)|nation) of (?:citizenship|nationality)(?: ?(?:/|or|and)? ?(?:citizenship|nationality))?",
        r"(?:citizenship|nationality)(?: ?(?:/|or|and)? ?(?:citizenship|nationality))?",
        r"citizen (?:or national )?of|national of|nacionalidad|(?:pais de )?ciudadania",
    ),
    "sex": (rf"(?:{_WHO} )?(?:sex|gender|sexo|genero)(?: m / f| male / female)?",),
    "a_number": (rf"(?:(?:{_ALIEN_NUMBER}|a) ?(?:/|or)? ?)*{_ALIEN_NUMBER}",),
    "subject_id": (
        rf"subject (?:id|identification)(?: {_NO})?",
        rf"fins(?: {_NO})?",
    ),
    "event_number": (rf"event (?:{_NO}|id)(?: {_NO})?",),
    "issued_on": (
        rf"dates?{_HOW}",
        rf"dated{_HOW}",
        rf"issued?(?: on)?{_HOW}|issued? dates?{_HOW}|issuance date",
        rf"dates? (?:and time )?(?:of )?(?:issued?|issuance|prepared|signed){_HOW}",
        r"dates? of (?:the |this )?(?:notice|warrant|request|order|detainer|document|form|letter|hold)",
        r"fecha(?: de (?:emision|expedicion))?|dates? (?:and|/) (?:location|place|office location)",
    ),
    "recipient": (
        rf"to(?: {_INSTITUTION})*",
        rf"(?:addressed|directed) to(?: {_INSTITUTION})*",
        r"(?:the )?(?:people|state|commonwealth) of (?:the )?(?:state of )?\w+(?: \w+)? to",
        r"(?:names? (?:and title )?of )?(?:the )?(?:institution|custodian|recipient|jail|facility)(?: name)?",
    ),
    "issuing_office": (
        rf"from(?: {_OFFICE})*",
        r"(?:dhs|ice|ero|cbp|issuing|originating|requesting|field)(?: field)? office(?: (?:address|location|name))?(?: and address)?",
        r"office of origin(?: dhs| ice)?",
    ),
    "phone": (
        rf"(?:tele)?phone(?: {_NO})?(?: for (?:notice|notification|this purpose|contact))?|tel(?: {_NO})?|telefono",
        rf"contact (?:{_NO}|phone|telephone)(?: {_NO})?|call",
    ),
    "entry_place": (r"(?:place|port|place (?:or|and|/) port) of (?:last )?(?:entry|arrival)",),
    "entry_on": (rf"dates? of (?:last )?(?:entry|arrival){_HOW}|dates? entered|entered on|entered",),
    "issued_at": (
        r"(?:date and )?(?:office location|location of (?:the )?office)|city and state(?: of issuance)?|city / state|issued at",
        r"place (?:of issuance|issued)|dates? (?:and|/) (?:location|place)",
    ),
    "case_number": (rf"(?:{_CASE} ?/? ?)+{_NO}|{_NO}|warrant ?/? ?case {_NO}|cause",),
    "comply_by": (
        rf"(?:appearance |return |hearing )?dates? ?(?:and|/)? ?time(?: of (?:appearance|production|testimony))?{_HOW}",
    ),
    "comply_at": (r"place(?: of (?:testimony|appearance|production))?|location",),
    "bail": (r"(?:bail|bond)(?: amount)?(?: ?(?:is )?set(?: at)?)?(?: \$)?",),
    "offense": (
        r"(?:original )?(?:offenses?|charges?|crimes?)(?: charged| description| of conviction)?(?: s)?",
        r"nature of (?:the )?(?:offenses?|charges?)|offenses? of conviction|charged with",
    ),
}
"""Wordings by field. A paper's own form says which of them it has; the others tell where a value ends."""
_OTHERS = (
    r"signatures?(?: of(?: \w+){1,6})?|signed(?: by)?|(?:printed |typed )?names? (?:and|/) titles?(?: of(?: \w+){1,6})?",
    r"(?:printed|typed) names?",
    r"names? of (?:the )?(?:issuing|immigration|sentencing|arresting|authorized|requesting|probation|judicial|interpreter|attorney|judge"
    r"|officer)(?: \w+){0,4}",
    r"titles?(?: of(?: \w+){1,6})?|dates? (?:of )?(?:service|served|arrest|arrested|release|received|executed|return|latest|original"
    r"|sentence)(?: \w+){0,4}",
    rf"(?:place|country|city) of birth|(?:local )?booking(?: or inmate)? {_NO}|estimated (?:date of )?release(?: date)?|time|address",
    r"certificate of service|return|seal|language|height|weight|race|eyes|hair|agency use|(?:the )?honorable",
)
"""Labels of what is not read."""

_WEAK = re.compile(
    rf"{_WHO}|names?|to|from|a|{_NO}|call|entered|re|offender|charged with|issued?|cause|charges?|location|institution|facility"
)
"""Wordings that are labels only where something beside the words says so: a colon, brackets, a place of their own."""

_PATTERNS = {name: re.compile("|".join(f"(?:{each})" for each in ways)) for name, ways in _ASKED.items()}
_OTHER = re.compile("|".join(f"(?:{each})" for each in _OTHERS))


def wordings(text: str) -> tuple[str, ...]:
    """The fields of which these words are a known wording."""
    if _OTHER.fullmatch(text):
        return (OTHER,)
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.fullmatch(text))


def meanings(text: str) -> tuple[str, ...]:
    """The fields that a label of these words may ask for; `other` where it asks for what is not read; empty where it is no label."""
    return wordings(text) or by_words(text)


_BARE = re.compile(
    r"call|entered|issued?|cause|charges?|location|institution|facility|jail|custodian|recipient"
    r"|office of origin|charged with|crimes?|offenses?"
)
"""Wordings that are as often a part of a value or of a sentence: labels only with a colon, or in brackets."""


def bare(text: str) -> bool:
    """Whether a wording is a label only with a colon or in brackets."""
    return _BARE.fullmatch(text) is not None


_OFFICE_HOLDER = re.compile(
    r"(?:the |chief |deputy )*(?:warden|sheriff|jailer|jail administrator|superintendent|commander|custodian|keeper|records custodian"
    r"|officer in charge)(?: of (?:the )?(?:records?|jail|\w+ records))?"
)
"""Whom a paper is addressed to by office: as often the value as the label."""


def office_holder(text: str) -> bool:
    """Whether a wording is an office that is an addressee itself: a label only with a colon or in brackets."""
    return _OFFICE_HOLDER.fullmatch(text) is not None


def weak(text: str) -> bool:
    """Whether a wording alone proves nothing: `To`, `Name`, `Defendant`."""
    return _WEAK.fullmatch(text) is not None or not any(each.fullmatch(text) for each in _PATTERNS.values())
