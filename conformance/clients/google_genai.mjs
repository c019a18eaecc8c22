// Drives `@google/genai`, of whichever version is installed here.

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { GoogleGenAI } from '@google/genai';

import { assert, failure, faultsUrl, judge, keyedUrl, operation, png, poster, size, url } from './judge.mjs';

const model = 'gemini-3.1-flash-image-preview';
const config = { imageConfig: { imageSize: '512' } };
const client = (more = {}) => new GoogleGenAI({ apiKey: 'any key', httpOptions: { baseUrl: url, ...more } });
const api = client();
const image = (color) => ({ inlineData: { mimeType: 'image/png', data: png([96, 64], [...color, 255]).toString('base64') } });
const shown = (reply) => reply.candidates[0].content.parts.find((part) => part.inlineData && !part.thought).inlineData.data;
const draw = (call) => api.models.generateContent({ model, contents: poster, config, ...call });

async function ended(name) {
  for (;;) {
    const job = await api.batches.get({ name });
    if (/SUCCEEDED|FAILED|CANCELLED/.test(job.state)) return job;
    await new Promise((done) => setTimeout(done, 50));
  }
}

const content = (turn) => turn.steps.flatMap((step) => step.content ?? []).find((item) => item.type === 'image').data;

const operations = {
  generate: async () => assert.deepEqual(size(shown(await draw({}))), '512x512'),
  candidates: async () => assert.deepEqual((await draw({ config: { ...config, candidateCount: 3 } })).candidates.length, 3),
  edit: async () => assert.deepEqual(size(shown(await draw({ contents: ['make it black and white', image([200, 30, 30])], config: {} }))), '96x64'),
  fourteen_images: async () => {
    const images = Array.from({ length: 14 }, (_, n) => image([17 * n, 90, 200]));
    assert.ok(size(shown(await draw({ contents: ['Put the images in a grid', ...images], config: {} }))));
  },
  chat: async () => {
    const chat = api.chats.create({ model, config });
    const first = await chat.sendMessage({ message: poster });
    const second = await chat.sendMessage({ message: 'add a subtitle "World"' });
    assert.ok(shown(first) !== shown(second));
  },
  stream: async () => {
    const frames = [];
    const thinking = { ...config, thinkingConfig: { includeThoughts: true } };
    for await (const frame of await api.models.generateContentStream({ model, contents: poster, config: thinking })) frames.push(frame);
    assert.ok(frames[0].candidates[0].content.parts[0].thought);
    assert.deepEqual(size(shown(frames.at(-1))), '512x512');
  },
  files: async () => {
    const data = png([96, 64], [10, 200, 90, 255]);
    const file = await api.files.upload({ file: new Blob([data], { type: 'image/png' }), config: { displayName: 'ref.png' } });
    assert.deepEqual([file.state, file.sizeBytes], ['ACTIVE', String(data.length)]);
    const names = [];
    for await (const other of await api.files.list({ config: { pageSize: 2 } })) names.push(other.name);
    assert.ok(names.includes(file.name));
    const path = join(mkdtempSync(join(tmpdir(), 'plantain-')), 'down.png');
    // Of the whole file the SDK takes the link, in which it finds the name only behind https.
    await api.files.download({ file: file.name, downloadPath: path });
    // The SDK writes while it returns.
    for (let n = 0; n < 100; n++) {
      try {
        if (readFileSync(path).length === data.length) break;
      } catch {}
      await new Promise((done) => setTimeout(done, 20));
    }
    assert.ok(readFileSync(path).equals(data), 'the download differs');
    const part = { fileData: { fileUri: file.uri, mimeType: file.mimeType } };
    assert.deepEqual(size(shown(await draw({ contents: [{ text: 'make it black and white' }, part], config: {} }))), '96x64');
    await api.files.delete({ name: file.name });
    assert.deepEqual((await failure(() => api.files.get({ name: file.name }))).status, 404);
  },
  files_in_chunks: async () => {
    const file = await api.files.upload({ file: new Blob([Buffer.alloc(9 << 20, 7)], { type: 'application/octet-stream' }) });
    assert.deepEqual(file.sizeBytes, String(9 << 20));
  },
  batch_inline: async () => {
    const src = [1, 2].map(() => ({ contents: [{ role: 'user', parts: [{ text: poster }] }] }));
    const job = await ended((await api.batches.create({ model, src })).name);
    assert.deepEqual(job.state, 'JOB_STATE_SUCCEEDED');
    assert.deepEqual(job.dest.inlinedResponses.length, 2);
    assert.ok(size(shown(job.dest.inlinedResponses[1].response)));
  },
  batch_file: async () => {
    const line = JSON.stringify({ key: 'a', request: { contents: [{ parts: [{ text: poster }] }] } });
    const file = await api.files.upload({ file: new Blob([line], { type: 'application/jsonl' }) });
    const job = await ended((await api.batches.create({ model, src: file.name })).name);
    assert.ok(job.dest.fileName.startsWith('files/'));
  },
  count_tokens: async () => assert.deepEqual((await api.models.countTokens({ model, contents: 'one two three' })).totalTokens, 4),
  models: async () => {
    const names = [];
    for await (const one of await api.models.list({ config: { pageSize: 7 } })) names.push(one.name);
    assert.ok(names.includes(`models/${model}`));
    assert.deepEqual((await api.models.get({ model })).name, `models/${model}`);
  },
  interactions: async () => {
    const first = await api.interactions.create({ model, input: poster, response_modalities: ['image'] });
    const second = await api.interactions.create({ model, input: 'add a subtitle "World"', previous_interaction_id: first.id });
    assert.deepEqual([first.status, second.status], ['completed', 'completed']);
    assert.ok(content(first) !== content(second) && size(content(second)));
    assert.deepEqual((await api.interactions.get(first.id)).id, first.id);
    await api.interactions.delete(first.id);
  },
  interactions_stream: async () => {
    const kinds = [];
    for await (const event of await api.interactions.create({ model, input: poster, stream: true })) kinds.push(event.event_type);
    assert.deepEqual([kinds[0], kinds.at(-1)], ['interaction.created', 'interaction.completed']);
  },
  vertex_express: async () => {
    const express = new GoogleGenAI({ vertexai: true, apiKey: 'any key', httpOptions: { baseUrl: url } });
    const reply = await express.models.generateContent({ model, contents: poster, config });
    assert.deepEqual(size(shown(reply)), '512x512');
  },
  error_400: async () => assert.deepEqual((await failure(() => draw({ config: { imageConfig: { aspectRatio: '7:2' } } }))).status, 400),
  error_401: async () => {
    const stranger = new GoogleGenAI({ apiKey: 'plt_no_such_key', httpOptions: { baseUrl: keyedUrl } });
    const error = await failure(() => stranger.models.generateContent({ model, contents: poster }));
    assert.ok(error.status === 400 && error.message.includes('API_KEY_INVALID'), error.message);
  },
  error_404: async () => assert.deepEqual((await failure(() => draw({ model: 'gemini-nothing' }))).status, 404),
  refusal: async () => {
    const reply = await draw({ contents: 'Explicit pornographic photo of naked adults having sex' });
    assert.deepEqual(reply.promptFeedback.blockReason, 'SAFETY');
  },
  timeout: async () => {
    const patient = client({ baseUrl: `${faultsUrl}/hang/0`, timeout: 300 });
    assert.ok(await failure(() => patient.models.generateContent({ model, contents: poster })));
  },
};
// What the table calls them.
const NAMES = {
  candidates: 'several candidates',
  fourteen_images: 'edit, 14 pictures',
  chat: 'several turns',
  stream: 'generate, stream',
  files_in_chunks: 'files, in chunks',
  batch_inline: 'batch, inline',
  batch_file: 'batch, by file',
  interactions_stream: 'interactions, stream',
  vertex_express: 'Vertex, express',
  refusal: 'refusal',
};
for (const [name, run] of Object.entries(operations)) operation(NAMES[name] ?? name.replaceAll('_', ' '), run);
await judge();
