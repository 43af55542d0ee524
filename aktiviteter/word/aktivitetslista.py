"""The rows of all chapters → the plan's activities: numbers, times, references."""

from aktiviteter.tidsprak import Tidplan, Uppfoljning, som_dict
from aktiviteter.word.anmarkning import Anmarkningar
from aktiviteter.word.kapitel import Kapitel
from aktiviteter.word.radfoljd import Rad
from aktiviteter.word.tider import Tidsfoljd
from vbeplan.filer.fel import FilFel

FLEST = 2_000
Tid = tuple[str, Tidplan, Uppfoljning]


def lista_aktiviteter(
    kapitel: list[Kapitel],
    ar: int,
    anm: Anmarkningar,
    nummer: list[int] | None = None,
) -> tuple[list[dict], list[Tid]]:
    """The activities as plan data, and for each its place, time and follow-up.

    `nummer` are those that the caller has settled; None takes the document's. Raises
    FilFel when they are more than any plan has.
    """
    rader = [(i, r) for i, k in enumerate(kapitel) for r in k.rader]
    if len(rader) > FLEST:
        raise FilFel(
            f"Dokumentet har {len(rader)} aktiviteter; högst {FLEST} går att läsa in. "
            "Dela upp planen i flera filer."
        )
    losta = _losta([r for _, r in rader], ar)
    nummer = nummer or _nummer([r for _, r in rader], anm)
    ut, tider = [], []
    for n, (i, r) in zip(nummer, rader, strict=True):
        tid, uppf = losta[id(r)]
        ut.append(
            {
                "nummer": n,
                "avsnitt": kapitel[i].rubrik,
                "avsnitt_nr": i,
                **r.tolkning.data,
                "tidplan": som_dict(tid),
                "uppfoljning": som_dict(uppf),
            }
        )
        tider.append((r.plats, tid, uppf))
    return ut, tider


def _losta(rader: list[Rad], ar: int) -> dict[int, tuple[Tidplan, Uppfoljning]]:
    """Times by row, each run of rows resolved by itself."""
    foljd = Tidsfoljd(ar)
    ut: dict[int, tuple[Tidplan, Uppfoljning]] = {}
    grupper: dict[int, list[Rad]] = {}
    for r in rader:
        grupper.setdefault(r.foljd, []).append(r)
    for grupp in grupper.values():
        varden = foljd.los([r.tolkning for r in grupp])
        ut.update({id(r): v for r, v in zip(grupp, varden, strict=True)})
    return ut


def _nummer(rader: list[Rad], anm: Anmarkningar) -> list[int]:
    """The document's own numbers when they are unique, else counted from 1."""
    egna = [r.tolkning.nr for r in rader]
    hela = all(n.isdigit() and 0 < int(n) < 10_000 for n in egna)
    if egna and hela and len(set(map(int, egna))) == len(egna):
        return [int(n) for n in egna]
    if any(egna):
        anm.lagg(
            "nummer_andrat",
            "Hela dokumentet",
            "Aktiviteternas nummer i dokumentet saknas, upprepas eller är inte hela "
            "tal. De fick nya nummer i den ordning de står.",
        )
    return list(range(1, len(rader) + 1))
