"""Suffolk County, Massachusetts."""
