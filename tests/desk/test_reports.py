"""Statutory reports at the desk: previewed by those who may, signed by two people, corrected in versions, traced from a cell."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import quote

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Event
from habeas.desk.services.publication.count_entries import enter
from habeas.desk.services.record import office_reports as reports
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.statistics.measures.measure import Count, Unit
from habeas.statistics.reports.cells import Cell

pytestmark = pytest.mark.django_db
PERIOD = ("us-ca-values-doj", date(2026, 3, 3), date(2026, 3, 4))
ASKED = {"name": PERIOD[0], "from": "03/03/2026", "to": "03/04/2026"}


@pytest.fixture
def doing(staff, now):
    """Somebody of the staff on the day after the period, or at another time."""
    return lambda name, factor="totp", at=None: by(staff[name], at or now + timedelta(days=1), factor)


@pytest.fixture
def record(doing, now):
    return another(doing, now)


def another(doing, now):
    """A task force, entered: one thing that counts."""
    given = {"what": "narcotics", "agencies": "DEA (fictional)", "arrests": "3"}
    return enter("task_force", now - timedelta(hours=2), given, doing("clerk", at=now))


def prepared(doing, who="commander", period=PERIOD):
    key = reports.prepare(*period, reports.digest_of(reports.counted(*period)), doing(who))
    return reports.version_called(key)


def approved(doing, period=PERIOD):
    version = prepared(doing, period=period)
    reports.decide(version, version.digest, "", doing("counsel"), accept=True)
    return reports.version_called(version.key)


def test_a_report_leaves_only_after_a_second_person_with_a_second_factor(record, doing):
    version = prepared(doing)
    with pytest.raises(RefusedError, match="Only an approved"):
        reports.zip_of(version, doing("commander"))
    for who, factor, says in (("commander", "totp", "You prepared"), ("counsel", "session", "second factor")):
        with pytest.raises(RefusedError, match=says):
            reports.decide(version, version.digest, "", doing(who, factor), accept=True)
    with pytest.raises(NotYoursError):
        reports.decide(version, version.digest, "", doing("clerk"), accept=True)
    with pytest.raises(RefusedError, match="as you were shown"):
        reports.decide(version, "0" * 64, "", doing("counsel"), accept=True)
    reports.decide(version, version.digest, "", doing("counsel"), accept=True)
    packed = zipfile.ZipFile(io.BytesIO(reports.zip_of(reports.version_called(version.key), doing("commander"))))
    signed = json.loads(packed.read("signatures.json"))
    assert signed["prepared"]["by"] != signed["approved"]["by"]
    assert not any(name.startswith("internal") for name in packed.namelist()), (
        "what stands behind a cell stays in the office"
    )
    assert json.loads(packed.read("manifest.json"))["record"]["events"] == version.size


def test_a_version_that_waits_bars_another_and_a_returned_one_does_not(record, doing):
    version = prepared(doing)
    with pytest.raises(RefusedError, match="waits for approval"):
        prepared(doing, "commander2")
    with pytest.raises(RefusedError, match="Say why"):
        reports.decide(version, version.digest, " ", doing("counsel"), accept=False)
    reports.decide(version, version.digest, "wrong period", doing("counsel"), accept=False)
    assert reports.version_called(version.key).why == "wrong period"
    assert prepared(doing).version == 1, "what was returned never left"


def test_a_further_version_says_what_it_corrects_and_the_first_stays_as_it_was(record, doing, now):
    first = approved(doing)
    with pytest.raises(RefusedError, match="Nothing changed"):
        prepared(doing)
    another(doing, now)
    second = approved(doing)
    assert (second.version, reports.earlier(second).key) == (2, first.key)
    assert reports.changes_of(second, reports.report_of(second))
    assert reports.digest_of(reports.report_of(first)) == first.digest


def test_a_preview_that_the_record_has_overtaken_is_not_prepared(record, doing, now):
    seen = reports.digest_of(reports.counted(*PERIOD))
    another(doing, now)
    with pytest.raises(RefusedError, match="changed since this preview"):
        reports.prepare(*PERIOD, seen, doing("commander"))


def test_figures_that_count_otherwise_now_are_neither_approved_nor_shown_as_signed(record, doing, monkeypatch):
    version = prepared(doing)
    monkeypatch.setattr(reports, "digest_of", lambda report: "0" * 64)
    with pytest.raises(RefusedError, match="otherwise"):
        reports.decide(version, version.digest, "", doing("counsel"), accept=True)


def test_another_places_report_and_odd_days_are_refused_in_one_sentence(record, as_role):
    for given, says in (
        ({"name": "us-tx-tcjs"}, "report of offices in us-tx"), ({"name": "nothing"}, "Choose a report"), ({"from": "x"}, "First day"),
        ({"to": "03/09/2027"}, "cannot be reported yet"), ({"from": "03/04/2026", "to": "03/03/2026"}, "before it begins"),
    ):  # fmt: skip
        page = as_role("commander").get("/reports/preview/", {**ASKED, **given}, follow=True)
        assert says in page.content.decode(), given
    assert reports.versions() == []


def test_the_pages_lead_from_what_is_due_to_the_download(record, as_role, code_of, staff, monkeypatch):
    monkeypatch.setattr(reports, "is_over", lambda last, at: True)  # the pages read the day of the period itself
    client = as_role("commander")
    assert "Statutory reports" in client.get("/reports/").content.decode()
    page = client.get("/reports/preview/", ASKED).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    found = client.post("/reports/prepare/", {**ASKED, "seen": seen}, follow=True)
    (version,) = reports.versions()
    assert "You prepared it" in found.content.decode()
    second, sent = as_role("counsel"), {"seen": seen, "answer": "accept", "code": code_of(staff["counsel"])}
    assert "Approved" in second.post(f"/reports/{version.key}/decide/", sent, follow=True).content.decode()
    packed = second.get(f"/reports/{version.key}/report.zip")
    assert packed["Content-Type"] == "application/zip"
    assert Event.objects.filter(act="export", kind=reports.KIND).count() == 1


def test_an_inspector_follows_a_cell_to_its_events_and_that_is_a_view(record, doing, as_role):
    version = approved(doing)
    cell = next(each.name for each in reports.report_of(version).cells if each.count and each.count.known)
    address = f"/reports/{version.key}/cell/?cell={quote(cell)}"
    before = Event.objects.filter(act="view", kind=reports.KIND).count()
    page = as_role("inspector").get(address).content.decode()
    assert record in page
    assert "/record/events/" in page
    assert Event.objects.filter(act="view", kind=reports.KIND).count() == before + 1
    assert as_role("clerk").get(address).status_code == 403
    assert (
        "no such cell" in as_role("inspector").get(f"/reports/{version.key}/cell/?cell=x", follow=True).content.decode()
    )


def test_who_may_not_see_reports_sees_none_and_an_inspector_prepares_none(record, as_role):
    assert as_role("notice_server").get("/reports/").status_code == 403
    assert as_role("inspector").get("/reports/").status_code == 200
    assert as_role("inspector").post("/reports/prepare/", ASKED).status_code == 403
    assert as_role("clerk").post("/reports/none/decide/", {}).status_code == 403


def test_a_correction_of_an_entry_is_a_version_of_its_report(record, doing, now):
    period = ("us-ca-truth-forum", *PERIOD[1:])
    wrong = enter("cost", now - timedelta(hours=2), {"what": "clerks", "dollars": "50"}, doing("clerk"))
    approved(doing, period)
    enter("cost", now - timedelta(hours=2), {"what": "clerks", "dollars": "40"}, doing("clerk"), corrects=wrong)
    assert approved(doing, period).version == 2


def test_a_period_that_is_not_over_is_shown_as_such_and_never_prepared(record, staff, now, as_role, monkeypatch):
    digest = reports.digest_of(reports.counted(*PERIOD))
    with pytest.raises(RefusedError, match="not over"):
        reports.prepare(*PERIOD, digest, by(staff["commander"], now, "totp"))
    monkeypatch.setattr(reports, "is_over", lambda last, at: False)
    page = as_role("commander").get("/reports/preview/", ASKED).content.decode()
    assert "This period is not over" in page
    assert "Prepare for approval" not in page
    assert "03/03/2026 to 03/04/2026" in page


def test_what_stands_on_the_day_after_a_period_is_no_number_before_that_day(here, doing, now, as_role, monkeypatch):
    here.jurisdiction = "us-tx"
    here.save()
    given = {"name": "us-tx-tcjs", "from": "03/04/2026", "to": "03/04/2026"}
    enter(
        "task_force", now, {"what": "narcotics", "agencies": "DEA (fictional)", "arrests": "3"}, doing("clerk", at=now)
    )
    monkeypatch.setattr(reports, "is_over", lambda last, at: False)
    assert "not yet: the day has not come" in as_role("commander").get("/reports/preview/", given).content.decode()


def test_a_figure_of_unknown_rows_is_never_printed_as_zero(record, as_role, monkeypatch):
    cell = Cell("M", "", "Inmates with a detainer", Count(Unit.STOCK, 0, 9))
    more = Cell("N", "", "Days in custody", Count(Unit.COUNT, 4, 2))
    asked = reports.counted(*PERIOD)
    monkeypatch.setattr(reports, "counted", lambda *given: replace(asked, cells=(cell, more)))
    page = as_role("commander").get("/reports/preview/", ASKED).content.decode()
    assert "2 figures are not settled" in page
    assert "<strong>not known</strong></td><td>9</td>" in page
    assert "at least 4</td><td>2</td>" in page
