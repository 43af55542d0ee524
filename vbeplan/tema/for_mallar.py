"""Plain data that a template reads quickly."""


class ForMallar:
    """Answers `x["titel"]`, which a template tries before `x.titel`.

    The failed tries were an eighth of the time of a plan's page.
    """

    __slots__ = ()

    def __getitem__(self, namn):
        return getattr(self, namn)
