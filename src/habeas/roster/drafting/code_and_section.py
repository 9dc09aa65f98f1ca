"""A statute that stands in several columns: its code, its section, its subdivisions."""

import re

from habeas.roster.drafting.cells import MOST, Cells, Judge
from habeas.roster.drafting.statutes import spellings_in
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.drafting.write import Written

_NAMED = re.compile(r"\b(title|article|chapter|section)$")
_PARTS = re.compile(r"\d{1,4}[A-Z]?(?:[.\-]\d{1,4})*(?:\(\w+\))*", re.IGNORECASE)


def parts_of_statute(draft: Written, columns: dict[str, Cells]) -> bool:
    """A chapter beside its section (`609` and `52`), a title before them: one statute, never the section alone. Whether it is so."""
    named = {found[1]: each for each in columns.values() if _is_part(each) and (found := _NAMED.search(_last(each)))}
    parts = [named[each] for each in ("title", "article", "chapter", "section") if each in named]
    if "section" not in named or len(parts) < 2 or len({len(each.all) for each in parts}) > 1:
        return False
    sources = [each.source for each in parts]
    for each in draft.proposals:
        if each.plain == "statute" or each.source in sources:
            each.plain = ""
    mark = "." if len(parts) == 2 and "chapter" in named else "-"  # as most states write them: 609.52, 39-14-103
    draft.glued["statute"] = ([mark.join(f"{{{each}}}" for each in sources)], "its parts stand in columns: make sure")
    return True


def _is_part(cells: Cells) -> bool:
    return (
        bool(cells.filled)
        and cells.of in {"", "charge"}
        and cells.share(lambda each: bool(_PARTS.fullmatch(each))) >= MOST
    )


def _last(cells: Cells) -> str:
    """The last word of a header, in whole words."""
    return re.sub(r"[_ ](number|code|id)$", "", spelled_out(cells.source.rpartition(".")[2])).replace("_", " ")


def code_and_section(draft: Written, columns: dict[str, Cells], judge: Judge) -> None:
    """A column of codes with a column of sections is one statute."""
    if parts_of_statute(draft, columns):
        return
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


_SUB = re.compile(r"(?:^|[_ ])sub(?:s|d|sec|section|sections|division)?$")


def sub_beside(draft: Written, columns: dict[str, Cells]) -> None:
    """A column of subdivisions (`Sub`: A1) beside that of the statute belongs to the statute: without it the law is another."""
    taken = next((each for each in draft.proposals if each.plain == "statute"), None)
    subs = next(
        (each for each in columns.values() if _SUB.search(each.spelled) and each.filled and each.date is None), None
    )
    if taken is None or subs is None or subs.source == taken.source or "statute" in draft.forms or "[" in subs.source:
        return
    draft.glued["statute"] = (
        [f"{{{taken.source}}} {{{subs.source}}}"],
        "a statute and its subdivision beside it: make sure",
    )
    taken.plain = ""
    for each in draft.proposals:
        if each.source == subs.source:
            each.plain, each.meaningless = "", True


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
