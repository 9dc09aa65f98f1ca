"""The thread that moves the clocks survives a fault, and says it without anybody's name."""

import pytest

from habeas.desk import serving

pytestmark = pytest.mark.django_db


def test_a_fault_in_one_round_is_said_by_its_kind_and_ends_nothing(now, caplog, monkeypatch):
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)

    def breaks(at):
        raise ValueError("Núñez, Ana is in cell 4")

    serving.one_round(breaks, now)
    assert "A round of breaks failed: ValueError" in caplog.text
    assert "Ana" not in caplog.text
    serving.one_round(lambda at: "The record is broken.", now)
    assert "No head was signed: The record is broken." in caplog.text
