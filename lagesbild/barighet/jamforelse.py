"""Rates of rare events and two of them compared, exactly.

Events are counted as Poisson: each by itself. Several from one occasion make the real
uncertainty larger than said here, which the draft says in words.

Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
Przyborowski & Wilenski (1940), Homogeneity of results in testing samples from Poisson
series, Biometrika 31. Clopper & Pearson (1934), Biometrika 26. Holm (1979), A simple
sequentially rejective multiple test procedure, Scand. J. Statist. 6.
"""

from dataclasses import dataclass

NIVA = 0.05  # both tails together: 95 % intervals
# A ratio whose whole interval lies within a fourth up or down is called unchanged.
LIKA_LAG, LIKA_HOG = 0.8, 1.25
FLER, FARRE, LIKA, OVISST, GAR_EJ = "fler", "farre", "lika", "ovisst", "gar_ej"


@dataclass(frozen=True, slots=True)
class Takt:
    """Events per unit of the base, with a 95 % interval; None without a base."""

    per: float | None
    lag: float | None
    hog: float | None


@dataclass(frozen=True, slots=True)
class Jamforelse:
    """Two rates compared.

    `kvot` is the first over the second with its 95 % interval `lag`–`hog`; `kvot` is
    None when it has no value (0 to 0, or no base) and infinite to 0. `p` is two-sided.
    `ord` is FLER or FARRE when chance would seldom make such a difference, LIKA when
    the whole interval is near one, OVISST when neither can be said, GAR_EJ without
    events or base.
    """

    kvot: float | None
    lag: float | None
    hog: float | None
    p: float | None
    ord: str

    @property
    def ar_skillnad(self):
        return self.ord in (FLER, FARRE)


def takt(antal, bas=1.0):
    """Return the rate of `antal` events per unit of `bas`, after Garwood."""
    _granska(antal, bas)
    if not bas:
        return Takt(None, None, None)
    # Not scipy.stats, which is as much again to load; and lazily, since a worker that
    # never computes must not pay 40 MiB for it.
    from scipy.special import gammainccinv, gammaincinv

    halv = NIVA / 2
    lag = float(gammaincinv(antal, halv)) if antal else 0.0
    hog = float(gammainccinv(antal + 1, halv))
    return Takt(antal / bas, lag / bas, hog / bas)


def jamfor(a, basa, b, basb):
    """Compare `a` events of `basa` with `b` of `basb`: an exact conditional test.

    Given that they are a + b together, a is binomial. `p` is twice the smaller tail, so
    that it is below `NIVA` exactly when the interval leaves out one.
    """
    _granska(a, basa)
    _granska(b, basb)
    if not (basa and basb and a + b):
        return Jamforelse(None, None, None, None, GAR_EJ)
    lag, hog = _andelens_intervall(a, a + b)
    vikt = basb / basa
    kvot = a / b * vikt if b else float("inf")
    lag, hog = _oddset(lag) * vikt, _oddset(hog) * vikt
    p = _tvasidigt(a, a + b, basa / (basa + basb))
    return Jamforelse(kvot, lag, hog, p, _ordet(kvot, lag, hog, p))


def holm(p_varden, niva=NIVA):
    """Return for each p if it stands when all are looked at together (Holm 1979).

    None among them is no comparison: it neither counts nor stands.
    """
    antal = sum(p is not None for p in p_varden)
    star, haller = [False] * len(p_varden), True
    ordning = sorted((p, i) for i, p in enumerate(p_varden) if p is not None)
    for plats, (p, i) in enumerate(ordning):
        haller = haller and p < niva / (antal - plats)
        star[i] = haller
    return star


def _granska(antal, bas):
    if antal < 0 or antal != int(antal) or not 0 <= bas < float("inf"):
        raise ValueError(f"Går inte att räkna på: {antal} händelser av {bas}")


def _andelens_intervall(k, n):
    """Return the limits of a share of k in n, after Clopper and Pearson."""
    from scipy.special import betaincinv  # lazily, as in `takt`

    halv = NIVA / 2
    lag = float(betaincinv(k, n - k + 1, halv)) if k else 0.0
    hog = float(betaincinv(k + 1, n - k, 1 - halv)) if k < n else 1.0
    return lag, hog


def _oddset(andel):
    return andel / (1 - andel) if andel < 1 else float("inf")


def _tvasidigt(k, n, andel):
    from scipy.special import betainc  # lazily, as in `takt`

    hogst = float(betainc(n - k, k + 1, 1 - andel)) if k < n else 1.0  # P(X <= k)
    minst = float(betainc(k, n - k + 1, andel)) if k else 1.0  # P(X >= k)
    return min(1.0, 2 * min(hogst, minst))


def _ordet(kvot, lag, hog, p):
    if p < NIVA:
        return FLER if kvot > 1 else FARRE
    return LIKA if lag >= LIKA_LAG and hog <= LIKA_HOG else OVISST
