"""Washington: the Keep Washington Working Act (2019 c 440). A court's order opens what a civil paper does not."""

from habeas.law.expressions import agency, custody, person, request
from habeas.law.provision import Duty, DutyRule, Note, Pack, Provision, Source, secondary, since, verified
from habeas.law.words import Act, Layer, Outcome, What

SECTION = "https://app.leg.wa.gov/RCW/default.aspx?cite=10.93.160"
DEFINITIONS = "https://instalawyer.io/laws/revised-code-of-washington/4317420-immigration-and-citizenship"
ACT = since("2019-05-21")
AUTHORITY = request.issuer.is_("ice", "cbp")
CIVIL = request.basis.is_("civil")
IMMIGRATION = request.flag("immigration_enforcement")
LOCAL = agency.flag("local")
"""10.93.160(15): subsections (3) to (6) do not reach people whom the department of corrections holds."""
COURT_ORDER = request.kind.is_("judicial_warrant", "judicial_probable_cause", "court_order") & request.signer.is_(
    "federal_magistrate_judge", "federal_district_judge", "state_judge"
)
"""43.17.420(2): an order or warrant of a judge of a federal or of the state's own courts; an immigration judge is neither."""


def _read(part: str, words: str) -> Source:
    """The section was read whole, as the legislature's site had it in August 2025."""
    return verified(f"RCW 10.93.160({part})", SECTION, words)


RELEASE = (
    Provision(
        id="us-wa.10.93.160-hold",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer", "administrative_warrant"),
        sentence="Nobody is taken into custody or kept on a hold request or a civil immigration warrant alone.",
        source=_read("8", "based solely on a civil immigration warrant, or an immigration hold request"),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-transfer",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=AUTHORITY & CIVIL & IMMIGRATION,
        unless=COURT_ORDER,
        sentence="The section forbids custody on a civil paper and speaks of no hand-over: whether a person may be handed over at the "
        "door, without a minute more of custody, is for counsel.",
        source=_read("7)-(8", "An individual must not be taken into custody, or held in custody"),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-notify",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & IMMIGRATION & LOCAL,
        unless=COURT_ORDER,
        sentence="Requests of immigration authorities for notice of release are not answered for civil enforcement, except as "
        "law or a court requires.",
        source=_read(
            "4)(b), (15)-(16",
            "Provide information pursuant to notification requests from federal immigration authorities for the purposes "
            "of civil immigration enforcement, except as required by law",
        ),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-interview",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & CIVIL,
        unless=person.flag("written_consent") | COURT_ORDER,
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Explain aloud and by the form, at least in English and Spanish: the purpose, that it is voluntary, that the person "
                "may decline or have an attorney present, and that nobody is punished for declining.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        sentence="No interview about a matter that is no crime takes place before the person has consented in writing, or a court "
        "has ordered it.",
        source=_read("6)(a)-(b), (14", "if the person consents in writing to be interviewed"),
        effective=ACT,
        layer=Layer.STATE,
        reaches_everyone="A court's order stands in place of the person's consent.",
    ),
)

INFORMATION = (
    Provision(
        id="us-wa.10.93.160-information",
        acts=(Act.SHARE_PERSONAL, Act.LIST),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & IMMIGRATION & CIVIL & LOCAL,
        unless=COURT_ORDER,
        sentence="What is not open to the public about a person is not given to immigration authorities in a matter that is no "
        "crime.",
        source=_read(
            "5), (15)-(16",
            "may not provide nonpublicly available personal information about an individual",
        ),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-other-federal",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("list_request") & request.issuer.is_("doj", "fbi", "usms") & IMMIGRATION,
        sentence="The section names immigration authorities, which are those of the Department of Homeland Security; whether a list "
        "for another federal department is forbidden too is for counsel.",
        source=verified(
            "RCW 43.17.420(3)",
            DEFINITIONS,
            "acting as an agent of the United States department of homeland security",
        ),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-status",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=AUTHORITY | request.issuer.is_("doj", "fbi", "usms"),
        sentence="The section excepts what federal law requires, and so leaves the exchange of citizenship and immigration status "
        "under 8 USC 1373 alone.",
        source=secondary(
            "RCW 10.93.160(5), (16)(a)",
            SECTION,
            "A ruling: the section was read and does not name 8 USC 1373, which forbids restriction and requires nothing.",
            "except as required by state or federal law",
        ),
        effective=ACT,
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of any person.",
    ),
    Provision(
        id="us-wa.10.93.160-ask",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=~request.basis.is_("criminal_other") & LOCAL,
        sentence="Nobody is asked about citizenship, immigration status or place of birth unless it is tied to the investigation "
        "of a state or local crime.",
        source=_read(
            "4)(a), (15",
            "unless there is a connection between such information and an investigation into a violation of state or local criminal law",
        ),
        effective=ACT,
        layer=Layer.STATE,
    ),
)

AGENCY = (
    Provision(
        id="us-wa.10.93.160-287g",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY,
        sentence="No officer takes on civil immigration powers by an agreement, written or oral.",
        source=_read("11", "that would grant federal civil immigration enforcement authority or powers"),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-12-old-agreements",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY,
        unless=agency.flag("policy.detention_agreement_before_2019"),
        otherwise=Outcome.UNRESOLVED,
        sentence="No agency makes an agreement to hold people for immigration authorities; one that was in use before 2019 could run to "
        "its end, at the latest to 31 December 2021.",
        source=_read(
            "12)(b", "may remain in effect until the date of completion or December 31, 2021, whichever is earlier"
        ),
        effective=since("2019-05-21", to="2022-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-12",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY,
        sentence="No agency agrees to hold people for immigration authorities.",
        source=_read(
            "12)(a",
            "No state agency or local government or law enforcement officer may enter into an immigration detention agreement",
        ),
        effective=since("2022-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-13",
        acts=(Act.USE_AS_INTERPRETER,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY,
        sentence="No language help is taken from immigration authorities, paid or free.",
        source=_read("13", "nor may any language services be accepted from such for free or otherwise"),
        effective=ACT,
        layer=Layer.STATE,
    ),
)

DUTIES = (
    DutyRule(
        id="us-wa.10.93.160-9",
        when=custody.facility.is_("county_jail", "city_lockup", "state_prison")
        & ~request.kind.is_("list_request", "public_records_request", "agreement_proposal"),
        duties=(
            Duty(
                What.RIGHTS_NOTICE,
                "the person",
                "Explain in writing the right to refuse to disclose nationality, citizenship or immigration status, and that telling "
                "it may lead to immigration enforcement and removal.",
                deadline="on commitment or detainment",
                blocks=Act.ASK_STATUS,
            ),
        ),
        sentence="Whoever is committed or detained is told in writing that they may refuse to tell their nationality or status, and what "
        "telling it may lead to.",
        source=_read(
            "9)(a", "The individual's right to refuse to disclose their nationality, citizenship, or immigration status"
        ),
        effective=ACT,
        layer=Layer.STATE,
    ),
)

NOTES = (
    Note(
        sentence="Each agency adopts the Attorney General's model policy or tells the Attorney General why not, with a copy of its own.",
        source=verified(
            "RCW 43.10.315",
            "https://self-law.org/code/wa/title-43/chapter-43-10/43-10-315",
            "Notify the attorney general that the agency is not adopting the guidance and model policies",
        ),
    ),
    Note(
        sentence="Nobody in custody loses services or privileges over a detainer, hold, notification request or civil warrant, save for "
        "classification in the state's prisons.",
        source=_read("10", "may not deny services, benefits, privileges, or opportunities to individuals in custody"),
    ),
    Note(
        sentence="The rules on questions, notices, personal information and interviews do not reach people in the state's prisons, where "
        "an interview needs written consent all the same.",
        source=_read(
            "14)-(15", "do not apply to individuals who are in the physical custody of the department of corrections"
        ),
    ),
)

PACK = Pack(
    id="us-wa", title="Washington", provisions=(*RELEASE, *INFORMATION, *AGENCY), duty_rules=DUTIES, notes=NOTES
)
