"""Washington: the Keep Washington Working Act (2019 c 440). A court's order opens what a civil paper does not."""

from habeas.law.expressions import person, request
from habeas.law.provision import Duty, Note, Pack, Provision, Source, secondary, since
from habeas.law.words import Act, Layer, Outcome, What

MIRROR = "http://www.codepublishing.com/WA/ChelanCounty/html/Chelco01/Chelco01392.html"
FAQ = "https://atg.wa.gov/index.php/keep-washington-working-act-faq-law-enforcement"
ACT = since("2019-05-21")
AUTHORITY = request.issuer.is_("ice", "cbp")
CIVIL = request.basis.is_("civil")
IMMIGRATION = request.flag("immigration_enforcement")
COURT_ORDER = request.kind.is_("judicial_warrant", "judicial_probable_cause", "court_order") & request.signer.is_(
    "federal_magistrate_judge", "federal_district_judge", "state_judge"
)
"""43.17.420: an order or warrant of a judge of a federal or of the state's own courts; an immigration judge is neither."""


def _section(what: str, words: str = "") -> Source:
    return secondary(
        "RCW 10.93.160",
        MIRROR,
        f"Read {what} in the Revised Code; Chelan County's code, which repeats the section, was read in part.",
        words,
    )


RELEASE = (
    Provision(
        id="us-wa.10.93.160-hold",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("detainer", "administrative_warrant"),
        sentence="Nobody is taken into custody or kept on a hold request or a civil immigration warrant alone.",
        source=_section("the subsection on custody"),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-transfer",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & CIVIL & IMMIGRATION,
        unless=COURT_ORDER,
        sentence="Nobody is handed to immigration authorities on a civil paper; a court's order is needed.",
        source=_section("the subsection on custody"),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-notify",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & IMMIGRATION,
        unless=COURT_ORDER,
        sentence="Requests of immigration authorities for notice of release are not answered for civil enforcement, except as "
        "law or a court requires.",
        source=_section(
            "the subsection on notification requests",
            "may not provide information pursuant to notification requests from federal immigration authorities for the purposes "
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
                "may decline or have an attorney present.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
        ),
        sentence="No interview about a matter that is no crime takes place before the person has consented in writing, or a court "
        "has ordered it.",
        source=_section("the subsection on interviews"),
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
        when=AUTHORITY & IMMIGRATION & CIVIL,
        unless=COURT_ORDER,
        sentence="What is not open to the public about a person is not given to immigration authorities in a matter that is no "
        "crime.",
        source=_section("the subsection on nonpublicly available personal information"),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-other-federal",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("list_request") & request.issuer.is_("doj", "fbi", "usms") & IMMIGRATION,
        sentence="The section names immigration authorities; whether a list for another federal department is forbidden too is for "
        "counsel.",
        source=_section("the definition of federal immigration authority in 43.17.420"),
        effective=ACT,
        layer=Layer.STATE,
    ),
    Provision(
        id="us-wa.10.93.160-status",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=AUTHORITY | request.issuer.is_("doj", "fbi", "usms"),
        sentence="The Act leaves the exchange of citizenship and immigration status under 8 USC 1373 alone.",
        source=_section("the saving clause for 8 USC 1373"),
        effective=ACT,
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of any person.",
    ),
    Provision(
        id="us-wa.10.93.160-ask",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=~request.basis.is_("criminal_other"),
        sentence="Nobody is asked about citizenship, immigration status or place of birth unless it is tied to the investigation "
        "of a state or local crime.",
        source=_section(
            "the subsection on inquiries",
            "may not inquire into or collect information about an individual's immigration or citizenship status, or place of "
            "birth, unless there is a connection between such information and an investigation",
        ),
        effective=ACT,
        layer=Layer.STATE,
    ),
)

AGENCY = (
    Provision(
        id="us-wa.10.93.160-287g",
        acts=(Act.AGREE_287G, Act.HOUSE_FEDERAL_DETAINEES),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY,
        sentence="No agency takes on civil immigration powers by agreement, nor contracts to hold people for immigration "
        "authorities.",
        source=_section("the subsections on agreements and on detention"),
        effective=ACT,
        layer=Layer.STATE,
    ),
)

NOTES = (
    Note(
        sentence="Each agency adopts the Attorney General's model policy or tells the Attorney General why not, with a copy of its own.",
        source=secondary("RCW 43.10.315", FAQ, "Read the section; the Attorney General's page was read."),
    ),
    Note(
        sentence="The state's prisons have exceptions of their own.",
        source=secondary(
            "RCW 10.93.160; RCW 72.09", "https://defensenet.org/keep-washington-working-act/", "Read the sections."
        ),
    ),
)

PACK = Pack(id="us-wa", title="Washington", provisions=(*RELEASE, *INFORMATION, *AGENCY), notes=NOTES)
