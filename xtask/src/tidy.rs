//! Checks the shelves: a crate imports from lower shelves only, and only the program and tests import plugs.

use std::collections::BTreeMap;
use std::path::Path;

/// Crates by shelf, highest first. A crate may use its own shelf's neighbours only where [`NEIGHBOURS`] says so.
const SHELVES: &[(&str, &[&str])] = &[
    ("program", &["plantain"]),
    ("edges", &["plantain-api", "plantain-worker"]),
    ("rules", &["plantain-app"]),
    (
        "plugs",
        &[
            "plantain-easel",
            "plantain-chat",
            "plantain-db",
            "plantain-fetch",
            "plantain-limits",
            "plantain-moderation",
            "plantain-objects",
            "plantain-otlp",
            "plantain-segment",
        ],
    ),
    ("sockets", &["plantain-engine", "plantain-store"]),
    (
        "matter",
        &[
            "plantain-read",
            "plantain-scene",
            "plantain-image",
            "plantain-retouch",
            "plantain-art",
        ],
    ),
    ("words", &["plantain-core"]),
];
/// Uses within a shelf: art is the matter of scenes, pictures that of retouching.
const NEIGHBOURS: &[(&str, &str)] = &[
    ("plantain-scene", "plantain-art"),
    ("plantain-retouch", "plantain-image"),
];
/// Crates beside the shelves: they may use anything, and only as dev-dependencies may anything use them.
const BESIDE: &[&str] = &["plantain-testkit", "xtask"];
/// Files that are tables may be longer than this.
const LINES_MAX: usize = 1_500;
/// Names that say nothing.
const VAGUE: &[&str] = &["common", "util", "utils", "helpers", "misc"];

/// Returns what is out of place, a sentence each.
pub fn run(root: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let folder = root.join("crates");
    let mut manifests = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        let manifest = path.join("Cargo.toml");
        if manifest.is_file() {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let text = std::fs::read_to_string(&manifest)
                .map_err(|e| format!("{}: {e}", manifest.display()))?;
            manifests.insert(name, text);
        }
    }
    for (name, manifest) in &manifests {
        check_crate(name, manifest, &mut found);
    }
    check_files(root, &folder, &mut found)?;
    Ok(found)
}

fn check_crate(name: &str, manifest: &str, found: &mut Vec<String>) {
    if BESIDE.contains(&name) {
        return;
    }
    let Some(own) = shelf(name) else {
        found.push(format!(
            "crates/{name} stands on no shelf: add it to xtask/src/tidy.rs."
        ));
        return;
    };
    for used in dependencies(manifest) {
        if BESIDE.contains(&used.as_str()) {
            found.push(format!("{name} uses {used} outside of its tests."));
            continue;
        }
        let Some(other) = shelf(&used) else { continue };
        let plug = SHELVES[other].0 == "plugs" && SHELVES[own].0 != "program";
        let level = other == own && !NEIGHBOURS.contains(&(name, used.as_str()));
        if other < own || plug || level {
            found.push(format!(
                "{name} ({}) must not use {used} ({}).",
                SHELVES[own].0, SHELVES[other].0
            ));
        }
    }
}

fn shelf(name: &str) -> Option<usize> {
    SHELVES
        .iter()
        .position(|(_, crates)| crates.contains(&name))
}

/// Returns the crates of the workspace in a manifest's `[dependencies]`.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut used = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim() == "[dependencies]";
        } else if inside && line.starts_with("plantain-") {
            used.push(
                line.split(['.', ' ', '='])
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            );
        }
    }
    used
}

fn check_files(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<(), String> {
    for entry in std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let shown = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .display()
            .to_string();
        if path.is_dir() {
            if stem != "target" {
                check_files(root, &path, found)?;
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            if VAGUE.contains(&stem.as_str()) {
                found.push(format!(
                    "{shown}: `{stem}` says nothing about what is inside."
                ));
            }
            let lines = std::fs::read_to_string(&path)
                .map_err(|e| format!("{shown}: {e}"))?
                .lines()
                .count();
            if lines > LINES_MAX {
                found.push(format!(
                    "{shown} has {lines} lines: is there a second noun in it?"
                ));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, manifest: &str, want: usize) {
        let mut found = Vec::new();
        check_crate(name, manifest, &mut found);
        assert_eq!(found.len(), want, "{found:?}");
    }

    #[test]
    fn shelves_hold() {
        check(
            "plantain-easel",
            "[dependencies]\nplantain-scene.workspace = true\n",
            0,
        );
        check(
            "plantain-scene",
            "[dependencies]\nplantain-easel.workspace = true\n",
            1,
        );
        check(
            "plantain-app",
            "[dependencies]\nplantain-db = { path = \"x\" }\n",
            1,
        );
        check(
            "plantain-scene",
            "[dependencies]\nplantain-read.workspace = true\n",
            1,
        );
        check(
            "plantain-scene",
            "[dev-dependencies]\nplantain-testkit.workspace = true\n",
            0,
        );
        check(
            "plantain-core",
            "[dependencies]\nplantain-testkit.workspace = true\n",
            1,
        );
        check("plantain-shed", "[dependencies]\n", 1);
    }
}
