"""The specimens of the department's own set, where that set is at hand: no administrative paper judicial, and the rest read."""

import json
import os
from pathlib import Path

import pytest

from habeas.paper.assemble import read_bytes

SHARED = Path(os.environ.get("HABEAS_SHARED") or Path(__file__).parents[4] / "shared") / "data" / "forms" / "specimens"
TEXT = [
    each
    for each in sorted(SHARED.glob("*.truth.json"))
    if json.loads(each.read_text(encoding="utf-8")).get("text_source") != "ocr"
]


@pytest.mark.skipif(not TEXT, reason="the shared specimens are not here")
@pytest.mark.parametrize("path", TEXT, ids=lambda each: each.name.split(".")[0])
def test_a_specimen_with_text_is_read_as_its_truth_says(path):
    truth = json.loads(path.read_text(encoding="utf-8"))
    found = read_bytes(path.with_name(path.name.replace(".truth.json", ".pdf")).read_bytes())
    accepted = truth["_check"]["accept"]
    assert (found.judicial is True) <= (truth["judicial"] is True)
    assert (found.kind, found.form) == (truth["kind"], truth["form"])
    assert found.signer in {truth["signer"], *accepted.get("signer", [])}
    assert bool(found.questions) or not truth["_check"]["questions_expected"]
