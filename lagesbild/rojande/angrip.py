"""thin"""


def angrip(skyddat):
    return []
