//! The words of an instruction: tokens with English keys, and the small words that say nothing.

mod reasons;

use crate::Span;
use crate::lexicon::lexicon;
use crate::quotes::Quoted;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep, Token};

/// An instruction cut into tokens; places are indices of tokens.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub reader: Reader<'a>,
}

/// Words that may stand anywhere without a meaning of their own.
const MEANINGLESS: &str = "please|pls|plz|kindly|thanks|thank|thx|just|also|too|then|now|simply|maybe|perhaps|btw|ok|okay|hey|hi|\
    hello|so|well|actually|basically|again|next|first|finally|lastly|and|or|but|~|@subj|@obj|@cl|hmm|um|uh|\
    lol|cheers|yes|yeah|great|sorry|possibly|somehow|definitely|quickly|asap|a|an|the|@de|still|already|there|really|kind|some|\
    it's|afterwards|additionally|lets|let's|both|instead";

/// Words that belong to no noun phrase.
const POLITE: &str =
    "please|pls|plz|thanks|thank|thx|kindly|lol|btw|asap|cheers|instead|completely|entirely";

/// Words that compare; where adjectives follow their noun they could be taken for one.
const COMPARATIVES: &str = "bigger|smaller|larger|taller|shorter|darker|lighter|brighter|thicker|thinner|longer|wider|huge|tiny|bold|italic|uppercase|\
    lowercase|transparent|warmer|cooler|sharper|round|open|closed";

/// Phrases at the start of a clause that only say that something is wanted.
const WISHES: &str = "can you please|could you please|can you|could you|would you|will you|can we|could we|can u|could u|\
    would you mind|i would like you to|i'd like you to|i want you to|i need you to|i would like to|\
    i'd like to|i want to|i need to|we want to|we need to|we should|i'd like|i would like|i want|i need|\
    we need|we want|we'd like|you should|you need to|let's|lets|let us|try to|go ahead and|help me|\
    help me to|do me a favor and|do it in|do it|do this in|try it|try this|try|want it|have it be|your task is to|the task is to|is it possible to|please|pls|plz|kindly|\
    new values|new figures|new data|the new values are|the new figures are|values|figures|how about|what about|what if we|what if you|what if it were|what if it was|what if it's|what if|imagine it|imagine|i wish|feel free to|be sure to|make sure to|make sure that|\
    make sure|ensure that|ensure|i think we should|i think|can i get|can i have|could i get|could i have|\
    may i have|we're going with|we are going with|going with|we're using|we've decided on|we decided on|we went with|let's go with|\
    go with|we picked|we chose|we're changing to|we're switching to|id like|id love|id like to|i'd love|i'd love to|i would love|it would be nice to|use your tools to|want|need|needs|could use|it needs|\
    should feel|it should feel|this should feel|should look|it should look|this should look|it needs to feel|needs to feel|it has to feel|must feel|it has to look|it needs to look|\
    it should have|it must have|there should be|there must be|there needs to be|should have|with|to|do|hey|\
    same but|the same but|same thing but|the same thing but|same picture but|same design but|exactly the same but|\
    hi|hello|ok|okay|now|then|also|so|and|next|first|finally|just|but|for me|edit this image to|\
    edit the image to|edit this photo to|edit the photo to|edit this picture to|edit the picture to|\
    edit this image|edit the image so that|edit it so that|edit it to|edit this photo|edit this|edit|\
    modify the image to|modify this image to|change the image to have|change it so that|change it so|\
    as well as|not only|i was wondering if you could|any chance you could|you could|you can|\
    would it be possible to|would be great if you could|would be nice to have|second|third|plus|lastly|\
    afterwards|additionally|actually|in addition|after that|secondly|thirdly|firstly|me|for this image|\
    for this one|in this image|in the image|in this photo|in the photo|in this picture|in the picture|\
    on this image|on this one|from this image|from this photo";

/// Words that mean the whole picture.
const PICTURE: &str = "image|images|picture|pictures|photo|photos|photograph|photographs|pic|pics|illustration|drawing|design|\
    composition|artwork|render|rendering|screenshot|file|scene|shot|img|graphic|visual|layout|canvas|\
    painting|page|poster|thing|overall|dashboard|flyer|infographic|brochure|leaflet|webpage|website|mockup|slide";

/// Whether a word is one of some words, parted by `|`.
pub(super) fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split('|').any(|other| other == word)
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str, quoted: Vec<Quoted>, tokens: Vec<Token>, language: &str) -> Self {
        let mut reader = Reader::new(text, quoted, tokens, language);
        let postposed = matches!(language, "es" | "pt" | "fr" | "it" | "ar" | "he");
        for at in 0..reader.len() {
            // Politeness belongs to no noun; behind a noun "bigger" is what it becomes.
            let idle = is_among(reader.key(at), POLITE)
                || postposed && is_among(reader.key(at), COMPARATIVES);
            if idle {
                reader.mark(at, at + 1, Use::Carrier);
            }
        }
        Self { reader }
    }

    pub fn len(&self) -> usize {
        self.reader.len()
    }

    /// Key of a token; empty for separators, quotes and beyond the end.
    pub fn key(&self, at: usize) -> &str {
        self.reader
            .tokens
            .get(at)
            .map_or("", |token| token.key.as_str())
    }

    /// Whether the key of a token is one of some words, parted by `|`.
    pub fn is(&self, at: usize, words: &str) -> bool {
        is_among(self.key(at), words)
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        self.reader.tokens.get(at)
    }

    pub fn sep(&self, at: usize, sep: Sep) -> bool {
        self.reader.sep(at, sep)
    }

    pub fn is_sep(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_sep)
    }

    pub fn is_emoji(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Emoji)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capital)
    }

    /// The quoted string at a token.
    pub fn quote(&self, at: usize) -> Option<String> {
        let quoted = self.token(at)?.quote()?;
        let span = self.reader.quoted.get(quoted)?.inner.clone();
        self.reader.prompt.get(span).map(str::to_owned)
    }

    /// End of the phrase when it stands at `at`.
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut end = at;
        for word in phrase.split(' ') {
            if self.key(end) != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// End of the longest of some phrases at `at`, parted by `|`.
    pub fn one_of(&self, at: usize, phrases: &str) -> Option<usize> {
        let first = self.key(at);
        if first.is_empty() {
            return None;
        }
        phrases
            .split('|')
            .filter(|phrase| phrase.starts_with(first))
            .filter_map(|phrase| self.phrase(at, phrase))
            .max()
    }

    /// Bytes from the first to the last token, quotes with their marks.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let outer = |at: usize| {
            let token = self.token(at)?;
            Some(match token.quote() {
                Some(quoted) => self.reader.quoted.get(quoted)?.outer.clone(),
                None => token.span.clone(),
            })
        };
        let tokens = (from..to.min(self.len())).filter_map(outer);
        let (mut start, mut end) = (usize::MAX, 0);
        for span in tokens {
            start = start.min(span.start);
            end = end.max(span.end);
        }
        if start > end { 0..0 } else { start..end }
    }

    pub fn text(&self, from: usize, to: usize) -> &'a str {
        self.reader.prompt.get(self.span(from, to)).unwrap_or("")
    }

    /// Whether a token is a word for the whole picture.
    pub fn is_picture(&self, at: usize) -> bool {
        self.is(at, PICTURE)
    }

    /// Skips wishes and politeness at the start of a clause.
    pub fn skip_wish(&self, mut at: usize, to: usize) -> usize {
        at = self.skip_number(at, to);
        while at < to {
            let end = if self.is_emoji(at) || self.is_sep(at) || self.is(at, "&|+") {
                at + 1
            } else if let Some(end) = self.same_but(at).filter(|end| *end < to) {
                end
            } else if self.asks_whether(at, to) {
                at + 1
            } else if self.is(at, "first|second|third|next|last") && self.is(at + 1, "one|ones") {
                break;
            } else if let Some(end) = self.one_of(at, WISHES).filter(|end| *end <= to) {
                end
            } else if self.is_word_that_says_nothing(at)
                && !self.is(at, "a|an|the|some|both|it's")
                && !(self.is(at, "instead") && self.is(at + 1, "of"))
            {
                at + 1
            } else {
                break;
            };
            at = end;
        }
        at
    }

    /// End of "same logo but": all that is not told stays.
    fn same_but(&self, at: usize) -> Option<usize> {
        let same = self.one_of(at, "the same|same|exactly the same")?;
        (same..same + 3)
            .find(|&i| self.is(i, "but"))
            .map(|but| but + 1)
    }

    /// "can the Travel slice be orange": a question that tells what is to be.
    fn asks_whether(&self, at: usize, to: usize) -> bool {
        const FAR: usize = 8;
        let asks = self.is(at, "can|could|should|may|might|would");
        let of_it = self.is(
            at + 1,
            "the|this|that|these|those|my|our|its|his|her|it|they|all|both",
        );
        asks && of_it
            && (at + 2..to.min(at + FAR)).any(|i| {
                self.is(
                    i,
                    "be|have|say|read|become|get|look|go|fade|stand|run|match",
                )
            })
    }

    /// Skips the number of a step: "step 2:", "3)".
    fn skip_number(&self, at: usize, to: usize) -> usize {
        let step = at + usize::from(self.is(at, "step"));
        let number = self
            .token(step)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
        let closed = [Sep::Colon, Sep::Close, Sep::Dash]
            .into_iter()
            .any(|sep| self.sep(step + 1, sep));
        // A lone figure numbers what follows; "16:9" and "800x600" say something.
        let figures = self.text(step, step + 1);
        let lone = step + 1 >= to
            && step == at
            && figures.len() <= 2
            && figures.bytes().all(|b| b.is_ascii_digit());
        if number && step < to && (closed || lone) {
            return (step + 2).min(to);
        }
        at
    }

    /// End of a remark that there is too much or too little: how much it is to be follows.
    pub fn remark(&self, at: usize) -> Option<usize> {
        // "too small, should fill the width": "too" is passed over as if it meant "also".
        let measured = self.is(
            at,
            "small|big|tiny|large|dark|bright|plain|boring|busy|cold|hot",
        );
        if measured && at > 0 && self.is(at - 1, "too") && self.is_sep(at + 1) {
            return Some(at + 2);
        }
        if let Some(end) = self.announced(at) {
            return Some(end);
        }
        if self.is(at, "oops|whoops|ugh|argh|hmm|uh|oh|ah|yikes|sorry") && self.is_sep(at + 1) {
            return Some(at + 2);
        }
        let from = self
            .one_of(
                at,
                "that's way|that is way|that's|that is|these are|way|far|a bit|there are|there is",
            )
            .unwrap_or(at);
        let end = self.one_of(
            from,
            "too few|too many|not enough|too little|too few of them|too boring|too plain|too dull|too sad|too empty|too cold|too serious|too noisy|\
            too loud|too childish|not good|not nice",
        )?;
        (self.is_sep(end)).then_some(end + 1)
    }

    /// Whether a sentence only says how somebody likes the picture.
    pub fn is_praise(&self, from: usize, to: usize) -> bool {
        const PRAISE: &str = "love|like|it|this|that|looks|look|great|nice|good|perfect|awesome|amazing|beautiful|wow|cool|so|far|job|work|very|much|better|almost|the|is|a|start|really|i|that's|it's|lovely|excellent|super|yes|not|bad|done|well";
        const TELLING: &str =
            "love|great|nice|good|perfect|awesome|amazing|beautiful|wow|lovely|excellent|looks";
        (from..to).all(|at| self.is(at, PRAISE) || self.is_sep(at) || self.is_emoji(at))
            && (from..to).any(|at| self.is(at, TELLING))
    }

    /// Skips "please", "in the image", "for me" behind an argument.
    pub fn skip_idle(&self, mut at: usize, to: usize) -> usize {
        while at < to {
            let Some(end) = self.idle_end(at, to) else {
                break;
            };
            at = end;
        }
        at
    }

    /// Whether what was told ends at `at`: nothing but small words follows, or another part of the sentence.
    pub fn closes(&self, at: usize, to: usize) -> bool {
        self.skip_idle(at, to) >= to || self.is_sep(at) || self.is(at, "and")
    }

    /// Skips "of the image" and the like behind a noun.
    pub fn skip_idle_of(&self, at: usize, to: usize) -> usize {
        if self.is(at, "of|in|on|from|within") {
            self.skip_idle(at, to)
        } else {
            at
        }
    }

    fn idle_end(&self, at: usize, to: usize) -> Option<usize> {
        // "larger so people can read it from far away": why.
        const WHY: &str = "so we see|so you see|so only|so that only|so that we see|so that you see|so it looks|so people|so that people|so everyone|so everybody|so i can|so we can|so you can|so they can|so it can be|\
            so that it can be|so it's easier|so it is easier|because|since it's|since it is|since they";
        if self.one_of(at, WHY).is_some() {
            return Some(to);
        }
        if let Some(end) = self.one_of(
            at,
            "for me|for us|it should shout|it should pop|it should stand out|it has to pop|it must stand out|so it pops|so it stands out|to make it pop|or something like that|or smth like that|or sth like that|or similar|or something similar|from monday|from tomorrow|from next week|from next month|starting monday|from now on|would be nicer|would look better|would look nicer|would be better|is better|looks better|would be nice|would be great|would be good|would be cool|would be lovely|would be perfect|would help|everywhere|throughout|all over|if possible|if you can|as well|as possible|or so|kind of|sort of|of course|in here|that is|that's|will you|would you|can you|could you|right now|all round|all around|on all sides|on every side|on each side|of them|a bit|a little|a little bit|slightly|a tad|by default|of it|at all|i think|this time|in every panel|in all panels|in each panel|on every page|on all pages|on every card|on all cards|in every row|between text and background|in every scene|wherever it appears|every time",
        ) {
            return Some(end);
        }
        if self.is_emoji(at) || self.is_sep(at) || self.is_word_that_says_nothing(at) {
            return Some(at + 1);
        }
        if !self.is(
            at,
            "in|on|of|from|to|within|across|for|throughout|@in|@at|@on|into|onto",
        ) {
            return None;
        }
        let mut noun = at + 1;
        while self.is(
            noun,
            "the|this|my|our|whole|entire|original|current|uploaded|attached|given|provided|that|a|an|final|input|source|~|your",
        ) {
            noun += 1;
        }
        let led = noun > at + 1;
        let led = led || self.reader.brief.language.0 != "en";
        (noun < to && led && self.is_picture(noun)).then_some(noun + 1)
    }

    fn is_word_that_says_nothing(&self, at: usize) -> bool {
        self.is(at, MEANINGLESS)
    }

    /// Whether a token that nobody read may be passed over.
    pub fn is_empty_word(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else {
            return true;
        };
        match token.kind {
            Kind::Sep(_) | Kind::Emoji => true,
            Kind::Word => {
                self.is_word_that_says_nothing(at)
                    || lexicon().stops.get(token.key.as_str()).is_some_and(|kind| {
                        matches!(*kind, "determiner" | "function")
                            && !matches!(
                                token.key.as_str(),
                                "not"
                                    | "no"
                                    | "nor"
                                    | "without"
                                    | "up"
                                    | "down"
                                    | "out"
                                    | "off"
                                    | "more"
                                    | "most"
                                    | "less"
                                    | "because"
                                    | "until"
                                    | "never"
                                    | "against"
                                    | "back"
                                    | "away"
                                    | "apart"
                                    | "together"
                            )
                    })
            }
            _ => false,
        }
    }
}
