"""The picture's texts beside those in the plan: which were put in, and are older."""

from aktiviteter.granskning.brist import Brist, brist


def nyare_texter(bildens, inlagda) -> list[Brist]:
    """Return a remark when the picture's texts are newer than those put into the plan.

    `bildens` is [(code, name, rich text)], `inlagda` {code: as it was put in}.
    """
    namn = [
        ord_.lower()
        for kod, ord_, text in bildens
        if kod in inlagda and text and text != inlagda[kod]
    ]
    if not namn:
        return []
    text = (
        f"Lägesbilden har ändrats sedan dess texter lades in i planen: "
        f"{' och '.join(namn)}. Lägg in dem på nytt, eller låt planens stå."
    )
    return [brist("nyare_lagesbild", text, ", ".join(namn))]
