"""The map of the law: each state as a tile, with what a complete detainer comes to and how well the law was read; a table of all.

The picture and the table are made from the packs themselves, on a day that is handed in.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide_act
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.provision import DutyRule, Pack, Provision
from habeas.law.model.searched import NONE_FOUND
from habeas.law.model.unread import NOT_READ
from habeas.law.model.vocabulary import Act, Sureness
from habeas.law.packs import PACKS, asks_after_local_rules
from habeas.places.table import STATES, Place, all_places

TIERS = {
    "read": "the text was read for at least half of the rules",
    "in part": "some text, and summaries, opinions or reports",
    "searched": "searched, and no law found: counsel decides",
    "no pack": "not searched: nothing is answered",
}
"""How well a place's law was read, in words."""
SHOWN = 2
"""How many of the things that would settle a place's law are told in the table; the rest is counted."""
_DETAINER = {
    "kind": "detainer", "issuer": "ice", "form": "I-247A", "basis": "civil", "signer": "immigration_officer",
    "attachments": ["I-200"], "attached_signer": "immigration_officer", "probable_cause_box": True, "identity_match": True,
    "names_person": True, "in_writing": True, "served_on_person": True,
}  # fmt: skip
"""A detainer with nothing missing and a warrant of the immigration authorities."""
_HELD = {
    "person": {"proof_of_status_given": "none", "minor": False, "history_complete": True},
    "custody": {"facility": "county_jail", "releasable": True},
    "charges": [{"description": "petty theft", "grade": "misdemeanor", "disposition": "pending"}],
}
"""An adult in a county jail on a pending misdemeanor, with no other record, who has given no proof of status and may go now."""
_GRID = (
    "AK . . . . . . . . . . ME",
    ". . . . . . . . . . VT NH",
    ". WA ID MT ND MN IL WI MI NY RI MA",
    ". OR NV WY SD IA IN OH PA NJ CT .",
    ". CA UT CO NE MO KY WV VA MD DE .",
    ". . AZ NM KS AR TN NC SC DC . .",
    ". . . . OK LA MS AL GA . . .",
    "HI . . . TX . . . . FL . .",
)
"""Where each state's tile stands: roughly where the state lies."""
_SIDE, _GAP = 62, 6
_FILL = {"must": "#005ea2", "must_not": "#8b1303", "may": "#1b6b3a", "unresolved": "#565c65", "unknown": "#775400"}
"""The tile's color by what the hold comes to; the word stands on the tile as well."""
_WORDS = {"must": "must", "must_not": "must not", "may": "may", "unresolved": "counsel", "unknown": "depends"}


@dataclass(frozen=True, slots=True)
class MapRow:
    """One place: how well its law was read, what holding on a complete detainer comes to, the sureness of its rules, what is open."""

    place: str
    name: str
    tier: str
    hold: str
    counts: dict[str, int]
    last_read: date | None
    settle: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """The row as JSON values."""
        return {
            "place": self.place, "name": self.name, "tier": self.tier, "hold": self.hold, **self.counts,
            "last_read": self.last_read.isoformat() if self.last_read else None, "settle": list(self.settle),
        }  # fmt: skip

    @property
    def hold_words(self) -> str:
        """What a hold comes to, in words."""
        return "not answered" if self.tier == "no pack" else _WORDS[self.hold]

    @property
    def sureness(self) -> str:
        """How many of the rules are of each sureness, in words."""
        return ", ".join(f"{number} {name}" for name, number in self.counts.items() if number) or "no rules"


@lru_cache(maxsize=8)
def map_rows(as_of: date) -> tuple[MapRow, ...]:
    """Every state, district and territory, and each county and city that has a pack, with its law as of a day."""
    wanted = [each for each in all_places() if each.kind in STATES or each.id in PACKS]
    return tuple(_row(each, as_of) for each in sorted(wanted, key=lambda each: each.id) if each.parent)


def _row(place: Place, as_of: date) -> MapRow:
    pack = PACKS.get(place.id)
    if pack is None:
        return MapRow(place.id, place.name, "no pack", _hold(place.id, as_of), {}, None, ())
    counts = Counter(rule.source.sureness.value for rule in pack.rules)
    read = [rule.source.read_on for rule in pack.rules if rule.source.read_on]
    settle = tuple(dict.fromkeys(each.source.settle for each in pack.rules if each.source.settle))
    known = {each.value: counts[each.value] for each in Sureness}
    return MapRow(place.id, place.name, _tier(pack), _hold(place.id, as_of), known, max(read, default=None), settle)


def _tier(pack: Pack) -> str:
    own = [
        rule
        for rule in pack.rules
        if not rule.id.endswith((f".{NONE_FOUND}", f".{NOT_READ}")) and not _asks_local(rule)
    ]
    if not own:
        return "searched"
    verified = sum(rule.source.sureness is Sureness.VERIFIED for rule in own)
    return "read" if 2 * verified >= len(own) else "in part"


def _asks_local(rule: Provision | DutyRule) -> bool:
    return isinstance(rule, Provision) and asks_after_local_rules(rule)


def _hold(place: str, as_of: date) -> str:
    case = read_case({"id": place, "jurisdiction": place, "as_of": as_of.isoformat(), "request": _DETAINER, **_HELD})
    return decide_act(case, Act.HOLD, resolve(place)).outcome.value


def map_svg(rows: Sequence[MapRow]) -> str:
    """The states as tiles, each with its letters, what a hold comes to, and how well the law was read; its words stand in its title too."""
    by_code = {each.place.removeprefix("us-").upper(): each for each in rows if each.place.count("-") == 1}
    tiles = "".join(_tile(code, x, y, by_code[code]) for code, x, y in _places() if code in by_code)
    width, height = 12 * (_SIDE + _GAP), len(_GRID) * (_SIDE + _GAP)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="Map of the states: what holding on a complete immigration detainer comes to. The table below says the same." '
        f'font-family="sans-serif" text-anchor="middle">{tiles}</svg>'
    )


def _places() -> Iterator[tuple[str, int, int]]:
    for y, line in enumerate(_GRID):
        yield from ((code, x, y) for x, code in enumerate(line.split()) if code != ".")


def _tile(code: str, x: int, y: int, row: MapRow) -> str:
    left, top = x * (_SIDE + _GAP), y * (_SIDE + _GAP)
    middle = left + _SIDE // 2
    rim = {"read": "#1b1b1b", "in part": "#a9aeb1"}.get(row.tier, "none")
    return (
        f"<g><title>{escape(row.name)}: hold {_WORDS[row.hold]}; {row.tier}; {row.sureness}</title>"
        f'<rect x="{left + 2}" y="{top + 2}" width="{_SIDE - 4}" height="{_SIDE - 4}" rx="4" fill="{_FILL[row.hold]}" '
        f'stroke="{rim}" stroke-width="4"/>'
        f'<text x="{middle}" y="{top + 25}" font-size="18" font-weight="bold" fill="#ffffff">{code}</text>'
        f'<text x="{middle}" y="{top + 40}" font-size="11" fill="#ffffff">{_WORDS[row.hold]}</text>'
        f'<text x="{middle}" y="{top + 53}" font-size="10" fill="#ffffff">{row.tier}</text></g>'
    )


def map_markdown(rows: Sequence[MapRow], as_of: date, picture: str) -> str:
    """The page of the manual: the picture, what its words mean, and the table."""
    lines = [
        "# The map of the law",
        "Written by `tools/write_law_map.py` from the packs. "
        "What holding an adult who is charged with a misdemeanor, and has no other record, on a complete immigration detainer with its "
        f"warrant comes to on {as_of.isoformat()}, and how well each law was read.",
        f"![The states as tiles, each with what a hold comes to and how well its law was read; the table below says the same.]({picture})",
        "*must*, *must not* and *may* are the answers; *counsel*: unresolved, county counsel decides; *depends*: on facts of the person. "
        + " ".join(f"*{name}*: {words}." for name, words in TIERS.items()),
        "| place | hold | law | rules | last read | what would settle the rest |\n|---|---|---|---|---|---|\n"
        + "\n".join(_markdown_row(each) for each in rows),
    ]
    return "\n\n".join(lines) + "\n"


def _markdown_row(row: MapRow) -> str:
    cells = (
        f"{row.name} (`{row.place}`)",
        row.hold_words,
        row.tier,
        row.sureness,
        row.last_read or "",
        settle_words(row),
    )
    return f"| {' | '.join(str(each) for each in cells)} |"


def settle_words(row: MapRow) -> str:
    """The first things that would settle the place's law, and how many more there are."""
    more = len(row.settle) - SHOWN
    return " ".join(row.settle[:SHOWN]) + (f" And {more} more: `habeas law due {row.place}`." if more > 0 else "")
