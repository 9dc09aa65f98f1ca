"""Every provision we ship: cited, dated, in plain words; and the jurisdictions that stand on them."""

from dataclasses import replace

import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.ends import says_until
from habeas.law.model.phrases import says
from habeas.law.model.vocabulary import Act, Layer, Sureness
from habeas.law.packs import PACKS

RULES = [rule for pack in PACKS.values() for rule in pack.rules]
PROVISIONS = [rule for pack in PACKS.values() for rule in pack.provisions]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_is_one_plain_sentence_with_its_source(rule):
    assert rule.sentence.endswith(".")
    assert len(rule.sentence) < 260
    assert rule.source.citation
    assert rule.source.address.startswith(("https://", "http://"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_verified_rule_keeps_the_words_that_carry_it_and_the_rest_say_what_would_settle_them(rule):
    if rule.source.sureness is Sureness.VERIFIED:
        assert 3 <= len(rule.source.words.split()) <= 60
    else:
        assert rule.source.settle.endswith((".", "it."))


@pytest.mark.parametrize("rule", PROVISIONS, ids=lambda rule: rule.id)
def test_each_provision_can_be_said_in_words(rule):
    assert says(rule.when)
    assert says(rule.unless)
    assert rule.until is None or says_until(rule.until)


@pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.id)
def test_a_pack_has_one_hash(pack):
    assert len(pack.sha256()) == 64
    assert replace(pack, title="Another title").sha256() != pack.sha256()


def test_rules_carry_the_name_of_their_pack():
    wrong = [rule.id for pack in PACKS.values() for rule in pack.rules if not rule.id.startswith(f"{pack.id}.")]
    assert not wrong


def test_a_county_stands_on_its_state_and_the_nation():
    assert [pack.id for pack in resolve("us-ca-los-angeles").packs] == ["us", "us-ca", "us-ca-los-angeles"]


def test_a_county_without_a_pack_says_so():
    place = resolve("us-ca-kern")
    assert [pack.id for pack in place.packs] == ["us", "us-ca", "us-ca-county"]
    assert "no law pack for us-ca-kern" in place.warnings[0]


@pytest.mark.parametrize("city", ["us-il-cook-chicago", "us-il-chicago"])
def test_a_city_stands_under_its_county_and_says_that_its_own_law_is_missing(city):
    place = resolve(city)
    assert [pack.id for pack in place.packs] == ["us", "us-il", "us-il-cook"]
    assert [each.id for each in place.without_pack] == ["us-il-cook-chicago"]
    assert "rests on us-il-cook, us-il and federal law alone" in place.warnings[0]


def test_a_misspelt_county_is_refused_and_never_answered_as_its_state():
    with pytest.raises(BadInputError, match=r"us-ca-los-angles.*did you mean us-ca-los-angeles"):
        resolve("us-ca-los-angles")


def test_a_state_without_a_pack_is_never_taken_for_silence():
    assert resolve("us-as-eastern").state_missing


@pytest.mark.parametrize("path", ["", "US", "us-cal", "us_ca", "us-ca-", "../us", "gb-eaw", "us-ca-los angeles"])
def test_a_place_that_is_not_written_as_one_is_refused(path):
    with pytest.raises(BadInputError, match="not a place Habeas reads"):
        resolve(path)


def test_no_shipped_provision_stands_where_the_layers_do_not():
    assert {rule.layer for rule in RULES} <= set(Layer)
    assert all(act in Act for rule in PROVISIONS for act in rule.acts)
