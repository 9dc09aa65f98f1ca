import os

from habeas.common.quiet import quietly


def test_what_a_library_writes_below_python_does_not_come_through_and_standard_output_is_back(capfd):
    assert quietly(lambda: os.write(1, b"Hello from below\n")) == 17
    os.write(1, b"after\n")
    assert capfd.readouterr().out == "after\n"


def test_standard_output_is_back_when_the_library_fails(capfd):
    try:
        quietly(lambda: 1 // 0)
    except ZeroDivisionError:
        os.write(1, b"after\n")
    assert capfd.readouterr().out == "after\n"
