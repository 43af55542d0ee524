#!/usr/bin/env python
"""Django's command line for VBE-plan."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vbeplan.settings")
    from django.core.management import execute_from_command_line  # after the line above

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
