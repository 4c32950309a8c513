"""What can go wrong with a cluster, and before it with a setting.

Nothing but the standard library: whoever uses a cluster needs no other package.
"""

from __future__ import annotations


class ClusterError(Exception):
    """One line that says what is wrong with the cluster and what to do about it."""


class WrongSetting(ValueError):
    """One line that says which setting is wrong and what to set."""
