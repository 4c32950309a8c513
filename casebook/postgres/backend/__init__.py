"""Django's PostgreSQL backend, on a cluster that starts at the first connection."""
