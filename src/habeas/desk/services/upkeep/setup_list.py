"""What a new office still lacks: each step found done or not by the desk itself, with why it matters and where it is done."""

from dataclasses import dataclass
from datetime import datetime

from habeas.desk.models import Account, Event, Office, Publication, RosterImport
from habeas.desk.services.cases.office_law import missing_law
from habeas.desk.services.office.second_factors import lacks_factor
from habeas.desk.services.record.witness_age import outside_head


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
    """Every step, in the order in which an office is opened."""
    accounts = list(Account.objects.filter(is_active=True))
    return [*_about_office(here), *_about_people(accounts, here, at), *_about_work(), *_about_keeping(at)]


def missing_of(steps: list[SetupStep]) -> int:
    """How many needed steps are not done."""
    return sum(step.needed and not step.done for step in steps)


def _about_office(here: Office) -> list[SetupStep]:
    law = missing_law(here.jurisdiction)
    return [
        SetupStep(
            f"Place and time zone: {here.jurisdiction}, {here.time_zone}",
            " ".join(law) or "They decide which law applies and how hours are counted. Changing the place needs two people.",
            "office_place", "watch commander", not law, needed=not law,
        ),
        SetupStep(
            "Letterhead: address, telephone and e-mail", "They stand on every letter, and an agency calls back on them.",
            "manage_office", "administrator", bool(here.address and here.telephone),
        ),
    ]  # fmt: skip


def _about_people(accounts: list[Account], here: Office, at: datetime) -> list[SetupStep]:
    working = [each for each in accounts if each.unvouched_since is None]
    lacking = sum(lacks_factor(each, here, at) for each in accounts)
    return [
        _someone(working, Account.Role.COMMANDER, "A watch commander", "Without one nobody can approve, and disputes wait."),
        _someone(working, Account.Role.COUNSEL, "County counsel", "Lists, subpoenas, records and agreements go to counsel first."),
        _someone(working, Account.Role.CLERK, "A records clerk", "A clerk receives, verifies and prepares; somebody else approves."),
        SetupStep(
            f"Second factor for everybody{f' ({lacking} without)' if lacking else ''}",
            "A password alone opens criminal justice information to whoever learns it (FBI CJIS Security Policy 5.9.5, IA-2(1), IA-2(2)).",
            "manage_accounts", "each for themselves", not lacking,
        ),
    ]  # fmt: skip


def _someone(working: list[Account], role: str, title: str, why: str) -> SetupStep:
    there = any(each.role == role for each in working)
    return SetupStep(title, why, "manage_accounts", "administrator, then verified by a commander or counsel", there)


def _about_work() -> list[SetupStep]:
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).exists()
    return [
        SetupStep(
            "The jail’s roster", "Upload the export of your jail system; describe its layout first if it is not known.",
            "rosters", "records clerk", applied,
        ),
        SetupStep(
            "Public information schedule", "Only what the jail shows to anyone may be given to everybody. Empty means: nothing is public.",
            "register", "watch commander or counsel", Publication.objects.exists(),
        ),
        SetupStep(
            "The county’s own policy", "Where the law leaves a choice, the county’s policy may settle it once. Two people confirm it.",
            "office_policy", "watch commander", bool(Office.objects.exclude(policy="").exists()), needed=False,
        ),
    ]  # fmt: skip


def _about_keeping(at: datetime) -> list[SetupStep]:
    backed_up = Event.objects.filter(act="backup").exists()
    return [
        SetupStep("First backup", "Run `habeas backup` on the server, then each night.", "health", "administrator", backed_up),
        SetupStep(
            "First checkpoint filed outside", "It proves that the record before it was not rewritten.",
            "record", "administrator, commander or counsel", outside_head(at) is not None,
        ),
    ]  # fmt: skip
