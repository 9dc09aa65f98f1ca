"""Minnesota."""
