#!/usr/bin/env bash
# Compiles jvm/ to .sparketl/jvm/sparketl-jvm.jar, which the engine spark needs: one jar for Spark 3.5 and 4.x. Does nothing when the jar is
# newer than its sources, and says what is missing, without failing, where there is no JDK or no Spark to compile against: the embedded
# engine needs neither. Safe to run by several processes at once (the jar appears whole, by a rename).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder="$root/.sparketl/jvm"
jar="$folder/sparketl-jvm.jar"

if [ -s "$jar" ] && [ -z "$(find "$root/jvm" -type f -newer "$jar" -print -quit)" ]; then
    exit 0
fi

skip() { echo "jvm: $* The engine spark is not available until then; the embedded engine is." >&2; exit 0; }

# The folder with Spark's jars: SPARK_HOME, a distribution unpacked before, an archive of one. The oldest: newer ones read its classes' use.
cache="${XDG_CACHE_HOME:-$HOME/.cache}/sparketl/spark"
archive() {
    if [ -n "${SPARKETL_SPARK_ARCHIVE:-}" ]; then echo "$SPARKETL_SPARK_ARCHIVE"; return; fi
    local folder=$root
    while [ "$folder" != / ]; do
        folder=$(dirname "$folder")
        for found in "$folder"/shared/spark/spark-*.tar.xz; do
            [ -f "$found" ] && { echo "$found"; return; }
        done
    done
    return 0
}

unpacked() {
    for home in "$cache"/spark-*; do
        [ -d "$home/jars" ] && { echo "$home/jars"; return; }
    done
    return 0
}

jars=""
if [ -n "${SPARK_HOME:-}" ] && [ -d "$SPARK_HOME/jars" ]; then
    jars="$SPARK_HOME/jars"
else
    jars=$(unpacked)
    if [ -z "$jars" ]; then
        found=$(archive)
        [ -n "$found" ] && [ -f "$found" ] || skip "there is no Spark to compile against. Set SPARK_HOME or SPARKETL_SPARK_ARCHIVE and run scripts/jvm.sh again."
        mkdir -p "$cache"
        work=$(mktemp -d "$cache/.unpack.XXXXXX")
        echo "jvm: unpacking $found into $cache"
        tar -xf "$found" -C "$work"
        name=$(basename "$found"); name=${name%.tar.xz}; name=${name%.tgz}; name=${name%.tar.gz}
        # Another process may have been first; a folder in place is whole, for it came by a rename.
        mv -T "$work/$(ls "$work")" "$cache/$name" 2>/dev/null || true
        rm -rf "$work"
        jars=$(unpacked)
    fi
fi
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then tools="$JAVA_HOME/bin/"; else tools=""; fi
command -v "${tools}javac" >/dev/null && command -v "${tools}jar" >/dev/null ||
    skip "there is no JDK (javac). Install one, such as openjdk-17-jdk-headless, and run scripts/jvm.sh again."

mkdir -p "$folder"
work=$(mktemp -d "$folder/.build.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/classes"
"${tools}javac" --release 8 -nowarn -Xlint:-options -cp "$jars/*" -d "$work/classes" "$root"/jvm/src/sparketl/*.java >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; echo "jvm: the sources of jvm/ do not compile against $jars" >&2; exit 1; }
cp -r "$root/jvm/resources/." "$work/classes/"
"${tools}jar" cf "$work/sparketl-jvm.jar" -C "$work/classes" .
mv -f "$work/sparketl-jvm.jar" "$jar"
echo "jvm: $jar is in place"
