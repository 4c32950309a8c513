"""The catalogue as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Names the app in the admin."""

    name = "cases"
    verbose_name = _("Catalogue")
