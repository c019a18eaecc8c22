// The picture server, as our own server sees it. The key never reaches the browser.

import OpenAI, { APIError } from "openai";

const url = process.env.PLANTAIN_URL ?? "http://127.0.0.1:8080";
const key = process.env.PLANTAIN_KEY ?? "any";

/** OpenAI's own client; only the base URL is another one. */
export const openai = new OpenAI({ baseURL: `${url}/openai/v1`, apiKey: key });

/** Calls a path of the native API, where tasks are. */
export function plantain(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, authorization: `Bearer ${key}` };
  return fetch(`${url}/plantain/v1${path}`, { ...init, headers, cache: "no-store" });
}

/** What the browser is told when something cannot be done. */
export type Problem = { code: string; message: string };

export function problemOf(error: unknown): Problem {
  if (error instanceof APIError && error.status) {
    const said = error.error as { message?: string } | undefined;
    return { code: error.code ?? String(error.status), message: said?.message ?? error.message };
  }
  console.error(error);
  return { code: "unreachable", message: "The picture server cannot be reached. Is it running?" };
}

/** Answers with what the native API refused. */
export async function refusal(reply: Response): Promise<Response> {
  const body = (await reply.json().catch(() => null)) as { error?: Problem } | null;
  const problem = body?.error ?? { code: String(reply.status), message: `The picture server answered ${reply.status}.` };
  return Response.json({ code: problem.code, message: problem.message }, { status: reply.status });
}
