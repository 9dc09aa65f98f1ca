"""The pages, one file a subject. A view reads, asks a service, and renders; it decides nothing."""
