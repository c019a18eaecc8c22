//! Reads documents of every version of the format that was ever written.

use serde::Deserialize;
use serde_json::Value;

use super::{SCENE_VERSION, Scene};

/// Turns a document of one version into one of the next.
type Step = fn(&mut Value) -> Result<(), String>;

/// The step at index `n` begins at version `n + 1`.
const STEPS: [Step; SCENE_VERSION as usize - 1] = [];

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

impl Scene {
    /// Reads a scene document from outside, of this or an older version of the format.
    ///
    /// # Errors
    /// A sentence naming the field, its value and what is allowed.
    pub fn from_json(json: &str) -> Result<Self, String> {
        let text = |error: serde_json::Error| error.to_string();
        let Versioned { version } = serde_json::from_str(json).map_err(text)?;
        let scene: Self = if version == SCENE_VERSION {
            serde_json::from_str(json).map_err(text)?
        } else {
            let mut document = serde_json::from_str(json).map_err(text)?;
            raise(&mut document, version)?;
            serde_json::from_value(document).map_err(text)?
        };
        scene.validate()?;
        Ok(scene)
    }
}

/// Brings a document from `version` to the one that this build draws.
fn raise(document: &mut Value, version: u32) -> Result<(), String> {
    if version == 0 || version > SCENE_VERSION {
        return Err(format!(
            "version {version}: this build draws versions 1 to {SCENE_VERSION}"
        ));
    }
    for step in &STEPS[version as usize - 1..] {
        step(document)?;
    }
    document["version"] = SCENE_VERSION.into();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_never_were_are_refused() {
        let document = include_str!("../../tests/versions/1.json");
        assert!(Scene::from_json(document).is_ok());
        for version in [0, SCENE_VERSION + 1, u32::MAX] {
            let other = document.replacen("\"version\": 1", &format!("\"version\": {version}"), 1);
            let why = Scene::from_json(&other).unwrap_err();
            assert!(why.contains(&format!("version {version}")), "{why}");
        }
        assert!(Scene::from_json("{}").unwrap_err().contains("version"));
    }
}
