#!/usr/bin/env python
"""Django's command line for Casebook."""

import os
import sys

from django.core.management import execute_from_command_line

from casebook.postgres.errors import ClusterError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casebook.settings")
    try:
        execute_from_command_line(sys.argv)
    except ClusterError as error:
        sys.exit(str(error))
