"""What Django's debug page, error reports and log never show."""

import logging
import re

from django.db import Error, connection
from django.views.debug import SafeExceptionReporterFilter


class Felsidefilter(SafeExceptionReporterFilter):
    """Django's own, which also hides our keys and the passwords in addresses."""

    hidden_settings = re.compile(
        SafeExceptionReporterFilter.hidden_settings.pattern
        + "|NYCK|DATABASE_URL|EMAIL_URL",
        re.I,
    )


class UtanRader(logging.Filter):
    """Let a fault of the database be logged without the row that it quotes.

    PostgreSQL says what went wrong on the first line and on the next ones whose row it
    was: «Failing row contains (5, Anna …)».
    """

    def filter(self, record):
        fel = record.exc_info and record.exc_info[1]
        while fel:
            if isinstance(fel, (Error, connection.Database.Error)):
                fel.args = (str(fel).partition("\n")[0],)
            fel = fel.__cause__ or fel.__context__
        return True
