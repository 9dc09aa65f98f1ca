"""Pennsylvania."""
