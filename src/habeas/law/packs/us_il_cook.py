"""Cook County: section 46-37 of its code (Ordinance 11-O-73), older and in part stricter than the state's Act."""

from habeas.law.expressions import agency, request
from habeas.law.packs.us_il import CRIMINAL_WARRANT, IMMIGRATION
from habeas.law.provision import Pack, Provision, since, verified
from habeas.law.words import Act, Layer, Outcome

_TEXT = "https://cook-county.legistar.com/LegislationDetail.aspx?FullText=1&GUID=A446EEDA-223E-4680-BF32-DD1D53FF1D0C&ID=6229098"
_SINCE = since("2011-09-07")
ICE = request.issuer.is_("ice")

PACK = Pack(
    id="us-il-cook",
    title="Cook County",
    provisions=(
        Provision(
            id="us-il-cook.46-37-a",
            acts=(Act.HOLD, Act.DELAY_RELEASE),
            outcome=Outcome.MUST_NOT,
            when=request.kind.is_("detainer") & ICE,
            unless=agency.flag("policy.reimbursement_agreement"),
            sentence="The Sheriff declines ICE's detainers unless a written agreement repays the county every cost.",
            source=verified(
                "Cook County Code 46-37(a)",
                _TEXT,
                "shall decline ICE detainer requests unless there is a written agreement with the federal government",
            ),
            effective=_SINCE,
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-il-cook.46-37-b",
            acts=(Act.INTERVIEW, Act.ACCESS_FACILITY, Act.NOTIFY, Act.LIST),
            outcome=Outcome.MUST_NOT,
            when=ICE & IMMIGRATION,
            unless=CRIMINAL_WARRANT,
            sentence="ICE's agents get no access to people or rooms, and no answers about custody or release dates, without a "
            "criminal warrant or a purpose other than immigration law.",
            source=verified(
                "Cook County Code 46-37(b)",
                _TEXT,
                "shall not expend their time responding to ICE inquiries or communicating with ICE regarding individuals' "
                "incarceration status or release dates while on duty",
            ),
            effective=_SINCE,
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-il-cook.46-37-c",
            acts=(Act.TRANSFER,),
            outcome=Outcome.MUST_NOT,
            when=request.kind.is_("detainer", "transfer_request", "administrative_warrant") & ICE & IMMIGRATION,
            sentence="No county resources or effort go into complying with a detainer.",
            source=verified(
                "Cook County Code 46-37(c)",
                _TEXT,
                "there shall be no expenditure of any County resources or effort by on-duty County personnel for this purpose",
            ),
            effective=_SINCE,
            layer=Layer.COUNTY,
        ),
    ),
)
