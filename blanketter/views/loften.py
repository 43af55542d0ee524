"""The page of promises: what is kept and what never is, and who checks it."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from blanketter.loften import LOFTEN


@require_safe
def loften(request):
    return render(request, "blanketter/loften.html", {"loften": LOFTEN})
