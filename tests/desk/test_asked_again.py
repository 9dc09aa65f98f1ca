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


GROUP, MATCHES = "class.filter.citizenship", "class.filter_confirmed"


def again(group, **given):
    rows = [ReadField(name=GROUP, value_read=group), ReadField(name=MATCHES, value_read="")]
    return ask_again(rows, {GROUP: group, MATCHES: ""}, (), given)


def test_whether_the_group_matches_the_letter_is_asked_of_whoever_reads_it_and_is_never_absent():
    assert [each.name for each in again("not US").asked] == [MATCHES]
    assert again("not US", **{f"again:{MATCHES}": "yes"}).texts == {MATCHES: "true"}
    assert again("not US", **{f"again:{MATCHES}": "no"}).texts == {MATCHES: "false"}
    assert again("not US", **{f"again:{MATCHES}": "absent"}).open
    assert not again("").asked or again("").asked[0].name == GROUP


def marked(read, text, **given):
    row = ReadField(name="cancelled", value_read=read, words="LIFTED 11/02")
    return ask_again([row], {"cancelled": text}, (), given)


@pytest.mark.parametrize("read", ["true", ""])
def test_whether_a_mark_takes_the_document_back_is_never_confirmed_with_the_rest(read):
    [each] = marked(read, read).asked
    assert (each.name, each.words, each.asks_reader) == ("cancelled", "LIFTED 11/02", True)
    assert marked(read, read).open
    assert marked(read, read, **{"again:cancelled": "read"}).open
    assert marked(read, read, **{"again:cancelled": "yes"}).texts == {"cancelled": "true"}
    assert marked(read, read, **{"again:cancelled": "no"}).texts == {"cancelled": "false"}
    assert marked(read, read, **{"again:cancelled": "illegible"}).illegible == ["cancelled"]


def test_who_changed_the_answer_by_hand_is_not_asked_again_and_a_document_without_a_mark_is_not_asked():
    assert not marked("true", "false").asked
    assert not ask_again([ReadField(name="cancelled", value_read="")], {"cancelled": ""}, (), {}).asked


def sender(read, text=None, name="from.name"):
    return {
        each.name: each
        for each in ask_again([ReadField(name=name, value_read=read)], {name: text or read}, (), {}).asked
    }


def test_to_whom_the_response_goes_is_asked_one_by_one_and_a_printed_label_whoever_it_names():
    assert not sender("D. P. OKORO")["from.name"].label
    assert sender("Name and ttle of")["from.name"].label
    assert sender("Name and title of issuing officer", name="from.agency")["from.agency"].label
    assert not sender("U.S. Marshals Service", name="from.agency")
    assert not sender("Name and ttle of", "D. P. OKORO"), "what somebody typed over it is no glance"
