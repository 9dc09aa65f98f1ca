"""The sentence of `serve` names an address that a browser opens."""

import pytest

from habeas.cli.serve import served_at


@pytest.mark.parametrize(("host", "address"), [("127.0.0.1", "http://127.0.0.1:8702/"), ("::1", "http://[::1]:8702/")])
def test_the_address_can_be_opened_as_printed(host, address):
    assert f" {address}." in served_at("The desk", host, 8702, plain_http=True)
    assert "https" in served_at("The desk", host, 8702, plain_http=False)
