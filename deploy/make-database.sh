#!/bin/sh
# Run once by the PostgreSQL image in a new cluster: makes our database and the role
# that owns it and is no superuser.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=password="$POSTGRES_PASSWORD" \
    --username=postgres --dbname=postgres <<'SQL'
CREATE ROLE casebook LOGIN NOSUPERUSER PASSWORD :'password';
CREATE DATABASE casebook OWNER casebook;
-- From here on the superuser signs in from inside the container only.
ALTER ROLE postgres PASSWORD NULL;
SQL
