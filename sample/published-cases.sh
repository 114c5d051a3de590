#!/bin/sh
# Enters published cases of 2025 over HTTP, as an agency and a department would, and prints what the ledger answers at
# several dates and as known at earlier positions. It may be run again: the same keys change nothing. `until` is the day on
# which the term ends; where a suspension or termination has none, the term is served, but no restoration was granted yet.
#
#   sample/published-cases.sh [ADDRESS [CLIENTS]]
#
# ADDRESS is where payqual serves (http://127.0.0.1:8080), CLIENTS the file with the sample issuer's secrets
# (data/sample-issuer/clients.properties). It needs curl, and a sample ledger with the rules of Tianjin.
#
# Institutions, decisions, points and terms are as the authorities published them; the people are invented. Three things
# the authorities did not publish are chosen here: the day of a handling known only to lie before a date is the working
# day before that date; which article of the regulation a penalty applied follows from the points; and every institution
# is placed in region 120101, where the rules of Tianjin govern.
set -eu

address=${1:-http://127.0.0.1:8080}
clients=${2:-$(dirname "$0")/../data/sample-issuer/clients.properties}
command -v curl >/dev/null || { echo "needs curl" >&2; exit 1; }
[ -r "$clients" ] || { echo "cannot read $clients: start payqual here first, or give the file with the sample issuer's secrets" >&2; exit 1; }

token() {
  secret=$(sed -n "s/^$1=//p" "$clients")
  printf 'user = "%s:%s"\n' "$1" "$secret" |
    curl -sS -K - -d grant_type=client_credentials "$address/sample-issuer/oauth2/token" |
    sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p'
}
agency=$(token sample-agency)
department=$(token sample-department)
[ -n "$agency" ] && [ -n "$department" ] || { echo "no token from $address" >&2; exit 1; }

# field NAME: the first value of that name in the JSON on standard input
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }

# post TOKEN PATH KEY BODY: sends a command; ends the script with what is wrong if it is not recorded
post() {
  answer=$(printf 'header = "Authorization: Bearer %s"\n' "$1" |
    curl -sS -K - -w '\n%{http_code}' -H "Idempotency-Key: published-$3" -H 'Content-Type: application/json' \
      -d "$4" "$address/api/v1$2")
  case $(printf '%s' "$answer" | tail -n 1) in
    20*) printf '%s' "$answer" | sed '$d' ;;
    *) echo "$2: $answer" >&2; exit 1 ;;
  esac
}
get() { printf 'header = "Authorization: Bearer %s"\n' "$agency" | curl -sS -K - "$address/api/v1$1"; }

institution() { # CODE NAME KIND
  post "$agency" /institutions "$1" \
    "{\"code\":\"$1\",\"name\":\"$2\",\"kind\":\"$3\",\"publiclyOwned\":false,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}" >/dev/null
}
handling() { # ID INSTITUTION KIND DATE WHAT-IT-APPLIED: an article of the regulation, or the manner under the agreement
  post "$department" /inspections "inspection-$2" \
    "{\"id\":\"$2-2025\",\"institution\":\"$2\",\"opened\":\"2025-03-31\"}" >/dev/null
  case $3 in # each enters its own (TJ-24)
    AGREEMENT_HANDLING) by=$agency applied="\"manners\":[\"$5\"]" ;;
    *) by=$department applied="\"articles\":[$5]" ;;
  esac
  post "$by" /handlings "$1" \
    "{\"id\":\"$1\",\"inspection\":\"$2-2025\",\"institution\":\"$2\",\"kind\":\"$3\",\"date\":\"$4\",$applied}" >/dev/null
}
# person LABEL NUMBER NAME INSTITUTION ROLE: sets $id, and $before to the position before the notice
person() {
  id=$(post "$agency" /people "person-$2" \
    "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-C$2\",\"name\":\"$3\"}" | field id)
  post "$agency" "/people/$id/commitments" "commitment-$2" "{\"institution\":\"$4\",\"date\":\"2025-01-06\"}" >/dev/null
  before=$(post "$agency" "/people/$id/registrations" "registration-$2" \
    "{\"institution\":\"$4\",\"from\":\"2025-01-07\",\"content\":{\"role\":\"$5\",\"primary\":true}}" | field position)
}
score() { # HANDLING VIOLATION CIRCUMSTANCE RESPONSIBILITY ARTICLE
  article=${5:+,\"article\":$5}
  post "$agency" "/people/$id/notices" "notice-$id" \
    "{\"notice\":\"N-$1\",\"handling\":\"$1\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"$2\",\"circumstance\":\"$3\",\"responsibility\":\"$4\",\"actedFrom\":\"2023-01-01\",\"actedTo\":\"2025-03-30\"$article}]}" >/dev/null
}
# show LABEL DATE [POSITION]: one line of what the ledger answers
show() {
  when="?validAt=$2${3:+&asOf=$3}"
  standing=$(get "/people/$id/standing$when")
  points=$(get "/people/$id/year-totals$when" | sed 's/"steps".*//' | field points)
  echo "$1 | $2${3:+ as known before the notice} | $(echo "$standing" | field kind) | $points | $(
    echo "$standing" | field until)"
}
show_all() { # LABEL DAY-BEFORE DAY LATER
  show "$1" "$2"
  show "$1" "$3"
  show "$1" "$3" "$before"
  show "$1" "$4"
}

echo "case | day | standing | points | until"

institution C150422001 巴林左旗济仁中医医院 HOSPITAL
handling C1 C150422001 ADMINISTRATIVE_PENALTY 2025-08-29 40
for n in 1 2 3 4 5 6; do
  person x "000010$n" 样例甲 C150422001 MEDICAL
  score C1 FORGED-RECORDS TJ-29.1 PRIMARY 40
  show_all "Jiren TCM hospital, one of six" 2025-08-28 2025-08-29 2028-08-29
done
for n in 7 8; do
  person x "000010$n" 样例乙 C150422001 TECHNICAL
  score C1 FORGED-RECORDS TJ-29.1 GENERAL 40
  show_all "Jiren TCM hospital, one of two" 2025-08-28 2025-08-29 2025-12-29
done

institution C150900001 福华社区卫生服务站 HOSPITAL
handling C2 C150900001 ADMINISTRATIVE_PENALTY 2025-07-25 38
n=0
for degree in GENERAL IMPORTANT PRIMARY; do
  n=$((n + 1))
  person x "000020$n" 样例丙 C150900001 MEDICAL
  score C2 STATION-CLAIMS TJ-27.1 "$degree" 38
  show_all "Fuhua station, $degree" 2025-07-24 2025-07-25 2026-01-01
done

institution C361000001 为民大药房 PHARMACY
handling C3A C361000001 ADMINISTRATIVE_PENALTY 2025-07-24 40
handling C3B C361000001 ADMINISTRATIVE_PENALTY 2025-07-24 38
person x 0000301 样例丁 C361000001 PHARMACY_PRINCIPAL
score C3A PHARMACY-FRAUD TJ-29.1 PRIMARY 40
show_all "Weimin pharmacy, legal representative" 2025-07-23 2025-07-24 2028-07-24
for n in 2 3; do
  person x "000030$n" 样例戊 C361000001 PHARMACY_OTHER
  score C3B PHARMACY-DUTIES TJ-27.1 IMPORTANT 38
  show_all "Weimin pharmacy, one of two" 2025-07-23 2025-07-24 2026-01-01
done

for n in 1 2 3; do
  institution "C44200000$n" "中山药店之$n" PHARMACY
  handling "C4$n" "C44200000$n" AGREEMENT_HANDLING 2025-06-27 LIQUIDATED_DAMAGES
  person x "000040$n" 样例己 "C44200000$n" PHARMACY_PRINCIPAL
  score "C4$n" PHARMACIST-ABSENT TJ-26.1 GENERAL
  show_all "Zhongshan pharmacy $n, principal" 2025-06-26 2025-06-27 2026-01-01
done
