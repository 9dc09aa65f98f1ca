"""Every list of the desk as one table: what a CSV holds and what a printed list shows. One mechanism; each list is an entry here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from habeas.common.dates_read import day_read, moment_read
from habeas.desk.models import Account, Office
from habeas.desk.services.office.office import style_of, zone
from habeas.desk.services.pages import list_rows_office as office_rows
from habeas.desk.services.pages import list_rows_work as work_rows

Cell = str | int | bool | date | datetime | None
Rows = Callable[[Account, Mapping[str, str], Office, datetime], Iterable[tuple[Cell, ...]]]
PRINTED = 2000
"""How many lines a printed list shows at most; the file has all of them."""


@dataclass(frozen=True, slots=True)
class ListTable:
    """One list: its title, its columns and how its rows are read from what an address asks for."""

    title: str
    columns: tuple[str, ...]
    rows: Rows


def _table(title: str, columns: str, rows: Rows) -> ListTable:
    return ListTable(title, tuple(each.strip() for each in columns.split("|")), rows)


LISTS: Mapping[str, ListTable] = {
    "home": _table("Tasks", "Due | Time left | Inmate | Task | Type | Assigned to | Next | Request", work_rows.board),
    "requests": _table(
        "Requests", "Number | Inmate | Type | Due | Time left | Status | Next | Assigned to | Received", work_rows.requests
    ),
    "questions": _table("Open questions", "Request | Question | Who can answer | Raised | Asked", work_rows.questions),
    "notices": _table(
        "Notices", "Inmate | Housing | Language | Notice | Due | Time left | Attempts | Result | Request", work_rows.notices
    ),
    "disputes": _table(
        "Disputes", "Raised | Inmate | Claim | Reported by | Status | Decided | Request", work_rows.disputes
    ),
    "contacts": _table(
        "Contacts", "Began | Way | Who | Agency | Asked for | Status | Promised | Promised for | Request", work_rows.contacts
    ),
    "shifts": _table("Shift pass-on", "Created | Passed on by | Accepted by | Accepted", work_rows.shifts),
    "people": _table(
        "Inmates in custody", "Inmate | Date of birth | Booking | Booked | Facility | Housing | Scheduled release",
        office_rows.people,
    ),
    "releases": _table(
        "Release watch", "Why | Inmate | Booking | Facility | Housing | Jail’s date | Calculated | Ready since | Open requests",
        office_rows.releases,
    ),
    "rosters": _table("Rosters", "Exported | Imported | File | Layout | By | Status | Applied", office_rows.rosters),
    "register": _table("Public information", "Field | Since | Until | Where | Evidence | By", office_rows.register),
    "outside": _table(
        "External access", "Who | System | Kind | Purpose | Opened | Last used | Reviewed | Revoked", office_rows.outside
    ),
    "manage_accounts": _table(
        "Accounts", "Name | User name | Role | Unit | Second factors | Last log-in | Status", office_rows.accounts
    ),
    "manage_programs": _table("API keys", "Name | May | Made by | Made | Verified by | Expires | Revoked", office_rows.keys),
    "inspect_access": _table(
        "Review of access", "Name | Role | Second factors | Last log-in | Pages viewed in 30 days | Status", office_rows.access
    ),
}  # fmt: skip
"""Each list by the name of its page's address; whoever may open the page may have the list, with the same filter."""


def read(table: ListTable, account: Account, asked: Mapping[str, str], here: Office, at: datetime) -> list[list[str]]:
    """The rows of a list in words, as the office writes days and times. A time still to come is a column of its own."""
    return [[cell_words(each, here) for each in row] for row in table.rows(account, asked, here, at)]


def cell_words(cell: Cell, here: Office) -> str:
    """One cell in words, on one line; empty for nothing."""
    if isinstance(cell, datetime):
        return moment_read(cell, zone(here), style_of(here))
    if isinstance(cell, date):
        return day_read(cell, style_of(here))
    return "" if cell is None else " ".join(str(cell).split())
