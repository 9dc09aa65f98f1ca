"""The settings of an office are read whole or refused, and a child that hangs or is not there is one office's fault."""

import subprocess

import pytest

from habeas.common.errors import BadInputError
from habeas.hosting import children
from habeas.hosting.children import run, run_on_each
from habeas.hosting.offices import named, offices_of, read_settings, write_settings


def made(host, *names):
    for name in names:
        office = named(name, host)
        write_settings(office.settings, {"HABEAS_DATA": str(office.data), "DATABASE_URL": f"postgresql://db/{name}"})
        write_settings(office.owner_settings, {"DATABASE_URL": f"postgresql://owner@db/{name}"})
    return offices_of(host)


@pytest.mark.parametrize("name", ["San Mateo", "san-mateo", "1st", "", "a" * 40, 'x"; DROP', "../up"])
def test_a_name_no_database_can_have_is_refused(name, tmp_path):
    with pytest.raises(BadInputError, match="no name of an office"):
        named(name, tmp_path)


@pytest.mark.parametrize("value", ['a"b', "a$b", "a\\b", "a`b", "a\nb"])
def test_a_setting_that_a_shell_would_change_is_refused_and_nothing_is_written(value, tmp_path):
    with pytest.raises(BadInputError, match="HABEAS_HOSTS"):
        write_settings(tmp_path / "x.env", {"HABEAS_HOSTS": value})
    assert not (tmp_path / "x.env").exists()


def test_a_line_nobody_can_read_is_named(tmp_path):
    (tmp_path / "x.env").write_text('# ours\nHABEAS_HOSTS="a.example"\nexport A=b\n')
    with pytest.raises(BadInputError, match="line 3"):
        read_settings(tmp_path / "x.env")


def test_an_office_that_is_not_there_is_refused_by_name(tmp_path):
    with pytest.raises(BadInputError, match="holds no office; open one"):
        offices_of(tmp_path)
    made(tmp_path, "kern", "alder")
    assert [each.name for each in offices_of(tmp_path)] == ["alder", "kern"]
    with pytest.raises(BadInputError, match="called yolo"):
        offices_of(tmp_path, ["kern", "yolo"])


def test_a_child_is_told_its_own_office_and_nothing_of_the_hosts(tmp_path, monkeypatch):
    office = made(tmp_path, "kern")[0]
    seen = {}

    def kept(command, **given):
        seen[given["env"]["DATABASE_URL"]] = given["env"]
        return subprocess.CompletedProcess(command, 0, "", "")

    for name in ("HABEAS_HOST_SERVER", "DATABASE_URL", "PGPASSWORD"):
        monkeypatch.setenv(name, "the host's own")
    monkeypatch.setattr(children.subprocess, "run", kept)
    for owner in (False, True):
        run(office, ["doctor"], as_owner=owner, minutes=1)
    assert list(seen) == ["postgresql://db/kern", "postgresql://owner@db/kern"]
    assert all("the host's own" not in env.values() for env in seen.values())


def test_a_child_that_hangs_or_has_no_settings_is_one_offices_fault(tmp_path, monkeypatch):
    def hangs(command, **given):
        if given["env"]["DATABASE_URL"].endswith("alder"):
            raise subprocess.TimeoutExpired(command, 60)
        return subprocess.CompletedProcess(command, 0, "fine", "")

    offices = made(tmp_path, "alder", "kern", "yolo")
    offices[2].owner_settings.unlink()
    monkeypatch.setattr(children.subprocess, "run", hangs)
    ended = list(run_on_each(offices, lambda _: ["doctor"], as_owner=True, at_once=2, minutes=1))
    assert [each.status for each in ended] == [3, 0, 2]
    assert "did not end in 1 minutes" in ended[0].sentence
    assert "owners/yolo.env cannot be read" in ended[2].sentence
