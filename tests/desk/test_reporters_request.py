"""A request for public records that names nobody: nobody is asked about "the person", and the page says when a response is due."""

import pytest

from habeas.answers.build import ASK_OF_RECORDS
from habeas.answers.records_law import HOUSED, RECORDS_LAW, due_on
from habeas.desk.doing import by
from habeas.desk.services.decisions.deciding import preview
from habeas.desk.services.decisions.draft_answer import work
from habeas.law.model.vocabulary import Act, Outcome
from tests.desk.test_deciding import request_of

pytestmark = pytest.mark.django_db
CIVIL = "custody.arrested_on_civil_immigration_only"


@pytest.fixture(params=["us-tx", "us-fl", "us-ca-los-angeles", "us-wa-king", "us-wy"])
def asked(request, here, now):
    here.jurisdiction = request.param
    here.save()
    return request_of(
        "public_records_request",
        now,
        issuer="public",
        text="All detainers of 2026, by month, and the e-mails about them.",
    )


def test_it_is_asked_of_the_records_and_not_of_a_person_whom_the_jail_houses(asked, now, clerk):
    worked = work(asked, now)
    put = {ask.ask for ask in worked.decision.questions if ask.fact == CIVIL}
    assert put <= {ASK_OF_RECORDS}
    assert put or worked.outcomes()[Act.SHARE_PUBLIC] not in {Outcome.MUST, Outcome.MAY}, (
        "unknown never opens the records"
    )
    text = clerk.get(f"/requests/{asked.number}/").content.decode()
    assert "Is the person held on civil immigration grounds" not in text
    assert "Time to respond." in text
    for words in due_on(asked.kind, asked.source.get("x") or _place(asked), now.date(), now.date()):
        assert words.split(",")[0][:40] in text.replace("&#x27;", "'")


def _place(asked):
    from habeas.desk.models import Office

    return Office.objects.get().jurisdiction


def test_the_letter_has_the_records_checked_for_whom_the_jail_houses(asked, staff, now):
    worked = work(asked, now)
    letter = " ".join(preview(asked, worked, [], by(staff["clerk"], now)).letter.split())
    denied = "will not provide" in letter
    assert (HOUSED[:60] in letter) is not denied


def test_a_place_whose_law_sets_days_says_the_day():
    from datetime import date

    (first, *_) = due_on("public_records_request", "us-ca-los-angeles", date(2026, 11, 2), date(2026, 11, 3))
    assert "November 12, 2026" in first
    assert due_on("detainer", "us-ca", date(2026, 11, 2), date(2026, 11, 3)) == ()
    assert RECORDS_LAW["us-tx"].timed
