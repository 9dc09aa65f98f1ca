"""Wyoming."""
