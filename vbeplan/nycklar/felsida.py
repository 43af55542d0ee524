"""What Django's debug page and error reports never show."""

import re

from django.views.debug import SafeExceptionReporterFilter


class Felsidefilter(SafeExceptionReporterFilter):
    """Django's own, which also hides our keys and the passwords in addresses."""

    hidden_settings = re.compile(
        SafeExceptionReporterFilter.hidden_settings.pattern
        + "|NYCK|DATABASE_URL|EMAIL_URL",
        re.I,
    )
