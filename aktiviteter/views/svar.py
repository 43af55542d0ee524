"""Answers that are files."""

import re

from django.utils.http import content_disposition_header

_OTILLATNA = re.compile(r'[\x00-\x1f\\/:*?"<>|]')  # no file may have them in Windows


def bifoga(svar, filnamn, *, visa=False):
    """Give a response a file name (RFC 6266) and keep it out of shared caches."""
    filnamn = _OTILLATNA.sub("-", filnamn)
    svar["Content-Disposition"] = content_disposition_header(not visa, filnamn)
    svar["Cache-Control"] = "private, no-store"
    return svar
