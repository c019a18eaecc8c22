"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { draw, edit, Refused } from "@/lib/client";
import { at, EMPTY, history } from "@/lib/history";
import type { Shape } from "@/lib/wire";
import { Composer } from "./Composer";
import { Filmstrip } from "./Filmstrip";
import { Icon } from "./icons";
import type { MaskHandle, Tool } from "./Mask";
import { Stage } from "./Stage";
import { Toolbar } from "./Toolbar";
import { Welcome } from "./Welcome";

/** What is under way: its words, and percents or a preview as soon as there are any. */
type Work = { words: string; percent: number; preview?: string };
type Said = { kind: "note" | "problem"; code?: string; text: string };

export function Editor() {
  const [kept, step] = useReducer(history, EMPTY);
  const [tool, setTool] = useState<Tool>(null);
  const [size, setSize] = useState(44);
  const [masked, setMasked] = useState(false);
  const [comparing, setComparing] = useState(false);
  const [work, setWork] = useState<Work | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const mask = useRef<MaskHandle>(null);
  const running = useRef<AbortController | null>(null);
  const now = at(kept, kept.head);
  const before = at(kept, now?.parent ?? null);

  /** Runs one piece of work and says how it ended; returns whether it ended well. */
  const attempt = useCallback(async (words: string, run: (signal: AbortSignal) => Promise<void>) => {
    const control = (running.current = new AbortController());
    setSaid(null);
    setWork({ words, percent: 0 });
    try {
      await run(control.signal);
      return true;
    } catch (error) {
      if (control.signal.aborted) return false;
      setSaid({ kind: "problem", text: "The server cannot be reached. Is it running?", ...(error instanceof Refused && { code: error.code, text: error.message }) });
      return false;
    } finally {
      setWork(null);
    }
  }, []);

  const add = useCallback(async (words: string, picture: Blob, parent: number | null, masked = false) => {
    const { width, height } = await createImageBitmap(picture).catch(() => {
      throw new Refused("no_picture", `${words} is no picture that this browser can show.`);
    });
    step({ do: "add", version: { words, picture, parent, url: URL.createObjectURL(picture), width, height, masked } });
    setTool(null);
    setMasked(false);
    mask.current?.clear();
  }, []);

  const start = useCallback(
    (prompt: string, shape: Shape) =>
      attempt("Drawing", async (signal) => {
        const show = (preview: Blob) => setWork((work) => work && { ...work, preview: URL.createObjectURL(preview) });
        await add(prompt, await draw(prompt, shape, signal, show), null);
      }),
    [attempt, add],
  );

  const change = useCallback(
    (instruction: string) =>
      attempt("Changing", async (signal) => {
        if (!now) return;
        const marks = (await mask.current?.file()) ?? null;
        const done = await edit({ image: now.picture, instruction, mask: marks }, signal, (percent) => setWork((work) => work && { ...work, percent }));
        await add(instruction, done.picture, now.id, marks !== null);
        if (done.notes.length) setSaid({ kind: "note", text: done.notes.join(" ") });
      }),
    [attempt, add, now],
  );

  const open = useCallback((file: File) => attempt("Opening", () => add(file.name, file, null)), [attempt, add]);

  const choose = useCallback((next: Tool) => {
    setComparing(false);
    setTool((tool) => (tool === next ? null : next));
  }, []);

  // A preview is seen until the next one or the picture comes.
  const preview = work?.preview;
  useEffect(() => () => { if (preview) URL.revokeObjectURL(preview); }, [preview]);

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      if (event.target instanceof HTMLTextAreaElement && event.target.value) return;
      event.preventDefault();
      step({ do: event.shiftKey ? "redo" : "undo" });
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, []);

  return (
    <main className={now ? "editor" : "editor empty"}>
      <header>
        <h1>
          <img src="/icon.svg" alt="" width="28" height="28" /> Retouch
        </h1>
        {now && (
          <Toolbar
            tool={tool} size={size} masked={masked} comparing={comparing} canCompare={Boolean(before)} canUndo={Boolean(now.parent)} canRedo={kept.undone.length > 0} picture={now}
            onTool={choose} onSize={setSize} onClear={() => mask.current?.clear()} onCompare={() => setComparing((on) => !on)} onStep={(way) => step({ do: way })}
          />
        )}
      </header>

      <section className="easel" aria-label="Picture" aria-busy={work !== null}>
        {preview && <img className="preview" src={preview} alt="Preview" />}
        {!preview && (now ? <Stage version={now} before={comparing ? before : undefined} tool={tool} size={size} mask={mask} onUsed={setMasked} /> : <Welcome busy={work !== null} onStart={start} onOpen={open} />)}
        {work && (
          <div className="work" role="status">
            <progress value={work.percent || undefined} max={100} aria-label="Progress" />
            {work.words}
            {work.percent > 0 && ` ${work.percent} %`}
            <button type="button" onClick={() => running.current?.abort()} aria-label="Give up"><Icon name="stop" /></button>
          </div>
        )}
      </section>

      {kept.versions.length > 0 && <Filmstrip history={kept} onGo={(to) => step({ do: "go", to })} />}

      <footer>
        {said && (
          <p className={said.kind} role={said.kind === "problem" ? "alert" : "status"}>
            {said.text}
            {said.code === "target_not_located" && <button type="button" onClick={() => { setSaid(null); choose("brush"); }}>Mark the place</button>}
            <button type="button" onClick={() => setSaid(null)} aria-label="Close">×</button>
          </p>
        )}
        <Composer editing={Boolean(now)} masked={masked} busy={work !== null} onStart={start} onChange={change} onOpen={open} />
      </footer>
    </main>
  );
}
