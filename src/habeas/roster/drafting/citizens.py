"""Citizenship in a draft: what words of a status say, and by which table codes of two letters read."""

import re

from habeas.roster.columns import UNKNOWN_WORDS
from habeas.roster.countries import NOT_US, country_code
from habeas.roster.drafting.cells import NEARLY_ALL, SOME, Cells
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.questions import answers_a_question
from habeas.roster.drafting.write import Written
from habeas.roster.speaks import header_speaks

_STATUS: tuple[tuple[str, str], ...] = (
    (
        r"(?:LAWFUL |LEGAL )?PERM(?:ANENT|\.)? RES(?:IDENT)?|LPR|NON-? ?(?:US )?CITIZEN"
        r"|(?:FOREIGN )?ALIEN|FOREIGN NATIONAL|RESIDENT ALIEN",
        NOT_US,
    ),
    (
        r"(?:US|U\.S\.|UNITED STATES)(?: CITIZEN| NATIONAL)?|NATURALI[SZ]ED(?: CITIZEN)?|NATIVE(?: |-)BORN CITIZEN|CITIZEN|USC",
        "US",
    ),
)
"""Words of a status, and what they say of citizenship by their meaning alone."""


def citizens(draft: Written, columns: dict[str, Cells]) -> list[str]:
    """Write what a column of citizenship says, where its header or its words tell that; what to ask is returned."""
    taken = next((each for each in draft.proposals if each.plain == "citizenship_on_record"), None)
    if taken is None:
        return []
    cells = columns[taken.source]
    told = {word: ours for word in cells.counts if not country_code(word) and (ours := _status(word))}
    if told:
        taken.codes = {
            ours: [word for word, its in told.items() if its == ours] for ours in dict.fromkeys(told.values())
        }
    _with_status(draft, taken, columns)
    return _by_codes(draft, taken.source, cells)


def _with_status(draft: Written, taken: Proposal, columns: dict[str, Cells]) -> None:
    """Beside a column of countries, one of words of a status (`USC`, `LPR`) tells where no country stands."""
    countries = columns[taken.source]
    if countries.share(lambda each: country_code(each) is not None) < SOME:
        return
    for each in draft.proposals:
        cells = columns[each.source]
        words = cells.header.strip() or each.source
        named = not each.plain and (
            header_speaks(words) == "citizenship" or cells.meanings[:1] == ["citizenship_on_record"]
        )
        known = cells.share(lambda word: bool(_status(word)) or word.upper() in UNKNOWN_WORDS)
        if (
            named
            and cells.filled
            and known >= NEARLY_ALL
            and len(cells.all) == len(countries.all)
            and not answers_a_question(cells.all)
        ):
            told = {word: _status(word) for word in cells.counts}
            draft.codes["citizenship_on_record"] = {
                ours: [word for word, its in told.items() if its == ours]
                for ours in dict.fromkeys(filter(None, told.values()))
            }
            why = "the country, and where none stands the words of the status: make sure"
            draft.glued["citizenship_on_record"] = ([taken.source, each.source], why)
            taken.plain = ""
            return


def _status(word: str) -> str:
    upper = " ".join(word.upper().split())
    return next((ours for pattern, ours in _STATUS if re.fullmatch(pattern, upper)), "")


def _by_codes(draft: Written, source: str, cells: Cells) -> list[str]:
    """Codes of two letters: the table by which they all read; where both read them, the one by which many are Mexican."""
    codes = {word.upper() for word in cells.counts if re.fullmatch(r"[A-Za-z]{2}", word)} - {"US"} - UNKNOWN_WORDS
    if not codes:
        return []
    reads = {table: sum(country_code(code, table) is not None for code in codes) for table in ("iso", "ncic")}
    if reads["iso"] == reads["ncic"]:
        reads["ncic" if "MM" in codes and "MX" not in codes else "iso" if "MX" in codes else ""] = len(codes) + 1
    best = max(reads, key=reads.__getitem__)
    if not best or not reads[best]:
        return [
            f'"{source}" holds codes of two letters; write which table they are from: country_codes = "iso" or "ncic".'
        ]
    draft.country_codes = best
    return [
        f'The codes of "{source}" are read by the table {best}: make sure, for MM is Mexico in one and Myanmar in the other.'
    ]
