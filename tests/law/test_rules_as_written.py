"""A rule is read whole where it stands: nothing makes one, nothing private hides in one, its source stands in the data beside it."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import habeas.law.packs
from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.sources import read_source, read_sources, sources_in
from habeas.law.model.vocabulary import Sureness
from habeas.law.packs import PACKS, UNREAD_LOCAL, as_hashed, pack_in, place_in

HERE = Path(habeas.law.packs.__file__).parent
FOLDERS = sorted({path.parent for path in HERE.rglob("rules.py")})
MODULES = sorted(path for path in HERE.rglob("*.py") if path.parent != HERE)
RULES = {"Provision", "DutyRule", "Periodic", "Note", "Duty", "Pack"}
MAKERS = (
    ast.For,
    ast.While,
    ast.comprehension,
    ast.JoinedStr,
    ast.FunctionDef,
    ast.Lambda,
    ast.IfExp,
    ast.AsyncFunctionDef,
    ast.ClassDef,
)
OUR_OWN = {"FLOOR_IDS": "names rules that are written already, and makes none"}


def name_of(path):
    return str(path.relative_to(HERE))


def hidden_in(text: str) -> list[str]:
    """What in a module of rules makes a rule, or hides a part of one, with its line."""
    tree = ast.parse(text)
    found = []
    for statement in tree.body:
        targets = [each.id for each in getattr(statement, "targets", []) if isinstance(each, ast.Name)]
        if set(targets) & set(OUR_OWN):
            continue
        for node in ast.walk(statement):
            if isinstance(node, MAKERS):
                found.append(f"{type(node).__name__}:{getattr(node, 'lineno', statement.lineno)}")
            if isinstance(node, ast.Name) and node.id.startswith("_") and node.id != "__name__":
                found.append(f"{node.id}:{node.lineno}")
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_loop_no_helper_and_no_private_name_makes_a_rule(path):
    assert not hidden_in(path.read_text(encoding="utf-8")), "write each rule out whole"


@pytest.mark.parametrize("text", [
    "RULES = tuple(Provision(id=name) for name in NAMES)",
    "RULES = (Provision(id=f'us-tx.{name}'),)",
    "RULES = (Provision(sentence=_SAME),)",
    "def made(name): return Provision(id=name)",
    "RULES = (*map(lambda name: Provision(id=name), NAMES),)",
    "for name in NAMES: RULES.append(Provision(id=name))",
])  # fmt: skip
def test_a_rule_that_is_made_would_be_found(text):
    assert hidden_in(text)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_rule_names_its_id_its_sentence_its_dates_and_its_source_in_place(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            not isinstance(node, ast.Call)
            or not isinstance(node.func, ast.Name)
            or node.func.id not in RULES - {"Duty", "Pack"}
        ):
            continue
        parts = {each.arg: each.value for each in node.keywords}
        assert isinstance(parts["sentence"], ast.Constant), f"line {node.lineno}: write the sentence out"
        assert ast.unparse(parts["source"]).startswith("SOURCES['"), f"line {node.lineno}: name the source by its key"
        if node.func.id != "Note":
            assert isinstance(parts["id"], ast.Constant), f"line {node.lineno}: write the id out"
            assert ast.unparse(parts["effective"]).startswith("since('"), f"line {node.lineno}: write the dates out"


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_a_folder_of_rules_has_its_sources_its_cases_and_says_what_was_read(folder):
    inside = {path.name for path in folder.iterdir()}
    assert {"__init__.py", "rules.py", "sources.toml", "README.md"} <= inside
    pack = pack_in("habeas.law.packs." + ".".join(folder.relative_to(HERE).parts))
    assert ("cases.txt" in inside) == bool(pack.rules), "a pack with rules has cases, and one without has none"


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_every_source_of_a_folder_carries_a_rule_or_a_note(folder):
    name = "habeas.law.packs." + ".".join(folder.relative_to(HERE).parts)
    used = Counter(each.source for pack in [pack_in(name)] for each in (*pack.rules, *pack.notes, *pack.periodic))
    idle = [key for key, source in sources_in(name).items() if source not in used]
    assert not idle


def test_each_source_says_on_which_day_it_was_read_or_is_one_that_nobody_read():
    sources = [
        source
        for folder in FOLDERS
        for source in tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8")).values()
    ]
    undated = [each["citation"] for each in sources if ("read_on" in each) != (each["sureness"] != Sureness.UNVERIFIED)]
    assert not undated


def test_every_folder_is_found_and_called_as_its_place():
    assert len(PACKS) + len(UNREAD_LOCAL) == len(FOLDERS)
    assert all(pack.id == place for place, pack in PACKS.items())
    assert place_in("habeas.law.packs.us.ca.los_angeles") == "us-ca-los-angeles"
    assert place_in("habeas.law.packs.us.or_") == "us-or"


ENTRY = {"citation": "A", "address": "https://example.org", "sureness": "secondary", "settle": "Read it."}


@pytest.mark.parametrize(("spoil", "says"), [
    ({"cite": "A"}, "wrong keys"),
    ({"citation": None}, "wrong kind"),
    ({"read_on": "yesterday"}, "wrong kind"),
    ({"sureness": "likely"}, "likely"),
])  # fmt: skip
def test_a_source_written_wrongly_refuses_the_pack(spoil, says):
    with pytest.raises(WrongRuleError, match=says):
        read_source(ENTRY | spoil, "us/tx: a source")


def test_a_source_that_lacks_its_citation_refuses_the_pack():
    with pytest.raises(WrongRuleError, match="citation"):
        read_source({key: value for key, value in ENTRY.items() if key != "citation"}, "us/tx: a source")


@pytest.mark.parametrize(("text", "says"), [
    ("[a\ncitation = 1", r"us\.tx: sources\.toml is no TOML"),
    ('a = "a citation"', r"us\.tx: a is no source"),
])  # fmt: skip
def test_a_file_that_holds_no_sources_refuses_the_pack(text, says):
    with pytest.raises(WrongRuleError, match=says):
        read_sources(text, "us.tx")


def test_a_folder_without_its_sources_is_refused():
    with pytest.raises(WrongRuleError, match=r"no sources\.toml stands beside"):
        sources_in.__wrapped__("habeas.law.packs")


def test_a_source_that_the_file_does_not_have_is_an_error_that_names_the_folder():
    with pytest.raises(WrongRuleError, match=r"us\.tx: sources\.toml has no source called ccp-9"):
        sources_in("habeas.law.packs.us.tx")["ccp-9"]


def test_the_day_of_reading_moves_no_hash_and_makes_no_other_source():
    assert read_source(ENTRY, "a") == read_source(ENTRY | {"read_by": "somebody"}, "a")


HEADINGS = {
    "verified": "## Read in its own words",
    "secondary": "## Known from elsewhere, with what would settle it",
    "unverified": "## Not read, with what would settle it",
}


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_the_readme_names_each_source_under_what_was_read_of_it(folder):
    parts = re.split(r"^(?=## )", (folder / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    said = {part.splitlines()[0]: " ".join(part.split()) for part in parts}
    sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8")).values()
    wrong = [
        source["citation"]
        for source in sources
        if f"- {source['citation']}" not in said.get(HEADINGS[source["sureness"]], "")
        or source.get("settle", "") not in said[HEADINGS[source["sureness"]]]
    ]
    assert not wrong


def terms() -> dict[str, dict[str, str]]:
    """The terms of each folder (its path from the packs), each with what it stands for."""
    found: dict[str, dict[str, str]] = {}
    for path in (path for path in MODULES if path.name in {"terms.py", "doors.py"}):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                found.setdefault(name_of(path.parent), {})[statement.targets[0].id] = ast.unparse(statement.value)
    return {folder: {name: text for name, text in each.items() if name != "TERMS"} for folder, each in found.items()}


def above(folder: str) -> list[str]:
    parts = folder.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def test_a_term_stands_once_and_has_one_name():
    every = [(name, text) for each in terms().values() for name, text in each.items() if name != "TERMS"]
    twice = [name for name, count in Counter(name for name, _ in every).items() if count > 1]
    same = [text for text, count in Counter(text for _, text in every).items() if count > 1]
    assert not twice, "one name, one thing"
    assert not same, "one thing, one name"


@pytest.mark.parametrize("path", [path for path in MODULES if path.name not in {"terms.py", "doors.py"}], ids=name_of)
def test_a_rule_uses_the_term_and_does_not_write_it_anew(path):
    said = {text: name for folder in above(name_of(path.parent)) for name, text in terms().get(folder, {}).items()}
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    anew = {
        said[text]: node.lineno for node in nodes if isinstance(node, ast.expr) and (text := ast.unparse(node)) in said
    }
    assert not anew, f"these terms are written anew: {anew}"


def test_a_pack_is_hashed_in_its_own_order_whatever_the_order_on_the_page():
    pack = PACKS["us-ok"]
    ids = [rule.id for rule in pack.provisions]
    turned = as_hashed(pack, ids[::-1])
    assert [rule.id for rule in turned.provisions] == ids[::-1]
    assert as_hashed(turned, ids) == pack
    assert [rule.id for rule in as_hashed(pack, ids[1:]).provisions] == [*ids[1:], ids[0]]


def test_an_order_that_names_a_rule_that_is_gone_refuses_the_pack():
    with pytest.raises(WrongRuleError, match=r"us-ok: order\.txt names us-ok\.gone"):
        as_hashed(PACKS["us-ok"], ["us-ok.gone"])


def test_a_pack_that_is_called_otherwise_than_its_folder_is_refused(monkeypatch):
    from habeas.law.packs.us.ok import rules

    monkeypatch.setattr(rules, "PACK", PACKS["us-tx"])
    with pytest.raises(WrongRuleError, match="holds no PACK with the id us-ok"):
        pack_in.__wrapped__("habeas.law.packs.us.ok")
