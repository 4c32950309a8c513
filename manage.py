#!/usr/bin/env python
"""Django's command line for Casebook."""

import os
import sys

from django.core.management import execute_from_command_line
from environs.exceptions import EnvValidationError

from casebook.environment import wrong_setting
from casebook.postgres.errors import ClusterError, WrongSetting

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casebook.settings")
    try:
        execute_from_command_line(sys.argv)
    except EnvValidationError as error:
        sys.exit(wrong_setting(error))
    except (ClusterError, WrongSetting) as error:
        sys.exit(str(error))
