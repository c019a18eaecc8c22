//! Charts that fill the picture: title, data in proportion, labels as given.
//!
//! [`specs`] turns the brief's data into charts, [`samples`] invents what only was described, [`pages`] arranges.

use plantain_scene::theme::Theme;

use crate::studio::{Draft, Studio};

mod pages;
mod samples;
mod specs;

use pages::Page;
use specs::Plot;

const THEMES: [&str; 7] = [
    "minimal",
    "swiss",
    "editorial",
    "corporate",
    "botanical",
    "night",
    "pastel",
];
const THEMES_MAX: usize = 4;

/// Returns drafts over page and theme, the most fitting first.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let plot = Plot::of(studio);
    let themes = studio.themes(&THEMES, THEMES_MAX);
    let named = studio.names_theme();
    let pages = Page::fitting(studio, &plot);
    let turn = studio.rng(&studio.brief.prompt).below(themes.len());
    let mut drafts = Vec::new();
    for (i, page) in pages.iter().enumerate() {
        let theme = if named {
            &themes[0]
        } else {
            &themes[(i + turn) % themes.len()]
        };
        drafts.push(draft(studio, &plot, theme, *page, 0.95 - 0.04 * i as f32));
    }
    drafts
}

fn draft(studio: &Studio<'_>, plot: &Plot, theme: &Theme, page: Page, liking: f32) -> Draft {
    let root = pages::build(page, plot, theme, studio);
    let mut draft = Draft::new(page.name(), theme.clone(), root)
        .because(format!(
            "The {} takes the whole picture, since the prompt asks for a chart and nothing else.",
            plot.kind_name()
        ))
        .liked(liking);
    draft = if plot.given {
        draft.because(
            "All forms are in proportion to the given values, which are printed as written.",
        )
    } else {
        draft.because(
            "No values were given, so plausible sample data show the shape that was described.",
        )
    };
    draft
}
