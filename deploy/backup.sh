#!/usr/bin/env bash
# Backs up SurveyCalc: the PostgreSQL database and the data folder (originals, staging), into a new folder below TARGET.
#   DATABASE=postgresql://surveycalc_owner@localhost/surveycalc bash backup.sh DATA_FOLDER TARGET
# DATABASE is a libpq connection string of the role that owns the tables; keep the password in ~/.pgpass. The service may run
# on meanwhile: the dump is of one moment, and the folders are copied after it, so they hold every file that the dump speaks
# of. The scheduler's own tables are left out: the service makes them anew from its settings.
set -euo pipefail
umask 077

if [ $# -ne 2 ] || [ -z "${DATABASE:-}" ]; then
  echo "使い方: DATABASE=接続文字列 bash backup.sh データフォルダー 保存先" >&2
  exit 2
fi
data=$1 target=$2
if [ ! -d "$data" ]; then
  echo "データフォルダー「$data」がありません。場所を確かめてください。" >&2
  exit 2
fi

mkdir -p "$target"
name="surveycalc-$(TZ=Asia/Tokyo date +%Y%m%d-%H%M%S)"
part=$(mktemp -d "$target/.$name.XXXXXX")
trap 'rm -rf "$part"' EXIT

pg_dump --no-password --format=custom --schema=surveycalc --schema=surveycalc_api --no-owner --no-privileges --file="$part/database.dump" "$DATABASE"
folders=()
for folder in originals staging; do [ -d "$data/$folder" ] && folders+=("$folder"); done
# A file that is being received (.part) is not part of the backup; one that goes away meanwhile is no error.
status=0
tar --create --gzip --file="$part/files.tar.gz" --exclude='*.part' --warning=no-file-changed --warning=no-file-removed \
  --directory="$data" --files-from=<(printf '%s\n' "${folders[@]}") || status=$?
[ "$status" -le 1 ] || { echo "データフォルダーを写せません。権限と空き容量を確かめてください。" >&2; exit 1; }
(cd "$part" && sha256sum database.dump files.tar.gz > SHA256SUMS)
sync "$part"/*
mv "$part" "$target/$name"
trap - EXIT
echo "$target/$name"
