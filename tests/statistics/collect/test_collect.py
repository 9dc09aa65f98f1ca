import hashlib
import json
from datetime import date

import pytest

from habeas.audit.notes import new_key
from habeas.common.errors import BadInputError
from habeas.statistics.collect.expected import read_expected
from habeas.statistics.collect.signing import sign_return
from habeas.statistics.collect.state import collect, state_files

DUE = date(2026, 3, 1)


class State:
    """A state with many invented offices, their keys, and the folder of their returns."""

    def __init__(self, folder, count):
        self.folder, self.names = folder, [f"Office {number:03d}" for number in range(count)]
        self.keys = {name: new_key(f"{name.replace(' ', '-')}/habeas-log") for name in self.names}
        lines = [f"{name},{key.verifier.text},{DUE}" for name, key in self.keys.items()]
        self.expected = read_expected("agency,key,due\n" + "\n".join(lines), "agencies.csv")

    def hand_in(self, name, count=3, version=1, on=DUE, handed=(), none=(), key=None):
        folder = self.folder / f"{name} v{version}"
        folder.mkdir(parents=True)
        listed = "kind,received_on,bail_posted_at,released_or_transferred,at,to_agency\n"
        listed += "".join(f"detainer,2025-03-01,,transferred,{at},{to}\n" for at, to in handed)
        files = {
            "table.csv": f"item,says,value\na-2,Detainers,{count}\n",
            "detainers_and_warrants.csv": listed,
            "certificate.json": json.dumps({"none": list(none), "unknown": {}, "not_recorded": []}),
        }
        for file, text in files.items():
            (folder / file).write_text(text)
        manifest = {
            "format": "habeas-report/1", "report": "us-il-ag", "version": version, "from": "2025-01-01", "to": "2025-12-31",
            "record": {}, "tables": [], "agency": name,
            "files": {file: hashlib.sha256(text.encode()).hexdigest() for file, text in files.items()},
        }  # fmt: skip
        (folder / "manifest.json").write_text(json.dumps(manifest))
        sign_return(folder, key or self.keys[name], on)
        return folder


def test_of_58_offices_each_missing_late_tampered_zero_double_and_second_version_is_named(tmp_path):
    state = State(tmp_path / "returns", 58)
    for name in state.names[5:45]:
        state.hand_in(name)
    for name in state.names[45:49]:
        state.hand_in(name, count=0, none=["a-2"])
    state.hand_in(state.names[49], count=0)
    state.hand_in(state.names[50], on=date(2026, 3, 2))
    same = [("2025-05-06T10:00", "ICE"), ("2025-05-07T11:30", "ICE")]
    state.hand_in(state.names[51], handed=same)
    state.hand_in(state.names[52], handed=same)
    (state.hand_in(state.names[53]) / "table.csv").write_text("item,says,value\na-2,Detainers,1\n")
    changed = state.hand_in(state.names[54]) / "manifest.json"
    changed.write_text(changed.read_text() + " ")
    state.hand_in(state.names[55], key=new_key("somebody/habeas-log"))
    state.hand_in(state.names[56])
    state.hand_in(state.names[57])
    state.hand_in(state.names[57], count=4, version=2)
    view = collect(state.folder, state.expected)
    assert view.missing == (*state.names[:5], *state.names[53:56])
    assert [each[:10] for each in view.refused] == state.names[53:56]
    assert "table.csv is another one" in view.refused[0]
    assert "manifest.json is another one" in view.refused[1]
    assert "not signed with the key of this office" in view.refused[2]
    assert [each.agency for each in view.counted if each.zero == "none"] == state.names[45:49]
    assert [each.agency for each in view.counted if each.zero == "silent"] == [state.names[49]]
    assert [each.agency for each in view.counted if each.late] == [state.names[50]]
    assert [who for _, who in view.doubles] == [tuple(state.names[51:53])] * 2
    assert [(each.agency, each.version) for each in view.older] == [(state.names[57], 1)]
    files = state_files(view, state.expected)
    assert b"Office 057,a-2,Detainers,4" in files["us-il-ag.csv"]
    assert b"Office 053,refused" in files["agencies.csv"]
    assert b"Office 000,no return" in files["agencies.csv"]


def test_two_different_returns_of_one_version_are_named(tmp_path):
    state = State(tmp_path / "returns", 1)
    first = state.hand_in(state.names[0])
    first.rename(first.with_name("first"))
    state.hand_in(state.names[0], count=9)
    assert "both version 1" in collect(state.folder, state.expected).refused[0]


def test_an_unsigned_return_one_of_a_stranger_and_one_that_reaches_outside_are_refused(tmp_path):
    state = State(tmp_path / "returns", 3)
    (state.hand_in(state.names[0]) / "return.sig").unlink()
    outside = state.hand_in(state.names[1]) / "manifest.json"
    held = json.loads(outside.read_text())
    outside.write_text(json.dumps(held | {"files": {"../x": "0"}}))
    sign_return(outside.parent, state.keys[state.names[1]], DUE)
    stranger = state.hand_in(state.names[2]) / "manifest.json"
    stranger.write_text(json.dumps(json.loads(stranger.read_text()) | {"agency": "Elsewhere"}))
    said = collect(state.folder, state.expected).refused
    assert "is not signed" in said[0]
    assert "outside its folder" in said[1]
    assert "no office that is expected" in said[2]


def test_a_folder_without_a_return_is_no_success(tmp_path):
    state = State(tmp_path / "returns", 1)
    state.folder.mkdir()
    with pytest.raises(BadInputError, match="holds no return"):
        collect(state.folder, state.expected)


@pytest.mark.parametrize(
    ("text", "says"), [("agency,due\n", "lacks the column key"), ("agency,key,due\n", "names no office")]
)
def test_a_list_of_offices_that_cannot_be_read_is_told(text, says):
    with pytest.raises(BadInputError, match=says):
        read_expected(text, "agencies.csv")


def test_what_is_no_report_is_not_signed(tmp_path):
    from habeas.common.errors import BadInputError
    from habeas.statistics.collect.signing import SIGNATURE

    (tmp_path / "manifest.json").write_text('{"kind": "whole"}')
    with pytest.raises(BadInputError, match="of something else"):
        sign_return(tmp_path, None, DUE)
    assert not (tmp_path / SIGNATURE).exists()
