"""What to say of a setting that is wrong: one line that names it and what to set."""

from __future__ import annotations

import os
import re

from environs.exceptions import EnvValidationError

# What environs says of a value, and what should stand there instead.
EXPECTED = {
    "Not a valid boolean.": "must be true or false",
    "Not a valid integer.": "must be a whole number",
}


def wrong_setting(error: EnvValidationError) -> str:
    """The line for a value in the environment or in .env that cannot be read."""
    (name,) = re.findall(r'Environment variable "(\w+)"', str(error)) or [""]
    reasons = error.error_messages
    reason = str(reasons[0]) if isinstance(reasons, list) and reasons else str(error)
    expected = EXPECTED.get(reason, reason[:1].lower() + reason[1:].rstrip("."))
    return (
        f"{name} {expected}, and is {os.environ.get(name, '')!r}:"
        " change it in the environment or in .env."
    )
