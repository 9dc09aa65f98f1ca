"""What the public and clerks read is written for grade 8 (Flesch-Kincaid): each public page, each help topic, each word explained."""

import tomllib
from pathlib import Path

import pytest

from habeas.answers.notices import texts
from habeas.desk.services.publication.counting import EXCLUDES, INCLUDES
from habeas.desk.workflow import help as help_pages
from habeas.statistics.charts.series import SERIES
from habeas.statistics.charts.tables import rules
from tests.readability import grade, sentences, syllables, texts_of

GRADE = 8.0
HELP = tomllib.loads((Path(help_pages.__file__).parent / "help.toml").read_text(encoding="utf-8"))
PUBLIC = sorted((Path(help_pages.__file__).parents[1] / "templates" / "public").glob("*.html"))
HELD = (
    "right_wrong", "right_designee", "right_attorney", "consent_voluntary", "consent_decline", "consent_attorney", "helper_say",
    "helper_while", "helper_signed",
)  # fmt: skip


def public_texts():
    """Each public page with its own sentences; what a law says stands in the law's words and is left out."""
    pages = {each.name: texts_of(each.read_text(encoding="utf-8")) for each in PUBLIC}
    pages["held.html"] = [texts("en")[name] for name in HELD]
    release = {"base": 5, "off_by": 4, "totals_off_by": 2, "mean_off_by": 1.35}
    counted = [f"{each[:1].upper()}{each[1:]}." for each in (*INCLUDES, *EXCLUDES)]
    pages["figures.html"] += [rules(release), *counted, *(series.says for series, _ in SERIES)]
    return pages


@pytest.mark.parametrize(("name", "says"), public_texts().items(), ids=list(public_texts()))
def test_a_public_page_reads_at_grade_eight(name, says):
    assert grade(says) <= GRADE


@pytest.mark.parametrize("topic", sorted(HELP["topics"]))
def test_a_help_topic_reads_at_grade_eight(topic):
    assert grade(HELP["topics"][topic]["says"]) <= GRADE


@pytest.mark.parametrize("word", sorted(HELP["words"]))
def test_an_explained_word_reads_at_grade_eight(word):
    assert grade([HELP["words"][word]]) <= GRADE


def test_the_measure_is_the_published_formula():
    counted = {
        "custody": 3,
        "release": 2,
        "jail": 1,
        "recorded": 3,
        "people": 2,
        "immigration": 4,
        "time": 1,
        "held": 1,
    }
    assert {word: syllables(word) for word in counted} == counted
    assert round(grade(["The cat sat on the mat."]), 2) == round(0.39 * 6 + 11.8 * 1 - 15.59, 2)
    assert len(sentences("Heading words. One more here? Yes it is!")) == 3
    hard = "Disclosure of custodial determinations necessitates authorization by supervisory administrators."
    assert grade([hard]) > GRADE
    assert texts_of("<p>{% if x %}Read this.{% endif %}</p><h2>No sentence</h2>") == ["Read this."]
