"""What every room needs and no room owns: errors, canonical JSON, safe reading of small files."""
