"""What courts decided about custody credits, retyped from the opinions named: days, credit, and which law."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Decided:
    """One decision: the case as this room reads it, and the numbers the court gave (`conduct` None: the court named none)."""

    name: str
    citation: str
    facts: dict[str, Any]
    actual: int
    conduct: int | None


PRISON = {"days": 1461, "kind": "state_prison"}
NO = {"violent": False, "murder": False}
OLD = {"offense_on": "1988-05-01", "sentence": PRISON, **NO}


def row(name: str, citation: str, actual: int, conduct: int | None, **facts: Any) -> Decided:
    """One row; `actual_days` is given where the opinion gives no dates."""
    given = facts if "custody" in facts else {"actual_days": actual} | facts
    return Decided(name, citation, {"id": name} | given, actual, conduct)


COURT_DECIDED = (
    row(
        "whitaker",
        "People v. Whitaker (2015) 238 Cal.App.4th 1354",
        327,
        326,
        offense_on="2012-05-01",
        sentence=PRISON,
        **NO,
    ),
    row("dieck", "People v. Dieck (2009) 46 Cal.4th 934", 5, 2, **(OLD | {"offense_on": "2005-12-15"})),
    row(
        "smith",
        "People v. Smith (1989) 211 Cal.App.3d 523",
        211,
        104,
        **(OLD | {"offense_on": "1987-09-14"}),
        custody=[["1987-09-14", "1988-04-11"]],
        sentenced_on="1988-04-11",
    ),
    row("king", "People v. King (1992) 3 Cal.App.4th 882", 47, 22, **OLD),
    row("bravo", "People v. Bravo (1990) 219 Cal.App.3d 729", 158, 78, **OLD),
    row("gutierrez", "People v. Gutierrez (1991) 232 Cal.App.3d 1571", 31, 14, **OLD),
    row(
        "browning",
        "People v. Browning (1991) 233 Cal.App.3d 1410",
        147,
        72,
        **(OLD | {"offense_on": "1990-08-16"}),
        custody=[["1990-08-16", "1991-01-09"]],
        sentenced_on="1991-01-09",
    ),
    row("fabela", "People v. Fabela (1993) 12 Cal.App.4th 1661", 223, 110, **OLD),
    row(
        "nunez, first case",
        "People v. Nunez (2008) 167 Cal.App.4th 761",
        90,
        13,
        offense_on="2006-05-01",
        sentence=PRISON,
        violent=True,
        murder=False,
    ),
    row(
        "nunez, second case",
        "People v. Nunez (2008) 167 Cal.App.4th 761",
        436,
        65,
        offense_on="2006-05-01",
        sentence=PRISON,
        violent=True,
        murder=False,
    ),
    row(
        "suh, at 15 percent",
        "People v. Suh (5th Dist., unpublished)",
        123,
        18,
        offense_on="2006-05-01",
        violent=True,
        murder=False,
    ),
    row("suh, corrected", "People v. Suh (5th Dist., unpublished)", 123, 60, **(OLD | {"offense_on": "2006-05-01"})),
    row(
        "hunt",
        "People v. Hunt (Jan. 9, 2014, A136645), unpublished",
        123,
        123,
        offense_on="2010-06-14",
        custody=[["2010-11-13", "2011-03-15"]],
        sentenced_on="2011-03-15",
        sentence=PRISON,
        serious=False,
        registrant=False,
        serious_or_violent_prior=False,
        **NO,
    ),
    row(
        "two partial days",
        "Kazarian, Credit where credit is due (a practitioner's example)",
        2,
        2,
        offense_on="2020-01-01",
        custody=[["2020-01-01", "2020-01-02"]],
        **NO,
    ),
    row(
        "garcia",
        "People v. Garcia (2012) 209 Cal.App.4th 530 (a serious felony)",
        244,
        122,
        offense_on="2010-05-28",
        custody=[["2010-05-28", "2011-01-26"]],
        sentenced_on="2011-01-26",
        sentence=PRISON,
        serious=True,
        registrant=False,
        serious_or_violent_prior=True,
        **NO,
    ),
    row(
        "moon",
        "People v. Moon (2011) 193 Cal.App.4th 1246 (murder, jail as a condition of probation)",
        164,
        0,
        offense_on="2007-01-01",
        sentence={"days": 1461, "kind": "probation"},
        sentenced_on="2009-06-01",
        violent=True,
        murder=True,
    ),
)
"""In re Marquez (2003) 30 Cal.4th 14 (+115 days for two counties) names no days to work from; it is tested as a rule, not as a row."""
