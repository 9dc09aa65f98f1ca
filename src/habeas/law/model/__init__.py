"""What law is written in: facts, expressions, provisions, ends, and a case."""
