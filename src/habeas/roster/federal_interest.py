"""Whether words tell of a federal immigration interest, or may: a hold printed as a charge, a detainer among the holds.

Such a line never counts as public (someone who reads it learns that ICE asked). `hold_lines` says what a line is.
"""

from collections.abc import Collection

from habeas.roster.hold_lines import HoldLine, text_is


def reveals_federal_interest(*texts: str | None, codes: Collection[str] = ()) -> bool:
    """Return whether any text tells of a federal immigration interest, may tell of one, or is one of the profile's `codes` for it."""
    return any(
        text is not None and (text.strip() in codes or text_is(text) in {HoldLine.IMMIGRATION_HOLD, HoldLine.DOUBT})
        for text in texts
    )
