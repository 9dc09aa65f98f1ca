"""Rosters as text: what was cut, mixed, packed, doubled, written over or made to be large."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.case import BAD, COLUMNS, GOOD, PERSON, Hostile, roster, shuffled, some_people, text_of, who


def tables(draw: random.Random) -> Iterator[Hostile]:
    """Every kind of text roster, some variants each."""
    for kind in (_broken, _encodings, _headers, _titles, _rows, _names, _values, _packed, _markup):
        yield from kind(draw)


def _broken(draw: random.Random) -> Iterator[Hostile]:
    for number in range(3):
        rows = some_people(draw)
        lines = text_of(rows).splitlines(keepends=True)
        at = draw.randrange(1, len(lines))
        lines[at] = lines[at].replace(",", ',"', 1)
        yield roster(f"open-quote/{number}", "".join(lines) + "x,y\n" * draw.choice([0, 10, 1_000_000]), BAD)
    for wide in (1_001, draw.randint(2_000, 9_000), 2_000_000):
        yield roster(
            f"wide/{wide}",
            text_of(some_people(draw)).replace("\n", "," + ",".join(f"c{n}" for n in range(wide)) + "\n", 1),
            BAD,
        )
    for number in range(3):
        rows = some_people(draw)
        gone = draw.randrange(len(rows))
        bad = [dict(row) for row in rows]
        column = draw.choice(COLUMNS[:5])
        bad[gone][column] = bad[gone][column][:2] + "\x00" + bad[gone][column][2:]
        yield roster(
            f"nul/{number}", text_of(bad, columns=shuffled(draw)), PERSON, people=who(rows[:gone] + rows[gone + 1 :])
        )
    for number in range(3):
        rows = some_people(draw)
        text = text_of(rows).rstrip("\n")
        cut = len(text) - len(text.splitlines()[-1]) + draw.randint(5, 20)
        yield roster(f"cut/{number}", text[:cut], PERSON, people=who(rows[:-1]))
    rows = some_people(draw)
    yield roster(
        "empty-lines/million",
        text_of(rows[:1]) + "\n" * 1_000_000 + text_of(rows[1:]).split("\n", 1)[1],
        GOOD,
        people=who(rows),
    )
    yield roster(
        "empty-lines/blank-cells", text_of(rows) + ("," * (len(COLUMNS) - 1) + "\n") * 5_000, GOOD, people=who(rows)
    )
    for name, data in (
        ("none", ""),
        ("mark", "\ufeff"),
        ("blank", " \n\t\n \n"),
        ("nuls", "\x00" * 5000),
        ("one-line", "x" * 300_000),
    ):
        yield roster(f"nothing/{name}", data, BAD)
    yield roster("nothing/header", ",".join(COLUMNS) + "\n", BAD, says="nobody")
    yield roster("nothing/long-line", ",".join(COLUMNS) + "\n" + "A" * 30_000_000, BAD)


def _encodings(draw: random.Random) -> Iterator[Hostile]:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"):
        rows = some_people(draw)
        yield roster(
            f"encoding/{encoding}", text_of(rows, columns=shuffled(draw)).encode(encoding), GOOD, people=who(rows)
        )
    rows = some_people(draw)
    yield roster("encoding/cp1252", text_of(rows).encode("cp1252"), GOOD, people=who(rows))
    mixed = b"".join(line.encode(draw.choice(["utf-8", "cp1252"])) for line in text_of(rows).splitlines(keepends=True))
    yield roster("encoding/mixed", mixed, GOOD, people=who(rows))
    for encoding in ("utf-32", "cp037"):
        wide = some_people(draw)
        wide[0]["family_name"] = "ÅKERBLOM"
        yield roster(f"encoding/{encoding}", text_of(wide).encode(encoding), frozenset({1, 2}))
    broken = text_of(rows).encode("utf-16-le")[:-1] + b"\xd8"
    yield roster("encoding/utf-16-odd", b"\xff\xfe" + broken, BAD)
    half = text_of(rows).encode("utf-16-le").replace("X".encode("utf-16-le"), b"\x00\xd8")
    yield roster("encoding/utf-16-half-a-pair", b"\xff\xfe" + half + b"\x00\xd8", BAD)
    for line in ("\r", "\r\n", "\n\r"):
        yield roster(f"lines/{line.encode().hex()}", text_of(rows, line=line), GOOD, people=who(rows))
    marked = text_of(rows).replace("\n", "\n\ufeff", 2)
    yield roster("mark/in-the-middle", marked, GOOD, people=who(rows))
    overlong = text_of(rows).encode().replace(rows[0]["family_name"].encode(), b"\xc0\xaf\xe0\x80\xaf")
    yield roster("encoding/overlong", overlong, GOOD, says="not UTF-8")


def _headers(draw: random.Random) -> Iterator[Hostile]:
    def spelled(how: str, name: str) -> str:
        return {
            "upper": name.upper(), "title": name.title(), "blank": name.replace("_", " ").title(), "padded": f"  {name} ",
            "camel": name.title().replace("_", ""), "dash": name.upper().replace("_", "-"), "wide": f"\xa0{name}\u200b",
        }[how]  # fmt: skip

    for how in ("upper", "title", "blank", "padded", "camel", "dash", "wide"):
        rows = some_people(draw)
        names = shuffled(draw)
        text = text_of(rows, columns=names).split("\n", 1)
        yield roster(
            f"header/{how}", ",".join(spelled(how, name) for name in names) + "\n" + text[1], GOOD, people=who(rows)
        )
    rows = some_people(draw)
    body = text_of(rows)
    yield roster("header/twice", body.replace("statute", "booking_id", 1), BAD)
    yield roster("header/twice-in-capitals", body.replace("statute", "BOOKING_ID", 1), BAD)
    yield roster("header/repeated", text_of(rows[:2]) + text_of(rows[2:]), GOOD, people=who(rows))
    upper = text_of(rows).split("\n", 1)[0].upper() + "\n"
    yield roster(
        "header/repeated-in-capitals",
        text_of(rows[:2]) + upper + text_of(rows[2:]).split("\n", 1)[1],
        GOOD,
        people=who(rows),
    )
    yield roster("header/none", body.split("\n", 1)[1], BAD)
    yield roster("header/strangers", body.replace("booking_id", "bknum", 1), BAD, says="booking_id")
    yield roster("header/semicolons-in-commas", text_of(rows, delimiter=";"), GOOD, people=who(rows))
    yield roster("header/bars", text_of(rows, delimiter="|"), GOOD, people=who(rows))
    yield roster("header/tabs", text_of(rows, delimiter="\t"), GOOD, people=who(rows))


def _titles(draw: random.Random) -> Iterator[Hostile]:
    above = {
        "one": "Alder County Sheriff - Jail Roster\n",
        "comma": "Alder County, Custody, Records Unit, Printed 07/17/2025\n",
        "three": 'JAIL ROSTER\n"Run: July 17, 2025 08:00"\n\n',
        "padded": "JAIL ROSTER,,,,,,,,\nPrinted by,CLERK 7,,,,,,,\n",
        "sep": "sep=,\n",
        "numbers": "Report 17,Page 1 of 3\nTotal,9\n",
        "people": "Prepared for,SMITH,JOHN,1980-01-01\n",
    }
    for name, title in above.items():
        rows = some_people(draw)
        yield roster(f"title/{name}", title + text_of(rows, columns=shuffled(draw)), GOOD, people=who(rows))
    rows = some_people(draw)
    yield roster(
        "title/semicolons", "Alder County, Jail, Roster, All\n" + text_of(rows, delimiter=";"), GOOD, people=who(rows)
    )
    yield roster("title/utf16", ("JAIL ROSTER\n\n" + text_of(rows)).encode("utf-16"), GOOD, people=who(rows))
    yield roster(
        "title/capitals",
        "JAIL ROSTER\n" + text_of(rows).replace(",".join(rows[0]), ",".join(rows[0]).upper()),
        GOOD,
        people=who(rows),
    )
    yield roster("title/below", text_of(rows) + "End of report\nTotal: 5\n", GOOD, people=who(rows))
    yield roster("title/many", "note\n" * 200 + text_of(rows), frozenset({0, 1, 2}), people=who(rows))


def _rows(draw: random.Random) -> Iterator[Hostile]:
    for number in range(3):
        rows = some_people(draw, 6)
        other = draw.choice([";", "\t", "|"])
        text = text_of(rows[:4]) + text_of(rows[4:], delimiter=other).split("\n", 1)[1]
        yield roster(f"delimiter-switch/{number}", text, PERSON, people=who(rows[:4]))
    rows = some_people(draw, 4)
    rows[2] = rows[1] | {"family_name": "ANOTHER", "date_of_birth": "1970-01-31"}
    yield roster("same-booking-another-person", text_of(rows), PERSON)
    rows = some_people(draw, 4)
    rows[2] = rows[1] | {"person_id": "P9", "booking_id": "BK-9"}
    yield roster("same-name-and-birth", text_of(rows), GOOD, people=who(rows))
    extra = text_of(some_people(draw, 3)).splitlines()
    extra[2] += ",surplus,cells"
    yield roster("surplus-cells", "\n".join(extra), PERSON)


def _names(draw: random.Random) -> Iterator[Hostile]:
    live = [
        '=HYPERLINK("http://x.example","a")',
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "=cmd|'/C calc'!A0",
        "\uff1d1+1",
        "'=1",
        "a\n=1+1",
    ]
    for number, name in enumerate(live):
        rows = some_people(draw, 3)
        rows[1]["family_name"] = name
        yield roster(f"formula-name/{number}", text_of(rows), GOOD)
    steer = ["DO\u202eE", "J\u200bANE", "D\u0430VIS", "\x1b[31mRED", "A\x07B", "A\x9bB", "A" * 200, "A", "\u0130STANBUL", "<b>X</b>", "{{7*7}}", "'; DROP TABLE x;--", "A\u2028B", "\U000e0041X"]  # fmt: skip
    for number, name in enumerate(steer):
        rows = some_people(draw, 3)
        rows[1]["family_name"] = name
        yield roster(f"steering-name/{number}", text_of(rows), GOOD, never=("\u202e", "\x1b", "\x07", "\x9b"))
    for form in ("NFC", "NFD"):
        rows = some_people(draw, 4)
        rows[1]["given_name"] = "JOSÉ ÁNGEL"
        yield roster(f"normal-form/{form}", unicodedata.normalize(form, text_of(rows)), GOOD, people=who(rows))
    for length, exits in ((2_000, GOOD), (33_000, GOOD), (100_500, BAD)):
        rows = some_people(draw, 2)
        rows[0]["statute"] = "9" * length
        yield roster(f"long-cell/{length}", text_of(rows), exits)


def _values(draw: random.Random) -> Iterator[Hostile]:
    for number, shown in enumerate(["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "########", "#ref!"]):
        for column in draw.sample(
            ["booking_id", "family_name", "given_name", "date_of_birth", "released_at", "person_id"], 2
        ):
            rows = [row | {"released_at": ""} for row in some_people(draw, 4)]
            right = who(rows)
            rows[1][column] = shown
            yield roster(
                f"error-cell/{number}-{column}",
                text_of(rows),
                PERSON,
                check=lambda folder: _holds(folder, "#"),
                people=right if column == "booking_id" else None,
            )
    for number, value in enumerate(["1E5", "1.23E+11", "2e10", "1.0E+05"]):
        rows = some_people(draw, 3)
        rows[1]["booking_id"] = value
        yield roster(f"excel-number/{number}", text_of(rows), PERSON, people=who(rows[:1] + rows[2:]))
    rows = some_people(draw, 3)
    rows[1]["booking_id"] = "000123"
    yield roster(
        "leading-zeros",
        text_of(rows),
        GOOD,
        people=who(rows),
        check=lambda folder: "" if '"000123"' in (folder / "out.jsonl").read_text() else "the zeros are gone",
    )
    for number, value in enumerate(
        [
            "02/03/04",
            "1980-02-31",
            "0001-01-01",
            "9999-12-31",
            "2026-11-31",
            "1980-13-01",
            "31/31/1980",
            "1e400",
            "２０００-01-01",
            "-1",
            "9" * 5000,
        ]
    ):
        rows = some_people(draw, 3)
        rows[1]["date_of_birth"] = value
        yield roster(f"birth/{number}", text_of(rows), PERSON, people=None)
    for number, value in enumerate(
        [
            "2026-03-08T02:30",
            "2025-11-02T01:30",
            "24:00",
            "2025-07-01T25:00",
            "2025-07-01T10:00:60",
            "2025-07-01T10:00+99:00",
        ]
    ):
        rows = [row | {"released_at": ""} for row in some_people(draw, 3)]
        rows[1]["released_at"] = value
        yield roster(
            f"release-time/{number}", text_of(rows), GOOD, people=who(rows), more=("--jurisdiction", "us-ca-kern")
        )


def _holds(folder: Path, mark: str) -> str:
    path = folder / "out.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    values = [
        value for line in lines for key, value in json.loads(line).items() if not key.endswith(("_raw", "_on_record"))
    ]
    return (
        f"{mark} was read as a value" if any(isinstance(each, str) and each.startswith(mark) for each in values) else ""
    )


def _packed(draw: random.Random) -> Iterator[Hostile]:
    data = text_of(some_people(draw)).encode()
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as pack:
        info = tarfile.TarInfo("roster.csv")
        info.size = len(data)
        pack.addfile(info, io.BytesIO(data))
    kinds = {
        "gzip": gzip.compress(data, mtime=0), "bzip2": bz2.compress(data), "xz": lzma.compress(data), "tar": held.getvalue(), "7z": b"7z\xbc\xaf\x27\x1c" + b"\x00" * 90,
        "gzip-bomb": gzip.compress(b"\n" * 50_000_000, mtime=0), "rar": b"Rar!\x1a\x07\x01\x00" + bytes(range(256)), "zstd": b"(\xb5/\xfd" + bytes(range(256)),
        "sqlite": b"SQLite format 3\x00" + b"\x00" * 4096, "parquet": b"PAR1" + bytes(range(256)) * 8 + b"PAR1", "mdb": b"\x00\x01\x00\x00Standard Jet DB\x00" + b"\x00" * 900,
        "elf": b"\x7fELF" + b"\x02\x01\x01" + b"\x00" * 400, "pdf": b"%PDF-1.7\n" + data, "png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "random": draw.randbytes(20_000),
        "rtf": b"{\\rtf1\\ansi " + data + b"}", "mail": b"From: a@b.example\nSubject: roster\nContent-Type: text/plain\n\nsee below\n", "script": b"#!/bin/sh\nrm -rf /\n",
    }  # fmt: skip
    for name, content in kinds.items():
        yield roster(f"another-kind/{name}", content, BAD)


def _markup(draw: random.Random) -> Iterator[Hostile]:
    rows = text_of(some_people(draw))
    laughs = (
        '<!DOCTYPE r [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{n} "&a{n - 1 if n > 1 else ""};&a{n - 1 if n > 1 else ""};">' for n in range(1, 30))
        + "]><r>&a29;</r>"
    )
    kinds = {
        "laughs": laughs, "xxe": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', "dtd": f'<!DOCTYPE r SYSTEM "http://x.example/r.dtd">\n{rows}',
        "entity": f"<!ENTITY x 'y'>\n{rows}", "prolog": f'<?xml version="1.0"?>\n<r>{rows}</r>', "root": f"<roster>\n{rows}</roster>", "comment": f"<!-- a, b -->\n<r>{rows}</r>",
        "html": f"<html><body><table>{rows}</table>", "html-comment": f"<!-- x --><html>{rows}</html>", "doctype-html": f"<!DOCTYPE html>{rows}", "table": f"<table>{rows}</table>",
        "spaced": f"   \n\t <ns:roster xmlns:ns='u'>\n{rows}</ns:roster>", "php": f"<?php echo 1; ?>\n{rows}", "svg": f"<svg xmlns='x'>{rows}</svg>",
    }  # fmt: skip
    for name, content in kinds.items():
        yield roster(f"markup-as-table/{name}", content, BAD)
    yield roster("markup-as-table/utf16", ("\ufeff" + kinds["xxe"] + "\n" + rows).encode("utf-16-le"), BAD)
    yield roster("markup-as-table/mark", "\ufeff" + kinds["dtd"], BAD)
