"""A judge's paper that came with a paper of the immigration authorities is named on the decision as an order of its own."""

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.warned import ORDER_OF_ITS_OWN, WHO_SIGNED


def warnings(kind="detainer", **request):
    paper = {"kind": kind, "asks": ["transfer"], "issuer": "ice", "basis": "civil", "signer": "immigration_officer"}
    row = {"id": "c", "jurisdiction": "us-ca", "as_of": "2026-11-30", "request": paper | request}
    return decide(read_case(row)).warnings


@pytest.mark.parametrize("signer", ["federal_magistrate_judge", "federal_district_judge", "state_judge"])
@pytest.mark.parametrize("kind", ["detainer", "notification_request", "transfer_request", "administrative_warrant"])
def test_a_judges_paper_beside_a_civil_one_is_an_order_of_its_own(kind, signer):
    assert ORDER_OF_ITS_OWN in warnings(kind, attached_signer=signer)


def test_a_form_ao_442_of_which_the_signer_is_not_known_is_read_first():
    assert WHO_SIGNED in warnings(attachments=["AO 442"])


@pytest.mark.parametrize(
    "request_",
    [
        {"attached_signer": "immigration_officer", "attachments": ["I-200"]},
        {"attached_signer": "federal_magistrate_judge", "attached_cancelled": True},
        {"kind": "judicial_warrant", "attached_signer": "federal_magistrate_judge"},
        {},
    ],
)
def test_nothing_is_said_of_an_immigration_warrant_a_recalled_one_or_a_courts_own_paper(request_):
    assert not {ORDER_OF_ITS_OWN, WHO_SIGNED} & set(warnings(**request_))
