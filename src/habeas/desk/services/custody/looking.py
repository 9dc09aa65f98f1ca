"""Who in custody a paper may mean: asked of the roster, without whom a human has ruled out; and who is near where nobody is chosen."""

from habeas.common.canonical import sha256_of
from habeas.desk.models import NeverThese, Request
from habeas.desk.services.custody.near import near
from habeas.desk.services.custody.roster_index import index, unread
from habeas.desk.workflow.guards import about_person
from habeas.desk.workflow.identity import query_of, unreadable_fields
from habeas.matching.query import Match
from habeas.matching.unread import unread_words

UNREAD = ""
"""Under what refused rows of the roster stand among those who are near: they are about nobody who has a number."""


def look(request: Request) -> Match:
    """Ask the roster, leaving out whom a human has ruled out for this paper."""
    query = query_of(request.source.get("subject") or {}, unreadable_fields(request))
    return unread().settle(query, index().match(query, ruled_out(request)))


def subject_sha256(request: Request) -> str:
    """What the identifiers on a paper are known by."""
    return sha256_of(request.source.get("subject") or {})


def asked_sha256(request: Request) -> str:
    """What a search is known by: the identifiers, and whom a warrant that came along names."""
    attached = request.source.get("attached_subject")
    return sha256_of([request.source.get("subject") or {}, attached]) if attached else subject_sha256(request)


def ruled_out(request: Request) -> frozenset[str]:
    """The people a human has said this paper does not mean."""
    said = NeverThese.objects.filter(other=subject_sha256(request)).values_list("person__person_id", flat=True)
    return frozenset(said)


def near_to(request: Request) -> list[list[str]]:
    """Who in custody is near what the paper says, `[person number, words]`, without whom a human has ruled out for this paper;
    and, under no number, the rows of the roster that were refused and may be about them.
    """
    subject = request.source.get("subject") or {}
    found = near(subject, unreadable_fields(request), ruled_out(request))
    people = [[each.person.person_id, "; ".join((*each.conflicts, *each.reasons))] for each in found]
    rows = unread().near(query_of(subject, unreadable_fields(request)))
    return [*people, [UNREAD, unread_words(rows)]] if rows else people


def not_looked_at(request: Request) -> list[list[str]]:
    """Who is near now although the request is to be answered with "not in our custody", and whom no second person looked at."""
    if request.person_id is not None or not about_person(request):
        return []
    seen = request.conflict_cleared.get("words", ()) if request.conflict_cleared_by_id else ()
    return [row for row in near_to(request) if row[0] not in seen]
