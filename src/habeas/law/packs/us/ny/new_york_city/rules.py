"""New York City: Administrative Code 9-131 (correction), 9-205 (probation), 14-154 (police) and 10-178, with Local Law 63 of 2026."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import on_record, request
from habeas.law.model.provision import Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Every, Layer, Lower, Outcome
from habeas.law.packs.us.ny.new_york_city.terms import (
    OFFICE,
    ON_RECORD,
    OTHER_FEDERAL,
    PROBATION,
    TO_HOLD,
    WARRANT_SHOWN,
    WITHOUT_WARRANT,
)
from habeas.law.packs.us.ny.terms import CIVIL_MATTER
from habeas.law.packs.us.terms import (
    A_LIST,
    AGENTS,
    CITY_LOCKUP,
    CIVIL,
    CRIME,
    DETAINER,
    FEDERAL_AUTHORITY,
    IMMIGRATION,
    LOCAL,
    NOT_COUNTY_JAIL,
)

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ny-new-york-city.9-131-b",
        sentence="Nobody is kept past release on a civil immigration detainer, unless the immigration authorities show a "
        "federal judge's warrant with it and the person was convicted of a violent or serious crime in time or may match the "
        "terrorist screening database.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & TO_HOLD & ~NOT_COUNTY_JAIL,
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
        when=AGENTS & DETAINER & ON_RECORD & ~NOT_COUNTY_JAIL,
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
        when=AGENTS & CIVIL_MATTER & ~NOT_COUNTY_JAIL,
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
        unless=NOT_COUNTY_JAIL,
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
        unless=NOT_COUNTY_JAIL,
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
        when=A_LIST & OTHER_FEDERAL & IMMIGRATION & ~NOT_COUNTY_JAIL,
        effective=since("2015-02-12", to="2026-01-29"),
        layer=Layer.CITY,
        source=SOURCES["9-131-a-4"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-2",
        sentence="Immigration authorities keep no office or quarters on the department's land to investigate violations of civil "
        "immigration law; whether another visit for that is barred the section does not say.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL & ~NOT_COUNTY_JAIL,
        unless=on_record(request.fields.includes("nonpublic_areas", "databases")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2015-02-12", to="2026-01-29"),
        layer=Layer.CITY,
        source=SOURCES["9-131-h-2"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-2-order",
        sentence="An office for a matter that is not civil immigration law needs the mayor's executive order, whose validity is "
        "for counsel.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CRIME & ~NOT_COUNTY_JAIL,
        effective=since("2015-02-12", to="2026-01-29"),
        layer=Layer.CITY,
        source=SOURCES["9-131-h-2-order"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-h-2-2026",
        sentence="Immigration authorities keep no office or quarters on the department's land for any purpose; whether another "
        "visit is barred the section does not say.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & (CIVIL | OFFICE) & ~NOT_COUNTY_JAIL,
        unless=on_record(request.fields.includes("nonpublic_areas", "databases")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2026-01-29"),
        layer=Layer.CITY,
        source=SOURCES["9-131-h-2-2026"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-a-4-2026",
        sentence="Since 2026 a federal immigration authority is whoever does duties for the federal government that include the "
        "civil immigration law, entry, presence and re-entry, or registration and travel papers: whether the duties of the officers "
        "who ask do is for counsel.",
        acts=(Act.LIST, Act.NOTIFY, Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.UNRESOLVED,
        when=OTHER_FEDERAL & IMMIGRATION & ~NOT_COUNTY_JAIL,
        effective=since("2026-01-29"),
        layer=Layer.CITY,
        source=SOURCES["9-131-a-4-2026"],
    ),
    Provision(
        id="us-ny-new-york-city.9-131-a-4-2026-office",
        sentence="Whether the duties of the officers of another federal agency that asks for an office include what makes them "
        "immigration authorities since 2026 is for counsel.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.UNRESOLVED,
        when=OTHER_FEDERAL & ~NOT_COUNTY_JAIL,
        effective=since("2026-01-29"),
        layer=Layer.CITY,
        source=SOURCES["9-131-a-4-2026"],
    ),
    Provision(
        id="us-ny-new-york-city.10-178-b",
        sentence="No agency of the city puts its officers or employees under the direction of the Secretary of Homeland Security "
        "primarily to further immigration enforcement: no agreement under 8 USC 1357(g).",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & LOCAL,
        effective=since("2018-01-30", to="2026-01-29"),  # sixty days after it became law on December 1, 2017
        layer=Layer.CITY,
        source=SOURCES["10-178-b"],
    ),
    Provision(
        id="us-ny-new-york-city.10-178-b-2026",
        sentence="No agency of the city puts its officers or employees under the direction of the Secretary of Homeland Security "
        "or the head of any non-local law enforcement agency primarily to further immigration enforcement: no agreement under 8 "
        "USC 1357(g).",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=(AGENTS | (FEDERAL_AUTHORITY & IMMIGRATION)) & LOCAL,
        effective=since("2026-01-29"),
        layer=Layer.CITY,
        source=SOURCES["10-178-b-2026"],
    ),
    Provision(
        id="us-ny-new-york-city.10-178-c-others",
        sentence="Sections 9-205 and 14-154 say nothing of what the probation and the police departments tell or transfer beside a "
        "detainer, and no city resources go into immigration enforcement: whether these are such a use is for counsel.",
        acts=(Act.NOTIFY, Act.TRANSFER, Act.LIST, Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL_MATTER & (CITY_LOCKUP | PROBATION),
        effective=since("2018-01-30"),
        layer=Layer.CITY,
        lower=Lower.NO_LAXER,
        source=SOURCES["10-178-c"],
    ),
    Provision(
        id="us-ny-new-york-city.14-154-b",
        sentence="The police keep nobody past release on a detainer without a federal judge's warrant and a violent or serious crime in "
        "time or a possible terrorist match; for 48 hours the match, or such a crime with an illegal re-entry, is enough.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & TO_HOLD & CITY_LOCKUP,
        unless=(WARRANT_SHOWN & ON_RECORD) | WITHOUT_WARRANT,
        otherwise=Outcome.MAY,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2014-12-14"),
        layer=Layer.CITY,
        source=SOURCES["14-154-b"],
    ),
    Provision(
        id="us-ny-new-york-city.14-154-b-notice",
        sentence="The police tell immigration authorities of a release on a detainer only with a federal judge's warrant and such a "
        "conviction or possible match.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & DETAINER & CITY_LOCKUP,
        unless=WARRANT_SHOWN & ON_RECORD,
        otherwise=Outcome.MAY,
        effective=since("2014-12-14"),
        layer=Layer.CITY,
        source=SOURCES["14-154-b"],
    ),
    Provision(
        id="us-ny-new-york-city.9-205-b",
        sentence="The Department of Probation holds nobody on a detainer unless a federal judge's warrant is shown with it and the person "
        "was convicted of a violent or serious crime in time or may match the terrorist screening database.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & TO_HOLD & PROBATION,
        unless=WARRANT_SHOWN & ON_RECORD,
        otherwise=Outcome.MAY,
        effective=since("2017-12-01"),
        layer=Layer.CITY,
        source=SOURCES["9-205-b"],
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
        effective=since("2014-12-14", to="2018-01-30"),
    ),
    Periodic(
        id="us-ny-new-york-city.9-131-f-2018",
        every=Every.YEAR,
        what="the numbers of detainers lodged, with their reasons; of people held, transferred, held and not fetched; of "
        "detainers not honored; of requests of immigration authorities for information and how they were met; and the federal "
        "funding asked for and received",
        to="the public, on the department's website",
        due_months=3,
        due_day=1,
        year_begins=7,
        by="the Department of Correction",
        sentence="By 1 September the department posts a report on civil immigration detainers for the twelve months that ended "
        "on 30 June.",
        source=SOURCES["9-131-f-2018"],
        effective=since("2018-01-30"),
    ),
    Periodic(
        id="us-ny-new-york-city.9-205-f",
        every=Every.YEAR,
        what="the numbers of detainers received, of people held and transferred on them, of people for whom they were not honored, "
        "and of requests of immigration authorities for information and how they were met",
        to="the public, on the department's website",
        due_months=3,
        due_day=1,
        year_begins=7,
        by="the Department of Probation",
        sentence="By 1 September the department posts a report on civil immigration detainers for the twelve months that ended "
        "on 30 June.",
        source=SOURCES["9-205-f"],
        effective=since("2017-12-01"),
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
        sentence="Nothing in the three sections confers on anybody a power to hold on a detainer beyond what there was before.",
        source=SOURCES["9-205-c"],
    ),
    Note(
        sentence="Since 2026 the mayor may determine that another federal law is used as a proxy for civil immigration enforcement; "
        "whether one was so determined was not looked for.",
        source=SOURCES["9-131-a-4-2026"],
    ),
)

PACK = Pack(id="us-ny-new-york-city", title="New York City", provisions=RULES, notes=NOTES, periodic=PERIODIC)
