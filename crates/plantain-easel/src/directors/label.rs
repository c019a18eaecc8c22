//! Product labels.

mod estate;
mod goods;
mod parcel;
mod sheets;

use plantain_read::{Background, Role};
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::pitch;
use crate::components::print::parts::{self, RowStyle};
use crate::components::print::{Inks, Page, Tone, Zone, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::directors::{composed, idiom};
use crate::studio::{Draft, Studio};

const LABELS: &[&str] = &[
    "kraft",
    "botanical",
    "editorial",
    "minimal",
    "luxury",
    "swiss",
    "mid-century",
    "friendly",
];
/// Returns drafts for a product label.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let span = studio.brief.genre_span.clone().unwrap_or(0..0);
    let named = studio
        .brief
        .prompt
        .get(span)
        .unwrap_or_default()
        .to_lowercase();
    if named.contains("tag") && !named.contains("name") {
        return crate::directors::tag::direct(studio);
    }
    let words = words(studio);
    let mut drafts = drafts_with(
        studio,
        LABELS,
        &idiom::with(&[
            &parcel::PARCEL,
            &estate::ESTATE,
            &goods::FLAVOUR,
            &goods::HALF,
            &goods::NIGHT,
            &sheets::CENTRE_LABEL,
            &sheets::WRAP,
            &sheets::SWISS_LABEL,
            &sheets::ROUND,
            &sheets::BAND_LABEL,
            &composed::STRIP,
            &composed::TOWER,
        ]),
        &words,
    );
    if words.lines().any(|l| !l.literal) {
        for draft in &mut drafts {
            draft.reasons.push("No words were given, so a plausible product was invented; its texts are marked as filler.".into());
        }
    }
    drafts
}

fn words(studio: &Studio<'_>) -> Wording {
    let mut words = Wording::sorted(studio.brief);
    let bare = words.is_empty() && studio.brief.headline.is_none();
    let product = (bare && pitch::may_invent(studio))
        .then(|| pitch::product(studio, &mut studio.rng("product")))
        .flatten();
    if let Some(product) = product {
        words
            .kicker
            .push(Line::invented(product.brand, Role::Brand));
        words.title = Some(Line::invented(product.name, Role::Title));
        words
            .sub
            .push(Line::invented(product.descriptor, Role::Subtitle));
        words.facts.push(Line::invented(product.detail, Role::Text));
        words
            .small
            .push(Line::invented(product.amount, Role::Small));
        words
            .small
            .push(Line::invented(product.origin, Role::Small));
        words.body.push(Line::invented(product.story, Role::Body));
    } else {
        words = Wording::of(studio);
    }
    // A name that stands alone leads; a maker above it is small.
    if words.kicker.is_empty()
        && let Some(brand) = words.brand.take()
    {
        words.kicker.push(brand);
    }
    words
}

fn title(page: &Page<'_>, inks: &Inks, max: f32) -> Vec<Part> {
    page.words
        .title
        .iter()
        .map(|t| parts::title(page, &vintage(t), inks.ink).scale(1.0, 16.0, max))
        .collect()
}

/// "Château Morel 2019": the year stands on a line of its own.
fn vintage(title: &Line) -> Line {
    let parted = title.text.rsplit_once(' ').filter(|(name, year)| {
        !name.is_empty()
            && year.len() == 4
            && (year.starts_with("19") || year.starts_with("20"))
            && year.bytes().all(|b| b.is_ascii_digit())
    });
    match parted {
        Some((name, year)) => Line {
            text: format!("{name}\n{year}"),
            ..title.clone()
        },
        None => title.clone(),
    }
}

fn maker(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    page.words
        .kicker
        .iter()
        .map(|l| {
            let part = Part::text(l, "brand")
                .font(FontRole::Body, 600)
                .scale(0.2, 13.0, 26.0)
                .color(inks.ink)
                .gap(0.6);
            if parts::latin_caps(&l.text) {
                part.upper(0.22)
            } else {
                part
            }
        })
        .collect()
}

/// Longest row of small words that stand beside each other under the name, in letters.
const ROW_MAX: usize = 44;

/// The kind of goods under the name: the first line larger, short ones after it in one row of small capitals.
fn kind(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let lines: Vec<&Line> = words
        .sub
        .iter()
        .chain(words.facts.iter().filter(|l| !amount(l)))
        .collect();
    let Some((first, rest)) = lines.split_first() else {
        return Vec::new();
    };
    let mut out = vec![
        Part::text(first, "descriptor")
            .font(FontRole::Heading, 0)
            .scale(0.36, 18.0, 46.0)
            .color(inks.bold)
            .gap(0.45),
    ];
    let letters: usize = rest.iter().map(|l| l.len() + 3).sum();
    let short = rest
        .iter()
        .all(|l| parts::latin_caps(&l.text) && l.label.is_none());
    if rest.len() >= 2 && short && letters <= ROW_MAX {
        let joined: Vec<&str> = rest.iter().map(|l| l.text.as_str()).collect();
        let row = Line {
            text: joined.join(" · "),
            ..rest[0].clone()
        };
        out.push(small_capitals(&row, inks));
        return out;
    }
    out.extend(rest.iter().map(|l| {
        if parts::latin_caps(&l.text) && l.len() <= 28 {
            small_capitals(l, inks)
        } else {
            Part::text(l, "notes")
                .font(FontRole::Body, 400)
                .scale(0.24, 15.0, 28.0)
                .color(inks.quiet)
                .gap(0.7)
        }
    }));
    out
}

fn small_capitals(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "notes")
        .font(FontRole::Body, 600)
        .scale(0.17, 13.0, 22.0)
        .color(inks.quiet)
        .upper(0.16)
        .gap(0.9)
}

/// Returns whether a line is a weight, a volume or another small figure of a label.
fn amount(line: &Line) -> bool {
    let lower = line.text.to_lowercase();
    let unit = [
        " g", "g)", "ml", " oz", "kg", " l", "%", "fl", "net", "wt", "lb",
    ]
    .iter()
    .any(|u| lower.contains(u))
        || lower.ends_with('g');
    unit && lower.chars().any(|c| c.is_ascii_digit()) && line.len() <= 32
}

/// Returns the lines at a label's foot.
fn foot(page: &Page<'_>) -> Vec<Line> {
    let words = page.words;
    words
        .facts
        .iter()
        .filter(|l| amount(l))
        .chain(&words.price)
        .chain(&words.old_price)
        .chain(&words.brand)
        .chain(&words.by)
        .chain(&words.buttons)
        .chain(&words.badges)
        .chain(&words.small)
        .chain(&words.contact)
        .cloned()
        .collect()
}

fn foot_parts(lines: &[Line], inks: &Inks) -> Vec<Part> {
    let size = (0.24, 15.0, 28.0);
    parts::alike(lines, "amount", (FontRole::Body, 500), size, inks.ink, 0.5)
}

/// Sets label foot lines spread over the width, or below each other.
fn foot_strip(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks, align: Align) -> Vec<Node> {
    if lines.is_empty() {
        return Vec::new();
    }
    if lines.len() > 3 || zone.w < 150.0 * lines.len() as f32 || lines.len() == 1 {
        return vec![
            page.set_sized(&foot_parts(lines, inks), zone, align, 1.0, (65.0, 120.0))
                .0,
        ];
    }
    let n = lines.len() as f32;
    let w = (zone.w - 20.0 * (n - 1.0)) / n;
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let place = Zone::new(zone.x + (w + 20.0) * i as f32, zone.y, w, zone.h);
            let side = if i == 0 {
                Align::Start
            } else if i + 1 == lines.len() {
                Align::End
            } else {
                Align::Center
            };
            page.set_sized(
                &foot_parts(std::slice::from_ref(line), inks),
                place,
                side,
                1.0,
                (65.0, 105.0),
            )
            .0
        })
        .collect()
}

/// Returns the body copy and rows of a label, which only the larger layouts show in full.
fn story(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    page.words
        .body
        .iter()
        .map(|l| {
            Part::text(l, "story")
                .scale(0.17, 13.0, 19.0)
                .color(inks.quiet)
                .gap(1.0)
                .measure(30.0)
                .leading(1.5)
        })
        .collect()
}

/// Returns where a label of this ratio lies on the page, with its ground and edge.
fn sheet(page: &Page<'_>, ratio: f32) -> (Zone, Vec<Node>, Tone) {
    let white = matches!(
        &page.studio.brief.canvas.background,
        Some(Background::Color(_))
    );
    let near = page.ratio() / ratio;
    if (0.8..1.25).contains(&near) {
        return (page.full, Vec::new(), Tone::Canvas);
    }
    // The page is of another shape than the label: the label lies on it as a printed sheet.
    let h = (page.full.h * 0.9).min(page.full.w * 0.92 / ratio);
    let w = h * ratio;
    let zone = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
    let tone = if white { Tone::Canvas } else { Tone::Surface };
    let shade = plantain_scene::color::Color::Token(Token::Ink, 0.14);
    let paper = zone
        .hold(rect())
        .fill(tone.token())
        .stroke(plantain_scene::color::Color::Token(Token::Ink, 0.1), 1.0)
        .shadow(h * 0.012, h * 0.05, shade)
        .role("label");
    (zone, vec![paper], tone)
}

fn rows_in(page: &Page<'_>, zone: Zone, inks: &Inks) -> (Vec<Node>, Zone) {
    if page.words.rows.is_empty() {
        return (Vec::new(), zone);
    }
    let (text, list) = zone.rows(0.5, zone.h * 0.05);
    (
        parts::rows(page, &page.words.rows, list, inks, RowStyle::Lines),
        text,
    )
}
