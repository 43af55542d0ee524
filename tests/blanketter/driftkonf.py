"""The house's own gunicorn settings, with places where a test can stop a form's way.

A file in the folder PROV_MAPP says what is to happen: `mitt_i` stops in the middle of
the transaction, `efter` between it and the answer, `faller` lets the view fail. No
file may grow beyond STORSTA_FIL bytes.
Django's mail to administrators is on, as an operator might have turned it on.
"""

import os
import resource
import time
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vbeplan.settings")

from django.conf import settings

from vbeplan.server import *  # noqa: F403 — gunicorn reads the names of this file

MAPP = Path(os.environ["PROV_MAPP"])

if storst := int(os.environ.get("STORSTA_FIL", "0")):
    resource.setrlimit(resource.RLIMIT_FSIZE, (storst, storst))

# Manifest storage wants collectstatic first.
settings.STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
settings.ADMINS = [("Driften", "driften@granby.example")]
settings.LOGGING["handlers"]["brev"] = {"class": "django.utils.log.AdminEmailHandler"}
for namn in (settings.LOGGING["root"], *settings.LOGGING["loggers"].values()):
    namn["handlers"] = [*namn.get("handlers", ()), "brev"]


def post_worker_init(worker):
    """Stand in a form's way, in the worker that receives it."""
    from django.db.models.signals import post_save

    from blanketter.models import Blankett
    from lagesbild.models import Enkatsvar

    for modell in (Blankett, Enkatsvar):
        post_save.connect(_i_vagen, sender=modell, weak=False)


def _i_vagen(instance, **mer):
    from django.db import transaction

    if (MAPP / "faller").exists():
        raise RuntimeError(getattr(instance, "text", "") or instance.texter)
    _stanna("mitt_i")
    transaction.on_commit(lambda: _stanna("efter"))


def _stanna(var):
    if (MAPP / var).exists():
        (MAPP / var).unlink()
        (MAPP / "stannade").write_text(str(os.getpid()))
        time.sleep(600)  # longer than any test waits
