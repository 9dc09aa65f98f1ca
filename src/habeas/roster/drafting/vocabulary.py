"""Short, old and Spanish words of headers, in the words that the headers' patterns are written with (`NM_LST`, `Apellidos`: last name)."""

import re
import unicodedata

_SAME: dict[str, str] = {
    "inmate": "aic interno interna recluso preso"
    " inm inmt inmates prisoner prsnr offender ofndr detainee dtnee subj arrestee pers resident individual indiv person persons"
    " client confinado persona",
    "defendant": "deft dfdt def",
    "number": "nbr nmbr numb nr num # nº no key numero nro",
    "booking": "lodg lodging fichaje ficha bk bkg bkng bkn booking book reserva",
    "case": "cs cse caso",
    "name": "nm nme names",
    "last": "lst lname lnm surname sur ln apellido apellidos lastname family",
    "first": "fst frst fname fnm fn forename forenames given firstname christian",
    "middle": "mid mdl mname mnm segundo second middlename md mn",
    "initial": "init initl inicial",
    "suffix": "ext extension sfx suf suff nsfx generation generational gen sufijo",
    "birth": "brth bth brt nac nacimiento born",
    "date": "dt dte day fecha dat",
    "date time": "dttm datetime dtm timestamp ts tmstmp dttime",
    "time": "tm tme hora",
    "sex": "sx sexcode sexo",
    "gender": "gndr gdr gndr genero",
    "code": "cd cde",
    "citizenship": "nacionalidad natl"
    " ctzn ctz citz ctznshp citzn citzenship citizen ctzshp ctznship citizenshp ciudadania nationality natnlty",
    "country": "ctry cntry ctr ctry nation pais",
    "hold": "hld hl holder holders hld hlds retencion retenciones detencion detenciones",
    "detainer": "detnr dtnr detainr detainers detn retainer retainers detaining dtn",
    "agency": "agcy agy agncy",
    "charge": "chg chrg chgs chrgs charges cargo cargos",
    "offense": "offns ofns ofnse offense offence offences offenses delito delitos off matter matters",
    "description": "dsc descr descrip descriptor txt text literal ltrl desc",
    "level": "lvl lev",
    "class": "cls clas classification",
    "degree": "deg dgr degr",
    "grade": "grd grado severity sev svrty",
    "status": "sts stts estado",
    "disposition": "disp dispo dspo dspn dispositions outcome verdict stands",
    "bond": "bnd",
    "bail": "fianza",
    "amount": "amt amnt usd",
    "release": "rls rl rlse relse reles salida leaves leave leaving depart departs departed departure exit exited"
    " discharged",
    "projected": "prj prjd proj prjctd",
    "expected": "exp expctd expect anticipated antic tentative tent prevista prevista due",
    "scheduled": "sched schd sch schedule",
    "arrest": "arrst",
    "admission": "adm admt",
    "commitment": "cmmt cmtmt commit",
    "booked": "bkd enter entered lodged committed confined confinement received receipt"
    " rcvd arrive arrived arrival jailed brought ingreso",
    "aliases": "aka akas alias monikers moniker nickname nicknames apodo apodos",
    "statute": "citation cite statutes articulo ley rrs",
    "section": "sect sec",
    "court": "crt",
    "facility": "fac",
    "location": "loc",
    "place": "lugar",
    "sequence": "seq",
    "comments": "cmt cmts comment remark remarks",
    "other": "otra otro otros",
}  # fmt: skip
"""Our word, and the words that mean the same in a header."""
_OURS = {word: ours for ours, words in _SAME.items() for word in words.split()}
_WHOLE: tuple[tuple[str, str], ...] = (
    (r"also known as|other names?( used)?|known as|street names?", "aliases"),
    (r"nombre completo|name of inmate|inmate full name|committed name|legal name|full name", "full name"),
    (r"nombres?$", "first name"),
    (r"\bnombre", "name"),
    (r"^(first|last|middle)( initial| number)?$", r"\1 name"),
    (r"\bfirst names$", "first name"),
    (r"\bmiddle initial\b|^initial$|^mi$|\bmi$", "middle name"),
    (r"\bname suffix$|^suffix name$|^jr sr( .*)?$", "suffix"),
    (r"^jr ?sr$|^jrsr$|^gener(ation)?$", "suffix"),
    (r"\b(c?ymd|mdy|jul|julian)\b", "date"),
    (r"\bcit\b(?! (number|id|date)\b)", "citizenship"),
    (r"\b(good time|gt|adjusted|adj) (rel|release)( date)?$", "projected release date"),
    (r"^local (number|id)$", "person number"),
    (r"^(expediente|exp) ?(number)?$", "inmate number"),
    (
        r"^(excarcelacion|excarceracion|salida|libertad) (expected|projected|prevista)$|^fecha (de )?(salida|excarcelacion)$",
        "projected release date",
    ),
    (r"^grado$", "grade"),
    (r"^(stat|statute)s? ref(erence)?( number)?$", "statute"),
    (r"^name last first( middle| mi)?$", "full name"),
    (r"^1st name$", "first name"),
    (r"^(2nd name|m init|minit|middle init)$", "middle name"),
    (r"^last n$", "last name"),
    (r"^(booking|booked) in (number|id)$|^booking (record|rec)( number| id)?$", "booking number"),
    (r"^(jail )?(stay|incarceration|detention|reception|jacket event|jail event) ?(number|id|no)?$", "booking number"),
    (
        r"^(date )?(incarceration|custody|in custody|jail|entry|reception|detained|incarcerated|confined|booked|booking in)"
        r"( since| on| at| start| begin| date| time| date time)+$|^incarcerated$|^(booking|booked) in$",
        "booked date",
    ),
    (r"^(calc|calculated|possible|tentative|likely|earliest) release( date)?$", "projected release date"),
    (r"^released? on$", "release date"),
    (
        r"^(offense|charge|crime|violation|statute) (name|title|description)$|^(crime|lit|accusation|charged offense)$",
        "charge description",
    ),
    (r"^(charge|offense|crime) type$|^misd( or)? fel(ony)?$", "charge level"),
    (r"^hold(ing)? (by|agency)$|^(outside|warrant|agency) hold$", "hold"),
    (r"^cit(z|izen)? country$", "citizenship"),
    (r"\bname (last|first|middle|suffix)\b", r"\1 name"),
    (r"\b(inmate|defendant) (last|first|middle)$", r"\2 name"),
    (r"\b(last|first|middle) inmate$", r"\1 name"),
    (r"\bname l$", "last name"),
    (r"\bname f$", "first name"),
    (r"\bname m$", "middle name"),
    (r"\bname s$", "suffix"),
    (r"\bl name$", "last name"),
    (r"\bf name$", "first name"),
    (r"\bm name$", "middle name"),
    (r"\bn suffix$", "suffix"),
    (r"\bb date$|\bbirth (on|dates?)$|\bdates? (of )?birth$|\bd o b$", "birth date"),
    (r"\b(sex|gender) (at|on) .*", r"\1"),
    (r"^m f$|^f m s$", "sex"),
    (r"\bcountry (of )?citizenship\b|\bcitizenship of\b|\bcitizenship country\b", "citizenship"),
    (r"\bheld for\b|\bhold for\b|\bholding for\b|\bhold s$|\bhold (of )?agency\b|\bdetainer agency\b", "hold"),
    (r"\b(fel(ony)?) (or )?(mis(d|demeanor)?)\b", "grade"),
    (r"\bbooked (on|at|in|date)? ?(on|at|date|time)*$", "booked date"),
    (r"^(date time|time|date) (in|booked|booking)$|^(in|booked) (date time|date|time)$|^booked$", "booked date"),
    (r"^(date|time) (of )?(booked|admission)$", "booked date"),
    (r"\b(charged|booked) with$", "charge"),
    (r"\bmax(imum)? (release|out)\b", "expected release"),
    (r"\b(expected|projected|scheduled) (out|release)\b.*", "projected release date"),
    (r"^date (projected|expected|scheduled)$|^(projected|expected|scheduled)( date)?$", "projected release date"),
    (r"\b(jail|custody|facility|detention) (entry|entrance|begin|start)\b", "booked"),
    (r"\b(jail|custody|facility|detention) (exit|exited|end)\b", "release"),
    (r"\b(booking|booked|check|checked) out( date| time| at| on)*$", "release date"),
    (r"^((stay|booking|custody) )?left( date| day| time| on| at| jail| custody)*$", "release date"),
    (r"^out date$", "projected release date"),
    (r"^(jail|stay|custody) ref(erence)?$", "booking number"),
    (r"\bref(erence)?$", "number"),
    (r"\bbooked number$", "booking number"),
    (r"\b(number|name) (de|del|of|of the|de la) ", r"\1 "),
    (r"\bnumber (inmate|booking)\b", r"\1 number"),
    (r"^court (number|id)$", "case number"),
    (
        r"^(jail|stay|custody|confinement|booking|booked|commitment) (number|ref|reference) ?(number|id)?$(?<!jail number)",
        "booking number",
    ),
    (r"^(number )?(ingreso|booked) number$|^number (ingreso|booked)$", "booking number"),
    (r"^bail set$", "bail"),
    (r"^where it (is|disposition)$", "disposition"),
    (r"^(jail|custody|confinement|stay|incarceration) (event|episode|record)( id| number)?$", "booking number"),
    (
        r"^(folder|permanent folder|jacket|jkt|swis|spn|oca|mni|master name|perm|permanent)( id| number)?$",
        "inmate number",
    ),
    (r"\b(utc|gmt|local)$", ""),
    (r"^(detain|detained|detaining)( for| by| agency)?$", "hold"),
)
"""Patterns over the words together, tried in their order."""
_GLUED = re.compile(
    r"(bk|bkg|book|booking|inm|inmate|offender|mni?|jail|last|first|mid|middle|birth|rel|release|chg|charge|off|offense|sex|race|hold|bond|bail|[lfm])"
    r"(id|no|num|nbr|number|name|nm|date|dt|time|code|desc|description|type|lvl|level|amt|amount|key|disp|text|agency)"
)
"""Two words of a header in small letters without anything between: `inmatenumber`, `bkid`, `lname`."""


def spelled_out(header: str) -> str:
    """A header in whole words with `_` between: capitals, dots, accents and marks taken apart, short and Spanish words replaced."""
    words = [_OURS.get(word, word) for word in _words(header)]
    text = " ".join(words)
    for pattern, ours in _WHOLE:
        text = re.sub(pattern, ours, text)
    return re.sub(r"\s+", "_", text.strip())


def _words(header: str) -> list[str]:
    """The words of a header in small letters, each part of `camelCase` one; `D.O.B.` is one word."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", header) if unicodedata.category(c) != "Mn")
    plain = re.sub(r"\b(?:[A-Za-z]\.){2,}[A-Za-z]?\.?", lambda found: found[0].replace(".", ""), plain)
    plain = re.sub(r"([a-z])([A-Z])", r"\1 \2", plain)
    plain = re.sub(r"\b([LFMN])(Name|Sfx|Suf)", r"\1 \2", plain)
    plain = re.sub(r"([A-Z]{2,})([A-Z][a-z]{2,})", r"\1 \2", plain)
    apart = re.sub(r"#", " # ", re.sub(r"[^\w#{}]+|_", " ", plain)).lower().split()
    return [part for word in apart for part in (_parts(word))]


_PIECES = frozenset(
    {
        "book", "bk", "bkg", "booking", "birth", "rel", "rl", "rls", "release", "exp", "proj", "sched", "est", "dob", "num", "no",
        "nbr", "id", "date", "dte", "dt", "time", "tm", "dttm", "name", "nm", "last", "first", "middle", "mid", "lst", "fst",
        "suffix", "sfx", "inmate", "inm", "offender", "jail", "court", "case", "cause", "docket", "chg", "charge", "off", "offense",
        "desc", "dsc", "descr", "code", "cd", "level", "lvl", "class", "cls", "bail", "bond", "amt", "amount", "sex", "race",
        "gender", "status", "stat", "dispo", "disp", "disposition", "hold", "hld", "agency", "agy", "depart", "admit", "intake",
        "arrest", "arr", "sect", "section", "statute", "housing", "cell", "unit", "bed", "alias", "aka", "citizen", "ctzn", "grade",
        "grd", "cnt",
        "oth", "other", "immig", "ice", "usm", "fed", "detainer", "det", "text", "txt", "lit", "literal",
        "jul", "cit", "flg", "flag", "ind", "usms", "dhs", "doc", "cymd", "ymd", "mdy",
        "custody", "commit", "warrant", "in", "out", "pers", "person", "prsn", "perm", "mstr", "master", "jkt", "jacket", "natl",
        "citz", "ctry", "country", "max", "min", "lock", "reg", "ref", "ord", "seq", "ori", "addr", "maxout",
    }
)  # fmt: skip
"""Words and short words of which a header in small letters without anything between may be made."""


def _cut(word: str) -> tuple[str, ...]:
    """A glued word (`bookdte`, `exprel`) as the fewest words that it is made of; empty where it is not made of known ones."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        for at in range(end - 1):
            before = best[at]
            made = (*before, word[at:end]) if before is not None and word[at:end] in _PIECES else None
            if made and (best[end] is None or len(made) < len(best[end] or ())):
                best[end] = made
    return best[-1] or ()


def _parts(word: str) -> tuple[str, ...]:
    known = word in _OURS or word in _SAME or len(word) < 4
    if not known and len(pieces := _cut(word)) > 1:
        return tuple(_OURS.get(each, each) for each in pieces)
    found = _GLUED.fullmatch(word) if word not in _OURS else None
    if found is None:
        return (word,)
    return (
        {"l": "last", "f": "first", "m": "middle", "mn": "inmate", "mni": "inmate"}.get(found[1], found[1]),
        found[2],
    )
