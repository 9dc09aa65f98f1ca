"""The forms that are known, as data, and which of them a page is."""
