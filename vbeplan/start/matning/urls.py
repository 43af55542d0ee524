"""The program's addresses, and the empty pages that others are held against."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import include, path
from django.utils.html import escape


def tom(request):
    """An empty page with sign-in: session, user, and a template with her name."""
    return render(request, "start/tom.html")


def svar(request):
    """The least an answer costs: session and user, but no template."""
    return HttpResponse(f"<!doctype html><title>Svar</title>{escape(request.user)}")


urlpatterns = [
    path("tom/", tom, name="tom"),
    path("svar/", svar, name="svar"),
    path("", include("vbeplan.urls")),
]
