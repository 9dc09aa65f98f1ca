"""What a paper says: kind, form, signer, judicial or not, and each field with the words it rests on."""
