"""Every code that a page can show is shown in people's words, and a record's own words stay as they are."""

import re

import pytest

from habeas.desk.services.pages.code_words import CODE_WORDS, code_words
from habeas.desk.services.pages.request_page import value_words
from habeas.desk.services.papers.entries import ENTRIES, Holds, said_in_words
from habeas.desk.templatetags.desk import plain_words
from habeas.law.model.facts import FACTS, FactKind
from habeas.requests.vocabulary import CHANNELS, ISSUER_WORDS, ISSUERS, KINDS, SIGNERS

CODES = sorted(
    {value for fact in FACTS.values() if fact.kind is FactKind.CODE for value in fact.values}
    | {*ISSUERS, *SIGNERS, *KINDS, *CHANNELS, "true", "false", *CODE_WORDS}
)
BARE = re.compile(r"_|\b(us|ice|cbp|doj|fbi|usms|true|false)\b")
"""What no reader should meet: underscores, agencies in small letters, a program's yes and no."""


@pytest.mark.parametrize("code", CODES)
def test_no_code_is_shown_bare(code):
    for said in (code_words(code), plain_words(code), value_words(code)):
        assert said
        assert not BARE.search(said), said


@pytest.mark.parametrize("name", [each.name for each in ENTRIES.values() if each.holds in {Holds.CODE, Holds.FLAG}])
def test_no_field_of_a_document_says_a_bare_code(name):
    values = ["true", "false"] if ENTRIES[name].holds is Holds.FLAG else [value for value, _ in ENTRIES[name].options]
    for value in values:
        assert not BARE.search(said_in_words(name, value)), value


@pytest.mark.parametrize("words", [*ISSUER_WORDS.values(), "Tex. Penal 49.04", "10/23/1977", "R. Tobin, badge 4411"])
def test_a_records_own_words_stay_as_they_are(words):
    assert plain_words(words) == words
    assert value_words(words) == words
