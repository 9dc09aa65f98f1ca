"""The law of credits as data: each rule with the offences and the days of custody it reaches, its citation, and how sure we are.

A change of law is a new row, never an edit. `verified`: the statute's text was read at the address; `secondary`: an opinion or
official summary that quotes or applies it was; `unverified`: known only from notes, to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

JAIL_KINDS = ("county_jail", "county_jail_1170h", "probation")
"""Sentences whose days are served in the county jail, so that the jail works out the release date."""

OLDEST_OFFENSE = date(1983, 1, 1)
"""The oldest offence day this room works on: what stood before was not read."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands, how sure we are of it, and the address that was read."""

    citation: str
    sureness: str
    address: str
    says: str
    since: date | None = None
    until: date | None = None
    unread: str = ""
    """What of the row was not read and is known from notes alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Rate:
    """How many days of conduct credit so many days of custody give, and whom the rate reaches.

    `per` days of custody give `gives` days; a part of `per` gives none. `minimum` is the shortest commitment that earns any
    (subdivision (e)). `excluded` is whether it is for those shut out of the better rates of 2010 (None: for all).
    """

    id: str
    per: int
    gives: int
    minimum: int
    source: Source
    offense_from: date = date.min
    offense_to: date = date.max
    custody_from: date = date.min
    custody_to: date = date.max
    prison: bool = False
    excluded: bool | None = None

    def reaches(self, offense_on: date, day: date, prison: bool, excluded: bool) -> bool:
        """Whether a day of custody for an offence earns at this rate; `prison` is a state-prison term that is executed."""
        return (
            self.offense_from <= offense_on <= self.offense_to
            and self.custody_from <= day <= self.custody_to
            and (prison or not self.prison)
            and self.excluded in {None, excluded}
        )

    def days(self, custody: int) -> int:
        """Days of credit for `custody` days; the odd days over are dropped."""
        return custody // self.per * self.gives


_WHITAKER = "https://capcentral.org/case_summaries/people-v-whitaker-2/"
_BROWN = "https://capcentral.org/case_summaries/people-v-brown-13/"
_SB76 = "https://legiscan.com/CA/text/SB76/2009"
_HUNT = "https://cetient.com/case/2648734/people-v-hunt-ca14"
_DIECK = "https://capcentral.org/case_summaries/people-v-dieck/"

TWO_FOR_TWO = Rate(
    "4019-2011",
    per=2,
    gives=2,
    minimum=4,
    source=Source(
        "Penal Code 4019(b), (c), (f), (h) (Stats. 2011, ch. 15, 39); People v. Whitaker (2015) 238 Cal.App.4th 1354",
        "secondary",
        _WHITAKER,
        "Two days of conduct credit for every two days of custody; an odd day earns none. For offences on or after 1 October 2011.",
        date(2011, 10, 1),
        unread="subdivision (h) itself",
    ),
    offense_from=date(2011, 10, 1),
)
DAY_FOR_DAY = Rate(
    "2933e-2010",
    per=1,
    gives=1,
    minimum=0,
    source=Source(
        "former Penal Code 2933(e) (Stats. 2010, ch. 426); People v. Hunt (Jan. 9, 2014, A136645) [unpublished]",
        "secondary",
        _HUNT,
        "A day of credit for each day in the county jail from 28 September 2010 to 30 September 2011 where a state prison term is "
        "executed, but not for a serious felony, a person who must register, or one with a serious or violent prior.",
        date(2010, 9, 28),
        date(2011, 9, 30),
    ),
    offense_to=date(2011, 9, 30),
    custody_from=date(2010, 9, 28),
    custody_to=date(2011, 9, 30),
    prison=True,
    excluded=False,
)
TWO_FOR_FOUR_2010 = Rate(
    "4019-2010-sep",
    per=4,
    gives=2,
    minimum=6,
    source=Source(
        "former Penal Code 4019(b), (c), (f), (g) (Stats. 2010, ch. 426)",
        "secondary",
        _SB76,
        "Two days of conduct credit for every four days of custody, for offences from 28 September 2010 to 30 September 2011; days "
        "over a multiple of four earn none.",
        date(2010, 9, 28),
        date(2011, 9, 30),
        unread="the shortest commitment (six days)",
    ),
    offense_from=date(2010, 9, 28),
    offense_to=date(2011, 9, 30),
)
_JANUARY = Source(
    "former Penal Code 4019(b), (c), (f) (Stats. 2009, 3d Ex. Sess., ch. 28, s. 50); People v. Brown (2012) 54 Cal.4th 314",
    "secondary",
    _BROWN,
    "Two days of conduct credit for every two days of custody from 25 January 2010, but not for a serious felony, a person who must "
    "register, or one with a serious or violent prior.",
    date(2010, 1, 25),
    unread="the shortest commitment (four days)",
)
TWO_FOR_TWO_2010 = Rate(
    "4019-2010-jan",
    per=2,
    gives=2,
    minimum=4,
    source=_JANUARY,
    offense_from=date(2010, 1, 25),
    offense_to=date(2010, 9, 27),
    excluded=False,
)
TWO_FOR_TWO_2010_LATER = Rate(
    "4019-2010-jan-custody",
    per=2,
    gives=2,
    minimum=4,
    source=_JANUARY,
    offense_to=date(2010, 1, 24),
    custody_from=date(2010, 1, 25),
    custody_to=date(2010, 9, 27),
    excluded=False,
)
_FORMER = Source(
    "former Penal Code 4019(b), (c), (f); People v. Smith (1989) 211 Cal.App.3d 523",
    "secondary",
    "https://app.midpage.ai/document/people-v-smith-2148746",
    "Two days of conduct credit for every four days of custody; days over a multiple of four earn none.",
    None,
    date(2010, 1, 24),
)
TWO_FOR_FOUR = Rate(
    "4019-former",
    per=4,
    gives=2,
    minimum=6,
    source=_FORMER,
    offense_to=date(2010, 1, 24),
    custody_to=date(2010, 1, 24),
)
TWO_FOR_FOUR_EXCLUDED = Rate(
    "4019-former-excluded",
    per=4,
    gives=2,
    minimum=6,
    source=Source(
        "former Penal Code 4019(b)(2), (c)(2), (f) (Stats. 2009, 3d Ex. Sess., ch. 28, s. 50); People v. Garcia (2012) 209 Cal.App.4th 530",
        "secondary",
        "https://app.midpage.ai/case/people-v-garcia-5666808",
        "A serious felony, a duty to register or a serious or violent prior keeps the rate of two days for every four, for offences before "
        "28 September 2010.",
        None,
        date(2010, 9, 27),
        unread="the paragraphs themselves",
    ),
    offense_to=date(2010, 9, 27),
    excluded=True,
)

RATES = (
    TWO_FOR_TWO,
    DAY_FOR_DAY,
    TWO_FOR_FOUR_2010,
    TWO_FOR_TWO_2010,
    TWO_FOR_TWO_2010_LATER,
    TWO_FOR_FOUR,
    TWO_FOR_FOUR_EXCLUDED,
)
"""Every rate; the first that reaches a day is the one it earns at."""

CHANGE_DAYS = (date(2010, 1, 25), date(2010, 9, 28), date(2011, 10, 1))
"""Days of custody on which the rate of an older offence may change."""

BETTER_RATES_OF_2010 = (DAY_FOR_DAY, TWO_FOR_TWO_2010, TWO_FOR_TWO_2010_LATER)

VIOLENT = Source(
    "Penal Code 2933.1(c); People v. Ramos (1996) 50 Cal.App.4th 810",
    "verified",
    "https://codes.findlaw.com/ca/penal-code/pen-sect-2933-1.html",
    "After a conviction of a violent felony (667.5(c)) conduct credit before prison is at most 15 percent of the actual days, "
    "rounded down.",
    date(1994, 9, 21),
    unread="the day in 1994 on which it began",
)
MURDER = Source(
    "Penal Code 2933.2(c); People v. Moon (2011) 193 Cal.App.4th 1246",
    "verified",
    "https://self-law.org/code/ca/penal-code/2933-2",
    "A person convicted of murder earns no conduct credit in jail, also where the jail is a condition of probation.",
    date(1998, 6, 3),
    unread="the day on which it began",
)
ACTUAL = Source(
    "Penal Code 2900.5(a); People v. Smith (1989) 211 Cal.App.3d 523",
    "secondary",
    "https://app.midpage.ai/document/people-v-smith-2148746",
    "Every day or part of a day in custody counts once, the day of arrest and the day of sentence among them.",
)
ATTRIBUTABLE = Source(
    "Penal Code 2900.5(b); People v. Bruner (1995) 9 Cal.4th 1178",
    "secondary",
    "https://scocal.stanford.edu/opinion/people-v-bruner-31611",
    "Custody counts only where it is attributable to the conduct that was sentenced, and once only where the terms are consecutive.",
)
ELSEWHERE = Source(
    "Penal Code 2900.5(a), (b); In re Marquez (2003) 30 Cal.4th 14",
    "secondary",
    "https://www.casemine.com/commentary/us/marquez-v.-state:-affirming-additional-custody-credit-under-penal-code-section-2900.5/view",
    "Days in another county's jail count where they are attributable to this case.",
)
CONCURRENT = Source(
    "Penal Code 669(a), (b)",
    "secondary",
    "https://jurris.com/california/penal-code/654-678/669-40",
    "Terms run as the court directs; where it directs nothing they run at the same time.",
)
SHORT = Source(
    "Penal Code 4019(e); People v. Dieck (2009) 46 Cal.4th 934",
    "secondary",
    _DIECK,
    "A commitment shorter than four days (six under the former text) is left out of conduct credit; it is the commitment that counts, "
    "not the custody before sentence.",
)
LOST = Source(
    "Penal Code 4019(b), (c)",
    "secondary",
    _SB76,
    "Credit is not given for work refused or rules broken, as the record shows.",
)
PROGRAM = Source(
    "Penal Code 4019.4(a)",
    "verified",
    "https://self-law.org/code/ca/penal-code/4019-4",
    "A sheriff may award credit for a programme milestone besides 4019; at most six weeks in any 12 months of unbroken confinement.",
    date(2014, 1, 1),
    unread="the first day, taken from the year of Stats. 2013, ch. 266",
)
PROGRAM_CAP_DAYS, PROGRAM_MONTHS = 42, 12
ACCELERATED = Source(
    "Penal Code 4024.1",
    "unverified",
    "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PEN&sectionNum=4024.1",
    "Where the court has authorised it because the jail is full, the sheriff may bring a release forward by up to 30 days.",
)
ACCELERATED_CAP_DAYS = 30
SPLIT = Source(
    "Penal Code 1170(h)(5)(B)",
    "secondary",
    "http://wiki.waylandchang.com/index.php?title=Split_sentence",
    "The court may suspend the concluding part of an 1170(h) term; the person is then under mandatory supervision, where a day "
    "counts as a day.",
    date(2011, 10, 1),
    unread="the words on credit during supervision",
)
PRISON = Source(
    "Penal Code 2933; 15 CCR 3371.1",
    "secondary",
    "https://regulations.justia.com/states/california/title-15/division-3/chapter-1/subchapter-4/article-9-5/section-3371-1",
    "The date of a state prison term is worked out by the Department of Corrections and Rehabilitation.",
)
DISCHARGE = Source(
    "Penal Code 4024(a), (b)(2)",
    "verified",
    "https://self-law.org/code/ca/penal-code/4024",
    "The sheriff may discharge at any hour of the last day, and may keep nobody longer without their written consent.",
)
TIME_SERVED = Source(
    "Penal Code 2900.5(a)",
    "verified",
    "https://ca.codecond.com/codes/pen/part-3-of-imprisonment-and-the-death-penalty/title-1-imprisonment-of-male-prisoners-in-state-prisons/"
    "chapter-7-execution-of-sentences-of-imprisonment/article-1-commencement-of-term",
    "Where the credits reach the term, the whole term is deemed served.",
)

SOURCES = {
    "actual days": ACTUAL,
    "attributable custody": ATTRIBUTABLE,
    "another county's jail": ELSEWHERE,
    "violent felony": VIOLENT,
    "murder": MURDER,
    "short commitments": SHORT,
    "loss of credit": LOST,
    "programme credit": PROGRAM,
    "accelerated release": ACCELERATED,
    "concurrent and consecutive terms": CONCURRENT,
    "mandatory supervision": SPLIT,
    "state prison": PRISON,
    "time served": TIME_SERVED,
    "discharge": DISCHARGE,
}
"""Every rule besides the rates, by what it is about."""


def rate_of(offense_on: date, day: date, *, prison: bool, excluded: bool) -> Rate | None:
    """Return the rate a day of custody earns at, or None where what was read leaves it open."""
    if offense_on >= TWO_FOR_TWO.offense_from:
        return TWO_FOR_TWO  # what the table says too, found at once for nearly every case
    return next((rate for rate in RATES if rate.reaches(offense_on, day, prison, excluded)), None)


def all_sources() -> Iterator[tuple[str, Source]]:
    """Every rule with its name, the rates first."""
    yield from ((rate.id, rate.source) for rate in RATES)
    yield from SOURCES.items()
