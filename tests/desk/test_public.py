"""The public site: no person, no cookie, no log-in, no script; small counts cannot be worked out; it reads and cannot write."""

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from habeas.answers.languages import LANGUAGES
from habeas.answers.notices import texts
from tests.desk import stage

PAGES = [
    "/",
    "/published/",
    "/law/",
    "/law/map/",
    "/figures/",
    "/held/",
    "/held/es/",
    "/held/ar/",
    "/held/zh-Hans/",
    "/reporters/",
    "/nothing",
]
SEAL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CHROMIUM = shutil.which("chromium")
KINDS = ("detainer", "judicial_warrant")
AT = datetime(2026, 5, 1, tzinfo=UTC)


def begin_record(at=stage.NOW):
    """The first event of the record: from its day on a month counts."""
    from habeas.desk.doing import by_system
    from habeas.desk.record.writing import acting

    with acting(by_system(at), "configure", "office", "alder"):
        pass


def filled():
    """120 requests from March to July, and a release of figures up to June."""
    from datetime import date

    from habeas.desk.models import Account, Office, OfficeSeal, Publication, Request

    begin_record()
    Office.objects.update(telephone="555 0100")
    clerk = Account.objects.get(username="ann")
    OfficeSeal.objects.create(png=SEAL, sha256="0" * 64, wide=1, high=1, by=clerk, at=stage.NOW)
    Publication.objects.create(
        field="name", since=date(2018, 3, 26), where="the inmate locator", evidence="print 7", recorded_by=clerk,
        recorded_at=stage.NOW,
    )  # fmt: skip
    for place, kind in enumerate((["detainer"] * 12 + ["judicial_warrant"] * 3) * 8):
        Request.objects.create(
            number=f"R-2026-{place + 100:05d}", kind=kind, state="reading", received_at=stage.NOW + timedelta(days=20 + place),
            entered_at=stage.NOW,
        )  # fmt: skip
    Request.objects.create(
        number="R-2026-00099", kind="detainer", state="reading", received_at=AT - timedelta(days=3), entered_at=AT
    )
    from habeas.desk.doing import by_system
    from habeas.desk.services.publication.figures import publish

    publish(None, date(2026, 6, 30), [], by_system(datetime(2026, 10, 1, tzinfo=UTC)))
    return "filled"


@pytest.fixture(scope="module")
def site():
    """The public site of a small jail, served as an administrator serves it."""
    place = stage.prepare()
    assert stage.run(place, filled) == "filled"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    command = [
        sys.executable,
        "-m",
        "habeas",
        "serve-public",
        "--data",
        place["data"],
        "--plain-http",
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/", timeout=5).close()  # noqa: S310 - our own server
            break
        except urllib.error.URLError:
            time.sleep(0.25)
    yield address, Path(place["data"])
    server.terminate()
    server.wait(20)


def get(address, method="GET"):
    asked = urllib.request.Request(address, method=method)  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - our own server
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as fault:
        return fault.code, fault.headers, fault.read().decode()


def names_in(data):
    import sqlite3

    with sqlite3.connect(data / "habeas.sqlite3") as store:
        rows = store.execute("SELECT family_name, given_name, person_id FROM desk_person").fetchall()
    return {name for row in rows for name in row[:2] if len(name) > 5} | {row[2] for row in rows}


@pytest.mark.parametrize("path", PAGES)
def test_no_page_names_anybody_sets_a_cookie_or_runs_a_script(path, site):
    address, data = site
    status, headers, text = get(address + path)
    assert status == (404 if path == "/nothing" else 200)
    assert headers["Set-Cookie"] is None
    assert "script-src 'none'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "<script" not in text
    assert "style=" not in text
    assert "<form" not in text
    assert "R-2026" not in text
    assert not [name for name in names_in(data) if name in text]


@pytest.mark.parametrize(
    "path", ["/requests/", "/account/login/", "/api/openapi.json", "/manage/", "/inspect/", "/figures/habeas.sqlite3", "/held/xx/"]
)  # fmt: skip
def test_nothing_of_the_desk_is_served(path, site):
    assert get(site[0] + path)[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_only_reading_is_possible(method, site):
    assert get(f"{site[0]}/", method)[0] == 405


def try_to_write():
    from django.db import DatabaseError

    from habeas.desk.models import Office

    try:
        Office.objects.update(name="changed")
    except DatabaseError as fault:
        return str(fault)
    return "written"


def as_public(place, work):
    """Do `work` in a process with the settings of the public site."""
    code = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'habeas.desk.settings_public'; django.setup();"
        f"from tests.desk.test_public import {work}; print({work}())"
    )
    env = os.environ | {"HABEAS_DATA": place["data"], "HABEAS_TLS": "0", "DATABASE_URL": place["url"]}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_the_home_page_leads_each_reader_on_and_shows_the_seal(site):
    _, _, text = get(site[0] + "/")
    for path in ("/figures/", "/law/", "/published/", "/reporters/", *(f"/held/{code}/" for code in LANGUAGES)):
        assert f'href="{path}"' in text, path
    assert 'src="/seal.png"' in text
    assert "Last updated" in text
    with urllib.request.urlopen(site[0] + "/seal.png", timeout=30) as answer:  # noqa: S310 - our own server
        assert (answer.headers["Content-Type"], answer.read()) == ("image/png", SEAL)


def test_the_words_for_whoever_helps_stand_in_each_language():
    every = {code: texts(code) for code in LANGUAGES}
    for name in ("helper_title", "helper_say", "helper_while", "helper_signed", "call_title"):
        assert len({each[name] for each in every.values()}) == len(LANGUAGES), f"{name} was left in another language"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_for_helpers_name_the_one_claim_that_stops_a_court(code):
    claims = re.findall(r"[“「«](.+?)[”」»]", texts(code)["helper_say"])
    assert len(claims) == 3
    named = [each for each in claims if each in texts(code)["helper_while"]]
    assert named == claims[:1], "a claim of citizenship or a date past stops no judge's warrant (workflow/findings.py)"


def test_its_process_cannot_write():
    assert "readonly" in as_public(stage.prepare(), "try_to_write")


def test_the_register_says_what_is_shown_since_when_and_where(site):
    _, _, text = get(f"{site[0]}/published/")
    assert "the inmate locator" in text
    assert "03/26/2018" in text
    assert "print 7" not in text, "the proof is the office's own"


def test_the_help_for_the_person_held_is_in_every_language_and_says_which_are_unreviewed(site):
    from habeas.answers.languages import LANGUAGES
    from habeas.answers.notices import texts

    for code in LANGUAGES:
        _, _, text = get(f"{site[0]}/held/{code}/")
        assert f'<html lang="{code}"' in text
        assert texts(code)["right_wrong"][:30] in text
        assert ("has not been reviewed" in text) is (not texts(code)["reviewed"])
        assert "555 0100" in text


def test_the_page_for_reporters_names_the_law_of_the_place(site):
    assert "7283.1(c)" in get(f"{site[0]}/reporters/")[2]


def test_figures_are_a_frozen_release_that_says_what_was_not_recorded(site):
    text = get(f"{site[0]}/figures/")[2]
    assert "Release 1 of" in text
    assert "not recorded" in text
    assert "We received none" not in text
    assert "a printed 0 can stand for up to 4: it is not the same as none" in text
    assert text.count('class="chart"') == 2
    assert "style=" not in text


@pytest.mark.django_db
def test_the_same_request_received_again_is_counted_once_under_its_first_number(here):
    from habeas.desk.models import Request
    from habeas.desk.services.publication.counting import ledger

    def received(place, first=None):
        return Request.objects.create(
            number=f"R-{place:05d}", kind="detainer", state="reading", received_at=stage.NOW, entered_at=stage.NOW,
            duplicate_of=first,
        )  # fmt: skip

    rows = [received(place) for place in range(10)]
    for place in range(10, 30):
        received(place, rows[place % 10])
    assert ledger(here) == {("2026-03", "detainer", "open"): 10}


@pytest.mark.django_db
def test_a_release_stays_as_it_was_frozen_whatever_is_decided_later_and_its_event_holds_its_hash(here):
    from datetime import date

    from habeas.desk.doing import by_system
    from habeas.desk.models import Event, FiguresRelease, Request
    from habeas.desk.services.publication.figures import YearCorrection, newest, publish

    begin_record(datetime(2025, 12, 31, 20, tzinfo=UTC))
    for place in range(60):
        Request.objects.create(
            number=f"R-{place}", kind="detainer", state="deciding", entered_at=stage.NOW,
            received_at=datetime(2026, 1 + place % 3, 1 + place // 3, 12, tzinfo=UTC),
        )  # fmt: skip
    doing = by_system(datetime(2026, 10, 1, tzinfo=UTC))
    publish(None, date(2026, 3, 31), [], doing)
    first = newest()
    Request.objects.update(state="ended", ended_how="withdrawn")
    assert newest().text == first.text
    publish(None, date(2026, 4, 30), [], doing)
    old, new = ({tuple(row[:3]): row[3] for row in each.data["cells"] if row[0]} for each in (first, newest()))
    assert old.items() <= new.items()
    said = Event.objects.filter(act="publish", kind="figures").order_by("seq")
    assert [
        each.sha256 in event.body for each, event in zip(FiguresRelease.objects.order_by("version"), said, strict=True)
    ] == [True, True]
    publish(
        None,
        date(2026, 4, 30),
        [],
        by_system(datetime(2027, 3, 1, tzinfo=UTC)),
        YearCorrection("2026", "withdrawn late"),
    )
    assert any(row[2] == "withdrawn" and row[5] == "withdrawn late" for row in newest().data["corrections"])
    assert Event.objects.filter(act="publish").order_by("-seq")[0].body.count('"corrects":"2026"') == 1


@pytest.mark.django_db
def test_a_release_whose_bytes_were_changed_in_the_database_is_not_shown(here):
    from habeas.common.errors import BadInputError
    from habeas.desk.models import FiguresRelease
    from habeas.desk.services.publication.figures import newest

    FiguresRelease.objects.create(version=1, text="{}", sha256="0" * 64, made_at=stage.NOW)
    with pytest.raises(BadInputError, match="not as it was frozen"):
        newest()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "how", "column"),
    [
        ("ended", "withdrawn", "withdrawn"), ("closed", "cancelled", "withdrawn"), ("ended", "hold_ended", "hold_ended"),
        ("closed", "wrong_person", "ended"), ("deciding", "", "open"),
    ],
)  # fmt: skip
def test_a_request_that_ended_before_a_response_is_said_as_it_ended_and_is_not_open(here, state, how, column):
    from habeas.desk.models import Request
    from habeas.desk.services.publication.counting import outcomes_of

    Request.objects.create(
        number="R-1", kind="detainer", state=state, ended_how=how, received_at=stage.NOW, entered_at=stage.NOW
    )
    assert outcomes_of(Request.objects.all()) == [("detainer", column)]


def test_the_files_are_described_and_their_hashes_are_right(site):
    import hashlib

    described = json.loads(get(f"{site[0]}/figures/1/datapackage.json")[2])
    assert len(described["resources"]) >= 2
    for each in described["resources"]:
        content = get(f"{site[0]}/figures/1/{each['path']}")[2].encode()
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert each["bytes"] == len(content)


@pytest.mark.parametrize("path", ["/figures/2/", "/figures/1/habeas.sqlite3", "/figures/9/release.json"])
def test_what_was_never_released_is_not_there(path, site):
    assert get(site[0] + path)[0] == 404


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(path, scheme, site, browser):
    from axe_playwright_python.sync_playwright import Axe

    with_scripts = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640}, bypass_csp=True)
    page, asked = with_scripts.new_page(), []
    page.on("request", lambda found: asked.append(found.url))
    page.goto(site[0] + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert all(url.startswith(site[0]) for url in asked)
    with_scripts.close()


@pytest.mark.parametrize(
    ("place", "owed"),
    [("us-ca-los-angeles", True), ("us-ct", True), ("us-tx", False), ("us-fl", False), ("us-or-multnomah", False)],
)
def test_word_to_an_attorney_is_promised_only_where_the_law_of_the_place_says_so(place, owed):
    from habeas.desk.views.public import rights_here

    assert ("right_designee" in rights_here(place, date(2026, 11, 30))) is owed
    assert "right_designee" not in rights_here(place, date(1990, 1, 1))
