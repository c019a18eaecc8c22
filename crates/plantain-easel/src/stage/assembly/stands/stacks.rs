//! What lies upon each other: stacks, heaps and rows on a table.

use super::super::super::cast::Cast;
use super::super::Assembly;
use super::super::vessels::pyramid;

/// How much higher each row of a heap lies, in heights of its things.
const HEAP_RISE: f32 = 0.82;

/// How far plates of a stack lie in each other, in their heights.
const NESTED: f32 = 0.78;

/// The same of blocks whose upper sides are seen.
const CUBED: f32 = 0.49;

/// The same of round cakes, whose upper sides are seen.
const LAYERED: f32 = 0.55;

/// Returns whether things of this kind nest in a stack.
fn is_flat(cast: &Cast, actor: usize) -> bool {
    let noun = cast.actors[actor].prop.noun.as_str();
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    ["plate", "saucer", "dish", "bowl", "platter", "tray"].contains(&head)
}

/// Lays those of a stack upon each other, so that they take one place, and those of a heap in rows of fewer and fewer.
pub(in crate::stage) fn stack_up(kids: Vec<Assembly>, cast: &Cast) -> Vec<Assembly> {
    let mut out: Vec<Assembly> = Vec::new();
    let phrases: Vec<usize> = kids.iter().map(|k| cast.actors[k.root].phrase).collect();
    for mut kid in kids {
        let phrase = cast.actors[kid.root].phrase;
        let pile = out
            .iter_mut()
            .find(|pile| cast.actors[pile.root].phrase == phrase)
            .filter(|_| cast.stacked.contains(&phrase));
        // What is on top of a stack beside it lies on the uppermost.
        let pile = match pile {
            None if cast.topmost.contains(&phrase) => out
                .iter_mut()
                .find(|pile| cast.stacked.contains(&cast.actors[pile.root].phrase)),
            pile => pile,
        };
        let Some(pile) = pile else {
            out.push(kid);
            continue;
        };
        if cast.heaped.contains(&phrase) {
            let all = phrases.iter().filter(|p| **p == phrase).count();
            let placed = pile
                .pieces
                .iter()
                .filter(|p| cast.actors[p.actor].phrase == phrase);
            let (row, column) = heap_place(placed.count(), pyramid(all));
            let r = pile.root_rect();
            kid.stand(
                r.cx() + (column as f32 + 0.5 * row as f32) * r.w,
                r.bottom() - HEAP_RISE * row as f32 * r.h,
                1 + row as i32,
            );
            if row > 0 {
                kid.unshadow();
            }
            pile.pieces.append(&mut kid.pieces);
            continue;
        }
        let sunk = match cast.actors[kid.root].prop.noun.as_str() {
            "pancake" | "crepe" | "tortilla" => LAYERED,
            "block" | "cube" | "toy block" => CUBED,
            _ if is_flat(cast, kid.root) => NESTED,
            _ => 0.02,
        };
        let top = pile.bounds().y + sunk * kid.root_rect().h;
        kid.stand(pile.root_rect().cx(), top, 1 + pile.pieces.len() as i32);
        kid.unshadow();
        pile.pieces.append(&mut kid.pieces);
    }
    out
}

/// Returns the row from below and the place in it of the `i`th thing of a heap whose lowest row has so many.
fn heap_place(i: usize, lowest: usize) -> (usize, usize) {
    let (mut left, mut row, mut len) = (i, 0, lowest.max(1));
    while left >= len {
        left -= len;
        row += 1;
        len = (len - 1).max(1);
    }
    (row, left)
}

/// Returns in how many rows the kids are to stand, if the prompt says so.
pub(super) fn rows_asked(kids: &[Assembly], cast: &Cast) -> Option<usize> {
    let first = cast.actors[kids.first()?.root].phrase;
    let same = kids.iter().all(|k| cast.actors[k.root].phrase == first);
    let rows = cast.rows.iter().find(|(phrase, _)| *phrase == first)?.1;
    (same && rows > 1 && kids.len() >= 2 * rows).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn stacks_on_a_table_rise() {
        for (prompt, piled) in [
            ("a stack of three books on a table", true),
            ("three books on a table", false),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &Rng::new(1));
            let table = cast
                .actors
                .iter()
                .position(|a| a.prop.noun == "table")
                .unwrap_or_else(|| panic!("{prompt}: no table"));
            let all = Assembly::of(&cast, table);
            let feet: Vec<f32> = all
                .pieces
                .iter()
                .filter(|p| cast.actors[p.actor].prop.noun == "book")
                .map(|p| p.rect.bottom())
                .collect();
            assert_eq!(feet.len(), 3, "{prompt}");
            let rises = feet.windows(2).all(|pair| pair[1] < pair[0] - 0.01);
            assert_eq!(rises, piled, "{prompt}: {feet:?}");
        }
    }

    #[test]
    fn heaps_taper() {
        let places: Vec<(usize, usize)> = (0..6).map(|i| heap_place(i, pyramid(6))).collect();
        assert_eq!(places, [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0)]);
    }
}
