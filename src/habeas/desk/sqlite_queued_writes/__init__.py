"""SQLite for Django, with writers who wait their turn."""
