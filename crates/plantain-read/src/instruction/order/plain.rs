//! Takes out of a clause what English says elsewhere or not at all: politeness in the middle, pronouns that only announce
//! their noun, adverbs behind their adjective.

use super::super::words::is_among;
use super::{is_verb, keyed};
use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep, Token};

/// Words that compare, before which "a bit" stands anyway.
const COMPARED: &str = "bigger|smaller|darker|lighter|brighter|bold|italic|wider|thicker|thinner|warmer|cooler|rounder|higher|lower|\
    narrower|sharper|larger|taller|shorter|longer|more|less|modern|cheerful|up|down";

/// Returns the tokens of an instruction without what English would not say.
pub(super) fn plain(text: &str, tokens: Vec<Token>, language: &str) -> Vec<Token> {
    let mut tokens = without_politeness(tokens);
    if is_among(language, "es|fr|pt|it") {
        without_announcements(&mut tokens);
    }
    without_elisions(text, &mut tokens);
    too_first(&mut tokens);
    margins_last(&mut tokens);
    if is_among(language, "ja|ko|zh|hi") {
        joined_looks(&mut tokens);
    }
    wished(&mut tokens, language);
    rows_of_tables(&mut tokens);
    tokens
}

/// "please" in the middle of what it asks for, with the commas around it.
fn without_politeness(tokens: Vec<Token>) -> Vec<Token> {
    let comma = |token: Option<&Token>| token.is_some_and(|token| token.is(Sep::Comma));
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if !(token.is_word() && token.key == "please") {
            out.push(token);
            continue;
        }
        let before = comma(out.last());
        if before {
            out.pop();
        }
        if (before || out.is_empty()) && comma(tokens.peek()) {
            tokens.next();
        }
    }
    out
}

/// "cámbiale el nombre": the pronoun of the verb announces its noun.
fn without_announcements(tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at + 1 < tokens.len() {
        let article = is_among(&tokens[at + 1].key, "the|my|our")
            || tokens[at - 1].key == "add" && tokens[at + 1].key == "a";
        let announced = tokens[at].key == "it" && is_command(&tokens[at - 1]) && article;
        if announced {
            tokens.remove(at);
        }
        at += 1;
    }
    // "que el cielo esté …"
    if tokens.len() > 2 && tokens[0].key == "that" {
        tokens.remove(0);
    }
}

fn is_command(token: &Token) -> bool {
    token.is_word() && crate::instruction::is_verb(&token.key)
}

/// "un po' più grande": the mark of what is left out.
fn without_elisions(text: &str, tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at < tokens.len() {
        let mark = tokens[at].is_sep()
            && matches!(text.get(tokens[at].span.clone()), Some("'" | "’"))
            && tokens[at - 1].key == "bit";
        if mark {
            tokens.remove(at);
        } else {
            at += 1;
        }
    }
}

/// "pequeno demais", "קטנה מדי": how much stands before what.
fn too_first(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        if tokens[at].key == "too"
            && is_among(
                &tokens[at - 1].key,
                "small|big|dark|bright|large|short|tall|light",
            )
        {
            tokens.swap(at - 1, at);
        }
    }
}

/// "отступы побольше", "هوامش أكبر": what they are to be before the margins.
fn margins_last(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let bit = tokens.get(at + 1).is_some_and(|token| token.key == "a");
        let size = at + 1 + 2 * usize::from(bit);
        let sized = tokens
            .get(size)
            .is_some_and(|token| is_among(&token.key, "bigger|smaller|wider"));
        if tokens[at].key == "margins" && sized {
            tokens[at..=size].rotate_right(1);
        }
    }
}

/// "もう少し大きく、太字に": two looks of one thing.
fn joined_looks(tokens: &mut [Token]) {
    for at in 1..tokens.len().saturating_sub(1) {
        let looks = |token: &Token| is_among(&token.key, COMPARED);
        if tokens[at].is(Sep::Comma) && looks(&tokens[at - 1]) && looks(&tokens[at + 1]) {
            tokens[at].kind = Kind::Word;
            tokens[at].key = "and".to_string();
        }
    }
}

/// "zaokrąglij rogi": to round them, not corners that are round.
pub(super) fn corners_are_there(tokens: &mut Vec<Token>) {
    let rounds =
        |pair: &[Token]| pair[0].key == "round" && is_among(&pair[1].key, "corners|edges|corner");
    if let Some(at) = tokens.windows(2).position(rounds) {
        let article = keyed(&tokens[at], "the");
        tokens.insert(at + 1, article);
    }
}

/// What should be so where the verb stands first ("يجب أن يكون الزر أخضر"), and what somebody wants ("要五个气球").
fn wished(tokens: &mut Vec<Token>, language: &str) {
    let first = tokens.len() > 3 && tokens[0].key == "should" && tokens[1].key == "be";
    match language {
        "ar" | "he" if first => {
            tokens.remove(0);
            tokens[0].key = "make".to_string();
        }
        "zh" if first => {
            tokens.drain(..2);
        }
        _ => {}
    }
}

/// Many languages have one word for a line and for the row of a table.
fn rows_of_tables(tokens: &mut [Token]) {
    let table = |token: &Token| is_among(&token.key, "table|tables");
    if tokens.iter().any(table) {
        for token in tokens.iter_mut().filter(|token| token.key == "line") {
            token.key = "row".to_string();
        }
    }
}

/// "agrandis un peu le sous-titre": how much goes behind what.
pub(super) fn amount_last(clause: &mut Vec<Token>) {
    let amount = (1..clause.len().saturating_sub(2))
        .find(|&at| clause[at].key == "a" && clause[at + 1].key == "bit")
        .filter(|&at| is_command(&clause[at - 1]) && !is_among(&clause[at + 2].key, COMPARED));
    if let Some(at) = amount {
        let bit: Vec<Token> = clause.drain(at..at + 2).collect();
        clause.extend(bit);
    }
}

/// "quítale el sombrero al perro", "сними с собаки шляпу", "תוריד לכלב את הכובע": from whom something is taken.
pub(super) fn taken_from(clause: &mut Vec<Token>) {
    if clause.first().is_none_or(|verb| verb.key != "remove") {
        return;
    }
    let owned =
        |token: &Token| lexicon().category(singular(&token.key)).is_some() && token.is_word();
    let leads = |token: &Token| is_among(&token.key, "with|of|to|from");
    if clause.len() > 3 && leads(&clause[1]) && owned(&clause[2]) {
        let mut owner: Vec<Token> = clause.drain(1..3).collect();
        owner[0].key = "from".to_string();
        clause.extend(owner);
        return;
    }
    // The owner without a word between: "zdejmij psu czapkę".
    for at in 2..clause.len() {
        let article = usize::from(clause.get(at + 1).is_some_and(|next| next.key == "the"));
        if clause[at].key == "to" && clause.get(at + 1 + article).is_some_and(owned) {
            clause[at].key = "from".to_string();
        }
    }
}

fn singular(word: &str) -> &str {
    lexicon()
        .nouns
        .get(word)
        .map_or(word, |noun| noun.canonical)
}

/// "на одно дерево меньше", "un albero in meno": so many more or fewer.
pub(super) fn count_of_change(clause: &mut Vec<Token>) {
    let from = usize::from(clause.len() > 2 && is_among(&clause[0].key, "by|to"));
    let counts = |token: &Token| {
        token.kind == Kind::Number
            || is_among(&token.key, "a|one|another")
            || crate::numbers::simple(&token.key).is_some()
    };
    let [first, .., last] = &clause[from..] else {
        return;
    };
    let sign = match last.key.as_str() {
        "less" | "fewer" => "less",
        "more" => "more",
        "smaller" if from > 0 => "less",
        "bigger" if from > 0 => "more",
        _ => return,
    };
    let (first, second) = (counts(first), clause.get(from + 1).is_some_and(counts));
    if clause.len() - from > 5 || !(first || second) || clause.len() - from < 3 {
        return;
    }
    let last = clause.pop();
    clause.drain(..from);
    // "tree one": Semitic numbers stand behind.
    if !first {
        clause.swap(0, 1);
    }
    if let Some(last) = last {
        let at = 1 + usize::from(clause.get(1).is_some_and(|token| token.key == "@cl"));
        clause.insert(at, keyed(&last, sign));
    }
}

/// "последний столбец убрать": the verb at the end, where none stands before.
pub(super) fn verb_first(clause: &mut Vec<Token>) {
    let Some(last) = clause.iter().rposition(Token::is_wordlike) else {
        return;
    };
    let told = |at: usize| {
        let adverb = at > 0 && clause[at - 1].key == "the";
        is_verb(&clause[at]) || is_among(&clause[at].key, "center|round|color") && !adverb
    };
    if last > 0 && told(last) && !clause[..last].iter().any(is_verb) {
        let first = usize::from(is_among(&clause[0].key, "but|and|~") && last > 1);
        let verb = clause.remove(last);
        clause.insert(first, verb);
    }
}

/// "заголовок сделай красным": in free order the verb stands between its object and what that is to be.
pub(super) fn verb_before_object(clause: &mut [Token]) {
    const OBJECT_WORDS_MAX: usize = 3;
    let Some(verb) = clause.iter().position(is_verb) else {
        return;
    };
    let object = &clause[..verb];
    let plain = object.iter().all(|token| {
        token.is_word()
            && !is_among(
                &token.key,
                "instead|to|in|on|with|from|by|of|and|but|not|~|at",
            )
    });
    if (1..=OBJECT_WORDS_MAX).contains(&verb) && plain && clause[verb].key == "make" {
        clause[..=verb].rotate_right(1);
    }
}

/// "少一棵树", "एक पेड़ कम कर दो": so many fewer.
pub(super) fn fewer(clause: &mut Vec<Token>) {
    const WORDS_MAX: usize = 4;
    let reduced = clause.len() > 2
        && clause.len() <= WORDS_MAX
        && is_among(&clause[0].key, "reduce|shrink")
        && super::turned::counts(&clause[1]);
    if reduced {
        let verb = clause.remove(0);
        clause.insert(1, keyed(&verb, "less"));
        clause.retain(|token| token.key != "@cl");
    }
}

/// "इसकी जगह", "の方がいい", "вместо яблока нарисуй грушу": words that English says at another place or otherwise.
pub(super) fn idioms(clause: &mut Vec<Token>) {
    let instead = clause.iter().position(|token| token.key == "instead");
    match instead {
        Some(at) if clause.get(at + 1).is_none_or(|next| next.key != "of") => {
            let instead = clause.remove(at);
            clause.push(instead);
        }
        Some(0) => {
            for token in clause.iter_mut().filter(|token| token.key == "add") {
                token.key = "put".to_string();
            }
        }
        _ => {}
    }
    if clause.len() > 1 && clause.last().is_some_and(|last| last.key == "rather") {
        clause.rotate_right(1);
    }
    // "colora le barre di arancione"
    let colored =
        |pair: &[Token]| pair[0].key == "of" && lexicon().colors.get(&pair[1].key).is_some();
    if clause
        .first()
        .is_some_and(|verb| is_among(&verb.key, "recolor|color"))
        && let Some(at) = clause.windows(2).position(colored)
        && at > 1
    {
        clause.remove(at);
    }
}
