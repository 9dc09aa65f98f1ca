"""What a new office still lacks: each step found done or not by the desk itself, with why it matters and where it is done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from habeas.desk.models import Account, Anchor, Event, Office, Publication, RosterImport
from habeas.desk.services.cases.office_law import missing_law
from habeas.desk.services.office.office import local_day, place_called


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step: its title, why it matters, the name of the page where it is done, who does it, and whether it is done.

    `needed` steps keep the office from working as it should; the others are the office's choice.
    """

    title: str
    why: str
    page: str
    who: str
    done: bool
    needed: bool = True


def steps_of(here: Office, at: datetime) -> list[SetupStep]:
    """Every step, in the order in which an office is opened. Three queries, whatever the office holds."""
    flags = Office.objects.filter(pk=here.pk).annotate(
        rosters=Exists(RosterImport.objects.filter(state=RosterImport.State.APPLIED)),
        published=Exists(Publication.objects.all()),
        filed=Exists(Anchor.objects.all()),
    )
    there: Any = flags.only("pk").get()
    strong = Authenticator.objects.filter(user=OuterRef("pk"), type__in=["totp", "webauthn"])
    accounts = list(Account.objects.filter(is_active=True).annotate(strong=Exists(strong)))
    return [
        *_about_office(here),
        *_about_people(accounts, here, at),
        *_about_work(here, there),
        *_about_keeping(there.filed),
    ]


def missing_of(steps: list[SetupStep]) -> int:
    """How many needed steps are not done."""
    return sum(step.needed and not step.done for step in steps)


def _about_office(here: Office) -> list[SetupStep]:
    law = missing_law(here.jurisdiction)
    return [
        SetupStep(
            f"Place and time zone: {place_called(here.jurisdiction)}, {here.time_zone}",
            " ".join(law) or "They decide which law applies and how hours are counted. Changing the place needs two people.",
            "office_policy", "watch commander", not law, needed=not law,
        ),
        SetupStep(
            "Letterhead: address, telephone and e-mail", "They stand on every letter, and an agency calls back on them.",
            "manage_office", "administrator", bool(here.address and here.telephone),
        ),
    ]  # fmt: skip


def _about_people(accounts: list[Any], here: Office, at: datetime) -> list[SetupStep]:
    working = [each for each in accounts if each.unvouched_since is None]
    today = local_day(here, at)
    lacking = sum(not each.strong and (each.excused_until is None or each.excused_until < today) for each in accounts)
    return [
        _someone(working, Account.Role.COMMANDER, "A watch commander", "Without one nobody can approve, and disputes wait."),
        _someone(working, Account.Role.COUNSEL, "County counsel", "Lists, subpoenas, records and agreements go to counsel first."),
        _someone(working, Account.Role.CLERK, "A records clerk", "A clerk receives, verifies and prepares; another person approves."),
        SetupStep(
            _second_factors(lacking, sum(not each.strong for each in accounts) - lacking),
            "A password alone opens criminal justice information to anyone with it (FBI CJIS Security Policy 5.9.5, IA-2(1), IA-2(2)).",
            "manage_accounts", "each for themselves", not lacking,
        ),
    ]  # fmt: skip


def _second_factors(lacking: int, excused: int) -> str:
    """The line of the second factors, with how many have none and how many are excused for now: an excuse is no second factor."""
    counts = [f"{lacking} without"] if lacking else []
    counts += [f"{excused} excused for now"] if excused else []
    return " ".join(["Second factor for every account", *([f"({', '.join(counts)})"] if counts else [])])


def _someone(working: list[Any], role: str, title: str, why: str) -> SetupStep:
    there = any(each.role == role for each in working)
    return SetupStep(title, why, "manage_accounts", "administrator, then verified by a commander or counsel", there)


def _about_work(here: Office, there: Any) -> list[SetupStep]:
    return [
        SetupStep(
            "The jail’s roster", "Upload the export of your jail system; describe its layout first if it is not known.",
            "rosters", "records clerk", there.rosters,
        ),
        SetupStep(
            "Public information schedule", "Only what the jail shows to the public may be given to anyone. Empty means: nothing is public.",
            "register", "watch commander or counsel", there.published,
        ),
        SetupStep(
            "The county’s own policy", "Where the law leaves a choice, the county’s policy may settle it once. Two people confirm it.",
            "office_policy", "watch commander", bool(here.policy.strip()), needed=False,
        ),
    ]  # fmt: skip


def _about_keeping(filed: bool) -> list[SetupStep]:
    backed_up = Event.objects.filter(act="backup").exists()
    return [
        SetupStep("First backup", "Run `habeas backup` on the server, then each night.", "health", "administrator", backed_up),
        SetupStep(
            "First checkpoint filed outside", "It proves that the record before it was not rewritten.",
            "record", "administrator, commander or counsel", filed,
        ),
    ]  # fmt: skip
