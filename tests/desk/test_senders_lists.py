"""The sender's own list is loaded whole or not at all, and each row of either side without another is named."""

import pytest

from habeas.common.errors import BadInputError
from habeas.desk.doing import by
from habeas.desk.models import Event
from habeas.desk.services.publication.count_entries import LIST_WORDS, enter, entries
from habeas.desk.services.publication.senders_lists import load_list
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from tests.desk.test_count_entries import ledger

from .test_core import detainer

pytestmark = pytest.mark.django_db
LIST = b"Reference;Date;Kind;Our number;Name\nS-1;03/04/2026;detainer;;Doe, Jane\nS-2;2026-03-02;Immigration detainer;R-2019-00001;\n"


@pytest.fixture
def clerk_does(staff, now):
    return by(staff["clerk"], now)


def test_a_list_is_loaded_and_no_name_of_it_enters_the_record(clerk_does):
    made = load_list(LIST, "ice.csv", "ICE", clerk_does)
    assert (made.rows, str(made.first), str(made.last)) == (2, "2026-03-02", "2026-03-04")
    assert [row.facts["kind"] for row in ledger().of("sent")] == ["detainer", "detainer"]
    assert not Event.objects.filter(body__contains="Doe").exists()


def test_a_row_that_comes_again_counts_once_and_the_same_file_is_refused(clerk_does):
    load_list(LIST, "ice.csv", "ICE", clerk_does)
    with pytest.raises(RefusedError, match="loaded already"):
        load_list(LIST, "again.csv", "ICE", clerk_does)
    load_list(LIST + b"S-3;03/03/2026;;;\n", "ice.csv", "ice", clerk_does)
    assert len(list(ledger().of("sent"))) == 3


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "lacks the column reference"), (b"reference,date\n", "holds no row"), (b"ref,when\nx,y\n", "lacks the column reference"),
        (b"reference,date\nS-1,soon\n", 'line 2: "soon" is no date'), (b"reference,date\n,03/03/2026\n", "line 2 has no reference"),
        (b"reference,date\nS-1,03/03/2026\nS-1,03/03/2026\n", "line 3: the reference S-1 stands there twice"),
        (b"reference,date\nS-1,03/03/2027\n", "in the future"), (b"\xff\xfe", "not UTF-8"), (b"PK\0\0", "no CSV"),
        (b"reference,date,kind\nS-1,03/03/2026,hold\n", "no kind of request"), (b"reference,date\nS-1,03/03/2026,1\n", "more cells"),
        (b"reference,date,date\nS-1,03/03/2026,1\n", "date twice"), (b'reference,date\n"S-1,03/03/2026\n', "cannot be read as CSV"),
        (b"reference,date\n" + b"S" * 61 + b",03/03/2026\n", "longer than 60"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence_and_nothing_is_kept(content, says, clerk_does):
    with pytest.raises(BadInputError, match=says):
        load_list(content, "list.csv", "ICE", clerk_does)
    assert entries() == []


def test_who_sent_it_is_asked_for_an_inspector_loads_none_and_a_list_is_corrected_by_another(clerk_does, staff, now):
    with pytest.raises(RefusedError, match="who sent"):
        load_list(LIST, "ice.csv", " ", clerk_does)
    with pytest.raises(NotYoursError):
        load_list(LIST, "ice.csv", "ICE", by(staff["inspector"], now))
    load_list(LIST, "ice.csv", "ICE", clerk_does)
    (entry,) = entries()
    assert (entry.kind, entry.given) == (LIST_WORDS, "ICE; 2 rows")
    with pytest.raises(RefusedError, match="loading it again"):
        enter("begins", now, {}, clerk_does, corrects=entry.key)


def test_the_page_leads_to_each_row_without_another_side(subject, now, as_role):
    from django.core.files.uploadedfile import SimpleUploadedFile

    detainer(subject, now)
    client = as_role("clerk")
    assert "Load a sender’s list" in client.get("/counts/").content.decode()
    file = SimpleUploadedFile("ice.csv", LIST)
    page = client.post("/counts/load/", {"sender": "ICE", "file": file}, follow=True).content.decode()
    assert "theirs alone" in page
    assert "ICE S-2" in page
    assert "Choose the CSV file" in client.post("/counts/load/", {"sender": "ICE"}, follow=True).content.decode()
