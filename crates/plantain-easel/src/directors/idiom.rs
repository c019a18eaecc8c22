//! Pages in a style that the prompt names, each recognised by its forms before a word is read. Posters, covers and cards share
//! them.

mod arches;
mod blocks;
mod glow;
mod rays;
mod waves;
mod worn;

use std::fmt::Write as _;

use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::print::{Archetype, Inks, Page, Zone, ground, parts};
use crate::components::typeset::Part;
use crate::directors::composed;

/// Returns the pages with a style of their own, and then others.
pub fn with(others: &[&'static Archetype]) -> Vec<&'static Archetype> {
    ALL.iter().chain(others).copied().collect()
}

/// All pages with a style of their own.
const ALL: &[&Archetype] = &[
    &rays::DECO,
    &rays::BURST,
    &rays::ATOMIC,
    &blocks::BAUHAUS,
    &blocks::SWISS,
    &blocks::RAW,
    &blocks::MEMPHIS,
    &glow::HORIZON,
    &waves::RIPPLES,
    &waves::STRIPES,
    &arches::NOUVEAU,
    &arches::GOTHIC,
    &arches::BOHO,
    &worn::GRUNGE,
    &worn::GEARS,
];

/// How well a page suits one of these styles: it is named, and what is to be set leaves room for its forms.
fn named(page: &Page<'_>, styles: &[&str]) -> f32 {
    const LETTERS_MAX: usize = 300;
    let asked = page
        .studio
        .brief
        .look
        .styles
        .iter()
        .any(|style| styles.contains(&style.as_str()));
    let few = page.words.rows.is_empty() && page.words.chars() <= LETTERS_MAX;
    if asked && few && !page.words.is_empty() && composed::ordinary(page) {
        1.6
    } else {
        0.0
    }
}

/// Where words and picture go: below each other on an upright page, beside each other on a wide one.
struct Plan {
    head: Zone,
    picture: Zone,
    foot: Zone,
}

/// Share of the height that the lines at the foot take.
fn foot_share(page: &Page<'_>) -> f32 {
    let ink = page.inks(crate::components::print::Tone::Canvas);
    (said(page, &ink).1.len() as f32 * 0.055).clamp(0.0, 0.26)
}

/// Divides a zone without a picture: the foot keeps its lines, what leads has the rest.
fn filled(page: &Page<'_>, zone: Zone) -> Plan {
    let (head, foot) = zone.rows(1.0 - foot_share(page) * 1.4, page.margin * 0.5);
    Plan {
        head,
        picture: foot,
        foot,
    }
}

/// Divides a zone: `share` of its height or width for what leads.
fn plan(page: &Page<'_>, zone: Zone, share: f32) -> Plan {
    let low = foot_share(page);
    let gap = page.margin * 0.5;
    if page.ratio() > 1.25 {
        let (words, picture) = zone.columns(0.5, gap);
        let (head, foot) = words.rows(1.0 - low * 1.5, gap);
        return Plan {
            head,
            picture,
            foot,
        };
    }
    let (head, rest) = zone.rows(share, gap);
    let (picture, foot) = if low > 0.0 {
        rest.rows(1.0 - low / (1.0 - share), gap)
    } else {
        (rest, Zone::new(rest.x, rest.bottom(), rest.w, 1.0))
    };
    Plan {
        head,
        picture,
        foot,
    }
}

/// What leads the page, and what stands at its foot.
fn said(page: &Page<'_>, inks: &Inks) -> (Vec<Part>, Vec<Part>) {
    let words = page.words;
    let mut head = parts::name(page, inks, inks.ink);
    head.extend(words.sub.iter().map(|l| parts::sub(l, inks)));
    head.extend(parts::deal(page, inks));
    let mut foot: Vec<Part> = words.by.iter().map(|l| parts::by(l, inks)).collect();
    foot.extend(parts::tail(page, inks));
    foot.extend(parts::cta(page, inks));
    (head, foot)
}

/// Sets what leads and what stands at the foot in their zones.
fn words(page: &Page<'_>, plan: &Plan, inks: (&Inks, &Inks), align: Align) -> Vec<Node> {
    let (head, foot) = (said(page, inks.0).0, said(page, inks.1).1);
    let mut nodes = vec![page.set(&head, plan.head, align, 0.4).0];
    if !foot.is_empty() {
        let n = foot.len();
        let foot = parts::louder(foot, parts::loudness(n).min(1.3));
        nodes.push(
            page.set_sized(&foot, plan.foot, align, 0.6, (40.0, 150.0))
                .0,
        );
    }
    nodes
}

/// Only the title, for pages that set it in a form of its own.
fn title(page: &Page<'_>, color: Color) -> Vec<Part> {
    let title = page.words.title.iter();
    title
        .map(|t| parts::title(page, t, color).font(FontRole::Display, 0))
        .collect()
}

/// The things that were asked for, on the foot of a zone.
fn things(page: &Page<'_>, zone: Zone) -> Vec<Node> {
    if page.art.is_empty() {
        return Vec::new();
    }
    let mut nodes = Vec::new();
    if page.art.len() == 1 {
        nodes.push(ground::contact_shadow(zone));
    }
    nodes.extend(page.art.arrange(zone, &page.theme.manner));
    nodes
}

/// A path in the units of the page, bounded no wider than itself: what lies beside it stays free for type.
fn drawn(page: &Page<'_>, d: String) -> Node {
    let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    walk(&d, (0.0, 0.0), |p| {
        low = (low.0.min(p.0), low.1.min(p.1));
        high = (high.0.max(p.0), high.1.max(p.1));
    });
    if low.0 >= high.0 {
        return page.full.hold(plantain_scene::build::stack());
    }
    let (w, h) = ((high.0 - low.0).max(1.0), (high.1 - low.1).max(1.0));
    let moved = walk(&d, low, |_| {});
    plantain_scene::build::path(moved, w, h)
        .bounds(low.0, low.1, w, h)
        .role("ornament")
}

/// Writes a path anew with its origin at `from`, and tells every point that it goes through or bends toward.
fn walk(d: &str, from: (f32, f32), mut seen: impl FnMut((f32, f32))) -> String {
    let mut out = String::with_capacity(d.len());
    let mut at = (0.0, 0.0);
    let spread = d.replace(|c: char| c.is_ascii_alphabetic(), " ");
    let mut numbers = spread
        .split_whitespace()
        .filter_map(|n| n.parse::<f32>().ok());
    let mut next = move || numbers.next().unwrap_or(0.0);
    let commands: Vec<(usize, char)> = d
        .char_indices()
        .filter(|(_, c)| c.is_ascii_alphabetic())
        .collect();
    for (i, (start, command)) in commands.iter().enumerate() {
        let end = commands.get(i + 1).map_or(d.len(), |next| next.0);
        let count = d[start + 1..end].split_whitespace().count();
        let _ = write!(out, "{command}");
        let own = command.is_ascii_lowercase();
        let base = if own { at } else { (0.0, 0.0) };
        let shift = if own { (0.0, 0.0) } else { from };
        match command.to_ascii_uppercase() {
            'H' | 'V' => {
                let across = command.eq_ignore_ascii_case(&'h');
                let v = next();
                let _ = write!(out, "{:.1} ", v - if across { shift.0 } else { shift.1 });
                at = if across {
                    (base.0 + v, at.1)
                } else {
                    (at.0, base.1 + v)
                };
                seen(at);
            }
            'A' => {
                let (rx, ry) = (next(), next());
                let flags = [next(), next(), next()];
                let (x, y) = (next(), next());
                let end = (base.0 + x, base.1 + y);
                // An arc stays within its diameter around both ends; a half circle bulges by its radius.
                let bulge = rx.max(ry) - libm::hypotf(end.0 - at.0, end.1 - at.1) * 0.5;
                let middle = ((at.0 + end.0) * 0.5, (at.1 + end.1) * 0.5);
                let side = if flags[2] > 0.5 { 1.0 } else { -1.0 };
                let (dx, dy) = (end.0 - at.0, end.1 - at.1);
                let long = libm::hypotf(dx, dy).max(1e-3);
                let reach = (rx - bulge.max(0.0) * 0.5) * side;
                seen((middle.0 + dy / long * reach, middle.1 - dx / long * reach));
                seen(end);
                let _ = write!(
                    out,
                    "{rx:.1} {ry:.1} {} {} {} {:.1} {:.1} ",
                    flags[0],
                    flags[1],
                    flags[2],
                    x - shift.0,
                    y - shift.1
                );
                at = end;
            }
            _ => {
                for _ in 0..count / 2 {
                    let (x, y) = (next(), next());
                    let p = (base.0 + x, base.1 + y);
                    seen(p);
                    let _ = write!(out, "{:.1} {:.1} ", x - shift.0, y - shift.1);
                    at = p;
                }
            }
        }
    }
    out
}

/// A point on a circle; the angle in degrees from the right, clockwise.
fn on_circle((x, y): (f32, f32), radius: f32, angle: f32) -> (f32, f32) {
    let a = angle.to_radians();
    (x + radius * libm::cosf(a), y + radius * libm::sinf(a))
}

/// A tint of a colour on the ground of the page.
fn tint(page: &Page<'_>, color: Color, ground: Rgba, t: f32) -> Color {
    ground::mixed(page, color, ground, t)
}
