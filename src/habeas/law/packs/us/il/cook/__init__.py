"""Cook County."""
