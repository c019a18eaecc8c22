//! New main colours for the whole picture.

use plantain_scene::Node;
use plantain_scene::color::{Color, Oklch, Rgba};

use super::exchange;
use crate::edit::scene::background;
use crate::edit::scene::color::repaint_one;
use crate::edit::scene::sheet::Sheet;

/// Chroma of a ground from which on it is coloured.
const COLORED: f32 = 0.08;

/// Lays new main colours over the picture: the first two lead, a light or dark one may be the ground.
pub fn palette(sheet: &mut Sheet<'_>, colors: &[Rgba]) {
    let theme = sheet.scene.theme.clone();
    let dark = theme.is_dark();
    let chromatic = |c: &&Rgba| c.oklch().c > 0.04;
    let extreme = |c: &&Rgba| {
        if dark {
            c.oklch().l < 0.3
        } else {
            c.oklch().l > 0.88
        }
    };
    // "Black and gold": gold on black, not black on gold.
    let black = colors
        .iter()
        .find(|c| c.oklch().l < 0.3 && c.oklch().c < 0.03);
    let paired = black.filter(|_| colors.len() == 2 && colors.iter().any(|c| chromatic(&c)));
    let ground = paired.copied().or_else(|| {
        (colors.len() > 2)
            .then(|| colors.iter().find(extreme).copied())
            .flatten()
    });
    // Where the ground has a colour of its own, a picture in another colour has another ground.
    let colored = theme.palette.canvas.0.oklch().c > COLORED;
    let ground = match colors {
        [only] if colored => Some(*only),
        _ => ground,
    };
    let mut accents: Vec<Rgba> = colors
        .iter()
        .filter(|c| Some(**c) != ground || colors.len() == 1)
        .copied()
        .collect();
    accents.sort_by_key(|c| !chromatic(&c));
    // What becomes the ground does not lead as well.
    let leads: &[Rgba] = match colors {
        [only] if ground == Some(*only) => &[],
        _ => &accents,
    };
    let new = theme.clone().recolored(
        ground,
        leads.first().copied(),
        leads.get(1).or(leads.first()).copied(),
    );
    let mut new = new;
    if accents.len() > 2 {
        for (slot, color) in new.palette.series.iter_mut().zip(&accents) {
            slot.0 = *color;
        }
    }
    let to: Vec<Rgba> = accents.clone();
    let (from, ink, canvas) = (hues(sheet), new.palette.ink.0, new.palette.canvas.0);
    let led = theme.palette.accent.0.oklch();
    exchange(sheet, &theme, &new, &|color| {
        tint(color, led, accents.first().copied())
            .unwrap_or_else(|| transferred(color, &from, &to, ink, canvas))
    });
    // The page may be painted in the main colour.
    if let Some(black) = paired {
        background::ground(sheet, *black);
    }
    sheet.mend_icons();
    sheet.because(
        "The colours of the whole picture follow the new palette; layout and words are the same.",
    );
}

/// A near-white or near-black that leans to the old main colour leans to the new one, and less: the ground stays a ground. None
/// for other colours.
fn tint(color: Rgba, led: Oklch, accent: Option<Rgba>) -> Option<Rgba> {
    /// Share of the old lean that stays.
    const LEAN: f32 = 0.5;
    let c = color.oklch();
    let accent = accent?.oklch();
    let leans = (0.002..=0.035).contains(&c.c) && led.c > 0.04 && apart(c.h, led.h) < 45.0;
    let alpha = f32::from(color.0[3]) / 255.0;
    leans.then(|| {
        Oklch::new(c.l, c.c.min(accent.c) * LEAN, accent.h)
            .rgba()
            .faded(alpha)
    })
}

/// Returns the hues of the picture's fixed colours, those that are used most first.
pub(super) fn hues(sheet: &Sheet<'_>) -> Vec<f32> {
    let mut bins = [0.0_f32; 24];
    sheet.scene.root.visit(&mut |node| {
        let mut add = |color: Color| {
            if let Color::Fixed(rgba) = color {
                let c = rgba.oklch();
                if c.c > 0.035 {
                    bins[((c.h.rem_euclid(360.0)) / 15.0) as usize % 24] += 0.2 + c.c;
                }
            }
            color
        };
        let mut copy = Node {
            children: Vec::new(),
            ..node.clone()
        };
        // Only looked at: the copy is dropped.
        let seen = std::cell::RefCell::new(&mut add);
        repaint_one(&mut copy, &|color| (seen.borrow_mut())(color));
    });
    let mut order: Vec<usize> = (0..24).filter(|i| bins[*i] > 0.0).collect();
    order.sort_by(|a, b| bins[*b].total_cmp(&bins[*a]));
    let mut centres: Vec<f32> = Vec::new();
    for i in order {
        let hue = i as f32 * 15.0 + 7.5;
        if centres.iter().all(|c| apart(*c, hue) > 32.0) {
            centres.push(hue);
        }
    }
    centres
}

fn apart(a: f32, b: f32) -> f32 {
    let d = (a - b).abs();
    d.min(360.0 - d)
}

/// Returns a colour in a new palette: neutrals lean to ground and ink, each hue becomes one of the new colours.
pub(super) fn transferred(color: Rgba, from: &[f32], to: &[Rgba], ink: Rgba, canvas: Rgba) -> Rgba {
    let c = color.oklch();
    let alpha = f32::from(color.0[3]) / 255.0;
    if to.is_empty() {
        return color;
    }
    if c.c <= 0.035 {
        let (near, far) = if canvas.is_dark() {
            (ink, canvas)
        } else {
            (canvas, ink)
        };
        let lean = if c.l > 0.6 { near } else { far }.oklch();
        return Oklch::new(c.l, c.c.max(lean.c * 0.8), lean.h)
            .rgba()
            .faded(alpha);
    }
    let nearest =
        (0..from.len()).min_by(|a, b| apart(from[*a], c.h).total_cmp(&apart(from[*b], c.h)));
    let target = to[nearest.unwrap_or(0) % to.len()].oklch();
    // Lights stay lights and shadows shadows, but the new colour is to be seen.
    let l = c.l * 0.55 + target.l * 0.45;
    Oklch::new(
        l,
        target.c * (0.35 + 0.65 * (c.c / 0.16).min(1.0)),
        target.h,
    )
    .rgba()
    .faded(alpha)
}
