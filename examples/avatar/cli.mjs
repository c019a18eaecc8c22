// The same from the command line: [--photo FILE] USER [WORDS] RESULT

import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Avatars } from "./avatar.mjs";

const { values, positionals } = parseArgs({ options: { photo: { type: "string" } }, allowPositionals: true });
if (positionals.length < 2 || positionals.length > 3) {
  console.error('usage: node cli.mjs [--photo FILE] "USER" ["WORDS"] RESULT.png');
  process.exit(2);
}
const [user, words] = positionals.slice(0, -1);
const result = positionals.at(-1);
const avatars = new Avatars({ url: process.env.PLANTAIN_URL ?? "http://127.0.0.1:8080", key: process.env.PLANTAIN_KEY });
try {
  await writeFile(result, await avatars.get({ user, words, photo: values.photo && (await readFile(values.photo)) }));
  console.log(`Saved ${result}`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
