//! Brings the words of other languages into the order of an English command: verb, object, the rest.

mod chinese;
mod parted;
mod plain;
mod turned;

use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep, Token, lower};

/// Words that one clause may have to be brought into order, at most.
const CLAUSE_WORDS_MAX: usize = 60;

/// Verbs by the English keys that the tables of the languages give them.
const VERBS: &str = "change|replace|remove|add|make|put|move|crop|rotate|flip|mirror|blur|sharpen|brighten|darken|enlarge|shrink|swap|recolor|write|rename|\
    extend|upscale|extract|turn|resize|double|keep|apply|use|fix|invert|saturate|desaturate|denoise|keeping|increase|reduce|raise|lower";

/// Returns the tokens of `text` in `language` in the order of an English command, clause by clause.
pub(super) fn ordered(text: &str, tokens: Vec<Token>, language: &str) -> Vec<Token> {
    if language == "en" {
        return tokens;
    }
    let tokens = plain::plain(text, tokens, language);
    let mut out = Vec::with_capacity(tokens.len());
    let mut start = 0;
    for at in 0..=tokens.len() {
        let ends = tokens.get(at).is_none_or(|token| {
            [Sep::Comma, Sep::Semi, Sep::Stop, Sep::Mark, Sep::Line]
                .into_iter()
                .any(|sep| token.is(sep))
                && !is_ordinal(&tokens, at)
                || token.key == "but" && at > start
                || token.key == "and" && starts_anew(&tokens, at, language)
        });
        if ends {
            let clause = &tokens[start..at];
            if clause.len() > CLAUSE_WORDS_MAX {
                out.extend_from_slice(clause);
            } else {
                out.extend(clause_in_order(text, clause, language));
            }
            out.extend(tokens.get(at).cloned());
            start = at + 1;
        }
    }
    out
}

/// "5500으로", "15,000원을": Korean particles stand at the end of figures as at that of words.
pub(super) fn figures_without_particles(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    const PARTICLES: &[(&str, &str)] =
        &[("으로", "~"), ("로", "~"), ("을", "@obj"), ("를", "@obj")];
    let mut out = Vec::with_capacity(tokens.len());
    for mut token in tokens {
        let written = text.get(token.span.clone()).unwrap_or_default();
        let figure = token.quote().is_none() && written.starts_with(|c: char| c.is_ascii_digit());
        let found = PARTICLES.iter().find(|(particle, _)| {
            figure && written.len() > particle.len() && written.ends_with(particle)
        });
        let Some((particle, key)) = found else {
            out.push(token);
            continue;
        };
        let cut = token.span.end - particle.len();
        let behind = Token {
            kind: Kind::Word,
            key: (*key).to_string(),
            span: cut..token.span.end,
            ..token.clone()
        };
        token.span.end = cut;
        if let Some(bare) = token.key.strip_suffix(particle) {
            token.key = bare.to_string();
        }
        if token.key.bytes().all(|b| b.is_ascii_digit()) {
            token.kind = Kind::Number;
        }
        out.push(token);
        out.push(behind);
    }
    out
}

/// Whether a full stop only says that a figure is an ordinal: "am 19. Juni".
fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    let day = at.checked_sub(1).and_then(|before| tokens.get(before));
    let glued = day.zip(tokens.get(at)).is_some_and(|(day, stop)| {
        day.kind == Kind::Number && day.key.len() <= 2 && day.span.end == stop.span.start
    });
    let named = |token: &Token| crate::calendar::month(&token.key).is_some();
    glued && tokens.get(at + 1).is_some_and(named)
}

/// Whether behind "and" another clause begins: a verb stands before it and another after it.
fn starts_anew(tokens: &[Token], at: usize, language: &str) -> bool {
    let stops = |token: &Token| token.is_sep();
    let before = tokens[..at]
        .iter()
        .rev()
        .take(CLAUSE_WORDS_MAX)
        .take_while(|token| !stops(token))
        .any(is_verb);
    let after = tokens[at + 1..]
        .iter()
        .take(CLAUSE_WORDS_MAX)
        .take_while(|token| !stops(token))
        .any(is_verb);
    before && after && language != "zh"
}

fn is_verb(token: &Token) -> bool {
    token.is_word() && super::words::is_among(&token.key, VERBS)
}

fn clause_in_order(text: &str, clause: &[Token], language: &str) -> Vec<Token> {
    let mut clause = clause.to_vec();
    plain::count_of_change(&mut clause);
    let mut clause = match language {
        "ja" | "ko" | "hi" | "tr" => {
            turned::denial_first(&mut clause);
            turned::new_before_old(&clause, language)
                .unwrap_or_else(|| verb_final(text, &clause, language))
        }
        "zh" => chinese::chinese(&turned::owners_behind_all(&clause)),
        "de" | "nl" => parted::parted(text, &clause),
        _ => {
            plain::verb_first(&mut clause);
            if matches!(language, "ru" | "uk" | "pl") {
                plain::verb_before_object(&mut clause);
            }
            clause
        }
    };
    plain::idioms(&mut clause);
    plain::fewer(&mut clause);
    plain::corners_are_there(&mut clause);
    plain::amount_last(&mut clause);
    plain::taken_from(&mut clause);
    clause
}

fn keyed(token: &Token, key: &str) -> Token {
    Token {
        key: key.to_string(),
        ..token.clone()
    }
}

fn is_idle(token: &Token) -> bool {
    token.is_word()
        && matches!(
            token.key.as_str(),
            "~" | "please" | "@subj" | "@cl" | "is" | "now" | "me" | "for" | "give"
        )
        && token.key != "for"
}

/// Japanese, Korean, Hindi, Turkish: the verb is last, particles close what they mark.
fn verb_final(text: &str, clause: &[Token], language: &str) -> Vec<Token> {
    let clause = &settled(text, clause, language)[..];
    let Some(verb) = (0..clause.len()).rev().find(|&at| is_verb(&clause[at])) else {
        let mut clause = without_particles(clause, language);
        plain::verb_first(&mut clause);
        return clause;
    };
    if verb == 0 && clause.len() > 1 && language != "ja" {
        return clause.to_vec();
    }
    // "change and make": of two verbs at the end the first says what is done.
    let mut first = verb;
    while first > 0
        && (is_verb(&clause[first - 1])
            || is_idle(&clause[first - 1]) && first > 1 && is_verb(&clause[first - 2]))
    {
        first -= 1;
    }
    let main = (first..=verb)
        .find(|&at| is_verb(&clause[at]) && clause[at].key != "make")
        .unwrap_or(verb);
    let mut groups = groups(text, &clause[..first], language);
    count_first(&mut groups);
    let changes = matches!(
        clause[main].key.as_str(),
        "change" | "replace" | "turn" | "make" | "recolor" | "rename"
    );
    let mut out = vec![clause[main].clone()];
    for group in groups.iter().filter(|group| group.mark.is_object()) {
        out.extend(group.words.iter().cloned());
    }
    for group in groups.iter().filter(|group| !group.mark.is_object()) {
        if let Some(preposition) = group.mark.preposition(changes) {
            let token = group.particle.as_ref().or(group.words.first());
            out.extend(token.map(|token| keyed(token, preposition)));
        }
        out.extend(group.words.iter().cloned());
    }
    out.extend(
        clause[verb + 1..]
            .iter()
            .filter(|token| !is_idle(token))
            .cloned(),
    );
    out
}

/// A clause with its owners marked and with what should be as what is to be made so.
fn settled(text: &str, clause: &[Token], language: &str) -> Vec<Token> {
    let mut out = match language {
        "tr" => turned::with_genitives(text, clause),
        _ => clause.to_vec(),
    };
    while out.len() > 2 && out.last().is_some_and(is_idle) {
        out.pop();
    }
    if let [.., should, be] = &out[..]
        && should.key == "should"
        && be.key == "be"
        && !out[..out.len() - 2].iter().any(is_verb)
    {
        out.pop();
        if let Some(last) = out.last_mut() {
            last.key = "make".to_string();
        }
    }
    // "दो पक्षी": two of them, at the end of a clause what is done.
    for at in 0..out.len().saturating_sub(1) {
        let written = text.get(out[at].span.clone());
        let verb = at > 0 && is_verb(&out[at - 1]) || is_verb(&out[at + 1]);
        if written == Some("दो") && !verb && out[at + 1].is_word() {
            out[at].key = "two".to_string();
        }
    }
    out
}

/// What a particle makes of the words before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The object, the topic or nothing.
    Object,
    Bare,
    To,
    With,
    From,
    Place(&'static str),
}

impl Mark {
    fn is_object(self) -> bool {
        self == Self::Object
    }

    fn preposition(self, changes: bool) -> Option<&'static str> {
        match self {
            Self::Object => None,
            Self::Bare => None,
            Self::To => Some(if changes { "to" } else { "at" }),
            Self::With => Some("with"),
            Self::From => Some("from"),
            Self::Place(word) => Some(word),
        }
    }
}

#[derive(Debug)]
struct Group {
    words: Vec<Token>,
    mark: Mark,
    particle: Option<Token>,
}

/// "bird | two": a count behind its noun, or in a group of its own, goes before the noun.
fn count_first(groups: &mut Vec<Group>) {
    let counts = turned::counts;
    for group in groups.iter_mut().filter(|group| group.mark.is_object()) {
        let last = group
            .words
            .iter()
            .rposition(|token| token.key != "@cl" && token.key != "~");
        if let Some(last) = last.filter(|last| *last > 0 && counts(&group.words[*last])) {
            group.words.truncate(last + 1);
            group.words.rotate_right(1);
        }
    }
    let lone = groups.iter().position(|group| {
        group.mark == Mark::Bare
            && group.words.first().is_some_and(counts)
            && group
                .words
                .iter()
                .all(|token| counts(token) || matches!(token.key.as_str(), "@cl" | "~"))
    });
    if let Some(lone) = lone
        && let Some(object) = groups.iter().position(|group| group.mark.is_object())
    {
        let count = groups.remove(lone).words.swap_remove(0);
        let object = object - usize::from(lone < object);
        groups[object].words.insert(0, count);
    }
}

/// Whether a Turkish noun is the object by its ending.
fn is_accusative(text: &str, token: &Token) -> bool {
    let written = text.get(token.span.clone()).map(lower).unwrap_or_default();
    token.is_word()
        && written.chars().count() > 3
        && written.ends_with(['ı', 'i', 'u', 'ü'])
        && lexicon().colors.get(&token.key).is_none()
}

/// Cuts the words before the verb into groups, each closed by its particle.
fn groups(text: &str, tokens: &[Token], language: &str) -> Vec<Group> {
    let mut out = Vec::new();
    let mut words: Vec<Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let mark = particle(token, language, &words);
        if language == "ja" && mark == Some(Mark::To) && joins(text, tokens, at) {
            words.push(keyed(token, "and"));
            continue;
        }
        // "इसे पोर्ट्रेट में": a pronoun is an object by itself.
        if token.key == "it" && words.is_empty() && language == "hi" {
            out.extend(closed(token, Mark::Object, vec![token.clone()]));
            continue;
        }
        if let Some(place) = place_word(&token.key).filter(|_| mark.is_none()) {
            let described = tokens.get(at + 1).is_some_and(|next| next.key == "@de");
            let empty = words
                .iter()
                .all(|word| matches!(word.key.as_str(), "@de" | "~"));
            if empty || described && words.is_empty() {
                words.push(keyed(token, alone(place)));
                continue;
            }
            if !described {
                out.push(placed(token, place, std::mem::take(&mut words)));
                continue;
            }
        }
        match mark {
            Some(mark) => out.extend(closed(token, mark, std::mem::take(&mut words))),
            None => {
                words.push(token.clone());
                if language == "tr" && closes_object(text, tokens, at) {
                    out.push(Group {
                        words: turned::owners_behind(std::mem::take(&mut words)),
                        mark: Mark::Object,
                        particle: None,
                    });
                }
            }
        }
    }
    strip(&mut words);
    if !words.is_empty() {
        // Without a particle the first is the object, what follows says what it becomes.
        words = turned::owners_behind(words);
        let mark = if out.iter().any(|group| group.mark.is_object()) {
            Mark::Bare
        } else {
            Mark::Object
        };
        out.push(Group {
            words,
            mark,
            particle: None,
        });
    }
    out
}

/// What a particle makes of the words before it.
fn particle(token: &Token, language: &str, words: &[Token]) -> Option<Mark> {
    match token.key.as_str() {
        "@obj" | "@subj" | "@topic" => Some(Mark::Object),
        "@to" | "@at" | "to" if !words.is_empty() => Some(Mark::To),
        "in" | "@in" if language == "hi" && !words.is_empty() && color_or_form(words) => {
            Some(Mark::To)
        }
        "~" if language == "ko" && !words.is_empty() => Some(Mark::To),
        "@with" | "with" if !words.is_empty() => Some(Mark::With),
        "from" | "@from" if !words.is_empty() => Some(Mark::From),
        _ => None,
    }
}

/// "of the car's roof", "on the left": a place behind its noun.
fn place_word(key: &str) -> Option<&'static str> {
    match key {
        "@on" | "on" => Some("on"),
        "@in" | "in" => Some("in"),
        "@under" => Some("under"),
        "@left" => Some("left of"),
        "@right" => Some("right of"),
        "@front" => Some("in front of"),
        "@behind" => Some("behind"),
        "@next" => Some("next to"),
        "@above" => Some("above"),
        "@around" => Some("around"),
        _ => None,
    }
}

/// "左の人": the place alone.
fn alone(place: &'static str) -> &'static str {
    match place {
        "left of" => "left",
        "right of" => "right",
        "above" | "on" => "top",
        "under" => "bottom",
        "in front of" => "foreground",
        other => other,
    }
}

/// Words with the place behind them.
fn placed(token: &Token, place: &'static str, mut words: Vec<Token>) -> Group {
    let mut spread = place.split(' ');
    let first = spread.next().unwrap_or(place);
    strip(&mut words);
    for (n, word) in spread.enumerate() {
        words.insert(n, keyed(token, word));
    }
    let mark = Mark::Place(match first {
        "left" => "left",
        "right" => "right",
        "next" => "next",
        "in" => "in",
        other => PLACES
            .iter()
            .find(|place| **place == other)
            .copied()
            .unwrap_or("on"),
    });
    Group {
        words,
        mark,
        particle: Some(token.clone()),
    }
}

/// Words with the particle behind them; none where there is nothing that it could mark.
fn closed(token: &Token, mark: Mark, mut words: Vec<Token>) -> Option<Group> {
    strip(&mut words);
    // "on the left" and the like are phrases already, and their particle says no more.
    let said = words
        .first()
        .is_some_and(|word| matches!(word.key.as_str(), "on" | "at" | "in" | "left" | "right"));
    if words.is_empty() && mark == Mark::To {
        return None;
    }
    let mark = match said && mark == Mark::To {
        true => Mark::Bare,
        false => mark,
    };
    Some(Group {
        words: turned::owners_behind(words),
        mark,
        particle: Some(token.clone()),
    })
}

/// Whether "と" joins two things of which the same is said: "影と枠線を".
fn joins(text: &str, tokens: &[Token], at: usize) -> bool {
    let closing = |token: &&Token| token.key.starts_with('@');
    text.get(tokens[at].span.clone()) == Some("と")
        && (tokens[at + 1..].iter().find(closing))
            .is_some_and(|token| matches!(token.key.as_str(), "@obj" | "@topic" | "@subj"))
}

/// Whether a Turkish word closes the object by its ending.
fn closes_object(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    let next_same = next.is_some_and(|next| next.span == token.span);
    let genitive = next.is_some_and(|next| {
        matches!(
            next.key.as_str(),
            "color" | "size" | "@on" | "@in" | "@with"
        )
    });
    !next_same && !genitive && is_accusative(text, token) && at + 1 < tokens.len()
}

const PLACES: &[&str] = &["on", "in", "under", "behind", "above", "around"];

fn strip(words: &mut Vec<Token>) {
    while words
        .first()
        .is_some_and(|word| matches!(word.key.as_str(), "~" | "@de" | "@cl"))
    {
        words.remove(0);
    }
    while words
        .last()
        .is_some_and(|word| matches!(word.key.as_str(), "~" | "@de" | "@cl"))
    {
        words.pop();
    }
}

fn color_or_form(words: &[Token]) -> bool {
    words.iter().any(|word| {
        lexicon().colors.get(&word.key).is_some() || matches!(word.key.as_str(), "color" | "style")
    })
}

/// A clause without a verb keeps its order and loses its particles.
fn without_particles(clause: &[Token], language: &str) -> Vec<Token> {
    if language == "tr" {
        return clause.to_vec();
    }
    let topic = |token: &Token| matches!(token.key.as_str(), "@obj" | "@subj" | "@topic" | "~");
    let mut out: Vec<Token> = Vec::with_capacity(clause.len());
    for run in clause.split(topic) {
        let mut words = run.to_vec();
        // "ボタンは緑で", "オレンジ色に": what is to come of it.
        while words.len() > 1
            && (words.last())
                .is_some_and(|token| matches!(token.key.as_str(), "@with" | "@to" | "@at" | "@de"))
        {
            words.pop();
        }
        out.extend(turned::owners_behind(words));
    }
    out
}
