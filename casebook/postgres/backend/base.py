"""The backend that ``ENGINE = "casebook.postgres.backend"`` names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import base, client, creation

from casebook.postgres.binaries import installed
from casebook.postgres.cluster import Cluster, cluster_at
from casebook.postgres.folder import PORT


def cluster_of(settings_dict: dict[str, Any]) -> Cluster:
    """The cluster that a database's settings name."""
    path = settings_dict["CLUSTER"]
    return cluster_at(path, throw_away=path == settings_dict["TEST"]["CLUSTER"])


class DatabaseClient(client.DatabaseClient):
    """``manage.py dbshell`` with the psql that came along."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """The command line for psql; starts the cluster."""
        host = str(cluster_of(settings_dict).use())
        arguments, environment = super().settings_to_cmd_args_env(
            {**settings_dict, "HOST": host, "PORT": PORT}, parameters
        )
        return [str(installed() / "bin" / "psql"), *arguments[1:]], environment


class DatabaseCreation(creation.DatabaseCreation):
    """Test databases are made in the throw-away cluster, never beside real data."""

    def create_test_db(self, *args: Any, **kwargs: Any) -> str:
        """Make the test database in the tests' cluster and connect to it."""
        settings = self.connection.settings_dict
        settings["CLUSTER"] = settings["TEST"]["CLUSTER"]
        return super().create_test_db(*args, **kwargs)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the cluster that ``CLUSTER`` in the settings names."""

    client_class = DatabaseClient
    creation_class = DatabaseCreation

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with the socket of the started cluster."""
        parameters: dict[str, Any] = super().get_connection_params()
        parameters["host"] = str(cluster_of(self.settings_dict).use())
        parameters["port"] = PORT
        return parameters
