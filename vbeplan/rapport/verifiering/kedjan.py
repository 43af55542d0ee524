"""One edition against its own seals and the edition before it."""

from vbeplan.rapport import forsegling
from vbeplan.rapport.forsegling import pateckningens_sigill, sha256


def brott(utgava, forra):
    """Yield what is wrong with an edition, in words; `forra` is the one before."""
    yield from _platsen(utgava, forra)
    if sha256(utgava.innehall.encode()) != utgava.innehall_sha256:
        yield "innehållet är ändrat"
    yield from _filerna(utgava)
    yield from egna_brott(utgava)
    yield from _pateckningarna(utgava)


def egna_brott(utgava):
    """Yield what its own facts and seals say is wrong; reads neither file nor text."""
    if _fingeravtryck(utgava) != utgava.fingeravtryck:
        yield "uppgifterna om beslutet, numret eller fingeravtrycket är ändrade"
    if _sigill(utgava) != utgava.sigill:
        yield "sigillet stämmer inte"


def _platsen(utgava, forra):
    nummer, sigill = (forra.nummer, forra.sigill) if forra else (0, "")
    if utgava.nummer != nummer + 1:
        yield f"en utgåva före den saknas (nummer {nummer + 1})"
    if utgava.forra != sigill:
        yield "kedjan är bruten: den hänger inte ihop med utgåvan före"


def _filerna(utgava):
    if sha256(bytes(utgava.pdf)) != utgava.pdf_sha256:
        yield "PDF-filen är ändrad"
    publik = utgava.publik_pdf
    if (sha256(bytes(publik)) if publik is not None else "") != utgava.publik_sha256:
        yield "den offentliga PDF-filen är ändrad"


def _pateckningarna(utgava):
    """Yield what is wrong with what is added: corrections, that it was opened."""
    for rader in (utgava.rattelserna, utgava.oppningarna):
        fore = utgava.sigill
        for plats, rad in enumerate(rader, 1):
            namn = f"{rad._meta.verbose_name} {plats}"
            if rad.nummer != plats:
                yield f"{namn} är borta"
            elif pateckningens_sigill(fore, rad) != rad.sigill:
                yield f"{namn} är ändrad"
            fore = rad.sigill


def _fingeravtryck(utgava):
    return forsegling.fingeravtryck(
        forra=utgava.forra,
        nummer=utgava.nummer,
        uppgifter=utgava.uppgifter,
        innehall_sha256=utgava.innehall_sha256,
    )


def _sigill(utgava):
    return forsegling.sigill(
        fingeravtryck=utgava.fingeravtryck,
        pdf_sha256=utgava.pdf_sha256,
        publik_sha256=utgava.publik_sha256,
        skapad=utgava.skapad,
    )
