"""Georgia: the checks of 42-4-14, the detainer section 42-1-11.5 and the agreements of 35-1-17, before and since HB 1105 (2024)."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import ask_counsel, asked, on_record, person, request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import (
    COUNTY_JAIL_OR_ASKED,
    DETAINER,
    FEDERAL_AUTHORITY,
    ICE,
    ICE_DETAINER,
    LOCAL,
    LOCAL_JAIL,
    NO_JAIL,
    NOT_COUNTY_JAIL,
    NOT_SHOWN,
    WARRANT_CAME,
    WARRANT_FALLS,
    WITH_WARRANT,
)

SOURCES = sources_of(__name__)

AGREEMENTS = (
    Provision(
        id="us-ga.35-1-17-status",
        sentence="No employee may be stopped from sending, receiving, keeping or exchanging information on a person's "
        "immigration status for public safety; the section does not make anyone send it.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2011-07-01", to="2024-05-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any individual.",
        source=SOURCES["35-1-17"],
    ),
    Provision(
        id="us-ga.35-1-17-status-2024",
        sentence="Employees send, receive and keep information on a person's immigration status as reasonably needed for public safety, "
        "and may not be stopped from it; whether a request makes it needed is for the agency.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2024-05-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any individual.",
        source=SOURCES["35-1-17-b-1-2024"],
    ),
    Provision(
        id="us-ga.35-1-17-agreements",
        sentence="State and local agencies may enter into agreements with federal agencies to enforce immigration law.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MAY,
        when=ICE,
        effective=since("2011-07-01", to="2024-05-01"),
        layer=Layer.STATE,
        source=SOURCES["35-1-17"],
    ),
    Provision(
        id="us-ga.35-1-17-apply",
        sentence="A local agency with no agreement in effect seeks one each year with the federal immigration authorities, such as one "
        "under 8 USC 1357(g).",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST,
        when=LOCAL & ICE,
        effective=since("2024-05-01"),
        layer=Layer.STATE,
        source=SOURCES["hb-1105-agreements"],
    ),
)

DETAINERS = (
    Provision(
        id="us-ga.42-1-11.5-hold",
        sentence="The custodial authority honors an immigration detainer and keeps the person no longer than 48 hours on it.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=COUNTY_JAIL_OR_ASKED & ICE_DETAINER & request.asks.includes("hold") & WITH_WARRANT & NOT_SHOWN,
        unless=WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        source=SOURCES["42-1-11.5"],
    ),
    Provision(
        id="us-ga.42-1-11.5-open",
        sentence="Whether the section reaches a detainer of another authority than ICE or one that came with no warrant, a civil "
        "immigration warrant alone, or a person who has shown lawful status was not read.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=(DETAINER & ~ICE)
        | (ICE_DETAINER & (~WARRANT_CAME | person.proof_of_status_given.is_("lawful_status")))
        | (request.kind.is_("administrative_warrant") & ICE),
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        source=SOURCES["42-1-11.5-open"],
    ),
    Provision(
        id="us-ga.42-1-11.5-notice",
        sentence="Whether to honor a detainer means to tell of the release and to transfer the person as it asks was not read.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & asked,
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        source=SOURCES["42-1-11.5-open"],
    ),
)

CHECKS = (
    Provision(
        id="us-ga.42-4-14-before-2024-release",
        sentence="The section denied nobody bond or release who was eligible for it, and let a person verified to be unlawfully "
        "present be detained as state and federal law authorize: whether any law authorized a hold on a detainer is not settled.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER,
        effective=since("2011-07-01", to="2024-07-01"),
        layer=Layer.STATE,
        source=SOURCES["42-4-14-2011-release"],
    ),
    Provision(
        id="us-ga.42-4-14-before-2024-nationality",
        sentence="Of everybody confined in a jail a reasonable effort is made to determine the nationality.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL,
        effective=since("2011-07-01", to="2024-07-01"),
        layer=Layer.STATE,
        reaches_everyone="The section speaks of any person confined, for any period.",
        source=SOURCES["42-4-14-2011"],
    ),
    Provision(
        id="us-ga.42-4-14-before-2024-query",
        sentence="Where the papers of a foreign national in a jail do not verify lawful status, it is verified within 48 hours "
        "through the Law Enforcement Support Center.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & person.flag("foreign_national") & NOT_SHOWN,
        effective=since("2011-07-01", to="2024-07-01"),
        layer=Layer.STATE,
        source=SOURCES["42-4-14-2011-query"],
    ),
    Provision(
        id="us-ga.42-4-14-nationality",
        sentence="Of everybody confined in a jail a reasonable effort is made within 48 hours of arrival to determine the "
        "nationality, and that the person is not present in violation of federal immigration law.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL,
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        reaches_everyone="The section speaks of any person confined, for any period.",
        source=SOURCES["42-4-14-b"],
    ),
    Provision(
        id="us-ga.42-4-14-query",
        sentence="Where nothing the person has shows citizenship or lawful status, the jail asks the Law Enforcement Support "
        "Center within 48 hours of arrival.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & person.flag("foreign_national") & NOT_SHOWN,
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        source=SOURCES["42-4-14-d"],
    ),
    Provision(
        id="us-ga.42-4-14-consular",
        sentence="A person verified to be a consular officer or diplomat is released at once.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=~NO_JAIL
        & ask_counsel(
            "The person claims to be a consular officer or diplomat: has the United States Department of State verified it?",
            when=on_record(person.flag("claims_consular_status")),
        ),
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        source=SOURCES["42-4-14-c"],
    ),
)

NOTES = (
    Note(
        sentence="Where a foreign national in the jail is verified by the federal government to be present in violation of "
        "federal immigration law, the keeper of the jail tells the Department of Homeland Security.",
        source=SOURCES["42-4-14-2011-dhs"],
    ),
    Note(
        sentence="Since 1 July 2024 an interpreter is had where the questions at intake meet a language barrier, every message "
        "to and from ICE goes into the inmate's file, and a knowing and willful violation by a sheriff or jailer is a crime.",
        source=SOURCES["hb-1105-records"],
    ),
    Note(
        sentence="From 31 December 2024 the jailer posts a report each quarter on the web: inmates, inquiries of the Law "
        "Enforcement Support Center, detainers, and answers of ICE.",
        source=SOURCES["hb-1105-quarterly"],
    ),
    Note(
        sentence="No local body may adopt a policy that limits cooperation with federal officers on immigration status; state "
        "funds may be withheld from one that does.",
        source=SOURCES["36-80-23"],
    ),
    Note(
        sentence="An officer who has verification that a person is unlawfully present may securely transport them to a federal "
        "facility, and since May 2024 reasonably detain them when a federal immigration detainer or arrest warrant authorizes it "
        "(before: when federal law authorizes it).",
        source=SOURCES["35-1-17-transport"],
    ),
)

EARLIER = (not_read_before("us-ga", "Georgia", "2011-07-01", SOURCES[NOT_READ]),)

OPEN_RECORDS = open_arrest_records(
    "us-ga.42-4-7-a",
    "The sheriff's record of everybody committed to the jail (name, age, sex, race, process and court, crime charged, days of"
    " commitment and discharge)",
    "2023-03-17",
    SOURCES["42-4-7-a"],
    not_of=NOT_COUNTY_JAIL,
)

PACK = Pack(
    id="us-ga", title="Georgia", provisions=(*OPEN_RECORDS, *EARLIER, *AGREEMENTS, *DETAINERS, *CHECKS), notes=NOTES
)
