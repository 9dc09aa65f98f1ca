"""New York City."""
