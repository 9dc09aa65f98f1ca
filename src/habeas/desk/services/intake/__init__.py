"""Taking in a request and reading its paper."""
