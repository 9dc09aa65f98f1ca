"""Who is meant, disputes about it, and papers that cancel another."""
