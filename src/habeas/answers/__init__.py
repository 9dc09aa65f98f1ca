"""What goes out: the answer worked out per person and per field, the package, the letter, the notices, the manifest."""
