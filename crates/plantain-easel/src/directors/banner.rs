//! Banners, sales and advertisements, at any ratio.

use plantain_read::{Genre, Role};
use plantain_scene::build::*;
use plantain_scene::node::{Align, Node};

use crate::components::pitch;
use crate::components::print::badge::{self, Form};
use crate::components::print::ground::{self, Measure, mixed};
use crate::components::print::ornament;
use crate::components::print::package;
use crate::components::print::parts;
use crate::components::print::picture::{self, Subject};
use crate::components::print::vista;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::directors::pattern::laid;
use crate::directors::{composed, poster};
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "poster-bold",
    "friendly",
    "corporate",
    "seventies",
    "playful",
    "swiss",
    "risograph",
    "botanical",
    "neon",
    "minimal",
];

/// Returns drafts for a banner or an advertisement.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let sheet = studio.brief.genre_span.clone().is_some_and(|span| {
        let words = studio
            .brief
            .prompt
            .get(span)
            .unwrap_or_default()
            .to_lowercase();
        ["poster", "flyer", "flier", "leaflet"]
            .iter()
            .any(|w| words.contains(w))
    });
    if sheet && studio.ratio() < 1.5 {
        return poster::with_words(studio, &words(studio));
    }
    let words = words(studio);
    laid::under(studio, drafts_with(studio, CUSTOM, ALL, &words))
}

const ALL: &[&Archetype] = &[
    &BURST,
    &SLANT,
    &SIDE_PICTURE,
    &MIDDLE,
    &BIG_DEAL,
    &composed::STRIP,
    &composed::TOWER,
    &composed::SPLIT,
    &composed::TONE_FIELD,
    &composed::HERO,
    &composed::BANDED,
];

/// Returns the wording with the offer found: it is what a banner shouts.
pub fn words(studio: &Studio<'_>) -> Wording {
    let mut words = Wording::of(studio);
    if words.badges.is_empty()
        && let Some(deal) = take_deal(&mut words)
    {
        words.badges.push(deal);
    }
    let alone = words
        .title
        .as_ref()
        .is_some_and(|t| t.literal && is_bare_deal(&t.text));
    if alone
        && words
            .lines()
            .all(|l| l.role == Role::Button || Some(l) == words.title.as_ref())
    {
        pitch::advertise(studio, &mut words);
    }
    if words.buttons.is_empty()
        && studio.brief.genre == Genre::Sale
        && words.title.is_some()
        && pitch::may_invent(studio)
        && words.support() == 0
    {
        words
            .buttons
            .push(Line::invented(pitch::say(studio, "Shop now"), Role::Button));
    }
    words
}

/// Returns whether a text is an offer and nothing else: "50% off", not "Summer sale up to 50% off".
fn is_bare_deal(text: &str) -> bool {
    const WORDS_MAX: usize = 2;
    const SIGNS_MAX: usize = 8;
    let long = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters > 2 || letters == 2 && !word.is_ascii()
    };
    // Scripts without blanks are measured by their signs.
    let signs = text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii());
    let unspaced = !text.contains(' ') && signs.count() > SIGNS_MAX;
    is_deal(text) && !unspaced && text.split_whitespace().filter(long).count() <= WORDS_MAX
}

/// Returns whether a text states an offer.
pub fn is_deal(text: &str) -> bool {
    let lower = text.to_lowercase();
    // "Start your free week" is no offer by itself.
    let free = lower.starts_with("free") || lower.trim_end_matches('!').ends_with("free");
    free || lower.contains('%')
        || [
            " off",
            "gratis",
            "save ",
            "2 for",
            "rabatt",
            "descuento",
            "% de",
            "折",
        ]
        .iter()
        .any(|w| lower.contains(w))
}

fn take_deal(words: &mut Wording) -> Option<Line> {
    let short = |l: &Line| l.len() <= 26 && is_deal(&l.text);
    if let Some(i) = words.sub.iter().position(short) {
        return Some(words.sub.remove(i));
    }
    let i = words.facts.iter().position(short)?;
    let mut line = words.facts.remove(i);
    // A label that was split from its number goes back before it.
    if let Some(tag) = line.label.take()
        && tag.literal
    {
        line.label = Some(tag);
    }
    Some(line)
}

fn landscape(page: &Page<'_>) -> bool {
    page.ratio() >= 1.2 && composed::ordinary(page)
}

fn tone(page: &Page<'_>) -> Tone {
    if page.studio.brief.canvas.background.is_some()
        || page.studio.brief.look.palette.len() == 1 && page.theme.palette.canvas.0.oklch().c > 0.08
    {
        Tone::Canvas
    } else {
        *page
            .rng
            .fork("tone")
            .pick(&[Tone::Accent, Tone::Accent, Tone::Canvas, Tone::Ink])
    }
}

fn flash_lines<'w>(page: &Page<'w>) -> Vec<(&'w Line, f32)> {
    let words = page.words;
    let mut lines: Vec<(&Line, f32)> = words.badges.iter().take(1).map(|l| (l, 1.0)).collect();
    if lines.is_empty() {
        lines.extend(words.price.iter().map(|l| (l, 1.0)));
        lines.extend(words.old_price.iter().map(|l| (l, 0.5)));
    }
    lines
}

/// Everything that is not in the flash: badges beyond the first; prices unless the flash has them.
fn beside_flash(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut out: Vec<Part> = words
        .badges
        .iter()
        .skip(1)
        .map(|l| parts::sub(l, inks))
        .collect();
    if !words.badges.is_empty() {
        out.extend(words.price.iter().map(|l| parts::price(l, inks)));
        out.extend(words.old_price.iter().map(|l| parts::old_price(l, inks)));
    }
    out
}

fn has_flash(page: &Page<'_>) -> bool {
    !page.words.badges.is_empty() || page.words.price.is_some()
}

/// Title left, the offer in a starburst right.
pub const BURST: Archetype = Archetype {
    name: "starburst",
    reason: "The offer is what sells, so it stands in a burst beside the name of the sale.",
    suits: |page| {
        if composed::ordinary(page)
            && has_flash(page)
            && page.words.rows.is_empty()
            && page.art.len() <= 1
        {
            0.86
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = tone(page);
        let inks = page.inks(tone);
        let mut rng = page.rng.fork("burst");
        let wide = page.ratio() >= 1.1;
        let (text, side) = if wide {
            page.live.columns(0.58, page.margin * 0.6)
        } else {
            let (t, s) = page.live.rows(0.54, page.margin * 0.5);
            (t, s)
        };
        let mut left = parts::head(page, &inks);
        left.extend(beside_flash(page, &inks));
        left.extend(parts::tail(page, &inks));
        left.extend(parts::cta(page, &inks));
        let mut root = page.root(tone);
        let center = side.center();
        root = match rng.below(3) {
            0 => root.child(ornament::rays(
                center,
                page.full.w.max(page.full.h) * 1.2,
                26,
                mixed(page, inks.ink, inks.ground, 0.92),
            )),
            1 => root.child(ornament::halftone(
                Zone::new(page.full.w * 0.4, 0.0, page.full.w * 0.6, page.full.h),
                18.0,
                1,
                mixed(page, inks.ink, inks.ground, 0.9),
            )),
            _ => root.children(ground::dress(page, &inks, text, Measure::Usual)),
        };
        let align = if wide { page.ranged() } else { Align::Center };
        let cap = page.full.h * if wide { 0.4 } else { 0.24 };
        root = root.child(page.set_sized(&left, text, align, 0.5, (20.0, cap)).0);
        let d = side.w.min(side.h) * if wide { 0.98 } else { 0.94 };
        let form = *rng.pick(&[Form::Burst, Form::Circle, Form::Seal]);
        let fill = if page.theme.resolve(inks.mark).contrast(inks.ground) > 1.8 {
            inks.mark
        } else {
            inks.bold
        };
        // A picture that nobody asked for gives way to the offer.
        if page.art.is_empty() || page.studio.brief.objects.iter().all(|o| o.absent) {
            let place = crate::components::print::art::centred(side, d);
            return root.child(badge::flash(
                page,
                place,
                fill,
                form,
                &flash_lines(page),
                rng.range(-9.0, 4.0),
            ));
        }
        let place = Zone::new(side.x, side.bottom() - side.h * 0.92, side.w, side.h * 0.92);
        root = root.children(ground::stage(page, place, &inks));
        let small = d * 0.44;
        root.child(badge::flash(
            page,
            Zone::new(side.right() - small, side.y, small, small),
            fill,
            form,
            &flash_lines(page),
            rng.range(-9.0, 4.0),
        ))
    },
};

/// A slanted field behind the picture, text on the calm side.
pub const SLANT: Archetype = Archetype {
    name: "slanted field",
    reason: "A slanted edge leads from the words to the picture.",
    suits: |page| {
        if landscape(page) && page.words.rows.len() < 3 {
            0.72
        } else {
            0.0
        }
    },
    build: |page| {
        let base = tone(page);
        let other = if base == Tone::Accent {
            Tone::Second
        } else {
            Tone::Accent
        };
        let (a, b) = (page.inks(base), page.inks(other));
        let (w, h) = (page.full.w, page.full.h);
        let cut = w * 0.58;
        let lean = h * 0.22;
        let (upper, lower) = (cut + lean, cut - lean * 0.2);
        let field = Zone::new(upper, 0.0, w - upper, h)
            .hold(rect())
            .fill(other.token());
        let wedge = ornament::tight(
            &[
                (upper, 0.0),
                (upper + 1.0, 0.0),
                (upper + 1.0, h),
                (lower, h),
            ],
            page.theme.token(other.token()).into(),
        );
        let edge = ornament::tight(
            &[
                (upper - 16.0, 0.0),
                (upper, 0.0),
                (lower, h),
                (lower - 16.0, h),
            ],
            mixed(page, a.ink, a.ground, 0.2),
        );
        let text = Zone::new(
            page.live.x,
            page.live.y,
            cut - lean * 0.2 - page.live.x - page.margin * 0.5,
            page.live.h,
        );
        let side = Zone::new(
            cut + lean * 0.75,
            page.live.y,
            page.live.right() - cut - lean * 0.75,
            page.live.h,
        );
        let mut root = page.root(base).child(field).child(wedge).child(edge);
        let flash_here = has_flash(page) && page.art.is_empty();
        let mut left = parts::head(page, &a);
        left.extend(if flash_here {
            beside_flash(page, &a)
        } else {
            parts::deal(page, &a)
        });
        left.extend(parts::tail(page, &a));
        left.extend(parts::cta(page, &a));
        root = root.child(
            page.set_sized(&left, text, page.ranged(), 0.5, (20.0, h * 0.4))
                .0,
        );
        if !page.art.is_empty() {
            return root.children(page.art.arrange(side, &page.theme.manner));
        }
        if flash_here {
            let parts: Vec<Part> = flash_lines(page)
                .into_iter()
                .map(|(l, _)| parts::title(page, l, b.ink))
                .collect();
            return root.child(
                page.set_sized(&parts, side, Align::Center, 0.5, (20.0, h * 0.3))
                    .0,
            );
        }
        if let Some(place) = vista::of(page) {
            return root.children(slanted_place(page, place, (upper, lower), base));
        }
        let words: Vec<&str> = page.studio.brief.topic.iter().map(String::as_str).collect();
        match package::form(&words)
            .filter(|_| page.studio.brief.genre != Genre::Banner || !words.is_empty())
        {
            Some(form) => {
                let color = page.theme.resolve(b.mark);
                root.child(ground::contact_shadow(side))
                    .child(package::package(
                        page,
                        side.inset_xy(0.0, side.h * 0.04),
                        form,
                        color,
                        &[],
                    ))
            }
            None => {
                let forms = Zone::new(lower, 0.0, w - lower, h);
                root.child(picture::picture(page, forms, &b, picture::subject(page)))
                    .child(corner(page, (upper, lower), base))
                    .child(ornament::tight(
                        &[
                            (upper - 16.0, 0.0),
                            (upper, 0.0),
                            (lower, h),
                            (lower - 16.0, h),
                        ],
                        mixed(page, a.ink, a.ground, 0.2),
                    ))
            }
        }
    },
};

/// The corner between an upright and a slanted edge, in the colour of the calm side.
fn corner(page: &Page<'_>, (upper, lower): (f32, f32), base: Tone) -> Node {
    let h = page.full.h;
    ornament::tight(
        &[
            (lower - 1.0, 0.0),
            (upper, 0.0),
            (lower, h),
            (lower - 1.0, h),
        ],
        page.theme.token(base.token()).into(),
    )
}

/// A painted place behind the slanted edge.
fn slanted_place(page: &Page<'_>, place: vista::Vista, edge: (f32, f32), base: Tone) -> Vec<Node> {
    let zone = Zone::new(edge.1, 0.0, page.full.w - edge.1, page.full.h);
    let painted = vista::paint(page, place, (zone.w, zone.h), 0.0);
    vec![vista::node(zone, painted.nodes), corner(page, edge, base)]
}

/// Words on one side, picture or forms on the other.
pub const SIDE_PICTURE: Archetype = Archetype {
    name: "words and picture",
    reason: "Words on one side, the picture on the other: a banner is read in a second.",
    suits: |page| {
        if composed::ordinary(page) && (landscape(page) || !page.art.is_empty()) {
            if page.art.is_empty() { 0.62 } else { 0.84 }
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = tone(page);
        let inks = page.inks(tone);
        let wide = page.ratio() >= 1.1;
        let (text, side) = if wide {
            let (t, _) = page.live.columns(0.54, page.margin);
            let x = t.right() + page.margin;
            (t, Zone::new(x, 0.0, page.full.w - x, page.full.h))
        } else {
            let (t, s) = page.live.rows(0.48, page.margin * 0.5);
            (t, s)
        };
        let mut root = page.root(tone);
        if page.art.is_empty() {
            let subject = picture::subject(page);
            let place = if matches!(subject, Subject::Sound | Subject::Sun) {
                side.inset(page.margin)
            } else {
                side
            };
            root = root.child(picture::picture(page, place, &inks, subject));
        } else {
            root = root.children(ground::stage(page, side.inset(page.margin * 0.7), &inks));
        }
        let align = if wide { page.ranged() } else { Align::Center };
        if page.words.rows.is_empty() {
            let all = all_parts(page, &inks);
            return root.child(
                page.set_sized(&all, text, align, 0.5, (20.0, page.full.h * 0.36))
                    .0,
            );
        }
        root.children(parts::everything(page, text, &inks, align, 0.5))
    },
};

fn all_parts(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let mut all = parts::head(page, inks);
    all.extend(parts::deal(page, inks));
    all.extend(parts::tail(page, inks));
    all.extend(parts::cta(page, inks));
    all
}

/// Centred on a lively ground.
const MIDDLE: Archetype = Archetype {
    name: "centre stage",
    reason: "A short message stands in the middle of a lively ground.",
    suits: |page| {
        if composed::ordinary(page) && page.art.is_empty() && page.words.rows.is_empty() {
            0.6
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = tone(page);
        let inks = page.inks(tone);
        let zone = page.live.inset_xy(page.live.w * 0.08, page.live.h * 0.06);
        let all = all_parts(page, &inks);
        let (node, taken) =
            page.set_sized(&all, zone, Align::Center, 0.5, (20.0, page.full.h * 0.36));
        let mut root = page.root(tone);
        let mut rng = page.rng.fork("ground");
        let clear = Zone::new(zone.x, taken.y, zone.w, taken.h);
        root = match rng.below(3) {
            0 => root.child(ornament::rays(
                (page.full.w * 0.5, page.full.h * 0.5),
                page.full.w,
                28,
                mixed(page, inks.ink, inks.ground, 0.93),
            )),
            1 if ground::is_festive(page) => {
                let count = (page.full.w * page.full.h / 12_000.0) as usize;
                root.children(ornament::confetti(
                    page.full.inset(8.0),
                    clear.inset(-14.0),
                    count,
                    &mut rng,
                ))
            }
            _ => root.children(ground::dress(page, &inks, taken, Measure::Full)),
        };
        root.child(node)
    },
};

/// The offer as the largest thing on the page.
const BIG_DEAL: Archetype = Archetype {
    name: "big offer",
    reason: "The offer itself is the largest thing on the page.",
    suits: |page| {
        if composed::ordinary(page)
            && has_flash(page)
            && page.words.rows.is_empty()
            && page.art.is_empty()
        {
            0.74
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = tone(page);
        let inks = page.inks(tone);
        let wide = page.ratio() >= 1.1;
        let (one, two) = if wide {
            page.live.columns(0.47, page.margin * 1.4)
        } else {
            page.live.rows(0.44, page.margin)
        };
        let mut head = parts::head(page, &inks);
        head.extend(beside_flash(page, &inks));
        head.extend(parts::tail(page, &inks));
        head.extend(parts::cta(page, &inks));
        let offer: Vec<Part> = flash_lines(page)
            .into_iter()
            .map(|(l, scale)| {
                if l.role == Role::OldPrice {
                    parts::old_price(l, &inks)
                } else {
                    parts::title(page, l, inks.bold).scale(scale, 20.0, 600.0)
                }
            })
            .collect();
        let align = if wide { page.ranged() } else { Align::Center };
        let (text, deal) = if wide { (one, two) } else { (two, one) };
        let rule = if wide {
            rect()
                .bounds(
                    two.x - page.margin * 0.7 - 2.0,
                    page.live.y + page.live.h * 0.1,
                    4.0,
                    page.live.h * 0.8,
                )
                .fill(inks.mark)
        } else {
            rect()
                .bounds(
                    page.live.x + page.live.w * 0.4,
                    two.y - page.margin * 0.5 - 2.0,
                    page.live.w * 0.2,
                    4.0,
                )
                .fill(inks.mark)
        };
        let (deal_node, taken) =
            page.set_sized(&offer, deal, align, 0.5, (20.0, page.full.h * 0.55));
        page.root(tone)
            .children(ground::dress(page, &inks, taken, Measure::Quiet))
            .child(rule.role("rule"))
            .child(deal_node)
            .child(
                page.set_sized(&head, text, align, 0.5, (20.0, page.full.h * 0.3))
                    .0,
            )
    },
};

#[cfg(test)]
mod tests {
    use super::is_bare_deal;

    #[test]
    fn a_headline_is_more_than_its_offer() {
        for (text, bare) in [
            ("50% off", true),
            ("Up to 50% OFF", true),
            ("Save 20%", true),
            ("最大50%オフ", true),
            ("Summer sale up to 50% off", false),
            ("Free shipping on all orders", false),
            ("여름 세일 최대 50% 할인", false),
            ("Sommer", false),
        ] {
            assert_eq!(is_bare_deal(text), bare, "{text}");
        }
    }
}
