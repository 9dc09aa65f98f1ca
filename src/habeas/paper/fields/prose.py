"""What a paper says in running text: whom to arrest or produce, for what, when it was made and when to appear.

Courts print no one form, and a form's sentence runs on after what was filled in; a name ends where the sentence goes on.
"""

import re
from collections.abc import Sequence

from habeas.paper.fields.days import captioned_day, of_birth
from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.likely import called_name
from habeas.paper.fields.parties import named_over, parties_of
from habeas.paper.fields.statutes import statutes_in
from habeas.paper.fields.value_patterns import find_date, find_money, find_sex
from habeas.paper.fields.whereabouts import add_comply_at, add_issued_at
from habeas.paper.forms.catalog import Form
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page, PageLine, Word
from habeas.paper.reading import FieldReading

_OFFENSE = re.compile(
    r"(?:\b(?:on|for|of|with|to) (?:a|an|the)? ?(?:criminal )?(?:charges?|offenses?|crimes?) of"
    r"|\banswer(?: to)?(?: the| an?)? charges? of|\b(?:up)?on (?:the|an?) (?:charges?|offenses?) of"
    r"|\bto answer (?:for|to|unto)(?! (?:the|his|her|their|an?|said|such|this|all|any)\b)"
    r"|\bcharged (?:(?:by|in) [\w ]{3,30}? )?with(?: the (?:crimes?|offenses?) of)?|\b(?:did )?commit(?:ted|s)?(?: the (?:crimes?"
    r"|offenses?) of|(?! (?:to|by|on|in|him|her|the (?:said|body))\b))"
    r"|\bfor the (?:crimes?|offenses?) of|\bcharging (?:[^\s,;]+,? ){1,7}?with(?: the (?:crimes?|offenses?) of)?|\bin your custody"
    r" on(?: (?:a|the) charges? of)?"
    r"|\baccused of(?: the (?:crime|offense) of)?"
    r"|\bon (?:probation|parole|supervision|supervised release|community control|conditional discharge) for"
    r"(?: the (?:crimes?|offenses?) of)?"
    r"(?! (?:an?|the) (?:period|term)\b| (?:up to )?(?:\d+|[a-z]+)(?: \(\d+\))? (?:years?|months?|days?)\b)"
    r"|\bon (?:an?|the) (?:\w+ )?(?:information|indictment|accusation|complaint|affidavit) (?:for|charging|alleging)"
    r"(?: (?:the )?(?:crimes?|offenses?) of)?"
    r"|\bcharging (?:him|her|them|(?:the|said) defendant) with|\bcharging (?:(?:him|her|them|(?:the|said) defendant) )?(?:with )?the"
    r" (?:crimes?|offenses?) of"
    r"|\b(?:guilty|convicted)(?: (?:to|of))?(?: (?:the )?(?:crimes?|offenses?|charges?) of)?(?: counts? [\dIVX]+(?:,| of| -| –)?)?"
    r"(?= (?!(?i:to|of|in|on|by|and|the|as|upon|plea|or|a|an|before|at|is|was|for)\b|,)(?-i:[A-Z]))"
    r"|\b(?:indictment|information|complaint|accusation|petition|warrant)(?: \w+){0,3}? (?:that |which )?charg(?:es|ing)"
    r"(?: (?:him|her|them|(?:the |said |above-named )+(?:defendant|subject|person|accused|prisoner|inmate|alien)))?(?: with)?"
    r"(?: (?:the )?(?:crimes?|offenses?) of)?"
    r"|\b(?:information|indictment|accusation) (?:filed|pending|returned|presented)\b[^.;:¦]{0,70}? for)[:\s¦]+"
    r"(?:\((?:brief |short )?(?:description|statement|nature)[^)]{0,40}\)[:\s¦]*)?(?P<what>.{4,260}?)"
    r"(?=\s*[.;:](?:\s+[A-Z¦]|\s*$)|(?<=[\w)] )¦ [A-Z\[(☐]|\s*[\[(][ xX✓✔_]?[\])]\s"
    r"|,?\s+(?:(?:NOW,? )?THEREFORE|(?:YOU|WE) (?:ARE|HEREBY|COMMAND)|and (?:who )?(?:having|failed|did)"
    r"|and (?:to )?(?:bring|hold|take|keep|commit|lodge|convey|him|her|them|that|safely|forthwith|(?:is )?(?:now |presently "
    r"|currently )?(?:held|confined|detained|incarcerated))\b"
    r"|before (?:this|the|said|me|our)\b|is (?:now |presently |currently )?(?:held|confined|detained|in the)\b"
    r"|and (?:who|thereafter|there|upon|immediately|then)\b|in that (?:he|she|they|the|on|said)\b"
    r"|(?:(?:he|she|they|the defendant|said defendant) )?having (?:been|failed)\b|and having been\b|who failed"
    r"|,? has (?:since )?(?:violated|failed)|for (?:failure"
    r"|failing) to|alleged to|contrary to|against the peace|to be dealt"
    r"|within (?:the|this))|\s*$)",
    re.IGNORECASE,
)
"""A charge is named in one sentence; what follows it tells of something else."""
_UNNAMED = re.compile(
    r"\(|(?:an?|the) (?:offenses?|violations?|crimes?)(?: or violations?)? (?:based|described|stated|alleged|set forth)\b",
    re.IGNORECASE,
)
"""A form's own print, which says where the charge stands and names none."""
_NAMED = (
    r"\b(?:search|on|upon|from|of) (?:the )?(?:person|body|premises) of(?: one)?[,:]?\s+(?P<who>.{5,70})",
    r"\bto believe(?: that)?\s+(?P<who>.{5,70})",
    r"\bthat\s+(?P<who>[^,;.:]{5,60}?)(?=,?\s+(?:stands?|is|was|has been) (?:now |duly )?(?:charged|accused|under indictment)\b)",
    r"\bbody of(?: the (?:prisoner|defendant|inmate))?[,:]?\s+(?P<who>.{5,70})",
    r"\b(?:have and|to) (?:produce|bring|deliver|surrender)\s+(?P<who>.{5,70})",
    r"\b(?:transport|produce|deliver|bring|surrender|arrest|apprehend|take)(?: of)? (?:the |said )?(?:above[- ]named )?(?:defendant"
    r"|prisoner|inmate"
    r"|person|accused|probationer)[, ]+(?:named |one )?(?P<who>.{5,70})",
    r"\b(?:release|discharge|represent)s? (?:the )?(?:petitioner|defendant|inmate|prisoner|respondent)[, ]+(?P<who>.{5,70})",
    r"\b(?:arrest|apprehend|take|transport)(?:[ ,]+(?:and )?(?:bring|hold|take|keep|secure|detain|deliver))?\s+(?:the said |said )?"
    r"(?P<who>.{5,70})",
    r"\b(?:arrest|apprehension|surrender|rendition|extradition)(?: and (?:delivery|surrender|return))? of (?P<who>.{5,70})",
    r"\bnam(?:e of person to be arrested\)|ed)\s+(?P<who>.{5,70})",
    r"\b(?:the|said) (?:above[- ]named )?(?:defendant|inmate|prisoner), (?P<who>.{5,70})",
    r"\b(?:of|for|to|that|inmate|defendant|person),? (?:the )?(?P<who>[^,;.:]{5,60}?)\s*,?\s*\(?(?:date of birth|DOB|D\.O\.B|born)\b",
    r"\b(?:oath|alleging|charging) that\s+(?P<who>.{5,70})",
    r"(?:^|\s)(?:vs?\.|versus)\s+(?P<who>.{5,70})",
    r"(?:^|[.:;¦]\s+)(?-i:(?P<who>[A-Z][^,;.:¦]{5,50}?))(?=,? having (?:been|plea?de?d|failed|this|on)\b)",
    r"\bwhereas,?\s+(?:the |one )?(?P<who>[^,;.:]{5,60}?),\s+(?:the )?(?:above[- ]named )?(?:defendant|accused|respondent)\b",
    r"\bwhereas,?\s+(?:the |one |it appears that )?(?P<who>[^,;.:]{5,60}?(?:,? [js]r\.)?)(?=,?\s+(?:(?:who )?(?:has |have )?(?:been )?"
    r"(?:is |was |stands )?(?:(?:now|duly|lawfully|heretofore) )?(?:charged|convicted|sentenced|paroled|accused|indicted|committed a"
    r"|violated|absconded|a fugitive|released (?:on|to) parole)))",
)
"""The last: recitals of Governor's and parole warrants, where whoever the name belongs to is charged, convicted or on parole."""
_VIOLATED = re.compile(r"\bin violation of (?P<what>.{6,120})", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<who>(?:\S+ ){1,4}\S+?),?\s+Defendant\b", re.IGNORECASE)
_MADE = re.compile(
    r"\b(?:issued|dated|witness|given(?: under| at|(?= this\b))|set my hand|done(?: and ordered| in open court)?|so ordered"
    r"|ordered|signed|entered"
    r"|enter(?=:)|at an? (?:\w+ ){0,2}(?:term|part)\b.{0,110}? (?=on ))\b(?P<when>.{3,120})",
    re.IGNORECASE,
)
_THIS_DAY = re.compile(
    r"\bthis(?: the)?(?P<when>\s+(?:\d{1,2}|[a-z-]{4,14})(?:st|nd|rd|th)?\s+day\s+of\b.{6,40})", re.IGNORECASE
)
"""The formula of a day on which a paper is made, whatever stands before it: `This 6th day of July, 2026`."""
_SEALED = re.compile(r"\b(?:in (?:witness|testimony) whereof|great seal)\b(?P<when>.{3,240})", re.IGNORECASE)
"""An executive's formula, which is long before it comes to the day."""
_BORN = re.compile(r"\b(?:(?:DOB|date of birth|born)\b|D\.\s?O\.\s?B\b\.?)(?P<when>.{3,24})", re.IGNORECASE)
_APPEAR = re.compile(
    r"\b(?:appear|produce|transport|bring|deliver|surrender|brought|produced|presented?|returnable|release|have (?:him|her|the body|you the"
    r" body)|convey)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:on(?: or before)?|by|(?:not|no) later than|before|until|beginning|commencing)[:,]?\s+(?=(?P<when>.{6,48}))",
    re.IGNORECASE,
)
_REACH, _SOON = 480, 16
"""Letters that a sentence goes on behind its verb, and before its day after the word that leads to it."""
_SEX = re.compile(r"\b(?:sex|gender)\b\s*[:.]?\s*(?P<when>male|female|[MF])\b", re.IGNORECASE)
_PERSON_CODE = re.compile(
    r"(?<![\w/])(?:[WBHAIOU]/|(?:white|black|hispanic|asian|native american)[ /])(?P<when>M|F|male|female)(?![\w/])"
)
"""Race and sex in short: `W/F`, `black male`."""


def add_from_prose(form: Form, page: Page, gathered: Gathered) -> None:
    """Add the person, the offense and the days that a paper names in its text, where its entries gave none.

    An offense read from an entry gives way to the sentence's where that one names a section.
    """
    names = {entry.name for entry in form.entries}
    words = words_in_order(page.lines)
    text = " ".join(each.text for each in words)
    in_rows = _rows_apart(page.lines)
    row_text = " ".join(each.text for each in in_rows)
    if "offense" in names:
        _add_offense(text, words, page, gathered)
    if "subject_name" in names:
        _add_witness(text, words, page, gathered)
        _add_person(text, words, page, gathered)
        if form.issuer == "dhs" or not gathered.fields.get("subject_name", ABSENT).value:
            # sentences run over the blanks that were filled in
            _add_person(row_text, in_rows, page, gathered)
    if "bail" in names:
        _add_bail(text, words, page, gathered)
        _add_bail(row_text, in_rows, page, gathered)
    if "issued_on" in names:
        _add_captioned(page, gathered)
    if form.issuer == "dhs":  # its forms have an entry for each day
        _add_phone(row_text, in_rows, page, gathered, names)
        return
    days = (
        ("date_of_birth", _BORN),
        ("sex", _SEX),
        ("sex", _PERSON_CODE),
        ("issued_on", _MADE),
        ("issued_on", _SEALED),
    )
    for name, pattern in days:
        for hit in pattern.finditer(text) if name in names else ():
            _add_day(name, hit, words, page, gathered)
    if "issued_on" in names:
        for hit in list(_THIS_DAY.finditer(text))[-1:]:
            _add_day("issued_on", hit, words, page, gathered)
    if "comply_by" in names:
        _add_comply_by(text, words, page, gathered)
    _add_places(names, text, words, page, gathered)


def _add_places(names: set[str], text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    """Where the paper was made, and where somebody is to be brought."""
    if "issued_at" in names:
        add_issued_at(page, text, words, gathered)
    if "comply_at" in names:
        _add_comply_at(text, words, page, gathered)
        add_comply_at(page, text, words, gathered)


_CALLS = re.compile(
    r"\b(?:call(?:ing)?|contact(?:ing)?|notify(?:ing)?|notice|telephone|reach(?:ed|ing)?)\b(?P<said>(?:(?!support center).){0,150}?)"
    r"(?P<number>\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]{1,2}\d{4}(?:\s*(?:x|ext\.?)\s*\d{1,6})?)",
    re.IGNORECASE,
)
"""A sentence that says where an officer is called; the Law Enforcement Support Center's number is everybody's and none of the officer's."""


def _add_phone(text: str, words: Sequence[Word], page: Page, gathered: Gathered, names: set[str]) -> None:
    hit = _CALLS.search(text) if "phone" in names else None
    if hit:
        _add("phone", hit["number"], hit.span("number"), words, page, gathered)


def violated(form: Form, page: Page) -> FieldReading:
    """The statutes that a court's form names in a sentence of its own: `in violation of Title 8 United States Code, Section(s) 1326`."""
    words = [word for line in page.lines for word in line.words]
    text = " ".join(each.text for each in words)
    hit = _VIOLATED.search(text) if form.issuer in {"court", "state_court"} else None
    statutes = statutes_in(hit["what"]) if hit else []
    return (
        reading_of(statutes, _within(hit.span("what"), words), page, "offense_statutes") if hit and statutes else ABSENT
    )


_BREAK = Word("¦", 0.0, 0.0, 0.0, 0.0)
"""Stands where a column ends: no name and no sentence runs over it."""


def _rows_apart(lines: Sequence[PageLine]) -> list[Word]:
    """The words row after row, with a break where the paper is left empty: no sentence goes on with the name at a signature."""
    words: list[Word] = []
    for line, upper in zip(lines, (None, *lines), strict=False):
        if upper is not None and line.area[1] - upper.area[3] > _EMPTY * line.size:
            words.append(_BREAK)
        words.extend(line.words)
    return words


_EMPTY = 5.0
"""Letter heights of empty paper over which no sentence goes on."""


def words_in_order(lines: Sequence[PageLine]) -> list[Word]:
    """The words in the order of reading: what stands side by side, as in a caption, column by column, with a break after each."""
    columns: list[list[PageLine]] = []
    for line in (each for each in lines if key(each.text)):  # a dash that OCR set apart ends no column
        over = [each for each in columns[-3:] if _goes_on(each[-1], line)]
        if over:
            min(over, key=lambda each: abs(each[-1].area[0] - line.area[0])).append(line)
        else:
            columns.append([line])
    return [word for column in columns for word in (*_with_ends(column), _BREAK)]


def _with_ends(column: Sequence[PageLine]) -> list[Word]:
    """The words of a column, with a break behind a line that ends far from its edge and before one that begins like a title or sentence."""
    words: list[Word] = []
    edge = max(each.area[2] for each in column)
    for line, under in zip(column, (*column[1:], None), strict=True):
        words.extend(line.words)
        room = edge - line.area[2]
        if under is not None and room > _SHORT * (edge - line.area[0]) and room > _next_word(under) and _begins(under):
            words.append(_BREAK)
    return words


def _next_word(line: PageLine) -> float:
    first = line.words[0]
    return 1.6 * (first.x1 - first.x0) + first.size


def _begins(line: PageLine) -> bool:
    """Whether a line begins as a heading or a sentence of its own does: with a capital that is no name's, or a number."""
    return not line.text[:1].islower()


_SHORT = 0.3
"""The share of its column that a line leaves empty, at which no sentence goes on in the next."""


def _goes_on(upper: PageLine, lower: PageLine) -> bool:
    """Whether a line stands right under another, in the same column."""
    one, two = upper.area, lower.area
    near = -0.3 * lower.size < two[1] - one[3] < 2.6 * lower.size
    return near and one[0] - 4 < two[2] and two[0] < one[2] + 4


def _add_offense(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    bare = _SHORTENED.sub(lambda hit: hit[0].replace(".", _NO_END), text)
    said = next((hit for hit in _OFFENSE.finditer(bare) if not _UNNAMED.match(hit["what"])), None)
    if said:
        what = _PREFACED.sub("", _LEADS_ON.sub("", said["what"].replace("¦", "").replace(_NO_END, ".").strip(" ,")))
        known = gathered.fields.get("offense")
        cut = known is not None and isinstance(known.value, str) and _same_start(known.value, what)
        if statutes_in(said["what"].replace(_NO_END, ".")) or cut:
            gathered.fields.pop("offense", None)
            gathered.seen.pop("offense", None)
        _add("offense", what, said.span("what"), words, page, gathered)


def _same_start(one: str, two: str) -> bool:
    """Whether one text is the beginning of the other, or they begin alike for several words: one reading of two is cut or runs on."""
    first, second = key(_LEADS_ON.sub("", one)), key(two)
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


_NO_END = "\u2024"
"""Stands for a full stop that ends no sentence."""
_SHORTENED = re.compile(
    r"\b(?:[A-Z]|Fla|Stats?|Tex|Tenn|Ann|Minn|Wis|Va|La|Md|Ala|Pa|Crim|Rev|Gen|Supp|subd|secs?|Ch|Art|Nos?|St|Jr|Sr|Mo|Ill|Ind|Wash|Nev|Cal|Ga|Ky|Mich"
    r"|Miss|Mont|Neb|Okla|Ore|Mass|Conn|Del|Del|Colo|Ariz|Ark|Kan)\.(?=[\sA-Z,§])"
)
_PREFACED = re.compile(
    r"^(?:the |an? )?(?:(?:felony|misdemeanor|criminal|capital) )?(?:offenses?|crimes?|charges?) of\s+", re.IGNORECASE
)
_LEADS_ON = re.compile(
    r"[\s,(]*(?:contrary to|in violation of|a violation of|pursuant to|as defined (?:by|in)|under)(?:\W+[A-Z.]{2,8})?[\s,(]*$"
    r"|,\s*[A-Z][A-Z.]{1,6}$",
    re.IGNORECASE,
)
"""Words that lead to a section which stands elsewhere."""


_BAIL = re.compile(
    r"\b(?:bail|bond|security amount|security release|security(?=:))\b(?! (?:forfeit|jump|hearing|condition))"
    r"[^.;$¦]{0,70}?(?P<much>\$\s?\d[\d,]*(?:\.\d\d)?)(?![\d,]*\d)",
    re.IGNORECASE,
)
_FORFEITED = re.compile(r"\b(?:forfeit|previous|prior|denied|exonerated|revoked)", re.IGNORECASE)


def _add_bail(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    hit = next((each for each in _BAIL.finditer(text) if not _FORFEITED.search(each[0])), None)
    found = find_money(hit["much"]) if hit else None
    if hit and found:
        _add("bail", found.value, hit.span("much"), words, page, gathered)


_HELD = (
    r"\bthat\s+(?P<who>[^,;.:]{5,60}?),?(?: [^;:¦]{0,60}?)?,? (?:(?:who )?is )?(?:now|presently|currently) (?:being )?"
    r"(?:confined|detained|incarcerated|imprisoned|held)\b",
    r"\b(?:bring|produce|transport|deliver) (?:the (?:body|person) of )?(?:the )?said (?P<who>.{5,70})",
)
"""Who is to be brought, where that is a witness and not the person whom the caption names."""
_WITNESS = re.compile(r"\btestificandum\b|\b(?:material|necessary) witness\b|\bas a witness\b", re.IGNORECASE)


def _add_witness(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    """The witness whom a writ brings to testify, in the place of the person whom its caption names."""
    hits = [hit for pattern in _HELD for hit in re.finditer(pattern, text, re.IGNORECASE) if _WITNESS.search(text)]
    for hit in hits:
        if found := called_name(hit["who"]):
            gathered.fields.pop("subject_name", None)
            gathered.seen.pop("subject_name", None)
            start = hit.start("who") + found.start
            _add("subject_name", found.value, (start, start + found.end - found.start), words, page, gathered)
            return


_SAID = re.compile(
    r"(?:(?:the|said|one|a certain|above[- ]named|within[- ]named|named|person|defendant)[, ]+)+", re.IGNORECASE
)
"""Words before a name that say only that it was named."""


def _add_person(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    bare = _SHORTENED.sub(lambda hit: hit[0].replace(".", _NO_END), text)  # an initial ends no sentence
    for hit in (hit for pattern in _NAMED for hit in re.finditer(pattern, bare, re.IGNORECASE)):
        led = _SAID.match(hit["who"])
        skipped = led.end() if led else 0
        found = called_name(hit["who"][skipped:].replace(_NO_END, "."))
        if found:
            _give_way("subject_name", found.value, gathered)
            start = hit.start("who") + skipped + found.start
            _add("subject_name", found.value, (start, start + found.end - found.start), words, page, gathered)
    _add_from_caption(page, gathered)


def _give_way(name: str, longer: str, gathered: Gathered) -> None:
    """Drop a name read from one line where the sentence goes on with it in the next."""
    known = gathered.fields.get(name)
    if known and isinstance(known.value, str) and longer.lower().startswith(f"{known.value.lower()} "):
        del gathered.fields[name]


def _add_day(name: str, hit: re.Match[str], words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    when, start = (find_sex if name == "sex" else find_date)(hit["when"]), hit.start("when")
    if (
        name == "issued_on"
        and when
        and _APPEAR.search(hit["when"][: when.start])
        and hit[0].lower().startswith("ordered")
    ):
        return  # a command's day is the day to come
    if when and when.doubt and name == "date_of_birth" and find_date(hit["when"][when.end :]) is None:
        _add(
            name, None, (start + when.start, start + when.end), words, page, gathered
        )  # its century is told by the paper's day
        return
    if (
        when
        and when.value
        and (name == "date_of_birth" or not of_birth(hit.string[max(0, start - 60) : start + when.start]))
    ):
        _add(name, when.value, (start + when.start, start + when.end), words, page, gathered)


def _add_captioned(page: Page, gathered: Gathered) -> None:
    """The day of signing that stands before its own caption in brackets."""
    if hit := captioned_day(page.lines):
        found, line = hit
        gathered.add("issued_on", reading_of(found.value, line.words, page, "issued_on"))


def _add_comply_by(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    """The day on which somebody is to be brought, behind a word that says so in the same sentence."""
    for verb in _APPEAR.finditer(text):
        for hit in _UNTIL.finditer(text, verb.end(), min(len(text), verb.end() + _REACH)):
            when = find_date(hit["when"])
            if when and when.value and when.start < _SOON and not re.match(r"or about\b", hit["when"], re.IGNORECASE):
                _add_day("comply_by", hit, words, page, gathered)
                return


_WHERE = re.compile(
    r"\b(?:before|to|in|at) (?:the |this |said )?(?:United States District Court|Honorable Court|Court)\b"
    r"(?: for the [A-Z][\w ]*?District of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?,?\s*"
    r"(?:located |sitting )?(?:at |in )?(?:the )?(?P<where>(?:\d|(?!(?:Middle|Northern|Southern|Eastern|Western|Central"
    r"|District)\b)[A-Z])[^;:¦]{12,150}?)"
    r"(?=,?\s+(?:on\b|at \d{1,2}[:.]|to answer|there to|then and there|for (?:an?|the|his|her)\b|not later|by\b|and (?:there|then))"
    r"|\.\s|\s*$)"
)
"""Where somebody is to be brought: an address behind the name of the court, up to the day or the purpose."""


def _add_comply_at(text: str, words: Sequence[Word], page: Page, gathered: Gathered) -> None:
    masked = _SHORTENED.sub(lambda hit: hit[0].replace(".", _NO_END), text)  # an initial ends no place
    for hit in _WHERE.finditer(masked):
        if re.search(r"\d", hit["where"]) or re.search(r"courthouse|courtroom|building", hit["where"], re.IGNORECASE):
            where = hit["where"].replace(_NO_END, ".").strip(" ,")
            _add("comply_at", where, hit.span("where"), words, page, gathered)
            return


def _add_from_caption(page: Page, gathered: Gathered) -> None:
    """The name that stands before the word Defendant in a caption, else the one under `vs.`."""
    for line in page.lines:
        hit = _BEFORE.match(line.text)
        found = called_name(hit["who"]) if hit else None
        if hit and found and found.value == hit["who"].strip(" ,"):
            gathered.add("subject_name", reading_of(found.value, line.words, page, "subject_name"))
    for line in named_over(page):
        if found := called_name(line.text):
            gathered.add("subject_name", reading_of(found.value, line.words, page, "subject_name"))
    for line in parties_of(page):
        if found := called_name(line.text):
            gathered.add("subject_name", reading_of(found.value, line.words, page, "subject_name"))


def _add(
    name: str, value: object, span: tuple[int, int], words: Sequence[Word], page: Page, gathered: Gathered
) -> None:
    """Keep a value with the words that stand between two places of the text; words of another entry are none of it."""
    used = _within(span, words)
    if gathered.spent(but=name).isdisjoint(used):
        gathered.add(name, reading_of(value, used, page, name))


def _within(span: tuple[int, int], words: Sequence[Word]) -> list[Word]:
    """The words between two places of the text they make."""
    used, place = [], 0
    for word in words:
        if place < span[1] and place + len(word.text) > span[0] and word is not _BREAK:
            used.append(word)
        place += len(word.text) + 1
    return used
