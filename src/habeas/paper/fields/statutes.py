"""Statutes named in the words of an offence, and whether they are criminal immigration law."""

import re

from habeas.offenses.reading import read_statute

CRIMINAL_IMMIGRATION: dict[int, frozenset[str]] = {
    8: frozenset({"1253", "1306", "1324", "1325", "1326", "1327", "1328"}),
    18: frozenset({str(number) for number in range(1541, 1547)}),
}
"""Sections of the United States Code that punish entry, presence, reentry, transport or immigration papers."""
CIVIL_IMMIGRATION: frozenset[str] = frozenset({"1182", "1225", "1226", "1227", "1229", "1229a", "1231", "1357"})
"""Sections of 8 USC that detain or remove and punish nobody."""

_SECTION = r"\d{1,5}[A-Za-z]{0,2}(?:-\d{1,3}[a-z]?)?"
_SUBS = r"(?:\s?[\(\[{]\s?[A-Za-z0-9]{1,5}\s?[\)\]}])*"
_MORE = r"(?:\s?[\(\[{]\s?[A-Za-z0-9]{1,5}\s?[\)\]}])+"
"""Brackets with no number before them: another subdivision of the section before."""
_MARK = r"(?:(?:§+|[$&S85]{1,2}(?=\s))\s*|[Ss]ections?(?:\(s\))?\s+|[Ss]ecs?\.\s*)?"
_USC = re.compile(
    rf"\b(\d{{1,2}})\s*[,.]?\s*(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?|United\s+States\s+Code)\s*[,.]?\s*{_MARK}"
    rf"({_SECTION}{_SUBS}(?:\s*(?:,|;|and|&|,\s*and)\s*(?:(?:§\s*)?{_SECTION}(?!\s*[,.]?\s*U\.?\s?S)(?![\w:/]){_SUBS}|{_MORE}))*)"
)
_TITLE = re.compile(
    rf"[Tt]itle\s+(\d{{1,2}})\s*,?\s*(?:of\s+the\s+)?(?:United\s+States\s+Code|U\.?S\.?C\.?)\s*,?\s*{_MARK}"
    rf"({_SECTION}{_SUBS}(?:\s*(?:,|and)\s*(?:{_SECTION}{_SUBS}|{_MORE}))*)"
)
_STATE = re.compile(
    rf"\b(PC|VC|HS|H&S|WI|BP|FC|CVC"
    rf"|(?<!Texas )(?<!Tex\. )(?<!TX )Penal\s+Code|Vehicle\s+Code|Health\s+(?:and|&)\s+Safety\s+Code|P\.C\.|V\.C\.)"
    rf"\s*{_MARK}({_SECTION}(?:\.\d{{1,3}})?{_SUBS})|(?<![\d-])({_SECTION}(?:\.\d{{1,3}})?{_SUBS})\s*(PC|VC|HS|H&S|P\.C\.)\b"
)
_NUMBER = r"\d{1,5}[A-Za-z]{0,2}(?:[.:/-]\d{1,5}[A-Za-z]?){0,4}"
_TAIL = r"(?:(?<=[)\]}])\s?\d{1,2}[a-z]?\.?(?![\w.]))?"
"""A number that goes on after the brackets of a section: the `6` of `812.014(2)(c)6`, which is no section of its own."""
_SHORT = (
    r"RCW|R\.C\.|A\.?R\.?S\.?|O\.?R\.?S\.?|RSMo\.?|N\.?R\.?S\.?|C\.?R\.?S\.?|K\.?R\.?S\.?|T\.?C\.?A\.?|M\.?C\.?L\.?|O\.?C\.?G\.?A\.?"
    r"|N\.?J\.?S\.?A?\.?|(?:N\.?C\.?\s?)?G\.?S\.?|K\.?S\.?A\.?|O\.?R\.?C\.?|F\.?\s?S\.?|ILCS|O\.\s?S\.|Pa\.?\s?C\.?S\.?|M\.?R\.?S\.?A?\.?|V\.?S\.?A\.?"
    r"|N\.?D\.?C\.?C\.?|S\.?D\.?C\.?L\.?|A\.?C\.?A\.?|I\.?C\.?|K\.?R\.?S\.?|R\.\s?S\.|U\.?C\.?A\.?|P\.?L\.?|M\.\s?S\.|C\.?G\.?S\.?"
    r"|H\.?R\.?S\.?|AS|M\.?C\.?A\.?|NMSA|(?:N\.?H\.?\s)?RSA|D\.\s?C\. Code"
)
_LONG_NAME = (
    r"(?:(?:W\. |S\.C\. |N\.C\. |R\.I\. )|[A-Z][a-z]+\.? ){0,3}(?:Penal (?:Code|Law)|Crim(?:inal|\.) Law|Criminal Code|Crimes Code"
    r"|Transportation Code|Health (?:and|&) Safety Code"
    r"|(?:Revised |General |Compiled )?(?:Statutes|Stats?\.)(?: Ann(?:otated|\.))?|Revised Code|Gen(?:eral|\.) Laws|Code(?:"
    r" Ann(?:otated|\.)| of [A-Z][a-z]+)?)"
)
_OF_A_STATE = re.compile(
    rf"\b(?P<before>{_LONG_NAME}|{_SHORT})(?![A-Za-z])\s*,?\s*(?:(?:19|20)\d\d(?: Supp\.)?,?\s+(?=§|\d))?{_MARK}(?P<one>{_NUMBER})"
    rf"|\b(?P<laws>M\.?G\.?L\.?(?:\s?A\.?)?|G\.L\.|Gen(?:eral|\.) Laws) (?:c|ch|chapter)\.? (?P<ch>\d{{1,3}}[A-Z]?),?"
    rf" {_MARK}(?P<five>{_NUMBER})"
    rf"|(?:§+\s*|\b[Ss]ections?\s+|\b[Ss]ecs?\.\s*|\bs\.\s*)(?P<two>{_NUMBER}){_SUBS}{_TAIL},?\s+(?:of the )?"
    rf"(?P<behind>{_LONG_NAME}|{_SHORT})(?![A-Za-z])"
    rf"|(?<![\d.)\]}}])(?P<three>{_NUMBER}){_SUBS}{_TAIL}"
    rf",?\s+(?P<last>(?:[A-Z][a-z]+\.? ){{0,2}}(?:Statutes|Stats?\.|Code)|F\.\s?S\.|RSMo|C\.?R\.?S\.|S\.C\. Code)(?![A-Za-z])"
    rf"|\b(?P<chapter>\d{{1,4}}\s+ILCS\s+\d+/{_NUMBER})"
    rf"|\b(?P<title>\d{{1,2}}(?:-[A-Z])?)\s+(?P<titled>Pa\.?\s?C\.?\s?S\.?(?:\s?A\.?)?|O\.\s?S\.|V\.?S\.?A\.?|M\.?R\.?S\.?(?:A\.?)?|Del\.\s?C\.|P\.\s?S\.)\s*{_MARK}"
    rf"(?P<four>{_NUMBER})"
    r"|(?<![\w:.])(?P<jersey>2C:\d{1,3}(?:[.-]\d{1,3})+[A-Za-z]?)"
)
"""A section as the states cite their statutes: the code before it or behind it, shortened or written out."""
_SPELLED = {
    "penalcode": "PC",
    "vehiclecode": "VC",
    "healthandsafetycode": "HS",
    "health&safetycode": "HS",
    "p.c.": "PC",
    "v.c.": "VC",
    "h&s": "HS",
    "cvc": "VC",
}


def statutes_in(text: str) -> list[str]:
    """The sections named, in order, as `8 USC 1326(b)(2)`, `PC 459`: with the subdivision that is written, each once."""
    text = _CUT.sub("", re.sub(r"\s+,", ",", text))
    hits: list[tuple[int, str]] = []
    for pattern in (_USC, _TITLE):
        for hit in pattern.finditer(text):
            hits.extend((hit.start(), f"{int(hit[1])} USC {number}") for number in _numbers(hit[2]))
    taken = [hit.span() for pattern in (_USC, _TITLE, _STATE) for hit in pattern.finditer(text)]
    hits.extend((hit.start(), _state(hit)) for hit in _STATE.finditer(text))
    others = [
        hit
        for hit in _OF_A_STATE.finditer(text)
        if not any(one < hit.end() and hit.start() < two for one, two in taken)
    ]
    hits.extend((hit.start(), name) for hit in others if (name := _of_a_state(hit)))
    return list(dict.fromkeys(name for _, name in sorted(hits, key=lambda each: each[0])))


_LOOSE = re.compile(r"§+|\b[Ss]ec(?:tions?|s?\.)\s*(?=\d)|\b[A-Z][A-Z.]{1,6}\s*§?\s*(?=\d+[-.:]\d)")
"""What a section begins with whose code nobody knows."""


def citations(text: str) -> list[tuple[int, int]]:
    """Where sections are cited in a text, the first first."""
    found = [hit.span() for pattern in (_USC, _TITLE, _STATE, _OF_A_STATE, _LOOSE) for hit in pattern.finditer(text)]
    return sorted(found)


_CUT = re.compile(r"(?<=\d[A-Z]\.)\s+(?=\d{2,3}\.\d{2,4})|(?<=\d-)\s+(?=\d{1,4}\b(?![/-]))")
"""A blank in the midst of a section, where its line ends: `RCW 9A.` / `52.025`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""The edition of a code, which is no section of it: `Code of Alabama 1975`."""
_PENNSYLVANIA = re.compile(r"(?<![\d.§-])(?P<title>\d{1,2})\s*§+\s*(?P<number>\d{3,5}(?:\.\d{1,2})?)")
_BARE = re.compile(
    r"(?:§+\s*|\b[Ss]ections?\s+|\b[Ss]ecs?\.\s*|\bss?\.\s+)(?P<number>\d{1,3}[A-Za-z]{0,2}(?:[.:-]\d{1,5}[A-Za-z]?){1,4})"
    r"(?!\s*(?:C\.?F\.?R|of the (?:Immigration|Act)))"
)


_OWN_WAYS = {
    "maryland": re.compile(
        r"\b(?P<code>CR|CL|CP|TR|HG|Criminal Law|Transportation)[\s.,§]{1,3}(?P<number>\d{1,2}-\d{3,4}(?:\.\d)?)"
    ),
    "massachusetts": re.compile(
        r"\b(?P<code>c(?:h)?\.? ?\d{1,3}[A-Z]{0,2}),? ?§+ ?(?P<number>\d{1,3}[A-Z]{0,2}(?:½)?)"
    ),
}
"""How courts of a state cite its code in short, where the name of the state stands on the paper."""


def sections_of_a_state(text: str, written: str) -> list[str]:
    """The sections that a charge on a state's paper names without their code: `Section 18.2-266`; in Pennsylvania `75 § 3802`.

    `written` is the paper's writing: Pennsylvania's courts leave out the name of its Consolidated Statutes.
    """
    if re.search(r"\bpennsylvania\b", written, re.IGNORECASE):
        found = [
            f"{hit['title']} Pa.C.S. {hit['number']}{_subdivision(text, hit.end())}"
            for hit in _PENNSYLVANIA.finditer(text)
        ]
        if found:
            return list(dict.fromkeys(found))
    for state, pattern in _OWN_WAYS.items():
        hits = list(pattern.finditer(text)) if re.search(rf"\b{state}\b", written, re.IGNORECASE) else []
        if hits:
            return list(dict.fromkeys(f"{hit['code']} {hit['number']}{_subdivision(text, hit.end())}" for hit in hits))
    return list(dict.fromkeys(f"§ {hit['number']}{_subdivision(text, hit.end())}" for hit in _BARE.finditer(text)))


_PART = re.compile(
    r"(?P<gap>\s?)[\(\[{]\s?(?P<part>[A-Za-z]{1,2}|[ivx]{1,5}|[IVX]{1,5}|\d{1,3}(?:\.\d{1,2})?)\s?[\)\]}]"
)
_AFTER = re.compile(r"\d{1,2}[a-z]?(?!\w|[.:/-]\d)")
"""What goes on after the brackets of a section: the `6` of `812.014(2)(c)6`."""


def _subdivision(text: str, at: int) -> str:
    """The brackets behind a section's number, as `(a)(1)`; a capital or a word behind a blank is a grade or a remark."""
    parts = ""
    while hit := _PART.match(text, at):
        if hit["gap"] and not re.fullmatch(r"[a-z]|\d+|[ivx]+", hit["part"]):
            break
        parts, at = f"{parts}({hit['part']})", hit.end()
    after = _AFTER.match(text, at) if parts else None
    return parts + after[0] if after else parts


def _numbers(text: str) -> list[str]:
    """The sections of a list, each with its subdivision; brackets behind `and` are another subdivision of the section before."""
    found: list[str] = []
    last, at = "", 0
    while hit := _ITEM.search(text, at):
        last, start = hit["number"] or last, hit.end() if hit["number"] else hit.start("more")
        parts = _subdivision(text, start)
        found += [f"{last}{parts}"] if hit["number"] or parts else []
        at = max(hit.end(), _ends(text, start))
    return found


_ITEM = re.compile(rf"(?P<number>{_SECTION})|(?:,|;|and|&)\s*(?P<more>[\(\[{{])")
_BRACKETS = re.compile(_SUBS)


def _ends(text: str, start: int) -> int:
    """Where the brackets that begin at a place end."""
    hit = _BRACKETS.match(text, start)
    return hit.end() if hit else start


def _state(hit: re.Match[str]) -> str:
    code, number = (hit[1], hit[2]) if hit[1] else (hit[4], hit[3])
    short = _SPELLED.get(re.sub(r"\s+", "", code.lower()), code.upper())
    cut = re.split(r"[(\[{]", number, maxsplit=1)[0].rstrip()
    bare = cut.strip()
    canonical = read_statute(f"{short} {bare}").canonical
    named = canonical if canonical.startswith(short) else f"{short} {bare}"
    return named + _subdivision(number, len(cut))


def _of_a_state(hit: re.Match[str]) -> str | None:
    """The code as written, then the number; nothing where the number has one part and the code's name alone could be any."""
    group = next(each for each in ("chapter", "jersey", "four", "five", "one", "two", "three") if hit[each])
    subs = _subdivision(hit.string, hit.end(group))
    if hit["chapter"]:
        return " ".join(hit["chapter"].split()) + subs
    if hit["jersey"]:  # New Jersey's complaints print its Code of Criminal Justice without a name
        return f"N.J.S.A. {hit['jersey']}{subs}"
    if hit["title"]:
        return f"{hit['title']} {' '.join(hit['titled'].split())} {hit['four']}{subs}"
    if hit["laws"]:
        return f"{hit['laws']} c. {hit['ch']} {hit['five']}{subs}"
    number = hit[group] + subs
    code = " ".join((hit["before"] or hit["behind"] or hit["last"]).split())
    if hit["before"] and _YEAR.fullmatch(number) and " " in code:
        return None
    return f"{code} {number}" if re.search(r"[.:/-]", number) or " " in code else None


def basis_of(statutes: list[str]) -> str | None:
    """`criminal_immigration` where any section is, `civil` where all only detain or remove, else `criminal_other`."""
    parts = [re.match(r"(\d+) USC (\w+)", each) for each in statutes]
    if any(part and part[2] in CRIMINAL_IMMIGRATION.get(int(part[1]), ()) for part in parts):
        return "criminal_immigration"
    if statutes and all(part and part[1] == "8" and part[2] in CIVIL_IMMIGRATION for part in parts):
        return "civil"
    return "criminal_other" if statutes else None
