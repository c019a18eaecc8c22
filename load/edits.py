"""Measures edits by pixels against OpenCV and scikit-image, in one run.

    pip install scikit-image opencv-python-headless
    cargo build --release -p plantain-retouch --example retouch
    python load/edits.py target/release/examples/retouch [OUT_FOLDER]

Everything that is cut out or coloured is drawn here, so that the right answer is known exactly; photographs for
inpainting and filters come with scikit-image. Prints one table a subject.
"""

import math
import os
import subprocess
import sys
import tempfile
import time

import cv2
import numpy as np
from skimage import color, data, restoration, transform

TOOL = sys.argv[1]
OUT = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()
ONLY = set(sys.argv[3:])
os.makedirs(OUT, exist_ok=True)
SIDE = 768


def write(name, picture):
    path = os.path.join(OUT, name + ".png")
    if picture.ndim == 3:
        picture = picture[..., ::-1] if picture.shape[2] == 3 else picture[..., [2, 1, 0, 3]]
    cv2.imwrite(path, picture)
    return path


def read(path):
    picture = cv2.imread(path, cv2.IMREAD_UNCHANGED)
    if picture.ndim == 3:
        picture = picture[..., ::-1] if picture.shape[2] == 3 else picture[..., [2, 1, 0, 3]]
    return picture


def retouch(operator, source, name, *arguments):
    """Returns the picture, and milliseconds and notes that the tool printed; none when it found nothing."""
    target = os.path.join(OUT, name + ".png")
    run = subprocess.run([TOOL, operator, source, target, *map(str, arguments)], capture_output=True, text=True)
    if run.returncode != 0:
        return None, 0.0, run.stderr.strip()
    ms = float(run.stdout.split("ms ")[-1])
    return read(target), ms, run.stdout


# Drawn things: colours, coverage and shading, at any size.

def noise(rng, side, scale, octaves=4):
    """Clouds with mean 0 and standard deviation 1."""
    total = np.zeros((side, side))
    for octave in range(octaves):
        cells = max(2, int(scale * 2**octave))
        grid = rng.normal(size=(cells, cells)).astype(np.float32)
        total += cv2.resize(grid, (side, side), interpolation=cv2.INTER_CUBIC) / 2**octave
    return (total - total.mean()) / total.std()


def polygon(points, side, smooth=4):
    canvas = np.zeros((side * smooth, side * smooth), np.uint8)
    cv2.fillPoly(canvas, [np.round(np.array(points) * side * smooth).astype(np.int32)], 255)
    return cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def ellipse(cx, cy, rx, ry, side, smooth=4):
    turn = np.linspace(0, 2 * np.pi, 200)
    return polygon(np.stack([cx + rx * np.cos(turn), cy + ry * np.sin(turn)], 1), side, smooth)


def thing(kind, side, rng):
    """Returns coverage, linear colour (h, w, 3) and the coverage of the part that has the main colour."""
    y, x = np.mgrid[0:side, 0:side] / side
    lit = 1.0 - 0.55 * np.clip((x - 0.35) * 1.4, -0.3, 1) ** 2 - 0.25 * (y - 0.4)
    main = {"bottle": (0.02, 0.25, 0.12), "mug": (0.45, 0.03, 0.03), "shirt": (0.55, 0.42, 0.04), "ring": (0.05, 0.12, 0.45), "plush": (0.22, 0.1, 0.04)}[kind]
    albedo = np.ones((side, side, 3)) * main
    part = None
    if kind == "bottle":
        alpha = np.maximum(polygon([(0.38, 0.4), (0.62, 0.4), (0.64, 0.88), (0.36, 0.88)], side), polygon([(0.45, 0.12), (0.55, 0.12), (0.55, 0.3), (0.62, 0.42), (0.38, 0.42), (0.45, 0.3)], side))
        label = polygon([(0.4, 0.55), (0.6, 0.55), (0.6, 0.75), (0.4, 0.75)], side)
        albedo = albedo * (1 - label[..., None]) + np.array((0.86, 0.84, 0.8)) * label[..., None]
        lines = sum(polygon([(0.43, a), (0.57, a), (0.57, a + 0.012), (0.43, a + 0.012)], side) for a in (0.6, 0.64, 0.68))
        albedo = albedo * (1 - lines[..., None]) + 0.05 * lines[..., None]
        part = alpha * (1 - label)
    elif kind == "mug":
        body = polygon([(0.3, 0.35), (0.62, 0.35), (0.6, 0.8), (0.32, 0.8)], side)
        handle = ellipse(0.64, 0.55, 0.12, 0.14, side) - ellipse(0.64, 0.55, 0.075, 0.095, side)
        alpha = np.clip(np.maximum(body, handle), 0, 1)
    elif kind == "shirt":
        alpha = polygon([(0.36, 0.2), (0.44, 0.25), (0.56, 0.25), (0.64, 0.2), (0.84, 0.34), (0.76, 0.46), (0.68, 0.41), (0.68, 0.84), (0.32, 0.84), (0.32, 0.41), (0.24, 0.46), (0.16, 0.34)], side)
        lit = lit * (1 + 0.08 * noise(rng, side, 5, 3))
    elif kind == "ring":
        alpha = np.clip(ellipse(0.5, 0.5, 0.3, 0.28, side) - ellipse(0.5, 0.5, 0.16, 0.15, side), 0, 1)
    else:
        body = np.maximum(ellipse(0.5, 0.6, 0.22, 0.24, side), ellipse(0.5, 0.32, 0.16, 0.15, side))
        ears = np.maximum(ellipse(0.37, 0.2, 0.06, 0.06, side), ellipse(0.63, 0.2, 0.06, 0.06, side))
        edge = cv2.GaussianBlur(np.maximum(body, ears), (0, 0), side * 0.006)
        alpha = np.clip((edge + 0.12 * noise(rng, side, 60, 2) * (edge > 0.02) * (edge < 0.98) - 0.4) * 4, 0, 1)
        lit = lit * (1 + 0.1 * noise(rng, side, 60, 2))
        eyes = np.maximum(ellipse(0.44, 0.3, 0.018, 0.02, side), ellipse(0.56, 0.3, 0.018, 0.02, side))
        albedo = albedo * (1 - eyes[..., None]) + 0.01 * eyes[..., None]
        part = alpha * (1 - eyes)
    return alpha, np.clip(lit, 0.12, 1.3)[..., None], albedo, alpha if part is None else part


def srgb(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def ground(kind, side, rng):
    """Returns the linear light of a background without its subject, and whether a contact shadow falls on it."""
    y, x = np.mgrid[0:side, 0:side] / side
    if kind == "white":
        return np.ones((side, side, 3)) * 0.94, True
    if kind == "plain":
        return np.ones((side, side, 3)) * rng.uniform(0.25, 0.7, 3), True
    if kind == "gradient":
        one, other = rng.uniform(0.2, 0.8, 3), rng.uniform(0.1, 0.7, 3)
        mix = np.clip(0.7 * y + 0.3 * x, 0, 1)[..., None]
        return one * (1 - mix) + other * mix, True
    if kind == "studio":
        base = 0.62 - 0.3 * ((x - 0.5) ** 2 + (y - 0.45) ** 2)[..., None]
        grain = rng.normal(size=(side, side, 3)) * 0.018
        return np.ones((1, 1, 3)) * base + grain, True
    if kind == "fabric":
        weave = 0.5 + 0.25 * np.sin(x * 420) * np.sin(y * 420)
        return (weave + 0.05 * noise(rng, side, 8))[..., None] * np.array((0.45, 0.42, 0.5)), False
    picture = {"grass": data.grass, "gravel": data.gravel, "brick": data.brick}[kind]()
    tint = {"grass": (0.5, 0.9, 0.35), "gravel": (0.9, 0.88, 0.82), "brick": (1.0, 0.62, 0.5)}[kind]
    light = ((cv2.resize(picture, (side, side)) / 255.0) ** 2.2)[..., None]
    return light * np.array(tint), False


def composite(kind, behind, side, seed, paint=None):
    """Returns the picture, its exact coverage, and the same thing painted in `paint` (linear)."""
    rng = np.random.default_rng(seed)
    light = ground(behind, side, rng)
    back, shaded = light
    alpha, lit, albedo, part = thing(kind, side, rng)
    if shaded:
        foot = ellipse(0.52, 0.86, 0.26, 0.05, side)
        dark = cv2.GaussianBlur(foot, (0, 0), side * 0.02) * 0.4
        back = back * (1 - dark[..., None])
    def render(albedo):
        front = srgb(albedo * lit)
        mixed = srgb(back) * (1 - alpha[..., None]) + front * alpha[..., None]
        return np.clip(mixed * 255 + 0.5, 0, 255).astype(np.uint8)
    picture = render(albedo)
    painted = None
    if paint is not None:
        painted = render(albedo * (1 - (part / np.maximum(alpha, 1e-6))[..., None]) + np.array(paint) * (part / np.maximum(alpha, 1e-6))[..., None])
    return picture, alpha, part, painted


def iou(a, b):
    a, b = a > 0.5, b > 0.5
    return (a & b).sum() / max(1, (a | b).sum())


def table(title, head, rows):
    print(f"\n{title}\n" + " | ".join(head))
    for row in rows:
        print(" | ".join(f"{v:.3f}" if isinstance(v, float) else str(v) for v in row))


def cutouts():
    rows = []
    for behind in ("white", "plain", "gradient", "studio", "fabric", "grass", "gravel", "brick"):
        ours, theirs, errors, times, sure = [], [], [], [], []
        for k, kind in enumerate(("bottle", "mug", "shirt", "ring", "plush")):
            picture, alpha, _, _ = composite(kind, behind, SIDE, 10 + k)
            name = f"cut-{behind}-{kind}"
            got, ms, said = retouch("cut", write(name, picture), name + "-out")
            cover = np.zeros_like(alpha) if got is None else (got[..., 3] / 255.0 if got.shape[2] == 4 else np.ones_like(alpha))
            ours.append(iou(cover, alpha))
            errors.append(float(((cover - alpha) ** 2).mean() * 1e3))
            times.append(ms)
            sure.append(float(said.split("confidence ")[1].split()[0]) if got is not None else 0.0)
            inset = int(SIDE * 0.05)
            mask = np.zeros((SIDE, SIDE), np.uint8)
            cv2.grabCut(picture[..., ::-1].copy(), mask, (inset, inset, SIDE - 2 * inset, SIDE - 2 * inset), np.zeros((1, 65)), np.zeros((1, 65)), 5, cv2.GC_INIT_WITH_RECT)
            theirs.append(iou((mask & 1).astype(float), alpha))
        rows.append((behind, float(np.mean(ours)), float(np.min(ours)), float(np.mean(errors)), float(np.mean(theirs)), float(np.mean(times)), " ".join(f"{s:.2f}" for s in sure)))
    rows.append(("mean", float(np.mean([r[1] for r in rows])), float(np.min([r[2] for r in rows])), float(np.mean([r[3] for r in rows])), float(np.mean([r[4] for r in rows])), float(np.mean([r[5] for r in rows])), ""))
    table(f"Cut-out, {SIDE} px, 5 things a background", ("background", "IoU", "least", "alpha MSE x1e3", "OpenCV grabCut IoU", "ms", "confidence"), rows)


def recolours():
    rows, inside_all = [], []
    for kind in ("mug", "shirt", "bottle", "ring", "plush"):
        for name, rgb in (("navy", (0, 0, 128)), ("green", (46, 139, 87)), ("orange", (255, 140, 0))):
            light = [((v / 255 + 0.055) / 1.055) ** 2.4 if v > 10 else v / 255 / 12.92 for v in rgb]
            light = [max(v, 0.006) for v in light]
            picture, alpha, part, want = composite(kind, "studio", SIDE, 5, light)
            mask = (part * 255 + 0.5).astype(np.uint8)
            path = write(f"color-{kind}", picture)
            got, ms, _ = retouch("recolor", path, f"color-{kind}-{name}", "%02x%02x%02x" % rgb, write(f"color-{kind}-mask", mask))
            got = got[..., :3]
            sure = mask > 250
            apart = color.deltaE_ciede2000(color.rgb2lab(got), color.rgb2lab(want))
            # The anchor is a matter of taste; what is kept of the shading is not: lightness may be shifted as a whole.
            inside = float(np.median(apart[sure]))
            inside_all.append(inside)
            equal = bool((got[mask == 0] == picture[mask == 0]).all())
            hsv = color.rgb2hsv(picture)
            target = color.rgb2hsv(np.array(rgb)[None, None] / 255)[0, 0]
            hsv[..., 0], hsv[..., 1] = target[0], target[1]
            plain = color.deltaE_ciede2000(color.rgb2lab(color.hsv2rgb(hsv)), color.rgb2lab(want))
            rows.append((kind, name, inside, float(np.percentile(apart[sure], 95)), float(np.median(plain[sure])), equal, ms))
    rows.append(("mean", "", float(np.mean(inside_all)), "", "", "", ""))
    table("Recolour, dE2000 inside against the thing drawn in that colour", ("thing", "to", "median", "p95", "HSV hue+saturation", "outside equal", "ms"), rows)


def energy(picture, hole):
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    dx, dy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    return float(np.sqrt(dx**2 + dy**2)[hole].mean())


def holes(side, rng, kind):
    mask = np.zeros((side, side), np.uint8)
    if kind == "scratch":
        for _ in range(5):
            a, b = rng.uniform(0.05, 0.95, (2, 2)) * side
            cv2.line(mask, tuple(int(v) for v in a), tuple(int(v) for v in b), 255, 4)
    elif kind == "blob":
        turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
        radius = side * (0.1 + 0.03 * np.sin(3 * turn + rng.uniform(0, 6)) + 0.015 * np.sin(7 * turn))
        centre = rng.uniform(0.35, 0.65, 2) * side
        points = np.stack([centre[0] + radius * np.cos(turn), centre[1] + radius * np.sin(turn)], 1)
        cv2.fillPoly(mask, [np.round(points).astype(np.int32)], 255)
    else:
        x, y = (rng.uniform(0.25, 0.5, 2) * side).astype(int)
        mask[y : y + side // 5, x : x + side // 4] = 255
    return mask


def photographs(side):
    for name in ("coffee", "astronaut", "chelsea", "rocket", "brick", "grass", "gravel"):
        picture = getattr(data, name)()
        if picture.ndim == 2:
            picture = np.repeat(picture[..., None], 3, 2)
        h, w = picture.shape[:2]
        cut = min(h, w)
        picture = picture[(h - cut) // 2 : (h + cut) // 2, (w - cut) // 2 : (w + cut) // 2]
        yield name, cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA if cut > side else cv2.INTER_CUBIC)


def inpaintings():
    rows = []
    peers = {
        "Telea": lambda p, m: cv2.inpaint(p, m, 5, cv2.INPAINT_TELEA),
        "NS": lambda p, m: cv2.inpaint(p, m, 5, cv2.INPAINT_NS),
        "biharmonic": lambda p, m: np.round(restoration.inpaint_biharmonic(p, m > 0, channel_axis=-1) * 255).astype(np.uint8),
    }
    for side, kinds, biharmonic in ((512, ("scratch", "blob", "box"), True), (1024, ("blob",), False)):
        for kind in kinds:
            sums = {}
            for k, (name, picture) in enumerate(photographs(side)):
                mask = holes(side, np.random.default_rng(40 + k), kind)
                hole = mask > 0
                damaged = picture.copy()
                damaged[hole] = (255, 0, 255)
                path, mask_path = write(f"fill-{kind}-{name}-{side}", damaged), write(f"fill-{kind}-{name}-{side}-mask", mask)
                got, ms, said = retouch("fill", path, f"fill-{kind}-{name}-{side}-ours", mask_path)
                if got is None:
                    print("failed", said)
                    continue
                results = {"ours": (got[..., :3], ms)}
                for peer, f in peers.items():
                    if peer == "biharmonic" and not biharmonic:
                        continue
                    start = time.perf_counter()
                    results[peer] = (f(damaged, mask), (time.perf_counter() - start) * 1e3)
                for peer, (out, ms) in results.items():
                    error = (out.astype(float) - picture)[hole]
                    psnr = 10 * math.log10(255**2 / max(1e-9, (error**2).mean()))
                    texture = energy(out, hole) / max(1e-6, energy(picture, hole))
                    exact = bool((out[~hole] == picture[~hole]).all())
                    sums.setdefault(peer, []).append((psnr, texture, ms, exact))
                    if name in ("brick", "coffee"):
                        write(f"fill-{kind}-{name}-{side}-{peer}", out)
            for peer, values in sums.items():
                rows.append((f"{kind} {side}", peer, float(np.mean([v[0] for v in values])), float(np.mean([v[1] for v in values])), float(np.mean([v[2] for v in values])), float(np.max([v[2] for v in values])), all(v[3] for v in values)))
    table("Inpainting, 7 photographs (texture: gradient energy to the truth's, 1 is right)", ("hole", "by", "PSNR", "texture", "ms mean", "ms max", "outside equal"), rows)


def enlargements():
    rows = []
    for name, picture in photographs(512):
        small = cv2.resize(picture, (256, 256), interpolation=cv2.INTER_AREA)
        got, ms, _ = retouch("enlarge", write(f"large-{name}", small), f"large-{name}-out", 512, 512)
        def psnr(out):
            return 10 * math.log10(255**2 / ((out.astype(float) - picture) ** 2).mean())
        rows.append((name, psnr(got[..., :3]), psnr(cv2.resize(small, (512, 512), interpolation=cv2.INTER_LANCZOS4)), psnr(cv2.resize(small, (512, 512), interpolation=cv2.INTER_CUBIC)), ms))
    rows.append(("mean", *(float(np.mean([r[k] for r in rows])) for k in range(1, 5))))
    table("Twice as large, PSNR", ("photograph", "ours", "OpenCV Lanczos4", "OpenCV cubic", "ms"), rows)


def times():
    picture, alpha, part, _ = composite("shirt", "studio", 1024, 3)
    path = write("time", picture)
    rough = write("time-rough", composite("mug", "grass", 1024, 3)[0])
    photograph = write("time-photograph", dict(photographs(1024))["coffee"])
    mask = write("time-mask", (part * 255).astype(np.uint8))
    jobs = [("cut, plain", "cut", path), ("cut, textured", "cut", rough), ("backdrop", "backdrop", path, "ffffff"), ("blur backdrop", "blur-backdrop", path), ("night behind", "night-behind", path), ("shadow", "shadow", path), ("recolour, mask", "recolor", path, "000080", mask), ("recolour, located", "recolor", path, "000080"), ("colour words", "color-mask", path, "ffc000")]
    jobs += [(n, n, photograph) for n in ("night", "dusk", "golden", "day")]
    jobs += [("tone " + t, "tone", photograph, t) for t in ("brightness", "contrast", "saturation", "warmth", "shadows", "highlights", "hue")]
    jobs += [("filter " + f, "filter", photograph, f) for f in ("grayscale", "sepia", "invert", "blur", "sharpen", "denoise", "pixelate", "posterize", "halftone", "pencil", "emboss", "edges", "vignette", "grain", "vintage", "duotone", "auto-levels")]
    jobs += [("rotate 90", "rotate", photograph, 90), ("rotate 7", "rotate", photograph, 7), ("to 512", "resize", photograph, 512, 512), ("to 2048", "enlarge", photograph, 2048, 2048), ("extend, plain", "extend", path, 0, 0.25, 0, 0.25), ("extend, photograph", "extend", photograph, 0, 0.12, 0, 0.12)]
    rows = []
    for title, operator, source, *arguments in jobs:
        runs = [retouch(operator, source, "time-" + title.replace(" ", "-").replace(",", ""), *arguments) for _ in range(3)]
        rows.append((title, min(r[1] for r in runs), "" if runs[0][0] is not None else runs[0][2]))
    table("Milliseconds at 1024 x 1024, best of 3", ("edit", "ms", ""), rows)


for part in (cutouts, recolours, inpaintings, enlargements, times):
    if not ONLY or part.__name__ in ONLY:
        part()
