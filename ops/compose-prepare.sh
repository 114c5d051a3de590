#!/bin/sh
# Makes payqual's database and roles in a new PostgreSQL; run once by the image, see compose.yaml.
set -eu
psql --username=postgres --set=ON_ERROR_STOP=1 \
  --set=owner_password="$OWNER_PASSWORD" --set=ledger_password="$LEDGER_PASSWORD" \
  --set=projector_password="$PROJECTOR_PASSWORD" --set=identity_password="$IDENTITY_PASSWORD" \
  --file=/prepare.sql
