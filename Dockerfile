# Casebook's web application with everything that it needs but the database;
# docker-compose.yml adds that. docs/operations.md tells how to use both.

FROM python:3.13-slim AS packages
COPY requirements/run.txt /tmp/run.txt
RUN python -m venv --without-pip /opt/venv
RUN pip --python /opt/venv/bin/python install --no-cache-dir --no-deps \
    --require-hashes --only-binary=:all: -r /tmp/run.txt

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin casebook
RUN install --directory --owner=casebook /data /backups
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/casebook
COPY manage.py manage.py
COPY casebook casebook
COPY cases cases
COPY static static
COPY templates templates
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 \
    CASEBOOK_DATA_DIR=/data STATIC_ROOT=/srv/static HOST=0.0.0.0 PORT=8000
# The key signs nothing here: it only lets the settings be read.
RUN SECRET_KEY=of-the-build python manage.py collectstatic --no-input --verbosity=0
RUN python -m compileall -q casebook cases
USER casebook
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --start-interval=1s \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=8)"]
CMD ["gunicorn", "--config", "python:casebook.production"]
