"""manage.py ensure_publisher"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from casebook.publisher import ensure_publisher


class Command(BaseCommand):
    """Makes the first publisher; running it again tells the login."""

    help = (
        "Make a publisher with a generated password, unless somebody can publish."
        " The login is kept in the data folder; change the password with"
        " changepassword or on the desk."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the login, as far as it is known."""
        login = ensure_publisher(settings.DATA_DIR / "publisher-login")
        if login is None:
            self.stdout.write("Others publish here already.")
        else:
            self.stdout.write(f"{login.name}: {login.password or 'password changed'}")
