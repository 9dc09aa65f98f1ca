"""Messages in XML, lists in JSON, banded reports, and profiles."""

import json
import random
from collections.abc import Iterator

from tests.hostile.case import BAD, GOOD, PERSON, Hostile, roster, some_people, text_of, who

MESSAGE = """<?xml version="1.0"?>
<c:CustodyQueryResults xmlns:c="urn:c" xmlns:nc="urn:nc" xmlns:s="urn:s" xmlns:j="urn:j">
 <c:Custody>
  <j:Booking s:id="B1"><nc:ActivityDate><nc:DateTime>2025-01-02T03:04:05</nc:DateTime></nc:ActivityDate>
   <j:BookingAgencyRecordIdentification><nc:IdentificationID>77</nc:IdentificationID></j:BookingAgencyRecordIdentification>
   <j:BookingSubject><nc:RoleOfPerson s:ref="P1"/>
    <j:SubjectIdentification><nc:IdentificationID>S9</nc:IdentificationID></j:SubjectIdentification>
   </j:BookingSubject></j:Booking>
  <j:Charge><j:ChargeDescriptionText>ROBBERY</j:ChargeDescriptionText></j:Charge>
  <nc:Person s:id="P1"><nc:PersonName>
   <nc:PersonGivenName>ANA</nc:PersonGivenName><nc:PersonSurName>LOPEZ</nc:PersonSurName></nc:PersonName>
   <nc:PersonBirthDate><nc:Date>1990-01-01</nc:Date></nc:PersonBirthDate></nc:Person>
 </c:Custody>
</c:CustodyQueryResults>"""
ANA = (("LOPEZ", "ANA", "1990-01-01"),)
NIEM = ("--profile", "niem_ojbc")


def markup(draw: random.Random) -> Iterator[Hostile]:
    """Every kind of structured file."""
    for kind in (_messages, _lists, _banded, _profiles):
        yield from kind(draw)


def _message(id_: str, text: bytes | str, exits: frozenset[int] = BAD, **expected: object) -> Hostile:
    return roster(f"xml/{id_}", text, exits, name="message.xml", more=NIEM, **expected)  # type: ignore[arg-type]


def _doctype(inside: str, use: str = "") -> str:
    return MESSAGE.replace("<c:Custody", f"<!DOCTYPE x {inside}>\n<c:Custody", 1).replace("LOPEZ", use or "LOPEZ")


def _messages(draw: random.Random) -> Iterator[Hostile]:
    laughs = '[<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]"
    yield _message("laughs", _doctype(laughs, "&a11;"))
    yield _message("quadratic", _doctype(f'[<!ENTITY a "{"A" * 100_000}">]', "&a;" * 5_000))
    for number, where in enumerate(["file:///etc/passwd", "http://x.example/a", "php://filter/x", "/dev/zero"]):
        yield _message(f"xxe-{number}", _doctype(f'[<!ENTITY x SYSTEM "{where}">]', "&x;"))
    yield _message("external-dtd", _doctype('SYSTEM "http://x.example/x.dtd"'))
    yield _message("public-dtd", _doctype('PUBLIC "-//X//EN" "http://x.example/x.dtd"'))
    yield _message("parameter-entity", _doctype('[<!ENTITY % p SYSTEM "http://x.example/p"> %p;]'))
    yield _message("doctype-utf16", _doctype("[]").replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16"))
    yield _message("doctype-lower", MESSAGE.replace("<c:Custody", "<!doctype x>\n<c:Custody", 1))
    yield _message("undefined-entity", MESSAGE.replace("LOPEZ", "&nope;"))
    yield _message("deep", "<a>" * 200_000 + "</a>" * 200_000)
    yield _message("deep-inside", MESSAGE.replace("LOPEZ", "<x>" * 3_000 + "LOPEZ" + "</x>" * 3_000))
    yield _message(
        "million-attributes",
        MESSAGE.replace("<c:Custody>", "<c:Custody " + " ".join(f'a{n}="1"' for n in range(200_000)) + ">"),
        frozenset({0, 1, 2}),
    )
    yield _message("long-text", MESSAGE.replace("LOPEZ", "L" * 12_000_000), frozenset({1, 2}))
    yield _message(
        "xinclude",
        MESSAGE.replace(
            "LOPEZ", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>LOPEZ'
        ),
        GOOD,
        people=ANA,
        never=("root:",),
    )
    yield _message(
        "stylesheet",
        MESSAGE.replace("<c:Custody", '<?xml-stylesheet href="http://x.example/x.xsl"?><c:Custody', 1),
        GOOD,
        people=ANA,
    )
    yield _message("cdata", MESSAGE.replace("LOPEZ", "<![CDATA[LOPEZ]]>"), GOOD, people=ANA)
    yield _message("comment-in-a-name", MESSAGE.replace("LOPEZ", "LO<!-- x -->PEZ"), GOOD, people=ANA)
    yield _message("character", MESSAGE.replace("LOPEZ", "&#xD800;"))
    yield _message("control", MESSAGE.replace("LOPEZ", "LO\x01PEZ"))
    yield _message("nul", MESSAGE.replace("LOPEZ", "LO\x00PEZ"))
    yield _message("cut", MESSAGE[: draw.randrange(200, len(MESSAGE) - 9)])
    yield _message("two-roots", MESSAGE + "<a/>")
    yield _message("another-kind", "<Invoice><Booking/></Invoice>")
    yield _message("nobody", "<CustodyQueryResults/>")
    yield _message("namespace-twice", MESSAGE.replace('xmlns:nc="urn:nc"', 'xmlns:nc="urn:nc" xmlns:nc="urn:x"'))
    yield _message("attributes-alike", MESSAGE.replace('s:id="P1"', 's:id="P1" nc:id="P2"'), frozenset({0, 1, 2}))
    yield _message("reference-loop", MESSAGE.replace('s:id="P1"', 's:id="P1" s:ref="P1"'), GOOD)
    yield _message("reference-lost", MESSAGE.replace('s:ref="P1"', 's:ref="P7"'), frozenset({1, 2}))
    yield _message(
        "reference-twice",
        MESSAGE.replace(
            "</c:Custody>",
            '<nc:Person s:id="P1"><nc:PersonName><nc:PersonSurName>OTHER</nc:PersonSurName></nc:PersonName></nc:Person></c:Custody>',
        ),
        frozenset({0, 1, 2}),
    )
    yield _message("csv", text_of(some_people(draw)))
    for encoding in ("utf-16", "utf-32", "iso-8859-1", "utf-7", "ebcdic-cp-us"):
        text = MESSAGE.replace('"1.0"', f'"1.0" encoding="{encoding}"')
        good = encoding in {"utf-16", "iso-8859-1"}
        yield _message(
            f"encoding-{encoding}",
            text.encode("utf-16" if encoding == "utf-16" else "utf-32" if encoding == "utf-32" else "ascii"),
            GOOD if good else frozenset({0, 1, 2}),
            people=ANA,
        )
    yield roster("xml/plain-profile", MESSAGE, BAD, name="message.xml")


def _list(id_: str, data: bytes | str, exits: frozenset[int] = BAD, **expected: object) -> Hostile:
    return roster(f"json/{id_}", data, exits, name="roster.json", **expected)  # type: ignore[arg-type]


def _lists(draw: random.Random) -> Iterator[Hostile]:
    rows = some_people(draw, 4)
    good = json.dumps(rows)
    for depth in (70, 100_000, 2_000_000):
        yield _list(f"deep-{depth}", "[" * depth + "]" * depth)
    yield _list("deep-objects", '{"a":' * 50_000 + "1" + "}" * 50_000)
    yield _list("twice", good.replace('"statute"', '"booking_id"'))
    for name, value in {
        "nan": "NaN",
        "infinite": "-Infinity",
        "1e400": "1e400",
        "digits": "9" * 5_000_000,
        "hex": "0x10",
        "octal": "017",
        "plus": "+1",
        "dot": ".5",
    }.items():
        yield _list(f"number-{name}", good.replace('"BK-7000"', value))
    for number, half in enumerate(["\\ud800", "\\udfff", "\\udc00\\ud800", "A\\ud83dB", "\\uD83D"]):
        at = number % 4
        text = good.replace(
            json.dumps(rows[at]["booking_id"]), json.dumps(rows[at]["booking_id"]) + f', "housing": "{half}"'
        )
        yield _list(f"half-{number}", text, PERSON, people=who(rows[:at] + rows[at + 1 :]))
    yield _list("half-in-a-key", good.replace('"statute"', '"sta\\ud800tute"'), frozenset({1, 2}))
    yield _list(
        "whole-pair", good.replace('"BK-7000"', '"BK-7000", "housing": "\\ud83d\\ude00"'), GOOD, people=who(rows)
    )
    raw = good.replace('"BK-7000"', '"BK-7000", "housing": "@"').encode().replace(b"@", b"\xed\xa0\x80")
    yield _list("half-in-bytes", raw, frozenset({0, 1, 2}))
    for name, text in {
        "object": json.dumps(rows[0]), "wrapped": json.dumps({"people": rows}), "text": '"x"', "number": "7", "null": "null", "empty": "[]", "empties": "[{},{}]", "lists": "[[1,2],[3]]", "lines": "\n".join(map(json.dumps, rows)),
        "comma": good[:-1] + ",]", "cut": good[:-20], "twofold": good + good, "comment": "/* x */" + good, "single": good.replace('"', "'"), "bom16": "", "blank": "[\n\n",
    }.items():  # fmt: skip
        yield _list(f"shape-{name}", text)
    yield _list("utf-16", good.encode("utf-16"), GOOD, people=who(rows))
    yield _list("bom", b"\xef\xbb\xbf" + good.encode(), GOOD, people=who(rows))
    yield _list(
        "capitals",
        json.dumps([{key.upper(): value for key, value in row.items()} for row in rows]),
        GOOD,
        people=who(rows),
    )
    nested = [dict(row) for row in rows]
    nested[1]["family_name"] = {"last": "X"}  # type: ignore[assignment]
    yield _list("nested", json.dumps(nested), PERSON, people=who(rows[:1] + rows[2:]))
    nested[1] = {**rows[1], "booking_id": 20250017, "history_complete": True, "housing": None}  # type: ignore[dict-item]
    yield _list("numbers", json.dumps(nested), GOOD, people=who(rows))
    yield _list("huge-text", json.dumps([rows[0] | {"housing": "x" * 20_000_000}]), frozenset({0, 1, 2}))
    yield _list("many-keys", json.dumps([rows[0] | {f"k{n}": "1" for n in range(100_000)}]), frozenset({0, 1, 2}))
    mixed = [rows[0], 7, None, "x", [1], rows[1]]
    yield _list("mixed", json.dumps(mixed), PERSON, people=who(rows[:2]))


BANDED = """,Booking No,Booking Name,Race,Sex,,Age,Booking Date,Place of Birth,
,0101,NAME,W,M,,40,2015-01-02,Somewhere,
,Charge,Charge Literal,Level,Sentence,,Disposition Date,Disposition Type,,
,35620010,POSS MARIJ   ,S,,,2015-01-15,DISMISSAL,,
,,,,,,,,,
,0102,NAME,B,F,,30,2015-01-03,Elsewhere,
,Charge,Charge Literal,Level,Sentence,,Disposition Date,Disposition Type,,
,54040009,DWI,B,30 days,,2015-02-01,SENTENCE COMPLETE,,
"""


def _banded(draw: random.Random) -> Iterator[Hostile]:
    travis = ("--profile", "travis_ice_detainers")
    kinds: dict[str, tuple[bytes | str, frozenset[int]]] = {
        "as-it-is": (BANDED, GOOD), "title": ("TRAVIS COUNTY\nRun 2015\n" + BANDED, GOOD), "twice": (BANDED + BANDED.replace("010", "020"), GOOD),
        "cut": (BANDED[: BANDED.rindex(",DWI")], PERSON), "stray": (BANDED.replace(",,,,,,,,,\n", "what is this\n,,,,,,,,,\n"), PERSON), "no-header": (BANDED.split("\n", 1)[1], BAD),
        "plain": (text_of(some_people(draw)), BAD), "empty": ("", BAD), "header-only": (BANDED.split("\n", 1)[0], BAD), "nul": (BANDED.replace("0101", "01\x0001"), PERSON), "quote": (BANDED.replace("DWI", '"DWI'), frozenset({1, 2})),
        "markup": ("<!DOCTYPE x>\n" + BANDED, frozenset({1, 2})), "wide": (BANDED.replace("DWI", "DWI," * 5_000), PERSON), "lines": (BANDED + ",,,\n" * 500_000, GOOD), "capitals": (BANDED.replace("Booking No", "BOOKING NO"), frozenset({0, 1, 2})),
    }  # fmt: skip
    for name, (data, exits) in kinds.items():
        yield roster(f"banded/{name}", data, exits, more=travis)


PROFILE = """name = "x"
title = "x"
format = "table"
[columns]
person_id = "person_id"
booking_id = "booking_id"
family_name = "family_name"
given_name = "given_name"
date_of_birth = "date_of_birth"
"""


def _profiles(draw: random.Random) -> Iterator[Hostile]:
    kinds: dict[str, tuple[bytes | str, frozenset[int]]] = {
        "good": (PROFILE, GOOD), "crlf": (PROFILE.replace("\n", "\r\n"), GOOD), "bom": ("\ufeff" + PROFILE, GOOD), "utf-16": (PROFILE.encode("utf-16"), BAD), "cut": (PROFILE[:-6], BAD), "empty": ("", BAD), "binary": (draw.randbytes(500), BAD),
        "nul": (PROFILE + "\x00", BAD), "half": (PROFILE.replace('"family_name"', '"\\ud800"'), BAD), "strange-key": ("colour = 1\n" + PROFILE, BAD), "strange-column": (PROFILE + 'citizen = "x"\n', BAD),
        "number": (PROFILE.replace('"booking_id"', "7"), BAD), "nested": (PROFILE + "[columns.a.b.c]\nx=1\n", BAD), "deep": ("a=" + "[" * 100_000 + "]" * 100_000, BAD), "digits": ("a = " + "9" * 100_000, BAD), "twice": (PROFILE + 'family_name = "y"\n', BAD),
        "no-booking": (PROFILE.replace("booking_id = ", "charge_id = "), BAD), "json": ('{"name": "x"}', BAD), "bad-format": (PROFILE.replace("table", "Table"), BAD), "xml-none": (PROFILE.replace('"table"', '"xml"'), BAD), "large": ("# x\n" * 400_000, BAD),
        "zone": ('time_zone = "Mars/Olympus"\n' + PROFILE, BAD), "zone-path": ('time_zone = "../../etc/passwd"\n' + PROFILE, BAD), "dates": ('dates = ["%q"]\n' + PROFILE, BAD), "dates-empty": ('dates = [""]\n' + PROFILE, BAD), "date-value": ("a = 2025-13-45\n" + PROFILE, BAD),
        "lacks": (PROFILE.replace('"family_name"', '"Surname"'), BAD), "list": (PROFILE.replace('"family_name"', '["nope", "family_name"]'), BAD), "leave-out": ('leave_out = ["FAMILY_NAME"]\n' + PROFILE, GOOD), "name-number": (PROFILE.replace('name = "x"', "name = 7", 1), BAD),
        "xpath": (PROFILE.replace('"table"', '"xml"') + '[xml]\nrecord = "//["\ncharge = "x"\n[xml.booking]\n' + "".join(f'{each} = "x"\n' for each in ("person_id", "booking_id", "family_name", "given_name", "date_of_birth")) + "[xml.charges]\n", BAD),
        "xpath-function": (PROFILE.replace('"table"', '"xml"') + '[xml]\nrecord = "nope(//x)"\ncharge = "x"\n[xml.booking]\n' + "".join(f'{each} = "x"\n' for each in ("person_id", "booking_id", "family_name", "given_name", "date_of_birth")) + "[xml.charges]\n", BAD),
        "xpath-number": (PROFILE.replace('"table"', '"xml"') + '[xml]\nrecord = "//*"\ncharge = "1+1"\n[xml.booking]\n' + "".join(f'{each} = "document(\'/etc/passwd\')"\n' for each in ("person_id", "booking_id", "family_name", "given_name", "date_of_birth")) + "[xml.charges]\n", BAD),
        "delimiter": (PROFILE.replace('"table"', '"banded"') + '[banded]\nheader=[]\nsubheader=[]\nbooking=["booking_id"]\ncharge=[]\ndelimiter="ab"\n', BAD), "separator": (PROFILE + '[split]\naliases = ""\n', BAD), "inf": ("a = inf\n" + PROFILE, BAD),
    }  # fmt: skip
    rows = some_people(draw, 3)
    for name, (data, exits) in kinds.items():
        made = roster(
            f"profile/{name}",
            MESSAGE if "xpath" in name else text_of(rows),
            exits,
            more=("--profile", "@profile.toml"),
            people=who(rows) if exits == GOOD else None,
        )
        yield Hostile(
            made.id,
            made.argv,
            made.files | {"profile.toml": data if isinstance(data, bytes) else data.encode()},
            made.exits,
            made.people,
        )
    for number, name in enumerate(
        ["/dev/zero", "/etc/passwd", "../../x", "@", "@none.toml", "", "plain.toml", "n" * 4000, "\udcff", "con*"]
    ):
        yield roster(f"profile-name/{number}", text_of(rows), BAD, more=("--profile", name))
