"""A California county whose own rules nobody has read."""
