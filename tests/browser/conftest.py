"""A desk with the demonstration's sixty requests, served by the real server, and a real Chromium to look at it."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from tests.desk import stage

CHROMIUM = shutil.which("chromium")
PEOPLE = 150


@dataclass
class Site:
    """Where the desk is served, and what its accounts need to log in."""

    url: str
    data: str
    secrets: dict
    names: list = field(default_factory=list)

    def code(self, name):
        """The code that the account's device shows, one that was not used yet."""
        from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

        period = int(time.time()) // 30
        while period <= self.used.get(name, 0):
            time.sleep(1)
            period = int(time.time()) // 30
        self.used[name] = period
        return format_hotp_value(hotp_value(self.secrets[name], period))

    used: dict = field(default_factory=dict)


def _fill():
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]  # what the server itself reads
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    from habeas.demo.desk import fill_desk, second_factors
    from habeas.desk.models import Person

    fill_desk(PEOPLE, datetime.now(UTC))
    told = {
        "secrets": second_factors(),
        "names": sorted(set(Person.objects.values_list("family_name", flat=True)) - {""}),
    }
    connection.close()
    return told


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The served desk; one a session."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    data = tmp_path_factory.mktemp("site")
    (data / "static").mkdir()
    told = stage.run({"data": str(data), "url": ""}, _fill)
    assert "secrets" in told, told
    port = _free_port()
    environment = os.environ | {
        "HABEAS_DATA": str(data),
        "HABEAS_TLS": "0",
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "habeas.desk.settings",
    }
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "rsgi",
        "--port",
        str(port),
        "--workers",
        "1",
    ]
    server = subprocess.Popen(
        [*command, "--no-ws", "--log-level", "error", "habeas.desk.serving:application"], env=environment
    )
    _wait(port)
    yield Site(f"http://127.0.0.1:{port}", str(data), told["secrets"], told["names"])
    server.terminate()
    server.wait()


def _wait(port):
    for _ in range(600):
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            line.request("GET", "/account/login/")
            line.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not start")


@pytest.fixture(scope="module")
def chromium(site):
    """The browser; closed with the module, because one process can hold but one of them open."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield opened
        opened.close()


@pytest.fixture
def log_in(chromium, site):
    """Open a page as one account; every context is closed at the end."""
    opened = []

    def enter(name, **given):
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, **given)
        opened.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda found: page.asked.append(found.url))
        page.on("console", lambda found: page.said.append(found.text) if found.type == "error" else None)
        page.goto(f"{site.url}/account/login/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", "alder-county-demo")
        with page.expect_navigation():
            page.locator("main form.usa-form button").first.click()
        if name in site.secrets:
            page.fill("[name=code]", site.code(name))
            with page.expect_navigation():
                page.locator("main form.usa-form button").first.click()
        page.goto(site.url + "/")
        assert "/account/" not in page.url, page.inner_text("main")
        return page

    yield enter
    for each in opened:
        each.close()
