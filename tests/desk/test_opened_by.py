"""What opened a permission stands wherever somebody relies on it: the stored decision, the request, the signer's page, the hand-over."""

import pytest

from habeas.desk.doing import by
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.outgoing.executing import grounds

pytestmark = pytest.mark.django_db
WORDS = "7282.5(a)(1), PC 211 (convicted)"


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="session": by(staff[name], now, factor)


@pytest.fixture
def waiting(may, doing):
    """A hand-over that a robbery of 2015 opens, chosen by the clerk: it waits for the commander."""
    choices = [Choice("transfer", True, "county_policy"), Choice("notify", False, "county_policy")]
    return may, make(may, choices, doing("clerk"))


def test_the_stored_decision_names_the_charge_and_the_item(waiting):
    rows = waiting[1].answer["acts"]["transfer"]["opened_by"]
    assert ("7282.5(a)(1)", "PC 211 (convicted)") in {(each["item"], each["charge"]) for each in rows}
    assert all(each["provision"] and each["citation"] for each in rows)


@pytest.mark.parametrize("page", ["", "sign/"])
def test_the_request_and_the_signers_page_name_them(waiting, as_role, page):
    asked, _ = waiting
    shown = as_role("commander").get(f"/requests/{asked.number}/{page}").content.decode()
    assert WORDS in shown


def test_before_anything_is_made_the_request_names_them_too(may, as_role):
    assert WORDS in as_role("clerk").get(f"/requests/{may.number}/").content.decode()


def test_the_hand_over_offers_them_as_its_ground(waiting, doing, as_role):
    asked, made = waiting
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert any(each.startswith(WORDS) for each in grounds(asked, made))
    assert WORDS in as_role("clerk").get(f"/requests/{asked.number}/hand-over/").content.decode()
