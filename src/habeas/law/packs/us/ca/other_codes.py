"""Around the three acts: public records, federal detainees, consular notice, juvenile files."""

from habeas.law.model.expressions import agency, any_charge, ask_counsel, charge, custody, on_record, person, request
from habeas.law.model.provision import Duty, DutyRule, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.ca.terms import CIVIL_WARRANT
from habeas.law.packs.us.terms import AGENTS, IMMIGRATION, NO_JAIL, PRISON

SOURCES = sources_of(__name__)

OTHER_CODES = (
    Provision(
        id="us-ca.gov-6254-f",
        sentence="The facts of an arrest and booking are made public to anyone who asks, unless that would endanger a person "
        "or an investigation.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        unless=NO_JAIL,
        otherwise=Outcome.UNRESOLVED,
        effective=since("1983-01-01", to="2023-01-01"),
        layer=Layer.STATE,
        reaches_everyone="Arrest facts are made public of everyone arrested; the section turns on nothing about the person.",
        source=SOURCES["gov-6254-f"],
    ),
    Provision(
        id="us-ca.civ-43.54",
        sentence="Nobody is arrested on a civil warrant in a courthouse while attending a proceeding or having legal business "
        "there; a judge's warrant alone is excepted.",
        acts=(Act.ARREST,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & custody.facility.is_("court") & CIVIL_WARRANT,
        effective=since("2020-01-01"),
        layer=Layer.STATE,
        source=SOURCES["civ-43.54"],
    ),
    Provision(
        id="us-ca.civ-43.54-transfer",
        sentence="Whether a transfer in a courthouse on a civil warrant is a civil arrest there is for counsel; a record that "
        "7282.5 names does not answer it.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & custody.facility.is_("court") & CIVIL_WARRANT,
        effective=since("2020-01-01"),
        layer=Layer.STATE,
        source=SOURCES["civ-43.54"],
    ),
    Provision(
        id="us-ca.wic-625.6",
        sentence="Before a custodial interrogation a youth of seventeen or younger consults with legal counsel, and cannot waive it; "
        "whether an immigration interview is one is for counsel.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person is under eighteen: is this interview a custodial interrogation, and has the person consulted with legal counsel "
            "(Welf. & Inst. Code 625.6(a))? A consent form does not waive it.",
            when=on_record(person.flag("minor")),
        ),
        effective=since("2021-01-01"),
        layer=Layer.STATE,
        source=SOURCES["wic-625.6"],
    ),
    Provision(
        id="us-ca.gov-7310",
        sentence="A county that had no contract to house federal detainees on June 15, 2017 may not make one; one that had may "
        "not add beds.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=~PRISON & AGENTS,
        unless=agency.flag("policy.housing_contract_on_2017_06_15"),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2017-06-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["gov-7310"],
    ),
    Provision(
        id="us-ca.gov-7923.610",
        sentence="The facts of an arrest and booking are made public to anyone who asks, unless that would endanger a person "
        "or an investigation.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        unless=NO_JAIL,
        otherwise=Outcome.UNRESOLVED,
        effective=since("2023-01-01"),
        layer=Layer.STATE,
        reaches_everyone="Arrest facts are made public of everyone arrested; the section turns on nothing about the person.",
        source=SOURCES["gov-7923.610"],
    ),
    Provision(
        id="us-ca.gov-7923.610-as-anyone",
        sentence="What anyone may see may be given to a federal authority as it would be given to anyone.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MAY,
        when=~request.kind.is_("public_records_request"),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        reaches_everyone="Arrest facts are made public of everyone arrested; the section turns on nothing about the person.",
        source=SOURCES["gov-7923.610-as-anyone"],
    ),
    Provision(
        id="us-ca.wic-831",
        sentence="Juvenile information goes to federal officers only by order of the juvenile court.",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & person.flag("minor"),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["wic-831"],
    ),
    Provision(
        id="us-ca.wic-831-file",
        sentence="The juvenile file stays protected when the person has grown up.",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The record holds a juvenile finding, which is protected whatever age the person has today: is anything of the juvenile "
            "file in what would be given?",
            when=IMMIGRATION & on_record(any_charge(charge.disposition.is_("juvenile_adjudication"))),
        ),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["wic-831"],
    ),
    Provision(
        id="us-ca.wic-831-minor",
        sentence="Whether a minor's release or immigration status is juvenile information that needs a court's order is asked "
        "first.",
        acts=(Act.NOTIFY, Act.SHARE_STATUS),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person is a minor: is a release date or a status, which the section names, juvenile information that only the juvenile "
            "court may open, against 8 USC 1373 and a trial as an adult?",
            when=IMMIGRATION & on_record(person.flag("minor")),
        ),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["wic-831"],
    ),
)

OTHER_CODES_DUTIES = (
    DutyRule(
        id="us-ca.pen-834c",
        sentence="A known or suspected foreign national who is booked, or held more than two hours, is informed of the "
        "right to communicate with the consulate.",
        when=person.flag("foreign_national") & ~request.kind.is_("list_request", "public_records_request"),
        duties=(
            Duty(
                What.CONSULAR_NOTICE,
                "the person",
                "Offer consular notification to every inmate; do not ask nationality.",
                deadline="on booking, or after two hours",
            ),
        ),
        effective=since("2000-01-01"),
        layer=Layer.STATE,
        source=SOURCES["pen-834c"],
    ),
)
