#!/usr/bin/env bash
# Plantain's sessions: a conversation with branches; going back is never a loss.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

sessions=$url/plantain/v1/sessions
call() {
  curl -sS --fail-with-body -H "authorization: Bearer $key" "$@"
}
# Says something in the conversation and prints the link to the picture.
say() {
  jq -n --arg words "$1" '{prompt: $words, size: $ARGS.positional[0]} | with_entries(select(.value))' --args "${@:2}" \
    | call "$sessions/$id/turns" --data-binary @- | jq -er '.images[0].url'
}

id=$(call -X POST "$sessions" -d '{"title": "Autumn"}' | jq -er .id)
curl -sS --fail-with-body "$(say 'poster "Harvest Fair" with a pumpkin' 1024x1536)" -o sessions.png
echo 'Saved sessions.png'
curl -sS --fail-with-body "$(say 'change "Harvest Fair" to "Winter Fair"')" -o sessions-winter.png
echo 'Saved sessions-winter.png'
call -X POST "$sessions/$id/undo" | jq -e .head > status.txt
curl -sS --fail-with-body "$(say 'make the background navy')" -o sessions-navy.png
echo 'Saved sessions-navy.png'
