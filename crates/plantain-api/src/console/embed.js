// Signed addresses of pictures: a prompt or a template, a size, and the tags to copy.
import { call, ownPath } from "./api.js";

const $ = (id) => document.getElementById(id);
const SIZES = { "Social card": "1200x630", Square: "1080x1080", Story: "1080x1920", "Mail header": "1200x400" };
const state = { templates: [], asked: false };

function element(tag, attributes = {}, ...children) {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}

const key = () => $("key").value;
const chosen = () => state.templates.find((template) => template.name === $("embed-template").value);

/* What is asked for */

function setUp() {
  for (const [name, size] of Object.entries(SIZES)) {
    const input = element("input", { type: "radio", name: "embed-preset", value: size });
    input.addEventListener("change", () => { $("embed-size").value = size; });
    $("embed-sizes").append(element("label", {}, input, element("span", { className: "chip", textContent: name })));
  }
  preset(SIZES["Social card"]);
  $("embed-size").addEventListener("input", () => preset($("embed-size").value));
  $("embed-template").addEventListener("change", showTemplate);
  $("embed").addEventListener("submit", (event) => { event.preventDefault(); sign(); });
  addEventListener("hashchange", enter);
  enter();
}

/** Marks the preset of a size, if it is one. */
function preset(size) {
  $("embed-size").value = size;
  for (const input of document.getElementsByName("embed-preset")) input.checked = input.value === size;
}

async function enter() {
  if (location.hash !== "#embed" || state.asked) return;
  state.asked = true;
  try {
    ({ templates: state.templates } = await call("GET", "/renders/templates", key()));
  } catch {
    // Without a key that is good they are not told; signing will say so.
    state.asked = false;
  }
  const options = state.templates.map(({ name }) => element("option", { value: name, textContent: name }));
  $("embed-template").replaceChildren(element("option", { value: "", textContent: "none, a prompt" }), ...options);
  $("embed-template-row").hidden = state.templates.length === 0;
  showTemplate();
}

function showTemplate() {
  const template = chosen();
  $("embed-prompt-row").hidden = Boolean(template);
  const places = template?.places ?? [];
  $("embed-places").replaceChildren(...places.map((place) => element("label", { textContent: place }, element("input", { name: place, autocomplete: "off" }))));
}

/** Returns the body of the request: the template's words, or the prompt. */
function order() {
  const template = chosen();
  const words = [...$("embed-places").querySelectorAll("input")].map(({ name, value }) => [name, value]);
  const size = $("embed-size").value.replaceAll(/\s/g, "").replace("×", "x");
  const seed = $("embed-seed").value;
  const subject = template?.name ?? $("embed-prompt").value.trim().replaceAll(/\s+/g, " ");
  const order = { name: `${subject}.${$("embed-format").value}`, with: { ...Object.fromEntries(words), size, ...(seed && { seed }) } };
  if ($("embed-hours").value) order.hours = Number($("embed-hours").value);
  const said = template ? words.map(([, value]) => value) : [subject.replaceAll(/["“”]/g, "")];
  return { order, alt: said.filter(Boolean).join(", "), size: size.split("x") };
}

/* What comes of it */

async function sign() {
  if (!$("embed").reportValidity()) return;
  const { order: body, alt, size } = order();
  say("Signing…");
  $("embed-sign").disabled = true;
  try {
    const { url } = await call("POST", "/renders/sign", key(), body);
    await show(ownPath(url), alt);
    const tags = tagsOf(url, alt, size);
    $("embed-tags").replaceChildren(...Object.entries(tags).map(([name, text]) => block(name, text)));
    say("Signed. The address shows this picture from now on.");
  } catch (error) {
    say(error.message, true);
  } finally {
    $("embed-sign").disabled = false;
  }
}

async function show(src, alt) {
  const picture = element("img", { src, alt });
  try {
    await picture.decode();
  } catch {
    // An <img> does not tell why; the same request does.
    const reply = await fetch(src);
    const told = await reply.json().catch(() => null);
    throw new Error(told?.error?.message ?? "The picture cannot be shown.");
  }
  $("embed-stage").replaceChildren(picture);
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Returns what can be copied, by name. */
function tagsOf(url, alt, [width, height]) {
  const [src, words] = [escaped(url), escaped(alt)];
  const meta = (property, content) => `<meta property="${property}" content="${content}">`;
  return {
    Address: url,
    "In a page or an e-mail": `<img src="${src}" alt="${words}" width="${width}" height="${height}">`,
    "As a social card": [
      meta("og:image", src), meta("og:image:width", width), meta("og:image:height", height), meta("og:image:alt", words),
      '<meta name="twitter:card" content="summary_large_image">',
    ].join("\n"),
    "In Markdown": `![${alt.replaceAll(/[[\]]/g, "")}](${url})`,
  };
}

function block(name, text) {
  const copy = element("button", { type: "button", textContent: "Copy", ariaLabel: `Copy: ${name}` });
  copy.addEventListener("click", async () => { await navigator.clipboard.writeText(text); copy.textContent = "Copied"; });
  return element("section", {}, element("header", {}, element("h2", { textContent: name }), copy), element("pre", { textContent: text }));
}

function say(text, bad = false) {
  $("embed-status").textContent = text;
  $("embed-status").classList.toggle("bad", bad);
}

setUp();
