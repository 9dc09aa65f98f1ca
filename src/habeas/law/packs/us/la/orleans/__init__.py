"""Orleans Parish."""
