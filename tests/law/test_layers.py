"""How outcomes combine, as the table in habeas.law.engine.layers says."""

import pytest

from habeas.law.engine.layers import possible_in_layer, possible_together, settle, stack
from habeas.law.model.vocabulary import Lower, Outcome

MUST, MAY, MUST_NOT, SILENT, UNRESOLVED = (
    Outcome.MUST,
    Outcome.MAY,
    Outcome.MUST_NOT,
    Outcome.SILENT,
    Outcome.UNRESOLVED,
)
EITHER = Lower.EITHER


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ([], SILENT),
        ([MAY], MAY),
        ([MUST_NOT, MAY], MUST_NOT),
        ([MUST, MAY], MUST),
        ([MUST, MUST_NOT], UNRESOLVED),
        ([MAY, UNRESOLVED], UNRESOLVED),
        ([MUST_NOT, UNRESOLVED], UNRESOLVED),
    ],
)
def test_one_layer_settles_as_the_table_says(said, wanted):
    assert settle(said) is wanted


@pytest.mark.parametrize(
    ("higher", "lower", "wanted"),
    [
        (MUST, MUST_NOT, MUST),
        (MUST_NOT, MUST, MUST_NOT),
        (SILENT, MUST, MUST),
        (SILENT, SILENT, SILENT),
        (MAY, MUST_NOT, MUST_NOT),
        (MAY, MUST, MUST),
        (MAY, SILENT, MAY),
        (UNRESOLVED, MUST, UNRESOLVED),
    ],
)
def test_a_higher_layer_stands_above_a_lower(higher, lower, wanted):
    assert stack((higher, EITHER), (lower, EITHER))[0] is wanted


def test_a_policy_that_goes_where_the_higher_law_forbids_is_for_counsel():
    assert stack((MAY, Lower.NO_STRICTER), (MUST_NOT, EITHER))[0] is UNRESOLVED
    assert stack((MAY, Lower.NO_LAXER), (MUST, EITHER))[0] is UNRESOLVED
    assert stack((MAY, Lower.NO_STRICTER), (MUST, EITHER))[0] is MUST


def test_what_a_middle_layer_closes_stays_closed_for_the_lowest():
    federal, state, county = (
        frozenset({(MAY, EITHER)}),
        frozenset({(MAY, Lower.NO_STRICTER)}),
        frozenset({(MUST_NOT, EITHER)}),
    )
    assert possible_together((federal, state, county)) == frozenset({(UNRESOLVED, Lower.NO_STRICTER)})


def test_an_open_question_that_lower_law_may_not_close_is_opened_by_all_the_lower_layers_together():
    asked = frozenset({(UNRESOLVED, Lower.NO_STRICTER)})
    may, must, barred, silent = (frozenset({(each, EITHER)}) for each in (MAY, MUST, MUST_NOT, SILENT))
    assert possible_together((asked, may, must)) == must
    assert possible_together((asked, silent, may)) == may
    for lower in ((may, barred), (barred, must), (silent, silent), ()):
        assert {outcome for outcome, _ in possible_together((asked, *lower))} == {UNRESOLVED}


def test_an_unknown_provision_leaves_both_answers_possible():
    unknown = frozenset({(MUST_NOT, EITHER), (MAY, EITHER)})
    assert {outcome for outcome, _ in possible_in_layer((unknown,))} == {MUST_NOT, MAY}


def test_an_unknown_permission_below_a_firm_prohibition_changes_nothing():
    layers = [frozenset({(MUST_NOT, EITHER)}), frozenset({(MAY, EITHER), (SILENT, EITHER)})]
    assert {outcome for outcome, _ in possible_together(tuple(layers))} == {MUST_NOT}


def test_silence_never_becomes_may():
    assert possible_together((frozenset({(SILENT, EITHER)}),)) == frozenset({(SILENT, EITHER)})
