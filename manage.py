#!/usr/bin/env python
"""Run Trame's commands, from the terminal."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "centre.settings")

    from django.core.management import execute_from_command_line

    from centre.configuration import ConfigurationError, read_configuration

    try:
        read_configuration(os.environ)
    except ConfigurationError as refusal:
        sys.exit(str(refusal))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
