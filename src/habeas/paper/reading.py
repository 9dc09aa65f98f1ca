"""What a reading of a paper gives back: frozen records, and the JSON of `FORMATS.md` made from them and read back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points, origin in the lower left corner of the page as it is shown."""

IDENTIFIERS = frozenset(
    {"a_number", "case_number", "subject_id", "event_number", "date_of_birth", "phone", "subject_name"}
)
"""Fields by which a person or a case is found: read from a scan, each is confirmed by a person before anything rests on it."""

DAYS = frozenset({"issued_on", "comply_by", "served_on", "entry_on", "signed_on", "reply_by"})
"""Days that a paper names: read from a poor scan, each is confirmed too."""


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One entry of a paper. `confidence` is `read`, `scanned` or `absent`; an absent one has no value.

    `words` are the paper's own words that the value rests on; `confirm` says that a person must look at the picture.
    """

    value: Any = None
    page: int | None = None
    words: str | None = None
    box: Box | None = None
    confidence: str = "absent"
    confirm: bool = False

    def as_data(self) -> dict[str, Any]:
        """Return it as `FORMATS.md` writes it; `confirm` stands only where a person must confirm."""
        data: dict[str, Any] = {
            "value": self.value,
            "page": self.page,
            "words": self.words,
            "box": list(self.box) if self.box else None,
            "confidence": self.confidence,
        }
        return data | {"confirm": True} if self.confirm else data


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """What a person must find out: `ask`, and `why` it matters."""

    ask: str
    why: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a file. `pages` count from 1 in the file; `found` and `missing` are the signs of a court's process, in words."""

    kind: str | None
    form: str | None
    signer: str | None
    basis: str | None
    judicial: bool | None
    pages: tuple[int, ...]
    version: str | None = None
    fields: Mapping[str, FieldReading] = field(default_factory=dict)
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    title: str | None = None
    """What an order of a court without a form's number calls itself, as the form's own words: `WRIT OF HABEAS CORPUS …`."""

    @property
    def subject_name(self) -> str | None:
        """The person the paper names, as written."""
        known = self.fields.get("subject_name")
        return known.value if known else None

    def as_data(self) -> dict[str, Any]:
        """Return the line of `papers`."""
        return {
            "kind": self.kind,
            "form": self.form,
            "version": self.version,
            "signer": self.signer,
            "basis": self.basis,
            "judicial": self.judicial,
            "pages": list(self.pages),
            "subject_name": self.subject_name,
        }


@dataclass(frozen=True, slots=True)
class PaperReading:
    """What a file was read as: the paper that asks (`lead`), every paper in page order, what to ask and to beware of.

    `text_source` is `text layer`, `form fields` or `ocr`. `private_pages` hold personal identifiers that are not for
    public disclosure (page 2 of an AO 442): nothing of them was read, and their pictures stay inside the desk.
    """

    lead: Paper
    papers: tuple[Paper, ...]
    questions: tuple[PaperQuestion, ...]
    warnings: tuple[str, ...]
    text_source: str
    page_count: int
    private_pages: tuple[int, ...] = ()

    @property
    def kind(self) -> str | None:
        """The kind of the paper that asks, in the words of a request; None where it is none we know."""
        return self.lead.kind

    @property
    def form(self) -> str | None:
        """The form's number as printed: `I-247A`, `AO 442`."""
        return self.lead.form

    @property
    def version(self) -> str | None:
        """The form's printing: `3/17`, `Rev. 11/11`."""
        return self.lead.version

    @property
    def signer(self) -> str | None:
        """Who signed, by office; None where nobody did or it cannot be told."""
        return self.lead.signer

    @property
    def basis(self) -> str | None:
        """`civil`, `criminal_immigration`, `criminal_other`, or None."""
        return self.lead.basis

    @property
    def judicial(self) -> bool | None:
        """True only on positive evidence; None where any of it is missing."""
        return self.lead.judicial

    @property
    def fields(self) -> Mapping[str, FieldReading]:
        """The entries of the paper that asks."""
        return self.lead.fields

    def as_data(self) -> dict[str, Any]:
        """Return the object of `FORMATS.md`, "Reading paper"; `papers` also carries what marks each as a court's or not."""
        lead = self.lead
        return {
            "kind": lead.kind,
            "form": lead.form,
            "version": lead.version,
            "signer": lead.signer,
            "basis": lead.basis,
            "judicial": lead.judicial,
            "fields": {name: each.as_data() for name, each in lead.fields.items()},
            "questions": [{"ask": each.ask, "why": each.why} for each in self.questions],
            "warnings": list(self.warnings),
            "papers": [each.as_data() for each in self.papers],
            "signs": {"found": list(lead.found), "missing": list(lead.missing)},
            "text_source": self.text_source,
            "page_count": self.page_count,
            "private_pages": list(self.private_pages),
        }


def paper_to_wire(paper: Paper) -> dict[str, Any]:
    """Everything of a paper as JSON values, for the way back from the child process."""
    return paper.as_data() | {
        "fields": {name: each.as_data() for name, each in paper.fields.items()},
        "found": list(paper.found),
        "missing": list(paper.missing),
        "title": paper.title,
    }


def reading_to_wire(reading: PaperReading) -> dict[str, Any]:
    """Everything of a reading as JSON values, for the way back from the child process."""
    return {
        "papers": [paper_to_wire(each) for each in reading.papers],
        "lead": reading.papers.index(reading.lead),
        "questions": [[each.ask, each.why] for each in reading.questions],
        "warnings": list(reading.warnings),
        "text_source": reading.text_source,
        "page_count": reading.page_count,
        "private_pages": list(reading.private_pages),
    }


def reading_from_wire(data: Mapping[str, Any]) -> PaperReading:
    """Build the reading that the child process wrote."""
    papers = tuple(_paper(each) for each in data["papers"])
    return PaperReading(
        lead=papers[data["lead"]],
        papers=papers,
        questions=tuple(PaperQuestion(ask, why) for ask, why in data["questions"]),
        warnings=tuple(data["warnings"]),
        text_source=data["text_source"],
        page_count=data["page_count"],
        private_pages=tuple(data["private_pages"]),
    )


def _paper(data: Mapping[str, Any]) -> Paper:
    return Paper(
        kind=data["kind"],
        form=data["form"],
        signer=data["signer"],
        basis=data["basis"],
        judicial=data["judicial"],
        pages=tuple(data["pages"]),
        version=data["version"],
        fields={name: _field(each) for name, each in data["fields"].items()},
        found=tuple(data["found"]),
        missing=tuple(data["missing"]),
        title=data["title"],
    )


def _field(data: Mapping[str, Any]) -> FieldReading:
    box = data["box"]
    return FieldReading(
        value=data["value"],
        page=data["page"],
        words=data["words"],
        box=(box[0], box[1], box[2], box[3]) if box else None,
        confidence=data["confidence"],
        confirm=bool(data.get("confirm")),
    )
