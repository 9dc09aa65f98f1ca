"""Virginia: the questions in custody (53.1-218; since July 2020 for a felony), the early transfer (53.1-220.2), agreements."""

from habeas.law.model.expressions import any_present_charge, asked, charge, custody, on_record, person
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Duty, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.terms import AGENTS, DETAINER, DHS_PAPER, ICE_DETAINER, JAIL_OR_PRISON, STATE_CUSTODY
from habeas.law.packs.us.va.terms import FELONY_ARREST, FELONY_COMMITMENT

SOURCES = sources_of(__name__)

QUESTIONS = begins_between(
    Provision(
        id="us-va.53.1-218-ask",
        sentence="Whoever is committed for a felony is asked whether they were born in, and are a citizen of, another country.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST,
        when=FELONY_COMMITMENT,
        effective=since("2008-07-01"),
        layer=Layer.STATE,
        source=SOURCES["53.1-218"],
    ),
    "2008-01-01",
)

QUERIES = begins_between(
    Provision(
        id="us-va.53.1-218-query",
        sentence="For a person committed for a felony who was born abroad and is another country's citizen, or of whom that is "
        "not known, the jail makes a query of ICE's Law Enforcement Support Center.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=FELONY_COMMITMENT & person.flag("foreign_national"),
        duties=(
            Duty(
                What.RECORD_IN_FILE,
                "the Local Inmate Data System of the State Compensation Board",
                "Where the answer confirms that the person is illegally present, enter it into the Local Inmate Data System.",
                deadline="once the query is answered",
            ),
        ),
        effective=since("2008-07-01"),
        layer=Layer.STATE,
        source=SOURCES["53.1-218-query"],
    ),
    "2008-01-01",
)

ANYONE = (
    Provision(
        id="us-va.53.1-218-ask-2008",
        sentence="Until July 2020 whoever was in custody at a jail or prison, for whatever offense, was asked whether they were born "
        "in, and were a citizen of, another country.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST,
        when=JAIL_OR_PRISON & ~FELONY_COMMITMENT,
        effective=since("2008-07-01", to="2020-07-01"),
        layer=Layer.STATE,
        source=SOURCES["2008-180"],
    ),
    Provision(
        id="us-va.53.1-218-query-2008",
        sentence="Until July 2020 the jail made a query of ICE's Law Enforcement Support Center for whoever was in its custody, for "
        "whatever offense, and was born abroad or another country's citizen, or of whom that was not known.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=JAIL_OR_PRISON & ~FELONY_COMMITMENT & person.flag("foreign_national"),
        duties=(
            Duty(
                What.RECORD_IN_FILE,
                "the Local Inmate Data System of the State Compensation Board",
                "Enter the answer into the Local Inmate Data System.",
                deadline="once the query is answered",
            ),
        ),
        effective=since("2008-07-01", to="2020-07-01"),
        layer=Layer.STATE,
        source=SOURCES["2008-180"],
    ),
)

COMMITMENT = (
    Provision(
        id="us-va.53.1-218-awaiting-trial",
        sentence="Whether a person held for trial on a felony is committed for its commission, and so is asked and made the "
        "subject of a query, was not found for the first half of 2008.",
        acts=(Act.ASK_STATUS, Act.QUERY_ICE),
        outcome=Outcome.UNRESOLVED,
        when=any_present_charge(charge.grade.is_("felony") & charge.disposition.is_("pending", "held_to_answer"))
        & ~FELONY_COMMITMENT,
        effective=since("2008-01-01", to="2008-07-01"),
        layer=Layer.STATE,
        source=SOURCES["53.1-218-awaiting-trial"],
    ),
    Provision(
        id="us-va.19.2-83.2-ask",
        sentence="Whoever is taken into custody at a jail for a felony is asked whether they were born in, and are a citizen of, "
        "another country; a trial still to come changes nothing.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST,
        when=FELONY_ARREST & ~FELONY_COMMITMENT,
        effective=since("2020-07-01"),
        layer=Layer.STATE,
        source=SOURCES["19.2-83.2-ask"],
    ),
    Provision(
        id="us-va.19.2-83.2-query",
        sentence="For a person taken into custody at a jail for a felony who was born abroad and is another country's citizen, or of whom "
        "that is not known, the jail makes a query of ICE's Law Enforcement Support Center.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=FELONY_ARREST & ~FELONY_COMMITMENT & person.flag("foreign_national"),
        duties=(
            Duty(
                What.RECORD_IN_FILE,
                "the Local Inmate Data System of the State Compensation Board",
                "Enter the answer into the Local Inmate Data System.",
                deadline="once the query is answered",
            ),
        ),
        effective=since("2020-07-01"),
        layer=Layer.STATE,
        source=SOURCES["19.2-83.2-query"],
    ),
)

HAND_OVER = begins_between(
    Provision(
        id="us-va.53.1-220.2",
        sentence="On a detainer of ICE the jail may hand a person over at release.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MAY,
        when=ICE_DETAINER & asked & custody.flag("releasable"),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["53.1-220.2"],
    ),
    "2015-01-01",
)

EARLY = begins_between(
    Provision(
        id="us-va.53.1-220.2-early",
        sentence="On a detainer nobody is transferred more than five days before the day of release; within them the days that "
        "remain count as served.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        # a release day far off on the record is asked about where nobody has said whether the person may go now
        when=ICE_DETAINER
        & asked
        & (
            (STATE_CUSTODY & ~custody.release_at.days_away(5))
            | (~custody.flag("releasable") & on_record(~custody.release_at.days_away(5)))
        ),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["53.1-220.2"],
    ),
    "2015-01-01",
)

LAST_DAYS = (
    Provision(
        id="us-va.53.1-220.2-last-days",
        sentence="In the last five days before the day of release the jail may transfer the person to ICE on its detainer, and the days "
        "that remain count as served.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MAY,
        when=ICE_DETAINER & asked & STATE_CUSTODY & custody.release_at.days_away(5),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        answers=("us.state-custody-first",),
        source=SOURCES["53.1-220.2"],
    ),
)

OPINIONS = (
    Provision(
        id="us-va.op-14-067",
        sentence="The Attorney General advised in 2015 and 2019 that a detainer, with or without its warrant, neither obliges "
        "nor authorizes an agency that has no agreement under 8 USC 1357(g) to keep anybody.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2015-01-05"),
        layer=Layer.STATE,
        source=SOURCES["op-18-050"],
    ),
    Provision(
        id="us-va.hold-before-2015",
        sentence="Before the opinion of 2015 no Virginia law was found that let a jail keep anybody on a detainer or forbade it.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER,
        effective=since("1997-04-01", to="2015-01-05"),
        layer=Layer.STATE,
        source=SOURCES["hold-before-2015"],
    ),
)

AGREEMENTS = (
    Provision(
        id="us-va.ch-1028",
        sentence="An agreement by which officers perform a function of an immigration officer is in writing and includes the "
        "provisions and conditions that the act of 2026 names, which were not read.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2026-04-22", to="2028-07-01"),
        layer=Layer.STATE,
        source=SOURCES["ch-1028"],
    ),
)

NOTES = (
    Note(
        sentence="With the State's consent the federal authorities may take over an alien convicted of a listed felony, and the "
        "facility may agree to keep them until then for reimbursement.",
        source=SOURCES["53.1-220.1"],
    ),
    Note(
        sentence="Since 2026 agencies record whether a federal immigration officer was present at a stop.",
        source=SOURCES["ch-1028-data"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-va.2.2-3706-A-2",
    "Who was arrested and charged, other than a juvenile, and the status of the charge or arrest,",
    "2022-01-01",
    SOURCES["2.2-3706-A-2"],
    unless=OF_A_MINOR,
)

PACK = Pack(
    id="us-va",
    title="Virginia",
    provisions=(
        *OPEN_RECORDS,
        *QUESTIONS,
        *QUERIES,
        *ANYONE,
        *COMMITMENT,
        *HAND_OVER,
        *EARLY,
        *LAST_DAYS,
        *OPINIONS,
        *AGREEMENTS,
    ),
    notes=NOTES,
)
