"""What the headers of jail exports are called. A header alone proposes nothing that its cells contradict."""

import re

from habeas.roster.drafting.vocabulary import spelled_out

HEADERS: tuple[tuple[str, str], ...] = (
    ("citizenship_source", r"citizen.*(source|by)"),
    (
        "citizenship_on_record",
        r"citizen(ship)?(?!.*(source|by))|^cit$|^cit_*(cd|code|ctry|country|status|stat)$"
        r"|^ctz$|^ctzn(ship)?$|^citz(n|enship)?$"),
    (
        "booking_id",
        r"\bb(oo)?k(in)?g?_*(no|num|number|nbr|id|#)(?!\w)|\bbooking$|\bbkg\b|\bbkno\b|^j_*book$"
        r"|^commit(ment)?_*(no|num|id|#)|\bbook(ing)?_*(and_*)?case(_*(no|num|number|nbr|id|#))?$|^b_*&?_*c_*(no|num|number|nbr|#)$",
    ),
    (
        "person_id",
        r"\b(person|inmate|inm|subject|name|so|jail|jacket|offender|perm(anent)?|master|party)_*(id|uid|guid|no|num|number|nbr|#)(?!\w)|^(pin|spn|so|so_#|pfn|jid|mni|mniid|id|xref|id_*(no|num|number|#))$",
    ),
    ("full_name", r"^(inmate_|full_|offender_|defendant_)?name$|\bname$|^(inmate|defendant|offender)$"),
    ("family_name", r"\b(last|family|sur)_*(name|nm)\b|\blast$|^lname$|\bl_?name\b|surname"),
    ("given_name", r"\b(first|given)_*(name|nm)\b|\bfirst$|^fname$|\bf_?name\b"),
    ("middle_name", r"middle|^mname$|\bm_?name\b|^mi$"),
    ("suffix", r"\bsuffix\b|\bsfx\b|^gen$"),
    ("aliases", r"alias|^aka"),
    ("date_of_birth", r"\bdob\b|\bbirth_*(date|day|dt)?\b|date_*of_*birth|^born$|\bbday\b|birthdate"),
    ("sex", r"\b(sex|gender)(_*(cd|code|desc))?\b|sexcd"),
    ("state_id", r"\b(sid|cii)\b|state_*id"),
    ("fbi_number", r"fbi"),
    ("a_number", r"^(a_*num|alien|a_*number|ins_*num)"),
    ("sex_or_arson_registrant", r"regist.*\b(sex|arson)|\b(sex|arson).*regist"),
    ("language", r"\blanguage\b"),
    ("scheduled_release_on", r"(sched|proj|planned|expect|est|antic|max|earliest|min).*(rel|out|disch)"
     r"|^disch(arge)?_*(dt|date)?_*(proj|sched|est|exp)|\bout_*date|rel.*(sched|proj|est|exp)|\b(erd|prd)\b"),
    ("released_at", r"rel(eas(e|ed))?_*(dt|date|at|time)\b|^(dt|date)_*(of_*)?(rel|release|released)$"
     r"|discharg.*(dt|date)|\breleased?$|\bout$|act(ual)?_*rel|releas.*actual"),
    (
        "booked_at",
        r"\bb(oo)?k(ing|ed)?_*(in_*)?(dt|date|at|time|on)\b|\bbkdate\b|admi(t|ssion|tted)|intake|\bbooked$|^in$|commit.*(dt|date)|confine.*(dt|date)|arrest_*(dt|date|at|time)|(dt|date|time)_*(of_*)?arrest|date_*(time_*)?(in|booked|booking|confined|admission)\b|^booking.*date",
    ),
    ("release_reason", r"releas.*(reason|type|desc)"),
    ("facility", r"facility|^jail$|location$|^loc$|\bsite\b"),
    ("housing", r"housing|\bcell\b|\bbed\b|\bpod\b|\bunit\b|\bblock\b"),
    (
        "holds",
        r"^(?!.*\b(status|stat|date|dt|time|no|num|number|nbr|id|count|by|since|officer|placed|expires?|comments?|seq|days)$)"
        r".*(\bholds?\b|\bhlds?\b|detainer|\bdetnr\b|^held_*for)",
    ),
    ("charge_disposed_on", r"dispo.*(dt|date)|conv.*(dt|date)|sentence_*date"),
    ("charge_disposition", r"\bdispo?|\bstat$|charge_*status|case_*status|\bstatus\b|adjud"),
    ("offense_on", r"offen[sc]e_*(dt|date)|violation_*(dt|date)"),
    ("charge_id", r"charge_*(id|no|num|seq)|\bchg_*(id|seq|no|num)|hash|^count$"),
    ("charge_grade", r"grade|level|\blvl\b|\bsev(erity)?\b|crime_*type|\bcat(egory)?$|\bf_*/?_*m\b|class$|\bdegree\b"),
    (
        "statute",
        r"statute|section|^fss$|^law_*(code|section|cite)$|charge_*code|\bchg_*code|violation|top_*charge|\bcode$|\bors\b|\brcw\b|offense_*code"
        r"|\bstat_*(code|cd)\b|^stat$",
    ),
    ("charge_description", r"charge|offen[sc]e|literal|\bdescr?(iption)?\b|\bchg"),
    ("sentence_days", r"sentence.*(day|length)"),
    ("sentence_kind", r"sentence"),
    ("bail", r"bail|bond|\bamount$"),
    ("court", r"\bcourt\b|jurisdiction"),
    ("case_number", r"\bcase|docket|\bcause\b|warrant_*(no|num)|^(court_|charge_)?file$|\bfile_*(no|num|number|nbr|#)"),
)  # fmt: skip
"""Plain column and the headers that seem to mean it, the surest first. Headers are compared in lower case with `_` for blanks."""

NEVER_CITIZENSHIP = re.compile(
    r"birth|pob|race|ethnic|language|nativ|origin|tribe|tribal|nacimiento|nacid[oa]|natal|origen|raza|idioma",
    re.IGNORECASE,
)
MEANINGLESS = re.compile(
    r"\b(race|ethnic\w*|hair|eyes?|height|hgt|ht|weight|wgt|wt|address|addr|street|city|zip|state|phone|mug\w*|photo\w*|image\w*"
    r"|birth[ _]*place"
    r"|born[ _]*(in|at)"
    r"|place[ _]*(of[ _]*)?birth|pob|comments?|remarks?|notes?|occupation|marital|religion|scars?|complexion|build|skin)\b",
    re.IGNORECASE,
)
"""Headers of columns that are known, and mean nothing to the plain roster."""
ENHANCES = re.compile(r"\b(enhance?(ment)?s?|enh|allegations?|special ?circumstances?|strikes?)\b", re.IGNORECASE)
"""Headers of what makes a charge weigh more: sections too, and never the charge's own."""
OF_OTHERS = re.compile(
    r"\b(victims?|contact|attorney|lawyer|counsel|judge|magistrate|mother|father|parent|spouse|wife|husband|kin|relative|agent|deputy"
    r"|officer|bondsman|surety|codefendant|co defendant|witness|complainant|reporting|reported|doctor|physician|clerk"
    r"|entered by|created by|updated by|user)\b"
)
"""Headers of names, births and numbers of other people than the inmate."""
PAST = re.compile(r"\b(last|prior|prev|previous|previously|former|formerly|past|old|first|earlier)\b")
"""Words before a day that make it another stay's."""
ELSEWHERE = re.compile(
    r"court|hearing|appear|arraign|review|visit|class|modif|updat|enter|expir|warrant|bond|bail|photo|medical|issue|print|hired|licen[sc]e|\btb\b|test"
    r"|marri|entry|next|assess|transfer|move|offense|crime|violation|incident|order|parole|probation|hold|detain"
)
"""Words of headers whose days are no birth and no coming or going, whatever their years are like."""
STANDS_IN = re.compile(
    r"^(arrest|intake|admission|commit(ment)?|custody|event|identification|ident|dc|doc|confinement|register|reg|record|incarceration|control|ctl)"
    r" ?(no|num|number|nbr|id|#)?$"
)
"""Headers of numbers that stand in for a booking's where no other is there."""
CODES = {
    "ocga": "O.C.G.A.", "mca": "MCA", "ars": "A.R.S.", "rcw": "RCW", "nrs": "NRS", "ors": "ORS", "krs": "KRS", "orc": "O.R.C.",
    "mcl": "MCL", "tca": "T.C.A.", "ksa": "K.S.A.", "crs": "C.R.S.", "fs": "F.S.", "fss": "F.S.", "njsa": "N.J.S.A.",
    "ilcs": "ILCS", "rsmo": "RSMo", "aca": "A.C.A.", "sdcl": "SDCL", "ndcc": "N.D.C.C.", "nmsa": "NMSA", "uca": "U.C.A.",
    "rigl": "R.I. Gen. Laws", "hrs": "HRS", "rsa": "RSA", "lars": "La. R.S.", "sc": "S.C. Code", "va": "Va. Code",
    "wv": "W. Va. Code", "wva": "W. Va. Code", "ala": "Ala. Code", "alabama": "Ala. Code", "minnstat": "Minn. Stat.",
    "mnstat": "Minn. Stat.", "wisstat": "Wis. Stat.", "ga": "O.C.G.A.", "indiana": "Ind. Code", "iowa": "Iowa Code",
    "idaho": "Idaho Code", "gs": "G.S.", "ncgs": "G.S.", "cgs": "C.G.S.", "ny": "NY Penal", "penallaw": "NY Penal",
    "utah": "U.C.A.",
}  # fmt: skip
"""Codes that a header names in letters alone (`O.C.G.A.`, `MCA_1`): the sections below it are bare."""


def code_named(source: str) -> str:
    """The code that a header names (`K.S.A.`, `MCL / PACC`); empty where it names none."""
    parts = [each for each in source.split("/") if each.strip()]
    if len(parts) > 1:
        return next((code for each in parts if (code := code_named(each.strip()))), "")
    letters = re.sub(
        r"[^a-z]",
        "",
        re.sub(r"\{n\}", "", source.rpartition(".")[2] if source.startswith("charges.") else source).lower(),
    )
    return CODES.get(
        re.sub(r"(section|sec|code|statutes?|stat|cite|citation|nbr|num|number|no)$", "", letters),
        CODES.get(letters, ""),
    )


def parts_named(header: str) -> str:
    """The form of a whole name whose header names its parts in their order (`Inmate (First Middle Last)`); empty where it does not."""
    letters = re.search(r"(?<![A-Za-z])(LFM|FML|LF|FL|LFMS|FMLS)(?![A-Za-z])", header)
    if letters:
        return " ".join("{" + _LETTERS[each] + "}" for each in letters[1])
    found = [(each.start(), each[0].lower()) for each in _PART.finditer(header)]
    order = [_PARTS[word] for _, word in sorted(found)]
    if len(set(order)) != len(order) or not {"family", "given"} <= {*order}:
        return ""
    comma = (
        re.search(r"(last|family|surname)(\s+name)?\s*,", header, re.IGNORECASE) is not None and order[0] == "family"
    )
    return " ".join("{" + each + "}" + ("," if comma and not place else "") for place, each in enumerate(order))


_PARTS = {
    "first": "given",
    "given": "given",
    "middle": "middle",
    "last": "family",
    "family": "family",
    "surname": "family",
    "suffix": "suffix",
}
_LETTERS = {"L": "family", "F": "given", "M": "middle", "S": "suffix"}
"""The parts of a name in the letters of a header (`Inmate Name LFM`)."""
_PART = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(_PARTS)})(?![A-Za-z])", re.IGNORECASE)
GENERIC = frozenset(
    {
        "status", "date", "time", "dt", "tm", "dttm",
        "nm", "cd", "code", "number", "no", "num", "id", "type", "value", "text", "name", "desc",
        "description", "agency", "country", "day", "iso", "key", "level", "state", "at", "on", "by", "seq", "n",
        "uid", "guid", "display", "label", "short", "long", "raw", "unit", "full", "actual",
    }
)  # fmt: skip
"""Last words of a path that say nothing without the word before."""


def header_of(path: str) -> str:
    """The words that head a path of a tree: its last word, with the one before where that alone says nothing, else all of them."""
    parts = [each.removeprefix("@") for each in re.sub(r"\[[^\]]*\]", "", path).split(".") if each and each != "#text"]
    named = [re.sub(r"^(charge|booking)s$", r"\1", each) for each in parts]
    ways = [" ".join(named[-1:]), " ".join(named[-2:]), " ".join(named)]
    generic = {*words_of(ways[0]).split("_")} <= GENERIC
    if generic or NEVER_CITIZENSHIP.search(path):
        ways = ways[1:] if generic and not NEVER_CITIZENSHIP.search(path) else ways[2:]
    return next(
        (each for each in ways if meant(words_of(each), spelled_out(each)) or MEANINGLESS.search(each)), ways[-1]
    )


AGE = re.compile(r"^(current_)?age(_at_.*)?$|\bage$")
YEAR = re.compile(r"(birth|dob|yob).*(year|yr)|^(yob|year_of_birth)$|birthyear")


def words_of(source: str) -> str:
    """A header in the form it is compared in: `Booking / Date/Time` is `booking_date_time`, `demographics.birthDate` its last words."""
    last = re.sub(r"([a-z])([A-Z])", r"\1_\2", source)
    last = re.sub(r"\[[^\]]*\]|\.?#text$", "", last)
    return re.sub(r"_+", "_", re.sub(r"[\s\-./]+", "_", last.strip().lower())).strip("_")


def meant(words: str, spelled: str = "") -> list[str]:
    """The plain columns that a header may mean, the surest first. `words`: as it is written; `spelled`: in whole words."""
    ways = [each.replace("_", " ") for each in dict.fromkeys((words, spelled)) if each]
    never = any(NEVER_CITIZENSHIP.search(each) for each in (words, spelled))
    found = [
        name
        for name, pattern in _PATTERNS
        if not (never and name == "citizenship_on_record") and any(pattern.search(each) for each in ways)
    ]
    found = ["given_name", *found] if any(_FIRST_MI.search(each) for each in ways) else found
    found = list(dict.fromkeys(found))
    part = {"family_name", "given_name", "middle_name"} & {*found}
    return [each for each in found if not (part and each == "full_name")]


_FIRST_MI = re.compile(r"\b(first|given)\b.*\b(mi|middle|m)\b")
"""A header over given and middle name in one cell: it heads the given name, not the middle name alone."""
_PATTERNS = [
    (name, re.compile(pattern.replace("_*", " *").replace("_?", " ?").replace("_", " "))) for name, pattern in HEADERS
]
