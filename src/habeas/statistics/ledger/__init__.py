"""The ledger: every countable fact of the record, once, from the exported chain alone."""
