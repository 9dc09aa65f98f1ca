"""The request object as a program sends it: every key it may have declared, any other refused by name."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from ninja import Field
from pydantic import StrictBool, create_model, field_validator

from habeas.desk.api.strict import Strict, Words
from habeas.matching.dates import parse_date
from habeas.requests.keys import KNOWN
from habeas.requests.vocabulary import ACTS, ISSUERS, KINDS, SIGNERS

if TYPE_CHECKING:
    Kind = str
    Issuer = str
    Signer = str
    Act = str
else:  # the fixed words of the vocabulary
    Kind = Literal[tuple(sorted(KINDS))]
    Issuer = Literal[tuple(sorted(ISSUERS))]
    Signer = Literal[tuple(sorted(SIGNERS))]
    Act = Literal[tuple(sorted(ACTS))]
Texts = Annotated[list[Words], Field(max_length=100)]


class SubjectIn(Strict):
    """Whom the paper names, as it says it. Give the name whole (`full_name`) or in its boxes."""

    full_name: Words = ""
    family_name: Words = ""
    given_name: Words = ""
    middle_name: Words = ""
    suffix: Words = ""
    aliases: Texts | Words = ""
    date_of_birth: Words | None = Field(None, description="1990-05-17, or month first as papers write it: 05/17/1990.")
    sex: Words = ""
    country_of_birth: Words = ""
    state_id: Words = ""
    fbi_number: Words = ""
    a_number: Words = ""
    booking_id: Words = ""
    photo_seen: StrictBool | None = None

    @field_validator("date_of_birth")
    @classmethod
    def _as_a_day(cls, text: str | None) -> str | None:
        try:
            return parse_date(text).isoformat() if text else None
        except ValueError:
            raise ValueError("write the date of birth as 1990-05-17 or 05/17/1990, or leave it out") from None


class RequestBase(Strict):
    """The keys that nearly every request has."""

    kind: Kind
    issuer: Issuer | None = None
    form: Words | None = None
    asks: list[Act] | None = None
    fields: Texts | None = Field(None, description="What a list or records request asks for.")
    attachments: Texts | None = None
    signer: Signer | None = None
    subject: SubjectIn | None = None


_MORE: dict[str, Any] = dict.fromkeys(sorted(KNOWN - set(RequestBase.model_fields)), (Any, None))
RequestObjectIn = create_model(
    "RequestObjectIn", __base__=RequestBase, __doc__="The request object of a case file (docs/api.md).", **_MORE
)
"""With the further keys of a case file, each checked as the request is read."""
