#!/usr/bin/env bash
# pg-dump-daily: dumps the PostgreSQL that PGHOST, PGUSER, PGDATABASE and PGPASSWORD_FILE name, at once and then every 24
# hours, into one file each, which is there whole or not at all. Dumps older than BACKUP_KEEP_DAYS (default 7) are removed.
#   --once       one dump, and the end
#   --is-fresh   fails unless the last dump is younger than 25 hours
set -euo pipefail
folder=${BACKUP_DIR:-/var/lib/postgresql}
keep_days=${BACKUP_KEEP_DAYS:-7}
umask 077

dumps() { find "$folder" -maxdepth 1 -name 'agentpass-*.dump' "$@"; }

if [ "${1:-}" = --is-fresh ]; then
  [ -n "$(dumps -mmin -1500)" ]
  exit
fi

PGPASSWORD=$(cat "$PGPASSWORD_FILE")
export PGPASSWORD

dump() {
  local name half
  name=agentpass-$(date -u +%Y-%m-%dT%H-%M-%SZ).dump
  half=$folder/.$name.part
  rm -f "$folder"/.agentpass-*.part
  pg_dump --format=custom --file="$half" && sync "$half" && mv "$half" "$folder/$name" && sync "$folder" || return 1
  echo "Dumped the database to $name ($(stat --format=%s "$folder/$name") bytes)."
  # Not before the new one is there, and never the only one.
  dumps -mmin "+$((keep_days * 1440))" ! -name "$name" -print -delete | sed 's/^/Removed /'
}

if [ "${1:-}" = --once ]; then
  dump
  exit
fi

# As process 1 it would not hear a stop without this, nor during a sleep of the foreground.
trap 'kill $(jobs -p) 2>/dev/null; exit 0' TERM INT
while true; do
  if dump; then pause=86400; else echo "The dump failed; it is tried again in five minutes." >&2 && pause=300; fi
  sleep "$pause" &
  wait $!
done
