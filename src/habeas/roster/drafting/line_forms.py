"""How the cells of a report's lines are written: lists of holds, the forms of charges and the code over them."""

from collections.abc import Iterable

from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.split import list_mark
from habeas.roster.drafting.statutes import bare_code, statute_draft
from habeas.roster.drafting.write import Written


def forms_of_lines(draft: Written, proposals: Iterable[Proposal], judge: Judge) -> None:
    """Give a draft of lines the forms of its lists and charges, told by the values of its cells."""
    for each in proposals:
        if each.plain in {"holds", "aliases"}:
            mark = list_mark(Cells(each.source, [value for value, _ in each.counts], judge), each.plain)
            draft.forms |= {each.plain: [f"list {mark.strip(' ')}"]} if mark and mark != ";" else {}
        if each.plain == "statute":
            cells = Cells(each.source, [value for value, count in each.counts for _ in range(count)], judge, each.head)
            draft.default_code = bare_code([each], {each.source: cells})
            found = statute_draft(cells)
            draft.forms |= {"statute": found.forms} if found.forms else {}
            draft.spellings = found.codes
            draft.codes |= {"charge_grade": found.grades} if found.grades else {}
            draft.codes |= {"charge_disposition": found.stands} if found.stands else {}
