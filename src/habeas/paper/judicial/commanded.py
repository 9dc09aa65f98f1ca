"""Whether a paper commands something of a person: to arrest, bring, search; to receive and hold; to release."""

import re
from collections.abc import Sequence

from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page

_COMMAND = re.compile(
    r"(?<!not)(?<!never)(?:(?:commanded?|commandyou|(?:are|is)(?:hereby|therefore)?(?:ordered|directed)|ordered)(?:forthwith|instanter|immediately|that)*"
    r"(?:to|you(?:to|that)?)?(?:arrest|apprehend|take|produce|search|bring|have|surrender|deliver|safelykeep)"
    r"|ordered(?:adjudgedanddecreed)?that(?:the)?.{0,120}?shall(?:forthwith|immediately)?(?:transport|produce|deliver|bring|arrest)"
    r"|youare(?:hereby|therefore|forthwith)*(?:commanded|ordered|directed)|wecommand(?:that)?you|thereforecommanded"
    r"|(?:ordered|iorder|courtorders|commands?|commanded|directs|directed)(?:that)?.{0,130}?(?:arrest|apprehend|produc|deliver|transport"
    r"|bring|convey|takethebody|intocustody))"
)
"""Commands to arrest, bring and search, in letters only: scans part words anywhere."""
_ORDERS = r"(?<!not )(?<!never )\b(?:ordered|i order|(?:court|state) (?:hereby )?orders|commands?|commanded|directs|directed)\b"
_NO_ACT = r"\b(?:not|nor|never|whether|motions?|requests?|requested|petitions?|applications?|hearing|report|if|unless|until)\b"
_PERSON = r"\b(?:defendants?|prisoners?|inmates?|subjects?|accused|detainees?|respondents?|persons?|body|bodies|him|her|them|he|she|they)\b"
_HOLD = re.compile(
    rf"{_ORDERS}(?:(?!{_NO_ACT})[^.;]){{0,160}}?"
    rf"(?:\b(?:receive|safely keep|detain|commit|confine|release|discharge)\b(?:(?!{_NO_ACT})[^.;]){{0,60}}?{_PERSON}"
    rf"|{_PERSON}(?:(?!{_NO_ACT})[^.;]){{0,60}}?\b(?:be|is|are)(?: (?:hereby|forthwith|immediately))*"
    r" (?:held|detained|confined|committed|released|discharged|remanded|admitted to bail)\b)"
    r"(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
"""One sentence that orders, whom it is about, and that the person be held or let go; nothing of it asked for, denied or conditional."""
_REFUSED = re.compile(r"\b(?:is|are|be) (?:hereby )?(?:denied|refused|overruled|stricken)\b", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:[A-Z]|No|Mr|Ms|Mrs|Dr|Hon|St|Jr|Sr|Sec|Art)\.")
"""A period that ends no sentence."""


def commands(pages: Sequence[Page]) -> bool:
    """Whether the pages that may be read command an act upon a person or a place."""
    words = " ".join(each.text for page in pages if not page.private for each in page.words)
    return bool(_COMMAND.search(key(words))) or _holds(words)


def _holds(words: str) -> bool:
    """Whether a sentence orders that a person be received, held or released."""
    whole = _SHORT.sub(lambda hit: hit[0][:-1], words)
    return any(not _REFUSED.search(hit["rest"]) for hit in _HOLD.finditer(whole))
