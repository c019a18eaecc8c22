//! One thing with several of another kind around it: an owl among books, a guitar among notes.

use super::Zone;
use super::art::Piece;

/// Others that stand around one thing, at most: one in every corner.
const OTHERS_MAX: usize = 4;
/// Share of the shorter side that the leading thing takes, and that each of the others does.
const LEAD: f32 = 0.68;
const OTHER: f32 = 0.32;

/// Returns the piece that leads: the only one of its phrase, where all others are some of one other kind.
pub(super) fn lone(pieces: &[Piece]) -> Option<usize> {
    let of = |phrase: usize| pieces.iter().filter(|p| p.phrase == phrase).count();
    let lone = pieces.iter().position(|p| of(p.phrase) == 1)?;
    let others = pieces.len() - 1;
    let other = pieces.iter().find(|p| p.phrase != pieces[lone].phrase)?;
    let some = other.open && of(other.phrase) == others && (2..=OTHERS_MAX).contains(&others);
    some.then_some(lone)
}

/// Returns the leading thing in the middle, the others in the corners around it and behind.
pub(super) fn around(zone: Zone, lone: usize, len: usize) -> Vec<(usize, Zone)> {
    let short = zone.w.min(zone.h);
    // A zone that is wider or taller than square lets the others stand farther away.
    let (w, h) = (zone.w.min(short * 1.45), zone.h.min(short * 1.25));
    let (cx, cy) = zone.center();
    let side = short * OTHER;
    let corners = [
        (cx - w * 0.5, cy + h * 0.5 - side),
        (cx + w * 0.5 - side, cy + h * 0.5 - side),
        (cx + w * 0.5 - side, cy - h * 0.5),
        (cx - w * 0.5, cy - h * 0.5),
    ];
    let lead = short * LEAD;
    let others = (0..len).filter(|&index| index != lone);
    let mut out: Vec<(usize, Zone)> = others
        .zip(corners)
        .map(|(index, (x, y))| (index, Zone::new(x, y, side, side)))
        .collect();
    out.push((
        lone,
        Zone::new(cx - lead * 0.5, cy - lead * 0.5, lead, lead),
    ));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(phrase: usize, open: bool) -> Piece {
        Piece {
            name: "owl".into(),
            is_icon: false,
            tint: None,
            materials: Vec::new(),
            phrase,
            open,
            scale: 1.0,
            mood: None,
            code: None,
        }
    }

    #[test]
    fn one_leads_where_some_others_are_of_one_kind() {
        let books = [
            piece(0, true),
            piece(0, true),
            piece(0, true),
            piece(1, true),
        ];
        assert_eq!(lone(&books), Some(3));
        let counted = [piece(0, false), piece(0, false), piece(1, true)];
        assert_eq!(lone(&counted), None);
        assert_eq!(lone(&[piece(0, true), piece(1, true)]), None);
    }

    #[test]
    fn all_stand_in_the_zone() {
        let zone = Zone::new(10.0, 20.0, 400.0, 300.0);
        for (_, place) in around(zone, 4, 5) {
            assert!(place.x >= zone.x && place.right() <= zone.right() + 0.1);
            assert!(place.y >= zone.y && place.bottom() <= zone.bottom() + 0.1);
        }
    }
}
