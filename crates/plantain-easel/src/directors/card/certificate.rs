//! Certificates and diplomas.

mod kind;

use plantain_read::{Component, Role};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::pitch;
use crate::components::print::ground::mixed;
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::{Line, Wording};
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Returns drafts for a certificate.
pub fn certificate(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "editorial",
        "luxury",
        "art-deco",
        "corporate",
        "botanical",
        "swiss",
    ];
    drafts_with(
        studio,
        CUSTOM,
        &[
            &CERTIFICATE,
            &CERTIFICATE_SIDE,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &kind::named(studio),
    )
}

/// The lines of a certificate: what, to whom (largest after the title), for what.
fn certificate_parts(page: &Page<'_>, inks: &Inks) -> (Vec<Part>, Vec<Line>) {
    let words = page.words;
    let mut rest = unsigned(page);
    let person = rest.take_fact(&[Role::Person]).or_else(|| {
        if rest.sub.is_empty() {
            None
        } else {
            Some(rest.sub.remove(0))
        }
    });
    let when = rest.take_facts(&[Role::Date, Role::Time]);
    let mut all = parts::name(page, inks, inks.bold);
    if let Some(person) = &person {
        all.extend(awarded(page, person, inks));
    }
    for (i, line) in rest.sub.iter().chain(&rest.facts).enumerate() {
        all.extend(labelled(line, if i == 0 { 0.42 } else { 0.32 }, inks));
    }
    all.extend(rest.body.iter().map(|line| {
        let body = parts::body(line, inks);
        // A short reason is read with the name; a long one is running text.
        if line.len() <= 90 {
            body.scale(0.36, 16.0, 34.0)
        } else {
            body
        }
    }));
    all.extend(rest.by.iter().map(|l| parts::by(l, inks)));
    all.extend(parts::deal(page, inks));
    let mut foot = when;
    foot.extend(
        rest.rows
            .into_iter()
            .flat_map(|r| std::iter::once(r.name).chain(r.value)),
    );
    foot.extend(rest.brand);
    foot.extend(rest.contact);
    foot.extend(rest.small);
    foot.extend(words.buttons.iter().cloned());
    // Two hands can sign at the foot; further ones stand with the text.
    // With two hands at the foot the date stands with the text.
    if signers(page).len() >= 2 {
        all.extend(foot.drain(..).map(|line| parts::body(&line, inks)));
    }
    let spare = if foot.is_empty() { 2 } else { 1 };
    for (name, post) in signers(page).into_iter().skip(spare) {
        all.push(parts::by(&name, inks));
        all.extend(post.iter().map(|post| parts::body(post, inks)));
    }
    (all, foot)
}

/// To whom: the words before the name, and the name over a rule.
fn awarded(page: &Page<'_>, person: &Line, inks: &Inks) -> Vec<Part> {
    let mut all = Vec::new();
    let (tag, name) = person.clone().parted();
    let tag = tag.or_else(|| {
        pitch::may_invent(page.studio)
            .then(|| Line::invented(pitch::say(page.studio, "is awarded to"), Role::Label))
    });
    all.extend(tag.iter().map(|l| {
        Part::text(l, "label")
            .scale(0.26, 15.0, 24.0)
            .color(inks.quiet)
            .gap(1.0)
    }));
    all.push(
        Part::text(&name, "person")
            .font(FontRole::Display, 0)
            .scale(0.82, 22.0, 90.0)
            .color(inks.ink)
            .gap(0.3),
    );
    all.push(Part::rule(0.5, 1.5, inks.mark).gap(0.12));
    all
}

/// A line below its label.
fn labelled(line: &Line, scale: f32, inks: &Inks) -> Vec<Part> {
    let mut all = Vec::new();
    let (tag, bare) = line.clone().parted();
    all.extend(tag.iter().map(|l| {
        Part::text(l, "label")
            .scale(0.24, 14.0, 22.0)
            .color(inks.quiet)
            .gap(0.7)
    }));
    all.push(
        Part::text(&bare, node_role(line.role))
            .font(FontRole::Heading, 600)
            .scale(scale, 16.0, 40.0)
            .color(inks.ink)
            .gap(0.4),
    );
    all
}

/// The words without those who sign.
fn unsigned(page: &Page<'_>) -> Wording {
    let mut rest = page.words.clone();
    let signed: Vec<String> = signers(page)
        .into_iter()
        .flat_map(|(name, post)| std::iter::once(name).chain(post))
        .map(|line| line.text)
        .collect();
    let keep = |line: &Line| !signed.contains(&line.text);
    rest.sub.retain(keep);
    rest.body.retain(keep);
    rest.facts.retain(keep);
    rest.small.retain(keep);
    rest.by = rest.by.filter(keep);
    rest
}

/// Those who sign, with their posts.
fn signers(page: &Page<'_>) -> Vec<(Line, Option<Line>)> {
    let brief = page.studio.brief;
    let line = |at: usize| {
        brief
            .literals
            .get(at)
            .map(|l| Line::asked(l.text.clone(), l.role))
    };
    brief
        .signers
        .iter()
        .filter_map(|signer| Some((line(signer.name)?, signer.post.and_then(line))))
        .collect()
}

/// A signature over its line, with name and post below.
fn signed_line(
    page: &Page<'_>,
    zone: Zone,
    signer: &(Line, Option<Line>),
    inks: &Inks,
) -> Vec<Node> {
    let rule = zone.y + zone.h * 0.5;
    let mut parts = vec![
        Part::text(&signer.0, "person")
            .font(FontRole::Heading, 600)
            .scale(1.0, 13.0, 22.0)
            .color(inks.ink),
    ];
    parts.extend(signer.1.iter().map(|post| {
        Part::text(post, "caption")
            .scale(0.8, 12.0, 16.0)
            .color(inks.quiet)
            .gap(0.15)
    }));
    let under = Zone::new(zone.x, rule + 6.0, zone.w, zone.h * 0.75);
    let w = zone.w.min(zone.h * 2.2) * 0.8;
    let pen = Zone::new(
        zone.x + (zone.w - w) * 0.5,
        zone.y - zone.h * 0.02,
        w,
        zone.h * 0.46,
    );
    let mut rng = page.rng.fork(&signer.0.text);
    vec![
        ornament::signature(pen, inks.ink, &mut rng),
        rect()
            .bounds(zone.x + zone.w * 0.06, rule, zone.w * 0.88, 1.5)
            .fill(inks.line)
            .role("rule"),
        page.set_sized(&parts, under, Align::Center, 0.0, (13.0, 22.0))
            .0,
    ]
}

/// A star seal with ribbons.
fn seal(zone: Zone, color: Color, deep: Color) -> Node {
    let d = zone.w.min(zone.h);
    zone.hold(stack())
        .role("seal")
        .child(
            path(
                "M30 0 L50 0 L44 60 L32 50 L18 56 Z M50 0 L70 0 L82 56 L68 50 L56 60 Z",
                100.0,
                60.0,
            )
            .bounds(0.0, d * 0.52, d, d * 0.62)
            .fill(deep),
        )
        .child(
            shape(Shape::Star {
                points: 22,
                inner: 0.88,
            })
            .bounds(d * 0.08, 0.0, d * 0.84, d * 0.84)
            .fill(color),
        )
        .child(
            ellipse()
                .bounds(d * 0.2, d * 0.12, d * 0.6, d * 0.6)
                .stroke(deep, d * 0.02),
        )
        .child(
            shape(Shape::Star {
                points: 5,
                inner: 0.42,
            })
            .bounds(d * 0.33, d * 0.24, d * 0.34, d * 0.34)
            .fill(deep),
        )
}

/// The colour of a seal: the one that is told of it ("a gold seal"), else the usual one.
fn seal_color(page: &Page<'_>, usual: Color) -> Color {
    let brief = page.studio.brief;
    let told = brief
        .described
        .iter()
        .filter(|d| matches!(d.kind, Component::Badge | Component::Ribbon))
        .find_map(|d| {
            let mut words = d.words.split(' ');
            words.find_map(|word| plantain_read::color_of(word, &brief.language.0))
        });
    told.map_or(usual, |[r, g, b]| Rgba::rgb(r, g, b).into())
}

/// The date left, the seal in the middle, a line for a signature right.
fn certificate_foot(page: &Page<'_>, zone: Zone, foot: &[Line], inks: &Inks) -> Vec<Node> {
    let d = zone.h.min(zone.w * 0.16);
    let wax = seal_color(page, inks.bold);
    let deep = mixed(page, wax, Rgba::BLACK, 0.3);
    let (cx, _) = zone.center();
    let mut nodes = vec![seal(Zone::new(cx - d * 0.5, zone.y, d, d), wax, deep)];
    let side = (zone.w - d * 1.6) * 0.5;
    let left = Zone::new(zone.x, zone.y, side, zone.h);
    let right = Zone::new(zone.right() - side, zone.y, side, zone.h);
    let line = |z: Zone| {
        rect()
            .bounds(z.x + z.w * 0.08, z.y + z.h * 0.56, z.w * 0.84, 1.5)
            .fill(inks.line)
            .role("rule")
    };
    let (l, r): (Vec<&Line>, Vec<&Line>) =
        foot.iter()
            .enumerate()
            .fold((Vec::new(), Vec::new()), |mut acc, (i, line)| {
                if i % 2 == 0 {
                    acc.0.push(line)
                } else {
                    acc.1.push(line)
                }
                acc
            });
    let set = |lines: &[&Line], z: Zone| {
        let parts: Vec<Part> = lines
            .iter()
            .map(|l| {
                Part::text(l, node_role(l.role))
                    .font(FontRole::Body, 500)
                    .scale(1.0, 13.0, 22.0)
                    .color(inks.ink)
                    .gap(0.3)
            })
            .collect();
        // The last line stands on the rule, further lines above it.
        page.set_sized(
            &parts,
            Zone::new(z.x, z.y - z.h * 0.4, z.w, z.h * 0.9),
            Align::Center,
            1.0,
            (13.0, 22.0),
        )
        .0
    };
    let mut hands = signers(page);
    hands.truncate(if foot.is_empty() { 2 } else { 1 });
    if let Some(first) = hands.first() {
        nodes.extend(signed_line(page, right, first, inks));
    }
    if let Some(second) = hands.get(1) {
        nodes.extend(signed_line(page, left, second, inks));
    }
    let (l, r) = match hands.len() {
        0 => (l, r),
        // All that stands at the foot shares the side that nobody signs.
        _ => (foot.iter().collect(), Vec::new()),
    };
    let signed = pitch::may_invent(page.studio);
    for (lines, zone) in [(&l, left), (&r, right)]
        .into_iter()
        .take(2 - hands.len().min(2))
    {
        if !lines.is_empty() || signed {
            nodes.push(line(zone));
        }
        if !lines.is_empty() {
            nodes.push(set(lines, zone));
        }
    }
    if pitch::may_invent(page.studio) {
        let caption = |word: &'static str, z: Zone| {
            let part = Part::text(
                &Line::invented(pitch::say(page.studio, word), Role::Small),
                "caption",
            )
            .scale(1.0, 12.0, 15.0)
            .color(inks.quiet);
            page.set_sized(
                &[part],
                Zone::new(z.x, z.y + z.h * 0.62, z.w, z.h * 0.38),
                Align::Center,
                0.0,
                (12.0, 15.0),
            )
            .0
        };
        if hands.len() < 2 && (l.is_empty() || l.iter().any(|l| l.role == Role::Date)) {
            nodes.push(caption("Date", left));
        }
        if r.is_empty() && hands.is_empty() {
            nodes.push(caption("Signature", right));
        }
    }
    nodes
}

const CERTIFICATE: Archetype = Archetype {
    name: "certificate",
    reason: "A frame, the title, the name as the heart of the page, seal and signature at the foot.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let style = *page.rng.fork("frame").pick(&[
            FrameStyle::Double,
            FrameStyle::Scooped,
            FrameStyle::Corners,
            FrameStyle::Beveled,
        ]);
        let outer = page.full.inset(page.margin * 0.6);
        let zone = page.live.inset_xy(page.margin * 0.9, page.margin * 0.75);
        let (all, foot) = certificate_parts(page, &inks);
        let (main, low) = zone.rows(0.77, page.margin * 0.55);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            outer
                .inset(-page.margin * 0.22)
                .hold(rect())
                .stroke(inks.bold, page.margin * 0.12)
                .role("border"),
        );
        root = root.children(ornament::frame(outer, inks.bold, style));
        let mut main = main;
        if !page.art.is_empty() {
            let (art, text) = main.rows(0.22, 8.0);
            root = root.children(page.art.arrange(art, &page.theme.manner));
            main = text;
        }
        root.child(
            page.set_sized(
                &all,
                main,
                Align::Center,
                0.45,
                (24.0, page.full.w.min(page.full.h) * 0.1),
            )
            .0,
        )
        .children(certificate_foot(page, low, &foot, &inks))
    },
};

const CERTIFICATE_SIDE: Archetype = Archetype {
    name: "certificate with side band",
    reason: "A band of colour with the seal at the side keeps the certificate modern.",
    suits: |page| {
        if page.ratio() > 1.1 && composed::ordinary(page) {
            0.66
        } else {
            0.0
        }
    },
    build: |page| {
        let (inks, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let (left, rest) = page.full.columns(0.2, 0.0);
        let (all, foot) = certificate_parts(page, &inks);
        let d = left.w * 0.62;
        let zone = rest.inset_xy(page.margin * 1.1, page.margin * 1.1);
        let (main, low) = if foot.is_empty() && signers(page).is_empty() {
            (zone, zone)
        } else {
            zone.rows(0.84, page.margin * 0.4)
        };
        // Few lines fill the sheet by their size.
        let sparse = foot.is_empty() && signers(page).is_empty();
        let deep = mixed(page, band.ink, band.ground, 0.7);
        let mut root = page
            .root(Tone::Canvas)
            .child(left.hold(rect()).fill(Tone::Accent.token()));
        root = root.child(
            rect()
                .bounds(left.right() + 8.0, 0.0, 4.0, page.full.h)
                .fill(inks.mark)
                .role("ornament"),
        );
        root = root.child(
            page.full
                .inset(page.margin * 0.3)
                .hold(rect())
                .stroke(inks.bold, 2.0)
                .role("border"),
        );
        let spot = Zone::new(left.x + (left.w - d) * 0.5, left.h * 0.36, d, d);
        root = if page.art.is_empty() {
            let wax = seal_color(page, band.ink);
            let deep = if wax == band.ink {
                deep
            } else {
                mixed(page, wax, Rgba::BLACK, 0.3)
            };
            root.child(seal(spot, wax, deep))
        } else {
            // What the prompt names stands where the seal would.
            root.children(page.art.arrange(
                left.inset_xy(left.w * 0.14, left.h * 0.3),
                &page.theme.manner,
            ))
        };
        root = root.child(
            page.set_sized(
                &all,
                main,
                page.ranged(),
                if sparse { 0.5 } else { 0.4 },
                (24.0, page.full.h * if sparse { 0.14 } else { 0.1 }),
            )
            .0,
        );
        let hands = signers(page);
        let shown = hands.len().min(if foot.is_empty() { 2 } else { 1 });
        let share = 0.34;
        let mut strip = low;
        for hand in &hands[..shown] {
            let w = low.w * share;
            let zone = Zone::new(strip.right() - w, low.y - low.h * 0.5, w, low.h * 1.2);
            root = root.children(signed_line(page, zone, hand, &inks));
            strip = Zone::new(strip.x, strip.y, strip.w - w - 24.0, strip.h);
        }
        root.children(parts::strip(page, &foot, strip, &inks, page.ranged()))
    },
};
