// Gateways as their documents show them, driven by fetch.

import { assert, isPng, judge, operation, poster, url } from "./judge.mjs";

const model = "gemini-3.1-flash-image-preview";
const headers = { authorization: "Bearer any-key", "content-type": "application/json" };

const post = async (path, body, more = headers) => {
  const reply = await fetch(url + path, { method: "POST", headers: more, body: JSON.stringify(body) });
  assert.equal(reply.status, 200, await reply.clone().text());
  return reply.json();
};
const get = async (path) => (await fetch(url + path, { headers })).json();
const picture = async (link, size) => isPng(await (await fetch(link)).arrayBuffer(), size);

/** Asks again until the task is at its end. */
const ended = async (ask, running) => {
  for (;;) {
    const state = await ask();
    if (!running.includes(state.status)) return state;
    await new Promise((wake) => setTimeout(wake, 100));
  }
};

operation("Evolink: generate", async () => {
  const task = await post("/v1/images/generations", { model, prompt: poster, size: "1:1", quality: "0.5K" });
  assert.match(task.id, /^task-unified-/);
  const done = await ended(() => get(`/v1/tasks/${task.id}`), ["pending", "processing"]);
  assert.equal(done.status, "completed");
  await picture(done.results[0], [512, 512]);
});

operation("Evolink: files", async () => {
  const form = new FormData();
  form.append("file", new Blob([Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64")], { type: "image/gif" }), "dot.gif");
  const reply = await fetch(`${url}/api/v1/files/upload/stream`, { method: "POST", headers: { authorization: headers.authorization }, body: form });
  assert.equal(reply.status, 200, await reply.clone().text());
  const { data } = await reply.json();
  assert.equal((await fetch(data.file_url)).headers.get("content-type"), "image/gif");
});

operation("guides: both snippets", async () => {
  const list = await post("/v1/images/generate", { model, prompt: poster, size: "1024x1024", response_format: "b64_json" });
  isPng(list.data[0].b64_json, [1024, 1024]);
  const object = await post("/v1/images/generate", { model, prompt: poster, resolution: "640x360", format: "png" });
  await picture(object.data.url, [640, 360]);
});

operation("AtlasCloud: generate", async () => {
  const body = { model: "google/nano-banana-2/text-to-image", prompt: poster, aspect_ratio: "1:1", resolution: "1k", output_format: "png" };
  const { data } = await post("/api/v1/model/generateImage", body);
  const done = await ended(async () => (await get(`/api/v1/model/prediction/${data.id}`)).data, ["processing"]);
  assert.equal(done.status, "completed");
  await picture(done.outputs[0], [1024, 1024]);
});

operation("WisGate: generate", async () => {
  const config = { responseModalities: ["IMAGE"], imageConfig: { aspectRatio: "1:1", imageSize: "0.5K" } };
  const body = { contents: [{ parts: [{ text: poster }] }], generationConfig: config };
  const reply = await post(`/v1beta/models/${model}:generateContent`, body, { "x-goog-api-key": "any-key", "content-type": "application/json" });
  const part = reply.candidates[0].content.parts.find((part) => part.inlineData);
  isPng(part.inlineData.data, [512, 512]);
});

await judge();
