"""A court's paper that came with a request and was taken back opens nothing, in any place; a paper in a court's dress is no court's."""

from datetime import date

import pytest

from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act
from tests.law.test_floors import BARRED, CIVIL, OPENS, PLACES, outcomes, paper

KINDS = (*CIVIL, "interview_request", "court_order")
PAPERS = (["I-200", "AO 442"], ["I-200", "court_order"], ["I-200", "final_order_of_removal"])
DRESSED = ("judicial_warrant", "judicial_probable_cause", "court_order")
DAYS = (date(2026, 1, 15), date(2026, 11, 24))
PERSON = {"proof_of_status_given": "none", "written_consent": False, "minor": False, "sex_or_arson_registrant": False}
CUSTODY = {"facility": "county_jail", "releasable": True, "release_date_public": False}


def case(place: str, day: date, kind: str, **changes) -> Case:
    agency = {"local": True, "agreement_287g": False}
    facts = paper(kind, **{"asks": [each for each in paper(kind)["asks"] if each != "arrest"]} | changes)
    return Case("p1", place, day, facts, PERSON, CUSTODY, agency, (), True, True)


@pytest.mark.parametrize("place", PLACES)
def test_a_recalled_attachment_opens_nothing_that_the_request_alone_leaves_closed(place):
    for day in DAYS:
        for kind in KINDS:
            for basis in ("civil", "criminal_immigration"):
                alone = outcomes(case(place, day, kind, basis=basis))
                for attached in PAPERS:
                    made = outcomes(
                        case(
                            place,
                            day,
                            kind,
                            basis=basis,
                            attachments=attached,
                            attached_signer="federal_district_judge",
                            attached_cancelled=True,
                        )
                    )
                    opened = {act for act in BARRED if made[act] in OPENS and alone[act] not in OPENS}
                    assert not opened, (day, kind, basis, attached)


@pytest.mark.parametrize("signer", ["immigration_officer", "prosecutor", "immigration_judge", "none"])
@pytest.mark.parametrize("place", PLACES)
def test_a_paper_in_a_courts_dress_that_no_court_signed_and_that_names_nobody_takes_nobody(place, signer):
    for day in DAYS:
        for kind in DRESSED:
            for basis in ("civil", "criminal_immigration"):
                made = outcomes(case(place, day, kind, basis=basis, signer=signer, names_person=False))
                assert not {act for act in (*BARRED, Act.ARREST) if made[act] in OPENS}, (day, kind, basis)


def test_a_standing_attachment_still_opens_what_california_lets_a_judges_warrant_open():
    made = outcomes(
        case(
            "us-ca-kern", DAYS[1], "detainer", basis="criminal_immigration", attachments=PAPERS[0],
            attached_signer="federal_district_judge", attached_cancelled=False,
        )
    )  # fmt: skip
    assert made[Act.TRANSFER] in OPENS
