#!/usr/bin/env bash
# Restores a backup of backup.sh into a NEW database and a NEW data folder, then verifies it.
#   createdb --owner=surveycalc_owner surveycalc_restored
#   DATABASE=postgresql://surveycalc_owner@localhost/surveycalc_restored \
#     VERIFY='/opt/surveycalc/surveycalc verify' bash restore.sh BACKUP NEW_DATA_FOLDER
#   psql -d surveycalc_restored -f roles.sql
# VERIFY is the command that verifies; it must name the new database by its own settings. Nothing existing is overwritten.
# A backup holds no grants: roles.sql, run by a superuser afterwards, lets the service in again.
set -euo pipefail
umask 027

if [ $# -ne 2 ] || [ -z "${DATABASE:-}" ]; then
  echo "使い方: DATABASE=新しいデータベースの接続文字列 [VERIFY=検証の命令] bash restore.sh バックアップ 新しいデータフォルダー" >&2
  exit 2
fi
backup=$1 data=$2
if [ ! -f "$backup/SHA256SUMS" ]; then
  echo "「$backup」は backup.sh のバックアップではありません。フォルダーを確かめてください。" >&2
  exit 2
fi
if ! (cd "$backup" && sha256sum --check --quiet SHA256SUMS) >&2; then
  echo "バックアップが壊れています。別のバックアップを使ってください。" >&2
  exit 1
fi
if [ -e "$data" ] && [ -n "$(ls -A "$data")" ]; then
  echo "データフォルダー「$data」は空ではありません。新しいフォルダーを指定してください。" >&2
  exit 2
fi
if ! found=$(psql --no-password --no-psqlrc --tuples-only --no-align --command "select count(*) from pg_namespace where nspname = 'surveycalc'" "$DATABASE"); then
  echo "新しいデータベースに接続できません。createdb で作ってあるか、DATABASE とパスワード(~/.pgpass)を確かめてください。" >&2
  exit 2
fi
if [ "$found" != 0 ]; then
  echo "このデータベースには SurveyCalc の記録がすでにあります。createdb で新しいデータベースを作り、それを指定してください。" >&2
  exit 2
fi

pg_restore --no-password --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$DATABASE" "$backup/database.dump"
mkdir -p "$data"
tar --extract --gzip --file="$backup/files.tar.gz" --directory="$data"
echo "復元しました: $data"
if [ -n "${VERIFY:-}" ]; then
  $VERIFY
else
  echo "権限を roles.sql で付け直してから、設定の Database を新しいデータベースに変え、surveycalc verify で検証してください。" >&2
fi
