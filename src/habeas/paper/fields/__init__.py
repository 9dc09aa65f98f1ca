"""The entries of a paper: labels, shapes, courts, statutes, wording, each with the evidence."""
