// fal's JavaScript clients: `@fal-ai/client` through its proxy setting, its forerunner `@fal-ai/serverless-client` by a
// middleware.

import { createPublicKey, randomUUID, verify, createHash } from 'node:crypto';

import { adminOnlyKey, assert, failure, faultsUrl, isPng, judge, keyedUrl, operation, png, poster } from './judge.mjs';

const guest = process.env.PLANTAIN_TLS_URL;
const hooks = process.env.PLANTAIN_HOOK_URL;
const MODEL = 'fal-ai/nano-banana-2';
const hello = { prompt: poster, resolution: '0.5K' };
const places = { 'fal.run': '/fal', 'queue.fal.run': '/fal/queue', 'rest.fal.ai': '/fal/rest', 'rest.alpha.fal.ai': '/fal/rest' };

let make;
try {
  const { createFalClient } = await import('@fal-ai/client');
  make = (base, credentials = 'any:key') => createFalClient({ credentials, proxyUrl: { url: `${base}/api/fal/proxy`, when: 'always' } });
} catch {
  const fal = await import('@fal-ai/serverless-client');
  make = (base, credentials = 'any:key') => {
    const requestMiddleware = async (request) => {
      const { host, pathname, search } = new URL(request.url);
      return { ...request, url: base + places[host] + pathname + search };
    };
    fal.config({ credentials, requestMiddleware });
    // The result alone, where the later client puts it into an object.
    const data = async (call) => ({ data: await call });
    return {
      run: (...given) => data(fal.run(...given)),
      subscribe: (...given) => data(fal.subscribe(...given)),
      stream: (...given) => fal.stream(...given),
      storage: fal.storage,
      queue: { ...fal.queue, result: (...given) => data(fal.queue.result(...given)) },
    };
  };
}
const older = make.toString().includes('requestMiddleware');
const client = () => make(guest);
const bytes = async (url) => Buffer.from(await (await fetch(url)).arrayBuffer());
const shown = async ({ images }, size) => isPng(await bytes(images[0].url), size);
const blob = (color, size = [96, 64]) => new Blob([png(size, [...color, 255])], { type: 'image/png' });

operation('generate', async () => {
  const { data } = await client().run(MODEL, { input: { ...hello, num_images: 2, aspect_ratio: '16:9', seed: 7 } });
  assert.equal(data.images.length, 2);
  await shown(data, [688, 384]);
});
operation('retired and other models', async () => {
  for (const model of ['fal-ai/gemini-flash-image', 'fal-ai/nano-banana', 'fal-ai/nano-banana-pro', 'google/nano-banana-2.1'])
    await shown((await client().run(model, { input: hello })).data);
});
operation('generate, stream', async () => {
  const stream = await client().stream(MODEL, { input: hello });
  let events = 0;
  for await (const event of stream) events += event.images.length;
  assert.equal(events, 1);
  await shown(await stream.done());
});
operation('edit', async () => {
  const { data } = await client().run(`${MODEL}/edit`, { input: { prompt: 'make it black and white', image_urls: [blob([200, 30, 30])] } });
  await shown(data, [96, 64]);
});
operation('edit, mask', async () => {
  const input = { prompt: 'make it black and white', image_urls: [blob([200, 30, 30])], mask_url: blob([255, 255, 255]) };
  await shown((await client().subscribe(`${MODEL}/edit`, { input })).data, [96, 64]);
});
operation('edit, several pictures', async () => {
  const image_urls = Array.from({ length: 14 }, (_, n) => blob([17 * n, 90, 200]));
  await shown((await client().subscribe(`${MODEL}/edit`, { input: { prompt: 'Put the images in a grid', image_urls } })).data);
});
operation('files', async () => {
  const data = png([96, 64], [10, 200, 90, 255]);
  const url = await client().storage.upload(new File([data], 'a b.png', { type: 'image/png' }));
  assert.ok((await bytes(url)).equals(data));
});
if (!older)
  operation('files, in parts', async () => {
    const data = Buffer.alloc(92 << 20, 7);
    const url = await client().storage.upload(new Blob([data]));
    assert.ok((await bytes(url)).equals(data));
  });
operation('async task', async () => {
  const states = [];
  const { data } = await client().subscribe(MODEL, { input: hello, logs: true, onQueueUpdate: (state) => states.push(state) });
  await shown(data);
  assert.ok(states.at(-1).status === 'COMPLETED' && states.at(-1).logs.length);
  const streamed = [];
  await client().subscribe(MODEL, { input: hello, logs: true, mode: 'streaming', onQueueUpdate: (state) => streamed.push(state.status) });
  assert.equal(streamed.at(-1), 'COMPLETED');
  const { request_id: requestId } = await client().queue.submit(MODEL, { input: hello });
  await client().queue.subscribeToStatus(MODEL, { requestId });
  await shown((await client().queue.result(MODEL, { requestId })).data);
});
operation('webhook', async () => {
  const webhookUrl = `${hooks}/${randomUUID()}`;
  const { request_id } = await client().queue.submit(MODEL, { input: hello, webhookUrl });
  const [told] = await (await fetch(webhookUrl)).json();
  const body = Buffer.from(told.body, 'base64');
  const { keys } = await (await fetch(`${guest}/.well-known/jwks.json`)).json();
  const header = (name) => told.headers[`x-fal-webhook-${name}`];
  const hash = createHash('sha256').update(body).digest('hex');
  const message = [header('request-id'), header('user-id'), header('timestamp'), hash].join('\n');
  const key = createPublicKey({ key: keys[0], format: 'jwk' });
  assert.ok(verify(null, Buffer.from(message), key, Buffer.from(header('signature'), 'hex')));
  const { payload, status, request_id: about } = JSON.parse(body);
  assert.deepEqual([status, about], ['OK', request_id]);
  await shown(payload);
});
operation('cancel', async () => {
  const heavy = (seed) => client().queue.submit(MODEL, { input: { prompt: poster, resolution: '4K', num_images: 10, seed } });
  const all = [await heavy(11), await heavy(12), await heavy(13), await heavy(14)].map((one) => one.request_id);
  for (const requestId of all.toReversed()) await client().queue.cancel(MODEL, { requestId });
  const requestId = all.at(-1);
  assert.equal((await client().queue.status(MODEL, { requestId })).status, 'COMPLETED');
  assert.equal((await failure(() => client().queue.result(MODEL, { requestId }))).status, 499);
});
operation('error 400', async () => {
  const { request_id: requestId } = await client().queue.submit(MODEL, { input: hello });
  await client().queue.subscribeToStatus(MODEL, { requestId });
  assert.equal((await failure(() => client().queue.cancel(MODEL, { requestId }))).status, 400);
});
const refused = (base, key) => failure(() => make(base, key).run(MODEL, { input: hello }));
operation('error 401', async () => assert.equal((await refused(keyedUrl, 'wrong')).status, 401));
operation('error 403', async () => assert.equal((await refused(keyedUrl, adminOnlyKey)).status, 403));
operation('error 404', async () => {
  assert.equal((await failure(() => client().run('fal-ai/no-such-model', { input: hello }))).status, 404);
  assert.equal((await failure(() => client().queue.result(MODEL, { requestId: 'nobody' }))).status, 404);
});
operation('error 413', async () => {
  const input = { prompt: 'x'.repeat(101 << 20) };
  assert.equal((await failure(() => client().run(MODEL, { input }))).status, 413);
});
operation('error 422', async () => {
  const error = await failure(() => client().run(MODEL, { input: { ...hello, aspect_ratio: '7:2' } }));
  assert.deepEqual([error.name, error.status, error.fieldErrors[0].loc], ['ValidationError', 422, ['body', 'aspect_ratio']]);
});
operation('refusal', async () => {
  const input = { prompt: 'Explicit pornographic photo of naked adults having sex' };
  const error = await failure(() => client().run(MODEL, { input }));
  assert.equal(error.fieldErrors[0].type, 'content_policy_violation');
});
if (!older)
  operation('error 429, retried', async () => {
    await shown((await make(`${faultsUrl}/once/429`).run(MODEL, { input: hello })).data);
  });
operation('error 500', async () => {
  assert.equal((await failure(() => make(`${faultsUrl}/always/500`).run(MODEL, { input: hello }))).status, 500);
});
if (!older)
  operation('timeout', async () => {
    const abortSignal = AbortSignal.timeout(300);
    const error = await failure(() => make(`${faultsUrl}/hang/0`).run(MODEL, { input: hello, abortSignal }));
    assert.ok(/Abort|Timeout/.test(error.name), error.name);
  });
await judge();
