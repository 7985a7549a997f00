#!/usr/bin/env bash
# Builds everything and runs all tests. The one test command, for people and for CI.
#   bash tests/run.sh                   all tests
#   bash tests/run.sh --filter Golden   what is given here goes to `dotnet test`
# Needs the .NET SDK that global.json names. PostgreSQL, Chromium and libfaketime are installed for root on Debian; other
# people see the tests that need them skipped with a message. With CI=true a missing PostgreSQL or Chromium fails.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK (10.0) is missing: install it, then run this again." >&2
  exit 2
fi

# What the tests use besides: a private server of their own, a browser for the pages, a clock that is wrong.
install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  local log
  log=$(mktemp)
  if ! { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -qy install "$@"; } >"$log" 2>&1; then
    echo "Could not be installed: $*" >&2
    tail -n 20 "$log" >&2
  fi
  rm -f "$log"
}
if [ -z "${SURVEYCALC_TEST_DB:-}" ] && ! command -v initdb >/dev/null && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then install --no-install-recommends postgresql; fi
[ -x /usr/bin/chromedriver ] || install chromium chromium-driver
command -v faketime >/dev/null || install --no-install-recommends faketime

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

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
