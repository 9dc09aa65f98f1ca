"""Everything that anyone printed stands in a register: entered, struck, taken from reports, and read by the attack on the next release."""

from datetime import UTC, date, datetime

import pytest

from habeas.statistics.attack.reading import register_claims
from tests.desk.conftest import NOW

pytestmark = pytest.mark.django_db
GIVEN = {
    "source": "Forum, slide 3",
    "printed_on": "2026-03-01",
    "periods": "2026-Q1",
    "kinds": "detainer",
    "outcomes": "",
    "least": "7",
}


@pytest.fixture
def clerk(staff):
    from habeas.desk.doing import by

    return by(staff["clerk"], NOW)


def test_a_number_is_entered_struck_with_a_reason_and_both_are_kept(clerk):
    from habeas.desk.services.record.printed import enter_printed, entries, register_csv, strike_printed
    from habeas.desk.workflow.errors import RefusedError

    key = enter_printed(GIVEN, clerk)
    (claim,) = register_claims(register_csv(), "register.csv")
    assert (claim.low, claim.high, claim.where[1:]) == (7, 7, (("2026-01", "2026-02", "2026-03"), ("detainer",), ()))
    with pytest.raises(RefusedError, match="why"):
        strike_printed(key, " ", clerk)
    strike_printed(key, "a misprint", clerk)
    assert [each.struck for each in entries()] == [True]
    assert register_claims(register_csv(), "register.csv") == []
    with pytest.raises(RefusedError, match="no such entry"):
        strike_printed(key, "again", clerk)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"source": " "}, "who printed it"), ({"printed_on": "March"}, "2026-03-01"), ({"periods": "spring"}, "no month"),
        ({"kinds": "detaner"}, "none of the kinds"), ({"outcomes": "won"}, "none of the outcomes"), ({"least": "-1"}, "whole numbers"),
        ({"least": "9", "most": "3"}, "less than"), ({"most": "many"}, "no count"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence_and_nothing_is_kept(clerk, wrong, says):
    from habeas.desk.services.record.printed import enter_printed, entries
    from habeas.desk.workflow.errors import RefusedError

    with pytest.raises(RefusedError, match=says):
        enter_printed(GIVEN | wrong, clerk)
    assert entries() == []


def test_only_whoever_enters_counts_may_enter(staff):
    from habeas.desk.doing import by
    from habeas.desk.services.record.printed import enter_printed
    from habeas.desk.workflow.errors import NotYoursError

    with pytest.raises(NotYoursError):
        enter_printed(GIVEN, by(staff["inspector"], NOW))


def test_a_number_that_is_no_longer_true_is_named_and_left_out_of_the_attack(clerk):
    from habeas.desk.services.record.printed import enter_printed, known

    enter_printed(GIVEN, clerk)
    enter_printed(GIVEN | {"source": "Press", "least": "0"}, clerk)
    found = known()
    assert [each.source for each in found.claims] == ["Press"]
    assert len(found.stale) == 1
    assert found.stale[0].startswith("Forum, slide 3")


def test_a_report_that_two_people_let_out_is_in_the_register_and_is_counted_nowhere_else(staff, clerk):
    from habeas.desk.doing import by
    from habeas.desk.services.publication.count_entries import enter, entries
    from habeas.desk.services.record import office_reports as reports
    from habeas.desk.services.record.printed import enter_printed, known, register_csv

    enter("begins", datetime(2026, 1, 1, 9, tzinfo=UTC), {}, clerk)
    enter_printed(GIVEN | {"least": "0"}, clerk)
    assert len(entries()) == 1, "what somebody printed is no entry for reports"
    period = ("oversight-quarterly", date(2026, 1, 1), date(2026, 2, 28))
    key = reports.prepare(*period, reports.digest_of(reports.counted(*period)), by(staff["commander"], NOW, "totp"))
    assert "oversight" not in register_csv()
    version = reports.version_called(key)
    reports.decide(version, version.digest, "", by(staff["counsel"], NOW, "totp"), accept=True)
    assert "oversight-quarterly" in register_csv()
    assert any(each.source.startswith("oversight-quarterly") for each in known().claims)


def test_a_paper_set_aside_unread_stands_among_the_unclassified_of_public_figures(staff, clerk):
    from habeas.desk.services.intake import intake
    from habeas.desk.services.office.office import office
    from habeas.desk.services.publication.count_entries import enter
    from habeas.desk.services.publication.counting import ledger
    from habeas.desk.services.record import office_reports as reports
    from habeas.desk.services.record.printed import known
    from tests.desk.test_intake import take

    enter("begins", datetime(2026, 1, 1, 9, tzinfo=UTC), {}, clerk)
    at = datetime(2026, 2, 3, 9, tzinfo=UTC)
    for reason in ("blank", "not_a_request", ""):
        paper = take(None, at, clerk)
        if reason:
            intake.set_aside(paper, reason, clerk)
    period = ("oversight-quarterly", date(2026, 1, 1), date(2026, 2, 28))
    report = reports.counted(*period)
    split = {each.split: each.count for each in report.cells if each.item == "requests-by-kind"}
    assert (split["no_request"].known, split["unknown"].known) == (2, 1)
    from habeas.desk.doing import by

    key = reports.prepare(*period, reports.digest_of(report), by(staff["commander"], NOW, "totp"))
    version = reports.version_called(key)
    reports.decide(version, version.digest, "", by(staff["counsel"], NOW, "totp"), accept=True)
    assert {kind for _, kind, _ in ledger(office())} == {"unclassified"}
    claims = [each for each in known().claims if "no_request" in each.source]
    assert [(each.low, each.high, each.where[2]) for each in claims] == [(2, None, ("unclassified",))]
    assert known().stale == ()


def test_the_page_lists_everything_takes_an_entry_and_gives_the_file(client, staff):
    client.force_login(staff["clerk"])
    page = client.post("/reports/printed/add/", GIVEN, follow=True).content.decode()
    assert "Forum, slide 3" in page
    refused = client.post("/reports/printed/add/", GIVEN | {"least": "x"}, follow=True).content.decode()
    assert "whole numbers" in refused
    text = client.get("/reports/printed/register.csv").content.decode()
    assert text.splitlines()[0] == "source,office,periods,kinds,outcomes,least,most,table"


def test_the_next_release_is_attacked_together_with_the_register(clerk, tmp_path, monkeypatch):
    from habeas.cli import figures as shell
    from habeas.desk.services.publication import figures
    from habeas.desk.services.record.printed import enter_printed

    given = []

    class StopError(Exception):
        pass

    def publish(first, last, others, doing, correct):
        given.extend(others)
        raise StopError

    enter_printed(GIVEN | {"least": "0"}, clerk)
    monkeypatch.setattr(shell, "open_desk", lambda data: None)
    monkeypatch.setattr(figures, "publish", publish)
    with pytest.raises(StopError):
        shell.report_public("2026-02-28", tmp_path / "out", None, None, data=tmp_path)
    assert [each.source for each in given] == ["Forum, slide 3"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"table": "arrests"}, "none of the tables"), ({"table": "notices"}, "leave the kinds empty"),
        ({"table": "notices", "kinds": "", "outcomes": "refused"}, "none of the outcomes"),
        ({"table": "both_lists", "kinds": "", "outcomes": "both"}, "whole year"),
    ],
)  # fmt: skip
def test_an_entry_of_another_table_names_its_own_classes(clerk, wrong, says):
    from habeas.desk.services.record.printed import enter_printed, entries
    from habeas.desk.workflow.errors import RefusedError

    with pytest.raises(RefusedError, match=says):
        enter_printed(GIVEN | wrong, clerk)
    assert entries() == []


def test_a_number_of_notices_or_of_a_part_is_read_and_held_against_the_record(clerk):
    from habeas.desk.services.record.printed import enter_printed, known

    enter_printed(GIVEN | {"table": "notices", "kinds": "", "outcomes": "yes", "least": "0"}, clerk)
    enter_printed(GIVEN | {"table": "notices", "kinds": "", "outcomes": "no", "least": "3", "source": "Wrong"}, clerk)
    enter_printed(GIVEN | {"outcomes": "complied", "least": "0", "most": "more", "source": "Part"}, clerk)
    found = known()
    assert [(each.source, each.table, each.high) for each in found.claims] == [
        ("Forum, slide 3", "notices", 0),
        ("Part", "", None),
    ] or {each.source for each in found.claims} == {"Forum, slide 3", "Part"}
    assert [each.partition(":")[0] for each in found.stale] == ["Wrong"]
