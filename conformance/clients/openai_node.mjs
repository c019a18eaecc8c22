// The `openai` SDK of Node.

import OpenAI, { toFile } from "openai";
import { adminOnlyKey, assert, faultsUrl, isPng, judge, keyedUrl, operation, png, poster, raises, url } from "./judge.mjs";

const at = (baseURL, more = {}) => new OpenAI({ baseURL: baseURL + "/v1", apiKey: "any", maxRetries: 0, ...more });
const client = at(url);
const tool = { type: "image_generation", size: "512x512" };
const drawn = async () => {
  const reply = await client.images.generate({ model: "gpt-image-1.5", prompt: poster, size: "512x512" });
  return isPng(reply.data[0].b64_json, [512, 512]);
};
const named = (bytes, name = "picture.png") => toFile(bytes, name, { type: "image/png" });
const all = async (stream) => {
  const events = [];
  for await (const event of stream) events.push(event);
  return events;
};

operation("generate", drawn);
operation("generate, link", async () => {
  const reply = await client.images.generate({ model: "dall-e-3", prompt: poster, response_format: "url" });
  isPng(await (await fetch(reply.data[0].url)).arrayBuffer(), [1024, 1024]);
});
operation("generate, stream", async () => {
  const events = await all(await client.images.generate({ prompt: poster, size: "512x512", stream: true, partial_images: 2, n: 2 }));
  const one = ["image_generation.partial_image", "image_generation.partial_image", "image_generation.completed"];
  assert.deepEqual(events.map((event) => event.type), [...one, ...one]);
});
operation("edit", async () => {
  const reply = await client.images.edit({ image: await named(await drawn()), prompt: 'change "HELLO" to "GOODBYE"' });
  isPng(reply.data[0].b64_json, [512, 512]);
});
operation("edit, mask", async () => {
  const mask = await named(png([512, 512], [0, 0, 0, 0]), "mask.png");
  const reply = await client.images.edit({ image: await named(await drawn()), mask, prompt: "make it black and white" });
  isPng(reply.data[0].b64_json, [512, 512]);
});
operation("edit, several pictures", async () => {
  const image = [await named(await drawn()), await named(png([512, 512], [200, 30, 30, 255]), "b.png")];
  isPng((await client.images.edit({ image, prompt: "put the two pictures side by side" })).data[0].b64_json);
});
operation("edit, stream", async () => {
  const events = await all(await client.images.edit({ image: await named(await drawn()), prompt: "make the background teal", stream: true }));
  assert.equal(events.at(-1).type, "image_edit.completed");
});
operation("variation", async () => {
  const reply = await client.images.createVariation({ image: await named(await drawn()), n: 2 });
  assert.equal(new Set(reply.data.map((image) => image.b64_json)).size, 2);
});
operation("responses", async () => {
  const reply = await client.responses.create({ model: "gpt-5.2", input: poster, tools: [tool] });
  isPng(reply.output[0].result, [512, 512]);
  assert.ok(reply.output_text);
});
operation("responses, several turns", async () => {
  const first = await client.responses.create({ model: "gpt-5.2", input: poster, tools: [tool] });
  const input = 'change "HELLO" to "GOODBYE"';
  const second = await client.responses.create({ model: "gpt-5.2", previous_response_id: first.id, input, tools: [tool] });
  assert.match(second.output_text, /GOODBYE/);
  const turn = { role: "user", content: "make the background teal" };
  const third = await client.responses.create({ model: "gpt-5.2", input: [second.output[0], turn], tools: [tool], store: false });
  assert.equal(third.output[0].action, "edit");
});
operation("responses, pictures and mask", async () => {
  const file = await client.files.create({ file: await named(await drawn()), purpose: "vision" });
  const mask = "data:image/png;base64," + png([512, 512], [0, 0, 0, 0]).toString("base64");
  const content = [{ type: "input_text", text: "make it black and white" }, { type: "input_image", file_id: file.id, detail: "auto" }];
  const tools = [{ type: "image_generation", action: "edit", input_image_mask: { image_url: mask } }];
  const reply = await client.responses.create({ model: "gpt-5.2", input: [{ role: "user", content }], tools });
  isPng(reply.output[0].result, [512, 512]);
});
operation("responses, stream", async () => {
  const events = await all(await client.responses.create({ model: "gpt-5.2", input: poster, tools: [{ ...tool, partial_images: 2 }], stream: true }));
  assert.deepEqual(events.map((event) => event.sequence_number), [...events.keys()]);
  assert.equal(events.filter((event) => event.type.endsWith("partial_image")).length, 2);
  isPng(events.at(-1).response.output[0].result, [512, 512]);
});
operation("responses, background and cancel", async () => {
  const reply = await client.responses.create({ model: "gpt-5.2", input: poster, tools: [tool], background: true });
  const events = await all(await client.responses.retrieve(reply.id, { stream: true }));
  assert.equal(events.at(-1).type, "response.completed");
  assert.equal((await client.responses.cancel(reply.id)).status, "completed");
  await client.responses.delete(reply.id);
  await raises(OpenAI.NotFoundError, () => client.responses.retrieve(reply.id));
});
operation("chat completions", async () => {
  const messages = [{ role: "user", content: poster }];
  const reply = await client.chat.completions.create({ model: "gpt-5.2", messages, modalities: ["image", "text"] });
  isPng(reply.choices[0].message.images[0].image_url.url.split(",")[1]);
});
operation("chat completions, stream", async () => {
  const messages = [{ role: "user", content: poster }];
  const chunks = await all(await client.chat.completions.create({ model: "easel", messages, stream: true }));
  isPng(chunks.flatMap((chunk) => chunk.choices[0].delta.images ?? [])[0].image_url.url.split(",")[1]);
});
operation("files", async () => {
  const bytes = png([64, 64], [1, 2, 3, 255]);
  const made = await client.files.create({ file: await named(bytes), purpose: "vision" });
  const content = Buffer.from(await (await client.files.content(made.id)).arrayBuffer());
  assert.ok(content.equals(bytes));
  const listed = await all(await client.files.list({ limit: 1 }));
  assert.ok(listed.some((file) => file.id === made.id));
  assert.ok((await client.files.delete(made.id)).deleted);
});
operation("models", async () => {
  const models = await all(await client.models.list());
  assert.ok(models.some((model) => model.id === "easel"));
  assert.equal((await client.models.retrieve("gpt-image-1")).id, "gpt-image-1");
});
operation("error 400", async () => {
  const error = await raises(OpenAI.BadRequestError, () => client.images.generate({ prompt: "" }));
  assert.deepEqual([error.param, error.code], ["prompt", "empty_prompt"]);
});
operation("error 401", () => raises(OpenAI.AuthenticationError, () => at(keyedUrl).images.generate({ prompt: poster })));
operation("error 403", () =>
  raises(OpenAI.PermissionDeniedError, () => at(keyedUrl, { apiKey: adminOnlyKey }).images.generate({ prompt: poster })));
operation("error 404", () => raises(OpenAI.NotFoundError, () => client.images.generate({ prompt: poster, model: "gpt-image-9" })));
operation("error 413", async () => {
  const image = await named(Buffer.concat([png([1, 1], [0, 0, 0, 0]), Buffer.alloc(51 << 20)]));
  const error = await raises(OpenAI.APIError, () => client.images.edit({ image, prompt: "bigger" }));
  assert.equal(error.status, 413);
});
operation("refusal 422", async () => {
  const image = await named(await drawn());
  const error = await raises(OpenAI.UnprocessableEntityError, () => client.images.edit({ image, prompt: "blorp the flurb" }));
  assert.equal(error.code, "not_understood");
});
operation("error 429, retried", async () => {
  const reply = await at(faultsUrl + "/once/429", { maxRetries: 2 }).images.generate({ prompt: poster, size: "512x512" });
  isPng(reply.data[0].b64_json);
  await raises(OpenAI.RateLimitError, () => at(faultsUrl + "/always/429").images.generate({ prompt: poster }));
});
operation("error 500, retried", async () => {
  const reply = await at(faultsUrl + "/once/500", { maxRetries: 2 }).images.generate({ prompt: poster, size: "512x512" });
  isPng(reply.data[0].b64_json);
});
operation("timeout", () =>
  raises(OpenAI.APIConnectionTimeoutError, () => at(faultsUrl + "/hang/0", { timeout: 500 }).images.generate({ prompt: poster })));

await judge();
