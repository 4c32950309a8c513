"""gunicorn's settings for a server: ``gunicorn --config python:casebook.production``.

``make run`` sets the same and more in ``casebook.server``. Here nothing but serving
happens: the database is brought up to date by a step of its own, before.
"""

from __future__ import annotations

import os
from pathlib import Path

from environs import Env

from casebook.server import LONGEST_ADDRESS, THREADS, WORKERS

# The settings read the same file later, when the workers' number is fixed already.
Env().read_env(str(Path(__file__).resolve().parent.parent / ".env"), recurse=False)

wsgi_app = "casebook.wsgi"
bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or WORKERS)
threads = THREADS
worker_class = "gthread"
# Loaded once, before the workers part from this process.
preload_app = True
limit_request_line = LONGEST_ADDRESS
control_socket_disable = True
