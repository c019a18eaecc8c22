//! The items of an enumeration: where it ends, and what each item is made of.

mod joined;

use joined::{is_step, last_and, part_by_and};

use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// Items of one enumeration, at most.
const ITEMS_MAX: usize = 40;
/// Tokens of one item, at most.
const ITEM_TOKENS_MAX: usize = 14;

/// Remarks in brackets that tell a state and are not printed.
const STATES: &[&str] = &[
    "done",
    "off",
    "on",
    "active",
    "selected",
    "checked",
    "unchecked",
    "unread",
    "read",
    "current",
    "disabled",
    "enabled",
    "completed",
    "complete",
    "open",
    "closed",
    "highlighted",
    "default",
    "bought",
    "ticked",
    "packed",
    "dropdown",
    "select",
    "textarea",
    "multiline",
    "radio",
    "checkbox",
    "toggle",
];

/// How the items of an enumeration begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    Capital,
    Lower,
    Figure,
}

/// One item: its name and what is said about it, as token ranges.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub name: (usize, usize),
    pub values: Vec<(usize, usize)>,
}

impl Item {
    /// The word at `at` and nothing said about it.
    pub(super) fn word(at: usize) -> Self {
        Self {
            name: (at, at + 1),
            values: Vec::new(),
        }
    }
}

/// Returns how a list that starts at `at` begins, if a list may start there.
pub(super) fn manner(reader: &Reader<'_>, at: usize) -> Option<Manner> {
    let token = reader.tokens.get(at)?;
    if !reader.is_free(at) || token.quote().is_some() {
        return None;
    }
    match token.kind {
        Kind::Form(FormKind::Canvas | FormKind::Hex) => None,
        Kind::Form(_) | Kind::Number => Some(Manner::Figure),
        Kind::Word if token.is_capital() => Some(Manner::Capital),
        Kind::Word => Some(Manner::Lower),
        _ => None,
    }
}

/// Returns the items of the enumeration that starts at `start`, and the token behind it.
pub(super) fn items(
    reader: &Reader<'_>,
    start: usize,
    manner: Manner,
    people: bool,
) -> (Vec<Item>, usize) {
    if let Some(run) = bare_run(reader, start) {
        return run;
    }
    let chunks = chunks(reader, start, manner);
    let Some(&(_, last_to)) = chunks.last() else {
        return (Vec::new(), start);
    };
    let end = after_remark(reader, last_to);
    let ranges = part_by_and(reader, &chunks, manner);
    let figures = ranges
        .iter()
        .filter(|&&(from, to)| ends_in_number(reader, from, to))
        .count();
    let numbered = figures * 2 >= ranges.len();
    let items = ranges
        .into_iter()
        .filter(|(from, to)| from < to)
        .map(|(from, to)| item(reader, from, to, numbered))
        .map(|item| if people { with_job(reader, item) } else { item })
        .collect();
    (items, end)
}

/// "10:00 10:30 11:00", "39 40 41": figures of one kind with nothing between them.
fn bare_run(reader: &Reader<'_>, start: usize) -> Option<(Vec<Item>, usize)> {
    let kind = reader.tokens.get(start)?.kind;
    if !matches!(kind, Kind::Form(_) | Kind::Number) {
        return None;
    }
    let mut end = start;
    while end < reader.len() && reader.is_free(end) && reader.tokens[end].kind == kind {
        end += 1;
    }
    let mut items: Vec<Item> = (start..end).map(|i| plain((i, i + 1))).collect();
    if matches!(reader.key(end), "and" | "or")
        && reader.tokens.get(end + 1).is_some_and(|t| t.kind == kind)
        && reader.is_free(end + 1)
        && items.len() > 1
    {
        items.push(plain((end + 1, end + 2)));
        end += 2;
    }
    (items.len() >= 3).then_some((items, end))
}

fn plain(name: (usize, usize)) -> Item {
    Item {
        name,
        values: Vec::new(),
    }
}

/// The parts between commas that belong to the enumeration.
fn chunks(reader: &Reader<'_>, start: usize, manner: Manner) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = start;
    while out.len() < ITEMS_MAX {
        let joined = matches!(reader.key(at), "and" | "or" | "&") && !out.is_empty();
        let from = at + usize::from(joined);
        if !fits(reader, from, manner, out.is_empty()) {
            break;
        }
        let (to, closed) = chunk_end(reader, from, manner);
        if to == from || reader.sep(to, Sep::Colon) && !out.is_empty() {
            break;
        }
        out.push((from, to));
        // "A, B and C, …": the word "and" behind a comma leads to the last item.
        let parted = manner != Manner::Figure
            && !is_step(reader, from, manner)
            && last_and(reader, from, to).is_some();
        let last = joined || closed || out.len() > 1 && parted;
        let next = after_remark(reader, to);
        let Some(step) = separator_len(reader, next) else {
            break;
        };
        if last {
            break;
        }
        at = next + step;
    }
    out
}

/// Length of the separator between two items at `at`.
fn separator_len(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let parts = [Sep::Comma, Sep::Slash, Sep::Other];
    if parts.iter().any(|sep| reader.sep(at, *sep)) {
        return Some(1);
    }
    // Items on lines of their own, with a dash or without.
    let line = reader.sep(at, Sep::Line);
    let bullet = reader.sep(at + 1, Sep::Dash) || reader.sep(at + 1, Sep::Other);
    (line && bullet).then_some(2)
}

/// Whether an item may begin at `from`.
fn fits(reader: &Reader<'_>, from: usize, manner: Manner, first: bool) -> bool {
    let Some(token) = reader.tokens.get(from) else {
        return false;
    };
    if !reader.is_free(from) || token.quote().is_some() || token.is_sep() {
        return false;
    }
    if first && manner != Manner::Lower {
        return true;
    }
    let key = reader.key(from);
    let figure = matches!(token.kind, Kind::Form(_) | Kind::Number);
    match manner {
        Manner::Capital => {
            // "30-day guarantee" is as good as a capital behind names.
            let counted = key.starts_with(|c: char| c.is_ascii_digit()) && key.contains('-');
            (token.is_capital() || reader.is_caseless(from) || counted)
                && !closes_in_control(reader, from)
        }
        Manner::Figure => figure,
        Manner::Lower => {
            // "card number" is asked for in a form.
            let asked = key == "card" && matches!(reader.key(from + 1), "number" | "holder");
            let heads = lexicon()
                .roles
                .at(&reader.tokens, from)
                .is_some_and(|(len, word)| {
                    let leads = word.policy == crate::lexicon::Policy::Many
                        || reader.is_capital(from + len)
                        || reader
                            .tokens
                            .get(from + len)
                            .is_some_and(|t| t.quote().is_some());
                    leads && !ends_item(reader, from + len)
                });
            let built = !names_feature(reader, from)
                && lexicon()
                    .components
                    .at(&reader.tokens, from)
                    .is_some_and(|(len, _)| {
                        !ends_item(reader, from + len)
                            || matches!(key, "button" | "link" | "search")
                    });
            let leads_on = (heads || built) && !asked || closes_in_control(reader, from);
            let control = closes_in_control(reader, from);
            token.is_capital() && !control
                || token.is_word() && !leads_on && !lexicon().stops.contains_key(key)
        }
    }
}

/// "photo updates", "calendar sync": two plain words of which only the first may name a part of a screen.
fn names_feature(reader: &Reader<'_>, from: usize) -> bool {
    let next = from + 1;
    next < reader.len()
        && reader.is_free(next)
        && reader.is_lower(next)
        && reader.tokens[next].is_word()
        && ends_item(reader, next + 1)
        && !lexicon().stops.contains_key(reader.key(next))
        && lexicon().components.at(&reader.tokens, next).is_none()
        && lexicon().roles.at(&reader.tokens, next).is_none()
        && !closes_in_control(reader, from)
        && !matches!(reader.key(from), "search" | "button" | "link")
}

fn ends_item(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_sep(at) || matches!(reader.key(at), "and" | "or" | "&")
}

/// "continue button", "a chart": the part up to the next separator names a control or a picture.
fn closes_in_control(reader: &Reader<'_>, from: usize) -> bool {
    let mut to = from;
    let parted = |i: usize| {
        matches!(reader.key(i), "and" | "or" | "&" | "plus")
            && matches!(reader.key(i + 1), "a" | "an" | "the" | "one")
    };
    while to < reader.len() && to < from + ITEM_TOKENS_MAX && !reader.is_sep(to) && !parted(to) {
        to += 1;
    }
    to > from
        && matches!(
            reader.key(to - 1),
            "button"
                | "buttons"
                | "link"
                | "icon"
                | "icons"
                | "chart"
                | "graph"
                | "background"
                | "bar"
                | "theme"
                | "style"
                | "avatar"
                | "layout"
                | "colors"
                | "photo"
                | "map"
                | "checkbox"
                | "tickbox"
                | "toggle"
                | "switch"
        )
}

/// End of the item that starts at `from`, and whether the enumeration ends with it.
fn chunk_end(reader: &Reader<'_>, from: usize, manner: Manner) -> (usize, bool) {
    let mut at = from;
    while at < reader.len() && at < from + ITEM_TOKENS_MAX {
        let token = &reader.tokens[at];
        if token.is_sep() {
            let spaced_dash = reader.sep(at, Sep::Dash) && at > from && at + 1 < reader.len();
            let glued = reader.sep(at, Sep::Slash) && glued(reader, at);
            let mark = reader.sep(at, Sep::Other) && glued_left(reader, at);
            if spaced_dash || glued || mark {
                at += 1;
                continue;
            }
            return (at, false);
        }
        if !reader.is_free(at) || token.quote().is_some() {
            return (trimmed(reader, from, at), true);
        }
        // "100 ml button 'Start'": the word for a part with its own text behind it.
        let part = lexicon()
            .roles
            .at(&reader.tokens, at)
            .is_some_and(|(len, _)| {
                reader
                    .tokens
                    .get(at + len)
                    .is_some_and(|next| next.quote().is_some())
            });
        if at > from && (part || ends_here(reader, from, at, manner)) {
            return (trimmed(reader, from, at), true);
        }
        at += 1;
    }
    (at, false)
}

fn glued(reader: &Reader<'_>, at: usize) -> bool {
    glued_left(reader, at)
        && at + 1 < reader.len()
        && reader.tokens[at].span.end == reader.tokens[at + 1].span.start
}

fn glued_left(reader: &Reader<'_>, at: usize) -> bool {
    at > 0 && reader.tokens[at - 1].span.end == reader.tokens[at].span.start
}

/// Takes trailing small words off.
fn trimmed(reader: &Reader<'_>, from: usize, mut to: usize) -> usize {
    while to > from + 1
        && (matches!(
            reader.key(to - 1),
            "and" | "or" | "&" | "the" | "a" | "with" | "plus"
        ) && reader.is_lower(to - 1)
            || reader.tokens[to - 1].is_sep())
    {
        to -= 1;
    }
    to
}

/// Whether the words from `at` on describe instead of naming.
fn ends_here(reader: &Reader<'_>, from: usize, at: usize, manner: Manner) -> bool {
    if !reader.is_lower(at) && reader.key(at) != "&" {
        return false;
    }
    let next_named = reader.is_capital(at + 1)
        || reader.form(at + 1).is_some()
        || reader
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Number);
    match reader.key(at) {
        "with"
            if manner == Manner::Capital && reader.is_capital(at + 1)
                || reader.brief.genre == crate::Genre::Settings =>
        {
            false
        }
        "with" | "where" | "which" | "that" | "showing" | "using" | "plus" | "below" | "above"
        | "featuring" | "each" | "as" | "styled" => true,
        // "11 Salt and iron 38 min": where every item begins with a number, words in the middle part nothing.
        "and" | "or" | "&" | "in" | "on" | "at" | "for" | "from" | "under"
            if manner == Manner::Figure && !next_figure(reader, at + 1) =>
        {
            false
        }
        // "Allow messages from everyone off": a setting may be told in any words.
        "in" | "on" | "at" | "for" | "from" | "under" | "next"
            if reader.brief.genre == crate::Genre::Settings =>
        {
            false
        }
        // "Shipped, Out for delivery, Delivered": a state of several words.
        "in" | "on" | "at" | "for" | "from" | "under"
            if crate::cells::is_state(&reader.text(from, reader.clause_end(at)).to_lowercase()) =>
        {
            false
        }
        "in" | "on" | "at" | "for" | "from" | "under" | "next" => {
            if reader.is_sep(at + 1) {
                // "Lights 4 on": a state.
                return false;
            }
            let dated = reader.key(at + 1) == "the"
                && reader
                    .tokens
                    .get(at + 2)
                    .is_some_and(|t| t.kind == Kind::Number);
            // "A week on the canal": behind an article the words go on, unless they tell of the layout.
            let article = matches!(
                reader.key(at + 1),
                "the" | "a" | "an" | "my" | "our" | "your"
            );
            let goes_on = manner == Manner::Capital
                && article
                && at > from + 1
                && reader.key(at) != "for"
                && !super::layout::tells_layout(reader, at + 1);
            !(next_named || dated || goes_on)
                && (manner == Manner::Capital || reader.key(at + 1) == "the")
        }
        "and" | "or" | "&" => {
            let article = matches!(reader.key(at + 1), "a" | "an" | "the" | "one");
            let lower = manner == Manner::Capital && reader.is_lower(at + 1) && !next_named;
            let control = closes_in_control(reader, at + 1);
            article || lower && !doing(reader, at + 1) || control
        }
        // "shared folders button Download": so does the next part, with its text behind it.
        "button" | "buttons" | "cta" | "title" | "headline" | "footer"
            if manner == Manner::Lower && reader.is_capital(at + 1) =>
        {
            true
        }
        // "Jin times 10:00": the next part begins.
        _ => {
            manner == Manner::Capital
                && at > from
                && lexicon()
                    .roles
                    .at(&reader.tokens, at)
                    .is_some_and(|(len, word)| {
                        word.policy == crate::lexicon::Policy::Many && reader.is_capital(at + len)
                    })
        }
    }
}

/// "Toss and serve": whether one thing more that is done ends the item.
fn doing(reader: &Reader<'_>, at: usize) -> bool {
    const WORDS_MAX: usize = 2;
    let lexicon = lexicon();
    let end = (at..reader.len())
        .find(|&i| reader.is_sep(i))
        .unwrap_or(reader.len());
    let plain = |i: usize| {
        reader.is_free(i)
            && lexicon.roles.at(&reader.tokens, i).is_none()
            && lexicon.components.at(&reader.tokens, i).is_none()
            && lexicon.looks.at(&reader.tokens, i).is_none()
    };
    lexicon.verbs.contains_key(reader.key(at))
        && (1..=WORDS_MAX).contains(&(end - at))
        && (at..end).all(plain)
}

fn next_figure(reader: &Reader<'_>, at: usize) -> bool {
    reader.form(at).is_some()
        || reader
            .tokens
            .get(at)
            .is_some_and(|t| t.kind == Kind::Number)
}

/// Skips a remark in brackets that tells a state.
fn after_remark(reader: &Reader<'_>, at: usize) -> usize {
    if !reader.sep(at, Sep::Open) {
        return at;
    }
    // What a field may be filled with is claimed already.
    let known = reader.uses[at] == Use::Role;
    let most = if known { reader.len() } else { at + 6 };
    let close = (at + 1..most.min(reader.len())).find(|&i| reader.sep(i, Sep::Close));
    match close {
        Some(close) if known => close + 1,
        Some(close) if (at + 1..close).all(|i| reader.is_free(i)) => close + 1,
        _ => at,
    }
}

/// "Ada Quinn CEO": what a person is stands behind the first two words.
fn with_job(reader: &Reader<'_>, mut item: Item) -> Item {
    let (from, to) = item.name;
    let words = (from..to).all(|i| reader.tokens[i].is_word());
    let named = to >= from + 3 && reader.is_capital(from) && reader.is_capital(from + 1);
    let open = reader.is_capital(from + 2) || reader.is_lower(from + 2);
    let joined = matches!(reader.key(from + 2), "of" | "and" | "&" | "de" | "van");
    if words && named && open && !joined {
        item.name = (from, from + 2);
        item.values.insert(0, (from + 2, to));
    }
    item
}

fn ends_in_number(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    to > from + 1
        && (reader.form(to - 1).is_some()
            || reader.tokens[to - 1].kind == Kind::Number && !is_year(reader.key(to - 1)))
}

fn is_year(key: &str) -> bool {
    key.len() == 4 && (key.starts_with("19") || key.starts_with("20"))
}

/// Cuts an item into its name and its values.
fn item(reader: &Reader<'_>, from: usize, to: usize, numbered: bool) -> Item {
    // "Swift 2 $89": the number before the price of goods is part of their name, where nothing is counted.
    let of_name = |i: usize| {
        reader.brief.genre == crate::Genre::ProductGrid
            && i + 2 == to
            && reader.form(i + 1) == Some(FormKind::Price)
            && !crate::rows::counts_goods(&reader.prompt.to_lowercase())
    };
    let value = |i: usize| match reader.tokens[i].kind {
        Kind::Form(FormKind::Code | FormKind::Range | FormKind::Handle | FormKind::Hashtag) => {
            false
        }
        Kind::Form(FormKind::Figure) => numbered,
        Kind::Form(_) => true,
        Kind::Number => numbered && !is_year(reader.key(i)) && !of_name(i),
        _ => false,
    };
    let priced = |i: usize| {
        numbered && i + 1 == to && matches!(reader.key(i), "custom" | "free" | "gratis" | "n/a")
    };
    let cut = |i: usize| {
        value(i)
            || priced(i)
            || reader.sep(i, Sep::Dash) && !glued(reader, i)
            || reader.sep(i, Sep::Other)
    };
    let leading = reader
        .form(from)
        .is_some_and(|kind| matches!(kind, FormKind::Time | FormKind::Date | FormKind::Price));
    if leading && from + 1 < to {
        let to_name = (from + 1..to).find(|&i| !reader.tokens[i].is_sep());
        if let Some(name) = to_name {
            let end = without_state(reader, name, to);
            return Item {
                name: (name, end),
                values: vec![(from, from + 1)],
            };
        }
    }
    let Some(first) = (from + 1..to).find(|&i| cut(i)) else {
        let settings = reader.brief.genre == crate::Genre::Settings;
        let end = without_state(reader, from, to);
        if settings && end < to {
            return Item {
                name: (from, end),
                values: vec![(end, to)],
            };
        }
        return with_remark(reader, plain((from, to)), to);
    };
    let mut name_end = first;
    while name_end > from + 1
        && (matches!(
            reader.key(name_end - 1),
            "on" | "at" | "the" | "is" | "of" | "for" | "from" | "in" | "="
        ) || reader.tokens[name_end - 1].is_sep())
        && !reader.is_capital(name_end - 1)
    {
        name_end -= 1;
    }
    let mut values = Vec::new();
    let mut at = first;
    while at < to {
        if reader.tokens[at].is_sep() {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < to && !cut(end) && !reader.tokens[end].is_sep() {
            end += 1;
        }
        values.push((at, end));
        at = end;
    }
    with_remark(
        reader,
        Item {
            name: (from, name_end),
            values,
        },
        to,
    )
}

/// "Gym on", "Weekend off": the state of a switch is not printed.
fn without_state(reader: &Reader<'_>, from: usize, to: usize) -> usize {
    let state =
        to > from + 1 && matches!(reader.key(to - 1), "on" | "off") && reader.is_lower(to - 1);
    to - usize::from(state)
}

/// "Ada Quinn (CEO)": what stands in brackets is a value, unless it tells a state.
fn with_remark(reader: &Reader<'_>, mut item: Item, to: usize) -> Item {
    let close = after_remark(reader, to);
    let known = to < reader.len() && reader.uses[to] == Use::Role;
    if close > to + 2 && !known && !(to + 1..close - 1).all(|i| STATES.contains(&reader.key(i))) {
        item.values.push((to + 1, close - 1));
    }
    item
}
