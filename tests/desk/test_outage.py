"""The kit for the hours without a program: what the sheet says is what the law decides, no form's number is given out twice."""

import io
import zipfile
from datetime import date

import pypdf
import pytest
from django.urls import reverse

from habeas.common.errors import BadInputError
from habeas.desk.doing import by
from habeas.desk.services.outage import outage
from habeas.desk.services.outage.outage_sheet import PAPERS, lettered, sheet
from habeas.desk.workflow.errors import NotYoursError, RefusedError

DAY = date(2026, 3, 4)


def text_of(content):
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())


def outcomes(place):
    kinds, _ = sheet(place, DAY)
    return {(kind.title, line.act): line.outcome for kind in kinds for line in kind.lines}


def test_in_los_angeles_no_detainer_is_obeyed_and_a_judges_warrant_is():
    found = outcomes("us-ca-los-angeles")
    assert {found["Immigration detainer", act] for act in ("hold", "notify", "transfer")} == {"must_not"}
    assert found["Judicial warrant", "transfer"] == "must"
    assert found["Administrative warrant", "arrest"] == "must_not"


def test_in_california_the_sheet_says_what_to_find_out_by_hand():
    kinds, law = sheet("us-ca", DAY)
    transfer = next(kind for kind in kinds if kind.title == "Request for transfer of custody")
    assert transfer.lines[0].outcome == "unknown"
    assert transfer.lines[0].conditions
    assert transfer.lines[0].otherwise in {"may", "silent"}
    detainer = kinds[0]
    assert all(check.ask.endswith("?") and check.outcomes for check in detainer.checks)
    assert detainer.checks
    assert set(law) >= {"us", "us-ca"}


def test_each_line_is_what_the_law_decides_with_its_sentence_and_source():
    for place in ("us-ca-los-angeles", "us-tx", "us-nj"):
        kinds, _ = sheet(place, DAY)
        assert [kind.title for kind in kinds] == [title for title, _, _ in PAPERS]
        for line in (line for kind in kinds for line in kind.lines):
            assert line.sentence
            assert bool(line.citation) is (line.outcome != "silent"), line


def test_no_condition_is_cut_short():
    from habeas.desk.services.outage import outage_sheet

    for place in ("us-ca", "us-tx", "us-nj", "us-il"):
        for kind in sheet(place, DAY)[0]:
            for line in kind.lines:
                assert max((depth for depth, _ in line.conditions), default=0) < outage_sheet.DEEPEST


def test_long_conditions_stand_once_at_the_end_and_every_line_finds_its_own():
    kinds, annex = lettered(sheet("us-ca", DAY)[0])
    assert len({line.conditions for line in annex}) == len(annex) > 0
    by_letter = {line.see: line.conditions for line in annex}
    for line in (line for kind in kinds for line in kind.lines if line.see):
        assert by_letter[line.see] == line.conditions


def test_texas_and_california_differ_on_a_detainer():
    assert outcomes("us-tx")["Immigration detainer", "hold"] != outcomes("us-ca")["Immigration detainer", "hold"]


@pytest.fixture
def doing(staff, now):
    return by(staff["clerk"], now)


@pytest.mark.django_db
def test_no_number_is_given_out_twice_and_the_printing_is_in_the_record(doing):
    from habeas.desk.models import Event, PaperForm

    first, second = outage.make_kit(doing, 2), outage.make_kit(doing, 1)
    numbers = [number for kit in (first, second) for rows in kit.numbers.values() for number in rows]
    assert len(set(numbers)) == len(numbers) == 12
    assert numbers == sorted(numbers) == list(PaperForm.objects.order_by("id").values_list("number", flat=True))
    assert Event.objects.filter(act="print", kind="outage_kit").count() == 2
    forms = text_of(second.files["2-forms.pdf"])
    for rows in second.numbers.values():
        assert rows[0] in forms


@pytest.mark.django_db
def test_the_papers_are_tagged_name_no_person_and_are_the_same_for_the_same_law(roster, here, doing):
    from habeas.desk.models import Person

    kit = outage.make_kit(doing, 1)
    again = outage.sheet_pdf(here, DAY)
    assert again == outage.sheet_pdf(here, DAY)
    assert outage.forms_pdf(here, kit.numbers) == kit.files["2-forms.pdf"]
    names = {each.family_name for each in Person.objects.all() if len(each.family_name) > 4}
    for name in (each for each in kit.files if each.endswith(".pdf")):
        root = pypdf.PdfReader(io.BytesIO(kit.files[name])).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en"
        assert not [person for person in names if person in text_of(kit.files[name])]
    said = text_of(kit.files["1-what-must-and-must-not.pdf"])
    assert "Nothing else here may delay a release" in said
    assert "warrant or writ signed by a judge comes first" in said
    assert "7284.6(a)(1)(B)" in said


@pytest.mark.django_db
def test_only_those_who_may_print_it_and_a_sensible_number(staff, now, doing):
    with pytest.raises(NotYoursError):
        outage.make_kit(by(staff["inspector"], now), 1)
    for count in (0, 101):
        with pytest.raises(RefusedError, match="between 1 and"):
            outage.make_kit(doing, count)


@pytest.mark.django_db
def test_a_kit_is_written_whole_or_not_at_all(doing, tmp_path):
    kit = outage.make_kit(doing, 1)
    outage.write_kit(kit, tmp_path / "kit")
    assert sorted(path.name for path in (tmp_path / "kit").iterdir()) == sorted(kit.files)
    with pytest.raises(BadInputError, match="not empty"):
        outage.write_kit(kit, tmp_path / "kit")
    assert [path.name for path in tmp_path.iterdir()] == ["kit"]


@pytest.mark.django_db
def test_the_page_hands_out_the_kit_and_leads_to_entering_from_paper(client, staff, django_assert_max_num_queries):
    from habeas.desk.models import Request

    client.force_login(staff["clerk"])
    answer = client.post(reverse("outage_kit"), {"each": "1"})
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        assert len(pack.namelist()) == 4
    entered = client.post(
        reverse("intake"),
        {"late": "1", "paper_form": "P-00001", "received_at": "2026-03-04T01:00", "channel": "fax", "said": "1"},
    )
    assert entered.status_code == 302, entered.content.decode()[:500]
    made = Request.objects.get(late_entry=True)
    assert made.source["paper_form"] == "P-00001"
    same = {"late": "1", "received_at": "2026-03-04T01:00", "channel": "fax", "said": "1"}
    again = client.post(reverse("intake"), same | {"paper_form": " p-00001 "}, follow=True).content.decode()
    assert f"Form P-00001 was entered before, as {made.number}" in again
    strange = client.post(reverse("intake"), same | {"paper_form": "P-00099"}, follow=True).content.decode()
    assert "No intake form P-00099 was printed by this desk" in strange
    assert Request.objects.count() == 3, "the paper counts, whatever its form says"
    with django_assert_max_num_queries(12):
        page = client.get(reverse("outage_kit")).content.decode()
    assert "late=1" in page
    assert made.number in page
    assert client.post(reverse("outage_kit"), {"each": "many"}).status_code == 302
