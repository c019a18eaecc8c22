//! The text of a letter: salutation, paragraphs, closing, signature.

use super::desk::Desk;
use crate::outline::trimmed;
use crate::{Role, Span};

/// Words with which a letter begins.
const OPENINGS: &[&str] = &[
    "dear ",
    "to whom it may concern",
    "hello ",
    "hi ",
    "liebe ",
    "lieber ",
    "sehr geehrte",
    "hallo ",
    "estimad",
    "querid",
    "muy señor",
    "cher ",
    "chère ",
    "madame",
    "monsieur",
    "bonjour ",
    "gentile ",
    "caro ",
    "cara ",
    "egregi",
    "prezad",
    "geachte",
    "beste ",
    "szanown",
    "drogi",
    "sayın ",
    "sevgili ",
    "уважаем",
    "дорог",
    "шановн",
    "любий ",
    "люба ",
    "尊敬的",
    "亲爱的",
    "拝啓",
    "様へ",
    "안녕하세요",
    "عزيزي",
    "עזי",
    "שלום ",
    "लक",
    "प्रिय",
];
/// Words with which it ends, before the name.
const CLOSINGS: &[&str] = &[
    "kind regards",
    "best regards",
    "warm regards",
    "with regards",
    "regards",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "sincerely",
    "respectfully",
    "best wishes",
    "warmly",
    "with love",
    "all the best",
    "love,",
    "cheers,",
    "thank you,",
    "mit freundlichen grüßen",
    "freundliche grüße",
    "herzliche grüße",
    "viele grüße",
    "liebe grüße",
    "atentamente",
    "saludos cordiales",
    "un cordial saludo",
    "saludos",
    "un abrazo",
    "cordialement",
    "bien à vous",
    "sincères salutations",
    "cordiali saluti",
    "distinti saluti",
    "atenciosamente",
    "cumprimentos",
    "met vriendelijke groet",
    "z poważaniem",
    "saygılarımla",
    "с уважением",
    "з повагою",
    "此致",
    "敬具",
    "감사합니다",
    "مع أطيب التحيات",
    "مع التحية",
    "בברכה",
    "सादर",
];
/// Words from which a paragraph is cut at the next full stop.
const PARAGRAPH_WORDS: usize = 55;

impl Desk {
    /// Reads the letter proper and returns where it begins; the end of the prompt when none is given.
    pub(super) fn letter(&mut self) -> usize {
        let end = self.brief.prompt.len();
        let Some(start) = self.opening() else {
            return end;
        };
        let close = self.closing_at(start);
        for span in self.paragraphs(start..close.unwrap_or(end)) {
            let at = self.add_sentence(span);
            self.sheet.body.extend(at);
        }
        if let Some(close) = close {
            for span in self.lines(close..end) {
                let at = self.add(span, Role::Person);
                self.sheet.closing.extend(at);
            }
        }
        start
    }

    /// Where the letter begins: at its salutation, or behind the colon before a text.
    fn opening(&self) -> Option<usize> {
        let found = OPENINGS
            .iter()
            .flat_map(|word| self.lower[self.start..].match_indices(word))
            .map(|(at, _)| self.start + at)
            .filter(|at| {
                let before = self.lower[..*at].trim_end_matches([' ', '"', '“', '\'', '\n']);
                before.is_empty()
                    || before.ends_with([':', '.', ',', ';', '!'])
                    || self.lower[..*at].ends_with('\n')
                    || self.lower[..*at].ends_with(['"', '“'])
            })
            .min();
        found.or_else(|| {
            let colon = self.start + self.lower[self.start..].find([':', '：'])?;
            let behind = colon + self.lower[colon..].chars().next().map_or(1, char::len_utf8);
            let words = self.lower[behind..].split_whitespace().count();
            (words >= 8).then_some(behind)
        })
    }

    fn closing_at(&self, start: usize) -> Option<usize> {
        CLOSINGS
            .iter()
            .filter_map(|word| {
                let at = start + self.lower[start..].rfind(word)?;
                let before = self.lower[..at].trim_end_matches([' ', '\n']);
                let opens = before.ends_with(['.', '!', '?', ',', '。', ';'])
                    || self.lower[..at].ends_with('\n');
                let rest = self.lower[at..].split_whitespace().count();
                (opens && rest <= 14).then_some(at)
            })
            .min()
    }

    /// Salutation first, then paragraphs as written; a long one is cut at full stops.
    fn paragraphs(&self, within: Span) -> Vec<Span> {
        let text = &self.brief.prompt[within.clone()];
        let mut out = Vec::new();
        let greets = OPENINGS
            .iter()
            .any(|w| self.lower[within.clone()].trim_start().starts_with(w));
        let mut from = within.start;
        if greets
            && let Some(n) = text.char_indices().find(|(at, c)| {
                matches!(c, ',' | '\n' | '!' | '，' | ':')
                    || *c == '.' && text[..*at].split(' ').count() > 2
            })
        {
            let end = within.start + n.0 + if n.1 == '\n' { 0 } else { n.1.len_utf8() };
            out.push(within.start..end);
            from = end;
        }
        for piece in self.brief.prompt[from..within.end].split('\n') {
            out.extend(self.short_paragraphs(from..from + piece.len()));
            from += piece.len() + 1;
        }
        out
    }

    fn short_paragraphs(&self, span: Span) -> Vec<Span> {
        let text = &self.brief.prompt[span.clone()];
        let mut out = Vec::new();
        let mut start = span.start;
        for (at, mark) in text.match_indices(['.', '!', '?']) {
            let end = span.start + at + mark.len();
            if !self.brief.prompt[end..].starts_with(' ') {
                continue;
            }
            if self.brief.prompt[start..end].split_whitespace().count() >= PARAGRAPH_WORDS {
                out.push(start..end);
                start = end;
            }
        }
        out.push(start..span.end);
        out
    }

    /// The parts between commas and line breaks.
    fn lines(&self, within: Span) -> Vec<Span> {
        let mut out = Vec::new();
        let mut start = within.start;
        for (at, mark) in self.brief.prompt[within.clone()].match_indices([',', '\n']) {
            out.extend(trimmed(&self.brief.prompt, start..within.start + at));
            start = within.start + at + mark.len();
        }
        out.extend(trimmed(&self.brief.prompt, start..within.end));
        out
    }

    /// Adds a text with the marks at its end.
    fn add_sentence(&mut self, span: Span) -> Option<usize> {
        let text = self.brief.prompt.get(span.clone())?;
        let kept = text.trim_matches(|c: char| c.is_whitespace() || "\"“”".contains(c));
        let start = span.start + text.find(kept)?;
        let within = start..start + kept.len();
        (!within.is_empty()).then(|| crate::outline::add(&mut self.brief, within, Role::Body))
    }
}
