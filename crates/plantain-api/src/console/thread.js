// The history of a conversation: turns in the order of their branches, with thumbnails.
import { ownPath } from "./api.js";

/** Returns the turns with their depth: a first child stands under its parent, every further one begins a branch. */
export function ordered(turns) {
  const children = new Map();
  const known = new Set(turns.map((turn) => turn.id));
  for (const turn of turns) {
    const parent = known.has(turn.parent) ? turn.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), turn]);
  }
  const rows = [];
  const waiting = (children.get(null) ?? []).map((turn, n) => ({ turn, depth: Math.min(n, 1), fork: n > 0 })).reverse();
  while (waiting.length) {
    const row = waiting.pop();
    rows.push(row);
    const next = children.get(row.turn.id) ?? [];
    // The line goes on first; branches stand behind it.
    for (let n = next.length - 1; n >= 0; n--) {
      const fork = n > 0;
      waiting.push({ turn: next[n], depth: Math.min(row.depth + (fork ? 1 : 0), 4), fork });
    }
  }
  return rows;
}

/** Returns the ids from the first turn to the head. */
export function pathTo(turns, head) {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const path = new Set();
  for (let at = byId.get(head); at && !path.has(at.id); at = byId.get(at.parent)) path.add(at.id);
  return path;
}

const WORDS = { upload: "opened", generate: "drawn", edit: "edited" };
const FOUND = { scene: "scene edited", mask: "inside your mark", whole: "whole picture", segmenter: "by the segmenter", background: "subject found", color: "found by colour", salient_subject: "subject found" };

/** Says in a few words what a turn did. */
export function described(turn) {
  const edit = turn.images[0]?.edit;
  if (!edit) return WORDS[turn.action];
  const percent = edit.changed_fraction * 100;
  const share = percent > 0 && percent < 1 ? "under 1" : String(Math.round(percent));
  return `${FOUND[edit.located_by] ?? "edited"} · ${share} % changed`;
}

/** Shows the turns in `list`; `choose` hears which one is gone to. */
export function showTurns(list, turns, head, choose) {
  const path = pathTo(turns, head);
  const rows = ordered(turns).map(({ turn, depth, fork }) => {
    const item = document.createElement("li");
    item.style.setProperty("--depth", depth);
    const button = document.createElement("button");
    button.type = "button";
    button.className = path.has(turn.id) ? "turn" : "turn aside";
    if (turn.id === head) button.setAttribute("aria-current", "step");
    button.dataset.turn = turn.id;
    button.append(thumb(turn), words(turn, fork));
    button.addEventListener("click", () => choose(turn));
    item.append(button);
    return item;
  });
  list.replaceChildren(...rows);
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function thumb(turn) {
  const box = document.createElement("span");
  box.className = "thumb";
  const image = turn.images[0];
  const src = ownPath(image?.thumbnail_url);
  if (src && image.url) box.append(Object.assign(document.createElement("img"), { src, alt: "", loading: "lazy" }));
  else box.textContent = image?.url ? image.format.toUpperCase() : "gone";
  return box;
}

function words(turn, fork) {
  const box = document.createElement("span");
  const said = Object.assign(document.createElement("span"), { className: "said", textContent: turn.prompt ?? "Opened picture" });
  const note = document.createElement("small");
  if (fork) note.append(Object.assign(document.createElement("span"), { className: "fork", textContent: "Branch" }), " · ");
  note.append(described(turn));
  box.append(said, note);
  return box;
}
