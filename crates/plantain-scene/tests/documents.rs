//! Scene documents that must stay readable: those of older versions, and the one that the manual shows.

use std::path::Path;

use plantain_scene::draw::rasterize;
use plantain_scene::layout::{Picture, layout};
use plantain_scene::{Scene, theme};

fn check(scene: &Scene, texts: &[&str]) -> Picture {
    let picture = layout(scene);
    for text in texts {
        let found = picture.texts.iter().find(|own| own.text == *text);
        let found = found.unwrap_or_else(|| panic!("{text:?} is not on the picture"));
        assert!(!found.overflow, "{text:?} is cut");
    }
    let rgba = rasterize(&picture, scene.canvas);
    let first = &rgba[..4];
    assert!(
        rgba.chunks_exact(4).any(|pixel| pixel != first),
        "something is drawn"
    );
    picture
}

#[test]
fn documents_of_every_version_draw() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions");
    let text = std::fs::read_to_string(folder.join("1.json")).unwrap();
    let scene = Scene::from_json(&text).unwrap();
    let picture = check(&scene, &["A", "B"]);
    let chart = picture
        .boxes
        .iter()
        .find(|own| own.kind == "chart")
        .unwrap();
    assert!(chart.rect.width() > 300.0 && chart.rect.height() > 300.0);
    let again = Scene::from_json(&serde_json::to_string(&scene).unwrap()).unwrap();
    assert_eq!(again, scene, "what is written is read");
}

#[test]
fn the_manual_s_example_draws() {
    let manual = include_str!("../../../docs/scene.md");
    let example = manual.split("```json").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let mut scene: serde_json::Value = serde_json::from_str(example).unwrap();
    let minimal = theme::preset("minimal").unwrap().theme();
    scene["theme"] = serde_json::to_value(minimal).unwrap();
    let scene = Scene::from_json(&scene.to_string()).unwrap();
    let picture = check(&scene, &["Harvest Fair"]);
    assert!(
        picture
            .boxes
            .iter()
            .any(|own| own.id == "art" && own.rect.height() > 100.0)
    );
}
