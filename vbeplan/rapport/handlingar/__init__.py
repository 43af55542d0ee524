"""Deeds on what is sealed, one file each."""
