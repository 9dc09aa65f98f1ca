"""The article before a noun is the one that is said."""

import pytest

from habeas.common.articles import with_article
from habeas.requests.vocabulary import KIND_WORDS, SIGNERS

SAID = (
    "an immigration officer | a federal magistrate judge | an immigration judge | a U.S. marshal | an FBI number | an I-200 | an AO 442 | "
    "a DHS officer | an ICE officer | an hour | a unit | a united front | an uninsured car | a use | a one-page letter | an infraction | "
    "a felony | an 8-hour hold | an 18 U.S.C. offense | a 48-hour hold | a USMS deputy | an order | a European | an honor | a house | "
    "an unsigned form"
)


@pytest.mark.parametrize("said", SAID.split(" | "))
def test_the_article_is_the_one_that_is_said(said):
    assert with_article(said.partition(" ")[2]) == said


@pytest.mark.parametrize("word", sorted({*SIGNERS, *KIND_WORDS.values()}))
def test_no_signer_and_no_kind_of_document_has_the_wrong_article(word):
    spoken = word.replace("_", " ")
    assert with_article(spoken).startswith("an ") is (spoken[0] in "aeiou")
