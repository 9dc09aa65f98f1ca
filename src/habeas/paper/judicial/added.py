"""Marks put on a paper that nobody knows: what is no form's print, no entry and no usual office mark may take the paper back.

A list of words can never hold every way to say so (`CANC 11/12 JG`, `NP`); so an unknown mark is named and asked about.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from habeas.paper.fields.lexicon import tokens
from habeas.paper.fields.meanings import OTHER, meanings
from habeas.paper.fields.value_patterns import find_date
from habeas.paper.forms.forms import FORMS
from habeas.paper.forms.state_titles import is_commitment_title, is_order_title, is_warrant_title
from habeas.paper.judicial.cells import describes, is_label, of_a_cell
from habeas.paper.judicial.returns import blank_return
from habeas.paper.judicial.undoing import STRONG_WORD, WORD
from habeas.paper.judicial.usual import usual_line
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Area, Page, Run, overlap

_USUAL = frozenset(
    re.findall(
        r"\S+",
        "filed received copy certified original true correct entered issued issue sealed unsealed seal under"
        " conformed duplicate lodged docket docketed page pages pg of fax from to by at on in the and for a an no nos"
        " number case cause document doc ecf pageid id rev date dated time am pm a.m p.m clerk deputy court courts"
        " district superior circuit county state united states u.s us usa america american eastern western northern"
        " southern middle central division dist div felony misdemeanor office official judge magistrate hon honorable"
        " attorney attest exhibit attachment sheet form bench arrest warrant copied scanned imaged electronically"
        " digitally signed served bates confidential law enforcement sensitive use only public record records jan feb"
        " mar apr may jun jul aug sep sept oct nov dec january february march april june july august september"
        " october november december mon tue wed thu fri sat sun http https www gov e-filed efiled recorded department"
        " pro se not void if altered without raised file stamp stamped mailed emailed sent via tel phone order"
        " marshal marshals service sheriff police probation pretrial re cc v vs return defendant plaintiff people"
        " commonwealth bail bond birth dob sex m f male female certificate versus against ss co"
        " report greeting greetings herein fail witness indictment information complaint affidavit petition petitioning petitioner"
        " probable finding findings commissioner justice peace presiding associate chief senior prothonotary registrar",
    )
)
"""Words of office marks that take nothing back."""
_CLERK = re.compile(
    r"[\w .'’-]{3,40},?\s+(?:clerk|deputy)(?: of (?:the )?court)?\.?|by:? [\w .'’-]{3,30}", re.IGNORECASE
)
_FILING_LINE = re.compile(
    r"(?:usca\d* )?case:? \S+ (?:document|doc\.?|dkt\.?|ecf(?: no\.)?)[: ]*[\d-]+ .*", re.IGNORECASE
)
"""The line that a federal court's filing system prints on each page (`Case 2:25-mj-00098 Document 4 Filed 09/12/25 Page 1 of 2`)."""
_COUNTY = re.compile(
    r"(?:in )?(?:and )?(?:for )?(?:the )?(?:(?:city and )?county of [a-z.'’-]+(?: [a-z.'’-]+){0,2}|[a-z.'’-]+(?: [a-z.'’-]+){0,2} county)"
    r"(?:,? (?:(?:state|commonwealth) of )?[a-z]+(?: [a-z]+)?)?"
    r"|(?:(?:people|plaintiff)(?:/(?:people|plaintiff))?: ?)?(?:the )?(?:people of the )?(?:state|commonwealth)"
    r"(?: of [a-z]+(?: [a-z]+)?)?(?:,? plaintiff)?"
    r"|(?:and )?(?:it is )?(?:hereby )?(?:so|done and) ordered:?|enter:?|by the court:?|for court use only"
    r"|(?:court )?(?:located at|location|address)(?: ?\((?:of )?(?:the )?court(?:[’']s)? (?:street )?address\))?:?",
    re.IGNORECASE,
)
"""The line of a caption that names the county or the state, and what a judge or a court's form prints over a signature or a stamp."""
_BLANK = r"(?:[_\s.:,;]|\((?:date|city|state|place|and| |time)+\))*"
_EMPTY_RETURN = re.compile(
    r"\W*(?:(?:(?:printed )?names?|signature)(?:(?:,| and| &|/| or) ?(?:official )?title)?"
    r" of (?:the )?(?:arresting|executing|serving|receiving) (?:officer|agent|deputy|official)"
    r"|date (?:(?:of )?arrest(?:ed)?|received|executed|of execution)"
    rf"|(?:warrant )?executed (?:(?:on|at|by)_[_\s]*|(?:on|at|by) _[_\s]*)(?:(?:on|at|by) ?_+ ?)*){_BLANK}",
    re.IGNORECASE,
)
"""Captions of a warrant's printed return, and its sentence with nothing in the blanks."""
_INITIALS = re.compile(r"[A-Z]{1,3}\.?")
_FILING = re.compile(r"\b(?:filed|received|sealed|unsealed|entered|issued|certified|copy|docketed)\b", re.IGNORECASE)
"""Words of a clerk's stamp, beside which initials are the clerk's."""
_WORDS = re.compile(r"(?<!\w)[^\W\d_](?:[\w.'’/-]*\w)?")
_MOST = 12
"""Words of a run beyond which upright text is writing and not a mark."""


def unknown_marks(page: Page, entries: Sequence[str], *, alone: bool = False) -> Iterator[Run]:
    """The runs of a page that were added to it and hold a word that is no office's, no entry's and nowhere else on the page.

    `alone` asks for what stands by itself in capitals or with a day as well, in the form's own face: a court's paper may bear none.
    """
    apart = [each for each in page.runs if _apart(each, page) or (alone and _by_itself(each, page))]
    known = _words(" ".join([*entries, *(each.text for each in page.runs if each not in apart)]))
    known |= _printed() if alone else _printed_by_the_department()
    known -= {
        each for each in known if STRONG_WORD.fullmatch(each)
    }  # an undoing word that was read into an entry excuses no mark
    foot = blank_return(page)
    for run in apart:
        if (
            not _harmless(run.text, known)
            and not _entered_day(run.text, entries)
            and not abs(run.area[1] - foot) < _HEADED
            and not _of_the_caption(run, page)
            and not _code_of_title(run, page)
            and not _tick(run, page)
            and not _in_its_cell(run, page)
            and not _labels_an_entry(run, page)
            and not usual_line(run, page, plain=not run.note and not colored(run))
        ):
            yield run


_SAYS = re.compile(
    r"\b(?:no|not|sent|held|back|out|paid|made|(?!(?:issued|dated|named|fixed|wanted|charged|alleged|signed|ordered|printed)\b)\w+ed)\b",
    re.IGNORECASE,
)
"""Words by which labels' words say that something was done, or is not: `BOND POSTED`, `DEFENDANT ARRESTED`, `NO CHARGES`."""


def _labels_an_entry(run: Run, page: Page) -> bool:
    """Whether a run is the printed label of an entry (`BAIL FIXED AT`), with something right behind or under it, and says nothing else."""
    if (
        run.note
        or colored(run)
        or (run.style and run.style[-1] != 0)
        or WORD.search(run.text)
        or _SAYS.search(run.text)
    ):
        return False
    asked = meanings(" ".join(token for each in run.text.split() for token in tokens(each)))
    return (
        bool(asked)
        and OTHER not in asked
        and any(_beside(run.area, each.area) for each in page.runs if each is not run)
    )


def _beside(label: Area, value: Area) -> bool:
    """Whether a place is right of a label in its line, or under it in its column."""
    right = abs(value[3] - label[3]) < 4 and 0 <= value[0] - label[2] < 120
    return right or (0 < value[1] - label[1] < 30 and -4 < value[0] - label[0] < 24)


_COURTS_DISTRICT = re.compile(
    r"(?:in and for )?(?:the )?(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|forty)?[ -]?[a-z]+(?:st|nd|rd|th)) judicial (?:district|circuit)"
    r"(?: of (?:the state of )?[a-z]+(?: [a-z]+)?)?",
    re.IGNORECASE,
)
"""The line of a judge's block or of a caption that names the court's district: `SEVENTH JUDICIAL DISTRICT OF IOWA`."""
_GROUP = re.compile(r"[0-9A-F]{3,8}")


def _hash(text: str) -> bool:
    """Whether a text is the code by which a filing program lets a signature be checked: groups of digits with letters from A to F."""
    groups = text.split()
    whole = len(groups) > 2 and all(map(_GROUP.fullmatch, groups))
    mixed = [each for each in groups if re.search(r"\d", each) and re.search(r"[A-F]", each)]
    return whole and len(mixed) > 1


def _code_of_title(run: Run, page: Page) -> bool:
    """Whether a run at the head of a page is the code under which a clerk files it: the first letters of its own title (`BW`)."""
    text = run.text.strip()
    titles = [each.text for each in page.runs if each is not run and _title_like(each.text)]
    short = re.fullmatch(r"\(([A-Z]{3,8})\)", text)
    if short:  # a court's code for its own title stands in brackets under it: `(WARR)`
        return any(word.startswith(short[1]) for each in titles for word in each.upper().split())
    if not re.fullmatch(r"[A-Z]{2,4}", text) or run.area[1] > page.height * _RIM:
        return False
    return text in {"".join(word[0] for word in each.upper().split()) for each in titles}


_HEADED = 8.0
"""Points from where an empty return begins within which its heading stands."""


def _entered_day(text: str, entries: Sequence[str]) -> bool:
    """Whether a text is a day alone that is one of the entries, as over the caption `Date`."""
    day = find_date(text)
    whole = day is not None and not re.sub(r"\W", "", text[: day.start] + text[day.end :])
    return whole and day is not None and day.value in entries


def _tick(run: Run, page: Page) -> bool:
    """Whether a run is the cross of a box that is ticked."""
    x0, top, x1, bottom = run.area
    if run.text.strip() in {"X", "x"} and any(
        -4 < each.x0 - x1 < 14 and abs(each.y - bottom) < 8 for each in page.rules
    ):
        return True  # where to sign
    if run.text.strip() in {"X", "x"} and any(
        each.x0 <= x0 + 4 < each.x1 and -6 < each.y - bottom < 8 for each in page.rules
    ):
        return True
    square = (
        page.square_at((x0 - 8, top - 6, x1 + 8, bottom + 6)) if run.text.strip() in {"X", "x", "✓", "✔", "☒"} else None
    )
    return square is not None and square.ticked is True


_LETTER = re.compile(r"[A-WYZ]")
"""A letter alone, as in a cell for race or sex; an X may cross a paper out."""
_NUMBER_OF_FORM = re.compile(
    r"(?:form )?[A-Z]{2,5}(?:-[A-Z]{1,3}){0,2}-\d{1,4}(?:\.\d{1,3})?(?:-?[A-Z])?(?: ?\([A-Z]+\))?"
    r"(?:,? ?\(?(?:(?:rev|new|eff)\.?,? ?)?[\d/.-]{4,10}\)?)?"
    r"|(?:form )?[A-Z]{2,5} \d{1,4}[A-Z]?,? (?:\(?(?:rev|new|eff)\b.{0,14}|\(\d{1,2}/\d{2,4}\))",
    re.IGNORECASE,
)
"""A form's number with its printing: `JD-CR-36`, `NHJB-2301-S (07/01/2011)`, `MC 203 (6/19)`."""
_RIM = 0.09
"""The share of a page at its head and its foot where forms print their numbers."""


def _of_the_caption(run: Run, page: Page) -> bool:
    """Whether a run names the seat or the division of the court under its name (`AT KNOXVILLE`), or is a form's number at the rim."""
    text = run.text.strip()
    last = not any(each.area[1] > run.area[3] + 2 for each in page.runs)
    rim = last or run.area[1] < page.height * _RIM or run.area[3] > page.height * (1 - _RIM)
    if rim and _NUMBER_OF_FORM.fullmatch(text) and not WORD.search(text):
        return True
    named = bool(_SEAT.fullmatch(text) or (_DIVISION.fullmatch(text) and not WORD.search(text)))
    return named and run.area[1] < page.height * _CAPTION


_CAPTION = 0.28
"""The share of a page that a caption's heading reaches."""
_SEAT = re.compile(r"AT [A-Z.'’-]{4,}(?: [A-Z.'’-]{4,})?(?:, [A-Z]+)?")
_DIVISION = re.compile(
    r"(?:[A-Z][A-Z.'’-]+ ){1,4}(?:DIVISION|BRANCH|COURTHOUSE|JUSTICE CENTER|JUDICIAL CENTER|ANNEX|SECTION|DEPARTMENT)"
    r"(?: (?:NO\. ?)?\d{1,3}| [A-Z])?",
)
"""The line of a caption that names a court's division or its house."""
_CODED = re.compile(
    r"[A-Z]|\d['’]\s?\d{1,2}[\"”]?|\d{2,3}(?: ?lbs?\.?)?|BLK|BRO|BRN|BLU|GRN|GRY|HAZ|BLN|BLD|RED|SDY|UNK|WHT|HIS|ASN|NAT",
    re.IGNORECASE,
)
"""What a cell that describes a person holds: a letter for race or sex, a height, a weight, a color."""


_COUNTED = re.compile(r"[A-Z]{0,4}-?\d{3,}[A-Z\d-]*")
"""A number of a bar, an agency or a charge, which stands by its label."""


_NUMBERED = re.compile(r"[A-Z]{1,4}[ -]?\d{2,4}[ -]?\d{3,8}(?:[.-]\d{1,3})?")
_ASKS_NUMBER = re.compile(r"\b(?:number|no\.?|nbr\.?)\s*:?\s*$|#\s*:?\s*$", re.IGNORECASE)
"""A number right under a label that asks for one."""


def _in_its_cell(run: Run, page: Page) -> bool:
    """Whether a short code stands right under, or right behind, a label of a cell that describes a person."""
    x0, top, x1, bottom = run.area
    if _NUMBERED.fullmatch(run.text.strip(" .")):
        labels = [each.text for each in page.runs if 0 < top - each.area[1] < 24 and abs(each.area[0] - x0) < 24]
        if any(_ASKS_NUMBER.search(each) for each in labels):
            return True
    if _COUNTED.fullmatch(run.text.strip(" .")):
        close = [
            each for each in page.runs if each is not run and -4 < max(top - each.area[3], each.area[1] - bottom) < 24
        ]
        return any(is_label(each.text) for each in close if each.area[0] < x1 + 6 and x0 - 40 < each.area[2])
    if not _CODED.fullmatch(run.text.strip(" .")):
        return False
    over = [
        each for each in page.runs if 0 < top - each.area[1] < 26 and each.area[0] < x1 + 6 and x0 - 40 < each.area[2]
    ]
    beside = [each for each in page.runs if abs(each.area[3] - bottom) < 4 and 0 <= x0 - each.area[2] < 40]
    return any(describes(each.text) for each in (*over, *beside) if each is not run)


@lru_cache(maxsize=1)
def _titles() -> set[str]:
    """The letters of the titles of courts' forms, for a title whose letters stand apart."""
    return {
        key(title).removesuffix("s")
        for form in FORMS
        if form.issuer in {"court", "state_court"}
        for title in form.titles
    }


@lru_cache(maxsize=1)
def _printed() -> set[str]:
    """The words of the titles and the labels that courts' forms print."""
    forms = [each for each in FORMS if each.issuer in {"court", "state_court"}]
    places = [place for form in forms for entry in form.entries for place in entry.places]
    texts = [text for form in forms for text in (*form.titles, *form.labels, *form.signing.captions)]
    return _words(" ".join([*texts, *(label for place in places for label in place.labels)]))


@lru_cache(maxsize=1)
def _printed_by_the_department() -> set[str]:
    """The words of the labels and the titles of federal immigration forms, and those of the headings over their parts."""
    forms = [each for each in FORMS if each.issuer not in {"court", "state_court"}]
    labels = [label for form in forms for entry in form.entries for place in entry.places for label in place.labels]
    texts = [text for form in forms for text in (*form.titles, *form.labels, *form.signing.captions)]
    return _words(" ".join([*texts, *labels, _HEADINGS])) - _TAKES_BACK


_HEADINGS = (
    "to be completed by the law enforcement agency holding the subject please provide the information below sign and return"
    " see reverse side instructions continued part section for official use only local booking inmate"
)
"""Words of the headings that forms print over a part of themselves."""
_TAKES_BACK = frozenset({"void", "not", "no", "served", "return", "altered", "if", "without", "file", "sealed"})
"""Usual words that may belong to a stamp which takes the paper back."""


def usual_print(text: str, page: Page, place: Area) -> bool:
    """Whether a place that was read a second time holds nothing but words of courts' forms and of the page's other places."""
    others = [each for each in page.words if each.sure >= _SURELY and not overlap(place, each.area)]
    elsewhere = {each.text.lower().strip(".,:;()") for each in others}
    known = (_USUAL | _printed() | elsewhere) - _TAKES_BACK
    bare, ordinals = _ORDINAL.subn(" ", text)
    words = [each.lower().strip(".") for each in _WORDS.findall(bare)]
    return len("".join(words)) + _LEAST * ordinals >= _LEAST and all(each in known for each in words)


_ORDINAL = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b", re.IGNORECASE)
"""The number of a court's district, which says nothing of the paper."""
_SURELY, _LEAST = 0.9, 4
"""How sure a word of the page must be to explain another, and how many letters are needed to explain a place."""


def _apart(run: Run, page: Page) -> bool:
    """Whether a run is set apart from the page's writing: a note, turned, in a color, or short in a face of its own."""
    if run.script:
        return False
    if run.note or (run.style and run.style[-1] != 0):
        return True
    words = len(run.text.split())
    return bool(run.style) and words <= _MOST and (colored(run) or (_mark_like(run.text) and _own_face(run, page)))


_DAY = re.compile(
    r"(?<![\d.])\b(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])\b(?![.-]?\d)|(?<![\d.-])\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b(?!\.?[\d-])"
)
_FORM_LINE = re.compile(
    r"(?:[a-z]{2}/)?(?:form |aoc[ -]|ao |prob |cdr|usm)[ -]?[a-z]{0,3}-?\d{1,4}[a-z]?,?(?: ?\(?(?:rev\.? ?|eff\.? ?)?[\d/.-]{3,10}\)?)?",
    re.IGNORECASE,
)
"""The number of a form with its printing."""
_ADDRESSED = re.compile(
    r"to:? (?:the )?(?:warden|sheriff|superintendent|jailer|keeper|custodian|commissioner|director|administrator)\b.{0,90}"
    r"|(?:(?:the )?(?:people|state|commonwealth) (?:of .{3,30} )?)?to:? (?:any|all|each|every|the)\b.{0,100}"
    r"\b(?:officers?|sheriffs?|marshals?|constables?|police|custodian)\b.{0,60}",
    re.IGNORECASE,
)
"""The line that says whom a paper commands."""
_FORM_NUMBER = re.compile(r"\b(?:ao|form|rev)\b", re.IGNORECASE)


def _by_itself(run: Run, page: Page) -> bool:
    """Whether a short run in capitals, or with a day, has no writing beside, over or under it."""
    marked = run.text.isupper() or (_DAY.search(run.text) and not _FORM_NUMBER.search(run.text))
    if not marked or len(run.text.split()) > 6:
        return False
    x0, top, x1, bottom = run.area
    around = (x0 - 40, top - 0.1 * run.size, x1 + 40, bottom + 0.1 * run.size)
    squares = page.square_at((x0 - 24, top - 2, x1 + 4, bottom + 2)) is not None
    ruled = any(each.x0 < x1 and x0 < each.x1 and -2 < each.y - bottom < 6 for each in page.rules)
    return not squares and not ruled and not any(overlap(around, each.area) for each in page.runs if each is not run)


def paragraph_of(run: Run, page: Page) -> list[str]:
    """The lines of running text right over and under a run, from the same margin; none where it stands by itself."""
    x0, top, _, bottom = run.area
    near = page.runs or tuple(Run(each.text, each.area, each.size) for each in page.lines)
    return [
        each.text
        for each in near
        if len(each.text.split()) > 5
        and abs(each.area[0] - x0) < 40
        and max(top - each.area[1], each.area[3] - bottom) > 0
        and max(each.area[1] - bottom, top - each.area[3]) < 1.3 * run.size
        and each.area != run.area
    ]


def colored(run: Run) -> bool:
    """Whether it is printed in a color: anything but black, white and gray."""
    parts = [float(each) for each in re.findall(r"\d*\.?\d+", str(run.style[2] if run.style else ""))]
    return len(parts) == 3 and max(parts) - min(parts) > 0.25


def _mark_like(text: str) -> bool:
    return text.isupper() or bool(re.search(r"\d{1,2}[/-]\d{1,2}[/-]\d{2}", text) and len(text.split()) <= 8)


def _own_face(run: Run, page: Page) -> bool:
    """Whether nothing but marks is set in its family of letters, or in its face and size."""
    family = _family(run)
    others = [each for each in page.runs if each is not run and each.style and not _mark_like(each.text)]
    return bool(others) and not any(_family(each) == family for each in others)


def _family(run: Run) -> str:
    name = re.sub(r"^[A-Z]{6}\+", "", str(run.style[0]))
    return re.split(r"[-,]", name)[0].lower()


_PERSON_CODE = re.compile(r"\b(?:[wbhaiou]/[mf]|d\.o\.b|race/sex|sex/race)\b\.?", re.IGNORECASE)
"""What a table says of a person in short: race and sex, the name of the birth date's cell."""


_BAR = re.compile(r"\((?:bar )?(?:no\.? ?)?[A-Z]{0,2}\d{4,7}\)", re.IGNORECASE)
"""A judge's number in the bar, in brackets behind the name."""


_BRACKETED = re.compile(r"(?P<title>[^()\[\]]+?)\s*[(\[](?P<note>[^()\[\]]+)[)\]]\W*")
_DATED = re.compile(
    r"\W*(?:enter(?:ed)?|dated?|issued?|filed|signed|so ordered|ordered)(?: on| this)?\W{0,3}(?P<day>.{6,30})",
    re.IGNORECASE,
)


def _title_like(text: str) -> bool:
    """Whether a text is a court's title, or two names of one paper, the second in brackets: `ORDER OF COMMITMENT (MITTIMUS)`."""
    whole = _BRACKETED.fullmatch(text)
    coded = whole is not None and _code_for(whole["note"], whole["title"])
    parts = [whole["title"], *([] if coded else [whole["note"]])] if whole else [text]
    return all(any(named(each) for named in (is_warrant_title, is_order_title, is_commitment_title)) for each in parts)


def _code_for(note: str, title: str) -> bool:
    """Whether letters in brackets behind a title are its own code: its first letters, or the beginning of a word of it."""
    words = title.upper().split()
    first = "".join(each[0] for each in words)
    return bool(re.fullmatch(r"[A-Z]{2,8}", note)) and (
        note == first or (len(note) > 2 and any(each.startswith(note) for each in words))
    )


def _dated(text: str) -> bool:
    """Whether a text says the day on which a paper was made, and nothing else: `Enter: 10-30-2026`."""
    hit = _DATED.fullmatch(text)
    day = find_date(hit["day"]) if hit else None
    return bool(hit and day and day.value and not re.sub(r"\W", "", hit["day"][: day.start] + hit["day"][day.end :]))


def _words(text: str) -> set[str]:
    return {each.lower().strip(".") for each in _WORDS.findall(text)}


_PAGE_COUNT = re.compile(r"\b(?:p|pg|page)s?[. ]*\d{1,3} ?(?:/|of) ?\d{1,3}\b", re.IGNORECASE)
"""Which page of how many, as a fax machine prints it."""


_STATES = re.compile(
    r"(?:(?:the )?(?:defendant|def(?:endan)?t|deft|subject|suspect|person|inmate|prisoner|accused|respondent|arrestee|he|she)\.? )?"
    r"(?:(?:was|is|has been|now|already) )*(?:arrested|apprehended|released|deported|removed|in custody|out of custody"
    r"|located)(?: (?:on |at )?[\d/.:-]+)?"
    r"|(?:bond|bail|fines?|costs?) (?:(?:was|is|has been) )?(?:posted|paid|made|met)(?: in full)?(?: (?:on )?[\d/.-]+)?"
    r"|no (?:charges?|complaint|case|hold|probable cause|warrant|further action)(?: (?:filed|pending))?(?: [\d/.-]+)?",
    re.IGNORECASE,
)
"""What a mark says of the person or the case in words that forms print too: by itself it may take the paper back."""


def _harmless(text: str, known: set[str]) -> bool:
    """Whether every word is an office's usual one, an entry's or the page's own; a clerk's name and initials are."""
    text = text.replace("\u02bb", "")  # the letter of Hawaii's own name that no pattern of English holds
    if _STATES.fullmatch(text.strip(" ,.!*")):
        return False
    if any(
        each.fullmatch(text.strip(" ,."))
        for each in (_CLERK, _FILING_LINE, _COUNTY, _ADDRESSED, _FORM_LINE, _EMPTY_RETURN)
    ):
        return True
    if (
        (of_a_cell(text) and not WORD.search(text))
        or _title_like(text)
        or _dated(text)
        or _LETTER.fullmatch(text.strip())
    ):
        return True
    if _COURTS_DISTRICT.fullmatch(text.strip(" ,.")) or _hash(text) or key(text).removesuffix("s") in _titles():
        return True
    text = _PAGE_COUNT.sub(" ", text)
    words = [
        re.sub(r"['’]s$", "", each, flags=re.IGNORECASE)
        for each in _WORDS.findall(_BAR.sub(" ", _PERSON_CODE.sub(" ", text)))
    ]
    usual = _USUAL | known
    unknown = [each for each in words if not {part.strip(".") for part in each.lower().split("/")} <= usual]
    return not unknown or (len(unknown) == 1 and bool(_INITIALS.fullmatch(unknown[0])) and bool(_FILING.search(text)))
