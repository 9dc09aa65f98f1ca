"""A fictional county's roster: the same seed gives the same bytes. Citizenship is drawn apart from the name, so that a name says nothing.

The share of empty cells follows life: most jails ask nobody, so most records say nothing of citizenship.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from faker import Faker

from habeas.demo.charges import CHARGES, ChargeKind
from habeas.roster.columns import COLUMNS

SEED = 20250717
LOCALES = ("en_US", "es_MX", "vi_VN", "de_DE", "fr_FR", "pl_PL")
POOL = 400
CITIZENSHIP: tuple[tuple[str, str, int], ...] = (
    ("", "", 55),
    ("UNKNOWN", "", 2),
    ("REFUSED", "", 1),
    ("US", "booking sheet", 14),
    ("USA", "booking sheet", 10),
    ("United States", "passport", 5),
    ("U.S.", "birth certificate", 3),
    ("Mexico", "booking sheet", 3),
    ("Guatemala", "consular notice form", 1),
    ("El Salvador", "booking sheet", 1),
    ("Philippines", "passport", 1),
    ("Canada", "passport", 1),
    ("VNM", "booking sheet", 1),
    ("China", "consular notice form", 1),
    ("Honduras", "booking sheet", 1),
)
"""What the record says, which record says it, and how often in a hundred."""

HOLDS = (("", 90), ("ICE DETAINER I-247A", 5), ("STATE PAROLE HOLD", 3), ("OTHER COUNTY WARRANT", 2))


@dataclass(frozen=True, slots=True)
class County:
    """One fictional county on one day."""

    state: str
    as_of: date
    rows: list[dict[str, str]] = field(repr=False)
    subject: dict[str, str]
    """The identifiers of the person whom the detainer names."""

    def csv(self) -> str:
        """The roster in the plain layout."""
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(COLUMNS), lineterminator="\r\n", restval="")
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue()


def build_county(state: str, people: int, as_of: date, seed: int = SEED) -> County:
    """Build a county of `people` in custody on `as_of`, and some who have left. `state` is one of those of `CHARGES`."""
    draw = Random(f"{seed}-{state}")  # noqa: S311 - invented people, and the same ones every time
    names = _names(seed)
    rows: list[dict[str, str]] = []
    for number in range(people + people // 50):
        rows += _person(draw, names, state, as_of, number, gone=number >= people)
    subject = _subject_rows(state, as_of)
    rows[0 : len(rows) if people < 1 else sum(row["person_id"] == rows[0]["person_id"] for row in rows)] = subject
    rows += list(_hard_rows(state, as_of))
    return County(
        state,
        as_of,
        rows,
        {key: subject[0][key] for key in ("booking_id", "family_name", "given_name", "date_of_birth")},
    )


def _names(seed: int) -> list[tuple[str, str, str]]:
    """Pools of family, given and middle names from several languages, drawn together."""
    pools: list[tuple[str, str, str]] = []
    for locale in LOCALES:
        fake = Faker(locale)
        fake.seed_instance(seed)
        pools += [(fake.last_name(), fake.first_name(), fake.first_name()) for _ in range(POOL)]
    return pools


def _person(
    draw: Random, names: list[tuple[str, str, str]], state: str, as_of: date, number: int, *, gone: bool
) -> Iterator[dict[str, str]]:
    booked = datetime.combine(
        as_of - timedelta(days=draw.randint(0, 420)), time(draw.randint(3, 23), draw.randint(0, 59))
    )
    base = _identity(draw, names, state, as_of, number) | _custody(draw, booked, as_of, gone)
    kinds = draw.choices(
        CHARGES[state],
        weights=[kind.weight for kind in CHARGES[state]],
        k=draw.choices((1, 2, 3, 4), (62, 24, 10, 4))[0],
    )
    charges = [
        _charge(draw, kind, booked.date(), as_of, f"{base['booking_id']}-{place}")
        for place, kind in enumerate(kinds, start=1)
    ]
    if any(charge["sentence_kind"].startswith("county_jail") for charge in charges):
        base["scheduled_release_on"] = (as_of + timedelta(days=draw.randint(3, 300))).isoformat()
    if draw.random() < 0.01:
        charges.append({"charge_id": f"{base['booking_id']}-9", "charge_description": "ICE DETAINER"})
    yield from (base | charge for charge in charges)


def _identity(draw: Random, names: list[tuple[str, str, str]], state: str, as_of: date, number: int) -> dict[str, str]:
    family, given, middle = (draw.choice(names)[place] for place in range(3))
    said, source = _pick(draw, CITIZENSHIP)
    born = as_of - timedelta(days=draw.randint(18 * 366, 68 * 365))
    return {
        "person_id": f"{'C' if state == 'us-ca' else 'T'}{700000 + number}",
        "booking_id": f"{as_of.year % 100}{4000000 + number * 7:07d}",
        "family_name": family.upper(),
        "given_name": given.upper(),
        "middle_name": middle.upper() if draw.random() < 0.4 else "",
        "date_of_birth": born.isoformat(),
        "sex": draw.choice("MMMMF"),
        "citizenship_on_record": said,
        "citizenship_source": source,
        "language": draw.choices(("English", "Spanish", "", "Vietnamese"), (60, 20, 17, 3))[0],
        "history_complete": draw.choices(("", "true", "false"), (70, 22, 8))[0],
        "sex_or_arson_registrant": draw.choices(("", "false", "true"), (70, 29, 1))[0],
        "federal_felony_arrest_warrant": draw.choices(("", "false"), (75, 25))[0],
    }


def _pick(draw: Random, table: tuple[tuple[str, str, int], ...]) -> tuple[str, str]:
    said, source, _ = draw.choices(table, weights=[row[2] for row in table])[0]
    return said, source


def _custody(draw: Random, booked: datetime, as_of: date, gone: bool) -> dict[str, str]:
    released = as_of - timedelta(days=draw.randint(0, 20)) if gone else as_of + timedelta(days=draw.randint(1, 9))
    released = max(released, booked.date())
    clock = "23:59" if released == booked.date() else "12:00"
    known = gone or draw.random() < 0.02
    hold = draw.choices(HOLDS, weights=[row[1] for row in HOLDS])[0][0]
    return {
        "booked_at": booked.isoformat(timespec="minutes"),
        "released_at": f"{released.isoformat()}T{clock}" if known else "",
        "release_reason": "time served" if gone else "",
        "facility": draw.choice(("Main Jail", "North Annex", "Women's Center")),
        "housing": f"{draw.choice('ABCDEF')}-{draw.randint(1, 40):02d}",
        "holds": hold,
        "release_date_public": "",
        "scheduled_release_on": "",
    }


def _charge(draw: Random, kind: ChargeKind, booked: date, as_of: date, charge_id: str) -> dict[str, str]:
    ended = draw.choices(("pending", "convicted", "held_to_answer", "dismissed", ""), (48, 32, 8, 9, 3))[0]
    offense = booked - timedelta(days=draw.choices((0, draw.randint(1, 900)), (70, 30))[0])
    disposed = min(as_of, offense + timedelta(days=draw.randint(0, 400)))
    sentence = draw.choice(kind.sentences) if ended == "convicted" and kind.sentences else ""
    return {
        "charge_id": charge_id,
        "statute": draw.choice(kind.spellings),
        "charge_description": kind.description,
        "charge_grade": kind.grade if draw.random() > 0.05 else "",
        "charge_disposition": ended,
        "charge_disposed_on": disposed.isoformat()
        if ended in {"convicted", "held_to_answer", "dismissed"} and draw.random() > 0.04
        else "",
        "offense_on": offense.isoformat(),
        "sentence_kind": sentence,
        "sentence_days": str(draw.choice((10, 30, 60, 90, 180, 270, 365)))
        if sentence.startswith("county_jail")
        else "",
        "bail": draw.choice(("", "5000", "20000", "50000")) if ended == "pending" else "",
        "court": "Superior Court",
        "case_number": "",
    }


def _subject_rows(state: str, as_of: date) -> list[dict[str, str]]:
    """The person whom the detainer names: an old robbery and a present misdemeanor; the record is whole and was checked."""
    ca = state == "us-ca"
    base = {
        "person_id": "C700000" if ca else "T700000",
        "booking_id": f"{as_of.year % 100}4000000",
        "family_name": "MARLOWE",
        "given_name": "ROBIN",
        "date_of_birth": "1979-04-02",
        "sex": "M",
        "citizenship_on_record": "",
        "booked_at": f"{(as_of - timedelta(days=6)).isoformat()}T22:15",
        "facility": "Main Jail",
        "housing": "B-12",
        "history_complete": "true",
        "sex_or_arson_registrant": "false",
        "federal_felony_arrest_warrant": "false",
        "language": "Spanish",
        "holds": "ICE DETAINER I-247A",
    }
    present = {
        "statute": _section(state, "14601.1(a) VC", "Tex. Transp. 521.457"),
        "charge_description": "DRIVING WHILE SUSPENDED",
        "charge_grade": "misdemeanor",
        "charge_disposition": "pending",
        "offense_on": (as_of - timedelta(days=6)).isoformat(),
    }
    old = {
        "statute": _section(state, "211 PC", "Tex. Penal 29.02"),
        "charge_description": "ROBBERY",
        "charge_grade": "felony",
        "charge_disposition": "convicted",
        "charge_disposed_on": "2009-02-02",
        "sentence_kind": "state_prison",
    }
    return [base | present, base | old]


def _section(state: str, californian: str, texan: str) -> str:
    """The section as the state's jails write it; empty where the county keeps descriptions alone."""
    return {"us-ca": californian, "us-tx": texan}.get(state, "")


def _hard_rows(state: str, as_of: date) -> Iterator[dict[str, str]]:
    """Rows as real exports have them: unreadable dates, no number, a country nobody can tell."""
    letter = "C" if state == "us-ca" else "T"
    for place, (column, text) in enumerate(
        (
            ("date_of_birth", "02/03/74"),
            ("date_of_birth", "1974-02-31"),
            ("booking_id", ""),
            ("booking_id", "2.54E+08"),
            ("citizenship_on_record", "X9"),
            ("citizenship_on_record", "see file"),
            ("charge_grade", "F?"),
            ("scheduled_release_on", "soon"),
            ("history_complete", "maybe"),
            ("person_id", ""),
        )
    ):
        row = {
            "person_id": f"{letter}79{place:04d}",
            "booking_id": f"{as_of.year % 100}9{place:06d}",
            "family_name": "HARD",
            "given_name": f"ROW {place}",
            "date_of_birth": "1974-02-03",
            "booked_at": f"{as_of.isoformat()}T01:00",
            "released_at": f"{as_of.isoformat()}T02:00",
            "statute": _section(state, "647(f) PC", "Tex. Penal 49.02"),
            "charge_disposition": "pending",
        }
        yield row | {column: text}
