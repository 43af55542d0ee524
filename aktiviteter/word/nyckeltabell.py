"""Tables where each activity is a column of labels with values beside them."""

from aktiviteter.word import kolumner as k
from aktiviteter.word.modell import Cell, Stycke, Tabell

Par = tuple[str, list[Stycke]]


def nyckelrader(tabell: Tabell) -> list[tuple[int, list[Par]]] | None:
    """[(row number, [(label, value)])], one entry per activity; None for other tables.

    «Aktivitet | Föräldracafé / Ansvarig | Rektor / …»; also two pairs in a row, several
    activities below each other, or each activity in its own column.
    """
    if len(tabell.rader) < 2:
        return None
    vanda = _vand(tabell)
    if vanda is not None:
        return vanda
    grupper: list[tuple[int, list[Par]]] = []
    traffar = 0
    for i, rad in enumerate(tabell.rader, 1):
        par = _par_i(rad)
        if par is None:
            return None
        for etikett, varde in par:
            slag = k.slag_for(etikett)
            traffar += slag not in ("", k.OVRIGT)
            if slag == k.AKTIVITET or not grupper:
                grupper.append((i, []))
            grupper[-1][1].append((etikett, varde))
    if traffar < 2 or not all(_ar_aktivitet(g) for _, g in grupper):
        return None
    return grupper


def _par_i(rad: list[Cell]) -> list[Par] | None:
    """The label–value pairs of one row; None when it is no such row."""
    celler = list(rad)
    if not any(c.text for c in celler):
        return []
    if len(celler) not in (2, 4):
        return None
    ut = []
    for nyckel, varde in zip(celler[::2], celler[1::2], strict=True):
        if not nyckel.text and not varde.text:
            continue
        slag = k.slag_for(nyckel.text)
        if not nyckel.text or (not slag and len(nyckel.text) > k.LANGST_RUBRIK):
            return None
        # Two headers side by side are a header row, not a label and its value.
        if slag and k.slag_for(varde.text) not in ("", k.AKTIVITET):
            return None
        ut.append((nyckel.text.rstrip(" :"), varde.stycken))
    return ut


def _ar_aktivitet(par: list[Par]) -> bool:
    slag = {k.slag_for(etikett) for etikett, _ in par}
    return bool(slag & {k.AKTIVITET, k.BESKRIVNING}) and bool(
        slag & {k.ANSVARIG, k.TID, k.START, k.SLUT, k.UPPF}
    )


def _vand(tabell: Tabell) -> list[tuple[int, list[Par]]] | None:
    """Labels in the first column, one activity in each of the others."""
    bredd = len(tabell.rader[0])
    if bredd < 3 or any(len(r) != bredd for r in tabell.rader):
        return None
    slag = [k.slag_for(r[0].text) for r in tabell.rader]
    if k.AKTIVITET not in slag or len(set(slag) & {k.ANSVARIG, k.TID, k.UPPF}) < 2:
        return None
    if k.ar_rubrikrad(tabell.rader[0]) or not all(r[0].text for r in tabell.rader):
        return None
    return [
        (j + 1, [(r[0].text.rstrip(" :"), r[j].stycken) for r in tabell.rader])
        for j in range(1, bredd)
        if any(r[j].text for r in tabell.rader)
    ]
