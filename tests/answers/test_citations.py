"""What a letter cites: law, and of law that nobody read it says so. An agency's own form or guidance is no authority."""

import pytest

from habeas.answers.citations import NOT_VERIFIED, cited, of_law
from habeas.answers.statuses import marked
from habeas.law.model.provision import Source
from habeas.law.model.vocabulary import Sureness


@pytest.mark.parametrize(
    ("citation", "law"),
    [
        ("Form I-247A; ICE guidance for completing Form I-247A (2017), item 2(3)", ""),
        (
            "U.S. Const. amend. IV; Form I-247A (02/17), part 1; ICE guidance for completing it (2017), item 2(2)",
            "U.S. Const. amend. IV",
        ),
        ("Tex. Code Crim. Proc. art. 2.251", "Tex. Code Crim. Proc. art. 2.251"),
        ("8 CFR 287.7(d)", "8 CFR 287.7(d)"),
    ],
)
def test_a_form_or_guidance_of_an_agency_is_cited_as_no_authority(citation, law):
    assert of_law(citation) == law
    assert "guidance" not in cited([citation])
    assert bool(cited([citation])) is bool(law)


@pytest.mark.parametrize("sureness", list(Sureness))
def test_a_letter_says_of_what_nobody_read_that_it_was_not_verified(sureness):
    said = cited([marked(Source("County motion of 1 Sept. 2020", "https://example.org", sureness))])
    assert (NOT_VERIFIED.strip() in said) is (sureness is not Sureness.VERIFIED)
    assert said.startswith("County motion of Sept. 1, 2020")
    assert said.endswith(".")
