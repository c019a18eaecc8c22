//! What a phrase points at: things, scenery, words in quotes, pictures that were handed in.

use super::design::HOLDERS;
use super::{Lead, heading, lead, part, role};
use crate::colors::color_at;
use crate::instruction::words::Words;
use crate::instruction::{Referent, Target, Which};
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::phrases::phrase_at;
use crate::tokens::Kind;
use crate::{Component, RelationKind};

/// A noun phrase with its determiners.
pub(super) fn noun(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Target)> {
    let mut before = Lead::default();
    let at = lead(words, from, to, &mut before);
    let alone = at >= to || words.is(at, "and|on|with|to|below|above|&") || words.is_sep(at);
    if let Some(few) = last_few(words, from, to) {
        return Some(few);
    }
    if alone && let Some(shared) = shared_noun(words, at, to, &before) {
        return Some((at, shared));
    }
    if alone
        && before.definite
        && matches!(before.which, Which::Nth(_) | Which::Last | Which::Middle)
    {
        return Some((
            at,
            Target {
                what: Referent::Same,
                which: before.which,
                ..Target::default()
            },
        ));
    }
    if at >= to {
        return None;
    }
    let (end, mut target) = quoted(words, at, to)
        .or_else(|| header_row(words, at, to))
        .or_else(|| headings(words, at, to))
        .or_else(|| lettering_of(words, at, to))
        .or_else(|| counted_off(words, at, to, &before))
        .or_else(|| input(words, from, at, to, &before))
        .or_else(|| scenery(words, at, to))
        .or_else(|| role(words, at, to))
        .or_else(|| heading(words, at, to))
        .or_else(|| part(words, at, to))
        .or_else(|| colored(words, at, to))
        .or_else(|| mark(words, at, to))
        .or_else(|| numbered(words, at, to))
        .or_else(|| the_one(words, at, to, &before))
        .or_else(|| thing(words, at, to))
        .or_else(|| piece(words, at, to))
        .or_else(|| name(words, at, to))?;
    if target.which == Which::Any && !matches!(target.what, Referent::Input(_)) {
        target.which = before.which;
    }
    let end = match before.which {
        Which::Nth(_) => words
            .one_of(end, "from the left|from left|from the top|from top")
            .unwrap_or(end),
        _ => end,
    };
    target.count = target.count.or(before.count);
    target.position = target.position.or(before.position);
    Some((end, target))
}

/// "the last two", "the first three": so many of what is spoken of, from one end.
fn last_few(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let from = words.one_of(at, "the")?;
    let which = match words.key(from) {
        "first" => Which::Nth(0),
        "last" => Which::Last,
        _ => return None,
    };
    let (len, n) = count_at(&words.reader.tokens, from + 1).filter(|(_, n)| *n > 1)?;
    let end = from + 1 + len;
    let colored = color_at(&words.reader.tokens, end).is_some();
    let told = words.is(end, "should|are|to|must|in|bigger|smaller|get|become");
    (colored || told || words.closes(end, to)).then(|| {
        let target = Target {
            what: Referent::Same,
            which,
            count: Some(n),
            ..Target::default()
        };
        (end.min(to), target)
    })
}

/// "the first and the last panel": an ordinal without a noun has that of the ordinal behind "and".
fn shared_noun(words: &Words<'_>, at: usize, to: usize, before: &Lead) -> Option<Target> {
    if before.which == Which::Any || at >= to || !words.is(at, "and|&|with") {
        return None;
    }
    let mut after = Lead::default();
    let next = lead(words, at + 1, to, &mut after);
    if after.which == Which::Any || next >= to {
        return None;
    }
    let (_, other) = noun(words, at + 1, to)?;
    (other.what != Referent::Same).then_some(Target {
        which: before.which,
        ..other
    })
}

/// "the header row", "the table header": the band that names the columns of a table.
fn header_row(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let end = words.one_of(
        at,
        "header row|heading row|head row|title row|table header|table heading|header line|header band|column header row|table head",
    )?;
    let what = Referent::Thing("header row".into());
    (end <= to).then(|| {
        let target = Target {
            what,
            ..Target::default()
        };
        (end, target)
    })
}

/// "the section headings", "all headlines": what heads the parts of a page.
fn headings(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let from = words
        .one_of(at, "section|category|column|card|group|table|block")
        .unwrap_or(at);
    let end = words.one_of(from, "headings|headlines|titles|subheadings|headers")?;
    let what = Referent::Thing("heading".into());
    (end <= to).then(|| {
        let target = Target {
            what,
            ..Target::default()
        };
        (end, target)
    })
}

/// "the speech bubble text", "the chart labels": the letters on something.
fn lettering_of(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    if words.reader.brief.language.0 != "en" {
        return None;
    }
    let head = (at + 1..to.min(at + 4))
        .find(|&i| words.is(i, "text|texts|lettering|letters|words|wording|font|labels"))?;
    let plain = (at..head).all(|i| words.token(i).is_some_and(|token| token.is_word()));
    let (end, on) = part(words, at, head)
        .or_else(|| thing(words, at, head))
        .filter(|(end, _)| plain && *end == head)?;
    debug_assert_eq!(end, head);
    let known = match &on.what {
        Referent::Thing(noun) => lexicon().nouns.get(noun).is_some(),
        _ => true,
    };
    let on = Target {
        words: words.text(at, head).to_string(),
        span: words.span(at, head),
        ..on
    };
    // "Change the button text to …": the words of the part.
    let reworded = matches!(on.what, Referent::Part { .. }) && words.is(head + 1, "to|into|as|@to");
    (known && !reworded).then(|| {
        let target = Target {
            what: Referent::AllText,
            by: Some((RelationKind::In, Box::new(on))),
            ..Target::default()
        };
        (head + 1, target)
    })
}

/// "“SALE”", "the text “SALE”", "the word SALE".
fn quoted(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let mut next = at;
    while words.is(
        next,
        "word|words|text|line|phrase|letters|writing|caption|message|string|label|sentence|wording|inscription|part|bit",
    ) {
        next += 1;
    }
    let led = next > at;
    while led
        && words.is(
            next,
            "that|which|says|saying|reading|reads|with|of|the|@says|called|@called|@de",
        )
    {
        next += 1;
    }
    let of_part = !led
        && next + 1 < to
        && (words.is(next + 1, HOLDERS)
            || lexicon()
                .components
                .at(&words.reader.tokens, next + 1)
                .is_some());
    if let Some(text) = words.quote(next).filter(|_| next < to && !of_part) {
        let end =
            next + 1 + usize::from(words.is(next + 1, "text|word|line|label|caption|writing|row|entry|item|field|input|step|bar|slice|point|price|value|figure"));
        return Some((
            end,
            Target {
                what: Referent::Text(text),
                ..Target::default()
            },
        ));
    }
    // "remove the line This weekend": the words as written, up to the end of the clause.
    let written = led
        && next < to
        && (words.is_capital(next)
            || words
                .token(next)
                .is_some_and(|token| token.kind == Kind::Number));
    written.then(|| {
        let mut end = next;
        while end < to
            && !words.is_sep(end)
            && !(end > next && words.is(end, "from|to|with|in|at") && !words.is_capital(end))
        {
            end += 1;
        }
        let text = words.text(next, end).to_string();
        (
            end,
            Target {
                what: Referent::Text(text),
                ..Target::default()
            },
        )
    })
}

/// "the second image", "image 2", "my logo", "the attached photo".
fn input(
    words: &Words<'_>,
    from: usize,
    at: usize,
    to: usize,
    before: &Lead,
) -> Option<(usize, Target)> {
    let is_image = words.is(
        at,
        "image|picture|photo|img|pic|input|file|reference|upload",
    );
    let found = |end: usize, n: u32| {
        let what = Referent::Input(n);
        Some((
            end,
            Target {
                what,
                ..Target::default()
            },
        ))
    };
    if is_image {
        if let Which::Nth(n) = before.which {
            return found(at + 1, n + 1);
        }
        let number = at + 1;
        let n: Option<u32> = words
            .key(number)
            .trim_start_matches('#')
            .parse()
            .ok()
            .or_else(|| crate::numbers::simple(words.key(number)));
        if let Some(n) = n.filter(|n| (1..=16).contains(n) && number < to) {
            return found(at + 2, n);
        }
        if before.which == Which::Last || (from..at).any(|i| words.is(i, "other")) {
            return found(at + 1, 2);
        }
    }
    if words.is(at, "attached|uploaded|provided|given|reference")
        && words.is(at + 1, "image|picture|photo|logo|file|pic")
    {
        let logo = words.is(at + 1, "logo");
        return logo.then(|| found(at + 2, 2)).flatten();
    }
    None
}

/// What people call what the mask selects.
const MASK: &str = "masked area|masked region|selected area|selected region|selection|mask|highlighted area|\
    highlighted region|marked area|area|region|marked region|circled area|part i marked|masked part|hole|\
    spot|selected part";

/// Returns the end of words at `at` that hold a clause to the mask: "inside the mask only", "only within the masked area".
pub(in crate::instruction) fn within_mask(words: &Words<'_>, at: usize) -> Option<usize> {
    let only = "only|just|but only|but just";
    let start = words.one_of(at, only).unwrap_or(at);
    let end = words.one_of(start, "inside|inside of|within")?;
    let end = words.one_of(words.one_of(end, "the|this|my").unwrap_or(end), MASK)?;
    Some(words.one_of(end, only).unwrap_or(end))
}

/// The background, the subject, the whole picture, all text, the mask.
fn scenery(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    const BACKGROUND: &str = "background|backdrop|bg|back ground|backgroud|backround|background image|background scene|background part|\
    backgrounds|background area|background color";
    const SUBJECT: &str = "foreground|subject|product|main subject|main object|main product|object|item|main item|main figure|\
    foreground object|main character|foreground subject|focal point|products|foreground objects";
    const TEXT: &str = "text|texts|wording|lettering|letters|writing|words|font|fonts|typography|type|captions|copy|\
    text elements|labels|all text";
    let target = |end: usize, what: Referent| {
        Some((
            end,
            Target {
                what,
                ..Target::default()
            },
        ))
    };
    if let Some(end) = words.one_of(at, BACKGROUND) {
        // "the background color" is read with its property.
        let end = if words.is(end - 1, "color") {
            end - 1
        } else {
            end
        };
        return target(end, Referent::Background);
    }
    if let Some(end) = words.one_of(at, SUBJECT) {
        return target(end, Referent::Subject);
    }
    if let Some(end) = words.one_of(at, MASK) {
        return target(end, Referent::Masked);
    }
    if words.is(at, "here|there") {
        return target(at + 1, Referent::Masked);
    }
    if words.is(at, "scenery|environment|surroundings|backround") {
        return target(at + 1, Referent::Background);
    }
    if words.is(at, "colors|colours|tones|lighting|exposure") {
        return target(at + 1, Referent::Picture);
    }
    if let Some(end) = words
        .one_of(at, TEXT)
        .filter(|end| words.quote(*end).is_none())
    {
        return target(end, Referent::AllText);
    }
    let picture = words.is_picture(at)
        && lexicon()
            .components
            .at(&words.reader.tokens, at)
            .is_none_or(|(len, part)| len == 1 && *part == Component::Photo);
    // "poster on the wall", "page 2", "scene": only where no noun goes on.
    let compound = words
        .reader
        .noun_at(at, true)
        .is_some_and(|(len, _)| len > 1)
        || at + 1 < to
            && words.reader.noun_at(at + 1, false).is_some()
            && !words.is(at + 1, "side|color");
    if picture && !compound {
        return target(at + 1, Referent::Picture);
    }
    None
}

/// "the red text", "the white background": a colour before scenery.
fn colored(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let (len, color) = color_at(&words.reader.tokens, at)?;
    let (end, mut target) = scenery(words, at + len, to)
        .or_else(|| role(words, at + len, to))
        .or_else(|| quoted(words, at + len, to))?;
    target.color = Some(color);
    Some((end, target))
}

/// "the Q3 bar", "the “Online store” slice": what a chart draws for a label.
fn mark(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let named = |i: usize| {
        words.is_capital(i)
            || words.quote(i).is_some()
            || words
                .token(i)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    let head = (at..to.min(at + 4))
        .find(|&i| !named(i))
        .filter(|head| *head > at)?;
    let chart = words.is(head + 1, "chart|charts|graph|graphs") && head + 1 < to;
    if head >= to || chart || !words.is(head, "bar|slice|segment|wedge") {
        return None;
    }
    let label = words
        .quote(at)
        .unwrap_or_else(|| words.text(at, head).to_string());
    let target = Target {
        what: Referent::Text(label),
        ..Target::default()
    };
    Some((head + 1, target))
}

/// An object, by the same reader as in prompts.
pub(super) fn thing(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let fits = |phrase: &crate::phrases::Phrase| phrase.to <= to;
    let phrase = phrase_at(&words.reader, at).filter(fits).or_else(|| {
        // A word that nobody knows is a noun behind its article.
        let led = at > 0
            && words.is(
                at - 1,
                "the|a|an|my|our|your|his|her|its|their|this|that|these|those",
            );
        led.then(|| phrase_at(&words.reader, at - 1))
            .flatten()
            .filter(fits)
    })?;
    let object = phrase.object;
    if object.noun.is_empty() || words.is(at, "more|less|as|so") {
        return None;
    }
    // A single capitalised word that no table knows is a name on the picture.
    let known =
        lexicon().category(&object.noun).is_some() || lexicon().places.get(&object.noun).is_some();
    let capital =
        (at..phrase.to).all(|i| words.is_capital(i)) && words.reader.brief.language.0 != "de";
    if !known && capital {
        return None;
    }
    // "the two cats orange": what ends in a colour is no compound.
    let last = phrase.to - 1;
    if last > at
        && color_at(&words.reader.tokens, last).is_some()
        && words.reader.brief.language.0 == "en"
    {
        let noun = (at..last).find_map(|i| {
            words
                .reader
                .noun_at(i, true)
                .filter(|(len, _)| i + len == last)
        });
        if let Some((_, noun)) = noun {
            let target = Target {
                what: Referent::Thing(noun.canonical.to_string()),
                color: color_at(&words.reader.tokens, at).map(|(_, color)| color),
                ..Target::default()
            };
            return Some((last, target));
        }
    }
    let counted = object.count.filter(|n| *n > 1);
    let target = Target {
        what: Referent::Thing(object.noun),
        color: object.color,
        count: counted,
        which: match object.size {
            Some(crate::SizeWord::Large | crate::SizeWord::Huge) if known => Which::Largest,
            Some(crate::SizeWord::Small | crate::SizeWord::Tiny) if known => Which::Smallest,
            _ => Which::Any,
        },
        ..Target::default()
    };
    Some((phrase.to, target))
}

/// "the red one", "the left one".
fn the_one(words: &Words<'_>, at: usize, to: usize, before: &Lead) -> Option<(usize, Target)> {
    let (len, color) =
        color_at(&words.reader.tokens, at).map_or((0, None), |(len, color)| (len, Some(color)));
    let one = words.is(at + len, "one|ones") && at + len < to;
    let meant = color.is_some() || before.position.is_some() || before.which != Which::Any;
    (one && meant).then(|| {
        let what = Referent::Same;
        (
            at + len + 1,
            Target {
                what,
                color,
                ..Target::default()
            },
        )
    })
}

/// "step 3", "row 2": a piece by its number.
fn numbered(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    piece(words, at, to).filter(|(_, target)| matches!(target.which, Which::Nth(_)))
}

/// "tip 3", "the last fact": a line of a list, by a word that names what such lines tell.
fn counted_off(words: &Words<'_>, at: usize, to: usize, before: &Lead) -> Option<(usize, Target)> {
    let (end, target) = piece(words, at, to)
        .filter(|_| words.is(at, "item|items|tip|tips|fact|facts|reason|rule|question"))?;
    let told = matches!(before.which, Which::Nth(_) | Which::Last);
    let listed = words.is(at, "item|items");
    (target.which != Which::Any || told && !listed).then_some((end, target))
}

/// "the last row", "the second column": pieces of a design that are drawn as nothing else.
fn piece(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let singular = match words.key(at) {
        "row" | "rows" => "row",
        "column" | "columns" => "column",
        "line" | "lines" => "line",
        "bar" => "bar",
        "slice" | "slices" => "slice",
        "point" | "points" => "point",
        "bullet" | "bullets" if words.is(at + 1, "point|points") => {
            let what = Referent::Thing("bullet".to_string());
            return (at + 1 < to).then(|| {
                (
                    at + 2,
                    Target {
                        what,
                        ..Target::default()
                    },
                )
            });
        }
        "bullet" | "bullets" => "bullet",
        "section" | "sections" => "section",
        "paragraph" | "paragraphs" => "paragraph",
        "step" | "steps" => "step",
        "entry" | "entries" => "entry",
        "tab" | "tabs" => "tab",
        "node" | "nodes" => "node",
        "panel" | "panels" => "panel",
        "corner" | "corners" => "corner",
        "axis" => "axis",
        "side" => "side",
        "task" | "tasks" => "task",
        "event" | "events" => "event",
        "milestone" | "milestones" => "milestone",
        "stage" | "stages" => "stage",
        "dish" | "dishes" => "dish",
        "item" | "items" => "item",
        "tip" | "tips" => "tip",
        "fact" | "facts" => "fact",
        "reason" | "reasons" => "reason",
        "rule" | "rules" => "rule",
        "question" | "questions" => "question",
        "product" | "products" => "product",
        _ => return None,
    };
    let what = Referent::Thing(singular.to_string());
    // "step 3", "row 2"
    let number = words
        .token(at + 1)
        .filter(|token| token.kind == Kind::Number && at + 1 < to)
        .and_then(|token| token.key.parse::<u32>().ok())
        .filter(|n| (1..=50).contains(n));
    (at < to).then(|| {
        let target = Target {
            what,
            which: number.map_or(Which::Any, |n| Which::Nth(n - 1)),
            ..Target::default()
        };
        (at + 1 + usize::from(number.is_some()), target)
    })
}

/// "move Build to Done": within a sentence a verb with a capital is somebody's name.
fn is_named_by_a_verb(words: &Words<'_>, at: usize) -> bool {
    words.is(
        at,
        "build|design|draw|make|create|show|write|plan|test|ship|launch|render|paint|generate",
    ) && at > 0
        && !words.is_sep(at - 1)
}

/// A capitalised word is a text by its words.
fn name(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    if color_at(&words.reader.tokens, at).is_some() {
        return None;
    }
    // "$49 to $39"
    let figure = words
        .token(at)
        .is_some_and(|token| token.form().is_some() || token.kind == Kind::Number);
    let closes = at + 1 >= to
        || words.is_sep(at + 1)
        || words.is(at + 1, "to|with|by|into|from|is|was|should|must|and|in|as");
    // "8 pm to 9 pm"
    let half = words.is(at + 1, "am|pm|a.m|p.m|uhr|o'clock");
    if figure && half && words.is(at + 2, "to|with|by|into|is") && at + 2 < to {
        let what = Referent::Text(words.text(at, at + 2).to_string());
        let target = Target {
            what,
            ..Target::default()
        };
        return Some((at + 2, target));
    }
    if figure && at < to && closes {
        let text = words.text(at, at + 1).to_string();
        let what = Referent::Text(text);
        return Some((
            at + 1,
            Target {
                what,
                ..Target::default()
            },
        ));
    }
    // "without Plus": a small word with a capital within a sentence is a name.
    let within = |i: usize| {
        i > 0
            && !words.is_sep(i - 1)
            && !words.is(i, "i|i'm|i'd")
            && words.reader.brief.language.0 != "de"
    };
    let mut end = at;
    while end < to
        && end < at + 6
        && words.token(end).is_some_and(|token| token.is_word())
        && (words.is_capital(end)
            && (!lexicon().stops.contains_key(words.key(end))
                || is_named_by_a_verb(words, end)
                || within(end))
            || end > at && words.is(end, "of|&") && words.is_capital(end + 1))
    {
        end += 1;
    }
    (end > at).then(|| {
        let text = words.text(at, end).to_string();
        let value =
            usize::from(words.is(end, "value|bar|figure|number|point|slice|row|line") && end < to);
        (
            end + value,
            Target {
                what: Referent::Text(text),
                ..Target::default()
            },
        )
    })
}
