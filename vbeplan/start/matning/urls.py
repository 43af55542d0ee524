"""The program's addresses and one more: the empty page that others are held against."""

from django.http import HttpResponse
from django.urls import include, path
from django.utils.html import escape


def tom(request):
    """The least that a page with sign-in costs: session, user, her name in HTML."""
    return HttpResponse(
        f'<!doctype html><html lang="sv"><title>Tom</title>{escape(request.user)}'
    )


urlpatterns = [path("tom/", tom, name="tom"), path("", include("vbeplan.urls"))]
