//! The state that the reading steps share: tokens, what each was used for, and the brief so far.

use crate::forms::FormKind;
use crate::lexicon::{Noun, lexicon};
use crate::quotes::Quoted;
use crate::tokens::{Case, Kind, Sep, Token};
use crate::{Brief, Genre, Span};

/// What a token was understood as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Free,
    Carrier,
    Genre,
    Topic,
    Role,
    Literal,
    Look,
    Canvas,
    Constraint,
    Described,
    Object,
    Setting,
}

/// A prompt that is being read.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub prompt: &'a str,
    pub quoted: Vec<Quoted>,
    pub tokens: Vec<Token>,
    pub uses: Vec<Use>,
    /// Whether a token may be an instruction, judged by how it is written.
    pub plain: Vec<bool>,
    pub brief: Brief,
    /// End of the words that tell what a printed piece is a picture of ("poster of a red fox"); nought where none do.
    pub shown_to: usize,
    /// For each token, the first token of its clause and the end of its clause.
    clauses: Vec<(usize, usize)>,
}

/// Whether a token ends a clause; slashes and loose marks do not.
fn ends_clause(token: &Token) -> bool {
    token.is_sep() && !token.is(Sep::Slash) && !token.is(Sep::Other)
}

/// Start and end of the clause of every token; a separator ends the clause before it.
fn clauses(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut clauses = vec![(0, tokens.len()); tokens.len()];
    let mut start = 0;
    for at in 0..tokens.len() {
        clauses[at].0 = start;
        if ends_clause(&tokens[at]) {
            start = at + 1;
        }
    }
    let mut end = tokens.len();
    for at in (0..tokens.len()).rev() {
        if ends_clause(&tokens[at]) {
            end = at;
        }
        clauses[at].1 = end;
    }
    clauses
}

impl<'a> Reader<'a> {
    pub fn new(prompt: &'a str, quoted: Vec<Quoted>, tokens: Vec<Token>, language: &str) -> Self {
        let uses = vec![Use::Free; tokens.len()];
        let brief = Brief {
            prompt: prompt.to_string(),
            language: crate::Language(language.to_string()),
            ..Brief::default()
        };
        Self {
            prompt,
            quoted,
            plain: vec![true; tokens.len()],
            shown_to: 0,
            clauses: clauses(&tokens),
            tokens,
            uses,
            brief,
        }
    }

    /// Cuts the clauses anew, after tokens became separators.
    pub fn cut_clauses(&mut self) {
        self.clauses = clauses(&self.tokens);
    }

    /// Parts a token of a word and a number ("Jan 5") at its blank.
    pub fn part(&mut self, at: usize) {
        let span = self.tokens[at].span.clone();
        let Some(blank) = self.prompt[span.clone()].find(' ').map(|b| span.start + b) else {
            return;
        };
        let token = |span: crate::Span, kind: Kind| Token {
            key: crate::tokens::lower(&self.prompt[span.clone()]),
            case: self.tokens[at].case,
            span,
            kind,
        };
        let parts = [
            token(span.start..blank, Kind::Word),
            token(blank + 1..span.end, Kind::Number),
        ];
        self.tokens.splice(at..=at, parts);
        self.uses.insert(at, self.uses[at]);
        self.plain.insert(at, self.plain[at]);
        self.cut_clauses();
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Key of a word or number; empty for everything else.
    pub fn key(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .filter(|token| token.is_wordlike())
            .map_or("", |token| token.key.as_str())
    }

    pub fn is_free(&self, at: usize) -> bool {
        self.uses.get(at) == Some(&Use::Free)
    }

    /// Whether a token is free and may be an instruction.
    pub fn is_plain(&self, at: usize) -> bool {
        self.is_free(at) && self.plain[at]
    }

    pub fn is_sep(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(Token::is_sep)
    }

    pub fn sep(&self, at: usize, sep: Sep) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sep))
    }

    pub fn form(&self, at: usize) -> Option<FormKind> {
        self.tokens.get(at).and_then(Token::form)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is_wordlike() && token.is_capital())
    }

    pub fn is_lower(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is_wordlike() && token.case == Case::Lower)
    }

    /// Whether the token stands in a run of capitalised words.
    pub fn is_capital_run(&self, at: usize) -> bool {
        // The keys of one word ("Fortschrittsring") are no run.
        let other = |i: usize| {
            self.is_capital(i)
                && self.tokens.get(at).map(|token| &token.span) != Some(&self.tokens[i].span)
        };
        other(at + 1) || at > 0 && other(at - 1)
    }

    /// Whether the script of the token has no capitals.
    pub fn is_caseless(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is_word() && token.case == Case::None)
    }

    pub fn mark(&mut self, from: usize, to: usize, meaning: Use) {
        let to = to.min(self.uses.len());
        if from < to {
            self.uses[from..to].fill(meaning);
        }
    }

    /// Bytes from the first to the last token of `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self
            .tokens
            .get(from)
            .map_or(self.prompt.len(), |token| token.span.start);
        let end = if to > from {
            self.tokens[to - 1].span.end
        } else {
            start
        };
        start..end.max(start)
    }

    pub fn text(&self, from: usize, to: usize) -> &'a str {
        &self.prompt[self.span(from, to)]
    }

    /// Keys of `from..to` joined by blanks.
    pub fn keys(&self, from: usize, to: usize) -> String {
        let from = from.min(to);
        self.tokens[from..to]
            .iter()
            .filter(|token| !token.is_sep())
            .map(|token| token.key.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The words of `from..to` as a label is printed: English ones in lower case, others as they are written.
    pub fn label_words(&self, from: usize, to: usize) -> String {
        if self.brief.language.0 == "en" {
            self.keys(from, to)
        } else {
            self.text(from, to).to_string()
        }
    }

    /// First token of the clause that holds `at`.
    pub fn clause_start(&self, at: usize) -> usize {
        self.clauses.get(at).map_or(self.len(), |clause| clause.0)
    }

    /// End of the clause that holds `at`.
    pub fn clause_end(&self, at: usize) -> usize {
        self.clauses.get(at).map_or(self.len(), |clause| clause.1)
    }

    /// Length and role of small words that lead to a title ("title Attendance Week 12").
    pub fn leads_to_title(&self, at: usize) -> Option<(usize, crate::Role)> {
        let (len, word) = lexicon().roles.at(&self.tokens, at)?;
        let titles = ["title", "head", "tagline", "slogan", "motto", "strapline"]
            .iter()
            .any(|word| self.key(at + len - 1).contains(word));
        let role = matches!(word.role, crate::Role::Title | crate::Role::Subtitle);
        (role && titles && self.is_lower(at)).then_some((len, word.role))
    }

    pub fn ends_sentence(&self, at: usize) -> bool {
        [Sep::Stop, Sep::Mark, Sep::Line, Sep::Semi]
            .into_iter()
            .any(|sep| self.sep(at, sep))
    }

    /// Returns the longest noun at `at` that is free: of the vocabulary, or in a picture of things a word for a particular one.
    ///
    /// Such a word may also be a verb or an adjective; then it counts as a noun only when it is `led` by an article or the like.
    pub fn noun_at(&self, at: usize, led: bool) -> Option<(usize, Noun)> {
        let free = |i: usize| self.is_free(i);
        // "a balloon top right": a place, and nothing to wear.
        let cell = matches!(self.key(at), "top" | "bottom")
            && matches!(
                self.key(at + 1),
                "left" | "right" | "center" | "centre" | "corner"
            );
        if cell {
            return None;
        }
        let known = lexicon().nouns.at_with(&self.tokens, at, free);
        if !self.is_scene() {
            return known.map(|(len, noun)| (len, *noun));
        }
        let key = self.key(at);
        let other = |key: &str| {
            lexicon().verbs.contains_key(key)
                || lexicon().stops.contains_key(key)
                || lexicon().adjectives.get(key).is_some()
                || crate::setting::is_setting_word(key)
        };
        crate::kinds::kinds()
            .nouns()
            .at_with(&self.tokens, at, free)
            .filter(|(len, _)| known.is_none_or(|(known, _)| known < *len))
            .filter(|(len, _)| *len > 1 || led || !other(key))
            .filter(|(len, _)| *len > 1 || lexicon().relations.at(&self.tokens, at).is_none())
            .or(known)
            .map(|(len, noun)| (len, *noun))
    }

    /// Whether the picture is illustrated rather than set: unquoted text is then description.
    pub fn is_scene(&self) -> bool {
        matches!(
            self.brief.genre,
            Genre::Scene
                | Genre::Composed
                | Genre::Product
                | Genre::Pattern
                | Genre::Gradient
                | Genre::Avatar
        )
    }
}
