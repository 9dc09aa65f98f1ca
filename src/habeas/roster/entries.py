"""Words in a list of holds or of other names that are no entry: those that say there is none, and those that tell nothing."""

import re
from enum import StrEnum

from habeas.roster.columns import UNKNOWN_WORDS


class Entry(StrEnum):
    """What one entry of a list says."""

    NAMED = "named"
    NONE = "none"
    """That there is none: known."""
    UNKNOWN = "unknown"
    """Nothing, as an empty cell does."""
    UNTOLD = "untold"
    """That something is or was there, and not what: a mark, a state, the lack of one kind."""


_NOTHING = re.compile(
    r"[\W_]*|NOT APPLICABLE|N\.? ?A\.?|DNA|NOT (?:KNOWN|AVAILABLE|RECORDED|PROVIDED|ENTERED|CHECKED|RUN)|NULL|NAN|TBD|BLANK"
)
_SUCH = r"(?:HOLDS?|HLDS?|DETAINERS?|DETNRS?|DTNRS?|WARRANTS?|WANTS?|DETAINER/HOLD|NOTIFICATIONS?)"
_MORE = r"(?:ACTIVE|KNOWN|CURRENT|OUTSTANDING|OPEN|OTHER|ADDITIONAL|PENDING|FURTHER|ANY|AGENCY|OUTSIDE|CURRENTLY)"
_WHERE = r"(?:ON FILE|ON RECORD|FOUND|FILED|LISTED|NOTED|REPORTED|RECEIVED|LODGED|PLACED|ENTERED|SHOWN|AT THIS TIME|IN SYSTEM|AS OF .*)"
_NO = r"(?:NO|NONE|NIL|ZERO|WITHOUT|W/O|NOT ANY|0)"
_NO_HOLD = re.compile(
    rf"N|NO|NONE|NIL|ZERO|NOTHING|FALSE|F|NEG|NEGATIVE|0+|NO HITS?|NO RECORDS?(?: FOUND)?|NO ENTR(?:Y|IES)|NO DATA FOUND"
    rf"|{_NO}(?: {_MORE})* {_SUCH}(?:(?: ?/ ?| AND | OR |, ?| & ?){_SUCH})*(?: {_WHERE})*|(?:NO|NONE|NIL) {_WHERE}|NONE {_MORE}"
    rf"|{_SUCH} ?[:=-] ?(?:N|NO|NONE|NIL|0)|NOT (?:HELD|ON HOLD)"
    r"(?: FOR (?:OTHERS?|ANY(?:ONE|BODY)?(?: ELSE)?|ANY AGENCY|OTHER AGENC(?:Y|IES)))?"
)
_NO_NAME = re.compile(
    r"NONE|NIL|NO (?:KNOWN )?(?:ALIAS(?:ES)?|AKAS?|OTHER NAMES?)(?: (?:ON FILE|KNOWN|FOUND|LISTED))?|NONE (?:KNOWN|ON FILE|LISTED|FOUND)"
)
_MARK = re.compile(r"Y|YES|T|TRUE|1|X+|CHECKED|ON FILE|SEE (?:FILE|NOTES?|JACKET|COMMENTS?)|✓|☒|☑")
_STATE = re.compile(
    r"CLEAR(?:ED)?|RELEASED|LIFTED|CANCEL+ED|EXPIRED|DROPPED|REMOVED|WITHDRAWN|RECALLED|ACTIVE|INACTIVE|PENDING|OPEN|CLOSED|CURRENT"
)
_NOT_OF_ONE = re.compile(
    rf"(?:NO|WITHOUT|W/O|NOT)\b(?!.*\b(?:BAIL|BOND|RELEASE|RELEASED|CONTACT|BAILABLE|BONDABLE|PC)\b).*\b{_SUCH}"
    r"|.{2,30}[:=-] ?(?:N|NO|NONE)"
)
_ACCEPTED = frozenset("✓☒☑")


def hold_entry(text: str) -> Entry:
    """What one entry of a list of holds says."""
    words = " ".join(text.upper().split()).strip(" .")
    if words in UNKNOWN_WORDS or (_NOTHING.fullmatch(words) and not _ACCEPTED & {*words}):
        return Entry.UNKNOWN
    if _NO_HOLD.fullmatch(words):
        return Entry.NONE
    if _MARK.fullmatch(words) or _STATE.fullmatch(words) or _NOT_OF_ONE.fullmatch(words):
        return Entry.UNTOLD
    return Entry.NAMED


def name_entry(text: str) -> Entry:
    """What one entry of a list of other names says; NO and N may be somebody's."""
    words = " ".join(text.upper().split()).strip(" .")
    if words in UNKNOWN_WORDS or _NOTHING.fullmatch(words):
        return Entry.UNKNOWN
    return Entry.NONE if _NO_NAME.fullmatch(words) else Entry.NAMED
