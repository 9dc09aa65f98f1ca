"""The public site: no person, no cookie, no log-in, no script; small counts cannot be worked out; it reads and cannot write."""

import base64
import csv
import io
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from habeas.answers.languages import LANGUAGES
from habeas.answers.notices import texts
from tests.desk import stage

PAGES = [
    "/",
    "/published/",
    "/law/",
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
    """Twelve detainers and three judicial warrants in March, one detainer in the month that is not shown yet."""
    from datetime import date, timedelta

    from habeas.desk.models import Account, Office, OfficeSeal, Publication, Request

    begin_record()
    Office.objects.update(telephone="555 0100")
    clerk = Account.objects.get(username="ann")
    OfficeSeal.objects.create(png=SEAL, sha256="0" * 64, wide=1, high=1, by=clerk, at=stage.NOW)
    Publication.objects.create(
        field="name", since=date(2018, 3, 26), where="the inmate locator", evidence="print 7", recorded_by=clerk,
        recorded_at=stage.NOW,
    )  # fmt: skip
    for place, kind in enumerate(["detainer"] * 12 + ["judicial_warrant"] * 3):
        Request.objects.create(
            number=f"R-2026-{place:05d}", kind=kind, state="reading", received_at=stage.NOW + timedelta(hours=place),
            entered_at=stage.NOW,
        )  # fmt: skip
    Request.objects.create(
        number="R-2026-00099", kind="detainer", state="reading", received_at=AT - timedelta(days=3), entered_at=AT
    )
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


def tables_of_march():
    from habeas.desk.models import Office
    from habeas.desk.services.publication.public_figures import table_csv, tables

    found = tables(Office.objects.get(), AT)
    return [table_csv(each) for each in found]


def test_figures_hide_small_counts_round_the_rest_and_leave_out_the_month_that_runs():
    place = stage.prepare()
    stage.run(place, filled)
    kinds, outcomes = stage.run(place, tables_of_march)
    rows = {(row["month"], row["what"]): row["requests_received"] for row in csv.DictReader(io.StringIO(kinds))}
    assert rows["2026-03", "detainer"] == "10"
    assert rows["2026-03", "judicial_warrant"] == "1 to 7"
    assert rows["2026-02", "detainer"] == "not recorded", "the record begins in March: before it nothing was none"
    assert max(month for month, _ in rows) == "2026-03", "April ended a day ago, May runs"
    held = {(row["month"], row["what"]): row["requests_received"] for row in csv.DictReader(io.StringIO(outcomes))}
    assert held["2026-03", "open"] in {"15", "not shown"}
    assert "otal" not in kinds + outcomes


@pytest.mark.django_db
def test_the_same_request_received_again_is_counted_once_under_its_first_number(here):
    from habeas.desk.models import Request
    from habeas.desk.services.publication.public_figures import tables

    def received(place, first=None):
        return Request.objects.create(
            number=f"R-{place:05d}", kind="detainer", state="reading", received_at=stage.NOW, entered_at=stage.NOW,
            duplicate_of=first,
        )  # fmt: skip

    begin_record()
    rows = [received(place) for place in range(10)]
    for place in range(10, 30):
        received(place, rows[place % 10])
    kinds, outcomes = tables(here, AT)
    assert dict(kinds.rows)["2026-03"] == ("10",)
    assert "30" not in dict(outcomes.rows)["2026-03"]


@pytest.mark.django_db
def test_a_month_before_the_record_is_not_recorded_and_one_without_a_request_is_zero(here):
    from habeas.desk.models import Request
    from habeas.desk.services.publication.public_figures import tables

    def first_cells():
        return {month: cells[0] for month, cells in tables(here, AT)[1].rows}

    assert set(first_cells().values()) == {"not recorded"}, "nothing is recorded yet"
    begin_record(stage.NOW - timedelta(days=40))
    Request.objects.create(number="R-1", kind="detainer", state="reading", received_at=stage.NOW, entered_at=stage.NOW)
    found = first_cells()
    assert found["2025-12"] == "not recorded"
    assert found["2026-02"] == "0"


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
    from habeas.desk.services.publication.public_figures import outcomes_of

    Request.objects.create(
        number="R-1", kind="detainer", state=state, ended_how=how, received_at=stage.NOW, entered_at=stage.NOW
    )
    assert outcomes_of(Request.objects.all()) == [("detainer", column)]


def bounds(cell):
    low, _, high = cell.partition(" to ")
    if high:
        return int(low), int(high)
    return (0, 0) if cell == "0" else (max(8, int(cell) - 2), int(cell) + 2)


@pytest.mark.parametrize("first", list(itertools.product(range(0, 21, 3), repeat=2)))
def test_no_hidden_count_can_be_worked_out_from_the_two_tables_of_a_month(first):
    """Both tables count the same requests: try every split of the same total, and subtract all that is shown."""
    from habeas.desk.services.publication.public_figures import NOT_SHOWN, SMALL, pair_shown

    total, both_shown = sum(first), 0
    for part in range(total + 1):
        second = (part, total - part)
        left, right = pair_shown(first, second)
        if NOT_SHOWN in right:
            assert set(right) == {NOT_SHOWN}, "a row is left out whole"
            continue
        both_shown += 1
        left, right = [bounds(each) for each in left], [bounds(each) for each in right]
        for hidden, cells, others in ((first, left, right), (second, right, left)):
            least, most = sum(low for low, _ in others), sum(high for _, high in others)
            for place, count in enumerate(hidden):
                if 1 <= count <= SMALL:
                    rest = [cell for number, cell in enumerate(cells) if number != place]
                    low = max(1, least - sum(high for _, high in rest))
                    high = min(SMALL, most - sum(low for low, _ in rest))
                    assert (low, high) == (1, SMALL), (first, second)
    assert both_shown or total, "the rule does not just hide everything"


def test_what_is_far_from_small_is_shown_in_both_tables():
    from habeas.desk.services.publication.public_figures import pair_shown

    assert pair_shown((40, 12), (30, 22)) == (("40", "10"), ("30", "20"))
    assert pair_shown((12, 12), (1, 23))[1] == ("not shown", "not shown"), "1 could be worked out"


def test_the_files_are_described_and_their_hashes_are_right(site):
    import hashlib

    described = json.loads(get(f"{site[0]}/figures/datapackage.json")[2])
    assert len(described["resources"]) == 2
    for each in described["resources"]:
        content = get(f"{site[0]}/figures/{each['path']}")[2].encode()
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert each["bytes"] == len(content)


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
