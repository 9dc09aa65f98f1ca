"""Words that take a paper back, put over the forms of `forms` in many places, faces, slants and phrasings.

Each family is a way of putting them; `KEPT_BACK` families and words were never looked at while the reader was built.
"""

from collections.abc import Iterator
from itertools import cycle

from tests.paper import forms
from tests.paper.makers import Sheet

PAPERS = {
    "arrest": forms.arrest_warrant,
    "bench": forms.bench_warrant,
    "writ": forms.writ,
    "detainer": forms.detainer,
    "i200": forms.arrest_of_alien,
    "i205": forms.removal,
}
WORDS = (
    "RECALLED",
    "QUASHED",
    "VACATED",
    "DISMISSED",
    "EXECUTED",
    "CANCELLED",
    "WITHDRAWN",
    "LIFTED",
    "NO LONGER ACTIVE",
)
WORDS_KEPT_BACK = (
    "CANCELED", "RESCINDED", "VOID", "EXPIRED", "TERMINATED", "SUPERSEDED", "CLEARED", "RETURNED UNEXECUTED", "NOT VALID",
    "NO LONGER IN EFFECT", "REVOKED", "INACTIVE", "SET ASIDE", "DO NOT EXECUTE", "DISCHARGED", "NULL AND VOID",
)  # fmt: skip
PHRASES = (
    "RECALLED BY ORDER OF THE COURT", "Warrant recalled", "This warrant is no longer active", "Detainer lifted",
    "Quashed 11/24/2026", "WARRANT RECALLED 11/24/2026 JH",
)  # fmt: skip
PHRASES_KEPT_BACK = (
    "This warrant has been recalled by the court on November 24, 2026.",
    "Recalled per USMS 11/24/26",
    "detainer withdrawn per ICE - see e-mail",
    "Warrant quashed on defense motion, see docket entry 14",
    "The detainer is hereby rescinded.",
    "Warrant executed 11/24/2026, subject in custody",
    "DETAINER CANCELLED PER DEPORTATION OFFICER",
    "Case dismissed, warrant vacated",
    "NO LONGER VALID",
    "*** RECALLED ***",
    "[VOID]",
    "ORDER RECALLING WARRANT ENTERED 11/24/2026",
)
PLACES = {"top right": (430, 72), "beside the title": (395, 222), "middle": (210, 430), "left margin": (6, 350)}
PLACES_KEPT_BACK = {
    "foot": (250, 745),
    "over the caption": (60, 150),
    "over the command": (300, 268),
    "beside the name": (420, 292),
    "far corner": (470, 20),
}


def spaced(text: str) -> str:
    """The text with a blank between its letters, as some stamps are set."""
    return " ".join(text)


def turned(sheet: Sheet, x: float, y: float, text: str, degrees: float, size: float = 18) -> Sheet:
    """Text at a slant, or up the margin."""
    from math import cos, radians, sin

    a, b = cos(radians(degrees)), sin(radians(degrees))
    sheet.parts.append(f"BT /B {size} Tf {a:.4f} {b:.4f} {-b:.4f} {a:.4f} {x} {792 - y} Tm ({text}) Tj ET")
    return sheet


def _put(sheet: Sheet, way: str, x: float, y: float, text: str) -> Sheet:
    if way in {"large", "bold", "small", "gray", "times"}:
        size = {"large": 20, "bold": 12, "small": 8, "gray": 16, "times": 10.5}[way]
        face = {"bold": "B", "large": "B", "times": "T"}.get(way, "F")
        return sheet.say(x, y, text, size, face, 0.55 if way == "gray" else 0)
    if way == "spaced":
        return sheet.say(x, y, spaced(text), 12, "B")
    angle = {"slant": 14, "diagonal": 45, "up": 90, "down": -90, "askew": -22}[way]
    return turned(sheet, x, y + (60 if angle > 20 else 0), text, angle)


WAYS = ("large", "bold", "slant", "small")
WAYS_KEPT_BACK = ("gray", "times", "diagonal", "up", "down", "askew", "spaced")


def drawn(*, kept_back: bool) -> Iterator[tuple[str, str, str, str, Sheet]]:
    """Every word and phrase somewhere: paper, way, place, text, and the sheet with it. Fixed order, no chance."""
    texts = (*WORDS_KEPT_BACK, *PHRASES_KEPT_BACK) if kept_back else (*WORDS, *PHRASES)
    ways = cycle(WAYS_KEPT_BACK if kept_back else WAYS)
    places = cycle((PLACES_KEPT_BACK if kept_back else PLACES).items())
    for round_, text in [(each, text) for each in range(2) for text in texts]:
        for name, make in PAPERS.items():
            if ("warrant" in text.lower() and name == "detainer") or (
                "detainer" in text.lower() and name != "detainer"
            ):
                continue
            way, (place, (x, y)) = next(ways), next(places)
            way = (
                "small" if len(text) > 30 and way in {"large", "slant", "spaced", "gray", "askew", "diagonal"} else way
            )
            if round_ == 0 or name in {"arrest", "detainer"}:
                yield name, way, place, text, _put(make(), way, x, y, text)
