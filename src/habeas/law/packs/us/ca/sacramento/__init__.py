"""Sacramento County."""
