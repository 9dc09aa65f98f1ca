"""No difference in sex, birth date or a number is one click; the signer sees every difference, override, changed fact and missing call."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import ReadField
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.identity.identification import beside as compared
from habeas.desk.services.identity.identification import choose, contradiction, propose
from habeas.desk.services.office.office import office
from habeas.desk.services.pages.signing_doubts import _overridden, demand_call_back, doubts_of
from habeas.desk.services.pages.signing_page import to_check
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.identity import differing, pair
from habeas.law.model.facts import FACTS
from habeas.roster.countries import same_country
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import PROOF, texas

pytestmark = pytest.mark.django_db
RECORD = {
    "person_id": "P1", "family_name": "Bates", "given_name": "Marla", "date_of_birth": "1980-02-03", "sex": "F",
    "fbi_number": "123456AB7", "state_id": "A09871123", "a_number": "A213556999", "bookings": [],
}  # fmt: skip
OTHER = {
    "sex": "Male",
    "date_of_birth": "02/04/1980",
    "fbi_number": "123456AB8",
    "state_id": "A09871124",
    "a_number": "213-556-998",
}
ALIKE = {
    "sex": "female",
    "date_of_birth": "02/03/1980",
    "fbi_number": "123456ab7",
    "state_id": "a-09871123",
    "a_number": "213 556 999",
}


def paper(**more):
    return {
        "family_name": "Bates",
        "given_name": "Marla",
        "date_of_birth": "1980-02-03",
        "a_number": "A213556999",
    } | more


@pytest.mark.parametrize("field", sorted(OTHER))
def test_a_difference_in_one_of_these_is_a_conflict_whatever_else_agrees(field):
    assert field in differing(paper(**{field: OTHER[field]}), RECORD)
    assert pair(paper(**{field: OTHER[field]}), RECORD).conflicts
    assert [line.stands for line in compared(paper(**{field: OTHER[field]}), RECORD) if line.stands == "differs"]


@pytest.mark.parametrize("field", sorted(ALIKE))
def test_another_way_of_writing_the_same_is_none(field):
    assert not differing(paper(**{field: ALIKE[field]}), RECORD)
    assert "differs" not in {line.stands for line in compared({field: ALIKE[field]}, RECORD)}


def test_another_sex_is_never_one_click_and_waits_for_a_second_person(subject, staff, now):
    asked = detainer(subject, now)
    sex = {"M": "F"}.get(str(subject.record.get("sex") or "")[:1], "M")
    asked.source["subject"] |= {"sex": sex, "a_number": subject.record.get("a_number")}
    asked.state, asked.person, asked.booking = "identifying", None, None
    asked.save()
    made = propose(asked, by(staff["clerk"], now))
    assert made["verdict"] != "one"
    assert all(each["conflicts"] for each in made["candidates"] if each["person"] == subject.person_id)
    choose(asked, subject, None, by(staff["clerk"], now))
    asked.refresh_from_db()
    assert (asked.state, asked.match_conflict) == ("identifying", True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VIETNAM", "VNM"),
        ("VN", "Viet Nam"),
        ("SLV", "El Salvador"),
        ("GEO", "Georgia"),
        ("MX", "MEX"),
        ("USA", "United States"),
    ],
)
def test_names_and_codes_of_one_country_are_no_conflict(one, other, subject, now):
    assert same_country(one, other)
    asked = detainer(subject, now)
    asked.source["subject"]["country_of_birth"] = one
    assert contradiction(asked, {"citizenship_on_record": other}) == ""
    assert contradiction(asked, {"citizenship_on_record": "Honduras"})


def waiting(subject, staff, now, here):
    texas(here)
    asked = detainer(subject, now)
    clerk = by(staff["clerk"], now)
    record_fact(asked, PROOF, "lawful_status", "a card", now, clerk)
    record_fact(asked, PROOF, "none", "asked again", now, clerk)
    made = make(asked, [], clerk)
    asked.refresh_from_db()
    return asked, made


def test_the_signer_sees_what_was_overridden_changed_and_not_called_back(subject, staff, now, here):
    asked, made = waiting(subject, staff, now, here)
    ReadField.objects.create(
        request=asked, name="signer", value_read="none", value="immigration_officer", confirmed_at=now, confirmed_by=staff["clerk"],
        confidence="read",
    )  # fmt: skip
    found = doubts_of(asked, to_check(asked, made, office(), now).rows, now)
    assert [(each.read, each.entered) for each in found.overridden] == [("Not signed", "Immigration officer")]
    assert [(each.old["value"], each.new["value"]) for each in found.changed] == [("lawful_status", "none")]
    assert found.no_call_back
    with pytest.raises(RefusedError, match="called the sender back"):
        demand_call_back(asked, " ")
    demand_call_back(asked, "the deputy marshal stands at the counter, credentials seen")


def test_the_approval_page_shows_them_and_the_form_alone_does_not_sign(subject, staff, now, here, client):
    from django.urls import reverse

    asked, _ = waiting(subject, staff, now, here)
    client.force_login(staff["commander"])
    page = client.get(reverse("sign", args=[asked.number])).content.decode()
    assert "Facts changed in this request" in page
    assert "Call-back verification not done" in page
    client.post(reverse("sign", args=[asked.number]), {"seen": "x", "code": "000000"})
    asked.refresh_from_db()
    assert asked.state == "to_sign"


@pytest.mark.parametrize(
    ("name", "read", "entered", "other"),
    [
        ("issued_on", "2026-11-24", "11/24/2026", False),
        ("asks", "transfer", "; transfer", False),
        ("asks", "hold; notify", "notify; hold", False),
        ("issued_on", "2026-11-24", "11/25/2026", True),
        ("signer", "none", "immigration_officer", True),
    ],
)
def test_the_same_entry_written_in_another_way_is_no_override(name, read, entered, other, now):
    row = {"name": name, "value_read": read, "given": entered, "confirmed_at": now}
    assert bool(list(_overridden([row]))) == other


@pytest.mark.parametrize(("place", "shown"), [("us-tx", "none"), ("us-fl", "none"), ("us-fl", None)])
def test_the_approval_page_says_whether_proof_of_citizenship_was_shown_and_on_whose_word(
    place, shown, subject, staff, now, here
):
    here.jurisdiction = place
    here.save()
    asked = detainer(subject, now)
    if shown:
        record_fact(asked, PROOF, shown, "asked at booking", now, by(staff["clerk"], now))
    decision = make(asked, [], by(staff["clerk"], now))
    asked.refresh_from_db()
    facts = to_check(asked, decision, here, now).facts
    (first,) = [each for each in facts if each.says == "proof of citizenship or lawful status shown"]
    assert first.given == (shown or "not recorded")
    assert (first.entry["source"] if first.entry else None) == ("asked at booking" if shown else None)


def test_no_fact_of_the_inmate_is_left_out_for_those_of_the_document(subject, staff, now, here):
    texas(here)
    asked = detainer(subject, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    found = to_check(asked, make(asked, [], by(staff["clerk"], now)), here, now)
    keys = {key for card in found.cards for key, _, _ in card.leaves if not key.startswith("request.")}
    assert {FACTS[key].says for key in keys} <= {each.says for each in found.facts}
    assert sum(each.says.startswith(("requesting", "actions")) for each in found.facts) <= 3
