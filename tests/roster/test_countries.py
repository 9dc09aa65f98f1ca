"""Citizenship is what a record says of a country, or of no country; a yes or no, a bare code and a name of two readings are none."""

import json

import pytest

from habeas.answers.class_rules import PersonAt, citizenship
from habeas.common.errors import BadInputError
from habeas.roster.check import check, needs_person
from habeas.roster.convert import to_jsonl
from habeas.roster.countries import country_code
from habeas.roster.draft import draft_profile
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from tests.roster.helpers import roster, said

HEAD = "person_id,booking_id,family_name,citizenship_on_record\n"
PROFILE = (
    'name = "x"\ntitle = "x"\nformat = "table"\n{more}\n[columns]\nperson_id = "P"\nbooking_id = "B"\n'
    'citizenship_on_record = "US Citizen"\n{codes}'
)


def one(folder, text):
    return roster(folder, f'{HEAD}1,B1,ALDER,"{text}"\n')


def with_profile(folder, cells, more="", codes=""):
    rows = "".join(f"{n},B{n},{cell}\n" for n, cell in enumerate(cells, start=1))
    (folder / "r.csv").write_text(f"P,B,US Citizen\n{rows}", encoding="utf-8")
    return read_account(folder / "r.csv", read_profile(PROFILE.format(more=more, codes=codes), "x.toml"))


@pytest.mark.parametrize("text", ["NO", "No", "N", "Y", "YES", "T", "F", "true", "0", "1"])
def test_a_yes_or_no_is_no_country_and_what_to_write_is_said(tmp_path, text):
    made = one(tmp_path, text)
    assert made.people[0].citizenship is None
    assert "names no country; write [codes.citizenship_on_record]" in said(made)[0]
    assert needs_person(check(made, None))


@pytest.mark.parametrize("table", ["iso", "ncic"])
def test_no_is_not_norway_under_any_table(tmp_path, table):
    assert with_profile(tmp_path, ["NO"], f'country_codes = "{table}"').people[0].citizenship is None


@pytest.mark.parametrize(
    "text", ["MM", "ES", "CA", "GA", "IN", "MX", "Georgia", "GEORGIA", "Korea", "Congo", "Samoa", "America", "American"]
)
def test_what_reads_in_two_ways_is_unknown_and_said(tmp_path, text):
    made = one(tmp_path, text)
    assert made.people[0].citizenship is None
    assert "which reads in two ways" in said(made)[0]


@pytest.mark.parametrize(
    "text",
    ["US?", "US/MX", "US*", "U.S. Virgin Islands", "American Samoa", "Puerto Rico", "South America", "Latin America", "Nor US",
     "United Stat", "USC", "Mexico/USA", "New Mexico", "1"],
)  # fmt: skip
def test_what_only_looks_like_a_country_is_none(tmp_path, text):
    made = one(tmp_path, text)
    assert made.people[0].citizenship is None
    assert said(made)


@pytest.mark.parametrize(
    ("table", "text", "code"),
    [
        ("iso", "MM", "MM"), ("iso", "MX", "MX"), ("iso", "GA", "GA"), ("ncic", "MM", "MX"), ("ncic", "ES", "EE"),
        ("ncic", "EL", "SV"), ("ncic", "HD", "HN"), ("ncic", "GA", None), ("ncic", "CA", None), ("ncic", "US", "US"),
        ("iso", "US", "US"), ("ncic", "Mexico", "MX"), ("iso", "ZZ", None), ("ncic", "KO", "KR"),
    ],
)  # fmt: skip
def test_two_letter_codes_read_under_the_table_that_the_profile_names(tmp_path, table, text, code):
    made = with_profile(tmp_path, [text], f'country_codes = "{table}"')
    assert made.people[0].citizenship == code
    assert bool(said(made)) is (code is None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Republic of Georgia", "GE"), ("GEO", "GE"), ("South Korea", "KR"), ("Republic of Korea", "KR"), ("North Korea", "KP"),
        ("Korea, South", "KR"), ("Western Samoa", "WS"), ("not US", "not US"), ("NOT US", "not US"),
        ("Not a citizen of the United States", "not US"),
    ],
)  # fmt: skip
def test_what_names_one_country_or_none_is_read(tmp_path, text, code):
    assert one(tmp_path, text).people[0].citizenship == code


def test_not_of_the_united_states_travels_from_the_codes_to_the_counts_and_the_class(tmp_path):
    made = with_profile(
        tmp_path, ["Y", "N", "U"], codes='[codes.citizenship_on_record]\n"Y" = "US"\n"N" = "not US"\n"U" = ""\n'
    )
    assert [each.citizenship for each in made.people] == ["US", "not US", None]
    assert check(made, None)["read"]["citizenship_on_record"] == {"us": 1, "not_us": 1, "unknown": 1}
    lines = [json.loads(line) for line in to_jsonl(made)]
    assert [each["citizenship"] for each in lines] == ["US", "not US", None]
    assert lines[1]["citizenship_on_record"] == "US Citizen: N"
    placed = {
        rule: [citizenship(rule)(PersonAt(each, each.bookings[0], None)) for each in made.people]
        for rule in ("not US", "US", "Mexico", "not Mexico", "NOT US")
    }
    assert placed["not US"] == placed["NOT US"] == [False, True, None]
    assert placed["US"] == [True, False, None]
    assert placed["Mexico"] == [False, None, None]
    assert placed["not Mexico"] == [True, None, None]
    assert not said(made)


def test_a_code_that_names_no_country_is_a_fault_of_the_profile():
    with pytest.raises(BadInputError, match='line 10: "Korea" is no country'):
        read_profile(PROFILE.format(more="", codes='[codes.citizenship_on_record]\n"K" = "Korea"\n'), "x.toml")
    with pytest.raises(BadInputError, match='country_codes is "fips"; write iso or ncic'):
        read_profile(PROFILE.format(more='country_codes = "fips"', codes=""), "x.toml")


def test_every_code_of_both_tables_is_a_country_that_is_known():
    for table in ("iso", "ncic"):
        codes = {
            country_code(f"{a}{b}", table) for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        }
        assert {each for each in codes if each and country_code(each, "iso") is None} == set()
        assert len(codes) > 150


@pytest.mark.parametrize(
    "cells", [["YES", "NO", "NO", "UNKNOWN"], ["Y", "N", "U", "Y"], ["N", "N", "", "N"], ["true", "false", "", "true"]]
)
def test_a_draft_takes_no_yes_or_no_column_for_a_country_and_says_what_to_write(tmp_path, cells):
    rows = "".join(f"{n},{cell}\n" for n, cell in enumerate(cells, start=1))
    (tmp_path / "x.csv").write_text(f"Booking Number,US Citizen\n{rows}", encoding="utf-8")
    draft = draft_profile(tmp_path / "x.csv")
    assert "citizenship_on_record =" not in draft.toml
    assert any("[codes.citizenship_on_record]" in note for note in draft.notes)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Mexicana", "MX"), ("hondureño", "HN"), ("NICARAGÜENSE", "NI"), ("República Dominicana", "DO"),
        ("Dominicano", "DO"), ("Brasil", "BR"),
        ("Estadounidense", "US"), ("E.U.A.", "US"), ("España", "ES"), ("Norteamericano", None),
        ("Puertorriqueño", None), ("Mexicano-Americano", None),
    ],
)  # fmt: skip
def test_spanish_words_for_a_nationality_are_its_country(words, code):
    assert country_code(words) == code
