// Drives `ai` with `@ai-sdk/google` and `@ai-sdk/google-vertex`, of whichever versions are installed here.

import { readFileSync } from 'node:fs';

import { createGoogleGenerativeAI } from '@ai-sdk/google';
import * as ai from 'ai';

import { assert, failure, faultsUrl, judge, keyedUrl, operation, png, poster, size, url } from './judge.mjs';

const id = 'gemini-3.1-flash-image-preview';
const google = createGoogleGenerativeAI({ apiKey: 'any key', baseURL: `${url}/v1beta` });
const small = { google: { responseModalities: ['TEXT', 'IMAGE'], imageConfig: { imageSize: '512' } } };
const draw = (call) => ai.generateText({ model: google(id), prompt: poster, providerOptions: small, maxRetries: 0, ...call });
const picture = (reply) => reply.files.find((file) => file.mediaType === 'image/png').uint8Array;
const generateImage = ai.generateImage ?? ai.experimental_generateImage;

const operations = {
  generate: async () => assert.deepEqual(size(picture(await draw({}))), '512x512'),
  generate_image: async () => {
    const { image } = await generateImage({ model: google.image(id), prompt: poster, aspectRatio: '16:9' });
    assert.deepEqual(size(image.uint8Array), '1376x768');
  },
  edit: async () => {
    const content = [
      { type: 'text', text: 'make it black and white' },
      { type: 'file', data: png([96, 64], [200, 30, 30, 255]), mediaType: 'image/png' },
    ];
    assert.deepEqual(size(picture(await draw({ prompt: undefined, messages: [{ role: 'user', content }], providerOptions: {} }))), '96x64');
  },
  chat: async () => {
    const first = await draw({});
    const messages = [{ role: 'user', content: poster }, ...first.response.messages, { role: 'user', content: 'add a subtitle "World"' }];
    const second = await draw({ prompt: undefined, messages });
    assert.ok(!Buffer.from(picture(first)).equals(Buffer.from(picture(second))), 'nothing was changed');
  },
  stream: async () => {
    const kinds = [];
    for await (const part of ai.streamText({ model: google(id), prompt: poster, providerOptions: small }).fullStream) kinds.push(part.type);
    assert.ok(kinds.includes('file') && !kinds.includes('error') && kinds.at(-1) === 'finish', kinds.join());
  },
  error_400: async () => {
    const error = await failure(() => draw({ providerOptions: { google: { imageConfig: { aspectRatio: '16:9' }, thinkingConfig: { thinkingLevel: 'high' }, responseModalities: ['TEXT'] } } }));
    assert.deepEqual(error.statusCode, 400);
  },
  error_404: async () => assert.deepEqual((await failure(() => draw({ model: google('gemini-nothing') }))).statusCode, 404),
  refusal: async () => {
    const reply = await draw({ prompt: 'Explicit pornographic photo of naked adults having sex' });
    assert.deepEqual([reply.finishReason, reply.files.length], ['content-filter', 0]);
  },
  timeout: async () => assert.ok(await failure(() => draw({ model: createGoogleGenerativeAI({ apiKey: 'k', baseURL: `${faultsUrl}/hang/0/v1beta` })(id), abortSignal: AbortSignal.timeout(300) }))),
  retries: async () => {
    const again = createGoogleGenerativeAI({ apiKey: 'any key', baseURL: `${faultsUrl}/once/500/v1beta` });
    assert.deepEqual(size(picture(await draw({ model: again(id), maxRetries: 3 }))), '512x512');
  },
  vertex_express: async () => {
    const { createVertex } = await import('@ai-sdk/google-vertex');
    const vertex = createVertex({ apiKey: 'any key', baseURL: `${url}/v1beta1/publishers/google` });
    assert.deepEqual(size(picture(await draw({ model: vertex(id) }))), '512x512');
  },
};
// Later releases refuse Imagen before any request.
const { version } = JSON.parse(readFileSync(new URL('./node_modules/ai/package.json', import.meta.url)));
if (Number(version.split('.')[0]) < 7) {
  operations.imagen = async () => {
    const { images } = await generateImage({ model: google.image('imagen-4.0-generate-001'), prompt: poster, n: 2, aspectRatio: '16:9' });
    assert.deepEqual(images.map((image) => size(image.uint8Array)), ['1376x768', '1376x768']);
  };
}
// What the table calls them.
const NAMES = {
  chat: 'several turns',
  stream: 'generate, stream',
  imagen: 'Imagen',
  vertex_express: 'Vertex, express',
  refusal: 'refusal',
  retries: 'error 500, retried',
  generate_image: 'generate image',
};
for (const [name, run] of Object.entries(operations)) operation(NAMES[name] ?? name.replaceAll('_', ' '), run);
await judge();
