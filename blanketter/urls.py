"""Addresses of the anonymous form and its desk.

Everything under /oro/ is open to whoever comes, and forgets her (minnesloshet.py).
"""

from django.urls import path

from blanketter.views import oro

urlpatterns = [
    path("oro/", oro.oro, name="oro"),
    # Words of our own stand before the boards' (see UPPTAGNA_ORD).
    path("oro/<slug:namnd>/", oro.rutin, name="rutin"),
    path("oro/<slug:namnd>/utskrift/", oro.utskrift, name="rutin_utskrift"),
]
