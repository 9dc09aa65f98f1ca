"""Crowds of generated people with nulls everywhere: the same people as cases for `decide` and as columns for `decide_frame`."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl

from habeas.law.engine.case_files import charge_record
from habeas.law.engine.columns.emit import DTYPES
from habeas.law.model.case import Case
from habeas.law.model.facts import FACTS, FactKind
from habeas.requests.request import read_request

AS_OF = date(2025, 7, 17)
STATUTES = [
    "PC 211", "PC 422", "PC 459", "PC 459.5", "PC 245(a)(1)", "PC 273.5(a)", "HS 11378", "HS 11377(a)", "VEH 23152(a)",
    "PC 243(e)(1)", "PC 288(a)", "PC 496(a)", "8 USC 1326", "G.S. 90-95", "G.S. 20-138.1", "G.S. 14-33", "N.J.S.A. 2C:15-1",
    "no such thing", "PC 99999", None,
]  # fmt: skip
CLASSES = [
    None,
    None,
    None,
    ["violent"],
    ["serious", "violent"],
    ["indictable"],
    ["disorderly_persons"],
    ["dui"],
    ["listed"],
]
REQUESTS: list[dict[str, Any]] = [
    {"kind": "detainer", "issuer": "ice", "basis": "civil", "signer": "immigration_officer", "attachments": ["I-200"],
     "probable_cause_box": True, "identity_match": True},
    {"kind": "detainer", "issuer": "cbp", "basis": "civil", "attachments": []},
    {"kind": "list_request", "issuer": "doj", "purpose": "removals", "fields": ["name", "release_date"]},
    {"kind": "judicial_warrant", "issuer": "ice", "signer": "federal_magistrate_judge", "basis": "criminal_immigration",
     "asks": ["transfer"]},
    {"kind": "interview_request", "issuer": "ice", "basis": "civil"},
    {"kind": "status_inquiry", "issuer": "other", "asks": ["ask_status", "query_ice", "share_status"]},
    {"kind": "administrative_warrant", "issuer": "ice"},
    {"kind": "public_records_request", "issuer": "public"},
    {"kind": "detainer", "issuer": "ice", "attachments": ["final_order_of_removal"], "basis": "civil",
     "attached_signer": "federal_district_judge"},
]  # fmt: skip


class Crowd:
    """`size` people drawn with `seed` under one request and place."""

    def __init__(self, place: str, request: dict[str, Any], size: int, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - a repeatable crowd, not a secret
        self.place, self.request = place, dict(read_request(request).facts)
        self.agency = {"agreement_287g": self.draw.choice([True, False, None])}
        self.people = [self._person(f"p{number}") for number in range(size)]

    def cases(self) -> list[Case]:
        return [self._case(person) for person in self.people]

    def frames(self) -> tuple[pl.DataFrame, pl.DataFrame]:
        facts = [key for key in FACTS if key.split(".")[0] in {"person", "custody"}]
        rows = [
            {"id": each["id"], "record_complete": each["complete"], "charges_known": each["known"]}
            | {key: each["facts"].get(key) for key in facts}
            for each in self.people
        ]
        people = pl.DataFrame(
            rows,
            schema={"id": pl.String, "record_complete": pl.Boolean, "charges_known": pl.Boolean}
            | {key: DTYPES[FACTS[key].kind] for key in facts},
        )
        charges = [
            {"id": each["id"]} | {f"charge.{key}": value for key, value in charge.items()}
            for each in self.people
            for charge in each["charges"]
        ]
        names = {
            "statute": pl.String,
            "grade": pl.String,
            "disposition": pl.String,
            "disposed_on": pl.Date,
            "offense_on": pl.Date,
            "reduced_on": pl.Date,
            "dismissed_under": pl.String,
            "sentence": pl.String,
            "court": pl.String,
            "classes": pl.List(pl.String),
        }
        return people, pl.DataFrame(
            charges, schema={"id": pl.String} | {f"charge.{key}": kind for key, kind in names.items()}
        )

    def _person(self, name: str) -> dict[str, Any]:
        facts = {key: self._value(key) for key in FACTS if key.split(".")[0] in {"person", "custody"}}
        known = self.draw.random() < 0.85
        charges = [self._charge() for _ in range(self.draw.choice([0, 1, 1, 2, 3]))] if known else []
        complete = self.draw.choice([True, True, False, None]) if known else None
        return {"id": name, "facts": facts, "known": known, "charges": charges, "complete": complete}

    def _charge(self) -> dict[str, Any]:
        pick = self.draw.choice
        return {
            "statute": pick(STATUTES),
            "grade": pick(["felony", "misdemeanor", None]),
            "disposition": pick(
                ["convicted", "convicted", "pending", "held_to_answer", "dismissed", "juvenile_adjudication", None]
            ),
            "disposed_on": pick(
                [AS_OF - timedelta(days=self.draw.randrange(9000)), date(2020, 7, 17), date(2020, 7, 16), None]
            ),
            "offense_on": pick([date(2020, 7, 16), None, None]),
            "reduced_on": pick([date(2021, 3, 1), date(2026, 3, 1), *[None] * 6]),
            "dismissed_under": pick(["before_conviction", "after_conviction", *[None] * 4]),
            "sentence": pick(["state_prison", "county_jail", None, None]),
            "court": pick(["state", "federal", None]),
            "classes": pick(CLASSES),
        }

    def _value(self, key: str) -> Any:
        fact = FACTS[key]
        if self.draw.random() < 0.3:
            return None
        if fact.kind is FactKind.FLAG:
            return self.draw.random() < 0.4
        if fact.kind is FactKind.TIME:
            return datetime(2025, 7, 18, 10, tzinfo=UTC)
        return self.draw.choice(sorted(fact.values)) if fact.values else None

    def _case(self, person: dict[str, Any]) -> Case:
        entities: dict[str, dict[str, Any]] = {"person": {}, "custody": {}}
        for key, value in person["facts"].items():
            entity, _, name = key.partition(".")
            if value is not None:
                entities[entity][name] = value
        charges = tuple(
            charge_record(
                {k: v.isoformat() if isinstance(v, date) else v for k, v in charge.items()},
                AS_OF,
                "a charge",
                self.place,
            )
            for charge in person["charges"]
        )
        agency = {"local": True} | {key: value for key, value in self.agency.items() if value is not None}
        return Case(
            person["id"], self.place, AS_OF, self.request, entities["person"], entities["custody"], agency, charges,
            person["known"], person["complete"],
        )  # fmt: skip
