"""Charts by hand: every number is told in words too, nothing unknown is drawn as zero, and no label is markup."""

import re
from importlib.resources import files

import pytest
from lxml import etree

from habeas.common.charts import INKS, NOT_RECORDED, Chart, svg_of
from habeas.statistics.measures.values import OUTCOMES

ROWS = (("Detainer", (3, 1)), ("A & <b>B</b>", (0, None)), ("Warrant", (None, None)))


def chart(rows=ROWS, columns=("done", "open")):
    return Chart("one", "Requests", "What came.", columns, rows, "requests")


def test_the_drawing_is_well_formed_with_a_title_and_every_number_in_words():
    root = etree.fromstring(svg_of(chart()))
    told = root.find("{*}desc").text
    assert root.find("{*}title").text == "Requests"
    assert "Detainer: done 3, open 1" in told
    assert f"Warrant: done {NOT_RECORDED}, open {NOT_RECORDED}" in told


def test_no_two_parts_of_a_chart_have_one_color_in_either_scheme():
    assert len(set(INKS)) == len(INKS) >= len(OUTCOMES)
    sheet = files("habeas.desk").joinpath("static/desk/desk.css").read_text()
    dark = re.findall(r"\.chart__part-(\d+) \{ fill: (#\w+); \}", sheet)
    assert [int(place) for place, _ in dark] == list(range(len(INKS)))
    assert len({ink for _, ink in dark}) == len(INKS)


def test_no_text_of_a_chart_is_markup():
    odd = "A & <b>B</b>"
    drawn = svg_of(Chart("one", odd, odd, (odd, odd), ((odd, (1, 2)),), odd))
    assert "<b>" not in drawn
    assert etree.fromstring(drawn).find("{*}title").text == odd


def test_parts_are_as_wide_as_their_numbers_and_stand_side_by_side():
    bars = [each for each in etree.fromstring(svg_of(chart())).iter("{*}rect") if each.get("height") == "20"]
    (left, right) = bars
    assert float(left.get("width")) == pytest.approx(3 * float(right.get("width")), rel=0.01)
    assert float(right.get("x")) == pytest.approx(float(left.get("x")) + float(left.get("width")), abs=0.2)


def test_a_row_of_unknowns_says_not_recorded_and_has_no_bar_and_no_zero():
    words = [each.text for each in etree.fromstring(svg_of(chart(rows=(ROWS[2],)))).iter("{*}text")]
    assert NOT_RECORDED in words
    assert "0" not in words


def test_nothing_but_zeros_is_empty_and_draws_without_a_fault():
    none = chart(rows=(("Detainer", (0, 0)),))
    assert none.empty
    etree.fromstring(svg_of(none))
    assert not chart().empty


def test_a_row_that_lacks_a_number_is_refused():
    with pytest.raises(ValueError, match="one number for each"):
        svg_of(chart(rows=(("Detainer", (1,)),)))


def test_a_long_label_is_drawn_whole_on_several_lines_and_pushes_the_next_row_down():
    long = "– Withdrawn or canceled by the sender before a response was sent by this office"
    root = etree.fromstring(svg_of(chart(rows=((long, (1, 0)), ("Next", (1, 0))), columns=("a", "b"))))
    texts = [(each.text, int(float(each.get("y")))) for each in root.iter("{*}text") if each.get("text-anchor")]
    assert " ".join(text for text, _ in texts[:-1]) == long
    assert [y for _, y in texts] == sorted({y for _, y in texts})
    bars = [float(each.get("y")) for each in root.iter("{*}rect") if each.get("height") == "20"]
    assert bars[1] > texts[-2][1]
    assert float(root.get("viewBox").split()[3]) > bars[1] + 20


def test_a_label_is_broken_by_the_width_of_its_letters_and_loses_none():
    for label in (
        "Withdrawn or canceled by the sender before a response",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "i" * 36,
        "",
    ):
        drawn = svg_of(Chart("c", "t", "s", ("n",), ((label, (1,)),), "u"))
        lines = re.findall('text-anchor="end">([^<]*)<', drawn)
        assert "".join(lines).replace(" ", "") == label.replace(" ", "")
        assert all(sum(0.98 if each in "Wm" else 0.35 for each in line) <= 18 for line in lines)
        assert "Withdrawn or canceled by the sender" not in lines, "these letters are too wide for one line"
