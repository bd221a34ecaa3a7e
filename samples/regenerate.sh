#!/usr/bin/env bash
# Writes the committed samples anew: the claims by the generator with its fixed seed, every expected result by MariaDB from the plain
# SQL beside it. The tests that compare these files write them instead when SPARKETL_UPDATE_GOLDEN is 1. Look at the difference
# (git diff samples) before committing it. Needs the .NET SDK and MariaDB (apt-get install -y mariadb-server).
set -euo pipefail
cd "$(dirname "$0")/.."
export SPARKETL_UPDATE_GOLDEN=1
dotnet test tests/Driver.Tests -v q -nologo --filter TestCategory=Sample
dotnet test tests/EndToEnd.Tests -v q -nologo --filter TestCategory=Sample
