// What the Node clients share: cases under names of operations, pictures, and one line for each outcome.

import assert from "node:assert/strict";
import { deflateSync, crc32 } from "node:zlib";

export { assert };
export const url = process.env.PLANTAIN_URL;
export const keyedUrl = process.env.PLANTAIN_KEYED_URL;
export const adminOnlyKey = process.env.PLANTAIN_ADMIN_ONLY_KEY;
export const faultsUrl = process.env.PLANTAIN_FAULTS_URL;
export const poster = 'poster "HELLO" with a tree';

const cases = [];
export const operation = (name, run) => cases.push([name, run]);

/** Runs every case and prints its outcome. */
export async function judge() {
  for (const [operation, run] of cases) {
    let outcome = { operation, ok: true };
    try {
      await run();
    } catch (error) {
      outcome = { operation, ok: false, why: `${error?.name}: ${error?.message}`.slice(0, 300), trace: String(error?.stack).slice(0, 1500) };
    }
    console.log("OUTCOME " + JSON.stringify(outcome));
  }
}

/** Fails unless data, bytes or base64, is a PNG of this size. */
export function isPng(data, size) {
  const bytes = typeof data === "string" ? Buffer.from(data, "base64") : Buffer.from(data);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  if (size) assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], size);
  return bytes;
}

/** A PNG of one colour, RGBA. */
export function png([width, height], pixel) {
  const row = Buffer.concat([Buffer.from([0]), ...Array(width).fill(Buffer.from(pixel))]);
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.concat(Array(height).fill(row)));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

export async function raises(kind, call) {
  try {
    await call();
  } catch (error) {
    assert.ok(error instanceof kind, `${error?.name}: ${error?.message}`);
    return error;
  }
  assert.fail(`no ${kind.name}`);
}

/** Width and height of a PNG: "512x512". */
export function size(data) {
  const bytes = isPng(data);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** The error that a call ends with. */
export async function failure(call) {
  try {
    await call();
  } catch (error) {
    return error;
  }
  assert.fail("it went well");
}
