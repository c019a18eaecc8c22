//! Charts that fill the picture: title, data in proportion, labels as given.
//!
//! [`specs`] turns the brief's data into charts, [`samples`] invents what only was described, [`pages`] arranges.

use plantain_scene::theme::Theme;

use crate::studio::{Draft, Studio};

mod fields;
mod gauges;
mod given;
mod goal;
mod pages;
mod plan;
mod samples;
mod spans;
mod specs;
mod stress;
mod tints;
mod titles;
mod total;

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
const THEMES_MAX: usize = 7;

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
        let plot = plot.varied(turn + i, studio);
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

#[cfg(test)]
mod tests {
    use plantain_read::read;
    use plantain_scene::{Canvas, Scene, layout, scene::SCENE_VERSION};

    use super::*;
    use crate::score::judge;

    const PROMPTS: [&str; 9] = [
        "Bar chart titled \"Quarterly Revenue\": \"Q1\" \"4.2\", \"Q2\" \"5.1\", \"Q3\" \"4.8\", \"Q4\" \"6.3\". blue bars with values on top",
        "histogram of exam scores, title 'Exam Scores', bins '50-59' '60-69' '70-79' '80-89' '90-100' counts '3' '7' '12' '9' '4'",
        "Pie chart titled Favourite Pets: Dogs 45% Cats 35% Fish 12% Other 8%",
        "two pies side by side titled \"2016\" and \"2026\", slices \"Desktop\" and \"Mobile\": \"62%\"/\"38%\" and \"29%\"/\"71%\"",
        "waterfall chart: Start 100, Sales +60, Costs -45, Tax -10, End 105",
        "3 sparkline rows: \"Sales\" \"+12%\", \"Refunds\" \"-3%\", \"Visits\" \"+28%\"",
        "scatter plot: x axis \"Hours studied\", y axis \"Test score\", positive trend, about 20 dots",
        "funnel chart: Visits 10,000, Sign-ups 2,400, Trials 800, Paid 260",
        "Gauge chart 'Customer Satisfaction' 87%",
    ];

    #[test]
    fn every_page_keeps_every_literal() {
        for prompt in PROMPTS {
            let brief = read(prompt);
            let literals: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
            for (w, h) in [(1344, 768), (1024, 1024), (768, 1344), (640, 640)] {
                let canvas = Canvas::new(w, h);
                let studio = Studio::new(&brief, canvas, true, 5);
                for draft in direct(&studio) {
                    let mut scene = Scene {
                        version: SCENE_VERSION,
                        canvas,
                        theme: draft.theme,
                        language: brief.language.0.clone(),
                        direction: crate::direction::of(&brief),
                        title: String::new(),
                        alt: String::new(),
                        root: draft.root,
                    };
                    scene.assign_ids();
                    let picture = layout::layout(&scene);
                    let verdict = judge(&picture, scene.theme.palette.canvas.0, &literals);
                    assert!(
                        !verdict.loses_literals(),
                        "{prompt} at {w}x{h}, {} in {}: {:?}",
                        draft.archetype,
                        scene.theme.name,
                        verdict.faults
                    );
                }
            }
        }
    }
}
