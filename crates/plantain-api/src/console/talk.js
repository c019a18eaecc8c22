// The conversation: a picture, the next instruction, and every step kept.
import { call, ownPath } from "./api.js";
import { maskOn } from "./mask.js";
import { described, pathTo, showTurns } from "./thread.js";

const $ = (id) => document.getElementById(id);
const IDEAS = ["Remove the background", "Make the background white", "Add a drop shadow", "Make it black and white", "Change the background to night, keep the foreground"];
const STARTS = ['Poster "Harvest Fair" with a pumpkin', "Product photo of a red t-shirt on a white background", "Dashboard with monthly revenue $48,200 and a line chart"];
const PICTURE_BYTES_MAX = 50 << 20;
const state = { session: null, turns: [], head: null, later: [], attached: [], opens: false, busy: false };
const mask = maskOn($("mask"), (used) => { $("clear-mask").disabled = !used; showComposer(); });

const key = () => $("key").value;
const turnOf = (id) => state.turns.find((turn) => turn.id === id);
const current = () => turnOf(state.head);

/* Views */

function route() {
  const [, view, session] = /^#(create|edit|embed)(?:\/(\S+))?$/.exec(location.hash) ?? [null, "create"];
  for (const name of ["create", "edit", "embed"]) {
    $(`view-${name}`).hidden = name !== view;
    if (name === view) $(`link-${name}`).setAttribute("aria-current", "page");
    else $(`link-${name}`).removeAttribute("aria-current");
  }
  if (view !== "edit") return;
  if (session && session !== state.session) openTalk(session);
  else if (!session && state.session) begin();
  else { listTalks(); show(); }
}

async function openTalk(id) {
  await attempt("Opening…", async () => {
    const whole = await call("GET", `/sessions/${id}`, key());
    Object.assign(state, { session: id, turns: whole.history, head: whole.head ?? null, later: [] });
    let first = whole.history[0];
    while (first && first.number > 1) {
      const page = await call("GET", `/sessions/${id}/turns?limit=200&after=${Math.max(first.number - 201, 0)}`, key());
      const earlier = page.turns.filter((turn) => turn.number < first.number);
      state.turns = [...earlier, ...state.turns];
      first = earlier[0];
    }
  });
  listTalks();
  show();
}

function begin() {
  Object.assign(state, { session: null, turns: [], head: null, later: [], attached: [] });
  $("problem").hidden = true;
  say("");
  listTalks();
  show();
  $("words").focus();
}

/** Returns the session, which begins with its first turn. */
async function session(title) {
  if (!state.session) {
    const words = title.trim().replaceAll(/\s+/g, " ").slice(0, 80);
    const made = await call("POST", "/sessions", key(), words ? { title: words } : {});
    state.session = made.id;
    history.replaceState(null, "", `#edit/${made.id}`);
  }
  return state.session;
}

async function listTalks() {
  let page;
  try { page = await call("GET", "/sessions?limit=30", key()); } catch { return; }
  $("talks").replaceChildren(...page.sessions.filter((one) => one.turns > 0 || one.id === state.session).map(talkRow));
}

function talkRow(one) {
  const item = document.createElement("li");
  if (one.id === state.session) item.dataset.current = "";
  const link = Object.assign(document.createElement("a"), { href: `#edit/${one.id}` });
  const steps = one.turns === 1 ? "1 step" : `${one.turns} steps`;
  link.append(Object.assign(document.createElement("b"), { textContent: one.title ?? "Untitled" }), Object.assign(document.createElement("small"), { textContent: `${steps} · ${when(one.updated_ms)}` }));
  const drop = Object.assign(document.createElement("button"), { type: "button", title: "Delete", textContent: "×" });
  drop.setAttribute("aria-label", `Delete ${one.title ?? "untitled conversation"}`);
  drop.addEventListener("click", async () => {
    if (!confirm("Delete this conversation with all its pictures?")) return;
    await attempt("Deleting…", () => call("DELETE", `/sessions/${one.id}`, key()));
    if (one.id === state.session) location.hash = "#edit";
    listTalks();
  });
  item.append(link, drop);
  return item;
}

function when(ms) {
  const minutes = Math.round((Date.now() - ms) / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 1440 ? `${Math.round(minutes / 60)} h ago` : new Date(ms).toLocaleDateString();
}

/* The picture */

function show() {
  const turn = current();
  const image = turn?.images[0];
  const src = ownPath(image?.url);
  $("blank").hidden = Boolean(turn);
  $("frame").hidden = !src || image.format === "pdf";
  $("easel").classList.toggle("full", Boolean(src));
  if (src && image.format !== "pdf") {
    $("after").src = src;
    $("after").alt = image.alt || turn.prompt || "The picture";
    mask.reset(image.width, image.height);
    fit();
  }
  if (turn && !src) tell("picture_gone", "This picture is not kept any more; go to a later step or open a picture.");
  const before = turn && turnOf(turn.parent)?.images[0];
  const comparable = src && before?.url && before.format !== "pdf";
  $("compare").disabled = !comparable;
  if (comparable) $("before").src = ownPath(before.url);
  compare(comparable && $("compare").getAttribute("aria-pressed") === "true");
  $("undo").disabled = !turn?.parent;
  $("redo").disabled = state.later.length === 0;
  $("download").hidden = !src;
  if (src) Object.assign($("download"), { href: src, download: `plantain-${turn.number}.${image.format === "jpeg" ? "jpg" : image.format}` });
  $("no-turns").hidden = state.turns.length > 0;
  showTurns($("turns"), state.turns, state.head, goTo);
  showComposer();
}

/** Makes the picture as large as its place allows, and keeps its ratio. */
function fit() {
  const image = current()?.images[0];
  if (!image) return;
  const room = $("easel").getBoundingClientRect();
  const scale = Math.min((room.width - 34) / image.width, (room.height - 34) / image.height, Math.max(1, 512 / Math.max(image.width, image.height)));
  $("frame").style.width = `${Math.max(1, Math.floor(image.width * scale))}px`;
  $("frame").style.height = `${Math.max(1, Math.floor(image.height * scale))}px`;
}

function compare(on) {
  $("compare").setAttribute("aria-pressed", String(on));
  for (const id of ["before", "compare-bar"]) $(id).hidden = !on;
  if (on) { choose(null); split(); }
}

function split() {
  const share = Number($("split").value);
  $("before").style.clipPath = `inset(0 ${100 - share}% 0 0)`;
  $("compare-line").style.left = `${share}%`;
}

function choose(tool) {
  const next = mask.tool === tool ? null : tool;
  mask.choose(next);
  if (next) compare(false);
  for (const button of document.querySelectorAll("[data-tool]")) button.setAttribute("aria-pressed", String(button.dataset.tool === next));
  if (next) $("mask").focus({ preventScroll: true });
}

/* Turns */

async function send(words) {
  const prompt = words.trim();
  if (state.busy || !prompt) return;
  const body = { prompt };
  if (state.head) body.parent = state.head;
  if (state.attached.length) body.images = state.attached;
  if (mask.used) Object.assign(body, { mask: mask.file(), mask_mode: "white" });
  await take(state.head ? "Changing the picture…" : "Drawing…", prompt, body, () => { $("words").value = ""; state.attached = []; });
}

async function take(doing, title, body, done) {
  await attempt(doing, async () => {
    const start = performance.now();
    const turn = await call("POST", `/sessions/${await session(title)}/turns`, key(), body);
    const ms = Math.round(performance.now() - start);
    state.turns.push(turn);
    Object.assign(state, { head: turn.id, later: [] });
    done?.();
    const notes = turn.images[0].notes.map((note) => note.message);
    say([`${described(turn)[0].toUpperCase()}${described(turn).slice(1)}, ${ms} ms.`, ...notes].join(" "));
    // Another window's turn may have been first; this one is what is worked on here.
    if (turn.head !== turn.id) await call("POST", `/sessions/${state.session}/undo`, key(), { to: turn.id });
  });
  show();
  listTalks();
  $("words").focus({ preventScroll: true });
}

async function goTo(turn) {
  if (turn.id === state.head) return;
  const onPath = pathTo(state.turns, state.head).has(turn.id);
  const left = state.head;
  await attempt("Going back…", async () => {
    await call("POST", `/sessions/${state.session}/undo`, key(), { to: turn.id });
    if (!onPath) state.later = [];
    else for (let at = left; at && at !== turn.id; at = turnOf(at)?.parent) state.later.push(at);
    if (onPath) state.later = [...new Set(state.later)];
    state.head = turn.id;
    say("");
  });
  show();
}

function undo() {
  const parent = turnOf(current()?.parent);
  if (parent) goTo(parent);
}

async function redo() {
  const next = turnOf(state.later.at(-1));
  if (!next) return;
  const rest = state.later.slice(0, -1);
  await goTo(next);
  state.later = rest;
  show();
}

async function open(files) {
  const pictures = [...files];
  const large = pictures.find((file) => file.size > PICTURE_BYTES_MAX);
  if (large) return tell("picture_too_large", `${large.name} has more than 50 MB; choose a smaller one.`);
  const urls = await Promise.all(pictures.map(dataUrl));
  const [first, ...rest] = urls;
  if (!first) return;
  if (state.opens || !state.head) {
    state.opens = false;
    state.attached.push(...rest);
    await take("Opening the picture…", pictures[0].name, { image: first });
  } else {
    state.attached.push(...urls);
    showComposer();
    $("words").focus();
  }
}

const dataUrl = (file) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
});

/* What is said to the user */

async function attempt(doing, work) {
  state.busy = true;
  $("problem").hidden = true;
  $("busy-text").textContent = doing;
  const slow = setTimeout(() => { $("busy").hidden = false; }, 150);
  showComposer();
  try {
    await work();
  } catch (error) {
    tell(error.code, error.code ? error.message : "The server cannot be reached; is it still running?");
  } finally {
    clearTimeout(slow);
    $("busy").hidden = true;
    state.busy = false;
    showComposer();
  }
}

const HEADS = {
  target_not_located: "Where on the picture?", not_understood: "That was not understood", needs_generative_engine: "This needs another engine", nothing_changed: "Nothing would change",
  does_not_fit: "It does not fit", picture_gone: "The picture is gone", unknown_session: "The conversation is gone", missing_key: "An API key is needed", invalid_key: "The API key is not valid",
};

function tell(code, message) {
  const words = document.createElement("p");
  words.append(Object.assign(document.createElement("b"), { textContent: HEADS[code] ?? "That did not work" }), message);
  const extra = [];
  if (code === "target_not_located" && state.head) {
    const help = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Mark the place" });
    help.addEventListener("click", () => { $("problem").hidden = true; if (mask.tool !== "brush") choose("brush"); });
    extra.push(help);
  }
  const close = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Close" });
  close.addEventListener("click", () => { $("problem").hidden = true; $("words").focus(); });
  $("problem").replaceChildren(words, ...extra, close);
  $("problem").hidden = false;
  say("");
}

function say(text) { $("talk-status").textContent = text; }

function showComposer() {
  const has = Boolean(state.head);
  $("send").textContent = has ? "Change" : "Draw";
  $("send").disabled = state.busy;
  $("words").placeholder = !has ? "What should the picture show?" : mask.used ? "What should change inside the mark?" : "What should change?";
  const ideas = $("words").value.trim() || state.busy ? [] : mask.used ? ["Make it blue", "Blur it", "Remove this"] : has ? IDEAS : STARTS;
  $("ideas").replaceChildren(...ideas.map((text) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.addEventListener("click", () => send(text));
    return button;
  }));
  $("attached").replaceChildren(...state.attached.map((src, n) => {
    const item = document.createElement("li");
    const drop = Object.assign(document.createElement("button"), { type: "button", textContent: "×", ariaLabel: `Leave picture ${n + 1} out` });
    drop.addEventListener("click", () => { state.attached.splice(n, 1); showComposer(); });
    item.append(Object.assign(document.createElement("img"), { src, alt: `Picture ${n + 1}` }), drop);
    return item;
  }));
}

/* Hands */

function keys(event) {
  if ($("view-edit").hidden) return;
  const typing = event.target.matches("textarea, input:not([type=range])");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !(typing && event.target.value)) {
    event.preventDefault();
    return event.shiftKey ? redo() : undo();
  }
  if (event.key === "Escape") {
    if (mask.used) mask.reset();
    else if (mask.tool) choose(mask.tool);
    return compare(false);
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !state.head) return;
  const tool = { b: "brush", r: "box", e: "erase" }[event.key.toLowerCase()];
  if (tool) return choose(tool);
  if (event.key.toLowerCase() === "c" && !$("compare").disabled) return compare($("compare").getAttribute("aria-pressed") !== "true");
  const step = { "[": -8, "]": 8 }[event.key];
  if (step) {
    $("brush-size").value = Number($("brush-size").value) + step;
    mask.setSize(Number($("brush-size").value));
  }
}

function setUp() {
  addEventListener("hashchange", route);
  new ResizeObserver(fit).observe($("easel"));
  document.addEventListener("keydown", keys);
  document.addEventListener("edit-picture", async ({ detail }) => {
    Object.assign(state, { session: null, turns: [], head: null, later: [], attached: [] });
    history.pushState(null, "", "#edit");
    route();
    await take("Opening the picture…", detail.title, { image: detail.data });
  });
  $("new-talk").addEventListener("click", () => { if (location.hash === "#edit") begin(); else location.hash = "#edit"; });
  for (const button of document.querySelectorAll("[data-tool]")) button.addEventListener("click", () => { if (state.head) choose(button.dataset.tool); });
  $("brush-size").addEventListener("input", () => mask.setSize(Number($("brush-size").value)));
  $("clear-mask").addEventListener("click", () => mask.reset());
  $("compare").addEventListener("click", () => compare($("compare").getAttribute("aria-pressed") !== "true"));
  $("split").addEventListener("input", split);
  $("undo").addEventListener("click", undo);
  $("redo").addEventListener("click", redo);
  $("say").addEventListener("submit", (event) => { event.preventDefault(); send($("words").value); });
  $("words").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send($("words").value); }
  });
  $("words").addEventListener("input", showComposer);
  $("open").addEventListener("click", () => { state.opens = true; $("file").click(); });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async () => { await open($("file").files); $("file").value = ""; });
  const easel = $("easel");
  easel.addEventListener("dragover", (event) => { event.preventDefault(); easel.classList.add("over"); });
  easel.addEventListener("dragleave", () => easel.classList.remove("over"));
  easel.addEventListener("drop", (event) => {
    event.preventDefault();
    easel.classList.remove("over");
    state.opens = true;
    open(event.dataTransfer.files);
  });
  addEventListener("paste", (event) => {
    if (!$("view-edit").hidden && event.clipboardData.files.length) { event.preventDefault(); open(event.clipboardData.files); }
  });
  route();
}

setUp();
