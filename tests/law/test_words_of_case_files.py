"""Every word of a case file is read: by a rule of some pack, or where this table says, and why no rule names it."""

from dataclasses import fields, is_dataclass

import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine.case_files import AGENCY_KEYS, CHARGE_KEYS, KEYS, read_case
from habeas.law.engine.decide import decide
from habeas.law.model import expressions as x
from habeas.law.model.ends import facts_of_time
from habeas.law.model.facts import FACTS
from habeas.law.model.vocabulary import Act
from habeas.law.packs import PACKS
from habeas.requests.keys import KNOWN
from habeas.requests.request import read_request
from habeas.requests.vocabulary import EVENTS, KINDS

CASE_FILE = {
    "request": "kind asks issuer form signer attached_signer basis channel in_writing probable_cause_box final_order_of_removal "
    "identity_match served_on_person names_person attachments fields purpose received_at",
    "person": "history_complete minor sex_or_arson_registrant federal_felony_arrest_warrant terrorist_screening_match victim_or_witness "
    "written_consent proof_of_status_given federal_status_verified foreign_national claims_consular_status requested_interview "
    "counsel_present",
    "custody": "facility releasable release_date_public initial_custody arrested_on_civil_immigration_only released_because release_at "
    "arrested_on",
    "charge": "statute grade wobbler disposition offense_on disposed_on sentence classes court description sentence_years served_from "
    "served_to years_before_arrest reduced_on degree property_value probable_cause_by dismissed_under",
    "agency": "agreement_287g policy policy.reimbursement_agreement policy.honor_detainers",
}
"""The words of a case file by what they speak of."""

READ_ELSEWHERE = {
    "request.form": "the kind of the paper is what a rule asks; the form's number is what a letter names",
    "request.channel": "no statute that was read turns on how a request came: the record and the letter say it",
    "request.purpose": "tells whether the request serves immigration enforcement (`request.immigration_enforcement`)",
    "person.history_complete": "says whether 'no such charge' may ever be concluded (`Case.record_complete`)",
    "custody.released_because": "says how a dropped charge ended, and on bail that the arrest was for what is pending",
    "custody.arrested_on": "the years before the arrest are counted to it",
    "charge.statute": "the charge's classes are found by it",
    "charge.wobbler": "the charge's classes are found by it",
    "charge.offense_on": "the charge's classes are dated by it, and on bail no arrest is before it",
    "charge.sentence": "the charge's classes are found by it",
    "charge.classes": "what the source calls the charge, where it names no section",
    "charge.description": "the charge's classes are found by it",
    "charge.degree": "the charge's classes are found by it",
    "charge.property_value": "the charge's classes are found by it",
    "charge.served_from": "the years before the arrest leave it out",
    "charge.served_to": "the years before the arrest leave it out",
    "agency.policy": "holds words of its own: each is a fact of the agency",
}
"""Words that no condition of a pack names, and what reads them."""

NOT_ASKED = {
    "charge.sentence_years": "no list in force that was read turns on the years of a sentence; a policy file may",
    "agency.policy.honor_detainers": "a sheriff's own policy lifts no law; the county says it in its policy file",
}
"""Words that decide nothing today, and why: they are read, kept with the decision, and a policy file may name them."""

WORDS = [f"{entity}.{word}" for entity, words in CASE_FILE.items() for word in words.split()]


def _conditions(value):
    if isinstance(value, x.Expression):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _conditions(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _conditions(getattr(value, each.name))


def _named_by_rules():
    for pack in PACKS.values():
        for rule in pack.rules:
            for condition in _conditions(rule):
                yield from (part.fact.key for part in condition.walk() if hasattr(part, "fact"))
                yield from ("request.asks" for part in condition.walk() if isinstance(part, x.Asked))
            if getattr(rule, "until", None) is not None:
                yield from facts_of_time(rule.until)


RULES = frozenset(_named_by_rules())


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_a_case_file_is_named_by_a_rule_or_stands_in_the_table_with_its_reason(word):
    assert [word in RULES, word in READ_ELSEWHERE, word in NOT_ASKED].count(True) == 1


def test_every_fact_of_a_charge_and_every_excuse_is_a_word_of_a_case_file():
    of_charges = {key for key in FACTS if key.startswith("charge.")} | {f"charge.{key}" for key in CHARGE_KEYS}
    assert of_charges <= set(WORDS)
    assert {*READ_ELSEWHERE, *NOT_ASKED} <= set(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_no_word_of_a_case_file_is_told_to_be_unknown(word):
    entity, _, name = word.partition(".")
    known = {"request": KNOWN, "charge": CHARGE_KEYS, "agency": AGENCY_KEYS | {key[7:] for key in FACTS}}.get(entity)
    assert known is None or name in known
    assert known is not None or word in FACTS
    assert {"id", "jurisdiction", "as_of", "time_zone", "expected", "duties", "source"} <= KEYS


ROBBERY = {
    "statute": "PL 160.15",
    "grade": "felony",
    "disposition": "convicted",
    "disposed_on": "2012-03-01",
    "degree": "first",
}
SERVED = {"sentence": "state_prison", "served_from": "2012-03-01", "served_to": "2014-03-01"}
LARCENY = {"statute": "PL 155.25", "grade": "misdemeanor", "disposition": "pending", "offense_on": "2025-05-01"}


def notice(*charges, custody=None, day="2025-05-10"):
    request = {
        "kind": "notification_request",
        "issuer": "ice",
        "signer": "immigration_officer",
        "basis": "civil",
        "names_person": True,
    }
    person = {"history_complete": True, "terrorist_screening_match": False}
    row = {"id": "c", "jurisdiction": "us-ny-new-york-city", "as_of": day, "request": request, "person": person}
    case = read_case(row | {"custody": {"facility": "county_jail", **(custody or {})}, "charges": list(charges)})
    return decide(case).acts[Act.NOTIFY].outcome.value, case.charges[0].facts.get("years_before_arrest")


ON_BAIL = {"released_because": "bail_posted"}


@pytest.mark.parametrize(
    ("charges", "custody", "said", "years"),
    [
        ((ROBBERY | SERVED, LARCENY), ON_BAIL, "must_not", 11.0),
        ((ROBBERY | SERVED, LARCENY), {"arrested_on": "2025-05-02"}, "must_not", 11.0),
        # Eight years after the judgment, four of them served: within the five that are left.
        ((ROBBERY | SERVED | {"served_to": "2016-03-01"},), {"arrested_on": "2020-03-02"}, "may", 4.0),
        # The arrest is not on record, or what was served is not: nothing firm.
        ((ROBBERY | SERVED, LARCENY), {}, "unresolved", None),
        ((ROBBERY, LARCENY), ON_BAIL, "unresolved", None),
        # A pending charge without its day, and a matter that bail is not given in.
        ((ROBBERY | SERVED, LARCENY | {"offense_on": None}), ON_BAIL, "unresolved", None),
        ((ROBBERY | SERVED, LARCENY, LARCENY | {"offense_on": None}), ON_BAIL, "unresolved", None),
        ((ROBBERY | SERVED, LARCENY), {"released_because": "other"}, "unresolved", None),
        # Another listed conviction whose time is not on record could reach into the five years.
        ((ROBBERY | SERVED, ROBBERY | {"disposed_on": "2015-01-01"}, LARCENY), ON_BAIL, "unresolved", None),
        # Time that ends before it begins, and an arrest after the day asked about, are slips.
        ((ROBBERY | SERVED | {"served_to": "2011-01-01"}, LARCENY), ON_BAIL, "unresolved", None),
        ((ROBBERY | SERVED, LARCENY), {"arrested_on": "2025-06-01"}, "unresolved", None),
    ],
)  # fmt: skip
def test_new_yorks_five_years_leave_out_time_served_and_run_to_the_arrest(charges, custody, said, years):
    assert notice(*charges, custody=custody) == (said, years)


def test_years_that_differ_with_the_day_of_an_unknown_arrest_are_not_told():
    judged = ROBBERY | {"disposed_on": "2019-05-05", "served_from": "2019-05-05", "served_to": "2019-05-05"}
    assert notice(judged, LARCENY, custody=ON_BAIL, day="2025-05-10")[1] is None
    assert notice(judged, LARCENY, custody=ON_BAIL, day="2025-05-05")[1] == 5.0


def intake(place, custody=None, charges=(), person=None):
    row = {
        "id": "c",
        "jurisdiction": place,
        "as_of": "2026-03-10",
        "request": {"kind": "intake"},
        "person": person or {},
    }
    return decide(
        read_case(row | {"custody": {"facility": "county_jail", **(custody or {})}, "charges": list(charges)})
    )


FELONY = {"description": "burglary", "grade": "felony", "disposition": "pending"}


def test_an_intake_asks_what_the_law_orders_of_it():
    made = intake("us-va", charges=[FELONY], person={"foreign_national": True})
    assert {act.value for act, each in made.acts.items() if each.asked} == set(EVENTS["intake"])
    assert made.acts[Act.ASK_STATUS].outcome.value == "must"
    assert made.acts[Act.QUERY_ICE].outcome.value == "must"
    assert intake("us-il").acts[Act.ASK_STATUS].outcome.value == "must_not"


def test_an_event_is_no_request_and_stands_in_a_case_file_alone():
    assert not set(EVENTS) & set(KINDS)
    for event in EVENTS:
        with pytest.raises(BadInputError, match="not one Habeas knows"):
            read_request({"kind": event})
