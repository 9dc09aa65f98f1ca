"""The District of Columbia."""
