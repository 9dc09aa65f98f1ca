"""What a release shows as pictures, each with the same numbers as a table."""
