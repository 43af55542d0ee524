"""The address that the server's supervision asks."""

import pytest
from django.urls import reverse


@pytest.mark.django_db
def test_it_answers_ok_to_anyone_without_a_cookie(client):
    svar = client.get(reverse("halsa"))

    assert (svar.status_code, svar.content) == (200, b"ok")
    assert svar.headers["Content-Type"] == "text/plain"
    assert not svar.cookies


@pytest.mark.django_db
def test_it_tells_nothing_but_ok(client):
    svar = client.get(reverse("halsa"), {"debug": "1"})

    assert svar.content == b"ok"
    assert "Server" not in svar.headers
