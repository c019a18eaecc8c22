//! Writes the numbers of a planned picture in the digits of its prompt.

use plantain_read::Numerals;
use plantain_scene::Node;
use plantain_scene::chart::ChartSpec;
use plantain_scene::node::{Content, Text};

/// Writes every text and chart of a tree in the digits of the prompt.
pub fn write(root: &mut Node, numerals: Numerals) {
    if numerals.nought().is_none() {
        return;
    }
    root.visit_mut(&mut |node| match &mut node.content {
        Content::Text(text) => in_text(text, numerals),
        Content::Chart(spec) => in_chart(spec, numerals),
        _ => {}
    });
}

/// Parts in another weight or colour keep their letters.
fn in_text(text: &mut Text, numerals: Numerals) {
    for span in &mut text.spans {
        for end in [&mut span.start, &mut span.end] {
            if let Some(before) = text.text.get(..*end) {
                *end = numerals.write(before).len();
            }
        }
    }
    text.text = numerals.write(&text.text);
}

fn in_chart(spec: &mut ChartSpec, numerals: Numerals) {
    spec.format.nought = numerals.nought();
    let series = spec
        .series
        .iter_mut()
        .flat_map(|series| std::iter::once(&mut series.name).chain(&mut series.shown));
    let texts = spec
        .labels
        .iter_mut()
        .chain(&mut spec.ticks)
        .chain(spec.x_title.iter_mut())
        .chain(spec.y_title.iter_mut())
        .chain(spec.center.iter_mut().flatten())
        .chain(spec.callout.iter_mut().flatten())
        .chain([&mut spec.format.prefix, &mut spec.format.suffix])
        .chain(series);
    for text in texts {
        *text = numerals.write(text);
    }
}
