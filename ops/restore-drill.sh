#!/bin/sh
# The restore drill: a payqual of its own takes commands from several callers, is dumped under that load and stopped; the
# dump goes into a new cluster, payqual starts on it, and it is checked that
#   - every command acknowledged before the dump began is there, and its repetition gives the very same answer;
#   - positions go on without a gap or a double where the dump ends;
#   - what was acknowledged after that is said to be lost, with its positions.
# Nothing of any other payqual is touched. Needs curl and PostgreSQL's psql, pg_dump and pg_restore, at least as new as
# the server (18); PG_BIN names their folder where they are not in the PATH.
#
#   sh ops/restore-drill.sh [FOLDER]      FOLDER is new, and stays when the drill fails; without one, a temporary one
#
# Exits with 0 when all holds, 1 when something does not, 2 when the drill could not be held.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
payqual=${PAYQUAL:-$root/payqual}
callers=${CALLERS:-4}
port=${PORT:-54390}
PATH=${PG_BIN:+$PG_BIN:}$PATH
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
elif [ -e "$work" ]; then
  echo "restore-drill: $work is there already; name a new folder" >&2
  exit 2
else
  mkdir -p "$work"
  work=$(cd "$work" && pwd)
fi
chmod 755 "$work"
for tool in curl psql pg_dump pg_restore; do
  command -v "$tool" >/dev/null || { echo "restore-drill: needs $tool" >&2; exit 2; }
done

# PostgreSQL does not run as root; payqual leaves root in the same way.
as_nobody=
[ "$(id -u)" -ne 0 ] || as_nobody='unshare -U'
program=
server=
failed=0

end() {
  : >"$work/enough"
  [ -z "$server" ] || kill "$server" 2>/dev/null || :
  [ -z "$program" ] || $as_nobody "$program/pg_ctl" stop -s -m fast -D "$work/new/cluster" 2>/dev/null || :
  wait
  [ "$failed" -ne 0 ] || rm -rf "$work"
}
trap end EXIT
trap 'exit 2' INT TERM HUP

say() { printf '%s\n' "$*"; }

wrong() {
  say "  WRONG: $*"
  failed=1
}

give_up() {
  failed=1
  echo "restore-drill: $*; look into $work" >&2
  exit 2
}

# Starts payqual with its log in $work/$1.log; sets server, address and token.
start() {
  log=$work/$1.log
  shift
  "$payqual" serve --server.port=0 "--payqual.keys.folder=$work/keys" \
    "--payqual.access.sample-folder=$work/sample-issuer" "$@" >"$log" 2>&1 &
  server=$!
  address=
  while [ -z "$address" ]; do
    kill -0 "$server" 2>/dev/null || give_up "payqual did not start"
    sleep 0.2
    address=$(sed -n 's/^payqual .* ready: \(http:[^ ]*\).*/\1/p' "$log")
  done
  secret=$(sed -n 's/^sample-agency=//p' "$work/sample-issuer/clients.properties")
  token=$(printf 'user = "sample-agency:%s"\n' "$secret" |
    curl --silent --config - --data grant_type=client_credentials "$address/sample-issuer/oauth2/token" |
    sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
  [ -n "$token" ] || give_up "the sample's issuer gave no token"
}

stop() {
  kill "$server"
  wait "$server" || :
  server=
}

# Sends a command: path, key, body. Prints status and answer in one line.
send() {
  curl --silent --max-time 30 --write-out ' %{http_code}' --header "Authorization: Bearer $token" \
    --header "Idempotency-Key: $2" --header 'Content-Type: application/json' --data "$3" "$address/api/v1$1" |
    sed 's/^\(.*\) \([0-9]*\)$/\2 \1/'
}

number() { sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"; }

# Sends a command and notes it once it is acknowledged; prints the id.
record() {
  answer=$(send "$1" "$2" "$3")
  case $answer in
    201*position*)
      printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$answer" >>"$work/acknowledged"
      printf '%s' "$answer" | sed -n 's/.*"id":"\([^"]*\)".*/\1/p'
      ;;
  esac
}

load() {
  n=100
  while [ ! -e "$work/enough" ]; do
    n=$((n + 1))
    person=$(record /people "person-$1-$n" \
      "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-D$1X$n\",\"name\":\"演练\"}")
    [ -z "$person" ] || record "/people/$person/commitments" "commitment-$1-$n" \
      '{"institution":"H1","date":"2025-01-06"}' >/dev/null
  done
}

acknowledged() { wc -l <"$work/acknowledged" | tr -d ' '; }

await() {
  while [ "$(acknowledged)" -lt "$1" ]; do
    kill -0 "$server" 2>/dev/null || give_up "payqual ended under load"
    sleep 0.1
  done
}

head_of_log() {
  curl --silent --fail "$address/actuator/prometheus" | sed -n 's/^payqual_log_position \([0-9]*\).*/\1/p'
}

say "加载 load: $callers callers"
start old "--payqual.postgres.data=$work/old"
: >"$work/acknowledged"
record /institutions institution \
  '{"code":"H1","kind":"HOSPITAL","publiclyOwned":true,"region":"120101","agreementSigned":"2025-01-02"}' >/dev/null
caller=0
while [ "$caller" -lt "$callers" ]; do
  caller=$((caller + 1))
  load "$caller" &
done
await 100

say "备份 dump, under load"
old_port=$(sed -n 's/.*PostgreSQL serves on port \([0-9]*\) .*/\1/p' "$work/old.log")
before=$(acknowledged)
PGPASSWORD=$(sed -n 's/^superuser=//p' "$work/old/passwords.properties") \
  pg_dump --format=custom --file="$work/dump" --host=127.0.0.1 --port="$old_port" --username=postgres payqual
after=$(acknowledged)
await $((after + 40))
: >"$work/enough"
sleep 1
stop
wait
all=$(acknowledged)
say "  acknowledged before it $before, while it ran $((after - before)), after it $((all - after))"

say "恢复 restore into a new cluster"
program=$(echo "$work"/old/program-*/bin)
mkdir "$work/new"
$as_nobody "$program/initdb" --pgdata="$work/new/cluster" --username=postgres --auth-local=trust \
  --auth-host=scram-sha-256 --encoding=UTF8 --locale=C --no-instructions >"$work/new/initdb.log"
$as_nobody "$program/pg_ctl" start -s -w -D "$work/new/cluster" -l "$work/new/server.log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$work/new'"
password=drill-$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
psql --quiet --host="$work/new" --port="$port" --username=postgres --set=ON_ERROR_STOP=1 \
  --set=owner_password="$password" --set=ledger_password="$password" \
  --set=projector_password="$password" --set=identity_password="$password" \
  --file="$root/ops/src/main/resources/db/prepare.sql"
pg_restore --exit-on-error --host="$work/new" --port="$port" --username=postgres --dbname=payqual "$work/dump"
mv "$work/old/cluster" "$work/old/cluster-gone"

say "启动 start on it"
start new "--spring.datasource.url=jdbc:postgresql://127.0.0.1:$port/payqual" \
  --payqual.postgres.owner.username=payqual_owner "--payqual.postgres.owner.password=$password" \
  --payqual.postgres.ledger.username=payqual_ledger "--payqual.postgres.ledger.password=$password" \
  --payqual.postgres.projector.username=payqual_projector "--payqual.postgres.projector.password=$password" \
  --payqual.postgres.identity.username=payqual_identity "--payqual.postgres.identity.password=$password"
# The first command waits until what the dump holds unsealed has its position.
first=$(send /institutions after-restore \
  '{"code":"H2","kind":"HOSPITAL","publiclyOwned":true,"region":"120101","agreementSigned":"2025-01-02"}' | number position)
[ -n "$first" ] || give_up "the restored ledger takes no command"
end_of_dump=$((first - 1))

say "核对 check"
line=0
kept=0
lost=0
tab=$(printf '\t')
while IFS=$tab read -r path key body answer; do
  line=$((line + 1))
  position=$(printf '%s' "$answer" | number position)
  if [ "$position" -le "$end_of_dump" ]; then
    kept=$((kept + 1))
    again=$(send "$path" "$key" "$body" </dev/null)
    [ "$again" = "$answer" ] || wrong "$key was answered by $answer and is now by $again"
  else
    lost=$((lost + 1))
    [ "$line" -gt "$before" ] || wrong "$key, acknowledged before the dump, is not in it (position $position)"
  fi
done <"$work/acknowledged"
reached=$(head_of_log)
[ "$reached" -eq "$first" ] || wrong "repetitions were recorded anew: the log ends at $reached instead of $first"
gaps=$(psql --quiet --no-align --tuples-only --host="$work/new" --port="$port" --username=postgres --dbname=payqual \
  --command='SELECT max(position) + 1 - count(*) FROM ledger.log')
[ "$gaps" -eq 0 ] || wrong "$gaps positions are missing"
health=$(curl --silent --output /dev/null --write-out '%{http_code}' "$address/actuator/health")
[ "$health" -eq 200 ] || wrong "the health is $health"

last=$(number position <"$work/acknowledged" | sort -n | tail -n 1)
say "  已确认 acknowledged            $all"
say "  在备份中 in the dump            $kept, all answered as before; the log goes on at $first"
say "  丢失 lost, after the dump      $lost$([ "$lost" -eq 0 ] || say ", positions $first to $last given to others from now on")"
if [ "$failed" -ne 0 ]; then
  say "未通过 failed; everything is in $work"
  exit 1
fi
say "通过 passed"
