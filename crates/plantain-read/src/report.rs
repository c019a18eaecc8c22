//! A brief in a few readable sentences.

use std::fmt::Write;

use crate::{Background, Brief, Component, Constraint, Genre, ObjectPhrase};

/// Texts named in one report, at most.
const TEXTS_MAX: usize = 40;

/// Returns what was understood, in a few sentences.
pub fn brief_report(brief: &Brief) -> String {
    let mut out = String::new();
    let _ = write!(out, "I read this as {}.", genre_name(brief.genre));
    texts(brief, &mut out);
    parts(brief, &mut out);
    things(brief, &mut out);
    look(brief, &mut out);
    limits(brief, &mut out);
    if !brief.unread.is_empty() {
        let words: Vec<&str> = brief
            .unread
            .iter()
            .filter_map(|span| brief.prompt.get(span.clone()))
            .take(12)
            .collect();
        let _ = write!(out, " Not used: {}.", words.join(", "));
    }
    out
}

/// "MobileApp" → "a mobile app".
fn genre_name(genre: Genre) -> String {
    match genre {
        Genre::Composed => return "a free composition".into(),
        Genre::Scene => return "a scene".into(),
        _ => {}
    }
    let words = spaced(&format!("{genre:?}"));
    let article = if words.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {words}")
}

/// "BarChart" → "bar chart".
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

fn texts(brief: &Brief, out: &mut String) {
    if brief.literals.is_empty() {
        return;
    }
    let list: Vec<String> = brief
        .literals
        .iter()
        .take(TEXTS_MAX)
        .map(|literal| {
            format!(
                "“{}” ({})",
                brief.numerals.write(&literal.text),
                spaced(&format!("{:?}", literal.role))
            )
        })
        .collect();
    let _ = write!(out, " Text to set exactly: {}.", list.join(", "));
    let labels: Vec<String> = brief
        .pairs
        .iter()
        .take(TEXTS_MAX)
        .filter_map(|pair| {
            let value = &brief.literals.get(pair.value)?.text;
            let told = format!("{} = {value}", pair.label_text);
            Some(brief.numerals.write(&told))
        })
        .collect();
    if !labels.is_empty() {
        let _ = write!(out, " Pairs: {}.", labels.join("; "));
    }
    let _ = match brief.records.len() {
        0 => Ok(()),
        n => write!(out, " {n} record(s) of data."),
    };
}

fn parts(brief: &Brief, out: &mut String) {
    if !brief.described.is_empty() {
        let list: Vec<String> = brief
            .described
            .iter()
            .map(|part| {
                let name = match part.kind {
                    Component::Chart(kind) => format!("{} chart", spaced(&format!("{kind:?}"))),
                    other => spaced(&format!("{other:?}")),
                };
                let words = if part.words.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", part.words)
                };
                format!(
                    "{}{name}{words}",
                    part.count.map_or(String::new(), |n| format!("{n} × "))
                )
            })
            .collect();
        let _ = write!(out, " To build: {}.", list.join(", "));
    }
    for set in &brief.data {
        let points: Vec<String> = set
            .points
            .iter()
            .take(TEXTS_MAX)
            .map(|point| format!("{} {}", point.label, point.shown))
            .collect();
        let trend = set
            .trend
            .map_or(String::new(), |trend| format!(" trend {trend:?}"));
        let _ = write!(
            out,
            " Data{}: {}{trend}.",
            set.name
                .as_ref()
                .map_or(String::new(), |name| format!(" {name}")),
            points.join(", ")
        );
    }
}

fn things(brief: &Brief, out: &mut String) {
    if !brief.objects.is_empty() {
        let list: Vec<String> = brief.objects.iter().map(thing).collect();
        let _ = write!(out, " To draw: {}.", list.join(", "));
    }
    let links: Vec<String> = brief
        .relations
        .iter()
        .filter_map(|relation| {
            Some(format!(
                "{} {} {}",
                brief.objects.get(relation.subject)?.noun,
                spaced(&format!("{:?}", relation.kind)),
                brief.objects.get(relation.object)?.noun
            ))
        })
        .collect();
    if !links.is_empty() {
        let _ = write!(out, " Arranged: {}.", links.join(", "));
    }
    let setting = &brief.setting;
    let mut words: Vec<String> = setting.place.iter().cloned().collect();
    words.extend(setting.time.map(|time| spaced(&format!("{time:?}"))));
    words.extend(
        setting
            .weather
            .map(|weather| spaced(&format!("{weather:?}"))),
    );
    words.extend(setting.season.map(|season| spaced(&format!("{season:?}"))));
    words.extend(
        setting
            .sky
            .as_ref()
            .map(|color| format!("{} sky", color.name)),
    );
    words.extend(
        setting
            .ground
            .as_ref()
            .map(|color| format!("{} ground", color.name)),
    );
    if !words.is_empty() {
        let _ = write!(out, " Setting: {}.", words.join(", "));
    }
}

fn thing(object: &ObjectPhrase) -> String {
    let mut words: Vec<String> = Vec::new();
    match object.count {
        _ if object.absent => words.push("no".into()),
        Some(n) => words.push(n.to_string()),
        None => words.push("some".into()),
    }
    words.extend(object.size.map(|size| spaced(&format!("{size:?}"))));
    words.extend(object.attributes.iter().cloned());
    words.extend(
        object
            .color
            .iter()
            .chain(&object.more_colors)
            .map(|color| color.name.clone()),
    );
    words.extend(object.shape.iter().cloned());
    words.extend(object.materials.iter().cloned());
    words.push(object.noun.clone());
    words.extend(
        object
            .position
            .map(|position| format!("at {}", spaced(&format!("{position:?}")))),
    );
    words.join(" ")
}

fn look(brief: &Brief, out: &mut String) {
    let look = &brief.look;
    let mut words: Vec<String> = look.styles.iter().chain(&look.moods).cloned().collect();
    words.extend(look.typeface.iter().map(|face| format!("{face} type")));
    words.extend(look.dark.map(|dark| {
        if dark {
            "dark mode".into()
        } else {
            "light mode".to_string()
        }
    }));
    words.extend(look.palette.iter().map(|color| color.name.clone()));
    words.extend(look.ink.iter().map(|color| format!("{} text", color.name)));
    match &brief.canvas.background {
        Some(Background::Color(color)) => words.push(format!("{} background", color.name)),
        Some(Background::Gradient(colors)) => words.push(format!(
            "gradient of {}",
            colors
                .iter()
                .map(|color| color.name.as_str())
                .collect::<Vec<_>>()
                .join(" to ")
        )),
        Some(Background::Transparent) => words.push("transparent background".into()),
        Some(Background::Pattern(pattern, _)) => words.push(format!("{pattern} background")),
        None => {}
    }
    if !words.is_empty() {
        let _ = write!(out, " Look: {}.", words.join(", "));
    }
}

fn limits(brief: &Brief, out: &mut String) {
    let list: Vec<String> = brief
        .constraints
        .iter()
        .map(|rule| match rule {
            Constraint::LeaveRoom { what, .. } => format!("leave room for {what}"),
            Constraint::Without(what) => format!("without {what}"),
            Constraint::Count { of, n } => format!("{n} × {of}"),
            Constraint::Direction(direction) => spaced(&format!("{direction:?}")),
            other => spaced(&format!("{other:?}")),
        })
        .collect();
    if !list.is_empty() {
        let _ = write!(out, " Limits: {}.", list.join(", "));
    }
}
