"""A person with a record under California's own law: notice and hand-over are open to a choice, and a hold is not."""

import pytest

from habeas.desk.doing import by
from habeas.desk.services.decisions.facts import record_fact

from .test_core import detainer


@pytest.fixture
def state_law(here):
    """California's own law, which leaves notice open where a record allows it."""
    here.jurisdiction = "us-ca"
    here.save()
    return here


def convicted(person):
    """The person with a robbery of 2015 on the record."""
    robbery = {"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2015-03-01"}
    bookings = [each | {"charges": [robbery]} for each in person.record["bookings"]]
    person.record = person.record | {"bookings": bookings}
    person.save()
    return person


@pytest.fixture
def may(state_law, subject, staff, now):
    """A detainer about somebody convicted of robbery, with what the registry, NCIC and the person say recorded."""
    asked, clerk = detainer(convicted(subject), now), by(staff["clerk"], now)
    record_fact(asked, "person.sex_or_arson_registrant", False, "the registry", now, clerk)
    record_fact(asked, "person.federal_felony_arrest_warrant", False, "NCIC", now, clerk)
    record_fact(asked, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    return asked
