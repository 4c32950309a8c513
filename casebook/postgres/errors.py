"""What can go wrong with a cluster."""

from __future__ import annotations


class ClusterError(Exception):
    """One line that says what is wrong with the cluster and what to do about it."""
