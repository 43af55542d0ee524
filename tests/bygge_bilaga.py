"""An appendix of every kind of part, for the tests of page, paper and Word."""

from aktiviteter.bilagor import Bilaga, Bilagsdel, Bilagstabell, Lopa, tabell


def bilaga(**andrat):
    """Two parts: a table with marked words, and one of plain words with an empty."""
    markt = Bilagstabell(
        "4 Öppen verksamhet",
        ("Vad", "Förra planen", "Den här planen"),
        (
            (
                (Lopa("Tidplan"),),
                (Lopa("Hösten "), Lopa("2026", "borta")),
                (Lopa("Hösten "), Lopa("2027", "nytt"), Lopa("\nT.o.m. VT & sen")),
            ),
        ),
    )
    ord_ = tabell(
        "Upphörda aktiviteter",
        ("Aktivitet", "Skäl"),
        [("7. Föräldrakväll", "Genomförd."), ("9. Utställning", "")],
    )
    falt = {
        "nyckel": "andringar",
        "rubrik": "Ändringar sedan föregående plan",
        "ingress": "Jämfört med planen för 2026.",
        "delar": (
            Bilagsdel("Ändrade aktiviteter", (), (markt,)),
            Bilagsdel("Upphörda aktiviteter", ("Två aktiviteter.",), (ord_,)),
        ),
    }
    return Bilaga(**{**falt, **andrat})
