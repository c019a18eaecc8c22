//! Dashboards: figures, a leading chart, a breakdown and a table in a product's frame.
//!
//! [`content`] decides what is shown, [`blocks`] builds the parts, [`frames`] arranges them for the canvas.

use plantain_scene::theme::Theme;

use crate::studio::{Draft, Studio};

mod blocks;
mod cells;
mod content;
mod frames;
mod hero;

use content::Content;
use frames::Frame;

pub(super) use hero::axis_format;

/// Themes that suit screens with figures.
const THEMES: [&str; 6] = [
    "minimal",
    "corporate",
    "night",
    "botanical",
    "friendly",
    "pastel",
];
/// Themes for trading and coins.
const THEMES_TRADING: [&str; 4] = ["night", "neon", "corporate", "minimal"];
/// Themes looked at for one picture.
const THEMES_MAX: usize = 3;

/// Returns drafts over frame and theme, the most fitting first.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let content = Content::of(studio);
    let custom = if matches!(content.topic.name, "crypto") {
        &THEMES_TRADING[..]
    } else {
        &THEMES[..]
    };
    let themes = studio.themes(custom, THEMES_MAX);
    // A style that the prompt names is not up for change; otherwise every frame comes in another theme.
    let named = studio.names_theme();
    let turn = studio.rng(&studio.brief.prompt).below(themes.len());
    let frames = Frame::fitting(studio, &content);
    let mut drafts = Vec::new();
    for (f, frame) in frames.iter().enumerate() {
        let theme = if named {
            &themes[0]
        } else {
            &themes[(f + turn) % themes.len()]
        };
        drafts.push(draft(
            studio,
            &content,
            theme,
            *frame,
            0.95 - 0.05 * f as f32,
        ));
    }
    drafts
}

fn draft(
    studio: &Studio<'_>,
    content: &Content,
    theme: &Theme,
    frame: Frame,
    liking: f32,
) -> Draft {
    let root = frames::build(frame, content, theme, studio.width, studio.height);
    let figures = content.tiles.iter().filter(|t| !t.invented()).count()
        + usize::from(content.hero.value_literal);
    Draft::new(frame.name(), theme.clone(), root)
        .because(format!(
            "A {} frame in the {} theme: {} and a canvas of {:.0} by {:.0} units.",
            frame.name(),
            theme.name,
            match figures {
                0 => "no figure is given".to_owned(),
                1 => "one given figure leads".to_owned(),
                n => format!("{n} given figures"),
            },
            studio.width,
            studio.height
        ))
        .because(format!(
            "Navigation, sample figures and table follow the subject “{}”.",
            content.topic.name
        ))
        .liked(liking)
}
