"""What changed between two releases of the program is told rule by rule, in sentences, also where the older one knew other facts."""

import copy
import json
import re

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.pages.releases import DOES, SAYS, between, kept_law, packs_of

NOW = json.loads(json.dumps(kept_law("now")))["packs"]


def earlier(change):
    """The law of today as an earlier release had it, where `change` says what it had otherwise in one rule of Texas."""
    packs = copy.deepcopy({name: NOW[name] for name in ("us", "us-tx")})
    rule = next(each for each in packs["us-tx"]["provisions"] if each["id"] == "us-tx.ccp-2.251-hold")
    change(packs, rule)
    return packs


def told(change):
    return between("us-tx-travis", earlier(change), NOW)


def test_where_nothing_changed_nothing_is_told():
    assert told(lambda packs, rule: None) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rule: rule.update(outcome="may"), "By it the jail may; now the jail must."),
        (
            lambda rule: rule.update(acts=["hold", "notify"]),
            "It was about whether to keep the person past release or tell when the person is released; now keep the person past release.",
        ),
        (
            lambda rule: rule["source"].update(sureness="secondary"),
            "Before, it is known from a summary, an opinion or a report; now, its text was read.",
        ),
        (lambda rule: rule.update(sentence="Old words."), '"Old words."; now "The jail honors'),
        (
            lambda rule: rule["effective"].update(start="2018-01-01"),
            "from January 1, 2018 through December 31, 2024; now from",
        ),
        (lambda rule: rule.update(until=None), "It lasted until no set time; now 48 hours after"),
        (lambda rule: rule.update(duties=[]), "Its duties were none; now Tell the person"),
        (
            lambda rule: rule.update(when={"node": "constant", "value": True, "why": "always"}),
            "It applied when always; now (the facility",
        ),
        (
            lambda rule: rule.update(when={"node": "flag", "fact": "person.gone"}),
            "something this release does not know; now",
        ),
    ],
)
def test_each_difference_of_a_rule_is_said_with_what_stood_before(change, says):
    [found] = told(lambda packs, rule: change(rule))
    assert (found.rule, found.kind) == ("us-tx.ccp-2.251-hold", "changed")
    assert any(says in each for each in found.says), found.says


def test_a_new_rule_and_one_that_is_gone_are_told_whole():
    [new] = told(lambda packs, rule: packs["us-tx"]["provisions"].remove(rule))
    assert (new.kind, new.says[1]) == ("new", "By it the jail must keep the person past release.")
    old = earlier(lambda packs, rule: packs["us-tx"]["provisions"].append(rule | {"id": "us-tx.old"}))
    [gone] = between("us-tx", old, NOW)
    assert (gone.kind, gone.rule) == ("gone", "us-tx.old")


def test_counsel_reads_no_name_of_ours():
    every = between("us-ca-los-angeles", {}, NOW) + between("us-tx", NOW, {})
    assert len(every) > 100
    for change in every:
        assert change.rule not in change.sentence()
        assert not re.search(r"\b[a-z]+_[a-z_0-9]+\b|\d{4}-\d{2}-\d{2}, that", change.sentence()), change.sentence()


def test_each_act_and_outcome_has_its_words():
    assert set(DOES) == set(Act)
    assert set(SAYS) == {each.value for each in Outcome} - {"silent", "unknown"}


def test_a_pack_that_was_not_there_is_new_from_its_first_rule():
    found = between("us-ca-los-angeles", {name: NOW[name] for name in ("us", "us-ca")}, NOW)
    assert {(each.pack, each.kind) for each in found} == {("us-ca-los-angeles", "new")}


@pytest.mark.parametrize("kept", [[], {}, {"habeas_law": 2, "packs": {}}, {"habeas_law": 1}])
def test_a_file_that_is_no_law_of_a_release_is_refused(kept):
    with pytest.raises(BadInputError, match="law keep"):
        packs_of(kept, "kept.json")


def test_the_command_keeps_and_compares(tmp_path):
    runner, kept = CliRunner(), tmp_path / "law.json"
    assert runner.invoke(app, ["law", "keep", "--out", str(kept)]).exit_code == 0
    made = runner.invoke(app, ["law", "diff", "us-tx", "--release", str(kept)])
    assert (made.exit_code, made.output.strip()) == (0, "Nothing changed in us-tx.")
    both = runner.invoke(app, ["law", "diff", "us-tx", "--release", str(kept), "--from", "2020-01-01"])
    assert both.exit_code != 0
