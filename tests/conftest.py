"""What all tests stand on: a paper drawn without a desk asks no database whether it is made for practice."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def no_desk():
    """Django is loaded for every test, and with it the desk; only the desk's own tests have one (`tests/desk/conftest.py`)."""
    from habeas.answers.practice import mark_with

    mark_with(lambda: False)
