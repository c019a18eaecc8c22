//! What a table or a comparison holds, from the words of the prompt.

use plantain_read::{Brief, Role};

use super::sides::{SECTIONS, pros_and_cons, versus};
use super::{Field, Model, Side};
use crate::components::diagram::{Entry, Words};
use crate::components::pitch::capital;
use crate::directors::planner::names::names;
use crate::studio::Studio;

/// Whether a text is the sign of a unit.
fn is_unit(text: &str) -> bool {
    const UNITS: &[&str] = &[
        "kg", "g", "mg", "lb", "lbs", "oz", "km", "m", "cm", "mm", "mi", "ft", "in", "yd", "l",
        "ml", "cl", "dl", "gal", "kcal", "kj", "mph", "km/h", "m/s", "hp", "kw", "kwh", "s", "ms",
        "min", "h", "px", "pt", "em", "rem",
    ];
    UNITS.contains(&text)
}

/// The table that the prompt tells group by group.
fn told(studio: &Studio<'_>, grid: &plantain_read::Grid, words: &mut Words) -> Model {
    let brief = studio.brief;
    let entry = |i: usize| {
        let literal = &brief.literals[i];
        Entry {
            // Labels and points begin with a capital, units keep their letters.
            text: if is_unit(&literal.text) {
                literal.text.clone()
            } else {
                capital(&literal.text)
            },
            literal: true,
            span: literal.span.clone(),
        }
    };
    words.title = grid.title.map(entry).or_else(|| {
        let subject = brief.subject.as_ref().or(brief.headline.as_ref());
        subject
            .filter(|s| studio.filler && s.split(' ').count() <= 5)
            .map(|s| Entry::filler(capital(s)))
            .or_else(|| against(studio, grid))
    });
    words.sub = None;
    if let Some(facing) = one_each(grid) {
        let first = brief.literals[facing[0].0].text.to_lowercase();
        if CHANGES.contains(&first.as_str()) {
            let state = |(head, text)| (entry(head), vec![entry(text)]);
            return Model::Change(facing.map(state).to_vec());
        }
        let field = |(head, text)| Field {
            head: Some(entry(head)),
            text: entry(text),
        };
        return Model::Quadrants {
            fields: facing.map(field).to_vec(),
            axes: Vec::new(),
        };
    }
    if grid.sides {
        return Model::Sides(
            grid.rows
                .iter()
                .map(|(head, points)| Side {
                    name: head.map(entry).unwrap_or_default(),
                    sections: vec![(Entry::default(), points.iter().map(|i| entry(*i)).collect())],
                })
                .collect(),
        );
    }
    let rows: Vec<Vec<Entry>> = grid
        .rows
        .iter()
        .map(|(label, cells)| {
            let mut row: Vec<Entry> = label.iter().map(|i| entry(*i)).collect();
            match grid.days {
                // What holds on every day is written on each; the first time it was asked for.
                Some((first, last)) => row.extend((first..=last).map(|day| {
                    let cell = entry(cells[0]);
                    if day == first {
                        cell
                    } else {
                        Entry::filler(cell.text)
                    }
                })),
                None => row.extend(cells.iter().map(|i| entry(*i))),
            }
            row
        })
        .collect();
    let mut heads: Vec<Entry> = grid.heads.iter().map(|i| entry(*i)).collect();
    if !heads.is_empty() && grid.rows.iter().all(|row| row.1.is_empty()) {
        let labels: Vec<Entry> = rows.into_iter().flatten().collect();
        return scorecard(studio, heads, labels);
    }
    if let Some((first, last)) = grid.days {
        let (_, weekdays) = names(&brief.language.0);
        heads = (first..=last)
            .map(|day| Entry::filler(weekdays[day as usize % 7]))
            .collect();
    }
    if !heads.is_empty() && grid.rows.iter().any(|r| r.0.is_some()) {
        heads.insert(0, Entry::default());
    }
    Model::Grid(heads, rows)
}

/// Two sides of which one thing each is told: their heads and texts.
fn one_each(grid: &plantain_read::Grid) -> Option<[(usize, usize); 2]> {
    let [(Some(first), one), (Some(second), other)] = &grid.rows[..] else {
        return None;
    };
    match (&one[..], &other[..]) {
        ([one], [other]) if grid.sides => Some([(*first, *one), (*second, *other)]),
        _ => None,
    }
}

/// "Electric car vs gas car": two heads that are compared make the title where no other is told.
fn against(studio: &Studio<'_>, grid: &plantain_read::Grid) -> Option<Entry> {
    const TITLE_MAX: usize = 36;
    let compared = studio.brief.genre == plantain_read::Genre::ComparisonTable;
    let heads: Vec<usize> = match grid.sides {
        true => grid.rows.iter().filter_map(|row| row.0).collect(),
        false => grid.heads.clone(),
    };
    let [a, b] = heads[..] else { return None };
    let (a, b) = (
        &studio.brief.literals[a].text,
        &studio.brief.literals[b].text,
    );
    let plain = ["pro", "con", "before", "after", "do", "don"];
    let told = plain
        .iter()
        .any(|word| a.to_lowercase().starts_with(word) && a.chars().count() <= 7);
    let title = format!("{} vs {}", capital(a), b);
    (compared && studio.filler && !told && title.chars().count() <= TITLE_MAX)
        .then(|| Entry::filler(title))
}

/// "multiplication table 1-10", "times table": the products of the numbers from one on.
fn products(studio: &Studio<'_>, words: &mut Words) -> Option<Model> {
    const MOST: usize = 12;
    const USUAL: usize = 10;
    let prompt = studio.brief.heard();
    let named = [
        "multiplication table",
        "times table",
        "multiplication chart",
    ]
    .iter()
    .any(|name| prompt.contains(name));
    if !named || !studio.filler {
        return None;
    }
    let most = prompt
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse::<usize>().ok())
        .max()
        .unwrap_or(USUAL)
        .clamp(3, MOST);
    // "1-10" is what the table runs over.
    words.raw.clear();
    words.items.clear();
    *words = std::mem::take(words).or_title(Some("Multiplication table"));
    let cell = |n: usize| Entry::filler(n.to_string());
    let heads = std::iter::once(Entry::filler("×")).chain((1..=most).map(cell));
    let rows = (1..=most).map(|a| {
        std::iter::once(a)
            .chain((1..=most).map(|b| a * b))
            .map(cell)
            .collect()
    });
    Some(Model::Grid(heads.collect(), rows.collect()))
}

/// Fields of a matrix.
const FIELDS: usize = 4;

/// "Myth: We use a tenth": the head on a line of its own.
fn stated_below(entry: &Entry) -> Entry {
    Entry {
        text: entry.text.replacen(": ", ":\n", 1),
        ..entry.clone()
    }
}

/// "effort vs impact": what the title of a matrix sets against each other names its axes.
fn axes_of_title(words: &Words) -> Option<Vec<Entry>> {
    let title = &words.title.as_ref()?.text;
    let (across, up) = title
        .split_once(" vs ")
        .or_else(|| title.split_once(" vs. "))?;
    Some(
        [across, up]
            .map(|axis| Entry::filler(capital(axis.trim())))
            .to_vec(),
    )
}

/// Sides without findings: what is compared leads the rows, and each side gets a score that is left open, since no verdict
/// was given and none is invented.
fn scorecard(studio: &Studio<'_>, mut heads: Vec<Entry>, mut labels: Vec<Entry>) -> Model {
    if labels.is_empty() && studio.filler {
        labels = criteria(&studio.brief.language.0)
            .iter()
            .map(|c| Entry::filler(*c))
            .collect();
    }
    heads.insert(0, Entry::default());
    let k = heads.len();
    let rows = labels
        .into_iter()
        .map(|label| {
            std::iter::once(label)
                .chain(std::iter::repeat_n(Entry::default(), k - 1))
                .collect()
        })
        .collect();
    Model::Grid(heads, rows)
}

/// What nearly everything can be compared by, in the language of the prompt.
fn criteria(language: &str) -> [&'static str; 4] {
    match language {
        "es" => ["Precio", "Calidad", "Facilidad de uso", "Servicio"],
        "pt" => ["Preço", "Qualidade", "Facilidade de uso", "Suporte"],
        "fr" => ["Prix", "Qualité", "Simplicité", "Service"],
        "de" => ["Preis", "Qualität", "Bedienung", "Service"],
        "it" => ["Prezzo", "Qualità", "Facilità d’uso", "Assistenza"],
        "nl" => ["Prijs", "Kwaliteit", "Gebruiksgemak", "Service"],
        "pl" => ["Cena", "Jakość", "Wygoda", "Obsługa"],
        "tr" => ["Fiyat", "Kalite", "Kullanım", "Destek"],
        "ru" => ["Цена", "Качество", "Удобство", "Поддержка"],
        "uk" => ["Ціна", "Якість", "Зручність", "Підтримка"],
        "ar" => ["السعر", "الجودة", "سهولة الاستخدام", "الدعم"],
        "he" => ["מחיר", "איכות", "נוחות", "שירות"],
        "hi" => ["कीमत", "गुणवत्ता", "उपयोग", "सहायता"],
        "zh" => ["价格", "质量", "易用性", "服务"],
        "ja" => ["価格", "品質", "使いやすさ", "サポート"],
        "ko" => ["가격", "품질", "사용 편의", "지원"],
        _ => ["Price", "Quality", "Ease of use", "Support"],
    }
}

pub(super) fn model(studio: &Studio<'_>, words: &mut Words) -> Model {
    let brief = studio.brief;
    if let Some(grid) = &brief.grid {
        return told(studio, grid, words);
    }
    products(studio, words)
        .or_else(|| pros_and_cons(studio, words))
        .or_else(|| statements(words))
        .or_else(|| matrix(brief, words))
        .or_else(|| headed(brief, words))
        .or_else(|| grouped(brief, words))
        .or_else(|| change(brief, words))
        .or_else(|| versus(studio, words).map(Model::Sides))
        .or_else(|| valued(brief, words))
        .unwrap_or_else(|| {
            Model::Grid(
                Vec::new(),
                words.raw.iter().map(|e| vec![e.clone()]).collect(),
            )
        })
}

/// The role of an entry's literal.
fn role(brief: &Brief, entry: &Entry) -> Option<Role> {
    let mut literals = brief.literals.iter();
    literals.find(|l| l.span == entry.span).map(|l| l.role)
}

/// `"Myth: We use a tenth" "Fact: We use all"`: two statements face each other.
fn statements(words: &Words) -> Option<Model> {
    let stated = |e: &Entry| {
        e.text
            .split_once(": ")
            .is_some_and(|(head, _)| !head.contains(' '))
    };
    let facing = words.title.is_none() && words.raw.len() == 2 && words.raw.iter().all(stated);
    facing.then(|| Model::Quadrants {
        fields: words
            .raw
            .iter()
            .map(|entry| Field::plain(stated_below(entry)))
            .collect(),
        axes: Vec::new(),
    })
}

/// Four fields, and what their sides mean.
fn matrix(brief: &Brief, words: &mut Words) -> Option<Model> {
    if !super::quadrants::asked(&brief.heard()) {
        return None;
    }
    // "2x2 matrix effort vs impact": a fifth text that sets two against each other is what the matrix is about.
    let about = words.raw.iter().position(|e| e.text.contains(" vs "));
    if let Some(about) = about.filter(|_| words.title.is_none() && words.raw.len() == FIELDS + 1) {
        words.title = Some(words.raw.remove(about));
    }
    let (axes, fields): (Vec<Entry>, Vec<Entry>) = words
        .raw
        .iter()
        .cloned()
        .partition(|e| role(brief, e) == Some(Role::Axis));
    // `"Urgent & important" "Do now", …`: what each field means stands over what it holds.
    let fields: Vec<Field> = match fields.len() {
        FIELDS => fields.into_iter().map(Field::plain).collect(),
        n if n == 2 * FIELDS => fields
            .chunks(2)
            .map(|pair| Field {
                head: Some(pair[0].clone()),
                text: pair[1].clone(),
            })
            .collect(),
        _ => return None,
    };
    let told = axes_of_title(words).filter(|_| axes.is_empty());
    Some(Model::Quadrants {
        fields,
        axes: told.unwrap_or(axes),
    })
}

/// Columns that the prompt names.
fn headed(brief: &Brief, words: &Words) -> Option<Model> {
    let (heads, rest): (Vec<Entry>, Vec<Entry>) = words
        .raw
        .iter()
        .cloned()
        .partition(|e| role(brief, e) == Some(Role::Column));
    let is_value = |e: &Entry| {
        matches!(role(brief, e), Some(Role::Value | Role::Price))
            || e.text
                .starts_with(|c: char| c.is_ascii_digit() || "$€£✓✗".contains(c))
    };
    (heads.len() > 1).then(|| grid(heads, &rest, is_value))
}

/// Groups under heads, side by side.
fn grouped(brief: &Brief, words: &Words) -> Option<Model> {
    let groups = groups(brief, &words.raw);
    if groups.len() < 2 || groups.iter().all(|g| g.1.len() < 2) {
        return None;
    }
    let side = |(name, points)| Side {
        name,
        sections: vec![(Entry::default(), points)],
    };
    Some(Model::Sides(groups.into_iter().map(side).collect()))
}

/// Words for what was, and for what it has become.
const CHANGES: &[&str] = &[
    "before", "after", "antes", "después", "vorher", "nachher", "avant", "après",
];

/// What was, and what it has become.
fn change(brief: &Brief, words: &Words) -> Option<Model> {
    let prompt = brief.heard();
    let named = CHANGES.iter().any(|word| prompt.contains(word));
    if !named && (brief.pairs.len() != 2 || words.raw.len() > 4) {
        return None;
    }
    let pairs = paired(brief, &words.raw);
    (pairs.len() == 2).then_some(Model::Change(pairs))
}

/// Labels with one value each.
fn valued(brief: &Brief, words: &Words) -> Option<Model> {
    if brief.pairs.is_empty() {
        return None;
    }
    let pairs = paired(brief, &words.raw);
    if pairs.len() < 2 || pairs.iter().any(|p| p.1.len() != 1) {
        return None;
    }
    let row = |(label, value)| std::iter::once(label).chain(value).collect();
    Some(Model::Grid(
        Vec::new(),
        pairs.into_iter().map(row).collect(),
    ))
}

/// Cuts the cells into rows: by a label that starts each row, or by the number of columns.
fn grid(mut heads: Vec<Entry>, rest: &[Entry], is_value: impl Fn(&Entry) -> bool) -> Model {
    let k = heads.len();
    let starts: Vec<usize> = (0..rest.len())
        .filter(|i| !is_value(&rest[*i]) && (*i == 0 || is_value(&rest[*i - 1])))
        .collect();
    let by_label = !starts.is_empty() && starts[0] == 0 && rest.iter().any(&is_value);
    let rows: Vec<Vec<Entry>> =
        if by_label && (!rest.len().is_multiple_of(k) || rest.len().is_multiple_of(k + 1)) {
            starts
                .iter()
                .enumerate()
                .map(|(n, start)| {
                    rest[*start..starts.get(n + 1).copied().unwrap_or(rest.len())].to_vec()
                })
                .collect()
        } else if rest.len().is_multiple_of(k + 1) {
            rest.chunks(k + 1).map(<[Entry]>::to_vec).collect()
        } else {
            rest.chunks(k).map(<[Entry]>::to_vec).collect()
        };
    let wide = rows.iter().map(Vec::len).max().unwrap_or(k);
    if wide == k + 1 {
        heads.insert(0, Entry::default());
    }
    Model::Grid(heads, rows)
}

/// Reads "A: x, y; B: z" or "A - x, y": heads are followed by a colon or a dash. Words such as "Pros:" before an entry head a
/// group as well, when they are no literals themselves.
fn groups(brief: &Brief, raw: &[Entry]) -> Vec<(Entry, Vec<Entry>)> {
    let mut out: Vec<(Entry, Vec<Entry>)> = Vec::new();
    let mut floor = 0;
    for entry in raw {
        if let Some(section) = section(brief, floor..entry.span.start) {
            out.push((section, Vec::new()));
        }
        floor = entry.span.end;
        match out.last_mut() {
            Some(last) if !opens(brief, entry) => last.1.push(entry.clone()),
            _ => out.push((entry.clone(), Vec::new())),
        }
    }
    let headed = out
        .iter()
        .filter(|g| !g.1.is_empty() || opens(brief, &g.0))
        .count();
    if headed > 1 { out } else { Vec::new() }
}

/// Returns the word for a section ("Pros:") in a stretch of the prompt.
fn section(brief: &Brief, gap: std::ops::Range<usize>) -> Option<Entry> {
    let (text, start) = (brief.prompt.get(gap.clone())?, gap.start);
    let before = text.trim_end_matches([' ', '\'', '"', '“', '‘', '«']);
    let word = before.strip_suffix(':')?;
    let at = word.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
        at + word[at..].chars().next().map_or(1, char::len_utf8)
    });
    let word = &word[at..];
    SECTIONS
        .contains(&word.to_lowercase().as_str())
        .then(|| Entry {
            text: word.to_owned(),
            literal: true,
            span: start + at..start + at + word.len(),
        })
}

/// Returns labels with their values, by the brief's pairs or in turn.
fn paired(brief: &Brief, raw: &[Entry]) -> Vec<(Entry, Vec<Entry>)> {
    let span = |i: usize| brief.literals.get(i).map(|l| l.span.clone());
    let mut out: Vec<(Entry, Vec<Entry>)> = Vec::new();
    for entry in raw {
        let pair = brief
            .pairs
            .iter()
            .find(|p| span(p.value) == Some(entry.span.clone()));
        let label = pair.and_then(|p| p.label).and_then(span);
        match out.last_mut() {
            Some(last) if label.is_some() && Some(last.0.span.clone()) == label => {
                last.1.push(entry.clone())
            }
            _ => out.push((entry.clone(), Vec::new())),
        }
    }
    if out.iter().all(|p| p.1.is_empty()) && raw.len() == 4 {
        return raw
            .chunks(2)
            .map(|c| (c[0].clone(), vec![c[1].clone()]))
            .collect();
    }
    out
}

/// Returns whether a colon, dash or bracket follows an entry in the prompt.
pub(super) fn opens(brief: &Brief, entry: &Entry) -> bool {
    let after = brief.prompt.get(entry.span.end..).unwrap_or_default();
    let after = after
        .trim_start_matches(['\'', '"', '”', '’', '»'])
        .trim_start();
    [":", "- ", "– ", "("]
        .iter()
        .any(|mark| after.starts_with(mark))
}
