#!/usr/bin/env bash
# Plantain's tasks: ordered, followed as it goes on, fetched. Sent twice with the same key, it is drawn once.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

tasks=$url/plantain/v1/tasks
call() {
  curl -sS --fail-with-body -H "authorization: Bearer $key" "$@"
}
order() {
  call "$tasks" -H "idempotency-key: $once" --data-binary @- <<'JSON' | jq -er .id
{"prompt": "poster \"Harvest Fair\" with a pumpkin", "size": "1024x1536", "tags": ["autumn"]}
JSON
}

once=$RANDOM-$RANDOM
id=$(order)
[ "$(order)" = "$id" ]
# Server-sent events: a line "data: …" with the whole task for every step, until it has ended.
call -N "$tasks/$id/events" | sed -n 's/^data: //p' | tee events.jsonl | jq -r '"\(.progress) % \(.status)"'
tail -n 1 events.jsonl | jq -er '.images[0].url' | xargs curl -sS --fail-with-body -o tasks.png
echo 'Saved tasks.png'

jq -n --rawfile data <(base64 -w0 tasks.png) '{image: $data, prompt: "change \"Harvest Fair\" to \"Winter Fair\""}' \
  | call "$tasks" -H 'prefer: wait=60' --data-binary @- | jq -er '.images[0].url' \
  | xargs curl -sS --fail-with-body -o tasks-winter.png
echo 'Saved tasks-winter.png'
