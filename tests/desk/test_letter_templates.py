"""Templates of letters: counsel proposes, another person approves with a second factor, each step is in the record."""

import pytest
from django.urls import reverse

from habeas.answers.letter_template import BUILT_IN
from habeas.answers.package import TEMPLATE
from habeas.common.errors import BadInputError
from habeas.desk.doing import by
from habeas.desk.models import Event, LetterTemplate
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.office.letter_templates import approve, propose, template_text, turn_down
from habeas.desk.workflow.errors import NotYoursError, RefusedError

from .test_core import detainer

pytestmark = pytest.mark.django_db
RESERVED = BUILT_IN + "\nThe County reserves all rights.\n"


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="totp": by(staff[name], now, factor)


@pytest.fixture
def waiting(here, doing):
    return propose("detainer", RESERVED, doing("counsel"))


def test_an_approved_template_frames_the_next_letter_and_the_record_names_its_hash(waiting, doing, subject, now):
    before = make(detainer(subject, now), [], doing("clerk"))
    assert not before.files.filter(path=TEMPLATE).exists(), "nothing counts before it is approved"
    approve(waiting, waiting.sha256, doing("commander"))
    made = make(detainer(subject, now), [], doing("clerk"))
    assert "reserves all rights" in bytes(made.files.get(path="outgoing/letter.txt").content).decode()
    event = Event.objects.filter(act="decide").order_by("-seq").first()
    assert f'"letter_template":"{waiting.sha256}"' in event.body
    steps = [each.body for each in Event.objects.filter(kind="letter_template").order_by("seq")]
    assert ["template proposed" in steps[0], "template approved" in steps[1]] == [True, True]
    assert all(waiting.sha256 in each and "reserves" not in each for each in steps)


def test_the_kinds_own_template_stands_before_the_one_for_every_kind(waiting, doing):
    approve(waiting, waiting.sha256, doing("commander"))
    every = propose("", BUILT_IN + "\nFor all.\n", doing("counsel"))
    approve(every, every.sha256, doing("commander"))
    assert template_text("detainer") == RESERVED
    assert template_text("list_request").endswith("For all.\n")


def test_a_newer_version_takes_the_place_of_the_older(waiting, doing):
    approve(waiting, waiting.sha256, doing("commander"))
    newer = propose("detainer", BUILT_IN, doing("counsel"))
    assert newer.version == 2
    approve(newer, newer.sha256, doing("commander"))
    assert template_text("detainer") == BUILT_IN
    assert LetterTemplate.objects.get(pk=waiting.pk).state == "ended"


def test_nobody_approves_alone_without_a_factor_or_another_text_than_was_shown(waiting, doing):
    for who, seen, sentence in (
        (doing("counsel"), waiting.sha256, "You proposed this template"),
        (doing("commander", "session"), waiting.sha256, "second factor"),
        (doing("commander"), "another", "as you were shown it"),
    ):
        with pytest.raises(RefusedError, match=sentence):
            approve(waiting, seen, who)
    with pytest.raises(NotYoursError):
        approve(waiting, waiting.sha256, doing("clerk"))
    assert template_text("detainer") == ""
    turn_down(waiting, waiting.sha256, "Not ours.", doing("commander"))
    with pytest.raises(RefusedError):
        approve(waiting, waiting.sha256, doing("commander"))


def test_only_counsel_proposes_and_only_a_template(here, doing):
    with pytest.raises(NotYoursError):
        propose("detainer", RESERVED, doing("commander"))
    with pytest.raises(RefusedError, match="listed kinds"):
        propose("letter", RESERVED, doing("counsel"))
    with pytest.raises(BadInputError, match="is no field"):
        propose("detainer", BUILT_IN + "{x}", doing("counsel"))
    assert not LetterTemplate.objects.exists()


def test_counsel_previews_a_real_request_and_proposes_in_the_browser(here, as_role, subject, staff, now):
    asked, counsel = detainer(subject, now), as_role("counsel")
    given = {"kind": "detainer", "text": RESERVED, "number": asked.number}
    page = counsel.post(reverse("letters_propose"), given | {"do": "show"}).content.decode()
    assert "The County reserves all rights." in page.split("Preview of the letter")[1]
    assert asked.source["subject"]["family_name"].upper() in page
    assert not LetterTemplate.objects.exists()
    wrong = counsel.post(reverse("letters_propose"), given | {"text": "{x}", "do": "propose"}).content.decode()
    assert "{x} is no field of a letter" in wrong
    missing = counsel.post(reverse("letters_propose"), given | {"number": "R-9", "do": "show"})
    assert "There is no request with this number." in missing.content.decode()
    counsel.post(reverse("letters_propose"), given | {"do": "propose"})
    assert LetterTemplate.objects.get().text == RESERVED
    assert "another person approves it" in counsel.get(reverse("letters")).content.decode()


def test_another_person_sees_what_changes_and_approves_it_with_a_code(waiting, as_role, code_of, staff):
    commander, address = as_role("commander"), reverse("letters_decide", args=[waiting.key])
    page = commander.get(reverse("letters")).content.decode()
    assert "<ins>Added: The County reserves all rights.</ins>" in page
    assert "Write a template" not in page
    given = {"seen": waiting.sha256, "answer": "accept"}
    commander.post(address, given | {"code": "000000"})
    assert template_text("detainer") == ""
    commander.post(address, given | {"code": code_of(staff["commander"])})
    assert template_text("detainer") == RESERVED


@pytest.mark.forges
def test_a_text_changed_beside_the_record_is_named(waiting):
    from habeas.desk.services.record.reconciliation import reconcile

    from .test_reconciliation import forge

    forge(("UPDATE desk_lettertemplate SET text = '{received}' WHERE id = %s", waiting.pk))
    assert {each.table for each in reconcile()} == {"lettertemplate"}
