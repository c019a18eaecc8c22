// The Vercel AI SDK with its provider for OpenAI.

import { createOpenAI } from "@ai-sdk/openai";
import * as ai from "ai";
import { assert, faultsUrl, isPng, judge, operation, png, poster, raises, url } from "./judge.mjs";

const openai = createOpenAI({ baseURL: url + "/v1", apiKey: "any" });
const generateImage = ai.generateImage ?? ai.experimental_generateImage;
const image = (more) => generateImage({ model: openai.image("gpt-image-1.5"), size: "512x512", maxRetries: 0, ...more });
const tools = { image_generation: openai.tools.imageGeneration({ size: "1024x1024" }) };
const pictures = (results) => results.filter((result) => result.toolName === "image_generation").map((result) => result.output.result);

operation("generate", async () => {
  const { images } = await image({ prompt: poster, n: 2 });
  assert.equal(images.length, 2);
  isPng(images[0].uint8Array, [512, 512]);
});
operation("edit", async () => {
  const { image: first } = await image({ prompt: poster });
  const { image: second } = await image({ prompt: { text: 'change "HELLO" to "GOODBYE"', images: [first.uint8Array] } });
  isPng(second.uint8Array, [512, 512]);
});
operation("edit, mask", async () => {
  const { image: first } = await image({ prompt: poster });
  const mask = png([512, 512], [0, 0, 0, 0]);
  const { image: second } = await image({ prompt: { text: "make it black and white", images: [first.uint8Array], mask } });
  isPng(second.uint8Array, [512, 512]);
});
operation("edit, several pictures", async () => {
  const { image: first } = await image({ prompt: poster });
  const images = [first.uint8Array, png([512, 512], [200, 30, 30, 255])];
  isPng((await image({ prompt: { text: "put the two pictures side by side", images } })).image.uint8Array);
});
operation("responses", async () => {
  const reply = await ai.generateText({ model: openai("gpt-5.2"), prompt: poster, tools, maxRetries: 0 });
  isPng(pictures(reply.toolResults ?? reply.steps[0].toolResults)[0] ?? pictures(reply.staticToolResults)[0], [1024, 1024]);
  assert.ok(reply.text);
});
operation("responses, several turns", async () => {
  const first = await ai.generateText({ model: openai("gpt-5.2"), prompt: poster, tools, maxRetries: 0 });
  const previousResponseId = first.providerMetadata.openai.responseId;
  const providerOptions = { openai: { previousResponseId } };
  const prompt = 'change "HELLO" to "GOODBYE"';
  const second = await ai.generateText({ model: openai("gpt-5.2"), prompt, tools, providerOptions, maxRetries: 0 });
  assert.match(second.text, /GOODBYE/);
});
operation("responses, stream", async () => {
  const reply = ai.streamText({ model: openai("gpt-5.2"), prompt: poster, tools, maxRetries: 0 });
  const results = [];
  for await (const part of reply.fullStream) {
    if (part.type === "error") throw part.error;
    if (part.type === "tool-result") results.push(part);
  }
  isPng(pictures(results).at(-1), [1024, 1024]);
  assert.ok(await reply.text);
});
operation("error 400", async () => {
  const error = await raises(Error, () => image({ prompt: poster, size: "9x9" }));
  assert.equal(error.statusCode, 400, error.message);
});
operation("error 404", async () => {
  const call = () => generateImage({ model: openai.image("gpt-image-9"), prompt: poster, maxRetries: 0 });
  assert.equal((await raises(Error, call)).statusCode, 404);
});
operation("error 429, retried", async () => {
  const flaky = createOpenAI({ baseURL: faultsUrl + "/once/429/v1", apiKey: "any" });
  const { image: drawn } = await generateImage({ model: flaky.image("gpt-image-1.5"), prompt: poster, size: "512x512" });
  isPng(drawn.uint8Array);
});

await judge();
