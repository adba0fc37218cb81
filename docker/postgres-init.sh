#!/bin/sh
# Runs once, in an empty database server: makes the role of the servers, which is no superuser, its database, and the
# two roles behind the walls between teams.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    --set password="$(cat /run/verbatim-database/database_password)" <<'SQL'
-- CREATEDB: proofs of backups restore into a database of their own.
CREATE ROLE verbatim LOGIN CREATEDB PASSWORD :'password';
CREATE ROLE verbatim_app NOLOGIN;
CREATE ROLE verbatim_system NOLOGIN;
GRANT verbatim_app, verbatim_system TO verbatim;
CREATE DATABASE verbatim OWNER verbatim;
\connect verbatim
GRANT CREATE ON SCHEMA public TO verbatim, verbatim_system;
SQL
