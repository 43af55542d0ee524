"""Keyed hashes: what can be recognised but not read back, nor tried out elsewhere."""

from hmac import digest

from django.db import transaction

_kvar = {}


def hmac(syfte: str, varde: str) -> str:
    """Return the keyed hash of `varde`, 64 hex digits; every `syfte` has its own key.

    The same after a rotation of the keys, another in every installation.
    """
    nyckel = digest(_hemligheten(), syfte.encode(), "sha256")
    return digest(nyckel, varde.encode(), "sha256").hex()


def glom():
    """Let go of the secret that this process remembers: the database is another."""
    _kvar.clear()


def _hemligheten():
    from vbeplan.nycklar.models import Hemlighet  # needs a loaded registry

    if not _kvar:
        hemlig = Hemlighet.den()
        # Made in a transaction that is undone it was never anybody's.
        transaction.on_commit(lambda: _kvar.update(den=hemlig))
        return hemlig
    return _kvar["den"]
