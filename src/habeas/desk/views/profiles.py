"""The county's own layouts: an export is described on a sample, step by step; a second person vouches; then it is offered by name."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.desk.forms.intake import uploaded
from habeas.desk.forms.profiles import (
    SEPARATORS,
    cards_from,
    codes_from,
    compared_from,
    rows_from,
    shape_from,
)
from habeas.desk.middleware import doing_of
from habeas.desk.services.custody import births_drawn, profile_making, profile_words, profiles
from habeas.desk.services.custody.profile_making import Described, State
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError

STEPS: tuple[tuple[str, str], ...] = (
    ("profile_shape", "1 Shape"),
    ("profile_columns", "2 Columns"),
    ("profile_codes", "3 Codes"),
    ("profile_read", "4 Read and compare"),
)
"""The steps in their order: address and words."""
SHAPE_WORDS = (
    ("table", "A table: one row under another"),
    ("lines", "A report in lines"),
    ("tree", "JSON or XML"),
)
KIND_WORDS = (
    ("hold", "A hold of another agency"),
    ("person", "An inmate without a charge"),
    ("leave out", "No inmate: leave out"),
)
SHOWN_VALUES = 12


def index(request: HttpRequest) -> HttpResponse:
    """The county's own layouts, and the form for the next."""
    here_of(request)
    rows = list(profiles.newest_first()[:100])
    saw(request, "list", "profiles", {"keys": [each.key for each in rows]})
    return render(request, "desk/profiles/index.html", {"rows": rows, "largest": profile_making.LARGEST // 2**20})


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Take in a sample, and draft a layout for it."""
    here_of(request)
    try:
        file = uploaded(request)
        if file is None:
            raise RefusedError("Choose the sample first.")
        made = profile_making.begin(file[0], file[1], request.POST.get("title", ""), doing_of(request))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("profiles")
    return redirect("profile_shape", made.key)


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One layout: how far it is, who had it in hand, and its text."""
    here_of(request)
    found = or_404(profiles.profile_called(key))
    saw(request, "profile", found.key, {"state": found.state, "sha256": found.sha256})
    context = {"profile": found, "steps": STEPS, "describing": found.state == State.DRAFT, "fault": _fault(found)}
    return render(request, "desk/profiles/show.html", context)


def _fault(found: Any) -> str:
    return profile_making.fault_of(found) if found.state == State.DRAFT else ""


def _described(request: HttpRequest, key: str, step: str) -> Described:
    """A layout that is being described, with its sample; 404 where it is not."""
    here_of(request)
    found = or_404(profile_making.described(key, whole=step == "shape"))
    if request.method != "POST":
        saw(request, "profile", key, {"step": step, "sha256": found.profile.sha256})
    return found


def shape(request: HttpRequest, key: str) -> HttpResponse:
    """The first lines of the file: which row names the columns, and what stands between them."""
    found = _described(request, key, "shape")
    if request.method == "POST":
        return tried(
            request,
            lambda: profile_making.reshape(found.profile, shape_from(request, found.sample.layout), doing_of(request)),
            "Saved. The columns were drafted again.",
            "profile_columns" if request.POST.get("go") else "profile_shape",
            key,
        )
    looked, fault = _looked(found)
    layout = {**found.sample.tables.get("file", {}), **found.sample.layout}
    header = layout.get("header", [])
    context = {
        "profile": found.profile, "sample": found.sample, "steps": STEPS, "step": "profile_shape", "looked": looked, "fault": fault,
        "separators": SEPARATORS, "layout": layout, "separator": _separator(layout), "shapes": SHAPE_WORDS,
        "header": [header] if isinstance(header, int) else header,
    }  # fmt: skip
    return render(request, "desk/profiles/shape.html", context)


def _separator(layout: dict[str, Any]) -> str:
    return "tab" if layout.get("separator") == "\t" else str(layout.get("separator", ""))


def _looked(found: Described) -> tuple[dict[str, Any], str]:
    try:
        return profile_making.look(found.sample), ""
    except BadInputError as fault:
        return {"rows": [], "sheets": [], "shape": found.sample.layout.get("shape", "table")}, str(fault)


def columns(request: HttpRequest, key: str) -> HttpResponse:
    """A card for each column: what it seems to be and why, its values with their counts, and another meaning to choose."""
    found = _described(request, key, "columns")
    cards, tables = found.sample.cards, found.sample.tables
    if request.method == "POST":

        def act() -> None:
            made = profile_words.with_answers(tables, cards_from(request, cards))
            profile_making.rewrite(found.profile, "columns", made, doing_of(request))

        return tried(request, act, "Saved.", "profile_codes" if request.POST.get("go") else "profile_columns", key)
    answers = profile_words.answers_of(tables, cards)
    rows = [(card, answers[card["source"]], card["values"][:SHOWN_VALUES]) for card in cards]
    context = {
        "profile": found.profile, "sample": found.sample, "steps": STEPS, "step": "profile_columns", "rows": rows,
        "choices": profile_words.choices(), "fault": profile_making.fault_of(found.profile),
    }  # fmt: skip
    return render(request, "desk/profiles/columns.html", context)


def codes(request: HttpRequest, key: str) -> HttpResponse:
    """What each value of a coded column means, and which rows are no charge; what is not chosen stays unknown."""
    found = _described(request, key, "codes")
    tables, cards = found.sample.tables, found.sample.cards
    coded, rows = profile_words.coded(tables, cards), profile_words.row_values(tables, cards)
    if request.method == "POST":

        def act() -> None:
            made = profile_words.with_codes(tables, codes_from(request, coded))
            made = profile_words.with_rows(made, rows_from(request, rows))
            profile_making.rewrite(found.profile, "codes", made, doing_of(request))
            if request.POST.get("go"):
                profile_making.try_it(found.profile, doing_of(request))

        go = request.POST.get("go")
        said = "Saved. The sample was read." if go else "Saved."
        return tried(request, act, said, "profile_read" if go else "profile_codes", key)
    context = {
        "profile": found.profile, "sample": found.sample, "steps": STEPS, "step": "profile_codes", "coded": coded, "rows": rows,
        "kinds": KIND_WORDS, "fault": profile_making.fault_of(found.profile),
    }  # fmt: skip
    return render(request, "desk/profiles/codes.html", context)


def read(request: HttpRequest, key: str) -> HttpResponse:
    """What the layout reads of the sample, raw beside read; people are compared with the jail's own record."""
    found = _described(request, key, "read")
    if request.method == "POST":
        return _compare(request, found, key)
    context = {
        "profile": found.profile, "sample": found.sample, "steps": STEPS, "step": "profile_read",
        "fault": profile_making.fault_of(found.profile), **_read_of(found),
    }  # fmt: skip
    return render(request, "desk/profiles/read.html", context)


def _read_of(found: Described) -> dict[str, Any]:
    """What a page shows of a sample that was read; nothing where it was not."""
    made, said = found.sample.tried, found.sample.said
    if not made:
        return {"read": None}
    asked = [(each, said.get(each["person_id"])) for each in made["asked"]]
    return {
        "read": made,
        "asked": asked,
        "least": profile_making.to_compare(len(asked)),
        "births": births_drawn.drawn(made["births"]),
    }


def _compare(request: HttpRequest, found: Described, key: str) -> HttpResponse:
    if request.POST.get("try"):
        return tried(
            request,
            lambda: profile_making.try_it(found.profile, doing_of(request)),
            "The sample was read.",
            "profile_read",
            key,
        )

    def act() -> None:
        if request.POST.get("seen") != found.profile.sha256:
            raise RefusedError("The layout changed while you compared. Read the sample again.")
        said = compared_from(request, found.sample.tried.get("asked", ()))
        profile_making.confirm(found.profile, said, doing_of(request))

    return tried(request, act, "Saved.", "profile_read", key)


@require_POST
def propose(request: HttpRequest, key: str) -> HttpResponse:
    """Hand it to a second person."""
    found = or_404(profiles.profile_called(key))
    return tried(
        request,
        lambda: profile_making.propose(found, doing_of(request)),
        "Proposed. A watch commander or county counsel who did not work on it must approve it.",
        "profile",
        key,
    )


@require_POST
def give_up(request: HttpRequest, key: str) -> HttpResponse:
    """Give it up; the sample is deleted."""
    found = or_404(profiles.profile_called(key))
    return tried(
        request,
        lambda: profile_making.give_up(found, doing_of(request)),
        "Abandoned. The sample is deleted.",
        "profiles",
    )


def vouch(request: HttpRequest, key: str) -> HttpResponse:
    """The second person looks at what is read, and vouches for it or sends it back."""
    here_of(request)
    found = or_404(profile_making.proposed(key))
    if request.method == "POST":
        back = request.POST.get("does") == "back"

        def act() -> None:
            if back:
                profile_making.send_back(found.profile, request.POST.get("why", ""), doing_of(request))
            else:
                profile_making.vouch(found.profile, request.POST.get("seen", ""), doing_of(request))

        said = "Sent back." if back else "Approved. It is offered when a roster is imported; the sample is deleted."
        return tried(request, act, said, "profile", key)
    saw(request, "profile", key, {"step": "vouch", "sha256": found.profile.sha256})
    hands = {*found.profile.hands, found.profile.made_by_id, found.profile.proposed_by_id}
    context = {"profile": found.profile, "sample": found.sample, "own": request.user.pk in hands, **_read_of(found)}
    return render(request, "desk/profiles/vouch.html", context)


@require_POST
def end(request: HttpRequest, key: str) -> HttpResponse:
    """Offer it no longer."""
    found = or_404(profiles.profile_called(key))
    return tried(
        request,
        lambda: profile_making.end(found, request.POST.get("why", ""), doing_of(request)),
        "Retired.",
        "profile",
        key,
    )
