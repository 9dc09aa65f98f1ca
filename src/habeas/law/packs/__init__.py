"""The law packs Habeas ships: one an authority. A pack is data; nothing here decides."""

from collections.abc import Sequence

from habeas.law.packs import (
    us,
    us_ca,
    us_ca_los_angeles,
    us_ca_san_francisco,
    us_fl,
    us_il,
    us_il_cook,
    us_nc,
    us_nj,
    us_ok,
    us_tx,
    us_wa,
)
from habeas.law.packs.us_ca_counties import COUNTIES
from habeas.law.packs.us_ca_ordinances import HUMBOLDT, SAN_MATEO, UNREAD
from habeas.law.provision import Pack

PACKS: dict[str, Pack] = {
    pack.id: pack
    for pack in (
        us.PACK,
        us_ca.PACK,
        us_ca_los_angeles.PACK,
        us_ca_san_francisco.PACK,
        *COUNTIES,
        HUMBOLDT,
        SAN_MATEO,
        us_fl.PACK,
        us_il.PACK,
        us_il_cook.PACK,
        us_nc.PACK,
        us_nj.PACK,
        us_ok.PACK,
        us_tx.PACK,
        us_wa.PACK,
    )
}
"""Every pack by its jurisdiction."""

UNREAD_LOCAL: dict[str, Pack] = {"us-ca": UNREAD}
"""For a state whose law turns on local rules: what stands in a place under it of which no rule of its own was read."""


def with_unread(chain: Sequence[str], packs: tuple[Pack, ...]) -> tuple[Pack, ...]:
    """`packs` with the question after local rules, where a place (its `chain`, the highest first) lies under a state whose law turns on
    them and neither a pack nor a policy speaks for anything below the state."""
    above = {pack.id for pack in packs}
    asks = (
        pack
        for state, pack in UNREAD_LOCAL.items()
        if state in above and chain[-1] != state and not above - {chain[0], state}
    )
    return (*packs, *asks)
