"""Counsel signs with a second factor as a commander does; the board and counsel's list show what waits for a second person."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.services.cases import office_law
from habeas.desk.services.custody import roster_confirming
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.signing import sign_off
from habeas.desk.services.pages.board import board_for
from habeas.desk.workflow.errors import RefusedError

from .test_deciding import request_of
from .test_guarded_flow import CLASS
from .test_roster_safety import empty
from .test_rosters import take_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="session": by(staff[name], now, factor)


@pytest.fixture
def a_list(roster, doing, now):
    """A list refused by the clerk: it waits for counsel."""
    asked = request_of("list_request", now, fields=["citizenship"], **CLASS)
    return asked, make(asked, [], doing("clerk"))


def test_counsel_signs_off_only_with_a_second_factor(a_list, doing):
    asked, made = a_list
    with pytest.raises(RefusedError, match="second factor"):
        sign_off(asked, doing("counsel"), shown_sha256(made))
    assert made.signatures.count() == 1
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    assert made.signatures.get(door=3).factor == "totp"


def test_the_page_of_counsel_asks_for_the_code_and_takes_no_signature_without_it(a_list, staff, as_role, code_of):
    asked, made = a_list
    page, address = as_role("counsel"), reverse("sign_off", args=[asked.number])
    assert 'name="code"' in page.get(address).content.decode()
    given = {"seen": shown_sha256(made), "version": asked.version}
    page.post(address, given)
    page.post(address, given | {"code": "000000"})
    asked.refresh_from_db()
    assert asked.state == "to_counsel"
    page.post(address, given | {"code": code_of(staff["counsel"])})
    asked.refresh_from_db()
    assert asked.state != "to_counsel"
    assert made.signatures.get(door=3).factor == "totp"


def test_counsel_without_a_second_factor_is_told_and_is_no_commander_who_can_sign(here, staff, now):
    board = board_for(staff["counsel"], now, here)
    assert board.cannot_sign
    assert staff["counsel"] not in board.signers


@pytest.mark.parametrize("role", ["clerk", "commander"])
def test_the_board_shows_a_roster_that_is_held_until_it_is_confirmed(
    roster, small_county, doing, later, as_role, role, django_assert_max_num_queries
):
    page = as_role(role)
    assert "A roster is held" not in page.get("/").content.decode()
    kept = take_in(empty(small_county), doing("clerk"), later(minutes=1))
    with django_assert_max_num_queries(16):  # the page of a demonstration shows codes as well
        shown = page.get("/").content.decode()
    assert "A roster is held: two people must confirm it" in shown
    assert reverse("roster", args=[kept.key]) in shown
    roster_confirming.confirm(kept, roster_confirming.shown(kept), "the jail moved", doing("clerk"))
    assert "a second must confirm it" in page.get("/").content.decode()


@pytest.mark.parametrize("role", ["counsel", "commander", "administrator"])
def test_the_board_shows_a_change_of_the_office_that_waits_for_counsel(here, doing, as_role, role):
    office_law.propose_place(here, "us-tx", "America/Chicago", "moved", doing("administrator", "totp"))
    shown = as_role(role).get("/").content.decode()
    assert "Another place or time zone of the office is proposed: counsel must confirm it." in shown
    assert ("/office/policy/" in shown) is (role == "counsel")
    assert "is proposed" not in as_role("clerk").get("/").content.decode()


def test_counsels_list_shows_sign_offs_and_changes_of_the_office(a_list, here, doing, as_role):
    policy = "Another policy"
    here.policy_proposed, here.policy_proposed_by, here.policy_proposed_at = (
        policy,
        doing("administrator").account,
        a_list[1].drafted_at,
    )
    here.save()
    shown = as_role("counsel").get(reverse("counsel")).content.decode()
    assert reverse("sign_off", args=[a_list[0].number]) in shown
    assert "Another policy of the office is proposed" in shown
