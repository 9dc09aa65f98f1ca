"""How outcomes combine, as the table in habeas.law.engine.layers says."""

from itertools import combinations_with_replacement, product

import pytest

from habeas.law.engine.combine import RuleStanding, outcome_of
from habeas.law.engine.layers import possible_in_layer, possible_together, settle, stack
from habeas.law.model import expressions as x
from habeas.law.model.provision import Provision, secondary, since
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome

MUST, MAY, MUST_NOT, SILENT, UNRESOLVED = (
    Outcome.MUST,
    Outcome.MAY,
    Outcome.MUST_NOT,
    Outcome.SILENT,
    Outcome.UNRESOLVED,
)
EITHER, STRICTER, LAXER = Lower.EITHER, Lower.NO_LAXER, Lower.NO_STRICTER
"""Where lower law may go: either way, stricter alone, laxer alone."""
WAYS_OUT = {
    (UNRESOLVED, EITHER): [(MUST, EITHER), (MAY, EITHER), (MUST_NOT, EITHER), (SILENT, EITHER)],
    (UNRESOLVED, STRICTER): [(MUST_NOT, EITHER), (MAY, EITHER), (SILENT, EITHER)],
    (UNRESOLVED, LAXER): [(MAY, LAXER), (SILENT, EITHER)],
}
"""How an open question may come out, written out by hand."""
CHOICES = [
    *((MAY, way) for way in (EITHER, STRICTER, LAXER)),
    *((UNRESOLVED, way) for way in (EITHER, STRICTER, LAXER)),
    *((each, EITHER) for each in (MUST, MUST_NOT, SILENT)),
]


def only(*choices):
    """What a layer comes to that comes to one of these, none of them open."""
    return frozenset(frozenset({each}) for each in choices)


def each_way_out(layers):
    """What the layers come to in each way out, a way at a time: the meaning that the engine is held to."""
    found = set()
    for settled in product(*(product(*(WAYS_OUT.get(each, [each]) for each in layer)) for layer in layers)):
        total = (SILENT, EITHER)
        for layer in settled:
            outcome = settle(each for each, _ in layer)
            ways = sorted({way for each, way in layer if each is outcome and way is not EITHER})
            total = stack(total, (outcome, ways[0] if ways else EITHER))
        found.add(total[0])
    return found.pop() if len(found) == 1 else UNRESOLVED


def in_engine(layers):
    found = possible_together(tuple(possible_in_layer(tuple(frozenset({each}) for each in one)) for one in layers))
    assert len(found) == 1, "nothing is unknown here"
    return next(iter(found))[0]


def rule(name, outcome, layer, otherwise=None, lower=EITHER):
    return Provision(
        id=f"test.{name}", acts=(Act.HOLD,), outcome=outcome, otherwise=otherwise, when=x.ALWAYS, sentence="So.",
        source=secondary("Test 1", "", "Read it."), effective=since("2020-01-01"), layer=layer, lower=lower,
        reaches_everyone="A test.",
    )  # fmt: skip


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
    federal, state, county = (only((MAY, EITHER)), only((MAY, Lower.NO_STRICTER)), only((MUST_NOT, EITHER)))
    assert possible_together((federal, state, county)) == frozenset({(UNRESOLVED, Lower.NO_STRICTER)})


def test_an_open_question_that_lower_law_may_not_close_is_opened_by_all_the_lower_layers_together():
    asked = ((UNRESOLVED, LAXER),)
    may, must, barred, silent = (((each, EITHER),) for each in (MAY, MUST, MUST_NOT, SILENT))
    assert in_engine((asked, may, must)) is MUST
    assert in_engine((asked, silent, may)) is MAY
    for lower in ((may, barred), (barred, must), (silent, silent), ()):
        assert in_engine((asked, *lower)) is UNRESOLVED


def test_an_unknown_provision_leaves_both_answers_possible():
    unknown = frozenset({(MUST_NOT, EITHER), (MAY, EITHER)})
    assert possible_in_layer((unknown,)) == only((MUST_NOT, EITHER), (MAY, EITHER))


def test_an_unknown_permission_below_a_firm_prohibition_changes_nothing():
    layers = [only((MUST_NOT, EITHER)), only((MAY, EITHER), (SILENT, EITHER))]
    assert {outcome for outcome, _ in possible_together(tuple(layers))} == {MUST_NOT}


def test_silence_never_becomes_may():
    assert possible_together((only((SILENT, EITHER)),)) == frozenset({(SILENT, EITHER)})


def test_what_is_open_is_what_every_way_out_comes_to():
    """Every pair of layers with up to two rules each, and every three layers with one: against each way out, tried by hand."""
    layer = [(), *((one,) for one in CHOICES), *combinations_with_replacement(CHOICES, 2)]
    wrong = [pair for pair in product(layer, repeat=2) if in_engine(pair) is not each_way_out(pair)]
    wrong += [
        three for three in product(layer[: len(CHOICES) + 1], repeat=3) if in_engine(three) is not each_way_out(three)
    ]
    assert not wrong, f"{len(wrong)} come out otherwise, {wrong[0]}"


def test_a_firm_no_below_stands_where_the_question_above_can_require_nothing_and_a_yes_below_does_not():
    """A state's ban whose exception is for counsel, and a city's own answer: it bars, or leaves the choice, or says nothing."""
    for above in (MUST_NOT, MAY):
        state = RuleStanding(rule("state", above, Layer.STATE, otherwise=UNRESOLVED), True, True)
        for below, wanted in ((MUST_NOT, MUST_NOT), (MAY, UNRESOLVED), (MUST, UNRESOLVED)):
            city = RuleStanding(rule("city", below, Layer.CITY), True, False)
            assert outcome_of([state, city]) is wanted, (above, below)
    duty = RuleStanding(rule("state", MUST, Layer.STATE, otherwise=UNRESOLVED), True, True)
    assert outcome_of([duty, RuleStanding(rule("city", MUST_NOT, Layer.CITY), True, False)]) is UNRESOLVED


def test_what_the_lower_rule_lacks_is_asked_where_it_would_decide():
    state = RuleStanding(rule("state", MUST_NOT, Layer.STATE, otherwise=UNRESOLVED), True, True)
    city = RuleStanding(rule("city", MUST_NOT, Layer.CITY), None, False)
    assert outcome_of([state, city]) is None


def test_a_no_of_the_lowest_layer_is_not_firm_over_a_duty_between():
    assert in_engine((((UNRESOLVED, STRICTER),), ((MUST, EITHER),), ((MUST_NOT, EITHER),))) is UNRESOLVED
