"""New Hampshire."""
