#!/usr/bin/env bash
# Sets up, builds everything with warnings as errors, and runs every test. The last line is "N passed, N failed, N skipped"; the exit code
# is 0 only when nothing failed. A step that fails, and a test project that cannot run or holds no test, counts as one failure.
# The projects that run the program out of this checkout follow each other; beside them run the others, whose output comes at the end.
# Usage: scripts/test.sh [NAME...]   only the test projects tests/NAME.Tests
set -uo pipefail
exec </dev/null
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

# How long one test project may take before it is ended and counted as failed; how long the look at the formatting may take.
project_limit=${SPARKETL_TEST_LIMIT:-2700}
format_limit=${SPARKETL_FORMAT_LIMIT:-180}
of_the_program=(EndToEnd.Spark.Tests EndToEnd.Tests)

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
passed=0 failed=0 skipped=0
problems=() not_run=()
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

say() { printf '\n== %s (%ss)\n' "$*" "$SECONDS"; }
problem() { failed=$((failed + 1)); problems+=("$*"); echo "FAILED: $*"; }

finish() {
    if [ ${#not_run[@]} -gt 0 ]; then
        printf '\nNot run:\n'
        printf '  %s\n' "${not_run[@]}"
    fi
    if [ ${#problems[@]} -gt 0 ]; then
        printf '\nFailed:\n'
        printf '  %s\n' "${problems[@]}"
    fi
    printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" -eq 0 ] && exit 0
    exit 1
}

# A command under a time limit, where the system has a program for that.
limited() {
    local seconds=$1
    shift
    if command -v timeout >/dev/null; then timeout -k 30 "$seconds" "$@"; else "$@"; fi
}

# A registry or a busy machine may fail once; what fails three times is broken.
persistently() {
    local attempt
    for attempt in 1 2 3; do
        "$@" && return 0
        echo "attempt $attempt of '$*' failed" >&2
        sleep $((attempt * 3))
    done
    return 1
}

install_mariadb() {
    PATH=$PATH:/usr/sbin:/usr/local/sbin command -v mariadbd >/dev/null && return 0
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    persistently apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive persistently apt-get install -y -qq mariadb-server >/dev/null
}

install_postgres() {
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null && return 0
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    persistently apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive persistently apt-get install -y -qq postgresql >/dev/null
}

install_cron() {
    command -v crontab >/dev/null && return 0
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    persistently apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive persistently apt-get install -y -qq --no-install-recommends cron >/dev/null
}

# The attribute $1 of the counters of the result file $2.
count() {
    local found
    found=$(grep -o '<Counters [^>]*>' "$2" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p")
    echo "${found:-0}"
}

# A line for each test of the result file that has the outcome $1: its name, and the first line of the message.
outcomes() {
    awk -v wanted="outcome=\"$1\"" '
        function unescape(text) {
            gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&#xD;|\r/, "", text); gsub(/&amp;/, "\\&", text)
            return text
        }
        function tell() { if (name != "") print unescape(name) (message != "" ? ": " substr(unescape(message), 1, 300) : ""); name = ""; message = "" }
        /<UnitTestResult / { tell(); if (index($0, wanted) && match($0, / testName="[^"]*"/)) name = substr($0, RSTART + 11, RLENGTH - 12) }
        name != "" && message == "" && match($0, /<Message>.*/) { message = substr($0, RSTART + 9); sub(/<\/Message>.*/, "", message) }
        /<\/Results>/ { tell() }
        END { tell() }' "$2"
}

# Runs a project and leaves what came of it beside its result file: counts, problems, not-run.
run_project() {
    local name=$1 file total code
    file="$results/$name.trx"
    : >"$results/$name.problems"
    : >"$results/$name.not-run"
    echo "0 0 0" >"$results/$name.counts"
    say "$name"
    limited "$project_limit" dotnet test "tests/$name" --no-build -nologo -v q \
        --logger "trx;LogFileName=$file" --logger "console;verbosity=minimal" --results-directory "$results"
    code=$?
    if [ ! -s "$file" ]; then
        project_problem "$name" "$name did not run to its end (exit code $code)"
        return
    fi
    total=$(count total "$file")
    local good bad
    good=$(count passed "$file")
    bad=$(($(count failed "$file") + $(count error "$file") + $(count timeout "$file") + $(count aborted "$file")))
    if [ "$total" -eq 0 ]; then
        project_problem "$name" "$name holds no test"
        return
    fi
    echo "$good $bad $((total - good - bad))" >"$results/$name.counts"
    outcomes Failed "$file" | sed "s/^/$name: /" >>"$results/$name.problems"
    outcomes NotExecuted "$file" | sed "s/^/$name: /" >>"$results/$name.not-run"
    echo "$name: $good passed, $bad failed, $((total - good - bad)) skipped"
    [ "$code" -eq 0 ] || [ "$bad" -gt 0 ] || project_problem "$name" "$name ended with exit code $code though no test failed"
}

# A failure that is no test's.
project_problem() {
    local good bad not_run
    read -r good bad not_run <"$results/$1.counts"
    echo "$good $((bad + 1)) $not_run" >"$results/$1.counts"
    echo "$2" >>"$results/$1.problems"
    echo "FAILED: $2"
}

# Adds up what a project left.
take() {
    local good bad left line
    if [ ! -s "$results/$1.counts" ]; then
        problem "$1 left no result"
        return
    fi
    read -r good bad left <"$results/$1.counts"
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
    while IFS= read -r line; do problems+=("$line"); done <"$results/$1.problems"
    while IFS= read -r line; do not_run+=("$line"); done <"$results/$1.not-run"
}

say "set up"
bash scripts/setup.sh || { problem "scripts/setup.sh"; finish; }
install_mariadb || echo "MariaDB is not here and cannot be installed; the tests that compare with it will say so"
install_postgres || echo "Postgres is not here and cannot be installed; the tests that publish to it will fail and say so"
install_cron || echo "cron is not here and cannot be installed; the test of its table will say so"

say "build, warnings are errors"
persistently dotnet restore SparkEtl.sln -v q -nologo || { problem "dotnet restore SparkEtl.sln"; finish; }
dotnet build SparkEtl.sln --no-restore -v q -nologo -clp:ErrorsOnly || { problem "dotnet build SparkEtl.sln"; finish; }

say "the pipelines against the signatures of Microsoft.Spark"
dotnet build src/Processing -p:SparkBinding=Microsoft -v q -nologo -clp:ErrorsOnly || problem "dotnet build src/Processing -p:SparkBinding=Microsoft"

say "formatting"
limited "$format_limit" dotnet format whitespace SparkEtl.sln --verify-no-changes --no-restore -v q >"$results/format.txt" 2>&1
case $? in
    0) ;;
    124 | 137) not_run+=("dotnet format: took more than $format_limit s") ;;
    *)
        head -20 "$results/format.txt"
        problem "dotnet format whitespace SparkEtl.sln --verify-no-changes"
        ;;
esac

projects=()
if [ $# -gt 0 ]; then
    for name in "$@"; do
        if [ -d "tests/$name.Tests" ]; then projects+=("$name.Tests"); else problem "there is no test project tests/$name.Tests"; fi
    done
else
    for project in tests/*.Tests; do projects+=("$(basename "$project")"); done
fi

program=() others=()
for name in "${projects[@]}"; do
    case " ${of_the_program[*]} " in *" $name "*) ;; *) others+=("$name") ;; esac
done
for name in "${of_the_program[@]}"; do
    case " ${projects[*]} " in *" $name "*) program+=("$name") ;; esac
done
if [ ${#program[@]} -eq 0 ]; then
    for name in "${others[@]}"; do run_project "$name"; done
else
    for name in "${others[@]}"; do run_project "$name"; done >"$results/beside.log" 2>&1 &
    for name in "${program[@]}"; do run_project "$name"; done
    wait
    cat "$results/beside.log"
fi
for name in "${projects[@]}"; do take "$name"; done
finish
