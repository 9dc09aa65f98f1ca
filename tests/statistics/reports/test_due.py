"""What is due comes from the packs: to whom, for which days, by when; a report stands on a source that a pack holds."""

from datetime import date

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.law.packs import PACKS
from habeas.statistics.reports.catalog import catalog, report_called
from habeas.statistics.reports.due import due_reports, without_day


def test_illinois_owes_the_year_by_the_first_of_march():
    found = [each for each in due_reports("us-il-cook", date(2026, 11, 30)) if each.report == "us-il-ag"]
    assert [(each.first, each.last, each.due) for each in found] == [
        (date(2026, 1, 1), date(2026, 12, 31), date(2027, 3, 1))
    ]


def test_texas_owes_each_month_by_the_fifth():
    found = [each.due for each in due_reports("us-tx", date(2026, 11, 30)) if each.report == "us-tx-tcjs"]
    assert found[0] == date(2026, 12, 5)
    assert len(found) == 12


@pytest.mark.parametrize("name", list(catalog()))
def test_each_report_stands_on_a_source_of_a_pack_or_says_that_it_stands_on_none(name):
    kind = report_called(name)
    assert kind.source is None if kind.law is None else kind.source.citation


def test_each_duty_that_a_report_answers_is_in_a_pack():
    known = {duty.id for pack in PACKS.values() for duty in pack.periodic}
    assert {kind.duty for kind in catalog().values() if kind.duty} <= known


def test_a_report_without_a_day_in_the_packs_is_named_and_given_none():
    assert "us-ca-truth-forum" in {each.name for each in without_day("us-ca-kern")}
    assert "us-ca-truth-forum" not in {each.name for each in without_day("us-tx")}


def test_an_unknown_name_or_place_is_one_sentence_and_exit_two():
    with pytest.raises(BadInputError, match=r"no report; there are: us-ca-values-doj"):
        report_called("us-ca-valuse")
    run = CliRunner().invoke(app, ["report", "list", "--as-of", "2026-11-30", "--jurisdiction", "us-zz"])
    assert isinstance(run.exception, BadInputError)


def test_the_list_says_the_day_the_report_and_the_law():
    run = CliRunner().invoke(app, ["report", "list", "--as-of", "2026-11-30", "--jurisdiction", "us-il-cook"])
    assert run.exit_code == 0
    assert "2027-03-01  habeas report us-il-ag" in run.output
    assert "the text was not read whole" in run.output


def test_a_duty_that_comes_round_each_month_is_printed_once_with_its_later_days():
    run = CliRunner().invoke(app, ["report", "list", "--as-of", "2026-11-30", "--jurisdiction", "us-tx"])
    assert run.output.count("habeas report us-tx-tcjs") == 1
    assert "  then due 2027-01-05, 2027-02-05," in run.output
    whole = CliRunner().invoke(app, ["report", "list", "--as-of", "2026-11-30", "--jurisdiction", "us-tx", "--json"])
    assert whole.output.count("us-tx-tcjs") == 12
