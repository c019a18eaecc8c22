//! Flags on towers and masts.

use crate::stage::cast::Actor;
use crate::stage::lexicon::Class;

/// How far the pole of a flag is from the middle of its drawing, in its widths.
const POLE: f32 = 0.4;

/// Returns how far a flag of width `w` goes to the side, so that its pole stands where it is hoisted, and how far up: to the top
/// of a mast, which is `deck` above what stands on board.
pub(super) fn hoisted(parent: &Actor, kid: &Actor, (w, h): (f32, f32), deck: f32) -> (f32, f32) {
    if !kid.prop.noun.ends_with("flag") || parent.prop.lies() {
        return (0.0, 0.0);
    }
    let lift = match parent.prop.class {
        Class::Boat => deck - 0.05 * h,
        _ => -0.03 * h,
    };
    (POLE * w, lift)
}
