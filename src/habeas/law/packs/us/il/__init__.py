"""Illinois."""
