//! What texts in quotes are in a chart, where figures stand beside or within them: whole points ("3 mo 6.1"), names of curves
//! ("iOS" blue), stacks (`legend "Coal" "Gas"; "2010": 50 30`), steps of an axis (x axis 5 10 15 20 km).

use crate::outline::{add, trimmed};
use crate::pairs::number_in;
use crate::{Brief, ChartKind, Component, DataPoint, DataSet, Genre, Origin, Role, Span};

pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Chart {
        return;
    }
    if stacks(brief) || steps(brief) || of_wholes(brief) {
        return;
    }
    if brief.data.iter().all(|set| set.points.is_empty()) && !points(brief) {
        curves(brief);
    }
}

fn quoted(brief: &Brief) -> Vec<usize> {
    (0..brief.literals.len())
        .filter(|&at| brief.literals[at].origin == Origin::Quoted)
        .collect()
}

fn kind(brief: &Brief) -> Option<ChartKind> {
    brief.described.iter().find_map(|part| match part.kind {
        Component::Chart(kind) => Some(kind),
        _ => None,
    })
}

/// What follows a text in quotes in the prompt, behind its closing mark.
fn behind(brief: &Brief, at: usize) -> &str {
    let rest = brief.prompt.get(brief.literals[at].span.end..);
    rest.unwrap_or_default()
        .trim_start_matches(['"', '\'', '”', '’', '»', '」'])
}

/// `"Birth 3.4", "3 mo 6.1", "6 mo 7.8"`: each text is a name and its figure.
fn points(brief: &mut Brief) -> bool {
    const POINTS_MIN: usize = 3;
    let parts: Vec<(usize, Span, Span)> = quoted(brief)
        .into_iter()
        .filter(|&at| brief.literals[at].role != Role::Title)
        .filter_map(|at| {
            let literal = &brief.literals[at];
            let cut = literal.text.rfind(' ')?;
            let figure = literal.text[cut + 1..]
                .starts_with(|c: char| c.is_ascii_digit() || "+-−$€£".contains(c));
            let split = literal.span.start + cut;
            let whole = brief.prompt.get(literal.span.clone()) == Some(literal.text.as_str());
            (figure && whole).then_some((
                at,
                literal.span.start..split,
                split + 1..literal.span.end,
            ))
        })
        .collect();
    let others = quoted(brief).len() - parts.len();
    if parts.len() < POINTS_MIN || others > 1 {
        return false;
    }
    let spans: Vec<Span> = parts
        .iter()
        .map(|part| brief.literals[part.0].span.clone())
        .collect();
    brief.remove_literals(|l| spans.contains(&l.span));
    let mut points = Vec::new();
    for (_, name, figure) in parts {
        let (Some(name), Some(figure)) =
            (trimmed(&brief.prompt, name), trimmed(&brief.prompt, figure))
        else {
            continue;
        };
        let label = add(brief, name, Role::Category);
        let value = add(brief, figure, Role::Value);
        points.push(point(brief, label, value));
        brief.pair(label, value);
    }
    brief.order_literals();
    brief.data = vec![DataSet {
        chart: kind(brief),
        points,
        ..DataSet::default()
    }];
    true
}

fn point(brief: &Brief, label: usize, value: usize) -> DataPoint {
    let shown = brief.literals[value].text.clone();
    DataPoint {
        label: brief.literals[label].text.clone(),
        value: number_in(&shown).unwrap_or(0.0),
        shown,
        start: None,
    }
}

/// `two lines: "iOS" blue and "Android" green`: texts beside a word for curves, or with a colour each, name them.
fn curves(brief: &mut Brief) {
    let told = brief.prompt.to_lowercase();
    let several = ["lines", "curves", "legend", "series"]
        .iter()
        .any(|word| told.contains(word));
    let open: Vec<usize> = quoted(brief)
        .into_iter()
        .filter(|&at| {
            matches!(
                brief.literals[at].role,
                Role::Body | Role::Text | Role::Category | Role::Item
            )
        })
        .collect();
    let colored = |at: &usize| {
        let word = behind(brief, *at)
            .split(|c: char| !c.is_alphabetic())
            .find(|word| !matches!(*word, "" | "in" | "is" | "line"));
        word.is_some_and(|word| crate::color_of(word, &brief.language.0).is_some())
    };
    let course = matches!(
        kind(brief),
        Some(ChartKind::Line | ChartKind::Area | ChartKind::GroupedBar | ChartKind::Radar)
    );
    if course && several && open.len() >= 2 && open.iter().all(colored) {
        for at in open {
            brief.literals[at].role = Role::Series;
        }
    }
}

/// `legend "Coal" "Gas" "Renewables"; "2010": 50 30 20, "2020": 30 30 40`: as many figures behind each colon as names before.
fn stacks(brief: &mut Brief) -> bool {
    let texts = quoted(brief);
    let rows: Vec<(usize, Vec<String>)> = texts
        .iter()
        .filter_map(|&at| {
            let figures = behind(brief, at).trim_start().strip_prefix([':', '：'])?;
            let end = figures.find(['"', '\'', '“', ';']).unwrap_or(figures.len());
            let figures: Vec<String> = figures[..end]
                .split([' ', ',', '/'])
                .map(|word| word.trim_end_matches('.'))
                .take_while(|word| {
                    word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit())
                })
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            (figures.len() >= 2).then_some((at, figures))
        })
        .collect();
    let Some(&(first, _)) = rows.first() else {
        return false;
    };
    let names: Vec<usize> = texts
        .iter()
        .copied()
        .filter(|&at| at < first && brief.literals[at].role != Role::Title)
        .collect();
    if rows.len() < 2 || names.len() < 2 || rows.iter().any(|row| row.1.len() != names.len()) {
        return false;
    }
    let kept: Vec<usize> = texts
        .iter()
        .copied()
        .filter(|at| {
            names.contains(at)
                || rows.iter().any(|row| row.0 == *at)
                || brief.literals[*at].role == Role::Title
        })
        .collect();
    let sets: Vec<DataSet> = names
        .iter()
        .enumerate()
        .map(|(column, &name)| DataSet {
            chart: kind(brief),
            name: Some(brief.literals[name].text.clone()),
            points: rows
                .iter()
                .map(|(at, figures)| DataPoint {
                    label: brief.literals[*at].text.clone(),
                    value: number_in(&figures[column]).unwrap_or(0.0),
                    shown: figures[column].clone(),
                    start: None,
                })
                .collect(),
            ..DataSet::default()
        })
        .collect();
    for &name in &names {
        brief.literals[name].role = Role::Series;
    }
    for (row, _) in &rows {
        brief.literals[*row].role = Role::Category;
    }
    brief.data = sets;
    brief.pairs.clear();
    brief.lists.clear();
    let spans: Vec<Span> = kept
        .iter()
        .map(|&at| brief.literals[at].span.clone())
        .collect();
    brief.remove_literals(|l| !spans.contains(&l.span));
    true
}

/// "x axis 5 10 15 20 km": bare figures behind the word for the axis stand along it.
fn steps(brief: &mut Brief) -> bool {
    const STEPS_MIN: usize = 3;
    let lower = brief.prompt.to_lowercase();
    let Some(at) = ["x axis ", "x-axis "]
        .iter()
        .find_map(|word| lower.find(word))
    else {
        return false;
    };
    let end = brief.prompt[at..]
        .find(['.', ';', ','])
        .map_or(brief.prompt.len(), |end| at + end);
    let along: Vec<usize> = (0..brief.literals.len())
        .filter(|&i| {
            let literal = &brief.literals[i];
            let inside = at < literal.span.start && literal.span.end <= end;
            inside && literal.text.starts_with(|c: char| c.is_ascii_digit())
        })
        .collect();
    let [set] = &brief.data[..] else {
        return false;
    };
    let bare = set
        .points
        .iter()
        .enumerate()
        .all(|(n, point)| point.label == (n + 1).to_string());
    if along.len() < STEPS_MIN || !bare || set.points.len() != along.len() {
        return false;
    }
    for i in along {
        brief.literals[i].role = Role::Category;
    }
    brief.data.clear();
    brief.remove_literals(|l| l.span.start >= at && l.text.to_lowercase().contains("axis"));
    true
}

/// "Ward A 18/20, Ward B 12/16 as progress bars": how much of a whole each bar is, told by a stroke.
fn of_wholes(brief: &mut Brief) -> bool {
    if kind(brief) != Some(ChartKind::Progress) {
        return false;
    }
    let [parts, wholes] = &brief.data[..] else {
        return false;
    };
    let both = parts.points.iter().zip(&wholes.points);
    let told = |(part, whole): (&DataPoint, &DataPoint)| {
        let shown = format!("{}/{}", part.shown, whole.shown);
        let share = (part.value / whole.value * 100.0).round();
        let fits = part.label == whole.label && part.value <= whole.value && whole.value > 0.0;
        (fits && brief.prompt.contains(&shown)).then(|| DataPoint {
            label: part.label.clone(),
            value: share,
            shown,
            start: None,
        })
    };
    let Some(mut points) = both.map(told).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let figures: Vec<String> = points.iter().map(|p| p.shown.clone()).collect();
    let places: Vec<Span> = figures
        .iter()
        .filter_map(|shown| brief.prompt.find(shown).map(|at| at..at + shown.len()))
        .collect();
    // "Bed occupancy: Ward A 18/20": what all are about stands before the first name.
    if let Some((topic, name)) = points[0].label.clone().split_once(": ") {
        brief.subject.get_or_insert(topic.to_owned());
        points[0].label = name.to_owned();
        if let Some(first) = brief
            .literals
            .iter_mut()
            .find(|l| l.text.ends_with(&format!(": {name}")))
        {
            first.span.start = first.span.end - name.len();
            first.text = name.to_owned();
        }
    }
    brief.pairs.clear();
    // "ICU bar red": a bar in its colour is no name of its own.
    let bars: Vec<String> = points.iter().map(|p| format!("{} bar", p.label)).collect();
    brief.remove_literals(|l| places.iter().any(|place| l.meets(place)) || bars.contains(&l.text));
    for (place, point) in places.into_iter().zip(&points) {
        let value = add(brief, place, Role::Value);
        if let Some(label) = brief.literals.iter().position(|l| l.text == point.label) {
            brief.pair(label, value);
        }
    }
    brief.order_literals();
    brief.data = vec![DataSet {
        chart: Some(ChartKind::Progress),
        points,
        ..DataSet::default()
    }];
    true
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn texts_in_quotes_are_points_curves_and_stacks() {
        let points = |prompt: &str| -> Vec<(String, f64)> {
            let brief = read(prompt);
            let all = brief.data.iter().flat_map(|set| &set.points);
            all.map(|p| (p.label.clone(), p.value)).collect()
        };
        let pair = |name: &str, value: f64| (name.to_owned(), value);
        assert_eq!(
            points(
                "puppy growth chart, labelled points: \"Birth 0.4\", \"2 mo 3.1\", \"6 mo 7.8\""
            ),
            [pair("Birth", 0.4), pair("2 mo", 3.1), pair("6 mo", 7.8)]
        );
        assert_eq!(
            points(
                "stacked bar chart with legend \"Bus\" \"Car\"; \"2010\": 50 30, \"2020\": 30 40. title \"Trips\""
            ),
            [
                pair("2010", 50.0),
                pair("2020", 30.0),
                pair("2010", 30.0),
                pair("2020", 40.0)
            ]
        );
        let roles = |prompt: &str, role: Role| -> Vec<String> {
            let brief = read(prompt);
            let found = brief.literals.iter().filter(|l| l.role == role);
            found.map(|l| l.text.clone()).collect()
        };
        assert_eq!(
            roles(
                "line chart \"Daily riders\" with two lines: \"Tram\" red and \"Bus\" blue, Jan to Jun",
                Role::Series
            ),
            ["Tram", "Bus"]
        );
        assert_eq!(
            roles(
                "line chart of a ride, title Climb, x axis 5 10 15 20 km",
                Role::Category
            ),
            ["5", "10", "15", "20 km"]
        );
    }
}
