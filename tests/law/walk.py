"""Issue 14 walked as hostile counsel: each thing it names, the rules that hold it, a case that nothing else tries, and what must come out.

`python -m tests.law.walk` writes `docs/walk.md`; a test fails where the page has drifted or a case comes out otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.decision import Decision
from habeas.law.model.vocabulary import Act
from habeas.law.packs import PACKS

PAGE = Path(__file__).parents[2] / "docs" / "walk.md"
TODAY = "2026-11-20"
ICE = {"issuer": "ice", "signer": "immigration_officer", "basis": "civil", "in_writing": True, "names_person": True,
       "identity_match": True}  # fmt: skip
DETAINER = ICE | {"kind": "detainer", "form": "I-247A", "attachments": ["I-200"], "attached_signer": "immigration_officer",
                  "probable_cause_box": True, "served_on_person": True}  # fmt: skip
NOTE = ICE | {"kind": "notification_request", "form": "I-247G"}
I200 = ICE | {"kind": "administrative_warrant", "form": "I-200"}
INTERVIEW = ICE | {"kind": "interview_request"}
DOOR = ICE | {"kind": "facility_access", "fields": ["nonpublic_areas"]}
COURT = {"issuer": "court", "in_writing": True, "names_person": True, "identity_match": True, "basis": "criminal_other"}
LIST = {"kind": "list_request", "issuer": "doj", "signer": "none", "basis": "civil", "in_writing": True,
        "purpose": "to assist immigration authorities in removals", "fields": ["name", "charges"]}  # fmt: skip
KNOWN = {"proof_of_status_given": "none", "history_complete": True, "sex_or_arson_registrant": False, "minor": False,
         "federal_felony_arrest_warrant": False, "victim_or_witness": False}  # fmt: skip
JAIL = {"facility": "county_jail", "releasable": True, "release_date_public": False}


def charged(
    statute: str, disposition: str = "convicted", on: str = "2015-03-01", grade: str = "felony", **more: Any
) -> dict[str, Any]:
    """A charge."""
    return {"statute": statute, "grade": grade, "disposition": disposition, "disposed_on": on} | more


@dataclass(frozen=True)
class Walked:
    """One thing on counsel's list: the rules that hold it, and a case with what must come out of it."""

    point: str
    names: str
    rules: tuple[str, ...]
    place: str
    paper: dict[str, Any]
    act: str
    says: str
    tries: str
    day: str = TODAY
    charges: tuple[dict[str, Any], ...] = ()
    person: dict[str, Any] = field(default_factory=dict)
    custody: dict[str, Any] = field(default_factory=dict)
    agency: dict[str, Any] = field(default_factory=dict)
    owes: str = ""

    def decided(self) -> Decision:
        """The case, decided."""
        row = {
            "id": self.names[:40],
            "jurisdiction": self.place,
            "as_of": self.day,
            "request": self.paper | {"asks": [self.act]},
        }
        facts = {"person": KNOWN | self.person, "custody": JAIL | self.custody, "agency": self.agency}
        return decide(read_case(row | facts | {"charges": list(self.charges)}))


ROBBERY = charged("PC 211")
MURDER_HELD = charged("PC 187", "held_to_answer", "2026-10-01")
CA = "1 California"
SEVEN = "2 The seven"
WALKED = (
    Walked(CA, "San Francisco 12H: transfer", ("us-ca-san-francisco.12H.2-hold",), "us-ca-san-francisco", DETAINER, "transfer",
           "must_not",
           "a murder of 2012, the detainer with its I-200", charges=(charged("PC 187", on="2012-05-05"),)),
    Walked(CA, "San Francisco 12H: interview", ("us-ca-san-francisco.12H.2-interview",), "us-ca-san-francisco", INTERVIEW, "interview",
           "unresolved", "the person has consented in writing", person={"written_consent": True}),
    Walked(CA, "San Francisco 12I.3: listed felonies", ("us-ca-san-francisco.12I.3-notify",), "us-ca-san-francisco", NOTE, "notify",
           "must_not", "held to answer on domestic violence, no conviction", charges=(charged("PC 273.5(a)", "held_to_answer"),)),
    Walked(CA, "Los Angeles with its unless", ("us-ca-los-angeles.motion-2020-transfer",), "us-ca-los-angeles", DETAINER, "transfer",
           "must_not", "a robbery of 2015, no judge's paper", charges=(ROBBERY,)),
    Walked(CA, "Los Angeles with its unless: a judge", ("us.criminal-arrest-warrant",),
           "us-ca-los-angeles", COURT | {"kind": "judicial_warrant", "signer": "federal_magistrate_judge", "form": "AO 442"}, "transfer",
           "must", "a magistrate's warrant for the same person, who is eligible for release"),
    Walked(CA, "Santa Clara: notice", ("us-ca-santa-clara.policy-3.54",), "us-ca-santa-clara", DETAINER, "notify", "must_not",
           "a robbery of 2015", charges=(ROBBERY,)),
    Walked(CA, "Santa Clara: transfer", ("us-ca-santa-clara.policy-3.54-access",), "us-ca-santa-clara", DETAINER, "transfer",
           "unresolved",
           "a robbery of 2015", charges=(ROBBERY,)),
    Walked(CA, "Sonoma", ("us-ca-sonoma.criteria-2025",), "us-ca-sonoma", NOTE, "notify", "unresolved",
           "a magistrate found cause, no conviction", charges=(MURDER_HELD,)),
    Walked(CA, "Alameda", ("us-ca-alameda.ice-free-2026",), "us-ca-alameda", DOOR, "access_facility",
           "unresolved", "entry to nonpublic areas after 27 January 2026"),
    Walked(CA, "San Diego's ordinance of 2026", ("us-ca-san-diego.clear",), "us-ca-san-diego", DOOR,
           "access_facility", "unresolved", "entry to nonpublic areas without a judge's warrant"),
    Walked(CA, "San Mateo", ("us-ca-san-mateo.2.48.010-custody",), "us-ca-san-mateo", DETAINER, "transfer", "must_not",
           "a robbery of 2015", charges=(ROBBERY,)),
    Walked(CA, "Humboldt", ("us-ca-humboldt.912.1-5-a",), "us-ca-humboldt", DETAINER, "transfer", "must_not", "a robbery of 2015",
           charges=(ROBBERY,)),
    Walked(CA, "Marin", ("us-ca-marin.practice-2020-handover",), "us-ca-marin", DETAINER, "transfer", "unresolved",
           "a robbery of 2015", charges=(ROBBERY,)),
    Walked(CA, "7282.5(b): a magistrate's finding opens notice", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "may",
           "held to answer for murder by a magistrate", charges=(MURDER_HELD | {"probable_cause_by": "magistrate"},)),
    Walked(CA, "7282.5(b): an indictment does not", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "must_not",
           "the same charge by indictment", charges=(MURDER_HELD | {"probable_cause_by": "indictment"},)),
    Walked(CA, "7282.5(b) opens no transfer", ("us-ca.gov-7284.6-a-4",), "us-ca", DETAINER, "transfer", "must_not",
           "held to answer for murder by a magistrate", charges=(MURDER_HELD | {"probable_cause_by": "magistrate"},)),
    Walked(CA, "a waived hearing", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "unresolved",
           "the charge's own description says that the hearing was waived",
           charges=(MURDER_HELD | {"description": "murder; waived prelim"},)),
    Walked(CA, "consent for every immigration authority's civil interview", ("us-ca.gov-7284.6-b-5",), "us-ca",
           INTERVIEW | {"issuer": "cbp"}, "interview", "must_not", "the Border Patrol, no consent",
           person={"written_consent": False}, owes="written_consent_form"),
    Walked(CA, "not for a criminal one", ("us-ca.gov-7283.1-criminal",), "us-ca", INTERVIEW | {"basis": "criminal_immigration"},
           "interview", "unresolved", "HSI on smuggling, no consent: no form is required", person={"written_consent": False}),
    Walked(CA, "W&I 831: an adult's juvenile file", ("us-ca.wic-831-file",), "us-ca",
           ICE | {"kind": "records_request", "fields": ["criminal_history"]}, "share_criminal_history", "unresolved",
           "an adult whose record holds a juvenile finding", charges=(charged("PC 211", "juvenile_adjudication", "2009-03-01"),)),
    Walked(CA, "W&I 831: a minor's status", ("us-ca.wic-831-minor",), "us-ca", ICE | {"kind": "status_inquiry"}, "share_status",
           "unresolved", "against 8 USC 1373", person={"minor": True}),
    Walked(CA, "PC 17(b), 667(d)", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "unresolved",
           "assault of 2003, reduced in 2006", charges=(charged("PC 245(a)(1)", on="2003-03-03", grade="misdemeanor",
           reduced_on="2006-04-04"),)),
    Walked(CA, "PC 1203.4", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "unresolved",
           "a robbery of 2015 dismissed under 1203.4",
           charges=(charged("PC 211", "dismissed", dismissed_under="after_conviction"),)),
    Walked(CA, "diversion", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "must_not", "a robbery diverted",
           charges=(charged("PC 211", "dismissed", dismissed_under="diversion"),)),
    Walked(CA, "federal convictions: 21 USC 841", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "may", "841(a)(1) of 2020",
           charges=(charged("21 USC 841(a)(1)", on="2020-01-10"),)),
    Walked(CA, "federal convictions: 18 USC 2113", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "unresolved",
           "2113(a) of 2001: a serious felony by 1192.7(c)(19) is counsel's",
           charges=(charged("18 USC 2113(a)", on="2001-01-10"),)),
    Walked(CA, "federal convictions: 8 USC 1326", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "unresolved", "1326(a) of 2019",
           charges=(charged("8 USC 1326(a)", on="2019-01-10"),)),
    Walked(CA, "PC 476 by its value: over 950 dollars", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "may",
           "2,400 dollars, 2024",
           charges=({"statute": "PC 476", "disposition": "convicted", "disposed_on": "2024-02-02", "property_value": 2400},)),
    Walked(CA, "PC 476 by its value: 950 dollars or less", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "unknown",
           "300 dollars, 2024: a prior makes it a felony (473(b)), so the grade is asked",
           charges=({"statute": "PC 476", "disposition": "convicted", "disposed_on": "2024-02-02", "property_value": 300},)),
    Walked(CA, "federal convictions: 21 USC 846", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "may", "a conspiracy of 2020",
           charges=(charged("21 USC 846", on="2020-01-10"),)),
    Walked(CA, "federal convictions: 8 USC 1324", ("us-ca.gov-7284.6-a-1-C",), "us-ca", NOTE, "notify", "unresolved",
           "1324(a)(1)(A)(ii) of 2019: a first offense for family alone is counsel's",
           charges=(charged("8 USC 1324(a)(1)(A)(ii)", on="2019-01-10"),)),
    Walked(CA, "clerk-signed process", ("us.rule-9-clerk-signed",), "us-ca",
           COURT | {"kind": "judicial_warrant", "signer": "clerk_of_court", "form": "AO 442"}, "transfer", "unresolved",
           "a federal arrest warrant that only the clerk signed"),
    Walked(CA, "grand jury subpoenas", ("us.grand-jury-any-crime",), "us-ca",
           COURT | {"kind": "judicial_subpoena", "signer": "clerk_of_court", "basis": "criminal_immigration", "form": "AO 110"},
           "share_personal", "unresolved", "a grand jury in a reentry case: never refused at the counter, counsel first"),
    Walked(CA, "search warrants", ("us.search-warrant",), "us-ca",
           COURT | {"kind": "judicial_warrant", "signer": "federal_magistrate_judge", "basis": "criminal_immigration", "form": "AO 93"},
           "share_personal", "unresolved", "counsel first: a magistrate's warrant for the booking file in a smuggling case"),
    Walked(CA, "writs", ("us.clerk-signed-order",), "us-ca", COURT | {"kind": "court_order", "signer": "clerk_of_court"}, "transfer",
           "unresolved", "a writ under the clerk's hand alone"),
    Walked(CA, "I-200 alone: arrest", ("us-ca.gov-7284.6-a-1-E",), "us-ca", I200, "arrest", "must_not", "no detainer beside it"),
    Walked(CA, "I-200 alone: transfer", ("us-ca.gov-7284.6-a-4", "us-ca.gov-7283.1-b"), "us-ca", I200, "transfer", "must_not",
           "the person is asked for on the warrant alone", charges=(charged("VEH 14601.1(a)", "pending", grade="misdemeanor"),),
           owes="give_copy_to_person"),
    Walked(CA, "duties of copy and intent", ("us-ca.gov-7283.1-b",), "us-ca", NOTE, "notify", "must_not", "a misdemeanor only",
           charges=(charged("VEH 14601.1(a)", "pending", grade="misdemeanor"),), owes="state_intent_to_person"),
    Walked(CA, "the forum", ("us-ca.gov-7283.1-d",), "us-ca", DETAINER, "transfer", "may", "a robbery of 2015", charges=(ROBBERY,),
           owes="hold_public_forum"),
    Walked(CA, "Civ. Code 43.54", ("us-ca.civ-43.54",), "us-ca", I200, "arrest", "must_not", "in a courthouse",
           custody={"facility": "court"}),
    Walked(SEVEN, "Texas: SB 8 and its day", ("us-tx.gov-753.051",), "us-tx", ICE | {"kind": "agreement_proposal"}, "agree_287g", "must",
           "eleven days before 1 December 2026", owes="make_agreement"),
    Walked(SEVEN, "Texas: 511.0101", ("us-tx.gov-511.0101", "us-tx.gov-511.0101-monthly"), "us-tx", DETAINER, "hold", "must",
           "each detainer is counted for the Commission", owes="report_request"),
    Walked(SEVEN, "Texas: the list", ("us-tx.gov-752.053-list",), "us-tx", LIST, "list", "may",
           "a person whom a record places in the class",
           person={"in_requested_class": True}),
    Walked(SEVEN, "Florida 908.104(6): all inmates booked", ("us-fl.908.104-6",), "us-fl", LIST, "list", "must",
           "the Department of Justice asks, a person in the class", person={"in_requested_class": True}),
    Walked(SEVEN, "Florida 908.104: victims and witnesses", ("us-fl.908.104-7-list",), "us-fl", LIST, "list",
           "unresolved", "the person helps as a witness", person={"in_requested_class": True, "victim_or_witness": True}),
    Walked(SEVEN, "Florida 908.105", ("us-fl.908.105-hold", "us-fl.908.105-1-d"), "us-fl", DETAINER, "hold", "must",
           "a complete detainer", owes="notify_prosecutor"),
    Walked(SEVEN, "Florida 908.106", ("us-fl.908.106",), "us-fl", ICE | {"kind": "agreement_proposal"}, "house_federal_detainees", "must",
           "an agreement for housing is proposed"),
    Walked(SEVEN, "Florida 908.11 as amended 2025", ("us-fl.908.11",), "us-fl-polk", ICE | {"kind": "agreement_proposal"}, "agree_287g",
           "must", "a county's sheriff"),
    Walked(SEVEN, "New Jersey's statute of March 2026", ("us-nj.pl-2026-statute",), "us-nj",
           DETAINER | {"attachments": ["I-200", "I-205"]}, "hold", "must_not", "a final order that no judge signed", day="2026-03-26",
           charges=(charged("N.J.S.A. 2C:33-2", "pending", grade="misdemeanor"),)),
    Walked(SEVEN, "North Carolina", ("us-nc.162-62-b1-2025",), "us-nc-wake", DETAINER, "hold", "must", "a pending misdemeanor",
           charges=({"description": "simple assault", "grade": "misdemeanor", "disposition": "pending"},),
           owes="judicial_official_first"),
    Walked(SEVEN, "Oklahoma 171.2", ("us-ok.171.2",), "us-ok", ICE | {"kind": "status_inquiry"}, "query_ice", "unresolved",
           "a felony is charged", charges=({"description": "burglary", "grade": "felony", "disposition": "pending"},)),
    Walked(SEVEN, "Illinois: the yearly report on every kind of request", ("us-il.805-25", "us-il.805-25-yearly"), "us-il", INTERVIEW,
           "interview", "must_not", "an interview request", owes="report_request"),
    Walked(SEVEN, "Cook", ("us-il-cook.46-37-b",), "us-il-cook", NOTE, "notify", "must_not", "a request for the release date"),
    Walked(SEVEN, "Washington", ("us-wa.10.93.160-hold",), "us-wa-king", DETAINER, "hold", "must_not", "a complete detainer",
           owes="written_rights_notice"),
)  # fmt: skip
ELSEWHERE = (
    (CA, "joint task forces, 12532.5, 15160, United States v. California, Steinle, Huntington Beach, Gonzalez",
     "notes of `us-ca`, each with its words and address", "`habeas law show us-ca`; `tests/law/test_packs.py`"),
    (CA, "Brown v. Ramsay", "`us.proof-of-citizenship`, `us.proof-of-citizenship-notice`", "`tests/law/test_floors.py`"),
    ("3 Read and edit a rule", "order of the statute, text in full, definitions, days, amendments, as read, addresses, printed sheet",
     "`habeas law show PLACE --format html`, *The law* on the desk",
     "`tests/law/test_pages.py`, `test_section_text.py`, `test_definitions.py`"),
    ("3 Read and edit a rule", "outgoing letters confess nothing", "the letter cites; sureness stays in `internal/`",
     "`tests/answers/test_prose.py`"),
    ("4 Answer once", "a finding of counsel, signed, dated, with its reach and review day", "`docs/policies.md`, *A finding of counsel*",
     "`tests/law/test_findings.py`, `test_policy.py`"),
    ("5 See staleness", "a dated note is a warning on each answer it touches; what to read again, with a day",
     "`watch.toml`, `habeas law due`",
     "`tests/law/test_watches.py`, `test_warned.py`"),
)  # fmt: skip


def page() -> str:
    """The table: each thing that is named, the rules that hold it, how sure we are, and the case."""
    return "\n".join((*_head(), *_rows(), "", *_pages(), "", *_open(), ""))


def _head() -> Iterator[str]:
    yield "# The law, point by point"
    yield ""
    yield "Written by `python -m tests.law.walk`: each thing that counsel asked for, the rules that hold it, how sure we are"
    yield f"of them, and a case of its own, decided each time the tests run. Unless a case says otherwise it is decided as of {TODAY}."
    yield ""
    yield "| point | named | rules | how sure | the case | act | comes to | owes |"
    yield "|---|---|---|---|---|---|---|---|"


def _rows() -> Iterator[str]:
    for each in WALKED:
        rules, sure = ", ".join(f"`{rule}`" for rule in each.rules), ", ".join(dict.fromkeys(map(sureness, each.rules)))
        said = f"{each.act.replace('_', ' ')} | {each.says.replace('_', ' ')} | {each.owes.replace('_', ' ')}"
        yield f"| {each.point} | {each.names} | {rules} | {sure} | {each.place}: {each.tries} | {said} |"


def _pages() -> Iterator[str]:
    yield "## Held by a page, a note or a command"
    yield ""
    yield "| point | named | where | tried by |"
    yield "|---|---|---|---|"
    yield from (f"| {' | '.join(row)} |" for row in ELSEWHERE)


def _open() -> Iterator[str]:
    """Every rule of California and the seven that is not verified, with what would settle it."""
    yield "## What is not verified in California and the seven"
    yield ""
    yield "| rule | how sure | what would settle it |"
    yield "|---|---|---|"
    for pack in PACKS.values():
        if (
            pack.id.startswith(("us-ca", "us-tx", "us-fl", "us-nj", "us-nc", "us-ok", "us-il", "us-wa"))
            and pack.id != "us-ca-county"
        ):
            yield from (
                f"| `{rule.id}` | {rule.source.sureness.value} | {rule.source.settle} |"
                for rule in pack.rules
                if rule.source.settle
            )


def sureness(rule: str) -> str:
    """How sure we are of a rule. Raises StopIteration where no pack has it."""
    every = (each for pack in PACKS.values() for each in (*pack.rules, *pack.periodic))
    return next(each for each in every if each.id == rule).source.sureness.value


def act_of(each: Walked, made: Decision) -> str:
    """What the case's act comes to."""
    return made.acts[Act(each.act)].outcome.value


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
