"""Colorado: article 76.6 of title 24 (HB19-1124), what SB25-276 added, and the ban on detention agreements."""

from habeas.law.model.expressions import asked, custody, request
from habeas.law.model.open_records import open_to_anyone
from habeas.law.model.provision import Duty, Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.co.terms import CIVIL_DETAINER
from habeas.law.packs.us.terms import (
    A_LIST,
    AGENTS,
    CIVIL_PAPER,
    COURT_PAPER,
    DHS_PAPER,
    FEDERAL_AUTHORITY,
    FEDERAL_JUDGE,
    IMMIGRATION,
    LOCAL,
    NO_JAIL,
    NOT_COUNTY_JAIL,
)

SOURCES = sources_of(__name__)

BEFORE = (
    custody_open("us-co", "Colorado", SOURCES[NONE_FOUND], until="2018-03-19"),
    Provision(
        id="us-co.cisneros",
        sentence="A district court ruled that a sheriff who keeps a person past release on the immigration authorities' own papers makes "
        "an arrest that Colorado law does not allow; beyond its county that was for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2018-03-19", to="2019-05-28"),
        layer=Layer.STATE,
        source=SOURCES["cisneros"],
    ),
)

ARTICLE_76_6 = (
    Provision(
        id="us-co.24-76.6-102-2",
        sentence="No officer of a sheriff, a town or the state patrol arrests or detains anybody on a civil immigration "
        "detainer, which includes a civil immigration warrant on the immigration authorities' own form.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=CIVIL_DETAINER & LOCAL,
        effective=since("2019-05-28"),
        layer=Layer.STATE,
        source=SOURCES["24-76.6-102"],
    ),
    Provision(
        id="us-co.24-76.6-102-prisons",
        sentence="The ban of 2019 named no officer of the state's prisons, and the act of 2025 is said to reach every peace "
        "officer: whether the prisons may keep anybody on such a paper was not read.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=CIVIL_DETAINER & ~LOCAL,
        effective=since("2019-05-28"),
        layer=Layer.STATE,
        source=SOURCES["24-76.6-102-prisons"],
    ),
    Provision(
        id="us-co.24-76.6-102-notice",
        sentence="The article allows help with a federal judge's warrant or a writ; whether it leaves room for notice of a "
        "release, or a transfer at release, on a civil paper is read both ways by the sheriffs.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS & asked,
        effective=since("2019-05-28"),
        layer=Layer.STATE,
        source=SOURCES["24-76.6-102-notice"],
    ),
    Provision(
        id="us-co.24-76.6-103-probation",
        sentence="A probation officer or employee gives the immigration authorities no personal information: no home or work "
        "contact, no date, time or place of an appointment.",
        acts=(Act.SHARE_PERSONAL,),
        outcome=Outcome.MUST_NOT,
        when=custody.facility.is_("probation") & AGENTS,
        unless=COURT_PAPER,
        otherwise=Outcome.UNRESOLVED,
        effective=since("2019-05-28"),
        layer=Layer.STATE,
        source=SOURCES["24-76.6-103-1"],
    ),
    Provision(
        id="us-co.24-76.6-103-interview",
        sentence="The jail may arrange an interview with the immigration authorities by telephone or video once the person has "
        "been told who asks for it and what rights they have.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MAY,
        when=request.kind.is_("interview_request") & AGENTS,
        duties=(
            Duty(
                What.RIGHTS_NOTICE,
                "the person",
                "Tell the person that immigration authorities ask for the interview, that they may decline and be silent, may speak to "
                "an attorney first, and that what they say may be used against them, also in immigration court.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        effective=since("2019-05-28"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the advisement and on nothing else about the person.",
        source=SOURCES["24-76.6-103-2"],
    ),
    Provision(
        id="us-co.agreements-287g",
        sentence="Whether Colorado law leaves a sheriff the power to enter into an agreement under 8 USC 1357(g) was not read.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2019-05-28"),
        layer=Layer.STATE,
        source=SOURCES["agreements-287g"],
    ),
)

HOUSING = begins_between(
    Provision(
        id="us-co.hb23-1100",
        sentence="No county or other public body agrees to hold people for the immigration authorities.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2024-01-29"),
        layer=Layer.STATE,
        source=SOURCES["hb23-1100"],
    ),
    "2023-01-09",
)

SB25_276 = (
    Provision(
        id="us-co.sb25-276-delay",
        sentence="No jail delays a release for an operation of the immigration authorities.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=~NO_JAIL & CIVIL_PAPER & AGENTS,
        effective=since("2025-05-23"),
        layer=Layer.STATE,
        source=SOURCES["sb25-276-delay"],
    ),
    Provision(
        id="us-co.sb25-276-access",
        sentence="The immigration authorities are let into no part of a jail that is closed to the public without a federal "
        "judge's warrant or a writ.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=~NO_JAIL & AGENTS & IMMIGRATION,
        unless=COURT_PAPER & FEDERAL_JUDGE,
        effective=since("2025-05-23"),
        layer=Layer.STATE,
        source=SOURCES["sb25-276-access"],
    ),
    Provision(
        id="us-co.sb25-276-personal",
        sentence="A county discloses no personal identifying information for the enforcement of immigration law without a "
        "warrant, subpoena or order that a judge issued.",
        acts=(Act.SHARE_PERSONAL,),
        outcome=Outcome.MUST_NOT,
        when=FEDERAL_AUTHORITY & IMMIGRATION,
        unless=COURT_PAPER,
        effective=since("2025-05-23"),
        layer=Layer.STATE,
        source=SOURCES["sb25-276-personal"],
    ),
    Provision(
        id="us-co.sb25-276-list",
        sentence="Whether names, charges or release dates in a list for the immigration authorities or another federal "
        "department are personal identifying information was not read.",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION,
        effective=since("2025-05-23"),
        layer=Layer.STATE,
        source=SOURCES["sb25-276-list"],
    ),
)

NOTES = (
    Note(
        sentence="A jail releases a person within six hours of a personal recognizance bond, or of being ready to post bond.",
        source=SOURCES["sb25-276-six-hours"],
    ),
    Note(
        sentence="State agencies do not ask about immigration status; SB25-276 is said to lay the same rules on counties.",
        source=SOURCES["24-74-104"],
    ),
    Note(
        sentence="Nobody is arrested for a civil matter at a courthouse, or on the way to or from a proceeding there.",
        source=SOURCES["13-1-403"],
    ),
)

OPEN_RECORDS = (
    open_to_anyone(
        "us-co.17-26-118-2",
        "The keeper's daily record of each confined inmate (name, birth date, age, date of entrance, charges, term, bond, release date)",
        "2019-08-02",
        SOURCES["17-26-118-2"],
        not_of=NOT_COUNTY_JAIL,
    ),
)

PACK = Pack(
    id="us-co", title="Colorado", provisions=(*OPEN_RECORDS, *BEFORE, *ARTICLE_76_6, *HOUSING, *SB25_276), notes=NOTES
)
