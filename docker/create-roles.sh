#!/usr/bin/env bash
# Run once by PostgreSQL's image, when its data directory is new: the role that migrates, the role that serves, and the
# ledger's database.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$LEDGER_OWNER_PASSWORD" --set service_password="$LEDGER_SERVICE_PASSWORD" <<'SQL'
CREATE ROLE ledger_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE ledger_service LOGIN PASSWORD :'service_password';
CREATE DATABASE engagement_ledger OWNER ledger_owner;
REVOKE ALL ON DATABASE engagement_ledger FROM PUBLIC;
GRANT CONNECT ON DATABASE engagement_ledger TO ledger_service;
SQL
