//! Dashboards as records: `{"dashboard": "Harbour", "kpis": [{"label": …, "value": …}], "charts": [{"type": "bar", …}]}`.

use serde_json::Value;

use crate::{Brief, ChartKind, DataPoint, DataSet, Genre, Literal, Origin, Role, Span};

/// Names of the lists of figures, of the charts, and of what the board is called.
const FIGURES: &[&str] = &["kpis", "metrics", "stats", "figures", "tiles", "cards"];
const CHARTS: &[&str] = &["charts", "graphs", "plots"];
const TITLES: &[&str] = &["dashboard", "title", "name", "heading"];
/// Names of a figure's own parts.
const LABELS: &[&str] = &["label", "name", "title", "metric", "kpi"];
const VALUES: &[&str] = &["value", "figure", "amount", "count", "total"];
const CHANGES: &[&str] = &["change", "delta", "trend"];

/// Makes a board of a record that lists figures, with charts or without.
pub(crate) fn settle(brief: &mut Brief) {
    let Some(start) = brief.prompt.find('{') else {
        return;
    };
    let mut stream =
        serde_json::Deserializer::from_str(&brief.prompt[start..]).into_iter::<Value>();
    let Some(Ok(value)) = stream.next() else {
        return;
    };
    let reach = start..start + stream.byte_offset();
    let Some(figures) = part(&value, FIGURES).and_then(Value::as_array).cloned() else {
        return;
    };
    let told: Vec<(String, String, Option<String>)> = figures.iter().filter_map(figure).collect();
    if told.len() < 2 {
        return;
    }
    brief.genre = Genre::Dashboard;
    brief.records.clear();
    brief.literals.retain(|literal| !literal.meets(&reach));
    brief.pairs.clear();
    brief.lists.clear();
    brief.data.clear();
    brief.described.clear();
    if let Some(title) = part(&value, TITLES).and_then(Value::as_str) {
        put(brief, title, Role::Title, &reach);
    }
    for (label, value, change) in told {
        let label = put(brief, &label, Role::Label, &reach);
        let value = put(brief, &value, Role::Value, &reach);
        brief.pair(label, value);
        if let Some(change) = change {
            put(brief, &change, Role::Caption, &reach);
        }
    }
    let charts = part(&value, CHARTS).and_then(Value::as_array).cloned();
    for chart in charts.unwrap_or_default() {
        plot(brief, &chart, &reach);
    }
}

/// The field of an object that has one of these names.
fn part<'v>(value: &'v Value, names: &[&str]) -> Option<&'v Value> {
    let fields = value.as_object()?;
    names.iter().find_map(|name| {
        let mut fields = fields.iter();
        fields
            .find(|(key, _)| key.to_lowercase() == **name)
            .map(|(_, value)| value)
    })
}

/// A text or a number as it is written.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The name, the value and the change of a figure.
fn figure(value: &Value) -> Option<(String, String, Option<String>)> {
    let label = text(part(value, LABELS)?)?;
    let shown = text(part(value, VALUES)?)?;
    Some((label, shown, part(value, CHANGES).and_then(text)))
}

/// Adds a text; returns its place.
fn put(brief: &mut Brief, text: &str, role: Role, reach: &Span) -> usize {
    let within = &brief.prompt[reach.clone()];
    let at = within.find(text).map(|at| reach.start + at);
    brief.literals.push(Literal {
        text: text.to_owned(),
        span: at.map_or_else(|| reach.clone(), |at| at..at + text.len()),
        role,
        origin: Origin::Quoted,
        on_object: None,
    });
    brief.literals.len() - 1
}

/// Adds a chart with its points; a single value stands as a figure.
fn plot(brief: &mut Brief, chart: &Value, reach: &Span) {
    let title = part(chart, &["title", "name", "label"]).and_then(text);
    let kind = part(chart, &["type", "kind", "chart"]).and_then(Value::as_str);
    let points = points(chart);
    if points.is_empty() {
        let value = part(chart, VALUES).and_then(text);
        if let (Some(title), Some(value)) = (title, value) {
            let label = put(brief, &title, Role::Label, reach);
            let value = put(brief, &value, Role::Value, reach);
            brief.pair(label, value);
        }
        return;
    }
    let mut set = DataSet {
        chart: Some(kind.map_or(ChartKind::Bar, kind_of)),
        name: title,
        ..DataSet::default()
    };
    for (label, shown) in points {
        let at = put(brief, &label, Role::Item, reach);
        let value = put(brief, &shown, Role::Value, reach);
        brief.pair(at, value);
        set.points.push(DataPoint {
            label,
            value: crate::pairs::number_in(&shown).unwrap_or_default(),
            shown,
            start: None,
        });
    }
    brief.data.push(set);
}

/// The points of a chart: an object of names and figures, rows of them, or two lists side by side.
fn points(chart: &Value) -> Vec<(String, String)> {
    let labels = part(chart, &["labels", "x", "categories"]).and_then(Value::as_array);
    let data = part(chart, &["data", "values", "points", "series", "y"]);
    match (labels, data) {
        (Some(labels), Some(Value::Array(values))) => labels
            .iter()
            .zip(values)
            .filter_map(|(label, value)| Some((text(label)?, text(value)?)))
            .collect(),
        (None, Some(Value::Object(fields))) => fields
            .iter()
            .filter_map(|(label, value)| Some((label.clone(), text(value)?)))
            .collect(),
        (None, Some(Value::Array(rows))) => rows
            .iter()
            .filter_map(|row| figure(row).map(|(label, value, _)| (label, value)))
            .collect(),
        _ => Vec::new(),
    }
}

fn kind_of(name: &str) -> ChartKind {
    match name.to_lowercase().as_str() {
        "line" => ChartKind::Line,
        "area" => ChartKind::Area,
        "pie" => ChartKind::Pie,
        "donut" | "doughnut" | "ring" => ChartKind::Donut,
        "funnel" => ChartKind::Funnel,
        _ => ChartKind::Bar,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn records_of_figures_and_charts_are_a_board() {
        let brief = read(
            r#"{"dashboard":"Harbour","kpis":[{"label":"Vessels","value":37},{"label":"Wait","value":"6.4 h"}],"charts":[{"type":"bar","title":"Arrivals","data":{"Container":14,"Tanker":9}}]}"#,
        );
        assert_eq!(brief.genre, Genre::Dashboard);
        let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(
            texts.join("|"),
            "Harbour|Vessels|37|Wait|6.4 h|Container|14|Tanker|9"
        );
        assert_eq!(brief.data[0].name.as_deref(), Some("Arrivals"));
    }
}
