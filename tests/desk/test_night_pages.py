"""What a tired person reads and types on the pages of a night: nothing typed is lost, and nothing is called what it is not."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.workflow.errors import RefusedError
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import settle, warrant

pytestmark = pytest.mark.django_db


def test_a_wrong_code_loses_no_reason(subject, staff, now, as_role):
    asked = warrant(subject, now)
    make(asked, [], by(staff["clerk"], now))
    commander = as_role("commander")
    given = {
        "no_call_back": "The agent stands at the window",
        "code": "000000",
        "version": asked.version,
        "seen": "0" * 64,
    }
    page = commander.post(reverse("sign", args=[asked.number]), given).content.decode()
    assert 'value="The agent stands at the window"' in page
    assert "usa-alert--error" in page
    asked.refresh_from_db()
    assert asked.state == "to_sign"


@pytest.mark.parametrize("kind", ["detainer", "notification_request", "transfer_request", "administrative_warrant"])
def test_only_a_detainer_is_called_one(kind, subject, now, as_role):
    asked = detainer(subject, now)
    asked.kind = kind
    asked.save()
    clerk = as_role("clerk")
    for page in (reverse("request", args=[asked.number]), "/"):
        text = clerk.get(page).content.decode()
        assert ("Civil detainer – not a bar to bail/bond" in text) is (kind == "detainer")
        assert ("Civil immigration document – not a bar to bail/bond" in text) is (kind != "detainer")


def test_after_a_finding_nobody_is_sent_to_find_out_the_citizenship_again(subject, staff, now, later, as_role):
    subject.record |= {"citizenship_on_record": "USA", "citizenship_source": "booking", "citizenship": "US"}
    subject.save()
    asked = detainer(subject, now)
    address = reverse("request", args=[asked.number])
    assert "Find out what proof" in as_role("clerk").get(address).content.decode()
    settle(subject, staff, later)
    page = as_role("clerk").get(address).content.decode()
    assert "Find out what proof" not in page
    assert "Two people upheld" in page


def test_the_inspectors_timeline_says_what_was_recorded_on_whose_word_and_that_none_is_owed(
    subject, staff, now, as_role
):
    asked = warrant(subject, now)
    record_fact(asked, "custody.releasable", True, "Sgt. Ames, records", now, by(staff["clerk"], now))
    page = as_role("inspector").get(reverse("inspect_timeline", args=[asked.number])).content.decode()
    assert "value: yes; source: Sgt. Ames, records" in page
    assert "none is owed to a court on its warrant" in page


def test_what_may_be_repeated_is_no_button_of_what_is_to_be_done(subject, staff, now, as_role):
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    asked.refresh_from_db()
    asked.state = "answered"
    asked.save()
    page = as_role("clerk").get(reverse("request", args=[asked.number])).content.decode()
    actions = page[page.index('aria-label="Actions"') :]
    actions = actions[: actions.index("</div>")]
    assert 'usa-button usa-button--outline" href="/requests/' in actions


def test_a_notice_to_somebody_who_left_says_that_it_cannot_be_served_here(subject, staff, now, later, as_role):
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    notice = asked.notices.filter(served_at=None).first()
    assert notice is not None
    subject.in_custody = False
    subject.save()
    server = as_role("notice_server")
    for page in (reverse("notices"), reverse("notice", args=[notice.key])):
        assert "cannot be served here" in server.get(page).content.decode()


@pytest.mark.parametrize(
    ("given", "free"),
    [({"name": "Name and ttle of"}, False), ({"agency": "Name of agency"}, False), ({"name": "D. P. OKORO"}, True)],
)
def test_a_letter_that_nobody_approves_never_goes_to_a_printed_label(given, free, subject, staff, now):
    asked = detainer(subject, now, **{"from": given})
    clerk = by(staff["clerk"], now)
    if free:
        assert make(asked, [], clerk).files.filter(path="outgoing/letter.txt").exists()
        return
    with pytest.raises(RefusedError, match="printed label"):
        make(asked, [], clerk)
    assert not asked.decisions.exists()
