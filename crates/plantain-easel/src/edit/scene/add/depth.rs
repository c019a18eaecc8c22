//! Newcomers that stand farther off than what is there, so that they can still be seen.

use super::moved;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Thing;
use crate::stage::assembly::Piece;
use crate::stage::rect::Rect;

/// Makes newcomers that would reach beyond the upper edge of the picture as much smaller as they must, on their feet.
pub(super) fn below_the_edge(sheet: &Sheet<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    /// Share of the height that stays free above.
    const RIM: f32 = 0.03;
    let Some(all) = pieces.iter().map(|p| p.rect).reduce(|a, b| a.union(&b)) else {
        return pieces;
    };
    let top = sheet.size().1 * RIM;
    let k = (all.bottom() - top) / all.h.max(1.0);
    if all.y >= top || k <= 0.1 {
        return pieces;
    }
    moved(&pieces, k, all.cx() * (1.0 - k), all.bottom() * (1.0 - k))
}

/// Lets what came behind a thing of a stage stand on the ground and show: inside the picture, beyond an edge of the thing.
pub(super) fn seen_behind(sheet: &mut Sheet<'_>, pieces: Vec<Piece>, other: &Thing) -> Vec<Piece> {
    /// How far into the ground the farthest may stand, as a share of it from the horizon.
    const FAR: f32 = 0.08;
    /// Share of a newcomer that must be seen.
    const SEEN: f32 = 0.45;
    let Some(stage) = sheet.stage().filter(|stage| !stage.memo.place.floats()) else {
        return pieces;
    };
    let bounds = |pieces: &[Piece]| pieces.iter().map(|p| p.rect).reduce(|a, b| a.union(&b));
    let (w, ground) = (sheet.size().0, stage.memo.ground);
    let Some(all) = bounds(&pieces) else {
        return pieces;
    };
    let far = ground.horizon + (ground.h - ground.horizon) * FAR;
    let pieces = moved(&pieces, 1.0, 0.0, (far - all.bottom()).max(0.0));
    let pieces = below_the_edge(sheet, pieces);
    let Some(all) = bounds(&pieces) else {
        return pieces;
    };
    let canvas = Rect::new(0.0, 0.0, w, ground.h);
    let seen = |x: f32| {
        let r = Rect::new(x, all.y, all.w, all.h);
        (r.overlap(&canvas) - r.overlap(&other.rect)) / all.area().max(1.0)
    };
    if seen(all.x) >= SEEN {
        return pieces;
    }
    let rim = 0.03 * w;
    let most = (w - rim - all.w).max(rim);
    let places = (0..=16).map(|i| rim + (most - rim) * i as f32 / 16.0);
    // The nearest place where it shows, else the one where most of it does.
    let worth = |x: f32| seen(x).min(SEEN) - 0.1 * (x - all.x).abs() / w;
    let best = places.max_by(|a, b| worth(*a).total_cmp(&worth(*b)));
    moved(&pieces, 1.0, best.unwrap_or(all.x) - all.x, 0.0)
}

/// Returns centre and base of a thing of this size that stands behind another one and still shows: over its top when it is
/// tall enough, else beside it, else half above it. `canvas_w` is the width of the picture.
pub(super) fn behind(o: &Rect, (w, h): (f32, f32), to_right: bool, canvas_w: f32) -> (f32, f32) {
    const TALL: f32 = 1.4;
    let base = o.bottom() - o.h * 0.08;
    if h >= o.h * TALL {
        return (o.cx() + o.w * 0.3, base);
    }
    let beside = match to_right {
        true => o.right() + w * 0.05,
        false => o.x - w * 0.05,
    };
    match beside - w / 2.0 >= 0.0 && beside + w / 2.0 <= canvas_w {
        true => (beside, base),
        false => (o.cx(), o.y + h * 0.5),
    }
}
