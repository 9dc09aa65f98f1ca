"""Writing the record: no event, no act."""
