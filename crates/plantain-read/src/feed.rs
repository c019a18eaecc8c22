//! Posts as they stand in a feed: "tweet by Maya Chen @mayabuilds: "Shipping is a feature." 2.4K likes 318 retweets".

use crate::outline::{add, lowered};
use crate::{Brief, Component, Described, Genre, Literal, Origin, Role, Span};

/// Names of a post that say that it is seen in its feed.
const POSTS: &[&str] = &[
    "tweet",
    "tweets",
    "tweet card",
    "toot",
    "skeet",
    "status update",
    "feed post",
    "post screenshot",
    "post mockup",
    "post card",
    "post ui",
    "post preview",
    "tweet screenshot",
];
/// What is counted under a post, in lower case.
const COUNTED: &[&str] = &[
    "like",
    "likes",
    "retweet",
    "retweets",
    "repost",
    "reposts",
    "reply",
    "replies",
    "comment",
    "comments",
    "share",
    "shares",
    "view",
    "views",
    "reaction",
    "reactions",
    "bookmark",
    "bookmarks",
    "quotes",
    "upvotes",
    "points",
    "boosts",
    "favorites",
    "favourites",
];
/// Words of a line about the author, at most.
const ABOUT_WORDS_MAX: usize = 8;

/// "swipe up arrow": the words stand on the story, the arrow is drawn.
fn swiped(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::Story | Genre::SocialCard) {
        return;
    }
    for literal in &mut brief.literals {
        let lower = literal.text.to_lowercase();
        let Some(words) = lower.strip_suffix(" arrow") else {
            continue;
        };
        if literal.origin == Origin::Quoted || !words.starts_with("swipe") {
            continue;
        }
        literal.text.truncate(words.len());
        literal.span.end = literal.span.start + words.len();
        brief.described.push(Described {
            kind: Component::Arrow,
            words: words.trim_start_matches("swipe ").to_owned(),
            count: None,
            span: literal.span.clone(),
        });
    }
}

/// Sorts what a post in a feed says: who, the handle, the words, the counts.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    swiped(brief);
    let counts = counts(brief, &lower);
    if !is_post(brief, &lower, counts.len()) {
        return;
    }
    brief.feed_post = true;
    brief.pairs.clear();
    brief.lists.clear();
    brief.links.clear();
    let meets = |a: &Span, b: &Span| a.start < b.end && b.start < a.end;
    brief
        .literals
        .retain(|l| l.origin == Origin::Quoted || !counts.iter().any(|c| meets(c, &l.span)));
    for span in counts {
        add(brief, span, Role::Value);
    }
    said_before_handle(brief);
    for literal in &mut brief.literals {
        bare_handle(literal);
    }
    brief.literals.sort_by_key(|l| l.span.start);
    join_about(brief);
    authored(brief);
}

/// Whether the prompt asks for a post with its frame, not for a picture to be posted.
fn is_post(brief: &Brief, lower: &str, counts: usize) -> bool {
    let genre = matches!(brief.genre, Genre::SocialCard | Genre::QuoteCard);
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|w| !w.is_empty())
        .collect();
    let says = |phrase: &&str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|w| w == phrase)
    };
    // "instagram post with 214 likes": what is counted stands below a post that is shown.
    genre && (POSTS.iter().any(says) || counts >= 2 || counts == 1 && says(&"post"))
}

/// Places of "2.4K likes", outside quotation marks.
fn counts(brief: &Brief, lower: &str) -> Vec<Span> {
    let quoted = |at: usize| {
        let mut quotes = brief.literals.iter().filter(|l| l.origin == Origin::Quoted);
        quotes.any(|l| (l.span.start..l.span.end).contains(&at))
    };
    let mut out = Vec::new();
    let mut figure: Option<Span> = None;
    let mut at = 0;
    for piece in lower.split_inclusive(char::is_whitespace) {
        let word = piece.trim_matches(|c: char| !(c.is_alphanumeric()));
        let start = at + piece.find(word).unwrap_or(0);
        let end = start + word.len();
        at += piece.len();
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            figure = Some(start..end);
        } else if let Some(figure) = figure.take()
            && COUNTED.contains(&word)
            && !quoted(start)
            // "2 Like this post": a step that is numbered.
            && !brief.prompt[start..].starts_with(char::is_uppercase)
        {
            out.push(figure.start..end);
        }
    }
    out
}

/// `"Ship often." by @devnora`: what is said before a handle is a text of its own.
fn said_before_handle(brief: &mut Brief) {
    let mut found = Vec::new();
    for literal in &brief.literals {
        let plain = literal.origin != Origin::Quoted && literal.span.len() == literal.text.len();
        let open = literal
            .text
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '“' | '\'' | '‘'));
        let Some(open) = open.filter(|_| plain) else {
            continue;
        };
        let close = match open {
            '“' => '”',
            '‘' => '’',
            same => same,
        };
        let from = open.len_utf8();
        let Some(end) = literal.text.rfind(close).filter(|end| *end > from) else {
            continue;
        };
        found.push(Literal {
            text: literal.text[from..end].to_string(),
            span: literal.span.start + from..literal.span.start + end,
            role: Role::Quote,
            origin: Origin::Quoted,
            on_object: None,
        });
    }
    brief.literals.extend(found);
}

/// "handle @maya": the sign tells what it is.
fn bare_handle(literal: &mut Literal) {
    if literal.origin == Origin::Quoted {
        return;
    }
    if let Some(at) = literal.text.find('@')
        && literal.text[at..].split_whitespace().count() == 1
        && literal.span.len() == literal.text.len()
    {
        literal.span.start += at;
        literal.text.drain(..at);
        literal.role = Role::Contact;
    }
}

/// "Tom Becker, CTO at Lumo": what somebody is stays one line.
fn join_about(brief: &mut Brief) {
    let mut at = 0;
    while at + 1 < brief.literals.len() {
        let [first, second] = [at, at + 1].map(|i| &brief.literals[i]);
        let gap = brief.prompt.get(first.span.end..second.span.start);
        let loose = first.origin != Origin::Quoted && second.origin != Origin::Quoted;
        if loose && gap.is_some_and(|gap| matches!(gap, " at " | " of " | " & " | " @ ")) {
            let end = second.span.end;
            brief.remove_literal(at + 1);
            let first = &mut brief.literals[at];
            first.span.end = end;
            first.text = brief.prompt[first.span.clone()].to_string();
        } else {
            at += 1;
        }
    }
}

/// Gives the roles: the longest quoted text is said, a short one beside it names who says it.
fn authored(brief: &mut Brief) {
    let is_free = |l: &Literal| {
        !matches!(l.role, Role::Value | Role::Date | Role::Time) && !l.text.starts_with('@')
    };
    let said = (0..brief.literals.len())
        .filter(|&i| is_free(&brief.literals[i]))
        .max_by_key(|&i| {
            let literal = &brief.literals[i];
            let named = literal.role == Role::Person;
            (literal.origin == Origin::Quoted, !named, literal.text.len())
        });
    let Some(said) = said else { return };
    brief.literals[said].role = Role::Quote;
    let person = (0..brief.literals.len()).find(|&i| brief.literals[i].role == Role::Person);
    let author = person.or_else(|| {
        (0..brief.literals.len()).find(|&i| {
            let literal = &brief.literals[i];
            i != said && is_free(literal) && literal.text.starts_with(char::is_uppercase)
        })
    });
    for (i, literal) in brief.literals.iter_mut().enumerate() {
        if Some(i) == author {
            literal.role = Role::Person;
        } else if i != said
            && !matches!(
                literal.role,
                Role::Value | Role::Contact | Role::Date | Role::Time | Role::Button
            )
            && literal.text.split_whitespace().count() <= ABOUT_WORDS_MAX
        {
            literal.role = Role::Caption;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role::{Caption, Contact, Person, Quote, Value};
    use crate::outline::check_texts;
    use crate::read;

    #[test]
    fn a_told_arrow_of_a_story_is_drawn() {
        let brief = read("instagram story \"3 days to go\", swipe up arrow");
        let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["3 days to go", "swipe up"]);
        let arrow = brief
            .described
            .iter()
            .find(|d| d.kind == crate::Component::Arrow);
        assert_eq!(arrow.map(|d| d.words.as_str()), Some("up"));
    }

    #[test]
    fn a_post_keeps_who_what_and_how_many() {
        check_texts(&[
            (
                "tweet screenshot by Maya Chen @mayabuilds: \"Shipping is a feature.\" 2.4K likes 318 retweets",
                &[
                    (Person, "Maya Chen"),
                    (Contact, "@mayabuilds"),
                    (Quote, "Shipping is a feature."),
                    (Value, "2.4K likes"),
                    (Value, "318 retweets"),
                ],
            ),
            (
                "tweet: \"Ship small, ship often.\" by @devnora, 512 likes",
                &[
                    (Quote, "Ship small, ship often."),
                    (Contact, "@devnora"),
                    (Value, "512 likes"),
                ],
            ),
            (
                "twitter post mockup, name Maya Chen, handle @mayabuilds, text \"Shipping is a feature.\", 2,431 likes",
                &[
                    (Person, "Maya Chen"),
                    (Contact, "@mayabuilds"),
                    (Quote, "Shipping is a feature."),
                    (Value, "2,431 likes"),
                ],
            ),
            (
                "linkedin post screenshot: \"We are hiring!\" by Tom Becker, CTO at Lumo, 214 likes 32 comments",
                &[
                    (Quote, "We are hiring!"),
                    (Person, "Tom Becker"),
                    (Caption, "CTO at Lumo"),
                    (Value, "214 likes"),
                    (Value, "32 comments"),
                ],
            ),
        ]);
    }

    #[test]
    fn a_picture_to_be_posted_is_no_post_in_a_feed() {
        for prompt in [
            "instagram post for a bakery Freshly baked every morning @goldencrust with bread and croissant",
            "instagram post quote \"Less is more\"",
            "linkedin post graphic \"We hit 10k users\"",
        ] {
            assert!(!read(prompt).feed_post, "{prompt}");
        }
    }
}
