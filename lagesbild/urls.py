"""Addresses of the local picture.

Words of our own stand before the boards' (see UPPTAGNA_ORD in organisation).
"""

from django.urls import path  # noqa: F401  # the first page comes with its view

BILD = "lagesbild/<slug:namnd>/<int:ar>"

urlpatterns = [
    # Källor
    # Enkät: the respondents' open page
    # Enkät: respondents, invitations
    # Enkät: questions and results
    # Statistik
    # Siffror
    # Iakttagelser
    # Bilden
]
