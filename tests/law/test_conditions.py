"""Conditions of record in a policy's words: each form is read, and what is none is refused with the line."""

import pytest

from habeas.common.errors import BadInputError
from habeas.law.model import expressions as x
from habeas.law.model.expressions import any_charge, charge, charge_is, custody, person, request
from habeas.law.review.conditions import read_conditions


@pytest.mark.parametrize(
    ("where", "charges", "read"),
    [
        (["custody.releasable"], [], custody.flag("releasable")),
        (["not  person.minor"], [], ~person.flag("minor")),
        (["request.signer is state_judge, federal_magistrate_judge"], [], request.signer.is_("state_judge", "federal_magistrate_judge")),
        (["request.attachments includes I-200"], [], request.attachments.includes("I-200")),
        ([], ["serious"], any_charge(charge_is("serious"))),
        ([], ["serious", "disposition is convicted"], any_charge(charge_is("serious") & charge.disposition.is_("convicted"))),
        ([], ["disposed_on within 15 years"], any_charge(charge.disposed_on.within(15))),
        ([], ["disposed_on on or after 2020-01-01"], any_charge(charge.disposed_on.on_or_after("2020-01-01"))),
        (["person.minor"], ["not violent"], person.flag("minor") & any_charge(~charge_is("violent"))),
    ],
)  # fmt: skip
def test_each_form_is_read(where, charges, read):
    assert read_conditions(where, charges, "policy.toml") == read


def test_no_line_is_no_condition():
    assert read_conditions([], [], "policy.toml") is None


@pytest.mark.parametrize(
    ("where", "charges", "says"),
    [
        (["person.citizen"], [], "no fact of request, person, custody, agency"),
        (["charge.disposition is convicted"], [], "no fact of request"),
        (["person.minor is yes"], [], "person.minor"),
        (["request.signer"], [], "write `request.signer is VALUE, VALUE`"),
        (["request.signer is the sheriff"], [], "is no value of request.signer"),
        (["custody.release_at"], [], "an hour cannot be a condition"),
        ([], ["person.minor"], "no fact or class of a charge"),
        ([], ["grave"], "no fact or class of a charge"),
        ([], ["disposed_on on or after 2020-02-31"], "disposed_on"),
        ([], ["disposed_on within 0 years"], "a look-back has a length"),
        ([""], [], "is no condition"),
    ],
)
def test_a_line_that_is_no_condition_is_named(where, charges, says):
    with pytest.raises(BadInputError) as refused:
        read_conditions(where, charges, "policy.toml, rule one")
    assert "policy.toml, rule one" in str(refused.value)
    assert says in str(refused.value)


def test_every_class_of_a_charge_can_be_named():
    for name in x.CLASS_WORDS:
        assert read_conditions([], [name], "policy.toml") == any_charge(charge_is(name))
