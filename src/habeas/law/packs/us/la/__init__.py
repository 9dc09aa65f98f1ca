"""Louisiana."""
