"""Columns of marks: which of them say a hold, by the words of their header alone. No other column of yes and no is ever one."""

import re
from collections.abc import Iterable

from habeas.roster.drafting.cells import NEARLY_ALL, Cells
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.questions import answers_a_question, only_answers
from habeas.roster.entries import Entry, hold_entry
from habeas.roster.hold_words import FEDERAL, HOLD
from habeas.roster.values import FLAGS

_AGENCIES = FEDERAL | {"ICE", "INS", "DHS", "BICE", "USICE", "CBP", "USCBP", "USBP", "HSI", "USINS"}
_SHORT = frozenset({"DET", "DETAIN", "DETN", "DTN", "RETAINER", "DETENTION"})
"""Short words for a detainer, beside an authority's name alone."""
_OF_IMMIGRATION = frozenset({"IMM", "IMMI", "IMMIG", "IMMIGRATION"})
_SMALL = frozenset(
    {
        "US",
        "U",
        "S",
        "FLAG",
        "FLG",
        "IND",
        "INDICATOR",
        "YN",
        "Y",
        "N",
        "YES",
        "NO",
        "OR",
        "FOR",
        "FED",
        "FEDERAL",
        "SERVICE",
        "DEPT",
        "OF",
        "THE",
    }
)
"""Words beside an agency's name that change nothing: `US Marshal Flag (Y/N)`."""
_ABOUT_SOMEBODY = re.compile(
    r"citiz|citz|ctzn|\bctz\b|nationa|natural|\bborn\b|birth|\balien|foreign|immigrant|\bdaca\b|refugee|asyl|\bvisa\b|resident|\blpr\b|nativ"
)
"""Headers about what somebody is: a yes there is no hold, whatever else the header says."""
_OVER = re.compile(
    r"\b(no|not|non|without|released?|clear(ed)?|lifted|cancel+ed|expired|removed|dropped|withdrawn|prior|prev(ious)?|past|former|eligible|history|count"
    r"|date|time|harmless|mail|property|house|up)\b"
)
"""Words that make a header with `hold` say something other than that there is one."""
ENDS = re.compile(
    r"\b(removed?|released?|clear(ed)?|lifted|cancel+ed|expired|dropped|withdrawn|ended|end|closed|satisfied)\b"
)
"""Headers of what ended a hold."""
_ITS = re.compile(r"[A-Za-z]+")
_HOW = re.compile(r"\b(holds?|detainers?)\b.*\b(status|state)$")
X = re.compile(r"[Xx*✓☒☑]|[Xx]{2,3}")


def says_hold(words: str) -> bool:
    """Whether a header says that a mark below it is a hold: it names a hold or detainer, or an agency and nothing else."""
    tokens = [each.upper() for each in _ITS.findall(words)]
    plain = " ".join(tokens).lower()
    if not tokens or _ABOUT_SOMEBODY.search(plain):
        return False
    if HOLD & {*tokens} or (_SHORT & {*tokens} and (_AGENCIES | _OF_IMMIGRATION | {"FED", "FEDERAL"}) & {*tokens}):
        return not _OVER.search(plain.replace(" y n", "").replace(" yes no", ""))
    return bool(_AGENCIES & {*tokens}) and {*tokens} <= _AGENCIES | _SMALL


def is_marked(cells: Cells) -> bool:
    """Whether a column holds one mark (X) or nothing."""
    return bool(cells.filled) and cells.share(lambda each: bool(X.fullmatch(each))) >= NEARLY_ALL


def flags_of(proposals: list[Proposal], columns: dict[str, Cells]) -> dict[str, dict[str, str]]:
    """Columns of marks whose header names a hold: which mark says it, and which says that there is none."""
    found = {}
    for each in proposals:
        cells = columns[each.source]
        marked = (answers_a_question(cells.all) and only_answers(cells.all)) or is_marked(cells)
        named = says_hold(cells.words.replace("_", " ")) or says_hold(cells.spelled.replace("_", " "))
        if marked and named and (not each.plain or each.plain == "holds"):
            each.plain = ""
            told = _told_beside(each, cells, proposals, columns)
            if told:
                each.meaningless, each.why = True, f'a yes in it stands wherever "{told}" says who holds'
                continue
            words = _words(cells)
            found[each.source] = {
                mark: (words if _is_yes(mark) else "")
                for mark in cells.counts
                if mark.lower() in FLAGS or X.fullmatch(mark)
            }
    return found


def _told_beside(flag: Proposal, cells: Cells, proposals: list[Proposal], columns: dict[str, Cells]) -> str:
    """The column of holds that is filled in the very rows in which a mark says yes: the mark says nothing more. Empty where none is."""
    yes = [bool(each) and _is_yes(each) for each in cells.all]
    for other in proposals:
        held = [hold_entry(each) is Entry.NAMED for each in columns[other.source].all]
        if other.plain == "holds" and other is not flag and any(yes) and held == yes:
            return other.source
    return ""


def rows_of_holds(proposals: list[Proposal], columns: dict[str, Cells]) -> list[tuple[str, str, list[str], str]]:
    """Rows that a column of kinds calls holds (`DETAINER` beside `CHARGE`), where the words of the charge then say whose: as `[[rows]]`."""
    words = next((columns[each.source] for each in proposals if each.plain == "charge_description"), None)
    for each in proposals if words is not None else []:
        cells = columns[each.source]
        kinds = [
            value for value in cells.counts if {*_ITS.findall(value.upper())} and {*_ITS.findall(value.upper())} <= HOLD
        ]
        apart = kinds and 1 < len(cells.counts) <= 8 and not cells.mark and each.plain not in {"holds", "statute"}
        if apart and words is not None and len(words.all) == len(cells.all) and words.source != each.source:
            each.plain, each.meaningless = "", True
            return [("hold", each.source, kinds, words.source)]
    return []


def stands_of_holds(columns: Iterable[Cells]) -> list[str]:
    """What to ask of a column that says how each hold stands, or when it ended: those that ended must not be read as holds."""
    every = list(columns)
    ended = [
        f'"{each.source}" says how holds stand: {len(each.filled):,} of them ended there, and are read as holds still; '
        "leave them out, or write what tells those in force."
        for each in every
        if "[" in each.source
        and re.search(r"hold|detain", each.source.rpartition("]")[0], re.IGNORECASE)
        and ENDS.search(each.words.replace("_", " "))
        and each.filled
        and each.date is not None
    ]
    return ended + [
        f'"{each.source}" says how holds stand ({", ".join(list(each.counts)[:4])}): those that ended are no holds; '
        "choose by it in the path, "
        'such as [status=ACTIVE], or leave rows out ([[rows]] is = "leave out").'
        for each in every
        if _HOW.search(each.words.replace("_", " "))
        and len(each.counts) > 1
        and "=" not in each.source
        and each.date is None
    ]


def _is_yes(mark: str) -> bool:
    return FLAGS.get(mark.lower(), False) or X.fullmatch(mark) is not None


def _words(cells: Cells) -> str:
    """The hold as its header names it: without the marks that only ask (`Y/N`, `Flag`)."""
    head = (cells.words if "_" in cells.words else cells.spelled).replace("_", " ")
    words = [each.upper() for each in _ITS.findall(re.sub(r"(?i)\bd(e)?tn?r\b", "detainer", head))]
    told = [each for each in words if each not in {"FLAG", "FLG", "IND", "INDICATOR", "YN", "Y", "N", "YES"}] or words
    return " ".join(told if HOLD & {*told} else [*told, "HOLD"])


def _is_kin(cells: Cells, flag: Cells) -> bool:
    """Whether a header is made as that of a column of marks that say a hold: `DPSFLG` beside `ICEFLG`."""
    own, other = (re.sub(r"[^a-z]", "", each.source.lower()) for each in (cells, flag))
    return own != other and len(own) < 12 and any(own.endswith(each) and other.endswith(each) for each in _MARKED_SO)


_MARKED_SO = ("flg", "flag", "ind", "yn", "hold", "hld", "det")
"""How headers of marks end."""


def asked_of(proposals: list[Proposal], columns: dict[str, Cells], flags: dict[str, dict[str, str]]) -> list[str]:
    """What to say of columns of marks that may tell of a hold or of who somebody is, and are read as neither."""
    told = []
    for each in proposals:
        cells = columns[each.source]
        spoken = " ".join(_ITS.findall(cells.words.replace("_", " "))).upper()
        near = HOLD & {*spoken.split()} or re.search(r"\b(ICE|IMMIG\w*|ALIEN|DETAIN\w*|MARSHAL\w*|WARRANTS?)\b", spoken)
        beside = is_marked(cells) and any(is_marked(columns[source]) for source in flags)
        beside = beside or any(_is_kin(cells, columns[source]) for source in flags)
        marked = answers_a_question(cells.all) or is_marked(cells)
        if not each.plain and not each.meaningless and each.source not in flags and (near or beside) and marked:
            told.append(
                f'"{each.source}" answers a question; whether a yes there is a hold is not told by its header: '
                "ask, and write it under [flags] if it is."
            )
    return told
