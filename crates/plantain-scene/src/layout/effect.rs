//! Effects on a whole subtree, for looks that are no sum of forms.

mod blur;
mod drawn;
mod facets;
mod grain;
mod lane;
mod paper;
mod print;
mod relief;
mod sheet;
mod thread;
mod wash;

use vello_cpu::kurbo::Rect;

use crate::display::Op;
use crate::node::Effect;
use sheet::Sheet;

/// Replaces the operations of a subtree by their worked version; `unit` is pixels to a logical unit.
pub(super) fn apply(effect: Effect, ops: Vec<Op>, rect: Rect, unit: f32) -> Vec<Op> {
    if rect.width() < 1.0 || rect.height() < 1.0 {
        return ops;
    }
    let unit = f64::from(unit);
    let painted =
        |work: fn(&Sheet) -> Sheet, ops| vec![work(&Sheet::of(ops, rect, unit)).into_op(rect)];
    match effect {
        Effect::Pixel { cell } => facets::pixel(ops, rect, f64::from(cell.clamp(2.0, 64.0))),
        Effect::Watercolor => painted(wash::watercolor, ops),
        Effect::Oil => painted(wash::oil, ops),
        Effect::Line => painted(drawn::line, ops),
        Effect::Sketch => painted(drawn::sketch, ops),
        Effect::Linocut => painted(drawn::linocut, ops),
        Effect::Chalk => painted(drawn::chalk, ops),
        Effect::Blueprint => painted(drawn::blueprint, ops),
        Effect::Neon => painted(drawn::neon, ops),
        Effect::Woodblock => painted(print::woodblock, ops),
        Effect::Deco => painted(print::deco, ops),
        Effect::Vintage => painted(print::vintage, ops),
        Effect::Vaporwave => painted(print::vaporwave, ops),
        Effect::Embroidery => painted(thread::embroidery, ops),
        Effect::Halftone => painted(print::halftone, ops),
        Effect::Glass => painted(facets::glass, ops),
        Effect::LowPoly => facets::low_poly(&Sheet::of(ops, rect, unit), rect),
        Effect::Paper => paper::paper(ops, rect, unit),
        Effect::Clay => relief::relief(ops, rect, unit, relief::CLAY),
        Effect::Body => relief::relief(ops, rect, unit, relief::BODY),
        Effect::Defocus { radius } => {
            let sheet = Sheet::of(ops, rect, unit);
            vec![relief::defocus(&sheet, radius.clamp(0.0, 60.0)).into_op(rect)]
        }
        Effect::Film => painted(relief::film, ops),
    }
}
