"""The next version of the questions: written as a draft, then settled for good."""

from django.db import IntegrityError, transaction

from blanketter.fragor.koder import avtryck
from blanketter.models import Frageversion, Fragutkast
from vbeplan.organisation.models import Spar


def senaste():
    """Return the newest version, also one that is not in use yet."""
    Frageversion.objects.gallande()  # a new installation has none until it is asked
    return Frageversion.objects.order_by("-nummer").first()


def nasta_fragor():
    """Return the questions that are being written, as they are in the newest version
    until somebody has changed one."""
    utkast = Fragutkast.objects.first()
    return utkast.fragor if utkast else senaste().fragor


@transaction.atomic
def spara_fraga(namn, fraga, sedd, *, av):
    """Put a question into the draft; False when it is not as it was when `sedd`."""
    Fragutkast.objects.get_or_create(defaults={"fragor": senaste().fragor})
    utkast = Fragutkast.objects.select_for_update().get()
    if avtryck(utkast.fragor[namn]) != sedd and utkast.fragor[namn] != fraga:
        return False
    utkast.fragor[namn] = fraga
    utkast.andrad_av = av
    utkast.save()
    _skriv(Spar.Handling.ANDRAD, f"utkast till blankettens frågor: {namn}", av)
    return True


@transaction.atomic
def kasta_utkast(*, av):
    """Throw the draft away; nothing when there is none."""
    if Fragutkast.objects.all().delete()[0]:
        _skriv(Spar.Handling.BORTTAGEN, "utkast till blankettens frågor", av)


def faststall(galler_fran, sedd, *, av):
    """Make the draft a version that never changes; None when it is not as when `sedd`.

    `galler_fran` is the first day that it is filled in. Whoever decided the same draft
    just before has already made the version.
    """
    try:
        return _faststall(galler_fran, sedd, av)
    except IntegrityError:
        return None


@transaction.atomic
def _faststall(galler_fran, sedd, av):
    utkast = Fragutkast.objects.select_for_update().first()
    if utkast is None or avtryck(utkast.fragor) != sedd:
        return None
    version = Frageversion.objects.create(
        nummer=senaste().nummer + 1,
        galler_fran=galler_fran,
        fragor=utkast.fragor,
        faststalld_av=av,
    )
    utkast.delete()
    vad = f"blankettens frågor, version {version.nummer} från {galler_fran}"
    _skriv(Spar.Handling.FASTSTALLD, vad, av)
    return version


def _skriv(handling, vad, av):
    Spar.objects.skriv(handling, vad, av=av)
