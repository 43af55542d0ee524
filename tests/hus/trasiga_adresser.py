"""The house's addresses and one whose view has a fault, for tests of error pages."""

from django.urls import path

from vbeplan import urls
from vbeplan.urls import handler403, handler500

__all__ = ["handler403", "handler500", "urlpatterns"]


def trasig(request):
    raise RuntimeError("hemlighet i ett felmeddelande")


urlpatterns = [*urls.urlpatterns, path("halsa/trasig/", trasig)]
