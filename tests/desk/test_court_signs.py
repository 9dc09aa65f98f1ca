"""The five signs of a court order on the page are those the reading found, word for word."""

from types import SimpleNamespace

from habeas.desk.services.intake import reading as desk
from habeas.paper import COURT_SIGNS
from tests.paper import forms
from tests.paper.helpers import reading


def test_every_sign_that_was_found_is_shown_as_found(monkeypatch):
    found = reading(forms.arrest_warrant())
    assert set(found.lead.found) >= set(COURT_SIGNS)
    monkeypatch.setattr(desk, "part_of", lambda request: found)
    assert all(each.found for each in desk.five_signs(SimpleNamespace()))
