"""An attack on a report that left the building: any file of it changed, also where the manifest and the sums were made to fit."""

import hashlib
import json
import shutil

import pytest

from habeas.statistics.reports.proof import verify
from tests.statistics.reports.test_reports import run, year


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A forum report with the record it was made from."""
    place = tmp_path_factory.mktemp("report")
    chain = year().write(place / "chain")
    period = ("--from", "2025-01-01", "--to", "2025-12-31")
    run("us-ca-truth-forum", "--chain", chain, *period, "--out", place / "whole")
    run("oversight-quarterly", "--chain", chain, *period, "--out", place / "another")
    return place


def fit(folder):
    """What a forger does last: the manifest and the sums are made to fit."""
    manifest = json.loads((folder / "manifest.json").read_text())
    names = [name for name in manifest["files"] if (folder / name).exists()]
    manifest["files"] = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    lines = (
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in [*names, "manifest.json"]
    )
    (folder / "SHA256SUMS").write_text("".join(lines))


def appended(name, text="x\n"):
    def change(folder, _):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def changed(name, key, value):
    def change(folder, _):
        found = json.loads((folder / name).read_text())
        found[key] = value
        (folder / name).write_text(json.dumps(found))

    return change


def swapped(folder, place):
    shutil.copy(place / "another" / "report.pdf", folder / "report.pdf")


def one_bit(folder, _):
    content = bytearray((folder / "report.pdf").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "report.pdf").write_bytes(content)


def gone(name):
    return lambda folder, _: (folder / name).unlink()


CHANGES = {
    "report.pdf, one bit": one_bit,
    "report.pdf, another report's": swapped,
    "report.pdf, gone": gone("report.pdf"),
    "definitions.json": changed("definitions.json", "more", 1),
    "definitions.html": appended("definitions.html"),
    "reconcile.html": appended("reconcile.html"),
    "certificate.json, nothing unknown": changed("certificate.json", "unknown", {"all": 1}),
    "certificate.json, emptied": lambda folder, _: (folder / "certificate.json").write_text(""),
    "corrections.csv": appended("corrections.csv", "x,1,2,because\r\n"),
    "notice.txt": appended("notice.txt"),
    "policies_in_force.csv": appended("policies_in_force.csv"),
    "datapackage.json": changed("datapackage.json", "title", "Other"),
    "manifest.json: law": changed("manifest.json", "law", {}),
    "manifest.json: tables": changed("manifest.json", "tables", ["table.csv"]),
    "internal/trace.csv": appended("internal/trace.csv"),
    "extra.csv": appended("extra.csv"),
    "table.csv": appended("table.csv", "a,b,c\r\n"),
}


@pytest.mark.parametrize("fitted", [False, True])
@pytest.mark.parametrize("change", CHANGES)
def test_each_file_that_was_changed_is_named(made, tmp_path, change, fitted):
    folder = shutil.copytree(made / "whole", tmp_path / "out")
    CHANGES[change](folder, made)
    if fitted:
        fit(folder)
    found = verify(folder, made / "chain")
    assert any(change.partition(",")[0] in each for each in found.differences), found.differences


def test_an_unchanged_report_is_whole_and_says_what_nothing_is_held_against(made, tmp_path):
    found = verify(made / "whole", made / "chain")
    assert found.differences == ()
    assert found.unheld == ("the agency's name", "who certified it")
    folder = shutil.copytree(made / "whole", tmp_path / "out")
    changed("certificate.json", "certified_by", "A. Sheriff")(folder, made)
    fit(folder)
    assert verify(folder, made / "chain").differences == ()


def test_sums_that_say_something_else_are_named(made, tmp_path):
    folder = shutil.copytree(made / "whole", tmp_path / "out")
    sums = (folder / "SHA256SUMS").read_text()
    (folder / "SHA256SUMS").write_text(sums.replace("  report.pdf", "  other.pdf"))
    said = verify(folder, made / "chain").differences
    assert {"SHA256SUMS does not say what report.pdf is.", "SHA256SUMS does not say what other.pdf is."} <= set(said)


def test_the_documents_of_another_program_are_not_made_again_and_that_is_said(made, tmp_path):
    folder = shutil.copytree(made / "whole", tmp_path / "out")
    changed("manifest.json", "program", {"name": "habeas", "version": "0.0.1"})(folder, made)
    appended("definitions.html")(folder, made)
    fit(folder)
    found = verify(folder, made / "chain")
    assert found.differences == ()
    assert "another version of the program" in found.unheld[-1]


def test_a_file_that_is_gone_is_named_under_another_program_too(made, tmp_path):
    folder = shutil.copytree(made / "whole", tmp_path / "out")
    changed("manifest.json", "program", {"name": "habeas", "version": "0.0.1"})(folder, made)
    fit(folder)
    (folder / "report.pdf").unlink()
    assert "report.pdf is missing." in verify(folder, made / "chain").differences
