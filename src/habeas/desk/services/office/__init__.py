"""The office: its settings, accounts, limits and numbers."""
