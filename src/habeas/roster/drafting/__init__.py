"""A first profile for an export nobody has described: its shape and its columns, judged by the cells first and the headers second."""
