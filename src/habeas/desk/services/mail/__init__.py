"""Mail to staff through the office's own server."""
