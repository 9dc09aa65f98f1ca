"""The text of a law is law again when it is read back."""

import json
from dataclasses import replace

import pytest

from habeas.common.canonical import canonical_json
from habeas.common.errors import BadInputError
from habeas.law.model.decode import decode_pack
from habeas.law.model.encode import encode
from habeas.law.packs import PACKS


def text_of(pack):
    return json.loads(canonical_json(encode(pack)))


@pytest.mark.parametrize("name", sorted(PACKS))
def test_every_pack_comes_back_equal_to_the_last_word(name):
    found = decode_pack(text_of(PACKS[name]))
    assert found == PACKS[name]
    assert found.sha256() == PACKS[name].sha256()


def test_another_word_is_another_pack():
    text = text_of(PACKS["us-ca"])
    text["provisions"][0]["sentence"] = "Something else."
    assert decode_pack(text) != PACKS["us-ca"]


@pytest.mark.parametrize("spoil", [
    lambda rule: rule.update(node="spell"),
    lambda rule: rule.update(when={"node": "flag", "fact": "person.aura"}),
    lambda rule: rule.update(outcome="perhaps"),
    lambda rule: rule.update(sentence=""),
    lambda rule: rule.pop("effective"),
    lambda rule: rule.update(effective={"node": "interval", "start": "yesterday", "end": None}),
    lambda rule: rule.update(when={"node": "classis", "name": "bad people"}),
])  # fmt: skip
def test_a_text_this_program_cannot_read_is_refused_in_a_sentence(spoil):
    text = text_of(replace(PACKS["us-ca"], duty_rules=(), notes=()))
    spoil(text["provisions"][0])
    with pytest.raises(BadInputError, match="not one this program reads"):
        decode_pack(text)


def test_what_is_no_pack_is_refused():
    with pytest.raises(BadInputError, match="no pack"):
        decode_pack(text_of(PACKS["us-ca"])["provisions"][0])
