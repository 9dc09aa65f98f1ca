"""A report is made from the record alone, its cells are recomputed from an export, and a changed cell is named."""

import csv
import json
from datetime import date

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.reports.build import build, corrections
from habeas.statistics.reports.catalog import catalog
from habeas.statistics.reports.forum import forum_files, policy_differences
from habeas.statistics.reports.proof import verify
from tests.statistics.staged import Record


def year(place="us-ca-los-angeles"):
    """Four detainers refused, one told, one handed over on a judge's warrant, one again, one withdrawn; nobody was interviewed."""
    record = Record(jurisdiction=place)
    at = record.local
    for month in range(1, 5):
        record.refuse(record.detainer(at(2025, month, 3)), at(2025, month, 4))
    told = record.detainer(at(2025, 5, 1), person="told")
    record.tell(told, at(2025, 5, 2))
    record.left("told", at(2025, 5, 9, 23, 50))
    record.again(told, at(2025, 5, 6))
    warrant = record.detainer(at(2025, 6, 1), kind="judicial_warrant", issuer="court")
    record.decide(warrant, at(2025, 6, 2), {"transfer": "must complies"})
    record.hand_over(warrant, at(2025, 6, 20))
    record.withdraw(record.detainer(at(2025, 7, 1)), at(2025, 7, 2))
    return record.end_on(at(2026, 1, 5))


def made(name, record=None, first=date(2025, 1, 1), last=date(2025, 12, 31)):
    return build(name, ledger_of((record or year()).events), first, last)


def cell(report, item, split=""):
    return next(each for each in report.cells if (each.item, each.split) == (item, split)).count.shown


def run(*given):
    return CliRunner().invoke(app, ["report", *map(str, given)])


def test_illinois_lists_each_detainer_once_with_how_its_person_left():
    report = made("us-il-ag")
    header, rows = report.tables["detainers_and_warrants.csv"]
    assert header == ("kind", "received_on", "bail_posted_at", "released_or_transferred", "at", "to_agency")
    assert len(rows) == 6, "the same paper again is no second detainer"
    told = next(row for row in rows if row[1] == "2025-05-01")
    assert told[3:] == ("released", "2025-05-09T23:50-0700", ""), (
        "whoever was released went to no agency, known or unknown"
    )
    assert cell(report, "a-2-detainers") == "6"


def test_a_transfer_is_counted_with_the_paper_it_rests_on():
    report = made("oversight-quarterly")
    assert (cell(report, "transfers"), cell(report, "transfers-judicial")) == ("1", "1")
    assert cell(report, "transfers-by-month", "2025-06") == "1"
    assert cell(report, "detainers-by-outcome", "withdrawn") == "1"


def test_each_report_of_the_catalog_is_made_and_every_line_says_its_number_or_that_there_is_none():
    for name in catalog():
        report = made(name)
        assert report.tables["table.csv"][1], name


def test_the_whole_folder_is_written_verified_and_a_changed_cell_is_named(tmp_path):
    chain = year("us-il").write(tmp_path / "export")
    target = tmp_path / "out"
    done = run("us-il-ag", "--chain", chain, "--from", "2025-01-01", "--to", "2025-12-31", "--out", target)
    assert done.exit_code == 0, done.output
    names = {path.name for path in target.iterdir()}
    assert names >= {
        "table.csv", "report.pdf", "definitions.json", "definitions.html", "reconcile.csv", "reconcile.html", "corrections.csv",
        "certificate.json", "datapackage.json", "manifest.json", "SHA256SUMS", "internal",
    }  # fmt: skip
    assert "trace" not in (target / "SHA256SUMS").read_text() + (target / "manifest.json").read_text()
    assert run("verify", target, "--chain", chain).exit_code == 0
    table = target / "table.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("count,6,", "count,5,"), encoding="utf-8", newline="")
    found = run("verify", target, "--chain", chain)
    assert found.exit_code == 1
    assert 'a-2-detainers), value: "5" stands there; the record gives "6"' in found.output.replace(
        " / ", "), "
    ).replace("  ", " ") or (
        'value: "5" stands there; the record gives "6"' in found.output and "a-2-detainers" in found.output
    )


def test_a_report_is_verified_against_the_events_of_a_desk_as_well(tmp_path):
    record = year("us-il")
    target = tmp_path / "out"
    chain = record.write(tmp_path / "export")
    run("us-il-ag", "--chain", chain, "--from", "2025-01-01", "--to", "2025-12-31", "--out", target)
    assert verify(target, iter(record.events), "desk") == verify(target, chain)
    assert verify(target, chain).differences == ()
    with pytest.raises(BadInputError, match="cut short"):
        verify(target, iter(record.events[:5]), "desk")
    assert "Give either --data" in str(run("verify", target).exception)


def test_a_forum_packet_says_what_began_and_ended_in_the_policies_of_the_period(tmp_path):
    record = Record(begins=Record().local(2017, 1, 2)).end_on(Record().local(2019, 1, 5))
    report = made("us-ca-truth-forum", record, date(2017, 1, 2), date(2018, 12, 31))
    rows = [row for row in policy_differences(report) if row[0] == "2018-01-01"]
    assert any("7284.6(a)(1)(B)" in row[2] for row in rows)
    assert "policy_differences.csv" in forum_files(report)
    assert [row[:2] for row in policy_differences(made("us-ca-truth-forum"))] == [("2025-07-17", "began")]


def test_another_record_is_not_taken_for_the_one_that_was_counted(tmp_path):
    target = tmp_path / "out"
    run(
        "us-ma-trust",
        "--chain",
        year("us-ma").write(tmp_path / "a"),
        "--from",
        "2025-01-01",
        "--to",
        "2025-12-31",
        "--out",
        target,
    )
    other = year()
    other.events[-1] = other.events[-1]
    fresh = Record(jurisdiction="us-tx")
    for _ in range(200):
        fresh.query(fresh.local(2025, 2, 2))
    found = run("verify", target, "--chain", fresh.write(tmp_path / "b"))
    assert isinstance(found.exception, BadInputError)
    assert "another record" in str(found.exception)


def test_a_changed_decision_is_exactly_one_correction_line():
    record = year()
    before = made("oversight-quarterly", record)
    at = record.local
    number = "R-2025-00001"
    record.move(number, "reopen", "settle", at(2026, 1, 6), "deciding", reason="law_changed")
    record.tell(number, at(2026, 1, 7))
    after = made("oversight-quarterly", record)
    (line,) = corrections(after, before)
    assert line.row[0] == number
    assert "detainers-by-outcome / refused" in line.row[1]
    assert "detainers-by-outcome / complied" in line.row[2]
    assert "reopened (law_changed)" in line.row[3]


def test_the_notice_of_a_forum_says_what_access_the_record_holds_and_none_where_it_holds_none():
    said = forum_files(made("us-ca-truth-forum"))["notice.txt"].decode()
    assert "gave immigration authorities access" in said
    assert "release dates told with a response: 1" in said
    assert "transfers of custody, to whomever and on whatever paper: 1" in said
    assert "Posted on: 01/05/2026. The forum may be held on 02/04/2026 or later" in said
    assert "Chinese (simplified)" in said
    record = Record()
    record.refuse(record.detainer(record.local(2025, 3, 1)), record.local(2025, 3, 2))
    none = forum_files(made("us-ca-truth-forum", record.end_on(record.local(2026, 1, 5))))["notice.txt"].decode()
    assert "holds no access given" in none
    assert "gave immigration authorities access" not in none


@pytest.mark.parametrize("name", ["oversight-quarterly", "us-il-ag", "us-ca-truth-forum"])
def test_a_view_a_duplicate_and_work_on_a_closed_case_change_no_cell(name):
    record = year()
    before = [each.row for each in made(name, record).cells]
    at = record.local
    record.view("R-2025-00001", at(2026, 1, 6))
    record.again("R-2025-00001", at(2025, 3, 9))
    record.move(
        "R-2025-00002", "confirm_field", "read", at(2026, 1, 7), "ready", fields=["a"], kind="detainer", issuer="ice"
    )
    record.add(
        "contact",
        "contact",
        "c1",
        at(2026, 1, 7),
        way="call_in",
        finished=False,
        late=False,
        told={},
        without_ground=[],
    )
    assert [each.row for each in made(name, record).cells] == before


def test_a_report_of_another_state_is_refused_and_nothing_is_written(tmp_path):
    period = ("--from", "2025-01-01", "--to", "2025-12-31", "--out", tmp_path / "out")
    found = run("us-il-ag", "--chain", year().write(tmp_path / "export"), *period)
    assert "report of offices in us-il; this office is in us-ca-los-angeles" in str(found.exception)
    assert not (tmp_path / "out").exists()


def test_bad_periods_empty_records_and_unknown_names_are_one_sentence_and_nothing_is_written(tmp_path):
    chain = year("us-il").write(tmp_path / "export")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "events.jsonl").write_bytes(b"")
    for name, source, first, last, says in (
        ("us-il-ag", chain, "2025-12-31", "2025-01-01", "before it begins"),
        ("us-il-ag", chain, "2025-01-01", "2027-01-01", "cannot be reported yet"),
        ("us-il-ag", chain, "2020-01-01", "2020-12-31", "not recorded, which is not none"),
        ("us-il-ga", chain, "2025-01-01", "2025-12-31", "is no report; there are"),
        ("us-il-ag", chain, "2025-13-01", "2025-12-31", "no date"),
        ("us-il-ag", tmp_path / "empty", "2025-01-01", "2025-12-31", "no event"),
        ("us-il-ag", tmp_path, "2025-01-01", "2025-12-31", "no exported record"),
    ):
        found = run(name, "--chain", source, "--from", first, "--to", last, "--out", tmp_path / "out")
        assert isinstance(found.exception, BadInputError), (says, found.output)
        assert says in str(found.exception)
        assert not (tmp_path / "out").exists()


def test_a_certificate_says_none_only_of_what_the_record_covers(tmp_path):
    from habeas.statistics.reports.certificate import certificate

    whole = certificate(made("us-tx-tcjs", Record().end_on(Record().local(2026, 2, 3))))
    assert "inmate-days" not in whole["not_recorded"]
    silent = certificate(made("us-il-ag", Record(begins=Record().local(2025, 6, 1)).end_on(Record().local(2026, 1, 3))))
    assert silent["none"] == []
    assert "a-2-detainers" in silent["not_recorded"]
    none = certificate(made("us-il-ag", Record().end_on(Record().local(2026, 1, 3))))
    assert "a-2-detainers" in none["none"]


def test_no_name_and_no_number_of_a_person_is_in_what_leaves(tmp_path):
    record = year()
    target = tmp_path / "out"
    run(
        "us-ca-truth-forum",
        "--chain",
        record.write(tmp_path / "e"),
        "--from",
        "2025-01-01",
        "--to",
        "2025-12-31",
        "--out",
        target,
    )
    for path in target.iterdir():
        if path.suffix in {".csv", ".json", ".html", ".txt"}:
            assert "person-" not in path.read_text(encoding="utf-8"), path.name


def test_the_definitions_and_the_tables_agree(tmp_path):
    target = tmp_path / "out"
    run(
        "us-ny-9-131",
        "--chain",
        year("us-ny-new-york-city").write(tmp_path / "e"),
        "--from",
        "2025-01-01",
        "--to",
        "2025-12-31",
        "--out",
        target,
    )
    rows = list(csv.DictReader((target / "table.csv").open(encoding="utf-8")))
    assert next(row for row in rows if row["item"] == "f-6")["value"] == "not recorded"
    held = json.loads((target / "definitions.json").read_text(encoding="utf-8"))
    assert held["detainers_received"]["where"] == {"kind": ["detainer"]}


def texas(ends):
    """Two detainers about people in custody, a third of whom it is not known where they are, under us-tx."""
    record = Record(jurisdiction="us-tx")
    at = record.local
    record.tally("rate", at(2025, 12, 1), {"since": "2025-12-01"}, {"cents": 6000})
    record.refuse(record.detainer(at(2025, 12, 3)), at(2025, 12, 4))
    record.detainer(at(2025, 12, 10))
    return record.end_on(ends(at))


@pytest.mark.parametrize(("ends", "value"), [((2025, 12, 31), "not yet"), ((2026, 1, 1), "2")])
def test_a_day_that_the_record_does_not_reach_is_not_counted(ends, value):
    report = made("us-tx-tcjs", texas(lambda at: at(*ends)), date(2025, 12, 1), date(2025, 12, 31))
    (row,) = (cell.row for cell in report.cells if cell.item == "M-inmates")
    assert row[4] == value
    assert ("2026-01-01" in row[7]) == (value == "not yet")


def test_a_cell_of_which_nothing_is_sure_is_not_known_and_never_zero_in_table_chart_or_certificate():
    from habeas.statistics.measures.measure import Count, Unit
    from habeas.statistics.reports.cells import Cell
    from habeas.statistics.reports.certificate import certificate
    from habeas.statistics.reports.pictures import _row as drawn_row
    from habeas.statistics.reports.pictures import charts_of

    record = Record(jurisdiction="us-tx")
    for day in (3, 4):
        number = record.receive(record.local(2025, 12, day))
        record.move(
            number, "register", "register", record.local(2025, 12, day), "reading", kind="", issuer="ice", given=[]
        )
    report = made("us-tx-tcjs", record.end_on(record.local(2026, 1, 2)), date(2025, 12, 1), date(2025, 12, 31))
    unsure = [cell for cell in report.cells if cell.count and cell.count.unknown]
    assert unsure
    assert {cell.row[4] for cell in unsure} == {"not known"}
    assert not {cell.name for cell in unsure} & set(certificate(report)["none"])
    assert not any(row[1] == (0,) for chart in charts_of(report) for row in chart.rows if "not known" in row[0])
    assert drawn_row(Cell("a", "refused", "A", Count(Unit.COUNT, 0, 3)), {}) == ("Refused (not known: 3)", (None,))


def test_pages_write_days_as_people_read_them_and_files_as_machines_do():
    from habeas.statistics.reports.render import reconcile_html

    report = made("us-tx-tcjs", texas(lambda at: at(2025, 12, 31)), date(2025, 12, 1), date(2025, 12, 31))
    page = reconcile_html(report, 1)
    assert "12/01/2025 to 12/31/2025" in page
    assert "2025-12-" not in page
    assert b"2026-01-01" in report.csv("table.csv")
