"""What differs between two versions of the enkät's questions."""

from blanketter.fragor.skillnad import skillnad
from lagesbild.enkatfragor.koder import SLAG
from lagesbild.models import Grupp


def till_vilka(fraga):
    """Return in words whom a question is asked."""
    grupper = fraga.get("grupper", ())
    return ", ".join(Grupp(g).label for g in grupper) if grupper else "Alla"


def skillnader(fore, efter):
    """Return a `Skillnad` for each question that is new, gone or other in `efter`."""
    gamla, nya = ({f["kod"]: f for f in sida} for sida in (fore, efter))
    andrade = [
        skillnad(kod, gamla[kod], fraga, _mer(gamla[kod], fraga))
        for kod, fraga in nya.items()
        if kod in gamla and gamla[kod] != fraga
    ]
    tillkomna = [_ny(f) for kod, f in nya.items() if kod not in gamla]
    borta = [_borta(f) for kod, f in gamla.items() if kod not in nya]
    return [*tillkomna, *andrade, *borta]


def ny_ordning(fore, efter):
    """Tell whether the questions that are in both stand in another order."""
    koder = {f["kod"] for f in fore} & {f["kod"] for f in efter}
    ena, andra = (
        [f["kod"] for f in sida if f["kod"] in koder] for sida in (fore, efter)
    )
    return ena != andra


def _ny(fraga):
    mer = [f"Ny fråga: {SLAG[fraga['slag']].lower()}"]
    mer.append(f"Ställs till: {till_vilka(fraga)}")
    return skillnad(fraga["kod"], fraga | {"val": []}, fraga, mer)


def _borta(fraga):
    return skillnad(fraga["kod"], fraga, fraga, ["Frågan utgår."])


def _mer(fore, efter):
    """Yield in words what is neither the wording nor the choices."""
    if fore.get("grupper") != efter.get("grupper"):
        yield f"Ställs till: {till_vilka(efter)} (förut {till_vilka(fore)})"
    if fore.get("kravs") != efter.get("kravs"):
        yield "Måste besvaras." if efter.get("kravs") else "Är frivillig."
    for namn, etikett in (("min", "Minst"), ("max", "Högst")):
        if fore.get(namn) != efter.get(namn):
            yield f"{etikett} {efter.get(namn)} (förut {fore.get(namn)})"
