"""Work without a search for garbage: off meanwhile, and afterwards as it was, also after a fault."""

import gc

import pytest

from habeas.common.uncollected import uncollected


def test_it_is_off_meanwhile_and_on_again_after_a_fault():
    seen = []

    @uncollected()
    def broken():
        seen.append(gc.isenabled())
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        broken()
    assert seen == [False]
    assert gc.isenabled()


def test_where_it_was_off_before_it_stays_off():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
