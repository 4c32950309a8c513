"""The settings of the tests: the real ones, less what only costs time there."""

from casebook.settings import *  # noqa: F403 -- a test run changes only what follows
from casebook.settings import STORAGES

# Files straight from static/, no collectstatic before a test run.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# Passwords of test users need no strength.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
