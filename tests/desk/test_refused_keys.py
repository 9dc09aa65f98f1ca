"""Wrong keys of programs are counted by all processes of a desk together."""

from tests.desk import stage


def tried(times):
    from habeas.desk.api.refusing import TooManyError, refuse
    from habeas.desk.doing import Doing

    said = []
    for _ in range(times):
        try:
            refuse("10.0.0.9", "no such key", "openapi", Doing("program-unknown", "program", stage.NOW))
            said.append("written")
        except TooManyError:
            said.append("too many")
    return said


def test_ten_wrong_keys_from_one_address_are_ten_whichever_processes_answer_them():
    place = stage.prepare()
    assert stage.run(place, tried, 6) == ["written"] * 6
    assert stage.run(place, tried, 6) == ["written"] * 4 + ["too many"] * 2
