"""Words and times as pages show them."""
