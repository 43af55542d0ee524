"""The table of contents: one line per room."""

from django.urls import include, path

urlpatterns = [
    path("", include("vbeplan.start.urls")),
    path("", include("aktiviteter.urls")),
    path("", include("vbeplan.rapport.urls")),
    path("", include("blanketter.urls")),
    path("", include("lagesbild.urls")),
    path("organisation/", include("vbeplan.organisation.urls")),
    path("konto/", include("vbeplan.organisation.urls_konto")),
]

handler404 = "vbeplan.start.views.hittas_inte"
handler403 = "vbeplan.start.views.nekad"
handler500 = "vbeplan.start.views.fel"
