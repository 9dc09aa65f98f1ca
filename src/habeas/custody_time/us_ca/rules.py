"""The law of credits as data: each rule with the offences and the days of custody it reaches, its citation, and how sure we are.

A change of law is a new row, never an edit. `verified`: the statute's text was read at the address on the day given; `secondary`: an
opinion or official summary that quotes or applies it was; `unverified`: known only from notes, to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from habeas.custody_time.answer import CreditSource

OLDEST_OFFENSE = date(1983, 1, 1)
"""The oldest offense day this room works on: what stood before was not read."""


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
    source: CreditSource
    offense_from: date = date.min
    offense_to: date = date.max
    custody_from: date = date.min
    custody_to: date = date.max
    prison: bool = False
    excluded: bool | None = None

    def reaches(self, offense_on: date, day: date, prison: bool, excluded: bool) -> bool:
        """Whether a day of custody for an offense earns at this rate; `prison` is a state-prison term that is executed."""
        return (
            self.offense_from <= offense_on <= self.offense_to
            and self.custody_from <= day <= self.custody_to
            and (prison or not self.prison)
            and self.excluded in {None, excluded}
        )

    def days(self, custody: int) -> int:
        """Days of credit for `custody` days; the odd days over are dropped."""
        return custody // self.per * self.gives


_CODE = (
    "https://github.com/johnakelly-yahoo-com/california-codes/blob/379f7277ec93fef5b54930fff723d1298b987bad/codes/"
    "CA%20Code%20-%20Penal%20Code.txt"
)
"""The Penal Code as the legislature publishes it for download, in the state of 21 July 2026."""
_READ = date(2026, 11, 26)

_BROWN = "https://capcentral.org/case_summaries/people-v-brown-13/"
_SB76 = "https://legiscan.com/CA/text/SB76/2009"
_HUNT = "https://cetient.com/case/2648734/people-v-hunt-ca14"

TWO_FOR_TWO = Rate(
    "4019-2011",
    per=2,
    gives=2,
    minimum=4,
    source=CreditSource(
        "Penal Code 4019(b), (c), (f), (h); People v. Whitaker (2015) 238 Cal.App.4th 1354",
        "verified",
        _CODE,
        "Two days of conduct credit for every two days of custody; an odd day earns none. For offenses on or after 1 October 2011.",
        date(2011, 10, 1),
        unread="that an odd day earns none, which Whitaker holds",
        read=_READ,
    ),
    offense_from=date(2011, 10, 1),
)
DAY_FOR_DAY = Rate(
    "2933e-2010",
    per=1,
    gives=1,
    minimum=0,
    source=CreditSource(
        "former Penal Code 2933(e) (Stats. 2010, ch. 426); People v. Hunt (Jan. 9, 2014, A136645) [unpublished]",
        "secondary",
        _HUNT,
        "A day of credit for each day in the county jail from 28 September 2010 to 30 September 2011 where a state prison term is "
        "executed, but not for a serious felony, a person who must register, or one with a serious or violent prior.",
        date(2010, 9, 28),
        date(2011, 9, 30),
        settled_by="Stats. 2010, ch. 426, section 1",
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
    source=CreditSource(
        "former Penal Code 4019(b), (c), (f), (g) (Stats. 2010, ch. 426)",
        "secondary",
        _SB76,
        "Two days of conduct credit for every four days of custody, for offenses from 28 September 2010 to 30 September 2011; days "
        "over a multiple of four earn none.",
        date(2010, 9, 28),
        date(2011, 9, 30),
        unread="the shortest commitment (six days)",
        settled_by="Stats. 2010, ch. 426, section 2",
    ),
    offense_from=date(2010, 9, 28),
    offense_to=date(2011, 9, 30),
)
_JANUARY = CreditSource(
    "former Penal Code 4019(b), (c), (f) (Stats. 2009, 3d Ex. Sess., ch. 28, s. 50); People v. Brown (2012) 54 Cal.4th 314",
    "secondary",
    _BROWN,
    "Two days of conduct credit for every two days of custody from 25 January 2010, but not for a serious felony, a person who must "
    "register, or one with a serious or violent prior.",
    date(2010, 1, 25),
    unread="the shortest commitment (four days)",
    settled_by="Stats. 2009, 3d Ex. Sess., ch. 28, section 50",
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
_FORMER = CreditSource(
    "former Penal Code 4019(b), (c), (f); People v. Smith (1989) 211 Cal.App.3d 523",
    "secondary",
    "https://app.midpage.ai/document/people-v-smith-2148746",
    "Two days of conduct credit for every four days of custody; days over a multiple of four earn none.",
    None,
    date(2010, 1, 24),
    settled_by="the section as a code of 2009 prints it",
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
    source=CreditSource(
        "former Penal Code 4019(b)(2), (c)(2), (f) (Stats. 2009, 3d Ex. Sess., ch. 28, s. 50); People v. Garcia (2012) 209 Cal.App.4th 530",
        "secondary",
        "https://app.midpage.ai/case/people-v-garcia-5666808",
        "A serious felony, a duty to register or a serious or violent prior keeps the rate of two days for every four, for offenses before "
        "28 September 2010.",
        None,
        date(2010, 9, 27),
        unread="the paragraphs themselves",
        settled_by="Stats. 2009, 3d Ex. Sess., ch. 28, section 50",
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
"""Days of custody on which the rate of an older offense may change."""

BETTER_RATES_OF_2010 = (DAY_FOR_DAY, TWO_FOR_TWO_2010, TWO_FOR_TWO_2010_LATER)

VIOLENT = CreditSource(
    "Penal Code 2933.1(c), (d); People v. Ramos (1996) 50 Cal.App.4th 810",
    "verified",
    _CODE,
    "After a conviction of a violent felony (667.5(c)) conduct credit before prison is at most 15 percent of the actual days, "
    "rounded down.",
    date(1994, 9, 21),
    unread="the day in 1994 on which it began",
    read=_READ,
)
MURDER = CreditSource(
    "Penal Code 2933.2(c), (d), 667.70; People v. Moon (2011) 193 Cal.App.4th 1246",
    "verified",
    _CODE,
    "A person convicted of murder earns no conduct credit in jail, also where the jail is a condition of probation.",
    date(1998, 6, 3),
    unread="that it began on the day 667.70 names for the murders it leaves to the former law",
    read=_READ,
)
ACTUAL = CreditSource(
    "Penal Code 2900.5(a); People v. Smith (1989) 211 Cal.App.3d 523",
    "verified",
    _CODE,
    "Every day or part of a day in custody counts once, the day of arrest and the day of sentence among them.",
    unread="that a part of a day is a day, which courts say",
    read=_READ,
)
ATTRIBUTABLE = CreditSource(
    "Penal Code 2900.5(b); People v. Bruner (1995) 9 Cal.4th 1178",
    "verified",
    _CODE,
    "Custody counts only where it is attributable to the conduct that was sentenced, and once only where the terms are consecutive.",
    read=_READ,
)
ELSEWHERE = CreditSource(
    "Penal Code 2900.5(a), (b); In re Marquez (2003) 30 Cal.4th 14",
    "verified",
    _CODE,
    "Days in another county's jail count where they are attributable to this case.",
    unread="another county by name: the words are any time spent in a jail; the county is Marquez",
    read=_READ,
)
CONCURRENT = CreditSource(
    "Penal Code 669(a), (b)",
    "verified",
    _CODE,
    "Terms run as the court directs; where it directs nothing they run at the same time.",
    read=_READ,
)
WITH_PRISON = CreditSource(
    "Penal Code 669(d)",
    "verified",
    _CODE,
    "Where terms run at the same time and one must be served in the state prison, all are served there.",
    unread="the day on which it began",
    read=_READ,
)
SHORT = CreditSource(
    "Penal Code 4019(e); People v. Dieck (2009) 46 Cal.4th 934",
    "verified",
    _CODE,
    "A commitment shorter than four days (six under the former text) is left out of conduct credit; it is the commitment that counts, "
    "not the custody before sentence.",
    unread="the six days of the former text, and that custody before sentence does not count, which Dieck holds",
    read=_READ,
)
LOST = CreditSource(
    "Penal Code 4019(b), (c)",
    "verified",
    _CODE,
    "Credit is not given for work refused or rules broken, as the record shows.",
    read=_READ,
)
FLASH = CreditSource(
    "Penal Code 4019(i)(1)",
    "verified",
    _CODE,
    "Flash incarceration under 3000.08 or 3454 earns no conduct credit.",
    read=_READ,
)
LIKE_JAIL = CreditSource(
    "Penal Code 4019(a)(7)",
    "verified",
    _CODE,
    "Home detention (1203.016) and work release (4024.2) earn conduct credit as jail does.",
    date(2015, 1, 1),
    read=_READ,
)
ALTERNATIVE = CreditSource(
    "Penal Code 1170.06(a)",
    "verified",
    _CODE,
    "A day in an alternative custody program is a day in jail and earns the credit it would have earned there.",
    read=_READ,
)
HOSPITAL = CreditSource(
    "Penal Code 2900.5(a), 4019(a)(8)",
    "verified",
    _CODE,
    "Days in a state hospital, or in jail treatment under 1367 and following, count and earn conduct credit as jail does.",
    date(2024, 1, 1),
    unread="what stood before 2024",
    read=_READ,
)
HOME_BEFORE = CreditSource(
    "Penal Code 2900.5(a)",
    "verified",
    _CODE,
    "Days of home detention before sentence (1203.018) count; 4019 does not name them among those that earn conduct credit.",
    read=_READ,
)
WORK = CreditSource(
    "Penal Code 4019.1(a)",
    "verified",
    _CODE,
    "The sheriff may award a sentenced person one and a half days for each day of work or job training instead of one.",
    date(2013, 6, 27),
    read=_READ,
)
CAMP = CreditSource(
    "Penal Code 4019.2(a), (b), (e)",
    "verified",
    _CODE,
    "A sentenced person in a conservation camp or a fire crew, or trained for one, earns two days of credit for each day instead of one.",
    date(2011, 10, 2),
    read=_READ,
)
PROGRAM = CreditSource(
    "Penal Code 4019.4(a), (e), (f)",
    "verified",
    _CODE,
    "A sheriff may award credit for a program milestone besides 4019; at most six weeks in any 12 months of unbroken confinement.",
    date(2014, 1, 1),
    unread="the first day, taken from the year of Stats. 2013, ch. 266",
    read=_READ,
)
PROGRAM_CAP_DAYS, PROGRAM_MONTHS = 42, 12
ACCELERATED = CreditSource(
    "Penal Code 4024.1(a), (b), (e)",
    "verified",
    _CODE,
    "Where the court has authorized it for 30 days and the jail is over its beds, the sheriff may bring the release of a sentenced person "
    "forward by up to 30 days, and never by more than a tenth of the sentence before credits.",
    read=_READ,
)
ACCELERATED_CAP_DAYS, ACCELERATED_CAP_SHARE = 30, 10
SPLIT = CreditSource(
    "Penal Code 1170(h)(5), (7), 1170(a)(3)",
    "verified",
    _CODE,
    "The court may suspend the concluding part of an 1170(h) term; the person is then under mandatory supervision for what is unserved, "
    "where a day counts as a day. For sentences since 1 October 2011.",
    date(2011, 10, 1),
    read=_READ,
)
PRISON_FELONY = CreditSource(
    "Penal Code 1170(h)(3)",
    "verified",
    _CODE,
    "Who has a serious or violent felony, now or before, or must register (290), serves an executed term in the state prison, not in jail.",
    read=_READ,
)
PRISON = CreditSource(
    "Penal Code 1191.3(a), 2933(b)",
    "verified",
    _CODE,
    "The credits of a state prison term are worked out by the Department of Corrections, those of a jail term by the sheriff.",
    read=_READ,
)
FINE = CreditSource(
    "Penal Code 2900.5(a)",
    "verified",
    _CODE,
    "Days in custody go first to the term of imprisonment; what remains counts at not less than $125 a day toward the base fine.",
    date(2017, 1, 1),
    unread="what stood before 2017",
    read=_READ,
)
DISCHARGE = CreditSource(
    "Penal Code 4024(a), (b)(2)",
    "verified",
    _CODE,
    "The sheriff may discharge at any hour of the last day, and may keep nobody longer without their written consent.",
    read=_READ,
)
TIME_SERVED = CreditSource(
    "Penal Code 2900.5(a)",
    "verified",
    _CODE,
    "Where the credits reach the term, the whole term is deemed served.",
    read=_READ,
)

SOURCES = {
    "actual days": ACTUAL,
    "attributable custody": ATTRIBUTABLE,
    "another county's jail": ELSEWHERE,
    "violent felony": VIOLENT,
    "murder": MURDER,
    "short commitments": SHORT,
    "loss of credit": LOST,
    "flash incarceration": FLASH,
    "home detention and work release": LIKE_JAIL,
    "alternative custody": ALTERNATIVE,
    "hospital": HOSPITAL,
    "home detention before sentence": HOME_BEFORE,
    "work and job training": WORK,
    "camps and fire crews": CAMP,
    "program credit": PROGRAM,
    "accelerated release": ACCELERATED,
    "concurrent and consecutive terms": CONCURRENT,
    "with a state prison term": WITH_PRISON,
    "mandatory supervision": SPLIT,
    "felonies of the state prison": PRISON_FELONY,
    "state prison": PRISON,
    "fine": FINE,
    "time served": TIME_SERVED,
    "discharge": DISCHARGE,
}
"""Every rule besides the rates, by what it is about."""


def rate_of(offense_on: date, day: date, *, prison: bool, excluded: bool) -> Rate | None:
    """Return the rate a day of custody earns at, or None where what was read leaves it open."""
    if offense_on >= TWO_FOR_TWO.offense_from:
        return TWO_FOR_TWO  # what the table says too, found at once for nearly every case
    return next((rate for rate in RATES if rate.reaches(offense_on, day, prison, excluded)), None)


def all_sources() -> Iterator[tuple[str, CreditSource]]:
    """Every rule with its name, the rates first."""
    yield from ((rate.id, rate.source) for rate in RATES)
    yield from SOURCES.items()
