"""The catalogue as a Django app."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Names the app in the admin."""

    name = "cases"
    verbose_name = _("Catalogue")


class DeskConfig(AdminConfig):
    """Django's admin with the desk as its site."""

    default_site = "cases.admin.site.DeskSite"
