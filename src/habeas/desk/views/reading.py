"""The paper beside its fields: each confirmed, corrected or marked unreadable, one by one or all that are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.identity import identification as who
from habeas.desk.services.intake import reading as desk
from habeas.desk.services.intake.asked_again import AskedAgain, ask_again
from habeas.desk.services.intake.reading import ReadField
from habeas.desk.services.papers.entries import ENTRIES, Holds, PaperEntry, entry_of
from habeas.desk.services.papers.packets import pages_of
from habeas.desk.services.papers.papers import Paper, may_open_private, picture_of, private_pages
from habeas.desk.services.releases.standing_orders import JUDGES
from habeas.desk.views.common import here_of, paper_of, saw, seen_version, tried
from habeas.desk.views.intake import request_with_paper
from habeas.desk.workflow.errors import RefusedError, TooLateError
from habeas.desk.workflow.machine import needed

TYPED_BESIDE = frozenset({Holds.TEXT, Holds.WORDS, Holds.DAY, Holds.LONG})
"""What can be added by choosing an entry and typing it."""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One field of the form: its number beside the box on the page, what it holds now, and what is wrong with it."""

    number: int
    entry: PaperEntry
    row: ReadField
    text: str
    fault: str = ""
    ticked: bool = False
    """Whether it is marked illegible, stored or not yet."""

    @property
    def tag(self) -> str:
        """A name that is safe in an id."""
        return self.entry.name.replace(".", "-")

    @property
    def held(self) -> str:
        """What it holds: as a person confirmed it, else as it was read."""
        return self.row.value if self.row.confirmed_at else self.row.value_read

    @property
    def chosen(self) -> list[str]:
        """The single words of a list."""
        return [each.strip() for each in self.text.split(";") if each.strip()]

    @property
    def stands(self) -> str:
        """How the field stands: confirmed, corrected, unreadable, open, or not on the paper."""
        if self.row.unreadable:
            return "unreadable"
        if self.row.confirmed_at is None:
            return "open" if self.row.value_read else "absent"
        return (
            "confirmed"
            if self.row.value == self.row.value_read
            else "typed"
            if not self.row.value_read
            else "corrected"
        )


def show(request: HttpRequest, number: str) -> HttpResponse:
    """The paper left, its fields right."""
    return _page(request, number, {}, {})


def _page(
    request: HttpRequest,
    number: str,
    typed: Mapping[str, str],
    faults: Mapping[str, str],
    again: Sequence[AskedAgain] = (),
    status: int = 422,
) -> HttpResponse:
    here_of(request)
    asked = request_with_paper(number)
    lines = _lines(asked, typed, faults, request.POST)
    saw(request, "request", asked.key, {"fields": [line.entry.name for line in lines]}, asked.number)
    context = {
        "asked": asked, "lines": lines, "beside": paper_of(request, asked),
        "signs": desk.five_signs(asked), "part": desk.part_of(asked), "again": again,
        "warrant_came": any(line.entry.name == "attached_signer" and line.held in JUDGES for line in lines),
        "left": sum(line.row.confirmed_at is None and bool(line.row.value_read) for line in lines),
        "can_confirm": asked.state in needed("confirm_field").from_states, "more": _more(lines), "given": request.POST,
    }  # fmt: skip
    return render(request, "desk/reading/show.html", context, status=status if request.method == "POST" else 200)


def _more(lines: list[ReadingLine]) -> list[PaperEntry]:
    shown = {line.entry.name for line in lines}
    return [each for each in ENTRIES.values() if each.holds in TYPED_BESIDE and each.name not in shown]


def _lines(
    asked: Request, typed: Mapping[str, str], faults: Mapping[str, str], given: Mapping[str, str]
) -> list[ReadingLine]:
    made = []
    for number, row in enumerate(desk.rows_to_show(asked), 1):
        ticked = row.unreadable or f"u:{row.name}" in given
        line = ReadingLine(number, entry_of(row.name), row, "", faults.get(row.name, ""), ticked)
        made.append(replace(line, text=typed.get(row.name, line.held)))
    return made


def _withheld(page: int, secret: frozenset[int], user: Any) -> bool:
    return page in secret and not may_open_private(user.role)


@require_POST
def confirm(request: HttpRequest, number: str) -> HttpResponse:
    """Confirm one field, all that are shown, or all and go on. Nothing typed is lost where something is wrong.

    All at once asks identifiers and blanks again, each by itself.
    """
    asked, post = request_with_paper(number), request.POST
    one, texts = post.get("one", ""), _texts(post)
    unreadable = [name.removeprefix("u:") for name in post if name.startswith("u:")]
    unreadable = [name for name in unreadable if not one or name == one]
    wanted = {name: text for name, text in texts.items() if name not in unreadable and (not one or name == one)}
    answers = ask_again([] if one else desk.rows_to_show(asked), wanted, unreadable, post.dict())
    wanted = {name: text for name, text in (wanted | answers.texts).items() if name not in answers.illegible}
    faults = desk.checked(wanted)
    if faults or answers.open:
        return _page(request, number, _texts(post), faults, _with_faults(answers.asked, faults))
    return _confirmed(request, asked, wanted, [*unreadable, *answers.illegible])


def _texts(post: Any) -> dict[str, str]:
    texts = {
        name.removeprefix("f:"): "; ".join(filter(None, post.getlist(name))) for name in post if name.startswith("f:")
    }
    if post.get("extra") and post.get("extra_value", "").strip():
        texts[post["extra"]] = post["extra_value"]
    return texts


def _with_faults(asked: Sequence[AskedAgain], faults: Mapping[str, str]) -> list[AskedAgain]:
    return [replace(each, fault=faults.get(each.name, "") or each.fault) for each in asked]


def _confirmed(request: HttpRequest, asked: Request, texts: dict[str, str], unreadable: list[str]) -> HttpResponse:
    doing = doing_of(request)
    try:
        desk.demand_known({*texts, *unreadable} - desk.read_names(asked))
        desk.confirm_many(asked, texts, unreadable, doing, seen_version(request))
        if request.POST.get("one"):  # what was typed in the other fields stays typed
            messages.success(request, f"Confirmed: {entry_of(request.POST['one']).says}.")
            return _page(request, asked.number, _texts(request.POST), {}, status=200)
        if not request.POST.get("finish"):
            messages.success(request, "Confirmed.")
            return redirect("read", asked.number)
        desk.finish(asked, doing)
        if asked.state == "identifying":
            who.propose(asked, doing)
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        if isinstance(fault, TooLateError):  # what somebody else entered meanwhile must be seen first
            return redirect("read", asked.number)
        return _page(request, asked.number, _texts(request.POST), {})
    return redirect("who" if asked.state == "identifying" else "request", asked.number)


@require_POST
def again(request: HttpRequest, number: str) -> HttpResponse:
    """Back to the paper."""
    asked = request_with_paper(number)
    return tried(
        request,
        lambda: desk.read_again(asked, doing_of(request), seen_version(request)),
        "Back to data entry review.",
        "read",
        number,
    )


def page(request: HttpRequest, number: str, page: int) -> HttpResponse:
    """One page as a picture. A private page is shown to commanders alone; each look is an event."""
    asked = request_with_paper(number)
    paper = _paper_of(asked)
    mine = pages_of(asked)
    if mine and page not in mine:
        raise Http404
    if _withheld(page, private_pages(paper), request.user):
        raise RefusedError("This page holds personal identifiers that are not for disclosure; a commander can open it.")
    found = picture_of(paper, page)
    if found is None:
        raise Http404
    saw(request, "paper", paper.key, {"page": page}, asked.number)
    return HttpResponse(found, content_type="image/png")


def paper(request: HttpRequest, number: str) -> HttpResponse:
    """The paper as it came, to be saved and never opened in the browser. One with private pages is for commanders."""
    asked = request_with_paper(number)
    found = _paper_of(asked)
    if private_pages(found) and not may_open_private(request.user.role):  # type: ignore[union-attr]
        raise RefusedError("This file has a page that is not for disclosure; a commander can save it.")
    saw(request, "paper", found.key, {"file": found.sha256}, asked.number)
    response = HttpResponse(bytes(found.content), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{asked.number}{_ENDINGS.get(found.media_type, ".bin")}"'
    return response


_ENDINGS = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "text/plain": ".txt",
    "message/rfc822": ".eml",
    "application/docx": ".docx",
}


def _paper_of(asked: Request) -> Paper:
    if asked.paper is None:
        raise Http404
    return asked.paper
