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
    beside(brief);
}

/// "A chessboard with a king and two pawns next to it": pieces beside another that stands on the board stand there, too.
fn beside(brief: &mut Brief) {
    let on = |r: &plantain_read::Relation| {
        r.kind == RelationKind::On && brief.objects[r.subject].noun.starts_with("chess ")
    };
    let Some((first, board)) = brief
        .relations
        .iter()
        .find(|r| on(r))
        .map(|r| (r.subject, r.object))
    else {
        return;
    };
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let near =
            relation.kind == RelationKind::NextTo && [first, board].contains(&relation.object);
        let noun = brief.objects[relation.subject].noun.clone();
        let piece = PIECES
            .iter()
            .find(|(person, piece)| *person == noun || *piece == noun);
        if let (true, Some((_, piece))) = (near, piece) {
            brief.objects[relation.subject].noun = (*piece).to_owned();
            let relation = &mut brief.relations[r];
            (relation.kind, relation.object) = (RelationKind::On, board);
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
            (
                "chessboard with one white king in the center and two black pawns next to it",
                "chess board chess king chess pawn",
            ),
            ("a king and a queen on a throne", "king queen throne"),
        ] {
            assert_eq!(shown(prompt), nouns, "{prompt}");
        }
    }
}
