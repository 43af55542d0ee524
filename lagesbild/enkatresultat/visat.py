"""What the result of an enkät has shown: the next one must not differ by a few from it.

Whoever lays two results of one enkät beside each other sees what the answers between
them were. So many they are that they may be counted, but not how few chose what.
"""

from lagesbild.enkatresultat.bild import resultat


def visade_svar(enkat):
    """Return {question: {answer: how many, None when hidden}} of a closed one's result.

    Only of the questions whose answers are shown.
    """
    return {
        fraga.kod: {rad.kod: rad.alla.antal for rad in fraga.rader}
        for fraga in resultat(enkat).fragor
        if fraga.rader
    }
