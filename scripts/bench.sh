#!/usr/bin/env bash
# Measures the claims job against SQL written by hand for the embedded engine, over Parquet files made by the generator: 10 million claims
# and a tenth of it, 2 threads, 8 GB. Prints medians and the ratios with their limits; the exit code is 1 when one is not kept.
# Wants an idle machine, about 2 GB of disk and 10 minutes.
# With spark it measures the same job on Spark, from MySQL into Postgres (both started for it), against one written by hand in Java, after
# comparing results and cleaned tables with plain SQL that MariaDB ran.
# Usage: scripts/bench.sh [RUNS [ROWS]]         3 runs of each and 10000000 claims unless told otherwise
#        scripts/bench.sh spark [RUNS [ROWS]]   5 runs of each and 1000000 claims
# The data is kept in ${SPARKETL_BENCH_DATA:-~/.cache/sparketl/bench}.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
engine=duckdb
if [ "${1:-}" = spark ]; then engine=spark; shift; set -- "${1:-5}" "${2:-1000000}"; fi
runs=${1:-3} rows=${2:-10000000}
data=${SPARKETL_BENCH_DATA:-${XDG_CACHE_HOME:-$HOME/.cache}/sparketl/bench}

bash "$root/scripts/setup.sh"
"$root/sparketl" --version >/dev/null
dotnet build "$root/tests/Benchmarks" -c Release -v q -nologo -clp:ErrorsOnly

bench="$root/tests/Benchmarks/bin/Release/net10.0/SparkEtl.Benchmarks"
[ "$engine" = duckdb ] || exec "$bench" spark "$root/sparketl" "$rows" "$runs"

generate() {
    local folder="$data/claims-$1"
    [ -d "$folder" ] && return
    # Under another name until all four files are there.
    rm -rf "$folder.partial"
    "$root/sparketl" generate --rows "$1" --seed 4 --out "$folder.partial" --format parquet
    mv "$folder.partial" "$folder"
}
generate "$rows"
generate $((rows / 10))

exec "$bench" claims "$root/sparketl" "$data/claims-$rows" "$data/claims-$((rows / 10))" "$runs"
