"""One file, several ways to read it: records of labels, cards of a page, columns under a head, a file a person; the one that tells most."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.check import check, needs_person
from habeas.roster.draft import draft_of
from habeas.roster.drafting.date_shapes import forms_by_shape
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account

DAY = date(2026, 11, 29)
NAMES = (
    "ABLE, JO",
    "BAKER, ANN MARIE",
    "CRUZ, LUIS JR",
    "DOE, KIM",
    "ELLIS, RAY",
    "FOX, SUE ANN",
    "GRAY, TOM",
    "HALE, MAX",
)
CHARGES = (("211 PC", "ROBBERY", "F"), ("459 PC", "BURGLARY", "F"), ("242 PC", "BATTERY", "M"))


def people():
    """Number, name, birth, booked, charges, hold."""
    for at, name in enumerate(NAMES):
        held = "ICE DETAINER" if at % 3 == 0 else ""
        yield (
            f"26{at * 3 + 1041:05}",
            name,
            f"0{at + 1}/1{at}/198{at}",
            f"11/1{at}/2026 0{at}:15",
            CHARGES[: at % 3 + 1],
            held,
        )


def read(folder, data, name):
    data = data if isinstance(data, bytes) else data.encode()
    made = draft_of(data, name, today=DAY)
    (folder / name).write_bytes(data)
    return made, read_account(folder / name, read_profile(made.toml, "x.toml"), export_day=DAY)


def told(roster):
    """What was read of each: as `people` has it."""
    for each in sorted(roster.people, key=lambda person: person.bookings[0].booking_id):
        stay = each.bookings[0]
        own = " ".join(filter(None, [each.given_name, each.middle_name, each.suffix]))
        born, came = each.date_of_birth.strftime("%m/%d/%Y"), stay.booked_at.strftime("%m/%d/%Y %H:%M")
        charges = tuple((charge.statute, charge.description) for charge in stay.charges)
        yield stay.booking_id, f"{each.family_name}, {own}", born, came, charges, "; ".join(stay.holds or ())


WANTED = [(*each[:4], tuple((code, words) for code, words, _ in each[4]), each[5]) for each in people()]


def labeled(mark, between, one_each=True):
    lines = []
    for number, name, born, came, charges, held in people():
        lines += [f"Booking No{mark}{number}", f"Name{mark}{name}", f"DOB{mark}{born}", f"Booked{mark}{came}"]
        for code, words, grade in charges:
            lines += (
                [f"Charge{mark}{code}|{words}|{grade}"]
                if one_each
                else [f"Statute{mark}{code}", f"Offense{mark}{words}", f"Level{mark}{grade}"]
            )
        lines += [f"Detainer{mark}{held}"] if held else []
        lines += between
    return "\n".join(lines)


def side_by_side():
    lines = []
    for number, name, born, came, charges, held in people():
        lines += [f"Booking No: {number:<20} Name: {name}", f"DOB:        {born:<20} Booked: {came}"]
        lines += [f"   {'Statute':<12}{'Offense':<20}Level"]
        lines += [f"   {code:<12}{words:<20}{grade}" for code, words, grade in charges]
        lines += [*([f"Detainer:   {held}"] if held else []), "-" * 60]
    return "\n".join(lines)


def cards():
    parts = ["<html><body><h1>Inmates</h1>"]
    for number, name, born, came, charges, held in people():
        own = (("Booking No", number), ("Name", name), ("DOB", born), ("Booked", came), ("Detainer", held))
        parts.append("<div>" + "".join(f"<p><b>{label}:</b> {value}</p>" for label, value in own if value))
        parts.append("<table><tr><th>Statute</th><th>Offense</th><th>Level</th></tr>")
        parts += [f"<tr><td>{code}</td><td>{words}</td><td>{grade}</td></tr>" for code, words, grade in charges]
        parts.append("</table></div>")
    return "".join(parts) + "<p>8 inmates</p></body></html>"


def under_heads(strokes):
    wide = (12, 20, 12, 18, 10, 12, 4)
    head = ("Booking No", "Name", "DOB", "Booked", "Statute", "Offense", "Lv")
    lines = ["JAIL LIST", "", "".join(f"{each:<{w}}" for each, w in zip(head, wide, strict=True)) + "Detainer"]
    lines += [" ".join("-" * (w - 1) for w in wide) + " --------"] if strokes else []
    for number, name, born, came, charges, held in people():
        for at, (code, words, grade) in enumerate(charges):
            first = (number, name, born, came) if not at else ("", "", "", "")
            cells = (*first, code, words, grade)
            lines.append(
                "".join(f"{each:<{w}}" for each, w in zip(cells, wide, strict=True)) + (held if not at else "")
            )
    return "\n".join(lines)


def with_carets():
    head = ("Booking No", "Name", "DOB", "Booked", (("Statute", "Offense", "Level"),), "Detainer")
    rows = [[*each[:4], *charge, each[5]] for each in (head, *people()) for charge in each[4]]
    return "\n".join(map("^".join, rows))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (labeled("=", [""]), "a.txt"),
        (labeled(": ", ["-" * 40]), "b.txt"),
        (labeled(": ", [""], one_each=False), "c.txt"),
        (side_by_side(), "d.txt"),
        (cards(), "e.html"),
        (under_heads(strokes=True), "f.lst"),
        (under_heads(strokes=False), "g.lst"),
        (with_carets(), "h.txt"),
    ],
    ids=["equals", "colons", "groups", "side by side", "cards", "strokes", "blanks", "carets"],
)  # fmt: skip
def test_records_of_labels_cards_and_columns_under_a_head_are_read_whole(tmp_path, text, name):
    _, roster = read(tmp_path, text, name)
    assert [*told(roster)] == WANTED


def test_a_zip_with_a_file_for_each_person_is_read_as_one(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, name, born, came, charges, held in people():
            own = f"<BookingNo>{number}</BookingNo><Name>{name}</Name><DOB>{born}</DOB><Booked>{came}</Booked>"
            own += "".join(
                f"<Charge><Statute>{code}</Statute><Offense>{words}</Offense></Charge>" for code, words, _ in charges
            )
            own += f"<Detainer>{held}</Detainer>" if held else ""
            archive.writestr(f"out/{number}.xml", f"<Record>{own}</Record>")
        archive.writestr("index.csv", "file,booking\na.xml,1\n")
    made, roster = read(tmp_path, packed.getvalue(), "intake.zip")
    assert [*told(roster)] == WANTED
    assert any("Not read: index.csv" in each for each in made.notes)


def test_a_name_that_goes_on_in_the_next_line_is_one_name(tmp_path):
    text = under_heads(strokes=True).replace("BAKER, ANN MARIE", "BAKER, ANN      ").split("\n")
    at = next(place for place, line in enumerate(text) if "BAKER" in line)
    text[at + 1] = text[at + 1][:12] + "MARIE".ljust(20) + text[at + 1][32:]
    made, roster = read(tmp_path, "\n".join(text), "list.txt")
    assert 'wraps = ["Name"]' in made.toml
    assert [*told(roster)] == WANTED


def test_a_line_with_a_word_over_a_place_is_refused_and_never_cut(tmp_path):
    made, _ = read(tmp_path, under_heads(strokes=True), "list.txt")
    assert "starts = [1, 13, 33, 45, 63, 73, 85, 89]" in made.toml
    pushed = under_heads(strokes=True).replace("CRUZ, LUIS JR       ", "CRUZ, LUIS-FERNANDO-A")
    (tmp_path / "list.txt").write_text(pushed)
    roster = read_account(tmp_path / "list.txt", read_profile(made.toml, "x.toml"), export_day=DAY)
    assert "1 cells" in roster.refused[0].why
    assert all("CRUZ" not in (each.family_name or "") for each in roster.people)


def test_cells_that_repeat_their_labels_head_the_columns_behind_them(tmp_path):
    labels = ("Active Inmates", "As of 11/29/2026", "Name:", "Booking No:", "DOB:", "Booked:", "Statute:", "Offense:")
    rows = []
    for number, name, born, came, charges, _ in people():
        for code, words, _ in charges:
            cells = (name, number, born, came, code, words)
            row = [*labels[:2], *(each for pair in zip(labels[2:], cells, strict=True) for each in pair)]
            rows.append(",".join(f'"{cell}"' for cell in row))
    _, roster = read(tmp_path, "\n".join(rows), "crystal.csv")
    assert [each[:5] for each in told(roster)] == [each[:5] for each in WANTED]


def test_names_of_columns_may_stand_elsewhere_in_a_document(tmp_path):
    columns = ", ".join(f'{{"name": "{each}"}}' for each in ("booking_no", "name", "dob", "booked", "statute"))
    heads = f'{{"meta": {{"view": {{"columns": [{columns}]}}}}, "data": ['
    rows = [
        f'["{number}", "{name}", "{born}", "{came}", "{held[0][0]}"]' for number, name, born, came, held, _ in people()
    ]
    _, roster = read(tmp_path, heads + ", ".join(rows) + "]}", "rows.json")
    assert [each[:4] for each in told(roster)] == [each[:4] for each in WANTED]


def test_a_key_with_a_dot_is_read():
    rows = ", ".join(
        f'{{"Book. No": "{number}", "name.full": "{name}", "D.O.B.": "{born}"}}' for number, name, born, *_ in people()
    )
    toml = draft_of(f"[{rows}]".encode(), "dots.json", today=DAY).toml
    assert 'full_name = "name_full"' in toml
    assert 'date_of_birth = "D_O_B"' in toml


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Wed 10/07/2026 13:04", "ddd mm/dd/yyyy hh:mm"),
        ("Tue, Oct 6, 2026 5:48 PM", "ddd, MON dd, yyyy hh:mm AM"),
        ("Oct 6, 2026", "MON dd, yyyy"),
        ("6 October 2026 at 13:04", "dd Month yyyy at hh:mm"),
        ("10/06/26 1304", "mm/dd/yy hhmm"),
    ],
)
def test_the_form_of_a_date_is_worked_out_from_the_date(written, form):
    assert forms_by_shape([written])[0] == form


@pytest.mark.parametrize("text", ["14-277.1", "ROBBERY 2ND", "2600141", "A-12/3", ""])
def test_what_is_no_date_has_no_form(text):
    assert not forms_by_shape([text])


def test_beside_the_number_of_a_person_the_other_number_is_the_bookings():
    rows = ["Event,Inmate ID,Name,DOB,Booked"]
    rows += [
        f"{number},{at * 7 + 41000},{name!r},{born},{came}".replace("'", '"')
        for at, (number, name, born, came, *_) in enumerate(people())
    ]
    toml = draft_of("\n".join(rows).encode(), "x.csv", today=DAY).toml
    assert 'booking_id = "Event"' in toml
    assert 'person_id = "Inmate ID"' in toml


@pytest.mark.parametrize("words", ["starts = [3, 9]", "starts = [1, 9, 5]", 'wraps = ["Name"]'])
def test_places_that_cannot_be_are_refused(words):
    with pytest.raises(BadInputError, match="starts"):
        read_profile(f'name = "x"\n[file]\nshape = "table"\n{words}\n[columns]\nbooking_id = "A"\n', "x.toml")


def with_packed_charges(pack):
    rows = [("Booking No", "Name", "DOB", "Booked", "Chgs", "Detainer")]
    rows += [(*each[:4], pack(each[4]), each[5]) for each in people()]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize(
    "pack",
    [
        lambda charges: "|".join("~".join(each) for each in charges),
        lambda charges: json.dumps(
            [{"statute": code, "offense": words, "level": grade} for code, words, grade in charges]
        ),
    ],
    ids=["marks", "json"],
)
def test_a_cell_that_holds_charges_of_several_parts_is_read_as_charges(tmp_path, pack):
    made, roster = read(tmp_path, with_packed_charges(pack), "packed.csv")
    assert 'charges = "Chgs"' in made.toml
    assert [*told(roster)] == WANTED


def test_a_list_of_texts_as_json_is_those_texts(tmp_path):
    rows = ["Booking No,Name,DOB,Booked,Statute,Holds"]
    rows += [
        f'{number},"{name}",{born},{came},{held[0][0]},"[""ICE"", ""USMS""]"'
        for number, name, born, came, held, _ in people()
    ]
    _, roster = read(tmp_path, "\n".join(rows), "lists.csv")
    assert {each.bookings[0].holds for each in roster.people} == {("ICE", "USMS")}


def test_letters_beside_one_another_are_parts_of_a_name():
    rows = ", ".join(f'{{"bk": "{number}", "n": {{"l": "ABLE", "f": "JO"}}}}' for number, *_ in people())
    toml = draft_of(f"[{rows}]".encode(), "short.json", today=DAY).toml
    assert 'family_name = "n.l"' in toml
    assert 'given_name = "n.f"' in toml


def test_days_of_the_last_years_that_are_nothing_else_are_asked_about_as_the_bookings():
    rows = ["Booking No,Name,DOB,Zugang,Statute"]
    rows += [f'{number},"{name}",{born},{came[:10]},{held[0][0]}' for number, name, born, came, held, _ in people()]
    made = draft_of("\n".join(rows).encode(), "x.csv", today=DAY).toml
    assert 'booked_at = "Zugang"' in made
    assert "Zugang" in made.partition("[file]")[0]
    court = draft_of("\n".join(rows).replace("Zugang", "Court Day").encode(), "x.csv", today=DAY).toml
    assert "booked_at" not in court.partition("[columns]")[2].partition("[forms]")[0]


def test_a_statute_of_a_title_its_section_and_its_parts_is_one():
    codes = ("18 2701 A1", "35 780-113 A16", "75 3802 A1", "18 3929 A1")
    rows = ["Booking No,Name,DOB,Booked,Stat. Ref,Words"]
    rows += [
        f'{number},"{name}",{born},{came},{codes[at % 4]},THEFT'
        for at, (number, name, born, came, *_) in enumerate(people())
    ]
    assert 'statute = "Stat. Ref"' in draft_of("\n".join(rows).encode(), "pa.csv", today=DAY).toml


@pytest.mark.parametrize("words", ['packed = ["|"]\ncharges = "A"', 'packed = ["|", "~"]'])
def test_marks_of_packed_charges_that_cannot_be_are_refused(words):
    with pytest.raises(BadInputError, match="packed"):
        read_profile(f'name = "x"\n[file]\nshape = "table"\n{words}\n[columns]\nbooking_id = "A"\n', "x.toml")


def beside_one_another():
    lines = []
    for number, name, born, came, charges, held in people():
        left = [("BKG NO:", number), ("NAME:", name), ("DOB:", born), ("BOOKED:", came)]
        right = [*([held] if held else []), *(code for code, _, _ in charges)]
        lines += ["", "CUSTODY LIST      Page 1", f"{'Booking':<40}Charges"] if len(lines) % 16 == 0 else []
        for at in range(max(len(left), len(right))):
            label, value = left[at] if at < len(left) else ("", "")
            lines.append(f"{label:<12}{value:<28}{right[at] if at < len(right) else ''}".rstrip())
        lines.append("*** Visiting hours are posted in the lobby")
    return "\n".join(lines)


def as_yaml():
    lines = ["inmates:"]
    for number, name, born, came, charges, held in people():
        lines += [
            f"  - booking_no: {number}",
            f'    name: "{name}"',
            f"    dob: {born}",
            f"    booked: {came}",
            "    charges:",
        ]
        for code, words, grade in charges:
            lines += [f"      - statute: {code}", f"        offense: {words}", f"        level: {grade}"]
        lines += ["    holds:", f"      - {held}"] if held else []
    return "\n".join(lines)


def test_columns_side_by_side_are_read_whole(tmp_path):
    _, roster = read(tmp_path, beside_one_another(), "list.txt")
    codes = [(*each[:4], tuple((code, None) for code, _ in each[4]), each[5]) for each in WANTED]
    assert [*told(roster)] == codes


def test_lists_within_labels_are_read_whole(tmp_path):
    _, roster = read(tmp_path, as_yaml(), "list.txt")
    assert [*told(roster)] == WANTED


def zipped(folder, files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return read(folder, packed.getvalue(), "export.zip")


def test_files_with_one_header_are_one_table(tmp_path):
    head, *rows = with_packed_charges(lambda charges: charges[0][0]).splitlines()
    made, roster = zipped(
        tmp_path, {"roster_1.csv": "\n".join([head, *rows[:4]]), "roster_2.csv": "\n".join([head, *rows[4:]])}
    )
    assert 'name = "roster_*.csv"' in made.toml
    assert [each[:4] for each in told(roster)] == [each[:4] for each in WANTED]


def test_a_file_that_nothing_ties_is_asked_about_at_each_import(tmp_path):
    rows = with_packed_charges(lambda charges: charges[0][0])
    made, roster = zipped(tmp_path, {"roster.csv": rows, "cells.csv": "Pod,Bed,Kind\nA,1,x\nB,2,y\n"})
    assert "cells.csv" in made.toml.partition("[file]")[0]
    assert needs_person(check(roster, DAY))


def test_files_of_one_name_with_other_columns_are_refused(tmp_path):
    made, _ = zipped(
        tmp_path, {f"roster_{at}.csv": with_packed_charges(lambda charges: charges[0][0]) for at in (1, 2)}
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "roster_1.csv").write_text(with_packed_charges(lambda charges: charges[0][0]))
    (tmp_path / "in" / "roster_2.csv").write_text(
        with_packed_charges(lambda charges: charges[0][0]).replace("Detainer", "Bed")
    )
    with pytest.raises(BadInputError, match="other columns"):
        read_account(tmp_path / "in", read_profile(made.toml, "x.toml"), export_day=DAY)


def test_two_lines_of_holds_under_one_label_are_two_holds(tmp_path):
    profile = """name = "x"
person_id_from = "booking_id"
[file]
shape = "lines"
[[lines]]
is = "booking"
begins = "No:"
ruler = { booking_id = "after No:" }
[[lines]]
is = "more of booking"
begins = "Hold:"
ruler = { holds = "after Hold:" }
"""
    (tmp_path / "a.txt").write_text("No: 26001\nHold: ICE\nHold: US MARSHAL\n")
    roster = read_account(tmp_path / "a.txt", read_profile(profile, "x.toml"), export_day=DAY)
    assert roster.people[0].bookings[0].holds == ("ICE", "US MARSHAL")


def test_marks_in_the_names_of_many_are_asked_about(tmp_path):
    rows = "".join(f'B{at},"Name (Last",JO,211 PC\n' for at in range(4))
    columns = 'booking_id = "Bk"\nfamily_name = "L"\ngiven_name = "F"\nstatute = "S"\n'
    profile = f'name = "x"\nperson_id_from = "booking_id"\n[file]\nshape = "table"\n[columns]\n{columns}'
    said = {}
    for name, text in (("marks", rows), ("plain", rows.replace("Name (Last", "O'Brien-Ruiz"))):
        (tmp_path / "a.csv").write_text("Bk,L,F,S\n" + text)
        roster = read_account(tmp_path / "a.csv", read_profile(profile, "x.toml"), export_day=DAY)
        told = [
            str(each) for each in check(roster, DAY)["repaired"] if "marks or digits that no name has" in each["what"]
        ]
        assert all("left unknown" in each for each in told), "it ends as an import that asks"
        said[name] = bool(told)
    assert said == {"marks": True, "plain": False}


def test_a_comma_in_each_offense_makes_no_table_of_columns_under_no_head(tmp_path):
    lines = [
        f"{number}  {name:<20}{born}  {came}  {'211 PC':<10}ROBBERY, {at % 3 + 1}ST DEG     F"
        for at, (number, name, born, came, *_) in enumerate(people())
    ]
    _, roster = read(tmp_path, "\n".join(lines), "fixed.txt")
    assert [each[:4] for each in told(roster)] == [each[:4] for each in WANTED]


GLUED = """name = "x"
person_id_from = "booking_id"
[file]
shape = "lines"
[[lines]]
is = "booking"
begins = "99999 "
ruler = { booking_id = "1-5", family_name = "7-16", date_of_birth = "18-27" }
[[lines]]
is = "hold"
begins = "      HOLD "
ruler = { hold = "12-" }
[forms]
date_of_birth = "mm/dd/yyyy"
"""


def test_what_follows_a_booking_that_fits_nothing_is_never_of_the_booking_above(tmp_path):
    lines = [
        "26001 ABLE       01/02/1980",
        "      HOLD USMS",
        "26002BAKER-O'NEIL 01/03/1981",
        "      HOLD ICE",
        "26003 CRUZ       01/04/1982",
    ]
    (tmp_path / "a.txt").write_text("\n".join(lines))
    roster = read_account(tmp_path / "a.txt", read_profile(GLUED, "x.toml"), export_day=DAY)
    assert {each.family_name: each.bookings[0].holds for each in roster.people} == {"ABLE": ("USMS",), "CRUZ": None}
    assert [each.row for each in roster.refused] == ["line 3", "line 4"]


def test_a_line_without_a_label_is_never_dropped_in_silence():
    lines = labeled(": ", [""]).split("\n")
    lines.insert(9, "IMMIGRATION DETAINER LODGED BY ICE ERO")
    made = draft_of("\n".join(lines).encode(), "x.txt", today=DAY).toml
    assert '\\"line\\" is read as holds' in made.partition("[file]")[0]


def test_a_label_over_others_is_none_of_theirs_though_it_is_called_as_one(tmp_path):
    _, roster = read(tmp_path, as_yaml().replace("offense:", "charges:"), "list.txt")
    assert [*told(roster)] == WANTED


def test_words_that_are_the_same_for_everybody_are_no_words_of_a_charge():
    rows = ["Booking No,Name,DOB,Booked,Zettel,Statute"]
    rows += [
        f'{number},"{name}",{born},{came},VISITING HOURS ARE POSTED,{held[0][0]}'
        for number, name, born, came, held, _ in people()
    ]
    assert "charge_description" not in draft_of("\n".join(rows).encode(), "x.csv", today=DAY).toml


def test_of_several_numbers_the_one_that_each_person_has_is_the_bookings():
    rows = ["Event,Inmate ID,Name,DOB,Booked,Zahl"]
    for at, (number, name, born, came, *_) in enumerate(people()):
        rows += [f'{number},{at * 7 + 41000},"{name}",{born},{came},{at * 913 + part * 417 + 52000}' for part in (1, 2)]
    toml = draft_of("\n".join(rows).encode(), "x.csv", today=DAY).toml
    assert 'booking_id = "Event"' in toml
    assert 'person_id = "Inmate ID"' in toml
