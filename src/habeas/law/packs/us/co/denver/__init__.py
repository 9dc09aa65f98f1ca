"""Denver."""
