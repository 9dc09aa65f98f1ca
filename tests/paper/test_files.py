"""A stranger's file is refused in one sentence, or read in a limited child with warnings; it never reaches us."""

import io
import json
import resource
import subprocess
import sys
import zlib

import pypdf
import pytest
from PIL import Image

from habeas.common.errors import BadInputError
from habeas.paper import page_images, read_paper
from habeas.paper.files.kinds import open_quietly, warnings_of
from tests.paper import forms
from tests.paper.makers import book, pdf, photograph, stream

PAPER = book(forms.detainer())
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
    b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
)
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
WORDS = stream(b"BT /F1 12 Tf 72 700 Td (A page with some words that ask for nothing at all from anybody) Tj ET")


def catalog(more=b""):
    return pdf([b"<</Type/Catalog/Pages 2 0 R" + more + b">>", PAGES, PAGE, WORDS])


def outcome(data):
    """What is said about a file, refused or read, and its kind."""
    try:
        found = read_paper(data)
    except BadInputError as refused:
        return [str(refused)], None
    return [each.ask for each in found.questions], found.kind


def locked(password):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(PAPER))
    writer.encrypt(password, "owner")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def wide_picture():
    held = io.BytesIO()
    Image.new("1", (30000, 30000)).save(held, "PNG")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html><body>Form I-247A</body></html>", "is a web page (HTML)"),
        (b"PK\x03\x04" + PAPER, "is a ZIP archive"),
        (b"GIF89a" + bytes(20) + PAPER, "is a GIF picture"),
        (b"MZ" + PAPER, "is a program"),
        (b"a line of text " + PAPER, "another file with a PDF hidden in it"),
        (b"only words", "no file of a kind that Habeas reads"),
        (PAPER[: len(PAPER) // 3], "cannot be read"),
        (locked("secret"), "is locked with a password"),
        (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "has no pages"),
        (
            catalog() + b"".join(b"%d 0 obj\n1\nendobj\n" % number for number in range(9, 250_000)),
            "more parts than a paper needs",
        ),
        (wide_picture(), "more pixels than a page needs"),
    ],
    ids=["empty", "html", "zip", "gif", "program", "hidden", "words", "cut", "locked", "no pages", "objects", "pixels"],
)
def test_a_file_that_is_no_paper_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(BadInputError) as refused:
        read_paper(data, name="fax.pdf")
    assert sentence in str(refused.value)
    assert str(refused.value).startswith("fax.pdf ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "JavaScript"),
        (b"/OpenAction<</S/Laun#63h/F(cmd.exe)>>", "Launch"),
        (b"/Names<</EmbeddedFiles<</Names[]>>>>", "other files inside"),
        (b"/AcroForm<</XFA[]/Fields[]>>", "XFA"),
    ],
)
def test_what_a_file_would_do_is_said_and_not_done(more, sentence):
    assert any(sentence in each for each in read_paper(catalog(more)).warnings)


def test_a_file_that_limits_printing_is_read_and_said():
    found = read_paper(locked(""))
    assert found.kind == "detainer"
    assert any("limited what may be done" in each for each in found.warnings)


def test_something_hung_on_the_end_is_said():
    assert any("hangs on the end" in each for each in read_paper(PAPER + b"PK\x03\x04" + bytes(200)).warnings)


def test_a_change_after_saving_is_said_with_the_words_that_changed():
    writer = pypdf.PdfWriter(io.BytesIO(PAPER), incremental=True)
    page = writer.pages[0]
    data = page.get_contents().get_data().replace(b"WREXLEY, Odalys Pilar", b"MARLOWE, Ines Ottilie")
    fresh = pypdf.generic.StreamObject()
    fresh.set_data(data)
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(fresh)
    held = io.BytesIO()
    writer.write(held)
    found = read_paper(held.getvalue())
    said = " ".join(found.warnings)
    assert found.fields["subject_name"].value == "MARLOWE, Ines Ottilie"
    assert "changed after it was first saved" in said
    assert "“MARLOWE,”" in said
    assert "“WREXLEY,”" in said


@pytest.mark.parametrize(
    "data",
    [
        pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>", PAGE, WORDS]),
        pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE, WORDS], b"/Prev 9"),
        pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE.replace(b"612 792", b"14400000 14400000"), WORDS]),
        pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                PAGES,
                PAGE,
                stream(zlib.compress(zlib.compress(bytes(2**28), 9), 9), b"/Filter[/FlateDecode/FlateDecode]"),
            ]
        ),
    ],
    ids=["circle of pages", "table before itself", "endless page", "bomb"],
)
def test_a_file_built_to_break_readers_ends_in_a_sentence_or_a_question(data):
    said, kind = outcome(data)
    assert kind is None
    assert said
    assert all(len(each.splitlines()) == 1 for each in said)


def fields_in_a_circle(count):
    """A form of `count` fields, each with the next for both its kids, and the last with the first: 2 to that power ways to walk it."""
    nodes = [
        b"<</T(a)/Parent 5 0 R/Kids[%d 0 R %d 0 R]>>" % ((5 + (number + 1) % count,) * 2) for number in range(count)
    ]
    return pdf([b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>", PAGES, PAGE, WORDS, *nodes])


@pytest.mark.parametrize("read", [outcome, lambda data: (page_images(data), None)], ids=["read", "drawn"])
def test_a_form_whose_fields_stand_in_a_circle_is_refused_at_once(read):
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        said = str(read(fields_in_a_circle(25)))
    except BadInputError as refused:
        said = str(refused)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "built in a circle" in said
    assert ended.ru_utime - began.ru_utime < 20, "seconds of the child, its beginning with it"


def test_a_bomb_is_refused_before_anything_unpacks_it_whole():
    """What draws a page unpacks all of it, 1.2 GB of a file of 600 kB; counting its commands stops at a bound."""
    from habeas.paper import assemble

    class Untouched:
        def __getitem__(self, index):
            raise AssertionError("the page was loaded first")

    bomb = stream(zlib.compress(bytes(2**28), 9), b"/Filter/FlateDecode")
    reader = open_quietly(pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE, bomb]))
    with pytest.raises(BadInputError, match="more memory or time"):
        assemble._page(0, Untouched(), None, reader, assemble._Work())


def test_reading_stops_when_time_is_up():
    with pytest.raises(BadInputError, match="took longer than"):
        read_paper(PAPER, wall_seconds=0.01)


def test_the_child_may_write_no_file(tmp_path):
    target = tmp_path / "written"
    script = f"""from habeas.common.sandbox import bind
from habeas.paper.files import limits
bind(limits.MEMORY, limits.CPU_SECONDS)
with open({str(target)!r}, "w") as held:
    held.write("x" * 9)"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert run.returncode != 0
    assert b"File too large" in run.stderr
    assert not target.exists() or target.read_text(encoding="utf-8") == ""


def test_the_child_may_not_take_more_memory_than_its_share():
    script = (
        "from habeas.common.sandbox import bind; from habeas.paper.files import limits; "
        "bind(limits.MEMORY, limits.CPU_SECONDS); bytearray(limits.MEMORY)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert b"MemoryError" in run.stderr


def test_page_pictures_come_in_order_and_a_private_page_comes_white():
    two = book(forms.arrest_warrant(), forms.identifiers())
    shown = page_images(two, 40, without=read_paper(two).private_pages)
    pictures = [Image.open(io.BytesIO(each)) for each in shown]
    assert [each.size for each in pictures] == [(340, 440), (340, 440)]
    assert pictures[0].getextrema()[0] < 100
    assert pictures[1].getextrema() == (255, 255)


def test_the_picture_of_a_page_can_be_drawn_from_a_photograph():
    assert len(page_images(photograph(PAPER), 40)) == 1


def test_without_tesseract_a_picture_is_not_read_and_the_program_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    found = read_paper(photograph(PAPER))
    assert (found.kind, found.judicial) == (None, None)
    assert "no tesseract" in found.questions[0].why


def habeas(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "habeas", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_the_command_prints_one_document_and_its_exit_status_says_whether_a_person_is_needed(tmp_path):
    (tmp_path / "plain.pdf").write_bytes(PAPER)
    (tmp_path / "page.pdf").write_bytes(b"<html></html>")
    run = habeas("read", tmp_path / "plain.pdf", "--json")
    found = json.loads(run.stdout)
    assert (run.returncode, found["kind"], found["fields"]["sex"]["confidence"], run.stderr) == (
        0,
        "detainer",
        "read",
        "",
    )
    assert {
        "kind",
        "form",
        "signer",
        "basis",
        "judicial",
        "fields",
        "questions",
        "warnings",
        "papers",
        "text_source",
    } <= set(found)
    run = habeas("read", tmp_path / "page.pdf", "--json")
    assert (run.returncode, run.stdout, len(run.stderr.splitlines())) == (2, "", 1)
    run = habeas("read", tmp_path / "plain.pdf")
    assert run.stdout.startswith("Immigration detainer (I-247A)")
    assert habeas("read", tmp_path / "plain.pdf", "--draft").returncode == 1


def test_a_short_word_in_packed_bytes_is_no_script_and_a_damaged_file_is_looked_at_whole():

    by_chance = pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE, stream(b"q Q \x80/JS \x91/XFA ")])
    assert warnings_of(by_chance, open_quietly(by_chance)) == []
    assert any("JavaScript" in each for each in warnings_of(by_chance, None))
