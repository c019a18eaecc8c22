#!/usr/bin/env bash
# Chat completions with pictures, as gateways have them: data URLs in the message, in both directions.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

call() {
  curl -sS --fail-with-body "$url/openai/v1/chat/completions" -H "authorization: Bearer $key" -H 'content-type: application/json' --data-binary @-
}
picture='.choices[0].message.images[0].image_url.url'

call <<'JSON' > chat.json
{
  "model": "google/gemini-3.1-flash-image-preview",
  "modalities": ["image", "text"],
  "messages": [{"role": "user", "content": "poster \"Harvest Fair\" with a pumpkin"}]
}
JSON
jq -er "$picture | sub(\"^data:[^,]*,\"; \"\")" chat.json | base64 -d > chat.png
echo 'Saved chat.png'

jq "$picture as \$url | {
    model: \"google/gemini-3.1-flash-image-preview\",
    modalities: [\"image\", \"text\"],
    messages: [{role: \"user\", content: [
      {type: \"image_url\", image_url: {url: \$url}},
      {type: \"text\", text: \"change \\\"Harvest Fair\\\" to \\\"Winter Fair\\\"\"}
    ]}]
  }" chat.json | call | jq -er "$picture | sub(\"^data:[^,]*,\"; \"\")" | base64 -d > chat-winter.png
echo 'Saved chat-winter.png'
