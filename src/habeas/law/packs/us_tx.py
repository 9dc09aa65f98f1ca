"""Texas: the detainer mandate of SB 4 (2017), what no policy may limit, and the sheriffs' agreements of SB 8 (2025)."""

from habeas.law.expressions import ALWAYS, ask_counsel, asked, on_record, person, request
from habeas.law.provision import Duty, DutyRule, Pack, Provision, Source, secondary, since, verified
from habeas.law.until import PlusHours, at
from habeas.law.words import Act, Layer, Lower, Outcome, What

DETAINER_ARTICLE = "https://www.lawserver.com/law/state/texas/tx-codes/texas_code_of_criminal_procedure_2-251"
POLICY_SECTION = "https://capitol.texas.gov/tlodocs/86R/billtext/html/HB01217I.htm"
SB8 = "https://capitol.texas.gov/tlodocs/89R/billtext/html/SB00008F.htm"

ICE_DETAINER = request.kind.is_("detainer") & request.issuer.is_("ice")
PROOF_GIVEN = person.proof_of_status_given.is_("us_citizen", "lawful_status")
FEDERAL_AUTHORITY = request.issuer.is_("ice", "cbp", "doj", "fbi", "usms")
IMMIGRATION = request.flag("immigration_enforcement")
A_LIST = request.kind.is_("list_request")

_HONOR = "comply with, honor, and fulfill any request made in the detainer request provided by the federal government"
_INFORM = Duty(
    What.INFORM_OF_DETAINER,
    "the person",
    "Tell the person that they are held on an immigration detainer of ICE.",
    on=Act.HOLD,
)
_STATUS_CLAUSE = "The section protects the exchange of information about any person under arrest."
_PUBLIC = "Basic facts of an arrest are open to anyone about everyone arrested."
_BEFORE = verified("Tex. Code Crim. Proc. art. 2.251", DETAINER_ARTICLE, _HONOR)
_AFTER = secondary(
    "Tex. Code Crim. Proc. art. 2A.060",
    DETAINER_ARTICLE,
    "Read art. 2A.060 as recodified without change of substance; Gov't Code 752.053(a)(3) names it from 2025 in place of 2.251.",
    _HONOR,
)
_ENJOINED = secondary(
    "City of El Cenizo v. Texas, 264 F. Supp. 3d 744 (W.D. Tex. 2017); stay of 25 Sept. 2017, no. 17-50762 (5th Cir.)",
    "https://assets.documentcloud.org/documents/4059940/17-50762-Documents.txt",
    "Read the injunction of 30 August 2017.",
)
_PRACTICE = secondary(
    "City of El Cenizo v. Texas, stay of 25 Sept. 2017, no. 17-50762 (5th Cir.)",
    "https://www.austinchronicle.com/daily/news/2017-09-26/travis-county-to-comply-with-all-ice-detainers-after-5th-circuit-ruling/",
    "Read the order itself; the words here are the press's quotation of it.",
    "does not require detention pursuant to every ICE detainer request",
)
_IN_JAIL = verified(
    "Tex. Gov't Code 752.053(b)(4)",
    POLICY_SECTION,
    "permitting a federal immigration officer to enter and conduct enforcement activities at a jail",
)
_LIST = secondary(
    "Tex. Gov't Code 752.053(a)-(b)",
    POLICY_SECTION,
    "An opinion of the Attorney General: the section names status and help to immigration officers, neither lists nor release "
    "dates nor the Department of Justice; no Texas law was found that forbids the answer.",
    "assisting or cooperating with a federal immigration officer as reasonable or necessary",
)
_BASIC = verified(
    "Tex. Gov't Code 552.108(c)",
    "https://www.texasattorneygeneral.gov/opinions/openrecords/49cornyn/orl/2000/htm/or200000921.htm",
    "basic information about an arrested person, an arrest, or a crime",
)
WITH_WARRANT = request.attachments.includes("I-200", "I-205")


def _honour(name: str, act: Act, source: Source, start: str, end: str | None) -> Provision:
    """One act of the detainer duty as it stood in one interval of its history."""
    holds = act is Act.HOLD
    return Provision(
        id=f"us-tx.{name}-{act.value}",
        acts=(act,),
        outcome=Outcome.MUST,
        when=ICE_DETAINER & request.asks.includes(act.value) & (WITH_WARRANT if holds else ALWAYS),
        unless=PROOF_GIVEN,
        until=PlusHours(at("custody.release_at"), 48) if holds else None,
        duties=(_INFORM,) if holds else (),
        sentence=f"The jail fulfils what ICE's detainer asks ({act.value}), unless the person has given proof of citizenship or "
        "of lawful status.",
        source=source,
        effective=since(start, end),
        layer=Layer.STATE,
    )


DETAINER = (
    *(
        _honour(name, act, source, start, end)
        for name, source, start, end in (
            ("ccp-2.251", _BEFORE, "2017-09-25", "2025-01-01"),
            ("ccp-2A.060", _AFTER, "2025-01-01", None),
        )
        for act in (Act.HOLD, Act.NOTIFY, Act.TRANSFER)
    ),
    Provision(
        id="us-tx.ccp-2.251-enjoined",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & asked,
        sentence="The detainer article was enacted and, until the court of appeals stayed it, enjoined.",
        source=_ENJOINED,
        effective=since("2017-09-01", to="2017-09-25"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-tx.el-cenizo-bare-detainer",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & ~WITH_WARRANT & ~PROOF_GIVEN,
        sentence="A detainer that comes without a warrant does not follow ICE's own practice, and whether it must be honoured "
        "is not settled.",
        source=_PRACTICE,
        effective=since("2017-09-25"),
        layer=Layer.STATE,
    ),
)

INFORMATION = (
    Provision(
        id="us-tx.gov-752.053-status",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        lower=Lower.NO_STRICTER,
        sentence="No policy may stop the jail from sending what it holds about a person's immigration status to a federal "
        "agency; the section does not make it send it.",
        source=verified(
            "Tex. Gov't Code 752.053(b)(2)",
            POLICY_SECTION,
            "sending the information to or requesting or receiving the information from",
        ),
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        reaches_everyone=_STATUS_CLAUSE,
    ),
    Provision(
        id="us-tx.gov-752.053-query",
        acts=(Act.QUERY_ICE, Act.ASK_STATUS),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        lower=Lower.NO_STRICTER,
        sentence="No policy may stop the jail from asking a person under arrest, or a federal agency, about immigration "
        "status; the section does not make it ask.",
        source=verified(
            "Tex. Gov't Code 752.053(b)(1)-(2)",
            POLICY_SECTION,
            "inquiring into the immigration status of a person under a lawful detention or under arrest",
        ),
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        reaches_everyone=_STATUS_CLAUSE,
    ),
    Provision(
        id="us-tx.ccp-2A.059-victims",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person is a victim or a witness: is the question necessary to investigate the offense, or to tell of visas for those who "
            "help?",
            when=on_record(person.flag("victim_or_witness")),
        ),
        sentence="A victim or witness is asked about nationality or status only if that is necessary to investigate the offense or to tell "
        "them of federal visas.",
        source=secondary(
            "Tex. Code Crim. Proc. art. 2A.059(a), formerly 2.13(d)",
            "https://capitol.texas.gov/tlodocs/86R/billtext/html/SB01165I.htm",
            "Read art. 2A.059; a bill of 2019 that names the former article was read, the words are known from a bill of 2025.",
        ),
        effective=since("2025-01-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-tx.gov-752.053-list",
        acts=(Act.LIST,),
        outcome=Outcome.MAY,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION & person.flag("in_requested_class"),
        lower=Lower.NO_STRICTER,
        sentence="Nothing in Texas law requires an answer about a class of people, and no policy may stop the jail from "
        "helping federal officers with one: the jail may answer of those whom a record places in the class.",
        source=_LIST,
        effective=since("2017-09-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-tx.gov-752.053-release-date",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MAY,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION & person.flag("in_requested_class"),
        lower=Lower.NO_STRICTER,
        sentence="No policy may stop the jail from helping federal officers; of those whom a record places in the class asked "
        "for it may give the scheduled release date.",
        source=_LIST,
        effective=since("2017-09-01"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-tx.gov-552.108-c",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        sentence="Basic information about an arrested person, an arrest or a crime is open to anyone who asks.",
        source=_BASIC,
        effective=since("1997-09-01"),
        layer=Layer.STATE,
        reaches_everyone=_PUBLIC,
    ),
    Provision(
        id="us-tx.gov-552.108-c-as-anyone",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MAY,
        when=~request.kind.is_("public_records_request"),
        sentence="What anyone may see of an arrest may be given to a federal authority as it would be given to anyone.",
        source=_BASIC,
        effective=since("1997-09-01"),
        layer=Layer.STATE,
        reaches_everyone=_PUBLIC,
    ),
)

AGENCY = (
    Provision(
        id="us-tx.gov-752.053-jail",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=request.issuer.is_("ice", "cbp"),
        lower=Lower.NO_STRICTER,
        sentence="No policy may stop the jail from letting a federal immigration officer in to do enforcement work.",
        source=_IN_JAIL,
        effective=since("2017-09-01"),
        layer=Layer.STATE,
        reaches_everyone="The section speaks of the jail's doors, not of any person's record.",
    ),
    Provision(
        id="us-tx.gov-753.051",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST,
        when=request.issuer.is_("ice"),
        sentence="The sheriff of each county that runs or contracts for a jail asks for and enters an agreement under "
        "8 USC 1357(g), by 1 December 2026.",
        source=verified(
            "Tex. Gov't Code 753.051 (SB 8, 2025)",
            SB8,
            "shall request and enter into an immigration law enforcement agreement",
        ),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
    ),
)

DUTIES = (
    DutyRule(
        id="us-tx.gov-511.0101",
        when=ICE_DETAINER,
        duties=(
            Duty(
                What.REPORT_REQUEST,
                "Commission on Jail Standards",
                "Count the prisoner, and what the days on the detainer cost, in the monthly report.",
                deadline="by the fifth of each month",
                by="the county",
            ),
        ),
        sentence="The county reports each month the prisoners for whom an immigration detainer has been issued, and their cost.",
        source=secondary(
            "Tex. Gov't Code 511.0101(a)(1)(M), (a)(4)",
            "https://texas.public.law/statutes/tex._gov't_code_section_511.0101",
            "Read the day on which (a)(1)(M) took effect; its words were read.",
            "prisoners for whom an immigration detainer has been issued",
        ),
        effective=since("2017-09-01"),
        layer=Layer.STATE,
    ),
)

PACK = Pack(id="us-tx", title="Texas", provisions=(*DETAINER, *INFORMATION, *AGENCY), duty_rules=DUTIES)
