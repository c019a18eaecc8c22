#!/usr/bin/env bash
# OpenAI Responses: a conversation that the server remembers; the second turn names the first.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

call() {
  curl -sS --fail-with-body "$url/openai/v1/responses" -H "authorization: Bearer $key" -H 'content-type: application/json' --data-binary @-
}
picture='[.output[] | select(.type == "image_generation_call")][0].result'

call <<'JSON' > responses.json
{
  "model": "gpt-5.2",
  "input": "poster \"Harvest Fair\" with a pumpkin",
  "tools": [{"type": "image_generation", "size": "1024x1536"}]
}
JSON
jq -er "$picture" responses.json | base64 -d > responses.png
echo 'Saved responses.png'

jq '{
    model: "gpt-5.2",
    previous_response_id: .id,
    input: "change \"Harvest Fair\" to \"Winter Fair\"",
    tools: [{type: "image_generation"}]
  }' responses.json | call | jq -er "$picture" | base64 -d > responses-winter.png
echo 'Saved responses-winter.png'
