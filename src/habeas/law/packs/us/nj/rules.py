"""New Jersey: Attorney General Directive 2018-6, the Immigrant Trust Directive. Hold and notice for named records only, to 11:59 p.m."""

from habeas.law.model.ends import EndOfDay, at
from habeas.law.model.expressions import ask_counsel, custody, person, request
from habeas.law.model.provision import Duty, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.nj.terms import GROUNDS, OF_A_JUDGE
from habeas.law.packs.us.terms import A_LIST, AGENTS, CIVIL, DETAINER, FEDERAL_AUTHORITY, IMMIGRATION

SOURCES = sources_of(__name__)

DIRECTIVE = (
    Provision(
        id="us-nj.2018-6-ask",
        sentence="Nobody is asked about immigration status unless the investigation of a serious offense needs it.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=~request.basis.is_("criminal_other"),
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        source=SOURCES["2018-6-ask"],
    ),
    Provision(
        id="us-nj.2018-6-arrest",
        sentence="Nobody is arrested or transferred on an administrative warrant.",
        acts=(Act.ARREST, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL & request.kind.is_("administrative_warrant"),
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        source=SOURCES["2018-6-arrest"],
    ),
    Provision(
        id="us-nj.2018-6-arrest-on-detainer",
        sentence="Nobody is arrested on a detainer.",
        acts=(Act.ARREST,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & DETAINER,
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        source=SOURCES["2018-6-arrest-on-detainer"],
    ),
    Provision(
        id="us-nj.2018-6-transfer",
        sentence="The directive names the grounds for a hold and for a notice and none for a transfer: whether one is help "
        "in civil enforcement that it forbids is for the Attorney General.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & CIVIL & request.kind.is_("detainer", "notification_request", "transfer_request"),
        unless=OF_A_JUDGE,
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        source=SOURCES["2018-6-transfer"],
    ),
    Provision(
        id="us-nj.2018-6-other-federal",
        sentence="The directive speaks of federal civil immigration authorities; whether a list for another federal "
        "department is forbidden too is for counsel.",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & IMMIGRATION & ~AGENTS,
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        source=SOURCES["2018-6-other-federal"],
    ),
    Provision(
        id="us-nj.2018-6-resources",
        sentence="Immigration authorities get no office space, equipment, databases or property that the public does not "
        "have; only single persons, on the named grounds, are spoken of.",
        acts=(Act.ACCESS_FACILITY, Act.SHARE_PERSONAL, Act.LIST),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & IMMIGRATION & CIVIL,
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        source=SOURCES["2018-6-resources"],
    ),
    Provision(
        id="us-nj.2018-6-II-B-4",
        sentence="Immigration authorities interview a person held on criminal charges only after the person signs the consent "
        "form.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL,
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
            Duty(
                What.NOTIFY_PERSON,
                "the person",
                "Tell the person in writing, on the Attorney General's form, what immigration authorities ask.",
                deadline="promptly",
            ),
        ),
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        source=SOURCES["2018-6-II-B-4"],
    ),
    Provision(
        id="us-nj.2018-6-II-B-5",
        sentence="No notice of a release is given but on the grounds the directive names.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & CIVIL & ~A_LIST,
        unless=GROUNDS | OF_A_JUDGE,
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.NOTIFY_PERSON,
                "the person",
                "Tell the person in writing, on the Attorney General's form, what immigration authorities ask.",
                deadline="promptly",
            ),
        ),
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        reaches_everyone="A federal judge's own order stands in place of the record.",
        source=SOURCES["2018-6-II-B-5"],
    ),
    Provision(
        id="us-nj.2018-6-II-B-6",
        sentence="Nobody is held for immigration authorities but on the grounds the directive names, and then no later than "
        "11:59 p.m. of the day of release.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & CIVIL,
        unless=GROUNDS,
        otherwise=Outcome.MAY,
        until=EndOfDay(at("custody.release_at")),
        duties=(
            Duty(
                What.NOTIFY_PERSON,
                "the person",
                "Tell the person in writing, on the Attorney General's form, what immigration authorities ask.",
                deadline="promptly",
            ),
        ),
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        reaches_everyone="A federal judge's own order stands in place of the record.",
        source=SOURCES["2018-6-II-B-6"],
    ),
    Provision(
        id="us-nj.2018-6-status",
        sentence="The directive saves what 8 USC 1373 and 1644 protect: the exchange of citizenship or immigration status.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY,
        effective=since("2019-03-15"),
        layer=Layer.ATTORNEY_GENERAL,
        reaches_everyone="The clause speaks of any person.",
        source=SOURCES["2018-6-status"],
    ),
    Provision(
        id="us-nj.2018-6-287g",
        sentence="No agency makes or keeps an agreement under 8 USC 1357(g).",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2019-09-27"),
        layer=Layer.ATTORNEY_GENERAL,
        lower=Lower.NO_LAXER,
        source=SOURCES["2018-6-287g"],
    ),
)

STATUTES = (
    Provision(
        id="us-nj.pl-2021-c-199",
        sentence="No county makes, extends or renews an agreement to hold people for civil immigration violations.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2021-08-20"),
        layer=Layer.STATE,
        source=SOURCES["pl-2021-c-199"],
    ),
    Provision(
        id="us-nj.pl-2026-statute",
        sentence="Since 25 March 2026 a statute stands in the directive's place: what the directive leaves open is for "
        "counsel until it is read.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "A statute took the directive's place on 25 March 2026 (S3521/A4071) and is said to have changed who may be held on a final "
            "order: what does it allow?",
            when=IMMIGRATION & CIVIL,
        ),
        effective=since("2026-03-25"),
        layer=Layer.STATE,
        source=SOURCES["pl-2026-statute"],
    ),
)

GOVERNOR = begins_between(
    Provision(
        id="us-nj.eo-12",
        sentence="Immigration authorities get no entry to nonpublic areas of the State's executive branch without a judge's "
        "warrant or order; counties are not bound.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & IMMIGRATION & custody.facility.is_("state_prison"),
        unless=OF_A_JUDGE,
        # the press gives two days of signing
        effective=since("2026-02-11"),
        layer=Layer.GOVERNOR,
        source=SOURCES["eo-12"],
    ),
    "2026-02-10",
)

NOTES = (
    Note(
        sentence="Each agency reports every help it gave to the prosecutor and the Attorney General, who publish it yearly.",
        source=SOURCES["2018-6-reporting"],
    ),
)

EARLIER = (not_read_before("us-nj", "New Jersey", "2019-03-15", SOURCES[NOT_READ]),)

PACK = Pack(id="us-nj", title="New Jersey", provisions=(*EARLIER, *DIRECTIVE, *STATUTES, *GOVERNOR), notes=NOTES)
