"""Read: what a file became, in the words of the preview page."""

from aktiviteter.models import Ansvar
from aktiviteter.tidsprak import beskriv_tidplan, beskriv_uppfoljning
from aktiviteter.utbyte import granska
from vbeplan.text.block import delar


def forhandsvisning(inlasning):
    """Return the preview's context: cover facts, chapters, activities and remarks."""
    data = granska(inlasning.data)
    kapitel = _kapitel(data)
    return {
        "filnamn": inlasning.filnamn,
        "namnd": inlasning.namnd,
        "ar": inlasning.ar,
        "fakta": _fakta(data),
        "anmarkningar": data["anmarkningar"],
        "kapitel": kapitel,
        "antal_kapitel": len(kapitel),
        "antal_aktiviteter": len(data["aktiviteter"]),
    }


def _fakta(data):
    dokument = data["dokument"]
    return [
        ("Titel", data["titel"]),
        ("Nämnd i filen", data["namnd"]),
        ("Diarienummer", data["dnr"]),
        ("Datum", data["datum"] and data["datum"].isoformat()),
        (
            "Gäller till",
            dokument["giltig_till"] and dokument["giltig_till"].isoformat(),
        ),
        ("Dokumenttyp", dokument["typ"]),
        ("Dokumentägare", dokument["agare"]),
        ("Nästa revidering", dokument["nasta_revidering"]),
    ]


def _kapitel(data):
    rader, nummer = [], [0, 0]
    for nr, a in enumerate(data["avsnitt"]):
        if a["niva"] == 1 or not nummer[0]:
            nummer = [nummer[0] + 1, 0]
        else:
            nummer[1] += 1
        rader.append(
            {
                "nummer": ".".join(str(n) for n in nummer if n),
                "niva": 2 if nummer[1] else 1,
                "rubrik": a["rubrik"],
                "stycken": len(delar(a["text"])),
                "text": a["text"],
                "ankare": f"kapitel-{nr}",
                "aktiviteter": [
                    _aktivitet(i, x)
                    for i, x in enumerate(data["aktiviteter"], 1)
                    if x["avsnitt_nr"] == nr
                ],
            }
        )
    return rader


def _aktivitet(plats, a):
    return {
        "nummer": a["nummer"] or plats,
        "ankare": f"rad-{plats}",
        "titel": a["titel"],
        "beskrivning": a["beskrivning"],
        "mal": a["mal"],
        "ansvarig": ", ".join(_roll(x) for x in a["ansvariga"]),
        "tidplan": _tid(*a["tidplan"], beskriv_tidplan),
        "uppfoljning": _tid(*a["uppfoljning"], beskriv_uppfoljning),
    }


def _tid(text, varde, beskriv):
    """The file's words, what they mean, and what can't be true of them."""
    if varde is None:
        return {"text": text}
    return {"text": text, "forstas": beskriv(varde), "fel": varde.fel}


def _roll(x):
    if x["art"] == Ansvar.Art.HUVUDANSVARIG:
        return x["roll"]
    return f"{x['roll']} ({Ansvar.Art(x['art']).label.lower()})"
