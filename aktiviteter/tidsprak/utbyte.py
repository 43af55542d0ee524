"""Values to and from the plain data of the plan's JSON."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from .varden import Aterkommer, Kanal, Precision, Rapport, Tidplan, Tidtyp, Uppfoljning

Uppraknad = TypeVar("Uppraknad", bound=StrEnum)


def som_dict(varde: Tidplan | Uppfoljning, *, avstamning: date | None = None) -> dict:
    """Plain JSON data of a value: dates as ISO strings, "" and null for what lacks.

    A Tidplan also gets the key ``avstamning``, which is kept beside the value.
    """
    data = {falt.name: _platt(getattr(varde, falt.name)) for falt in fields(varde)}
    if isinstance(varde, Tidplan):
        data["avstamning"] = _platt(avstamning)
    return data


def _platt(varde: Any) -> Any:
    if isinstance(varde, StrEnum):
        return varde.value
    if isinstance(varde, date):
        return varde.isoformat()
    if isinstance(varde, Rapport):
        return {falt.name: _platt(getattr(varde, falt.name)) for falt in fields(varde)}
    return [_platt(del_) for del_ in varde] if isinstance(varde, tuple) else varde


def fran_dict(data: Mapping[str, Any]) -> Tidplan | Uppfoljning:
    """The value that som_dict() wrote: an Uppfoljning when ``kanal`` is there.

    Missing and unknown keys are tolerated. ValueError with a Swedish sentence when a
    value cannot be read; without ``typ`` words become oklar, without words saknas.
    """
    if not isinstance(data, Mapping):
        raise ValueError("Tidplan och uppföljning ska vara objekt i JSON-filen.")
    return _uppfoljning(data) if "kanal" in data else _tidplan(data)


def avstamning_ur(data: Mapping[str, Any]) -> date | None:
    """The check date of a Tidplan's JSON data, or None; ValueError when unreadable."""
    return _dag(data, "avstamning")


def _tidplan(data: Mapping[str, Any]) -> Tidplan:
    start, slut = _spann(data)
    text = _text(data, "text")
    return Tidplan(
        text=text,
        typ=_val(data, "typ", Tidtyp, Tidtyp.OKLAR if text else Tidtyp.SAKNAS),
        start=start,
        slut=slut,
        precision=_val(data, "precision", Precision, Precision.INGEN),
        aterkommer=_val(data, "aterkommer", Aterkommer, Aterkommer.INGEN),
        fel=_text(data, "fel"),
        forslag=_text(data, "forslag"),
        hanvisning=_text(data, "hanvisning"),
        tillfallen=tuple(_tillfalle(rad) for rad in _lista(data, "tillfallen")),
    )


def _uppfoljning(data: Mapping[str, Any]) -> Uppfoljning:
    start, slut = _spann(data)
    text = _text(data, "text")
    return Uppfoljning(
        text=text,
        kanal=_val(data, "kanal", Kanal, Kanal.OKLAR if text else Kanal.SAKNAS),
        period=_text(data, "period"),
        start=start,
        slut=slut,
        aterkommer=_val(data, "aterkommer", Aterkommer, Aterkommer.INGEN),
        fel=_text(data, "fel"),
        forslag=_text(data, "forslag"),
        hanvisning=_text(data, "hanvisning"),
        fler=tuple(_rapport(rad) for rad in _lista(data, "fler")),
    )


def _rapport(data: Any) -> Rapport:
    if not isinstance(data, Mapping):
        raise ValueError("Fältet ”fler” ska vara en lista av objekt.")
    start, slut = _spann(data)
    kanal = _val(data, "kanal", Kanal, Kanal.OKLAR)
    return Rapport(kanal, _text(data, "period"), start, slut)


def _tillfalle(rad: Any) -> tuple[date, date]:
    if not isinstance(rad, list | tuple) or len(rad) != 2:
        raise ValueError("Fältet ”tillfallen” ska vara en lista av par av datum.")
    start, slut = _spann({"start": rad[0], "slut": rad[1]})
    if start is None or slut is None:
        raise ValueError("Fältet ”tillfallen” saknar ett datum.")
    return start, slut


def _text(data: Mapping[str, Any], falt: str) -> str:
    varde = data.get(falt)
    if varde is None:
        return ""
    if not isinstance(varde, str):
        raise ValueError(f"Fältet ”{falt}” ska vara text.")
    return varde


def _val(
    data: Mapping[str, Any], falt: str, slag: type[Uppraknad], annars: Uppraknad
) -> Uppraknad:
    varde = _text(data, falt)
    if not varde:
        return annars
    try:
        return slag(varde)
    except ValueError:
        godtagna = ", ".join(val.value for val in slag if val.value)
        raise ValueError(
            f"Fältet ”{falt}” har värdet ”{varde}”, men ska vara ett av: {godtagna}."
        ) from None


def _spann(data: Mapping[str, Any]) -> tuple[date | None, date | None]:
    start, slut = _dag(data, "start"), _dag(data, "slut")
    if start and slut and start > slut:
        raise ValueError(f"Slutet ({slut}) ligger före början ({start}).")
    return start, slut


def _dag(data: Mapping[str, Any], falt: str) -> date | None:
    varde = _text(data, falt)
    if not varde:
        return None
    try:
        return date.fromisoformat(varde)
    except ValueError:
        raise ValueError(
            f"Fältet ”{falt}” har värdet ”{varde}”, "
            "men ska vara ett datum som 2025-04-30."
        ) from None


def _lista(data: Mapping[str, Any], falt: str) -> list[Any]:
    varde = data.get(falt)
    if varde is None:
        return []
    if not isinstance(varde, list | tuple):
        raise ValueError(f"Fältet ”{falt}” ska vara en lista.")
    return list(varde)
