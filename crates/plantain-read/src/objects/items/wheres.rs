//! Where things are: place words behind their noun, arrangements, body parts, passives, positions.

use super::{Item, Whose};
use crate::constraints::{cell_at, cell_behind};
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::{Arrangement, Color, Position, RelationKind};

/// Place words and verbs that follow their noun.
pub(super) fn postposition(key: &str, language: &str) -> Option<Item> {
    Some(match key {
        "@on" => Item::Post(RelationKind::On),
        "@in" => Item::Post(RelationKind::In),
        "@under" => Item::Post(RelationKind::Under),
        "@left" => Item::Post(RelationKind::LeftOf),
        "@right" => Item::Post(RelationKind::RightOf),
        "@front" => Item::Post(RelationKind::InFrontOf),
        "@behind" => Item::Post(RelationKind::Behind),
        "@next" => Item::Post(RelationKind::NextTo),
        "@above" => Item::Post(RelationKind::Above),
        "@between" => Item::Post(RelationKind::Between),
        "@around" => Item::Post(RelationKind::Around),
        "@with" => Item::PostVerb(RelationKind::With),
        "@holding" => Item::PostVerb(RelationKind::Holding),
        "@wearing" => Item::PostVerb(RelationKind::Wearing),
        "@riding" => Item::PostVerb(RelationKind::Riding),
        "@eating" => Item::PostVerb(RelationKind::Eating),
        "@chasing" => Item::PostVerb(RelationKind::Chasing),
        "@looking" => Item::PostVerb(RelationKind::LookingAt),
        "@de" => Item::Of,
        "@at" if language != "zh" => Item::Seat,
        "@subj" | "@at" => Item::Subject,
        _ => return None,
    })
}

/// "in two rows", "in a circle", "arranged in a 3x3 grid", "side by side".
pub(super) fn arrangement_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Arrangement)> {
    let piled = usize::from(matches!(reader.key(at), "stacked" | "piled"));
    if reader.key(at + piled) == "on"
        && reader.keys(at + piled, (at + piled + 5).min(reader.len())) == "on top of each other"
    {
        return Some((piled + 5, Arrangement::Stack));
    }
    if reader.keys(at, (at + 3).min(reader.len())) == "side by side" && reader.key(at + 3) != "with"
    {
        return Some((3, Arrangement::Row));
    }
    let together = matches!(reader.key(at + 1), "up" | "high" | "together");
    // "Stacked on a plate": the place word behind it tells where.
    let somewhere = matches!(reader.key(at + 1), "on" | "in" | "beside" | "next" | "");
    if reader.key(at) == "stacked" && (together || somewhere) {
        return Some((1 + usize::from(together), Arrangement::Stack));
    }
    let led = matches!(
        reader.key(at),
        "arranged"
            | "lined"
            | "placed"
            | "standing"
            | "sitting"
            | "organized"
            | "set"
            | "displayed"
    ) && matches!(reader.key(at + 1), "in" | "into" | "up");
    let mut next = at + usize::from(led);
    while matches!(reader.key(next), "up" | "in" | "into" | "on") && next < at + 3 {
        next += 1;
    }
    if next == at {
        return None;
    }
    counted_rows(reader, at, next).unwrap_or_else(|| named_form(reader, at, next))
}

/// "in a 3 by 4 grid", "in two rows": forms with a number; none where no number stands.
fn counted_rows(
    reader: &Reader<'_>,
    at: usize,
    next: usize,
) -> Option<Option<(usize, Arrangement)>> {
    let first = next + usize::from(matches!(reader.key(next), "a" | "an"));
    if count_at(&reader.tokens, first).is_some()
        && matches!(reader.key(first + 1), "by" | "x")
        && matches!(reader.key(first + 3), "grid" | "matrix")
    {
        return Some(Some((first + 4 - at, Arrangement::Grid)));
    }
    let (len, n) = count_at(&reader.tokens, next)?;
    let found = match reader.key(next + len) {
        "row" | "rows" | "lines" => Arrangement::Rows(n),
        "columns" | "column" => Arrangement::Columns(n),
        _ => return Some(None),
    };
    let end = next + len + 1;
    // "In three rows of four": how many are in each.
    let each = (reader.key(end) == "of")
        .then(|| count_at(&reader.tokens, end + 1))
        .flatten()
        .filter(|(more, _)| reader.noun_at(end + 1 + more, false).is_none());
    Some(Some((
        end + each.map_or(0, |(more, _)| 1 + more) - at,
        found,
    )))
}

/// "in a neat row", "in a circle".
fn named_form(reader: &Reader<'_>, at: usize, next: usize) -> Option<(usize, Arrangement)> {
    let mut next = next;
    while matches!(
        reader.key(next),
        "a" | "an"
            | "the"
            | "neat"
            | "straight"
            | "single"
            | "perfect"
            | "long"
            | "small"
            | "big"
            | "large"
            | "nice"
    ) || is_dimension(reader.key(next))
    {
        next += 1;
    }
    if reader.key(next + 1) == "of" {
        return None;
    }
    let found = match reader.key(next) {
        "row" | "line" | "queue" => Arrangement::Row,
        "column" => Arrangement::Column,
        "circle" | "ring" if reader.key(next - 1) == "a" => Arrangement::Circle,
        "grid" | "matrix" => Arrangement::Grid,
        "stack" | "tower" => Arrangement::Stack,
        "pile" | "heap" => Arrangement::Pile,
        _ => return None,
    };
    Some((next + 1 - at, found))
}

/// "16 buttons, four by four", "12 cookies on a sheet, three rows of four": so many rows as make up the things before;
/// returns the tokens that say so.
pub(super) fn table_of(
    reader: &Reader<'_>,
    at: usize,
    items: &[Item],
) -> Option<(usize, Arrangement)> {
    let (len, rows, columns) = match reader.key(at).split_once(['x', '×']) {
        Some((rows, columns)) => (1, rows.parse().ok()?, columns.parse().ok()?),
        None => rows_and_columns(reader, at)?,
    };
    let all: u32 = u32::checked_mul(rows, columns)?;
    let told = items.iter().any(|item| match item {
        Item::Phrase(phrase) => phrase.object.count == Some(all),
        _ => false,
    });
    (told && rows > 1).then_some((len, Arrangement::Rows(rows)))
}

/// "four by four", "in three rows of four".
fn rows_and_columns(reader: &Reader<'_>, at: usize) -> Option<(usize, u32, u32)> {
    let led = usize::from(reader.key(at) == "in");
    let (len, rows) = count_at(&reader.tokens, at + led)?;
    let behind = at + led + len;
    let joint = match reader.key(behind) {
        "by" | "x" | "×" if led == 0 => 1,
        "rows" if reader.key(behind + 1) == "of" => 2,
        _ => return None,
    };
    let (more, columns) = count_at(&reader.tokens, behind + joint)?;
    Some((led + len + joint + more, rows, columns))
}

fn is_dimension(key: &str) -> bool {
    key.split_once(['x', '×'])
        .is_some_and(|(a, b)| a.parse::<u32>().is_ok() && b.parse::<u32>().is_ok())
}

/// "Floating in the top right": what something does there, before the words for a place on the page.
pub(super) fn verb_before_cell(reader: &Reader<'_>, at: usize, len: usize) -> Option<Item> {
    cell_behind(reader, at + len).filter(|_| len > 1)?;
    let base = *lexicon().verbs.get(reader.key(at))?;
    Some(Item::Verb {
        base,
        participle: true,
    })
}

/// Parts of a body with which something is done.
const MEANS: &[&str] = &[
    "trunk", "beak", "hand", "hands", "paw", "paws", "mouth", "teeth", "tail", "nose", "claws",
    "foot", "feet", "head", "arm", "arms", "tongue", "finger", "fingers", "horns",
];

/// "to its right", "on his left": beside what was named before; how many tokens, which side, and whether of several.
pub(super) fn own_side_at(reader: &Reader<'_>, at: usize) -> Option<(usize, RelationKind, bool)> {
    if !reader.is_scene() || !matches!(reader.key(at), "to" | "on" | "at") {
        return None;
    }
    let many = match reader.key(at + 1) {
        "its" | "his" | "her" => false,
        "their" => true,
        _ => return None,
    };
    let kind = match reader.key(at + 2) {
        "left" => RelationKind::LeftOf,
        "right" => RelationKind::RightOf,
        _ => return None,
    };
    let side = usize::from(reader.key(at + 3) == "side");
    // "on its left wing" is a part of it.
    let part = lexicon().nouns.at(&reader.tokens, at + 3 + side).is_some()
        || matches!(
            reader.key(at + 3 + side),
            "hand" | "arm" | "shoulder" | "foot" | "leg"
        );
    (!part).then_some((3 + side, kind, many))
}

/// "at her feet", "on his head", "in its mouth": where a part of someone's body is, no thing of its own.
pub(super) fn body_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
    if !reader.is_scene() || !reader.is_free(at) {
        return None;
    }
    let preposition = reader.key(at);
    // "in both his hands", "on top of its head"
    let top = 2 * usize::from(reader.keys(at + 1, (at + 3).min(reader.len())) == "top of");
    let both = usize::from(reader.key(at + top + 1) == "both");
    let owner = at + 1 + top + both;
    let whose = match reader.key(owner) {
        "his" | "her" => Whose::Person,
        "its" => Whose::Animal,
        "their" | "my" => Whose::Anyone,
        _ => return None,
    };
    let side = usize::from(matches!(
        reader.key(owner + 1),
        "left" | "right" | "other" | "own" | "outstretched" | "open"
    ));
    let part = reader.key(owner + 1 + side);
    if preposition == "with" && MEANS.contains(&part) {
        return Some((owner + 2 + side - at, Item::Means));
    }
    let (kind, passive) = match (preposition, part) {
        (
            "in" | "between",
            "hand" | "hands" | "arm" | "arms" | "paw" | "paws" | "mouth" | "beak" | "teeth"
            | "claws" | "fist",
        ) => (RelationKind::Holding, true),
        ("under", "arm") => (RelationKind::Holding, true),
        ("around" | "round", "neck" | "waist" | "shoulders" | "wrist" | "head")
        | ("over", "shoulder" | "shoulders" | "eyes")
        | ("on", "nose" | "wrist" | "feet" | "hands") => (RelationKind::Wearing, true),
        ("at" | "by" | "near" | "beside" | "around", "feet" | "foot" | "side" | "heels") => {
            (RelationKind::NextTo, false)
        }
        (
            "on" | "in" | "upon" | "atop",
            "lap" | "knee" | "knees" | "shoulder" | "shoulders" | "back" | "head" | "hand"
            | "finger" | "arm" | "palm",
        ) => (RelationKind::On, false),
        _ => return None,
    };
    Some((
        owner + 2 + side - at,
        Item::Body {
            kind,
            passive,
            whose,
        },
    ))
}

/// Relations whose grammatical subject is the thing that is stood around, covered, filled …
pub(super) fn passive_at(reader: &Reader<'_>, at: usize) -> Option<(usize, RelationKind)> {
    let (one, two, three) = (reader.key(at), reader.key(at + 1), reader.key(at + 2));
    Some(match (one, two, three) {
        ("on" | "at", "either" | "both" | "each", "side" | "sides")
            if reader.key(at + 3) == "of" =>
        {
            (4, RelationKind::Between)
        }
        ("flanking", ..) => (1, RelationKind::Between),
        ("surrounded" | "encircled" | "ringed", "by" | "with", _) => (2, RelationKind::Around),
        (
            "covered" | "topped" | "decorated" | "adorned" | "crowned" | "garnished",
            "with" | "in" | "by",
            _,
        ) => (2, RelationKind::On),
        ("filled" | "packed" | "loaded" | "stuffed" | "full", "with" | "of", _) => {
            (2, RelationKind::In)
        }
        ("containing" | "contains" | "full-of", ..) => (1, RelationKind::In),
        ("held" | "carried", "by", _) => (2, RelationKind::Holding),
        ("worn", "by", _) => (2, RelationKind::Wearing),
        ("ridden" | "driven", "by", _) => (2, RelationKind::Riding),
        ("chased" | "followed" | "pursued", "by", _) => (2, RelationKind::Chasing),
        ("supporting" | "supports", ..) => (1, RelationKind::On),
        _ => return None,
    })
}

/// "in blue and white" behind a noun.
pub(super) fn in_colors(reader: &Reader<'_>, at: usize) -> Option<(usize, Vec<Color>)> {
    if !matches!(reader.key(at), "in" | "painted") {
        return None;
    }
    let (end, colors) = crate::canvas::color_list(reader, at + 1)?;
    let noun = end < reader.len()
        && reader.is_free(end)
        && reader.tokens[end].is_word()
        && !matches!(
            reader.key(end),
            "and"
                | "with"
                | "on"
                | "next"
                | "beside"
                | "behind"
                | "under"
                | "is"
                | "near"
                | "in"
                | "at"
                | "color"
                | "colour"
                | "colors"
                | "colours"
        );
    if noun {
        return None;
    }
    let word = usize::from(matches!(
        reader.key(end),
        "color" | "colour" | "colors" | "colours"
    ));
    Some((end + word - at, colors))
}

/// "cat left, dog right", "a whale below".
pub(super) fn bare_position(reader: &Reader<'_>, at: usize) -> Option<(usize, Position)> {
    let closes = |end: usize| end >= reader.len() || reader.is_sep(end) || reader.key(end) == "and";
    let found = match reader.key(at) {
        "above" | "overhead" => Some((1, Position::Top)),
        "below" | "underneath" | "beneath" => Some((1, Position::Bottom)),
        _ => cell_at(reader, at),
    };
    let (len, position) = found?;
    if closes(at + len) {
        return Some((len, position));
    }
    // "three small boats above on the water": the preposition begins another phrase.
    (matches!(reader.key(at), "above" | "below")
        && matches!(reader.key(at + 1), "on" | "in" | "at"))
    .then_some((1, position))
}
