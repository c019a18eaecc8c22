// Replicate's JavaScript client, of whichever version is installed here.

import { randomUUID } from 'node:crypto';

import Replicate, { validateWebhook } from 'replicate';

import { adminOnlyKey, assert, failure, isPng, judge, operation, png, poster } from './judge.mjs';

const guest = process.env.PLANTAIN_TLS_URL;
const faults = process.env.PLANTAIN_TLS_FAULTS_URL;
const hooks = process.env.PLANTAIN_HOOK_URL;
const model = 'google/nano-banana-2';
const hello = { prompt: poster, resolution: '0.5K', output_format: 'png' };
const make = (base = guest, auth = 'any') => new Replicate({ auth, baseUrl: `${base}/v1` });
const client = make();
const run = (input = hello, ref = model) => client.run(ref, { input });
const bytes = async (output) => {
  const one = Array.isArray(output) ? output[0] : output;
  const blob = one.blob ? await one.blob() : await (await fetch(one)).blob();
  return Buffer.from(await blob.arrayBuffer());
};
const shown = async (output, size) => isPng(await bytes(await output), size);
const buffer = (color) => png([96, 64], [...color, 255]);

operation('generate', async () => {
  await shown(run({ ...hello, aspect_ratio: '16:9', seed: 7 }), [688, 384]);
  assert.equal((await run({ ...hello, num_outputs: 2 })).length, 2);
});
operation('retired and other models', async () => {
  for (const ref of ['google/nano-banana', 'google/nano-banana-pro', 'google/nano-banana-2.1', 'openai/gpt-image-1', 'plantain/easel'])
    await shown(run(hello, ref));
});
operation('generate, by version', async () => {
  const { latest_version } = await client.models.get('google', 'nano-banana-2');
  for (const version of [latest_version.id, 'a'.repeat(64)]) await shown(run(hello, `${model}:${version}`));
});
operation('generate, stream', async () => {
  const events = [];
  for await (const event of client.stream(model, { input: hello })) events.push(event);
  assert.equal(events.at(-1).event, 'done');
  const { data } = events.find((event) => event.event === 'output');
  // 0.34 makes files of https links here, and does not tell them the link.
  if (typeof data === 'string') await shown(data);
});
operation('edit', async () => {
  const before = await shown(run());
  const image_input = [`data:image/png;base64,${before.toString('base64')}`];
  const after = await shown(run({ prompt: 'change "HELLO" to "GOODBYE"', image_input, output_format: 'png' }));
  assert.ok(!after.equals(before));
});
operation('edit, mask', async () => {
  const input = { prompt: 'make it black and white', image: buffer([200, 30, 30]), mask: buffer([255, 255, 255]), output_format: 'png' };
  await shown(run(input), [96, 64]);
});
operation('edit, several pictures', async () => {
  const image_input = Array.from({ length: 14 }, (_, n) => buffer([17 * n, 90, 200]));
  await shown(run({ prompt: 'Put the images in a grid', image_input, output_format: 'png' }));
});
operation('files', async () => {
  const data = buffer([10, 200, 90]);
  const file = await client.files.create(data, { from: 'here' });
  assert.deepEqual([file.size, file.content_type, file.metadata], [data.length, 'image/png', { from: 'here' }]);
  assert.equal((await client.files.get(file.id)).id, file.id);
  assert.ok((await client.files.list()).results.some((one) => one.id === file.id));
  await shown(run({ prompt: 'make it black and white', image_input: [file.urls.get], output_format: 'png' }), [96, 64]);
  assert.ok(await client.files.delete(file.id));
  assert.equal((await failure(() => client.files.get(file.id))).response.status, 404);
});
operation('models', async () => {
  const { results } = await client.models.list();
  assert.ok(results.some(({ owner, name }) => `${owner}/${name}` === model));
  assert.equal((await client.accounts.current()).type, 'user');
});
operation('async task', async () => {
  const prediction = await client.predictions.create({ model, input: hello });
  assert.equal(prediction.status, 'starting');
  const done = await client.wait(prediction);
  assert.ok(done.status === 'succeeded' && done.logs.includes('drawn by'));
  await shown(done.output);
  const ids = [];
  for await (const page of client.paginate(client.predictions.list)) ids.push(...page.map((one) => one.id));
  assert.ok(ids.includes(prediction.id));
});
operation('webhook', async () => {
  const webhook = `${hooks}/${randomUUID()}`;
  const prediction = await client.predictions.create({ model, input: hello, webhook, webhook_events_filter: ['completed'] });
  const [told] = await (await fetch(webhook)).json();
  const body = Buffer.from(told.body, 'base64').toString();
  const { key } = await client.webhooks.default.secret.get();
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => told.headers[`webhook-${name}`]);
  assert.ok(await validateWebhook({ id, timestamp, signature, body, secret: key }));
  const message = JSON.parse(body);
  assert.deepEqual([message.id, message.status], [prediction.id, 'succeeded']);
  await shown(message.output);
});
operation('cancel', async () => {
  const input = { prompt: poster, resolution: '4K', num_outputs: 10 };
  const made = [];
  for (const seed of [31, 32, 33, 34]) made.push(await client.predictions.create({ model, input: { ...input, seed } }));
  for (const { id } of made.toReversed()) await client.predictions.cancel(id);
  assert.equal((await client.predictions.get(made.at(-1).id)).status, 'canceled');
});
operation('error 400', async () => {
  const error = await failure(() => client.request('/predictions', { method: 'POST', data: new Blob(['{']) }));
  assert.ok([400, 422].includes(error.response.status), String(error));
});
const status = async (call) => (await failure(call)).response.status;
operation('error 401', async () => {
  assert.equal(await status(() => make(process.env.PLANTAIN_TLS_KEYED_URL, 'wrong').predictions.list()), 401);
});
operation('error 403', async () => {
  assert.equal(await status(() => make(process.env.PLANTAIN_TLS_KEYED_URL, adminOnlyKey).predictions.list()), 403);
});
operation('error 404', async () => {
  assert.equal(await status(() => run(hello, 'nobody/nothing')), 404);
  assert.equal(await status(() => client.predictions.get('nobody')), 404);
});
operation('error 413', async () => assert.equal(await status(() => run({ prompt: 'x'.repeat(101 << 20) })), 413));
operation('error 422', async () => {
  const error = await failure(() => run({ ...hello, aspect_ratio: '7:2' }));
  assert.ok(error.response.status === 422 && error.message.includes('aspect_ratio'), error.message);
});
operation('refusal', async () => {
  assert.equal(await status(() => run({ prompt: 'Explicit pornographic photo of naked adults having sex' })), 422);
});
operation('failed task', async () => {
  const image_input = [`data:image/png;base64,${buffer([200, 30, 30]).toString('base64')}`];
  const error = await failure(() => run({ prompt: 'blorp the flurb', image_input }));
  assert.ok(error.message.startsWith('Prediction failed: '), error.message);
});
operation('error 429, retried', async () => {
  assert.equal((await make(`${faults}/once/429`).accounts.current()).type, 'user');
});
operation('error 500, retried', async () => {
  assert.equal((await make(`${faults}/once/500`).accounts.current()).type, 'user');
  assert.equal(await status(() => make(`${faults}/always/500`).predictions.create({ model, input: hello })), 500);
});
operation('timeout', async () => {
  const impatient = (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(300) });
  const slow = new Replicate({ auth: 'any', baseUrl: `${faults}/hang/0/v1`, fetch: impatient });
  const error = await failure(() => slow.accounts.current());
  assert.ok(/Abort|Timeout/.test(error.name), error.name);
});
await judge();
