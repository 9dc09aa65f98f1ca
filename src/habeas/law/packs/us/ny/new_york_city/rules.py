"""New York City: Administrative Code 9-131 (Local Law 58 of 2014). A judge's warrant and a listed conviction, both."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import on_record, request
from habeas.law.model.provision import Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Every, Layer, Outcome
from habeas.law.packs.us.ny.new_york_city.terms import ON_RECORD, TO_HOLD, WARRANT_SHOWN
from habeas.law.packs.us.ny.terms import CIVIL_MATTER
from habeas.law.packs.us.terms import A_LIST, AGENTS, CIVIL, CRIME, DETAINER, IMMIGRATION

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ny-new-york-city.9-131-b",
        sentence="Nobody is kept past release on a civil immigration detainer, unless the immigration authorities show a "
        "federal judge's warrant with it and the person was convicted of a violent or serious crime in time or may match the "
        "terrorist screening database.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & TO_HOLD,
        unless=WARRANT_SHOWN & ON_RECORD,
        otherwise=Outcome.MAY,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2014-12-14"),
        layer=Layer.CITY,
        source=SOURCES["9-131-b"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-b-notice",
        sentence="Subdivision b lets notice of a release be given on a detainer only with a federal judge's warrant, and "
        "subdivision h lets the department answer about a convicted person without one: which of them governs notice on a "
        "detainer is for counsel.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & DETAINER & ON_RECORD,
        unless=WARRANT_SHOWN,
        effective=since("2015-02-12"),
        layer=Layer.CITY,
        source=SOURCES["9-131-b-notice"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-1",
        sentence="For civil immigration enforcement the department tells immigration authorities nothing about a person, unless the "
        "person was convicted of a violent or serious crime in time or may match the terrorist screening database.",
        acts=(Act.NOTIFY, Act.LIST, Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL_MATTER,
        unless=ON_RECORD,
        otherwise=Outcome.MAY,
        effective=since("2015-02-12"),
        layer=Layer.CITY,
        source=SOURCES["9-131-h-1"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-1-warrant",
        sentence="On a federal judge's warrant notice of a release may be given of a person who was convicted of a violent or "
        "serious crime in time or may match the terrorist screening database.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MAY,
        when=AGENTS & TO_HOLD & WARRANT_SHOWN & ON_RECORD,
        effective=since("2014-12-14"),
        layer=Layer.CITY,
        source=SOURCES["9-131-b-notice"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-1-status",
        sentence="What the department knows of a person's citizenship or immigration status stands outside the ban.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2015-02-12"),
        layer=Layer.CITY,
        reaches_everyone="The clause speaks of any person.",
        source=SOURCES["9-131-h-1-status"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-1-other-federal",
        sentence="The subdivision names immigration authorities, which are those of the Department of Homeland Security; "
        "whether a list for another federal department is forbidden too is for counsel.",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & request.issuer.is_("doj", "fbi", "usms") & IMMIGRATION,
        effective=since("2015-02-12"),
        layer=Layer.CITY,
        source=SOURCES["9-131-a-4"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-2",
        sentence="Immigration authorities keep no office or quarters on the department's land to investigate violations of civil "
        "immigration law; whether another visit for that is barred the section does not say.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL,
        unless=on_record(request.fields.includes("nonpublic_areas", "databases")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2015-02-12"),
        layer=Layer.CITY,
        source=SOURCES["9-131-h-2"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-2-order",
        sentence="An office for a matter that is not civil immigration law needs the mayor's executive order, whose validity is "
        "for counsel.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CRIME,
        effective=since("2015-02-12"),
        layer=Layer.CITY,
        source=SOURCES["9-131-h-2-order"],
    ),
    Provision(
        id="us-ny-new-york-city.10-178-b",
        sentence="No agency of the city puts its officers or employees under the direction of the Secretary of Homeland Security "
        "primarily to further immigration enforcement: no agreement under 8 USC 1357(g).",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2018-06-01"),  # the bill became law on December 1, 2017; its first day was not read
        layer=Layer.CITY,
        source=SOURCES["10-178-b"],
    ),
)

PERIODIC = (
    Periodic(
        id="us-ny-new-york-city.9-131-f",
        every=Every.YEAR,
        what="the numbers of detainers lodged, with their reasons; of people held, transferred, held and not fetched; of "
        "detainers not honored; and the federal funding asked for and received",
        to="the public, on the department's website",
        due_months=1,
        due_day=15,
        year_begins=10,
        by="the Department of Correction",
        sentence="By 15 October the department posts a report on civil immigration detainers for the twelve months that ended "
        "on 30 September.",
        source=SOURCES["9-131-f"],
        effective=since("2014-12-14"),
    ),
)

NOTES = (
    Note(
        sentence="No city resources, time spent on duty or city property are used for immigration enforcement; each request of "
        "a non-local agency for help to further it is recorded, and counted in a report each quarter.",
        source=SOURCES["10-178-c"],
    ),
    Note(
        sentence="A crime that the legislature makes later counts where the department's rule says so; the department's rules "
        "were not looked for.",
        source=SOURCES["9-131-a-7-v"],
    ),
    Note(
        sentence="Section 9-205 is the Department of Probation's own, of 2017; it was not coded.",
        source=SOURCES["9-205"],
    ),
)

PACK = Pack(id="us-ny-new-york-city", title="New York City", provisions=RULES, notes=NOTES, periodic=PERIODIC)
