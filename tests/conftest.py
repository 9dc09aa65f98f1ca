"""What all tests stand on: a paper drawn without a desk asks no database whether it is made for practice."""

import os

import pytest
from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("fresh", derandomize=False, deadline=None)
# A property draws the same examples in every run, so that a red is a change of ours; `make fuzz` draws fresh ones.
settings.load_profile("fresh" if os.environ.get("HABEAS_DRAW") == "fresh" else "fixed")


@pytest.fixture(autouse=True, scope="session")
def no_desk():
    """Django is loaded for every test, and with it the desk; only the desk's own tests have one (`tests/desk/conftest.py`)."""
    from habeas.answers.practice import mark_with

    mark_with(lambda: False)
