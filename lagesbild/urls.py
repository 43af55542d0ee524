"""Addresses of the local picture.

Words of our own stand before the boards' (see UPPTAGNA_ORD in organisation).
"""

from django.urls import path

from lagesbild.views import bilden, bilder

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
    path("lagesbild/", bilder.lagesbilder, name="lagesbilder"),
    path("lagesbild/alla/", bilder.alla, name="lagesbilder_alla"),
    path("lagesbild/ny/", bilder.ny, name="lagesbild_ny"),
    path(f"{BILD}/", bilden.visa, name="lagesbild"),
]
