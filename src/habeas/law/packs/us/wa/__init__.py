"""Washington."""
