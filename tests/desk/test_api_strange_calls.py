"""Strange calls made by schemathesis from the API's own document, over the WSGI application: never a fault inside, always one sentence."""

import random

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from habeas.desk.api.table import OPERATIONS, SCOPES
from tests.desk.programs import vouched_key

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 20


@pytest.fixture
def strange(staff, now, monkeypatch):
    """The operations of the API as schemathesis reads them, with a key that has every scope."""
    from datetime import UTC, datetime

    for signal in (request_started, request_finished):  # the test's transaction must outlive each call
        signal.disconnect(close_old_connections)
    secret = vouched_key(staff["administrator"], staff["commander"], SCOPES, datetime.now(UTC), days=1)
    given_with = {"Authorization": f"Bearer {secret}", "Host": "localhost"}
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application(), headers=given_with)
    schema.config.update(base_url="http://localhost")
    found = {each.ok().definition.raw["operationId"]: each.ok() for each in schema.get_all_operations()}
    assert set(found) == set(OPERATIONS)
    yield found, given_with
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda each: each.value)
@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_a_strange_call_is_answered_in_one_sentence(name, mode, strange):
    operations, headers = strange
    statuses = set()

    @seed(20261125)
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operations[name].as_strategy(generation_mode=mode))
    def try_it(case):
        fresh = f"strange-{random.getrandbits(60)}"
        answer = case.call(headers=headers | {"Idempotency-Key": fresh})
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    try_it()
    assert statuses
    assert max(statuses) < 500
