#!/bin/sh
# Has Prometheus's own promtool check the alerts and their tests and, with the address of a running payqual, what it
# tells: sh check.sh [http://127.0.0.1:8080/actuator/prometheus]
# promtool comes with Prometheus; on Debian: apt-get install prometheus
set -eu
cd "$(dirname "$0")"

promtool check rules alerts.yaml
promtool test rules alerts_test.yaml
if [ $# -gt 0 ]; then
  told=$(mktemp)
  trap 'rm -f "$told"' EXIT
  curl --silent --show-error --fail --output "$told" "$1"
  # What the lint dislikes in metrics that libraries name is no fault of payqual; what cannot be parsed ends this.
  promtool check metrics <"$told" >"$told.said" 2>&1 || lint=$?
  if [ "${lint:-0}" -ne 0 ] && { [ "${lint:-0}" -ne 3 ] || grep '^payqual_' "$told.said" >&2; }; then
    cat "$told.said" >&2
    rm -f "$told.said"
    exit 1
  fi
  rm -f "$told.said"
  echo "metrics of $1: SUCCESS"
fi
