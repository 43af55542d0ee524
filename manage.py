#!/usr/bin/env python
"""Django's command line for VBE-plan."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vbeplan.settings")
    from django.core.exceptions import ImproperlyConfigured  # after the line above
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fel:
        sys.exit(str(fel))  # settings.py says in one sentence what to set


if __name__ == "__main__":
    main()
