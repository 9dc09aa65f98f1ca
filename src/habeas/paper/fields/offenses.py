"""The words of an offense alone: without the sections that stand beside them, and without the sentence that goes on behind."""

import re
from dataclasses import replace

from habeas.paper.fields.extract import ABSENT, Gathered
from habeas.paper.fields.statutes import citations

_ONWARD = re.compile(
    r"[,;.]?\s+(?:(?:and|or) (?:to|is|being|has|thereafter|who|that|for|you|there|the said|said)\b|(?:he|she|they|the (?:said )?defendant)"
    r" (?:having|has|did|is|was|failed)\b|having (?:been|failed|violated|come)\b|in that (?:he|she|they|on|the|said)\b"
    r"|before (?:this|the|said)\b|in custody\b|alleged to\b|committed (?:in|on|at|within) (?:the|or|said|\w+ county)\b|on or about\b"
    r"|against the peace|(?:is |and )?(?:now|presently|currently) (?:confined|held|detained|in)\b|for which\b|to be dealt\b"
    r"|as (?:charged|alleged|set forth|more fully|stated)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Words with which a sentence goes on behind a charge."""
_ENDS = re.compile(r"(?<=[a-z)]{2})\.\s+(?:[A-Z]|\d{1,2}[.)]?\s).*$|(?<=[a-z)]{2})\.\s+\d{1,2}$", re.DOTALL)
_LEADS = re.compile(
    r"[\s,;:(\[–—-]*(?:\b(?:in violation of|(?:which is |being )?an? violation of|violation of|contrary to|pursuant to|as defined (?:by|in)"
    r"|under|to[- ]wit|cite[ds]?|statutes?|sections?|secs?\.?|title|chapter|art(?:icle)?\.?|code|the|of|(?:[A-Z]\.){2,6}"
    r"|(?:Tribal|Penal|Criminal|Vehicle|Transportation|State|Municipal) Code|Law and Order Code)[\s,;:(\[–—-]*)*$",
)
"""Words that lead to a section."""
_ANOTHER = re.compile(
    r";\s*(?:and )?(?!(?:and|to)\b)[A-Za-z]+ [A-Za-z]+|\bcounts? (?:\d|[IVX]+\b|two)|^\W*\d\)", re.IGNORECASE
)
_FEWEST = 5
"""Letters of the shortest name of an offense."""


def words_alone(gathered: Gathered) -> None:
    """Leave of the offense its words; its sections stand beside it by now."""
    said = gathered.fields.get("offense", ABSENT)
    if isinstance(said.value, str):
        gathered.fields["offense"] = replace(said, value=charge_alone(said.value))


def charge_alone(text: str) -> str:
    """The offense by its words, up to the first section or the sentence that goes on; the text itself where a section begins it,
    where several charges stand in it, or where nothing would be left."""
    plain = " ".join(text.split())
    ended = _ENDS.sub("", plain)
    kept = _worded(_ONWARD.sub("", ended)) or _worded(ended) or plain
    first = next((start for start, _ in citations(kept)), None)
    if not first or _ANOTHER.search(plain[first:]):
        return kept
    return _worded(_LEADS.sub("", kept[:first])) or kept


def _worded(text: str) -> str | None:
    """A text without the signs at its edges; None where no name of an offense is left."""
    bare = text.strip(" ,;:.([–—-") if not text.rstrip().endswith(")") else text.strip(" ,;:–—-")
    return bare if len(re.findall(r"[A-Za-z]", bare)) >= _FEWEST else None
