"""The WSGI entry that gunicorn loads."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vbeplan.settings")
application = get_wsgi_application()
# Before gunicorn's workers part. Else each would read the pages' code at its first
# visitor, from files that an upgrade may have changed since the server started.
get_resolver().url_patterns  # noqa: B018
