//! Clauses that only tell how a design is arranged, painted or worked out: "zigzag", "oldest first", "four different colors",
//! "show it as cups", "blue board", "7 in the corner". None of their words is printed.

use super::palette::push_color;
use crate::colors::color_at;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// Words for an order or a way that say it without others.
const ORDERS: &[&str] = &[
    "zigzag",
    "zig-zag",
    "alternating",
    "oldest",
    "newest",
    "earliest",
    "latest",
    "clockwise",
    "ascending",
    "descending",
];

/// Words that may stand beside them.
const BESIDE: &[&str] = &[
    "left",
    "right",
    "top",
    "bottom",
    "to",
    "down",
    "up",
    "first",
    "last",
    "sorted",
    "in",
    "a",
    "the",
    "order",
    "from",
    "and",
    "layout",
    "style",
    "line",
    "vertically",
    "horizontally",
    "sides",
];

/// What a printed piece is made of or stands on.
const CARRIERS: &[&str] = &[
    "board",
    "card",
    "paper",
    "plate",
    "panel",
    "sheet",
    "parchment",
    "cardboard",
];

/// Takes such clauses for the look of a design; the colours that they name become its palette.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    if reader.is_scene() {
        return;
    }
    let mut from = 0;
    while from < reader.len() {
        let to = reader.clause_end(from);
        if to > from {
            clause(reader, from, to);
        }
        // `headline "How much sleep?" night blue with stars`: what stands behind a text in quotes is told apart.
        let quote = (from..to).rfind(|&at| reader.tokens[at].quote().is_some());
        if let Some(quote) = quote.filter(|at| at + 1 < to) {
            clause(reader, quote + 1, to);
        }
        from = to + 1;
    }
    for at in 0..reader.len() {
        icon(reader, at);
        if let Some(to) = listing(reader, at)
            .or_else(|| asked(reader, at))
            .or_else(|| counted(reader, at))
            .or_else(|| returns(reader, at))
            .or_else(|| spelled(reader, at))
            .or_else(|| placed(reader, at))
            .or_else(|| lettered(reader, at))
            .or_else(|| led(reader, at))
        {
            reader.mark(at, to, Use::Look);
            listed(reader, to);
        }
    }
}

/// "says GAME NIGHT": a verb that leads to what is written is no part of it, whoever read the line.
pub(crate) fn settle(brief: &mut crate::Brief) {
    let logo = brief.genre == crate::Genre::Logo;
    for literal in brief.literals.iter_mut().filter(|_| logo) {
        // "monogram BL in a navy square": the word tells what the letters are.
        let letters = literal
            .text
            .strip_prefix("monogram ")
            .or_else(|| literal.text.strip_prefix("initials "));
        let letters =
            letters.filter(|rest| rest.chars().count() <= 3 && !rest.contains(char::is_lowercase));
        if let Some(letters) = letters.map(str::to_owned) {
            literal.span.start = literal.span.end - letters.len();
            literal.text = letters;
        }
    }
    for literal in &mut brief.literals {
        let lead = ["says ", "saying ", "reads ", "that says ", "which says "]
            .iter()
            .find(|lead| literal.text.starts_with(**lead));
        let Some(lead) = lead.filter(|_| literal.origin != crate::Origin::Quoted) else {
            continue;
        };
        let rest = &literal.text[lead.len()..];
        if rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            literal.text = rest.to_owned();
            literal.span.start += lead.len();
        }
    }
}

fn clause(reader: &mut Reader<'_>, from: usize, to: usize) {
    if ranks(reader, from, to) {
        return reader.mark(from, to, Use::Look);
    }
    if felt(reader, from, to) || each(reader, from, to) {
        return reader.mark(from, to, Use::Look);
    }
    // ". Dark, a lighthouse": a shade that stands alone is that of the piece.
    let shade =
        to == from + 1 && from > 0 && reader.ends_sentence(from - 1) && reader.is_free(from);
    if shade && matches!(reader.key(from), "dark" | "light") {
        reader
            .brief
            .look
            .dark
            .get_or_insert(reader.key(from) == "dark");
        return reader.mark(from, to, Use::Look);
    }
    if let Some(color) = strewn(reader, from, to) {
        let background = &mut reader.brief.canvas.background;
        background.get_or_insert(crate::Background::Color(color));
        return reader.mark(from, to, Use::Look);
    }
    let plain = (from..to).all(|at| {
        reader.is_free(at)
            && reader.tokens[at].is_wordlike()
            && !(at > from && reader.is_capital(at))
    });
    if !plain || reader.is_capital(from) && from > 0 && !reader.ends_sentence(from - 1) {
        return;
    }
    if on_carrier(reader, from, to)
        && let Some((_, color)) = color_at(&reader.tokens, from)
    {
        let background = &mut reader.brief.canvas.background;
        background.get_or_insert(crate::Background::Color(color));
    }
    if only_colors(reader, from, to) || on_carrier(reader, from, to) || owned(reader, from, to) {
        for at in from..to {
            if let Some((_, color)) = color_at(&reader.tokens, at) {
                push_color(&mut reader.brief.look.palette, color);
            }
        }
        reader.mark(from, to, Use::Look);
    } else if orders(reader, from, to) || differs(reader, from, to) || works(reader, from, to) {
        reader.mark(from, to, Use::Look);
        listed(reader, to);
    }
}

/// "oldest first: Jay 1900, Owl 1950": a list goes on behind what was taken from its head.
fn listed(reader: &mut Reader<'_>, at: usize) {
    if reader.sep(at, Sep::Colon) {
        reader.tokens[at].kind = Kind::Sep(Sep::Comma);
        reader.cut_clauses();
    }
}

/// "Château feel", "Wes Anderson vibe": what a printed piece is to remind of, where no known look is named.
fn felt(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_MAX: usize = 4;
    let known = |at: usize| {
        crate::lexicon::lexicon()
            .looks
            .at(&reader.tokens, at)
            .is_some()
    };
    crate::copy::is_printed(reader.brief.genre)
        && (2..=WORDS_MAX).contains(&(to - from))
        && matches!(
            reader.key(to - 1),
            "feel" | "vibe" | "vibes" | "look" | "mood" | "aesthetic" | "energy" | "inspired"
        )
        && reader.is_lower(to - 1)
        && (from..to).all(|at| reader.is_free(at) && reader.tokens[at].is_word() && !known(at))
}

/// "icons for each", "an icon beside every step": what the parts of a piece have beside their words.
fn each(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_MAX: usize = 7;
    let part = (from..to.min(from + 3)).any(|at| {
        matches!(
            reader.key(at),
            "icon"
                | "icons"
                | "picture"
                | "pictures"
                | "illustration"
                | "illustrations"
                | "drawing"
                | "drawings"
        )
    });
    let all = (from + 1..to).any(|at| matches!(reader.key(at), "each" | "every" | "all"));
    part && all && to - from <= WORDS_MAX && (from..to).all(|at| reader.is_free(at))
}

/// "night blue with stars": the ground of a sheet by its colour, and what is strewn over it.
fn strewn(reader: &Reader<'_>, from: usize, to: usize) -> Option<crate::Color> {
    let (len, color) = color_at(&reader.tokens, from)?;
    let with = from + len;
    let strewn = matches!(
        reader.key(to - 1),
        "stars"
            | "dots"
            | "sparkles"
            | "confetti"
            | "bubbles"
            | "stripes"
            | "clouds"
            | "snowflakes"
    );
    let sheet = matches!(
        reader.brief.genre,
        crate::Genre::Infographic | crate::Genre::Timeline | crate::Genre::Table
    );
    (sheet && strewn && reader.key(with) == "with" && with + 3 >= to && with + 1 < to)
        .then_some(color)
}

/// "C is the biggest": how a part of a chart compares with the others.
fn ranks(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_MAX: usize = 6;
    let is = (from + 1..to).find(|&at| reader.key(at) == "is" && reader.key(at + 1) == "the");
    reader.brief.genre == crate::Genre::Chart
        && to - from <= WORDS_MAX
        && is.is_some_and(|is| {
            is + 3 == to
                && matches!(
                    reader.key(is + 2),
                    "biggest"
                        | "largest"
                        | "smallest"
                        | "highest"
                        | "lowest"
                        | "tallest"
                        | "longest"
                        | "shortest"
                )
        })
        && (from..to).all(|at| reader.is_free(at))
}

/// "zigzag", "left to right", "oldest first".
fn orders(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let order = |at: usize| ORDERS.contains(&reader.key(at));
    let way = matches!(
        reader.keys(from, to).as_str(),
        "left to right"
            | "right to left"
            | "top to bottom"
            | "bottom to top"
            | "top down"
            | "bottom up"
    );
    way || (from..to).any(order)
        && (from..to).all(|at| order(at) || BESIDE.contains(&reader.key(at)))
}

/// "four different colors", "each one in a different color".
fn differs(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let key = |back: usize| to.checked_sub(back).map_or("", |at| reader.key(at));
    let color = matches!(key(1), "color" | "colors" | "colour" | "colours");
    color && to - from <= 6 && matches!(key(2), "different" | "own" | "various" | "matching")
}

/// "show it as cups", "add up the total", "make them up": what is left to whoever draws.
fn works(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let keys = reader.keys(from, to.min(from + 3));
    matches!(
        keys.as_str(),
        "show it as"
            | "show them as"
            | "draw it as"
            | "draw them as"
            | "shown as a"
            | "make them up"
            | "make it up"
            | "add up the"
            | "sum up the"
            | "add the total"
            | "calculate the total"
            | "work out the"
    ) || keys.starts_with("shown as ")
}

/// "only red black and white": colours and nothing else behind a word that bounds them.
fn only_colors(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const COLORS_MIN: usize = 2;
    let color = |at: usize| color_at(&reader.tokens, at).is_some();
    matches!(reader.key(from), "only" | "just" | "strictly")
        && (from + 1..to).all(|at| color(at) || matches!(reader.key(at), "and" | "&"))
        && (from + 1..to).filter(|&at| color(at)).count() >= COLORS_MIN
}

/// "blue board", "on old parchment": what the piece stands on, with its colour.
fn on_carrier(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_MAX: usize = 3;
    let last = to - 1;
    to - from <= WORDS_MAX
        && last > from
        && from > 0
        && CARRIERS.contains(&reader.key(last))
        && (from..last).all(|at| color_at(&reader.tokens, at).is_some())
}

/// "circular process w/ four arrows:": how many signs join the parts of a cycle.
fn counted(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let short = reader.key(at) == "w" && reader.sep(at + 1, Sep::Slash);
    let led = (short || matches!(reader.key(at), "with" | "w/" | "using")) && reader.is_free(at);
    let at = at + usize::from(short);
    let count = crate::numbers::count_at(&reader.tokens, at + 1).is_some();
    let sign = matches!(
        reader.key(at + 2),
        "arrows" | "boxes" | "circles" | "segments" | "colors" | "colours"
    );
    let cycle = reader.brief.genre == crate::Genre::Cycle;
    (cycle && led && count && sign && reader.is_sep(at + 3)).then_some(at + 3)
}

/// "Act → back to Plan": the way home of a cycle.
fn returns(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let back = reader.key(at) == "back" && reader.key(at + 1) == "to";
    let cycle = reader.brief.genre == crate::Genre::Cycle;
    let arrow = at > 0 && reader.sep(at - 1, Sep::Arrow);
    (cycle && back && arrow && reader.is_free(at)).then(|| reader.clause_end(at))
}

/// "my bubbles green, hers gray": the colour of what is somebody's.
fn owned(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_MAX: usize = 4;
    let whose = matches!(
        reader.key(from),
        "my" | "mine" | "his" | "her" | "hers" | "their" | "theirs" | "your" | "yours"
    );
    let color = (from + 1..to).find(|&at| color_at(&reader.tokens, at).is_some());
    let part = |at: usize| {
        matches!(
            reader.key(at),
            "bubble" | "bubbles" | "message" | "messages" | "ones" | "in" | "are" | "is"
        )
    };
    whose && to - from <= WORDS_MAX && color.is_some_and(|color| (from + 1..color).all(part))
}

/// "Style: clean, white": the head of a line on the look, on a card that is told line by line.
fn asked(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let opens = at == 0 || reader.is_sep(at - 1);
    let look = matches!(reader.key(at), "style" | "look" | "colors" | "colours")
        && opens
        && reader.is_free(at)
        && reader.sep(at + 1, Sep::Colon)
        && reader.brief.genre == crate::Genre::BusinessCard;
    look.then_some(at + 1)
}

/// "a small bridge icon in steel blue top right" on a card: the thing is drawn, the words around it tell how and where.
fn icon(reader: &mut Reader<'_>, at: usize) {
    let card = reader.brief.genre == crate::Genre::BusinessCard;
    if !card || reader.key(at) != "icon" || !reader.is_free(at) || at == 0 {
        return;
    }
    let (from, to) = (reader.clause_start(at), reader.clause_end(at));
    for word in from..to {
        let around = matches!(
            reader.key(word),
            "a" | "an"
                | "with"
                | "small"
                | "little"
                | "tiny"
                | "simple"
                | "icon"
                | "in"
                | "on"
                | "at"
                | "the"
                | "top"
                | "bottom"
                | "left"
                | "right"
                | "corner"
        );
        if around && reader.is_free(word) {
            reader.mark(word, word + 1, Use::Look);
        }
    }
}

/// "Rows - Notifications, Privacy": the word for the entries of a screen before its dash.
fn listing(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let word = matches!(
        reader.key(at),
        "rows" | "items" | "entries" | "options" | "list"
    );
    let opens = at == 0 || reader.ends_sentence(at - 1);
    (word && opens && reader.is_free(at) && reader.sep(at + 1, Sep::Dash)).then_some(at + 1)
}

/// "letters that spell HAPPY", "…, says GAME NIGHT", "spelling out": the words before what is written, up to it.
fn spelled(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if !reader.is_free(at) || !reader.is_lower(at) {
        return None;
    }
    let that = usize::from(matches!(reader.key(at), "that" | "which"));
    let verb = at + that;
    let spells = matches!(reader.key(verb), "spell" | "spells" | "spelling");
    let opens = at > 0
        && at == reader.clause_start(at)
        && matches!(reader.key(verb), "says" | "saying" | "reading" | "reads");
    let to = verb + 1 + usize::from(spells && reader.key(verb + 1) == "out");
    let worded = reader.is_capital(to)
        || reader
            .tokens
            .get(to)
            .is_some_and(|token| token.quote().is_some());
    ((spells || opens) && worded).then_some(to)
}

/// "SPOKE & SADDLE around the circle", "slide number 7 in the corner": where a text stands, behind it and up to a mark.
fn placed(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const TAILS: &[&str] = &[
        "around the circle",
        "around the edge",
        "around the rim",
        "around the border",
        "around the outside",
        "along the edge",
        "in the corner",
        "in a corner",
    ];
    if at == 0 || !reader.is_free(at) {
        return None;
    }
    let to = at + 3;
    let text = reader.is_capital(at - 1)
        || reader.tokens[at - 1].quote().is_some()
        || reader
            .text(at - 1, at)
            .starts_with(|c: char| c.is_ascii_digit());
    let closed = to == reader.len() || to < reader.len() && reader.is_sep(to);
    (text && closed && TAILS.contains(&reader.keys(at, to).as_str())).then_some(to)
}

/// `"From the author of …" on top in small caps`: where a text in quotes stands and how it is set, up to a mark.
fn lettered(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        "on",
        "at",
        "in",
        "the",
        "top",
        "bottom",
        "all",
        "small",
        "big",
        "large",
        "tiny",
        "caps",
        "capitals",
        "uppercase",
        "lowercase",
        "italic",
        "italics",
        "bold",
        "letters",
        "print",
    ];
    let quoted = at > 0 && reader.tokens[at - 1].quote().is_some();
    if !quoted || !reader.is_free(at) || reader.is_scene() {
        return None;
    }
    let end = reader.clause_end(at);
    let set = (at..end).any(|i| {
        matches!(
            reader.key(i),
            "caps" | "capitals" | "uppercase" | "lowercase" | "italic" | "italics" | "bold"
        )
    });
    let all = (at..end).all(|i| reader.is_free(i) && WORDS.contains(&reader.key(i)));
    (set && all && at < end).then_some(end)
}

/// "parts labelled with leader lines": the lines that lead to the parts.
fn led(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let lead = matches!(reader.key(at), "leader" | "pointer" | "callout")
        && matches!(reader.key(at + 1), "lines" | "line");
    let with = usize::from(at > 0 && reader.key(at) == "with");
    if with == 1 {
        let inner = led(reader, at + 1)?;
        return Some(inner);
    }
    (lead && reader.is_free(at) && !reader.sep(at, Sep::Comma)).then_some(at + 2)
}

#[cfg(test)]
mod tests {
    use crate::read;

    fn check(prompt: &str, texts: &[&str]) {
        let brief = read(prompt);
        let found: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(found, texts, "{prompt}");
    }

    #[test]
    fn how_it_is_arranged_is_not_printed() {
        check(
            "game consoles timeline, zigzag, 1972 Pong era, 1985 8-bit, 2006 Motion",
            &["1972 Pong era", "1985 8-bit", "2006 Motion"],
        );
        check(
            "birds timeline, left to right, oldest first: 1900 Jay, 1950 Owl, 1990 Kite",
            &["1900 Jay", "1950 Owl", "1990 Kite"],
        );
        check(
            "vertical infographic, title: Tea we drink; Turkey 3 kg, Ireland 2 kg, Japan 1 kg. show it as mugs",
            &["Tea we drink", "Turkey 3 kg", "Ireland 2 kg", "Japan 1 kg"],
        );
        check(
            "library rules sign: LIBRARY RULES, No food, No shouting, No bikes. green board",
            &["LIBRARY RULES", "No food", "No shouting", "No bikes"],
        );
        check(
            "banner with balloons, big letters that spell WELCOME HOME ZOE",
            &["WELCOME HOME ZOE"],
        );
        check(
            "infographic about naps: Baby 3 h, Child 1 h, headline \"How long?\" night blue with stars, icons for each",
            &["Baby 3 h", "Child 1 h", "How long?"],
        );
        check(
            "cider label. Normandy feel, cream paper, \"Maison Petit\" \"Brut\"",
            &["Maison Petit", "Brut"],
        );
        check(
            "Crime series, book 3. Title: Low Water. Author: M. Dane. Dark, a lantern. \"A Harbour Novel\" on top in small caps",
            &["book 3", "Low Water", "M. Dane", "A Harbour Novel"],
        );
    }
}
