"""Addresses of the revision."""

from django.urls import path

from aktiviteter.views import revidering

urlpatterns = [
    path(
        "planer/<slug:namnd>/<int:ar>/revidering/",
        revidering.revidering,
        name="plan_revidering",
    ),
    path(
        "planer/<slug:namnd>/<int:ar>/revidering/borja/",
        revidering.borja,
        name="plan_revidering_borja",
    ),
]
