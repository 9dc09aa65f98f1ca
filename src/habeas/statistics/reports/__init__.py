"""Reports that law asks for: what is due to whom and when, the tables, and the proof that every cell comes from the record."""
