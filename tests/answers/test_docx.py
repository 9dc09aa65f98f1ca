"""The letter as an editable DOCX: the sentences of the text, the same bytes for the same letter, nothing loaded from elsewhere."""

import io
import time
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from habeas.answers.compose import letter_facts
from habeas.answers.docx import letter_docx
from habeas.answers.letter import LetterSigner, letter_text
from tests.answers.helpers import REGISTERS, doj, ice, made
from tests.answers.test_letters import SUBJECT, warrant

ANN = LetterSigner("Prepared by", "Ann Example", "Records Clerk", "4411")


def facts_of(folder, request, place="us-ca-los-angeles", **more):
    return letter_facts(made(folder, request, place, **more).answer, ANN)


def words(content):
    read = Document(io.BytesIO(content))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    text = " ".join([*(each.text for each in read.paragraphs), *cells])
    return set(text.replace("\u00a0", " ").replace("_", " ").replace("\t", " ").split())


@pytest.mark.parametrize("kind", ["detainer", "list", "list given", "warrant"])
def test_it_says_every_word_of_the_letter(tmp_path, kind):
    given = {
        "detainer": (ice(SUBJECT),), "list": (doj(),), "warrant": (warrant(),),
    }  # fmt: skip
    facts = (
        facts_of(tmp_path, doj("us-tx"), "us-tx", register=REGISTERS["us-tx"])
        if kind == "list given"
        else facts_of(tmp_path, *given[kind])
    )
    said = set(letter_text(facts).replace("_", " ").split()) - {"-", "Enclosures:"}
    upper = {each.upper() for each in words(letter_docx(facts))}
    assert {each for each in said if each.upper() not in upper and each.strip(":").upper() not in upper} <= set(
        facts.foot.split()
    )


def test_the_same_letter_is_the_same_bytes_at_another_second(tmp_path):
    facts = facts_of(tmp_path, ice(SUBJECT))
    first = letter_docx(facts)
    time.sleep(2.1)  # a zip counts by two seconds
    assert letter_docx(facts) == first
    with zipfile.ZipFile(io.BytesIO(first)) as kept:
        assert {each.date_time for each in kept.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_is_the_offices_letter_of_its_day_and_nothing_of_the_librarys_sample_is_left(tmp_path):
    facts = facts_of(tmp_path, ice(SUBJECT))
    content = letter_docx(facts)
    about = Document(io.BytesIO(content)).core_properties
    assert (about.created.date().isoformat(), about.author) == ("2025-07-17", facts.sender.agency)
    with zipfile.ZipFile(io.BytesIO(content)) as kept:
        assert not [name for name in kept.namelist() if "thumbnail" in name]
        assert b"thumbnail" not in kept.read("_rels/.rels")
        assert b"TargetMode" not in b"".join(kept.read(name) for name in kept.namelist() if name.endswith(".rels"))


def test_no_signature_stands_alone_on_a_page(tmp_path):
    read = Document(io.BytesIO(letter_docx(facts_of(tmp_path, ice(SUBJECT)))))
    names = [each.text for each in read.paragraphs]
    asks = next(at for at, text in enumerate(names) if text.startswith("Please direct questions"))
    assert all(each.paragraph_format.keep_with_next for each in read.paragraphs[asks - 1 : -1])
    assert read.tables[-1].rows[0]._tr.xpath("./w:trPr/w:cantSplit")


@pytest.mark.parametrize("text", ["bell \x07 and \x00", "\ufffe", '<w:p/> & "x"'])
def test_no_character_of_a_paper_stops_it_or_becomes_part_of_its_form(tmp_path, text):
    facts = replace(facts_of(tmp_path, ice(SUBJECT)), opening=(text, "The end."))
    assert "end." in words(letter_docx(facts))
