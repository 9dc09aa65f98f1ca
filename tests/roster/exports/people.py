"""Invented people in custody, as an export must tell them: the truth that each drawn export is measured against."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

FAMILIES = (
    "LOCKHART", "VAN HORN", "DE LA ROSA", "O'NEAL", "GARCIA-LOPEZ", "OKAFOR", "TRAN", "NG", "YILDIZ", "MCALLISTER", "ST. JOHN",
    "BEAUCHAMP", "SINGH", "KOWALCZYK", "RATHBONE", "PRIDGEN", "WHITEHORSE", "STAPLETON", "ESPINAL", "HAUGEN", "IBARRA", "OSEI",
)  # fmt: skip
GIVEN = (
    "ANSELMO",
    "TAMIKA",
    "RUTH",
    "EMIL",
    "SILAS",
    "MARISOL",
    "DEVONTE",
    "HECTOR",
    "INES",
    "GARRETT",
    "BRENDA",
    "LUKAS",
    "AYLIN",
)
MIDDLE = ("", "RAY", "T", "JOY", "WAYNE", "ANTONIO", "L", "", "MAE")
SUFFIXES = ("", "", "", "", "", "JR", "III", "")
AGENCIES = ("ICE", "US MARSHALS", "MARION CO SO", "STATE PAROLE", "BORDER PATROL", "UTAH DOC")
ALIASES = ("SLIM", "PETE ROLLINS", "TITO LOPEZ", "ANA M RIOS")
COUNTRIES = (("USA", "US"), ("MEXICO", "MX"), ("HONDURAS", "HN"), ("GUATEMALA", "GT"), ("USA", "US"), ("HAITI", "HT"))
GRADES, STANDS = ("felony", "misdemeanor"), ("pending", "convicted", "dismissed")
DAY = date(2026, 11, 20)


@dataclass
class Charge:
    """A charge as the export must tell it."""

    statute: str
    description: str
    grade: str
    disposition: str
    bail: int


@dataclass
class Held:
    """A person in custody, with one booking."""

    booking_id: str
    person_id: str
    family: str
    given: str
    middle: str
    suffix: str
    born: date
    sex: str
    booked: datetime
    out: date | None
    country: tuple[str, str]
    holds: list[str]
    aliases: list[str]
    charges: list[Charge] = field(default_factory=list)


def draw(rng: random.Random, count: int, laws: list[tuple[str, str, str]], prefix: str) -> list[Held]:
    """`count` people; `laws`: section, description and grade of each offense; `prefix` begins their booking numbers."""
    return [_one(rng, place, laws, prefix) for place in range(count)]


def _one(rng: random.Random, place: int, laws: list[tuple[str, str, str]], prefix: str) -> Held:
    booked = datetime(2026, rng.randint(3, 10), rng.randint(1, 28), rng.randint(0, 23), rng.randint(0, 59))  # noqa: DTZ001 - as it is printed
    charges = [
        Charge(section, words, grade, rng.choice(STANDS), rng.choice((0, 500, 2500, 15000)))
        for section, words, grade in rng.sample(laws, rng.randint(1, 3))
    ]
    return Held(
        booking_id=f"{prefix}{1207 + place * 7}",
        person_id=str(402000 + place * 7),
        family=rng.choice(FAMILIES),
        given=rng.choice(GIVEN),
        middle=rng.choice(MIDDLE),
        suffix=rng.choice(SUFFIXES),
        born=date(rng.randint(1953, 2006), rng.randint(1, 12), rng.randint(1, 28)),
        sex=rng.choice("MMMF"),
        booked=booked,
        out=None if rng.random() < 0.4 else DAY + timedelta(days=rng.randint(5, 300)),
        country=rng.choice(COUNTRIES),
        holds=rng.sample(AGENCIES, rng.choice((0, 0, 0, 1, 1, 2))),
        aliases=rng.sample(ALIASES, rng.choice((0, 0, 0, 1, 2))),
        charges=charges,
    )
