//! The mark of a logo: the drawn thing, an icon of the topic, or the initial in a plain form.

use plantain_read::Genre;
use plantain_scene::build::*;
use plantain_scene::color::Color;
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::print::art::{self, centred};
use crate::components::print::{Page, Zone, implied};
use crate::components::typeset::Part;
use crate::components::wording::Line;

/// Letters of a monogram, at most.
const LETTERS_MAX: usize = 3;

/// Draws the mark: the object in flat colours, an icon of the topic, or the initial.
pub(in crate::directors) fn mark(page: &Page<'_>, zone: Zone, color: Color) -> Vec<Node> {
    let brief = page.studio.brief;
    if let Some(letters) = initials(page) {
        let part = Part::text(letters, "mark")
            .font(FontRole::Display, 0)
            .scale(1.0, 20.0, 900.0)
            .color(color)
            .lines(1);
        let most = zone.h * 0.9;
        return vec![
            page.set_sized(&[part], zone, Align::Center, 0.5, (20.0, most))
                .0,
        ];
    }
    if let Some(name) = scenic(page) {
        let side = zone.w.min(zone.h);
        return vec![line_icon(&name, centred(zone, side * 0.86), color)];
    }
    if !page.art.is_empty() {
        let has = |words: &[&str]| {
            brief
                .look
                .styles
                .iter()
                .any(|s| words.contains(&s.as_str()))
        };
        let prompt = brief.prompt.to_lowercase();
        let full = has(&["cartoon", "kawaii", "3d", "watercolor"])
            || prompt.contains("mascot")
            || page.art.pieces.iter().any(|p| p.tint.is_some())
            || brief.genre == Genre::AppIcon;
        // A mark is printed in the inks of its house: two with their screens, unless its things have colours of their own.
        let manner = if has(&["line", "outline", "line art"]) {
            "line"
        } else if full {
            ""
        } else {
            "stamp"
        };
        return page.art.arrange(zone, manner);
    }
    let side = zone.w.min(zone.h);
    // An app's icon may show the thing in its colours.
    let emblem = (brief.genre == Genre::AppIcon)
        .then(|| implied::emblem(&brief.topic.join(" ").to_lowercase()))
        .flatten();
    if let Some(emblem) = emblem {
        return vec![centred(zone, side).hold(object(emblem)).role("mark")];
    }
    let name = page
        .words
        .title
        .as_ref()
        .map_or(String::new(), |t| t.text.to_lowercase());
    let words = brief
        .topic
        .iter()
        .map(String::as_str)
        .filter(|word| !MEDIA.contains(word))
        .chain(name.split_whitespace().filter(|w| w.len() > 3));
    if let Some(name) = art::find_icon(words) {
        return vec![line_icon(&name, centred(zone, side * 0.86), color)];
    }
    vec![initial(page, zone, color)]
}

/// A piece of a landscape has no outline of its own: its icon, where there is one, makes the better mark.
fn scenic(page: &Page<'_>) -> Option<String> {
    use plantain_art::Category as C;
    let [piece] = page.art.pieces.as_slice() else {
        return None;
    };
    let land = plantain_art::object(&piece.name)
        .is_some_and(|object| matches!(object.kind().category, C::Nature | C::Place));
    let logo = page.studio.brief.genre == Genre::Logo;
    plantain_art::find_icon(&piece.name)
        .filter(|icon| logo && land && icon.name == piece.name)
        .map(|icon| icon.name.to_owned())
}

/// An icon as a mark, in the ink of the house.
fn line_icon(name: &str, place: Zone, color: Color) -> Node {
    place
        .hold(icon(name.to_owned(), place.w / 0.86))
        .color(color)
        .icon_stroke(1.7)
        .role("mark")
}

/// The first letter of the name cut out of a plain form: as a drawing, since it is a mark and not a word.
fn initial(page: &Page<'_>, zone: Zone, color: Color) -> Node {
    let side = zone.w.min(zone.h);
    let mut rng = page.rng.fork("mark");
    let place = centred(zone, side * 0.86);
    let s = place.w;
    let form = match rng.below(4) {
        0 => vec![
            path("M0 0 A50 50 0 0 1 50 50 A50 50 0 0 1 0 0 Z M50 50 A50 50 0 0 1 100 100 A50 50 0 0 1 50 50 Z", 100.0, 100.0).bounds(0.0, 0.0, s, s).fill(color),
            ellipse().bounds(s * 0.54, 0.0, s * 0.42, s * 0.42).fill(color),
        ],
        1 => (0..3).map(|i| rect().bounds(s * (0.08 + 0.3 * i as f32), s * (0.5 - 0.2 * i as f32), s * 0.22, s * (0.42 + 0.2 * i as f32)).radius(s * 0.11).fill(color)).collect(),
        2 => vec![
            shape(Shape::Ring { from: 30.0, to: 330.0, hole: 0.58 }).bounds(0.0, 0.0, s, s).fill(color).rotate(90.0),
            ellipse().bounds(s * 0.4, s * 0.4, s * 0.2, s * 0.2).fill(color),
        ],
        _ => vec![
            shape(Shape::Polygon { sides: 6, turn: 0.0 }).bounds(0.0, 0.0, s, s).stroke(color, s * 0.07),
            shape(Shape::Triangle).bounds(s * 0.3, s * 0.3, s * 0.4, s * 0.36).fill(color),
        ],
    };
    place.hold(stack()).children(form).role("mark")
}

/// The letters that are asked for as the mark ("monogram HV").
pub(super) fn initials<'a>(page: &Page<'a>) -> Option<&'a Line> {
    let logo = page.studio.brief.genre == Genre::Logo && page.words.title.is_some();
    page.words
        .badges
        .iter()
        .find(|l| logo && l.literal && l.len() <= LETTERS_MAX)
}

/// Words for what the mark is put on, which are not what it stands for.
const MEDIA: &[&str] = &[
    "app",
    "application",
    "logo",
    "icon",
    "brand",
    "company",
    "startup",
    "studio",
    "shop",
    "store",
    "website",
    "business",
    "agency",
    "mobile",
    "ios",
    "android",
    "service",
    "badge",
    "style",
    "modern",
    "vintage",
    "minimal",
    "flat",
    "simple",
    "wordmark",
];
