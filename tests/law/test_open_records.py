"""The facts of an arrest that a state's law opens: to anyone who asks, to a federal authority as to anyone, and nowhere by guess."""

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act, Sureness
from habeas.law.packs import PACKS
from tests.law.tables import rows

READ = """
place | public     | ice        | minor      | facility    | rule
us-ak | may        | unresolved | may        | county_jail | us-ak.12.62.160-b-3
us-al | must       | may        | unresolved | county_jail | us-al.36-22-8
us-ar | must       | may        | must       | county_jail | us-ar.25-19-105
us-ca | must       | may        | must       | county_jail | us-ca.gov-7923.610
us-co | must       | unresolved | must       | county_jail | us-co.17-26-118-2
us-ct | must       | unresolved | unresolved | county_jail | us-ct.1-215
us-dc | must       | must_not   | must       | city_lockup | us-dc.5-113.06
us-fl | must       | may        | must       | county_jail | us-fl.119-arrests
us-ga | must       | may        | must       | county_jail | us-ga.42-4-7-a
us-hi | must       | unresolved | unresolved | county_jail | us-hi.92F-12-a-4
us-id | must       | may        | must       | county_jail | us-id.74-124-3
us-il | must       | unresolved | must       | county_jail | us-il.5-140-2.15
us-in | must       | may        | must       | county_jail | us-in.5-14-3-5
us-ks | must       | may        | unresolved | county_jail | us-ks.45-217-c
us-la | must       | may        | unresolved | county_jail | us-la.ccrp-228
us-ma | must       | may        | unresolved | city_lockup | us-ma.41-98F
us-me | must       | unresolved | unresolved | county_jail | us-me.16-706
us-mn | must       | may        | unresolved | county_jail | us-mn.13.82-2
us-mo | must       | may        | must       | county_jail | us-mo.610.100
us-ms | must       | may        | must       | county_jail | us-ms.19-25-63
us-mt | must       | may        | unresolved | county_jail | us-mt.44-5-301
us-nc | must       | may        | must       | county_jail | us-nc.132-1.4-c
us-nd | must       | may        | must       | county_jail | us-nd.44-04-18.7-2
us-ne | must       | may        | unresolved | county_jail | us-ne.29-3521
us-nm | must       | may        | must       | county_jail | us-nm.29-10-7
us-nv | may        | unresolved | unresolved | county_jail | us-nv.179A.100-1
us-oh | must       | may        | unresolved | county_jail | us-oh.jail-log
us-ok | must       | may        | must       | county_jail | us-ok.24A.8-A
us-or | must       | may        | unresolved | county_jail | us-or.192.345-3
us-ri | must       | may        | unresolved | county_jail | us-ri.38-2-3.2
us-tn | must       | may        | must       | county_jail | us-tn.10-7-503
us-tx | must       | may        | must       | county_jail | us-tx.gov-552.108-c
us-ut | must       | may        | unresolved | county_jail | us-ut.63G-2-301-3
us-va | must       | may        | unresolved | county_jail | us-va.2.2-3706-A-2
us-vt | must       | may        | must       | county_jail | us-vt.1-317-c-5-B
us-wa | must       | may        | must       | county_jail | us-wa.70.48.100-1
us-wi | must       | may        | unresolved | county_jail | us-wi.59.27-2
"""
TABLE = [tuple(row.values()) for row in rows(READ)]
OF_PUBLIC = {"kind": "public_records_request", "issuer": "public", "asks": ["share_public"]}
OF_ICE = {"kind": "records_request", "issuer": "ice", "asks": ["share_public"], "basis": "civil"}


def said(place, request, facility="county_jail", person=None, day="2026-11-30"):
    custody = {"facility": facility, "arrested_on_civil_immigration_only": False}
    row = {"id": "c", "jurisdiction": place, "as_of": day, "request": request, "custody": custody}
    return decide(read_case(row | {"person": person or {}})).acts[Act.SHARE_PUBLIC]


@pytest.mark.parametrize(("place", "public", "ice", "minor", "facility", "rule"), TABLE)
def test_what_a_state_opens_is_given_to_anyone_and_no_further_than_it_says(place, public, ice, minor, facility, rule):
    answer = said(place, OF_PUBLIC, facility)
    assert answer.outcome.value == public
    assert rule in {reason.provision.id for reason in answer.controlling}
    assert said(place, OF_ICE, facility).outcome.value == ice
    assert said(place, OF_PUBLIC, facility, {"minor": True}).outcome.value == minor


@pytest.mark.parametrize("place", sorted(set(PACKS) - {row[0] for row in TABLE}))
def test_where_no_text_was_read_nothing_firm_is_said_to_the_public(place):
    if place.count("-") == 1:
        assert said(place, OF_PUBLIC).outcome.value in {"silent", "unresolved", "unknown"}


@pytest.mark.parametrize("place", [row[0] for row in TABLE])
def test_a_person_held_for_the_immigration_authorities_alone_is_told_of_nowhere(place):
    row = {"id": "c", "jurisdiction": place, "as_of": "2026-11-30", "request": OF_PUBLIC}
    case = row | {"custody": {"facility": "county_jail", "arrested_on_civil_immigration_only": True}}
    assert decide(read_case(case)).acts[Act.SHARE_PUBLIC].outcome.value in {"must_not", "unresolved"}


@pytest.mark.parametrize(("place", "facility"), [("us-ma", "county_jail"), ("us-dc", "county_jail")])
def test_a_law_of_police_departments_says_nothing_of_a_jail(place, facility):
    assert said(place, OF_PUBLIC, facility).outcome.value not in {"must", "may"}


def test_washingtons_jail_keeps_every_record_but_the_register_from_the_public():
    row = {"id": "c", "jurisdiction": "us-wa-king", "as_of": "2026-11-30"}
    asked = {"kind": "records_request", "issuer": "public", "asks": ["share_personal"]}
    assert decide(read_case(row | {"request": asked})).acts[Act.SHARE_PERSONAL].outcome.value == "must_not"


def test_each_law_that_opens_names_what_was_read_and_when():
    for place, *_, rule in TABLE:
        source = next(each.source for each in PACKS[place].rules if each.id == rule)
        assert source.read_on
        assert source.words if source.sureness is Sureness.VERIFIED else source.settle
