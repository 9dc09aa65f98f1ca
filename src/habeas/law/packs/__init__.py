"""The law packs Habeas ships: one an authority. A pack is data; nothing here decides."""

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
from habeas.law.provision import Pack

PACKS: dict[str, Pack] = {
    pack.id: pack
    for pack in (
        us.PACK,
        us_ca.PACK,
        us_ca_los_angeles.PACK,
        us_ca_san_francisco.PACK,
        *COUNTIES,
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
