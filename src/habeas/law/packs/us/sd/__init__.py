"""South Dakota."""
