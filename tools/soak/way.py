"""The way of a request, a step at a time: register, verify, identify, decide, sign, send, serve, end, close."""

import random
from collections.abc import Callable
from typing import Any

from tools.soak import journal as said
from tools.soak.acts import Hands, new_token, noted, some_request

from habeas.demo.stories import DETAINER, JUDGE


def work(hands: Hands, token: str = "") -> None:
    """Take one request a step further; acknowledged with the version it has come to."""
    request = some_request(hands, tuple(STEPS))
    if request is None:
        return
    token = new_token("step")
    with noted(hands, token) as more:
        STEPS[request.state](hands, request, token)
        request.refresh_from_db()
        more |= {"number": request.number, "version": request.version}


def _register(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.intake import intake

    person = _somebody(hands)
    kind, words = hands.rng.choice((("detainer", DETAINER), ("detainer", DETAINER), ("judicial_warrant", JUDGE)))
    subject = {
        "family_name": person.family_name, "given_name": person.given_name,
        "date_of_birth": person.date_of_birth.isoformat() if person.date_of_birth else None,
        "booking_id": person.bookings.order_by("id").first().booking_id,
    }  # fmt: skip
    intake.register(request, {"kind": kind, **dict(words), "subject": subject}, hands.clerk())


def _somebody(hands: Hands) -> Any:
    from habeas.desk.models import Person

    held = Person.objects.filter(in_custody=True, absent_since=None).order_by("id")
    return held[random.Random(hands.rng.random()).randrange(min(20, held.count()))]


def _verify(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.intake import reading

    left = list(request.read_fields.filter(confirmed_at=None).values_list("name", flat=True))
    if left:
        reading.confirm_many(request, {}, left, hands.clerk())
    reading.finish(request, hands.clerk())


def _identify(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.models import Person
    from habeas.desk.services.identity import identification as who

    found = who.propose(request, hands.clerk())
    if not found["candidates"]:
        who.choose_nobody(request, hands.doing("ann"))
        return
    person = Person.objects.get(person_id=found["candidates"][0]["person"])
    who.choose(request, person, None, hands.doing("ann"), hands.staff["bob"], evidence="photographs")


def _decide(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.decisions.deciding import make
    from habeas.desk.services.decisions.facts import record_fact

    if not request.facts.exists() and not request.person.facts.filter(fact="custody.releasable").exists():
        doing = hands.clerk()
        record_fact(
            request, "custody.releasable", request.kind == "judicial_warrant", "the jail's system", doing.at, doing
        )
    make(request, [], hands.clerk())


def _sign(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.decisions.decision_store import shown_sha256
    from habeas.desk.services.decisions.signing import sign, sign_off
    from habeas.desk.workflow.guards import living_decision

    act, who = (sign, "cay") if request.state == "to_sign" else (sign_off, "col")
    act(request, hands.doing(who), shown_sha256(living_decision(request)))


def _send(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.outgoing import executing, outgoing
    from habeas.desk.workflow.machine import what_hinders

    doing = hands.clerk()
    if what_hinders(request, "lodge_hold", doing) is None:
        taken = executing.Taken("U.S. Marshals Service (fictional)", "Deputy", doing.at, allowed_by="the warrant")
        executing.lodge_hold(request, taken, doing)
        return
    sent = token.replace("step", "send")
    hands.journal.write(said.BEGUN, sent)
    proof = outgoing.SendingProof(sent, "known_number")
    outgoing.dispatch(request, doing, to="Field office (fictional)", way="fax", address="555-0144", proof=proof)
    hands.journal.write(said.DONE, sent)


def _serve(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.outgoing import notices

    due = request.notices.filter(served_at=None).first()
    if due is not None:
        notices.serve(due, hands.rng.choice(("served", "refused")), "es", hands.doing("ned"))


def _end(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.decisions import closing

    closing.end(request, "released", hands.clerk())


def _close(hands: Hands, request: Any, token: str) -> None:
    from habeas.desk.services.decisions import closing

    closing.close(request, hands.clerk())


STEPS: dict[str, Callable[[Hands, Any, str], None]] = {
    "received": _register, "reading": _verify, "identifying": _identify, "deciding": _decide, "to_sign": _sign,
    "to_counsel": _sign, "ready": _send, "answered": _serve, "watching": _end, "ended": _close,
}  # fmt: skip
"""What is done to a request in each state."""
