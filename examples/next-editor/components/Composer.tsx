"use client";

import { useRef, useState, type FormEvent } from "react";
import { SHAPES, type Shape } from "@/lib/wire";
import { Icon } from "./icons";

type Props = {
  editing: boolean;
  masked: boolean;
  busy: boolean;
  onStart(prompt: string, shape: Shape): Promise<boolean>;
  onChange(instruction: string): Promise<boolean>;
  onOpen(file: File): Promise<boolean>;
};

const IDEAS = ["Make the background navy", "Make the title bigger", "Remove the background", "Make it black and white"];
const MASKED_IDEAS = ["Make it blue", "Blur it", "Brighten it"];

/** One field for everything that is said: what to draw first, what to change afterwards. */
export function Composer({ editing, masked, busy, onStart, onChange, onOpen }: Props) {
  const [words, setWords] = useState("");
  const [shape, setShape] = useState<Shape>("square");
  const [fresh, setFresh] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const draws = !editing || fresh;

  const say = async (said: string) => {
    if (busy || !said.trim()) return;
    const well = draws ? await onStart(said, shape) : await onChange(said);
    // What was refused stays to be said better.
    if (!well) return setWords(said);
    setWords("");
    setFresh(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void say(words);
  };
  const hint = draws ? "What should the picture show?" : masked ? "What should change inside the mark?" : "What should change?";

  return (
    <form className="composer" onSubmit={submit} aria-label={draws ? "What to draw" : "What to change"}>
      {!draws && (
        // Out of sight while something is said or done, but not out of place: the picture must not jump.
        <div className={words || busy ? "ideas unseen" : "ideas"}>
          {(masked ? MASKED_IDEAS : IDEAS).map((idea) => (
            <button type="button" key={idea} onClick={() => void say(idea)}>{idea}</button>
          ))}
        </div>
      )}
      <textarea
        rows={1} value={words} placeholder={hint} aria-label={draws ? "Prompt" : "Instruction"}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
        }}
      />
      <div className="row">
        {editing && <button type="button" className="quiet" aria-pressed={fresh} onClick={() => setFresh((on) => !on)}><Icon name="fresh" /> New</button>}
        <button type="button" className="quiet" onClick={() => file.current?.click()}>Open</button>
        {draws && (
          <label className="shape">
            <span>Shape</span>
            <select value={shape} onChange={(event) => setShape(event.target.value as Shape)}>
              {Object.entries(SHAPES).map(([name, pixels]) => (
                <option key={name} value={name}>{`${name} ${pixels.replace("x", " × ")}`}</option>
              ))}
            </select>
          </label>
        )}
        <button type="submit" className="send" disabled={busy || !words.trim()}>
          <Icon name="send" /> {draws ? "Draw" : "Change"}
        </button>
      </div>
      <input
        ref={file} type="file" accept="image/png,image/jpeg,image/webp" hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = "";
          if (chosen) void onOpen(chosen);
        }}
      />
    </form>
  );
}
