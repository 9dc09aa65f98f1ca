"""Pages: words, squares, rules and ink with where each stands, from a text layer or a scan."""
