#!/usr/bin/env bash
# Runs an environment by spark-submit, as its section engine says: on this machine, on a standalone master, on YARN.
# Usage: scripts/spark-submit.sh [--print] <env> [config.yaml] [options of a run, such as --pipeline claims]
#   --print             prints the command and runs nothing
#   SPARKETL_PROJECT    the project of a program of your own; default: src/Driver
# The program is published whole, with its .NET, so that the machines of a cluster need none; again only when a source is newer.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

print=""
arguments=()
for argument in "$@"; do
    if [ "$argument" = --print ]; then print=yes; else arguments+=("$argument"); fi
done

project=$(readlink -f "${SPARKETL_PROJECT:-$root/src/Driver}")
[ -d "$project" ] || project=$(dirname "$project")
folder="$root/.sparketl/submit/$(basename "$project")"
app="$folder/sparketl"
archive="$folder/sparketl.tar.gz"
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"

stale() {
    [ ! -f "$archive" ] ||
        [ -n "$(find "$project" "$root/src" "$root/jvm" "$root/Directory.Build.props" "$root/Directory.Packages.props" \
            \( -name bin -o -name obj -o -name .microsoft \) -prune -o -type f -newer "$archive" -print -quit)" ]
}

publish() {
    echo "publishing $(basename "$project") for $rid..." >&2
    bash "$root/scripts/setup.sh" >&2
    rm -rf "$folder/next"
    # Trimmed: what of .NET's own libraries nobody calls stays away. Invariant: a cluster's machines may have no ICU.
    dotnet publish "$project" -c Release -r "$rid" --self-contained -p:PublishTrimmed=true -p:TrimMode=partial -p:SuppressTrimAnalysisWarnings=true \
        -p:JsonSerializerIsReflectionEnabledByDefault=true -p:InvariantGlobalization=true -p:PublishReadyToRun=true -p:DebugType=none \
        -p:PublishDocumentationFiles=false -p:RunAnalyzers=false -o "$folder/next" -v q -nologo -clp:ErrorsOnly >&2
    cp "$root/.sparketl/native/$rid"/lib* "$folder/next/"
    rm -rf "$app"
    mv -T "$folder/next" "$app"
    tar -czf "$archive.part" -C "$app" .
    mv -f "$archive.part" "$archive"
    echo "published: $(du -sh "$app" | cut -f1), as an archive $(du -sh "$archive" | cut -f1)" >&2
}

if stale; then
    mkdir -p "$folder"
    exec 9>"$folder/publish.lock"
    flock 9
    if stale; then publish; fi
    exec 9>&-
fi

# The executable of the project: the file beside its .dll that has no ending.
program=""
for settings in "$app"/*.runtimeconfig.json; do program=${settings%.runtimeconfig.json}; done

if [ -n "$print" ]; then exec "$program" submit --archive "$archive" "${arguments[@]}"; fi
words=$(mktemp)
trap 'rm -f "$words"' EXIT
"$program" submit --archive "$archive" --null "${arguments[@]}" >"$words"
mapfile -d '' -t command <"$words"
rm -f "$words"
exec "${command[@]}"
