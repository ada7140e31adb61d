# SPDX-License-Identifier: Apache-2.0
# To be sourced. Gives a server to measure against: the one that PGHOST names, otherwise one of our own from
# /usr/lib/postgresql, with roles for trust (bench_trust) and SCRAM (bench_scram) and with TLS if openssl is there.
# shellcheck shell=sh

work=$(mktemp -d "${TMPDIR:-/tmp}/dbsh-bench.XXXXXX") || exit
# What is measured is not what its caller has done.
XDG_STATE_HOME=$work/state
export XDG_STATE_HOME
trap 'stop_server; rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@")
    else
        "$@"
    fi
}

stop_server() {
    [ -z "${bin:-}" ] || as_server "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1
}

start_server() {
    scram='' tls=''
    if [ -n "${PGHOST:-}" ]; then
        PGUSER=${PGUSER:-$(id -un)}
        PGDATABASE=${PGDATABASE:-$PGUSER}
        PGPORT=${PGPORT:-5432}
        export PGHOST PGPORT PGUSER PGDATABASE
        return
    fi
    for bin in /usr/lib/postgresql/*/bin; do :; done
    [ -x "$bin/initdb" ] || {
        bin=
        echo "no server: set PGHOST, or install PostgreSQL below /usr/lib/postgresql" >&2
        exit 1
    }
    chmod 755 "$work"
    mkdir "$work/data"
    [ "$(id -u)" -ne 0 ] || chown postgres: "$work/data"
    as_server "$bin/initdb" -D "$work/data" -A trust -U bench_trust -E UTF8 --locale=C --no-sync >/dev/null || exit
    if openssl req -new -x509 -days 2 -nodes -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 \
        -keyout "$work/data/server.key" -out "$work/data/server.crt" 2>/dev/null; then
        chmod 600 "$work/data/server.key"
        [ "$(id -u)" -ne 0 ] || chown postgres: "$work/data/server.key" "$work/data/server.crt"
        tls=on
    fi
    printf '%s\n' 'local all all trust' 'host all bench_scram all scram-sha-256' 'host all all all trust' |
        as_server tee "$work/data/pg_hba.conf" >/dev/null
    PGHOST=127.0.0.1 PGPORT=${DBSH_BENCH_PORT:-54880} PGUSER=bench_trust PGDATABASE=postgres
    export PGHOST PGPORT PGUSER PGDATABASE
    as_server "$bin/pg_ctl" -D "$work/data" -w -l "$work/data/log" -o "-p $PGPORT -F -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c ssl=${tls:-off}" start >/dev/null || {
        as_server cat "$work/data/log" >&2
        exit 1
    }
    # Both roles' password, for what reads it from the environment; trust does not ask for it.
    # shellcheck disable=SC2034
    PGPASSWORD=bench scram=on
    export PGPASSWORD
    psql -X -q -c "create role bench_scram superuser login password 'bench'" -c 'create table orders (id serial primary key)'
}

find_javas() {
    [ -n "${DBSH_BENCH_JAVAS:-}" ] ||
        DBSH_BENCH_JAVAS=${JAVA_HOME:-$(ls -d /usr/lib/jvm/java-17-openjdk* /usr/lib/jvm/*-25-* 2>/dev/null)}
}
