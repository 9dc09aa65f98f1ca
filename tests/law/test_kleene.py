"""Strong Kleene logic: the nine pairs, and the 39 groups of one to three values."""

from itertools import product

import pytest

from habeas.law.model.kleene import kleene_and, kleene_not, kleene_or

TRUTHS = (True, False, None)
GROUPS = [group for size in (1, 2, 3) for group in product(TRUTHS, repeat=size)]


def test_there_are_thirty_nine_groups():
    assert len(GROUPS) == 39


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_or_of_a_group_is_true_if_any_is_else_unknown_if_any_is(group):
    wanted = True if True in group else None if None in group else False
    assert kleene_or(group) is wanted


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_and_of_a_group_is_false_if_any_is_else_unknown_if_any_is(group):
    wanted = False if False in group else None if None in group else True
    assert kleene_and(group) is wanted


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_de_morgan_holds_for_every_group(group):
    assert kleene_not(kleene_or(group)) is kleene_and(kleene_not(value) for value in group)


def test_nothing_at_all_is_false_for_or_and_true_for_and():
    assert kleene_or(()) is False
    assert kleene_and(()) is True


def test_the_opposite_of_unknown_is_unknown():
    assert kleene_not(None) is None
