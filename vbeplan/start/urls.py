"""Addresses over all rooms."""

from django.urls import path

from vbeplan.start import kom_igang, veckobrev, views

urlpatterns = [
    path("", views.skrivbord, name="skrivbord"),
    path("kom-igang/undan/", kom_igang.undan, name="kom_igang_undan"),
    path("veckobrev/", veckobrev.veckobrev, name="veckobrev"),
    path("galleri/", views.galleri, name="galleri"),
    path("tillganglighet/", views.tillganglighet, name="tillganglighet"),
    path("farger.css", views.farger, name="farger"),
    path("halsa/", views.halsa, name="halsa"),
]
