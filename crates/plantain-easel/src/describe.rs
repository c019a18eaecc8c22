//! Says in words what was read and what is shown.

use plantain_read::{Brief, DataSet, Genre, Role};

use crate::plan::Plan;

/// Longest alternative text, in characters; screen readers read it in one breath or two.
const ALT_MAX: usize = 420;
/// Texts that stand for the rest where the prompt asks for none.
const SAMPLE_TEXTS: usize = 4;

/// Returns what was understood of a prompt, a sentence each.
pub fn reading(brief: &Brief) -> Vec<String> {
    plantain_read::brief_report(brief)
        .lines()
        .map(str::to_owned)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Returns the alternative text of a planned picture: what it is, what is drawn, what it says, which data it shows.
pub fn alt(brief: &Brief, plan: &Plan) -> String {
    let titled = brief.literals.iter().find(|l| l.role == Role::Title);
    let mut first = genre_words(brief);
    if let Some(title) = titled {
        first.push_str(&format!(" titled “{}”", brief.numerals.write(&title.text)));
    }
    let objects = objects(brief);
    if !objects.is_empty() {
        let link = if brief.genre == Genre::Scene {
            ":"
        } else {
            " with"
        };
        first.push_str(&format!("{link} {}", objects.join(", ")));
    }
    if let Some(place) = &brief.setting.place {
        first.push_str(&format!(", place: {place}"));
    }
    let mut sentences = vec![first];
    let told = brief.data.iter().filter_map(data);
    sentences.extend(told.map(|data| brief.numerals.write(&data)));
    let charted: Vec<&str> = brief
        .data
        .iter()
        .flat_map(|set| &set.points)
        .flat_map(|point| [point.label.as_str(), point.shown.as_str()])
        .collect();
    let texts: Vec<&str> = brief
        .literals
        .iter()
        .filter(|l| titled.is_none_or(|title| title.span != l.span))
        .map(|l| l.text.as_str())
        .filter(|text| !charted.contains(text))
        .collect();
    if !texts.is_empty() {
        let texts = brief.numerals.write(&texts.join("; "));
        sentences.push(format!("It says: {texts}"));
    } else if titled.is_none() && brief.data.is_empty() {
        let shown = plan.picture.texts.iter().take(SAMPLE_TEXTS);
        let shown: Vec<&str> = shown.map(|text| text.text.as_str()).collect();
        if !shown.is_empty() {
            sentences.push(format!("It says: {}", shown.join("; ")));
        }
    }
    let mut alt = sentences.join(". ");
    match alt.char_indices().nth(ALT_MAX) {
        Some((cut, _)) => {
            alt.truncate(cut);
            alt.push('…');
        }
        None => alt.push('.'),
    }
    alt
}

/// Returns what is drawn, each with its count and colour.
fn objects(brief: &Brief) -> Vec<String> {
    let present = brief.objects.iter().filter(|object| !object.absent);
    present
        .map(|object| {
            let count = object.count.unwrap_or(1);
            let number = if count > 1 {
                format!("{count} ")
            } else {
                String::new()
            };
            let color = object.color.as_ref();
            let color = color.map(|c| format!("{} ", c.name)).unwrap_or_default();
            let plural = if count > 1 { "s" } else { "" };
            format!("{number}{color}{}{plural}", object.noun)
        })
        .collect()
}

/// Returns the numbers of a chart in order.
fn data(set: &DataSet) -> Option<String> {
    if set.points.is_empty() {
        return None;
    }
    let points = set.points.iter();
    let points: Vec<String> = points
        .map(|point| format!("{} {}", point.label, point.shown).trim().to_owned())
        .collect();
    let name = set.name.as_deref().unwrap_or("Data");
    Some(format!("{name}: {}", points.join(", ")))
}

/// Returns the genre as words ("Mobile app", "Product grid").
fn genre_words(brief: &Brief) -> String {
    let name = format!("{:?}", brief.genre);
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
            words.extend(c.to_lowercase());
        } else {
            words.push(c);
        }
    }
    words
}
