"""The law packs Habeas ships: one module an authority. A pack is data; nothing here decides."""

from habeas.law.packs import us, us_ca, us_ca_los_angeles, us_tx
from habeas.law.provision import Pack

PACKS: dict[str, Pack] = {pack.id: pack for pack in (us.PACK, us_ca.PACK, us_ca_los_angeles.PACK, us_tx.PACK)}
"""Every pack by its jurisdiction."""
