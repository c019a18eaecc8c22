//! Points of a chart that go, change places, or stand in another order.

use plantain_engine::EngineError;
use plantain_read::{SortKey, Which};
use plantain_scene::chart::ChartSpec;
use plantain_scene::color::Token;
use plantain_scene::node::Content;

use super::{index_of, number};
use crate::edit::scene::find::fold;
use crate::edit::scene::sheet::Sheet;

/// Takes the point of a label out of its chart; false where no chart has it.
pub fn remove(sheet: &mut Sheet<'_>, label: &str) -> Result<bool, EngineError> {
    let Some((id, at)) = point(sheet, label) else {
        return Ok(false);
    };
    let name = arranged(sheet, &id, |spec| {
        let name = spec.labels[at].clone();
        let rest: Vec<usize> = (0..spec.labels.len()).filter(|i| *i != at).collect();
        if rest.is_empty() {
            return None;
        }
        arrange(spec, &rest);
        Some(name)
    });
    let Some(name) = name else {
        return Err(EngineError::NothingChanged {
            why: format!("“{label}” is the only point of the chart"),
        });
    };
    sheet.because(format!("The chart has no “{name}” any more."));
    Ok(true)
}

/// Makes one point of several: it stands where the first stood, its value is told or the sum of theirs.
///
/// # Errors
/// [`EngineError::TargetNotLocated`] where no chart has all of them.
pub fn merge(
    sheet: &mut Sheet<'_>,
    labels: &[String],
    into: &str,
    value: Option<&str>,
) -> Result<(), EngineError> {
    let places: Vec<(String, usize)> = labels
        .iter()
        .map(|label| {
            point(sheet, label).ok_or_else(|| EngineError::TargetNotLocated {
                target: format!("“{label}”"),
                found: sheet.found(),
            })
        })
        .collect::<Result<_, _>>()?;
    let (id, first) = places[0].clone();
    let mut gone: Vec<usize> = places[1..].iter().map(|(_, at)| *at).collect();
    gone.retain(|at| *at != first);
    if places.iter().any(|(other, _)| *other != id) || gone.is_empty() {
        return Err(EngineError::NothingChanged {
            why: "these are not points of one chart".into(),
        });
    }
    let told = value.and_then(|value| Some((number(value)?, value.to_owned())));
    arranged(sheet, &id, |spec| {
        into.clone_into(&mut spec.labels[first]);
        let format = spec.format.clone();
        for (n, series) in spec.series.iter_mut().enumerate() {
            let own = gone.iter().filter_map(|at| series.values.get(*at));
            let sum = own.sum::<f64>() + series.values.get(first).copied().unwrap_or(0.0);
            // A value that is told is that of the first series.
            let told = told.as_ref().filter(|_| n == 0);
            if let Some(value) = series.values.get_mut(first) {
                *value = told.map_or(sum, |(value, _)| *value);
            }
            if let Some(shown) = series.shown.get_mut(first) {
                let text =
                    told.map_or_else(|| format.write(sum, decimals(sum)), |(_, t)| t.clone());
                *shown = super::shown_as(Some(shown), &text);
            }
        }
        let rest: Vec<usize> = (0..spec.labels.len())
            .filter(|i| !gone.contains(i))
            .collect();
        arrange(spec, &rest);
        Some(())
    });
    sheet.because(format!(
        "{} are “{into}” in the chart now.",
        labels.join(" and ")
    ));
    Ok(())
}

/// Decimal places that a sum needs, at most two.
fn decimals(value: f64) -> usize {
    [0, 1]
        .into_iter()
        .find(|places| {
            let k = 10f64.powi(*places as i32);
            ((value * k).round() - value * k).abs() < 1e-6
        })
        .unwrap_or(2)
}

/// Takes the series of a name out of its chart; false where no chart has it.
pub fn remove_series(sheet: &mut Sheet<'_>, name: &str) -> Result<bool, EngineError> {
    let wanted = fold(name);
    let named = |spec: &ChartSpec| spec.series.iter().position(|own| fold(&own.name) == wanted);
    let charts = sheet.charts();
    let found = charts
        .iter()
        .find_map(|chart| match &sheet.node(&chart.id)?.content {
            Content::Chart(spec) => Some((chart.id.clone(), named(spec)?)),
            _ => None,
        });
    let Some((id, at)) = found else {
        return Ok(false);
    };
    let gone = arranged(sheet, &id, |spec| {
        if spec.series.len() < 2 {
            return None;
        }
        // Those that stay keep the colours that their places gave them.
        for (i, series) in spec.series.iter_mut().enumerate().skip(at + 1) {
            let place = u8::try_from(i).unwrap_or(u8::MAX);
            if !series.quiet {
                series.color.get_or_insert(Token::Series(place).into());
            }
        }
        Some(spec.series.remove(at))
    });
    let Some(gone) = gone else {
        return Err(EngineError::NothingChanged {
            why: format!("“{name}” is the only series of the chart"),
        });
    };
    sheet.because(format!("The chart shows “{}” no more.", gone.name));
    Ok(true)
}

/// Lets two points of one chart change places; false where no chart has both.
pub fn swap(sheet: &mut Sheet<'_>, one: &str, other: &str) -> Result<bool, EngineError> {
    let (Some((id, a)), Some((second, b))) = (point(sheet, one), point(sheet, other)) else {
        return Ok(false);
    };
    if id != second || a == b {
        return Ok(false);
    }
    arranged(sheet, &id, |spec| {
        let mut order: Vec<usize> = (0..spec.labels.len()).collect();
        order.swap(a, b);
        arrange(spec, &order);
        Some(())
    });
    sheet.because(format!(
        "“{one}” and “{other}” changed places in the chart."
    ));
    Ok(true)
}

/// Lets the point of a label stand at another place of its chart; false where no chart has it.
pub fn rank(sheet: &mut Sheet<'_>, label: &str, to: Which) -> Result<bool, EngineError> {
    let Some((id, at)) = point(sheet, label) else {
        return Ok(false);
    };
    let moved = arranged(sheet, &id, |spec| {
        let n = spec.labels.len();
        let place = match to {
            Which::Nth(place) => (place as usize).min(n - 1),
            Which::Middle => n / 2,
            _ => n - 1,
        };
        let mut order: Vec<usize> = (0..n).filter(|i| *i != at).collect();
        order.insert(place, at);
        arrange(spec, &order);
        (place != at).then_some(())
    });
    if moved.is_none() {
        return Err(EngineError::NothingChanged {
            why: format!("“{label}” stands there already"),
        });
    }
    sheet.because(format!("“{label}” stands at another place of the chart."));
    Ok(true)
}

/// Brings the point of a label to the fore; false where no chart has it.
pub fn highlight(sheet: &mut Sheet<'_>, label: &str) -> bool {
    let Some((id, at)) = point(sheet, label) else {
        return false;
    };
    arranged(sheet, &id, |spec| {
        spec.highlight = Some(at);
        Some(())
    });
    sheet.point = Some((id, label.to_owned()));
    sheet.because(format!("“{label}” stands out in the chart."));
    true
}

/// Sorts the points of the chart that the picture is about; false where there is none.
pub fn sort(sheet: &mut Sheet<'_>, by: SortKey, descending: bool) -> Result<bool, EngineError> {
    let Some(id) = main(sheet) else {
        return Ok(false);
    };
    let sorted = arranged(sheet, &id, |spec| {
        let before: Vec<usize> = (0..spec.labels.len()).collect();
        let mut order = before.clone();
        match by {
            SortKey::Value => {
                let values = spec.series.first()?.values.clone();
                let value = |i: &usize| values.get(*i).copied().unwrap_or(0.0);
                order.sort_by(|a, b| value(a).total_cmp(&value(b)));
            }
            SortKey::Place => {}
            SortKey::Name => order.sort_by_key(|i| spec.labels[*i].to_lowercase()),
            SortKey::Date => {
                let value = |i: &usize| number(&spec.labels[*i]).unwrap_or(0.0);
                order.sort_by(|a, b| value(a).total_cmp(&value(b)));
            }
        }
        if descending {
            order.reverse();
        }
        if order == before {
            return None;
        }
        arrange(spec, &order);
        Some(())
    });
    if sorted.is_none() {
        return Err(EngineError::NothingChanged {
            why: "the chart stands in that order already".into(),
        });
    }
    sheet.because("The chart stands in that order now.");
    Ok(true)
}

/// Returns the chart that shows what was given, if the picture has one.
pub fn main(sheet: &mut Sheet<'_>) -> Option<String> {
    let charts = sheet.charts();
    let given = charts.iter().find(|chart| {
        sheet.node(&chart.id).is_some_and(|node| {
            let Content::Chart(spec) = &node.content else {
                return false;
            };
            !node.filler && spec.labels.len() > 1
        })
    });
    given.map(|chart| chart.id.clone())
}

/// Returns the chart that has a label, and which of its points.
fn point(sheet: &mut Sheet<'_>, label: &str) -> Option<(String, usize)> {
    let charts = sheet.charts();
    charts.iter().find_map(|chart| {
        let Content::Chart(spec) = &sheet.node(&chart.id)?.content else {
            return None;
        };
        Some((chart.id.clone(), index_of(spec, label)?))
    })
}

/// Does `change` on the chart; what it was about is remembered for "it".
fn arranged<T>(
    sheet: &mut Sheet<'_>,
    id: &str,
    change: impl FnOnce(&mut ChartSpec) -> Option<T>,
) -> Option<T> {
    let node = sheet.node_mut(id)?;
    let Content::Chart(spec) = &mut node.content else {
        return None;
    };
    let done = change(spec)?;
    node.filler = false;
    sheet.same = vec![id.to_owned()];
    sheet.touch();
    Some(done)
}

/// Leaves the points of `order`, in that order, in every series.
fn arrange(spec: &mut ChartSpec, order: &[usize]) {
    fn pick<T: Clone>(list: &mut Vec<T>, order: &[usize]) {
        if !list.is_empty() {
            *list = order.iter().filter_map(|i| list.get(*i).cloned()).collect();
        }
    }
    pick(&mut spec.labels, order);
    for series in &mut spec.series {
        pick(&mut series.values, order);
        pick(&mut series.x, order);
        pick(&mut series.shown, order);
        pick(&mut series.colors, order);
    }
    spec.highlight = spec
        .highlight
        .and_then(|at| order.iter().position(|i| *i == at));
}
