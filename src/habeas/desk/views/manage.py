"""What an administrator manages: accounts, keys of programs, the office; and counsel, who confirms its place and its policy."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import CheckboxInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.accounts.factors import check_factor
from habeas.desk.api.keys import change_scopes, make_key
from habeas.desk.api.table import SCOPES
from habeas.desk.forms.local_times import typed_date
from habeas.desk.forms.managing import AccountForm, KeyForm, NewAccountForm, OfficeForm, PlaceForm
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases import office_law
from habeas.desk.services.cases.office_law import missing_law, zones_for
from habeas.desk.services.office import managing
from habeas.desk.services.office import programs as keys
from habeas.desk.services.office.managing import Account
from habeas.desk.services.office.office import Office, local_day
from habeas.desk.services.office.own_account import last_lines
from habeas.desk.services.office.seal_image import seal_in_use
from habeas.desk.services.office.second_factors import excuse
from habeas.desk.services.webhooks import hooks
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError

WAITS = "Proposed. Nothing changes until counsel approves it."


def accounts(request: HttpRequest) -> HttpResponse:
    """Every account, open and closed, and a form for a new one. The first password is shown this once."""
    here_of(request)
    form, once = NewAccountForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            made, password = managing.make_account(form.cleaned_data, doing_of(request))
        except RefusedError as fault:
            form.add_error(None, str(fault))
        else:
            form, once = NewAccountForm(), (made, password)
    rows = managing.every_account()
    saw(request, "list", "accounts", {"accounts": len(rows)})
    context = {"accounts": rows, "form": form, "once": once}
    return render(request, "desk/manage/accounts.html", context)


def account(request: HttpRequest, number: int) -> HttpResponse:
    """One account: change it, end it, give it a fresh password."""
    here_of(request)
    found = or_404(managing.account_numbered(number))
    form = AccountForm(request.POST or None, initial=_initial(found))
    if request.method == "POST" and form.is_valid():
        return tried(
            request,
            lambda: managing.change_account(found, form.cleaned_data, doing_of(request)),
            "Changed.",
            "manage_account",
            number,
        )
    return _account_page(request, found, form)


def _account_page(request: HttpRequest, found: Account, form: AccountForm, once: str = "") -> HttpResponse:
    saw(request, "account", f"staff-{found.pk}", {"role": found.role, "open": found.is_active})
    context = {"each": found, "form": form, "once": once, "lines": last_lines(found), "oneself": found == request.user}
    return render(request, "desk/manage/account.html", context)


def _initial(found: Account) -> dict[str, Any]:
    return {name: getattr(found, name) for name in AccountForm.base_fields}


STEPS: dict[str, tuple[Callable[[Account, Any], Any], str]] = {
    "close": (managing.close_account, "Closed. Its sessions have ended."),
    "factors": (managing.drop_factors, "Its second factors are gone; its sessions have ended."),
}
FRESH: dict[str, Callable[[Account, Any], str]] = {"password": managing.new_password, "open": managing.open_account}


@require_POST
def account_step(request: HttpRequest, number: int) -> HttpResponse:
    """Close an account, open it again, give it a fresh password, or take its second factors away."""
    here_of(request)
    found, step = or_404(managing.account_numbered(number)), request.POST.get("step", "")
    if step == "excuse":
        return _excuse(request, found)
    if step in STEPS:
        act, done = STEPS[step]
        return tried(request, lambda: act(found, doing_of(request)), done, "manage_account", number)
    try:
        once = FRESH[step](found, doing_of(request)) if step in FRESH else ""
    except RefusedError as fault:
        messages.error(request, str(fault))
        return redirect("manage_account", number)
    return _account_page(request, found, AccountForm(initial=_initial(found)), once)


def _excuse(request: HttpRequest, found: Account) -> HttpResponse:
    today = local_day(here_of(request), request.moment)  # type: ignore[attr-defined]

    def act() -> None:
        until = typed_date(request, "until", "Last day", here_of(request))
        if until is None:
            raise RefusedError("Enter the last day of the exception as 03/31/2026.")
        excuse(found, request.POST.get("why", ""), until, today, doing_of(request))

    return tried(request, act, "Excused until that day; it is logged.", "manage_account", found.pk)


def vouching(request: HttpRequest) -> HttpResponse:
    """The second person says who holds an account that an administrator made or reset, and what a program may do."""
    here_of(request)
    if request.method == "POST" and request.POST.get("key"):
        return _vouch_for_key(request)
    if request.method == "POST":
        number = or_404(whole_number(request.POST.get("account", "")))
        found = or_404(managing.unvouched(number))
        return tried(
            request, lambda: managing.vouch(found, request.POST.get("seen", ""), doing_of(request)),
            "Verified; the account can be used now.", "vouch",
        )  # fmt: skip
    rows = list(managing.to_vouch_for())
    waiting, webhooks = list(keys.keys_to_vouch_for()), list(hooks.to_approve())
    shown = {"waiting": [f"staff-{each.pk}" for each in rows], "keys": {each.key: each.scopes for each in waiting}}
    saw(request, "list", "accounts", shown | {"webhooks": [each.key for each in webhooks]})
    context = {"rows": rows, "keys": waiting, "scopes": SCOPES, "webhooks": webhooks, "events": hooks.EVENTS}
    return render(request, "desk/manage/vouching.html", context)


def _vouch_for_key(request: HttpRequest) -> HttpResponse:
    found, seen = or_404(keys.standing(request.POST["key"])), request.POST.get("seen", "")
    return tried(
        request,
        lambda: keys.vouch_for_key(found, seen, doing_of(request)),
        "Approved; the key works now.",
        "vouch",
    )


def programs(request: HttpRequest) -> HttpResponse:
    """API keys; a new one is shown this once."""
    here_of(request)
    form, once = KeyForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        ends = request.moment + form.lasts()  # type: ignore[attr-defined]
        try:
            made, secret = make_key(form.cleaned_data["name"], form.cleaned_data["scopes"], ends, doing_of(request))
        except RefusedError as fault:
            form.add_error(None, str(fault))
        else:
            form, once = KeyForm(), (made, secret)
    rows = keys.newest_first()
    saw(request, "list", "keys", {"keys": len(rows)})
    context = {"keys": rows, "form": form, "once": once, "scopes": SCOPES}
    return render(request, "desk/manage/programs.html", context)


@require_POST
def program_scopes(request: HttpRequest, key: str) -> HttpResponse:
    """Let a key do other things, once somebody has vouched for them."""
    found, wanted = or_404(keys.standing(key)), request.POST.getlist("scope")
    done = "Changed. The key does not work until a commander or counsel approves it."
    return tried(request, lambda: change_scopes(found, wanted, doing_of(request)), done, "manage_programs")


@require_POST
def program_revoke(request: HttpRequest, key: str) -> HttpResponse:
    """End a key now."""
    found = or_404(keys.standing(key))
    return tried(request, lambda: keys.revoke_key(found, doing_of(request)), "Key revoked.", "manage_programs")


def office(request: HttpRequest) -> HttpResponse:
    """The office: its name and targets; its place, time zone and policy to propose."""
    here = here_of(request)
    step = request.POST.get("propose", "") if request.method == "POST" else ""
    form = OfficeForm(None if step else request.POST or None, instance=here)
    place = PlaceForm(request.POST if step == "place" else None, initial=_place_of(here), zones=zones_for(here))
    refusal, text, done = "", here.policy, "Saved."
    if step == "policy":
        text, why = request.POST.get("policy", ""), request.POST.get("why", "")
        refusal = _tried(lambda: office_law.propose_policy(here, text, why, doing_of(request)))
        done = WAITS
    elif step == "place":
        place = _propose_place(request, here, place)
        done = WAITS
    elif request.method == "POST" and form.is_valid():
        _tried_on(form, lambda: managing.set_office(here, form.cleaned_data, doing_of(request)))
    if request.method == "POST" and not refusal and not form.errors and not place.errors:
        messages.success(request, done)
        return redirect("manage_office")
    saw(request, "office", here.site, {"jurisdiction": here.jurisdiction})
    context = {
        "form": form,
        "place": place,
        "refusal": refusal,
        "text": text,
        "lacking": missing_law(here.jurisdiction),
        "seal": seal_in_use(),
        "last_change": managing.last_change(here),
    }
    return render(request, "desk/manage/office.html", context | _proposed(request, here))


def _place_of(here: Office) -> dict[str, str]:
    return {"jurisdiction": here.jurisdiction, "time_zone": ""}


def _propose_place(request: HttpRequest, here: Office, form: PlaceForm) -> PlaceForm:
    """Propose what the form says; a place whose law is not at hand is asked for once more, with a box."""
    if not form.is_valid():
        return form
    given = form.cleaned_data
    _tried_on(
        form,
        lambda: office_law.propose_place(
            here, given["jurisdiction"], given["time_zone"], given["why"], doing_of(request),
            understood=given["understood"],
        ),
    )  # fmt: skip
    if form.errors and not given["understood"]:
        form.fields["understood"].widget = CheckboxInput()
    return form


def _proposed(request: HttpRequest, here: Office) -> dict[str, Any]:
    """What a proposed place would do, and what of its law is not at hand."""
    if here.place_proposed is None:
        return {}
    place = here.place_proposed["jurisdiction"]
    effect = office_law.effect_of(here, place, request.moment)  # type: ignore[attr-defined]
    return {"effect": effect, "proposed_lacks": missing_law(place)}


def policy(request: HttpRequest) -> HttpResponse:
    """Counsel reads a proposed policy or place and puts it in force, or turns it down."""
    here = here_of(request)
    if request.method == "POST":
        return _confirm(request, office_law.confirm_policy, "The policy is in effect.")
    saw(request, "office", here.site, {"policy": here.policy, "proposed": here.policy_proposed})
    return render(request, "desk/manage/policy.html", _proposed(request, here))


@require_POST
def place(request: HttpRequest) -> HttpResponse:
    """Counsel puts a proposed place and time zone in force, or turns it down."""
    return _confirm(request, office_law.confirm_place, "The place is in effect.")


def _confirm(request: HttpRequest, act: Callable[..., None], done: str) -> HttpResponse:
    here, accept = here_of(request), request.POST.get("answer") == "accept"

    def confirm() -> None:
        act(
            here,
            request.POST.get("seen", ""),
            request.POST.get("why", ""),
            doing_of(request, check_factor(request)),
            accept=accept,
        )

    return tried(request, confirm, done if accept else "Rejected.", "office_policy")


def _tried_on(form: Any, act: Callable[[], Any]) -> None:
    """Do an act; what refused it stands on the form."""
    fault = _tried(act)
    if fault:
        form.add_error(None, fault)


def _tried(act: Callable[[], Any]) -> str:
    """Do an act; the sentence that refused it, or nothing."""
    try:
        act()
    except (RefusedError, BadInputError) as fault:
        return str(fault)
    return ""
