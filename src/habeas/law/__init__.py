"""Must, may, must not: facts, expressions, provisions, the layers they combine in, and the decision with its trace."""
