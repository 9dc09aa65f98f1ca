"""What may be counted: a ledger of facts from the record, measures as data, reports that law asks for, and what the public may see."""
