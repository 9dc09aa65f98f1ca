"""Counsel reads the law as it decides, and what must be read again with a day; a bad day shows today."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def counsel(client, staff):
    client.force_login(staff["counsel"])
    return client


@pytest.fixture
def new_jersey(here):
    here.jurisdiction, here.time_zone = "us-nj-essex", "America/New_York"
    here.save()


@pytest.mark.usefixtures("new_jersey")
def test_what_may_have_changed_stands_first_with_its_day(counsel):
    page = counsel.get(reverse("law_due") + "?on=2026-12-20").content.decode()
    first = page.index("The law may have changed")
    assert first < page.index("S3521/A4071") < page.index("Never read in the text itself")
    assert "12/15/2026" in page
    assert "late" in page


@pytest.mark.usefixtures("new_jersey")
def test_the_law_page_defines_its_terms_and_leads_to_what_is_due(counsel):
    page = counsel.get(reverse("law") + "?on=2026-12-20").content.decode()
    assert reverse("law_due") in page
    assert "Definitions" in page
    assert "all of the following apply" in page


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "\u00b2", "9" * 400])
def test_a_day_that_is_none_shows_today(counsel, day):
    assert counsel.get(reverse("law_due"), {"on": day}).status_code == 200
