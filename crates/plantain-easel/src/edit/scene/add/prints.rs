//! Things on a part of another thing, and scattered decorations.

use plantain_engine::EngineError;
use plantain_read::{Brief, ObjectPhrase};

use super::{Slot, casting, emit, moved};
use crate::edit::scene::sheet::{Sheet, undrawable};
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::assembly::Assembly;
use crate::stage::cast::Cast;
use crate::stage::lexicon::{Class, look_up};
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
    print_on(sheet, phrase, &thing, last == "chest").map(Some)
}

/// Things that are sold with a print on them.
const PRINTED: &[&str] = &[
    "mug", "cup", "bag", "tote", "bottle", "tumbler", "cushion", "pillow", "phone", "box", "van",
    "truck", "flag", "balloon", "plate", "jar", "package",
];
/// Signs that are printed on things rather than put on top of them.
const SYMBOLS: &[&str] = &[
    "heart",
    "star",
    "logo",
    "smiley",
    "moon",
    "sun",
    "leaf",
    "crown",
    "paw",
    "anchor",
    "lightning",
    "bolt",
    "snowflake",
    "cross",
    "circle",
    "triangle",
    "square",
    "stripe",
    "flower",
    "skull",
    "flame",
    "emoji",
];

/// Puts something on the front of a garment that stands alone, as a print; none where the thing is no garment, or what comes
/// is worn itself.
pub(super) fn printed_on_garment(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    garment: &Thing,
) -> Result<Option<usize>, EngineError> {
    let is_clothing = |noun: &str| {
        crate::stage::find::find(noun)
            .is_some_and(|found| found.object.kind().category == plantain_art::Category::Clothing)
    };
    let mut things = sheet.things();
    things.retain(|thing| thing.kind == Kind::Object);
    let last = |noun: &str| noun.rsplit(' ').next().unwrap_or(noun).to_owned();
    let printable = is_clothing(&garment.noun)
        || PRINTED.contains(&last(&garment.noun).as_str())
            && SYMBOLS.contains(&last(&phrase.noun).as_str());
    let fits = things.len() == 1 && printable && !matches!(look_up(&phrase.noun).0, Class::Worn(_));
    if !fits {
        return Ok(None);
    }
    print_on(sheet, phrase, garment, false).map(Some)
}

/// Prints something on a thing: in the middle of where it is printed on, or towards the top of it.
fn print_on(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    thing: &Thing,
    high: bool,
) -> Result<usize, EngineError> {
    let print = crate::stage::prop::Prop::of(&thing.noun).anchors.print;
    let area = thing.rect.part(print);
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let missing = || undrawable(phrase.noun.clone());
    let root = cast.groups.iter().flatten().copied().next();
    let root = root.ok_or_else(missing)?;
    let assembly = Assembly::of(&cast, root);
    let b = assembly.bounds();
    let share = match phrase.size {
        Some(plantain_read::SizeWord::Tiny) => 0.2,
        Some(plantain_read::SizeWord::Small) => 0.36,
        Some(plantain_read::SizeWord::Large | plantain_read::SizeWord::Huge) => 0.95,
        None => 0.6,
    };
    let k = (area.w * share / b.w).min(area.h * share / b.h);
    let (cx, cy) = (area.cx(), area.y + area.h * if high { 0.32 } else { 0.5 });
    let mut pieces = moved(&assembly.pieces, k, cx - b.cx() * k, cy - b.cy() * k);
    pieces.iter_mut().for_each(|piece| piece.shadow = None);
    let (parent, _) = sheet.parent(&thing.id).ok_or_else(missing)?;
    let at = thing
        .own
        .iter()
        .filter_map(|id| Some(sheet.parent(id)?.1))
        .max()
        .map_or(usize::MAX, |i| i + 1);
    sheet.sure(0.8);
    sheet.same = emit(sheet, &brief, &cast, pieces, &Slot { parent, at });
    Ok(1)
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
