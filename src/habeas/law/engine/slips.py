"""Facts of one charge that another of its facts, or the day, says cannot be: a slip of the pen, and which is wrong is not known."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

NO_SENTENCE = frozenset({"pending", "held_to_answer", "acquitted", "not_guilty_insanity"})
"""Ends, or none yet, on which no court passes a sentence."""
NO_CONVICTION = frozenset({"before_conviction", "diversion"})
"""Ways in which a charge is dismissed that nobody was sentenced on."""

HEARING_WAIVED = r"(?i)\b(prelim\w*|hearing|px)\b.*\bwaiv\w*|\bwaiv\w*\b.*\b(prelim\w*|hearing|px)\b"
"""How a charge's description says that its preliminary hearing was waived, so that no magistrate found cause there."""

DIVERTED = r"(?i)\bdiver(?:sion|ted)\b"
"""How a dismissed charge's description says that diversion ended it."""
WITHOUT_PLEA = r"(?i)\b(?:no|without(?: a)?|pre-?) ?plea\b"
OR_NOT = (
    r"(?i)\b(?:plea|pled|pleaded|guilty|nolo|no contest|deferred|dej|1000(?:\.\d+)?"
    r"|terminat\w*|den(?:ied|y)|revok\w*|fail\w*|unsuccessful\w*|violat\w*)\b"
)
"""Words beside it of a plea, of Penal Code 1000 (which to 2017 came after one), or of a diversion that did not last."""


def diverted(description: str) -> bool:
    """Whether a dismissed charge's description says that diversion ended it, with no word beside it of a plea or of its own end."""
    return bool(re.search(DIVERTED, description)) and not re.search(OR_NOT, re.sub(WITHOUT_PLEA, " ", description))


def slips_of(facts: Mapping[str, Any], as_of: date) -> frozenset[str]:
    """The names of the facts that cannot stand beside the others on `as_of`: each is then unknown."""
    disposed, offense, reduced = (facts.get(key) or date.min for key in ("disposed_on", "offense_on", "reduced_on"))
    ended, under, sentenced = facts.get("disposition"), facts.get("dismissed_under"), facts.get("sentence") is not None
    since, until = facts.get("served_from") or date.min, facts.get("served_to") or date.max
    slips = {
        ("served_from", "served_to"): until < since or as_of < since,
        ("disposition", "disposed_on"): disposed > as_of,
        ("disposed_on", "offense_on"): date.min < disposed < offense,
        ("grade", "reduced_on"): reduced > as_of or date.min < reduced < offense,
        ("disposition",): (ended == "convicted" and under is not None) or (ended in NO_SENTENCE and sentenced),
        ("dismissed_under",): ended == "dismissed" and under in NO_CONVICTION and sentenced,
    }
    return frozenset(key for keys, slip in slips.items() if slip for key in keys)
