//! Tables and comparisons: grids, sides against each other, before and after.

use plantain_read::{Brief, Role};
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::pitch::capital;
use crate::components::print::Zone;
use crate::directors::planner::names::names;
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "minimal",
    "corporate",
    "swiss",
    "friendly",
    "editorial",
    "pastel",
    "mid-century",
    "botanical",
];

/// What is compared.
#[derive(Debug, Clone, PartialEq)]
enum Model {
    /// Column heads, and rows of cells.
    Grid(Vec<Entry>, Vec<Vec<Entry>>),
    /// Sides with their points.
    Sides(Vec<Side>),
    /// First state and second state, each with its value.
    Change(Vec<(Entry, Vec<Entry>)>),
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Side {
    name: Entry,
    /// Sections such as pros and cons; the head of the only section may be empty.
    sections: Vec<(Entry, Vec<Entry>)>,
}

/// Returns drafts for a table or a comparison.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    title_that_heads(studio.brief, &mut words);
    let model = model(studio, &mut words);
    let ratio = studio.ratio();
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    let (grid, sides, change) = match &model {
        Model::Grid(..) => (0.9, 0.0, 0.0),
        Model::Sides(_) => (0.0, 0.9, 0.0),
        Model::Change(_) => (0.0, 0.0, 0.9),
    };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "table",
                reason: "Rows and columns stay on one grid; the head is set apart, figures are centred.",
                suits: grid,
                draw: &|sheet| table(sheet, &model, false),
            },
            Way {
                name: "table with lines",
                reason: "Fine lines part the rows; the first column leads.",
                suits: grid * 0.85,
                draw: &|sheet| table(sheet, &model, true),
            },
            Way {
                name: "side by side",
                reason: "Both sides get the same room and the same order, so that they compare line by line.",
                suits: on(ratio > 0.7, sides),
                draw: &|sheet| compare(sheet, &model, true),
            },
            Way {
                name: "one below the other",
                reason: "On a tall page the sides stand one below the other.",
                suits: on(ratio <= 0.9, sides),
                draw: &|sheet| compare(sheet, &model, false),
            },
            Way {
                name: "before and after",
                reason: "An arrow leads from what was to what is; the better value stands out.",
                suits: change,
                draw: &|sheet| changed(sheet, &model, ratio > 0.8),
            },
        ],
    )
}

/// A title that only its place suggested, and that a colon or dash follows, is the head of a group.
fn title_that_heads(brief: &Brief, words: &mut Words) {
    let heads = words
        .title
        .as_ref()
        .is_some_and(|t| t.literal && opens(brief, t));
    if heads && let Some(title) = words.title.take() {
        words.raw.push(title);
        words.raw.sort_by_key(|e| e.span.start);
    }
}

/// Returns whether a colon, dash or bracket follows an entry in the prompt.
fn opens(brief: &Brief, entry: &Entry) -> bool {
    let after = brief.prompt.get(entry.span.end..).unwrap_or_default();
    let after = after
        .trim_start_matches(['\'', '"', '”', '’', '»'])
        .trim_start();
    [":", "- ", "– ", "("]
        .iter()
        .any(|mark| after.starts_with(mark))
}

/// The table that the prompt tells group by group.
fn told(studio: &Studio<'_>, grid: &plantain_read::Grid, words: &mut Words) -> Model {
    let brief = studio.brief;
    let entry = |i: usize| {
        let literal = &brief.literals[i];
        Entry {
            // Labels and points begin with a capital.
            text: capital(&literal.text),
            literal: true,
            span: literal.span.clone(),
        }
    };
    words.title = grid.title.map(entry).or_else(|| {
        let subject = brief.subject.as_ref().or(brief.headline.as_ref());
        subject
            .filter(|s| studio.filler && s.split(' ').count() <= 5)
            .map(|s| Entry::filler(capital(s)))
    });
    words.sub = None;
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

/// "pros and cons of remote work": both heads are implied, and so are points that hold for most things.
fn pros_and_cons(studio: &Studio<'_>, words: &mut Words) -> Option<Model> {
    let brief = studio.brief;
    let prompt = brief.prompt.to_lowercase();
    let bare = words.raw.is_empty() && brief.language.0 == "en" && studio.filler;
    if !bare || !prompt.contains("pros and cons") {
        return None;
    }
    if words.title.is_none() {
        let subject = prompt.split(" of ").nth(1).map(|s| {
            let end = s.find([',', '.', ':', ';']).unwrap_or(s.len());
            s[..end].trim().to_owned()
        });
        words.title = subject
            .filter(|s| !s.is_empty() && s.split(' ').count() <= 5)
            .map(|s| Entry::filler(capital(&s)));
    }
    let side = |name: &str, pool: &[&str]| {
        let mut picked = pool.to_vec();
        studio.rng(name).shuffle(&mut picked);
        Side {
            name: Entry {
                literal: true,
                ..Entry::filler(name)
            },
            sections: vec![(
                Entry::default(),
                picked.into_iter().take(4).map(Entry::filler).collect(),
            )],
        }
    };
    Some(Model::Sides(vec![side("Pros", FOR), side("Cons", AGAINST)]))
}

/// Points for and against nearly any plan.
const FOR: &[&str] = &[
    "Saves time every week",
    "More freedom to plan",
    "Lower running costs",
    "Better focus",
    "Easy to start",
    "Room to grow",
];
const AGAINST: &[&str] = &[
    "Takes getting used to",
    "Harder to coordinate",
    "Needs discipline",
    "Costs at the start",
    "Less contact with others",
    "Not for everyone",
];

fn model(studio: &Studio<'_>, words: &mut Words) -> Model {
    let brief = studio.brief;
    if let Some(grid) = &brief.grid {
        return told(studio, grid, words);
    }
    if let Some(products) = products(studio, words) {
        return products;
    }
    if let Some(model) = pros_and_cons(studio, words) {
        return model;
    }
    let prompt = brief.heard();
    let role = |e: &Entry| {
        brief
            .literals
            .iter()
            .find(|l| l.span == e.span)
            .map(|l| l.role)
    };
    let heads: Vec<Entry> = words
        .raw
        .iter()
        .filter(|e| role(e) == Some(Role::Column))
        .cloned()
        .collect();
    if heads.len() > 1 {
        let rest: Vec<Entry> = words
            .raw
            .iter()
            .filter(|e| role(e) != Some(Role::Column))
            .cloned()
            .collect();
        return grid(heads, &rest, |e| {
            matches!(role(e), Some(Role::Value | Role::Price))
                || e.text
                    .starts_with(|c: char| c.is_ascii_digit() || "$€£✓✗".contains(c))
        });
    }
    let groups = groups(brief, &words.raw);
    if groups.len() > 1 && groups.iter().any(|g| g.1.len() > 1) {
        return Model::Sides(
            groups
                .into_iter()
                .map(|(name, points)| Side {
                    name,
                    sections: vec![(Entry::default(), points)],
                })
                .collect(),
        );
    }
    let change = [
        "before", "after", "antes", "después", "vorher", "nachher", "avant", "après",
    ]
    .iter()
    .any(|w| prompt.contains(w));
    if change || brief.pairs.len() == 2 && words.raw.len() <= 4 {
        let pairs = paired(brief, &words.raw);
        if pairs.len() == 2 {
            return Model::Change(pairs);
        }
    }
    if let Some(sides) = versus(studio, words) {
        return Model::Sides(sides);
    }
    let pairs = if brief.pairs.is_empty() {
        Vec::new()
    } else {
        paired(brief, &words.raw)
    };
    if pairs.len() > 1 && pairs.iter().all(|p| p.1.len() == 1) {
        let rows = pairs
            .into_iter()
            .map(|(a, b)| std::iter::once(a).chain(b).collect())
            .collect();
        return Model::Grid(Vec::new(), rows);
    }
    Model::Grid(
        Vec::new(),
        words.raw.iter().map(|e| vec![e.clone()]).collect(),
    )
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

const SECTIONS: &[&str] = &[
    "pros",
    "cons",
    "advantages",
    "disadvantages",
    "ventajas",
    "desventajas",
    "vorteile",
    "nachteile",
    "avantages",
    "inconvénients",
    "benefits",
    "drawbacks",
];

/// Reads "X vs Y" with sections such as pros and cons; the points are invented where the prompt leaves them open.
fn versus(studio: &Studio<'_>, words: &mut Words) -> Option<Vec<Side>> {
    let sections: Vec<Entry> = words
        .raw
        .iter()
        .chain(&words.sub)
        .filter(|e| SECTIONS.contains(&e.text.to_lowercase().as_str()))
        .cloned()
        .collect();
    if sections.iter().any(|s| words.sub.as_ref() == Some(s)) {
        words.sub = None;
    }
    let rest: Vec<Entry> = words
        .raw
        .iter()
        .filter(|e| !sections.contains(e))
        .cloned()
        .collect();
    if sections.len() >= 2 && rest.len() < 2 {
        // The title names both sides; what speaks for and against stands below it.
        let points = |n: usize| -> Vec<Entry> {
            if !studio.filler || studio.brief.language.0 != "en" {
                return Vec::new();
            }
            let pool = if n == 0 { PROS } else { CONS };
            let mut picked: Vec<&str> = pool.to_vec();
            studio.rng(&format!("points {n}")).shuffle(&mut picked);
            picked.into_iter().take(4).map(Entry::filler).collect()
        };
        return Some(
            sections
                .into_iter()
                .enumerate()
                .map(|(n, name)| Side {
                    name,
                    sections: vec![(Entry::default(), points(n))],
                })
                .collect(),
        );
    }
    if rest.len() < 2 {
        return None;
    }
    if rest.len() == 2 {
        return Some(
            rest.into_iter()
                .map(|name| Side {
                    name,
                    sections: sections.iter().map(|s| (s.clone(), Vec::new())).collect(),
                })
                .collect(),
        );
    }
    None
}

/// Points that hold for nearly any two products.
const PROS: &[&str] = &[
    "Easy to set up",
    "Works well with other tools",
    "Regular updates",
    "Large community",
    "Wide choice of models",
    "Good support",
];
const CONS: &[&str] = &[
    "Higher price at the start",
    "Takes time to learn",
    "Some features cost extra",
    "Updates can arrive late",
    "Fewer repair options",
    "Settings are hard to find",
];

fn lettering(sheet: &Sheet<'_>, k: f32) -> Lettering {
    let most = (sheet.full.w.min(sheet.full.h) * 0.034 * k).clamp(16.0, 44.0);
    Lettering::new(FontRole::Body, most, SIZE_MIN)
}

fn table(sheet: &Sheet<'_>, model: &Model, lined: bool) -> Option<Body> {
    let Model::Grid(heads, rows) = model else {
        return None;
    };
    let zone = sheet.body;
    let k = rows
        .iter()
        .map(Vec::len)
        .chain([heads.len()])
        .max()
        .unwrap_or(1)
        .max(1);
    let lines = rows.len() + usize::from(!heads.is_empty());
    if lines == 0 {
        return Some(Body::default());
    }
    let h = (zone.h / lines as f32).min(150.0);
    if h < 26.0 {
        return None;
    }
    let first = if k > 1 { 1.25 } else { 1.0 };
    let unit = zone.w / (k as f32 - 1.0 + first);
    let top = zone.y + (zone.h - h * lines as f32) * 0.5;
    let place = |row: usize, column: usize| {
        let (x, w) = if column == 0 {
            (0.0, unit * first)
        } else {
            (unit * (first + column as f32 - 1.0), unit)
        };
        Zone::new(zone.x + x, top + h * row as f32, w, h)
    };
    let pad = (unit * 0.08).clamp(8.0, 24.0);
    let body = lettering(sheet, 1.25);
    let all = rows.iter().flatten().chain(heads).map(|e| e.text.as_str());
    let size = sheet.fit_all(all, body.weight(700), unit - 2.0 * pad, h * 0.84, 3);
    let whole = Zone::new(zone.x, top, zone.w, h * lines as f32);
    let mut nodes = vec![sheet.card(whole, Token::Surface)];
    let offset = usize::from(!heads.is_empty());
    let radius = sheet.theme.radius;
    if offset == 1 {
        let mut head = Zone::new(whole.x, whole.y, whole.w, h)
            .hold(rect())
            .role("head");
        head.style.corners = Some([radius, radius, 0.0, 0.0]);
        nodes.push(if lined {
            head.fill(sheet.mixed(Token::Accent, Token::Surface, 0.86))
        } else {
            head.fill(Token::Accent)
        });
    }
    for row in 0..rows.len() {
        let line = place(row + offset, 0);
        let line = Zone::new(whole.x, line.y, whole.w, h);
        if lined {
            if row > 0 {
                nodes.push(
                    rect()
                        .bounds(line.x + pad, line.y - 0.75, line.w - 2.0 * pad, 1.5)
                        .fill(Token::Line)
                        .role("rule"),
                );
            }
        } else if row % 2 == 1 {
            let mut band = line.hold(rect()).fill(Token::Sunken).role("band");
            if row + 1 == rows.len() {
                band.style.corners = Some([0.0, 0.0, radius, radius]);
            }
            nodes.push(band);
        }
    }
    for (column, head) in heads.iter().enumerate().filter(|(_, h)| !h.text.is_empty()) {
        let ink = if lined {
            Token::AccentText
        } else {
            Token::AccentInk
        };
        let align = if column == 0 {
            Align::Start
        } else {
            Align::Center
        };
        let look = body.weight(700).color(ink).middle().align(align);
        nodes.push(sheet.set(
            head,
            place(0, column).inset_xy(pad, h * 0.06),
            look,
            size,
            "column",
        ));
    }
    for (r, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 && cell.text.is_empty() {
                nodes.extend(open_score(place(r + offset, column)));
                continue;
            }
            let align = if column == 0 {
                Align::Start
            } else {
                Align::Center
            };
            let weight = if column == 0 && k > 1 { 700 } else { 500 };
            let look = body.weight(weight).middle().align(align);
            nodes.push(sheet.set(
                cell,
                place(r + offset, column).inset_xy(pad, h * 0.06),
                look,
                size,
                "cell",
            ));
        }
    }
    Some(Body::new(nodes))
}

/// Five empty rings: a score that the reader gives.
fn open_score(cell: Zone) -> Vec<Node> {
    const MARKS: usize = 5;
    let side = (cell.w / (MARKS as f32 * 1.9))
        .min(cell.h * 0.24)
        .clamp(7.0, 22.0);
    let step = side * 1.5;
    let left = cell.x + (cell.w - step * (MARKS as f32 - 1.0) - side) * 0.5;
    (0..MARKS)
        .map(|n| {
            let x = left + step * n as f32;
            Zone::new(x, cell.y + (cell.h - side) * 0.5, side, side)
                .hold(ellipse())
                .stroke(Token::Accent, (side * 0.11).max(1.5))
                .role("score")
        })
        .collect()
}

/// Returns the mark of a section: a tick for what speaks for it, a cross for what speaks against it.
fn mark(name: &str, n: usize) -> (&'static str, Token) {
    let name = name.to_lowercase();
    let bad = [
        "con", "disadv", "desv", "nacht", "inconv", "drawb", "risk", "before",
    ]
    .iter()
    .any(|w| name.starts_with(w));
    let good = ["pro", "advan", "venta", "vorte", "avanta", "benef", "after"]
        .iter()
        .any(|w| name.starts_with(w));
    match (good, bad) {
        (true, _) => ("check", Token::Positive),
        (_, true) => ("x", Token::Negative),
        _ => ("chevron-right", Token::Series((n % 8) as u8)),
    }
}

fn compare(sheet: &Sheet<'_>, model: &Model, across: bool) -> Option<Body> {
    let Model::Sides(sides) = model else {
        return None;
    };
    let n = sides.len();
    let zone = sheet.body;
    let gap = (zone.w * 0.035).clamp(16.0, 48.0);
    let (w, h) = if across {
        (
            (zone.w - gap * n.saturating_sub(1) as f32) / n as f32,
            zone.h,
        )
    } else {
        (
            zone.w,
            (zone.h - gap * n.saturating_sub(1) as f32) / n as f32,
        )
    };
    if w < 120.0 || h < 90.0 {
        return None;
    }
    let head_h = (h * 0.17).clamp(48.0, 110.0);
    let pad = (w * 0.07).clamp(14.0, 36.0);
    let lines = sides
        .iter()
        .map(|s| {
            s.sections
                .iter()
                .map(|(name, points)| points.len() + usize::from(!name.text.is_empty()))
                .sum::<usize>()
        })
        .max()
        .unwrap_or(0)
        .max(1);
    let line_h = ((h - head_h - 2.0 * pad) / lines as f32).min(96.0);
    let name_look = Lettering::new(FontRole::Display, (head_h * 0.46).min(52.0), 16.0).centred();
    let name_size = sheet.fit_all(
        sides.iter().map(|s| s.name.text.as_str()),
        name_look,
        w - 2.0 * pad,
        head_h * 0.84,
        2,
    );
    let body = lettering(sheet, 1.0).middle();
    let points = sides
        .iter()
        .flat_map(|s| &s.sections)
        .flat_map(|s| &s.1)
        .map(|e| e.text.as_str());
    let icon_side = (line_h * 0.46).clamp(16.0, 34.0);
    let size = sheet.fit_all(
        points,
        body,
        w - 2.0 * pad - icon_side - 14.0,
        line_h * 0.9,
        3,
    );
    let mut nodes = Vec::new();
    for (i, side) in sides.iter().enumerate() {
        let place = if across {
            let used = head_h + 2.0 * pad + line_h * lines as f32;
            let top = zone.y + (h - used).max(0.0) * 0.4;
            Zone::new(zone.x + (w + gap) * i as f32, top, w, used.min(h))
        } else {
            Zone::new(zone.x, zone.y + (h + gap) * i as f32, w, h)
        };
        let (_, tone) = mark(&side.name.text, i);
        let hue = match tone {
            Token::Series(_) => sheet.hues(n)[i],
            token => sheet.rgb(token),
        };
        nodes.push(sheet.card(place, Token::Surface));
        let radius = sheet.theme.radius.min(place.h * 0.5);
        let mut head = Zone::new(place.x, place.y, place.w, head_h)
            .hold(rect())
            .fill(hue)
            .role("head");
        head.style.corners = Some([radius, radius, 0.0, 0.0]);
        nodes.push(head);
        let inner = Zone::new(place.x + pad, place.y, place.w - 2.0 * pad, head_h);
        nodes.push(sheet.set(
            &side.name,
            inner,
            name_look.color(sheet.ink_on(hue)),
            name_size,
            "side",
        ));
        let mut y = place.y + head_h + pad;
        for (name, points) in &side.sections {
            let (mark_icon, tone) = mark(
                if name.text.is_empty() {
                    &side.name.text
                } else {
                    &name.text
                },
                i,
            );
            let tone: Rgba = match tone {
                Token::Series(_) => hue.readable_on(sheet.rgb(Token::Surface), 3.0),
                token => sheet.rgb(token),
            };
            if !name.text.is_empty() {
                let look = body.weight(700).color(tone);
                nodes.push(sheet.set(
                    name,
                    Zone::new(place.x + pad, y, w - 2.0 * pad, line_h),
                    look,
                    size,
                    "section",
                ));
                y += line_h;
            }
            for point in points {
                let mut bullet = vec![
                    icon(mark_icon, icon_side)
                        .color(tone)
                        .icon_stroke(2.6)
                        .at(place.x + pad, y + (line_h - icon_side) * 0.5)
                        .role("bullet"),
                ];
                let line = Zone::new(
                    place.x + pad + icon_side + 14.0,
                    y,
                    w - 2.0 * pad - icon_side - 14.0,
                    line_h,
                );
                bullet.push(sheet.set(point, line, body, size, "point"));
                if !point.literal {
                    bullet = bullet.into_iter().map(Node::filler).collect();
                }
                nodes.extend(bullet);
                y += line_h;
            }
        }
    }
    Some(Body::new(nodes))
}

fn changed(sheet: &Sheet<'_>, model: &Model, across: bool) -> Option<Body> {
    let Model::Change(states) = model else {
        return None;
    };
    let zone = sheet.body;
    let gap = (zone.w.min(zone.h) * 0.12).clamp(44.0, 120.0);
    let (w, h) = if across {
        ((zone.w - gap) * 0.5, zone.h.min(zone.w * 0.62))
    } else {
        (zone.w, (zone.h - gap) * 0.5)
    };
    let top = if across {
        zone.y + (zone.h - h) * 0.5
    } else {
        zone.y
    };
    let name = Lettering::new(FontRole::Heading, (h * 0.12).clamp(18.0, 44.0), 16.0)
        .weight(700)
        .centred();
    let name_size = sheet.fit_all(
        states.iter().map(|s| s.0.text.as_str()),
        name,
        w * 0.8,
        h * 0.2,
        2,
    );
    let value = Lettering::new(FontRole::Display, (h * 0.3).clamp(28.0, 110.0), 18.0)
        .weight(800)
        .centred();
    let value_size = sheet.fit_all(
        states.iter().flat_map(|s| &s.1).map(|e| e.text.as_str()),
        value,
        w * 0.84,
        h * 0.4,
        1,
    );
    let mut nodes = Vec::new();
    for (i, (label, values)) in states.iter().enumerate() {
        let (strong, soft) = if i == 0 {
            (Token::Negative, Token::NegativeSoft)
        } else {
            (Token::Positive, Token::PositiveSoft)
        };
        let place = if across {
            Zone::new(zone.x + (w + gap) * i as f32, top, w, h)
        } else {
            Zone::new(zone.x, top + (h + gap) * i as f32, w, h)
        };
        nodes.push(sheet.card(place, soft));
        let radius = sheet.theme.radius.min(h * 0.5);
        let mut head = Zone::new(place.x, place.y, w, h * 0.26)
            .hold(rect())
            .fill(strong)
            .role("head");
        head.style.corners = Some([radius, radius, 0.0, 0.0]);
        nodes.push(head);
        let ink = sheet.ink_on(sheet.rgb(strong));
        nodes.push(sheet.set(
            label,
            Zone::new(place.x + w * 0.08, place.y, w * 0.84, h * 0.26),
            name.color(ink),
            name_size,
            "state",
        ));
        let room = h * 0.7 / values.len().max(1) as f32;
        for (k, entry) in values.iter().enumerate() {
            let line = Zone::new(
                place.x + w * 0.07,
                place.y + h * 0.28 + room * k as f32,
                w * 0.86,
                room,
            );
            nodes.push(sheet.set(entry, line, value.color(strong), value_size, "value"));
        }
    }
    let d = gap * 0.62;
    let (cx, cy) = if across {
        (zone.center().0, top + h * 0.5)
    } else {
        (zone.center().0, top + h + gap * 0.5)
    };
    nodes.push(
        Zone::new(cx - d * 0.5, cy - d * 0.5, d, d)
            .hold(shape(Shape::Arrow))
            .fill(Token::Muted)
            .rotate(if across { 0.0 } else { 90.0 })
            .role("arrow"),
    );
    Some(Body::new(nodes))
}
