"""Pages say places, codes, roles and times in the words of a records room, and never the way to undo an upload as the next step."""

import pytest

from habeas.desk.models import Clock
from habeas.desk.services.office.office import place_called
from habeas.desk.services.papers.entries import said_in_words
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import warrant
from tests.odd_sentences import odd_sentences

pytestmark = pytest.mark.django_db
CALLED = """
us-ca-los-angeles | Los Angeles County, California
us-tx             | Texas
us                | United States
us-ca-kern@0a1b2c | Kern County, California
none.policy       | none.policy
"""
SAID = """
kind             | judicial_warrant                 | Judicial warrant
signer           | federal_magistrate_judge         | Federal magistrate judge
issuer           | court                            | A court
in_writing       | true                             | yes
names_person     | false                            | no
kind             | transfer_request                 | Request for transfer of custody
kind             | records_request                  | Request for records
attached_signer  | none                             | Not signed
subject.full_name | VELIZ, Christian                | VELIZ, Christian
"""


ODD = """
Do not ask nationality., until Monday | R-1: Closed. Nothing. | Signed by a immigration officer. | Ask: . Then call. | from Dana , clerk |
It states: “” | Decided.. Then sent. | an detainer is here
"""
PLAIN = """
Nothing is due within the hour. | Cal. Gov. Code § 7284.6(a)(1), 7282.5 | an hour, an honest answer | a one-page letter |
a U.S. marshal … | a European court | No decision yet. No hold. | Wait...
| a period (2026-01..2026-06) | 5 ILCS 140/9(a), (b); Conn. Gen. Stat., § 1-206
"""


def cells(text):
    return [each.strip() for each in text.replace("\n", " ").split("|") if each.strip()]


@pytest.mark.parametrize("sentence", cells(ODD))
def test_an_odd_sentence_is_seen(sentence):
    assert odd_sentences(sentence)


@pytest.mark.parametrize("sentence", cells(PLAIN))
def test_a_plain_sentence_is_left_alone(sentence):
    assert not odd_sentences(sentence)


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("path", "name"), rows(CALLED))
def test_a_place_is_called_by_its_name(path, name):
    assert place_called(path) == name


@pytest.mark.parametrize(("field", "text", "words"), rows(SAID))
def test_a_field_of_a_document_is_said_in_words(field, text, words):
    assert said_in_words(field, text) == words


def test_the_way_to_undo_an_upload_stands_under_the_other_actions(subject, staff, now, as_role):
    asked = detainer(subject, now)
    page = as_role("clerk").get(f"/requests/{asked.number}/").content.decode()
    first = page[page.index('aria-label="Actions"') : page.index("Other actions")]
    assert "/intake/" not in first
    assert f'/requests/{asked.number}/intake/#aside">Wrong file' in page


def test_no_sentence_of_an_exception_or_a_deadline_ends_twice_or_names_a_role_by_its_code(
    subject, staff, now, later, as_role
):
    warrant(subject, now)
    said = {"kind": "notice", "says": "Give the person a copy of the request.", "custody": False}
    worked = {"trigger": "x", "rule": "x", "calendar": "x", "arithmetic": ["x"]}
    Clock.objects.create(**said, **worked, started_at=now, ends_at=later(hours=-1))
    inspector = as_role("inspector")
    late = inspector.get("/inspect/exceptions/late/").content.decode()
    assert ".," not in late
    assert "Give the person a copy of the request: due" in late
    assert "notice_server" not in inspector.get("/inspect/").content.decode()
    rules = as_role("commander").get("/clocks/").content.decode()
    assert "the commander" not in rules
    assert "1440" not in rules
    assert "the watch commander, when a quarter of the time or 60 minutes are left" in rules
