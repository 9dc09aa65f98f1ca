"""What a letter reads like: no two sentences run together, no stop stands twice, and no word of the program's own is in it."""

import re

import pytest

from habeas.answers.compose import letter_facts
from habeas.answers.letter import letter_html
from habeas.demo.run import run_demo
from habeas.law.packs import PACKS
from habeas.requests.vocabulary import KINDS
from tests.answers.helpers import doj, ice, made
from tests.answers.test_letters import SUBJECT, letter

RULES = {rule.id for pack in PACKS.values() for rule in pack.rules}
INTERNAL = re.compile(
    r"\b(must_not|must not|may not|unresolved|silent|unknown|outcome|provision|None|complies|refuses|waits)\b"
)
ABBREVIATED = re.compile(r"(?:art|amend|cl|ch|sec|eff|seq|approx|[ap]\.m|[A-Z]\w*)\. [a-z]")


def faults(said):
    """What no letter may hold, each with the words around it."""
    text = " ".join(said.split("Re:", 1)[-1].split())
    together = re.findall(r".{12}[a-z)][.][A-Z][a-z].{12}", re.sub(r"\S+@\S+|U\.S\.\S*", "", text))
    twice = re.findall(r".{12}[.,;:] ?[.,;].{12}", text)
    small = [each for each in re.findall(r".{12}[a-z)]\. [a-z].{8}", text) if not ABBREVIATED.search(each)]
    return [*together, *twice, *small, *INTERNAL.findall(text), *(rule for rule in RULES if rule in text)]


def test_the_check_sees_each_fault():
    for wrong in (
        "it is released.The Office",
        "Code § 1.. It",
        "it is so. the office",
        "the outcome is",
        sorted(RULES)[0],
    ):
        assert faults(f"Re: {'x ' * 20}{wrong}{' y' * 20}"), wrong


def test_no_letter_of_the_demonstration_reads_wrongly(tmp_path):
    run_demo(tmp_path / "demo", 60)
    letters = sorted((tmp_path / "demo").glob("*/*-package/outgoing/letter.txt"))
    assert len(letters) == 4
    assert {path: faults(path.read_text(encoding="utf-8")) for path in letters} == {path: [] for path in letters}


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("place", ["us-ca-los-angeles", "us-tx", "us-nc", "us-wa", "us-nj"])
def test_no_letter_of_any_kind_reads_wrongly(tmp_path, kind, place):
    about = {"class": {"filter": {"citizenship": "not US"}}} if kind == "list_request" else {"subject": SUBJECT}
    asked = {"kind": kind, "fields": ["name", "charges", "release_date", "criminal_history"], "text": ""}
    assert faults(letter(tmp_path, ice(SUBJECT) | asked | about, place)) == []


def test_a_section_sign_stands_on_one_line_with_its_section(tmp_path):
    page = letter_html(letter_facts(made(tmp_path, doj("us-tx"), "us-tx").answer))
    assert "§\u00a0752.053" in page
    assert "§ " not in page
