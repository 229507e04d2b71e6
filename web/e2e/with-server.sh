#!/usr/bin/env bash
# Runs the browser tests against the real program with the real demo data, on a free port, in a folder of its own.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=$(mktemp -d)
log=$data/server.log
server=

finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$data"
}
trap finish EXIT

"$home/dosi" demo --data "$data/city" --port 0 >"$data/address" 2>"$log" &
server=$!

# Loading takes a minute on two cores; a machine that is busy with other work may take several.
for _ in $(seq 1 600); do
  [ -s "$data/address" ] && break
  kill -0 "$server" 2>/dev/null || { cat "$log" >&2; echo "the demo ended before it served" >&2; exit 1; }
  sleep 1
done
[ -s "$data/address" ] || { cat "$log" >&2; echo "the demo did not serve within ten minutes" >&2; exit 1; }

cd "$home/web"
# What the page shows of a fault of the server is a status; why it failed stands in the server's log.
DOSI_URL=$(head -n 1 "$data/address") npm run --silent "${1:-e2e}" \
  || { echo "the server's log:" >&2; tail -n 200 "$log" >&2; exit 1; }
