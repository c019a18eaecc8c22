//! Where one panel ends and the next begins, when the prompt numbers none: at the strongest marks that part it into as many pieces
//! as panels were asked for.

use super::story::{behind_the_number, count, without_leads};
use super::{page, tidy};
use crate::{Brief, Span};

/// Marks between panels, the strongest first.
const MARKS: &[&[char]] = &[
    &[';', '；'],
    &['→', '➔', '➜', '\n'],
    &['/', '|'],
    &['.', '!', '?', '。'],
    &[',', '、'],
];

/// The spans of the panels of a story, each with what is said in it.
pub(super) fn parted(brief: &Brief, lower: &str, title: Option<usize>) -> Option<Vec<Span>> {
    let language = brief.language.0.as_str();
    let wanted = count(lower, language);
    let mut from = brief.genre_span.clone().unwrap_or(0..0).end;
    if let Some(title) = title.and_then(|i| brief.literals.get(i)) {
        from = from.max(title.span.end);
    }
    let rest = brief.prompt.get(from..)?;
    from += rest.len() - behind_the_number(rest, language).len();
    from += behind_the_grid(brief.prompt.get(from..)?);
    let headed = head(lower, from);
    if let Some(head) = &headed {
        from = head.end + 1;
    }
    MARKS.iter().enumerate().find_map(|(strength, marks)| {
        let spans = with_their_speech(brief, pieces(brief, from, marks));
        // Without a number only the strongest mark is sure to part panels.
        let fits = match wanted {
            Some(n) => spans.len() == n,
            None => strength == 0 || headed.is_some() && spans.len() > 2,
        };
        let told = |span: &Span| {
            without_leads(&tidy(&outside(brief, span)))
                .split_whitespace()
                .count()
                >= 2
        };
        (fits && spans.len() >= 2 && spans.iter().all(told)).then_some(spans)
    })
}

/// "2x2, a cat sees a fish / …": how long the words for the grid at the head of a story are.
fn behind_the_grid(text: &str) -> usize {
    let told = text.trim_start_matches([' ', ',', ':']);
    let word = told.split([' ', ',', ':']).next().unwrap_or_default();
    if page::grid(word).is_none() {
        return 0;
    }
    let rest = told[word.len()..].trim_start_matches([' ', ',', ':']);
    let rest = rest.strip_prefix("grid").unwrap_or(rest);
    text.len() - rest.trim_start_matches([' ', ',', ':', '.']).len()
}

/// "two friends fish, one says ‘So quiet’": a piece that only tells who speaks belongs to the one before.
fn with_their_speech(brief: &Brief, spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        let told = tidy(&outside(brief, &span)).to_lowercase();
        let words: Vec<&str> = told.split(' ').collect();
        let said = matches!(words[..], ["one" | "who" | "she" | "he" | "it" | "they", verb] if verb.starts_with("sa"));
        match out.last_mut().filter(|_| said) {
            Some(last) => last.end = span.end,
            None => out.push(span),
        }
    }
    out
}

/// "storyboard of how to plant a tree in 6 steps: dig, …": what the frames of a storyboard are about, before its colon.
pub(super) fn head(lower: &str, from: usize) -> Option<Span> {
    let rest = lower.get(from..).filter(|_| lower.contains("storyboard"))?;
    let colon = rest.find(": ")?;
    let start = rest[..colon].find("how to")?;
    let plain = !rest[..colon].contains([',', '.', ';', '"']);
    plain.then_some(from + start..from + colon)
}

/// Cuts the prompt at marks that stand outside of its texts; a text that ends a sentence ends the piece, too.
fn pieces(brief: &Brief, from: usize, marks: &[char]) -> Vec<Span> {
    let prompt = brief.prompt.as_str();
    let quoted = |at: usize| {
        brief
            .literals
            .iter()
            .find(|l| l.span.start <= at && at < l.span.end)
    };
    let sentences = marks.contains(&'.');
    let mut out = Vec::new();
    let mut start = from;
    for (at, c) in prompt.char_indices().filter(|(at, _)| *at >= from) {
        let end = at + c.len_utf8();
        let cut = match quoted(at) {
            Some(text) => {
                let behind =
                    prompt[text.span.end..].trim_start_matches(['"', '”', '\'', '’', '»', ' ']);
                sentences && end == text.span.end && behind.starts_with(char::is_uppercase)
            }
            // "w/ a hat" parts nothing.
            None => marks.contains(&c) && (c != '/' || prompt[..at].ends_with(' ')),
        };
        if cut {
            let end = if quoted(at).is_some() {
                prompt[end..]
                    .chars()
                    .next()
                    .filter(|c| matches!(c, '"' | '”' | '\'' | '’' | '»'))
                    .map_or(end, |c| end + c.len_utf8())
            } else {
                end
            };
            out.push(start..end);
            start = end;
        }
    }
    out.push(start..prompt.len());
    out.retain(|span| {
        span.start < span.end
            && prompt
                .get(span.clone())
                .is_some_and(|text| text.chars().any(char::is_alphanumeric))
    });
    out
}

/// What a piece tells outside of its texts.
fn outside(brief: &Brief, span: &Span) -> String {
    let mut text = String::new();
    let mut from = span.start;
    for literal in brief
        .literals
        .iter()
        .filter(|l| span.start <= l.span.start && l.span.end <= span.end)
    {
        text.push_str(
            brief
                .prompt
                .get(from..literal.span.start)
                .unwrap_or_default(),
        );
        from = literal.span.end;
    }
    text.push_str(brief.prompt.get(from..span.end).unwrap_or_default());
    text
}
