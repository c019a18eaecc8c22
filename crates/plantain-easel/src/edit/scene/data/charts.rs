//! Charts: other kinds for the same data, points that come, colours of single marks.

use plantain_engine::EngineError;
use plantain_read::{ChartKind as Asked, Color as Named, Referent, Target, Which};
use plantain_scene::chart::{ChartKind, ChartSpec};
use plantain_scene::node::Content;
use plantain_scene::{Color, Theme, Token};

use super::{index_of, number, shown_as};
use crate::edit::scene::find::fold;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Thing;
use crate::wardrobe::rgb;

/// Adds a point to the chart.
pub fn point(sheet: &mut Sheet<'_>, label: &str, value: &str) -> Result<(), EngineError> {
    let Some(amount) = number(value) else {
        return crate::edit::scene::rows::row(sheet, &[label.to_owned(), value.to_owned()]);
    };
    let Some(chart) = sheet.charts().into_iter().next() else {
        return crate::edit::scene::rows::row(sheet, &[label.to_owned(), value.to_owned()]);
    };
    if let Some(node) = sheet.node_mut(&chart.id)
        && let Content::Chart(spec) = &mut node.content
    {
        if index_of(spec, label).is_some_and(|at| fold(&spec.labels[at]) == fold(label)) {
            return Err(EngineError::NothingChanged {
                why: format!("the chart has “{label}” already"),
            });
        }
        spec.labels.push(label.to_owned());
        for (i, series) in spec.series.iter_mut().enumerate() {
            let last = series.shown.last().cloned();
            series.values.push(if i == 0 { amount } else { 0.0 });
            if let Some(last) = last {
                series.shown.push(if i == 0 {
                    shown_as(Some(&last), value)
                } else {
                    String::new()
                });
            }
        }
    }
    sheet.point = Some((chart.id.clone(), label.to_owned()));
    sheet.same = vec![chart.id];
    sheet.touch();
    sheet.because(format!("The chart has “{label}” with {value} now."));
    Ok(())
}

/// Shows the same data in another kind of chart.
pub fn chart(sheet: &mut Sheet<'_>, target: &Target, asked: Asked) -> Result<(), EngineError> {
    let kind = kind_of(asked);
    let Some(found) = meant(sheet, target)? else {
        return Err(EngineError::TargetNotLocated {
            target: "a chart".into(),
            found: sheet.found(),
        });
    };
    // A share that stands above a chart with invented parts is what the chart is about.
    let share = share_of(sheet, &found);
    let part = share.as_ref().map(|(value, _)| *value);
    let Some(node) = sheet.node_mut(&found.id) else {
        return Ok(());
    };
    let filler = node.filler;
    let Content::Chart(spec) = &mut node.content else {
        return Ok(());
    };
    // A ring of one share has no other part that anybody asked for.
    let invented = filler || is_of_one_share(spec);
    if spec.chart == kind {
        return Err(EngineError::NothingChanged {
            why: "it is a chart of that kind already".into(),
        });
    }
    let series = spec.series.len();
    let two = |kind: ChartKind| matches!(kind, ChartKind::GroupedBar | ChartKind::StackedBar);
    spec.chart = if series > 1 && kind == ChartKind::Bar {
        ChartKind::GroupedBar
    } else {
        kind
    };
    let round = matches!(
        kind,
        ChartKind::Pie | ChartKind::Donut | ChartKind::Treemap | ChartKind::Funnel
    );
    let rows = matches!(kind, ChartKind::Progress | ChartKind::Gauge);
    let bare = round || rows || kind == ChartKind::Sparkline;
    spec.axes = !bare && (kind != ChartKind::HorizontalBar || !spec.show_values);
    spec.smooth = matches!(kind, ChartKind::Line | ChartKind::Area) && spec.smooth;
    spec.highlight = None;
    spec.callout = None;
    if !round {
        spec.series.iter_mut().for_each(|s| s.colors.clear());
        if kind != ChartKind::Gauge {
            spec.center = None;
        }
    }
    if series > 1 && two(spec.chart) || round {
        spec.legend = if spec.given && round {
            plantain_scene::chart::LegendPlace::Right
        } else {
            spec.legend
        };
    }
    if rows
        && invented
        && let Some((value, shown)) = share
    {
        spec.labels = vec![String::new()];
        spec.series.truncate(1);
        if let Some(series) = spec.series.first_mut() {
            series.values = vec![value];
            series.shown = vec![shown];
            series.name.clear();
        }
        spec.range = Some([0.0, 100.0]);
        spec.legend = plantain_scene::chart::LegendPlace::None;
        node.filler = false;
    }
    if kind == ChartKind::Donut
        && invented
        && let Some(value) = part
    {
        spec.labels = vec![String::new(); 2];
        spec.series.truncate(1);
        if let Some(series) = spec.series.first_mut() {
            series.values = vec![value, (100.0 - value).max(0.0)];
            series.shown.clear();
            series.name.clear();
            series.colors = vec![Token::Accent.into(), Token::Line.into()];
        }
        spec.show_values = false;
        spec.legend = plantain_scene::chart::LegendPlace::None;
        node.filler = false;
    }
    sheet.same = vec![found.id];
    sheet.touch();
    sheet.because(
        format!("The same data is shown as {kind:?} now.")
            .replace("HorizontalBar", "horizontal bars")
            .to_string(),
    );
    Ok(())
}

/// Gives one bar, slice or point of a chart a colour of its own. False when the target means no such mark.
pub fn mark(sheet: &mut Sheet<'_>, target: &Target, color: &Named) -> Result<bool, EngineError> {
    if target.inverted && target.what == Referent::Same {
        return rest(sheet, color);
    }
    let told = match &target.what {
        Referent::Same => sheet.point.clone().map(|(id, label)| (Some(id), label)),
        // A text of these words goes before a word of a chart.
        Referent::Text(label) if !sheet.lines().iter().any(|l| fold(&l.noun) == fold(label)) => {
            Some((None, label.clone()))
        }
        _ => None,
    };
    let ordered = matches!(&target.what, Referent::Thing(noun) if is_mark(noun))
        && target.which != Which::Any;
    if told.is_none() && !ordered {
        return Ok(false);
    }
    for chart in sheet.charts() {
        if let Some((Some(id), _)) = &told
            && *id != chart.id
        {
            continue;
        }
        let theme = sheet.scene.theme.clone();
        let Some(Content::Chart(spec)) = sheet.node_mut(&chart.id).map(|node| &mut node.content)
        else {
            continue;
        };
        let at = match &told {
            Some((_, label)) => index_of(spec, label),
            None => nth(spec, target.which),
        };
        let Some(at) = at.filter(|_| has_marks(spec.chart)) else {
            continue;
        };
        each_its_own(spec, &theme);
        let Some(series) = spec.series.first_mut() else {
            continue;
        };
        let new: Color = rgb(color).into();
        if series.colors[at] == new {
            return Err(EngineError::NothingChanged {
                why: format!("it is {} already", color.name),
            });
        }
        series.colors[at] = new;
        let label = spec.labels.get(at).cloned().unwrap_or_default();
        sheet.point = Some((chart.id.clone(), label.clone()));
        sheet.same = vec![chart.id];
        sheet.touch();
        sheet.because(format!("“{label}” is {} in the chart now.", color.name));
        return Ok(true);
    }
    Ok(false)
}

/// Gives every mark of a chart a colour of its own; false where the target means no marks, or there is no chart with some.
pub fn mark_each(sheet: &mut Sheet<'_>, target: &Target, colors: &[Named]) -> bool {
    let marks = matches!(&target.what, Referent::Thing(noun) if is_mark(noun))
        || matches!(
            target.what,
            Referent::Part {
                kind: plantain_read::Component::Chart(_),
                ..
            }
        );
    if !marks || colors.len() < 2 || target.which != Which::Any {
        return false;
    }
    for chart in sheet.charts() {
        let Some(Content::Chart(spec)) = sheet.node_mut(&chart.id).map(|node| &mut node.content)
        else {
            continue;
        };
        if !has_marks(spec.chart) || spec.series.len() != 1 {
            continue;
        }
        let series = &mut spec.series[0];
        let each = colors.iter().cycle().map(|color| rgb(color).into());
        series.colors = each.take(series.values.len()).collect();
        sheet.same = vec![chart.id];
        sheet.touch();
        sheet.because("Every value of the chart has a colour of its own now.");
        return true;
    }
    false
}

/// Fills the hole of the only donut; false where there is none.
pub fn fill_center(sheet: &mut Sheet<'_>, color: plantain_scene::Rgba) -> bool {
    let mut donuts = sheet.charts();
    donuts.retain(|chart| {
        matches!(sheet.node(&chart.id).map(|node| &node.content),
            Some(Content::Chart(spec)) if spec.chart == ChartKind::Donut)
    });
    let [donut] = donuts.as_slice() else {
        return false;
    };
    let readable = sheet.unreadable();
    if let Some(Content::Chart(spec)) = sheet.node_mut(&donut.id).map(|node| &mut node.content) {
        spec.center_fill = Some(color.into());
    }
    sheet.same = vec![donut.id.clone()];
    sheet.touch();
    sheet.mend(&readable, &[]);
    true
}

/// Brings a point of a chart to the fore; false when the target means none.
pub fn highlight(sheet: &mut Sheet<'_>, target: &Target) -> Result<bool, EngineError> {
    let label = match &target.what {
        Referent::Text(label) => label.clone(),
        Referent::Thing(_) if !target.words.is_empty() => target.words.clone(),
        _ => return Ok(false),
    };
    if sheet
        .lines()
        .iter()
        .any(|line| fold(&line.noun) == fold(&label))
    {
        return Ok(false);
    }
    Ok(super::points::highlight(sheet, &label))
}

/// Writes the colour of every mark of the first series down, so that one of them can have another.
fn each_its_own(spec: &mut ChartSpec, theme: &Theme) {
    let round = matches!(spec.chart, ChartKind::Pie | ChartKind::Donut);
    let Some(series) = spec.series.first_mut() else {
        return;
    };
    let usual = series.color.filter(|_| !round);
    while series.colors.len() < series.values.len() {
        let slot = if round {
            series.colors.len().min(255) as u8
        } else {
            0
        };
        let own = usual.unwrap_or_else(|| theme.token(Token::Series(slot)).into());
        series.colors.push(own);
    }
}

/// Gives every mark a colour but the one that was spoken of last. False where none was.
fn rest(sheet: &mut Sheet<'_>, color: &Named) -> Result<bool, EngineError> {
    let Some((id, label)) = sheet.point.clone() else {
        return Ok(false);
    };
    let theme = sheet.scene.theme.clone();
    let Some(Content::Chart(spec)) = sheet.node_mut(&id).map(|node| &mut node.content) else {
        return Ok(false);
    };
    let Some(at) = index_of(spec, &label).filter(|_| has_marks(spec.chart)) else {
        return Ok(false);
    };
    each_its_own(spec, &theme);
    let new: Color = rgb(color).into();
    if let Some(series) = spec.series.first_mut() {
        for (i, own) in series.colors.iter_mut().enumerate() {
            if i != at {
                *own = new;
            }
        }
    }
    sheet.touch();
    sheet.because(format!("All but “{label}” are {} now.", color.name));
    Ok(true)
}

/// Whether a noun is what charts draw their values with.
pub fn is_mark(noun: &str) -> bool {
    matches!(
        noun,
        "bar"
            | "column"
            | "slice"
            | "point"
            | "dot"
            | "segment"
            | "value"
            | "wedge"
            | "quarter"
            | "month"
    )
}

/// Whether values of a chart stand apart, so that one of them can have a colour.
fn has_marks(kind: ChartKind) -> bool {
    matches!(
        kind,
        ChartKind::Bar
            | ChartKind::HorizontalBar
            | ChartKind::Histogram
            | ChartKind::Pie
            | ChartKind::Donut
            | ChartKind::Funnel
            | ChartKind::Waterfall
    )
}

/// Returns which value of the first series is meant: by its place, or the highest or lowest.
fn nth(spec: &ChartSpec, which: Which) -> Option<usize> {
    let values = &spec.series.first()?.values;
    let by_value = |a: &usize, b: &usize| values[*a].total_cmp(&values[*b]);
    let all = 0..values.len();
    match which {
        Which::Largest => all.max_by(by_value),
        Which::Smallest => all.min_by(by_value),
        Which::Nth(n) => all.clone().nth(n as usize),
        Which::Last => values.len().checked_sub(1),
        Which::Middle => (!values.is_empty()).then_some(values.len() / 2),
        Which::Any => None,
    }
}

/// Returns the chart that a target means; the largest where it names none. An error when it names what is no chart.
fn meant(sheet: &mut Sheet<'_>, target: &Target) -> Result<Option<Thing>, EngineError> {
    if !matches!(target.what, Referent::Part { .. } | Referent::Thing(_)) {
        return Ok(sheet.charts().into_iter().next());
    }
    let charts = sheet.charts();
    let found = match sheet.find(target) {
        Ok(found) => found,
        // "Show the sales as bars": with one chart there is no doubt which.
        Err(_) if charts.len() == 1 => return Ok(charts.into_iter().next()),
        Err(error) => return Err(error),
    };
    let inside = |chart: &Thing| {
        found
            .iter()
            .any(|thing| thing.id == chart.id || sheet.ancestors(&chart.id).contains(&thing.id))
    };
    let chosen = charts.iter().find(|chart| inside(chart)).cloned();
    match chosen {
        Some(chart) => Ok(Some(chart)),
        None if charts.len() == 1 => Ok(charts.into_iter().next()),
        None => Err(sheet.not_located(target)),
    }
}

/// Whether a chart is what people call by a kind: a ring is a pie with a hole, an area a filled line.
pub fn is_kind(chart: ChartKind, asked: Asked) -> bool {
    let family = |kind: ChartKind| match kind {
        ChartKind::Pie | ChartKind::Donut => 1,
        ChartKind::Line | ChartKind::Area | ChartKind::StackedArea => 2,
        ChartKind::Bar
        | ChartKind::GroupedBar
        | ChartKind::StackedBar
        | ChartKind::HorizontalBar
        | ChartKind::Histogram => 3,
        _ => 0,
    };
    let asked = kind_of(asked);
    chart == asked || family(chart) > 0 && family(chart) == family(asked)
}

/// Whether a chart shows one share of a whole: the share with its words in the middle, and what is left of the ring.
fn is_of_one_share(spec: &ChartSpec) -> bool {
    let share = spec
        .center
        .as_ref()
        .is_some_and(|center| center[0].ends_with('%'));
    let named = spec.labels.iter().any(|label| !label.is_empty());
    let values = spec.series.first().map_or(&[][..], |series| &series.values);
    let whole = matches!(values, [share, rest] if (share + rest - 100.0).abs() < 0.01);
    share && whole && !named && spec.series.len() == 1
}

/// Returns the only share among the texts around a chart.
fn share_of(sheet: &mut Sheet<'_>, chart: &Thing) -> Option<(f64, String)> {
    let lines = sheet.lines();
    let shares: Vec<&Thing> = lines
        .iter()
        .filter(|l| l.noun.trim().ends_with('%') && sheet.node(&l.id).is_some_and(|n| n.literal))
        .collect();
    let spec = match sheet.node(&chart.id).map(|n| &n.content) {
        Some(Content::Chart(spec)) => spec,
        _ => return None,
    };
    let own = spec
        .center
        .as_ref()
        .map(|c| c[0].clone())
        .filter(|c| c.ends_with('%'));
    let text = shares.first().map(|l| l.noun.clone()).or(own)?;
    Some((number(&text)?, text))
}

fn kind_of(asked: Asked) -> ChartKind {
    match asked {
        Asked::Line => ChartKind::Line,
        Asked::Area => ChartKind::Area,
        Asked::StackedArea => ChartKind::StackedArea,
        Asked::Bar => ChartKind::Bar,
        Asked::GroupedBar => ChartKind::GroupedBar,
        Asked::StackedBar => ChartKind::StackedBar,
        Asked::HorizontalBar => ChartKind::HorizontalBar,
        Asked::Histogram => ChartKind::Histogram,
        Asked::Pie => ChartKind::Pie,
        Asked::Donut => ChartKind::Donut,
        Asked::Scatter => ChartKind::Scatter,
        Asked::Gauge => ChartKind::Gauge,
        Asked::Progress => ChartKind::Progress,
        Asked::Radar => ChartKind::Radar,
        Asked::Funnel => ChartKind::Funnel,
        Asked::HeatMap => ChartKind::HeatMap,
        Asked::Waterfall => ChartKind::Waterfall,
        Asked::Gantt => ChartKind::Gantt,
        Asked::Sparkline => ChartKind::Sparkline,
        Asked::BoxPlot => ChartKind::BoxPlot,
        Asked::Bubble => ChartKind::Bubble,
        Asked::Candlestick => ChartKind::Candlestick,
        Asked::Treemap => ChartKind::Treemap,
        Asked::Bullet => ChartKind::Bullet,
        Asked::Pyramid => ChartKind::Pyramid,
    }
}
