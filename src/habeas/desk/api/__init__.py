"""The API for the jail's own systems: push a roster, file a request, read a decision, report a release."""
