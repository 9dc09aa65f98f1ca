"""Colorado."""
