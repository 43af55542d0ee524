"""Addresses of the anonymous form and its desk.

Everything under /oro/ is open to whoever comes, and forgets her (minnesloshet.py).
"""

from django.urls import path

urlpatterns: list[path] = []
