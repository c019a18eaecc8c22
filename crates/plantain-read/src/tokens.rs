//! Cuts a prompt into tokens with spans.

use crate::Span;
use crate::forms::FormKind;
use crate::glosses::Glosses;
use crate::quotes::Quoted;

/// One word, number, form, quoted string or separator.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub span: Span,
    /// Lower case, and in English where the word is known in its language.
    pub key: String,
    pub kind: Kind,
    pub case: Case,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// Digits with what is glued to them ("4K", "70s", "8,432").
    Number,
    /// A structured value: price, date, address, …
    Form(FormKind),
    /// Index into the list of quoted strings.
    Quote(usize),
    Emoji,
    Sep(Sep),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sep {
    Comma,
    Semi,
    Colon,
    Stop,
    /// `!` and `?`: they end a sentence and belong to the text before them.
    Mark,
    Line,
    Dash,
    Arrow,
    Slash,
    Open,
    Close,
    Other,
}

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letter with case, such as digits and Han.
    None,
    Lower,
    /// First letter is a capital, or a capital stands inside ("iOS").
    Title,
    /// Two or more letters, all capitals.
    Upper,
}

impl Token {
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    pub fn is_sep(&self) -> bool {
        matches!(self.kind, Kind::Sep(_))
    }

    pub fn is(&self, sep: Sep) -> bool {
        self.kind == Kind::Sep(sep)
    }

    /// Whether the token may be a member of a phrase.
    pub fn is_wordlike(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }

    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }

    pub fn quote(&self) -> Option<usize> {
        match self.kind {
            Kind::Quote(at) => Some(at),
            _ => None,
        }
    }

    pub fn form(&self) -> Option<FormKind> {
        match self.kind {
            Kind::Form(kind) => Some(kind),
            _ => None,
        }
    }
}

/// Words up to the name of a control that it may begin with, at most.
const CONTROL_WORDS_MAX: usize = 4;

/// Words that end in a full stop without ending the sentence.
const ABBREVIATIONS: &[&str] = &[
    "mio",
    "mrd",
    "mln",
    "mld",
    "tys",
    "тыс",
    "млн",
    "млрд",
    "тис",
    "dr",
    "mr",
    "mrs",
    "ms",
    "st",
    "co",
    "inc",
    "ltd",
    "no",
    "jr",
    "sr",
    "prof",
    "vs",
    "approx",
    "est",
    "ave",
    "rd",
    "vol",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "corp",
    "blvd",
    "dept",
    "fig",
    "min",
    "max",
    "tel",
    "nr",
    "str",
    "bzw",
    "inh",
    "ca",
    "av",
    "sra",
    "sr",
    "dra",
    "mme",
    "mlle",
    "м",
    "ул",
    "г",
    "т",
    "incl",
    "ul",
    "al",
    "godz",
    "wt",
    "oz",
    "lb",
    "ft",
    "qty",
    "ref",
    "ext",
    "apt",
    "p",
    "pp",
    "ed",
    "feat",
    "кв",
    "тел",
    "руб",
    "коп",
    "стр",
    "гр",
    "шт",
    "мин",
    "эт",
    "оф",
    "просп",
    "вул",
    "грн",
    "им",
    "буд",
    "пл",
    "пер",
    "обл",
    "e.g",
    "i.e",
    "a.m",
    "p.m",
    "u.s",
    "św",
    "ks",
    "sta",
    "sto",
];

/// Returns the tokens of `prompt`; quoted strings come out as one token each.
pub(crate) fn lex(prompt: &str, quoted: &[Quoted], skip: &[Span], glosses: &Glosses) -> Vec<Token> {
    let mut lexer = Lexer {
        prompt,
        glosses,
        tokens: Vec::with_capacity(prompt.len() / 5 + 4),
        at: 0,
    };
    let mut next_quote = 0;
    let mut skips = skip.iter().peekable();
    while lexer.at < prompt.len() {
        while skips.peek().is_some_and(|span| span.end <= lexer.at) {
            skips.next();
        }
        if let Some(span) = skips.peek().filter(|span| span.start <= lexer.at) {
            lexer.push(span.start..span.start, Kind::Sep(Sep::Line));
            lexer.at = span.end;
            continue;
        }
        while next_quote < quoted.len() && quoted[next_quote].outer.start < lexer.at {
            next_quote += 1;
        }
        if let Some(quote) = quoted.get(next_quote)
            && quote.outer.start == lexer.at
        {
            lexer.push(quote.inner.clone(), Kind::Quote(next_quote));
            lexer.at = quote.outer.end.max(lexer.at + 1);
            continue;
        }
        let limit = quoted
            .get(next_quote)
            .map_or(prompt.len(), |quote| quote.outer.start);
        let limit = skips.peek().map_or(limit, |span| limit.min(span.start));
        lexer.step(limit);
    }
    glosses.apply(prompt, lexer.tokens)
}

struct Lexer<'a> {
    prompt: &'a str,
    glosses: &'a Glosses,
    tokens: Vec<Token>,
    at: usize,
}

impl Lexer<'_> {
    /// Reads one token that ends at `limit` at the latest.
    fn step(&mut self, limit: usize) {
        let rest = &self.prompt[self.at..limit];
        let Some(first) = rest.chars().next() else {
            self.at = limit.max(self.at + 1);
            return;
        };
        if first == '\n' {
            self.single(first, Sep::Line);
        } else if first.is_whitespace() || is_ignorable(first) {
            self.at += first.len_utf8();
        } else if let Some(len) = address_len(rest) {
            self.take(len, Kind::Word);
        } else if let Some((len, kind)) = self.local(rest) {
            self.take(len, kind);
        } else if starts_number(rest, self.tokens.last(), self.at) {
            let len = number_len(rest);
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(len);
            // "3마리": the measure word is a word of its own.
            let measured = digits > 0 && digits < len && self.glosses.measures(&rest[digits..]);
            self.take(if measured { digits } else { len }, Kind::Number);
        } else if is_unspaced(first) {
            self.unspaced(rest);
        } else if first.is_alphanumeric() {
            self.take(word_len(rest), Kind::Word);
        } else if is_emoji(first) {
            self.take(emoji_len(rest), Kind::Emoji);
        } else {
            self.punctuation(rest, first);
        }
    }

    /// A value in the way of its language.
    fn local(&self, rest: &str) -> Option<(usize, Kind)> {
        let glued = self
            .tokens
            .last()
            .is_some_and(|token| token.span.end == self.at && token.kind == Kind::Number);
        if glued {
            return None;
        }
        let phone = self
            .tokens
            .last()
            .is_some_and(|token| token.key.starts_with('+') && token.kind == Kind::Number);
        crate::local::form_len(rest).or_else(|| {
            let grouped = self.glosses.groups_by_blanks() && !phone;
            let len = grouped.then(|| crate::local::grouped_len(rest)).flatten()?;
            Some((len, Kind::Number))
        })
    }

    fn take(&mut self, len: usize, kind: Kind) {
        let len = len.max(1);
        self.push(self.at..self.at + len, kind);
        self.at += len;
    }

    fn push(&mut self, span: Span, kind: Kind) {
        let text = &self.prompt[span.clone()];
        let key = if matches!(kind, Kind::Quote(_) | Kind::Sep(_)) {
            String::new()
        } else {
            let key = lower(text);
            if kind == Kind::Number {
                key.replace([' ', '\u{a0}', '\u{202f}'], "")
            } else {
                key
            }
        };
        self.tokens.push(Token {
            case: case_of(text),
            span,
            key,
            kind,
        });
    }

    fn single(&mut self, c: char, sep: Sep) {
        self.push(self.at..self.at + c.len_utf8(), Kind::Sep(sep));
        self.at += c.len_utf8();
    }

    /// Scripts without spaces are cut into known words; unknown stretches stay whole.
    fn unspaced(&mut self, rest: &str) {
        let run_len: usize = rest
            .chars()
            .take_while(|&c| is_unspaced(c))
            .map(char::len_utf8)
            .sum();
        let run = &rest[..run_len];
        let mut start = 0;
        for end in self.glosses.pieces(run) {
            self.push(self.at + start..self.at + end, Kind::Word);
            start = end;
        }
        self.at += run_len;
    }

    fn punctuation(&mut self, rest: &str, first: char) {
        if rest.starts_with("->") || rest.starts_with("=>") || rest.starts_with("-->") {
            let len = rest.find('>').map_or(2, |at| at + 1);
            self.push(self.at..self.at + len, Kind::Sep(Sep::Arrow));
            self.at += len;
            return;
        }
        if first == '.' && self.closes_abbreviation(rest) {
            if let Some(last) = self.tokens.last_mut() {
                last.span.end = self.at + 1;
            }
            self.at += 1;
            return;
        }
        let sep = match first {
            ',' | '，' | '、' | '،' => Sep::Comma,
            ';' | '；' | '؛' => Sep::Semi,
            ':' | '：' => Sep::Colon,
            '.' | '。' | '…' | '।' | '．' => Sep::Stop,
            '!' | '?' | '！' | '？' | '؟' => Sep::Mark,
            '–' | '—' | '―' | '-' | '~' => Sep::Dash,
            '→' | '➔' | '➜' | '⇒' | '➡' | '⟶' | '>' => Sep::Arrow,
            '/' | '|' | '\\' => Sep::Slash,
            // "attempts < 3" compares.
            '<' if rest[1..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit()) =>
            {
                self.take(1, Kind::Word);
                return;
            }
            '(' | '[' | '{' | '（' | '【' | '<' => Sep::Open,
            ')' | ']' | '}' | '）' | '】' => Sep::Close,
            // "5 °C" is one unit.
            '°' if rest['°'.len_utf8()..].starts_with(['C', 'F', 'K'])
                && !rest[1 + '°'.len_utf8()..].starts_with(char::is_alphanumeric) =>
            {
                self.take('°'.len_utf8() + 1, Kind::Word);
                return;
            }
            _ if matches!(first, '&' | '+' | '%' | '°' | '℃') || is_currency(first) => {
                self.take(first.len_utf8(), Kind::Word);
                return;
            }
            '•' | '·' | '▪' | '*' => Sep::Comma,
            _ => Sep::Other,
        };
        self.single(first, sep);
    }

    fn closes_abbreviation(&self, rest: &str) -> bool {
        let Some(last) = self.tokens.last() else {
            return false;
        };
        if last.span.end != self.at || !matches!(last.kind, Kind::Word) {
            return false;
        }
        // At the very end the stop closes the abbreviation as well as the prompt; keep it only for names such as "Co.".
        let at_end = rest[1..].trim().is_empty();
        // "14 °C." ends a sentence.
        let degrees = self.prompt[..last.span.start].ends_with('°');
        let initial = last.key.chars().count() == 1 && last.is_capital() && !at_end && !degrees;
        let company = matches!(
            last.key.as_str(),
            "co" | "inc" | "ltd" | "corp" | "jr" | "sr"
        ) && last.is_capital();
        let month_at_end = at_end
            || rest[1..]
                .trim_start()
                .starts_with(|c: char| c.is_uppercase());
        // "38 min. subscribe button": a part of a screen begins a sentence of its own.
        let control = rest[1..]
            .split_whitespace()
            .take(CONTROL_WORDS_MAX)
            .any(|word| {
                matches!(
                    word.trim_end_matches([',', '.']),
                    "button" | "buttons" | "link" | "tabs" | "chart" | "graph" | "table"
                )
            });
        let title = TITLES.contains(&last.key.as_str());
        let known = ABBREVIATIONS.contains(&last.key.as_str()) && (title || !control);
        // "Marktstr. 4"
        let street = last.key.len() > 4
            && last.key.ends_with("str")
            && rest[1..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit());
        initial || company || street || self.is_degree() || (known && (!month_at_end || title))
    }

    /// "Dr. med. Vogel", "Dipl.-Ing. Kern": the parts of an academic title are abbreviated one after the other.
    fn is_degree(&self) -> bool {
        let mut parts = self.tokens.iter().rev();
        let part = parts.next().map_or("", |token| token.key.as_str());
        let before = parts
            .find(|token| !token.is_sep())
            .map_or("", |token| token.key.as_str());
        let leads = |key: &str| matches!(key, "dr" | "prof" | "dipl" | "mag");
        matches!(part, "dipl" | "mag")
            || DEGREES.contains(&part) && (leads(before) || DEGREES.contains(&before))
    }
}

/// Parts of academic titles behind "Dr." and "Dipl.".
const DEGREES: &[&str] = &[
    "med", "dent", "vet", "jur", "iur", "phil", "rer", "nat", "pol", "oec", "ing", "habil",
    "theol", "inf", "psych", "kfm", "biol", "chem", "phys", "math", "sc",
];

/// Whether a word is a form of address or a part of an academic title, behind whose stop no sentence begins.
pub(crate) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "prof"
            | "st"
            | "sr"
            | "sra"
            | "dra"
            | "dipl"
            | "mag"
            | "mme"
            | "mlle"
    ) || DEGREES.contains(&word)
}

/// Abbreviations that a capital follows.
const TITLES: &[&str] = &[
    "inh",
    "dr",
    "mr",
    "mrs",
    "ms",
    "st",
    "prof",
    "no",
    "vol",
    "sra",
    "dra",
    "mme",
    "mlle",
    "vs",
    "feat",
    "ул",
    "вул",
    "просп",
    "бул",
    "пров",
    "ul",
    "al",
    "godz",
    "fig",
    "św",
    "ks",
    "sta",
    "sto",
];

/// Returns `text` in lower case with typographic apostrophes made plain.
pub(crate) fn lower(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}

fn case_of(text: &str) -> Case {
    let mut letters = 0;
    let mut capitals = 0;
    let mut first_capital = false;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.is_uppercase() {
            capitals += 1;
            first_capital |= letters == 0;
            letters += 1;
        } else if c.is_lowercase() {
            letters += 1;
        }
    }
    match (letters, capitals) {
        (0, _) => Case::None,
        (_, 0) => Case::Lower,
        (l, c) if l == c && l >= 2 => Case::Upper,
        _ if first_capital || capitals > 0 => Case::Title,
        _ => Case::Lower,
    }
}

fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{fe0f}'
    ) || c.is_control()
}

/// Scripts that are written without spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '々' | '\u{20000}'..='\u{2fa1f}')
}

pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{2b55}' | '\u{231a}'..='\u{23ff}')
        && !matches!(c, '➔' | '➜' | '➡')
}

fn emoji_len(rest: &str) -> usize {
    let mut len = 0;
    let mut joined = true;
    for c in rest.chars() {
        let extends = matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}');
        if !(extends || (joined && is_emoji(c))) {
            break;
        }
        joined = c == '\u{200d}';
        len += c.len_utf8();
    }
    len.max(rest.chars().next().map_or(1, char::len_utf8))
}

const CURRENCY_SIGNS: &str = "$€£¥₹₽₩₪₫฿₺₴₱₦₿¢￥";

pub(crate) fn is_currency(c: char) -> bool {
    CURRENCY_SIGNS.contains(c)
}

/// Whether a number with its sign or currency begins here.
fn starts_number(rest: &str, last: Option<&Token>, at: usize) -> bool {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    if first.is_ascii_digit() {
        return true;
    }
    let glued = last.is_some_and(|token| token.span.end == at && !token.is_sep());
    let second = chars.next();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if is_currency(first) {
        return digit(second) || (matches!(second, Some('-' | '+' | ' ')) && digit(chars.next()));
    }
    // "-R$ 182,30"
    let real = |rest: &str| {
        rest.strip_prefix("R$").is_some_and(|amount| {
            amount
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit())
        })
    };
    if matches!(first, '+' | '-' | '−' | '–') && !glued && real(&rest[first.len_utf8()..]) {
        return true;
    }
    if matches!(first, '+' | '-' | '−' | '±' | '~' | '≈' | '#' | '–') && !glued {
        return digit(second) || second.is_some_and(is_currency) && digit(chars.next());
    }
    // Turkish writes "%40".
    matches!(first, '.' | '%') && digit(second) && !glued
}

/// Length of the number chunk that starts `rest`, with the units glued to it.
fn number_len(rest: &str) -> usize {
    let chars: Vec<(usize, char)> = rest.char_indices().take(64).collect();
    let mut i = 0;
    while i < chars.len()
        && (matches!(
            chars[i].1,
            '+' | '-' | '−' | '±' | '~' | '≈' | '#' | '–' | '.' | '%'
        ) || is_currency(chars[i].1))
    {
        i += 1;
    }
    // "-R$ 182,30"
    if chars.get(i).is_some_and(|&(_, c)| c == 'R')
        && chars.get(i + 1).is_some_and(|&(_, c)| c == '$')
    {
        i += 2;
    }
    if i < chars.len() && chars[i].1 == ' ' {
        i += 1;
    }
    while i < chars.len() {
        let c = chars[i].1;
        let next = chars.get(i + 1).map(|&(_, c)| c);
        let previous_digit = i > 0 && chars[i - 1].1.is_ascii_digit();
        let next_digit = next.is_some_and(|c| c.is_ascii_digit());
        let joins = match c {
            _ if c.is_alphanumeric() && !is_unspaced(c) => true,
            '%' | '٪' | '‰' | '°' | '²' | '³' | '℃' | '℉' => true,
            // "12.–14. September"
            '.' if previous_digit
                && matches!(next, Some('-' | '–'))
                && chars.get(i + 2).is_some_and(|(_, c)| c.is_ascii_digit()) =>
            {
                true
            }
            ',' if opens_counted(&chars[i + 1..]) => false,
            ',' | '.' => previous_digit && next_digit,
            ':' | '\'' | '’' => previous_digit && next_digit,
            '-' | '–' | '−' => {
                next.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c))
                    || next.is_some_and(is_currency)
            }
            '/' => next.is_some_and(|c| c.is_alphanumeric()),
            '×' => next_digit,
            _ if is_currency(c) => previous_digit,
            _ => false,
        };
        if !joins {
            break;
        }
        i += 1;
    }
    chars.get(i).map_or_else(
        || chars.last().map_or(1, |&(at, c)| at + c.len_utf8()),
        |&(at, _)| at,
    )
}

/// "1月120,2月150": behind the comma a number with a sign of its own begins the next entry.
fn opens_counted(behind: &[(usize, char)]) -> bool {
    let digits = behind
        .iter()
        .take_while(|(_, c)| c.is_ascii_digit())
        .count();
    let sign = behind.get(digits).map(|&(_, c)| c);
    matches!(digits, 1 | 2 | 4)
        && sign.is_some_and(|sign| "月年日号號時时点點周週期班組组楼階月월년일주분".contains(sign))
}

fn word_len(rest: &str) -> usize {
    let chars: Vec<(usize, char)> = rest.char_indices().take(256).collect();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i].1;
        let next = chars.get(i + 1).map(|&(_, c)| c);
        let next_letter = next.is_some_and(char::is_alphanumeric);
        let joins = match c {
            _ if is_unspaced(c) => false,
            _ if c.is_alphanumeric() || is_mark(c) => true,
            '\'' | '’' => next_letter,
            '-' | '‐' | '‑' => next_letter,
            '&' => i > 0 && next_letter,
            // "a.m.", "U.S.", "v2.1", "node.js"
            '.' => next_letter && i > 0,
            _ => false,
        };
        if !joins {
            break;
        }
        i += 1;
    }
    chars.get(i).map_or_else(
        || chars.last().map_or(1, |&(at, c)| at + c.len_utf8()),
        |&(at, _)| at,
    )
}

/// Combining marks that continue a word, as in Devanagari and Arabic.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}'..='\u{05c2}' | '\u{05c4}'..='\u{05c5}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}' | '\u{0e31}' | '\u{0e34}'..='\u{0e4e}')
}

/// Length of a URL, e-mail address, handle or hashtag at the start of `rest`.
fn address_len(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    if !(first.is_alphanumeric() || matches!(first, '@' | '#')) || is_unspaced(first) {
        return None;
    }
    let end = rest
        .char_indices()
        .find(|&(_, c)| !is_address_char(c))
        .map_or(rest.len(), |(at, _)| at);
    let chunk = rest[..end].trim_end_matches(['.', ',', ':', ';', '!', '?', '/', '\'', '-']);
    crate::forms::address_kind(chunk)?;
    // A trailing slash belongs to a URL with a scheme.
    let slash = chunk.contains("://") && rest[chunk.len()..].starts_with('/');
    Some(chunk.len() + usize::from(slash))
}

fn is_address_char(c: char) -> bool {
    (c.is_alphanumeric() && !is_unspaced(c))
        || matches!(
            c,
            '@' | '#' | '.' | '_' | '-' | '/' | ':' | '%' | '?' | '=' | '&' | '+' | '~' | '\''
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes;

    fn texts(prompt: &str) -> Vec<&str> {
        let quoted = quotes::find(prompt, &[]);
        lex(prompt, &quoted, &[], Glosses::for_language("en"))
            .iter()
            .map(|token| &prompt[token.span.clone()])
            .collect()
    }

    #[test]
    fn cuts_words_numbers_and_separators() {
        for (prompt, want) in [
            ("a cat, 2 dogs", vec!["a", "cat", ",", "2", "dogs"]),
            ("Dave's Pipes", vec!["Dave's", "Pipes"]),
            (
                "total $5,184.00, due",
                vec!["total", "$5,184.00", ",", "due"],
            ),
            (
                "R. Whitmore, Coffee & Co.",
                vec!["R.", "Whitmore", ",", "Coffee", "&", "Co."],
            ),
            ("see ada@moor.org now", vec!["see", "ada@moor.org", "now"]),
            ("A → B -> C", vec!["A", "→", "B", "->", "C"]),
            (
                "50 ml / 1.7 fl oz",
                vec!["50", "ml", "/", "1.7", "fl", "oz"],
            ),
            ("8-6, 24/7 -€4.20", vec!["8-6", ",", "24/7", "-€4.20"]),
        ] {
            assert_eq!(texts(prompt), want, "{prompt}");
        }
    }
}
