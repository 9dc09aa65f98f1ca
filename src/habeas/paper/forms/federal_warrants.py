"""Warrants of federal courts beside AO 442: for a witness (AO 443), and those a court titles in its own words."""

from dataclasses import replace

from habeas.paper.forms.catalog import Form
from habeas.paper.forms.court import COURT_FORMS

_AO442 = next(each for each in COURT_FORMS if each.form == "AO 442")

FEDERAL_WARRANTS: tuple[Form, ...] = (
    replace(
        _AO442,
        form="AO 443",
        code="AO443",
        titles=(
            "WARRANT FOR THE ARREST OF A WITNESS OR MATERIAL WITNESS IN A PENDING CRIMINAL CASE",
            "WARRANT FOR ARREST OF WITNESS",
            "WARRANT FOR ARREST OF MATERIAL WITNESS",
            "MATERIAL WITNESS WARRANT",
        ),
        ticks=(),
    ),
    replace(_AO442, form=None, code=None, titles=(), ticks=(), called="warrant"),
)
"""The last has no title written down: a line is one by its words (`BENCH WARRANT`, `WARRANT FOR ARREST OF PROBATIONER`)."""
