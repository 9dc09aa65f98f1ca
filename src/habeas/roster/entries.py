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
    r"[\W_]*|NOT APPLICABLE|N\.? ?A\.?|N ?[./] ?K\.?|DNA|NOT (?:KNOWN|AVAILABLE|RECORDED|PROVIDED|ENTERED|CHECKED|RUN)|NULL|NAN|TBD|BLANK"
)
_SUCH = r"(?:HOLDS?|HLDS?|DETAINERS?|DETNRS?|DTNRS?|WARRANTS?|WANTS?|DETAINER/HOLD|NOTIFICATIONS?)"
_MORE = r"(?:ACTIVE|KNOWN|CURRENT|OUTSTANDING|OPEN|OTHER|ADDITIONAL|PENDING|FURTHER|ANY|AGENCY|OUTSIDE|CURRENTLY)"
_WHERE = r"(?:ON FILE|ON RECORD|FOUND|FILED|LISTED|NOTED|REPORTED|RECEIVED|LODGED|PLACED|ENTERED|SHOWN|AT THIS TIME|IN SYSTEM|AS OF .*)"
_NO = r"(?:NO|NONE|NIL|ZERO|WITHOUT|W/O|NOT ANY|0)"
_NO_HOLD = re.compile(
    rf"N|NO|NONE|NIL|ZERO|NOTHING|NINGUN[AO]|NO TIENE|FALSE|F|NEG|NEGATIVE|0+|NO HITS?|NO RECORDS?(?: FOUND)?|NO ENTR(?:Y|IES)"
    r"|NO DATA FOUND"
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
    r"|FREE"
)
_NOT_OF_ONE = re.compile(
    rf"(?:NO|WITHOUT|W/O|NOT)\b(?!.*\b(?:BAIL|BOND|RELEASE|RELEASED|CONTACT|BAILABLE|BONDABLE|PC)\b).*\b{_SUCH}"
    r"|.{2,30}[:=-] ?(?:N|NO|NONE)"
)
_OTHERWISE = (
    r"(?! ?[#\d]|\. ?#?\d| (?:CASH |SURETY )?(?:BAIL|BOND|RELEASE|RELEASED|CONTACT|BAILABLE|BONDABLE|PC)\b"
    r"| (?:TO BE|LIFTED|CLEARED|CANCEL+ED|SHOW|DL|OL|LIC|LICENSE|INSURANCE|PROOF|VALID)\b"
    r"| (?:LAS VEGAS|CAL|CALIF|DAK|DAKOTA|CAR|CAROLINA)\b)"
)
"""What follows a NO or NOT that denies no hold: bail, a number, what somebody is charged with, or the place of which NO is the north."""
_OVER = r"(?:LIFTED|CANCEL+ED|DECLINED|WITHDRAWN|RECALLED|RESCINDED|RELEASED)"
_OVER_AT_END = (
    r"(?:CLEARED|EXPIRED|DROPPED|REMOVED|CLOSED|DENIED|VOID|VOIDED|QUASHED|VACATED|TERMINATED|REJECTED|REFUSED|INACTIVE|RESOLVED"
    r"|SATISFIED)"
)
_DENIED = re.compile(
    rf"(?:.*[\s(:;,/-])?(?:NO|NOT|NONE|NIL|NEG|NEGATIVE|NEITHER|NEVER|NOTHING)\b{_OTHERWISE}.*"
    rf"|(?:WITHOUT|W/O)\b{_OTHERWISE}.*|.*[\s(:;,/-](?:N|0|N/?A)[\s).]*|.*\bNON[ -]?(?:ICE|IMMIGRATION|FEDERAL|USMS)\b.*"
    rf"|.*(?<!\bBE )(?<!\bIF )(?<!\bNOT )(?<!\bWHEN )(?<!\bONCE )(?<!\bUNTIL )\b{_OVER}\b.*"
    rf"|.*(?<!\bNOT )(?<!\bBAIL )(?<!\bBOND )\b{_OVER_AT_END}\b(?: (?:ON|BY|AT|PER|AS OF)\b.*)?[\s\d/:.,)-]*"
)
"""A denial beside an agency (`NO ICE`, `ICE NO`), or that its hold is over (`ICE LIFTED 10/02`): not a hold, and not that there is none."""
_ACCEPTED = frozenset("✓☒☑")


def hold_entry(text: str) -> Entry:
    """What one entry of a list of holds says."""
    words = " ".join(text.upper().split()).strip(" .")
    if words in UNKNOWN_WORDS or (_NOTHING.fullmatch(words) and not _ACCEPTED & {*words}):
        return Entry.UNKNOWN
    if all(_NO_HOLD.fullmatch(each) for each in _ways(words)):
        return Entry.NONE
    if any(each.fullmatch(words) for each in (_MARK, _STATE, _NOT_OF_ONE, _DENIED)):
        return Entry.UNTOLD
    return Entry.NAMED


def _ways(words: str) -> list[str]:
    """The whole, or both sides of its one slash (`NONE/NO`): each alone must say that there is none."""
    sides = words.split("/")
    return [words] if len(sides) != 2 or _NO_HOLD.fullmatch(words) else [each.strip() for each in sides]


def name_entry(text: str) -> Entry:
    """What one entry of a list of other names says; NO and N may be somebody's."""
    words = " ".join(text.upper().split()).strip(" .")
    if words in UNKNOWN_WORDS or _NOTHING.fullmatch(words):
        return Entry.UNKNOWN
    return Entry.NONE if _NO_NAME.fullmatch(words) else Entry.NAMED
