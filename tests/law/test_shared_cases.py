"""The published cases, where they are at hand: nothing firmly wrong, and right as far as this release's packs reach."""

import json
from pathlib import Path

import pytest

from habeas.law.cases import load_cases
from habeas.law.decide import decide
from habeas.law.packs.us_floors import FLOOR_IDS
from habeas.law.words import Act

SHARED = Path(__file__).parents[3] / "shared" / "cases"
OURS = ("us-ca", "us-tx", "us-fl", "us-nc", "us-ok", "us-il", "us-wa", "us-nj")
DISAGREED = {
    # 8 CFR 236.6 forbids telling the public of people held for the immigration authorities; the case does not say whether anyone is.
    ("us-ca-public-asks-for-booking-log", "share_public", "unknown"),
}


def ours(place: str) -> bool:
    return place == "us" or place.startswith(OURS)


pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared cases are not beside this checkout")


@pytest.mark.parametrize("name", ["us-ca.json", "us-states.json"])
def test_every_published_case_of_our_packs_is_answered_as_its_source_says(name):
    wanted = {row["id"]: row for row in json.loads((SHARED / name).read_text(encoding="utf-8"))}
    wrong, duties = [], []
    for case in load_cases(SHARED / name):
        made = decide(case)
        if not ours(case.jurisdiction):
            continue
        row = wanted[case.id]
        for act, allowed in row["expected"].items():
            got = made.acts[Act(act)].outcome.value
            wrong += [] if got in (allowed if isinstance(allowed, list) else [allowed]) else [(case.id, act, got)]
        have = {due.duty.what.value for due in made.duties}
        duties += [(case.id, duty) for duty in row.get("duties") or [] if duty not in have]
    assert set(wrong) <= DISAGREED
    assert not duties


def test_a_place_without_a_pack_is_never_answered_firmly_but_by_a_court():
    for case in load_cases(SHARED / "us-states.json"):
        if ours(case.jurisdiction):
            continue  # federal law alone forbids an arrest on a civil warrant and lays its floors, whatever a state says
        firm = {
            act.value
            for act, made in decide(case).acts.items()
            if made.outcome.value in {"must", "may", "must_not"}
            and act is not Act.ARREST
            and not FLOOR_IDS & {reason.provision.id for reason in made.controlling}
        }
        assert not firm or case.request["kind"] in {
            "court_order",
            "judicial_warrant",
            "judicial_subpoena",
            "grand_jury_subpoena",
        }, (case.id, firm)
