"""Washington: the Keep Washington Working Act (2019 c 440). A court's order opens what a civil paper does not."""

from habeas.law.model.expressions import agency, on_record, person, request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.terms import (
    A_LIST,
    AGENTS,
    AGENTS_ASK,
    CIVIL,
    IMMIGRATION,
    JAIL_OR_PRISON,
    LOCAL,
    NO_JAIL,
    PRISON,
)
from habeas.law.packs.us.wa.terms import COURT_ORDER

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-wa.10.93.160-ask",
        sentence="Nobody is asked about citizenship, immigration status or place of birth unless it is tied to the "
        "investigation of a state or local crime.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=~request.basis.is_("criminal_other") & LOCAL,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-ask"],
    ),
    Provision(
        id="us-wa.10.93.160-notify",
        sentence="Requests of immigration authorities for notice of release are not answered for civil enforcement, except as "
        "law or a court requires.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & IMMIGRATION & LOCAL,
        unless=COURT_ORDER,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-notify"],
    ),
    Provision(
        id="us-wa.10.93.160-information",
        sentence="What is not open to the public about a person is not given to immigration authorities in a matter that is "
        "no crime.",
        acts=(Act.SHARE_PERSONAL, Act.LIST),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & IMMIGRATION & CIVIL & LOCAL,
        unless=COURT_ORDER,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-information"],
    ),
    Provision(
        id="us-wa.10.93.160-status",
        sentence="The section excepts what federal law requires, and so leaves the exchange of citizenship and immigration "
        "status under 8 USC 1373 alone.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=AGENTS | request.issuer.is_("doj", "fbi", "usms"),
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of any person.",
        source=SOURCES["10.93.160-status"],
    ),
    Provision(
        id="us-wa.10.93.160-interview",
        sentence="No interview about a matter that is no crime takes place before the person has consented in writing, or a "
        "court has ordered it.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL & ~PRISON,
        unless=person.flag("written_consent") | COURT_ORDER,
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Explain aloud and by the form, at least in English and Spanish: the purpose, that it is voluntary, that the "
                "person may decline or have an attorney present, and that nobody is punished for declining.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        reaches_everyone="A court's order stands in place of the person's consent.",
        source=SOURCES["10.93.160-interview"],
    ),
    Provision(
        id="us-wa.10.93.160-transfer",
        sentence="The section forbids custody on a civil paper and speaks of no transfer: whether a person may be transferred "
        "at release, without a minute more of custody, is for counsel.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL & IMMIGRATION,
        unless=COURT_ORDER,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-transfer"],
    ),
    Provision(
        id="us-wa.10.93.160-hold",
        sentence="Nobody is taken into custody or kept on a hold request or a civil immigration warrant alone.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-hold"],
    ),
    Provision(
        id="us-wa.43.17.420-keep",
        sentence="A request of the immigration authorities to keep a person past release is a hold request whatever the form is "
        "called: nobody is kept on one without a court order.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS_ASK,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["43.17.420-keep"],
    ),
    Provision(
        id="us-wa.10.93.160-287g",
        sentence="No officer takes on civil immigration powers by an agreement, written or oral.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-287g"],
    ),
    Provision(
        id="us-wa.10.93.160-12",
        sentence="No agency agrees to hold people for immigration authorities.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2022-01-01"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-12"],
    ),
    Provision(
        id="us-wa.10.93.160-12-old-agreements",
        sentence="No agency makes an agreement to hold people for immigration authorities; one that was in use before 2019 "
        "could run to its end, at the latest to 31 December 2021.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=agency.flag("policy.detention_agreement_before_2019") & ~request.kind.is_("agreement_proposal"),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2019-05-21", to="2022-01-01"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-12-old-agreements"],
    ),
    Provision(
        id="us-wa.10.93.160-13",
        sentence="No language help is taken from immigration authorities, paid or free.",
        acts=(Act.USE_AS_INTERPRETER,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-13"],
    ),
    Provision(
        id="us-wa.10.93.160-other-federal",
        sentence="The section names immigration authorities, which are those of the Department of Homeland Security; whether "
        "a list for another federal department is forbidden too is for counsel.",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & request.issuer.is_("doj", "fbi", "usms") & IMMIGRATION,
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-other-federal"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-wa.10.93.160-9",
        sentence="Whoever is committed or detained is told in writing that they may refuse to tell their nationality or "
        "status, and what disclosing it may lead to.",
        when=JAIL_OR_PRISON & ~request.kind.is_("list_request", "public_records_request", "agreement_proposal"),
        duties=(
            Duty(
                What.RIGHTS_NOTICE,
                "the person",
                "Explain in writing the right to refuse to disclose nationality, citizenship or immigration status, and that "
                "disclosing it may lead to immigration enforcement and removal.",
                deadline="on commitment or detainment",
                blocks=Act.ASK_STATUS,
            ),
        ),
        effective=since("2019-05-21"),
        layer=Layer.STATE,
        source=SOURCES["10.93.160-9"],
    ),
)

NOTES = (
    Note(
        sentence="Each agency adopts the Attorney General's model policy or tells the Attorney General why not, with a copy "
        "of its own.",
        source=SOURCES["43.10.315"],
    ),
    Note(
        sentence="Nobody in custody loses services or privileges over a detainer, hold, notification request or civil "
        "warrant, save for classification in the state's prisons.",
        source=SOURCES["10.93.160-10"],
    ),
    Note(
        sentence="The rules on questions, notices, personal information and interviews do not reach people in the state's "
        "prisons, where an interview needs written consent all the same.",
        source=SOURCES["10.93.160-14"],
    ),
)

EARLIER = (not_read_before("us-wa", "Washington", "2019-05-21", SOURCES[NOT_READ]),)

OPEN_RECORDS = open_arrest_records(
    "us-wa.70.48.100-1",
    "The jail register's entries (name, hour, date and cause of the confinement, hour, date and manner of the discharge)",
    "2015-01-01",
    SOURCES["70.48.100-1"],
)

CONFIDENTIAL = (
    Provision(
        id="us-wa.70.48.100-2",
        sentence="Beyond the jail register the records of a person confined in a jail are held in confidence: the public is told "
        "nothing of them; whether a written permission of the person reaches what is asked is for counsel.",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=~NO_JAIL & request.issuer.is_("public"),
        unless=on_record(person.flag("written_consent")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2015-01-01"),
        layer=Layer.STATE,
        source=SOURCES["70.48.100-2"],
    ),
)

PACK = Pack(
    id="us-wa",
    title="Washington",
    provisions=(*OPEN_RECORDS, *CONFIDENTIAL, *EARLIER, *RULES),
    duty_rules=DUTIES,
    notes=NOTES,
)
