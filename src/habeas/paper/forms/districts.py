"""The 94 federal judicial districts (28 USC 81-131; 48 USC 1424, 1821 and 1611 for Guam, the Northern Marianas, the Virgin Islands)."""

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from habeas.paper.pages.labels import key

_PARTS: dict[str, str] = {
    "Alabama": "Northern Middle Southern",
    "Arkansas": "Eastern Western",
    "California": "Northern Eastern Central Southern",
    "Florida": "Northern Middle Southern",
    "Georgia": "Northern Middle Southern",
    "Illinois": "Northern Central Southern",
    "Indiana": "Northern Southern",
    "Iowa": "Northern Southern",
    "Kentucky": "Eastern Western",
    "Louisiana": "Eastern Middle Western",
    "Michigan": "Eastern Western",
    "Mississippi": "Northern Southern",
    "Missouri": "Eastern Western",
    "New York": "Northern Southern Eastern Western",
    "North Carolina": "Eastern Middle Western",
    "Ohio": "Northern Southern",
    "Oklahoma": "Northern Eastern Western",
    "Pennsylvania": "Eastern Middle Western",
    "Tennessee": "Eastern Middle Western",
    "Texas": "Northern Southern Eastern Western",
    "Virginia": "Eastern Western",
    "Washington": "Eastern Western",
    "West Virginia": "Northern Southern",
    "Wisconsin": "Eastern Western",
}
_WHOLE = (
    "Alaska,Arizona,Colorado,Connecticut,Delaware,Hawaii,Idaho,Kansas,Maine,Maryland,Massachusetts,Minnesota,Montana,Nebraska,Nevada,"
    "New Hampshire,New Jersey,New Mexico,North Dakota,Oregon,Rhode Island,South Carolina,South Dakota,Utah,Vermont,Wyoming,Puerto Rico"
)
STATES: tuple[str, ...] = (*_PARTS, *_WHOLE.split(","))
"""The states, with Puerto Rico."""
DISTRICTS: tuple[str, ...] = (
    *(f"{part} District of {state}" for state, parts in _PARTS.items() for part in parts.split()),
    *(f"District of {state}" for state in _WHOLE.split(",")),
    "District of Columbia",
    "District of Guam",
    "District of the Virgin Islands",
    "District of the Northern Mariana Islands",
)
"""Each district as its court's caption writes it."""


@lru_cache(maxsize=1)
def _by_key() -> dict[str, str]:
    return {key(name): name for name in DISTRICTS}


def district_in(text: str) -> str | None:
    """The district a caption names, forgiving one letter in ten; None where there is none."""
    letters = key(text)
    inside = [name for mark, name in _by_key().items() if mark in letters]
    if inside:
        return max(inside, key=len)
    tail = letters.removeprefix("unitedstatesdistrictcourt").removeprefix("forthe").removeprefix("inandforthe")
    scored = [(ratio(mark, tail), name) for mark, name in _by_key().items() if abs(len(mark) - len(tail)) < 4]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= 90 else None
