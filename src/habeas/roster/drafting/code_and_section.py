"""A statute that stands in several columns: its code, its section, its subdivisions."""

import re

from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.statutes import spellings_in
from habeas.roster.drafting.write import Written


def code_and_section(draft: Written, columns: dict[str, Cells], judge: Judge) -> None:
    """A column of codes with a column of sections is one statute."""
    taken = [columns[each.source] for each in draft.proposals if each.plain == "statute"]
    if any(each.is_statute_like for each in taken):
        return
    sections = [each for each in taken if each.reads_as_section] or [
        each for each in columns.values() if each.is_section
    ]
    code = next((each for each in columns.values() if sections and _is_code_of(each, sections[0], judge)), None)
    if code is None:
        return
    for each in draft.proposals:
        if each.source in {code.source, sections[0].source}:
            each.plain = ""
    draft.glued["statute"] = ([code.source, sections[0].source], "a code beside a section")
    draft.forms["statute"] = ["{code} {section}"]
    draft.spellings = spellings_in(code.counts)


def _is_code_of(code: Cells, section: Cells, judge: Judge) -> bool:
    """Whether a column holds the codes of another's sections: most of the two together read as statutes."""
    if not code.may_be_code or code is section or len(code.all) != len(section.all):
        return False
    pairs = zip(code.all, section.all, strict=True)
    together = {f"{of} {number}" for of, number in pairs if of and number}
    return bool(together) and sum(map(judge, together)) >= 0.5 * len(together)


def subdivisions(draft: Written, columns: dict[str, Cells]) -> None:
    """Parts of a section (its letters in brackets) that stand in a list beside it."""
    sources = draft.glued.get("statute", ([], ""))[0]
    subs = next(
        (
            path
            for path in columns
            if re.search(r"sub(s|div\w*|sections?)?(\[\])?$", path, re.IGNORECASE) and path.startswith("charges.")
        ),
        "",
    )
    if sources and subs:
        draft.glued["statute"] = ([*sources, subs], "a code, a section and its subdivisions")
        draft.forms["statute"] = ["{code} {section}{(subs)}"]
