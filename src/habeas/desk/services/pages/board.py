"""The board: what must be done now, by whom, until when. Read in four queries, whatever the number of requests; decides nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from habeas.desk.built_once import BuiltOnce, given_key
from habeas.desk.models import (
    Account,
    Clock,
    Contact,
    ContactField,
    Handover,
    Office,
    Person,
)
from habeas.desk.models.custody import NAME_COLUMNS
from habeas.desk.services.clocks.clock_rules import RULES
from habeas.desk.services.clocks.clocks import running
from habeas.desk.services.clocks.late import is_late
from habeas.desk.services.custody.two_people import Waiting, previewed, waiting_for
from habeas.desk.services.office.office import local_day, zone
from habeas.desk.services.office.programs import keys_to_vouch_for
from habeas.desk.services.pages.board_orders import orders_by_person, with_orders, with_standing
from habeas.desk.services.pages.board_programs import programs_wait
from habeas.desk.services.pages.board_requests import NamedRequest, Open, open_now
from habeas.desk.services.pages.board_view import SHOWS, BoardPage, chosen_rows, paged, together
from habeas.desk.services.pages.shifts import next_change
from habeas.desk.services.releases.ended_by_programs import to_look_at
from habeas.desk.services.releases.standing_orders import COURTS, UNMATCHED
from habeas.desk.workflow.open_acts import standing_words

HOUR = timedelta(hours=1)
SILENT = timedelta(hours=24)
ON_WATCH = timedelta(hours=12)
"""A session lasts this long at most: who logged in within it may be at a desk."""
CIVIL = frozenset({"detainer", "notification_request", "transfer_request", "administrative_warrant"})
CIVIL_FLAG = "Civil detainer – not a bar to bail/bond"
"""The only words in which such a paper is flagged anywhere: it is no criminal hold, and bail is set as for anyone."""
DELAYS_NOTHING = "Nothing here may delay this release."
NO_END = "The end of this hold is not known: find out when the inmate would otherwise be released, and record it"

HOLDERS: dict[str, str] = {
    "received": "clerk", "set_aside": "commander", "reading": "clerk", "identifying": "clerk", "deciding": "clerk",
    "cancelling": "clerk",
    "to_counsel": "counsel", "to_sign": "commander", "signed": "clerk", "ready": "clerk", "answered": "notice_server", "watching": "",
    "disputed": "commander", "ended": "clerk",
}  # fmt: skip
"""Which role has a request in its hands, by state; nobody while it is only watched."""

ABOUT_THE_REPLY = frozenset({"reply_by", "changes"})
"""Clocks that run for the reply: whoever must approve it has them while it waits for approval."""

NEXT: dict[str, str] = {
    "notice": "Serve notice; log date/time, server, language",
    "judicial_first": "Bring the inmate before a judicial officer; log the order",
    "opinion": "Ask counsel again",
    "changes": "Decide again",
}
"""What comes next for a clock, where it is not what the request's state says."""

NOTICE_SUSPENDED = "Notice to the inmate: suspended while a claim is open"

SIGN = (Account.Role.COMMANDER, Account.Role.COUNSEL)
"""Who signs: as the second person, and as counsel."""
ROLE_WORDS = {value: str(label) for value, label in Account.Role.choices}
_TIMED = (
    "key", "kind", "says", "ends_at", "custody", "request__number", "request__kind", "request__state",
    "request__received_at", "request__assigned_to", "request__assigned_role", "dispute__key", "dispute__proposed_at",
    *(f"{path}__person__{name}" for path in ("request", "dispute", "booking") for name in NAME_COLUMNS),
)  # fmt: skip
SEES: dict[str, frozenset[str]] = {
    "notice_server": frozenset({"notice", "judicial_first", "release", "dispute"}),
    "counsel": frozenset({"opinion", "changes", "dispute", "hold_end"}),
}
"""Kinds of clocks on the desk of a role; the others see all, an administrator none."""

LOOKS_INTO = frozenset({Account.Role.COMMANDER.value, Account.Role.INSPECTOR.value})
"""Who looks into what was told without a ground."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of the board."""

    what: str
    next: str
    ends_at: datetime | None = None
    request: Any = None
    person: Person | NamedRequest | None = None
    holder: str = ""
    holder_role: str = ""
    passed_to: str = ""
    """The role that is told as well, once the time is past."""
    kind: str = ""
    key: str = ""
    custody: bool = False
    overdue: str = ""
    blocking: str = ""
    dispute: str = ""
    more: str = ""
    """What the task comes to, word for word, where the line is short for several."""
    order: str = ""
    """What a judge's order or the law requires before this inmate is released; empty where nothing does."""
    held: bool = False
    """Whether a hold that the law requires runs until a known time: the release is due after it, and not now."""
    others: tuple[str, ...] = ()
    """The other requests of the same person that the line is about as well."""

    @property
    def civil(self) -> bool:
        """Whether the paper is a civil request, to be flagged in the one allowed way."""
        return self.request is not None and self.request.kind in CIVIL

    @property
    def first(self) -> tuple[int, bool, datetime]:
        """Disputes, releases, a court's paper about nobody yet, then by the clock; what has none comes last, oldest first."""
        if self.held:
            return 3, False, self.ends_at or datetime.max.replace(tzinfo=UTC)
        if self.kind == "no_end":
            return (
                3,
                True,
                datetime.min.replace(tzinfo=UTC),
            )  # first of those without a deadline, after all that has one
        rank = {"dispute": 0, "release": 1}.get(self.kind, 2 if self._of_court_about_nobody_yet else 3)
        when = self.ends_at or (self.request.received_at if self.request else None)
        return rank, self.ends_at is None and rank > 2, when or datetime.max.replace(tzinfo=UTC)

    @property
    def _of_court_about_nobody_yet(self) -> bool:
        """Whether anybody who leaves may be the one that a judge's order names."""
        asked = self.request
        return asked is not None and asked.kind in COURTS and asked.state in UNMATCHED


@dataclass(slots=True)
class Board:
    """The desk of one person at one moment."""

    now: BoardRow | None = None
    groups: list[tuple[str, str, list[BoardRow]]] = field(default_factory=list)
    page: BoardPage | None = None
    """The page of those lines that was asked for."""
    shows: list[tuple[str, str, int]] = field(default_factory=list)
    """Which lines may be shown: name, words, how many."""
    releases: list[BoardRow] = field(default_factory=list)
    next_hour: list[BoardRow] = field(default_factory=list)
    to_sign: list[Open] = field(default_factory=list)
    questions: list[Open] = field(default_factory=list)
    notices: list[Open] = field(default_factory=list)
    silent: list[Open] = field(default_factory=list)
    signers: list[Account] = field(default_factory=list)
    cannot_sign: bool = False
    """Whether this very account may sign and has no second factor yet."""
    contacts: list[Contact] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    """What waits for a second person beside the requests."""

    @property
    def ordered(self) -> bool:
        """Whether a judge's order or the law requires something of anybody who leaves today."""
        return any(row.order for row in self.releases)

    open: int = 0
    running: int = 0
    overdue: int = 0


def board_for(
    account: Account, at: datetime, here: Office, asked: Mapping[str, str] | None = None, page: str | None = None
) -> Board:
    """What the desk of `account` shows at `at`: the lines that were asked for (`known_of_board`), and what concerns everybody."""
    asked = asked or {}
    clocks = _CLOCKS()
    requests = open_now()
    made = Board(open=len(requests), running=len(clocks), overdue=sum(is_late(each.ends_at, at) for each in clocks))
    signing: list[Any] = _WHO_SIGNS()
    made.signers = [each for each in signing if each.role == Account.Role.COMMANDER and _can_sign(each, at)]
    made.cannot_sign = any(each.pk == account.pk and not each.strong for each in signing)
    made.waiting = waiting_for(account.role, here, rosters=not signing or signing[0].previewed)
    if signing:
        made.waiting += programs_wait(account.role, keys=signing[0].keys_wait, ended=signing[0].program_ended)
    if account.role == Account.Role.ADMINISTRATOR:
        return made  # how the desk stands, and nobody's name
    rows = sorted(together(_rows(account, clocks, requests, at)), key=lambda row: row.first)
    leaving = [row for row in rows if row.kind == "release" and row.request] + _leaving(requests, rows, at, here)
    orders = orders_by_person([*leaving, *(row for row in rows if row.kind == "dispute")], at)
    before, rows = rows, with_standing(rows, orders, here)
    made.overdue -= sum(bool(row.overdue) for row in before) - sum(bool(row.overdue) for row in rows)
    watch = next_change(here.shift_starts, at.astimezone(zone(here)))
    chosen = {
        "all": rows,
        "mine": [row for row in rows if _in_my_hands(row, account)],
        "shift": [row for row in rows if _is_now(row, at) or (row.ends_at is not None and row.ends_at <= watch)],
    }
    made.shows = [(name, words, len(chosen[name])) for name, words in SHOWS.items()]
    made.groups = _groups(chosen_rows(chosen[asked.get("show", "all")], asked), at, watch)
    made.page = paged(made.groups, page)
    made.releases = with_orders(leaving, orders, here)
    made.next_hour = [row for row in rows if _is_now(row, at)]
    made.now = next((row for row in rows if _is_mine(row, account)), None)
    _fill_lists(made, account, requests, at)
    made.contacts = _CONTACTS[account.role in LOOKS_INTO](account=account.pk)
    return made


def _clocks() -> QuerySet[Clock]:
    about = ("request__person", "dispute__person", "booking__person")
    return running().select_related(*about).only(*_TIMED).order_by("ends_at")


def _who_signs() -> QuerySet[Account]:
    """Commanders and counsel, each with whether a second factor is set up; and, to spare queries, what waits beside."""
    strong = Authenticator.objects.filter(user=OuterRef("pk"), type__in=["totp", "webauthn"])
    active = Account.objects.filter(role__in=SIGN, is_active=True, unvouched_since=None)
    shown = active.only("role", "username", "first_name", "last_name", "unit", "last_login")
    also = {
        "previewed": Exists(previewed()),
        "keys_wait": Exists(keys_to_vouch_for()),
        "program_ended": Exists(to_look_at()),
    }
    return shown.annotate(strong=Exists(strong), **also).order_by("-last_login")


def _can_sign(commander: Any, at: datetime) -> bool:
    """Whether a commander could sign now: a second factor, and a log-in during the last watch."""
    return commander.strong and commander.last_login is not None and commander.last_login >= at - ON_WATCH


_CLOCKS, _WHO_SIGNS = BuiltOnce(_clocks), BuiltOnce(_who_signs)


def _contacts(exceptions: Q) -> QuerySet[Contact]:
    """Contacts that wait for somebody: not finished by this person, promised, or (`exceptions`) told without a ground."""
    account = given_key("account", Account)
    bare = ContactField.objects.filter(contact=OuterRef("pk"), allowed=False)
    before_me = Handover.objects.filter(incoming=account).values("outgoing")  # whose shift this person accepted
    mine = Q(finished_at=None, by=account) | Q(finished_at=None, by__in=before_me)
    promised = Q(promise_kept_at=None) & ~Q(promised="")
    return Contact.objects.annotate(exception=Exists(bare)).filter(mine | promised | exceptions).order_by("began_at")


_CONTACTS = {
    looks: BuiltOnce(partial(_contacts, Q(exception=True, looked_at=None) if looks else Q(pk=None)))
    for looks in (True, False)
}
"""By whether one looks into what was told without a ground."""


def _rows(account: Account, clocks: list[Clock], requests: list[Open], at: datetime) -> Iterable[BoardRow]:
    by_pk = {each.pk: each for each in requests}
    by_person = {each.person_id: each for each in reversed(requests) if each.person_id}
    sees = SEES.get(account.role)
    timed = set()
    for clock in clocks:
        request = by_pk.get(clock.request_id) if clock.request_id else None
        if clock.kind == "release" and clock.booking is not None:
            request = by_person.get(clock.booking.person_id)  # the oldest open request about whoever goes
        timed.add(clock.request_id)
        if sees is None or clock.kind in sees or _given_to(account, request):
            yield _of_clock(clock, request, at)
    for each in requests:
        if each.endless:
            yield _of_request(each, NO_END, "no_end")
        elif each.pk not in timed and _concerns(account, each):
            yield _of_request(each, "", "")


def _concerns(account: Account, request: Any) -> bool:
    """Whether a request without a clock stands on the desk of this person."""
    if _given_to(account, request):
        return True
    if account.role == Account.Role.COUNSEL:
        return bool(request.of_counsel) or request.state == "to_counsel"
    if account.role == Account.Role.NOTICE_SERVER:
        return bool(request.owed)
    return True


def _given_to(account: Account, request: Any) -> bool:
    """Whether a request was given to this person, or to everybody of the role."""
    mine = getattr(request, "assigned_to_id", None) == account.pk
    return mine or getattr(request, "assigned_role", "") == account.role


def _of_clock(clock: Clock, request: Any, at: datetime) -> BoardRow:
    rule, turn = RULES[clock.kind], _turn(clock, request)
    person = _person_of(clock, request)
    passed = is_late(clock.ends_at, at)
    then = standing_words(request.state, getattr(request, "open_draft", False))[1] if request else ""
    return BoardRow(
        what=NOTICE_SUSPENDED if _suspended(clock, request) else clock.says,
        next=_next_of(clock, then, passed),
        ends_at=clock.ends_at,
        request=request or clock.request,
        person=person,
        holder=_holder(request, turn)
        + (f"; escalated to the {ROLE_WORDS[rule.escalates].lower()}" if passed and rule.to != rule.escalates else ""),
        holder_role=turn,
        passed_to=rule.escalates if passed else "",
        kind=clock.kind,
        key=clock.key,
        custody=clock.custody,
        overdue=rule.overdue if passed else "",
        blocking=_blocking(request) if request and clock.kind != "judicial_first" else "",
        dispute=clock.dispute.key if clock.dispute else "",
    )


def _suspended(clock: Clock, request: Any) -> bool:
    """Whether a notice waits for a finding: what it says of a hold may not stand."""
    return clock.kind == "notice" and request is not None and request.state == "disputed"


def _blocking(request: Any) -> str:
    """What must be done before an act; nothing while a claim is open: the act is suspended."""
    return "" if request.state == "disputed" else request.blocking or ""


def _turn(clock: Clock, request: Any) -> str:
    """Whose turn a line with a clock is: of a reply that waits for approval whoever approves it, else whom the clock tells."""
    held = HOLDERS.get(request.state, "") if request is not None and clock.kind in ABOUT_THE_REPLY else ""
    return held if held in SIGN else RULES[clock.kind].to


def _person_of(clock: Clock, request: Any) -> Person | NamedRequest | None:
    if clock.dispute is not None:
        return clock.dispute.person
    if request is not None:
        return request.person
    return clock.booking.person if clock.booking is not None else None


def _next_of(clock: Clock, state_next: str, passed: bool) -> str:
    if clock.kind == "notice" and clock.request is not None and clock.request.state == "disputed":
        return "Wait for the finding, then serve what is still due"
    if clock.dispute is not None:
        return "Second person confirms the finding" if clock.dispute.proposed_at else "Watch commander decides"
    if clock.kind in {"release", "hold_end"}:
        return "Release the inmate" if passed or clock.kind == "release" else "Release the inmate when it ends"
    return NEXT.get(clock.kind) or state_next or RULES[clock.kind].says


def _of_request(request: Any, what: str, kind: str) -> BoardRow:
    words, then = standing_words(request.state, request.open_draft)
    role = "commander" if kind == "no_end" else HOLDERS.get(request.state, "")
    return BoardRow(
        what=what or words,
        next=then,
        request=request,
        person=request.person,
        holder=_holder(request, role),
        holder_role=role,
        kind=kind,
        custody=kind == "no_end",
        blocking=_blocking(request),
    )


def _holder(request: Any, role: str) -> str:
    """In whose hands a line is: the role whose turn it is, or whoever of it has the request; else with whoever has it named beside."""
    words = ROLE_WORDS.get(role, "Monitoring – no action")
    given = getattr(request, "assigned_to", None)
    if given is not None:
        return given.shown if request.assigned_of == role or not role else f"{words} (request with {given.shown})"
    to_role = getattr(request, "assigned_role", "")
    return words if not to_role or to_role == role else f"{words} (request with {ROLE_WORDS[to_role].lower()}s)"


def _leaving(requests: list[Open], rows: list[BoardRow], at: datetime, here: Office) -> list[BoardRow]:
    """People whom the jail's own record lets go today, and about whom a request is open: besides those with a release clock."""
    today = local_day(here, at)
    pinned = {row.person.pk for row in rows if row.kind == "release" and row.person}
    found: dict[int, BoardRow] = {}
    for each in requests:
        if each.released_at or each.person_id is None or each.person_id in pinned:
            continue
        if each.release_ready_at or each.scheduled_release_on == today:
            what = "Cleared for release by the jail" if each.release_ready_at else "Scheduled release today"
            found[each.person_id] = BoardRow(
                what=what, next=DELAYS_NOTHING, request=each, person=each.person, kind="release"
            )
    return list(found.values())


def _is_now(row: BoardRow, at: datetime) -> bool:
    first = row.kind in {"dispute", "release"} and not row.held
    return first or (row.ends_at is not None and row.ends_at <= at + HOUR)


def _is_mine(row: BoardRow, account: Account) -> bool:
    """Whether the one line on top may be this row: custody concerns everybody, the rest whose hands it is in, and not one's own draft."""
    if row.custody and row.ends_at is not None:
        return True
    if account.role == Account.Role.INSPECTOR:
        return False  # who oversees has no task here
    if account.role == Account.Role.COUNSEL and row.request is not None and getattr(row.request, "of_counsel", False):
        return True
    if row.request is not None and row.request.state == "to_sign" and row.holder_role == "commander":
        return account.role == Account.Role.COMMANDER and row.request.drafter != account.pk
    return account.role in {row.holder_role, row.passed_to} or (
        account.role == "clerk" and row.holder_role == "notice_server"
    )


def _in_my_hands(row: BoardRow, account: Account) -> bool:
    """Whether a line is one's own: given to this person or role; else whose turn it is, unless a colleague of that role has it."""
    if _given_to(account, row.request):
        return True
    given = getattr(row.request, "assigned_to_id", None)
    colleague = given is not None and getattr(row.request, "assigned_of", "") == account.role
    return _is_mine(row, account) and (row.custody or not colleague)


def _groups(rows: list[BoardRow], at: datetime, watch: datetime) -> list[tuple[str, str, list[BoardRow]]]:
    """The rows by how soon: now, four hours, this watch, a day, later, those without a deadline, and those only monitored."""
    bounds = [
        ("four", "Within four hours", at + 4 * HOUR),
        ("watch", "Before the end of this shift", watch),
        ("day", "Within a day", at + SILENT),
    ]
    names = [
        ("now", "Now"),
        *((name, words) for name, words, _ in bounds),
        ("later", "Later"),
        ("none", "No deadline"),
        ("monitoring", "Monitoring until release or expiration"),
    ]
    found: dict[str, list[BoardRow]] = {name: [] for name, _ in names}
    for row in rows:
        found[_group_of(row, at, bounds)].append(row)
    return [(name, words, found[name]) for name, words in names]


def _group_of(row: BoardRow, at: datetime, bounds: list[tuple[str, str, datetime]]) -> str:
    if _is_now(row, at):
        return "now"
    if row.ends_at is None:
        return "none" if row.holder_role else "monitoring"
    ends = row.ends_at
    return next((name for name, _, bound in bounds if ends <= bound), "later")


def _fill_lists(made: Board, account: Account, requests: list[Open], at: datetime) -> None:
    waiting = [each for each in requests if each.state == "to_sign"]
    commander = account.role == Account.Role.COMMANDER
    made.to_sign = [each for each in waiting if each.drafter != account.pk] if commander else waiting
    counsel = account.role == Account.Role.COUNSEL
    made.questions = [each for each in requests if (each.of_counsel if counsel else each.asked - each.of_counsel)]
    made.notices = [each for each in requests if each.owed]
    made.silent = [each for each in requests if each.last_act < at - SILENT and each.state != "watching"]
