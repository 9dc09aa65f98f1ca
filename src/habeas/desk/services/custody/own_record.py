"""What the office's own record says of citizenship, word for word, to stand beside the question of proof.

Nothing is inferred from it: it is no proof, it answers no fact, and it finds nobody. A person reads it and says what was shown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk.models import Person, Request
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import CLOSES, courts_own
from habeas.law.model.vocabulary import SETTLED_BY, What
from habeas.requests.vocabulary import KINDS
from habeas.roster.countries import country_code

PROOF = SETTLED_BY[What.CONFIRM_PROOF]
NO_PROOF = "none"
_US = r"(US|USA|USC|U S|U S A|UNITED STATES|ESTADOS UNIDOS|EE ?UU|AMERICAN?|PUERTO RICO|GUAM|NATURALI[SZ]ED)"
_NAMES_US = re.compile(rf"(?<!CENTRAL )(?<!SOUTH )(?<!LATIN )\b{_US}\b|^CITIZEN( (Y|YES))?$")
_DENIES = re.compile(rf"\b(NOT|NON|NO|NEVER)( AN?| THE)? {_US}\b|\bCITIZEN(SHIP)? (N|NO|FALSE)$")
"""A denial of just these words: a record of a U.S. citizen that is *not verified* is none."""
_NO_WITNESS = (
    "a according as at booking by card computer database file from has in is it jail jms no none nothing of on our own per record "
    "records roster said says see shown sheet system the to was"
)
RECORD_ONLY = frozenset(_NO_WITNESS.split())
"""Words of a source that name nothing but the office's own record: nobody was asked, and nothing was looked at."""
ENOUGH_WORDS = 3


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What the record says in its own words with its source, and whether those words name the United States."""

    words: str
    united_states: bool = False


def own_record(person: Person | None) -> OwnRecord | None:
    """What our record says of a person's citizenship; None without a person, or where it says nothing."""
    record = person.record if person else {}
    said = str(record.get("citizenship_on_record") or "").strip()
    if not said:
        return None
    read = _read_as(said, record)
    coded = " (read as United States)" if read == "US" and not _names_us(said) else ""
    return OwnRecord(
        f"{said}{coded} ({record.get('citizenship_source') or 'source not known'})", _states_us(said, read)
    )


def about_proof(request: Request) -> OwnRecord | None:
    """What our record says of the inmate of a civil document that asks for an act which proof of citizenship closes; else None."""
    asks = {*KINDS.get(request.kind, ()), *(request.source.get("asks") or ())}
    return own_record(request.person) if asks & CLOSES and not courts_own(request.kind, request.source) else None


def demand_more_than_record(person: Person | None, fact: str, value: Any, source: str) -> None:
    """Raise RefusedError where no proof is recorded against a record of U.S. citizenship, and the source is the bare record."""
    own = own_record(person) if fact == PROOF and value == NO_PROOF else None
    words = re.findall(r"\w+", source.casefold())
    if own and own.united_states and (len(words) < ENOUGH_WORDS or not set(words) - RECORD_ONLY):
        raise RefusedError(
            f"Our record says: {own.words}. To record that no proof was shown, enter as the source who was asked, who asked, and what "
            "was looked at; the name of the record alone is not enough."
        )


def _read_as(said: str, record: Mapping[str, Any]) -> str | None:
    return record.get("citizenship") or country_code(said)


def _states_us(said: str, read: str | None) -> bool:
    """A record that names no one country, but the United States among its words, counts: a person must look."""
    return read == "US" if read else _names_us(said)


def _names_us(said: str) -> bool:
    plain = " ".join(re.sub(r"[^A-Z ]", " ", said.upper().replace(".", "")).split())
    return bool(_NAMES_US.search(plain)) and not _DENIES.search(plain)
