"""Interviews, interpreters, office space, agreements, federal detainees, and the prisons."""

from habeas.law.expressions import agency, custody, on_record, person, request
from habeas.law.packs.us.ca.terms import IMMIGRATION_CRIME
from habeas.law.packs.us.terms import AGENTS, IMMIGRATION
from habeas.law.provision import Duty, Provision, since
from habeas.law.sources import sources_of
from habeas.law.words import Act, Layer, Lower, Outcome, What

SOURCES = sources_of(__name__)

AGENCY = (
    Provision(
        id="us-ca.gov-7283.1-a",
        sentence="No interview about civil immigration violations takes place before the person has answered the written "
        "consent form; the interview is voluntary.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & request.issuer.is_("ice") & ~on_record(IMMIGRATION_CRIME),
        unless=person.flag("written_consent"),
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Give the consent form: purpose, voluntary, may decline, may have an attorney present; in English, Spanish, "
                "Chinese, Tagalog, Vietnamese and Korean.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        effective=since("2017-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-a-consent"],
    ),
    Provision(
        id="us-ca.gov-7284.6-b-5",
        sentence="Since the Values Act the consent form is owed before any immigration authority's interview about civil "
        "matters.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & request.issuer.is_("cbp") & ~on_record(IMMIGRATION_CRIME),
        unless=person.flag("written_consent"),
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Give the consent form: purpose, voluntary, may decline, may have an attorney present; in English, Spanish, "
                "Chinese, Tagalog, Vietnamese and Korean.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-a-consent"],
    ),
    Provision(
        id="us-ca.gov-7283.1-criminal",
        sentence="The consent form is owed on interviews about civil violations; whether an interview about a federal "
        "immigration crime is help in immigration enforcement is for counsel.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & AGENTS & on_record(IMMIGRATION_CRIME),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7283.1-a-consent"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-3",
        sentence="Immigration agents do not interpret for the jail in matters about people in custody.",
        acts=(Act.USE_AS_INTERPRETER,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-3"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-5",
        sentence="No office space in a county facility is given over to immigration agents alone.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & request.fields.includes("dedicated_office_space"),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-5"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-G",
        sentence="No officer does an immigration officer's work, under an agreement or any other rule.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-G"],
    ),
    Provision(
        id="us-ca.gov-7310",
        sentence="A county that had no contract to house federal detainees on 15 June 2017 may not make one; one that had may "
        "not add beds.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=agency.flag("policy.housing_contract_on_2017_06_15"),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2017-06-27"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["gov-7310"],
    ),
    Provision(
        id="us-ca.gov-7284.10-prisons",
        sentence="The state's prisons are no agency under the Values Act; what binds them besides the duties of 7284.10 is "
        "for their own counsel.",
        acts=(Act.NOTIFY, Act.HOLD, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=custody.facility.is_("state_prison") & AGENTS,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.10-prisons"],
    ),
)
