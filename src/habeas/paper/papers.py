"""One paper of a file: its entries, who signed, on what basis, and whether it is a court's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.paper.fields.charged import charged
from habeas.paper.fields.composite import add_composite
from habeas.paper.fields.counts import counts_of, listed_charges
from habeas.paper.fields.courts import court_name
from habeas.paper.fields.extract import ABSENT, Gathered, _stops, attached_forms, entries_of, reading_of, rounded
from habeas.paper.fields.lone import add_lone
from habeas.paper.fields.numbers import settle_number
from habeas.paper.fields.offenses import words_alone
from habeas.paper.fields.people import add_counted, add_people
from habeas.paper.fields.prose import add_from_prose, violated
from habeas.paper.fields.referred import add_referred
from habeas.paper.fields.second_pass import look_again
from habeas.paper.fields.sentences import add_from_sentences, without_past_day
from habeas.paper.fields.statutes import basis_of, sections_of_a_state, statutes_in
from habeas.paper.fields.whom import settle_whom
from habeas.paper.fields.years import settle_birth
from habeas.paper.forms.catalog import Form
from habeas.paper.forms.classify_pages import Bundle, Face, people, title_texts
from habeas.paper.forms.deeds import title_lines
from habeas.paper.forms.sought import widened
from habeas.paper.forms.state_titles import is_commitment_title, is_order_title
from habeas.paper.judicial.blocks import signed_block
from habeas.paper.judicial.cancels import also_stands, cancel_box, cancelling_words, read_notice, states_a_ground
from habeas.paper.judicial.dated import dated_beside, dated_over, dated_under, day_alone
from habeas.paper.judicial.judicial import JUDGES, Signs, judicial_of, signs_of
from habeas.paper.judicial.signing import PaperSignature
from habeas.paper.judicial.standins import clerk_signed, stand_in
from habeas.paper.judicial.titles import office_alone, offices_in, signer_of, signer_under
from habeas.paper.judicial.undone import UndoneMark, known_marks
from habeas.paper.letters import letter_kind, official_sender, read_letter, read_unknown
from habeas.paper.pages.labels import LabelSheet, key
from habeas.paper.pages.page import Page
from habeas.paper.reading import FieldReading, Paper
from habeas.requests.vocabulary import CANCELLATION

_REQUESTS = frozenset(
    {
        "detainer",
        CANCELLATION,
        "notification_request",
        "transfer_request",
        "interview_request",
        "records_request",
        "list_request",
        "status_inquiry",
        "facility_access",
        "agreement_proposal",
    }
)


SERVED_ON_THE_PERSON = frozenset({"detainer", "notification_request", "transfer_request"})
"""Papers of which the person is served a copy: SERVED on one takes nothing back."""


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A paper as read, with what the questions are made from."""

    paper: Paper
    form: Form | None
    face: Face
    pages: tuple[Page, ...]
    signature: PaperSignature
    signs: Signs
    gathered: Gathered
    statutes: tuple[str, ...] = ()
    either: str = ""
    """Why it cannot be told whether the paper holds or cancels; empty where it can."""
    beside: tuple[UndoneMark, ...] = ()
    """Words on other sheets of the file that may take this paper back."""

    @property
    def blank_form(self) -> bool:
        """Whether nobody has filled anything in."""
        names = ("subject_name", "a_number", "issued_on", "subject_id", "recipient", "case_number")
        known = [self.paper.fields[name].value for name in names if name in self.paper.fields]
        return bool(known) and not any(known) and self.signature.inked is not True


_UNSIGNED = PaperSignature(ABSENT, ABSENT, None)
_NO_SIGNS = Signs((), (), (), ())


def read_bundle(bundle: Bundle) -> ReadPaper:
    """Read the pages of one paper."""
    if bundle.face.form is not None:
        return _read_form(widened(bundle.face.form), bundle)
    pages = tuple(page for page in bundle.pages if not page.private)
    kind = letter_kind(pages) if pages and not bundle.face.cover else None
    words = cancelling_words(pages) if pages and kind != "public_records_request" else None
    if words and (not bundle.face.cover or people(pages[0])):  # a fax sheet that names the person is the paper itself
        return _read_cancellation(words, pages, replace(bundle, face=replace(bundle.face, cover=False)))
    return _read_letter(kind, bundle) if kind else _unknown(bundle)


def _unknown(bundle: Bundle) -> ReadPaper:
    """A paper that is none we know; words on it that take something back are told all the same."""
    marks = known_marks(bundle.pages)
    signs = replace(_NO_SIGNS, undone=tuple(each.text for each in marks), marks=tuple(marks))
    gathered = Gathered()
    pages = tuple(page for page in bundle.pages if not page.private)
    if pages and not bundle.face.cover:
        read_unknown(pages, gathered)
    known = {name: each for name, each in gathered.fields.items() if each.value}
    fields = known | _marks(signs)
    paper = Paper(None, None, None, None, None, bundle.numbers, fields=fields)
    return ReadPaper(paper, None, bundle.face, bundle.pages, _UNSIGNED, signs, gathered)


def _read_cancellation(words: str, pages: tuple[Page, ...], bundle: Bundle) -> ReadPaper:
    """A letter or a notice that takes a detainer back; one that also says a detainer stands is no kind, and asked."""
    gathered = Gathered()
    read_notice(pages, gathered, words)
    read_letter(CANCELLATION, pages, gathered)
    both = also_stands(pages)
    if both:
        gathered.add("withdrawn_words", replace(gathered.fields["cancelling_words"], confirm=True))
    signature = _letter_signature(gathered)
    title = signature.title.value
    signer = signer_of(title) if signature.inked and title else None
    signer = signer if signer == "immigration_officer" else None
    kind = None if both else CANCELLATION
    paper = Paper(kind, None, signer, "civil", False, bundle.numbers, fields=gathered.fields)
    return ReadPaper(paper, None, bundle.face, pages, signature, _NO_SIGNS, gathered, either=_REPLACED if both else "")


_REPLACED = "It cancels a detainer, and says that one is in effect or that another replaces it"
_BOTH = "The box that cancels an earlier detainer is checked, and so is a basis for a detainer"
_UNTOLD = (
    "The box that cancels an earlier detainer is checked, and the boxes for the basis of a detainer could not be read"
)


def _letter_signature(gathered: Gathered) -> PaperSignature:
    ink = gathered.fields.pop("_ink", ABSENT).value
    name, title = gathered.fields.get("signer_name", ABSENT), gathered.fields.get("signer_title", ABSENT)
    return PaperSignature(name, title, ink)


def _read_letter(kind: str, bundle: Bundle) -> ReadPaper:
    gathered = Gathered()
    read_letter(kind, bundle.pages, gathered)
    signature = _letter_signature(gathered)
    ink, title = signature.inked, signature.title
    signer = signer_of(title.value) if ink and title.value else None
    signer = signer if signer in {"prosecutor", "immigration_officer"} and official_sender(bundle.pages[0]) else None
    basis = "civil" if signer == "immigration_officer" else None
    numbers = bundle.numbers
    paper = Paper(kind, None, signer, basis, False, numbers, fields=gathered.fields)
    return ReadPaper(paper, None, bundle.face, bundle.pages, signature, _NO_SIGNS, gathered)


def _gathered(form: Form, bundle: Bundle, sheet: LabelSheet) -> tuple[Gathered, PaperSignature]:
    """What the pages say of the form's entries, by labels first, then in sentences; and who signed."""
    gathered, page = Gathered(), bundle.pages[0]
    entries_of(form, bundle.pages, gathered)
    signature = signed_block(form, sheet, _stops(form))
    if form.issuer in _COURTS:
        gathered.add("court", court_name(page, bundle.face.court, gathered))
    settle_number(form, bundle.face.court, bundle.pages, gathered)
    _add_day_signed(form, bundle, gathered, signature)
    add_composite(form, page, gathered)
    add_from_prose(form, page, gathered)
    add_from_sentences(form, page, gathered)
    listing = add_counted if form.issuer in _COURTS else add_people
    listing([each for each in bundle.pages if not each.private], gathered)
    without_past_day(gathered)
    if bundle.face.court and not gathered.fields.get("issued_on", ABSENT).value:
        _add_day_alone(form, signature, page, gathered)
    add_lone(form, page, gathered)
    settle_birth(gathered)
    add_referred(gathered)
    settle_whom(page, gathered, court=form.issuer in _COURTS)
    _never_the_signer(gathered, signature)
    return gathered, signature


def _read_form(form: Form, bundle: Bundle) -> ReadPaper:
    sheet = LabelSheet(bundle.pages[0], form.until)
    gathered, signature = _gathered(form, bundle, sheet)
    statutes = _counted(form, gathered, bundle.pages[0]) or _offence(form, gathered, bundle.pages[0])
    words_alone(gathered)
    _by_form(form, sheet, gathered, signature)
    kind, either = _cancels(form, sheet, gathered)
    signer = _signer(signature, form.issuer, bundle.face.court)
    basis = form.basis or (basis_of(statutes) if form.issuer in {"court", "state_court"} else None)
    counted = [] if basis == "civil" else statutes
    signs = signs_of(
        bundle.pages,
        gathered.fields,
        signer,
        counted,
        bundle.face.court,
        proposed=bundle.face.proposed,
        served=form.kind not in SERVED_ON_THE_PERSON,
        signed_at=signature.area,
    )
    for name, mark in _marks(signs).items():  # on a paper in force nothing is missing
        if name not in gathered.fields:
            gathered.add(name, mark)
    judicial = judicial_of(form, signs)
    _office_only(gathered)
    look_again(gathered)  # after the judgement: a second reading never makes a paper a court's
    fields = (
        gathered.fields if form.kind or form.names else {}
    )  # a paper that asks nothing is read for what it is, not for whom it names
    paper = Paper(
        kind=kind,
        form=form.form,
        signer=signer,
        basis=basis,
        judicial=judicial,
        pages=bundle.numbers,
        version=bundle.face.version,
        fields=fields,
        found=signs.found,
        missing=signs.missing,
        title=_title(form, bundle.pages[0]),
    )
    return ReadPaper(paper, form, bundle.face, bundle.pages, signature, signs, gathered, tuple(statutes), either)


def _add_day_signed(form: Form, bundle: Bundle, gathered: Gathered, signature: PaperSignature) -> None:
    """The day of issue that stands at the signature of a court's paper, before any other on it."""
    if form.issuer not in {"court", "state_court"} or "issued_on" not in {each.name for each in form.entries}:
        return
    page = bundle.pages[0]
    beside = dated_beside(signature, page) if bundle.face.court == "state" else None
    over = None if form.code else dated_over(signature, page)  # a numbered form says where its day stands
    day = beside or dated_under(signature, page) or over
    if day:
        gathered.fields["issued_on"] = day


def _add_day_alone(form: Form, signature: PaperSignature, page: Page, gathered: Gathered) -> None:
    """The day near the signature of a court's paper whose entries and sentences name none."""
    day = day_alone(signature, page)
    if day and "issued_on" in {entry.name for entry in form.entries}:
        gathered.fields["issued_on"] = day


def _title(form: Form, page: Page) -> str | None:
    """The title of an order that has no form's number: the one whose last word the page holds, else the words that all share."""
    if form.kind != "court_order" or form.form is not None:
        return None
    written = key(" ".join(line.text for line in page.lines))
    whole = max((each for each in form.titles if key(each) in written), key=len, default=None)
    if whole:
        return whole
    named = [each for each in title_texts(page) if is_order_title(each) or is_commitment_title(each)]
    own = max(named, key=len, default=None)
    if own:
        return " ".join(own.split()).strip(" .:").upper()
    if not form.titles:
        called = [each.text for each in title_lines(page)]
        return " ".join(called[0].split()).strip(" .:").upper() if called else None
    held = [each for each in form.titles if key(each.split()[-1]) in written]
    shared = [word for word in form.titles[0].split() if all(word in each.split() for each in form.titles)]
    return held[0] if len(held) == 1 else " ".join(shared[:-1])


def _cancels(form: Form, sheet: LabelSheet, gathered: Gathered) -> tuple[str | None, str]:
    """The kind of the form with its box that cancels looked at, and why it cannot be told (empty where it can)."""
    box = cancel_box(sheet) if form.kind in SERVED_ON_THE_PERSON else None
    if box is None or box.ticked is False:
        if box is not None and box.day.value:
            gathered.doubts.append(
                ("cancels_detainer_of", "a day is written beside the box that cancels, and the box is empty")
            )
        return form.kind, ""
    if box.ticked is None:
        gathered.unclear.append("the box that cancels an earlier detainer")
        return form.kind, ""
    gathered.add("cancels_detainer_of", box.day)
    gathered.fields["asks"] = ABSENT
    ground = states_a_ground(sheet, form, gathered, box)
    if ground is False:
        return CANCELLATION, ""
    line = " ".join(each.text for each in box.words)
    gathered.add("withdrawn_words", replace(reading_of(line, box.words, sheet.page, "withdrawn_words"), confirm=True))
    return None, _BOTH if ground else _UNTOLD


def _marks(signs: Signs) -> dict[str, FieldReading]:
    """The words on the paper that take it back, and apart from them the marks of which nobody knows what they say."""
    kinds = {"withdrawn_words": True, "unknown_marks": False}
    marks = {name: [each for each in signs.marks if each.known is known] for name, known in kinds.items()}
    return {name: _words_of(found) for name, found in marks.items() if found}


def _words_of(marks: Sequence[UndoneMark]) -> FieldReading:
    """What marks say, with the place of the first."""
    first = marks[0]
    box = rounded(first.page, first.area) if first.area else None
    words = "; ".join(each.text for each in marks)
    confidence = "scanned" if first.page.source == "ocr" else "read"
    return FieldReading(words, first.page.number, first.text, box, confidence, confirm=True)


def _offence(form: Form, gathered: Gathered, page: Page) -> list[str]:
    """The statutes of the offence, kept beside its words: those the words name, else those the form says were violated."""
    words = gathered.fields.get("offense", ABSENT)
    if isinstance(words.value, str):
        statutes = statutes_in(words.value + _goes_on(words.value, page)) or _of_the_state(form, words.value, page)
        said = replace(words, value=statutes) if statutes else violated(form, page)
        gathered.fields["offense_statutes"] = said if said.value else replace(words, value=None)
        if said.value:
            return list(said.value)
    return _charged(form, gathered, page) if form.issuer in {"court", "state_court"} else []


def _goes_on(offense: str, page: Page) -> str:
    """The sections of another title that stand behind an offense after `; and`: the sentence goes on with them."""
    text = " ".join(each.text for each in page.words)
    hit = re.search(
        rf"{re.escape(offense)}(?P<more>[;,]? (?:and )?\d{{1,2}} U\.? ?S\.? ?C\.?[^.;a-z]{{0,6}}§*[\d\s(),a-zA-Z§]{{2,60}})",
        text,
    )
    return hit["more"] if hit else ""


def _never_the_signer(gathered: Gathered, signature: PaperSignature) -> None:
    """Drop a person's name that is the one printed at the signature: who signs a paper is not whom it is about."""
    known, signer = gathered.fields.get("subject_name", ABSENT).value, signature.name.value
    if isinstance(known, str) and isinstance(signer, str) and _of_the_name(known, signer):
        gathered.fields["subject_name"] = ABSENT
        gathered.doubts.append(("subject_name", "the only name that was found is the signer's"))


def _of_the_name(known: str, signer: str) -> bool:
    """Whether a name is the signer's, or a piece of the line that holds the signer's name."""
    return key(known) == key(signer) or (len(known.split()) > 1 and key(known) in key(signer))


def _counted(form: Form, gathered: Gathered, page: Page) -> list[str]:
    """The offenses and statutes of a grid of counts, which stand before what a sentence says."""
    if form.issuer not in {"court", "state_court"} or "offense" not in {each.name for each in form.entries}:
        return []
    found = counts_of(page, lambda text: statutes_in(text) or _of_the_state(form, text, page)) or listed_charges(
        page, lambda text: statutes_in(text) or _of_the_state(form, text, page)
    )
    if found is None:
        return []
    offenses, statutes, words = found
    gathered.fields["offense"] = reading_of("; ".join(offenses), words, page, "offense")
    gathered.fields["offense_statutes"] = reading_of(statutes, words, page, "offense_statutes")
    return statutes


def _of_the_state(form: Form, text: str, page: Page) -> list[str]:
    """Sections without the name of their code, on a paper of a state's court."""
    if form.issuer != "state_court":
        return []
    return sections_of_a_state(text, " ".join(each.text for each in page.words))


def _charged(form: Form, gathered: Gathered, page: Page) -> list[str]:
    """The statutes that the paper names as the charge, where no entry holds them."""
    statutes = charged(page, lambda text: _of_the_state(form, text, page))
    if statutes:
        gathered.fields["offense_statutes"] = reading_of(statutes, (), page, "offense_statutes")
    return statutes


_COURTS = frozenset({"court", "state_court"})


def _by_form(form: Form, sheet: LabelSheet, gathered: Gathered, signature: PaperSignature) -> None:
    """What the form as a whole says: what it asks, what is attached, who signs."""
    gathered.fields["signer_name"] = signature.name
    several = len(offices_in(str(signature.title.value or ""))) > 1
    gathered.fields["signer_title"] = ABSENT if several and form.issuer in _COURTS else signature.title
    page = sheet.page
    if form.grounds:
        gathered.add("grounds", reading_of(list(form.grounds), (), page, "grounds"))
    if form.asks is not None:
        empty = not any(gathered.fields.get(name, ABSENT).value for name in ("subject_name", "a_number", "subject_id"))
        gathered.add("asks", ABSENT if empty else reading_of(list(form.asks), (), page, "asks"))
        gathered.add("attachments", reading_of(attached_forms(sheet, gathered), (), page, "attachments"))


def _office_only(gathered: Gathered) -> None:
    """Leave of the signer's title the office: the court behind its comma stands with the court."""
    title = gathered.fields["signer_title"]
    gathered.fields["signer_title"] = replace(title, value=office_alone(title.value))


def _signer(signature: PaperSignature, issuer: str, court: str | None) -> str | None:
    """The office of the one who signed; None where nobody did, it cannot be told, or somebody signed in a judge's place.

    A tribe's judge is neither a state's nor a federal one.
    """
    if signature.inked is not True:
        return None
    title = signature.title.value if isinstance(signature.title.value, str) else None
    name = signature.name.value if isinstance(signature.name.value, str) else None
    signer = signer_under(title, issuer, name)
    if signer in JUDGES and court == "tribal":
        return None
    if signer in JUDGES and instead_of(signature):
        return "clerk_of_court" if clerk_signed(signature.block) else None
    return signer


def instead_of(signature: PaperSignature) -> str | None:
    """The words by which somebody else signed in a judge's place; None where the judge's block is the judge's own."""
    name = signature.name.value if isinstance(signature.name.value, str) else ""
    title = signature.title.value if isinstance(signature.title.value, str) else ""
    return stand_in(signature.block or f"{name}, {title}", name, signature.by_hand)


def lead_of(reads: Sequence[ReadPaper]) -> ReadPaper:
    """The paper that asks: a request before a warrant attached to it, anything known before a cover or an unknown paper."""
    return min(reads, key=lambda each: (_rank(each), each.paper.pages[0]))


def _rank(read: ReadPaper) -> int:
    if read.paper.kind in _REQUESTS or read.either:
        return 0
    if read.paper.kind:
        return 1
    return 3 if read.face.cover else 2


def is_judge(signer: str | None) -> bool:
    """Whether a signer is a judge of a court."""
    return signer in JUDGES


def value_of(fields: dict[str, FieldReading], name: str) -> object:
    """A field's value, None where it is absent."""
    return fields.get(name, ABSENT).value
