"""What a person must find out, and what a person should beware of: one sentence each, for what is missing or does not fit."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rapidfuzz.fuzz import token_sort_ratio

from habeas.paper.draft import differ
from habeas.paper.judicial.judicial import JUDGES
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page
from habeas.paper.papers import ReadPaper, instead_of, is_judge, value_of
from habeas.paper.reading import PaperQuestion as Q
from habeas.requests.vocabulary import CANCELLATION

NAMES: dict[str, str] = {
    "subject_name": "the person's name",
    "a_number": "the A-number",
    "date_of_birth": "the date of birth",
    "issued_on": "the date",
    "case_number": "the case number",
    "court": "the court with its district",
    "recipient": "whom it is addressed to",
    "offense": "the offense",
    "comply_by": "the day to comply by",
    "comply_at": "the place to comply at",
    "place_searched": "the place to be searched",
    "signer_name": "the signer's name",
    "signer_title": "the signer's title",
    "subject_id": "the Subject ID",
    "event_number": "the event number",
    "phone": "the telephone number",
    "cancels_detainer_of": "the day of the detainer it cancels",
}
"""Fields in a clerk's words."""
_ABOUT_SOMEBODY = frozenset({"notification_request", "interview_request", "transfer_request"})
"""Kinds of letters that are about somebody."""
_OLD = frozenset({"I-247", "I-247D", "I-247N", "I-247X"})
_OLD_UNTIL = "2017-04-02"
"""ICE issued I-247A from 2 April 2017 and no other form of detainer since (ICE guidance of March 2017)."""


def questions_of(reads: Sequence[ReadPaper], lead: ReadPaper) -> list[Q]:
    """Every question about the paper that asks, then about the papers with it."""
    found = [
        *(_about(lead) or _cover_alone(lead)),
        *_attachments(reads, lead),
        *_together(reads, lead),
        *_cancelled_beside(reads),
    ]
    for other in reads:
        if other is lead:
            continue
        if other.form is not None:
            found += [Q(f"{_called(other)}: {each.ask}", each.why) for each in _about(other)]
        elif _nameless(other):
            found += [Q(f"{_called(other)}: {each.ask}", each.why) for each in _in_force(other)]
    kept: dict[str, Q] = {each.ask: each for each in found}
    return list(kept.values())


def _cover_alone(lead: ReadPaper) -> list[Q]:
    """A cover sheet that leads has no paper behind it that is known; it may itself ask for something, or end a hold."""
    return [_unknown(lead), *_in_force(lead)] if lead.face.cover else []


def _about(read: ReadPaper) -> list[Q]:
    if read.face.cover:
        return []
    if read.either:
        return [_either(read), *(each for part in (_in_force, _signing, _doubts, _confirm) for each in part(read))]
    if read.paper.kind is None:
        return [_unknown(read), *_in_force(read)]
    if read.blank_form:
        return [
            Q(
                "Was this form meant to be sent blank? Nothing is filled in and it is not signed.",
                "A blank form requests nothing.",
            )
        ]
    parts = (_in_force, _headed, _signing, _judicial, _missing, _nobody, _boxes, _doubts, _dates, _confirm)
    return [each for part in parts for each in part(read)]


def _headed(read: ReadPaper) -> Iterator[Q]:
    if read.form is not None and read.form.issuer == "dhs" and read.face.court:
        yield Q(
            "Who issued it? A court's heading stands over an immigration officer's form. Ask the sender.",
            "What it says is an officer's; no court signed it, and somebody put a court's name on it.",
        )


def _either(read: ReadPaper) -> Q:
    return Q(
        f"Does it ask for a hold, or does it cancel one? {read.either}. Ask the sender.",
        "A cancellation ends the hold it names; do not hold on a document that may be one.",
    )


def _unknown(read: ReadPaper) -> Q:
    if read.form is not None:
        return Q(
            f"What should be done with this document ({read.form.form or read.form.titles[0].title()})?", read.form.why
        )
    if not any(page.words for page in read.pages):
        return Q(
            "What is this document? None of it could be read.", "The page is blank, or an image that could not be read."
        )
    if any(poor(page) for page in read.pages):
        return Q(
            "What is this document? Ask the sender for a better copy: the scan is too poor to read.",
            "Too few words could be read to find a title, form number or request.",
        )
    return Q(
        "What is this document, and does it request anything?",
        "It has no title, form number or request this desk knows.",
    )


_UNSURE = 0.55
"""Under this certainty a word of a scan is as likely wrong as right."""
_POOR = 0.35
"""A scan of whose words so many are unsure is too poor to be read."""


def poor(page: Page) -> bool:
    """Whether a page is a picture of which too few words could be read with certainty."""
    words = [each for each in page.words if each.source == "ocr"]
    unsure = sum(each.sure < _UNSURE for each in words)
    return bool(words) and (len(words) < 12 or unsure > _POOR * len(words))


NEED_NO_SIGNATURE = frozenset({"public_records_request"})
"""Kinds that no law asks to be signed: anyone may ask for public records."""


def _signing(read: ReadPaper) -> Iterator[Q]:
    signature, paper = read.signature, read.paper
    if signature.inked is not True and paper.kind in NEED_NO_SIGNATURE:
        return
    if signature.inked is False:
        yield Q("Is it signed? No signature was found where one belongs.", "An unsigned document has no legal effect.")
    elif signature.inked is None:
        yield Q(
            "Is it signed, and by whom? The place of the signature could not be read.",
            "Whether a judge or an officer signed decides what kind of document it is.",
        )
    elif paper.signer == "immigration_judge":
        yield Q(
            "It is signed by an immigration judge: who issued this document?",
            "An immigration judge is an officer of the Department of Justice, not a judge of a court.",
        )
    elif paper.signer not in JUDGES and read.form is not None and _for_a_judge(read):
        yield Q(
            f"Who signed it? The words at the signature are not a judge's alone: “{_cut(signature.block)}”.",
            "A judge's clerk, deputy, secretary or assistant is not a judge, and another person may have signed for one.",
        )
    elif paper.signer is None and read.form is not None:
        title = value_of(dict(paper.fields), "signer_title")
        said = (
            f"the title “{title}” is not a title this desk knows" if title else "no title was found under the signature"
        )
        yield Q(
            f"Who signed it, and in what office? {said[0].upper()}{said[1:]}.",
            "Only certain officers may issue this document.",
        )
    if paper.signer and not value_of(dict(paper.fields), "signer_name"):
        yield Q("What is the signer's name?", "The printed name could not be read.")


def _for_a_judge(read: ReadPaper) -> bool:
    """Whether a judge's title stands at the signature of somebody who is none."""
    return bool(re.search(r"judge|magistrate|justice", read.signature.block, re.IGNORECASE)) and bool(
        instead_of(read.signature)
    )


def _cut(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:117]}..."


def _in_force(read: ReadPaper) -> Iterator[Q]:
    if read.signs.undone:
        yield Q(
            f"Is it in force? It is marked “{read.signs.undone[0]}”.",
            "A document that was withdrawn or never issued has no legal effect.",
        )
    if read.beside:
        first = read.beside[0]
        yield Q(
            f"Is it in force? Page {first.page.number} of this file says “{first.text}”.",
            "A document in the same file may withdraw it; verify with the issuing court before acting on it.",
        )
    if read.signs.unread:
        yield Q(
            f"Is page {read.signs.unread} stamped or marked? A mark on it could not be read: check the document image.",
            "A stamp or a note may withdraw the document.",
        )


def _judicial(read: ReadPaper) -> Iterator[Q]:
    if read.form is None or read.form.issuer not in {"court", "state_court"} or read.paper.judicial:
        return
    if any(page.typed for page in read.pages):
        yield Q(
            f"Ask for the document as the court issued it: page {read.pages[0].number} is typed words, not the document.",
            "Anybody can type the words of an order; it is not verified that a judge ordered it.",
        )
        return
    signs = read.signs
    if signs.against:
        yield Q(
            f"Who issued it? It looks court-issued, but {signs.against[0]}.",
            "These are inconsistent; verify the issuer.",
        )
    if read.paper.signer == "clerk_of_court":
        yield Q(
            "Is a document signed by the clerk of the court enough here?",
            "A judge did not sign it; a clerk may sign some documents (Fed. R. Crim. P. 9(b)(1), 17(a)), and some laws require a judge.",
        )
        return
    missing = [each for each in signs.missing if each != "a judge's signature" or read.signature.inked]
    if missing:
        yield Q(
            f"Court-issued? Not found: {_listed(missing)}.",
            "Without these it is not verified that a judge of a court ordered it.",
        )


def _missing(read: ReadPaper) -> Iterator[Q]:
    if read.form is None:
        return
    fields = dict(read.paper.fields)
    wanted = [each.name for each in read.form.entries if each.required]
    wanted += ["court"] if read.form.issuer == "court" and read.face.court else []
    doubted = {name for name, _ in read.gathered.doubts}
    doubted |= {"offense"} if value_of(fields, "offense_statutes") else set()  # its sections say what it is
    missing = [NAMES[name] for name in wanted if value_of(fields, name) is None and name not in doubted]
    if missing:
        yield Q(
            f"Not found on the document: {_listed(missing)}. Ask the sender.",
            "This form should state it.",
        )
    if read.paper.kind == "detainer" and value_of(fields, "grounds") == [] and not read.gathered.unclear:
        yield Q(
            "What is the basis of the detainer? No box is checked.",
            "A detainer states why probable cause exists, or that DHS transferred the person to this custody.",
        )


def _nobody(read: ReadPaper) -> Iterator[Q]:
    fields = dict(read.paper.fields)
    if read.paper.kind == CANCELLATION and not value_of(fields, "subject_name") and not value_of(fields, "a_number"):
        yield Q(
            "Whose detainer does it cancel? No name or A-number on it could be read.",
            "A cancellation ends the hold of the person it names and of no one else.",
        )
    named = any(value_of(fields, name) for name in ("subject_name", "subject_names", "a_number"))
    if read.form is None and read.paper.kind in _ABOUT_SOMEBODY and not named:
        yield Q(
            "Whom is it about? No name or A-number in it could be read.",
            "What is said or done about a person must be about that person.",
        )


def _boxes(read: ReadPaper) -> Iterator[Q]:
    if read.gathered.unclear:
        yield Q(
            f"Could not read check boxes: {_listed(read.gathered.unclear)}. Check them on the document.",
            "An unread box counts neither as checked nor as unchecked.",
        )


def _doubts(read: ReadPaper) -> Iterator[Q]:
    for name, doubt in read.gathered.doubts:
        yield Q(
            f"What is {NAMES.get(name, name.replace('_', ' '))}? On the document, {doubt}.",
            "Enter what the document says.",
        )


def _dates(read: ReadPaper) -> Iterator[Q]:
    fields = dict(read.paper.fields)
    issued, born = value_of(fields, "issued_on"), value_of(fields, "date_of_birth")
    if isinstance(issued, str) and isinstance(born, str):
        age = (date.fromisoformat(issued) - date.fromisoformat(born)).days / 365.25
        if not 14 <= age <= 100:
            yield Q(
                "Is the date of birth right?",
                f"The person would have been {int(age)} years old on the date of the document.",
            )
    edition = _edition(read.paper.version)
    if edition and isinstance(issued, str) and issued[:7] < edition:
        yield Q(
            f"What is the date? The document is dated {issued}, before its form edition ({read.paper.version}).",
            "A document cannot be older than its form: one of the two was misread or is wrong.",
        )
    if read.paper.form in _OLD and isinstance(issued, str) and issued > _OLD_UNTIL:
        yield Q(
            f"Why does the sender use {read.paper.form}? It was replaced by I-247A on Apr. 2, 2017.",
            "The document is dated after that day.",
        )


def _edition(version: str | None) -> str | None:
    """The month in which a form was printed, as `2017-02`; None where its edition names none."""
    hit = re.search(r"\b(\d{1,2})/((?:19|20)?\d\d)\b", version or "")
    if hit is None or not 1 <= int(hit[1]) <= 12:
        return None
    year = hit[2] if len(hit[2]) == 4 else f"{'19' if int(hit[2]) > 80 else '20'}{hit[2]}"
    return f"{year}-{int(hit[1]):02d}"


def _confirm(read: ReadPaper) -> Iterator[Q]:
    named = [NAMES[name] for name, each in read.paper.fields.items() if each.confirm and name in NAMES]
    if named:
        yield Q(
            f"Verify against the document: {_listed(named)}.",
            "Read from a scan; a character may be misread.",
        )


def _attachments(reads: Sequence[ReadPaper], lead: ReadPaper) -> Iterator[Q]:
    claimed = value_of(dict(lead.paper.fields), "attachments") or []
    there = {each.paper.form for each in reads if each is not lead}
    for form in claimed if isinstance(claimed, list) else []:
        if form not in there:
            yield Q(
                f"Where is the {form}? The document says it is attached, and it is not in this file.",
                "The attachment may decide what the office must do.",
            )


def _together(reads: Sequence[ReadPaper], lead: ReadPaper) -> Iterator[Q]:
    """Papers in one file that name different people."""
    for other in reads:
        if other is lead or other.form is None or not _differ(lead, other):
            continue
        yield Q(
            f"Do the {_called(lead)} and the {_called(other)} name the same person? {_names_of(lead, other)}",
            "A warrant for one person supports nothing about another.",
        )


def _cancelled_beside(reads: Sequence[ReadPaper]) -> Iterator[Q]:
    """A cancellation and a request to hold in one file."""
    kinds = {each.paper.kind for each in reads}
    if CANCELLATION in kinds and kinds & {"detainer", "transfer_request", "notification_request"}:
        yield Q(
            "Which is in effect? One document in this file cancels a detainer, another requests one.",
            "The cancellation may refer to the detainer in the same file.",
        )


def _differ(one: ReadPaper, two: ReadPaper) -> bool:
    if not differ(one.paper, two.paper):
        return False
    scanned = any("ocr" in page.source for each in (one, two) for page in each.pages)
    numbers = all(value_of(dict(each.paper.fields), "a_number") for each in (one, two))
    return numbers or not scanned or token_sort_ratio(*_compared(one, two)) < _ALIKE


_ALIKE = 75
"""From here on, of 100, two names on a scan may be one that was read with a wrong letter: whoever verifies the field sees it."""


def _compared(one: ReadPaper, two: ReadPaper) -> tuple[str, ...]:
    names = [str(each.paper.subject_name or "") for each in (one, two)]
    return tuple(" ".join(re.findall(r"\w+", key_words(each))) for each in names)


def _names_of(lead: ReadPaper, other: ReadPaper) -> str:
    names = [str(each.paper.subject_name or "") for each in (lead, other)]
    if all(names) and names[0] != names[1]:
        return f"One names {names[0]}, the other {names[1]}."
    return "Their A-numbers differ."


def key_words(name: str) -> str:
    """A name's words without accents and case."""
    return " ".join(key(each) for each in re.split(r"[\s,]+", name))


def _judge_on_it(read: ReadPaper) -> bool:
    """Whether a paper bears the title of a judge of a court at its signature, or a federal court's heading."""
    block = re.sub(r"immigration judge", "", read.signature.block, flags=re.IGNORECASE)
    titled = re.search(r"\b(?:judge|magistrate)\b", block, re.IGNORECASE)
    return is_judge(read.paper.signer) or bool(titled) or read.face.court == "federal"


def warnings_about(reads: Sequence[ReadPaper], lead: ReadPaper) -> list[str]:
    """What a person should beware of in the papers themselves."""
    found = []
    for read in reads:
        called = _called(read)
        if read.form is not None and "another number" in read.face.by:
            found.append(f"{called}: title and form number do not match.")
        court_like = read.form is not None and read.form.issuer in {"court", "state_court"}
        if court_like and read.signs.against:
            found.append(f"{called}: {read.signs.against[0]}; these are inconsistent with a court-issued document.")
        if court_like and read.statutes and read.paper.basis == "civil":
            found.append(
                f"{called}: the sections cited authorize detention or removal, not punishment; a criminal warrant does not rest on them."
            )
        if read.form is not None and read.form.issuer == "dhs" and _judge_on_it(read):
            found.append(
                f"{called}: a judge's title or a court's heading on a form of the Department of Homeland Security; "
                "these are inconsistent."
            )
        if read.either:
            found.append(
                f"{called}: {read.either[0].lower()}{read.either[1:]}; whether it requests or cancels a hold is not verified."
            )
        marked = "not a known form; it bears" if _nameless(read) else "marked"
        found += [f"{called}: {marked} “{each}”." for each in read.signs.undone if each != "proposed"]
        found += [
            f"{called}: page {each.page.number} of this file says “{each.text}”; that may withdraw it."
            for each in read.beside
        ]
        if read.signs.unread:
            found.append(
                f"{called}: a mark on page {read.signs.unread} could not be read and may be a stamp; check the document."
            )
        if read.signature.typed:
            found.append(f"{called}: signed by typing (/s/), not by hand.")
    return found


def _nameless(read: ReadPaper) -> bool:
    """Whether nobody can say what kind of paper it is."""
    return read.form is None and read.paper.kind is None and not read.either


def _called(read: ReadPaper) -> str:
    if _nameless(read):
        return f"the document on page {read.paper.pages[0]}"
    return (
        read.paper.form
        or (read.paper.title or "").title()
        or (read.form.titles[0].title() if read.form and read.form.titles else "the other document")
    )


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
