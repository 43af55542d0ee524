"""Answers that are files."""

from django.utils.http import content_disposition_header


def bifoga(svar, filnamn, *, visa=False):
    """Give a response a file name (RFC 6266) and keep it out of shared caches."""
    svar["Content-Disposition"] = content_disposition_header(not visa, filnamn)
    svar["Cache-Control"] = "private, no-store"
    return svar
