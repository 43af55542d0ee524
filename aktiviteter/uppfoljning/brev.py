"""The words of a letter to a role: what is asked, then its own link."""

from django.utils.formats import date_format

LANKEN = "[här står rollens egen länk]"


def amnesrad(tillfalle, *, paminnelse=False):
    """Return a letter's subject."""
    ord_ = "Påminnelse: " if paminnelse else ""
    return f"{ord_}{tillfalle}, uppföljning av planen mot våldsbejakande extremism"


def brevets_ord(tillfalle, av, *, paminnelse=False):
    """Return what the coordinator may change before the letter goes."""
    senast = date_format(tillfalle.senast, "j F Y")
    if paminnelse:
        borjan = (
            f"Vi saknar fortfarande er rapport till {_i_mening(tillfalle)}. Den sista "
            f"dagen är {senast}."
        )
    else:
        borjan = (
            "Handlingsplanen mot våldsbejakande extremism följs nu upp till "
            f"{_i_mening(tillfalle)}. Berätta hur det går med era aktiviteter senast "
            f"den {senast}."
        )
    return (
        f"Hej!\n\n{borjan}\n\nDet tar några minuter och går bra i mobilen. Ingen "
        f"behöver logga in.\n\nVänliga hälsningar\n{av}, {tillfalle.plan.namnd}"
    )


def svansen(tillfalle, roll, antal, lank):
    """Return the end of a role's letter, which nobody changes."""
    senast = date_format(tillfalle.senast, "j F Y")
    vad = "1 aktivitet" if antal == 1 else f"{antal} aktiviteter"
    return (
        f"\n\n{roll} har {vad} att rapportera här:\n{lank}\n\nLänken är bara till "
        f"den som svarar för rollen. Skicka den inte vidare: den som har den kan "
        f"rapportera för rollen. Den slutar gälla efter den {senast}.\n"
    )


def _i_mening(tillfalle):
    text = str(tillfalle)
    return text[0].lower() + text[1:] if not text[:2].isupper() else text
