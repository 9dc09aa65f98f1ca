"""What is no roster and no paper: devices and pipes, places to write, queries, tables of people, exports of the record, backups."""

import io
import json
import os
import random
import socket
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl

from habeas.audit.export import Export, export_log
from habeas.audit.notes import SigningKey
from tests.audit.helpers import NOON, lines, some_log
from tests.hostile.case import ANY, BAD, GOOD, PERSON, Hostile, some_people, text_of

READS: dict[str, tuple[str, ...]] = {
    "check": ("roster", "check", "@in"), "convert": ("roster", "convert", "@in", "--out", "@out"), "profile": ("roster", "profile", "@in"), "profile-file": ("roster", "check", "@r.csv", "--profile", "@in"), "decide": ("decide", "@in"), "release": ("release", "@in"), "clock": ("clock", "@in"), "read": ("read", "@in"),
    "answer-roster": ("answer", "--request", "@q.json", "--roster", "@in", "--jurisdiction", "us-ca", "--as-of", "2025-07-17", "--out", "@out"), "answer-request": ("answer", "--request", "@in", "--roster", "@r.csv", "--jurisdiction", "us-ca", "--as-of", "2025-07-17", "--out", "@out"),
    "answer-facts": ("answer", "--request", "@q.json", "--roster", "@r.csv", "--jurisdiction", "us-ca", "--as-of", "2025-07-17", "--out", "@out", "--facts", "@in"), "answer-register": ("answer", "--request", "@q.json", "--roster", "@r.csv", "--jurisdiction", "us-ca", "--as-of", "2025-07-17", "--out", "@out", "--register", "@in"),
    "match-roster": ("match", "--roster", "@in", "--queries", "@r.csv", "--out", "@out"), "match-queries": ("match", "--roster", "@r.csv", "--queries", "@in", "--out", "@out"), "match-never": ("match", "--roster", "@r.csv", "--queries", "@n.csv", "--never", "@in", "--out", "@out"),
    "policy": ("law", "policy", "@in"), "reviews": ("decide", "@q.json", "--reviews", "@in"), "batch": ("law", "batch", "us-ca", "--roster", "@in", "--out", "@out", "--as-of", "2025-07-17"), "impact": ("law", "impact", "us-ca", "--roster", "@in", "--from", "2024-01-01", "--to", "2025-01-01"),
    "verify": ("audit", "verify", "@in"), "verify-keys": ("audit", "verify", "@log", "--keys", "@in"), "export": ("audit", "export", "@in", "--out", "@out"), "replay": ("audit", "replay", "@in", "--beside", "@in"), "checkpoint-key": ("audit", "checkpoint", "@log", "--key", "@in", "--checkpoints", "@new"), "restore": ("restore", "@in", "--data", "@out"),
}  # fmt: skip
WRITES: dict[str, tuple[str, ...]] = {
    "convert": ("roster", "convert", "@r.csv", "--out"), "match": ("match", "--roster", "@r.csv", "--queries", "@n.csv", "--out"), "answer": (*READS["answer-request"][:2], "@q.json", *READS["answer-request"][3:-1]), "show": ("law", "show", "us-ca", "--out"),
    "impact": (*READS["impact"][:3], "--roster", "@r.csv", *READS["impact"][5:], "--out"), "batch": ("law", "batch", "us-ca", "--roster", "@r.csv", "--as-of", "2025-07-17", "--out"), "review": ("law", "review", "us-ca", "--by", "A", "--on", "2025-01-01", "--out"), "key": ("audit", "key", "jail.example/log", "--out"),
    "export": ("audit", "export", "@log", "--out"), "demo": ("demo", "--people", "50", "--no-serve", "--out"),
}  # fmt: skip
KEY = SigningKey("jail.example/log", bytes(range(32)))


def _with_files(draw: random.Random) -> dict[str, bytes]:
    from habeas.demo.papers import list_request

    people = some_people(draw, 3)
    queries = [
        {"query_id": f"q{n}", "family_name": row["family_name"], "date_of_birth": row["date_of_birth"]}
        for n, row in enumerate(people)
    ]
    return {
        "r.csv": text_of(people).encode(),
        "q.json": json.dumps(list_request("us-ca")).encode(),
        "n.csv": text_of(queries).encode(),
        "log": lines(some_log(9)),
    }


def records(draw: random.Random) -> Iterator[Hostile]:
    """Every kind."""
    yield from _devices(draw)
    yield from _writes(draw)
    yield from _queries(draw)
    yield from _parquet(draw)
    yield from _audit(draw)
    yield from _backups(draw)


def _link(to: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "in").symlink_to(to)


def _socket(folder: Path) -> None:
    held = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(folder)  # a socket's path may have a hundred letters
    held.bind("in")
    os.chdir(here)
    held.close()


def _devices(draw: random.Random) -> Iterator[Hostile]:
    kinds: dict[str, Callable[[Path], None]] = {
        "zero": _link("/dev/zero"), "random": _link("/dev/urandom"), "null": _link("/dev/null"), "pipe": lambda folder: os.mkfifo(folder / "in"), "folder": lambda folder: (folder / "in").mkdir(), "nowhere": _link("nowhere"), "loop": _link("in"),
        "none": lambda folder: None, "socket": _socket, "memory": _link("/proc/self/mem"), "empty": lambda folder: (folder / "in").write_bytes(b""), "kernel": _link("/proc/kmsg"), "terminal": _link("/dev/ptmx"),
    }  # fmt: skip
    certain = {"zero", "pipe", "nowhere"}
    for name, make in kinds.items():
        for command in list(READS) if name in certain else draw.sample(list(READS), 3):
            if (name, command) in {
                ("folder", "verify"),
                ("folder", "export"),
                ("empty", "verify"),
                ("empty", "verify-keys"),
                ("empty", "export"),
                ("empty", "replay"),
                ("empty", "answer-facts"),
            }:
                continue
            exits = frozenset({1, 2}) if name == "empty" else BAD
            if name == "kernel" and command in {"replay", "verify-keys"}:
                exits |= {0}  # a kernel that has said nothing reads as an empty file
            yield Hostile(f"device-{name}/{command}", READS[command], _with_files(draw), exits, make=make)


def _writes(draw: random.Random) -> Iterator[Hostile]:
    def there(name: str, folder: bool = False) -> Callable[[Path], None]:
        return lambda at: (at / name).mkdir() if folder else (at / name).write_bytes(b"kept") and None

    def kept(at: Path) -> str:
        return "" if (at / "old").read_bytes() == b"kept" else "what was there is gone"

    places: dict[str, tuple[str, Callable[[Path], None] | None]] = {
        "under-a-file": ("@r.csv/x", None), "deep-under-a-file": ("@r.csv/x/y", None), "long": ("@" + "n" * 300, None), "long-path": ("@" + "/n" * 3000, None), "proc": ("/proc/self/x", None), "device": ("/dev/full", None), "null": ("/dev/null", None), "under-a-device": ("/dev/null/x", None), "loop": ("@in/x", _link("in")),
        "full-folder": ("@old", lambda at: (at / "old").mkdir() or ((at / "old" / "f").write_bytes(b"x") and None)), "pipe": ("@old", lambda at: os.mkfifo(at / "old")), "dot": ("@.", None), "root": ("/", None),
    }  # fmt: skip
    for command, argv in WRITES.items():
        for name, (place, make) in places.items():
            if command == "demo" and name == "null":
                continue
            yield Hostile(f"out-{name}/{command}", (*argv, place), _with_files(draw), BAD, make=make)
        if command not in {"show", "impact", "batch"}:
            yield Hostile(
                f"out-exists/{command}", (*argv, "@old"), _with_files(draw), BAD, make=there("old"), check=kept
            )
        if command != "review":
            # a table of nobody has fewer bytes than the disk takes: it is written whole
            exits = frozenset({0}) if command == "impact" else BAD
            yield Hostile(f"out-disk-full/{command}", (*argv, "@new"), _with_files(draw), exits, quota=100)


def _queries(draw: random.Random) -> Iterator[Hostile]:
    people = some_people(draw, 4)
    rows = [
        {
            "query_id": f"q{n}",
            "family_name": row["family_name"],
            "given_name": row["given_name"],
            "date_of_birth": row["date_of_birth"],
        }
        for n, row in enumerate(people)
    ]
    good = text_of(rows)
    kinds: dict[str, tuple[bytes | str, frozenset[int]]] = {
        "good": (good, GOOD), "capitals": (good.replace("query_id,family_name", "QUERY_ID,Family_Name"), GOOD), "blanks": (good.replace("query_id,family_name", "Query ID,Family Name"), GOOD), "semicolons": (text_of(rows, delimiter=";"), frozenset({0, 1, 2})), "utf-16": (good.encode("utf-16"), frozenset({0, 1, 2})), "bom": ("\ufeff" + good, GOOD),
        "title": ("Names of July\n" + good, frozenset({0, 1, 2})), "nul": (good.replace("q1", "q\x001"), frozenset({1, 2})), "quote": (good.replace("q1,", 'q1,"'), frozenset({1, 2})), "twice": (good.replace("given_name", "family_name"), BAD), "cut": (good[:-14], PERSON), "empty": ("", BAD), "header": (good.split("\n", 1)[0] + "\n", frozenset({1, 2})), "none": ("a,b\n1,2\n", BAD),
        "markup": ("<!DOCTYPE x>\n" + good, BAD), "zip": (b"PK\x03\x04" + good.encode(), BAD), "wide": (good.replace("\n", ",x" * 100_000 + "\n", 1), frozenset({1, 2})), "long": (good + "q9," + "x" * 200_000 + ",,\n", frozenset({1, 2})), "same-id": (good.replace("q1", "q0"), PERSON), "no-id": (good.replace("q1,", ","), PERSON), "json": (json.dumps(rows), BAD), "latin": (good.encode() + "qö,Å,b,\n".encode("latin-1"), frozenset({1, 2})),
        "formula": (good.replace("q1,", "=1+1,"), GOOD), "dates": (good + "q8,A,B,31/31/1980\nq9,A,B,02/03/04\n", PERSON), "half": (good.encode().replace(b"q1", b"q\xed\xa0\x80"), BAD),
    }  # fmt: skip
    argv = ("match", "--roster", "@r.csv", "--queries", "@q.csv", "--out", "@out.csv", "--as-of", "2025-07-17")

    def safe(at: Path) -> str:
        text = (at / "out.csv").read_text(encoding="utf-8")
        return (
            "a formula goes out"
            if any(line[:1] in "=+-@" for line in text.splitlines()[1:])
            else ""
            if text.count("\n") > 1
            else "nothing was answered"
        )

    for name, (data, exits) in kinds.items():
        files = {"r.csv": text_of(people).encode(), "q.csv": data if isinstance(data, bytes) else data.encode()}
        yield Hostile(f"queries/{name}", argv, files, exits, check=safe)
    never: dict[str, tuple[bytes | str, frozenset[int], str]] = {
        "good": ("query_id,person_id\nq0,P0000\n", GOOD, "n.csv"), "capitals": ("QUERY_ID,Person ID\nq0,P0000\n", frozenset({0, 1, 2}), "n.csv"), "lacks": ("query_id\nq0\n", BAD, "n.csv"), "empty": ("", frozenset({0, 1, 2}), "n.csv"), "nul": ("query_id,person_id\nq0,P\x00\n", frozenset({0, 1, 2}), "n.csv"), "quote": ('query_id,person_id\nq0,"P\n', frozenset({0, 1, 2}), "n.csv"),
        "toml": ('[[never]]\nquery_id = "q0"\nperson_id = "P0000"\n', GOOD, "n.toml"), "toml-number": ("[[never]]\nquery_id = 7\nperson_id = 8\n", BAD, "n.toml"), "toml-deep": ("a=" + "[" * 100_000, BAD, "n.toml"), "toml-cut": ("[[never", BAD, "n.toml"), "toml-digits": ("a=" + "9" * 90_000, BAD, "n.toml"), "long-field": ("query_id,person_id\nq0," + "x" * 200_000, frozenset({0, 1, 2}), "n.csv"),
    }  # fmt: skip
    for name, (data, exits, file) in never.items():
        files = {
            "r.csv": text_of(people).encode(),
            "q.csv": good.encode(),
            file: data if isinstance(data, bytes) else data.encode(),
        }
        yield Hostile(f"never/{name}", (*argv, "--never", f"@{file}"), files, exits)


def _parquet(draw: random.Random) -> Iterator[Hostile]:
    def made(frame: pl.DataFrame) -> bytes:
        held = io.BytesIO()
        frame.write_parquet(held)
        return held.getvalue()

    good = made(pl.DataFrame({"id": [1, 2], "person.minor": [True, None]}))
    kinds = {
        "garbage": b"PAR1" + draw.randbytes(500) + b"PAR1", "cut": good[:-20], "empty": b"", "no-id": made(pl.DataFrame({"x": [1]})), "text": b"id,person\n1,2\n", "front-lost": good[30:], "flag-as-number": made(pl.DataFrame({"id": [1], "person.minor": [7]})), "strange": made(pl.DataFrame({"id": [1], "person.citizen": [True]})),
        "code": made(pl.DataFrame({"id": [1], "custody.facility": ["moon"]})), "list": made(pl.DataFrame({"id": [1], "charges": [["x"]]})), "id-null": made(pl.DataFrame({"id": [None, 1]})), "id-twice": made(pl.DataFrame({"id": [1, 1]})), "date-as-text": made(pl.DataFrame({"id": [1], "charges": [[{"disposed_on": "yesterday"}]]})),
        "nested": made(pl.DataFrame({"id": [1], "person": [{"minor": {"a": [1]}}]})), "no-rows": made(pl.DataFrame({"id": []}, schema={"id": pl.Int64})), "id-list": made(pl.DataFrame({"id": [[1]]})), "binary": made(pl.DataFrame({"id": [b"\xff\xfe"]})), "half": made(pl.DataFrame({"id": ["a"], "custody.facility": ["\x00"]})),
    }  # fmt: skip
    sure = {"garbage", "cut", "empty", "no-id", "text", "front-lost"}
    for name, data in kinds.items():
        argv = ("law", "batch", "us-ca", "--roster", "@p.parquet", "--out", "@o.parquet", "--as-of", "2025-07-17")
        yield Hostile(f"parquet/{name}", argv, {"p.parquet": data}, BAD if name in sure else ANY)
    yield Hostile(
        "parquet/charges-garbage", (*argv, "--charges", "@c.parquet"), {"p.parquet": good, "c.parquet": b"x" * 99}, BAD
    )
    yield Hostile(
        "parquet/star",
        ("law", "batch", "us-ca", "--roster", "@*.parquet", "--out", "@o.parquet", "--as-of", "2025-07-17"),
        {"p.parquet": good},
        BAD,
    )


def _audit(draw: random.Random) -> Iterator[Hostile]:
    log = lines(some_log(12, seed=draw.randrange(99)))
    rows = log.splitlines(keepends=True)
    middle = draw.randrange(2, 9)
    spoiled = bytearray(log)
    at = draw.randrange(len(spoiled))
    spoiled[at] = (spoiled[at] + 1) % 256
    kinds: dict[str, tuple[bytes, frozenset[int]]] = {
        "whole": (log, frozenset({0})), "one-gone": (b"".join(rows[:middle] + rows[middle + 1 :]), PERSON), "swapped": (b"".join([*rows[:middle], rows[middle + 1], rows[middle], *rows[middle + 2 :]]), PERSON), "doubled": (b"".join([*rows, rows[-1]]), PERSON), "byte": (bytes(spoiled), frozenset({1, 2})), "first-gone": (b"".join(rows[1:]), frozenset({1, 2})),
        "cut": (log[:-9], frozenset({1, 2})), "nul": (log.replace(b"{", b"\x00{", 1), frozenset({1, 2})), "half": (log + b'{"a": "\\ud800"}\n', frozenset({1, 2})), "binary": (draw.randbytes(3000), frozenset({1, 2})), "deep": (b"[" * 1_000_000 + b"\n", frozenset({1, 2})), "long-line": (b"x" * 30_000_000, frozenset({1, 2})), "crlf": (log.replace(b"\n", b"\r\n"), frozenset({1, 2})), "blank-lines": (log + b"\n\n\n", frozenset({1, 2})), "bom": (b"\xef\xbb\xbf" + log, frozenset({1, 2})), "digits": (b'{"seq": ' + b"9" * 100_000 + b"}\n", frozenset({1, 2})), "twice-key": (log.replace(b'{"', b'{"seq":0,"', 1), frozenset({1, 2})),
    }  # fmt: skip
    for name, (data, exits) in kinds.items():
        yield Hostile(f"audit/verify-{name}", ("audit", "verify", "@events.jsonl"), {"events.jsonl": data}, exits)
        if name not in {"whole", "crlf"}:
            yield Hostile(
                f"audit/export-{name}", ("audit", "export", "@events.jsonl", "--out", "@x"), {"events.jsonl": data}, BAD
            )
    beside = {
        "garbage": b"\xff\xfe\x00",
        "deep": b"[" * 200_000,
        "text": b"hello\n",
        "empty-object": b"{}\n",
        "half": b'{"digest": "\\ud800"}\n',
    }
    for name, data in beside.items():
        for option in ("--checkpoints", "--keys", "--anchors", "--anchored", "--beside"):
            yield Hostile(
                f"audit-beside/{name}{option}",
                ("audit", "verify", "@events.jsonl", option, "@b"),
                {"events.jsonl": log, "b": data},
                frozenset({1, 2}),
            )

    def exported(change: Callable[[Path], None]) -> Callable[[Path], None]:
        def make(folder: Path) -> None:
            export_log(some_log(12), folder / "x", Export(made_at=NOON, program="habeas test", keys=(KEY.verifier,)))
            change(folder / "x")

        return make

    changes: dict[str, tuple[Callable[[Path], None], frozenset[int]]] = {
        "whole": (lambda folder: None, frozenset({0})), "no-events": (lambda folder: (folder / "events.jsonl").unlink(), BAD), "events-a-folder": (lambda folder: ((folder / "events.jsonl").unlink(), (folder / "events.jsonl").mkdir()) and None, BAD), "events-a-pipe": (lambda folder: ((folder / "events.jsonl").unlink(), os.mkfifo(folder / "events.jsonl")) and None, BAD),
        "keys-garbage": (lambda folder: (folder / "keys.txt").write_bytes(b"\xff") and None, frozenset({1, 2})), "proofs": (lambda folder: (folder / "proofs.jsonl").write_bytes(b"[[[") and None, frozenset({1, 2})), "manifest-gone": (lambda folder: (folder / "manifest.json").unlink(), frozenset({0, 1, 2})), "empty-folder": (lambda folder: [each.unlink() for each in folder.iterdir()] and None, BAD),
    }  # fmt: skip
    for name, (change, exits) in changes.items():
        yield Hostile(f"audit-folder/{name}", ("audit", "verify", "@x"), {}, exits, make=exported(change))


def _backups(draw: random.Random) -> Iterator[Hostile]:
    manifest = {"format": "habeas-backup/1", "files": {}}

    def tar(*members: tuple[tarfile.TarInfo, bytes], mode: str = "w") -> bytes:
        held = io.BytesIO()
        with tarfile.open(fileobj=held, mode=mode) as pack:
            for info, data in members:
                info.size = len(data)
                pack.addfile(info, io.BytesIO(data))
        return held.getvalue()

    def info(name: str, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
        made = tarfile.TarInfo(name)
        made.type, made.linkname = kind, "/etc/passwd"
        return made

    text = json.dumps(manifest).encode()
    kinds = {
        "garbage": draw.randbytes(5000), "text": b"not a backup", "zeros": b"\x00" * 20_480, "gzip": tar((info("manifest.json"), text), mode="w:gz"), "manifest-only": tar((info("manifest.json"), text)), "no-manifest": tar((info("habeas.sqlite3"), b"SQLite format 3\x00")), "climbing": tar((info("manifest.json"), text), (info("../../evil"), b"x")),
        "absolute": tar((info("/tmp/evil"), b"x")), "link": tar((info("manifest.json", tarfile.SYMTYPE), b"")), "device": tar((info("manifest.json", tarfile.CHRTYPE), b"")), "deep": tar((info("manifest.json"), b"[" * 100_000)), "half": tar((info("manifest.json"), b'{"format": "\\ud800"}')), "large-manifest": tar((info("manifest.json"), b" " * 2_000_000)), "cut": tar((info("manifest.json"), text))[:600], "sqlite": b"SQLite format 3\x00" + b"\x00" * 9000, "zip": b"PK\x03\x04" + b"x" * 500,
    }  # fmt: skip
    for name, data in kinds.items():
        yield Hostile(f"restore/{name}", ("restore", "@b.habeas", "--data", "@data"), {"b.habeas": data}, BAD)
    for place in ("@b.habeas/x", "/proc/x", "/dev/null"):
        yield Hostile(
            f"restore-to/{len(place)}",
            ("restore", "@b.habeas", "--data", place),
            {"b.habeas": kinds["manifest-only"]},
            BAD,
        )
