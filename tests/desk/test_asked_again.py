"""Which blanks `Confirm all` asks again: never a number that the sender need not give."""

import pytest

from habeas.desk.services.intake.asked_again import ask_again
from habeas.desk.services.intake.reading import ReadField


def asked(issuer, *names):
    rows = [ReadField(name=name, value_read="") for name in names]
    return {each.name for each in ask_again(rows, {"issuer": issuer, **dict.fromkeys(names, "")}, (), {}).asked}


@pytest.mark.parametrize("issuer", ["ice", "usms", ""])
def test_our_own_booking_number_is_never_asked_of_the_paper(issuer):
    assert asked(issuer, "subject.booking_id", "subject.full_name") == {"subject.full_name"}


def test_an_a_number_is_asked_where_an_immigration_agency_or_nobody_known_sent_it():
    assert asked("usms", "subject.a_number") == set()
    assert asked("ice", "subject.a_number") == asked("", "subject.a_number") == {"subject.a_number"}
