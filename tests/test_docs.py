"""The manual holds what the program has: every command, act, outcome, duty, profile and option has its place."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.law.model.vocabulary import Act, Outcome, What
from habeas.roster.columns import COLUMNS
from habeas.roster.profile import Profile, read_profile, shipped_profiles

DOCS = Path(__file__).parents[1] / "docs"
SURENESS = ("rules", "verified", "secondary", "unverified")


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def commands():
    """Each command as it is typed; a group's commands one by one."""
    for name, command in get_command(app).commands.items():
        inner = getattr(command, "commands", None)
        yield from (f"habeas {name} {each}" for each in inner) if inner else (f"habeas {name}",)


def options_of(name):
    """The options of a command as they are typed, both ways of a switch."""
    command = get_command(app)
    for word in name.split(" ")[1:]:
        command = command.commands[word]
    options = {way for each in command.params for way in (*each.opts, *each.secondary_opts)}
    return {each for each in options if each.startswith("--")} - {"--help"}


def test_the_options_of_a_command_are_found():
    assert options_of("habeas demo") >= {"--out", "--people", "--serve", "--no-serve"}


@pytest.mark.parametrize("name", list(commands()))
def test_every_command_has_its_heading_and_every_option_is_named(name):
    text = page("commands.md")
    assert f"## {name}\n" in text, f"add a heading for {name} to docs/commands.md"
    section = text.split(f"## {name}\n")[1].split("\n## ")[0]
    assert not [option for option in options_of(name) if not re.search(rf"{option}\b(?!-)", section)]


@pytest.mark.parametrize("word", [*Act, *Outcome, *What])
def test_every_fixed_word_is_explained(word):
    assert f"`{word.value}`" in page("words.md"), f"explain {word.value} in docs/words.md"


def test_every_key_of_a_profile_is_explained():
    text = page("profiles.md")
    missing = [key for key in Profile.__struct_fields__ if not re.search(rf"(^|\W){key}\W", text)]
    assert not missing, f"explain these keys in docs/profiles.md: {missing}"
    assert all(f"`{name}`" in text for name in shipped_profiles())


def test_the_profile_on_the_page_loads():
    block = re.findall(r"```toml\n(.*?)```", page("profiles.md"), re.DOTALL)[0]
    assert read_profile(block, "page.toml").columns["booking_id"] == "Book #"


def test_the_register_on_the_page_loads(tmp_path):
    from habeas.answers.register import load_register

    block = re.findall(r"```toml\n(.*?)```", page("administrator.md"), re.DOTALL)[0]
    assert tomllib.loads(block)["field"]
    (tmp_path / "register.toml").write_text(block, encoding="utf-8")
    assert load_register(tmp_path / "register.toml").publications[0].field == "release_date"


def blocks(page_name, *languages):
    """The blocks of a page in these languages, each line of its words without what is said beside it."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page(page_name), re.DOTALL | re.MULTILINE)
    return [re.sub(r"\s+#.*", "", text) for language, text in found if language in languages]


def test_the_proxies_on_the_page_say_what_the_desk_believes_and_keep_no_log_of_readers():
    plain, behind = blocks("administrator.md", "nginx")[0].split("server {")[1:]
    assert "return 301 https://" in plain
    for line in ("X-Forwarded-Proto https;", "X-Forwarded-For $remote_addr;", "Host $host;"):
        assert f"proxy_set_header {line}" in behind, (
            f"without this line the desk takes every call for plain http: {line}"
        )
    assert "access_log off;" in plain
    assert "access_log off;" in behind
    caddy = blocks("administrator.md", "caddy")[0]
    assert "proxy_request_buffering on;" in behind, "whoever begins to send and stops holds a thread of the desk"
    assert re.search(r"request_buffers \d+MiB", caddy)
    assert "read_body" in caddy
    assert "request_header -X_*" in caddy
    assert "request_header -X-Forwarded_*" in caddy
    assert "exclude http.log.error" in caddy


def test_the_proxy_on_the_page_lets_through_what_the_api_takes():
    from habeas.desk.api.bodies import LIMITS, MB

    most = int(re.search(r"client_max_body_size (\d+)m;", blocks("administrator.md", "nginx")[0])[1])
    assert most * MB > max(limit for _, limit in LIMITS)


def test_the_service_the_proxies_and_the_settings_on_the_page_name_the_same_port_folder_and_host():
    service, public = blocks("administrator.md", "ini")
    nginx, caddy = blocks("administrator.md", "nginx")[0], blocks("administrator.md", "caddy")[0]
    port = re.search(r"habeas serve --host (127\.0\.0\.1) --port (\d+)", service)
    assert f"proxy_pass http://{port[1]}:{port[2]};" in nginx
    assert f"reverse_proxy {port[1]}:{port[2]}" in caddy
    assert f"--port {port[2]}" not in public
    settings = next(each for each in blocks("administrator.md", "") if each.startswith("HABEAS_DATA"))
    given = dict(re.findall(r'^(\w+)="(.*)"$', settings, re.MULTILINE))
    assert f"ReadWritePaths={given['HABEAS_DATA']}\n" in service
    assert f"server_name {given['HABEAS_HOSTS']};" in nginx
    assert f"\n{given['HABEAS_HOSTS']} {{" in caddy


CALL = re.compile(
    r"(?:^|&& |sudo -u habeas (?:\w+=\S+ )*|/usr/local/bin/)habeas ([a-z-]+)(?: ([a-z]+)\b)?(.*?)(?= && |$)",
    re.MULTILINE,
)
"""A call of the program in a block: its first word, its second where there is one, and the rest."""


def test_every_command_of_the_administrator_is_one_that_there_is():
    known = set(commands())
    calls = CALL.findall("\n".join(blocks("administrator.md", "", "ini")))
    assert len(calls) > 10
    for first, second, rest in calls:
        name = next((each for each in (f"habeas {first} {second}", f"habeas {first}") if each in known), None)
        assert name, f"there is no habeas {first} {second}"
        assert not set(re.findall(r"--[a-z-]+", rest)) - options_of(name), f"{name}{rest}"


def test_the_readme_names_the_two_commands_and_what_is_in_the_manual_exists():
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme
    for link in re.findall(r"\]\((docs/[^)#]+)\)", readme):
        assert (DOCS.parent / link).exists(), link
    for name in re.findall(r": ([a-z/0-9-]+\.md)", (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")):
        assert (DOCS / name).exists(), name


def test_every_whole_profile_on_the_page_loads():
    found = [
        each for each in re.findall(r"```toml\n(.*?)```", page("profiles.md"), re.DOTALL) if each.startswith("name = ")
    ]
    assert len(found) > 1
    for block in found:
        read_profile(block, "page.toml")
    assert not [name for name in COLUMNS if f"`{name}`" not in page("profiles.md")]


def test_the_counts_of_rules_that_people_read_are_those_of_the_packs():
    found = json.loads(CliRunner().invoke(app, ["law", "list", "--json"]).stdout)
    rules, verified, secondary, unverified = (sum(row[name] for row in found) for name in SURENESS)
    readme, counsel = (DOCS.parent / "README.md").read_text(encoding="utf-8"), page("counsel.md")
    assert f"**Law**: {len(found)} packs" in readme
    assert f"{rules} rules, each with its" in readme
    assert f"Of {rules} rules {verified} rest on the words of the text" in readme
    assert f"{secondary} on summaries, opinions or reports, {unverified} on neither" in readme
    assert f"Of {rules} rules {verified} are verified, {secondary} secondary, {unverified} unverified" in counsel
