"""Federal floors in every place: a paper that lost its force never holds anybody and never hands anybody over, one by one or in columns."""

import random
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from habeas.law.engine.case_files import charge_record, read_case
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.decide import decide
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import SETTLED_BY, Act, Outcome
from habeas.law.packs import PACKS
from habeas.requests.request import read_request
from habeas.requests.vocabulary import SIGNERS
from tests.law.crowds import CLASSES, REQUESTS, STATUTES, Crowd

OPENS = {Outcome.MUST, Outcome.MAY}
TAKES = (Act.HOLD, Act.TRANSFER, Act.ARREST)
BARRED = (Act.HOLD, Act.TRANSFER, Act.ARREST, Act.NOTIFY, Act.DELAY_RELEASE)
PLACES = (*PACKS, "us-ca-kern", "us-ny", "us-as-eastern")
CIVIL = ("detainer", "notification_request", "transfer_request", "administrative_warrant")
SIZE = 12
"""People a place and kind of paper."""


def paper(kind: str, **changes):
    """A civil paper, complete on its face, that asks for everything."""
    whole = {
        "kind": kind, "issuer": "ice", "basis": "civil", "form": "I-247A", "signer": "immigration_officer", "in_writing": True,
        "attachments": ["I-200"], "probable_cause_box": True, "identity_match": True, "names_person": True,
        "asks": ["hold", "notify", "transfer", "arrest", "delay_release"],
    }  # fmt: skip
    return dict(read_request(whole | changes).facts)


@cache
def people(place: str, kind: str) -> tuple[Case, ...]:
    """Generated people on a complete paper in `place`: some with the gravest records, so that every door is open to somebody."""
    draw = random.Random(f"{place} {kind}")  # noqa: S311 - a repeatable crowd, not a secret
    return tuple(_person(place, kind, draw, number) for number in range(SIZE))


def _person(place: str, kind: str, draw: random.Random, number: int) -> Case:
    day = date(2026, 11, 24) if number % 4 else date(2024, 6, 1)
    charges = tuple(
        charge_record(
            {
                "statute": draw.choice(["PC 211", "PC 187(a)", *STATUTES]),
                "grade": draw.choice(["felony", "misdemeanor"]),
                "disposition": draw.choice(["convicted", "convicted", "held_to_answer", "pending"]),
                "disposed_on": "2022-05-01",
                "classes": draw.choice([["violent", "nj_violent_or_serious", "indictable", "listed"], *CLASSES]),
            },
            day,
            "a charge",
            place,
        )
        for _ in range(draw.choice([0, 1, 2]))
    )
    person = {
        "proof_of_status_given": draw.choice(["none", "lawful_status"]),
        "written_consent": True,
        "minor": False,
        "sex_or_arson_registrant": draw.random() < 0.3,
    }
    custody = {"facility": "county_jail", "releasable": True, "release_date_public": draw.random() < 0.5}
    agency = {"local": True, "agreement_287g": draw.choice([True, False]), "policy.reimbursement_agreement": True}
    return Case(f"p{number}", place, day, paper(kind), person, custody, agency, charges, True, True)


def outcomes(case: Case) -> dict[Act, Outcome]:
    return {act: made.outcome for act, made in decide(case).acts.items()}


def on_paper(case: Case, **changes) -> Case:
    return replace(case, request={**case.request, **changes})


SPOILED = {
    "proof of citizenship": lambda case: replace(case, person={**case.person, "proof_of_status_given": "us_citizen"}),
    "no signature": lambda case: on_paper(case, signer="none"),
    "cancelled": lambda case: on_paper(case, cancelled=True),
    "for somebody else": lambda case: on_paper(case, identity_match=False),
    "names nobody": lambda case: on_paper(case, names_person=False),
    **{
        f"signed by {signer}": lambda case, signer=signer: on_paper(case, signer=signer)
        for signer in sorted(SIGNERS - {"immigration_officer", "none"})
    },
}
UNREAD = {
    "identity unknown": lambda case: on_paper(case, identity_match=None),
    "signer unknown": lambda case: on_paper(case, signer=None),
    "box unknown": lambda case: on_paper(case, probable_cause_box=None),
}
AS_GOOD = {("us-ct", "signed by state_judge")}
"""Where the law itself takes another signer for as good: a judicial officer is any state or federal judge (54-192h(a))."""
NO_CAUSE = {"probable_cause_box": False, "attached_probable_cause": False}
"""A bare form, and nothing that came with it states probable cause either."""
WARRANT_OPENS = {"us-ct": Outcome.MAY, "us-me": Outcome.MAY}
"""Where the law itself opens a detainer with which a judge's warrant comes: 54-192h(b)(1)(A)(i); 5 M.R.S. c. 337-E."""
WITH_AGREEMENT = ("us", "us-tx", "us-fl", "us-nc", "us-ok")
"""Places where an agreement under 8 USC 1357(g) opens the civil arrest."""


@pytest.mark.parametrize("place", PLACES)
def test_the_crowd_has_somebody_whom_a_whole_paper_takes_where_the_place_lets_it(place):
    made = [outcomes(case) for kind in CIVIL for case in people(place, kind)]
    asked_first = place in {"us-ny", "us-as-eastern"}
    closed = place.startswith(
        (
            "us-il",
            "us-wa",
            "us-al",
            "us-ca-los",
            "us-ca-san-francisco",
            "us-ca-santa-clara",
            "us-ca-san-diego",
            "us-ca-humboldt",
            "us-ca-san-mateo",
            "us-co",
            "us-dc",
            "us-ma",
            "us-me",
            "us-mt",
            "us-ny-new-york-city",
            "us-or",
            "us-pa-philadelphia",
            "us-pr",
            "us-sc",
            "us-vt",
        )
    )  # barred, or for counsel to answer
    opened = any(each[act] in OPENS | {Outcome.UNKNOWN} for each in made for act in TAKES)
    assert opened or asked_first or closed


@pytest.mark.parametrize("change", SPOILED)
@pytest.mark.parametrize("place", PLACES)
def test_no_place_holds_or_hands_over_on_a_paper_that_lost_its_force(place, change):
    for kind in CIVIL:
        for case in people(place, kind):
            spoiled = outcomes(SPOILED[change](case))
            assert not {act: spoiled[act] for act in TAKES if spoiled[act] in OPENS}, (case.id, kind)


@pytest.mark.parametrize("place", WITH_AGREEMENT)
def test_a_whole_warrant_and_an_agreement_open_the_civil_arrest(place):
    made = [outcomes(case)[Act.ARREST] for case in people(place, "administrative_warrant")]
    assert Outcome.MAY in made


@pytest.mark.parametrize("change", UNREAD)
@pytest.mark.parametrize("place", PLACES)
def test_a_hold_and_an_arrest_wait_for_what_nobody_read_whatever_act_is_asked(place, change):
    for kind in ("detainer",) if change == "box unknown" else CIVIL:
        for case in people(place, kind):
            for asks in ({"arrest"}, {"hold"}, {"arrest", "hold"}):
                made = decide(on_paper(UNREAD[change](case), asks=frozenset(asks)))
                left = {act for act in asks if made.acts[Act(act)].outcome is not Outcome.MUST_NOT}
                assert left <= {due.duty.blocks for due in made.duties if due.duty.what in SETTLED_BY}, (case.id, kind)
                assert made.questions or not left, (case.id, kind)


@pytest.mark.parametrize("place", PLACES)
def test_proof_of_citizenship_leaves_no_act_against_the_person_open_anywhere(place):
    for kind in CIVIL:
        for case in people(place, kind):
            spoiled = outcomes(SPOILED["proof of citizenship"](case))
            assert not {act: spoiled[act] for act in BARRED if spoiled[act] in OPENS}, (case.id, kind)


@pytest.mark.parametrize("place", PLACES)
def test_an_identity_nobody_confirmed_holds_nobody_and_blocks_notice_and_hand_over(place):
    for kind in CIVIL:
        for case in people(place, kind):
            made = decide(on_paper(case, identity_match=None))
            assert made.acts[Act.HOLD].outcome in {Outcome.UNKNOWN, Outcome.MUST_NOT}, (case.id, kind)
            if made.acts[Act.HOLD].outcome is Outcome.UNKNOWN:
                assert "request.identity_match" in {ask.fact for ask in made.acts[Act.HOLD].questions}
            blocked = {due.duty.blocks for due in made.duties if due.duty.what.value == "confirm_identity"}
            doable = {act for act in (Act.NOTIFY, Act.TRANSFER) if made.acts[act].outcome in OPENS}
            assert doable <= blocked, (case.id, kind)


def owed(made, what: str) -> set[Act]:
    """The acts that wait for a duty."""
    return {due.duty.blocks for due in made.duties if due.duty.what.value == what}


NOT_FORBIDDEN = OPENS | {Outcome.UNKNOWN, Outcome.UNRESOLVED, Outcome.SILENT}


@pytest.mark.parametrize(
    ("fact", "what", "kinds"),
    [
        ("signer", "confirm_signature", CIVIL),
        ("probable_cause_box", "confirm_probable_cause", ("detainer",)),
        ("identity_match", "confirm_identity", CIVIL),
    ],
)
@pytest.mark.parametrize("place", PLACES)
def test_what_nobody_read_on_a_paper_holds_nobody_is_asked_about_and_comes_first(place, fact, what, kinds):
    for kind in kinds:
        for case in people(place, kind):
            made = decide(on_paper(case, **{fact: None}))
            assert made.acts[Act.HOLD].outcome in {Outcome.UNKNOWN, Outcome.MUST_NOT}, (case.id, kind)
            waits = {act for act in (*TAKES, Act.NOTIFY) if made.acts[act].outcome in NOT_FORBIDDEN}
            assert waits <= owed(made, what), (case.id, kind)
            assert not waits or f"request.{fact}" in {ask.fact for ask in made.questions}, (case.id, kind)
            assert not owed(decide(case), what), (case.id, kind)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_told_on_a_detainer_that_nobody_signed_before_counsel_is_asked(place):
    for case in people(place, "detainer"):
        made = decide(on_paper(case, signer="none")).acts[Act.NOTIFY]
        assert made.outcome not in {*OPENS, Outcome.SILENT}, case.id


@pytest.mark.parametrize("issuer", ["court", "usms", "doj", "fbi", "other", "ice", None])
@pytest.mark.parametrize("place", PLACES)
def test_an_order_of_an_immigration_judge_is_firm_nowhere_and_silent_nowhere(place, issuer):
    for kind in ("court_order", "judicial_warrant", "judicial_probable_cause"):
        for case in people(place, "detainer"):
            made = outcomes(on_paper(case, kind=kind, signer="immigration_judge", issuer=issuer))
            assert not {made[act] for act in BARRED} & {*OPENS, Outcome.SILENT}, (case.id, kind)


@pytest.mark.parametrize("place", PLACES)
def test_nobody_is_handed_over_on_a_judges_warrant_before_the_states_custody_is_known_to_have_ended(place):
    row = {"id": "a", "jurisdiction": place, "as_of": "2026-11-24", "request": WARRANT, "charges": []}
    for releasable, waits in ((None, {Act.TRANSFER}), (True, set())):
        made = decide(read_case(row | {"custody": {"facility": "county_jail", "releasable": releasable}}))
        assert owed(made, "confirm_state_custody_ended") == waits
        assert ("custody.releasable" in {ask.fact for ask in made.questions}) is bool(waits)


@pytest.mark.parametrize("place", PLACES)
def test_a_detainer_without_its_probable_cause_box_takes_nobody_and_an_unread_box_is_asked_about(place):
    for case in people(place, "detainer"):
        none, bare, unread = (
            outcomes(on_paper(case, **NO_CAUSE)),
            outcomes(on_paper(case, probable_cause_box=False, attached_probable_cause=None)),
            outcomes(on_paper(case, probable_cause_box=None)),
        )
        assert not {none[act] for act in TAKES} & OPENS
        assert not {bare[act] for act in TAKES} & OPENS
        assert unread[Act.HOLD] not in OPENS


@pytest.mark.parametrize(
    ("place", "shown"),
    [("us-la", Outcome.MUST), ("us-fl", Outcome.MUST), ("us-wv", Outcome.UNRESOLVED), ("us-pa", Outcome.UNRESOLVED)],
)
@pytest.mark.parametrize("came", [["I-200", "affidavit"], ["I-200"], None])
def test_a_bare_box_is_no_refusal_while_what_came_with_the_form_may_state_probable_cause(place, shown, came):
    bare = WHOLE_PAPER | {"probable_cause_box": False, "attachments": came}
    made = answered(place, bare)
    assert made.acts[Act.HOLD].outcome is Outcome.UNKNOWN
    assert made.acts[Act.TRANSFER].outcome not in {Outcome.MUST_NOT, *OPENS}
    assert "request.attached_probable_cause" in {ask.fact for ask in made.questions}
    assert answered(place, bare | {"attached_probable_cause": False}).acts[Act.HOLD].outcome is Outcome.MUST_NOT
    if came:
        assert answered(place, bare | {"attached_probable_cause": True}).acts[Act.HOLD].outcome is shown


@pytest.mark.parametrize("came", [[], ["I-247A"]])
def test_a_bare_form_that_came_alone_is_refused_without_a_question(came):
    made = answered("us-la", WHOLE_PAPER | {"probable_cause_box": False, "attachments": came})
    assert made.acts[Act.HOLD].outcome is Outcome.MUST_NOT
    assert "request.attached_probable_cause" not in {ask.fact for ask in made.questions}


@pytest.mark.parametrize("place", PLACES)
def test_a_paper_that_may_have_been_taken_back_is_asked_about(place):
    for case in people(place, "detainer"):
        made = outcomes(on_paper(case, cancelled=None))
        assert not {made[act] for act in (*TAKES, Act.NOTIFY)} & OPENS


@pytest.mark.parametrize("place", PLACES)
def test_a_cancellation_permits_nothing(place):
    for case in people(place, "detainer_cancellation"):
        made = outcomes(on_paper(case, asks=frozenset()))
        assert {made[act] for act in BARRED} == {Outcome.MUST_NOT}


@pytest.mark.parametrize("place", PLACES)
def test_no_change_that_weakens_a_paper_opens_an_act_under_any_request(place):
    for number, request in enumerate(REQUESTS):
        for case in Crowd(place, request, 4, number).cases():
            before = outcomes(case)
            for name, change in SPOILED.items():
                if (place, name) in AS_GOOD:
                    continue
                after = outcomes(change(case))
                worse = {act: after[act] for act in TAKES if after[act] in OPENS and before[act] not in OPENS}
                assert not worse, (case.id, request["kind"])


@pytest.mark.parametrize(
    "place", ["us", "us-ca", "us-ca-los-angeles", "us-tx", "us-fl", "us-nc", "us-ok", "us-nj", "us-ny"]
)
@pytest.mark.parametrize("change", [*SPOILED, *UNREAD])
def test_columns_say_of_a_spoiled_paper_what_one_decision_says(place, change):
    spoil = {**SPOILED, **UNREAD}[change]
    for number, request in enumerate([REQUESTS[0] | {"signer": "immigration_officer"}, REQUESTS[3]]):
        crowd = Crowd(place, request, 20, number)
        crowd.request = dict(spoil(crowd.cases()[0]).request)
        for person in crowd.people if change == "proof of citizenship" else ():
            person["facts"]["person.proof_of_status_given"] = "us_citizen"
        cases = crowd.cases()
        found = decide_frame(*crowd.frames(), cases[0], list(BARRED), explain=False)
        for case, row in zip(cases, found.iter_rows(named=True), strict=True):
            made = outcomes(case)
            assert {act: row[f"{act}.outcome"] for act in BARRED} == {act: made[act].value for act in BARRED}


def read(**request):
    row = {"id": "a", "jurisdiction": "us-ca", "as_of": "2026-11-24", "request": request}
    custody = {"facility": "county_jail", "release_date_public": False}
    person = {"sex_or_arson_registrant": False, "federal_felony_arrest_warrant": False}
    return decide(read_case(row | {"custody": custody, "person": person, "charges": []}))


WHOLE_ROW = {"id": "a", "as_of": "2026-11-24", "charges": [], "person": {"proof_of_status_given": "none"},
             "custody": {"facility": "county_jail", "releasable": True}}  # fmt: skip
WHOLE_PAPER = {"kind": "detainer", "issuer": "ice", "signer": "immigration_officer", "attachments": ["I-200"], "identity_match": True,
               "probable_cause_box": True, "basis": "civil"}  # fmt: skip


@pytest.mark.parametrize(
    "strange",
    [
        {"canceled": True}, {"recalled": True}, {"withdrawn": "2026-11-20"}, {"dateLifted": "2026-11-20"}, {"detainer_void": 1},
        {"status": "Quashed"}, {"note": {"state": "rescinded by the field office"}}, {"attachments": ["I-200", "I-247A cancellation"]},
        {"cancelled": False, "canceled": True}, {"expired": None},
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", PLACES)
def test_a_strange_word_of_recall_leaves_open_whether_the_paper_was_taken_back(place, strange):
    for where in ("request", "top", "agency"):
        if where != "request" and {"attachments", "cancelled"} & set(strange):
            continue
        paper = WHOLE_PAPER | (strange if where == "request" else {})
        more = {"top": strange, "agency": {"agency": strange}}.get(where, {})
        made = decide(read_case({**WHOLE_ROW, **more, "jurisdiction": place, "request": paper}))
        assert not {made.acts[act].outcome for act in (*TAKES, Act.NOTIFY)} & OPENS, where
        assert "attachments" in strange or any("a person must read it" in each for each in made.warnings)


@pytest.mark.parametrize(
    "change",
    [
        {"persons": {}},
        {"timezone": "x"},
        {"agency": {"local_agency": True}},
        {"agency": {"policy": {"honour": True}}},
        {"request": WHOLE_PAPER | {"identity_mismatch": True}},
    ],
)
def test_a_key_nobody_knows_is_said(change):
    row = {**WHOLE_ROW, "jurisdiction": "us-ok", "request": WHOLE_PAPER}
    assert read_case(row).said == ()
    made = decide(read_case(row | change))
    assert len([each for each in made.warnings if "is nothing Habeas knows" in each]) == 1


def test_words_of_recall_in_the_senders_text_are_asked_about_and_silence_is_no_recall():
    assert (
        read_request({"kind": "detainer", "purpose": "Please note the detainer is withdrawn."}).facts["cancelled"]
        is None
    )
    assert read_request({"kind": "detainer"}).facts["cancelled"] is False
    assert read_request({"kind": "detainer", "cancelled": None}).facts["cancelled"] is False
    assert read_request({"kind": "detainer", "cancelled": "unknown"}).facts["cancelled"] is None
    withdrawn = {"kind": "detainer", "cancelled": None, "text": "The detainer is withdrawn."}
    assert read_request(withdrawn).facts["cancelled"] is None


def test_an_order_of_an_immigration_judge_is_civil_whoever_is_named_as_its_issuer():
    for issuer in ("court", "ice", "doj", "public", "other"):
        made = read(kind="court_order", issuer=issuer, signer="immigration_judge", asks=["hold", "transfer"])
        assert {made.acts[act].outcome for act in (Act.HOLD, Act.TRANSFER)} == {Outcome.MUST_NOT}, issuer


WARRANT = {"kind": "judicial_warrant", "issuer": "ice", "signer": "federal_magistrate_judge", "basis": "criminal_immigration",
           "asks": ["hold", "transfer"]}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_judges_arrest_warrant_takes_the_person_when_the_states_custody_ends_and_is_lodged_before(place):
    row = {"id": "a", "jurisdiction": place, "as_of": "2026-11-24", "request": WARRANT, "charges": []}
    for releasable, wanted in ((True, "must"), (False, "unresolved")):
        made = decide(read_case(row | {"custody": {"facility": "county_jail", "releasable": releasable}}))
        assert made.acts[Act.TRANSFER].outcome.value == wanted
        assert made.acts[Act.HOLD].outcome is Outcome.UNRESOLVED


def test_a_detainer_with_a_judges_warrant_attached_is_answered_as_both_papers():
    both = {
        "kind": "detainer",
        "issuer": "ice",
        "basis": "civil",
        "signer": "immigration_officer",
        "attachments": ["AO 442"],
    }
    assert read(**both, attached_signer="federal_magistrate_judge").acts[Act.TRANSFER].outcome is Outcome.MUST
    assert read(**both, attached_signer="immigration_officer").acts[Act.TRANSFER].outcome is Outcome.MUST_NOT
    assert read(**both).acts[Act.TRANSFER].outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("place", PLACES)
def test_whether_proof_of_citizenship_was_shown_is_recorded_before_anybody_is_kept_arrested_or_handed_over(place):
    for kind in CIVIL:
        for case in people(place, kind):
            made = decide(replace(case, person={**case.person, "proof_of_status_given": None}))
            waits = {act for act in TAKES if made.acts[act].outcome in NOT_FORBIDDEN}
            assert waits == owed(made, "confirm_proof_of_status"), (case.id, kind)
            assert not waits or "person.proof_of_status_given" in {ask.fact for ask in made.questions}
            assert not owed(decide(case), "confirm_proof_of_status")


BOTH = {**WHOLE_PAPER, "attachments": ["I-200", "AO 442"], "attached_signer": "federal_magistrate_judge"}


def answered(place: str, paper: dict, **person):
    case = read_case(
        WHOLE_ROW | {"jurisdiction": place, "request": paper, "person": {"proof_of_status_given": "none"} | person}
    )
    return decide(case)


@pytest.mark.parametrize("place", PLACES)
def test_a_canceled_request_recalls_no_judges_warrant_and_whether_it_is_recalled_too_is_asked(place):
    unsaid = answered(place, BOTH | {"cancelled": True})
    assert unsaid.acts[Act.TRANSFER].outcome is Outcome.UNKNOWN
    assert "request.attached_cancelled" in {ask.fact for ask in unsaid.questions}
    assert unsaid.acts[Act.NOTIFY].outcome is Outcome.MUST_NOT
    stands, recalled = (
        answered(place, BOTH | {"cancelled": True, "attached_cancelled": each}) for each in (False, True)
    )
    assert stands.acts[Act.TRANSFER].outcome is Outcome.MUST
    assert recalled.acts[Act.TRANSFER].outcome is Outcome.MUST_NOT
    assert not {made.acts[Act.HOLD].outcome for made in (unsaid, stands, recalled)} & OPENS


@pytest.mark.parametrize("place", PLACES)
def test_words_of_recall_beside_both_papers_leave_both_open(place):
    for strange in ({"canceled": True}, {"canceled": True, "attached_cancelled": False}, {"cancelled": "unknown"}):
        made = answered(place, BOTH | strange)
        assert not {made.acts[act].outcome for act in TAKES} & OPENS


@pytest.mark.parametrize("place", PLACES)
def test_a_warrant_that_came_with_a_request_takes_nothing_from_its_hold_and_adds_none(place):
    alone = answered(place, WHOLE_PAPER).acts[Act.HOLD].outcome
    both = answered(place, BOTH).acts[Act.HOLD].outcome
    kept = alone if alone in OPENS | {Outcome.UNKNOWN} else Outcome.UNRESOLVED
    assert both is WARRANT_OPENS.get(place, kept)
    for spoiled in ({"signer": "none"}, NO_CAUSE, {"cancelled": True}, {"names_person": False}):
        assert answered(place, BOTH | spoiled).acts[Act.HOLD].outcome is Outcome.UNRESOLVED, spoiled
    assert answered(place, BOTH, proof_of_status_given="us_citizen").acts[Act.HOLD].outcome is Outcome.UNRESOLVED


@pytest.mark.parametrize(
    "request_",
    [
        {"kind": "grand_jury_subpoena", "basis": "criminal_immigration", "asks": ["share_personal"]},
        {"kind": "grand_jury_subpoena", "basis": "criminal_other", "asks": ["notify"]},
        {"kind": "grand_jury_subpoena", "basis": "criminal_other", "asks": ["list"]},
        {"kind": "judicial_warrant", "signer": "federal_magistrate_judge", "form": "AO 93", "asks": ["share_personal"]},
        {"kind": "court_order", "signer": "clerk_of_court", "issuer": "court", "asks": ["transfer"]},
    ],
)
def test_the_process_of_a_court_is_never_refused_firmly_and_never_met_with_silence(request_):
    act = Act(request_["asks"][0])
    assert read(**request_).acts[act].outcome in {Outcome.MUST, Outcome.UNRESOLVED}


def test_a_detainer_waits_for_its_copy_to_be_served():
    row = {
        "id": "a",
        "jurisdiction": "us-fl",
        "as_of": "2026-11-24",
        "charges": [],
        "custody": {"facility": "county_jail"},
        "person": {"proof_of_status_given": "none"},
    }
    asked = {
        "kind": "detainer",
        "issuer": "ice",
        "signer": "immigration_officer",
        "attachments": ["I-200"],
        "probable_cause_box": True,
        "identity_match": True,
    }
    for served, owed in ((None, True), (False, True), (True, False)):
        made = decide(read_case(row | {"request": asked | {"served_on_person": served}}))
        assert made.acts[Act.HOLD].outcome is Outcome.MUST
        assert owed is any(
            due.duty.what.value == "give_copy_to_person" and due.duty.blocks is Act.HOLD for due in made.duties
        )


def test_a_california_county_nobody_read_is_asked_about_where_state_law_opens_and_barred_where_it_does_not():
    robbery = {"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2015-03-01"}
    theft = {"statute": "PC 484(a)", "grade": "misdemeanor", "disposition": "pending"}
    clean = {"sex_or_arson_registrant": False, "federal_felony_arrest_warrant": False}
    custody = {"facility": "county_jail", "release_date_public": False}
    row = {
        "id": "a",
        "as_of": "2026-11-24",
        "request": {"kind": "detainer", "issuer": "ice", "basis": "civil"},
        "person": clean,
    }
    for place, charge, answered, wanted in (
        ("us-ca-kern", robbery, None, "unknown"),
        ("us-ca-kern", robbery, False, "may"),
        ("us-ca-kern", robbery, True, "must_not"),
        ("us-ca-kern", theft, None, "must_not"),
        ("us-ca-fresno", robbery, None, "may"),
        ("us-ca", robbery, None, "may"),
    ):
        agency = {"policy": {"local_rule_forbids": answered}} if answered is not None else {}
        case = read_case(row | {"jurisdiction": place, "custody": custody, "charges": [charge], "agency": agency})
        made = decide(case)
        assert {made.acts[act].outcome.value for act in (Act.NOTIFY, Act.TRANSFER)} == {wanted}, (place, wanted)
        asked = {ask.fact for act in (Act.NOTIFY, Act.TRANSFER) for ask in made.acts[act].questions}
        assert ("agency.policy.local_rule_forbids" in asked) is (wanted == "unknown")
