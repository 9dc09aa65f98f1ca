"""A desk for practice: the office's own settings and letters, invented people, and nothing that crosses over in either direction."""

import hashlib
import json
import os
import subprocess
import sys

import pytest

from tests.desk import stage

OPEN = (
    "desk",
    "open",
    "--jurisdiction",
    "us-tx-travis",
    "--agency",
    "Travis County Sheriff (test)",
    "--address",
    "1 Main",
)


def habeas(*words):
    environment = {
        name: value for name, value in os.environ.items() if name not in {"HABEAS_DATA", "DJANGO_SETTINGS_MODULE"}
    }
    command = [sys.executable, "-m", "habeas", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A real office with a secret in its settings' neighborhood, and its practice desk."""
    folder = tmp_path_factory.mktemp("practice")
    office, practice = folder / "office", folder / "practice"
    opened = habeas(*OPEN, "--data", office)
    assert opened.returncode == 0, opened.stderr
    before = state_of(office)
    answer = habeas("desk", "practice", "--of", office, "--out", practice, "--people", "60")
    assert answer.returncode == 0, answer.stderr
    return office, practice, before, answer.stdout


def state_of(folder):
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.iterdir())
        if each.is_file() and not each.name.endswith(("-wal", "-shm"))
    }


def test_the_offices_own_desk_is_untouched_and_shares_no_key(made):
    office, practice, before, _ = made
    assert state_of(office) == before
    keys = {(folder / "secret.key").read_text(encoding="utf-8") for folder in (office, practice)}
    assert len(keys) == 2


def test_the_practice_desk_has_its_settings_invented_people_and_papers_that_wait(made):
    _, practice, _, said = made
    assert "Travis County Sheriff (test)" in said
    found = stage.run({"data": str(practice), "url": ""}, _look)
    assert found["office"] == ["us-tx-travis", "America/Chicago", True, ""]
    assert found["people"] >= 60
    assert found["waiting"] == 6
    assert "administrator" not in found["accounts"], "the accounts of the office stay there"
    assert found["mail"] == 0


def _look():
    from django.db import connection

    from habeas.desk.models import Account, HeadRoute, MailSetting, Office, Person, Request

    office = Office.objects.get()
    found = {
        "office": [office.jurisdiction, office.time_zone, office.demonstration, office.email],
        "people": Person.objects.count(),
        "waiting": Request.objects.filter(state="received").count(),
        "accounts": list(Account.objects.values_list("username", flat=True)),
        "mail": MailSetting.objects.count() + HeadRoute.objects.count(),
    }
    connection.close()
    return json.loads(json.dumps(found))


def test_a_folder_that_holds_something_or_no_office_is_refused_and_stays_as_it_was(made, tmp_path):
    office, practice, before, _ = made
    for words in (
        ("--out", office),
        ("--of", office, "--out", practice),
        ("--of", tmp_path / "none", "--out", tmp_path / "new"),
    ):
        answer = habeas("desk", "practice", *words)
        assert answer.returncode == 2
        assert "Traceback" not in answer.stderr
    assert state_of(office) == before


def test_the_second_factors_of_those_who_sign_are_printed(made):
    assert "The second factor of commander: " in made[3]
