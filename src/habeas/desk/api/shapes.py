"""What goes in and out of the API, typed: the OpenAPI document is made from these."""

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime, BeforeValidator

from habeas.desk.api.request_shapes import RequestBase, RequestObjectIn
from habeas.desk.api.strict import Strict, Words
from habeas.desk.api.unreadable import MOST as MOST_UNREADABLE
from habeas.desk.services.releases.release_watch import LEAVES
from habeas.paper.files.limits import MAX_FILE
from habeas.requests.vocabulary import CHANNELS

if TYPE_CHECKING:
    Channel = str
    Ends = str
    RequestObject = RequestBase
else:
    RequestObject = RequestObjectIn
    Channel = Literal[tuple(sorted(CHANNELS))]  # the fixed words of the vocabulary
    Ends = Literal[tuple(sorted(LEAVES))]  # the fixed ways in which a stay ends
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})", re.ASCII)


def _one_spelling(given: Any) -> Any:
    """A time as the manual writes it; pydantic alone would take seconds since 1970 and six other spellings. ValueError says how."""
    if not isinstance(given, str) or not _MOMENT.fullmatch(given):
        raise ValueError("write the time as 2026-03-04T11:05:00-08:00, as text with its zone")
    return given


Moment = Annotated[
    AwareDatetime,
    BeforeValidator(_one_spelling),
    Field(ge=datetime(1990, 1, 1, tzinfo=UTC), le=datetime(2100, 1, 1, tzinfo=UTC)),
]
"""A time with its zone, in the lifetime of a record."""


class RosterIn(Strict):
    """A roster pushed by the jail's own system."""

    name: Words = Field(description="The export's file name.", min_length=1)
    profile: Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9][a-z0-9_-]*$")] = "plain"
    as_of: Moment = Field(description="The moment whose custody it shows.")
    content_base64: Annotated[str, Field(max_length=64 * 2**20)] = Field(description="The file, in base64.")


class UnreadableCell(Schema):
    """A cell that is written and could not be read: what it would say is left unknown."""

    row: str = Field(description="Where it stands in the file, such as row 17.")
    column: str = Field(description="The column of the plain roster that it was read for.")
    text: str = Field(description="What stands there, cut after 40 letters.")
    why: str
    write: str = Field(description="What to write in its place.")


class RosterOut(Schema):
    """What was read of a roster, and what applying it would do."""

    key: str
    state: Literal["waiting", "working", "previewed", "applied", "dropped", "undone", "failed"]
    said: str = Field(description="Why it could not be read or applied, in one sentence; empty where nothing is wrong.")
    rows: int
    people: int
    refused: int
    new: int
    changed: int
    gone: int
    held: list[str] = Field(
        description="Why it cannot be right: two people at the desk must confirm it. Empty otherwise."
    )
    unreadable: list[UnreadableCell] = Field(
        description="The first cells that could not be read.", max_length=MOST_UNREADABLE
    )
    unreadable_count: int = Field(description="How many cells could not be read.")


class RequestIn(Strict):
    """A request as it arrived at another system of the jail: the request object of a case file, with its times."""

    request: RequestObject = Field(description="The request object (kind, issuer, form, subject, fields …).")
    channel: Channel = "electronic"
    received_at: Moment
    touched_at: Moment | None = None
    received_by: Words = ""
    sender_name: Words = ""
    sender_agency: Words = ""
    paper_base64: Annotated[str, Field(max_length=MAX_FILE * 4 // 3 + 4)] | None = None
    paper_name: Words = "paper.pdf"


class RequestOut(Schema):
    """How far a request is. Nobody is named."""

    number: str
    kind: str
    state: str
    state_words: str
    received_at: datetime
    reply_by: datetime | None
    same_as: str | None


class RequestListOut(Schema):
    """One page of requests, the newest first. Nobody is named."""

    requests: list[RequestOut]
    next: str | None = Field(description="Send it as `before` for the next page; null on the last.")


class ActOut(Schema):
    """One act of a decision: what the law says and what the office does."""

    act: str
    outcome: str
    does: str
    until: datetime | None
    effective_at: datetime | None


class DecisionOut(Schema):
    """The decision in force, with the provisions that carry it."""

    number: str
    decision: int
    state: str
    as_of: date
    acts: list[ActOut]
    law: dict[str, str]
    answer: dict[str, Any]


class ReleaseIn(Strict):
    """A release the jail's own system reports: Habeas records it and never delays it."""

    booking_id: Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f]+$")]
    released_at: Moment
    how: Ends = "released"
    person_id: Annotated[str, Field(max_length=60, pattern=r"^[^\x00-\x1f]*$")] = Field(
        "", description="Needed only where two people have a booking of that number."
    )


class ReleaseOut(Schema):
    """The numbers of the requests that ended with the release."""

    ended: list[str]


class Fault(Schema):
    """One sentence that says why nothing was done."""

    detail: str
