"""The rule page says what the tree that decides says, in every form."""

import re
from datetime import date
from html import unescape

import pytest

from habeas.law.packs import PACKS
from habeas.law.pages.pages import place_page
from habeas.law.pages.printing import page_html, page_markdown, page_text

TODAY = date(2026, 11, 24)


def rules(page):
    return {rule["id"]: rule for pack in page["packs"] for rule in pack["rules"]}


@pytest.mark.parametrize("place", PACKS)
def test_every_rule_in_force_stands_on_the_page_with_its_sentence_and_source(place):
    page = place_page(place, None)
    text, html, markdown = page_text(page), unescape(page_html(page)), page_markdown(page)
    for rule in PACKS[place].rules:
        assert rule.id in text
        assert all(rule.sentence in form for form in (text, html, markdown))
        assert rule.source.citation in html


def test_holds_were_possible_in_2016_and_are_not_today():
    before, after = (rules(place_page("us-ca", day)) for day in (date(2016, 6, 1), TODAY))
    assert before["us-ca.gov-7282.5-trust"]["otherwise"] == "may"
    assert "us-ca.gov-7284.6-a-1-B" not in before
    assert after["us-ca.gov-7284.6-a-1-B"]["outcome"] == "must not"
    assert "us-ca.gov-7282.5-trust" not in after


def test_history_names_what_came_before():
    found = rules(place_page("us-nc", TODAY))["us-nc.162-62-b1-2025"]["history"]
    assert found[0]["before"] == "us-nc.162-62-b1-2024"
    assert found[0]["on"] == "2025-10-01"
    assert found[0]["citation"].startswith("N.C.G.S. 162-62")


def test_a_printed_page_names_rules_by_their_citations():
    page = place_page("us-ca", TODAY)
    ids = {rule["id"] for pack in page["packs"] for rule in pack["rules"]} | {
        past.get("before") or past.get("after")
        for pack in page["packs"]
        for rule in pack["rules"]
        for past in rule["history"]
    }
    shown = re.sub(r"<[^>]*>", " ", page_html(page))
    assert not [each for each in ids if each in shown]


def test_each_letter_of_7282_5_a3_is_on_the_page_with_what_it_names():
    page = place_page("us-ca", TODAY)
    listed = next(each for each in page["lists"] if each["class"] == "listed_7282_5_a3")
    letters = [item["item"] for item in listed["items"]]
    assert letters[:3] == ["A", "B", "C"]
    assert letters[-1] == "AE"
    assert len(letters) == 31
    assert listed["open"]
    assert "driving under the influence" in next(item["words"] for item in listed["items"] if item["item"] == "G")


def test_the_page_shows_how_sure_we_are_and_what_would_settle_it():
    text = page_html(place_page("us-wa", TODAY))
    assert "What would settle it" in text
    assert "secondary" in text


def test_the_page_loads_nothing_from_elsewhere():
    html = page_html(place_page("us-ca-los-angeles", TODAY))
    assert "<script" not in html
    assert "url(" not in html
    assert "<link" not in html


def test_the_page_says_when_a_source_was_read_and_what_a_case_tells_besides_its_outcome():
    page = place_page("us-ok", None)
    rule = rules(page)["us-ok.171.3-hold"]
    assert (rule["source"]["read_on"], rule["source"]["read_by"]) == ("2026-11-24", None), (
        "no page names a reader nobody can ask"
    )
    told = [case for case in rule["cases"] if case["until"] == "2026-11-22T22:00-06:00"]
    assert [(case["on"], case["place"], case["owes"]) for case in told] == [
        ("2026-11-24", "us-ok", ["inform_person_of_detainer; if hold"])
    ]
    html = unescape(page_html(page))
    assert "read on 2026-11-24" in html
    assert "maintainers" not in html
    assert "must; until 2026-11-22T22:00-06:00; owes inform_person_of_detainer; if hold" in html
