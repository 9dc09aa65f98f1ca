"""Words that take a paper back, wherever they stand; and what a form prints itself, which takes nothing back."""

import pytest

from habeas.paper import draft_request
from habeas.paper.assemble import read_bytes
from tests.paper import forms, marks
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet, book


def _undone(found):
    return any({"withdrawn_words", "unknown_marks"} & set(each.fields) for each in found.papers)


@pytest.mark.parametrize("kept_back", [False, True])
def test_no_marked_paper_is_a_courts_and_each_mark_is_warned_of(kept_back):
    for name, way, place, text, sheet in marks.drawn(kept_back=kept_back):
        found = reading(sheet)
        put = f"{text} {way} {place} on {name}"
        assert found.judicial is not True, put
        assert found.kind is None or (_undone(found) and found.warnings), put


@pytest.mark.parametrize("name", list(marks.PAPERS))
def test_a_forms_own_print_takes_nothing_back(name):
    found = reading(marks.PAPERS[name]())
    assert not _undone(found)
    assert found.judicial is (name in {"arrest", "bench", "writ"})
    assert not [
        each for each in found.warnings if not each.startswith("Pages are missing")
    ]  # one page of three is all there is


PRINTED = (
    "The alien must be served with a copy of this form for the detainer to take effect.",
    "This form was served upon the alien on ____________, in the following manner:",
    "This warrant shall be executed and returned within ten days.",
    "Unless this warrant is recalled by the court it remains in force.",
    "If checked: please cancel the detainer related to this alien previously submitted to you",
    "VOID IF ALTERED",
    "Count 2 dismissed; defendant's visa expired in 2019.",
    "Executed by: ____________",
    "Date and time warrant executed: ______",
    "Bail previously posted is revoked",
    "Served upon the defendant",
)


@pytest.mark.parametrize("words", PRINTED)
def test_what_may_or_must_be_done_and_empty_labels_take_nothing_back(words):
    found = reading(forms.arrest_warrant().say(48, 420, words))
    assert (found.judicial, _undone(found)) == (True, False)


def test_a_filled_return_says_the_warrant_was_used():
    sheet = forms.arrest_warrant().say(
        36, 640, "This warrant was received on (date) 08/22/2025, and the person was arrested on (date) 08/29/2025"
    )
    found = reading(sheet)
    assert found.judicial is None
    assert "08/29/2025" in asked(found)


def test_an_empty_return_says_nothing():
    sheet = forms.arrest_warrant().say(
        36, 640, "This warrant was received on (date) 08/22/2025, and the person was arrested on (date) ____________"
    )
    assert reading(sheet).judicial is True


def test_served_takes_a_warrant_back_and_no_detainer():
    assert reading(forms.arrest_warrant().say(430, 72, "SERVED", 18, "B")).judicial is None
    assert not _undone(reading(forms.detainer().say(430, 300, "SERVED", 18, "B")))


def test_the_words_and_their_place_are_a_field_to_confirm():
    found = reading(forms.detainer().slant(200, 430, "LIFTED"))
    field = found.fields["withdrawn_words"]
    assert (field.value, field.page, field.confirm, field.box is not None) == ("LIFTED", 1, True, True)
    assert any("LIFTED" in each for each in found.warnings)
    assert "in force" in asked(found)


HEADINGS = (
    "TO BE COMPLETED BY THE LAW ENFORCEMENT AGENCY: Local Booking/Inmate #:",
    "TO BE COMPLETED BY THE AGENCY HOLDING THE SUBJECT OF THIS NOTICE",
    "PLEASE PROVIDE THE INFORMATION BELOW, SIGN AND RETURN",
    "11/30/2026 02:41 FAX 432-555-0117 RECORDS P.01/02",
)


@pytest.mark.parametrize("words", HEADINGS)
@pytest.mark.parametrize("face", ["", "B"])
def test_the_heading_of_a_part_and_the_line_of_a_fax_machine_take_no_detainer_back(words, face):
    found = reading(forms.detainer().say(48, 700, words, 9, face))
    assert (_undone(found), [each for each in found.warnings if "marked" in each]) == (False, [])
    assert "cancelled" not in draft_request(found).request


@pytest.mark.parametrize("words", ["COMPLETED 11/02/26", "NOT TO BE EXECUTED", "EXECUTED 11/02/26"])
def test_the_same_words_said_of_the_paper_itself_still_count(words):
    assert _undone(reading(forms.arrest_warrant().say(430, 72, words, 14, "B")))


def test_a_word_of_recall_proposes_yes_and_a_mark_nobody_knows_neither_yes_nor_no():
    for text, proposed in (("LIFTED", True), ("KAPUT", "unknown")):
        found = reading(marks.turned(forms.detainer(), 200, 430, text, 9))
        assert draft_request(found).request["cancelled"] == proposed
        assert "in force" in asked(found)


def test_a_paper_in_force_has_no_such_field():
    assert "withdrawn_words" not in values(reading(forms.detainer()))


def noted(sheet, note):
    """The sheet with an annotation laid over it."""
    data = book(sheet)
    return data.replace(b"/Annots[]", b"/Annots[<<" + note + b">>]") if b"/Annots[]" in data else data


@pytest.mark.parametrize(
    "note",
    [
        b"/Type/Annot/Subtype/Stamp/F 4/Rect[300 600 420 640]/Contents(recalled 11/24/2026)",
        b"/Type/Annot/Subtype/Stamp/F 4/Rect[300 600 420 640]/Name/Void",
        b"/Type/Annot/Subtype/FreeText/F 4/Rect[300 600 420 640]/Contents(This warrant is no longer active)",
        b"/Type/Annot/Subtype/Text/F 4/Rect[300 600 320 620]/Contents(quashed per clerk)",
    ],
)
def test_a_note_laid_over_the_page_counts(note):
    found = read_bytes(noted(forms.arrest_warrant(), note))
    assert found.judicial is None
    assert found.warnings


UNKNOWN = ("NP 10/02/25 KLV", "KAPUT", "SUBJECT PASSED AWAY", "RTN'D 2 CT 10/02/25", "DNE PER SGT", "ERLEDIGT")
USUAL = (
    "Case 3:25-mj-00117 Document 7 Filed 10/02/25 Page 1 of 3",
    "UNITED STATES MARSHAL",
    "UNSEALED BY ORDER OF THE COURT",
    "FILED 10/02/2025",
    "RECEIVED",
    "CERTIFIED COPY",
    "UNSEALED 10/02/2025 KLV",
    "ORIGINAL",
    "TRUE COPY",
)


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_mark_nobody_knows_makes_a_paper_not_established_and_is_named(text):
    for sheet in (
        marks.turned(forms.arrest_warrant(), 200, 430, text, 9),
        marks.turned(forms.arrest_warrant(), 8, 500, text, 90),
    ):
        found = reading(sheet)
        assert found.judicial is None
        assert any(text in each for each in found.warnings)


@pytest.mark.parametrize("text", USUAL)
def test_an_offices_usual_mark_takes_nothing_back(text):
    found = reading(marks.turned(forms.arrest_warrant(), 200, 430, text, 9))
    assert (found.judicial, _undone(found)) == (True, False)


@pytest.mark.parametrize(
    "words",
    [
        "This warrant was executed on ____________, 20__, by taking into custody",
        "Defense motion to recall this warrant DENIED.",
        "unlawfully executed a forged deed",
        "knowingly executed the scheme to defraud the bank",
    ],
)
def test_an_empty_return_a_refused_motion_and_a_charge_take_nothing_back(words):
    found = reading(forms.arrest_warrant().say(48, 420, words))
    assert (found.judicial, _undone(found)) == (True, False)


@pytest.mark.parametrize(
    "words",
    [
        "This warrant was executed on November 9, 2025, by taking into custody",
        "Defense motion to recall this warrant GRANTED.",
    ],
)
def test_a_filled_return_and_a_granted_motion_take_a_warrant_back_and_are_quoted(words):
    found = reading(forms.arrest_warrant().say(48, 420, words))
    assert found.judicial is None
    assert any(words[:30] in each for each in found.warnings)


@pytest.mark.parametrize(
    "text",
    ["CXL'D 10/02/25", "REMITTED 10/02/25", "COMMUTED", "RCLD KLV", "Entered in error", "NOL PROSSED", "W/D 10/02/25"],
)
def test_short_forms_of_undoing_words_count_in_the_forms_own_face(text):
    assert reading(forms.arrest_warrant().say(300, 420, text, 10)).judicial is None


@pytest.mark.parametrize("words", ["NP KWZ", "NP 11/12 JG", "canc. 11-12"])
@pytest.mark.parametrize("place", [(430, 72), (250, 745), (8, 350), (300, 600)])
def test_words_nobody_knows_that_stand_alone_in_the_forms_own_face_are_asked_about(words, place):
    found = reading(forms.arrest_warrant().say(*place, words))
    assert (found.kind, found.judicial) == ("judicial_warrant", None)
    assert any(words in each for each in found.warnings)


@pytest.mark.parametrize("paper", [forms.arrest_warrant, forms.bench_warrant, forms.writ])
def test_a_forms_own_headings_and_entries_that_stand_alone_are_not(paper):
    assert reading(paper()).judicial is True


@pytest.mark.parametrize(
    "words", ["RECALLED 11/24/2026", "This warrant was quashed on November 24, 2026.", "Warrant withdrawn"]
)
def test_words_that_take_a_paper_back_are_told_on_a_paper_nobody_knows(words):
    sheet = Sheet().say(200, 60, "ORDER OF PICKUP", 14, "B").say(60, 120, "Bring in the person named below.")
    found = reading(sheet.say(60, 300, words, 12, "B"))
    assert (found.kind, found.judicial) == (None, None)
    assert "not a known form" in " ".join(found.warnings)
    assert "Is it in force?" in asked(found)
    assert draft_request(found).request["cancelled"] is True


def test_an_unknown_page_that_bears_such_words_takes_nothing_back_of_the_form_before_it():
    record = (
        Sheet().say(60, 60, "CRIMINAL HISTORY", 14, "B").say(60, 120, "Count 1").say(200, 120, "DISMISSED", 11, "B")
    )
    found = reading(forms.detainer(), record)
    assert found.kind == "detainer"
    assert any("page 2" in each and "DISMISSED" in each for each in found.warnings)
    assert "cancelled" not in draft_request(found).request


LONG = (
    "VOID - ISSUED IN ERROR - RETURN TO CLERK",
    "RECALLED 11/02/26 - REMOVE FROM NCIC - RETURN ORIGINAL TO CLERK OF COURT",
    "WITHDRAWN 11/02/26 ORIGINAL RETURNED TO THE CLERK OF THE DISTRICT COURT BY MAIL",
    "no longer in effect - see ECF No. 14 and the clerk's minutes of that day",
    "do not arrest on this warrant - defendant has appeared before the court",
    "def. appeared with counsel, do not arrest, original returned to clerk",
    "court recalled it at the hearing",
    "Warrant status: Recalled",
)


@pytest.mark.parametrize("words", LONG)
@pytest.mark.parametrize("place", [(150, 24), (120, 770), (200, 430)])
def test_a_typed_line_takes_a_paper_back_however_long_it_is_and_in_small_letters(words, place):
    found = reading(forms.arrest_warrant().say(*place, words, 8))
    assert found.judicial is None
    assert any(words[:20] in each for each in found.warnings)


@pytest.mark.parametrize(
    "words",
    [
        "[ ] executed on __________ [ ] returned unexecuted [ ] warrant cancelled on __________ (for U.S. Marshal use)",
        "The person named failed to report, his passport having been cancelled and his visa revoked before that day",
        "knowingly executed the scheme to defraud the bank by means of false pretenses in that district",
        "Immigration status: revoked",
    ],
)
def test_boxes_nobody_ticked_and_long_lines_of_a_charge_take_nothing_back(words):
    found = reading(forms.arrest_warrant().say(48, 420, words, 8))
    assert (found.judicial, _undone(found)) == (True, False)


def test_running_text_that_wraps_before_such_a_word_takes_nothing_back():
    sheet = forms.arrest_warrant()
    for count, line in enumerate(
        (
            "The grand jury found that the defendant bought goods with a card that the bank had declared",
            "superseded by a newer one, and used it in the district on four days of that year for goods",
            "which the seller had recalled in May.",
        )
    ):
        sheet.say(48, 420 + 12 * count, line)
    assert reading(sheet).judicial is True


def test_a_judge_recalled_to_service_recalls_nothing():
    assert not _undone(reading(forms.arrest_warrant().say(300, 640, "United States Magistrate Judge (Recalled)")))


@pytest.mark.parametrize("day", ["08/29/2025", "08/29/25"])
@pytest.mark.parametrize(
    "lines",
    [
        ("This warrant was received on (date) 08/22/2025, and the person was arrested on (date) {}", ""),
        ("This warrant was received on (date) 08/22/2025, and the person was arrested on (date) ____", "Date: {}"),
    ],
)
def test_a_return_that_is_filled_in_and_signed_says_the_warrant_was_used(day, lines):
    sheet = forms.arrest_warrant()
    for count, line in enumerate((*lines, "Arresting officer's signature")):
        sheet.say(36, 640 + 20 * count, line.format(day))
    found = reading(sheet)
    assert found.judicial is None
    assert "Is it in force?" in asked(found)


def _returned_sheet(lines):
    sheet = forms.arrest_warrant()
    for count, (x, line) in enumerate(lines):
        sheet.say(x, 640 + 16 * count, line, 8)
    return reading(sheet)


_OLDER = "This warrant was received and executed with the arrest of the above-named defendant at"
_CAPTIONS = (
    (36, "DATE RECEIVED"),
    (160, "NAME AND TITLE OF ARRESTING OFFICER"),
    (400, "SIGNATURE OF ARRESTING OFFICER"),
)


@pytest.mark.parametrize(
    "lines",
    [
        ((36, f"{_OLDER} ____________"), *_CAPTIONS),
        ((36, "This warrant was received on ________ and the person was arrested on ________"), *_CAPTIONS),
        (
            (36, "This warrant was received on ________"),
            (36, "Executed at"),
            (36, "Name and title of arresting officer"),
        ),
        ((36, "EXECUTED ON __________ AT ____________"), *_CAPTIONS),
    ],
)
def test_the_printed_return_of_a_warrant_with_empty_blanks_is_no_mark(lines):
    found = _returned_sheet(lines)
    assert (found.judicial, _undone(found)) == (True, False)


@pytest.mark.parametrize(
    "lines",
    [
        ((36, f"{_OLDER} San Diego, California"), *_CAPTIONS),
        ((36, f"{_OLDER} ____________"), *_CAPTIONS, (36, "09/02/2025")),
        ((36, "This warrant was received on ________"), (36, "Executed at San Diego"), *_CAPTIONS),
        ((36, "This warrant was received on 08/30/2025 and the person was arrested on 09/02/2025"), *_CAPTIONS),
    ],
)
def test_a_filled_return_with_the_same_captions_is_asked_about(lines):
    found = _returned_sheet(lines)
    assert (found.judicial, _undone(found)) == (None, True)
    assert "Is it in force?" in asked(found)
