"""Words in a row, as Swedish writes them."""


def uppraknat(ord_):
    """Return ["a", "b", "c"], of any iterable, as «a, b och c»; "" of none."""
    *fore, sist = list(ord_) or [""]
    return f"{', '.join(fore)} och {sist}" if fore else sist
