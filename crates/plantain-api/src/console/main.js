// The playground: a prompt, the pictures, their plan, their scene, and the code to call it.
import { generate, pictureUrl } from "./api.js";
import { snippets } from "./code.js";

const $ = (id) => document.getElementById(id);
const RATIOS = ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "21:9", "4:1", "1:4"];
const EXAMPLES = {
  Dashboard: "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, clean minimal design",
  Poster: "jazz concert poster, title \"Blue Hour Quartet\", Friday 14 June, doors 8 pm, The Velvet Room, deep blue and gold",
  Scene: "three red apples and a green pear on a wooden table next to a blue vase",
  Banner: "sale banner, orange background, SUMMER SALE UP TO 50% OFF, button Shop now",
  Diagram: "water cycle diagram with labels Evaporation, Condensation, Precipitation, Collection",
  App: "mobile app home screen showing a fitness dashboard with step count 8,432 and a weekly bar chart",
};
const state = { images: [], urls: [], chosen: 0, request: null, running: null };

function element(tag, attributes = {}, ...children) {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}

function setUp() {
  for (const ratio of RATIOS) {
    const input = element("input", { type: "radio", name: "ratio", value: ratio, checked: ratio === "1:1" });
    $("ratios").append(element("label", {}, input, element("span", { className: "chip", textContent: ratio })));
  }
  for (const [name, prompt] of Object.entries(EXAMPLES)) {
    const button = element("button", { type: "button", textContent: name });
    button.addEventListener("click", () => { $("prompt").value = prompt; draw(); });
    $("examples").append(button);
  }
  $("key").value = sessionStorage.getItem("key") ?? "";
  $("key").addEventListener("change", () => sessionStorage.setItem("key", $("key").value));
  $("dice").addEventListener("click", () => { $("seed").value = String(Math.floor(Math.random() * 1e9)); draw(); });
  $("form").addEventListener("submit", (event) => { event.preventDefault(); draw(); });
  $("prompt").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); draw(); }
  });
  setUpTabs();
  const asked = new URLSearchParams(location.search).get("prompt");
  if (asked) { $("prompt").value = asked; draw(); } else if (["", "#create"].includes(location.hash)) { $("prompt").focus(); }
}

function setUpTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    for (const other of tabs) {
      const on = other === tab;
      other.setAttribute("aria-selected", String(on));
      other.tabIndex = on ? 0 : -1;
      $(other.getAttribute("aria-controls")).hidden = !on;
    }
  };
  tabs.forEach((tab, n) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) { const next = tabs[(n + step + tabs.length) % tabs.length]; choose(next); next.focus(); }
    });
  });
}

function readForm() {
  const form = new FormData($("form"));
  const request = { prompt: form.get("prompt").trim(), count: Number(form.get("count")), format: form.get("format"), include_scene: true };
  const exact = form.get("exact").replaceAll(/\s/g, "").replace("×", "x");
  if (exact) {
    request.size = exact;
  } else {
    request.aspect_ratio = form.get("ratio");
    request.tier = form.get("tier");
  }
  if (form.get("seed")) request.seed = Number(form.get("seed"));
  if (form.get("background")) request.background = form.get("background");
  if (!$("filler").checked) request.filler = false;
  if ($("strict").checked) request.strict = true;
  return request;
}

async function draw() {
  if (!$("form").reportValidity()) return;
  state.running?.abort();
  const running = (state.running = new AbortController());
  const request = readForm();
  say("Drawing…");
  $("draw").disabled = true;
  const start = performance.now();
  try {
    const reply = await generate(request, $("key").value, running.signal);
    state.urls.forEach(URL.revokeObjectURL);
    Object.assign(state, { request, images: reply.images, urls: reply.images.map(pictureUrl), chosen: 0 });
    const ms = Math.round(performance.now() - start);
    const count = reply.images.length === 1 ? "1 picture" : `${reply.images.length} pictures`;
    say(`${count} by ${reply.engine.name} ${reply.engine.version} in ${ms} ms${reply.timing.cached ? " (drawn before)" : ""}.`);
    show();
  } catch (error) {
    if (error.name !== "AbortError") say(error.message, true);
  } finally {
    if (state.running === running) $("draw").disabled = false;
  }
}

function say(text, bad = false) {
  $("status").textContent = text;
  $("status").classList.toggle("bad", bad);
}

function show() {
  const image = state.images[state.chosen];
  const url = state.urls[state.chosen];
  const picture = image.format === "pdf" ? element("object", { data: url, type: image.media_type }) : element("img", { src: url, alt: image.alt });
  const name = `plantain-${image.seed}.${image.format === "jpeg" ? "jpg" : image.format}`;
  const keep = element("button", { type: "button", textContent: "Keep seed" });
  keep.addEventListener("click", () => { $("seed").value = String(image.seed); $("count").value = "1"; });
  const edit = element("button", { type: "button", textContent: "Edit", className: "strong" });
  edit.addEventListener("click", () => {
    const prompt = state.request.prompt;
    document.dispatchEvent(new CustomEvent("edit-picture", { detail: { data: image.b64_json, title: prompt } }));
  });
  const bar = element("div", { className: "bar" }, edit, keep, element("a", { href: url, download: name, textContent: "Download" }));
  $("stage").replaceChildren(picture, bar);
  $("variants").replaceChildren(...(state.images.length > 1 ? state.images.map(variant) : []));
  showPlan(image);
  showScene(image);
  showCode();
}

function variant(image, n) {
  const button = element("button", { type: "button", title: `Seed ${image.seed}` });
  button.setAttribute("role", "option");
  button.setAttribute("aria-selected", String(n === state.chosen));
  button.append(image.format === "pdf" ? element("span", { textContent: String(n + 1) }) : element("img", { src: state.urls[n], alt: `Variation ${n + 1}` }));
  button.addEventListener("click", () => { state.chosen = n; show(); });
  return button;
}

function showPlan(image) {
  const facts = [`${image.width} × ${image.height}`, image.format.toUpperCase(), `${Math.ceil(image.size_bytes / 1024)} KB`, `seed ${image.seed}`];
  const panel = $("panel-plan");
  panel.replaceChildren(element("p", { className: "facts" }, ...facts.map((text) => element("span", { textContent: text }))));
  panel.append(element("ol", {}, ...image.plan.map((text) => element("li", { textContent: text }))));
  for (const note of image.notes) panel.append(element("p", { className: "note", textContent: note.message }));
  panel.append(element("p", { className: "hint", textContent: `Alternative text: ${image.alt}` }));
}

function showScene(image) {
  const panel = $("panel-scene");
  if (!image.scene) return panel.replaceChildren(element("p", { className: "hint", textContent: "This engine has no scenes." }));
  const json = element("details", {}, element("summary", { textContent: "JSON" }));
  json.addEventListener("toggle", () => { if (json.open && json.children.length === 1) json.append(element("pre", { textContent: JSON.stringify(image.scene, null, 1) })); });
  panel.replaceChildren(element("div", { className: "tree" }, branch(image.scene.root)), json);
}

function branch(node, depth = 0) {
  const kind = node.content?.kind ?? "frame";
  const label = element("span", { textContent: `${node.id ?? kind} ` });
  if (node.filler) label.className = "filler";
  const words = node.content?.text ?? node.content?.name;
  const head = [label, ...(words ? [element("span", { className: "words", textContent: words })] : [])];
  if (!node.children?.length) return element("div", { className: "leaf" }, ...head);
  const details = element("details", { open: depth < 2 }, element("summary", {}, ...head));
  details.append(...node.children.map((child) => branch(child, depth + 1)));
  return details;
}

function showCode() {
  const all = snippets(state.request, location.origin, $("key").value !== "");
  const select = element("select", { ariaLabel: "Protocol and language" }, ...Object.keys(all).map((name) => element("option", { textContent: name })));
  const before = $("panel-code").querySelector("select")?.value;
  if (before) select.value = before;
  const pre = element("pre", { textContent: all[select.value] });
  select.addEventListener("change", () => { pre.textContent = all[select.value]; });
  const copy = element("button", { type: "button", textContent: "Copy" });
  copy.addEventListener("click", async () => { await navigator.clipboard.writeText(pre.textContent); copy.textContent = "Copied"; });
  $("panel-code").replaceChildren(element("div", { className: "code-head" }, select, copy), pre);
}

setUp();
