"""Maine: 5 M.R.S. c. 337-E (LD 1971): no hold, notice or transfer without a court's order or a criminal warrant. Read in summaries."""

from habeas.law.model.expressions import person, request
from habeas.law.model.open_records import OF_A_MINOR, open_to_anyone
from habeas.law.model.provision import Duty, DutyRule, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.terms import AGENTS, CIVIL_PAPER, DHS_PAPER, JUDGES_PAPER_CAME

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-me.337-E-first-day",
        sentence="The chapter became law on 11 January 2026 and begins 90 days after the session's end, by a summary in mid-July; "
        "its first day was not read.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.NOTIFY, Act.TRANSFER, Act.SHARE_PERSONAL, Act.INTERVIEW),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL_PAPER,
        effective=since("2026-01-11", to="2026-08-01"),
        layer=Layer.STATE,
        source=SOURCES["337-E"],
    ),
    Provision(
        id="us-me.337-E-hold",
        sentence="Nobody is detained past release on a hold request or for civil immigration enforcement alone.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=DHS_PAPER,
        unless=JUDGES_PAPER_CAME,
        effective=since("2026-08-01"),
        layer=Layer.STATE,
        source=SOURCES["337-E"],
    ),
    Provision(
        id="us-me.337-E-notify",
        sentence="Without a court's order or a criminal warrant no immigration authority is told a release date or personal "
        "information, and nobody is handed to it.",
        acts=(Act.NOTIFY, Act.TRANSFER, Act.SHARE_PERSONAL),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL_PAPER,
        unless=JUDGES_PAPER_CAME,
        effective=since("2026-08-01"),
        layer=Layer.STATE,
        source=SOURCES["337-E-summary"],
    ),
    Provision(
        id="us-me.337-E-interview",
        sentence="No immigration authority interviews a person without a court's order; whether written consent alone opens an "
        "interview the summaries do not say alike.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL_PAPER,
        unless=person.flag("written_consent"),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2026-08-01"),
        layer=Layer.STATE,
        source=SOURCES["337-E-summary"],
    ),
    Provision(
        id="us-me.337-E-interpreters",
        sentence="No immigration officer is used as an interpreter.",
        acts=(Act.USE_AS_INTERPRETER,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2026-08-01"),
        layer=Layer.STATE,
        source=SOURCES["337-E-interpreters"],
    ),
    Provision(
        id="us-me.337-E-saved",
        sentence="The exchange of information in keeping with federal law, and answers to requests for criminal history, are saved.",
        acts=(Act.SHARE_STATUS, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2026-08-01"),
        layer=Layer.STATE,
        reaches_everyone="The clauses speak of the information, whoever it is about.",
        source=SOURCES["337-E-summary"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-me.337-E-consent",
        sentence="A jail gets the person's consent in writing before an immigration authority's civil interview.",
        when=AGENTS & CIVIL_PAPER & request.asks.includes("interview"),
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Get the person's consent in writing before the interview.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        effective=since("2026-08-01"),
        layer=Layer.STATE,
        source=SOURCES["337-E-consent"],
    ),
)

EARLIER = (not_read_before("us-me", "Maine", "2026-01-11", SOURCES[NOT_READ]),)

OPEN_RECORDS = (
    open_to_anyone(
        "us-me.16-706",
        "Who was delivered to the jail (name, year of birth, residence), the crime, and when, where and how they were arrested",
        "2014-01-01",
        SOURCES["16-706"],
        unless=OF_A_MINOR,
    ),
)

PACK = Pack(id="us-me", title="Maine", provisions=(*OPEN_RECORDS, *EARLIER, *RULES), duty_rules=DUTIES)
