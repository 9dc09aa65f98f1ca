"""A court's warrant asks for its own acts on every page: nobody reads of a detainer hold or of federal custody on a state's capias."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.outgoing.whose_paper import agencies_of, other_agency, takes_by_rule
from habeas.desk.services.pages.act_names import ACT_SAYS, act_name
from habeas.law.model.vocabulary import Act
from habeas.requests.vocabulary import EXECUTED, ISSUERS, SIGNERS
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import warrant

pytestmark = pytest.mark.django_db
OF_A_DETAINER = (ACT_SAYS["hold"], ACT_SAYS["transfer"], "federal custody")


def test_every_act_has_a_name():
    assert set(ACT_SAYS) == {each.value for each in Act}


@pytest.mark.parametrize("kind", sorted(EXECUTED))
@pytest.mark.parametrize("signer", sorted(SIGNERS - {"immigration_officer", "immigration_judge"}))
@pytest.mark.parametrize("issuer", [None, *sorted(ISSUERS)])
def test_no_courts_command_is_called_a_detainer_hold_or_a_transfer_to_federal_custody(kind, signer, issuer):
    source = {"signer": signer, "issuer": issuer, "basis": "criminal_other"}
    names = [act_name(act, kind, source) for act in ("hold", "transfer")]
    assert not {*names} & {*OF_A_DETAINER}
    federal = signer in {"federal_magistrate_judge", "federal_district_judge"} or issuer == "usms"
    assert ("U.S. Marshals" in names[1]) is federal
    assert ("for the court that issued" in names[0]) is (signer == "state_judge" and not federal)


def test_a_civil_document_under_a_courts_kind_keeps_the_names_of_a_detainer():
    assert act_name("hold", "judicial_warrant", {"basis": "civil"}) == ACT_SAYS["hold"]
    assert act_name("transfer", "detainer", {"issuer": "ice"}) == ACT_SAYS["transfer"]
    assert act_name("notify", "notification_request", {"issuer": "fbi"}) == "Notify the agency of the release date"


def test_the_pages_of_a_states_capias_say_so(subject, staff, now, later, clerk, as_role):
    asked = warrant(subject, now, signer="state_judge", form="")
    record_fact(asked, "custody.releasable", True, "records", now, by(staff["clerk"], now))
    pages = [reverse(name, args=[asked.number]) for name in ("request", "deciding", "read")]
    shown = [clerk.get(page).content.decode() for page in pages]
    make(asked, [], by(staff["clerk"], later(minutes=1)))
    asked.refresh_from_db()
    shown += [clerk.get(reverse(name, args=[asked.number])).content.decode() for name in ("request", "answer")]
    if asked.state == "to_sign":
        shown.append(as_role("commander").get(reverse("sign", args=[asked.number])).content.decode())
    for text in shown:
        body = text.partition("<details><summary>Record another fact")[0]
        assert not [words for words in OF_A_DETAINER if words in body]
    assert "Deliver the inmate to the court that issued the warrant" in shown[0]


def test_a_federal_warrant_that_names_no_agency_is_not_said_to_name_the_marshals(subject, now):
    asked = warrant(subject, now)
    asked.source.pop("executing_agency", None)
    asked.source["issuer"], asked.sender_agency = "court", ""
    assert (agencies_of(asked), takes_by_rule(asked)) == ([], "U.S. Marshals Service")
    assert other_agency(asked, "USMS") == ""
    said = other_agency(asked, "ICE")
    assert "names no agency" in said
    assert "that the document of" not in said
    asked.source["executing_agency"] = "FBI"
    assert "is not the agency that the document" in other_agency(asked, "ICE")
    assert takes_by_rule(detainer(subject, now)) == ""
