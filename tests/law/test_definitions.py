"""What the law of a place means by immigration enforcement: only California's says that crimes of immigration law are meant too."""

from datetime import date

import pytest

from habeas.answers.subjects import Setting, office_case
from habeas.law.engine.case_files import read_case
from habeas.law.model.definitions import facts_in
from habeas.requests.request import read_request

WARRANT = {
    "kind": "judicial_warrant",
    "issuer": "ice",
    "basis": "criminal_immigration",
    "signer": "federal_magistrate_judge",
}
PLACES = [("us-ca", True), ("us-ca-kern", True), ("us-wa", None), ("us-il-cook", None), ("us-tx", None), ("us", None)]


@pytest.mark.parametrize(("place", "wanted"), PLACES)
def test_californias_definition_is_used_in_california_alone(place, wanted):
    row = {"id": "a", "jurisdiction": place, "as_of": "2026-11-24", "request": WARRANT}
    asked = read_request(WARRANT)
    cases = read_case(row), office_case(Setting(place, date(2026, 11, 24), asked))
    assert [each.request["immigration_enforcement"] for each in cases] == [wanted, wanted]
    assert facts_in(place, asked)["immigration_enforcement"] is wanted


@pytest.mark.parametrize(("place", "_"), PLACES)
def test_a_civil_matter_is_immigration_enforcement_everywhere(place, _):
    asked = read_request(WARRANT | {"basis": "civil"})
    assert facts_in(place, asked)["immigration_enforcement"] is True
