"""New Jersey: Attorney General Directive 2018-6, the Immigrant Trust Directive. Hold and notice for named records only, to 11:59 p.m."""

from habeas.law.expressions import any_charge, ask_counsel, charge, charge_is, person, request
from habeas.law.provision import Duty, Note, Pack, Provision, Source, secondary, since
from habeas.law.until import EndOfDay, at
from habeas.law.words import Act, Layer, Lower, Outcome, What

RELEASE_2018 = "https://www.nj.gov/oag/newsreleases18/pr20181129a.html"
DATA_2019 = (
    "https://www.njoag.gov/attorney-general-grewal-releases-immigrant-trust-directive-annual-reporting-data-for-2019/"
)
GUIDE = "https://viewer.joomag.com/the-nj-police-chief-magazine-volume-31-number-7/0079066001742829272/p9"
DIRECTIVE = since("2019-03-15")

IMMIGRATION = request.flag("immigration_enforcement")
CIVIL = request.basis.is_("civil")
AUTHORITY = request.issuer.is_("ice", "cbp")
JUDGE = ("federal_magistrate_judge", "federal_district_judge")
CHARGED_OR_FOUND = charge.disposition.is_(
    "pending", "held_to_answer", "convicted", "not_guilty_insanity", "juvenile_adjudication"
)

GROUNDS = (
    any_charge(CHARGED_OR_FOUND & charge_is("nj_violent_or_serious"))
    | any_charge(charge.disposition.is_("convicted") & charge_is("indictable") & charge.disposed_on.within(5))
    | (request.attachments.includes("final_order_of_removal", "court_order") & request.attached_signer.is_(*JUDGE))
)
"""II.B.5-6: (a) charged with or ever found to have done a violent or serious offence, (b) convicted of another indictable crime in
the past five years, (c) a final order of removal signed by a federal judge and lodged: the paper itself, not a form's word of it."""
JUDICIAL = request.kind.is_("judicial_warrant", "court_order") & request.signer.is_(*JUDGE, "state_judge")

_WHY = "A federal judge's own order stands in place of the record."
_TELL = Duty(
    What.NOTIFY_PERSON,
    "the person",
    "Tell the person in writing, on the Attorney General's form, what immigration authorities ask.",
    deadline="promptly",
)


def _part(part: str, address: str, settle: str, words: str = "") -> Source:
    return secondary(f"N.J. Attorney General Directive 2018-6, {part}", address, settle, words)


PROVISIONS = (
    Provision(
        id="us-nj.2018-6-II-B-6",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & CIVIL,
        unless=GROUNDS,
        otherwise=Outcome.MAY,
        until=EndOfDay(at("custody.release_at")),
        duties=(_TELL,),
        sentence="Nobody is held for immigration authorities but on the grounds the directive names, and then no later than "
        "11:59 p.m. of the day of release.",
        source=_part("II.B.6", DATA_2019, "Read II.B.6 and Appendix A in the directive's second version."),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        reaches_everyone=_WHY,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-nj.2018-6-II-B-5",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & CIVIL & ~request.kind.is_("list_request"),
        unless=GROUNDS | JUDICIAL,
        otherwise=Outcome.MAY,
        duties=(_TELL,),
        sentence="No notice of a release is given but on the grounds the directive names.",
        source=_part("II.B.5", DATA_2019, "Read II.B.5 and Appendix A in the directive's second version."),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        reaches_everyone=_WHY,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-nj.2018-6-II-B-4",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & CIVIL,
        unless=person.flag("written_consent"),
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.CONSENT_FORM,
                "the person",
                "Give the written consent form: the purpose, that it is voluntary, and the right to a lawyer.",
                deadline="before the interview",
                blocks=Act.INTERVIEW,
            ),
            _TELL,
        ),
        sentence="Immigration authorities interview a person held on criminal charges only after the person signs the consent form.",
        source=_part("II.B.4", RELEASE_2018, "Read II.B.4; the Attorney General's release was read."),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
    ),
    Provision(
        id="us-nj.2018-6-arrest",
        acts=(Act.ARREST, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & CIVIL & request.kind.is_("administrative_warrant"),
        sentence="Nobody is arrested or handed over on an administrative warrant.",
        source=_part(
            "II.A",
            RELEASE_2018,
            "Read II.A; the Attorney General's release and a report of the State Police memorandum of 2025 were read.",
            "Cannot stop, question, arrest, search, or detain any individual based solely on actual or suspected immigration status",
        ),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-nj.2018-6-arrest-on-detainer",
        acts=(Act.ARREST,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & request.kind.is_("detainer"),
        sentence="Nobody is arrested on a detainer.",
        source=_part(
            "II.A",
            RELEASE_2018,
            "Read II.A; the Attorney General's release was read.",
            "Cannot stop, question, arrest, search, or detain any individual based solely on actual or suspected immigration status",
        ),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-nj.2018-6-transfer",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & CIVIL & request.kind.is_("detainer", "notification_request", "transfer_request"),
        unless=JUDICIAL,
        sentence="The directive names the grounds for a hold and for a notice and none for a hand-over: whether one is help in civil "
        "enforcement that it forbids is for the Attorney General.",
        source=_part("II.B", RELEASE_2018, "Read II.B in the directive's second version."),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-nj.pl-2026-statute",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "A statute took the directive's place on 25 March 2026 (S3521/A4071) and is said to have changed who may be held on a final "
            "order: what does it allow?",
            when=IMMIGRATION & CIVIL,
        ),
        sentence="Since 25 March 2026 a statute stands in the directive's place: what the directive leaves open is for counsel until it is "
        "read.",
        source=secondary(
            "P.L. 2026 (S3521/A4071)",
            "https://fastdemocracy.com/bill-summary/?billsummary_id=NJB00073236&billsummary_session=2026-2027&billsummary_state=nj",
            "Read the chapter law; a summary of the bill and accounts of its signing were read.",
            "prohibits state, county, and municipal law enforcement agencies from engaging in federal civil immigration enforcement",
        ),
        effective=since("2026-03-25"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-nj.pl-2021-c-199",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY,
        sentence="No county makes, extends or renews an agreement to hold people for civil immigration violations.",
        source=secondary(
            "P.L. 2021, c. 199, N.J.S.A. 30:4-8.16",
            "https://whyy.org/articles/murphy-signs-law-that-bans-contracts-with-ice-for-detention-of-immigrants/",
            "Read section 2 as enacted; a report of its signing and a bill that would amend it were read.",
            "banning all state and local governments from renewing existing contracts or entering into new contracts",
        ),
        effective=since("2021-08-20"),
        layer=Layer.STATE,
    ),
    Provision(
        id="us-nj.2018-6-resources",
        acts=(Act.ACCESS_FACILITY, Act.SHARE_PERSONAL, Act.LIST),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY & IMMIGRATION & CIVIL,
        sentence="Immigration authorities get no office space, equipment, databases or property that the public does not have; only "
        "single persons, on the named grounds, are spoken of.",
        source=_part(
            "II.B.3",
            RELEASE_2018,
            "Read II.B.3; the Attorney General's release was read.",
            "Cannot provide ICE with access to state or local law enforcement resources, including equipment, office space, "
            "databases, or property",
        ),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-nj.2018-6-other-federal",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("list_request") & IMMIGRATION & ~AUTHORITY,
        sentence="The directive speaks of federal civil immigration authorities; whether a list for another federal department is "
        "forbidden too is for counsel.",
        source=_part("II.B", RELEASE_2018, "Read the directive's definition of federal civil immigration authorities."),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
    ),
    Provision(
        id="us-nj.2018-6-status",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=request.issuer.is_("ice", "cbp", "doj", "fbi", "usms"),
        sentence="The directive saves what 8 USC 1373 and 1644 protect: the exchange of citizenship or immigration status.",
        source=_part("II.C", RELEASE_2018, "Read II.C."),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        reaches_everyone="The clause speaks of any person.",
    ),
    Provision(
        id="us-nj.2018-6-ask",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=~request.basis.is_("criminal_other"),
        sentence="Nobody is asked about immigration status unless the investigation of a serious offence needs it.",
        source=_part(
            "II.A",
            RELEASE_2018,
            "Read II.A; the Attorney General's release was read.",
            "Cannot ask the immigration status of any individual, unless doing so is necessary to the ongoing investigation",
        ),
        effective=DIRECTIVE,
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
    ),
    Provision(
        id="us-nj.2018-6-287g",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AUTHORITY,
        sentence="No agency makes or keeps an agreement under 8 USC 1357(g).",
        source=_part(
            "second version of 27 Sept. 2019",
            "http://ecases.us/case/njsuperctappdiv/c1524856/robert-a-nolan-v-gurbir-s-grewal-division-of-criminal-justice",
            "Read the second version; a court's account of it was read.",
        ),
        effective=since("2019-09-27"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
    ),
)

NOTES = (
    Note(
        sentence="Each agency reports every help it gave to the prosecutor and the Attorney General, who publish it yearly.",
        source=_part("annual reporting", DATA_2019, "Read the section on reports."),
    ),
)

PACK = Pack(id="us-nj", title="New Jersey", provisions=PROVISIONS, notes=NOTES)
