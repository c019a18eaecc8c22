#!/usr/bin/env bash
# Vertex: Imagen's predict draws, Gemini's generateContent changes. Any project and location will do.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

models=$url/vertex/v1/projects/demo/locations/global/publishers/google/models
call() {
  curl -sS --fail-with-body "$models/$1" -H "authorization: Bearer $key" -H 'content-type: application/json' --data-binary @-
}

call imagen-4.0-generate-001:predict <<'JSON' | jq -er '.predictions[0].bytesBase64Encoded' | base64 -d > vertex.png
{
  "instances": [{"prompt": "poster \"Harvest Fair\" with a pumpkin"}],
  "parameters": {"sampleCount": 1, "aspectRatio": "3:4"}
}
JSON
echo 'Saved vertex.png'

jq -n --rawfile data <(base64 -w0 vertex.png) '{contents: [{role: "user", parts: [
    {inlineData: {mimeType: "image/png", data: $data}},
    {text: "change \"Harvest Fair\" to \"Winter Fair\""}
  ]}]}' | call gemini-3.1-flash-image-preview:generateContent \
  | jq -er '[.candidates[0].content.parts[] | select(.inlineData and (.thought | not))][0].inlineData.data' \
  | base64 -d > vertex-winter.png
echo 'Saved vertex-winter.png'
