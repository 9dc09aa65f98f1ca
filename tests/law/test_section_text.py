"""A section in full stands on the rule page with where, when and in which state it was read; a file without that is refused."""

import pytest

from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.section_text import read_section, section_text, sections_in
from habeas.law.packs import PACKS, package_of
from habeas.law.pages.pages import place_page

FILE = """citation: S. 1
address: https://example.org/1
as_read: as chaptered 2017; not compared with the code in force
read_on: 2026-11-24

(a) A jail may.
(b) A jail shall not.
"""


def test_a_section_is_read_with_its_head():
    found = read_section(FILE, "1", "a folder")
    assert (found.citation, found.as_read.startswith("as chaptered"), found.words.splitlines()[1]) == (
        "S. 1",
        True,
        "(b) A jail shall not.",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as_read", "asread"),
        ("2026-11-24", "last week"),
        ("(a) A jail may.\n(b) A jail shall not.\n", ""),
        ("S. 1", ""),
        ("\n\n", "\n"),
    ],
)
def test_a_file_without_its_head_or_words_is_refused(old, new):
    with pytest.raises(WrongRuleError, match="a folder"):
        read_section(FILE.replace(old, new), "1", "a folder")


@pytest.mark.parametrize("name", ["nothing", "../sources", ""])
def test_a_name_that_is_no_section_is_refused(name):
    with pytest.raises(WrongRuleError, match="no text of a section"):
        section_text("habeas.law.packs.us.ca", name)


@pytest.mark.parametrize("place", PACKS)
def test_every_section_that_a_rule_names_is_there_and_carries_the_words_the_rule_rests_on(place):
    for rule in PACKS[place].rules:
        if rule.source.text:
            whole = section_text(package_of(place), rule.source.text).words
            flat = " ".join(whole.split())
            assert " ".join(rule.source.words.split()) in flat, f"{rule.id}: the words are not those of the section"


def test_the_page_sets_out_the_definitions_a_section_turns_on_though_no_rule_is_written_on_them():
    texts = {each["name"] for pack in place_page("us-ca", None)["packs"] for each in pack["texts"]}
    assert {"gov-7282", "gov-7282.5", "gov-7284.4", "gov-7284.6"} <= texts


@pytest.mark.parametrize("place", PACKS)
def test_every_text_beside_a_pack_can_be_read(place):
    folder = package_of(place)
    assert all(section_text(folder, name).words for name in sections_in(folder))


def test_a_pack_without_texts_has_none():
    assert sections_in("habeas.law.model") == ()
