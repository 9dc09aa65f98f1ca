"""Arizona: section 11-1051, what no agency may limit, the check of status, and what becomes of a convicted person at discharge."""

from habeas.law.model.expressions import any_charge, asked, charge, request
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import ABOUT_NOBODY, AGENTS, DHS_PAPER, FEDERAL_AUTHORITY, LOCAL_JAIL

SOURCES = sources_of(__name__)

SECTION_11_1051 = (
    Provision(
        id="us-az.11-1051-a-jail",
        sentence="No agency may limit the enforcement of federal immigration laws to less than federal law permits: interviews "
        "and access may be given; how far they must be is for counsel.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2011-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of what an agency may limit, not of any person's record.",
        source=SOURCES["11-1051-a"],
    ),
    Provision(
        id="us-az.11-1051-b",
        sentence="Whoever is arrested has their immigration status determined, with the federal government, before release; the "
        "attorney general reads limits into it, and how far they go is for counsel.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2011-01-01"),
        layer=Layer.STATE,
        source=SOURCES["11-1051-b"],
    ),
    Provision(
        id="us-az.11-1051-c",
        sentence="Of a person unlawfully present who was convicted the federal authorities are told at once at discharge, and "
        "the person may be brought to them; subsections C and D were not read.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & any_charge(charge.disposition.is_("convicted")),
        effective=since("2011-01-01"),
        layer=Layer.STATE,
        source=SOURCES["11-1051-c"],
    ),
    Provision(
        id="us-az.11-1051-a-requests",
        sentence="No agency may limit the enforcement of federal immigration laws to less than federal law permits: notice and "
        "transfer on a federal request may be given.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MAY,
        when=AGENTS & request.kind.is_("detainer", "notification_request", "transfer_request") & asked,
        effective=since("2011-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of what an agency may limit, not of any person's record.",
        source=SOURCES["11-1051-a"],
    ),
)

SECTION_13_3906 = (
    Provision(
        id="us-az.13-3906-a",
        sentence="Within twenty-four hours after a person is brought in for incarceration the agency asks the person's country of "
        "citizenship and determines it.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & ~ABOUT_NOBODY,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section has everyone asked who is brought in for incarceration.",
        source=SOURCES["13-3906-a"],
    ),
)

NOTES = (
    Note(
        sentence="Of a person who is not a citizen the agency tells the country of citizenship unless the person waives it where "
        "it may be waived, documents that, and passes what it learned to the court and the prosecutor.",
        source=SOURCES["13-3906-a"],
    ),
)

PACK = Pack(
    id="us-az",
    title="Arizona",
    provisions=(*SECTION_11_1051, *SECTION_13_3906, custody_open("us-az", "Arizona", SOURCES[NONE_FOUND])),
    notes=NOTES,
)
