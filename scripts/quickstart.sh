#!/usr/bin/env bash
# From a fresh checkout to results: sets up, builds, runs the claims job on the embedded engine over samples/, prints its three results.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

fail() { echo "quickstart: $*" >&2; exit 1; }

command -v dotnet >/dev/null || fail "the .NET SDK $(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json) or later is needed: https://dot.net"
bash scripts/setup.sh
./sparketl local config.yaml
for table in claim_agg invoice_agg invoice_by_claim_status; do
    printf '\n%s\n' "$table"
    ./sparketl show "$table" --env local
done
