"""What courts of the states call their papers: a title is put together from few words, and no list holds every way to do so."""

import re

from habeas.paper.forms.districts import STATES

_MOST = 11
"""Words of the longest title."""
_STATE_NAMES = "|".join(each.lower() for each in STATES)
_RANK = (
    r"(?:(?:governor['’]?s|executive|extradition|rendition|parole|re-?arrest|default|felony"
    r"|misdemeanor|criminal|traffic|civil|state|county|city|municipal|superior|district|circuit|magistrate(?:['’]s)?|justice|court"
    rf"|complaint|domestic violence|child support|{_STATE_NAMES}|no[- ]bail|no[- ]bond"
    r"|bench|arrest|alias|pluries|nisi|capias|probation|judicial|fugitive"
    r"|order (?:issuing|directing|authorizing|granting)(?: the issuance of)?(?: an?| the)?"
    r"|original|second|third|amended|reissued|statewide|cash|only|failure to appear|failure to pay|fta|ftp|contempt|writ of|order"
    r" for(?: an?)?|issuance of(?: an?)?"
    r"|order and|and|violation|revocation|material witness|community control|body|juvenile)[\W_]+)*"
)
_WHAT = (
    r"(?:warrant|capias|attachment|writ of arrest|order (?:for|of|to|directing) (?:the )?(?:arrest|apprehen[ds]\w*)"
    r"|order to (?:take|seize) (?:into custody|and hold))"
)
_MORE = (
    r"(?:[\W_]+(?:of|for|to|upon|on|in|after|by|the|a|and|or|instanter|pro fine|felony|misdemeanor|arrest|apprehension|commitment"
    r"|defendant|affidavit|complaint|indictment|information|accusation|failure|appear|pay|comply|probation|parolee?|violation|revocation"
    r"|person|body|bench|alias|capias|warrant|attachment|no bail|no bond|contempt|fine|sentenc\w+|hold|detain|officer|witness|summons"
    r"|criminal|case|nonpayment|support|probationer|extradition|rendition|requisition|fugitive|justice|from"
    r"|retak(?:e|ing)|return|detaining|detention|temporary|custody|releasee?s?|prisoners?|inmate|pretrial|presentence|supervis\w+|offender|conditions?|violator|material))*"
)
_WARRANT = re.compile(rf"{_RANK}{_WHAT}{_MORE}", re.IGNORECASE)
_SEARCH = re.compile(
    rf"{_RANK}(?:search(?: and seizure)?(?: order and)? warrant|warrant (?:to|of|for) search|warrant to (?:collect|obtain|draw|seize)"
    r"|warrant for (?:the )?(?:collection|seizure|drawing|blood|bodily|buccal|dna))"
    r"(?:[\W_]+(?:of|for|the|a|an|and|to|or|from|person|persons|place|premises|property|blood|bodily|body|fluids?|buccal|dna|saliva|swabs?"
    r"|samples?|specimens?|draw|evidence|collect|obtain|seize|seizure|draw|residence|vehicle|cell|phone|records|search))*",
    re.IGNORECASE,
)
_WHOM = r"(?:defendant|inmate|prisoner|person|persons|witness|custody|detainee|juvenile|probationer|body)"
_MOVES = (
    r"(?:produc(?:e|tion|ing)|transport(?:ation|ing)?|deliver(?:y|ing)?|bring(?:ing)?(?: up| back| over| in)?|transfer(?:ring)?"
    r"|convey(?:ance)?|removal|remov(?:e|ing)"
    r"|return|appearance)"
)
_ORDER = re.compile(
    rf"(?:(?:motion|petition|stipulation|writ[\W_]+of[\W_]+habeas[\W_]+corpus(?:[\W_]+ad[\W_]+\w+)?)[\W_]+and[\W_]+)?(?:order|writ)[\W_]+(?:to|for|of|directing|requiring|authorizing)[\W_]+"
    rf"(?:the[\W_]+|temporary[\W_]+|sheriff[\W_]+to[\W_]+)*{_MOVES}"
    rf"(?:[\W_]+(?:of|and|the|an?|for|from|to|in|at|court|hearing|trial|jail|temporary|state|county|incarcerated|{_MOVES}|{_WHOM}))*"
    rf"|(?:{_WHOM}[\W_]+)?(?:produc(?:e|tion)|transport(?:ation)?|delivery|bring[- ]?(?:up|back)|transfer)[\W_]+order"
    rf"|(?:order[\W_]+for[\W_]+)?(?:writ[\W_]+of[\W_]+)?habeas[\W_]+corpus[\W_]+ad[\W_]+(?:testificandum|prosequendum|satisfaciendum|subjiciendum|deliberandum)",
    re.IGNORECASE,
)
_RELEASES = re.compile(
    r"(?:[\[(]?proposed[\])]?\W+|agreed\W+|amended\W+|stipulated\W+|emergency\W+|temporary\W+"
    r"|(?:motion|findings|decision) and\W+)*"
    r"(?:order|judgment|writ)\W+(?:(?:granting|directing|authorizing|for|of|to|re|on)\W+)?"
    r"(?:(?:the|a|an|petition|application|motion|writ|of|for|immediate|conditional|pretrial|supervised|own|temporary|defendant(?:['’]s)?|inmate(?:['’]s)?"
    r"|petitioner(?:['’]s)?|prisoner(?:['’]s)?|recognizance)\W+)*(?:release|discharge|habeas corpus)"
    r"(?:\W+(?:from|of|on|custody|jail|detention|bond|bail|own|personal|recognizance|the|defendant|inmate|prisoner|petitioner|to|and|county))*",
    re.IGNORECASE,
)
_COMMITS = re.compile(
    r"(?:(?:order|warrant|writ|judgment|certificate)[\W_]+(?:of|for|and|to)[\W_]+)?(?:commit(?:ment)?|detention|detain|remand|mittimus)"
    r"(?:[\W_]+(?:order|warrant|to|of|the|county|jail|and|custody|sheriff|pending|trial|hearing|defendant|pretrial|temporary|sentence))*"
    r"|(?:temporary |pretrial )?mittimus|remittitur|(?:temporary |jail )?commitment(?: order)?",
    re.IGNORECASE,
)


def _whole(pattern: re.Pattern[str], text: str) -> bool:
    plain = " ".join(text.split()).strip(" .:;|*-–—_()[]")
    letters = [each for each in plain if each.isalpha()]
    raised = (
        bool(letters)
        and letters[0].isupper()
        and all(each[0].isupper() for each in plain.split() if len(each) > 4 and each[0].isalpha())
    )
    return raised and 0 < len(plain.split()) <= _MOST and pattern.fullmatch(plain) is not None


def is_warrant_title(text: str) -> bool:
    """Whether a line is a title that a state's court gives to a warrant to take somebody: `BENCH WARRANT`, `ATTACHMENT FOR CONTEMPT`."""
    return _whole(_WARRANT, text)


def is_search_title(text: str) -> bool:
    """Whether a line is a title that a state's court gives to a warrant to search: `SEARCH WARRANT FOR BODILY FLUIDS`."""
    return _whole(_SEARCH, text)


def is_order_title(text: str) -> bool:
    """Whether a line is a title of an order about somebody who sits in a jail: `ORDER TO PRODUCE`, `PRODUCTION ORDER`."""
    return _whole(_ORDER, text) or _whole(_RELEASES, text)


def is_commitment_title(text: str) -> bool:
    """Whether a line is a title of an order that commits somebody to a jail: `ORDER OF COMMITMENT`, `MITTIMUS`."""
    return _whole(_COMMITS, text)
