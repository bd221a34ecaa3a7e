#!/usr/bin/env bash
# Fetches or makes what a checkout needs and git does not hold: the embedded engine's native library for this platform, and the jar of the
# engine spark where there is a JDK.
# Safe to run again (nothing is fetched twice) and by several processes at once (the file appears whole, by a rename).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
list="$root/scripts/lib/duckdb-native.txt"

fail() { echo "setup: $*" >&2; exit 1; }

bash "$root/scripts/jvm.sh" || fail "the Java side of the engine spark cannot be built; see above."

case "$(uname -s)" in
    Linux) os=linux ;;
    Darwin) os=osx ;;
    MINGW* | MSYS* | CYGWIN*) os=win ;;
    *) fail "no native library is known for the operating system $(uname -s)." ;;
esac
case "$(uname -m)" in
    x86_64 | amd64) arch=x64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) fail "no native library is known for the processor $(uname -m)." ;;
esac
rid="$os-$arch"

entry=$(grep "^$rid " "$list") || fail "$list has no line for the platform $rid. Put a libduckdb of your own in place with SPARKETL_DUCKDB_LIBRARY=/path/to/it."
read -r _ package version file sha512 <<<"$entry"

folder="$root/.sparketl/native/$rid"
stamp="$folder/$file.version"
if [ -s "$folder/$file" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$package@$version" ]; then
    exit 0
fi

command -v npm >/dev/null || fail "npm is needed to fetch $package@$version: install Node.js, then run scripts/setup.sh again."

# Unpacked beside its place, so that the last step is a rename within one file system.
mkdir -p "$folder"
work=$(mktemp -d "$folder/.fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT

echo "setup: fetching $package@$version for $rid"
(cd "$work" && npm pack "$package@$version" --silent --ignore-scripts >/dev/null) ||
    fail "npm could not fetch $package@$version. Check the network and the registry npm is configured with, then run scripts/setup.sh again."
archive=("$work"/*.tgz)
[ -f "${archive[0]}" ] || fail "npm reported success but left no archive of $package@$version in $work."

if [ "$sha512" = "-" ]; then
    echo "setup: the archive for $rid is not pinned in scripts/lib/duckdb-native.txt; relying on npm's own check" >&2
else
    found=$(node -e 'process.stdout.write(require("crypto").createHash("sha512").update(require("fs").readFileSync(process.argv[1])).digest("base64"))' "${archive[0]}")
    [ "$found" = "$sha512" ] || fail "the archive of $package@$version has sha512 $found, expected $sha512. It is not what was tested: nothing was installed."
fi

tar -xzf "${archive[0]}" -C "$work"
[ -s "$work/package/$file" ] || fail "the archive of $package@$version holds no $file."
chmod 755 "$work/package/$file"
mv -f "$work/package/$file" "$folder/$file"
printf '%s' "$package@$version" >"$work/version"
mv -f "$work/version" "$stamp"
echo "setup: $folder/$file is in place"
