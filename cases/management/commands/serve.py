"""manage.py serve"""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from casebook.postgres.backend.base import cluster_of
from casebook.publisher import Login, ensure_publisher
from casebook.server import bind, serve
from cases.models import Bulletin, Event


class Command(BaseCommand):
    """What ``make run`` runs: brings the database up to date and serves the site."""

    help = "Bring the database up to date, then serve the site until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000, help="0: any free one")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        """Set up and serve; afterwards the database is stopped too."""
        try:
            bound = bind(host, port)
        except OSError as error:
            raise CommandError(
                f"Cannot serve at {host}:{port} ({error.strerror}): stop what runs"
                f" there, or choose another port, such as {port + 1}."
            ) from error
        port = bound.getsockname()[1]
        ours = os.getpid()
        try:
            login = self._set_up()
            serve(bound, lambda: self._welcome(host, port, login))
        except KeyboardInterrupt:
            self.stderr.write("Stopped.")
        finally:
            if os.getpid() == ours:  # the workers come by here too
                self._leave_cluster()

    def _set_up(self) -> Login | None:
        if not settings.DEBUG:
            call_command("collectstatic", interactive=False, verbosity=0)
        call_command("prepare")
        login = ensure_publisher(settings.DATA_DIR / "publisher-login")
        removed = Event.objects.filter(action=Event.Action.SAMPLES_REMOVED)
        if not Bulletin.objects.exists() and not removed.exists():
            self.stdout.write("Loading the samples ...")
            call_command("load_samples")
        # The workers open their own, and must not print this again.
        connections.close_all()
        self.stdout.flush()
        return login

    def _welcome(self, host: str, port: int, login: Login | None) -> None:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{port}/"
        self.stdout.write(f"\nCasebook runs at  {address}")
        self.stdout.write(f"The desk is at    {address}admin/")
        if login is not None and login.password:
            self.stdout.write(
                f"Sign in as        {login.name}, password {login.password}"
                f" (kept in {settings.DATA_DIR / 'publisher-login'};"
                " change it on the desk)"
            )
        elif login is not None:
            self.stdout.write(f"Sign in as        {login.name}, with your password")
        self.stdout.write("Ctrl-C stops it.\n")
        self.stdout.flush()

    def _leave_cluster(self) -> None:
        connections.close_all()
        if "CLUSTER" in connection.settings_dict:
            cluster_of(connection.settings_dict).leave()
