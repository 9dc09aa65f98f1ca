"""A key of a request or a case that holds another kind of thing than it must is one sentence, whatever it holds."""

import random
from contextlib import suppress

import pytest

from habeas.common.errors import BadInputError
from habeas.custody_time.case import read_cases
from habeas.custody_time.clock_case import read_clocks
from habeas.demo.papers import list_request
from habeas.law.engine.case_files import load_cases, read_case
from habeas.law.engine.decide import decide
from habeas.requests.request import read_request
from tests.hostile.words import CASE, STRANGE, _paths, changed


@pytest.mark.parametrize("key", ["kind", "issuer", "signer", "basis", "from", "subject", "class", "form", "id", "text"])
@pytest.mark.parametrize("value", [[[]], {"a": {}}, 10**17, True])
def test_a_request_of_another_shape_is_one_sentence(key, value):
    if (isinstance(value, dict) and key in {"from", "subject", "class"}) or (
        key in {"form", "id", "text"} and value == 10**17
    ):
        assert read_request(list_request("us-ca") | {key: value})
    else:
        with pytest.raises(BadInputError):
            read_request(list_request("us-ca") | {key: value})


@pytest.mark.parametrize("who", ["from", "to", "executing_agency", "served_by"])
@pytest.mark.parametrize(
    ("part", "value"),
    [("address", 1e308), ("address", {"street": "1 Main"}), ("address", ["1 Main", {}]), ("name", []), ("email", {}), ("title", True)],
)  # fmt: skip
def test_somebody_named_has_parts_that_can_stand_on_an_envelope(who, part, value):
    with pytest.raises(BadInputError, match=rf'"{who}\.{part}" must be text'):
        read_request(list_request("us-ca") | {who: {"name": "Records", part: value}})


@pytest.mark.parametrize("address", ["1 Main\nAlder", ["1 Main", "Alder"], ("1 Main",), None, []])
def test_an_address_is_a_text_or_a_list_of_lines(address):
    assert read_request(list_request("us-ca") | {"to": {"name": "Records", "address": address}})


def test_the_filter_of_a_class_is_an_object():
    with pytest.raises(BadInputError, match=r"class\.filter"):
        read_request(list_request("us-ca") | {"class": {"filter": 7}})


def test_no_case_of_another_shape_is_more_than_a_sentence():
    draw = random.Random(5)  # noqa: S311 - a test's dice
    tried = [(path, new) for path in _paths(CASE) for new in STRANGE]
    for path, new in draw.sample(tried, 250):
        with suppress(BadInputError):
            decide(read_case(changed(CASE, path, new)))


def test_a_file_of_no_cases_is_no_success(tmp_path):
    (tmp_path / "none.json").write_text("[]")
    for read in (lambda: load_cases(tmp_path / "none.json"), lambda: read_cases([], "a"), lambda: read_clocks([], "a")):
        with pytest.raises(BadInputError, match="holds no"):
            read()
