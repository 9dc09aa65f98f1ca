"""The house's own rules, held by machine: sizes, words, clocks, paths. Each failure says what to do."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted(
    path for path in (ROOT / "src").rglob("*.py") if path.parent.name != "migrations"
)  # Django writes those
LONGEST_FUNCTION, LONGEST_FILE, P90 = 60, 500, 30
CLOCKS = re.compile(r"\b(date\.today|datetime\.now|utcnow|time\.time|timezone\.now)\(")
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[Path, FunctionNode]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, FunctionNode):
                yield path, node


def length(node: FunctionNode) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_sixty_lines():
    long = [
        f"{path.name}:{node.name} has {length(node)} lines"
        for path, node in functions()
        if length(node) > LONGEST_FUNCTION
    ]
    assert not long, f"split these into functions that each do one thing: {long}"


def test_nine_functions_in_ten_are_under_thirty_lines():
    lengths = sorted(length(node) for _, node in functions())
    assert lengths[int(len(lengths) * 0.9)] < P90, "functions are growing: split the longest"


def test_no_file_is_longer_than_five_hundred_lines():
    long = [
        f"{path.name}: {count}"
        for path in SOURCES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]
    assert not long, f"each of these asks to be two files: {long}"


def test_every_public_name_is_typed_and_documented():
    missing = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        public = [
            each
            for each in ast.walk(tree)
            if isinstance(each, FunctionNode | ast.ClassDef) and not each.name.startswith("_") and each.name != "Meta"
        ]
        nested = {
            inner
            for each in ast.walk(tree)
            if isinstance(each, FunctionNode)
            for inner in ast.walk(each)
            if inner is not each
        }
        hidden = {
            inner
            for each in ast.walk(tree)
            if isinstance(each, ast.ClassDef) and each.name.startswith("_")
            for inner in ast.walk(each)
        }
        for each in public:
            if each in nested or each in hidden:
                continue
            if not ast.get_docstring(each):
                missing.append(f"{path.name}:{each.name} has no docstring")
            if isinstance(each, FunctionNode) and each.returns is None:
                missing.append(f"{path.name}:{each.name} has no return type")
    assert not missing, missing


def test_no_code_reads_the_clock_but_the_shells_edge():
    found = [
        f"{path.name}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if CLOCKS.search(line) and "clock:" not in line
    ]
    assert not found, f"hand the time in as an argument: {found}"


def test_no_path_of_a_machine_stands_in_the_project():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    pattern = re.compile(r"(^|[^A-Za-z0-9.])/(work|farm|root|home)/")
    texts = [
        ROOT / name
        for name in listed
        if not name.endswith((".lock", ".png", ".pdf", ".woff2")) and (ROOT / name).is_file()
    ]
    found = [
        str(path.relative_to(ROOT))
        for path in texts
        if path.name != "test_house.py" and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert not found, f"take the machine's path out of: {found}"


def test_nothing_below_the_shell_prints():
    found = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES
        if path.name != "one.py"  # a measurement run as a program of its own
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not found, f"return the text; the shell prints it: {found}"


SEEN_BY_PEOPLE = ("views", "forms", "api", "templatetags")
QUERIES = frozenset(
    {
        "objects", "select_related", "prefetch_related", "defer", "order_by", "values_list", "annotate", "exclude", "distinct",
        "bulk_create", "get_or_create", "update_or_create", "refresh_from_db", "save", "delete", "exists",
    }
)  # fmt: skip
"""What reads or writes the database, by the name of the attribute. A service also gives pages the types they name: a type asks nothing."""


def test_what_people_and_programs_see_asks_a_service_and_never_the_database():
    rooms = [path for path in SOURCES if path.parent.parent.name == "desk" and path.parent.name in SEEN_BY_PEOPLE]
    assert {path.parent.name for path in rooms} == set(SEEN_BY_PEOPLE)
    found = [
        f"{path.parent.name}/{path.name}:{node.lineno} .{node.attr}"
        for path in rooms
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in QUERIES
    ]
    assert not found, f"move the query into a service of the same subject: {found}"


def test_the_rooms_keep_their_one_way_order():
    run = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout
