//! Charts that are given as records: `{"type": "line", "labels": […], "values": […]}`, rows of a name and a figure.

use crate::lexicon::lexicon;
use crate::pairs::number_in;
use crate::reader::Reader;
use crate::{
    ChartKind, Component, DataPoint, DataSet, Described, Genre, Literal, Origin, Record, Role, Span,
};

const LABELS: &[&str] = &[
    "labels",
    "categories",
    "x",
    "months",
    "names",
    "days",
    "years",
    "quarters",
];
const VALUES: &[&str] = &["values", "data", "y", "series", "counts", "amounts"];

/// Takes the records of a chart for its data.
pub(crate) fn read(reader: &mut Reader<'_>) {
    let brief = &reader.brief;
    if brief.records.is_empty() || !matches!(brief.genre, Genre::Composed | Genre::Chart) {
        return;
    }
    let kind = brief.records.iter().find_map(kind_of);
    if kind.is_none() && brief.genre != Genre::Chart {
        return;
    }
    let records = brief.records.clone();
    let Some(sets) = columns(&records)
        .or_else(|| rows(&records))
        .or_else(|| named(&records))
    else {
        return;
    };
    let span = records[0].span.clone();
    reader.brief.genre = Genre::Chart;
    // What a field was printed for is now a part of the chart.
    reader.brief.literals.retain(|literal| {
        literal.span != span || literal.role == Role::Title && is_headline(&records, &literal.text)
    });
    reader.brief.pairs.clear();
    for (n, set) in sets.iter().enumerate() {
        if let Some(name) = &set.name {
            literal(reader, name, &span, Role::Series);
        }
        for point in &set.points {
            if n == 0 {
                literal(reader, &point.label, &span, Role::Category);
            }
            literal(reader, &point.shown, &span, Role::Value);
        }
    }
    reader.brief.data = sets;
    if let Some(kind) = kind {
        reader.brief.described.push(Described {
            kind: Component::Chart(kind),
            words: String::new(),
            count: None,
            span,
        });
    }
}

/// Whether a text is the title of the outermost record, not the name of a row.
fn is_headline(records: &[Record], text: &str) -> bool {
    records.first().is_some_and(|record| {
        record.fields.iter().any(|(name, value)| {
            matches!(
                name.to_lowercase().as_str(),
                "title" | "headline" | "heading"
            ) && value == text
        })
    })
}

fn literal(reader: &mut Reader<'_>, text: &str, span: &Span, role: Role) {
    reader.brief.literals.push(Literal {
        text: text.to_string(),
        span: span.clone(),
        role,
        origin: Origin::Quoted,
        on_object: None,
    });
}

/// The chart that a record names itself ("type": "line").
fn kind_of(record: &Record) -> Option<ChartKind> {
    let (_, value) = record.fields.iter().find(|(name, _)| {
        matches!(
            name.to_lowercase().as_str(),
            "type" | "chart" | "kind" | "chart_type" | "charttype"
        )
    })?;
    let word = value.to_lowercase().replace(['_', '-'], " ");
    [word.clone(), format!("{word} chart")]
        .iter()
        .find_map(|phrase| match lexicon().components.get(phrase) {
            Some(Component::Chart(kind)) => Some(*kind),
            _ => None,
        })
}

fn field<'r>(record: &'r Record, names: &[&str]) -> Option<&'r str> {
    record
        .fields
        .iter()
        .find(|(name, _)| names.contains(&name.to_lowercase().as_str()))
        .map(|(_, value)| value.as_str())
}

/// Labels in one list, figures in another, or in several with a name each.
fn columns(records: &[Record]) -> Option<Vec<DataSet>> {
    let labels: Vec<&str> = records
        .iter()
        .find_map(|record| field(record, LABELS))?
        .split(", ")
        .collect();
    let sets: Vec<DataSet> = records
        .iter()
        .filter_map(|record| {
            let values: Vec<&str> = field(record, VALUES)?.split(", ").collect();
            let named =
                field(record, &["label", "name"]).filter(|_| field(record, LABELS).is_none());
            (values.len() == labels.len()).then(|| DataSet {
                name: named.map(str::to_string),
                points: labels
                    .iter()
                    .zip(values)
                    .filter_map(|(label, shown)| point(label, shown))
                    .collect(),
                ..DataSet::default()
            })
        })
        .filter(|set| set.points.len() == labels.len())
        .collect();
    (labels.len() >= 2 && !sets.is_empty()).then_some(sets)
}

/// Records of one name and one figure each.
fn rows(records: &[Record]) -> Option<Vec<DataSet>> {
    let points: Vec<DataPoint> = records
        .iter()
        .filter(|record| record.fields.len() == 2)
        .filter_map(|record| {
            let figure = |at: usize| record.fields[at].1.parse::<f64>().is_ok();
            // Of two figures the second is the value ("year": 2020, "sales": 12).
            let value = if figure(1) { 1 } else { 0 };
            figure(value).then(|| point(&record.fields[1 - value].1, &record.fields[value].1))?
        })
        .collect();
    (points.len() >= 2).then(|| {
        vec![DataSet {
            points,
            ..DataSet::default()
        }]
    })
}

/// One record whose own fields are names with their figures: `"data": {"heating": 52, "lighting": 10}`.
fn named(records: &[Record]) -> Option<Vec<DataSet>> {
    let [record] = records else { return None };
    let points: Vec<DataPoint> = record
        .fields
        .iter()
        .filter(|(name, value)| {
            !crate::json::steers(name) && value.trim_end_matches('%').parse::<f64>().is_ok()
        })
        .filter_map(|(name, value)| point(name, value))
        .collect();
    (points.len() >= 2).then(|| {
        vec![DataSet {
            points,
            ..DataSet::default()
        }]
    })
}

fn point(label: &str, shown: &str) -> Option<DataPoint> {
    Some(DataPoint {
        label: label.to_string(),
        value: number_in(shown)?,
        shown: shown.to_string(),
        start: None,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn records_become_points() {
        for (prompt, want) in [
            (
                r#"{"type":"line","title":"CO2 ppm","labels":["1990","2000"],"values":[354,369]}"#,
                "1990=354 2000=369",
            ),
            (
                r#"{"chart":"bar","data":[{"month":"Jan","sales":10},{"month":"Feb","sales":14}]}"#,
                "Jan=10 Feb=14",
            ),
            (
                r#"{"type":"pie","title":"Energy","data":{"heating":52,"lighting":10}}"#,
                "heating=52 lighting=10",
            ),
            (
                r#"make a chart from this {"type":"bar","labels":["Q1","Q2"],"datasets":[{"label":"2023","data":[5,6]},{"label":"2024","data":[7,8]}]}"#,
                "2023: Q1=5 Q2=6 2024: Q1=7 Q2=8",
            ),
        ] {
            let brief = read(prompt);
            assert_eq!(brief.genre, Genre::Chart, "{prompt}");
            let found: Vec<String> = brief
                .data
                .iter()
                .map(|set| {
                    let points: Vec<String> = set
                        .points
                        .iter()
                        .map(|point| format!("{}={}", point.label, point.shown))
                        .collect();
                    let name = set
                        .name
                        .as_ref()
                        .map_or(String::new(), |name| format!("{name}: "));
                    format!("{name}{}", points.join(" "))
                })
                .collect();
            assert_eq!(found.join(" "), want, "{prompt}");
        }
    }
}
