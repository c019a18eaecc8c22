//! Infographics of steps, one below the other.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::Align;

use super::{Fact, emblem, lettering, pictured, texts};
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, IntoColor, Sheet};
use crate::components::print::Zone;

pub(super) fn steps_down(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    if n == 0 {
        return None;
    }
    let wide = zone.w > zone.h * 1.15 && n <= 6;
    let art = pictured(sheet, facts);
    let hues = sheet.hues(n);
    let (pw, ph) = if wide {
        (zone.w / n as f32, zone.h)
    } else {
        (zone.w, (zone.h / n as f32).min(270.0))
    };
    let d = if wide {
        (pw * 0.62).min(ph * 0.44)
    } else {
        (ph * 0.78).min(zone.w * 0.32)
    };
    let top = zone.y
        + if wide {
            0.0
        } else {
            (zone.h - ph * n as f32) * 0.5
        };
    let words_w = if wide {
        pw * 0.88
    } else {
        zone.w - d - zone.w * 0.08
    };
    let words_h = if wide { ph * 0.3 } else { ph * 0.78 };
    let size = sheet.fit_all(texts(facts), lettering(sheet), words_w, words_h, 4);
    let center = |i: usize| {
        if wide {
            let sway = if i.is_multiple_of(2) { -0.03 } else { 0.03 };
            (zone.x + pw * (i as f32 + 0.5), zone.y + ph * (0.38 + sway))
        } else {
            let left = i.is_multiple_of(2);
            let x = if left {
                zone.x + d * 0.5
            } else {
                zone.right() - d * 0.5
            };
            (x, top + ph * (i as f32 + 0.5))
        }
    };
    let mut nodes = Vec::new();
    for i in 0..n.saturating_sub(1) {
        let (a, b) = (center(i), center(i + 1));
        let path = if wide {
            format!("M{} {} L{} {}", a.0, a.1, b.0, b.1)
        } else {
            let dy = (b.1 - a.1) * 0.5;
            format!(
                "M{} {} C{} {} {} {} {} {}",
                a.0,
                a.1,
                a.0,
                a.1 + dy * 1.3,
                b.0,
                b.1 - dy * 1.3,
                b.0,
                b.1
            )
        };
        nodes.push(
            PAGE.trace(&path)
                .dashed(
                    sheet.mixed(Token::Muted, Token::Canvas, 0.35),
                    4.0,
                    4.0,
                    11.0,
                )
                .round()
                .role("path"),
        );
    }
    for (i, fact) in facts.iter().enumerate() {
        let c = center(i);
        let disc = Zone::new(c.0 - d * 0.5, c.1 - d * 0.5, d, d);
        nodes.push(disc.inset(-7.0).hold(ellipse()).fill(Token::Canvas));
        nodes.extend(emblem(sheet, fact, i, disc, hues[i], art));
        if art && sheet.may_add_words() {
            let at = (disc.x + d * 0.14, disc.y + d * 0.14);
            nodes.extend(sheet.badge(
                &(i + 1).to_string(),
                at,
                (d * 0.28).clamp(28.0, 46.0),
                hues[i],
            ));
        }
        let (words, align) = if wide {
            (
                Zone::new(c.0 - words_w * 0.5, disc.bottom() + 18.0, words_w, words_h),
                Align::Center,
            )
        } else if i.is_multiple_of(2) {
            (
                Zone::new(
                    disc.right() + zone.w * 0.06,
                    c.1 - words_h * 0.5,
                    words_w,
                    words_h,
                ),
                Align::Start,
            )
        } else {
            (
                Zone::new(
                    disc.x - zone.w * 0.06 - words_w,
                    c.1 - words_h * 0.5,
                    words_w,
                    words_h,
                ),
                Align::End,
            )
        };
        // On a path down the page the curve passes beside the words; a plate keeps them clear of it.
        if !wide {
            let (tw, th) = sheet.measure(&fact.text.text, lettering(sheet), size, words_w);
            let x = if align == Align::End {
                words.right() - tw
            } else {
                words.x
            };
            let plate = Zone::new(x - 10.0, c.1 - th * 0.5 - 6.0, tw + 20.0, th + 12.0);
            nodes.push(
                plate
                    .hold(rect())
                    .fill(Token::Canvas.into_color().alpha(0.92))
                    .radius(8.0),
            );
        }
        let mut look = lettering(sheet).align(align);
        look.place = if wide { 0 } else { 1 };
        nodes.push(sheet.set(&fact.text, words, look, size, "step"));
        if let Some(figure) = &fact.figure {
            let (_, th) = sheet.measure(&fact.text.text, look, size, words_w);
            let y = if wide {
                words.y + th + 4.0
            } else {
                c.1 + th * 0.5 + 4.0
            };
            let low = Zone::new(words.x, y, words.w, size * 2.0);
            nodes.push(sheet.set(figure, low, look.color(Token::AccentText), size, "figure"));
        }
    }
    Some(Body::new(nodes))
}
