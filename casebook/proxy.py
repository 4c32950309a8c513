"""What a proxy in front says of a visitor; see ``CASEBOOK_BEHIND_PROXY``."""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The visitor's address as the proxy saw it, for the lock on wrong passwords.

    A proxy puts it at the end of ``X-Forwarded-For``; what stands before it, the
    visitor may have written. Without a valid one it is the address of whoever
    connected.
    """
    *_claimed, last = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    try:
        return str(ipaddress.ip_address(last.strip()))
    except ValueError:
        address: str | None = request.META.get("REMOTE_ADDR")
        return address
