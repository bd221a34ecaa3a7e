#!/usr/bin/env bash
# Runs an environment by spark-submit, as its section engine says: on this machine, on a standalone master, on YARN.
# Usage: scripts/spark-submit.sh [--print] [--debug] <env> [config.yaml] [options of a run, such as --pipeline claims]
#   --print             prints the command and runs nothing
#   --debug             the program waits ten minutes for a debugger; docs/ide.md
#   SPARKETL_PROJECT    the project of a program of your own; default: src/Driver
# The program is published whole, with its .NET, so that the machines of a cluster need none; again only when a source is newer.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

print=""
# The program's environment, here and in a container of YARN.
variables=()
arguments=()
for argument in "$@"; do
    case "$argument" in
        --print) print=yes ;;
        # Code that is not compiled ahead of time nor optimised stops where one expects it. YARN's patience must outlast the program's.
        --debug)
            variables=(SPARKETL_WAIT_FOR_DEBUGGER=600 DOTNET_EnableDiagnostics=1 DOTNET_ReadyToRun=0 DOTNET_JITMinOpts=1)
            arguments+=(--set engine.conf.spark.yarn.am.waitTime=700s)
            ;;
        *) arguments+=("$argument") ;;
    esac
done
for variable in "${variables[@]}"; do arguments+=(--set "engine.conf.spark.yarn.appMasterEnv.$variable"); done

project=$(readlink -f "${SPARKETL_PROJECT:-$root/src/Driver}")
[ -d "$project" ] || project=$(dirname "$project")
folder="$root/.sparketl/submit/$(basename "$project")"
app="$folder/sparketl"
archive="$folder/sparketl.tar.gz"
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"

stale() {
    [ ! -f "$archive" ] ||
        [ -n "$(find "$project" "$root/src" "$root/jvm" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/scripts/spark-submit.sh" \
            \( -name bin -o -name obj -o -name .microsoft \) -prune -o -type f -newer "$archive" -print -quit)" ]
}

publish() {
    echo "publishing $(basename "$project") for $rid..." >&2
    bash "$root/scripts/setup.sh" >&2
    rm -rf "$folder/next"
    # Trimmed: what of .NET's own libraries nobody calls stays away. Invariant: a cluster's machines may have no ICU.
    dotnet publish "$project" -c Release -r "$rid" --self-contained -p:PublishTrimmed=true -p:TrimMode=partial -p:SuppressTrimAnalysisWarnings=true \
        -p:JsonSerializerIsReflectionEnabledByDefault=true -p:InvariantGlobalization=true -p:PublishReadyToRun=true \
        -p:PublishDocumentationFiles=false -p:RunAnalyzers=false -o "$folder/next" -v q -nologo -clp:ErrorsOnly >&2
    cp "$root/.sparketl/native/$rid"/lib* "$folder/next/"
    # Beside it may lie another program, which it refers to.
    dotnet msbuild "$project" -getProperty:AssemblyName >"$folder/name"
    rm -rf "$app"
    mv -T "$folder/next" "$app"
    tar -czf "$archive.part" -C "$app" .
    mv -f "$archive.part" "$archive"
    echo "published: $(du -sh "$app" | cut -f1), as an archive $(du -sh "$archive" | cut -f1)" >&2
}

if stale; then
    mkdir -p "$folder"
    exec 9>"$folder/publish.lock"
    flock -n 9 || { echo "waiting for another process, which publishes $(basename "$project")..." >&2; flock 9; }
    if stale; then publish; fi
    exec 9>&-
fi
for variable in "${variables[@]}"; do export "${variable?}"; done

program="$app/$(cat "$folder/name")"

if [ -n "$print" ]; then exec "$program" submit --archive "$archive" "${arguments[@]}"; fi
words=$(mktemp)
trap 'rm -f "$words"' EXIT
"$program" submit --archive "$archive" --null "${arguments[@]}" >"$words"
mapfile -d '' -t command <"$words"
rm -f "$words"

case " ${command[*]} " in
    # The driver is elsewhere, and says why it failed only in what spark-submit prints on the way.
    *" --deploy-mode cluster "*) exec "${command[@]}" 2> >(trap '' INT TERM HUP; exec "$program" submission-log) ;;
esac
exec "${command[@]}"
