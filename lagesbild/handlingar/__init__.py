"""Deeds that write several models, one file each."""
