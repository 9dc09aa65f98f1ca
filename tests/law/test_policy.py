"""A county's policy chooses within what the law leaves open; beyond it the file is refused, with both citations."""

import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.jurisdictions import resolve, without_policy
from habeas.law.model.vocabulary import Act
from habeas.law.review.policy import load_policy

HEAD = """[policy]
place = "{place}"
title = "A policy"

[[rule]]
id = "one"
acts = ["{act}"]
says = "{says}"
sentence = "The jail says so."
citation = "Policy 1"
from = 2025-02-01
{more}"""


@pytest.fixture
def policy(tmp_path):
    def write(place="us-ca-kern", act="notify", says="must_not", more=""):
        path = tmp_path / "policy.toml"
        path.write_text(HEAD.format(place=place, act=act, says=says, more=more), encoding="utf-8")
        return path

    return write


SERIOUS = [{"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2020-01-01"}]


def notify(place):
    row = {
        "id": "c", "jurisdiction": "us-ca-kern", "as_of": "2025-07-17",
        "request": {"kind": "detainer", "issuer": "ice", "basis": "civil"},
        "person": {"history_complete": True}, "custody": {"facility": "county_jail", "release_date_public": False},
        "charges": SERIOUS,
    }  # fmt: skip
    from dataclasses import replace

    return decide(replace(read_case(row), jurisdiction=place)).acts[Act.NOTIFY]


def test_a_choice_the_law_leaves_open_is_taken(policy):
    place = load_policy(policy())
    assert notify("us-ca-kern").outcome == "unknown", "nobody has said what the county's own rules are"
    made = notify(place)
    assert made.outcome == "must_not"
    assert made.reasons[0].provision.source.citation == "Policy 1"


def test_the_policy_stands_in_each_decision_by_its_hash(policy):
    place = load_policy(policy())
    assert without_policy(place) == "us-ca-kern"
    assert "us-ca-kern.policy" in {pack.id for pack in resolve(place).packs}
    assert load_policy(policy()) == place


@pytest.mark.parametrize(
    ("place", "act", "says", "law"),
    [
        ("us-ca-kern", "notify", "must", r"7284\.6\(a\)\(1\)\(C\)"),
        ("us-ca-kern", "hold", "may", r"7284\.6\(a\)\(1\)\(B\)"),
        ("us-tx-travis", "hold", "must_not", r"2A\.060"),
        ("us-fl-miami-dade", "share_status", "must_not", r"8 USC 1373|908\.104\(2\)"),
        ("us-il-cook", "interview", "may", r"805/15\(g\)\(1\)|46-37"),
        ("us-ok-tulsa", "notify", "must_not", r"171\.3"),
    ],
)
def test_a_rule_against_the_law_above_is_refused_with_both_citations(policy, place, act, says, law):
    with pytest.raises(BadInputError, match=law) as refused:
        load_policy(policy(place, act, says))
    assert "Policy 1" in str(refused.value)


def test_a_rule_that_speaks_only_where_the_law_leaves_it_open_is_let_through(policy):
    place = load_policy(policy(says="must", more="only_where_open = true\n"))
    assert notify(place).outcome == "must"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('kinds = ["detaner"]\n', '"detaner" is no kind of request'),
        ('issuers = ["irs"]\n', '"irs" is no issuer'),
        ('colour = "red"\n', "not written as a policy"),
    ],
)
def test_what_is_not_a_policy_says_what_to_mend(policy, more, says):
    with pytest.raises(BadInputError, match=says):
        load_policy(policy(more=more))


def test_a_state_is_no_county(policy):
    with pytest.raises(BadInputError, match="write the county"):
        load_policy(policy("us-ca"))


def test_an_act_nobody_knows_is_refused(policy):
    with pytest.raises(BadInputError, match='"dance" is no act'):
        load_policy(policy(act="dance"))


def test_the_policy_on_the_page_loads(tmp_path):
    import re
    from pathlib import Path

    block = re.findall(
        r"```toml\n(.*?)```",
        (Path(__file__).parents[2] / "docs" / "policies.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )[0]
    (tmp_path / "page.toml").write_text(block, encoding="utf-8")
    assert load_policy(tmp_path / "page.toml").startswith("us-ca-kern@")
