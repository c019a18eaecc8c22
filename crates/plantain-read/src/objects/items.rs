//! Cuts the words of a scene into phrases, relation words, positions and separators.

mod members;
mod small;
mod wheres;

use members::{loose_count, member_at};
use small::{each_different, function_word, listed_colors, pronoun, shares_at};
use wheres::{
    arrangement_at, bare_position, body_at, in_colors, own_side_at, passive_at, postposition,
    table_of, verb_before_cell,
};

use super::is_vessel;
use crate::colors::color_at;
use crate::constraints::{cell_at, negation_len, position_at};
use crate::lexicon::{Adjective, lexicon};
use crate::numbers::count_at;
use crate::phrases::{Phrase, doing_at, phrase_at};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Arrangement, Color, Position, RelationKind};

/// One step of the sentence.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Phrase(Box<Phrase>),
    Relation(RelationKind),
    /// How the subject of the next relation holds itself: "lying on", "hanging from".
    Posture(&'static str),
    /// "a bowl of": what follows is in the vessel before it.
    Contents,
    /// "surrounded by": subject and object are swapped.
    Passive(RelationKind),
    Position(Position),
    Arrangement(Arrangement),
    /// "it", or "them" when many; "him" and "her" are somebody.
    Pronoun {
        many: bool,
        somebody: bool,
    },
    /// The relation behind it is something that only living beings do.
    Deed,
    /// By which part of the body something is done ("with its trunk"): no thing of its own.
    Means,
    /// A place word behind its noun, as in "机の上" ("desk's top").
    Post(RelationKind),
    /// A verb behind its object ("hat-wearing").
    PostVerb(RelationKind),
    /// A particle of place that does not say how ("chair-at").
    Seat,
    /// What stands before describes the noun behind it (的, の).
    Of,
    /// A count without its noun beside it.
    Count(u32),
    /// A relation that is known already, between phrases by their number in the prompt.
    Tie {
        subject: usize,
        kind: RelationKind,
        objects: Vec<usize>,
        swapped: bool,
    },
    /// What the thing of a phrase does.
    Does {
        thing: usize,
        base: &'static str,
    },
    /// The phrase before it is the subject of the sentence, as Japanese が says.
    Subject,
    Copula,
    There,
    And,
    Comma,
    End,
    /// The following phrase must be absent.
    Not,
    Verb {
        base: &'static str,
        participle: bool,
    },
    Color(Vec<Color>),
    Adjective(Adjective),
    /// "four of them".
    OfThem(u32),
    /// "three cats: one black, one white", "two of them red": the look of so many members of the group named before.
    OneOf(u32, Option<Color>, Option<crate::SizeWord>),
    /// "the middle one wears a scarf", "the left one is black": a member by its place in the row, and its look.
    Nth(Which, Option<Color>, Option<crate::SizeWord>),
    /// "a large white one": one more, or a member of the group before.
    /// The last says whether one is meant that was told of ("the red one").
    Another(Option<Color>, Option<crate::SizeWord>, bool),
    /// "the others are white": the look of those that are left.
    Others(Option<Color>, Option<crate::SizeWord>),
    /// "at her feet", "on his head": the one whose body part says where, and how the thing before is there.
    Body {
        kind: RelationKind,
        /// The part's owner holds or wears the thing.
        passive: bool,
        whose: Whose,
    },
    EachDifferent,
    /// Index of a quoted text, for the thing that carries it.
    Text(usize),
}

/// Which member of a row is meant, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// From one.
    Number(u32),
    Middle,
    Last,
}

/// Whom a possessive before a part of the body may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Person,
    Animal,
    Anyone,
}

/// Reads the whole prompt into items; in a design only known nouns count.
pub(super) fn read(reader: &mut Reader<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let taken = step(reader, at, &mut items);
        at += taken.max(1);
    }
    if super::head_final::applies(&reader.brief.language.0) {
        items = super::head_final::tie(items, &reader.brief.language.0);
    }
    items
}

fn step(reader: &mut Reader<'_>, at: usize, items: &mut Vec<Item>) -> usize {
    // "left: a sad clown, right: a happy clown"
    if let Some((len, position)) = cell_at(reader, at)
        .filter(|&(len, _)| reader.is_free(at) && reader.sep(at + len, Sep::Colon))
    {
        items.extend([Item::End, Item::Position(position)]);
        reader.mark(at, at + len, Use::Object);
        return len + 1;
    }
    if let Some(sep) = separator(reader, at) {
        // "On top of the jar: a cork": the colon stands for "is".
        let inverted = reader.sep(at, Sep::Colon)
            && matches!(
                items[..],
                [.., Item::End, Item::Relation(_), Item::Phrase(_)]
                    | [Item::Relation(_), Item::Phrase(_)]
            );
        items.push(if inverted { Item::Copula } else { sep });
        return 1;
    }
    if reader.uses[at] == Use::Literal {
        let span = reader.tokens[at].span.clone();
        if let Some(index) =
            reader.brief.literals.iter().position(|literal| {
                literal.span.start <= span.start && span.end <= literal.span.end
            })
        {
            items.push(Item::Text(index));
            return (at..reader.len())
                .take_while(|&i| {
                    reader.tokens[i].span.start < reader.brief.literals[index].span.end
                })
                .count();
        }
        return 1;
    }
    if reader.tokens[at].kind == Kind::Emoji {
        if let Some(phrase) = emoji(reader, at) {
            reader.mark(at, at + 1, Use::Object);
            items.push(Item::Comma);
            items.push(Item::Phrase(Box::new(phrase)));
        }
        return 1;
    }
    if !reader.is_free(at) {
        if reader.uses[at] == Use::Constraint && negation_len(reader, at) > 0 {
            items.push(Item::Not);
        }
        return 1;
    }
    let not = negation_len(reader, at);
    if not > 0 {
        items.push(Item::Not);
        reader.mark(at, at + not, Use::Constraint);
        return not;
    }
    if !reader.plain[at] {
        return 1;
    }
    if !reader.is_scene() && reader.key(at) == "for" {
        return audience(reader, at);
    }
    small_words(reader, at, items)
        .or_else(|| larger_words(reader, at, items))
        .unwrap_or(1)
}

/// An emoji is a thing of its own.
fn emoji(reader: &Reader<'_>, at: usize) -> Option<Phrase> {
    let text = reader.text(at, at + 1);
    let noun = lexicon().emoji.get(text.trim_end_matches('\u{fe0f}'))?;
    let object = crate::ObjectPhrase {
        noun: (*noun).to_string(),
        words: text.to_string(),
        span: reader.span(at, at + 1),
        count: Some(1),
        ..crate::ObjectPhrase::default()
    };
    Some(Phrase {
        object,
        from: at,
        to: at + 1,
        place: None,
        thing: true,
        definite: true,
        headless: false,
    })
}

/// "for a shoe shop" in a design says whom it is for; nothing of it is drawn.
fn audience(reader: &mut Reader<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while end < reader.len()
        && end < at + 6
        && reader.is_plain(end)
        && reader.tokens[end].is_word()
        && !matches!(
            reader.key(end),
            "with" | "and" | "in" | "on" | "featuring" | "showing"
        )
    {
        end += 1;
    }
    for i in at + 1..end {
        let stop = lexicon().stops.contains_key(reader.key(i));
        reader.uses[i] = if stop { Use::Carrier } else { Use::Topic };
    }
    end - at
}

fn separator(reader: &Reader<'_>, at: usize) -> Option<Item> {
    let Kind::Sep(sep) = reader.tokens[at].kind else {
        return None;
    };
    Some(match sep {
        Sep::Comma | Sep::Slash | Sep::Dash | Sep::Open | Sep::Close | Sep::Other | Sep::Arrow => {
            Item::Comma
        }
        Sep::Stop | Sep::Mark | Sep::Semi | Sep::Line | Sep::Colon => Item::End,
    })
}

/// Pronouns, copulas, "each a different colour", "four of them".
fn small_words(reader: &mut Reader<'_>, at: usize, items: &mut Vec<Item>) -> Option<usize> {
    if let Some(item) = postposition(reader.key(at), &reader.brief.language.0) {
        items.push(item);
        return Some(1);
    }
    if let Some((len, item)) = function_word(reader, at) {
        items.push(item);
        return Some(len);
    }
    if let Some(len) = each_different(reader, at) {
        reader.mark(at, at + len, Use::Object);
        items.push(Item::EachDifferent);
        return Some(len);
    }
    // "Dogs of different breeds": sorts of the thing, and nothing of their own.
    if reader.key(at) == "of"
        && matches!(
            reader.key(at + 1),
            "different" | "various" | "many" | "all" | "assorted"
        )
        && matches!(
            reader.key(at + 2),
            "breeds"
                | "kinds"
                | "types"
                | "sizes"
                | "shapes"
                | "species"
                | "sorts"
                | "varieties"
                | "ages"
                | "styles"
        )
    {
        reader.mark(at, at + 3, Use::Object);
        return Some(3);
    }
    let head_final = super::head_final::applies(&reader.brief.language.0);
    let told = shares_at(reader, at, items).or_else(|| listed_colors(reader, at, items));
    if let Some((len, group, colors)) = told {
        reader.mark(at, at + len, Use::Object);
        items.truncate(group + 1);
        items.push(Item::Color(colors));
        return Some(len);
    }
    if !head_final && let Some((len, item)) = member_at(reader, at) {
        reader.mark(at, at + len, Use::Object);
        items.push(item);
        return Some(len);
    }
    let (len, n) = count_at(&reader.tokens, at)?;
    let mut end = at + len;
    while matches!(reader.key(end), "~" | "@cl") {
        end += 1;
    }
    if head_final {
        return loose_count(reader, at, end, n, items);
    }
    let behind = matches!(items.last(), Some(Item::Phrase(_) | Item::Subject))
        && (end >= reader.len() || reader.is_sep(end))
        && end > at + len;
    let of_them = reader.key(at + len) == "of" && reader.key(at + len + 1) == "them";
    if behind || of_them {
        let taken = if behind { end - at } else { len + 2 };
        reader.mark(at, at + taken, Use::Object);
        items.push(Item::OfThem(n));
        return Some(taken);
    }
    None
}

/// Arrangements, relations, positions, phrases, verbs.
fn larger_words(reader: &mut Reader<'_>, at: usize, items: &mut Vec<Item>) -> Option<usize> {
    // "a bowl of oranges" holds them.
    if reader.key(at) == "of" && holds_things(items.last()) {
        items.push(Item::Contents);
        return Some(1);
    }
    if let Some((len, kind, many)) = own_side_at(reader, at) {
        items.extend([Item::Relation(kind), pronoun(many, false)]);
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    if let Some((len, color)) = color_at(&reader.tokens, at)
        && after_copula(items)
        && reader.is_free(at)
        && (reader.is_sep(at + len) || at + len >= reader.len() || reader.key(at + len) == "and")
    {
        // "The sky is orange": the colour, not the fruit.
        items.push(Item::Color(vec![color]));
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    if let Some((len, item)) = fixed_words(reader, at, items) {
        items.push(item);
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    if let Some((len, kind)) = passive_at(reader, at) {
        items.push(Item::Passive(kind));
        if reader.is_scene() {
            reader.mark(at, at + len, Use::Object);
        }
        return Some(len);
    }
    if let Some((len, colors)) = in_colors(reader, at) {
        items.push(Item::Color(colors));
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    if let Some(len) = relation_or_position(reader, at, items) {
        return Some(len);
    }
    if doing_at(reader, at)
        && let Some(base) = lexicon().verbs.get(reader.key(at + 1))
    {
        items.push(Item::Verb {
            base,
            participle: true,
        });
        reader.mark(at, at + 2, Use::Object);
        return Some(2);
    }
    if let Some(base) = finite_verb(reader, at, items) {
        items.push(Item::Verb {
            base,
            participle: false,
        });
        return Some(1);
    }
    if let Some(phrase) = phrase_at(reader, at).filter(|phrase| accepts(reader, phrase)) {
        let taken = phrase.to - at;
        let place = phrase.place.is_some() && !phrase.thing;
        super::mark(reader, phrase.from, phrase.to, place);
        items.push(Item::Phrase(Box::new(phrase)));
        return Some(taken);
    }
    loose_word(reader, at, items)
}

/// Whether what was named last is a vessel.
fn holds_things(last: Option<&Item>) -> bool {
    matches!(last, Some(Item::Phrase(phrase)) if is_vessel(&phrase.object.noun))
}

/// Members of a group, arrangements and parts of a body.
fn fixed_words(reader: &Reader<'_>, at: usize, items: &[Item]) -> Option<(usize, Item)> {
    member_at(reader, at)
        .or_else(|| {
            let (len, arrangement) =
                table_of(reader, at, items).or_else(|| arrangement_at(reader, at))?;
            Some((len, Item::Arrangement(arrangement)))
        })
        .or_else(|| body_at(reader, at))
}

/// Takes a relation word or a position, whichever is longer.
fn relation_or_position(
    reader: &mut Reader<'_>,
    at: usize,
    items: &mut Vec<Item>,
) -> Option<usize> {
    let free = |i: usize| reader.is_free(i) && reader.plain[i];
    let relation = lexicon()
        .relations
        .at_with(&reader.tokens, at, free)
        .map(|(len, kind)| (len, *kind));
    let position = position_at(reader, at).or_else(|| bare_position(reader, at));
    if let Some((len, place)) = position
        && relation.is_none_or(|(other, _)| {
            len > other || len == other && bare_position(reader, at).is_some()
        })
    {
        items.push(Item::Position(place));
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    if let Some((len, _)) = relation
        && let Some(verb) = verb_before_cell(reader, at, len)
    {
        items.push(verb);
        return Some(len - 1);
    }
    // "at night" is a time.
    let relation = relation.or_else(|| has_at(reader, at).map(|len| (len, RelationKind::With)));
    let timed = relation.is_some_and(|(len, _)| reader.uses.get(at + len) == Some(&Use::Setting));
    let (len, kind) = relation?;
    if timed || small::are_drinks(reader, at) || small::noun_here(reader, at, items) {
        return None;
    }
    if let Some(base) = posture(reader.key(at)).filter(|_| len > 1 && reader.is_scene()) {
        items.push(Item::Posture(base));
    }
    if kind == RelationKind::With && is_deed(reader.key(at)) {
        items.push(Item::Deed);
    }
    items.push(Item::Relation(kind));
    if reader.is_scene() {
        reader.mark(at, at + len, Use::Object);
    }
    Some(len)
}

/// "a dog has a red collar": what it has comes next, and no doing.
fn has_at(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let has = matches!(reader.key(at), "has" | "have" | "having") && reader.is_scene();
    let next = reader.key(at + 1);
    let thing = matches!(
        next,
        "a" | "an" | "some" | "two" | "three" | "four" | "many"
    ) || color_at(&reader.tokens, at + 1).is_some()
        || lexicon().adjectives.at(&reader.tokens, at + 1).is_some();
    (has && thing).then_some(1)
}

/// What only living beings do: "a woman on a bench feeding pigeons" is about the woman.
fn is_deed(word: &str) -> bool {
    matches!(
        word,
        "feeding"
            | "petting"
            | "juggling"
            | "reading"
            | "painting"
            | "drawing"
            | "writing"
            | "cooking"
            | "baking"
            | "throwing"
            | "catching"
            | "kicking"
            | "playing"
            | "strumming"
            | "planting"
            | "sweeping"
            | "fixing"
            | "repairing"
            | "typing"
    )
}

/// The verb in a relation that says more than where something is.
fn posture(word: &str) -> Option<&'static str> {
    Some(match word {
        "sitting" | "sits" | "seated" => "sit",
        "lying" | "lies" | "laying" => "lie",
        "hanging" | "hangs" => "hang",
        "standing" | "stands" => "stand",
        _ => return None,
    })
}

/// A colour, an adjective or a verb outside a phrase.
fn loose_word(reader: &mut Reader<'_>, at: usize, items: &mut Vec<Item>) -> Option<usize> {
    if let Some((len, color)) = color_at(&reader.tokens, at) {
        if after_copula(items) {
            items.push(Item::Color(vec![color]));
            reader.mark(at, at + len, Use::Object);
        }
        return Some(len);
    }
    if let Some((len, adjective)) = lexicon().adjectives.at(&reader.tokens, at) {
        if after_copula(items) {
            items.push(Item::Adjective(adjective.clone()));
            reader.mark(at, at + len, Use::Object);
        }
        return Some(len);
    }
    let key = reader.key(at);
    let base = *lexicon().verbs.get(key)?;
    items.push(Item::Verb {
        base,
        participle: key.ends_with("ing") || key.ends_with("ed") || after_copula(items),
    });
    Some(1)
}

/// "the mouse watches": right behind a thing, a verb that could also be a plural is a verb.
fn finite_verb(reader: &Reader<'_>, at: usize, items: &[Item]) -> Option<&'static str> {
    let key = reader.key(at);
    let base = *lexicon().verbs.get(key)?;
    let single = matches!(items.last(), Some(Item::Phrase(phrase)) if !phrase.object.plural);
    let acts = single && key.ends_with('s') && key != base;
    // "two seagulls fly above": behind a plural the base is the verb, when a place follows it.
    let act = matches!(items.last(), Some(Item::Phrase(phrase)) if phrase.object.plural)
        && key == base
        && reader.brief.language.0 == "en"
        && (reader.is_sep(at + 1)
            || matches!(reader.key(at + 1), "from" | "off" | "by" | "to" | "for")
            || lexicon().relations.at(&reader.tokens, at + 1).is_some());
    (reader.is_scene() && (acts || act)).then_some(base)
}

fn after_copula(items: &[Item]) -> bool {
    matches!(items.last(), Some(Item::Copula | Item::Verb { .. }))
        || matches!(
            items,
            [.., Item::Copula, Item::Color(_) | Item::Adjective(_)]
                | [.., Item::Color(_) | Item::Adjective(_), Item::And]
        )
}

/// Nouns that speak about a design rather than about things in it.
const ABSTRACT: &[&str] = &[
    "title", "letter", "number", "line", "app", "person", "customer", "user", "symbol", "shape",
    "square", "circle", "dot", "grid", "pattern", "document", "block", "print", "switch", "arrow",
];

/// In a design only things that were meant to be drawn count.
fn accepts(reader: &Reader<'_>, phrase: &Phrase) -> bool {
    // "tickets can be bought": the verb, not the tin.
    if reader.key(phrase.from) == "can" {
        return false;
    }
    if reader.is_scene() {
        return true;
    }
    if phrase.place.is_some() && !phrase.thing {
        let quoted = reader
            .tokens
            .get(phrase.to)
            .is_some_and(|token| token.quote().is_some());
        let led = phrase.from > 0
            && matches!(
                reader.key(phrase.from - 1),
                "in" | "on" | "at" | "with" | "of" | "over" | "by" | "above"
            )
            || phrase.to > phrase.from + 1;
        return led && !quoted;
    }
    if matches!(
        reader.brief.genre,
        crate::Genre::CodeShot | crate::Genre::Chart
    ) {
        return false;
    }
    let component = lexicon().components.get(&phrase.object.noun).is_some()
        || lexicon().roles.get(&phrase.object.noun).is_some();
    let first = reader.key(phrase.from);
    !component
        && !phrase.object.noun.is_empty()
        && !ABSTRACT.contains(&phrase.object.noun.as_str())
        && first != "for"
}
