"""Addresses of sign-in. allauth has more pages; those not named here are closed.

Not here: a page of one's own e-mail addresses (the förvaltare enters them), signing in
by a mailed code, and choosing a first password (the reset link does that).
"""

from allauth.account import views
from django.urls import path, re_path

from vbeplan.organisation.views import skrivet

urlpatterns = [
    path("logga-in/", views.login, name="account_login"),
    path("logga-ut/", views.logout, name="account_logout"),
    path("avstangt/", views.account_inactive, name="account_inactive"),
    path("inloggad/", skrivet.inloggad, name="inloggad"),
    path("skrivet/", skrivet.visa, name="skrivet"),
    path("nytt/", views.signup, name="account_signup"),  # says that it is closed
    path("bekrafta/", views.reauthenticate, name="account_reauthenticate"),
    path("losenord/", views.password_change, name="account_change_password"),
    path("glomt/", views.password_reset, name="account_reset_password"),
    path(
        "glomt/skickat/", views.password_reset_done, name="account_reset_password_done"
    ),
    path(
        "glomt/klart/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^glomt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
