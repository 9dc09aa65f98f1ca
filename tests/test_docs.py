"""The manual holds what the program has: every command, act, outcome, duty, profile and option has its place."""

import re
import tomllib
from pathlib import Path

import pytest

from habeas.cli import app
from habeas.law.words import Act, Outcome, What
from habeas.roster.profile import Profile, read_profile, shipped_profiles

DOCS = Path(__file__).parents[1] / "docs"


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def commands():
    for command in app.registered_commands:
        yield f"habeas {command.name}", command
    for group in app.registered_groups:
        for command in group.typer_instance.registered_commands:
            yield f"habeas {group.name or 'roster'} {command.name}", command


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda each: each if isinstance(each, str) else "")
def test_every_command_has_its_heading_and_every_option_is_named(name, command):
    text = page("commands.md")
    assert f"## {name}\n" in text, f"add a heading for {name} to docs/commands.md"
    section = text.split(f"## {name}\n")[1].split("\n## ")[0]
    options = re.findall(r"--[a-z-]+", str(list(command.callback.__annotations__.values())))
    assert not [option for option in options if option not in section and option != "--version"]


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


def test_the_readme_names_the_two_commands_and_what_is_in_the_manual_exists():
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme
    for link in re.findall(r"\]\((docs/[^)#]+)\)", readme):
        assert (DOCS.parent / link).exists(), link
    for name in re.findall(r": ([a-z/0-9-]+\.md)", (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")):
        assert (DOCS / name).exists(), name
