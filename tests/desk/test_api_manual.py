"""The curl calls of docs/api.md, run as they stand there against a served desk."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.desk import stage

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
CALLS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
pytestmark = pytest.mark.skipif(not all(map(shutil.which, ("curl", "base64", "sh"))), reason="curl is not installed")


def a_key():
    from tests.desk.test_api_at_once import a_key as made

    return made()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A desk served as an administrator serves it, and what the calls of the manual take from their surroundings."""
    place = stage.prepare()
    key = stage.run(place, a_key)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))
    }
    command = [sys.executable, "-m", "habeas", "serve", "--data", place["data"], "--plain-http", "--port", str(port)]
    server = subprocess.Popen(
        [*command, "--workers", "1"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(400):
        try:
            urllib.request.urlopen(f"{address}/account/login/", timeout=5).close()  # noqa: S310 - our own server
            break
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    folder = tmp_path_factory.mktemp("calls")
    from datetime import date

    from habeas.demo.county import build_county

    (folder / "roster.csv").write_text(build_county("us-ca", 40, date(2026, 3, 4)).csv(), encoding="utf-8")
    yield {"HABEAS": address, "KEY": key, "PATH": os.environ["PATH"]}, folder
    server.terminate()
    server.wait(20)


def run(call, served, **more):
    env, folder = served
    done = subprocess.run(["sh", "-c", call], env=env | more, cwd=folder, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_calls_of_the_manual_do_what_it_says(served):
    push, look, apply, file, listed, read, decision, release = CALLS
    kept = run(push, served)
    for _ in range(240):
        seen = run(look, served, ROSTER=kept["key"])
        if seen["state"] not in {"waiting", "working"}:
            break
        time.sleep(0.25)
    assert seen["state"] == "previewed", seen
    assert run(push, served)["key"] == kept["key"], "the same call again does nothing"
    assert run(apply, served, ROSTER=kept["key"])["state"] in {"waiting", "working", "applied"}
    for _ in range(240):
        seen = run(look, served, ROSTER=kept["key"])
        if seen["state"] == "applied":
            break
        time.sleep(0.25)
    assert seen["state"] == "applied"
    filed = run(file, served)
    assert re.fullmatch(r"R-\d{4}-\d{5}", filed["number"])
    assert run(listed, served)["requests"][0] == filed
    assert run(read, served, NUMBER=filed["number"]) == filed
    assert "No decision" in run(decision, served, NUMBER=filed["number"])["detail"]
    assert run(release, served) == {"ended": []}
    assert "Send a known" in run(read, served, KEY="hab_wrong", NUMBER=filed["number"])["detail"]
