"""Which address needs which capability: one table, and a test that walks every address."""
