//! Things on a part of another thing, and scattered decorations.

use plantain_engine::EngineError;
use plantain_read::{Brief, ObjectPhrase};

use super::{Slot, casting, emit, moved};
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Kind;
use crate::stage::assembly::Assembly;
use crate::stage::cast::Cast;
use crate::stage::rect::Rect;

/// Puts something on a part of the only thing there is: a star on the chest of a shirt, a logo on the side of a van.
pub(super) fn printed(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    target: &plantain_read::Target,
) -> Result<Option<usize>, EngineError> {
    const PARTS: &[&str] = &[
        "chest", "front", "side", "center", "middle", "back", "top", "face", "label", "surface",
        "sleeve", "pocket", "door", "hood",
    ];
    let plantain_read::Referent::Thing(noun) = &target.what else {
        return Ok(None);
    };
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    let mut things = sheet.things();
    things.retain(|t| t.kind == Kind::Object);
    let [thing] = things.as_slice() else {
        return Ok(None);
    };
    if !PARTS.contains(&last) {
        return Ok(None);
    }
    let thing = thing.clone();
    let print = crate::stage::prop::Prop::of(&thing.noun).anchors.print;
    let area = thing.rect.part(print);
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let Some(root) = cast.groups.iter().flatten().copied().next() else {
        return Ok(None);
    };
    let assembly = Assembly::of(&cast, root);
    let b = assembly.bounds();
    let share = match phrase.size {
        Some(plantain_read::SizeWord::Tiny) => 0.2,
        Some(plantain_read::SizeWord::Small) => 0.36,
        Some(plantain_read::SizeWord::Large | plantain_read::SizeWord::Huge) => 0.95,
        None => 0.6,
    };
    let k = (area.w * share / b.w).min(area.h * share / b.h);
    let (cx, cy) = (
        area.cx(),
        area.y + area.h * if last == "chest" { 0.32 } else { 0.5 },
    );
    let mut pieces = moved(&assembly.pieces, k, cx - b.cx() * k, cy - b.cy() * k);
    pieces.iter_mut().for_each(|piece| piece.shadow = None);
    let Some((parent, _)) = sheet.parent(&thing.id) else {
        return Ok(None);
    };
    let at = thing
        .own
        .iter()
        .filter_map(|id| Some(sheet.parent(id)?.1))
        .max()
        .map_or(usize::MAX, |i| i + 1);
    sheet.sure(0.8);
    sheet.same = emit(sheet, &brief, &cast, pieces, &Slot { parent, at });
    Ok(Some(1))
}

/// Scatters decorations over a design: into its corners first, turned, in several sizes, and over no words.
pub(super) fn scatter(sheet: &mut Sheet<'_>, brief: &Brief, cast: &Cast, roots: &[usize]) {
    const CORNERS: [(f32, f32); 8] = [
        (0.02, 0.03),
        (0.98, 0.97),
        (0.97, 0.05),
        (0.03, 0.95),
        (0.5, 0.99),
        (0.01, 0.5),
        (0.99, 0.5),
        (0.5, 0.01),
    ];
    const TURNS: [f32; 8] = [-24.0, 18.0, 32.0, -38.0, 8.0, 64.0, -58.0, -12.0];
    const SIZES: [f32; 4] = [0.17, 0.15, 0.125, 0.14];
    let (w, h) = sheet.size();
    let words: Vec<Rect> = sheet.lines().into_iter().map(|l| l.rect).collect();
    let mut ids = Vec::new();
    for (i, root) in roots.iter().enumerate() {
        let assembly = Assembly::of(cast, *root);
        let b = assembly.bounds();
        let mut k = w.min(h) * SIZES[i % 4] / b.w.max(b.h);
        let (x, y) = CORNERS[i % 8];
        let m = 0.02 * w.min(h);
        let spot = |k: f32| {
            let (bw, bh) = (b.w * k, b.h * k);
            Rect::new(
                m + (w - 2.0 * m - bw) * x,
                m + (h - 2.0 * m - bh) * y,
                bw,
                bh,
            )
        };
        for _ in 0..5 {
            if words.iter().any(|r| r.overlap(&spot(k)) > 0.0) {
                k *= 0.8;
            }
        }
        let to = spot(k);
        let mut pieces = moved(
            &assembly.pieces,
            k,
            to.cx() - b.cx() * k,
            to.cy() - b.cy() * k,
        );
        pieces.iter_mut().for_each(|piece| piece.shadow = None);
        let made = emit(
            sheet,
            brief,
            cast,
            pieces,
            &Slot {
                parent: String::new(),
                at: usize::MAX,
            },
        );
        for id in &made {
            if let Some(node) = sheet.node_mut(id) {
                node.style.rotate = TURNS[i % 8];
            }
        }
        ids.extend(made);
    }
    sheet.same = ids;
    sheet.touch();
}
