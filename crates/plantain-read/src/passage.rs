//! Finds long passages to be set: poems, speeches, letters, terms.

use crate::outline::{add, lowered, trimmed};
use crate::quotes::Quoted;
use crate::{Brief, Genre, Literal, Origin, Role, Span};

/// Words from which a text is a passage.
const WORDS_MIN: usize = 50;
/// Words before a text, at most, and words of a line at its foot.
const HEAD_WORDS_MAX: usize = 34;
const FOOT_WORDS_MAX: usize = 16;
/// Lines from which what stands behind a blank line is a poem.
const VERSES_MIN: usize = 8;
/// Quotations beside which one may be a passage, at most.
const QUOTES_MAX: usize = 4;
/// Words that the text itself stands behind.
const OPENERS: &[&str] = &[
    " text: ",
    " text:\n",
    " whole text: ",
    " passage: ",
    " body: ",
    " body:\n",
];
/// Lines from which a text with short lines is a poem.
const LINES_MIN: usize = 4;

/// A long text to be set like a book page. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    pub title: Option<usize>,
    pub text: usize,
    pub by: Option<usize>,
    /// Whether its lines must be kept.
    pub verse: bool,
    /// Whether a drop cap is asked for (true) or ruled out (false).
    pub drop_cap: Option<bool>,
    /// Number of columns, if one is asked for.
    pub columns: Option<usize>,
}

/// Returns the unquoted passage of a prompt: what follows the colon behind "text", "page", "poem" …
pub(crate) fn find(prompt: &str) -> Option<(Span, Span)> {
    const HEADS: &[&str] = &[
        "text",
        "passage",
        "poem",
        "speech",
        "letter",
        "paragraph",
        "typeset",
        "page",
        "excerpt",
        "story",
        "verse",
        "words",
        "terms",
        "statement",
        "essay",
        "lyrics",
    ];
    let lower = lowered(prompt);
    let first = lower
        .char_indices()
        .find(|(at, c)| *c == ':' && lower[at + 1..].starts_with([' ', '\n']))
        .map(|found| found.0);
    // "Title: The Bench. Text: This bench …": the text stands behind its own word.
    let own = OPENERS
        .iter()
        .find_map(|opener| lower.find(opener).map(|at| at + opener.len() - 1));
    // "Please typeset the poem below, title big.\n\nTHE LAST BUS": or behind the first blank line.
    let blank = lower
        .find("\n\n")
        .filter(|&at| first.is_none_or(|colon| colon > at));
    let start = own.or(blank).or(first)?;
    let head = &lower[..start];
    let named =
        HEADS.iter().any(|w| head.contains(w)) && head.split_whitespace().count() <= HEAD_WORDS_MAX;
    let span = trimmed(prompt, start + 1..prompt.len())?;
    // A closing quotation mark or full stop belongs to the text.
    let end = span.end
        + prompt[span.end..]
            .chars()
            .take_while(|c| ".!?”\"".contains(*c))
            .map(char::len_utf8)
            .sum::<usize>();
    let end = foot(&lower, span.start..end).map_or(end, |foot| foot.start);
    let end = span.start + prompt[span.start..end].trim_end().len();
    let body = &prompt[span.start..end];
    let words = body.split_whitespace().count();
    let quoted = prompt[start + 1..]
        .trim_start()
        .starts_with(['"', '“', '«', '„']);
    let prose = body
        .split(['.', '!', '?', ';'])
        .filter(|s| s.split_whitespace().count() >= 5)
        .count()
        >= 3
        || body
            .split(',')
            .filter(|s| s.split_whitespace().count() >= 5)
            .count()
            >= 6;
    let listed = body
        .lines()
        .filter(|l| l.trim_start().starts_with(['-', '•', '*', '1']))
        .count()
        >= 2
        || body.contains(" 2. ");
    let verse =
        blank == Some(start) && body.lines().filter(|l| !l.trim().is_empty()).count() >= VERSES_MIN;
    (named && !quoted && words >= WORDS_MIN && (prose || verse) && !listed)
        .then_some((span.start..end, span.start..end))
}

/// "Small print at bottom: Gift of R. Aldous": a last sentence that names its own place is no part of the text.
fn foot(lower: &str, text: Span) -> Option<Span> {
    const LEADS: &[&str] = &[
        "small print",
        "fine print",
        "small line",
        "footer",
        "footnote",
        "at the bottom",
        "bottom line",
    ];
    let body = &lower[text.clone()];
    let at = LEADS
        .iter()
        .filter_map(|lead| body.rfind(lead))
        .filter(|&at| body[..at].trim_end().ends_with(['.', '!', '?', '\n']))
        .max()?;
    let sentence = &body[at..];
    let short = sentence.split_whitespace().count() <= FOOT_WORDS_MAX;
    (short && sentence.contains(':')).then(|| text.start + at..text.end)
}

/// "Hausordnung\n\nLiebe Mieter, …": a short first line with a blank line behind it heads the text.
fn first_line(prompt: &str, text: &Span) -> Option<Span> {
    const WORDS_MAX: usize = 10;
    let body = &prompt[text.clone()];
    let (line, rest) = body.split_once("\n\n")?;
    let plain = !line.contains('\n') && !line.trim_end().ends_with(['.', ',', ';', ':', '…']);
    let short = line.split_whitespace().count() <= WORDS_MAX;
    let long = rest.split_whitespace().count() >= WORDS_MIN / 2;
    (plain && short && long).then(|| text.start..text.start + line.trim_end().len())
}

/// "WELCOME TO PINE HOLLOW on top and then the whole text: …": words in capitals before the text head it.
fn shouted(prompt: &str, text: &Span) -> Option<Span> {
    const WORDS_MIN: usize = 2;
    let mut found: Option<Span> = None;
    let mut run: Option<(Span, usize)> = None;
    let mut at = 0;
    for word in prompt[..text.start].split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        let loud = letters > 0 && !bare.chars().any(char::is_lowercase);
        let end = at + bare.trim_end_matches([',', '.', ':']).len();
        run = match (run.take(), loud) {
            (Some((span, words)), true) => Some((span.start..end, words + 1)),
            (None, true) => Some((at..end, 1)),
            (_, false) => None,
        };
        if let Some((span, words)) = &run
            && *words >= WORDS_MIN
        {
            found = Some(span.clone());
        }
        at += word.len();
    }
    found
}

/// Returns whether a quoted text is long enough to be a passage.
fn is_long(text: &str) -> bool {
    let lines = text.lines().filter(|l| !l.trim().is_empty()).count();
    text.split_whitespace().count() >= WORDS_MIN || lines >= LINES_MIN
}

/// Makes a page of a brief that holds a passage.
pub(crate) fn settle(brief: &mut Brief, found: Option<&Span>, quoted: &[Quoted]) {
    if !may_be_page(brief.genre) || quoted.len() > QUOTES_MAX {
        return;
    }
    let long = quoted
        .iter()
        .map(|q| q.inner.clone())
        .find(|s| is_long(&brief.prompt[s.clone()]));
    let Some(span) = found.cloned().or(long) else {
        return;
    };
    let lower = lowered(&brief.prompt);
    if is_picture(brief, &lower) {
        return;
    }
    let (heading, span) = headed(brief, &lower, span);
    let text = brief.prompt[span.clone()].to_string();
    let by = author(&brief.prompt, span.end);
    brief.literals = around(brief, &span);
    if let Some(by) = &by {
        brief.literals.retain(|literal| !literal.meets(by));
    }
    if let Some(heading) = heading {
        set_title(brief, heading);
    }
    let title = title_among(&brief.literals, span.start);
    let verse = is_verse(&text);
    brief.literals.push(Literal {
        text,
        span,
        role: Role::Body,
        origin: Origin::Quoted,
        on_object: None,
    });
    let text = brief.literals.len() - 1;
    brief.genre = Genre::Composed;
    brief.pairs.clear();
    brief.lists.clear();
    brief.objects.clear();
    brief.relations.clear();
    brief.passage = Some(Passage {
        title,
        text,
        by: by.map(|by| add(brief, by, Role::Attribution)),
        verse,
        drop_cap: lower
            .contains("drop cap")
            .then(|| !lower.contains("no drop cap")),
        columns: columns(&lower),
    });
}

/// Whether a long text takes over what the picture seemed to be: charts and screens keep their own form.
fn may_be_page(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Scene
            | Genre::Composed
            | Genre::Poster
            | Genre::QuoteCard
            | Genre::WebPage
            | Genre::BookCover
            | Genre::SocialCard
            | Genre::MagazineCover
            | Genre::Invitation
            | Genre::Sign
    )
}

/// Whether the long text is one thing among others: a book cover with a blurb, or a scene that a quotation stands in, is
/// not a page.
fn is_picture(brief: &Brief, lower: &str) -> bool {
    const PAGES: &[&str] = &[
        "page", "text", "poem", "typeset", "speech", "letter", "set ", "write", "print",
    ];
    const TEXTS_MAX: usize = 3;
    let drawn = brief.genre == Genre::Scene && !PAGES.iter().any(|w| lower.contains(w));
    let medium = matches!(
        brief.genre,
        Genre::BookCover | Genre::Invitation | Genre::Sign | Genre::MagazineCover
    );
    drawn || medium && brief.literals.len() > TEXTS_MAX
}

/// Whether a literal was told to be the title.
fn is_titled(literal: &Literal) -> bool {
    literal.role == Role::Title && literal.origin <= Origin::Introduced
}

/// What heads the text, and the text without it. A title of its own is believed before a short first line, and that
/// before words that only stand in capitals.
fn headed(brief: &Brief, lower: &str, text: Span) -> (Option<Span>, Span) {
    let prompt = &brief.prompt;
    if let Some(told) = headline(prompt, lower, &text) {
        return (Some(told), text);
    }
    let titled = brief.literals.iter().any(is_titled);
    match first_line(prompt, &text).filter(|_| !titled) {
        Some(head) => {
            let rest = prompt[head.end..text.end].trim_start().len();
            (Some(head), text.end - rest..text.end)
        }
        None => (shouted(prompt, &text), text),
    }
}

/// Whether all lines are so short that they must be kept.
fn is_verse(text: &str) -> bool {
    const WORDS_MAX: usize = 14;
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let short = |line: &&str| line.split_whitespace().count() <= WORDS_MAX;
    lines.len() >= LINES_MIN && lines.iter().all(short)
}

/// The texts that stand on the page beside the passage; what was read from within it is the passage itself.
fn around(brief: &Brief, text: &Span) -> Vec<Literal> {
    let stands = |literal: &&Literal| {
        // "museum wall text panel": small words before the text tell of the sheet.
        let told = literal.span.end <= text.start
            && literal.origin != Origin::Quoted
            && literal.text.starts_with(char::is_lowercase);
        !literal.meets(text) && !told && literal.origin <= Origin::Introduced
    };
    brief.literals.iter().filter(stands).cloned().collect()
}

/// Puts the title in front of the other texts, unless one of them is a title.
fn set_title(brief: &mut Brief, title: Span) {
    if brief.literals.iter().any(is_titled) {
        return;
    }
    brief.literals.retain(|literal| !literal.meets(&title));
    add(brief, title, Role::Title);
    brief.literals.rotate_right(1);
}

/// The title of the page: the one told, or the first text before the passage that may be one.
fn title_among(literals: &[Literal], start: usize) -> Option<usize> {
    let leads = |l: &Literal| {
        let figure = matches!(l.role, Role::Price | Role::Value | Role::Small);
        // What a scene would write on a thing says nothing here, unless it stands in quotes.
        let said = l.role == Role::World && l.origin != Origin::Quoted;
        let named = l.origin == Origin::Quoted || l.text.starts_with(|c: char| !c.is_lowercase());
        l.span.start < start && !figure && !said && named
    };
    literals
        .iter()
        .position(|l| l.role == Role::Title)
        .or_else(|| literals.iter().position(leads))
}

/// How many columns are asked for.
fn columns(lower: &str) -> Option<usize> {
    const TOLD: &[(&str, usize)] = &[
        ("two column", 2),
        ("2 column", 2),
        ("three column", 3),
        ("3 column", 3),
        ("one column", 1),
        ("single column", 1),
    ];
    let told = TOLD.iter().find(|(words, _)| lower.contains(words));
    told.map(|(_, columns)| *columns)
}

/// "— Robert Frost", "by Robert Frost" behind the text.
fn author(prompt: &str, end: usize) -> Option<Span> {
    let tail = prompt.get(end..)?;
    let start = tail.len()
        - tail
            .trim_start_matches(['"', '”', '\'', '»', ' ', '\n', ','])
            .len();
    let rest = &tail[start..];
    let lead = ["— ", "– ", "- ", "—", "by ", "~ "]
        .iter()
        .find(|l| rest.starts_with(**l))?;
    let from = end + start + lead.len();
    let name = prompt[from..]
        .split(['\n', '.', ',', ';'])
        .next()?
        .trim_end();
    let words = name.split_whitespace().count();
    (1..=5)
        .contains(&words)
        .then(|| from..from + name.len())
        .filter(|_| name.starts_with(char::is_uppercase))
}

/// "title: The Calm", "titled The Calm" outside the passage.
fn headline(prompt: &str, lower: &str, text: &Span) -> Option<Span> {
    ["title: ", "titled ", "title ", "headline: ", "heading: "]
        .iter()
        .find_map(|lead| {
            let at = lower
                .match_indices(lead)
                .map(|(at, _)| at + lead.len())
                .find(|at| *at <= text.start || *at >= text.end)?;
            let limit = if at <= text.start {
                text.start
            } else {
                prompt.len()
            };
            let rest = prompt.get(at..limit)?;
            let end = rest.find([',', '.', ';', '\n', ':']).unwrap_or(rest.len());
            let span = trimmed(prompt, at..at + end)?;
            let named = prompt[span.clone()].starts_with(char::is_uppercase);
            (named && prompt[span.clone()].split_whitespace().count() <= 10).then_some(span)
        })
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn passages_keep_their_words() {
        let prose =
            "The sea was calm that day, and nobody on the shore thought of storms. ".repeat(6);
        let verse = "The sea was calm\nthat summer day,\nand nobody thought\nof storms.";
        // Prompt; title; start of the text; author; verse.
        let cases = [
            (
                format!("typeset this text with a drop cap: {prose}"),
                "",
                "The sea",
                "",
                false,
            ),
            (
                format!("page with the text \"{}\" title: The Calm", prose.trim()),
                "The Calm",
                "The sea",
                "",
                false,
            ),
            (
                format!("wall text panel, white. Title: The Calm. Text: {prose}"),
                "The Calm",
                "The sea",
                "",
                false,
            ),
            (
                format!(
                    "typeset these rules, WELCOME TO THE BAY on top and then the whole text: {prose}"
                ),
                "WELCOME TO THE BAY",
                "The sea",
                "",
                false,
            ),
            (
                format!("typeset this page:\n\nRules of the bay\n\n{prose}"),
                "Rules of the bay",
                "The sea",
                "",
                false,
            ),
            (
                format!("poem poster: \"{verse}\" — Ada Moor"),
                "",
                "The sea",
                "Ada Moor",
                true,
            ),
        ];
        for (prompt, title, start, by, verse) in cases {
            let brief = read(&prompt);
            assert_eq!(brief.genre, Genre::Composed, "{prompt}");
            let passage = brief.passage.as_ref().expect(&prompt);
            let text = |i: Option<usize>| i.map_or("", |i| brief.literals[i].text.as_str());
            assert_eq!(
                (text(passage.title), text(passage.by), passage.verse),
                (title, by, verse),
                "{prompt}"
            );
            assert!(text(Some(passage.text)).starts_with(start), "{prompt}");
        }
    }
}
