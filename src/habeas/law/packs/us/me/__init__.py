"""Maine."""
