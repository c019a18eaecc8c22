//! What is otherwise now: a value that takes the place of the only one of its form on the picture ("move it to Saturday",
//! "starts at 8:30", "she turns 8").

mod labels;
mod lines;
mod values;

pub use self::labels::closing_name;
use self::labels::{below_label, entry_stands, labelled, of_label, of_part, other_name};
pub(super) use self::lines::read as line;
use self::values::{Form, Value, values};
use super::verbs::{Verb, leading_verb_at};
use super::words::Words;
use crate::Span;
use crate::instruction::{Change, Referent, Target, ThemeChange};
use crate::tokens::{Sep, lower};

/// Most words beside a value that nothing is known of: one verb of another language or trade.
const STRANGERS_MAX: usize = 1;
/// Shortest word that ties a clause to a text, and shortest beginning that two forms of a word share.
const TIE_LETTERS_MIN: usize = 4;

/// Stems of what people count their age in, and words that tell an age.
const YEARS: &[&str] = &[
    "year", "yr", "jahr", "jahre", "jaar", "an", "ano", "anno", "anni", "lat", "rok",
];
const AGED: &[&str] = &[
    "he", "she", "he's", "she's", "it", "is", "are", "they", "turns", "turn", "turning", "now",
    "old", "already",
];

/// The values that a picture shows.
#[derive(Debug, Default)]
pub(super) struct Said {
    texts: Vec<String>,
    /// Each with the index of its text.
    values: Vec<(usize, Value)>,
}

impl Said {
    pub(super) fn new(texts: &[String]) -> Self {
        let mut out = Self::default();
        for text in texts {
            let at = out.texts.len();
            out.texts.push(text.clone());
            out.values
                .extend(values(text).into_iter().map(|value| (at, value)));
        }
        out
    }

    /// Whether nothing is known of the picture.
    fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Returns the text that says just these words.
    fn whole(&self, words: &str) -> Option<&String> {
        let wanted = plain(words.trim());
        let lines = |text: &&String| {
            text.split('\n')
                .any(|line| plain(line.trim_matches([':', ' '])) == wanted)
        };
        self.texts.iter().find(lines).filter(|_| !wanted.is_empty())
    }

    fn shown(&self, (at, value): &(usize, Value)) -> &str {
        &self.texts[*at][value.span.clone()]
    }

    /// Returns the one value that a new one of `form` can replace: the only one, or the only one whose text shares a word with
    /// the clause.
    fn one_of(&self, form: &Form, new: &str, clause: &[String]) -> Option<&(usize, Value)> {
        let alike = |found: &&(usize, Value)| found.1.form == *form;
        let mut found: Vec<&(usize, Value)> = self.values.iter().filter(alike).collect();
        // "he is 6": so many years are a figure, too.
        if found.is_empty() && *form == Form::Figure {
            let aged = clause.iter().all(|word| AGED.contains(&word.as_str()));
            let year = |found: &&(usize, Value)| match &found.1.form {
                Form::Counted(unit) => YEARS.contains(&unit.as_str()),
                _ => false,
            };
            if let Some(old) = self.values.iter().find(year).filter(|_| aged) {
                return Some(old);
            }
        }
        // "she's turning 40" where it says "30TH".
        if found.is_empty() && *form == Form::Figure {
            let aged = clause.iter().all(|word| AGED.contains(&word.as_str()));
            let ordinal = |found: &&(usize, Value)| match &found.1.form {
                Form::Counted(unit) => matches!(unit.as_str(), "st" | "nd" | "rd" | "th"),
                _ => false,
            };
            if let Some(old) = self.values.iter().find(ordinal).filter(|_| aged) {
                return Some(old);
            }
        }
        // "25 and sunny" where it says "18°".
        if found.is_empty() && *form == Form::Figure {
            let degrees = |found: &&(usize, Value)| found.1.form == Form::Counted("°".into());
            found = self.values.iter().filter(degrees).collect();
            if let ([only], true) = (found.as_slice(), clause.is_empty()) {
                return Some(only);
            }
            found.clear();
        }
        // "it's line 31 now" where “Line 24 Airport” counts no airports.
        if found.is_empty() && *form == Form::Figure {
            let counted = |found: &&(usize, Value)| matches!(found.1.form, Form::Counted(_));
            let tied = |found: &&(usize, Value)| self.tied(found.0, clause);
            found = self.values.iter().filter(counted).filter(tied).collect();
        }
        if found.iter().any(|old| plain(self.shown(old)) == plain(new)) {
            return None;
        }
        // The same words stand in the whole text and in its parts.
        let mut seen: Vec<String> = Vec::new();
        found.retain(|old| {
            let shown = self.shown(old).to_owned();
            let fresh = !seen.contains(&shown);
            seen.push(shown);
            fresh
        });
        if found.len() > 1 || *form == Form::Figure {
            found.retain(|old| self.tied(old.0, clause));
        }
        match found.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether a text shares a word with a clause.
    fn tied(&self, at: usize, clause: &[String]) -> bool {
        self.texts[at]
            .split(|c: char| !c.is_alphabetic())
            .map(plain)
            .any(|word| clause.iter().any(|other| same_word(&word, other)))
    }
}

/// Returns a text for comparing: in small letters, folded.
fn plain(text: &str) -> String {
    crate::fold::fold(&crate::tokens::lower(text))
}

/// Whether two words are forms of one: "Test" and "testing".
fn same_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let n = short.chars().count();
    a == b && n > 2 || n >= TIE_LETTERS_MIN && long.starts_with(short)
}

/// Reads a clause that only says what some values are now; none unless the first of them has its one
/// counterpart. Returns where the rest begins.
pub(super) fn read(
    words: &Words<'_>,
    said: &Said,
    from: usize,
    to: usize,
) -> Option<(usize, Vec<Change>)> {
    if said.is_empty() {
        return None;
    }
    if let Some((end, change)) = entry_stands(words, said, from, to) {
        return Some((end, vec![change]));
    }
    let changes_something = match leading_verb_at(words, from) {
        None => true,
        // "Scale gets …": a name that is a verb, too.
        Some(_) if labelled(words, said, from, to).is_some() => true,
        // "open 8 to 6": how long somebody is there.
        Some((_, Verb::Generate)) => words.is(from, "open|close"),
        Some((_, verb)) => matches!(
            verb,
            Verb::Make
                | Verb::Change
                | Verb::Move
                | Verb::Put
                | Verb::Write
                | Verb::Turn
                | Verb::Extend
        ),
    };
    if !changes_something {
        return None;
    }
    if let Some(found) = elsewhere(words, said, from, to) {
        return Some(found);
    }
    let mut out = Vec::new();
    // What the part before spoke of: "Scale gets unlimited users and costs $59".
    let mut label = None;
    let mut at = from;
    while at < to {
        let end = (at..to)
            .find(|&i| {
                words.sep(i, Sep::Comma) && !within_value(words, (from, to), i)
                    || words.is(i, "and|&|but|so")
                    || i > at + 1 && next_label(words, said, (at, i))
            })
            .unwrap_or(to);
        let mut start = at;
        while start < end && (words.is_empty_word(start) || words.is(start, "it|so|and")) {
            start += 1;
        }
        if (at..end).any(|i| words.is(i, OTHERWISE)) {
            return (!out.is_empty()).then_some((at, out));
        }
        if start < end {
            let own = labelled(words, said, at, end);
            let under = own.is_none().then_some(label).flatten();
            label = own.or(label);
            let below = under.and_then(|label| below_label(words, said, label, (at, end)));
            match below {
                Some(change) => out.push(change),
                None => {
                    let manner = || manner(words, at, end).filter(|_| !out.is_empty());
                    let Some(more) = part(words, said, at, end).or_else(manner) else {
                        // What follows is something else, to be read by itself.
                        return (!out.is_empty()).then_some((at, out));
                    };
                    out.extend(more);
                }
            }
        }
        // A label begins what follows; any other joint stands before it.
        at = end + usize::from(end >= to || words.is_sep(end) || words.is(end, "and|&|but|so"));
    }
    (!out.is_empty()).then_some((to, out))
}

/// "make it Oslo, 3°": another place, with how warm it is there.
fn elsewhere(
    words: &Words<'_>,
    said: &Said,
    from: usize,
    to: usize,
) -> Option<(usize, Vec<Change>)> {
    let degrees = Form::Counted("°".into());
    let lead = words.one_of(from, "make it|it's|it is|change it to|now|for")?;
    let cut = (lead + 1..to).find(|&at| words.is_sep(at) || words.is(at, "and|at|with"))?;
    let name = (lead..cut).all(|at| words.is_capital(at));
    let warm = words.text(cut + 1, to).trim();
    let told = values(warm);
    let [only] = told.as_slice() else { return None };
    let old = said.values.iter().find(|old| old.1.form == degrees)?;
    if !name || only.form != degrees || only.span != (0..warm.len()) {
        return None;
    }
    let place = Target {
        what: Referent::Role(crate::Role::Place),
        words: "the place".into(),
        span: words.span(lead, cut),
        ..Target::default()
    };
    let there = Change::SetText {
        target: place,
        from: None,
        to: words.text(lead, cut).to_owned(),
    };
    let span = words.span(cut + 1, to);
    Some((to, vec![there, replaced(said, old, &degrees, (warm, span))]))
}

/// "row B seat 3": whether another label of the picture begins at `to`, behind a label with its value.
fn next_label(words: &Words<'_>, said: &Said, (from, to): (usize, usize)) -> bool {
    let label = |at: usize| {
        let word = plain(words.text(at, at + 1));
        // "Row F" stands as one text, or its label alone.
        let leads = |text: &String| {
            let text = plain(text);
            let (first, rest) = text
                .split_once([' ', '\n', ':'])
                .unwrap_or((text.as_str(), ""));
            first == word && rest.split_whitespace().count() < 2
        };
        let word_or_name =
            |token: &crate::tokens::Token| token.is_word() || token.quote().is_some();
        words.token(at).is_some_and(word_or_name) && said.texts.iter().any(leads)
    };
    label(from) && label(to) && to + 1 < words.len()
}

/// Whether a mark stands inside a value: "10 am - 4 pm".
fn within_value(words: &Words<'_>, (from, to): (usize, usize), at: usize) -> bool {
    let (span, own) = (words.span(from, to), words.span(at, at + 1));
    let text = words.reader.prompt.get(span.clone()).unwrap_or("");
    values(text).iter().any(|value| {
        span.start + value.span.start < own.start && own.end < span.start + value.span.end
    })
}

/// Reads one of several things that a clause says.
fn part(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Vec<Change>> {
    holder(words, said, from, to)
        .or_else(|| of_label(words, said, from, to))
        .or_else(|| of_part(words, said, from, to))
        .or_else(|| other_name(words, said, from, to))
        .map(|change| vec![change])
        .or_else(|| by_form(words, said, from, to))
        .or_else(|| like_words(words, said, from, to).map(|change| vec![change]))
        .or_else(|| {
            // "… and the venue is Hill Park": said by its part, whatever its form.
            let (end, changes) = super::bare::statement(words, from, to)?;
            let told = changes
                .iter()
                .all(|change| matches!(change, Change::SetText { .. } | Change::SetValue { .. }));
            (told && words.skip_idle(end, to) >= to).then_some(changes)
        })
}

/// "10 km, Saturday, green": behind values, how the whole is to look.
fn manner(words: &Words<'_>, from: usize, to: usize) -> Option<Vec<Change>> {
    let (end, changes) = super::bare::statement(words, from, to)?;
    let as_whole = changes.into_iter().map(|change| match change {
        // Not the value that was spoken of last.
        Change::Recolor { target, colors } if target.what == Referent::Same => {
            Some(Change::SetTheme(ThemeChange {
                palette: colors,
                ..ThemeChange::default()
            }))
        }
        Change::SetTheme(_) | Change::SetBackground(_) | Change::Recolor { .. } => Some(change),
        _ => None,
    });
    let changes = as_whole.collect::<Option<Vec<_>>>()?;
    (words.skip_idle(end, to) >= to).then_some(changes)
}

/// "it's part time" where one text says "Full time": as many words, some of them the same.
fn like_words(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Change> {
    const LEADS: &str = "it's|its|it is|it should be|it should say|make it|this is|change it to|should be|rather|better|now";
    const WORDS: std::ops::RangeInclusive<usize> = 2..=5;
    let mut start = words.one_of(from, LEADS).unwrap_or(from);
    while start < to && words.is_empty_word(start) {
        start += 1;
    }
    let mut end = to;
    while end > start && words.is(end - 1, "now|please|instead|rather|actually|then") {
        end -= 1;
    }
    if start >= end || leading_verb_at(words, start).is_some() {
        return None;
    }
    let text = words.text(start, end).trim();
    let parted = |text: &str| -> Vec<String> { text.split_whitespace().map(plain).collect() };
    let new = parted(text);
    if !WORDS.contains(&new.len()) || !values(text).is_empty() {
        return None;
    }
    let mut alike = said.texts.iter().filter(|old| {
        let old = parted(old);
        let same = old
            .iter()
            .zip(&new)
            .filter(|(a, b)| a == b && a.len() > 2)
            .count();
        old.len() == new.len() && same > 0 && same < new.len()
    });
    let old = alike.next()?;
    if alike.any(|other| other != old) {
        return None;
    }
    let target = Target {
        what: Referent::Text(old.clone()),
        words: old.clone(),
        span: words.span(start, end),
        ..Target::default()
    };
    Some(Change::SetText {
        target,
        from: None,
        to: cased_like(old, text),
    })
}

/// Words with capitals where other words have them.
fn cased_like(old: &str, new: &str) -> String {
    let upper = |word: &str| word.starts_with(char::is_uppercase);
    if old.chars().any(char::is_alphabetic) && !old.chars().any(char::is_lowercase) {
        return new.to_uppercase();
    }
    let all = old.split_whitespace().all(upper);
    let first = old.starts_with(char::is_uppercase);
    new.split_whitespace()
        .enumerate()
        .map(|(i, word)| match all || first && i == 0 {
            true => crate::literals::capitalized(word),
            false => word.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Reads values, each in the place of the one of its form.
fn by_form(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Vec<Change>> {
    let span = words.span(from, to);
    let text = words.reader.prompt.get(span.clone())?;
    let found = values(text);
    let new: Vec<&Value> = found
        .iter()
        .filter(|value| !stands(said, &text[value.span.clone()], &value.form))
        .collect();
    if new.is_empty() {
        return None;
    }
    let inside = |at: usize| {
        let own = words.span(at, at + 1);
        found.iter().any(|value| {
            let whole = span.start + value.span.start..span.start + value.span.end;
            own.start < whole.end && whole.start < own.end
        })
    };
    let rest: Vec<usize> = (from..to)
        .filter(|&at| !inside(at) && !words.is_empty_word(at))
        .collect();
    let clause: Vec<String> = rest
        .iter()
        .map(|&at| plain(words.text(at, at + 1)))
        .collect();
    let known = |at: usize, word: &String| {
        words.is(at, GLUE)
            || leading_verb_at(words, at).is_some()
            || said
                .texts
                .iter()
                .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
                .any(|other| same_word(&plain(other), word))
    };
    let (places, rest_places) = places(words, &rest, said);
    let strangers = rest
        .iter()
        .zip(&clause)
        .filter(|&(&at, word)| !rest_places.contains(&at) && !known(at, word));
    let strangers: Vec<usize> = strangers.map(|(&at, _)| at).collect();
    // A name that nothing was made of is no small word.
    let named = strangers
        .iter()
        .any(|&at| words.is_capital(at) && at > from && words.reader.brief.language.0 != "de");
    if strangers.len() > STRANGERS_MAX || named {
        return None;
    }
    let changes: Option<Vec<Change>> = new
        .into_iter()
        .map(|value| {
            let shown = &text[value.span.clone()];
            let old = said.one_of(&value.form, shown, &clause)?;
            let span = span.start + value.span.start..span.start + value.span.end;
            Some(replaced(said, old, &value.form, (shown, span)))
        })
        .collect();
    changes.map(|changes| changes.into_iter().chain(places).collect())
}

/// "in Madrid", "at Hill Park" beside a value: another place; and the words that say so.
fn places(words: &Words<'_>, rest: &[usize], said: &Said) -> (Vec<Change>, Vec<usize>) {
    let mut out = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < rest.len() {
        let first = rest[at];
        let led = first > 0 && words.is(first - 1, "in|at|to|@in|@at");
        let mut end = at;
        while end < rest.len() && rest[end] == first + (end - at) && words.is_capital(rest[end]) {
            end += 1;
        }
        let name = words.text(first, first + (end - at));
        if !led || end == at || said.whole(name).is_some() {
            at += 1;
            continue;
        }
        out.0.push(Change::SetText {
            target: Target {
                what: Referent::Role(crate::Role::Place),
                words: "the place".into(),
                span: words.span(first, first + (end - at)),
                ..Target::default()
            },
            from: None,
            to: name.to_owned(),
        });
        out.1.extend(&rest[at..end]);
        at = end;
    }
    out
}

/// "Dana Cole is CTO now": who, or what, stands beside a label of the picture now.
fn holder(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Change> {
    let is = (from + 1..to).find(|&at| words.is(at, "is|becomes|as|will"))?;
    let label = words.one_of(is, "is now the|is now|is the new|is the|is our new|is our|is|becomes the|becomes|as|will be the|will be")?;
    let mut end = to;
    while end > label && words.is_empty_word(end - 1) {
        end -= 1;
    }
    let named = |at: usize| words.is_capital(at) || words.quote(at).is_some();
    if label >= end || !(from..is).all(named) {
        return None;
    }
    let shown = |from: usize, to: usize| match words.quote(from).filter(|_| from + 1 == to) {
        Some(text) => text,
        None => words.text(from, to).to_owned(),
    };
    let (new, label) = (shown(from, is), shown(label, end));
    (said.whole(&label).is_some() && said.whole(&new).is_none()).then_some(Change::SetValue {
        label: Some(label),
        to: new,
    })
}

/// Whether a clause only tells that somebody on the picture is there no more, so that another one takes the place.
pub(super) fn is_leave(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<usize> {
    const LEFT: &str =
        "left|quit|resigned|retired|is leaving|has left|is gone|is retiring|retires|leaves";
    let closes =
        |end: usize| words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "so|and");
    let (left, end) = (from + 1..to).find_map(|at| {
        let end = words.one_of(at, LEFT).filter(|end| closes(*end))?;
        Some((at, end))
    })?;
    let name = plain(words.text(from, left));
    // Somebody else has to come, else nothing is asked for.
    let known = said.texts.iter().any(|text| plain(text).contains(&name)) && !name.is_empty();
    (known && end + 1 < words.len()).then_some(end)
}

/// Words of clauses that ask for something else than another value.
const OTHERWISE: &str = "not|no|without|add|remove|delete|bigger|smaller|larger|color|font|size|times|more|less|columns|column|rows|px|grid|\
    degrees|rotate|cheaper|dearer|expensive|off|margin|padding|opacity|width|height|brightness|contrast";

/// Words that only lead to a value.
const GLUE: &str = "it|it's|its|this|that|he|she|he's|she's|they|we|i|you|date|time|day|hour|price|year|event|number|phone|mail|email|e-mail|website|address|\
    be|is|are|was|were|will|would|should|must|has|have|new|from|to|at|on|in|for|until|till|by|as|of|into|instead|now|moved|move|\
    change|changed|make|set|put|postponed|postpone|postponing|rescheduled|reschedule|shifted|starts|start|begins|begin|ends|end|\
    takes|take|takes place|happens|version|edition|costs|cost|turns|turn|turning|rather|already|actually|one|ones|only|@to|@at|@in|@on|\
    @obj|@topic|@subj|update|updated|got|gets|later|earlier|\
    faut|muss|soll|sollte|hay|debe|deve|devrait|wird|geht|los|startet|beginnt|commence|empieza|comienza|inizia|começa|open|opens|our|the|my|their|new|correct|right|please|let|say|says|read|reads";

/// Whether a picture shows a value already.
fn stands(said: &Said, shown: &str, form: &Form) -> bool {
    said.values
        .iter()
        .any(|old| old.1.form == *form && plain(said.shown(old)) == plain(shown))
}

/// A new value in the place of an old one, told by the text that it stands in.
fn replaced(said: &Said, old: &(usize, Value), form: &Form, new: (&str, Span)) -> Change {
    let gone = said.shown(old).to_owned();
    // The value alone says where it stands, unless it is a part of another text, too.
    let holding = said
        .texts
        .iter()
        .filter(|text| plain(text).contains(&plain(&gone)) && **text != said.texts[old.0])
        .count();
    let text = match holding {
        0 => gone.clone(),
        _ => said.texts[old.0].clone(),
    };
    let (shown, span) = new;
    let target = Target {
        what: Referent::Text(text),
        words: gone.clone(),
        span,
        ..Target::default()
    };
    let to = like(&gone, shown, form);
    Change::SetText {
        target,
        from: Some(gone),
        to,
    }
}

/// The ending of an ordinal: "th" of "30TH".
fn ordinal(text: &str) -> Option<String> {
    let ending = lower(text.trim_start_matches(|c: char| c.is_ascii_digit()));
    let told = matches!(ending.as_str(), "st" | "nd" | "rd" | "th");
    (told && ending.len() < text.len()).then_some(ending)
}

/// The ending that a figure has as an ordinal: "th" of 40, "st" of 21.
fn ordinal_ending(figure: &str) -> &'static str {
    let n: u32 = figure.parse().unwrap_or(0);
    match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// A new value written as the old one: a day with a capital and as short, a figure with the sign of the old one.
fn like(old: &str, new: &str, form: &Form) -> String {
    match form {
        Form::Month if old.starts_with(char::is_uppercase) => crate::literals::capitalized(new),
        Form::Weekday => {
            let long = new.chars().count();
            let short = old.chars().count() == 3 && long > 3 && new.is_ascii();
            let word = if short { &new[..3] } else { new };
            match old.starts_with(char::is_uppercase) {
                true => crate::literals::capitalized(word),
                false => word.to_owned(),
            }
        }
        // "8 to 6" in the place of "7-5".
        Form::Hours => {
            let dash = old.chars().find(|c| matches!(c, '-' | '–')).unwrap_or('-');
            let mut hours = new.split(|c: char| !c.is_ascii_digit());
            let first = hours.next().unwrap_or_default();
            let last = hours.next_back().unwrap_or_default();
            match old.contains(" to ") {
                true => format!("{first} to {last}"),
                false => format!("{first}{dash}{last}"),
            }
        }
        Form::Counted(_) if !new.bytes().any(|b| b.is_ascii_digit()) => {
            match old.starts_with(char::is_uppercase) {
                true => crate::literals::capitalized(new),
                false => new.to_owned(),
            }
        }
        // "$59" in the place of "$49/mo".
        Form::Price if old.contains('/') && !new.contains('/') => {
            let per = old.find('/').unwrap_or(old.len());
            format!("{new}{}", &old[per..])
        }
        Form::Counted(_) | Form::Figure if ordinal(old).is_some() && ordinal(new).is_none() => {
            let ending = ordinal_ending(new);
            let upper = old.ends_with(char::is_uppercase);
            let ending = match upper {
                true => ending.to_uppercase(),
                false => ending.to_owned(),
            };
            format!("{new}{ending}")
        }
        Form::Counted(_) | Form::Figure => {
            let digits = |text: &str| -> String {
                let end = text.find(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '°');
                text[..end.unwrap_or(text.len())].to_owned()
            };
            let (was, is) = (digits(old), digits(new));
            // "5 min" in the place of "3 minutes": the unit stays as it was written.
            let one = |digits: &str| digits == "1";
            match one(&was) == one(&is) {
                true => old.replacen(&was, &is, 1),
                false => new.to_owned(),
            }
        }
        _ => new.to_owned(),
    }
}
