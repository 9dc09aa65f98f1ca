"""The thread that moves the clocks survives a fault, and says it without anybody's name."""

import threading

import pytest

from habeas.desk import serving
from habeas.desk.services.clocks import clocks
from habeas.desk.services.mail import rounds as mail
from habeas.desk.services.record import checkpoints, witness_folder
from habeas.desk.services.webhooks import rounds as webhooks

pytestmark = pytest.mark.django_db


def test_a_fault_in_one_round_is_said_by_its_kind_and_ends_nothing(now, caplog, monkeypatch):
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)

    def breaks(at):
        raise ValueError("Núñez, Ana is in cell 4")

    serving.one_round(breaks, now)
    assert "A round of breaks failed: ValueError" in caplog.text
    assert "Ana" not in caplog.text

    def tick_quietly(at):
        return "The record is broken."

    def folders_quietly(at):
        return "The folder is not there."

    serving.one_round(tick_quietly, now)
    serving.one_round(folders_quietly, now)
    assert "No checkpoint was signed: The record is broken." in caplog.text
    assert "A checkpoint was not filed: The folder is not there." in caplog.text


def once(act, at):
    """One round a thread: none goes on when the test is over."""
    act(at)
    raise SystemExit


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # that exit is ours
def test_no_clock_waits_for_a_head_that_takes_long_to_sign(monkeypatch):
    ticked, signing, go_on = threading.Event(), threading.Event(), threading.Event()
    monkeypatch.setattr(serving, "TICK_SECONDS", 0.01)
    monkeypatch.setattr(serving, "one_round", once)
    monkeypatch.setattr(mail, "mail_round", lambda at: None)
    monkeypatch.setattr(webhooks, "webhook_round", lambda at: None)
    monkeypatch.setattr(checkpoints, "tick_quietly", lambda at: (signing.set(), go_on.wait(10)))
    monkeypatch.setattr(witness_folder, "folders_quietly", lambda at: go_on.wait(10))
    monkeypatch.setattr(clocks, "tick", lambda at: signing.wait(10) and ticked.set())
    threads = serving.start_ticking(0)
    assert ticked.wait(5), "the clocks went on while the head was being signed"
    go_on.set()
    for thread in threads:
        thread.join(5)
    assert not [each.name for each in threads if each.is_alive()], "a round outlived its test"
