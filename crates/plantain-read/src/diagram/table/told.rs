//! Figures told in sentences: "rising from 20 in May to 45 in August", "doubled to 40 in Q2, fell to 32 in Q3".

use super::scan::is_value;
use super::words;
use crate::diagram::content::{Content, Run, trim};
use crate::diagram::emit;
use crate::forms::{is_month, is_weekday};
use crate::pairs::number_in;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Token, lower};
use crate::{DataPoint, DataSet, Pair, Role};

/// Small words between a figure and the time behind it, in the languages that are read.
const BETWEEN: &[&str] = &[
    "in", "on", "by", "during", "at", "for", "of", "the", "im", "am", "en", "em", "au", "le", "la",
    "el", "no", "na", "w", "we", "в", "во", "у", "a", "à", "nel", "nella", "di", "de", "per", "op",
];

/// Beginnings of the verbs that tell a course, in the languages that are read.
const COURSES: &[&str] = &[
    "rising",
    "rises",
    "grow",
    "fall",
    "drop",
    "doubl",
    "tripl",
    "halv",
    "climb",
    "increas",
    "decreas",
    "declin",
    "jump",
    "going",
    "start",
    "ended",
    "ending",
    "peak",
    "reach",
    "shrink",
    "shrank",
    "surg",
    "gain",
    "stieg",
    "steig",
    "wuchs",
    "fiel",
    "wächst",
    "subi",
    "creci",
    "bajar",
    "bajó",
    "cayer",
    "passé",
    "passe",
    "monté",
    "augment",
    "baiss",
    "desceu",
    "sali",
    "scen",
    "cresc",
    "steeg",
    "groei",
    "daal",
    "wzr",
    "spad",
    "artt",
    "yüksel",
    "düş",
    "вырос",
    "рост",
    "упал",
    "сниз",
    "зрос",
    "впал",
];

/// Words that end the subject of a sentence about figures, as they stand.
const ENDS_SUBJECT: &[&str] = &[
    "rose", "grew", "fell", "went", "hit", "slid", "sank", "is", "are", "was", "were", "from",
    "von", "est", "sont", "ist", "sind", "du", "desde", "van", "od", "с", "от", "від", "cayó",
    "caiu",
];

/// A figure and the time that it belongs to.
struct Told {
    value: usize,
    label: Label,
    place: u32,
}

enum Label {
    Words(Run),
    /// "ended the year at 51": the step that the words mean.
    Meant(String),
}

/// Reads figures that sentences tie to months, weekdays, quarters or years, in the order of time.
pub(super) fn told(reader: &mut Reader<'_>, content: &Content) -> Option<Vec<DataSet>> {
    let run = (content.from, content.to);
    let times: Vec<Time> = times(reader, run);
    let inside = |at: usize| times.iter().any(|time| time.run.0 <= at && at < time.run.1);
    let values: Vec<usize> = (run.0..run.1)
        .filter(|&at| is_value(reader, at) && !inside(at))
        .collect();
    if values.len() < 2 || times.len() > values.len() + 1 || times.is_empty() {
        return None;
    }
    let mut found = tied(reader, &times, &values).or_else(|| zipped(reader, &times, &values))?;
    found.sort_by_key(|told| told.place);
    let distinct = found.windows(2).all(|pair| pair[0].place != pair[1].place);
    if !distinct || found.len() < 2 {
        return None;
    }
    subject(reader, content, &found);
    for at in run.0..run.1 {
        if reader.is_free(at) {
            reader.uses[at] = Use::Described;
        }
    }
    let points = found.into_iter().map(|told| point(reader, told)).collect();
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}

/// A step of time in the prompt.
struct Time {
    run: Run,
    /// Where it stands among the steps of its kind.
    place: u32,
    kind: Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Month,
    Weekday,
    Quarter,
    Year,
}

/// The months, weekdays, quarters and years of one kind that the sentences name; none when kinds mix.
fn times(reader: &Reader<'_>, run: Run) -> Vec<Time> {
    let found: Vec<Time> = (run.0..run.1).filter_map(|at| time(reader, at)).collect();
    let mixed = found.windows(2).any(|pair| pair[0].kind != pair[1].kind);
    if mixed { Vec::new() } else { found }
}

fn time(reader: &Reader<'_>, at: usize) -> Option<Time> {
    let token = &reader.tokens[at];
    let text = lower(&reader.prompt[token.span.clone()]);
    let made = |kind, place| {
        Some(Time {
            run: (at, at + 1),
            place,
            kind,
        })
    };
    let quarter = text
        .strip_prefix('q')
        .or_else(|| text.strip_suffix('q'))
        .or_else(|| text.strip_prefix('t'))
        .and_then(|n| n.parse::<u32>().ok())
        .filter(|n| (1..=4).contains(n));
    if let Some(quarter) = quarter {
        return made(Step::Quarter, quarter);
    }
    if is_year(token) {
        let before = at.checked_sub(1).map_or("", |i| reader.key(i));
        let named = at > 0 && is_between(reader, at - 1)
            || matches!(
                before,
                "from" | "to" | "since" | "until" | "between" | "and" | "by"
            );
        return text
            .parse()
            .ok()
            .filter(|_| named)
            .and_then(|year| made(Step::Year, year));
    }
    if !token.is_word() {
        return None;
    }
    if is_month(&text) {
        return made(Step::Month, crate::calendar::month(&text)?);
    }
    let day = is_weekday(&text).then(|| crate::calendar::weekday(&text))??;
    made(Step::Weekday, day)
}

fn is_year(token: &Token) -> bool {
    token.kind == Kind::Number
        && token.key.len() == 4
        && (token.key.starts_with("19") || token.key.starts_with("20"))
        && token.key.bytes().all(|b| b.is_ascii_digit())
}

/// Each figure with the time behind it, or before it where none stands behind; none when a figure has neither.
fn tied(reader: &Reader<'_>, times: &[Time], values: &[usize]) -> Option<Vec<Told>> {
    let mut used = vec![false; times.len()];
    let mut sentences = 0;
    let mut found: Vec<Option<Told>> = Vec::new();
    for (n, &value) in values.iter().enumerate() {
        let next = values.get(n + 1).copied().unwrap_or(usize::MAX);
        let behind = times.iter().position(|time| {
            let end = value_end(reader, value);
            time.run.0 > end
                && time.run.0 < next
                && (end..time.run.0).all(|at| is_between(reader, at))
        });
        let floor = n.checked_sub(1).map_or(0, |m| values[m]);
        let before = times
            .iter()
            .rposition(|time| time.run.1 <= value && (n == 0 || time.run.0 > floor));
        let Some(at) = behind.or(before.filter(|&at| !used[at])) else {
            found.push(None);
            continue;
        };
        let worded = behind.is_some() || times[at].run.1 < value && !reader.is_sep(times[at].run.1);
        sentences += usize::from(worded);
        used[at] = true;
        found.push(Some(Told {
            value,
            label: Label::Words(times[at].run),
            place: times[at].place,
        }));
    }
    let open: Vec<usize> = (0..found.len()).filter(|&n| found[n].is_none()).collect();
    if let [open] = open[..] {
        found[open] = Some(at_the_end(reader, times, values, open)?);
    }
    let found: Option<Vec<Told>> = found.into_iter().collect();
    found.filter(|found| sentences > 0 && found.len() >= 2)
}

/// The token behind a figure and the unit that is written apart from it ("12 M€", "120 tys.").
fn value_end(reader: &Reader<'_>, value: usize) -> usize {
    let money = |at: usize| {
        at < reader.len()
            && reader
                .text(at, at + 1)
                .chars()
                .any(crate::tokens::is_currency)
    };
    let unit = |at: usize| {
        matches!(
            reader.key(at).trim_end_matches('.'),
            "million"
                | "millions"
                | "billion"
                | "mio"
                | "mln"
                | "mld"
                | "mrd"
                | "tys"
                | "тыс"
                | "млн"
                | "млрд"
                | "тис"
                | "bn"
        )
    };
    let at = value + 1;
    // "12 M€" is cut before its sign.
    if matches!(reader.key(at), "m" | "k" | "md" | "bn") && money(at + 1) {
        at + 2
    } else {
        at + usize::from(money(at) || unit(at))
    }
}

fn is_between(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens[at].is_word()
        && (BETWEEN.contains(&reader.key(at))
            || BETWEEN.contains(&lower(reader.text(at, at + 1)).as_str()))
}

/// "ended the year at 51": the last quarter or month, when it is not told by name.
fn at_the_end(reader: &Reader<'_>, times: &[Time], values: &[usize], open: usize) -> Option<Told> {
    let from = open.checked_sub(1).map_or(0, |n| values[n]);
    let word = |words: &[&str]| {
        (from..values[open]).any(|at| words.iter().any(|word| reader.key(at) == *word))
    };
    let ends = word(&["ended", "ending", "finished", "closed", "finishing", "end"])
        && word(&["year", "quarter", "period"]);
    let last = match times.first()?.kind {
        Step::Quarter => 4,
        Step::Month => 11,
        Step::Weekday | Step::Year => return None,
    };
    let open_end = times.iter().all(|time| time.place != last);
    let label = if last == 4 { "Q4" } else { "Dec" };
    (ends && open_end).then(|| Told {
        value: values[open],
        label: Label::Meant(label.to_string()),
        place: last,
    })
}

/// "from 20% to 45% between 2019 and 2024": as many times as figures, in one order.
fn zipped(reader: &Reader<'_>, times: &[Time], values: &[usize]) -> Option<Vec<Told>> {
    let apart = times.last()?.run.0 < values[0] || times[0].run.0 > *values.last()?;
    let course = (0..values[0].max(times[0].run.0)).any(|at| is_course(reader.key(at)));
    (times.len() == values.len() && apart && course).then(|| {
        times
            .iter()
            .zip(values)
            .map(|(time, &value)| Told {
                value,
                label: Label::Words(time.run),
                place: time.place,
            })
            .collect()
    })
}

/// What the figures are about: the words before the first verb of a course.
fn subject(reader: &mut Reader<'_>, content: &Content, found: &[Told]) {
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    let first = found
        .iter()
        .map(|told| match told.label {
            Label::Words(run) => run.0.min(told.value),
            Label::Meant(_) => told.value,
        })
        .min()
        .unwrap_or(content.from);
    let from = content.topic.map_or(content.from, |topic| topic.0);
    // An article leads in.
    let from = (from..first)
        .find(|&at| !is_between(reader, at))
        .unwrap_or(first);
    let end = (from..first)
        .find(|&at| {
            let text = lower(reader.text(at, at + 1));
            reader.is_sep(at)
                || reader.is_lower(at)
                    && (BETWEEN.contains(&text.as_str()) && reader.key(at) != "of"
                        || at > from && is_course(&text))
        })
        .unwrap_or(first);
    let (from, end) = trim(reader, (from, end));
    if titled || from >= end || end - from > 7 {
        return;
    }
    reader.brief.subject = Some(words(reader, (from, end)));
    reader.mark(from, end, Use::Topic);
}

/// Whether a word in lower case tells a course, so that the words before it are what the figures are about.
pub(in crate::diagram) fn is_course(text: &str) -> bool {
    ENDS_SUBJECT.contains(&text) || COURSES.iter().any(|verb| text.starts_with(verb))
}

fn point(reader: &mut Reader<'_>, told: Told) -> DataPoint {
    let label = match told.label {
        Label::Words(run) => {
            let index = emit(reader, run, Role::Category);
            Ok(index)
        }
        Label::Meant(text) => Err(text),
    };
    let end = value_end(reader, told.value);
    let value = emit(reader, (told.value, end), Role::Value);
    let shown = reader.brief.literals[value].text.clone();
    let label_text = match &label {
        Ok(index) => reader.brief.literals[*index].text.clone(),
        Err(text) => text.clone(),
    };
    reader.brief.pairs.push(Pair {
        label: label.ok(),
        label_text: label_text.clone(),
        value,
    });
    DataPoint {
        label: label_text,
        value: number_in(&shown).unwrap_or(0.0),
        shown,
        start: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn sentences_become_points_in_the_order_of_time() {
        // Prompt; subject; label=value.
        for (prompt, subject, want) in [
            (
                "line chart: newsletter subscribers rising from 1,200 in January to 3,800 in June",
                "newsletter subscribers",
                "January=1,200 June=3,800",
            ),
            (
                "sales doubled to 40 in Q2, fell to 32 in Q3 and ended the year at 51, Q1 was 20. make a bar chart of that",
                "sales",
                "Q1=20 Q2=40 Q3=32 Q4=51",
            ),
            (
                "gráfico de líneas: las visitas subieron de 20 en mayo a 45 en agosto",
                "visitas",
                "mayo=20 agosto=45",
            ),
            (
                "Liniendiagramm: Mitglieder stiegen von 120 im März auf 310 im Juli",
                "Mitglieder",
                "März=120 Juli=310",
            ),
            (
                "line graph of share of renewables growing from 20% to 45% between 2019 and 2024",
                "share of renewables",
                "2019=20% 2024=45%",
            ),
            (
                "le chiffre d'affaires est passé de 12 M€ en 2021 à 19 M€ en 2025, graphique en courbe",
                "chiffre d'affaires",
                "2021=12 M€ 2025=19 M€",
            ),
        ] {
            let brief = read(prompt);
            let points: Vec<String> = brief
                .data
                .iter()
                .flat_map(|set| &set.points)
                .map(|point| format!("{}={}", point.label, point.shown))
                .collect();
            assert_eq!(points.join(" "), want, "{prompt}");
            assert_eq!(brief.subject.as_deref(), Some(subject), "{prompt}");
        }
    }
}
