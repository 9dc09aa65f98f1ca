"""What people read is held to a list of words a US records room does not use; days are written by one place."""

import ast
import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest
import typer

from habeas.cli.program import app
from habeas.law.model.provision import DutyRule, Pack, Provision
from habeas.law.packs import PACKS, UNREAD_LOCAL
from habeas.law.pages.pages import place_page

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_name("words_we_do_not_use.toml")
QUOTED = frozenset({"source", "texts", "text", "cases", "own_cases", "address", "id", "citation", "sha256", "entries"})
"""Parts of a page of rules that are another's words or no words."""
SHOWN = frozenset({"aria-label", "title", "alt", "placeholder", "label"})
"""Attributes that people see or hear."""
READ_IN_CODE = (
    *("src/habeas/desk", "src/habeas/audit", "src/habeas/cli", "src/habeas/law", "src/habeas/offenses"),
    *("src/habeas/custody_time", "src/habeas/deadlines", "src/habeas/matching", "src/habeas/roster"),
)
"""Rooms whose strings stand on pages, in answers or at the shell."""


@dataclass(frozen=True, slots=True)
class Banned:
    """A phrase that nobody reads here, and the one to use."""

    find: re.Pattern[str]
    use: str
    unless: re.Pattern[str] | None

    def met(self, text: str) -> str:
        """The words of the text that the phrase finds; empty where none or where a wider phrase is right."""
        for each in self.find.finditer(text):
            around = text[max(0, each.start() - 12) : each.end() + 12]
            if not (self.unless and self.unless.search(around)):
                return each.group()
        return ""


@cache
def banned() -> tuple[Banned, ...]:
    """The list."""
    rows = tomllib.loads(LIST.read_text(encoding="utf-8"))["word"]
    return tuple(
        Banned(
            re.compile(row["find"], re.IGNORECASE | re.MULTILINE),
            row["use"],
            re.compile(row["unless"], re.IGNORECASE) if "unless" in row else None,
        )
        for row in rows
    )


class _Shown(HTMLParser):
    """The texts of a page and of the attributes that people see."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quiet += tag in {"style", "script", "code", "pre"}
        self.texts += [value for name, value in attrs if name in SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in {"style", "script", "code", "pre"}

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.texts.append(data)


def of_template(text: str) -> Iterator[str]:
    """What people read of a template: its texts without tags of Django, and the words of defaults and choices inside them."""
    yield from (
        words for words in re.findall(r'\|default:"([^"]+)"|\blabel="([^"]+)"', text) for words in words if words
    )
    parser = _Shown()
    parser.feed(re.sub(r"\{[{%#].*?[}%#]\}", " ", text))
    yield from (" ".join(html.unescape(each).split()) for each in parser.texts if each.strip())


def of_code(text: str) -> Iterator[str]:
    """The sentences of a module: its strings but for docstrings, addresses and stored words of one piece."""
    tree = ast.parse(text)
    docs = {id(first.value) for each in ast.walk(tree) for first in _first(each)}
    inside = {id(part) for each in ast.walk(tree) if isinstance(each, ast.JoinedStr) for part in each.values}
    for each in ast.walk(tree):
        if isinstance(each, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in each.values)
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in docs | inside:
            yield each.value


def _first(node: ast.AST) -> list[ast.Expr]:
    body = getattr(node, "body", None)
    statements = [each for each in body if isinstance(each, ast.Expr)] if isinstance(body, list) else []
    return [each for each in statements if isinstance(each.value, ast.Constant)]


def of_table(text: str) -> Iterator[str]:
    """The words of a table of the workflow."""
    for row in tomllib.loads(text).values():
        yield from (row[key] for key in ("says", "words", "next") if key in row)


def of_manual(text: str) -> Iterator[str]:
    """The prose of a manual page: without code and addresses."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"`[^`\n]*`|\]\([^)]*\)|<!--.*?-->", " ", text, flags=re.DOTALL)
    yield from (line for line in text.splitlines() if line.strip())


def files() -> Iterator[tuple[str, Iterator[str]]]:
    """Every file that people read from, with its texts."""
    for path in sorted((ROOT / "src/habeas/desk/templates").rglob("*.html")):
        yield str(path.relative_to(ROOT)), of_template(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "src/habeas/desk/workflow").glob("*.toml")):
        yield str(path.relative_to(ROOT)), of_table(path.read_text(encoding="utf-8"))
    for place in READ_IN_CODE:
        found = [ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py")
        for path in sorted(each for each in found if "migrations" not in each.parts):
            sentences = (each for each in of_code(path.read_text(encoding="utf-8")) if is_sentence(each))
            yield str(path.relative_to(ROOT)), sentences
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        yield str(path.relative_to(ROOT)), of_manual(path.read_text(encoding="utf-8"))


def is_sentence(text: str) -> bool:
    """Whether a string of code is read by people: several words that begin with a capital, end with a stop, or are four and more."""
    begins, ends = re.match(r"[A-Z“]", text), text.rstrip().endswith((".", "!", "?"))
    return bool(re.search(r"[a-z]{2,} [a-z…]", text)) and bool(
        begins or ends or (text[:1] == "…" and len(text.split()) > 3)
    )


FILES = {name: list(texts) for name, texts in files()}


@pytest.mark.parametrize("name", FILES)
def test_no_page_message_or_manual_says_a_word_we_do_not_use(name):
    found = [(each.met(text), each.use, text[:160]) for text in FILES[name] for each in banned() if each.met(text)]
    assert not found, "\n".join(f"{name}: “{met}” → {use}   in: {text}" for met, use, text in found)


def of_pack(pack: Pack) -> Iterator[str]:
    """What people read of a pack of law: its rule page as `law show` prints it, and what each rule, duty, note and report says."""
    yield pack.title
    for rule in pack.rules:
        yield from (rule.sentence, rule.source.settle, *(duty.says for duty in rule.duties))
        yield from (duty.deadline for duty in rule.duties if duty.deadline)
        yield from (words for part in conditions_of(rule) for words in part)
    for note in (*pack.notes, *pack.watches, *pack.periodic):
        yield note.sentence
    yield from (f"{each.what} {each.to}" for each in pack.periodic)


def of_page(value: object, key: str = "") -> Iterator[str]:
    """What a page of rules says (`habeas law show`), but for what it quotes: sources, the text of sections, and lines of cases."""
    if isinstance(value, dict) and key not in QUOTED:
        yield from (text for name, part in value.items() for text in of_page(part, name))
    elif isinstance(value, list | tuple) and key not in QUOTED:
        yield from (text for part in value for text in of_page(part, key))
    elif isinstance(value, str) and key not in QUOTED:
        yield value


def conditions_of(rule: Provision | DutyRule) -> Iterator[tuple[str, str]]:
    """The words and the question of each part of a rule's conditions."""
    unless = rule.unless.walk() if isinstance(rule, Provision) else ()
    for part in (*rule.when.walk(), *unless):
        yield getattr(part, "words", ""), getattr(part, "question", "")


def of_commands(command: click.Command, name: str = "habeas") -> Iterator[tuple[str, str]]:
    """The help of a command and of each below it, as the shell prints it."""
    yield name, command.get_help(click.Context(command, info_name=name))
    for each, below in sorted(getattr(command, "commands", {}).items()):
        yield from of_commands(below, f"{name} {each}")


LAW = [*PACKS.values(), *UNREAD_LOCAL.values()]
HELP = dict(of_commands(typer.main.get_command(app)))


@pytest.mark.parametrize("pack", LAW, ids=[pack.id for pack in LAW])
def test_no_pack_of_law_says_a_word_we_do_not_use(pack):
    found = [(each.met(text), each.use, text) for text in of_pack(pack) for each in banned() if each.met(text)]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("place", sorted(PACKS))
def test_no_page_of_rules_says_a_word_we_do_not_use(place):
    texts = of_page(place_page(place, None))
    found = [(each.met(text), each.use, text) for text in texts for each in banned() if each.met(text)]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("name", HELP)
def test_no_help_at_the_shell_says_a_word_we_do_not_use(name):
    text = " ".join(HELP[name].split())
    found = [(each.met(text), each.use) for each in banned() if each.met(text)]
    assert not found, f"{name} --help: {found}"


@pytest.mark.parametrize(
    "words",
    ["The second door.", "Let the person out now.", "A signed head went out.", "Noted: it is public.", "An offence."],
)
def test_the_list_finds_what_it_is_for(words):
    assert any(each.met(words) for each in banned())


def test_the_walk_reads_texts_and_shown_attributes_and_no_code():
    page = '<p title="second door">{{ a.door }}{% if vouch %}Who{% endif %}<code>vouch</code><b>is meant?</b></p>{{ x|default:"not ours" }}'
    assert list(of_template(page)) == ["not ours", "second door", "Who", "is meant?"]
    assert list(of_code('"""a door"""\nx = f"The {y} door."\n')) == ["The … door."]


def test_days_are_written_by_the_one_place():
    own = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "src/habeas/desk/templates").rglob("*.html")
        if re.search(r"\|date:\"|\|date:'(?!Y-m-d)|\|time:", path.read_text(encoding="utf-8"))
    ]
    assert not own, f"write days with |day, moments with |local, stored sentences with |dated: {own}"
