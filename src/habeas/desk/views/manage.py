"""What an administrator manages: accounts, keys of programs, the office; and the second person who confirms its policy."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.api.keys import make_key, revoke_key
from habeas.desk.api.table import SCOPES
from habeas.desk.forms.managing import AccountForm, KeyForm, NewAccountForm, OfficeForm
from habeas.desk.middleware import doing_of
from habeas.desk.models import Account, ApiKey
from habeas.desk.services import managing
from habeas.desk.services.own_account import last_lines
from habeas.desk.views.common import here_of, saw, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.plain.errors import BadInputError


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
    saw(request, "list", "accounts", {"accounts": Account.objects.count()})
    context = {"accounts": _listed(), "form": form, "once": once}
    return render(request, "desk/manage/accounts.html", context)


def _listed() -> Any:
    factors = Count("authenticator", filter=~Q(authenticator__type=Authenticator.Type.RECOVERY_CODES))
    return Account.objects.annotate(factors=factors).order_by("-is_active", "role", "last_name", "username")


def account(request: HttpRequest, number: int) -> HttpResponse:
    """One account: change it, end it, give it a fresh password."""
    here_of(request)
    found = get_object_or_404(Account, pk=number)
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
    found, step = get_object_or_404(Account, pk=number), request.POST.get("step", "")
    if step in STEPS:
        act, done = STEPS[step]
        return tried(request, lambda: act(found, doing_of(request)), done, "manage_account", number)
    try:
        once = FRESH[step](found, doing_of(request)) if step in FRESH else ""
    except RefusedError as fault:
        messages.error(request, str(fault))
        return redirect("manage_account", number)
    return _account_page(request, found, AccountForm(initial=_initial(found)), once)


def vouching(request: HttpRequest) -> HttpResponse:
    """The second person says who holds an account that an administrator made or reset."""
    here_of(request)
    if request.method == "POST":
        number = request.POST.get("account", "")
        found = get_object_or_404(managing.to_vouch_for(), pk=number if number.isdigit() else 0)
        return tried(request, lambda: managing.vouch(found, doing_of(request)), "Vouched for; it works now.", "vouch")
    rows = list(managing.to_vouch_for())
    saw(request, "list", "accounts", {"waiting": [f"staff-{each.pk}" for each in rows]})
    return render(request, "desk/manage/vouching.html", {"rows": rows})


def programs(request: HttpRequest) -> HttpResponse:
    """Keys of programs; a new one is shown this once."""
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
    rows = ApiKey.objects.select_related("made_by").order_by("revoked_at", "-made_at")
    saw(request, "list", "keys", {"keys": len(rows)})
    context = {"keys": rows, "form": form, "once": once, "scopes": SCOPES}
    return render(request, "desk/manage/programs.html", context)


@require_POST
def program_revoke(request: HttpRequest, key: str) -> HttpResponse:
    """End a key now."""
    found = get_object_or_404(ApiKey, key=key, revoked_at=None)
    return tried(request, lambda: revoke_key(found, doing_of(request)), "The key is ended.", "manage_programs")


def office(request: HttpRequest) -> HttpResponse:
    """The office: its name, place, time and targets; and a policy to propose."""
    here = here_of(request)
    form, refusal, text = OfficeForm(request.POST or None, instance=here), "", here.policy
    if request.method == "POST" and "propose" in request.POST:
        text = request.POST.get("policy", "")
        refusal = _tried(lambda: managing.propose_policy(here, text, doing_of(request)))
        form = OfficeForm(instance=here)
    elif request.method == "POST" and form.is_valid():
        fault = _tried(lambda: managing.set_office(here, form.cleaned_data, doing_of(request)))
        if fault:
            form.add_error(None, fault)
    if request.method == "POST" and not refusal and not form.errors:
        messages.success(request, "Written down.")
        return redirect("manage_office")
    saw(request, "office", here.site, {"jurisdiction": here.jurisdiction})
    return render(request, "desk/manage/office.html", {"form": form, "refusal": refusal, "text": text})


def policy(request: HttpRequest) -> HttpResponse:
    """The second person reads a proposed policy and puts it in force, or turns it down."""
    here = here_of(request)
    if request.method == "POST":
        accept = request.POST.get("answer") == "accept"
        done = "The policy is in force from now on." if accept else "Turned down."
        return tried(
            request, lambda: managing.confirm_policy(here, doing_of(request), accept=accept), done, "office_policy"
        )
    saw(request, "office", here.site, {"policy": here.policy, "proposed": here.policy_proposed})
    return render(request, "desk/manage/policy.html", {})


def _tried(act: Callable[[], Any]) -> str:
    """Do an act; the sentence that refused it, or nothing."""
    try:
        act()
    except (RefusedError, BadInputError) as fault:
        return str(fault)
    return ""
