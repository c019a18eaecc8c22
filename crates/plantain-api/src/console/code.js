// The same call as code, for each protocol and language.

const quote = (text) => JSON.stringify(text);
const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Returns { "Protocol · language": code } for a native request. */
export function snippets(request, origin, hasKey) {
  const key = hasKey ? "YOUR_KEY" : "any";
  return {
    "Plantain · curl": curl(`${origin}/plantain/v1/images/generate`, { ...request, count: 1, output: "binary" }, key, `picture.${extension(request.format)}`),
    "OpenAI · Python": openaiPython(request, origin, key),
    "OpenAI · JavaScript": openaiJs(request, origin, key),
    "Gemini · Python": geminiPython(request, origin, key),
    "Evolink · curl": curl(`${origin}/v1/images/generate`, evolink(request), key),
  };
}

const extension = (format) => (format === "jpeg" ? "jpg" : (format ?? "png"));

function curl(url, body, key, file) {
  const save = file ? ` \\\n  -o ${file}` : "";
  return `curl -sS ${url} \\\n  -H 'authorization: Bearer ${key}' \\\n  -H 'content-type: application/json' \\\n  -d ${shell(JSON.stringify(body))}${save}`;
}

function evolink(request) {
  const body = { model: "gemini-3.1-flash-image-preview", prompt: request.prompt };
  body.resolution = request.size ?? request.tier ?? "1K";
  if (request.format) body.format = request.format;
  return body;
}

function openaiFields(request) {
  const fields = [["size", request.size], ["n", request.count > 1 ? request.count : undefined], ["output_format", request.format], ["background", request.background]];
  return fields.filter(([, value]) => value !== undefined);
}

function openaiPython(request, origin, key) {
  const fields = openaiFields(request).map(([name, value]) => `    ${name}=${quote(value)},\n`).join("");
  return `import base64
from openai import OpenAI

client = OpenAI(base_url="${origin}/openai/v1", api_key="${key}")
reply = client.images.generate(
    model="gpt-image-1",
    prompt=${quote(request.prompt)},
${fields})
for n, image in enumerate(reply.data):
    with open(f"picture-{n}.${extension(request.format)}", "wb") as file:
        file.write(base64.b64decode(image.b64_json))`;
}

function openaiJs(request, origin, key) {
  const fields = openaiFields(request).map(([name, value]) => `  ${name}: ${quote(value)},\n`).join("");
  return `import { writeFile } from "node:fs/promises";
import OpenAI from "openai";

const client = new OpenAI({ baseURL: "${origin}/openai/v1", apiKey: "${key}" });
const reply = await client.images.generate({
  model: "gpt-image-1",
  prompt: ${quote(request.prompt)},
${fields}});
await writeFile("picture.${extension(request.format)}", Buffer.from(reply.data[0].b64_json, "base64"));`;
}

function geminiPython(request, origin, key) {
  const config = [];
  if (request.aspect_ratio) config.push(`aspect_ratio=${quote(request.aspect_ratio)}`);
  if (request.tier) config.push(`image_size=${quote(request.tier)}`);
  return `from google import genai
from google.genai import types

client = genai.Client(api_key="${key}", http_options=types.HttpOptions(base_url="${origin}/gemini"))
reply = client.models.generate_content(
    model="gemini-3.1-flash-image-preview",
    contents=${quote(request.prompt)},
    config=types.GenerateContentConfig(
        response_modalities=["IMAGE"],
        image_config=types.ImageConfig(${config.join(", ")}),
    ),
)
for part in reply.candidates[0].content.parts:
    if part.inline_data:
        with open("picture.png", "wb") as file:
            file.write(part.inline_data.data)`;
}
