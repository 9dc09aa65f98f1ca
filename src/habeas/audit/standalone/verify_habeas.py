#!/usr/bin/env python3
"""Check an audit export of Habeas without Habeas: python3 verify_habeas.py FOLDER [--checkpoint FILE] [--key LINE]

Needs Python 3.8 or later and nothing else: no network, no other file than those of the folder and what you name. It writes nothing.
--checkpoint FILE  a signed checkpoint that you, a court or another office received earlier; may be given several times
--key LINE         the log's public key, received by another way than this export, whose own keys are then not believed
Exit status: 0 all that was checked holds, 1 something is wrong, 2 the folder cannot be read.
The format is described in docs/audit.md of Habeas; sources: RFC 9162 (tree), RFC 8032 (Ed25519), c2sp.org (signed notes, checkpoints).
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import Any

# --- Ed25519, RFC 8032 section 5.1.7, with points as (X, Y, Z, T) on the curve -x^2 + y^2 = 1 + d x^2 y^2 over the field of P.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add_points(one: tuple[int, ...], two: tuple[int, ...]) -> tuple[int, ...]:
    """Add two points."""
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c, d = 2 * one[3] * two[3] * D % P, 2 * one[2] * two[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P


def times(number: int, point: tuple[int, ...]) -> tuple[int, ...]:
    """Add a point to itself `number` times."""
    total: tuple[int, ...] = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add_points(total, point)
        point, number = add_points(point, point), number >> 1
    return total


def unpack_point(packed: bytes) -> tuple[int, ...]:
    """Read 32 bytes as a point; ValueError where they are none."""
    number = int.from_bytes(packed, "little")
    y, odd = number & ((1 << 255) - 1), number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if len(packed) != 32 or y >= P or (x * x - square) % P or (x == 0 and odd):
        raise ValueError("no point of the curve")
    x = P - x if x & 1 != odd else x
    return x, y, 1, x * y % P


def pack_point(point: tuple[int, ...]) -> bytes:
    """Write a point as 32 bytes."""
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = unpack_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature of 64 bytes is that of the message by the key."""
    s = int.from_bytes(signature[32:], "little")
    try:
        key = unpack_point(public)
    except ValueError:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    minus = (P - key[0], key[1], 1, P - key[3])
    return (
        len(signature) == 64 and s < ORDER and pack_point(add_points(times(s, BASE), times(h, minus))) == signature[:32]
    )


# --- The tree of RFC 9162 section 2.1. The entry of an event is its hash, 32 bytes.


def sha(*parts: bytes) -> bytes:
    """SHA-256 of the parts one after another."""
    return hashlib.sha256(b"".join(parts)).digest()


def pile(parts: list[tuple[int, bytes]], entry: bytes) -> None:
    """Put one entry at the end of a tree that is kept as its full subtrees, each as (height, root)."""
    parts.append((0, sha(b"\0", entry)))
    while len(parts) > 1 and parts[-1][0] == parts[-2][0]:
        (height, left), (_, right) = parts[-2:]
        parts[-2:] = [(height + 1, sha(b"\1", left, right))]


def root_of(parts: list[tuple[int, bytes]]) -> bytes:
    """The root of a tree that is kept as its full subtrees."""
    root = parts[-1][1] if parts else sha(b"")
    for _, left in parts[-2::-1]:
        root = sha(b"\1", left, root)
    return root


def root_by_proof(index: int, size: int, leaf: bytes, proof: list[bytes]) -> bytes:
    """The root that an inclusion proof gives for a leaf; ValueError where the proof has the wrong length."""
    if size == 1 and not proof:
        return leaf
    if size == 1 or not proof:
        raise ValueError("has a proof of the wrong length")
    half = 1 << ((size - 1).bit_length() - 1)
    if index < half:
        return sha(b"\1", root_by_proof(index, half, leaf, proof[:-1]), proof[-1])
    return sha(b"\1", proof[-1], root_by_proof(index - half, size - half, leaf, proof[:-1]))


class WrongError(Exception):
    """Something that is wrong, in words."""


def decode64(text: str) -> bytes:
    """Base64 in its one right form; WrongError otherwise."""
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if base64.b64encode(raw).decode() != text:
        raise WrongError("has something that should be base64 and is not")
    return raw


def parse_key(line: str) -> tuple[str, bytes, bytes, bytes]:
    """A public key line as (name, id, kind, key)."""
    name, ident, coded = [*line.strip().split("+", 2), "", ""][:3]
    raw = decode64(coded)
    if not name or len(raw) != 33 or raw[:1] not in {b"\1", b"\4"} or sha(name.encode(), b"\n", raw)[:4].hex() != ident:
        raise WrongError("has a line that is no Ed25519 key with its right id")
    return name, bytes.fromhex(ident), raw[:1], raw[1:]


def split_notes(text: str) -> list[tuple[str, str]]:
    """Cut a file of signed notes into (text, signature lines)."""
    found = re.findall(r"\n*((?:(?!— )[^\n]+\n)+)\n((?:— [^\n]+\n)+)", text)
    if "".join(body + lines for body, lines in found).replace("\n", "") != text.replace("\n", ""):
        raise WrongError("holds something that is no signed note")
    return found


def open_note(body: str, lines: str, keys: list[Any]) -> tuple[int, bytes, str]:
    """Read a checkpoint and check who signed it: (size, root, its witnesses in words). WrongError where its log did not sign it."""
    rows, owners, witnesses = body.split("\n"), set(), ""
    root = decode64(rows[2]) if len(rows) > 3 else b""
    if len(root) != 32 or not re.fullmatch("0|[1-9][0-9]{0,17}", rows[1]):
        raise WrongError("is no checkpoint of origin, size and root")
    for line in lines[:-1].split("\n"):
        name, _, coded = line[2:].rpartition(" ")
        raw = decode64(coded)
        for _, _, kind, key in [each for each in keys if each[:2] == (name, raw[:4])]:
            message, value = body.encode(), raw[4:]
            if kind == b"\4":
                message = b"cosignature/v1\ntime %d\n" % int.from_bytes(value[:8], "big") + message
                value, witnesses = value[8:], f"{witnesses}, and by the witness {name}"
            else:
                owners.add(name)
            if not signature_holds(key, message, value):
                raise WrongError(f"bears a signature of {name} that does not fit it: one of the two was changed")
    if rows[0] not in owners:
        raise WrongError("is not signed by a known key of the log it names")
    return int(rows[1]), root, witnesses


TYPES = {
    "act": str, "actor": str, "at": str, "basis": dict, "detail": dict, "monotonic": int, "object": dict, "prev": str,
    "program": str, "refs": dict, "role": str, "seq": int, "shown": str, "site": str, "v": int,
}  # fmt: skip
FAULTS = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
SEAL = b"habeas-sealed/1\n"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)


def canonical(value: Any) -> bytes:
    """The one way to write a JSON value: keys sorted, no blanks, letters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def plain(value: Any) -> bool:
    """Whether a value may stand in an event's detail: no fractions, no whole numbers beyond 2^53."""
    if isinstance(value, (dict, list)):
        return all(plain(each) for each in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, (str, bool, type(None))) or (isinstance(value, int) and abs(value) < 2**53)


def read_event(line: bytes) -> dict[str, Any]:
    """Read one line as an event; WrongError where it is none or not in the canonical form."""
    try:
        event = json.loads(line.decode("utf-8"))
        if canonical(event) != line:
            raise WrongError("is not in the canonical form")
    except (ValueError, RecursionError):
        raise WrongError("is not JSON in UTF-8") from None
    if not isinstance(event, dict) or {key: type(value) for key, value in event.items()} != TYPES:
        raise WrongError("has other fields than an event has")
    basis, thing = event["basis"], event["object"]
    if (set(basis), set(thing)) != ({"packs", "provisions"}, {"id", "kind"}):
        raise WrongError("has a basis or an object that is none")
    packs, provisions = basis["packs"], basis["provisions"]
    if not (isinstance(packs, dict) and isinstance(provisions, list)) or not all(
        isinstance(each, str) for each in [*thing.values(), *packs.values(), *provisions, *event["refs"].values()]
    ):
        raise WrongError("has fields of another kind than an event has")
    if not TIME.fullmatch(event["at"]) or not plain(event["detail"]) or event["v"] != 1:
        raise WrongError("is written in a form this format does not have")
    return event


WAIT = 20  # seconds that an act may wait for its turn to write after its moment was taken


def _set_back(at: str, before: str) -> bool:
    """Whether a moment lies so far before the one ahead that no wait explains it."""
    if at >= before:
        return False
    try:
        later, earlier = (datetime.strptime(each, "%Y-%m-%dT%H:%M:%S.%f%z") for each in (before, at))
        return (later - earlier).total_seconds() > WAIT
    except ValueError:
        return True


class Log:
    """What a walk over lines finds: size, head, roots at the sizes asked for, the first fault as (place, words), digests named."""

    def __init__(self, lines: Iterable[bytes], sizes: Iterable[int] = ()) -> None:
        wanted, last = set(sizes), ""
        parts: list[tuple[int, bytes]] = []
        self.size, self.head, self.site, self.backwards = 0, "0" * 64, "", 0
        self.roots = {0: root_of(parts)}
        self.refs: set[str] = set()
        self.named: list[tuple[int, Any, Any]] = []
        self.fault: tuple[int, str] | None = None
        for raw in lines:
            line = raw[:-1] if raw.endswith(b"\n") else raw
            try:
                event = read_event(line)
                if event["site"] != self.site and self.size:
                    raise WrongError("belongs to another site")
                if event["seq"] != self.size:
                    raise WrongError(f"bears the number {event['seq']}: events are missing, doubled or out of order")
                if event["prev"] != self.head:
                    raise WrongError("does not follow from the event before it: one of the two was changed")
            except WrongError as wrong:
                self.fault = (self.size, str(wrong))
                break
            digest = sha(line)
            pile(parts, digest)
            self.size, self.head, self.site = self.size + 1, digest.hex(), event["site"]
            self.refs.update(event["refs"].values())
            if event["act"] == "checkpoint" and {"size", "root"} <= set(event["detail"]):
                self.named.append((event["seq"], event["detail"]["size"], event["detail"]["root"]))
            self.backwards, last = self.backwards + _set_back(event["at"], last), event["at"]
            if self.size in wanted:
                self.roots[self.size] = root_of(parts)
        self.root = self.roots[self.size] = root_of(parts)


# --- The folder.


class Check:
    """Checks a folder, collects sentences, and counts what is wrong."""

    def __init__(self, folder: str, own_keys: list[str], outside: list[str]) -> None:
        self.folder, self.own_keys, self.outside = folder, own_keys, outside
        self.manifest = json.loads(self.read("manifest.json"))
        self.named, self.wrong = dict(self.manifest["files"]), 0
        self.told: list[str] = []

    def read(self, name: str) -> bytes:
        """The bytes of a file of the folder, or of any file by its whole path."""
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def rows(self, name: str) -> list[Any]:
        """The JSON values of a file that has one a line; none where the manifest does not name it."""
        return [json.loads(line) for line in self.read(name).split(b"\n") if line] if name in self.named else []

    def say(self, mark: str, sentence: str) -> None:
        """Add a sentence marked ok, WRONG, or note (neither good nor bad)."""
        self.wrong += mark == "WRONG"
        self.told.append(f"{mark:6} {sentence}")

    def files(self) -> None:
        """Hold each file against the manifest."""
        there = set(os.listdir(self.folder)) - {"manifest.json", "__pycache__"}
        for name in sorted(there ^ set(self.named)):
            self.say("WRONG", f"{name} is {'not in the manifest' if name in there else 'missing'}.")
        for name in sorted(there & set(self.named)):
            if hashlib.sha256(self.read(name)).hexdigest() != self.named[name]["sha256"]:
                self.say("WRONG", f"{name} is not the file that the manifest names: it was changed.")
        if not self.wrong:
            self.say("ok", f"All {len(self.named)} files are those the manifest names. This finds damage, not intent.")

    def heads(self) -> list[tuple[str, int, bytes]]:
        """Every rightly signed head as (what it is, size, root), by the keys given or else the export's own."""
        text = self.read("keys.txt").decode() if "keys.txt" in self.named else ""
        listed = self.own_keys or [line for line in text.split("\n") if line.strip() and line[0] != "#"]
        trust = "given by you" if self.own_keys else "from the export: compare it with one you have by another way"
        for line in listed:
            self.say("note", f"Key of {line.split('+')[0]}, SHA-256 {sha(line.strip().encode()).hex()}, {trust}.")
        keys, found = [parse_key(line) for line in listed], []
        texts = [("The checkpoint", "checkpoints.txt")] if "checkpoints.txt" in self.named else []
        texts += [(f"The checkpoint in {os.path.basename(path)}", os.path.abspath(path)) for path in self.outside]
        for what, name in texts:
            for body, lines in split_notes(self.read(name).decode()):
                try:
                    size, root, witnesses = open_note(body, lines, keys)
                    self.say("note", f"{what} of {size} events is rightly signed{witnesses}.")
                    found.append((what, size, root))
                except WrongError as wrong:
                    self.say("WRONG", f"{what} that begins {body[:50]!r} {wrong}.")
        return found

    def whole(self) -> None:
        """Check a whole log."""
        heads = self.heads()
        for row in self.rows("anchors.jsonl"):
            heads.append((f"The head handed to {row['to']} on {row['at']}", row["size"], bytes.fromhex(row["root"])))
        with open(os.path.join(self.folder, "events.jsonl"), "rb") as lines:
            log = Log(lines, [size for _, size, _ in heads])
        if log.fault:
            self.say("WRONG", f"The chain is broken: event {log.fault[0]} {log.fault[1]}. Those before it are whole.")
        else:
            self.say("ok", f"{log.size} events of {log.site} form one whole chain. The last one's hash is {log.head}.")
            if (log.size, log.head) != (self.manifest["size"], self.manifest["head"]):
                self.say("WRONG", "The manifest claims another number of events, or another last hash.")
        if log.backwards:
            self.say(
                "note",
                f"The time runs backwards {log.backwards} times by more than {WAIT} s; the order is that of the numbers.",
            )
        for what, size, root in heads:
            if size > log.size:
                cut = "cannot be reached" if log.fault else "names more than is there: the end of the log was cut off"
                self.say("WRONG", f"{what} of {size} events {cut}.")
            elif log.roots[size] != root:
                self.say("WRONG", f"{what} of {size} events does not agree: the log was changed or written anew.")
            else:
                self.say("ok", f"{what} of {size} events agrees with the log.")
        kept = {(size, root.hex()) for what, size, root in heads if what == "The checkpoint"}
        for seq, size, _ in [each for each in log.named if each[1:] not in kept]:
            self.say("WRONG", f"Event {seq} names a checkpoint of {size} events that is not here with that root.")
        if not self.outside:
            self.say("note", "No checkpoint from outside (--checkpoint): the keeper could have signed a new log.")
        self.beside(log.refs)

    def selection(self) -> None:
        """Check single events by their proofs against the signed head."""
        heads, size = {size: root for _, size, root in self.heads()}, self.manifest["size"]
        lines, proofs, last = self.read("events.jsonl").split(b"\n")[:-1], self.rows("proofs.jsonl"), -1
        refs: set[str] = set()
        if size not in heads or len(proofs) != len(lines):
            return self.say("WRONG", f"No rightly signed checkpoint of {size} events, or not one proof an event.")
        for place, (line, proof) in enumerate(zip(lines, proofs)):  # noqa: B905 - they are as long; 3.8 has no strict
            try:
                event = read_event(line)
                root = root_by_proof(event["seq"], size, sha(b"\0", sha(line)), [bytes.fromhex(step) for step in proof])
                if not last < event["seq"] < size or root != heads[size]:
                    raise WrongError("is not the one that the signed checkpoint names")
            except (WrongError, ValueError, TypeError) as wrong:
                return self.say("WRONG", f"Event number {place} of this selection {wrong}.")
            last = event["seq"]
            refs.update(event["refs"].values())
        self.say("ok", f"Each of the {len(lines)} events stands, word for word, in the signed log of {size} events.")
        self.say("note", "This is a selection: it cannot show that nothing else in the log belongs to the matter.")
        return self.beside(refs)

    def beside(self, refs: set[str]) -> None:
        """Check the names that were included with the log."""
        rows = self.rows("beside.jsonl")
        known = {sha(SEAL, bytes.fromhex(row["salt"]), canonical(row["value"])).hex() for row in rows}
        if known != {row["digest"] for row in rows}:
            self.say("WRONG", "A name beside the log does not fit its digest: it was changed after it was sealed.")
        self.say("note", f"{len(known & refs)} of {len(refs)} sealed values were included, not erased or held back.")


def main(arguments: list[str]) -> int:
    """Check the folder named in the arguments and say what was found; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--checkpoint", action="append", default=[], metavar="FILE")
    parser.add_argument("--key", action="append", default=[], metavar="LINE")
    given = parser.parse_args(arguments)
    try:
        check = Check(given.folder, given.key, given.checkpoint)
    except FAULTS as fault:
        sys.stderr.write(f"The folder cannot be read as an export of Habeas: {type(fault).__name__}: {fault}\n")
        return 2
    try:
        check.files()
        check.selection() if check.manifest["kind"] == "selection" else check.whole()
    except WrongError as wrong:
        check.say("WRONG", f"A file of keys or checkpoints {wrong}.")
    except FAULTS as fault:
        check.say("WRONG", f"The check ended here: a file is not in its form ({type(fault).__name__}: {fault}).")
    end = "Something is WRONG: see above." if check.wrong else "All that was checked holds."
    sys.stdout.write("\n".join([*check.told, "", end]) + "\n")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
