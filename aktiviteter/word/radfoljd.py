"""A table's drafts → rows of a chapter, each seen beside the row above it."""

import re
from dataclasses import dataclass

from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.ord import Lagare
from aktiviteter.word.rader import Radtolkning, tolka_rad
from aktiviteter.word.tabeller import Utkast


@dataclass(slots=True)
class Rad:
    """A row understood, its place in words, and which run of rows it belongs to."""

    tolkning: Radtolkning
    plats: str
    foljd: int


class Radlaggare:
    """Adds drafts to the rows of a chapter."""

    def __init__(self, anm: Anmarkningar, lagare: Lagare, roller: list[str]):
        self.anm = anm
        self.lagare = lagare
        self.roller = roller

    def lagg(
        self, utkasten: list[Utkast], rader: list[Rad], plats: str, foljd: int
    ) -> list[str]:
        """Adds to `rader`; returns the words that are in none of their fields."""
        redovisat: list[str] = []
        for utkast in utkasten:
            var = f"{plats}, rad {utkast.rad}" if utkast.rad else plats
            t = tolka_rad(utkast, self.lagare, self.roller)
            fore = rader[-1] if rader and rader[-1].foljd == foljd else None
            _som_ovan(t, fore)
            redovisat += t.redovisat
            ensam = bool(t.data["titel"]) and not utkast.upprepad
            if not ensam and self._hor_till_raden_ovanfor(
                t, fore, var, upprepad=utkast.upprepad
            ):
                roller = [a["roll"] for a in t.data["ansvariga"]]
                redovisat += [t.tid, t.uppfoljning, *roller]
                continue
            rader.append(Rad(t, var, foljd))
            self._radanmarkningar(t, var)
        return redovisat

    def _hor_till_raden_ovanfor(
        self, t: Radtolkning, fore: Rad | None, var: str, *, upprepad: bool
    ) -> bool:
        """A row without a title of its own: more of the activity above, or its own."""
        if fore is None:
            t.data["titel"] = t.data["titel"] or "Aktivitet utan namn"
            self.anm.lagg(
                "rad_utan_aktivitet",
                var,
                "Raden saknar aktivitet. Skriv vad som ska göras eller ta bort den.",
            )
            return False
        ovan = fore.tolkning
        samma = t.tid in ("", ovan.tid) and t.uppfoljning in ("", ovan.uppfoljning)
        if not samma:
            t.data["titel"] = t.data["titel"] or ovan.data["titel"]
            if not upprepad:
                self.anm.lagg(
                    "rad_utan_aktivitet",
                    var,
                    "Raden saknar aktivitet och lästes som en fortsättning på "
                    f"{kort(ovan.data['titel'])}, med egen tid. Kontrollera den.",
                )
            return False
        finns = {a["roll"].lower() for a in ovan.data["ansvariga"]}
        ovan.data["ansvariga"] += [
            {
                **a,
                "art": "medansvarig"
                if a["art"] == "huvudansvarig" and finns
                else a["art"],
            }
            for a in t.data["ansvariga"]
            if a["roll"].lower() not in finns
        ]
        for text in t.data["beskrivning"].split("\n"):
            if text and text not in ovan.data["beskrivning"]:
                ovan.data["beskrivning"] += "\n" * bool(ovan.data["beskrivning"]) + text
        self.anm.lagg(
            "sammanslagen_rad",
            var,
            f"Raden lades ihop med aktiviteten ovanför, {kort(ovan.data['titel'])}.",
        )
        return True

    def _radanmarkningar(self, t: Radtolkning, var: str) -> None:
        if t.avkortad:
            self.anm.lagg(
                "lang_titel",
                f"{var}, Aktivitet",
                "Aktiviteten saknar en kort titel. Början av texten blev titel och "
                "hela texten står i beskrivningen. Skriv en egen titel.",
            )
        if t.namn:
            self.anm.lagg(
                "personnamn",
                f"{var}, Ansvarig",
                f"Personnamn står som ansvarig ({', '.join(t.namn)}). Planen anger "
                "roller, inte personer. Kontrollera att rätt roll står kvar.",
            )


_SOM_OVAN = re.compile(
    r"(?:(?:se|samma som|enligt|jfr)\s+)?(?:rad(?:en)?\s+)?ovan(?:stående)?|dito|samma"
    r"|[-–\s]*(?:[\"”»″]|'')[-–\s]*",
    re.I,
)


def _som_ovan(t: Radtolkning, fore: Rad | None) -> None:
    """«Se ovan» as responsible: the roles of the row above."""
    if fore is not None and _SOM_OVAN.fullmatch(t.ansvar):
        t.redovisat.append(t.ansvar)
        t.data["ansvariga"] = [dict(a) for a in fore.tolkning.data["ansvariga"]]
