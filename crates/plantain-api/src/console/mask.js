// The mask over the picture: brush, eraser and box, in the picture's own pixels.

const MARK = "#e0218a";
const STEP = 0.02;

/** Returns a mask on `canvas`; `changed` hears whether anything is marked. */
export function maskOn(canvas, changed) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const state = { tool: null, size: 48, last: null, box: null, kept: null, used: false };

  /** Canvas pixels for each pixel on the screen. */
  const scale = () => canvas.width / Math.max(canvas.getBoundingClientRect().width, 1);
  const place = (event) => {
    const bounds = canvas.getBoundingClientRect();
    return [(event.clientX - bounds.left) * scale(), (event.clientY - bounds.top) * scale()];
  };
  const mark = (used) => { state.used = used; changed(used); };

  function stroke(from, to) {
    context.globalCompositeOperation = state.tool === "erase" ? "destination-out" : "source-over";
    Object.assign(context, { strokeStyle: MARK, lineWidth: state.size * scale(), lineCap: "round", lineJoin: "round" });
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(to[0] + 0.01, to[1]);
    context.stroke();
    context.globalCompositeOperation = "source-over";
  }

  /** Draws the box over what was marked before it. */
  function showBox() {
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (state.kept) context.putImageData(state.kept, 0, 0);
    const [x, y, width, height] = state.box.map(Math.round);
    context.fillStyle = MARK;
    context.fillRect(x, y, width, height);
    mark(true);
  }

  function beginBox(box) {
    state.kept = context.getImageData(0, 0, canvas.width, canvas.height);
    state.box = box;
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (!state.tool || event.button !== 0) return;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    state.last = place(event);
    if (state.tool === "box") beginBox([...state.last, 0, 0]);
    else { stroke(state.last, state.last); mark(true); }
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!state.last) return;
    const at = place(event);
    if (state.tool === "box") {
      const [x, y] = state.last;
      state.box = [Math.min(x, at[0]), Math.min(y, at[1]), Math.abs(at[0] - x), Math.abs(at[1] - y)];
      showBox();
    } else {
      stroke(state.last, at);
      state.last = at;
    }
  });
  const end = () => {
    if (state.last && state.tool === "erase") mark(isMarked());
    state.last = null;
  };
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (state.tool !== "box" || !step) return;
    event.preventDefault();
    const { width, height } = canvas;
    if (!state.box) beginBox([width / 3, height / 3, width / 3, height / 3]);
    else {
      const first = event.shiftKey ? 2 : 0;
      const low = event.shiftKey ? 1 : 0;
      state.box[first] = Math.max(low, state.box[first] + step[0] * width * STEP);
      state.box[first + 1] = Math.max(low, state.box[first + 1] + step[1] * height * STEP);
    }
    showBox();
  });

  function isMarked() {
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 3; at < data.length; at += 4) if (data[at]) return true;
    return false;
  }

  return {
    get used() { return state.used; },
    get tool() { return state.tool; },
    /** Chooses brush, box, erase or nothing. */
    choose(tool) {
      state.tool = tool;
      state.box = null;
      canvas.classList.toggle("paints", tool !== null);
    },
    setSize(size) { state.size = size; },
    /** Takes every mark away and fits the canvas to a picture. */
    reset(width = canvas.width, height = canvas.height) {
      Object.assign(canvas, { width, height });
      Object.assign(state, { box: null, kept: null, last: null });
      mark(false);
    },
    /** Returns the mask as a data URL: white where the picture may change, black elsewhere. */
    file() {
      const sheet = document.createElement("canvas");
      Object.assign(sheet, { width: canvas.width, height: canvas.height });
      const paper = sheet.getContext("2d");
      paper.drawImage(canvas, 0, 0);
      paper.globalCompositeOperation = "source-in";
      paper.fillStyle = "#fff";
      paper.fillRect(0, 0, sheet.width, sheet.height);
      paper.globalCompositeOperation = "destination-over";
      paper.fillStyle = "#000";
      paper.fillRect(0, 0, sheet.width, sheet.height);
      return sheet.toDataURL("image/png");
    },
  };
}
