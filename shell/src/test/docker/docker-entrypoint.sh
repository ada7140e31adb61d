#!/bin/sh
# What Testcontainers expects of a PostgreSQL image: POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB are made on first
# use, and "ready to accept connections" is logged twice, once by a server that only prepares.
set -eu

as_postgres() {
  setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
}

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  install -d -m 700 -o postgres -g postgres "$PGDATA"
  (umask 077 && printf '%s\n' "${POSTGRES_PASSWORD:-postgres}" > /tmp/password)
  chown postgres /tmp/password
  as_postgres initdb -D "$PGDATA" -U "$user" --pwfile=/tmp/password -A scram-sha-256 -E UTF8 --locale=C --no-sync
  rm /tmp/password
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  if [ "$database" != postgres ]; then
    echo "create database \"$database\"" | as_postgres postgres --single -D "$PGDATA" postgres
  fi
  as_postgres pg_ctl -D "$PGDATA" -w -o "-c listen_addresses= -c unix_socket_directories=/tmp" start
  as_postgres pg_ctl -D "$PGDATA" -w -m fast stop
fi

exec setpriv --reuid=postgres --regid=postgres --clear-groups -- \
  "$@" -c "listen_addresses=*" -c unix_socket_directories=/tmp
