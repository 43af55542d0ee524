"""Roof: the start page, the gallery, error pages, health, demo data, measurements."""
