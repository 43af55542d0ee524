"""Numbers beside the rows of a question, so that they cost no question of their own."""

from django.db.models import Count, F, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce


def antal_per(rader, hor_till):
    """Return how many of `rader` belong to the outer row by the field `hor_till`."""
    egna = rader.filter(**{hor_till: OuterRef("pk")}).order_by()
    egna = egna.values(denna=F(hor_till)).annotate(antal=Count("*"))
    return Coalesce(
        Subquery(egna.values("antal")[:1], output_field=IntegerField()), Value(0)
    )
