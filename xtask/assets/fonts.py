#!/usr/bin/env python3
"""Fetches, subsets and catalogues the fonts that Plantain embeds.

Usage: python3 fonts.py [--work DIR] [--only FAMILY]
Needs: fonttools and brotli (pip), npm, apt-get, dpkg. The input is `fonts.tsv` beside this file; the output is
`crates/plantain-scene/fonts/` (files and licences) and `crates/plantain-scene/src/text/catalog.rs`.
"""
import argparse, glob, io, os, re, shutil, subprocess, sys, unicodedata
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import instancer

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FONTS = os.path.join(ROOT, "crates/plantain-scene/fonts")
CATALOG = os.path.join(ROOT, "crates/plantain-scene/src/text/catalog.rs")
# A file whose licence reserves its name may not be changed under that name, so it is embedded as published.
RESERVED = re.compile(r"with\s+(the\s+)?reserved\s+font\s+name", re.I)

def span(text):
    out = set()
    for part in text.split():
        a, _, b = part.partition("-")
        out.update(range(int(a, 16), int(b or a, 16) + 1))
    return out

TEXT = span("20-7E A0-17F 18F 192 1A0-1A1 1AF-1B0 1CD-1DC 1E6-1E7 1EA-1EB 1FA-1FF 218-21B 237 259 2B0-2FF 300-36F "
            "370-3FF 400-45F 462-463 472-475 490-4F9 1E00-1EFF 2000-206F 2070-209F 20A0-20C0 2100-214F 2150-218B "
            "2190-2199 2202 2206 220F 2211 2212 2215 2219 221A 221E 222B 2248 2260 2264 2265 25A0 25AA 25B2 25B6 25BC "
            "25C0 25C6 25CA 25CB 25CF 2605 2606 2610-2612 2713 2714 2717 FB00-FB04 FFFD")
# Each symbol comes from the first of these fonts; code points that show as emoji by default are drawn from the object set.
SYMBOLS = {
    "Noto Sans Math": span("2070-209F 2100-214F 2190-21FF 2200-22FF 2308-230B 27C2 27E8-27EB 2A00-2A06 2A7D-2A7E"),
    "Noto Sans Symbols": span("20A0-20C0 2150-218B 2300-2307 230C-23FF 2460-24FF 2500-257F 2600-26FF"),
    "Noto Sans Symbols2": span("2580-25FF 2700-27BF 2800-28FF 2B00-2BFF 1F780-1F7D8 1F800-1F8AF"),
}
WORLD = span("20-7E A0 AB BB 2000-206F 20AA 20B9 25CC 660-669 6F0-6F9") | span("590-5FF 600-6FF 900-97F A8E0-A8FF E00-E7F "
                                                            "FB1D-FB4F FDF2 FDFC FE70-FEFC")

def charset(encoding, rows, cells):
    """Returns the code points that a double-byte `encoding` holds in the given lead and trail bytes."""
    out = set()
    for a in rows:
        for b in cells:
            try:
                text = bytes([a, b]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                out.add(ord(text))
    return out

def cjk():
    """Returns the code points each region writes with, by the suffix of its face."""
    low = list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF))
    high = range(0xA1, 0xFF)
    shared = span("20-7E A0-FF 2010-2027 2030-205E 20A9 20AC 2150-217F 2190-2199 2460-249B 3000-301F 3020-303F FF00-FFEF")
    regions = {
        "JP": charset("euc_jp", range(0xA1, 0xF5), high) | shared | span("3040-30FF 31F0-31FF 3220-32FE 3300-33FF"),  # JIS X 0208
        "SC": charset("gb2312", range(0xA1, 0xF8), high) | shared,                                          # GB 2312
        "TC": charset("big5", range(0xA1, 0xC7), low) | shared | span("3105-312F FE10-FE4F"),               # Big5 level 1
        "KR": charset("euc_kr", range(0xA1, 0xC9), high) | shared | span("3131-318E 3200-321E 3260-327B"),  # KS X 1001, no hanja
    }
    return {name: {c for c in chars if unicodedata.category(chr(c))[0] != "C"} for name, chars in regions.items()}

# The packages' own notices also cover Debian's packaging; these are the lines about the fonts.
DEBIAN_COPYRIGHT = {
    "fonts-noto-core": "Copyright 2010, 2012-2020 Google Inc. (Noto fonts, https://github.com/notofonts)\n\n",
    "fonts-noto-cjk": "Copyright 2014-2021 Adobe (http://www.adobe.com/), published as Noto Sans CJK by Google\n\n",
}
OFL = open(os.path.join(HERE, "ofl.txt"), encoding="utf-8").read()

LATIN_FEATURES = ["kern", "liga", "clig", "calt", "tnum", "pnum", "lnum", "onum", "case", "mark", "mkmk", "ccmp", "locl", "frac",
                  "sups", "subs", "ordn", "rlig", "zero"]
# Programming and arrow ligatures would change what a literal says; Caveat's alternates double its size.
DROPPED = {"Inter": {"calt", "onum", "pnum"}, "JetBrains Mono": {"calt", "liga"}, "Caveat": {"calt"}, "Cormorant Garamond": {"calt", "frac", "subs"}}

def fetch(source, work):
    """Unpacks a package below `work`; returns its folder."""
    kind, _, name = source.partition(":")
    name = name.split("/")[0] if kind == "deb" else name
    folder = os.path.join(work, kind, name)
    if os.path.isdir(folder):
        return folder
    os.makedirs(folder)
    if kind == "deb":
        subprocess.run(["apt-get", "download", "-qq", name], cwd=folder, check=True)
        subprocess.run(["dpkg", "-x", glob.glob(folder + "/*.deb")[0], folder], check=True)
    else:
        spec = "@expo-google-fonts/" + name if kind == "expo" else name
        subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["tar", "xzf", glob.glob(folder + "/*.tgz")[0]], cwd=folder, check=True)
    return folder

def locate(source, weight, italic, folder):
    kind, _, name = source.partition(":")
    if kind == "npm":
        return f"{folder}/package/variable/InterVariable{'-Italic' if italic else ''}.woff2"
    if kind == "deb":
        return glob.glob(f"{folder}/**/{name.split('/')[1]}-{'Bold' if weight == '700' else 'Regular'}.tt[fc]", recursive=True)[0]
    found = [p for p in glob.glob(f"{folder}/package/{weight}*/*.ttf") if ("Italic" in p) == italic]
    return found[0]

def options(family, scripts):
    o = subset.Options()
    o.hinting, o.name_IDs, o.name_legacy, o.notdef_outline = False, [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17], False, True
    o.drop_tables += ["DSIG", "STAT", "meta", "MATH", "BASE", "vhea", "vmtx", "VORG", "VVAR"]
    if scripts.startswith("latin"):
        o.layout_features = [f for f in LATIN_FEATURES if f not in DROPPED.get(family, ())]
    elif scripts == "cjk":
        o.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    else:
        o.layout_features = ["*"]
    return o

def rename(font, family, weight, italic):
    style = {"400": "Regular", "700": "Bold"}.get(weight, weight) + (" Italic" if italic else "")
    name = font["name"]
    for record in (16, 17, 21, 22, 25):
        name.removeNames(nameID=record)
    for record, text in ((1, family), (2, style), (4, f"{family} {style}")):
        name.removeNames(nameID=record)
        name.setName(text, record, 3, 1, 0x409)
    if weight.isdigit():
        font["OS/2"].usWeightClass = int(weight)

def bake(family, scripts, source, weight, italic, path, licence, out):
    if RESERVED.search(licence.split("-----")[0][:600]):
        shutil.copyfile(path, out)
        return
    font = TTFont(path)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {a.axisTag: a.defaultValue for a in font["fvar"].axes if a.axisTag != "wght"})
        buffer = io.BytesIO()   # glyphs without deltas are left out of gvar until it is read anew
        font.flavor = None
        font.save(buffer)
        font = TTFont(io.BytesIO(buffer.getvalue()))
    o = options(family, scripts)
    s = subset.Subsetter(o)
    text = TEXT if "cyrillic" in scripts else TEXT - span("400-4F9")
    text = text if "greek" in scripts else text - span("370-3FF")
    s.populate(unicodes=text | (span("590-5FF FB1D-FB4F") if "hebrew" in scripts else set()) if scripts.startswith("latin")
               else SYMBOLS[family] if scripts == "symbols" else WORLD)
    s.subset(font)
    rename(font, family, weight, italic)
    font.flavor = None
    font.save(out)

def bake_cjk(path, weight, out):
    """Subsets a regional collection so that its faces still share one set of outlines.

    A region's own characters get its own forms. Every face covers the union of the regions, borrowing another region's form
    where it needs no own one, so the outlines are byte for byte the same for all faces and are stored once.
    """
    regions = cjk()
    faces = {}
    for font in TTCollection(path).fonts:
        family = font["name"].getDebugName(16) or font["name"].getDebugName(1).replace(" Bold", "")
        if "Mono" not in family and family[-2:] in regions:
            faces[family[-2:]] = font
    maps = {region: font.getBestCmap() for region, font in faces.items()}
    glyph_of = {}
    for region in ("JP", "SC", "TC", "KR"):
        for c in sorted(regions[region]):
            if c in maps[region]:
                glyph_of.setdefault(c, maps[region][c])
    kept = {maps[region][c] for region, chars in regions.items() for c in chars if c in maps[region]}
    done = TTCollection()
    for region in ("JP", "KR", "SC", "TC"):
        font = faces[region]
        full = {c: maps[region][c] if maps[region].get(c) in kept else glyph for c, glyph in glyph_of.items()}
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format != 14:
                table.cmap = {c: g for c, g in full.items() if c <= 0xFFFF or table.format == 12}
        s = subset.Subsetter(options("", "cjk"))
        s.populate(unicodes=set(full), glyphs=sorted(kept))
        s.subset(font)
        rename(font, "Noto Sans CJK " + region, weight, False)
        done.fonts.append(font)
    done.save(out, shareTables=True)

def licence_text(source, folder):
    if source.startswith("expo:"):
        return open(folder + "/package/LICENSE_FONT", encoding="utf-8-sig").read()
    if source.startswith("npm:"):
        return open(folder + "/package/LICENSE.txt", encoding="utf-8").read()
    package = source.split(":")[1].split("/")[0]
    return DEBIAN_COPYRIGHT[package] + OFL

def kind_of(text):
    if "Open Font License" in text or "OPEN FONT LICENSE" in text or "SIL" in text:
        return "OFL-1.1"
    if "Apache License" in text:
        return "Apache-2.0"
    raise SystemExit("unknown font licence: " + text[:200])

def version_of(path):
    return (TTCollection(path).fonts[0] if path.endswith("c") else TTFont(path))["name"].getDebugName(5).split(";")[0].replace("Version ", "")

def main():
    args = argparse.ArgumentParser()
    args.add_argument("--work", default="/tmp/plantain-fonts")
    args.add_argument("--only")
    args = args.parse_args()
    os.makedirs(FONTS + "/licences", exist_ok=True)
    faces, licences = [], []
    for line in open(os.path.join(HERE, "fonts.tsv")):
        if line.startswith("#") or not line.strip():
            continue
        family, cls, source, weights, scripts = line.rstrip("\n").split("\t")
        folder = fetch(source.split("@")[0] if source.startswith("npm") else source, args.work)
        licence = licence_text(source, folder)
        stem = family.replace(" ", "")
        names = [family]
        for item in weights.split(","):
            italic, weight = item.endswith("i"), item.rstrip("i")
            path = locate(source, weight, italic, folder)
            ext = "ttc" if scripts == "cjk" else "ttf"
            file = f"{stem}-{weight.replace('100-900', 'Variable')}{'-Italic' if italic else ''}.{ext}"
            out = os.path.join(FONTS, file)
            if not os.path.exists(out) or args.only == family:
                print(file, flush=True)
                bake_cjk(path, weight, out) if ext == "ttc" else bake(family, scripts, source, weight, italic, path, licence, out)
            if ext == "ttc":
                names = [f["name"].getDebugName(1) for f in TTCollection(out).fonts]
            version = version_of(path)
            for index, name in enumerate(names):
                faces.append((name, file, index, weight, italic, cls, scripts))
        open(f"{FONTS}/licences/{stem}.txt", "w").write(licence.strip() + "\n")
        licences.append((family, version, kind_of(licence), stem))
    write_catalog(faces, licences)

def write_catalog(faces, licences):
    scripts_of = {"Noto Sans CJK JP": "han kana", "Noto Sans CJK KR": "han hangul", "Noto Sans CJK SC": "han", "Noto Sans CJK TC": "han bopomofo"}
    cap = lambda s: s[0].upper() + s[1:]
    order, files = [], {}
    for _, file, *_ in faces:
        if file not in files:
            files[file] = re.sub(r"\W", "_", file.rsplit(".", 1)[0]).upper()
            order.append(file)
    out = [open(os.path.join(HERE, "catalog_head.rs")).read()]
    for f in order:
        out.append(f'static {files[f]}: FontFile = font_file!("{f}");\n')
    out.append("\n/// Every embedded face, text families first, then the fallbacks for other scripts and symbols.\npub static FACES: &[Face] = &[\n")
    for name, file, index, weight, italic, cls, scripts in faces:
        lo, _, hi = weight.partition("-")
        sc = ", ".join("Script::" + cap(s) for s in scripts_of.get(name, scripts).split())
        out.append(f'    Face {{ family: "{name}", data: &{files[file]}, index: {index}, weights: ({lo}, {hi or lo}), italic: {str(italic).lower()}, '
                   f"class: Class::{cap(cls)}, scripts: &[{sc}] }},\n")
    out.append("];\n\n/// The licence of every embedded family.\npub static LICENCES: &[FontLicence] = &[\n")
    for family, version, kind, stem in licences:
        out.append(f'    FontLicence {{ family: "{family}", version: "{version}", licence: "{kind}", text: include_str!("../../fonts/licences/{stem}.txt") }},\n')
    out.append("];\n")
    tests = os.path.join(HERE, "catalog_tests.rs")
    if os.path.exists(tests):
        out.append("\n" + open(tests).read())
    os.makedirs(os.path.dirname(CATALOG), exist_ok=True)
    open(CATALOG, "w").write("".join(out))
    subprocess.run(["rustfmt", "--edition", "2024", CATALOG], check=False)

if __name__ == "__main__":
    sys.exit(main())
