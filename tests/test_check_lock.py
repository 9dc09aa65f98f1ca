"""The check of the lock: what is known is named, what was withdrawn is named, and what could not be asked is never an all-clear."""

import importlib.util
import urllib.error
from pathlib import Path

import pytest

PATH = Path(__file__).parents[1] / "tools" / "check_lock.py"
LOCK = """
[[package]]
name = "ours"
version = "1"
source = { editable = "." }

[[package]]
name = "there"
version = "2.1"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://files.example/a/there-2.1.tar.gz", hash = "sha256:aa" }
"""


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("check_lock", PATH)
    made = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["check_lock"] = made
    spec.loader.exec_module(made)
    yield made
    del sys.modules["check_lock"]


@pytest.fixture
def packages(tool, tmp_path):
    (tmp_path / "uv.lock").write_text(LOCK, encoding="utf-8")
    return tool.read_lock(tmp_path / "uv.lock")


def answers(advisories=(), *, yanked=False, digest="aa", name="there-2.1.tar.gz"):
    def ask(address, kind):
        if "/simple/" in address:
            return {"files": [{"filename": name, "hashes": {"sha256": digest}, "yanked": yanked}]}
        return {"vulnerabilities": list(advisories)}

    return ask


def test_only_packages_of_a_registry_are_asked_for(packages):
    assert [(each.name, each.version, each.files) for each in packages] == [
        ("there", "2.1", {"there-2.1.tar.gz": "aa"})
    ]


def test_nothing_known_is_said_and_ends_with_zero(tool, packages):
    assert tool.report(packages, answers()) == (["1 packages: nothing known against them, of what was asked."], 0)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (
            answers([{"id": "PYSEC-1", "summary": "reads too far", "fixed_in": ["2.2"]}]),
            "PYSEC-1: reads too far (mended in 2.2)",
        ),
        (answers(yanked="broken"), "withdrawn: broken"),
        (answers(yanked=True), "withdrawn: no reason given"),
        (answers(digest="bb"), "another SHA-256"),
        (answers(name="other.whl"), "no longer offered"),
    ],
)
def test_what_is_known_is_named_and_ends_with_one(ask, said, tool, packages):
    lines, status = tool.report(packages, ask)
    assert status == 1
    assert said in lines[0]
    assert lines[0].startswith("there 2.1: ")


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (urllib.error.HTTPError("x", 404, "no", {}, None), "the registry answered 404"),
        (urllib.error.URLError("no route"), "the registry cannot be reached"),
        (TimeoutError(), "the registry cannot be reached"),
        (ValueError("no JSON"), "the answer is none we read"),
        (KeyError("vulnerabilities"), "the answer is none we read"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_could_not_be_asked_is_said_and_ends_with_two(fault, why, tool, packages):
    def ask(address, kind):
        raise fault

    lines, status = tool.report(packages, ask)
    assert status == 2
    assert f"NOT ASKED, 1 of 1 packages: advisories: {why}." in lines
    assert lines[-1].endswith("What was not asked is not known to be safe.")


def test_a_lock_without_packages_is_never_an_all_clear(tool, tmp_path):
    (tmp_path / "uv.lock").write_text("version = 1\n", encoding="utf-8")
    assert tool.report(tool.read_lock(tmp_path / "uv.lock"), answers())[1] == 2
    assert tool.main([str(tmp_path / "missing.lock")]) == 2
