"""Over every place, kind of request, act and day: nothing asked is met with silence, nothing firm rests on what nobody read.

Duties come along wherever an act is allowed. The situations are drawn at random, and aimed at where each rule of each pack stands.
"""

import random
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.facts import FACTS, FactKind
from habeas.law.model.vocabulary import Act, Layer, Outcome, Sureness
from habeas.law.packs import PACKS
from habeas.law.review.situations import AIMED, situations
from habeas.requests.vocabulary import ISSUERS, KINDS, SIGNERS

PLACES = [*sorted(PACKS), "us-ca-kern", "us-tx-travis", "us-wy-teton"]
OF_A_COURT = {"judicial_warrant", "judicial_probable_cause", "court_order", "judicial_subpoena", "grand_jury_subpoena"}
ALLOWS = {Outcome.MUST, Outcome.MAY}
FIRM = {*ALLOWS, Outcome.MUST_NOT}
CHARGES = [
    [],
    [{"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2020-01-01", "sentence": "state_prison"}],
    [{"description": "theft", "grade": "misdemeanor", "disposition": "pending", "classes": ["serious"]}],
]  # fmt: skip


def days_of(place):
    """Days on either side of each beginning and end of the law of a place, and days long before and now."""
    ends = {day for act in Act for day in resolve(place).change_dates(act)}
    around = {date(1990, 1, 1), date(1997, 3, 31), date(2026, 11, 30), *ends, *(day - timedelta(1) for day in ends)}
    return sorted(day for day in around if day >= date(1900, 1, 1))


def flags_of(entity):
    return sorted(each.name for each in FACTS.values() if each.entity == entity and each.kind is FactKind.FLAG)


@st.composite
def situation(draw):
    place = draw(st.sampled_from(PLACES))
    perhaps = st.sampled_from([True, False, None])
    known = {name: draw(perhaps) for name in ("identity_match", "names_person", "probable_cause_box", "cancelled")}
    request = {
        "kind": draw(st.sampled_from(sorted(KINDS))),
        "asks": draw(st.lists(st.sampled_from([each.value for each in Act]), min_size=1, max_size=4, unique=True)),
        "issuer": draw(st.sampled_from([*sorted(ISSUERS), None])),
        "signer": draw(st.sampled_from([*sorted(SIGNERS), None])),
        "basis": draw(st.sampled_from(["civil", "criminal_immigration", "criminal_other", None])),
        "attachments": draw(st.sampled_from([[], ["I-200"], ["AO 442"], None])),
        **known,
    }
    person = {name: draw(perhaps) for name in flags_of("person")}
    person["proof_of_status_given"] = draw(st.sampled_from(["none", "us_citizen", "lawful_status", None]))
    row = {
        "id": "c",
        "jurisdiction": place,
        "as_of": draw(st.sampled_from(days_of(place))).isoformat(),
        "request": {name: value for name, value in request.items() if value is not None},
        "person": {name: value for name, value in person.items() if value is not None},
        "custody": {"facility": "county_jail"} | ({} if (let := draw(perhaps)) is None else {"releasable": let}),
        "charges": draw(st.sampled_from(CHARGES)),
        "agency": {},
    }
    return read_case(row)


def met_with_silence(case, made):
    """Asked acts of which nothing is said, but for a crime that is no immigration matter and people outside the class of a list."""
    request = case.request
    another = request.get("basis") == "criminal_other" and request.get("immigration_enforcement") is False
    outside = request.get("kind") == "list_request" and case.value("person", "in_requested_class") is False
    free = (another and request.get("kind") not in OF_A_COURT) or outside
    return [act for act, each in made.acts.items() if each.asked and each.outcome is Outcome.SILENT and not free]


def firm_on_nothing_read(made):
    """Acts that are answered firmly where no text, summary or report was read of any rule that carries the answer."""
    return [
        act
        for act, each in made.acts.items()
        if each.outcome in FIRM and all(r.provision.source.sureness is Sureness.UNVERIFIED for r in each.controlling)
    ]


def without_their_duties(made):
    """Duties that a rule lays upon an act it allows, and that the decision does not name."""
    owed = {(due.rule, due.duty) for due in made.duties}
    rules = [
        reason.provision
        for each in made.acts.values()
        if each.asked and each.outcome in ALLOWS
        for reason in each.reasons
        if reason.outcome in ALLOWS
    ]
    asked = {act for act, each in made.acts.items() if each.asked and each.outcome in ALLOWS}
    return [
        (rule.id, duty.what)
        for rule in rules
        for duty in rule.duties
        if duty.on in {None, *asked} and (rule.id, duty) not in owed
    ]


def checked(case):
    made = decide(case)
    assert not met_with_silence(case, made)
    assert not firm_on_nothing_read(made)
    assert not without_their_duties(made)
    for each in made.acts.values():
        layers = {reason.provision.layer for reason in each.reasons}
        assert Layer.NOTHING_READ not in layers or layers == {Layer.NOTHING_READ}


@settings(max_examples=400, deadline=None)
@given(situation())
def test_nothing_asked_is_met_with_silence_nothing_firm_rests_on_nothing_and_duties_come_along(case):
    checked(case)


@pytest.mark.parametrize("place", sorted(PACKS))
def test_the_same_where_each_rule_of_the_place_stands(place):
    draw = random.Random(place)  # noqa: S311 - a repeatable choice, not a secret
    for rule in PACKS[place].provisions:
        for act in rule.acts:
            above = len(resolve(place).rules_on(act, max(rule.effective.start or date.min, date(2000, 1, 1))))
            aimed = list(islice(situations(rule, act, place, 7), above * AIMED))
            for case in draw.sample(aimed, min(6, len(aimed))):
                checked(case)
