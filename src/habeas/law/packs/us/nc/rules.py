"""North Carolina: G.S. 162-62. A judicial official orders the hold, the jail asks ICE; the clock and the list moved in October 2025."""

from habeas.law.model.ends import Earliest, PlusHours, at
from habeas.law.model.expressions import any_present_charge, asked, charge_is
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Every, Layer, Outcome, What
from habeas.law.packs.us.nc.terms import BOTH_PAPERS, NOT_CHARGED
from habeas.law.packs.us.terms import DETAINER, ICE, ICE_DETAINER, LOCAL_JAIL, NOT_SHOWN, WARRANT_CAME, WARRANT_FALLS

SOURCES = sources_of(__name__)

SECTION_162_62 = (
    Provision(
        id="us-nc.162-62-a-2010",
        sentence="For a person charged with a listed offense the jail tries to learn whether they are a legal resident: by "
        "asking, by papers, or both.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=any_present_charge(charge_is("nc_162_62_2010")),
        effective=since("2010-07-20", to="2024-12-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-list-2010"],
    ),
    Provision(
        id="us-nc.162-62-a-2024",
        sentence="For a person charged with a listed offense the jail tries to learn whether they are a legal resident: by "
        "asking, by papers, or both.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=any_present_charge(charge_is("nc_162_62_2024")),
        effective=since("2024-12-01", to="2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-list-2024"],
    ),
    Provision(
        id="us-nc.162-62-a-2025",
        sentence="For a person charged with a listed offense the jail tries to learn whether they are a legal resident: by "
        "asking, by papers, or both.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=any_present_charge(charge_is("nc_162_62_2025")),
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-list-2025"],
    ),
    Provision(
        id="us-nc.162-62-b-2010",
        sentence="Where a person charged with a listed offense is not shown to be a legal resident or citizen, the jail makes "
        "a query of ICE.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & any_present_charge(charge_is("nc_162_62_2010")) & NOT_SHOWN,
        effective=since("2010-07-20", to="2024-12-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-list-2010"],
    ),
    Provision(
        id="us-nc.162-62-b-2024",
        sentence="Where a person charged with a listed offense is not shown to be a legal resident or citizen, the jail makes "
        "a query of ICE.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & any_present_charge(charge_is("nc_162_62_2024")) & NOT_SHOWN,
        effective=since("2024-12-01", to="2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-list-2024"],
    ),
    Provision(
        id="us-nc.162-62-b-2025",
        sentence="Where a person charged with a listed offense is not shown to be a legal resident or citizen, the jail makes "
        "a query of ICE.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & any_present_charge(charge_is("nc_162_62_2025")) & NOT_SHOWN,
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-list-2025"],
    ),
    Provision(
        id="us-nc.162-62-b1-2024",
        sentence="On a detainer and a warrant that reasonably appear to be for a person charged with a criminal offense, the person is "
        "brought before a judicial official, who orders the hold of up to 48 hours.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & BOTH_PAPERS,
        unless=WARRANT_FALLS | NOT_CHARGED,
        until=Earliest(
            (PlusHours(at("request.received_at"), 48),), events=("ICE takes custody", "ICE rescinds the detainer")
        ),
        duties=(
            Duty(
                What.JUDICIAL_OFFICIAL_FIRST,
                "a judicial official",
                "Bring the person before a judicial official with the detainer and the warrant; the official orders the hold.",
                deadline="before release",
                by="the jail, then the judicial official",
                blocks=Act.HOLD,
            ),
        ),
        effective=since("2024-12-01", to="2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the papers and their match to the person; the order is a judicial official's.",
        source=SOURCES["162-62-b1-2024"],
    ),
    Provision(
        id="us-nc.162-62-b1-2025",
        sentence="On a detainer and a warrant that reasonably appear to be for a person charged with a criminal offense, the person is "
        "brought before a judicial official, who orders the hold of up to 48 hours.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & BOTH_PAPERS,
        unless=WARRANT_FALLS | NOT_CHARGED,
        until=Earliest(
            (PlusHours(at("custody.release_at"), 48),), events=("ICE takes custody", "ICE rescinds the detainer")
        ),
        duties=(
            Duty(
                What.JUDICIAL_OFFICIAL_FIRST,
                "a judicial official",
                "Bring the person before a judicial official with the detainer and the warrant; the official orders the hold.",
                deadline="before release",
                by="the jail, then the judicial official",
                blocks=Act.HOLD,
            ),
        ),
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the papers and their match to the person; the order is a judicial official's.",
        source=SOURCES["162-62-b1-2025"],
    ),
    Provision(
        id="us-nc.162-62-b1-bare-detainer",
        sentence="The section speaks of a person charged with an offense, a detainer and an administrative warrant; whether a jail may "
        "hold on a detainer without the warrant, or a person charged with nothing, is not settled.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & (~WARRANT_CAME | NOT_CHARGED) & asked,
        effective=since("2024-12-01", to="2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-b1-bare-detainer"],
    ),
    Provision(
        id="us-nc.162-62-b1-bare-detainer-2025",
        sentence="The section speaks of a person charged with an offense, a detainer and an administrative warrant; whether a jail may "
        "hold on a detainer without the warrant, or a person charged with nothing, is not settled.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & (~WARRANT_CAME | NOT_CHARGED) & asked,
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-b1-bare-detainer-2025"],
    ),
    Provision(
        id="us-nc.162-62-b1-other",
        sentence="The section speaks of ICE's detainers; whether a jail may keep anybody on another authority's detainer is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~ICE,
        effective=since("2024-12-01", to="2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-b1-other"],
    ),
    Provision(
        id="us-nc.162-62-b1-other-2025",
        sentence="The section speaks of ICE's detainers; whether a jail may keep anybody on another authority's detainer is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~ICE,
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-b1-other-2025"],
    ),
    Provision(
        id="us-nc.162-62-b1-notice",
        sentence="Within two hours of the time the person would otherwise be released the jail tells ICE the date and time of "
        "release.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & BOTH_PAPERS,
        unless=WARRANT_FALLS | NOT_CHARGED,
        until=PlusHours(at("custody.release_at"), 2),
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the papers and their match to the person; the order is a judicial official's.",
        source=SOURCES["162-62-b1-2025"],
    ),
    Provision(
        id="us-nc.162-62-b1-transfer",
        sentence="The hold ends when ICE takes custody: the person held under the order may be transferred to ICE.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MAY,
        when=LOCAL_JAIL & BOTH_PAPERS,
        unless=WARRANT_FALLS | NOT_CHARGED,
        effective=since("2024-12-01"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the papers and their match to the person; the order is a judicial official's.",
        source=SOURCES["162-62-b1-transfer"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-nc.162-62-a-duty-2010",
        sentence="For a person charged with a felony or an impaired driving offense the jail tries to learn whether they are a "
        "legal resident: by asking, by papers, or both.",
        when=LOCAL_JAIL & any_present_charge(charge_is("nc_162_62_2010")),
        duties=(
            Duty(
                What.LEARN_STATUS,
                "the person and their papers",
                "Try to learn whether the person is a legal resident: ask, look at the papers, or both.",
            ),
        ),
        effective=since("2010-07-20", to="2024-12-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-a-2010"],
    ),
    DutyRule(
        id="us-nc.162-62-a-duty-2024",
        sentence="For a person charged with a listed offense the jail tries to learn whether they are a legal resident: by "
        "asking, by papers, or both.",
        when=LOCAL_JAIL & any_present_charge(charge_is("nc_162_62_2024")),
        duties=(
            Duty(
                What.LEARN_STATUS,
                "the person and their papers",
                "Try to learn whether the person is a legal resident: ask, look at the papers, or both.",
            ),
        ),
        effective=since("2024-12-01", to="2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-a-2024"],
    ),
    DutyRule(
        id="us-nc.162-62-a-duty-2025",
        sentence="For a person charged with a listed offense the jail tries to learn whether they are a legal resident: by "
        "asking, by papers, or both.",
        when=LOCAL_JAIL & any_present_charge(charge_is("nc_162_62_2025")),
        duties=(
            Duty(
                What.LEARN_STATUS,
                "the person and their papers",
                "Try to learn whether the person is a legal resident: ask, look at the papers, or both.",
            ),
        ),
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["162-62-list-2025"],
    ),
)

REPORTS = (
    Periodic(
        id="us-nc.162-62-e-yearly",
        every=Every.YEAR,
        what="the yearly report of the jail's administrator on what the section made it do; what it counts, and over which "
        "months, is to be read in the section",
        to="the committee of the General Assembly that the section names",
        year_begins=10,
        due_months=1,
        due_day=1,
        by="the administrator or other person in charge of the jail",
        sentence="The administrator of each jail reports yearly to a committee of the legislature, the first time on 1 October "
        "2025.",
        effective=since("2024-12-01"),
        source=SOURCES["162-62-e-yearly"],
    ),
)

NOTES = (
    Note(
        sentence="Before 1 December 2024 the section ordered no hold: it said that nothing in it keeps a prisoner from being "
        "released when otherwise eligible.",
        source=SOURCES["162-62-c-2010"],
    ),
    Note(
        sentence="Since 1 October 2025 a judicial official who cannot learn whether a person charged with a listed offense is a "
        "legal resident sets the conditions of release and commits them to the jail, to be fingerprinted, for a query of ICE, "
        "and to be held two hours from the query; with no detainer and warrant by then the person is released on those "
        "conditions.",
        source=SOURCES["15A-534"],
    ),
    Note(
        sentence="A sheriff's failure may be put to the Attorney General, who may ask a court for an order.",
        source=SOURCES["162-62-e"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-nc.132-1.4-c",
    "The name, sex, age, address, employment and alleged violation of law of a person arrested, charged or indicted",
    "2022-11-28",  # the day of the copy that was read; what stood before was not
    SOURCES["132-1.4-c"],
)

EARLIER = (not_read_before("us-nc", "North Carolina", "2024-12-01", SOURCES[NOT_READ]),)

PACK = Pack(
    id="us-nc",
    title="North Carolina",
    provisions=(*EARLIER, *OPEN_RECORDS, *SECTION_162_62),
    duty_rules=DUTIES,
    notes=NOTES,
    periodic=REPORTS,
)
