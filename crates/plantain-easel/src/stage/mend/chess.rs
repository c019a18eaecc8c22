//! Kings and queens on a chess board are pieces of the game.

use plantain_read::{Brief, RelationKind};

/// Persons that are pieces, too, and the pieces.
const PIECES: &[(&str, &str)] = &[
    ("king", "chess king"),
    ("queen", "chess queen"),
    ("knight", "chess knight"),
    ("bishop", "chess bishop"),
    ("pawn", "chess pawn"),
    ("rook", "chess rook"),
];

pub(super) fn settle(brief: &mut Brief) {
    let board = |brief: &Brief, i: usize| {
        let noun = brief.objects[i].noun.as_str();
        matches!(noun, "chess board" | "chessboard")
    };
    let piece = |brief: &Brief, i: usize| {
        let noun = brief.objects[i].noun.as_str();
        PIECES
            .iter()
            .find(|(person, _)| *person == noun)
            .map(|(_, piece)| *piece)
    };
    for r in 0..brief.relations.len() {
        let relation = &brief.relations[r];
        let (thing, ground) = match relation.kind {
            RelationKind::On => (relation.subject, relation.object),
            RelationKind::With => (relation.object, relation.subject),
            _ => continue,
        };
        if !board(brief, ground) {
            continue;
        }
        if let Some(piece) = piece(brief, thing) {
            piece.clone_into(&mut brief.objects[thing].noun);
            let relation = &mut brief.relations[r];
            (relation.subject, relation.kind, relation.object) = (thing, RelationKind::On, ground);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::shown;

    #[test]
    fn kings_on_chess_boards_are_pieces() {
        for (prompt, nouns) in [
            (
                "a chessboard with a white king and a black queen on it",
                "chess board chess king chess queen",
            ),
            ("a king and a queen on a throne", "king queen throne"),
        ] {
            assert_eq!(shown(prompt), nouns, "{prompt}");
        }
    }
}
