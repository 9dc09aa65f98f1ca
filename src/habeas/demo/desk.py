"""The desk of the fictional county: an office, people who work there, a roster, and sixty requests in every state of work.

Everything is done through the desk's own services, at times in the past, so that the record behind it is as it would be.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.db import transaction

from habeas.demo.county import County, build_county
from habeas.demo.history import PastMonth, past_months, past_roster
from habeas.demo.papers import AGENCIES
from habeas.demo.run import PLACES
from habeas.demo.specimens import SPECIMENS, NamedSpecimen, specimen
from habeas.demo.stories import STEPS, STORIES, Story
from habeas.desk.doing import Doing, by, by_system
from habeas.desk.models import Account, LetterTemplate, Person, Publication, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.contacts import contacts
from habeas.desk.services.contacts import incidental_disclosures as tellings
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.custody.roster_confirming import confirm, held, shown
from habeas.desk.services.decisions import closing as ending
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign, sign_off
from habeas.desk.services.identity import disputes
from habeas.desk.services.identity import identification as who
from habeas.desk.services.intake import intake, reading
from habeas.desk.services.office.office import local_day, office
from habeas.desk.services.office.setup import open_office, tell_what_stands
from habeas.desk.services.outgoing import executing, notices, outgoing
from habeas.desk.services.publication.figures import publish
from habeas.desk.services.publication.senders_lists import load_list
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import about_person, living_decision
from habeas.desk.workflow.machine import what_hinders
from habeas.places.table import place_of

OFFICE: dict[str, Any] = {
    "site": "alder",
    "name": "Custody Records",
    "agency": "Office of the Sheriff, Alder County (fictional)",
    "address": ["1 Courthouse Square", "Alder Point, California"],
    "email": "custody-records@alder.example",
    "telephone": "555-0100",
    "jurisdiction": "us-ca-los-angeles",
    "time_zone": "America/Los_Angeles",
    "demonstration": True,
}
"""The fictional office; it stands under the law of Los Angeles County."""

STAFF: tuple[tuple[str, str, str], ...] = (
    ("clerk", "clerk", "Alex Reyes"),
    ("clerk2", "clerk", "Sam Okafor"),
    ("commander", "commander", "Jordan Blake"),
    ("commander2", "commander", "Morgan Lind"),
    ("counsel", "counsel", "Robin Achterberg"),
    ("notices", "notice_server", "Chris Duong"),
    ("inspector", "inspector", "Pat Whitfield"),
    ("admin", "administrator", "Lee Santos"),
)
"""The accounts to try: user name, role, invented name."""

CODES_OF = ("commander", "commander2", "counsel")
"""Who has a second factor: those who sign."""

PASSWORD = "alder-county-demo"  # noqa: S105 - printed for everybody; nobody in the demonstration is real
_SUBJECTS_FROM = 40
"""The first person of the roster whom a request names; those before are left for whoever tries the desk."""


@dataclass(slots=True)
class Stage:
    """What the stories are told with: the county, the staff, and now."""

    county: County
    staff: dict[str, Account]
    now: datetime
    people: list[Person] = field(default_factory=list)
    at_home: bool = True
    """Whether the stories were written for the law of this place; elsewhere its law may end one before its last step."""

    def doing(self, name: str, hours_ago: float, factor: str = "session") -> Doing:
        """A member of staff acts, so many hours ago."""
        return by(self.staff[name], self.now - timedelta(hours=hours_ago), factor)


def fill_desk(people: int, now: datetime, months: int = 0, place: str = OFFICE["jurisdiction"]) -> int:
    """Fill an empty desk in `place` as of `now`, with so many months of history before; returns how many requests there are."""
    settings = office_in(place)
    open_office(**settings)
    past = past_months(now, months, ZoneInfo(settings["time_zone"]))
    staff = _staff(past[0].morning if past else now - timedelta(hours=401))
    with transaction.atomic():
        _tell_past(past, staff, PLACES[place][0], at_home=place == OFFICE["jurisdiction"])
        _load_senders_list(now)
    county = _county(people, now, PLACES[place][0])
    stage = Stage(county, staff, now, at_home=place == OFFICE["jurisdiction"])
    _import(stage)
    wanted = _subjects(county)
    found = {each.person_id: each for each in Person.objects.filter(person_id__in=wanted).prefetch_related("bookings")}
    stage.people = [found[each] for each in wanted]
    for story, person in sorted(zip(STORIES, stage.people, strict=True), key=lambda pair: -pair[0].hours_ago):
        tell(story, person, stage)
    _beside(stage)
    _take_roster(stage, 0.5)  # this morning's: a desk works on a fresh one
    if past:
        publish(None, local_day(office(), now), [], by_system(now))
    return Request.objects.count()


def _tell_past(past: Sequence[PastMonth], staff: dict[str, Account], state: str, *, at_home: bool) -> None:
    """Months of requests that are over, told as one piece of work: each step still is an event at its own time."""
    for month in past:
        stage = Stage(past_roster(month, state), staff, month.morning, at_home=at_home)
        _take_roster(stage, 0)
        found = Person.objects.filter(person_id__startswith="H").prefetch_related("bookings")
        people = {each.person_id: each for each in found}
        for at, story, person in month.stories:
            _finish_past(story, people[person], replace(stage, now=at + timedelta(hours=story.hours_ago)))


def _load_senders_list(now: datetime) -> None:
    """The sender's own list of some months of the past: one of our detainers is not on it, and one of its rows never came to us."""
    months = (now - timedelta(days=180), now - timedelta(days=60))
    ours = list(Request.objects.filter(kind="detainer", received_at__range=months).order_by("received_at"))[1:]
    if not ours:
        return
    here = ZoneInfo(office().time_zone)
    days = [each.received_at.astimezone(here).date() for each in ours]
    rows = [f"ICE-{number:04},{day},detainer" for number, day in enumerate(days, 1)]
    content = "\r\n".join(("reference,date,kind", *rows, f"ICE-9999,{days[0] + timedelta(days=20)},detainer"))
    load_list(
        content.encode(), "detainers_sent.csv", "ICE (fictional field office)", by_system(now - timedelta(hours=3))
    )


def _finish_past(story: Story, person: Person, stage: Stage) -> None:
    """Tell a request of long ago to its end: what was set aside is confirmed, what was left undecided is withdrawn by its sender."""
    request = tell(story, person, stage)
    if story.upto == "set_aside":
        intake.confirm_set_aside(request, intake.shown_aside(request), stage.doing("commander", 1))
    if story.upto == "reading" or request.state not in {"closed", "set_aside"}:
        _serve(request, story, person, stage)
        ending.withdrawn_by_sender(request, "Letter of the field office (fictional).", stage.doing("clerk", 1))
        ending.close(request, stage.doing("clerk", 0.5))


def fill_practice(
    office: Mapping[str, Any], templates: Iterable[Mapping[str, str]], people: int, now: datetime, papers: Sequence[str]
) -> None:
    """Fill an empty desk with an office's own settings and letters, the accounts to try, invented people, and papers that wait."""
    open_office(**office)
    staff = _staff(now - timedelta(hours=401))
    state = "us-tx" if str(office["jurisdiction"]).startswith("us-tx") else "us-ca"
    stage = Stage(build_county(state, people, now.date()), staff, now)
    _letters(templates, stage)
    doing = stage.doing("clerk", len(papers) + 2)
    apply_roster(receive_roster(stage.county.csv().encode(), "roster.csv", "plain", doing.at, doing), doing)
    stage.people = list(Person.objects.prefetch_related("bookings").order_by("pk")[_SUBJECTS_FROM:][: len(papers)])
    for hours, (paper, person) in enumerate(zip(papers, stage.people, strict=True), start=1):
        _arrive(Story("", "received", float(hours), paper=paper), person, stage)


def _letters(templates: Iterable[Mapping[str, str]], stage: Stage) -> None:
    """The office's own templates in use, as approved there."""
    for number, each in enumerate(templates, start=1):
        with acting(stage.doing("counsel", 399), "configure", "letter_template", f"practice-{number}") as entry:
            entry.detail["step"] = "template taken over for practice"
            LetterTemplate.objects.create(
                **each, version=1, state=LetterTemplate.State.IN_USE, proposed_by=stage.staff["counsel"],
                proposed_at=stage.now, decided_by=stage.staff["commander"], decided_at=stage.now,
            )  # fmt: skip


def second_factors() -> dict[str, str]:
    """The secret of each account that has a second factor, by user name: for an authenticator app, or for the page of a demonstration."""
    held = Authenticator.objects.filter(user__username__in=CODES_OF, type=Authenticator.Type.TOTP).select_related(
        "user"
    )
    return {each.user.username: decrypt(each.data["secret"]) for each in held}


def _staff(at: datetime) -> dict[str, Account]:
    """The accounts to try, made by the desk itself in its first event."""
    with acting(by_system(at), "account", "account", "demonstration") as entry:
        made = {name: _account(name, role, words) for name, role, words in STAFF}
        entry.detail["step"] = "made the accounts of the demonstration"
        tell_what_stands(entry)
    return made


def _account(name: str, role: str, words: str) -> Account:
    first, last = words.split(" ", 1)
    made = Account.objects.create_user(name, password=PASSWORD, role=role, first_name=first, last_name=last)
    made.excused_until, made.excused_why = date.max, "a demonstration: nobody in it is real"
    made.save(update_fields=["excused_until", "excused_why"])
    if name in CODES_OF:
        TOTP.activate(made, generate_totp_secret())
    return made


def office_in(place: str) -> dict[str, Any]:
    """The settings of the fictional office under the law of `place`, in its time."""
    own = AGENCIES[PLACES[place][0]]
    site = str(own["email"]).partition("@")[2].partition(".")[0]
    return OFFICE | own | {"site": site, "jurisdiction": place, "time_zone": place_of(place).zone}


def _county(people: int, now: datetime, state: str) -> County:
    """The county, with the days on which the people of the stories are due out."""
    county = build_county(state, people, now.date())
    due = _due_days(county, now)
    for row in county.rows:
        if row.get("person_id") in due:
            row |= {
                "scheduled_release_on": due[row["person_id"]],
                "released_at": "",
                "history_complete": "true",
                "sex_or_arson_registrant": "false",
            }
            row |= {"federal_felony_arrest_warrant": "false"}
    return county


def _due_days(county: County, now: datetime) -> dict[str, str]:
    return {name: _due_day(story, now) for name, story in zip(_subjects(county), STORIES, strict=True)}


def _subjects(county: County) -> list[str]:
    """Whom the stories are about, one a story; a small county leaves fewer people before them to try the desk on."""
    held = (row["person_id"] for row in county.rows if row.get("person_id") and not row.get("released_at"))
    ids = list(dict.fromkeys(held))
    start = max(0, min(_SUBJECTS_FROM, len(ids) - len(STORIES)))
    return ids[start : start + len(STORIES)]


def _due_day(story: Story, now: datetime) -> str:
    return (
        (now + timedelta(hours=story.leaves_in_hours)).date().isoformat() if story.leaves_in_hours is not None else ""
    )


def _import(stage: Stage) -> None:
    _take_roster(stage, 400)
    for name in ("name", "charges", "booked_at"):
        with acting(stage.doing("commander", 399), "publish", "publication", name):
            Publication.objects.create(
                field=name, since=date(2015, 3, 2), where="the inmate locator at locator.alder.example",
                evidence="screen print of 2015-03-02, web change 118", recorded_by=stage.staff["commander"],
                recorded_at=stage.now,
            )  # fmt: skip


def _take_roster(stage: Stage, hours_ago: float) -> None:
    """Receive and apply the county's roster; where the desk doubts it, since all who were there left, two people say that it is right."""
    doing = stage.doing("clerk", hours_ago)
    kept = receive_roster(stage.county.csv().encode(), "roster.csv", "plain", doing.at, doing)
    kept.refresh_from_db()  # as whoever confirms it is shown it
    for name in ("clerk", "clerk2") if held(kept) else ():
        confirm(
            kept, shown(kept), "The people of the last list have left (demonstration).", stage.doing(name, hours_ago)
        )
    apply_roster(kept, doing)


def tell(story: Story, person: Person, stage: Stage) -> Request:
    """Work one request as far as its story goes."""
    request = _arrive(story, person, stage)
    for step in _steps(story):
        if not _done(step, request, story, person, stage):
            break
    if story.dispute:
        doing = stage.doing("notices", story.hours_ago * 0.1)
        disputes.raise_dispute(
            person, story.dispute, "the person", doing, request=request, words="Said so when the notice was read aloud."
        )
    return request


def _done(step: Any, request: Request, story: Story, person: Person, stage: Stage) -> bool:
    """Do one step. Where the law of another place leaves something open, the desk refuses it and the request waits there."""
    if stage.at_home:
        step(request, story, person, stage)
        return True
    try:
        with transaction.atomic():
            step(request, story, person, stage)
    except RefusedError:
        request.refresh_from_db()
        return False
    return True


def _steps(story: Story) -> Iterator[Any]:
    for name in STEPS[1 : STEPS.index(story.upto) + 1]:
        if name == "set_aside" and story.upto != "set_aside":
            continue
        if name in _WORK:
            yield _WORK[name]


def _arrive(story: Story, person: Person, stage: Stage) -> Request:
    doing = stage.doing("clerk", story.hours_ago * 0.95)
    at = stage.now - timedelta(hours=story.hours_ago)
    content = specimen(story.paper, _named(person)) if story.paper in SPECIMENS else None
    return intake.receive_paper(
        content, f"{story.paper or 'typed'}.pdf", story.channel, at, at + timedelta(minutes=2), "records night desk", doing,
        sender_name="Duty officer", sender_agency="Enforcement and Removal Operations (fictional field office)",
        read=story.paper != "",
    )  # fmt: skip


def _named(person: Person) -> NamedSpecimen:
    return NamedSpecimen(person.family_name, person.given_name, person.date_of_birth, person.record.get("sex") or "")


def _set_aside(request: Request, story: Story, person: Person, stage: Stage) -> None:
    intake.set_aside(request, "not_a_request", stage.doing("clerk", story.hours_ago * 0.9))


def _register(request: Request, story: Story, person: Person, stage: Stage) -> None:
    source: dict[str, Any] = {"kind": story.kind, **dict(story.source)}
    if story.kind not in {"list_request", "facility_access", "public_records_request"}:
        source["subject"] = {
            "family_name": person.family_name, "given_name": person.given_name,
            "date_of_birth": person.date_of_birth.isoformat() if person.date_of_birth else None,
            "booking_id": person.bookings.all()[0].booking_id,
        }  # fmt: skip
    intake.register(request, source, stage.doing("clerk", story.hours_ago * 0.9))


def _identify(request: Request, story: Story, person: Person, stage: Stage) -> None:
    reading.finish(request, stage.doing("clerk", story.hours_ago * 0.8))
    if about_person(request):
        who.propose(request, stage.doing("clerk", story.hours_ago * 0.78))


def _choose(request: Request, story: Story, person: Person, stage: Stage) -> None:
    if about_person(request):
        who.choose(request, person, None, stage.doing("clerk", story.hours_ago * 0.7))


def _make(request: Request, story: Story, person: Person, stage: Stage) -> None:
    doing = stage.doing("clerk", story.hours_ago * 0.6)
    for fact, value in _facts_of(request).items():
        record_fact(request, fact, value, "the jail's own system", doing.at, doing)
    make(request, [], doing)


def _facts_of(request: Request) -> dict[str, bool]:
    """What the jail's own system says, so that no act of the answer stays open: a warrant takes whom the state lets go."""
    if request.kind == "public_records_request":
        return {"custody.arrested_on_civil_immigration_only": False}
    return {"custody.releasable": request.kind == "judicial_warrant"} if about_person(request) else {}


def _sign(request: Request, story: Story, person: Person, stage: Stage) -> None:
    for state, role, act in (("to_counsel", "counsel", sign_off), ("to_sign", "commander", sign)):
        decision = living_decision(request)
        if request.state == state and decision is not None:
            act(request, stage.doing(role, story.hours_ago * 0.5, "totp"), shown_sha256(decision))


def _send(request: Request, story: Story, person: Person, stage: Stage) -> None:
    doing = stage.doing("clerk", story.hours_ago * 0.4)
    if what_hinders(request, "lodge_hold", doing) is None:
        taken = executing.Taken(
            "U.S. Marshals Service (fictional)", "Deputy on duty", doing.at, allowed_by="the warrant"
        )
        executing.lodge_hold(request, taken, doing)
        return
    outgoing.dispatch(
        request, stage.doing("clerk", story.hours_ago * 0.4), to="Field office (fictional)", way="fax", address="555-0144",
        proof=outgoing.SendingProof("transmission report, 3 pages, OK", "known_number"),
    )  # fmt: skip


def _serve(request: Request, story: Story, person: Person, stage: Stage) -> None:
    for number, notice in enumerate(request.notices.filter(served_at=None)):
        result = "refused" if number == 1 else "served"
        notices.serve(
            notice,
            result,
            "es" if person.language == "Spanish" else "en",
            stage.doing("notices", story.hours_ago * 0.3),
            notices.Told(answer="no"),
        )


def _end(request: Request, story: Story, person: Person, stage: Stage) -> None:
    doing = stage.doing("clerk", story.hours_ago * 0.2)
    if request.kind == "judicial_warrant":  # the second person's word that the state lets the inmate go
        record_fact(
            request,
            "custody.releasable",
            True,
            "the release order",
            doing.at,
            stage.doing("commander", story.hours_ago * 0.21),
        )
    if request.kind == "judicial_warrant" and what_hinders(request, "record_hand_over", doing) is None:
        taken = executing.Taken(
            "U.S. Marshals Service (fictional)", "Deputy on duty", doing.at, badge="4411 (fictional)", place="sallyport",
            allowed_by="the warrant",
        )  # fmt: skip
        executing.hand_over(request, taken, doing)
        return
    ending.end(request, "released", stage.doing("clerk", story.hours_ago * 0.2))


def _close(request: Request, story: Story, person: Person, stage: Stage) -> None:
    ending.close(request, stage.doing("clerk", story.hours_ago * 0.1))


_WORK: dict[str, Any] = {
    "set_aside": _set_aside,
    "reading": _register,
    "identifying": _identify,
    "deciding": _choose,
    "to_sign": _make,
    "ready": _sign,
    "answered": _send,
    "watching": _serve,
    "ended": _end,
    "closed": _close,
}
"""What is done to reach each state."""


def _beside(stage: Stage) -> None:
    """Calls, a door, tellings of the third kind: what happens besides the papers."""
    now, clerk = stage.now, stage.doing("clerk", 1)
    call = contacts.Call(
        "call_in",
        "Duty officer",
        "ICE (fictional field office)",
        now - timedelta(hours=1.2),
        asked="Is the person still there?",
        number="555-0144",
    )
    contacts.log(call, clerk)
    door = contacts.Call(
        "door",
        "Two officers",
        "ICE (fictional field office)",
        now - timedelta(hours=7),
        asked="To come into the release hall.",
        badge="shown, not noted",
    )
    contacts.log(door, stage.doing("clerk2", 6.8))
    for person in stage.people[:12]:
        booking = person.bookings.all()[0]
        sent = tellings.Sent(
            "fingerprint", now - timedelta(hours=200), "state bureau, FBI, DHS", transaction=f"LS-{person.pk:06d}"
        )
        tellings.record(booking, sent, stage.doing("clerk", 199))
