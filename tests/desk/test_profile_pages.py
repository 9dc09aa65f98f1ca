"""The pages on which an export is described: forms that work without a script, roles as the table says, few queries."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from habeas.desk.models import RosterProfile, RosterSample

from . import samples
from .test_profiles import CARDS

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def upload(client, content=None, **more):
    file = SimpleUploadedFile("jail.csv", content or samples.export())
    return client.post("/rosters/profiles/new/", {"title": "Alder export", "file": file, **more}, follow=True)


def page(client, made, step):
    with CaptureQueriesContext(connection) as seen:
        found = client.get(f"/rosters/profiles/{made.key}/{step}/")
    assert found.status_code == 200
    said = [each["sql"] for each in seen if not each["sql"].startswith(("SAVEPOINT", "RELEASE SAVEPOINT"))]
    assert len(said) <= MOST_QUERIES, [each[:90] for each in said]
    return found.content.decode()


def cards():
    form = {"go": "1"}
    for number, answer in enumerate(CARDS.values()):
        form |= {f"meaning-{number}": answer.meaning, f"forms-{number}": "\n".join(answer.forms)}
    return form


def as_shown(text):
    """What a browser sends of the page's form when nobody touched it."""
    form = max(html.fromstring(text).forms, key=lambda each: len(each.fields))
    sent = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return sent


def described(client):
    """Every page of the four steps, filled in as a person does."""
    upload(client)
    made = RosterProfile.objects.get()
    at = f"/rosters/profiles/{made.key}"
    assert "MARLOWE, ROBIN" in page(client, made, "shape")
    client.post(f"{at}/shape/", {"shape": "table", "separator": ",", "header": "2", "go": "1"})
    shown = page(client, made, "columns")
    assert "12 different values in 12 of 12 rows" in shown
    client.post(f"{at}/columns/", cards())
    shown = page(client, made, "codes")
    assert "PEND" in shown
    values = [value for value, _ in RosterSample.objects.get().cards[5]["values"]]
    words = {"PEND": "pending", "CONV": "convicted", "DISM": "dismissed", "ZZ": ""}
    client.post(
        f"{at}/codes/", {f"code-charge_disposition-{place}": words[value] for place, value in enumerate(values)}
    )
    client.post(f"{at}/read/", {"try": "1"})
    shown = page(client, made, "read")
    assert "<svg" in shown
    made.refresh_from_db()
    client.post(f"{at}/read/", {"seen": made.sha256, **{f"paper-{place}": "right" for place in range(10)}})
    return made, at


def test_an_export_is_described_vouched_for_and_offered_without_a_script(as_role, now):
    clerk, commander = as_role("clerk"), as_role("commander")
    made, at = described(clerk)
    shown = clerk.post(f"{at}/propose/", follow=True).content.decode()
    assert "Awaiting second review" in shown
    assert clerk.get(f"{at}/vouch/").status_code == 403
    shown = page(commander, made, "vouch")
    assert "MARLOWE" in shown
    made.refresh_from_db()
    shown = commander.post(f"{at}/vouch/", {"does": "vouch", "seen": made.sha256}, follow=True).content.decode()
    assert "In use" in shown
    assert "alder_export.1" in clerk.get("/rosters/").content.decode()
    assert not RosterSample.objects.exists()
    assert clerk.get(f"{at}/read/").status_code == 404, "nothing of the sample is left to look at"


def test_a_page_saved_as_it_stands_changes_nothing(as_role):
    clerk = as_role("clerk")
    made, at = described(clerk)
    before = RosterSample.objects.get().tables
    for step in ("columns", "codes"):
        clerk.post(f"{at}/{step}/", as_shown(page(clerk, made, step)))
        assert RosterSample.objects.get().tables == before, step
    clerk.post(f"{at}/shape/", as_shown(page(clerk, made, "shape")))
    assert RosterSample.objects.get().tables["file"] == before["file"]


@pytest.mark.parametrize("role", ["administrator", "notice_server", "inspector", "counsel"])
def test_other_roles_see_no_sample(role, as_role):
    upload(as_role("clerk"))
    made = RosterProfile.objects.get()
    for step in ("shape", "columns", "codes", "read"):
        assert as_role(role).get(f"/rosters/profiles/{made.key}/{step}/").status_code == 403
    assert as_role(role).post(f"/rosters/profiles/{made.key}/propose/").status_code == 403


def test_a_layout_sent_back_says_why_and_is_described_on(as_role):
    clerk, commander = as_role("clerk"), as_role("commander")
    made, at = described(clerk)
    clerk.post(f"{at}/propose/")
    commander.post(f"{at}/vouch/", {"does": "back", "why": "Births are wrong"})
    assert "Births are wrong" in page(clerk, made, "columns")


@pytest.mark.parametrize(
    ("step", "form"),
    [
        ("shape", {"shape": "../etc"}),
        ("shape", {"shape": "table", "separator": "x"}),
        ("shape", {"shape": "table", "header": "-1"}),
        ("columns", {"meaning-0": "secrets"}),
        ("read", {"seen": "0", "paper-0": "right"}),
    ],
)
def test_a_word_that_the_form_does_not_have_is_refused_in_a_sentence(step, form, as_role):
    clerk = as_role("clerk")
    upload(clerk)
    made = RosterProfile.objects.get()
    shown = clerk.post(f"/rosters/profiles/{made.key}/{step}/", form, follow=True)
    assert "usa-alert--error" in shown.content.decode()
    before = made.sha256
    made.refresh_from_db()
    assert made.sha256 == before


def test_a_roster_form_that_names_a_file_of_the_server_is_refused(as_role):
    clerk = as_role("clerk")
    for called in ("/etc/passwd", "../../pyproject.toml", "src/habeas/roster/profiles/plain.toml"):
        file = SimpleUploadedFile("jail.csv", samples.export())
        shown = clerk.post("/rosters/new/", {"file": file, "profile": called, "as_of": "03/04/2026 0100"}, follow=True)
        assert "No profile has that name" in shown.content.decode()


def test_no_address_and_no_title_names_anybody(as_role):
    clerk = as_role("clerk")
    made, _ = described(clerk)
    for step in ("shape", "columns", "codes", "read"):
        shown = page(clerk, made, step)
        assert "MARLOWE" not in shown.split("</title>")[0]
