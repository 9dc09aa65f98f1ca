"""South Carolina."""
