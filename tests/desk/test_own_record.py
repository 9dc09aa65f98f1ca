"""What our own record says of citizenship stands beside the question of proof; it decides nothing, and nobody signs past it unread."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Decision, Event, FactRecord
from habeas.desk.services.custody.own_record import about_proof, own_record
from habeas.desk.services.decisions.correcting import Correction, correct_fact
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.pages.signing_doubts import demand_record_read
from habeas.desk.workflow.errors import RefusedError
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import PROOF, texas, warrant

pytestmark = pytest.mark.django_db
SAYS = "United States (passport)"
RED = "<strong>Our record says: "
ASKED = "asked the inmate with an interpreter, no paper shown"


def says(subject, words, source="passport", **more):
    """The person with these words on the roster."""
    subject.record = (
        subject.record | {"citizenship_on_record": words, "citizenship_source": source, "citizenship": None} | more
    )
    subject.save()
    return subject


@pytest.fixture
def citizen(subject):
    return says(subject, "United States", citizenship="US")


@pytest.fixture
def waiting(citizen, staff, now, here):
    texas(here)
    asked, clerk = detainer(citizen, now), by(staff["clerk"], now)
    record_fact(asked, PROOF, "none", ASKED, now, clerk)
    make(asked, [], clerk)
    asked.refresh_from_db()
    return asked


@pytest.mark.parametrize(
    "words",
    ["United States", "USA", "U.S.", "USC", "U.S. citizen (not verified)", "US/MX", "Estados Unidos", "naturalized 2019", "Puerto Rico",
     "US_CITIZEN: Y", "CITIZEN: Yes", "AMERICAN", "u.s.a.", "MEXICO & USA"],
)  # fmt: skip
def test_words_that_name_the_united_states_are_a_red_alert(words, subject):
    found = own_record(says(subject, words))
    assert found.united_states
    assert found.words == f"{words} (passport)"


@pytest.mark.parametrize(
    "words",
    ["Mexico", "not US", "Non-US citizen", "not a citizen of the United States", "GEORGIA", "US_CITIZEN: N", "Latin American", "see file",
     "Citizen of Mexico", "RUSSIA", "AUSTRALIA"],
)  # fmt: skip
def test_words_that_do_not_are_none(words, subject):
    assert not own_record(says(subject, words)).united_states


def test_nothing_on_record_says_nothing_and_a_code_is_explained(subject):
    assert own_record(says(subject, "")) is None
    assert own_record(None) is None
    assert own_record(says(subject, "A", citizenship="US")).words == "A (read as United States) (passport)"
    assert not own_record(says(subject, "A", citizenship="MX")).united_states


def test_a_courts_warrant_asks_for_no_proof(citizen, now):
    assert about_proof(warrant(citizen, now)) is None


PAGES = ("/requests/{}/", "/requests/{}/decide/")


@pytest.mark.parametrize("path", PAGES)
def test_the_page_where_proof_is_asked_shows_the_record_in_red(
    path, citizen, as_role, now, here, django_assert_max_num_queries
):
    texas(here)
    asked, clerk = detainer(citizen, now), as_role("clerk")
    with django_assert_max_num_queries(12):
        text = clerk.get(path.format(asked.number)).content.decode()
    assert f"{RED}{SAYS}." in text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("words", ["Mexico", ""])
def test_another_country_or_nothing_is_no_alert(path, words, subject, as_role, now, here):
    texas(here)
    asked = detainer(says(subject, words, "self"), now)
    text = as_role("clerk").get(path.format(asked.number)).content.decode()
    assert RED not in text
    assert ("Our record says of citizenship: Mexico (self) (not verified)" in text) == bool(words)


@pytest.mark.parametrize(
    "source", ["roster", "Roster.", "the JMS", "our own record", "booking sheet says none", "asked", "x y"]
)
def test_no_proof_is_not_recorded_on_the_bare_word_of_a_record_that_says_otherwise(source, citizen, staff, now):
    asked = detainer(citizen, now)
    with pytest.raises(RefusedError, match="Our record says: United States"):
        record_fact(asked, PROOF, "none", source, now, by(staff["clerk"], now))
    assert not FactRecord.objects.exists()
    record_fact(asked, PROOF, "none", ASKED, now, by(staff["clerk"], now))
    assert FactRecord.objects.get().value == "none"


def test_a_correction_to_none_needs_the_same(citizen, staff, now):
    asked, clerk = detainer(citizen, now), by(staff["clerk"], now)
    made = record_fact(asked, PROOF, "us_citizen", "passport", now, clerk)
    with pytest.raises(RefusedError, match="Our record says"):
        correct_fact(asked, made.key, Correction("typed wrong", "none", "roster"), clerk)
    assert correct_fact(asked, made.key, Correction("typed wrong", "none", ASKED), clerk).value == "none"


@pytest.mark.parametrize(
    ("words", "value"), [("Mexico", "none"), ("", "none"), ("United States", "us_citizen"), ("United States", None)]
)
def test_any_other_entry_takes_the_source_it_is_given(words, value, subject, staff, now):
    asked = detainer(says(subject, words), now)
    assert record_fact(asked, PROOF, value, "roster", now, by(staff["clerk"], now)).value == value


def test_the_approval_page_shows_the_record_among_the_key_facts_with_a_box(
    waiting, as_role, django_assert_max_num_queries
):
    commander = as_role("commander")
    with django_assert_max_num_queries(12):
        page = commander.get(f"/requests/{waiting.number}/sign/")
    text = page.content.decode()
    assert f"{RED}{SAYS}." in text
    assert page.context["doubts"].record_says == SAYS
    assert [each.given for each in page.context["found"].facts if each.says.startswith("our record")] == [SAYS]
    assert f'name="record_says" value="{SAYS}" required' in text


def test_nobody_signs_past_the_record_unread(waiting, as_role, code_of, staff):
    commander, path = as_role("commander"), f"/requests/{waiting.number}/sign/"
    seen = commander.get(path).context["found"].seen
    form = {"version": waiting.version, "seen": seen, "no_call_back": "the sender stands here"}
    code = code_of(staff["commander"])
    refused = commander.post(path, form | {"code": code}, follow=True).content.decode()
    assert "Check the box that you read it" in refused
    assert waiting.decisions.get().state == Decision.State.TO_SIGN


def test_the_signature_keeps_what_was_acknowledged(waiting, as_role, code_of, staff):
    commander, path = as_role("commander"), f"/requests/{waiting.number}/sign/"
    seen = commander.get(path).context["found"].seen
    form = {"version": waiting.version, "seen": seen, "no_call_back": "the sender stands here", "record_says": SAYS}
    done = commander.post(path, form | {"code": code_of(staff["commander"])}, follow=True).content.decode()
    assert "Signed. It is in effect." in done
    assert '"against_own_record":true' in Event.objects.filter(act="sign").get().body.replace(" ", "")


def test_the_box_is_about_the_record_as_it_is_now(waiting):
    assert demand_record_read(waiting, SAYS) == SAYS
    for given in ("", "yes", "Mexico (passport)"):
        with pytest.raises(RefusedError, match="Check the box"):
            demand_record_read(waiting, given)


def test_without_such_a_record_no_box_is_asked(waiting):
    says(waiting.person, "Mexico", citizenship="MX")
    assert demand_record_read(waiting, "") == ""


def test_a_release_page_with_a_required_hold_shows_it_too(waiting, as_role):
    path = f"/bookings/{waiting.booking.key}/release/"
    assert f"{RED}{SAYS}." in as_role("clerk").get(path).content.decode()
