//! Words that come: texts, lines, watermarks.

use super::{add, free_text};
use crate::colors::color_at;
use crate::forms::FormKind;
use crate::instruction::arguments::location_at;
use crate::instruction::predicates::Parsed;
use crate::instruction::words::Words;
use crate::instruction::{Change, Item, LetterCase, Location, TypeSetting};
use crate::lexicon::{LookKind, Policy, lexicon};
use crate::phrases::phrase_at;
use crate::tokens::{Kind, Sep};
use crate::{Color, Component, Role};

pub(super) fn quoted(words: &Words<'_>, at: usize, to: usize, text: String) -> Parsed {
    let mut end = at + 1;
    let mut setting = TypeSetting::default();
    // "“Tip” “1.50”": a value beside its label; "“SALE” in red".
    let value = words.quote(end).filter(|_| end < to);
    end += usize::from(value.is_some());
    let role = match words.is(end, "link") && value.is_none() && end < to {
        true => Role::Link,
        false => Role::Text,
    };
    while words.is(end, "text|label|line|button|badge|sign|link|caption|note|hint|heading|headline|slogan|message|tagline")
        && end < to
        && value.is_none()
    {
        if let Some((len, kind)) = lexicon().components.at(&words.reader.tokens, end) {
            let item = Item::Part {
                kind: *kind,
                texts: vec![text],
                color: None,
            };
            return add(words, end + len, to, item);
        }
        end += 1;
    }
    if value.is_none()
        && let Some((end, kind, color)) = on_badge(words, end, to)
    {
        let item = Item::Part {
            kind,
            texts: vec![text],
            color,
        };
        return add(words, end, to, item);
    }
    // "“Book flights” to the list": one more of it.
    let list = words
        .one_of(end, "to the list|to the table|to the menu|to my list|to the agenda|to the schedule|to the checklist")
        .filter(|list| *list <= to && role == Role::Text);
    if let Some(end) = list {
        let item = Item::Row(std::iter::once(text).chain(value).collect());
        let at = Location::default();
        return Some((end, vec![Change::Add { item, at }]));
    }
    end = set_in(words, end, to, &mut setting);
    let place = location_at(words, end, to).filter(|_| setting == TypeSetting::default());
    if let Some((after, at)) = place {
        // "in the corner in bold red"
        end = set_in(words, after, to, &mut setting);
        let item = Item::Text {
            text,
            value,
            role: Role::Text,
            setting,
        };
        return Some((end, vec![Change::Add { item, at }]));
    }
    let item = Item::Text {
        text,
        value,
        role,
        setting,
    };
    add(words, end, to, item)
}

/// "in bold red", "in big white letters", "with a gold font": how words that come are set. Returns the token behind.
pub(in crate::instruction) fn set_in(
    words: &Words<'_>,
    at: usize,
    to: usize,
    setting: &mut TypeSetting,
) -> usize {
    if !words.is(at, "in|with") || at >= to {
        return at;
    }
    let mut next = at + 1;
    let mut done = at;
    while next < to {
        if let Some((len, color)) = color_at(&words.reader.tokens, next) {
            setting.color = setting.color.take().or(Some(color));
            next += len;
        } else if let Some((len, (LookKind::Typeface, face))) =
            lexicon().looks.at(&words.reader.tokens, next)
        {
            setting.typeface = Some((*face).to_string());
            next += len;
        } else {
            match words.key(next) {
                "bold" | "heavy" => setting.bold = Some(true),
                "italic" | "italics" | "cursive" => setting.italic = Some(true),
                "big" | "large" | "huge" => setting.scale = Some(1.4),
                "small" | "tiny" => setting.scale = Some(0.75),
                "uppercase" | "capitals" | "caps" => setting.case = Some(LetterCase::Upper),
                "text" | "letters" | "lettering" | "font" | "type" | "letter" if next > at + 1 => {}
                "a" | "an" | "and" | "all" | "," => {
                    next += 1;
                    continue;
                }
                _ => break,
            }
            next += 1;
        }
        done = next;
    }
    let noun = done < to && words.reader.noun_at(done, true).is_some();
    if noun {
        *setting = TypeSetting::default();
        return at;
    }
    done
}

/// "in a red badge", "as a round sticker": what a text stands on, and its colour.
fn on_badge(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Component, Option<Color>)> {
    let mut next = words.one_of(at, "in|on|as|inside|within|onto")?;
    let mut color = None;
    while next < to {
        if let Some((len, found)) = color_at(&words.reader.tokens, next) {
            color = color.or(Some(found));
            next += len;
        } else if words.is(
            next,
            "a|an|the|small|little|big|large|bright|round|circular|colored|dark|light|semi-transparent|translucent|solid",
        ) {
            next += 1;
        } else {
            break;
        }
    }
    let badge = words.one_of(
        next,
        "badge|sticker|pill|tag|chip|bubble|starburst|burst|circle",
    );
    let (end, kind) = match badge {
        Some(end) => (end, Component::Badge),
        None => {
            let end = words.one_of(next, "bar|band|strip|ribbon|box|plate|banner|lower third")?;
            (end, Component::Ribbon)
        }
    };
    (end <= to).then_some((end, kind, color))
}

/// "Hot Chocolate 4.20", "“Sat” 310": a name and its figure are one more line, or one more point.
pub(super) fn pair(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const NAME_WORDS_MAX: usize = 5;
    let next = words
        .one_of(
            at,
            "points|values|bars|lines|items|rows|entries|slices|prices|data points",
        )
        .unwrap_or(at);
    let next = next + usize::from(next > at && words.is_sep(next));
    // "transaction Uber -8.40": what the list is of says nothing of the line.
    let next = next
        + usize::from(
            words.is(next, "transaction|expense|payment|dish|drink") && words.is_capital(next + 1),
        );
    let named = words.quote(next);
    // "2020 “100 employees” in the right place": a year and what happened then.
    let year = words
        .text(next, next + 1)
        .parse::<u32>()
        .is_ok_and(|year| (1000..=2999).contains(&year));
    if let Some(event) = words.quote(next + 1).filter(|_| year && next + 1 < to) {
        let item = Item::Row(vec![words.text(next, next + 1).to_string(), event]);
        let end = words
            .one_of(next + 2, "in the right place|at the right place|in the right spot|where it belongs|in order|in the right order|in between")
            .unwrap_or(next + 2);
        return add(words, end, to, item);
    }
    let figure = |i: usize| {
        words.token(i).is_some_and(|token| {
            let figure = matches!(
                token.form(),
                Some(
                    FormKind::Price
                        | FormKind::Figure
                        | FormKind::Percent
                        | FormKind::Quantity
                        | FormKind::Code
                )
            );
            token.kind == Kind::Number || figure
        })
    };
    let mut end = next + 1;
    if named.is_none() {
        if !words.is_capital(next) {
            return None;
        }
        while end < to
            && end - next < NAME_WORDS_MAX
            && words.token(end).is_some_and(|t| t.is_word())
        {
            let stop = words.is(end, "for|at|with|to|in|on|and|of|by|from|the|is|costs|cost|now|a|was|were|should|must|has|had|will|goes|went");
            if stop {
                break;
            }
            end += 1;
        }
    }
    let name = named
        .clone()
        .unwrap_or_else(|| words.text(next, end).to_string());
    while end < to
        && (words.is(end, "for|at|=|is|with|costs|was|were")
            || words.sep(end, Sep::Colon)
            || words.sep(end, Sep::Comma))
    {
        end += 1;
    }
    if end >= to || !figure(end) {
        return None;
    }
    let value = words.text(end, end + 1).to_string();
    let sure = named.is_some()
        || next > at
        || value.chars().filter(char::is_ascii_digit).count() > 1
        || crate::calendar::english_day_name(&name.to_lowercase()).is_some();
    let end = end + 1;
    let closed = end >= to
        || words.is_sep(end)
        || words.is(
            end,
            "and|&|to|after|before|below|above|between|at|under|please",
        )
        || words.skip_idle(end, to) >= to;
    if !sure || !closed {
        return None;
    }
    // "to the list" says nothing more.
    let end = words
        .one_of(
            end,
            "to the list|to the menu|to the table|to the chart|to the graph|to it|to the end",
        )
        .unwrap_or(end);
    add(words, end, to, Item::Row(vec![name, value]))
}

/// What comes on top of a bill or goes off, and how much: "a tip of $2", "a 10% discount".
pub(super) fn charge(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const CHARGES: &str = "discount|tip|tax|sales tax|vat|shipping|delivery|delivery fee|service charge|service fee|fee|deposit|\
        shipping fee|surcharge|gratuity|rebate|voucher|coupon";
    let figure = |i: usize| {
        i < to
            && words
                .token(i)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    let sized = |i: usize| i + 1 + usize::from(words.is(i + 1, "%|percent|usd|eur|euros|dollars"));
    let (name, end, value) = if figure(at) {
        let name = sized(at);
        (name, words.one_of(name, CHARGES)?, at)
    } else {
        let end = words.one_of(at, CHARGES)?;
        let led = words.one_of(end, "of|:|for|at").unwrap_or(end);
        let led = led + usize::from(words.sep(led, Sep::Colon));
        (at, figure(led).then(|| sized(led))?, led)
    };
    let name_end = if value == at {
        end
    } else {
        words.one_of(at, CHARGES)?
    };
    let label = crate::literals::capitalized(words.text(name, name_end));
    let amount = words.text(value, sized(value)).replace(" percent", "%");
    add(words, end, to, Item::Row(vec![label, amount]))
}

/// "the website www.example.com", "a phone number 555-0100": what people are reached by.
pub(super) fn contact(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = words.one_of(
        at,
        "website|site|url|web address|link|email|email address|e-mail|mail|phone|phone number|number|telephone|handle|hashtag|address",
    )
    .unwrap_or(at);
    let reached = matches!(
        words.token(next)?.form(),
        Some(
            FormKind::Url
                | FormKind::Email
                | FormKind::Phone
                | FormKind::Handle
                | FormKind::Hashtag
        )
    );
    if next >= to || !reached {
        return None;
    }
    let item = Item::Text {
        text: words.text(next, next + 1).to_string(),
        value: None,
        role: Role::Contact,
        setting: TypeSetting::default(),
    };
    add(words, next + 1, to, item)
}

/// "a watermark “© ACME”", "watermark text ACME in the corner".
pub(super) fn watermark(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mark = (at..to.min(at + 4)).find(|&i| words.is(i, "watermark|watermarks"))?;
    if (at..mark).any(|i| words.is_sep(i) || words.quote(i).is_some()) {
        return None;
    }
    let mut next = mark + 1;
    while next < to
        && (words.sep(next, Sep::Colon)
            || words.is(
                next,
                "text|saying|that|says|reading|with|the|words|word|of|reads|line|called",
            ))
    {
        next += 1;
    }
    // "© ACME": a sign is no word, yet it is printed.
    let sign = matches!(words.text(next, next + 1), "©" | "®" | "™") && next < to;
    let (end, text) = match free_text(words, next + usize::from(sign), to) {
        Some((end, text)) if sign => (end, Some(format!("{} {text}", words.text(next, next + 1)))),
        Some((end, text)) => (end, Some(text)),
        // "an ACME watermark"
        None if (at..mark).any(|i| !words.is_empty_word(i)) => {
            (mark + 1, Some(words.text(at, mark).to_string()))
        }
        None => (mark + 1, None),
    };
    add(words, end, to, Item::Watermark(text?))
}

/// "a reply from Anna: “Great, see you!”", "a message saying On my way": what somebody says in a chat.
pub(super) fn message(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let reply = words.one_of(
        at,
        "reply|answer|response|text message|chat message|chat bubble",
    );
    let next = reply.or_else(|| words.one_of(at, "message|bubble"))?;
    let mut next = next;
    let mut from = None;
    if let Some(name) = words.one_of(next, "from|by|of").filter(|name| *name < to) {
        from = Some(words.text(name, name + 1).to_string());
        next = name + 1;
    }
    while next < to
        && (words.is(
            next,
            "saying|that|says|reading|reads|with|the|text|words|@says",
        ) || words.sep(next, Sep::Colon))
    {
        next += 1;
    }
    let (end, text) = free_text(words, next, to)?;
    // Any picture may bear a message; a reply, or somebody's words, are of a chat.
    (reply.is_some() || from.is_some()).then(|| {
        let item = Item::Message { from, text };
        let at = Location::default();
        (end, vec![Change::Add { item, at }])
    })
}

/// "a line “Tip 1.50”", "a row Tip 1.50", "a new row: “Mia”, “42”".
pub(super) fn row(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if !words.is(at, "line|row|entry|item|position|record|rows|lines") || at >= to {
        return None;
    }
    // "a row of tulips": so many things, unless their words are told.
    if words.is(at, "row|line|rows|lines")
        && words.is(at + 1, "of")
        && let Some(phrase) = phrase_at(&words.reader, at + 2)
        && lexicon().category(&phrase.object.noun).is_some()
        && !(at + 2..phrase.to).any(|i| words.is_capital(i))
    {
        return None;
    }
    // "row B seat 3": nothing that comes.
    let led = at > 0 && !words.is_sep(at - 1);
    if !led && words.quote(at + 1).is_none() && !words.sep(at + 1, Sep::Colon) {
        return None;
    }
    let mut next = at + 1;
    if words.is(next, "item") {
        next += 1;
    }
    while next < to
        && (words.is(
            next,
            "saying|that|says|with|for|reading|called|text|the|a|of|@says|to|table|list|reads",
        ) || words.sep(next, Sep::Colon))
    {
        next += 1;
    }
    let mut cells = Vec::new();
    let mut end = next;
    while let Some(cell) = words.quote(end).filter(|_| end < to) {
        cells.push(cell);
        end += 1;
        while words.is_sep(end) && words.quote(end + 1).is_some()
            || words.is(end, "and|with|for|=") && words.quote(end + 1).is_some()
        {
            end += 1;
        }
    }
    // "“Users” 1 / unlimited": the other cells stand without marks.
    if cells.len() == 1 && end < to && (end..to).any(|i| words.sep(i, Sep::Slash)) {
        let rest = words.text(end, to);
        cells.extend(rest.split('/').map(|cell| cell.trim().to_string()));
        cells.retain(|cell| !cell.is_empty());
        end = to;
    }
    if cells.is_empty() {
        if next == at + 1 && !words.is_capital(next) || location_at(words, at + 1, to).is_some() {
            return None;
        }
        let (after, text) = free_text(words, next, to)?;
        end = after;
        let last = words
            .token(end - 1)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
        if last && end - 1 > next {
            cells = vec![
                words
                    .text(next, end - 1)
                    .trim_end_matches([',', ':', ' '])
                    .to_string(),
                words.text(end - 1, end).to_string(),
            ];
        } else {
            // "Karim - Tunis"
            cells = [" - ", " – ", " — ", " | "]
                .iter()
                .find(|mark| text.contains(**mark))
                .map(|mark| {
                    text.split(mark)
                        .map(|cell| cell.trim().to_string())
                        .collect()
                })
                .unwrap_or_else(|| vec![text]);
        }
    }
    add(words, end, to, Item::Row(cells))
}

/// "the text Summer Sale", "a headline “Hi”", "a caption that says Hello".
pub(super) fn introduced(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (mut next, role) = if words.is(
        at,
        "text|word|words|phrase|message|writing|letters|sentence|lettering|quote",
    ) {
        (at + 1, Role::Text)
    } else {
        let (len, word) = lexicon().roles.at(&words.reader.tokens, at)?;
        let usable = matches!(
            word.role,
            Role::Title
                | Role::Subtitle
                | Role::Kicker
                | Role::Caption
                | Role::Body
                | Role::Date
                | Role::Price
                | Role::Small
                | Role::Time
                | Role::Place
                | Role::Person
                | Role::Attribution
                | Role::Link
                | Role::Contact
                | Role::Brand
        );
        let lone = lexicon().nouns.at(&words.reader.tokens, at).is_some()
            && words.quote(at + len).is_none()
            && words
                .token(at + len)
                .is_none_or(|token| token.form().is_none() && token.kind != Kind::Number)
            && !words.is(at + len, "saying|that|reading");
        if !usable || lone || word.policy != Policy::Silent {
            return None;
        }
        (at + len, word.role)
    };
    let first = next;
    while next < to
        && (words.is(
            next,
            "saying|that|says|reading|reads|with|the|words|word|text|of|called|line|which|block|@says|@called|@de",
        ) || words.sep(next, Sep::Colon))
    {
        next += 1;
    }
    let figure = words
        .token(next)
        .is_some_and(|token| token.form().is_some() || token.kind == Kind::Number);
    let led = next > first
        || figure
        || words.is_capital(next)
        || words.quote(next).is_some()
        || role == Role::Text;
    // "the venue under the date: Harbour Hall"
    let before = location_at(words, next, to)
        .filter(|(after, _)| words.sep(*after, Sep::Colon) && role != Role::Text);
    let (next, led, mut place) = match before {
        Some((after, found)) => (after + 1, true, found),
        None => (next, led, Location::default()),
    };
    let (end, text) = free_text(words, next, to).filter(|_| led)?;
    let mut setting = TypeSetting::default();
    let mut end = set_in(words, end, to, &mut setting);
    // What it stands on is no place.
    let badge = (end..to)
        .find(|&i| on_badge(words, i, to).is_some())
        .unwrap_or(to);
    if let Some((after, found)) = location_at(words, end, badge) {
        place = found;
        end = set_in(words, after, to, &mut setting);
    }
    if let Some((end, kind, color)) = on_badge(words, end, to) {
        let item = Item::Part {
            kind,
            texts: vec![text],
            color,
        };
        return match place == Location::default() {
            true => add(words, end, to, item),
            false => Some((end, vec![Change::Add { item, at: place }])),
        };
    }
    let item = Item::Text {
        text,
        value: None,
        role,
        setting,
    };
    if place == Location::default() {
        return add(words, end, to, item);
    }
    Some((end, vec![Change::Add { item, at: place }]))
}

/// As [`free_text`] for the label of a part, which ends where it is told beside what the part stands.
pub(super) fn label_before_place(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, String)> {
    const PLACES: &str = "after|before|below|under|above|beneath|between|next|to|in|on|at";
    let place = (at + 1..to).find(|&i| words.is(i, PLACES) && !words.is_capital(i));
    free_text(words, at, place.unwrap_or(to))
}
