"""Florida."""
