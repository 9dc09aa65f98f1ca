"""One packet, several requests: which pages are whose, written as `1-2, 4`, and the split that the reading proposes."""

import re

from habeas.common.numbers import whole_number
from habeas.desk.models import Request
from habeas.desk.workflow.errors import RefusedError
from habeas.paper import Paper, PaperReading

REQUESTS = frozenset(
    {
        "detainer", "notification_request", "transfer_request", "interview_request", "records_request", "list_request",
        "status_inquiry", "facility_access", "agreement_proposal", "public_records_request",
    }
)  # fmt: skip
"""Papers that ask for themselves; a warrant beside one of the same person belongs to it."""
_RANGE = re.compile(r"\s*([0-9]{1,3})\s*(?:[-–]\s*([0-9]{1,3}))?\s*")


def read_pages(text: str, last: int | None = None) -> frozenset[int]:
    """Read `1-2, 4` as page numbers. Raises RefusedError in one sentence."""
    found: set[int] = set()
    for part in filter(str.strip, text.split(",")):
        hit = _RANGE.fullmatch(part)
        first, end = (whole_number(hit[1]) or 0, whole_number(hit[2] or hit[1]) or 0) if hit else (0, 0)
        if not 1 <= first <= end:
            raise RefusedError(f'"{part.strip()[:20]}" is no range of pages; write 1-2 or 4.')
        if last is not None and end > last:
            raise RefusedError(f"The file has {last} pages; {end} is none of them.")
        found |= set(range(first, end + 1))
    return frozenset(found)


def write_pages(numbers: frozenset[int] | set[int] | tuple[int, ...]) -> str:
    """Write page numbers as `1-2, 4`."""
    parts: list[list[int]] = []
    for each in sorted(set(numbers)):
        if parts and each == parts[-1][1] + 1:
            parts[-1][1] = each
        else:
            parts.append([each, each])
    return ", ".join(str(first) if first == end else f"{first}-{end}" for first, end in parts)


def pages_of(request: Request) -> frozenset[int]:
    """The pages this request is made of; none named means the whole file."""
    return read_pages(request.pages) if request.pages else frozenset()


def proposed(reading: PaperReading | None) -> list[str]:
    """The split that the papers suggest: one range for each request with the papers that belong to it; empty where it is one.

    A paper that asks begins a new one; a warrant of another person does too; a cover or an unknown paper goes with what follows.
    """
    groups: list[list[Paper]] = []
    waiting: list[Paper] = []
    for paper in reading.papers if reading else ():
        if paper.kind is None:
            waiting.append(paper)
        elif groups and not _begins(paper, groups[-1]):
            groups[-1] += [*waiting, paper]
            waiting = []
        else:
            groups.append([*waiting, paper])
            waiting = []
    if groups:
        groups[-1] += waiting
    if len(groups) < 2:
        return []
    return [write_pages({page for paper in group for page in paper.pages}) for group in groups]


def _begins(paper: Paper, group: list[Paper]) -> bool:
    asking = [each for each in group if each.kind in REQUESTS]
    if paper.kind in REQUESTS and asking:
        return True
    names = {_plain(each.subject_name) for each in group if each.subject_name}
    return bool(paper.subject_name) and bool(names) and _plain(paper.subject_name) not in names


def _plain(name: str | None) -> str:
    return " ".join(sorted(re.findall(r"\w+", (name or "").casefold())))
