#!/usr/bin/env bash
# Builds everything and runs all tests. The one test command, for people and for CI.
#   bash tests/run.sh                   all tests
#   bash tests/run.sh --filter Golden   what is given here goes to `dotnet test`
# Needs the .NET SDK that global.json names, and PostgreSQL: on Debian root gets it installed, other people see its tests
# skipped with a message. With CI=true a missing PostgreSQL fails.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK (10.0) is missing: install it, then run this again." >&2
  exit 2
fi

# The tests start a private server of their own from the installed programs.
if [ -z "${SURVEYCALC_TEST_DB:-}" ] && ! command -v initdb >/dev/null && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null \
  && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  log=$(mktemp)
  if ! { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends postgresql; } >"$log" 2>&1; then
    echo "PostgreSQL could not be installed:" >&2
    tail -n 20 "$log" >&2
  fi
  rm -f "$log"
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The pages are tested in Chromium; without it those tests are skipped, and fail in CI.
if [ ! -x /usr/bin/chromedriver ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq chromium chromium-driver; } >/dev/null 2>&1 || echo "Chromium could not be installed." >&2
fi

locked=()
[ "${CI:-}" = true ] && locked=(--locked-mode)
dotnet restore SurveyCalc.sln "${locked[@]}"
dotnet build SurveyCalc.sln --no-restore -c Release

# Everything that the tests leave behind, whatever of them is killed: databases take gigabytes. The server's user passes through.
scratch=$(mktemp -d)
chmod 711 "$scratch"
trap 'rm -rf "$scratch"' EXIT
status=0
TMPDIR="$scratch" dotnet test tests/SurveyCalc.Tests --no-build -c Release --logger "trx;LogFileName=results.trx" --results-directory "$scratch/results" "$@" || status=$?

# The closing line: 'N passed, N failed, N skipped', read from the result file.
trx="$scratch/results/results.trx"
if [ ! -f "$trx" ]; then
  echo "No test result was written." >&2
  exit 1
fi
count() { grep -o "<Counters [^>]*" "$trx" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' || echo 0; }
passed=$(count passed) failed=$(count failed) total=$(count total)
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
[ "$passed" -gt 0 ] || status=1
exit "$status"
