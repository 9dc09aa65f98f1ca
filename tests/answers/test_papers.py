"""Register, tables, notices: dated practice, inert cells, two languages that say the same."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from habeas.answers.languages import LANGUAGES, code_of, offered
from habeas.answers.notices import (
    Intent,
    NoticeFacts,
    consent_html,
    consent_pdf,
    notice_html,
    notice_pdf,
    texts,
    told_of_release,
)
from habeas.answers.pdf import render_pdf
from habeas.answers.register import load_register
from habeas.answers.tables import csv_bytes, inert
from habeas.answers.words import ACT_WORDS, FIELD_WORDS, and_list, long_date, number
from habeas.common.errors import BadInputError
from habeas.law.model.vocabulary import Act
from habeas.requests.vocabulary import FIELD_ACTS

FIELD = '[[field]]\nname = "release_date"\nsince = 2018-03-26\nuntil = 2020-01-31\nwhere = "web"\nevidence = "print"\n'


def register(folder, text):
    (folder / "register.toml").write_text(text, encoding="utf-8")
    return load_register(folder / "register.toml")


@pytest.mark.parametrize(
    ("day", "shown"), [("2018-03-25", False), ("2018-03-26", True), ("2020-01-31", True), ("2020-02-01", False)]
)
def test_what_is_public_is_a_dated_practice(tmp_path, day, shown):
    made = register(tmp_path, FIELD)
    assert made.shown("release_date", date.fromisoformat(day)) is shown
    assert made.shown("name", date.fromisoformat(day)) is False


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x = ", "is not TOML"),
        ('[field]\nname = "x"\n', "must hold"),
        (FIELD.replace("since = 2018-03-26\n", ""), "line 1: a field needs name, since"),
        (FIELD.replace("release_date", "shoe_size"), 'line 1: "shoe_size" is no field'),
        (FIELD.replace("2020-01-31", "2017-01-01"), "end no sooner than it began"),
        (FIELD + FIELD.replace("2018-03-26", '"soon"'), 'line 7: "since" is "soon"'),
        (FIELD + "colour = 1\n", "line 1: a field needs"),
        ("other = 1\n" + FIELD, "other"),
    ],
)
def test_a_register_that_is_wrong_names_the_line_to_mend(tmp_path, text, sentence):
    with pytest.raises(BadInputError, match=sentence):
        register(tmp_path, text)


@given(st.text(max_size=30))
def test_no_cell_begins_as_a_formula(text):
    assert inert(text).lstrip(" ")[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "＝"}


def test_a_csv_keeps_quotes_and_lines_inside_a_cell():
    assert csv_bytes(("a",), [('say "hi"\nnow',)]) == b'a\r\n"say ""hi""\nnow"\r\n'


FACTS = NoticeFacts(
    "JANE <script>DOE</script>",
    "B1",
    "Office of the Sheriff",
    "ice",
    "detainer",
    "I-247A",
    date(2025, 7, 16),
    date(2025, 7, 17),
    (Intent("hold", False, "Gov. Code 7284.6(a)(1)(B)"), Intent("notify", None, ""), Intent("transfer", True, "x")),
    "Gov. Code 7283.1(b)",
    ("release date: x",),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_says_what_is_asked_and_what_the_jail_intends(language):
    facts, t = replace(FACTS, designee_told=True), texts(language)
    page = notice_html(facts, language)
    assert t["right_designee"][:40] not in notice_html(FACTS, language), "only where the law of the place owes it"
    assert "<script>" not in page
    for sentence in (
        t["hold_detainer"],
        t["no"],
        t["undecided"],
        t["yes"],
        t["rights"],
        t["told_title"],
        t["right_designee"][:40],
    ):
        assert sentence in page
    reader = pypdf.PdfReader(io.BytesIO(notice_pdf(FACTS, language)))
    assert reader.trailer["/Root"]["/Lang"] == language


def test_every_language_has_the_same_sentences_with_the_same_places_to_fill():
    english, holes = texts("en"), re.compile(r"\{(\w+)\}")
    for language in LANGUAGES:
        other = texts(language)
        assert set(other) == set(english)
        assert {key: set(value) for key, value in other.items() if isinstance(value, dict)} == {
            key: set(value) for key, value in english.items() if isinstance(value, dict)
        }
        assert len(other["months"]) == 12
        for key, sentence in english.items():
            if isinstance(sentence, str):
                assert sorted(holes.findall(other[key])) == sorted(holes.findall(sentence)), key


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_a_translation_nobody_reviewed_says_so_on_the_paper_in_its_language_and_in_english(language):
    assert texts(language)["reviewed"] is False
    says = texts(language)["unreviewed"]
    for page in (notice_html(FACTS, language), consent_html(FACTS, language)):
        assert says in page
        assert "has not been reviewed by a certified translator" in page
    assert "has not been reviewed" not in notice_html(FACTS, "en")


def test_a_paper_loads_nothing_from_elsewhere():
    made = render_pdf(
        '<html lang="en"><head><title>t</title></head><body><img alt="x" src="http://example.org/x.png">text</body></html>'
    )
    assert "text" in pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()


def test_every_act_and_field_has_words():
    assert set(ACT_WORDS) == {act.value for act in Act}
    assert set(FIELD_ACTS) <= set(FIELD_WORDS)


def test_numbers_and_lists_read_as_sentences():
    assert (number(0), number(3), number(13000)) == ("no", "three", "13,000")
    assert (and_list(["a"]), and_list(["a", "b", "c"]), and_list([])) == ("a", "a, b and c", "")
    assert long_date(date(2025, 7, 4)) == "July 4, 2025"


def test_a_spanish_notice_calls_a_detainer_a_request_and_writes_the_month_in_words():
    page = notice_html(FACTS, "es")
    assert "solicitud de retención" in page
    assert "no es la orden de un juez" in page
    assert f"{FACTS.received_on.day} de julio de 2025" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_are_tagged_the_same_bytes_each_time_and_every_letter_has_a_shape(language):
    for draw in (notice_pdf, consent_pdf):
        made = draw(FACTS, language)
        assert made == draw(FACTS, language)
        reader = pypdf.PdfReader(io.BytesIO(made))
        root = reader.trailer["/Root"]
        assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == (language, True)
        assert not missing_shapes(reader), "a letter would be drawn as an empty box"


def missing_shapes(reader):
    """The letters that no font has a shape for: their numbers lie beyond the font's own, and an empty box is drawn."""
    found = []
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            held = font.get_object()
            mapping = held["/ToUnicode"].get_object().get_data().decode()
            found += [
                pair
                for pair in re.findall(r"^<(\w{4})> <(\w+)>$", mapping, re.MULTILINE)
                if int(pair[0], 16) >= shapes(held)
            ]
    return [letter for number, letter in found if number != "ffff" and letter != "ffff"]


def shapes(font):
    """How many shapes the embedded font has."""
    described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    data = next(described[key].get_object().get_data() for key in ("/FontFile2", "/FontFile3") if key in described)
    return TTFont(io.BytesIO(data))["maxp"].numGlyphs


def test_a_letter_without_a_shape_is_noticed():
    made = render_pdf(
        '<html lang="en"><head><title>t</title></head><body style="font-family: Amiri">\u0f40</body></html>'
    )
    assert missing_shapes(pypdf.PdfReader(io.BytesIO(made))) == ["0f40"]


def test_arabic_runs_right_to_left_and_nothing_else_does():
    for language in LANGUAGES:
        assert ('dir="rtl"' in notice_html(FACTS, language)) is (language == "ar")


@pytest.mark.parametrize(
    ("recorded", "code"),
    [
        ("Spanish", "es"),
        (" CANTONESE ", "zh-Hant"),
        ("Chinese", None),
        ("", None),
        (None, None),
        ("Klingon", None),
        ("ar", "ar"),
    ],
)
def test_the_language_on_record_picks_the_paper_and_an_unknown_one_offers_all(recorded, code):
    assert code_of(recorded) == code
    assert offered(recorded) == (tuple(dict.fromkeys((code, "en"))) if code else LANGUAGES)


def test_the_day_told_is_said_in_the_language():
    assert told_of_release("en", date(2025, 9, 1)) == "the day on which you will be released, September 1, 2025"
    assert told_of_release("zh-Hans", date(2025, 9, 1)).endswith("2025年9月1日")
    assert "{" not in told_of_release("ar", None)
