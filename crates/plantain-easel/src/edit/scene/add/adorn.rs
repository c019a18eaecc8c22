//! Shadows, borders, watermarks and pictures that come onto the whole.

use super::wording::{measured, text_spots};
use plantain_engine::EngineError;
use plantain_read::{BorderWidth, Location, Position};
use plantain_scene::build::{col, rect, text};
use plantain_scene::node::{FontRole, Stroke};
use plantain_scene::{Color, Rgba, Token};

use crate::edit::scene::background;
use crate::edit::scene::place::on_top;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing, short};
use crate::stage::rect::Rect;

/// Shadows below all things that have none.
pub(super) fn shadow(sheet: &mut Sheet<'_>) -> Result<(), EngineError> {
    let things: Vec<Thing> = sheet
        .things()
        .into_iter()
        .filter(|t| {
            t.kind == Kind::Object && sheet.node(&t.id).is_some_and(|n| n.layout.at.is_some())
        })
        .collect();
    let mut any = false;
    for thing in &things {
        let has = thing
            .own
            .iter()
            .any(|id| sheet.node(id).is_some_and(|n| n.role == "ground-shadow"));
        if has {
            continue;
        }
        let Some((parent, at)) = sheet.parent(&thing.id) else {
            continue;
        };
        let r = thing.rect;
        let h = (r.w * 0.15).min(r.h * 0.3).max(4.0);
        let nodes = [(1.14, 0.1), (0.86, 0.17)]
            .map(|(grow, alpha)| {
                crate::stage::pen::oval(
                    Rect::around(r.cx(), r.bottom() - h * 0.12, r.w * 0.92 * grow, h * grow),
                    Rgba::hex(0x14213d).faded(alpha),
                )
                .role("ground-shadow")
                .fact("of", thing.id.clone())
            })
            .to_vec();
        sheet.insert(&parent, at, nodes);
        any = true;
    }
    if !any {
        return deepen(sheet);
    }
    sheet.touch();
    sheet.because("Every thing throws a soft shadow now.");
    Ok(())
}

/// Makes shadows that are there stronger; cards without one get one.
fn deepen(sheet: &mut Sheet<'_>) -> Result<(), EngineError> {
    let mut any = false;
    sheet.touch().root.visit_mut(&mut |node| {
        if node.role == "ground-shadow" {
            node.style.opacity = (node.style.opacity * 1.0).min(1.0);
            if let Some(plantain_scene::node::Paint::Color(Color::Fixed(c))) = &mut node.style.fill
            {
                let alpha = (u32::from(c.0[3]) * 17 / 10).min(200) as u8;
                any |= alpha != c.0[3];
                c.0[3] = alpha;
            }
        } else if matches!(node.role.as_str(), "card" | "tile" | "stat" | "paper")
            && node.style.shadows.is_empty()
        {
            node.style.shadows.push(plantain_scene::node::Shadow {
                dx: 0.0,
                dy: 8.0,
                blur: 28.0,
                spread: 0.0,
                color: Rgba::BLACK.faded(0.22).into(),
            });
            any = true;
        }
    });
    if !any {
        return Err(EngineError::NothingChanged {
            why: "there is nothing that could throw a shadow".into(),
        });
    }
    sheet.because("The shadows are stronger now.");
    Ok(())
}

pub(super) fn border(sheet: &mut Sheet<'_>, color: Option<Rgba>, width: Option<BorderWidth>) {
    let (w, h) = sheet.size();
    let side = w.min(h);
    // Widths in pixels are the picture's; the sheet has units.
    let unit = sheet.scene.canvas.unit;
    let width = BorderWidth::pixels(width, side * 0.012 * unit, side * unit) / unit;
    let m = w.min(h) * 0.022;
    let color: Color = color.map_or_else(|| Token::Ink.into(), Into::into);
    let mut node = rect().bounds(m, m, w - 2.0 * m, h - 2.0 * m).role("border");
    node.style.stroke = Some(Stroke {
        color,
        width,
        dash: None,
        round: false,
    });
    on_top(sheet, node);
    sheet.because("A border runs around the picture.");
}

/// A see-through text across the picture.
pub(super) fn watermark(sheet: &mut Sheet<'_>, words: &str, at: &Location) {
    let (w, h) = sheet.size();
    let diagonal = (w * w + h * h).sqrt() * 0.72;
    let size = (diagonal / (words.chars().count().max(4) as f32 * 0.62)).min(w.min(h) * 0.2);
    let dark = sheet.scene.theme.is_dark();
    let ink = if dark { Rgba::WHITE } else { Rgba::BLACK };
    let corner = at.position.filter(|position| *position != Position::Center);
    let size = if corner.is_some() {
        0.026 * w.min(h)
    } else {
        size
    };
    let label = text(words.to_owned())
        .font(FontRole::Heading)
        .size(size)
        .weight(700)
        .color(ink)
        .centered()
        .literal(true)
        .role("watermark")
        .fill_w();
    if corner.is_some() {
        let label = label.role("watermark");
        let (tw, th) = measured(sheet, &label, w * 0.6);
        let spots = text_spots(sheet, (tw, th), at);
        let margin = 0.03 * w.min(h);
        let spot = spots
            .first()
            .copied()
            .unwrap_or_else(|| Rect::new(w - tw - margin, h - th - margin, tw, th));
        let node = col()
            .bounds(spot.x, spot.y, spot.w, spot.h)
            .center()
            .opacity(0.6)
            .child(label);
        on_top(sheet, node);
        sheet.because(format!("“{}” stands small at the edge.", short(words)));
        return;
    }
    let angle = -libm::atan2f(h, w).to_degrees();
    let node = col()
        .bounds(
            (w - diagonal) / 2.0,
            (h - size * 1.4) / 2.0,
            diagonal,
            size * 1.4,
        )
        .center()
        .rotate(angle)
        .opacity(0.22)
        .child(label);
    on_top(sheet, node);
    sheet.because(format!(
        "“{}” lies see-through over the picture.",
        short(words)
    ));
}

/// Words in a tilted frame, as from a rubber stamp, where they cover the least.
pub(super) fn stamp(sheet: &mut Sheet<'_>, words: &str, color: Option<Rgba>, at: &Location) {
    const TILT: f32 = -12.0;
    let (w, h) = sheet.size();
    let size = (0.3 * w / (words.chars().count().max(4) as f32 * 0.62)).min(0.09 * w.min(h));
    let ink: Color = color.map_or_else(|| Token::Accent.into(), Into::into);
    let label = text(words.to_owned())
        .font(FontRole::Heading)
        .size(size)
        .weight(800)
        .color(ink)
        .centered()
        .literal(true)
        .role("stamp-label");
    let (tw, th) = measured(sheet, &label, w * 0.6);
    let (fw, fh) = (tw + size * 1.1, th + size * 0.5);
    // The corners of the tilted frame stand out.
    let spots = text_spots(sheet, (fw * 1.04, fh + fw * 0.2), at);
    let spot = spots.first().copied();
    let (cx, cy) = spot.map_or((w * 0.5, h * 0.5), |spot| (spot.cx(), spot.cy()));
    let mut frame = col()
        .bounds(cx - fw / 2.0, cy - fh / 2.0, fw, fh)
        .center()
        .radius(size * 0.18)
        .rotate(TILT)
        .role("stamp")
        .child(label);
    frame.style.stroke = Some(Stroke {
        color: ink,
        width: size * 0.09,
        dash: None,
        round: false,
    });
    let id = on_top(sheet, frame);
    sheet.same = vec![id];
    sheet.because(format!("“{}” is stamped on it.", short(words)));
}

/// Puts a picture that was handed in on the design.
pub(super) fn picture(sheet: &mut Sheet<'_>, n: u32, at: &Location) -> Result<(), EngineError> {
    let node = background::image(sheet, n, false)?;
    let input = &sheet.inputs[n as usize - 1].pixels;
    let aspect = input.width as f32 / input.height.max(1) as f32;
    let (w, h) = sheet.size();
    let area = w * h * 0.035;
    let tw = (area * aspect).sqrt().min(w * 0.4);
    let th = tw / aspect;
    let spots = text_spots(sheet, (tw, th), at);
    let to = spots
        .first()
        .copied()
        .unwrap_or(Rect::new(w * 0.05, h * 0.05, tw, th));
    let id = on_top(
        sheet,
        node.bounds(to.x, to.y, to.w, to.h).role("picture-added"),
    );
    sheet.same = vec![id];
    sheet.because("The other picture was put on this one.");
    Ok(())
}
