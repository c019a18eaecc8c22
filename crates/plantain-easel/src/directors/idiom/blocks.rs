//! Styles of plain forms on a grid: Bauhaus, Swiss, brutalist, Memphis.

use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, Node, Shape};

use super::{drawn, filled, named, plan, said, things, title, words};
use crate::components::print::art::centred;
use crate::components::print::{Archetype, Tone, Zone, parts};

/// Disc, quarter, bar and triangle in the first colours.
pub(super) const BAUHAUS: Archetype = Archetype {
    name: "primary forms",
    reason: "Disc, bar and triangle in the first colours, weighed against each other on a grid: the forms of the Bauhaus.",
    suits: |page| named(page, &["bauhaus", "constructivist"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let plan = plan(page, page.live, 0.3);
        let wide = page.ratio() > 1.25;
        // The forms run over the edge of the page, the words keep to the margin.
        let p = Zone::new(
            plan.picture.x - if wide { 0.0 } else { page.margin },
            plan.picture.y - if wide { page.margin } else { 0.0 },
            plan.picture.w + page.margin * if wide { 1.0 } else { 2.0 },
            plan.picture.h + if wide { page.margin * 2.0 } else { 0.0 },
        );
        let mut rng = page.rng.fork("forms");
        let flip = rng.chance(0.5);
        let side = p.w.min(p.h);
        let (bold, mark) = (inks.bold, inks.mark);
        let third: Color = Rgba::hex(0xf0b323).into();
        let black: Color = Rgba::hex(0x191919).into();
        let at = |x: f32, y: f32, w: f32, h: f32| {
            let x = if flip { 1.0 - x - w * side / p.w } else { x };
            Zone::new(p.w * x, p.h * y, side * w, side * h)
        };
        let disc = at(0.34, 0.06, 0.78, 0.78);
        let quarter = path("M0 0 L100 0 A100 100 0 0 1 0 100 Z", 100.0, 100.0);
        let forms = vec![
            at(0.02, 0.34, 0.5, 0.5).hold(quarter).fill(black),
            disc.hold(ellipse()).fill(bold),
            at(0.0, 0.9, 1.4, 0.05).hold(rect()).fill(black),
            at(0.06, 0.02, 0.16, 0.3).hold(rect()).fill(mark),
            at(0.7, 0.62, 0.34, 0.3)
                .hold(shape(Shape::Polygon {
                    sides: 3,
                    turn: 0.0,
                }))
                .fill(third),
            at(0.26, 0.0, 0.06, 0.92)
                .hold(rect())
                .fill(mark)
                .rotate(if flip { 38.0 } else { -38.0 }),
            centred(disc, disc.w * 0.34)
                .hold(ellipse())
                .fill(inks.ground),
        ];
        let picture = p.hold(stack()).clip().role("picture").children(forms);
        let mut root = page.root(Tone::Canvas).child(picture);
        let disc = Zone::new(p.x + disc.x, p.y + disc.y, disc.w, disc.h);
        let inner = centred(disc, disc.w * 0.3);
        root = if page.art.is_empty() {
            root.child(
                inner
                    .inset(inner.w * 0.22)
                    .hold(ellipse())
                    .fill(black)
                    .role("ornament"),
            )
        } else {
            root.children(
                page.art
                    .arrange(centred(disc, disc.w * 0.62), &page.theme.manner),
            )
        };
        root.children(words(page, &plan, (&inks, &inks), page.ranged()))
    },
};

/// Words on a strict grid, one great form that the edge cuts.
pub(super) const SWISS: Archetype = Archetype {
    name: "grid and one form",
    reason: "Words ranged left on a grid, much white, one great form cut by the edge: the international style.",
    suits: |page| named(page, &["swiss"]),
    build: |page| {
        let tone = page.pick_tone(&[Tone::Canvas, Tone::Accent]);
        let inks = page.inks(tone);
        let full = page.full;
        let short = full.w.min(full.h);
        let plan = plan(page, page.live, 0.42);
        let mut rng = page.rng.fork("form");
        let color = if tone == Tone::Accent {
            inks.ink
        } else {
            inks.bold
        };
        let p = plan.picture;
        let mut d = String::new();
        match rng.below(3) {
            // Rings that grow from a corner.
            0 => {
                let step = p.w.max(p.h) * 0.11;
                for i in 0..6 {
                    let (r0, r1) = (step * (i as f32 * 1.5 + 0.8), step * (i as f32 * 1.5 + 1.6));
                    let (x, y) = (full.w, p.bottom());
                    let _ = write!(
                        d,
                        "M{:.1} {y:.1} A{r1:.1} {r1:.1} 0 0 1 {x:.1} {:.1} L{x:.1} {:.1} A{r0:.1} {r0:.1} 0 0 0 {:.1} {y:.1} Z ",
                        x - r1,
                        y - r1,
                        y - r0,
                        x - r0
                    );
                    if r1 > p.h {
                        break;
                    }
                }
            }
            // Bars that lean.
            1 => {
                let n = 5;
                let step = p.w / (n as f32 + 1.0);
                for i in 0..n {
                    let x = p.x + step * (i as f32 + 1.0);
                    let (w, lean) = (step * (0.14 + 0.15 * i as f32), p.h * 0.5);
                    let _ = write!(
                        d,
                        "M{x:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1} Z ",
                        p.bottom(),
                        (x + lean).min(full.w),
                        p.y,
                        (x + lean + w).min(full.w),
                        p.y,
                        x + w,
                        p.bottom()
                    );
                }
            }
            // Dots that grow to one side.
            _ => {
                let (columns, rows) = (8, 6);
                let (dx, dy) = (p.w / columns as f32, p.h / rows as f32);
                for c in 0..columns {
                    for r in 0..rows {
                        let k =
                            dx.min(dy) * (0.08 + 0.4 * (c + r) as f32 / (columns + rows) as f32);
                        let (x, y) = (p.x + dx * (c as f32 + 0.5), p.y + dy * (r as f32 + 0.5));
                        let _ = write!(
                            d,
                            "M{:.1} {y:.1} a{k:.1} {k:.1} 0 1 0 {:.1} 0 a{k:.1} {k:.1} 0 1 0 {:.1} 0 Z ",
                            x - k,
                            2.0 * k,
                            -2.0 * k
                        );
                    }
                }
            }
        }
        let mut root = page.root(tone);
        root = if page.art.is_empty() {
            root.child(drawn(page, d).fill(color))
        } else {
            root.children(things(page, p))
        };
        root = root.child(
            rect()
                .bounds(
                    page.live.x,
                    plan.foot.y - page.margin * 0.25,
                    page.live.w.min(plan.head.w),
                    (short * 0.004).max(2.0),
                )
                .fill(inks.ink)
                .role("rule"),
        );
        root.children(words(page, &plan, (&inks, &inks), page.ranged()))
    },
};

/// Boxes with thick walls, the title as large as its box.
pub(super) const RAW: Archetype = Archetype {
    name: "raw boxes",
    reason: "Thick walls, bare boxes and type as large as its box: nothing is polished, everything is plain.",
    suits: |page| named(page, &["brutalist"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let short = page.full.w.min(page.full.h);
        let wall = (short * 0.011).clamp(4.0, 16.0);
        let zone = page.full.inset(page.margin * 0.6);
        let wide = page.ratio() > 1.25;
        let (top, low) = zone.rows(if wide { 0.56 } else { 0.5 }, 0.0);
        let foot = said(page, &inks).1;
        let (left, right) = if foot.is_empty() {
            low.columns(1.0, 0.0)
        } else {
            low.columns(0.46, 0.0)
        };
        let second = page.inks(Tone::Second);
        let mut root = page.root(Tone::Canvas);
        for (cell, fill) in [
            (right, inks.ground),
            (top, inks.ground),
            (left, second.ground),
        ] {
            root = root.child(
                cell.hold(rect())
                    .fill(fill)
                    .stroke(inks.ink, wall)
                    .role("panel"),
            );
        }
        let pad = page.margin * 0.45;
        let mut head: Vec<_> = page
            .words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        head.extend(title(page, inks.ink));
        head.extend(page.words.sub.iter().map(|l| parts::sub(l, &inks)));
        head.extend(parts::deal(page, &inks));
        root = root.child(
            page.set_sized(
                &head,
                top.inset(pad),
                page.ranged(),
                0.5,
                (24.0, top.h * 0.7),
            )
            .0,
        );
        root = if page.art.is_empty() {
            let star = shape(Shape::Star {
                points: 8,
                inner: 0.34,
            });
            let side = left.w.min(left.h) * 0.7;
            root.child(
                centred(left, side)
                    .hold(star)
                    .fill(second.ink)
                    .role("ornament"),
            )
        } else {
            root.children(things(page, left.inset(pad * 1.4)))
        };
        if foot.is_empty() {
            return root;
        }
        let n = foot.len();
        let foot = parts::louder(foot, parts::loudness(n));
        root.child(
            page.set_sized(&foot, right.inset(pad), page.ranged(), 0.5, (40.0, 170.0))
                .0,
        )
    },
};

/// Squiggles, half discs and dots around a plain field.
pub(super) const MEMPHIS: Archetype = Archetype {
    name: "scattered forms",
    reason: "Squiggles, half discs, dots and bars in loud colours around a plain field: the eighties as Memphis drew them.",
    suits: |page| named(page, &["memphis", "eighties", "nineties"]),
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut rng = page.rng.fork("scatter");
        let m = page.margin;
        let field = page.full.inset_xy(m * 1.7, m * 1.7);
        let colors: [Color; 5] = [
            inks.bold,
            inks.mark,
            Rgba::hex(0xffc93c).into(),
            Rgba::hex(0x2bb3c0).into(),
            Rgba::hex(0x222222).into(),
        ];
        let mut root = page.root(Tone::Canvas).clip();
        let n = ((page.full.w + page.full.h) / (m * 1.35)) as usize * 2;
        for i in 0..n {
            // Around the page, one beside the other.
            let t = i as f32 / n as f32 * 2.0 * (page.full.w + page.full.h);
            let off = rng.range(0.1, 1.25) * m;
            let (w, h) = (page.full.w, page.full.h);
            let (x, y) = if t < w {
                (t, off)
            } else if t < w + h {
                (w - off, t - w)
            } else if t < 2.0 * w + h {
                (2.0 * w + h - t, h - off)
            } else {
                (off, 2.0 * (w + h) - t)
            };
            let size = m * rng.range(0.42, 0.82);
            let zone = Zone::new(x - size * 0.5, y - size * 0.5, size, size);
            root = root.child(
                form(zone, colors[rng.below(colors.len())], rng.below(6))
                    .rotate(rng.range(0.0, 180.0))
                    .role("ornament"),
            );
        }
        let paper = page.inks(Tone::Surface);
        root = root
            .child(field.hold(rect()).fill(inks.mark).role("panel"))
            .child(
                Zone::new(field.x - m * 0.2, field.y - m * 0.2, field.w, field.h)
                    .hold(rect())
                    .fill(Tone::Surface.token())
                    .stroke(Rgba::hex(0x222222), (m * 0.05).max(2.0))
                    .role("panel"),
            );
        let inner = field.inset(m * 0.5);
        let plan = if page.art.is_empty() {
            filled(page, inner)
        } else {
            plan(page, inner, 0.36)
        };
        root.children(things(page, plan.picture)).children(words(
            page,
            &plan,
            (&paper, &paper),
            Align::Center,
        ))
    },
};

/// One of the small forms.
fn form(zone: Zone, color: Color, kind: usize) -> Node {
    let s = zone.w;
    match kind {
        0 => zone
            .hold(path(
                "M0 50 Q12 10 25 50 T50 50 T75 50 T100 50",
                100.0,
                100.0,
            ))
            .stroke(color, s * 0.13)
            .round(),
        1 => zone
            .hold(path("M0 60 A50 50 0 0 1 100 60 Z", 100.0, 100.0))
            .fill(color),
        2 => zone.hold(ellipse()).stroke(color, s * 0.16),
        3 => zone
            .hold(shape(Shape::Polygon {
                sides: 3,
                turn: 0.0,
            }))
            .fill(color),
        4 => Zone::new(zone.x, zone.y + s * 0.38, s, s * 0.2)
            .hold(rect())
            .fill(color),
        _ => zone
            .hold(path(
                "M40 0 h20 v40 h40 v20 h-40 v40 h-20 v-40 h-40 v-20 h40 Z",
                100.0,
                100.0,
            ))
            .fill(color),
    }
}
