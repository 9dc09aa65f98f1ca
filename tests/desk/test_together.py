"""Several papers in one go: each printing and each service its own event, nothing for whom nobody confirmed, all of a visit or none."""

import io

import pypdf
import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Event, Notice, Person, Request, Service
from habeas.desk.services.cases.duties import TOLD_TO_OTHERS
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.outgoing import together
from habeas.desk.workflow.errors import NotYoursError, RefusedError

from .test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(subject, staff, now):
    """Two people with notices due, one of them by two requests."""
    other = Person.objects.exclude(pk=subject.pk).order_by("pk").first()
    asked = [detainer(subject, now), detainer(subject, now), detainer(other, now)]
    for each in asked:
        make(each, [], by(staff["clerk"], now))
    return subject, other


def keys_of(*people):
    return [each.key for each in Notice.objects.filter(person__in=people, served_at=None)]


def form(people, keys, **more):
    given = {"notice": keys, "confirmed": [each.key for each in people]}
    for each in people:
        given |= {f"language-{each.key}": "en", f"result-{each.key}": "served", f"answer-{each.key}": "no"}
    return given | more


def test_the_notices_of_one_person_from_two_requests_are_served_in_one_visit_each_its_own_event(two, as_role):
    subject, other = two
    server, keys = as_role("notice_server"), keys_of(subject)
    page = server.get(reverse("serve_together"), {"person": subject.key}).content.decode()
    assert all(key in page for key in keys)
    assert not any(key in page for key in keys_of(other))
    server.post(reverse("serve_together"), form([subject], keys))
    assert not keys_of(subject)
    assert Service.objects.count() == len(keys)
    assert Event.objects.filter(act="serve").count() >= len(keys)
    assert keys_of(other), "the other person is still due"


def test_nothing_is_recorded_for_whom_nobody_confirmed(two, as_role):
    subject, other = two
    server, keys = as_role("notice_server"), keys_of(subject, other)
    page = server.post(reverse("serve_together"), form([], keys), follow=True).content.decode()
    assert "confirm for each inmate" in page
    assert not Service.objects.exists()
    page = server.post(reverse("serve_together"), form([other], keys), follow=True).content.decode()
    assert f"{subject.shown}: not confirmed, so nothing was recorded." in page
    assert keys_of(subject)
    assert not keys_of(other)


def test_what_was_not_handed_over_stays_due(two, as_role):
    subject, _ = two
    first, *others = keys_of(subject)
    as_role("clerk").post(reverse("serve_together"), form([subject], others))
    assert keys_of(subject) == [first]


def test_a_visit_is_recorded_whole_or_not_at_all(two, as_role, now):
    subject, _ = two
    keys = keys_of(subject)
    for wrong in (
        {f"language-{subject.key}": "klingon"},
        {f"result-{subject.key}": "failed"},
        {f"result-{subject.key}": ""},
    ):
        page = as_role("clerk").post(reverse("serve_together"), form([subject], keys, **wrong), follow=True)
        assert "nothing was recorded" in page.content.decode()
    Request.objects.filter(pk=Notice.objects.get(key=keys[-1]).request_id).update(state="closed")
    as_role("clerk").post(reverse("serve_together"), form([subject], keys))
    assert not Service.objects.exists()
    assert keys_of(subject) == keys


def test_a_notice_to_somebody_else_and_a_served_one_are_never_in_a_visit(two):
    subject, _ = two
    keys = keys_of(subject)
    Notice.objects.filter(key=keys[0]).update(what=next(iter(TOLD_TO_OTHERS)))
    (visit,) = together.visits(keys)
    assert [each.key for each in visit.notices] == keys[1:]


def test_letters_and_notices_are_one_pdf_and_each_printing_is_in_the_record(two, as_role):
    subject, other = two
    numbers = [each.number for each in together.letters_to_print()]
    keys = keys_of(subject, other)
    assert len(numbers) == 3
    answer = as_role("clerk").post(reverse("print_together"), {"request": numbers, "notice": keys})
    assert answer["Content-Type"] == "application/pdf"
    read = pypdf.PdfReader(io.BytesIO(answer.content))
    text = " ".join(page.extract_text() for page in read.pages)
    assert text.upper().count(subject.family_name.upper()) >= 2
    assert other.family_name.upper() in text.upper()
    assert Event.objects.filter(act="print").count() == len(numbers) + len(keys)


def test_what_cannot_be_printed_prints_nothing_and_says_why(two, staff, now):
    numbers, keys = [each.number for each in together.letters_to_print()], keys_of(*two)
    clerk = by(staff["clerk"], now)
    Request.objects.filter(number=numbers[0]).update(state="deciding")
    for wanted, owed, sentence in (
        ([], [], "Choose what"),
        ([numbers[0]], keys, "no letter is in force"),
        (["R-9'; --"], [], "no letter is in force"),
        ([], [*keys, "nothing"], "no longer due"),
        ([f"R-{n}" for n in range(61)], [], "at most 60"),
    ):
        with pytest.raises(RefusedError, match=sentence):
            together.print_together(wanted, owed, clerk)
    with pytest.raises(NotYoursError):
        together.print_together(numbers[1:], [], by(staff["notice_server"], now))
    assert not Event.objects.filter(act="print").exists()


def test_the_pages_cost_twelve_queries_at_most(two, as_role, django_assert_max_num_queries):
    client = as_role("clerk")
    for address in (reverse("serve_together") + f"?person={two[0].key}", reverse("print_together"), reverse("notices")):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200
