#!/usr/bin/env bash
# Model Context Protocol, over HTTP: the calls that an agent makes of the tools.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

# Calls a tool with the arguments on standard input, and prints the picture as base64.
tool() {
  jq --arg tool "$1" '{jsonrpc: "2.0", id: 1, method: "tools/call", params: {name: $tool, arguments: .}}' \
    | curl -sS --fail-with-body "$url/mcp" -H "authorization: Bearer $key" \
      -H 'content-type: application/json' -H 'accept: application/json, text/event-stream' --data-binary @- \
    | jq -er '[.result.content[] | select(.type == "image")][0].data'
}

tool generate <<'JSON' | base64 -d > mcp.png
{"prompt": "poster \"Harvest Fair\" with a pumpkin", "size": "1024x1536"}
JSON
echo 'Saved mcp.png'

jq -n --rawfile data <(base64 -w0 mcp.png) '{image: $data, instruction: "change \"Harvest Fair\" to \"Winter Fair\""}' \
  | tool edit | base64 -d > mcp-winter.png
echo 'Saved mcp-winter.png'
