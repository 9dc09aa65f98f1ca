"""Papers: PDFs that carry more than a paper, bombs, pictures too large, files of two kinds at once, and plain damage."""

import io
import random
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from habeas.paper.files import limits
from tests.hostile.case import ANY, BAD, GOOD, Hostile

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<</Length %d%s>>stream\n" % (len(data), more) + data + b"\nendstream"


def pdf(*objects: bytes, version: bytes = b"1.7") -> bytes:
    """A PDF of these objects, the first of which is the catalog."""
    out, places = b"%PDF-" + version + b"\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    )


def plain(
    words: bytes = b"IMMIGRATION DETAINER - NOTICE OF ACTION. Nothing is asked of anybody here",
    catalog: bytes = CATALOG,
    page: bytes = PAGE,
) -> bytes:
    """A page with words."""
    return pdf(catalog, PAGES, page, stream(b"BT /F1 12 Tf 72 700 Td (" + words + b") Tj ET"))


def _read(id_: str, data: bytes, exits: frozenset[int] = BAD, name: str = "paper.pdf", **expected: object) -> Hostile:
    argv = ("read", f"@{name}", "--json")
    seconds = limits.SOFT_SECONDS + 15  # the reader's own promise, then the page it is at, and what it takes to start
    return Hostile(f"paper/{id_}", argv, {name: data}, exits, seconds=seconds, **expected)  # type: ignore[arg-type]


def papers(draw: random.Random) -> Iterator[Hostile]:
    """Every kind of paper."""
    yield from _active()
    yield from _bombs(draw)
    yield from _pictures(draw)
    yield from _damaged(draw)
    yield from _others(draw)


def _active() -> Iterator[Hostile]:
    kinds = {
        "script": (b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "script"), "launch": (b"/OpenAction<</S/Launch/F(cmd.exe)>>", "start a program"), "embedded": (b"/Names<</EmbeddedFiles<</Names[(a)<<>>]>>>>", "other files inside"),
        "xfa": (b"/AcroForm<</XFA(x)/Fields[]>>", "XFA"), "submit": (b"/OpenAction<</S/SubmitForm/F(http://x.example)>>", "send or fetch"), "remote": (b"/OpenAction<</S/GoToR/F(a.pdf)>>", "other files"), "hidden-name": (b"/OpenAction<</S/J#61vaScript/JS(1)>>", "script"),
    }  # fmt: skip
    for name, (inside, says) in kinds.items():
        yield _read(f"active-{name}", plain(catalog=b"<</Type/Catalog/Pages 2 0 R" + inside + b">>"), GOOD, says=says)
    signed = plain() + b"5 0 obj\n<</Type/Sig/ByteRange[0 100 200 50]/Contents<00>>>\nendobj\n%%EOF\n"
    yield _read("changed-after-signing", signed, GOOD, says="changed after")
    yield _read("tail-zip", plain() + b"PK\x03\x04" + b"x" * 50, GOOD, says="hangs on the end")
    yield _read("tail-html", plain() + b"<html><script>x</script>", GOOD, says="hangs on the end")
    yield _read("front-html", b"<html>" + plain(), BAD)
    yield _read("front-zip", b"PK\x03\x04" + plain(), BAD)
    yield _read("front-blank", b"\n\n" + plain(), GOOD)
    yield _read("no-end", plain()[:-40], ANY)
    yield _read("half-a-letter", plain(words=b"\\355\\240\\200 \xff\xfe \\330\\000"), GOOD)


def _bombs(draw: random.Random) -> Iterator[Hostile]:
    yield _read("bomb-flate", pdf(CATALOG, PAGES, PAGE, stream(_zeros(600), b"/Filter/FlateDecode")), ANY)
    twice = zlib.compress(_zeros(900), 9)
    yield _read("bomb-flate-twice", pdf(CATALOG, PAGES, PAGE, stream(twice, b"/Filter[/FlateDecode/FlateDecode]")), ANY)
    yield _read("operators", pdf(CATALOG, PAGES, PAGE, stream(b"BT /F1 1 Tf " + b"(x) Tj " * 1_000_000 + b"ET")), ANY)
    yield _read("lines", pdf(CATALOG, PAGES, PAGE, stream(b"0 0 m 9 9 l S " * 500_000)), ANY)
    yield _read(
        "many-pages",
        pdf(CATALOG, b"<</Type/Pages/Kids[" + b"3 0 R " * 50_000 + b"]/Count 50000>>", PAGE, stream(b"BT ET")),
        ANY,
    )
    yield _read("page-loop", pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>", PAGE), ANY)
    yield _read(
        "parent-loop", pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>", PAGE, stream(b"BT ET")), ANY
    )
    yield _read("huge-page", plain(page=PAGE.replace(b"612 792", b"99999999 99999999")), ANY)
    yield _read("no-page-size", plain(page=PAGE.replace(b"0 0 612 792", b"0 0 0 0")), ANY)
    yield _read("many-objects", b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 300_000, BAD)
    yield _read("deep-list", pdf(CATALOG, PAGES, PAGE, b"[" * 100_000 + b"]" * 100_000), ANY)
    yield _read(
        "form-loop",
        pdf(
            CATALOG,
            PAGES,
            PAGE.replace(b"/Font", b"/XObject<</X 5 0 R>>/Font"),
            stream(b"/X Do"),
            stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"),
        ),
        ANY,
    )


def _zeros(mega: int) -> bytes:
    """So many million zeros, packed, without holding them."""
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(b"\x00" * 2**20) for _ in range(mega)]) + packer.flush()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(wide: int, high: int, data: bytes, depth: int = 1) -> bytes:
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, depth, 0, 0, 0, 0))
        + _chunk(b"IDAT", data)
        + _chunk(b"IEND", b"")
    )


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    held = io.BytesIO()
    picture.save(held, kind, **options)
    return held.getvalue()


def _pictures(draw: random.Random) -> Iterator[Hostile]:
    yield _read("png-100k", _png(100_000, 100_000, _zeros(100)), BAD, name="a.png")
    yield _read("png-30k", _saved(Image.new("1", (30_000, 30_000)), "PNG"), BAD, name="a.png")
    yield _read("png-cut", _png(800, 800, b"x"), BAD, name="a.png")
    yield _read("png-no-size", _png(0, 0, b""), BAD, name="a.png")
    one = Image.new("L", (1, 1), 255)
    for kind in ("PNG", "JPEG", "TIFF"):
        yield _read(f"one-pixel-{kind}", _saved(one, kind), frozenset({1, 2}), name="a." + kind.lower())
    yield _read("thin", _saved(Image.new("L", (1, 60_000), 255), "PNG"), frozenset({1, 2}), name="a.png")
    yield _read("wide", _saved(Image.new("L", (60_000, 2), 255), "PNG"), frozenset({1, 2}), name="a.png")
    frames = [Image.new("1", (300, 300), n % 2) for n in range(400)]
    yield _read(
        "tiff-400", _saved(frames[0], "TIFF", save_all=True, append_images=frames[1:]), frozenset({1, 2}), name="a.tif"
    )
    tiff = bytearray(_saved(Image.new("L", (50, 50)), "TIFF"))
    yield _read(
        "tiff-loop",
        bytes(tiff[:4] + struct.pack("<I", 8) + struct.pack("<H", 0) + struct.pack("<I", 8)),
        BAD,
        name="a.tif",
    )
    for number in range(4):
        spoiled = bytearray(_saved(Image.effect_noise((200, 200), 50), draw.choice(["JPEG", "TIFF", "PNG"])))
        for _ in range(20):
            spoiled[draw.randrange(12, len(spoiled))] = draw.randrange(256)
        yield _read(f"spoiled-picture-{number}", bytes(spoiled), frozenset({1, 2}), name="a.img")
    text = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0))
        + _chunk(b"zTXt", b"a\x00\x00" + _zeros(200))
        + _chunk(b"IEND", b"")
    )
    yield _read("png-text-bomb", text, frozenset({1, 2}), name="a.png")
    yield _read("gif", _saved(one, "GIF"), BAD, name="a.gif")


def _damaged(draw: random.Random) -> Iterator[Hostile]:
    whole = plain()
    for number in range(6):
        yield _read(f"cut-{number}", whole[: draw.randrange(9, len(whole) - 60)], ANY)
    for number in range(8):
        spoiled = bytearray(whole)
        for _ in range(draw.choice([1, 5, 40])):
            spoiled[draw.randrange(8, len(spoiled))] = draw.randrange(256)
        yield _read(f"spoiled-{number}", bytes(spoiled), ANY)
    yield _read("wrong-table", whole.replace(b"startxref\n", b"startxref\n9"), ANY)
    yield _read("table-loop", whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9"), ANY)
    yield _read("long-numbers", whole.replace(b"/Count 1", b"/Count " + b"9" * 5000), ANY)
    yield _read("negative", whole.replace(b"/Count 1", b"/Count -1"), ANY)
    yield _read("length-lies", whole.replace(b"/Length ", b"/Length 99999999"), ANY)
    yield _read("version", plain().replace(b"1.7", b"9.9"), ANY)


def _others(draw: random.Random) -> Iterator[Hostile]:
    kinds = {
        "empty": b"", "html": b"<html><body>I-247A</body></html>", "svg": b"<svg/>", "zip": b"PK\x03\x04" + b"x" * 90, "ole": b"\xd0\xcf\x11\xe0" + b"x" * 900, "elf": b"\x7fELF" + b"x" * 90, "script": b"#!/bin/sh\n", "rtf": b"{\\rtf1}", "ps": b"%!PS-Adobe-3.0\nshowpage",
        "random": draw.randbytes(5000), "nuls": b"\x00" * 100_000, "webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ", "heic": b"\x00\x00\x00\x18ftypheic", "header-only": b"%PDF-1.7\n", "large": b"%PDF-1.7\n" + b"\x00" * (41 * 2**20),
    }  # fmt: skip
    for name, data in kinds.items():
        yield _read(f"another-kind-{name}", data, BAD)
    yield _read("words-text", b"Please hold this man.", ANY)
    yield _read(
        "words-mail", b"From: x@y.example\nDate: Mon, 30 Nov 2026 22:15:00 -0800\n\nI-247A, please hold this man", ANY
    )
