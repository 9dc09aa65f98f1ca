"""Whoever attacks with TOML: keys of a thousand parts and documents of countless keys are refused before anything is made of them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import habeas
from habeas.common.errors import BadInputError
from habeas.common.tomlfiles import MOST_KEYS, MOST_PARTS, parse_toml

SOURCES = Path(habeas.__file__).parent
OUR_OWN = re.compile(r"(tomllib\.loads\(\(?files\(|for text in texts|written = tomllib\.loads\(text\))")
"""Files that come with the program; everything else a person may have handed in."""

CHILD = """
import resource, sys
from habeas.common.errors import BadInputError
from habeas.common.tomlfiles import parse_toml
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    parse_toml(sys.stdin.read(), name="policy.toml")
except BadInputError:
    pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def long_key(parts, piece="a"):
    return ".".join([piece] * parts) + " = 1\n"


@pytest.mark.parametrize("text", [
    long_key(20_000), long_key(20_000, '"a"'), long_key(20_000, "' '"), "[" + long_key(20_000)[:-5] + "]\n",
    "[[" + long_key(20_000)[:-5] + "]]\n",
    "x = {" + long_key(20_000)[:-1] + "}\n", " . ".join(["a"] * 20_000) + " = 1\n", 'q = "quiet"\n# note\n' + long_key(20_000),
    "\n".join(f"k{number} = 1" for number in range(MOST_KEYS + 1)),
], ids=range(9))  # fmt: skip
def test_a_key_of_many_parts_takes_no_memory_and_is_refused(text):
    with pytest.raises(BadInputError, match=r"nested too deep|more than"):
        parse_toml(text, name="policy.toml")
    run = subprocess.run(
        [sys.executable, "-c", CHILD], input=text, capture_output=True, text=True, timeout=60, check=True
    )
    assert int(run.stdout) < 100, "megabytes"


@pytest.mark.parametrize("text", [
    long_key(MOST_PARTS), f'x = "{"a." * 500}"\n', f"x = '{'a.' * 500}'\n", f'x = """{"a." * 500}\n"""\n', f"# {'a.' * 500}\n",
    "x = [" + ", ".join(["1.5"] * 500) + "]\n", "\n".join(f"k{number}.b = 1.5" for number in range(500)),
])  # fmt: skip
def test_what_only_looks_like_a_long_key_is_read(text):
    parse_toml(text, name="policy.toml")


def test_every_other_reader_of_toml_reads_what_comes_with_the_program():
    strange = [
        f"{path.relative_to(SOURCES)}: {line.strip()}"
        for path in SOURCES.rglob("*.py") if path.name != "tomlfiles.py"
        for line in path.read_text().splitlines()
        if re.search(r"tomllib\.loads?\(|toml\.decode\(", line) and not OUR_OWN.search(line) and "files(" not in line
    ]  # fmt: skip
    assert strange == []
