//! Clauses that only tell why somebody asks: who speaks and what they think, what is wrong, whom it is for.

use super::Words;
use crate::instruction::verbs::{Verb, leading_verb_at};
use crate::tokens::{Kind, Sep};

/// People beside the one who speaks, and who works for them.
const OTHERS: &str = "people|customers|the customer|everyone|everybody|nobody|clients|client|the client|my client|board|the board|the boss|my boss|boss|\
    security|security team|the security team|management|marketing|legal|finance|mum|mom|dad|my mom|my mum|my kids|my wife|my husband|the team|our team|\
    my team|users|some users|the printer|my printer|our printer|the kids|the children|kids|children|the students|students|the teacher|visitors|\
    the audience|readers|the shop";

/// What others are or do about the picture as a whole.
const THINK: &str = "hates|hate|is bored of|are bored of|is tired of|said|say|says|doesn't like|don't like|likes|loves|can't read|complained|complain|\
    complains|asked|finds|find|thinks|think|prefers|has one|has an|have an";

impl Words<'_> {
    /// Where a clause begins whose first small words were passed over: "it's the whole point" for "whole point".
    pub fn begin(&self, from: usize) -> usize {
        let mut begin = from;
        while begin > 0 && !self.is_sep(begin - 1) && self.is_empty_word(begin - 1) {
            begin -= 1;
        }
        begin
    }

    /// End of words before a colon that only announce what is asked for: "funny version:", "softer:", "just for fun:".
    pub fn announced(&self, at: usize) -> Option<usize> {
        const AIMS: &str = "for fun|just for fun|for a laugh|as a joke|quick change|small change|small thing|one change|one thing|one more thing|\
            last thing|idea|another idea|new idea|softer|calmer|friendlier|fresher|cleaner|cosier|cozier|livelier|happier|quieter|more playful|\
            more elegant|more modern|more serious|more fun|more festive|easier to read";
        const KINDS: &str = "funny|silly|fun|joke|absurd|crazy|goofy|weird|surreal|cute|new|other|next|second|alternative";
        let kind = || {
            let named = self.is(at, KINDS) && self.is(at + 1, "version|variant|idea|take|try");
            named.then_some(at + 2)
        };
        let end = self.one_of(at, AIMS).or_else(kind)?;
        self.sep(end, Sep::Colon).then_some(end + 1)
    }

    /// Returns the end of a clause that only tells why: who speaks, or others, and what they do or think, or what looks wrong. It
    /// names no figure, no words and no colour, so that nothing on the picture could be meant.
    pub fn reason(&self, from: usize, to: usize) -> Option<usize> {
        const TELLERS: &str =
            "we|i|they|he|she|because|since|as|that's|it's|i'm|we're|he's|she's|they're|you";
        const ASKING: &str = "need|want|wants|needs|should|must|would|like|prefer";
        const FELT: &str = "it feels|it looks|it seems|that feels|this feels|feels|it reads|there is|there's|looks|it looks too|seems";
        // "so the kids can colour it in"
        let so = self.one_of(from, "so that|so");
        let start = so.unwrap_or(from);
        let told = self.one_of(start, OTHERS).is_some()
            || self.one_of(start, FELT).is_some()
            || self.is(start, TELLERS);
        let cut = (from + 1..to)
            .find(|&at| self.sep(at, Sep::Comma) || self.sep(at, Sep::Dash))
            .unwrap_or(to);
        if let Some(end) = self
            .complaint(from, cut)
            .or_else(|| self.purpose(from, cut))
        {
            return Some(end);
        }
        let says_more = |to: usize| {
            (from..to).any(|at| {
                self.quote(at).is_some()
                    || self.token(at).is_some_and(|token| {
                        token.kind == Kind::Number
                            || token.form().is_some_and(|_| !self.is_length(at))
                    })
                    || at > from && self.is_capital(at) && !self.is(at, "i")
                    || self.is(at, ASKING)
                    || so.is_none() && crate::colors::color_at(&self.reader.tokens, at).is_some()
                    || at > from
                        && leading_verb_at(self, at).is_some_and(|(_, verb)| verb == Verb::Refuse)
            })
        };
        let interjection = to == from + 1
            && self.is(
                from,
                "sale|oops|wait|hmm|ugh|yikes|sorry|argh|wow|no|whoops|news|update",
            );
        if interjection {
            return Some(to);
        }
        if !told || to <= from + 1 {
            return None;
        }
        [to, cut].into_iter().find(|end| !says_more(*end))
    }

    /// Returns the end of a clause that tells why in so many words, whatever it could be read as otherwise: "so the kids can colour
    /// it in", "the tiles don't line up".
    pub fn plain_reason(&self, from: usize, to: usize) -> Option<usize> {
        let cut = (from + 1..to)
            .find(|&at| self.sep(at, Sep::Comma) || self.sep(at, Sep::Dash))
            .unwrap_or(to);
        let so = from > 0 && self.is(from - 1, "so") || self.is(from, "so");
        let can = so
            && (from..cut).any(|at| {
                self.is(
                    at,
                    "can|could|will|may|don't|doesn't|won't|stays|stay|knows|know|see|sees",
                )
            });
        let someone = (from..cut.min(from + 4)).any(|at| self.is(at, "kids|children|people|we|i|they|you|everyone|students|it|customers|she|he|guests|visitors"));
        if can && someone && (from..cut).all(|at| self.quote(at).is_none()) {
            return Some(cut);
        }
        if self.others(from, cut) || self.as_it_is(from) {
            return Some(cut);
        }
        self.complaint(from, cut)
    }

    /// "client is bored of blue", "security team said no", "the printer trims 5mm": what others think, whatever it is about, or do,
    /// where it could mean nothing on the picture.
    fn others(&self, from: usize, to: usize) -> bool {
        const TELLING: &str = "is|are|should|must|be|on|in|at|to|with|of|needs|and|says|has";
        let Some(verb) = self.one_of(from, OTHERS) else {
            return false;
        };
        let unquoted = (from..to).all(|at| self.quote(at).is_none());
        let thinks = self.one_of(verb, THINK).is_some_and(|end| end <= to);
        let plain = |at: usize| {
            !self.is_capital(at) && crate::colors::color_at(&self.reader.tokens, at).is_none()
        };
        let does = from > 0 && verb + 1 < to && !self.is(verb, TELLING) && (verb..to).all(plain);
        unquoted && (thinks || does)
    }

    /// "right now all grey", "currently it's blue", "8 is too many": how it is at present.
    fn as_it_is(&self, from: usize) -> bool {
        const NOW: &str = "right now all|right now it's|right now they're|right now it|right now they|currently|at the moment|as it stands|it's all|now they're all";
        let figure = self
            .token(from)
            .is_some_and(|token| token.kind == Kind::Number);
        let many = "is too many|are too many|is too much|is too few|is not enough|are not enough|isn't enough";
        self.one_of(from, NOW).is_some() || figure && self.one_of(from + 1, many).is_some()
    }

    /// "5mm", "2 cm": a length of the world, which no picture shows.
    fn is_length(&self, at: usize) -> bool {
        let text = self.text(at, at + 1);
        let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        unit.len() < text.len() && matches!(unit, "mm" | "cm" | "m" | "in" | "inch")
    }

    /// "the tiles don't line up", "the colours are too similar": what is wrong, where what follows says how to mend it.
    fn complaint(&self, from: usize, to: usize) -> Option<usize> {
        const WORDS_MAX: usize = 6;
        const WRONG: &str = "don't line up|do not line up|dont line up|doesn't line up|aren't aligned|are not aligned|isn't aligned|are crooked|is crooked|look off|\
            looks off|is off|are off|too similar|clash|clashes|hard to read|hard to see|hard to make out|doesn't stand out|don't stand out|looks bad|look bad|\
            looks wrong|look wrong|looks boring|is boring|looks cramped|is cramped|too crowded|plain and boring|is kinda cramped|is a bit cramped|is so cramped|is too cramped|is messy|looks messy|not readable|unreadable|gets lost|get lost|isn't clear|is unclear";
        let end = (from + 1..to.min(from + WORDS_MAX)).find_map(|at| self.one_of(at, WRONG))?;
        (end >= to).then_some(to)
    }

    /// "for my year 4s at the back of the room": whom it is for.
    fn purpose(&self, from: usize, to: usize) -> Option<usize> {
        const FOR: &str = "for print|for printing|for the web|for a website|for my website|for slides|for a slide|for my|for our|for people|for the kids|for kids|for anyone|for everyone|for older|for visitors|for customers|for those|for the audience|for readers";
        // "i need it for slides": the wish may have been passed over.
        const IT_FOR: &str = "it for|this for|that for|them for";
        let needed = |at: usize| self.is(at, "need|want|using|use");
        let quoted = (from..to).any(|at| self.quote(at).is_some());
        if let Some(end) = self
            .one_of(from, IT_FOR)
            .filter(|_| from > 0 && needed(from - 1))
        {
            let plain = (end..to).all(|at| !self.is_capital(at) && self.quote(at).is_none());
            return plain.then_some(to);
        }
        self.one_of(from, FOR).filter(|_| !quoted).map(|_| to)
    }
}
