//! Packs the published icon, emoji and flag sets and our own drawings into the tables that `plantain-art` embeds.
//!
//! `bake-art ICONS EMOJI FLAGS`: the unpacked npm packages lucide-static, @iconify-json/fluent-emoji-flat and
//! country-flag-icons. Our own drawings come from `crates/plantain-art/drawn`.

mod coverage;
mod pack;
mod svg;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use pack::{Icon, Object};

/// The longer side of every object's view box after baking.
const OBJECT_GRID: f64 = 32.0;

/// Emoji that the package lists no object for: an alias, and groups of people that we drew.
const MORE_SEQUENCES: &[(&str, &str)] = &[
    ("1f449", "backhand-index-pointing-right"),
    ("1f449-1f3fb", "backhand-index-pointing-right-light"),
    ("1f449-1f3fc", "backhand-index-pointing-right-medium-light"),
    ("1f449-1f3fd", "backhand-index-pointing-right-medium"),
    ("1f449-1f3fe", "backhand-index-pointing-right-medium-dark"),
    ("1f449-1f3ff", "backhand-index-pointing-right-dark"),
    ("1f46a", "family"),
    ("1f46b", "couple"),
    ("1f46c", "two-men"),
    ("1f46d", "two-women"),
    ("1f48f", "couple-with-heart"),
    ("1f491", "couple-with-heart"),
];

pub fn run(args: &[String]) -> Result<(), String> {
    let [icons, emoji, flags] = args else {
        return Err(
            "expected the folders of lucide-static, fluent-emoji-flat and country-flag-icons"
                .into(),
        );
    };
    let art = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/plantain-art");
    let icons = read_icons(Path::new(icons))?;
    write(&art.join("data/icons.bin"), &pack::icons(&icons))?;

    let mut objects = BTreeMap::new();
    for object in read_emoji(Path::new(emoji))? {
        objects.insert(object.name.clone(), object);
    }
    for object in read_folder(&Path::new(flags).join("3x2"), "flag-")? {
        objects.insert(object.name.clone(), object);
    }
    for object in read_folder(&art.join("drawn"), "")? {
        objects.insert(object.name.clone(), object);
    }
    println!("{} icons, {} objects", icons.len(), objects.len());
    write(
        &art.join("data/objects.bin"),
        &pack::objects(objects.values()),
    )?;
    write(
        &art.join("data/emoji.tsv"),
        read_sequences(Path::new(emoji))?.as_bytes(),
    )
}

/// Reads every icon of the package, those under a former name too.
fn read_icons(package: &Path) -> Result<Vec<Icon>, String> {
    let tags = json(&package.join("tags.json"))?;
    svg_files(&package.join("icons"))?
        .iter()
        .map(|path| {
            let name = stem(path);
            let text = read(path)?.replace("currentColor", "#000");
            let words = tags[&name]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|tag| tag.as_str().map(str::to_lowercase))
                .collect();
            let paths = svg::strokes(&text).map_err(|e| format!("{name}: {e}"))?;
            Ok(Icon {
                name,
                tags: words,
                paths,
            })
        })
        .collect()
}

fn read_emoji(package: &Path) -> Result<Vec<Object>, String> {
    let set = json(&package.join("icons.json"))?;
    let mut objects = Vec::new();
    let wrap = |body: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 32 32\">{body}</svg>"
        )
    };
    for (name, icon) in set["icons"].as_object().ok_or("icons.json has no icons")? {
        objects.push(object(
            name,
            &wrap(icon["body"].as_str().unwrap_or_default()),
        )?);
    }
    for (name, alias) in set["aliases"].as_object().into_iter().flatten() {
        let parent = alias["parent"].as_str().unwrap_or_default();
        let Some(body) = set["icons"][parent]["body"].as_str() else {
            continue;
        };
        let body = match alias["hFlip"].as_bool() {
            Some(true) => format!("<g transform=\"matrix(-1 0 0 1 32 0)\">{body}</g>"),
            _ => body.to_string(),
        };
        objects.push(object(name, &wrap(&body))?);
    }
    Ok(objects)
}

/// Returns `code points in hex joined by '-'`, tab, `object name` lines, sorted.
fn read_sequences(package: &Path) -> Result<String, String> {
    let chars = json(&package.join("chars.json"))?;
    let mut lines: BTreeMap<String, String> = chars
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, name)| {
            (
                key.replace("-fe0f", ""),
                name.as_str().unwrap_or_default().to_string(),
            )
        })
        .collect();
    for (key, name) in MORE_SEQUENCES {
        lines
            .entry(key.to_string())
            .or_insert_with(|| name.to_string());
    }
    Ok(lines
        .into_iter()
        .map(|(key, name)| format!("{key}\t{name}\n"))
        .collect())
}

fn read_folder(folder: &Path, prefix: &str) -> Result<Vec<Object>, String> {
    svg_files(folder)?
        .iter()
        .map(|path| object(&format!("{prefix}{}", stem(path)), &read(path)?))
        .collect()
}

fn svg_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "svg"))
        .collect();
    paths.sort_by_key(|path| stem(path));
    Ok(paths)
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn object(name: &str, text: &str) -> Result<Object, String> {
    let (size, parts) = svg::parts(text, OBJECT_GRID).map_err(|e| format!("{name}: {e}"))?;
    let shares = coverage::shares(size, &parts);
    Ok(Object {
        name: name.to_string(),
        size,
        parts,
        shares,
    })
}

fn json(path: &Path) -> Result<Value, String> {
    serde_json::from_str(&read(path)?).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    println!("{}: {} bytes", path.display(), bytes.len());
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
