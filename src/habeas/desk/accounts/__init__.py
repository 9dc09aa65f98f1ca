"""Log-in, second factor, roles and the idle lock."""
