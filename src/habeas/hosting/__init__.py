"""A host of many offices: one database, one record and one key an office, on one PostgreSQL server (docs/adr/0011)."""
