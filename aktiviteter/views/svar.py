"""Answers: files, and what a form in its place on the page gets when it is saved."""

import re

from django.contrib import messages
from django.urls import reverse
from django.utils.http import content_disposition_header

from vbeplan.tema.plats import falt_id, i_ruta, klart

__all__ = ["beratta", "bifoga", "falt_id", "i_ruta", "klart"]

_OTILLATNA = re.compile(r'[\x00-\x1f\\/:*?"<>|]')  # no file may have them in Windows


def bifoga(svar, filnamn, *, visa=False):
    """Give a response a file name (RFC 6266) and keep it out of shared caches."""
    filnamn = _OTILLATNA.sub("-", filnamn)
    svar["Content-Disposition"] = content_disposition_header(not visa, filnamn)
    svar["Cache-Control"] = "private, no-store"
    return svar


def beratta(request, text, andring):
    """Say that something is done; the message offers to undo it (`Andring` or None)."""
    angra = reverse("andring_angra", args=[andring.pk]) if andring else ""
    if andring and andring.angrar_id:
        angra += "#gor-om"
    messages.success(request, text, extra_tags=angra)
