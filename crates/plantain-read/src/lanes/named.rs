//! Names of lanes that are told without colons, and cards in quotation marks that are told with their lane.

use crate::outline::add;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Lanes of a board, at most.
const LANES_MAX: usize = 8;

/// Sorts out lanes and quoted cards of a board.
pub(super) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Kanban || !brief.records.is_empty() {
        return;
    }
    stages(brief);
    listed(brief);
    before_cards(brief);
    held(brief);
    part_capitals(brief);
    let placed = in_lanes(brief).or_else(|| remarked(brief));
    if let Some(lanes) = placed.or_else(|| told_twice(brief)) {
        ordered(brief, &lanes);
    }
}

/// "stages Lead, Won": what a pipeline goes through are its lanes.
fn stages(brief: &mut Brief) {
    if brief.literals.iter().any(|l| l.role == Role::Column) {
        return;
    }
    for literal in &mut brief.literals {
        if literal.role == Role::Callout {
            literal.role = Role::Column;
        }
    }
}

/// `lists "Backlog", "Doing", "Done" with cards …`: the run of names behind a word for lanes.
fn listed(brief: &mut Brief) {
    const LISTS: &[&str] = &[
        "lists", "lanes", "columns", "stages", "listas", "listes", "listen",
    ];
    if brief.literals.iter().any(|l| l.role == Role::Column) {
        return;
    }
    let lower = crate::outline::lowered(&brief.prompt);
    let before = |at: usize| {
        let from = at.checked_sub(1).map_or(0, |i| brief.literals[i].span.end);
        lower.get(from..brief.literals[at].span.start).unwrap_or("")
    };
    let led = |at: usize| {
        let words = before(at).trim_end_matches(|c: char| !c.is_alphanumeric());
        LISTS.iter().any(|word| words.ends_with(word))
    };
    let joined = |at: usize| {
        let mut words = before(at).split(|c: char| !c.is_alphanumeric());
        words.all(|word| matches!(word, "" | "and" | "y" | "et" | "und"))
    };
    let Some(first) = (0..brief.literals.len()).find(|&at| led(at)) else {
        return;
    };
    let more = (first + 1..brief.literals.len()).take_while(|&at| joined(at));
    let end = first + 1 + more.count();
    if (2..=LANES_MAX).contains(&(end - first)) {
        for literal in &mut brief.literals[first..end] {
            literal.role = Role::Column;
        }
        brief
            .lists
            .retain(|list| !list.items.iter().any(|item| (first..end).contains(item)));
    }
}

/// "Ideas, Drafting, Published with cards SEO post, …": what is told before the cards is what they stand in.
fn before_cards(brief: &mut Brief) {
    const CARDS: &[&str] = &[
        " with cards",
        " with tasks",
        " with tickets",
        " with the cards",
        "; cards",
        ". cards",
        " con tarjetas",
        " avec cartes",
        " mit karten",
    ];
    if brief.literals.iter().any(|l| l.role == Role::Column) {
        return;
    }
    let lower = crate::outline::lowered(&brief.prompt);
    let Some(cards) = CARDS.iter().find_map(|words| lower.find(words)) else {
        return;
    };
    let lanes = brief
        .literals
        .iter()
        .filter(|l| l.span.end <= cards)
        .count();
    let told = brief.literals.len() > lanes && (2..=LANES_MAX).contains(&lanes);
    // A title stands over the lanes.
    let titled = |l: &Literal| matches!(l.role, Role::Title | Role::Brand);
    if !told || brief.literals.iter().any(titled) {
        return;
    }
    for literal in brief.literals.iter_mut().filter(|l| l.span.end <= cards) {
        literal.role = Role::Column;
    }
    brief.lists.clear();
}

/// `To do has "Write copy"`: words that head quoted cards name their lane.
fn held(brief: &mut Brief) {
    const HOLDS: &[&str] = &[
        " has",
        " contains",
        " holds",
        " with",
        " shows",
        " gets",
        " includes",
        " lists",
    ];
    for at in 0..brief.literals.len() {
        let next = brief.literals.get(at + 1).map(|l| l.origin);
        let literal = &mut brief.literals[at];
        let verb = HOLDS.iter().find(|verb| literal.text.ends_with(**verb));
        if let Some(verb) = verb.filter(|_| is_plain(literal) && next == Some(Origin::Quoted)) {
            cut(literal, literal.text.len() - verb.len());
            literal.role = Role::Column;
        }
    }
}

/// Whether a text stands in the prompt as it is shown, without quotation marks.
fn is_plain(literal: &Literal) -> bool {
    literal.origin != Origin::Quoted && literal.span.len() == literal.text.len()
}

fn cut(literal: &mut Literal, len: usize) {
    literal.text.truncate(len);
    literal.span.end = literal.span.start + len;
}

/// "lanes Lead Contacted Won": a lane of three or more words in capitals is a lane a word, for no board has but one.
fn part_capitals(brief: &mut Brief) {
    const WORDS_MIN: usize = 3;
    let plain = |l: &Literal| l.role == Role::Column && l.origin != Origin::Quoted;
    let mut columns = (0..brief.literals.len()).filter(|&i| plain(&brief.literals[i]));
    let (Some(at), None) = (columns.next(), columns.next()) else {
        return;
    };
    let mut literal = brief.literals[at].clone();
    if let Some(tail) = literal.text.find(" with ").filter(|_| is_plain(&literal)) {
        cut(&mut literal, tail);
        // What the word for lanes introduced went on to the cards.
        for later in &mut brief.literals {
            if later.origin == Origin::Quoted && later.role == Role::Column {
                later.role = Role::Item;
            }
        }
    }
    let words: Vec<&str> = literal.text.split(' ').collect();
    let capitals = words.iter().all(|w| w.starts_with(char::is_uppercase));
    if words.len() < WORDS_MIN || !capitals || !is_plain(&literal) {
        return;
    }
    brief.remove_literal(at);
    let mut from = literal.span.start;
    for word in words {
        add(brief, from..from + word.len(), Role::Column);
        from += word.len() + 1;
    }
    brief.literals.sort_by_key(|l| l.span.start);
}

/// Lanes in their order, each with its cards: indices of literals.
type Lanes = Vec<(usize, Vec<usize>)>;

/// `"Ana Ruiz" in Interview`: quoted cards with the name of their lane right behind.
fn in_lanes(brief: &Brief) -> Option<Lanes> {
    const JOINTS: &[&str] = &["in ", "under ", "to ", "is in ", "are in ", "goes in "];
    let mut lanes = empty(brief);
    let mut placed = 0;
    for (at, card) in brief.literals.iter().enumerate() {
        if card.origin != Origin::Quoted || card.role == Role::Title {
            continue;
        }
        let behind = brief.prompt.get(card.span.end..)?;
        let behind =
            behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !",;.".contains(c));
        let lower = behind.to_lowercase();
        let name = JOINTS.iter().find_map(|joint| lower.strip_prefix(joint))?;
        let name = name.trim_start_matches(['"', '\'', '“', '‘']);
        let lane = lanes
            .iter_mut()
            .find(|(head, _)| name.starts_with(&brief.literals[*head].text.to_lowercase()))?;
        lane.1.push(at);
        placed += 1;
    }
    (placed > 0 && lanes.len() >= 2).then_some(lanes)
}

/// `"Keys" (this one in Done)`: a remark in brackets names the lane of the card before it; the others stand in the lanes
/// before, evenly.
fn remarked(brief: &mut Brief) -> Option<Lanes> {
    let mut lanes = empty(brief);
    let (at, lane) = brief
        .literals
        .iter()
        .enumerate()
        .find_map(|(at, literal)| {
            let open = brief.prompt[..literal.span.start].trim_end().ends_with('(');
            let lane = lanes
                .iter()
                .position(|(head, _)| literal.text.ends_with(&brief.literals[*head].text))?;
            (open && literal.origin != Origin::Quoted && at > 0).then_some((at, lane))
        })?;
    let cards: Vec<usize> = (0..brief.literals.len())
        .filter(|&i| {
            brief.literals[i].origin == Origin::Quoted
                && !matches!(
                    brief.literals[i].role,
                    Role::Column | Role::Title | Role::Button
                )
        })
        .collect();
    let (own, others): (Vec<usize>, Vec<usize>) = cards.into_iter().partition(|&i| i + 1 == at);
    let free = lanes.len() - 1;
    if own.is_empty() || free == 0 {
        return None;
    }
    let each = others.len().div_ceil(free).max(1);
    let places: Vec<usize> = (0..lanes.len()).filter(|&i| i != lane).collect();
    for (n, card) in others.into_iter().enumerate() {
        lanes[places[(n / each).min(free - 1)]].1.push(card);
    }
    lanes[lane].1.extend(own);
    brief.literals[at].text.clear();
    Some(lanes)
}

/// The lanes that are told, each once.
fn empty(brief: &Brief) -> Lanes {
    let mut lanes: Lanes = Vec::new();
    for (at, literal) in brief.literals.iter().enumerate() {
        let known = |(head, _): &(usize, Vec<usize>)| brief.literals[*head].text == literal.text;
        if literal.role == Role::Column && !lanes.iter().any(known) {
            lanes.push((at, Vec::new()));
        }
    }
    lanes
}

/// "lanes Todo, Done. Todo: "Buy paint". Done: "Tiles"": lanes that are named first and told with their cards later.
fn told_twice(brief: &Brief) -> Option<Lanes> {
    let mut lanes = empty(brief);
    let columns = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Column)
        .count();
    if lanes.len() < 2 || columns == lanes.len() {
        return None;
    }
    let mut open = None;
    for (at, literal) in brief.literals.iter().enumerate() {
        if literal.role == Role::Column {
            open = lanes
                .iter()
                .position(|(head, _)| brief.literals[*head].text == literal.text);
        } else if let Some(lane) = open {
            lanes[lane].1.push(at);
        }
    }
    Some(lanes)
}

/// Puts the literals in the order of their lanes; what belongs to none stands before them.
fn ordered(brief: &mut Brief, lanes: &Lanes) {
    let all: Vec<usize> = lanes
        .iter()
        .flat_map(|(head, cards)| std::iter::once(*head).chain(cards.iter().copied()))
        .collect();
    let framed = (0..brief.literals.len())
        .filter(|at| !all.contains(at) && brief.literals[*at].role != Role::Column)
        .filter(|at| !brief.literals[*at].text.is_empty());
    let order: Vec<usize> = framed.chain(all.iter().copied()).collect();
    let cards: Vec<usize> = lanes.iter().flat_map(|(_, cards)| cards.clone()).collect();
    brief.literals = order
        .iter()
        .map(|at| {
            let mut literal = brief.literals[*at].clone();
            if cards.contains(at) {
                literal.role = Role::Item;
            }
            literal
        })
        .collect();
    brief.pairs.clear();
    brief.lists.clear();
    brief.links.clear();
}
