//! Words of charts, which are no nodes of their own.

use plantain_engine::EngineError;
use plantain_read::{Referent, Target};
use plantain_scene::chart::ChartSpec;
use plantain_scene::node::Content;

use crate::edit::scene::find::fold;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::short;

/// Words of a chart are no nodes of their own: sets them anew where the chart says the old ones, else ends with `error`.
pub(super) fn in_a_chart(
    sheet: &mut Sheet<'_>,
    (target, from): (&Target, Option<&str>),
    to: &str,
    error: EngineError,
) -> Result<(), EngineError> {
    let old = from.or(match &target.what {
        Referent::Text(words) => Some(words.as_str()),
        _ => None,
    });
    if !old.is_some_and(|old| relabel(sheet, old, to)) {
        return Err(error);
    }
    let charts = sheet.charts();
    sheet.point = charts
        .first()
        .map(|chart| (chart.id.clone(), to.to_owned()));
    sheet.because(format!("The chart says “{}” now.", short(to)));
    Ok(())
}

/// Changes a word of a chart; returns whether there was one.
fn relabel(sheet: &mut Sheet<'_>, old: &str, to: &str) -> bool {
    let wanted = fold(old);
    let mut changed = false;
    sheet.touch().root.visit_mut(&mut |node| {
        if let Content::Chart(spec) = &mut node.content {
            for word in words_of(spec) {
                if fold(word) == wanted && word != to {
                    to.clone_into(word);
                    changed = true;
                }
            }
        }
    });
    changed
}

/// Returns all words of a chart.
fn words_of(spec: &mut ChartSpec) -> Vec<&mut String> {
    let mut out: Vec<&mut String> = spec.labels.iter_mut().collect();
    out.extend(spec.series.iter_mut().map(|series| &mut series.name));
    out.extend(spec.x_title.iter_mut());
    out.extend(spec.y_title.iter_mut());
    out.extend(spec.center.iter_mut().flatten());
    out.extend(spec.callout.iter_mut().flatten());
    out.extend(spec.ticks.iter_mut());
    out
}
