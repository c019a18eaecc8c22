//! Addresses, codes, ratios and sizes: what one chunk of letters and digits is.

use super::amounts::is_amount;
use super::{FormKind, adjacent, key};
use crate::tokens::{Kind, Sep, Token};

/// Kind of a URL, e-mail address, handle or hashtag.
pub(crate) fn address_kind(chunk: &str) -> Option<FormKind> {
    if let Some(rest) = chunk.strip_prefix('@') {
        return (rest.len() >= 2
            && rest
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-')))
        .then_some(FormKind::Handle);
    }
    if let Some(rest) = chunk.strip_prefix('#') {
        if matches!(rest.len(), 3 | 6)
            && rest.bytes().all(|b| b.is_ascii_hexdigit())
            && rest.bytes().any(|b| b.is_ascii_digit())
        {
            return Some(FormKind::Hex);
        }
        let letters = rest.chars().any(char::is_alphabetic);
        return (letters && rest.chars().all(|c| c.is_alphanumeric() || c == '_'))
            .then_some(FormKind::Hashtag);
    }
    if let Some((user, host)) = chunk.split_once('@') {
        let plain = |text: &str| {
            !text.is_empty()
                && text
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
        };
        return (plain(user) && plain(host) && host.contains('.')).then_some(FormKind::Email);
    }
    is_url(chunk).then_some(FormKind::Url)
}

/// Endings that make "name.ending" a web address without a scheme.
const TOP_DOMAINS: &[&str] = &[
    "com",
    "org",
    "net",
    "io",
    "co",
    "app",
    "dev",
    "ai",
    "edu",
    "gov",
    "uk",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "br",
    "jp",
    "cn",
    "ru",
    "in",
    "us",
    "eu",
    "ch",
    "at",
    "nl",
    "se",
    "no",
    "dk",
    "fi",
    "pl",
    "info",
    "biz",
    "shop",
    "store",
    "online",
    "site",
    "xyz",
    "me",
    "tv",
    "design",
    "studio",
    "cafe",
    "example",
    "test",
    "art",
    "club",
    "travel",
    "nz",
    "au",
    "ca",
    "mx",
    "ar",
    "kr",
    "be",
    "ie",
    "green",
    "blog",
    "events",
    "academy",
    "photo",
    "photos",
    "photography",
    "agency",
    "cloud",
    "tech",
    "world",
    "live",
    "space",
    "coffee",
    "pizza",
    "yoga",
    "fitness",
    "kitchen",
    "bar",
];

fn is_url(chunk: &str) -> bool {
    let lower = chunk.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return lower.len() > 10;
    }
    let host = lower.split(['/', '?']).next().unwrap_or("");
    if host.starts_with("www.") && host.len() > 6 {
        return true;
    }
    let Some((name, top)) = host.rsplit_once('.') else {
        return false;
    };
    let label = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    TOP_DOMAINS.contains(&top)
        && name.split('.').all(label)
        && name.chars().any(|c| c.is_ascii_alphabetic())
        && name.len() >= 2
        && chunk.chars().any(|c| c.is_ascii_lowercase())
}

/// "555-0147", "0161 496 0321", "+49 221 555013", "(212) 555-0199" without its first bracket.
pub(super) fn phone(prompt: &str, tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    let grouped = |chunk: &str| {
        chunk
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | '/'))
            && chunk.chars().filter(char::is_ascii_digit).count()
                >= if chunk.starts_with('+') { 1 } else { 2 }
    };
    if !grouped(first) {
        return None;
    }
    let mut len = 1;
    while let Some(next) = tokens.get(at + len)
        && next.kind == Kind::Number
        && adjacent(tokens, at + len)
        && grouped(&next.key)
        && !next.key.starts_with('+')
    {
        len += 1;
    }
    let text = &prompt[tokens[at].span.start..tokens[at + len - 1].span.end];
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let lead = first.starts_with('0') || first.starts_with('+');
    let dashed = len == 1
        && first.split('-').count() >= 2
        && first.split('-').all(|part| part.len() >= 3)
        && first.matches('-').count() <= 3;
    let us = dashed
        && matches!(
            first.split('-').map(str::len).collect::<Vec<_>>()[..],
            [3, 4] | [3, 3, 4] | [1, 3, 3, 4] | [4, 4] | [3, 4, 4]
        );
    let spoken = at > 0
        && key(tokens, at - 1).is_some_and(|key| {
            matches!(
                key,
                "call"
                    | "tel"
                    | "phone"
                    | "telephone"
                    | "fax"
                    | "mobile"
                    | "whatsapp"
                    | "rsvp"
                    | "text"
            )
        });
    // "2019-2023", "2024 2025 2026": years, no number.
    let year = |part: &str| part.len() == 4 && part.starts_with(['1', '2']);
    let years =
        dashed && len == 1 && first.split('-').all(year) || len > 1 && text.split(' ').all(year);
    let enough = (7..=15).contains(&digits) && !years;
    // "40 38 41 36 33", "120 150 170": figures of a series; the groups of a number without a lead end in a longer one.
    let last = tokens[at + len - 1].key.len();
    let grouped_by_three = (3..=4).contains(&len) && digits >= 9 && (lead || last >= 4)
        || lead && len >= 3 && digits >= 9;
    (enough && (grouped_by_three || lead && (len > 1 || digits >= 9) || us || spoken))
        .then_some((len, FormKind::Phone))
}

/// "(212) 555-0199", "+1 (212) 555-0199": a phone number whose code of the area stands in brackets.
pub(super) fn bracketed_phone(
    prompt: &str,
    tokens: &[Token],
    at: usize,
) -> Option<(usize, FormKind)> {
    let digits = |at: usize| {
        let token = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
        let plain = token
            .key
            .chars()
            .all(|c| c.is_ascii_digit() || "-.+/".contains(c));
        let count = token.key.chars().filter(char::is_ascii_digit).count();
        plain.then_some(count)
    };
    let land = digits(at).is_some() && tokens[at].key.starts_with('+');
    let open = at + usize::from(land);
    let bracket = |at: usize, sep: Sep, mark: &str| {
        let token = tokens.get(at).filter(|token| token.is(sep))?;
        (prompt.get(token.span.clone()) == Some(mark)).then_some(())
    };
    bracket(open, Sep::Open, "(")?;
    let area = digits(open + 1).filter(|count| (2..=5).contains(count))?;
    bracket(open + 2, Sep::Close, ")")?;
    let mut count = area;
    let mut len = open + 3 - at;
    while let Some(more) = digits(at + len)
        && adjacent(tokens, at + len)
        && !tokens[at + len].key.starts_with('+')
    {
        count += more;
        len += 1;
    }
    let behind = count - area;
    ((7..=15).contains(&count) && behind >= 5).then_some((len, FormKind::Phone))
}

/// Kind of a chunk that stands alone.
pub(super) fn chunk_kind(chunk: &str) -> Option<FormKind> {
    if is_canvas(chunk) {
        return Some(FormKind::Canvas);
    }
    let digits = chunk.trim_start_matches(['+', '-', '−', '~', '≈', '–', '±']);
    let signed = digits.len() < chunk.len();
    if is_amount(chunk) && (signed || chunk.contains(['.', ',', '\''])) {
        return Some(FormKind::Figure);
    }
    if let Some((from, to)) = chunk.split_once(['-', '–'])
        && is_amount(from)
        && is_amount(to.trim_end_matches('%'))
    {
        return Some(FormKind::Range);
    }
    if let Some((from, to)) = chunk.split_once('/')
        && is_amount(from)
        && is_amount(to)
    {
        return Some(FormKind::Range);
    }
    let suffix = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    if matches!(
        suffix,
        "k" | "m" | "bn" | "b" | "mn" | "+" | "x" | "k+" | "m+"
    ) && digits.len() > suffix.len()
    {
        return Some(FormKind::Figure);
    }
    if chunk.starts_with('#') && digits_only(&chunk[1..]) {
        return Some(FormKind::Code);
    }
    (chunk.len() >= 5
        && chunk.contains('-')
        && chunk.chars().any(|c| c.is_ascii_digit())
        && chunk.chars().filter(|c| c.is_alphabetic()).count() < 3)
        .then_some(FormKind::Code)
}

fn digits_only(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Ratios that pictures have; "9:41" is no ratio.
pub(crate) const ASPECTS: &[(u32, u32)] = &[
    (1, 1),
    (16, 9),
    (9, 16),
    (4, 3),
    (3, 4),
    (3, 2),
    (2, 3),
    (4, 5),
    (5, 4),
    (21, 9),
    (9, 21),
    (1, 4),
    (4, 1),
    (1, 8),
    (8, 1),
    (2, 1),
    (1, 2),
    (16, 10),
];

pub(super) fn is_aspect(chunk: &str) -> bool {
    chunk
        .split_once(':')
        .and_then(|(w, h)| Some((w.parse::<u32>().ok()?, h.parse::<u32>().ok()?)))
        .is_some_and(|ratio| ASPECTS.contains(&ratio))
}

/// "16:9", "1024x768", "4k".
pub(super) fn is_canvas(chunk: &str) -> bool {
    if is_aspect(chunk) || matches!(chunk, "2k" | "4k" | "8k" | "1080p" | "720p" | "2160p") {
        return true;
    }
    chunk.split_once(['x', '×']).is_some_and(|(w, h)| {
        let side = |text: &str| {
            text.parse::<u32>()
                .is_ok_and(|side| (64..=16_384).contains(&side))
        };
        side(w) && side(h.trim_end_matches("px"))
    })
}

/// Endings that make "name.ending" a file.
const FILE_ENDINGS: &[&str] = &[
    "pdf", "jpg", "jpeg", "png", "gif", "svg", "txt", "md", "doc", "docx", "xls", "xlsx", "ppt",
    "pptx", "csv", "zip", "mp3", "mp4", "mov", "py", "js", "ts", "rs", "html", "css", "json",
    "psd", "fig",
];

/// "INV-2027-031", "v2.1", "A-113": letters and digits joined.
pub(super) fn code_word(text: &str) -> Option<FormKind> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let file = text
        .rsplit_once('.')
        .is_some_and(|(name, ending)| !name.is_empty() && FILE_ENDINGS.contains(&ending));
    if file {
        return Some(FormKind::Code);
    }
    let version = text.starts_with(['v', 'V'])
        && text.len() > 1
        && text[1..].chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits > 0;
    let code = digits > 0
        && capitals > 0
        && text.contains('-')
        && text
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    (version || code).then_some(FormKind::Code)
}
