"""What counsel was promised, point by point: each thing named has its rules and a case that comes out so, and the page says it."""

import pytest

from habeas.law.model.vocabulary import Act
from tests.law.walk import PAGE, WALKED, Walked, act_of, page, sureness


@pytest.mark.parametrize("each", WALKED, ids=lambda each: each.names)
def test_the_case_of_each_thing_that_is_named_comes_out_by_its_rules(each: Walked):
    made = each.decided()
    assert act_of(each, made) == each.says
    assert each.owes in {"", *(due.duty.what.value for due in made.duties)}
    spoke = {reason.provision.id for reason in made.acts[Act(each.act)].reasons} | {due.rule for due in made.duties}
    assert {rule for rule in each.rules if not rule.endswith(("-monthly", "-yearly"))} <= spoke


def test_every_rule_that_is_named_is_in_a_pack():
    assert all(sureness(rule) in {"verified", "secondary", "unverified"} for each in WALKED for rule in each.rules)


def test_the_page_is_that_of_today():
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.law.walk"
