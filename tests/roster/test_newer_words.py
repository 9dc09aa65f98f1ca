"""The words of a profile for one cell: dates, names, charges; and what is said of a profile that is wrong."""

from datetime import date

import pytest

from habeas.roster.date_words import date_form
from habeas.roster.name_forms import read_name
from habeas.roster.profile import load_profile, profile_hash, shipped_profiles
from habeas.roster.statute_forms import StatuteForms
from tests.roster.helpers import fault_of, read_with, said

ONE = '[file]\nshape = "table"\n[columns]\nbooking_id = "BK"\nfamily_name = "LAST"\n'
ONE += 'person_id = "PFN"\ndate_of_birth = "DOB"\nbooked_at = "IN"\n'


@pytest.mark.parametrize(
    ("form", "cell", "wanted"),
    [
        ("mm/dd/yy", "01/09/46", "1946-01-09"),
        ("yyyymmdd", "19720109", "1972-01-09"),
        ("dd-MON-yyyy", "09-JAN-1972", "1972-01-09"),
        ("dd/mm/yyyy", "09/01/1972", "1972-01-09"),
        ("yyyy-dd-mm", "1972-09-01", "1972-01-09"),
        ("Month d, yyyy", "January 9, 1972", "1972-01-09"),
        ("day of the text", "1972-01-09T00:00:00.000Z", "1972-01-09"),
        ("spreadsheet number", "26307", "1972-01-09"),
        ("milliseconds since 1970 UTC", "63763200000", "1972-01-09"),
        ("mm/dd/yyyy", "1972-01-09", "1972-01-09"),
        ("year of birth", "1972", None),
        ("age", "54", None),
        ("mm/dd/yyyy", "13/13/1972", None),
        ("yyyy-dd-mm", "1972-01-31", None),
    ],
)
def test_a_birth_date_is_read_in_the_words_of_the_file(tmp_path, form, cell, wanted):
    words = ONE + f'[forms]\ndate_of_birth = "{form}"\n'
    made = read_with(tmp_path, words, f'BK,PFN,LAST,DOB,IN\nB1,P1,DOE,"{cell}",2026-01-02\n')
    assert made.people[0].date_of_birth == (date.fromisoformat(wanted) if wanted else None)
    assert (wanted is None) <= bool(said(made))


def test_a_year_of_birth_alone_is_said_and_needs_nobody(tmp_path):
    made = read_with(
        tmp_path, ONE + '[forms]\ndate_of_birth = "year of birth"\n', "BK,PFN,LAST,DOB,IN\nB1,P1,DOE,1972,2026-01-02\n"
    )
    assert said(made) == ['row 2: date_of_birth is "1972", the year of birth alone: the day is not known']


@pytest.mark.parametrize("words", ["%q nonsense", "mm/yyyy", "dd", "", "yyyy-mm"])
def test_words_that_tell_no_day_are_no_form(words):
    assert date_form(words) is None


@pytest.mark.parametrize(
    ("form", "text", "wanted"),
    [
        ("{family}, {given} {middle} {suffix}", "DOE, JANE ANN JR", ("DOE", "JANE", "ANN", "JR")),
        ("{family}, {given} {middle} {suffix}", "VAN DER BERG III, TOM", ("VAN DER BERG", "TOM", "", "III")),
        ("{given} {middle} {family}", "JANE ANN DOE", ("DOE", "JANE", "ANN", "")),
        ("{given} {family}", "JANE DE LA CRUZ", ("DE LA CRUZ", "JANE", "", "")),
        ("{given} {middle} {family}", "JANE DE LA CRUZ", ("DE LA CRUZ", "JANE", "", "")),
        ("{family}/{given}/{middle}", "DOE/JANE/ANN", ("DOE", "JANE", "ANN", "")),
        ("{family}/{given}/{middle}", "DOE/JANE", ("DOE", "JANE", "", "")),
        ("{family} {given} {middle}", "DOE JANE ANN", ("DOE", "JANE", "ANN", "")),
        ("{family}^{given}^{middle}^{suffix}", "DOE^JANE^^JR", ("DOE", "JANE", "", "JR")),
    ],
)
def test_a_name_is_cut_as_its_form_says(form, text, wanted):
    name = read_name(text, (form,))
    assert name is not None
    assert (name.family, name.given, name.middle, name.suffix) == wanted


@pytest.mark.parametrize("form", ["{family}, {given}", "{family}/{given}"])
def test_a_name_without_the_marks_of_its_form_is_not_cut(form):
    assert read_name("JANE DOE", (form,)) is None


FORMS = (
    "PV - {section} {code}",
    "{section} {code}",
    "{section} {code}/{grade}",
    "{code} {section}",
    "{code}{section}-{grade}",
)


@pytest.mark.parametrize(
    ("cell", "statute", "grade"),
    [
        ("PC 496(a)", "PC 496(a)", None),
        ("PC29800(A)(1)-F", "PC 29800(A)(1)", "F"),
        ("11377(A) H&S/M", "HS 11377(A)", "M"),
        ("PV - 1203.2 PC", "PC 1203.2", None),
        ("PC664/187(A)-F", "PC 664/187(A)", "F"),
        ("VC14601.1(A)-M", "VC 14601.1(A)", "M"),
        ("23152(A)VC/M", "VC 23152(A)", "M"),
        ("720 ILCS 5/12-3.2", "720 ILCS 5/12-3.2", None),
        ("RCW 9A.36.021", "RCW 9A.36.021", None),
        ("Health Code 481.115(b)", "HEALTH CODE 481.115(b)", None),
    ],
)
def test_a_charge_is_read_by_the_one_form_that_fits(cell, statute, grade):
    read = StatuteForms(FORMS, {"H&S": "HS"}, ("F", "M")).read(cell)
    assert (read.statute, read.others.get("charge_grade"), read.said) == (statute, grade, "")


def test_a_charge_that_fits_no_form_is_kept_and_said_and_one_that_fits_two_is_unknown():
    none = StatuteForms(FORMS, {}, ("F", "M")).read("HOLD FOR ICE")
    assert none.statute == "HOLD FOR ICE"
    assert "fits no written form" in none.said
    two = StatuteForms(("{code} {section}-{grade}", "{code} {section}-{charge_id}"), {}, ()).read("PC 211-F")
    assert (two.statute, "two ways" in two.said) == ("", True)


def test_a_cell_may_hold_the_words_of_the_charge_as_well():
    forms = StatuteForms(("{code} {section} - {description} ({disposition})",), {}, ())
    assert forms.read("PC 211 - ROBBERY 2ND (PEND)").others == {
        "charge_description": "ROBBERY 2ND",
        "charge_disposition": "PEND",
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('[file]\nshape = "tabel"\n', 't.toml, line 3: shape is "tabel"; write one of table, lines, tree.'),
        ('[file]\nshap = "table"\n', '[file] has no key "shap"; did you mean shape?'),
        ("", "write [file] and shape"),
        (ONE + '[forms]\ndate_of_birth = "%q nonsense"\n', "line 11: \"%q nonsense\" tells no day, month and year; write such as"),
        (ONE + '[forms]\nbooking_id = "seven digits"\n', "such as \"7 digits\""),
        (ONE + '[split]\nfamily_name = ";"\n', "which is no list"),
        (ONE + '[[rows]]\nis = "holt"\nwhen = { X = "Y" }\n', 'a row is never "holt"'),
        (ONE + '[[totals]]\nline = "TRAILER"\n', "where its number stands"),
        (ONE + '[constants]\ncitizenship_on_record = "Mexico"\n', "is not the same for everyone"),
        (ONE + '[codes.date_of_birth]\nx = ["absent"]\n', "cannot be told from an empty cell"),
        (ONE + '[codes.charge_grade]\nfelony = ["F"]\nmisdemeanor = ["F"]\n', 'gives "F" two meanings'),
        (ONE + '[codes.charge_grade]\nfelon = ["F"]\n', 'line 11: charge_grade is never "felon"'),
        ('[file]\nshape = "lines"\n[[lines]]\nis = "booking"\nbegins = " 9"\nruler = { booking_id = "9-2" }\n',
         '"9-2" is no place in a line'),
        ('[file]\nshape = "tree"\n', "people = the path"),
        ('format = "table"\n' + ONE, "two ways to say one thing"),
        (ONE + '[forms]\nfull_name = "{last}, {first}"\n', '"{last}" is no part of a name'),
    ],
)  # fmt: skip
def test_a_fault_in_a_profile_names_the_line_and_what_to_write(words, told):
    assert told in fault_of(words)


def test_profiles_in_the_older_words_keep_the_hash_they_always_had():
    hashes = {name: profile_hash(load_profile(name))[:8] for name in shipped_profiles()}
    assert hashes == {
        "niem_jtmp": "debe7353", "niem_ojbc": "ad6c6ea3", "nyc_doc_custody": "8fa069a5", "pierce": "18244209", "plain": "ff8d24c4",
        "travis_ice_detainers": "014b83c9",
    }  # fmt: skip


def test_a_bare_section_has_the_default_code(tmp_path):
    words = 'default_code = "NJSA"\n' + ONE.replace('booked_at = "IN"', 'statute = "IN"')
    rows = "".join(
        f"B{n},P{n},DOE{n},,{cell}\n" for n, cell in enumerate(["2C:35-10(a)", "211", "211 PC", "HOLD", "664/187(A)"])
    )
    made = read_with(tmp_path, words, "BK,PFN,LAST,DOB,IN\n" + rows)
    found = [each.bookings[0].charges[0].statute for each in made.people]
    assert found == ["NJSA 2C:35-10(a)", "NJSA 211", "211 PC", "HOLD", "NJSA 664/187(A)"]


@pytest.mark.parametrize(
    ("form", "cell", "wanted"),
    [
        ("mm/dd/yy hhmm", "01/02/26 0153", "2026-01-02 01:53:00"),
        ("mm/dd/yy hhmm", "1/2/26 2400", "2026-01-03 00:00:00"),
        ("mm/dd/yy hhmm", "01/02/26 153", None),
        ("mm/dd/yy hhmm", "01/02/26 53", None),
        ("yyyymmddhhmm", "202601020153", "2026-01-02 01:53:00"),
        ("yyyymmddhhmm", "2026010215", None),
        ("mmddyyyy", "1122026", None),
        ("mm/dd/yyyy hh:mm AM", "01/02/2026 1:53 PM", "2026-01-02 13:53:00"),
        ("mm/dd/yyyy hh:mm", "01/02/2026", "2026-01-02 00:00:00"),
    ],
)
def test_digits_beside_digits_are_read_only_in_full(tmp_path, form, cell, wanted):
    made = read_with(
        tmp_path, ONE + f'[forms]\nbooked_at = "{form}"\n', f"BK,PFN,LAST,DOB,IN\nB1,P1,DOE,1980-01-02,{cell}\n"
    )
    found = made.people[0].bookings[0].booked_at
    assert (str(found) if found else None) == wanted
    assert (wanted is None) <= any("left unknown" in each for each in said(made))


@pytest.mark.parametrize(
    ("form", "cell", "wanted"),
    [
        ("hh:mm mm/dd/yyyy", "20:03 07/09/2026", "2026-07-09T20:03"), ("hhmm mm/dd/yy", "0805 07/09/26", "2026-07-09T08:05"),
        ("hh:mm:ss dd/mm/yyyy", "20:03:59 09/07/2026", "2026-07-09T20:03:59"),
        ("hh:mm AM mm/dd/yyyy", "08:03 PM 07/09/2026", "2026-07-09T20:03"),
        ("hh:mm mm/dd/yyyy", "07/09/2026", "2026-07-09T00:00"), ("hh:mm on mm/dd/yyyy", "20:03 on 07/09/2026", "2026-07-09T20:03"),
        ("mm/dd/yyyy hh:mm", "07/09/2026 20:03", "2026-07-09T20:03"), ("yyyymmddhhmm", "202607092003", "2026-07-09T20:03"),
    ],
)  # fmt: skip
def test_a_time_may_stand_before_its_day(tmp_path, form, cell, wanted):
    words = 'person_id_from = "booking_id"\n[file]\nshape = "table"\n[columns]\nbooking_id = "No"\nfamily_name = "N"\n'
    words += f'booked_at = "In"\n[forms]\nbooked_at = "{form}"\n'
    made = read_with(tmp_path, words, f"No,N,In\nB1,ROE,{cell}\n", day=date(2026, 12, 1))
    assert made.people[0].bookings[0].booked_at.isoformat()[:19].removesuffix(":00") == wanted


@pytest.mark.parametrize(
    ("form", "cell", "statute"),
    [
        ("{code} {section} {subs}", "PL 120.05 02", "PL 120.05(2)"),
        ("{code} {section} {subs}", "PL 220.03 00", "PL 220.03"),
        ("{code} § {section} §§ {subs}", "18 § 2701 §§ A1", "18 Pa.C.S. 2701(A)(1)"),
        ("{section} {subs} {code}", "2911.12 (A)(2) ORC", "ORC 2911.12(A)(2)"),
    ],
)
def test_subdivisions_are_put_in_brackets_and_never_glued_into_another_number(form, cell, statute):
    assert StatuteForms((form,), {"18": "18 Pa.C.S."}, ()).read(cell).statute == statute
