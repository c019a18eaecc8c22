//! What is put on the picture: things, texts, parts, borders, shadows, pictures.

use super::arguments::{Degree, USUAL, amount_at, colors_at, location_at, strength};
use super::predicates::{Parsed, background_at, fading, filter_at, setting_at, theme_at, tone_at};
use super::targets::{Reach, target_at};
use super::words::Words;
use crate::colors::color_at;
use crate::instruction::{
    BorderWidth, CanvasChange, Change, Fill, Item, Location, Referent, Target, TypeSetting,
};
use crate::lexicon::{Policy, lexicon};
use crate::phrases::phrase_at;
use crate::tokens::Kind;
use crate::{Component, Role, Weather};

/// Things that one verb may add, at most.
const ITEMS_MAX: usize = 24;

/// A text with no setting of its own.
pub(super) fn text_item(text: String) -> Item {
    Item::Text {
        text,
        value: None,
        role: Role::Text,
        setting: TypeSetting::default(),
    }
}

/// Reads what is added, item by item, each with its place.
pub(super) fn additions_at(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "sağ alta logo": where it goes may come first.
    if let Some((next, location)) = location_at(words, at, to)
        && let Some((end, mut changes)) =
            addition_at(words, next + usize::from(words.is_sep(next)), to)
    {
        for change in &mut changes {
            if let Change::Add { at, .. } = change
                && *at == Location::default()
            {
                *at = location.clone();
            }
        }
        return Some((end, changes));
    }
    let mut changes = Vec::new();
    let (mut end, mut done) = (at, at);
    while changes.len() < ITEMS_MAX {
        let mut next = end;
        while next < to
            && (words.is_sep(next)
                || words.is(next, "and|&|plus|+|also|with|as|well|then")
                || words.is_emoji(next)
                    && changes.is_empty()
                    && words.reader.text(next, next + 1).is_empty())
        {
            next += 1;
        }
        let joined = (done..next).any(|i| words.is_sep(i) || words.is(i, "and|&|plus|+|also|with"));
        if !joined && !changes.is_empty() {
            break;
        }
        let Some((after, more)) = addition_at(words, next, to) else {
            break;
        };
        changes.extend(more);
        done = after;
        end = words.skip_idle(after, to);
    }
    if changes.is_empty() {
        return None;
    }
    share_place(&mut changes);
    Some((end, changes))
}

/// "a hat and sunglasses on the cat": what is said last holds for all.
fn share_place(changes: &mut [Change]) {
    let Some(Change::Add { at: last, .. }) = changes.last() else {
        return;
    };
    let last = last.clone();
    if last.relation.is_none() {
        return;
    }
    for change in changes {
        if let Change::Add { at, .. } = change
            && *at == Location::default()
        {
            *at = last.clone();
        }
    }
}

fn addition_at(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at >= to {
        return None;
    }
    effect(words, at, to)
        .or_else(|| weather(words, at, to))
        .or_else(|| space(words, at, to))
        .or_else(|| background(words, at, to))
        .or_else(|| item(words, at, to))
}

fn add(words: &Words<'_>, end: usize, to: usize, item: Item) -> Parsed {
    let (end, location) = location_at(words, end, to).unwrap_or((end, Location::default()));
    Some((end, vec![Change::Add { item, at: location }]))
}

/// Filters and tones that are "added": "a blur", "more contrast", "a sepia filter", "some warmth to the photo".
fn effect(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    let mut weak = None;
    let mut sign = 1.0;
    while from < to
        && words.is(
            from,
            "a|an|the|some|more|bit|of|little|slight|subtle|strong|light|soft|heavy|touch|extra|lot|nice|gentle|slightly|less|filter|effect|lots|hint|gaussian",
        )
    {
        if words.is(
            from,
            "slight|subtle|bit|little|light|soft|touch|gentle|slightly|hint",
        ) {
            weak = Some(Degree::Weak);
        } else if words.is(from, "strong|heavy|lot|lots") {
            weak = Some(Degree::Strong);
        } else if words.is(from, "less") {
            sign = -1.0;
        }
        from += 1;
    }
    let target = |end: usize| {
        let next = end + usize::from(words.is(end, "to|on|over|in|of|for"));
        if next == end {
            return (end, Target::default());
        }
        target_at(words, next, to, Reach::Full).unwrap_or((end, Target::default()))
    };
    let skip = |mut end: usize| {
        while end < to && words.is(end, "filter|effect|overlay|look|tone|treatment|texture") {
            end += 1;
        }
        end
    };
    if let Some((end, filter, amount)) = filter_at(words, from, to) {
        if words.is(end, "background|cat|dog") {
            return None;
        }
        let (end, target) = target(skip(end));
        if target.what == Referent::Background && filter == crate::Filter::Blur {
            return Some((
                end,
                vec![Change::SetBackground(Fill::Blur(strength(weak, 1.0)))],
            ));
        }
        let amount = strength(weak, amount);
        return Some((
            end,
            vec![Change::Filter {
                target,
                filter,
                amount,
            }],
        ));
    }
    let (end, tone, direction) = tone_at(words, from, to).filter(|_| {
        !words.is(
            from,
            "light|shadows|highlights|bright|dark|warm|cool|golden|cold",
        ) || from + 1 >= to && from > at
    })?;
    let noun = end < to && words.reader.noun_at(end, true).is_some();
    let colored =
        color_at(&words.reader.tokens, from).is_some() && words.reader.noun_at(end, true).is_some();
    if noun || colored {
        return None;
    }
    let (end, target) = target(skip(end));
    let (end, weak) = match amount_at(words, end, to) {
        Some((end, factor)) if weak.is_none() => (end, Some(factor)),
        _ => (end, weak),
    };
    let amount = strength(weak, USUAL * sign * direction);
    Some((
        end,
        vec![Change::Tone {
            target,
            tone,
            amount,
        }],
    ))
}

/// "rain", "some snow", "fog": weather of the scene.
fn weather(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    while from < to
        && words.is(
            from,
            "some|a|little|bit|of|heavy|light|falling|more|thick|gentle",
        )
    {
        from += 1;
    }
    let weather = match words.key(from) {
        "rain" | "drizzle" | "rainfall" => Weather::Rain,
        "snow" | "snowfall" => Weather::Snow,
        "fog" | "mist" => Weather::Fog,
        "storm" | "thunderstorm" => Weather::Storm,
        "sunshine" | "sunlight" => Weather::Sunny,
        _ => return None,
    };
    let end = from + 1;
    // "snow boots", "snow on the roof" are things.
    if end < to && (words.reader.noun_at(end, true).is_some() || words.is(end, "on")) {
        return None;
    }
    let (end, _) = location_at(words, end, to).unwrap_or((end, Location::default()));
    Some((
        end,
        vec![Change::SetSetting {
            time: None,
            weather: Some(weather),
            season: None,
        }],
    ))
}

/// "more space around it", "padding", "a margin".
fn space(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    while from < to
        && words.is(
            from,
            "some|a|an|bit|of|more|extra|little|larger|bigger|wider|white|empty|additional|lot|the|breathing|negative|generous",
        )
    {
        from += 1;
    }
    let end = words
        .one_of(
            from,
            "padding|margin|margins|whitespace|space around|room around|spacing|breathing room|room|space|gap|gaps",
        )
        .filter(|end| *end <= to)?;
    if words.is(end, "for|ship|station|suit") {
        return None;
    }
    let mut end = end;
    while end < to
        && words.is(
            end,
            "around|between|the|it|everything|elements|edges|on|all|sides|to|content|text|subject|product|items|cards|image|them|in",
        )
    {
        end += 1;
    }
    Some((end, vec![Change::Reshape(CanvasChange::Margins(1.5))]))
}

/// "a white background", "a beach background", "a gradient background from pink to blue".
pub(super) fn background(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const GROUND: &str = "background|backdrop|bg";
    let mut ground = at;
    while ground < to && ground < at + 9 && !words.is(ground, GROUND) {
        if words.is_sep(ground)
            || words.quote(ground).is_some()
            || words.is(ground, "in|on|with|to|the|over|behind|at") && ground > at
        {
            return None;
        }
        ground += 1;
    }
    if ground >= to
        || words.is(ground, GROUND) && ground > at && words.is(ground - 1, "in|the|to|into")
    {
        return None;
    }
    let mut end = ground + 1;
    let idle = |words: &Words<'_>, from: usize| {
        (from..ground).all(|i| {
            words.is_empty_word(i)
                || words.is(
                    i,
                    "new|solid|plain|color|different|clean|simple|colored|full|studio|pure",
                )
        })
    };
    // "background: white", "background should be blue"
    if idle(words, at) {
        while end < to
            && (words.sep(end, crate::tokens::Sep::Colon)
                || words.is(
                    end,
                    "color|should|be|is|to|of|in|with|a|an|colour|must|becomes|needs|from|the|as|=",
                )
                || words.is_sep(end) && words.text(end, end + 1) == "=")
        {
            if let Some(found) = background_at(words, end, to) {
                return Some(found);
            }
            end += 1;
        }
        return background_at(words, end, to)
            .or_else(|| {
                setting_at(words, end, to).filter(|(done, _)| words.skip_idle(*done, to) >= to)
            })
            .or_else(|| described(words, end, to));
    }
    let gradient = (at..ground).any(|i| words.is(i, "gradient"));
    if gradient
        && let Some((after, colors)) =
            colors_at(words, end, to).filter(|(_, colors)| colors.len() > 1)
    {
        return Some((after, vec![Change::SetBackground(fading(colors))]));
    }
    let head = words.is(end, "from|of|between|in|with") && gradient;
    if head && let Some((after, colors)) = colors_at(words, end + 1, to) {
        return Some((after, vec![Change::SetBackground(fading(colors))]));
    }
    let mut from = at;
    while words.is(from, "a|an|the|new|nice|some|clean|solid|plain|pure") && from < ground {
        from += 1;
    }
    if let Some((done, changes)) = background_at(words, at, ground) {
        let rest = (done..ground).all(|i| {
            words.is_empty_word(i) || words.is(i, "solid|studio|plain|color|colored|clean|seamless")
        });
        if rest {
            return Some((end, changes));
        }
    }
    if let Some((done, changes)) = setting_at(words, at, ground)
        && done >= ground
    {
        return Some((end, changes));
    }
    let scene = words.text(from, ground).to_string();
    let known = (from..ground).any(|i| {
        words.reader.noun_at(i, true).is_some()
            || lexicon().places.at(&words.reader.tokens, i).is_some()
    });
    known.then(|| (end, vec![Change::SetBackground(Fill::Scene(scene))]))
}

/// The rest of the clause as the description of a scene, when it has a thing or a place.
pub(super) fn described(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    while words.is(from, "to|with|into|by|be|something|like|show|~|@with|@to") && from < to {
        from += 1;
    }
    let mut end = to;
    while end > from && words.is_empty_word(end - 1) {
        end -= 1;
    }
    let known = (from..end).any(|i| {
        words.reader.noun_at(i, true).is_some()
            || lexicon().places.at(&words.reader.tokens, i).is_some()
    });
    let words_alone = (from..end).all(|i| {
        words
            .token(i)
            .is_some_and(|token| token.is_word() || token.is_sep() || token.kind == Kind::Number)
    });
    (known && words_alone && from < end).then(|| {
        (
            end,
            vec![Change::SetBackground(Fill::Scene(
                words.text(from, end).to_string(),
            ))],
        )
    })
}

fn item(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    while from < to
        && words.is(
            from,
            "a|an|the|some|another|new|my|our|small|big|large|nice|soft|subtle|thin|thick|simple|realistic|natural|third|second|fourth|fifth|one|more|extra|light|long|of|additional|this|slight|semi-transparent|faint",
        )
    {
        if let Some(found) = special(words, at, from, to) {
            return Some(found);
        }
        from += 1;
    }
    special(words, at, from, to)
        .or_else(|| special(words, at, at, to))
        .or_else(|| thing(words, at, to))
}

/// Everything that is no thing to be drawn.
fn special(words: &Words<'_>, lead: usize, at: usize, to: usize) -> Parsed {
    if at >= to {
        return None;
    }
    if let Some(text) = words.quote(at) {
        return quoted(words, at, to, text);
    }
    if let Some(end) = words
        .one_of(
            at,
            "drop shadow|shadow|drop-shadow|shadows|cast shadow|contact shadow",
        )
        .filter(|end| *end <= to)
    {
        return add(words, end, to, Item::Shadow);
    }
    if let Some(found) = watermark(words, at, to) {
        return Some(found);
    }
    border(words, at, to)
        .or_else(|| picture(words, lead, at, to))
        .or_else(|| row(words, at, to))
        .or_else(|| introduced(words, at, to))
        .or_else(|| part(words, at, to))
}

fn quoted(words: &Words<'_>, at: usize, to: usize, text: String) -> Parsed {
    let mut end = at + 1;
    let mut setting = TypeSetting::default();
    // "“Tip” “1.50”": a value beside its label; "“SALE” in red".
    let value = words.quote(end).filter(|_| end < to);
    end += usize::from(value.is_some());
    while words.is(end, "text|label|line|button|badge|sign") && end < to && value.is_none() {
        if let Some((len, kind)) = lexicon().components.at(&words.reader.tokens, end) {
            let item = Item::Part {
                kind: *kind,
                texts: vec![text],
            };
            return add(words, end + len, to, item);
        }
        end += 1;
    }
    if words.is(end, "in|with")
        && let Some((after, mut colors)) = colors_at(words, end, to)
        && words.reader.noun_at(after, true).is_none()
    {
        setting.color = Some(colors.remove(0));
        end = after;
        while words.is(end, "text|letters|font") && end < to {
            end += 1;
        }
    }
    let item = Item::Text {
        text,
        value,
        role: Role::Text,
        setting,
    };
    add(words, end, to, item)
}

/// "a watermark “© ACME”", "watermark text ACME in the corner".
fn watermark(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mark = (at..to.min(at + 4)).find(|&i| words.is(i, "watermark|watermarks"))?;
    if (at..mark).any(|i| words.is_sep(i) || words.quote(i).is_some()) {
        return None;
    }
    let mut next = mark + 1;
    while next < to
        && (words.sep(next, crate::tokens::Sep::Colon)
            || words.is(
                next,
                "text|saying|that|says|reading|with|the|words|word|of|reads|line|called",
            ))
    {
        next += 1;
    }
    // "an ACME watermark"
    let (end, text) = match free_text(words, next, to) {
        Some((end, text)) => (end, Some(text)),
        None if mark > at => (mark + 1, Some(words.text(at, mark).to_string())),
        None => (mark + 1, None),
    };
    add(words, end, to, Item::Watermark(text?))
}

/// "a white border", "a 10px frame around the photo".
fn border(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    let mut color = None;
    if let Some((len, found)) = color_at(&words.reader.tokens, at) {
        color = Some(found);
        next = at + len;
    }
    let mut width = None;
    while next < to
        && (words.is(next, "thin|thick|wide|narrow|simple|decorative|ornate|outer|rounded|small|solid|double|colored|fine|px|pixel|pixels|percent|dashed|very")
            || border_width(words, next).is_some()
            || words.token(next).is_some_and(|token| token.kind == Kind::Number || token.form().is_some()))
    {
        // A number says more than "thick".
        width = match (width, border_width(words, next)) {
            (Some(known), Some(BorderWidth::Times(_)) | None) => Some(known),
            (_, found) => found,
        };
        next += 1;
        if color.is_none()
            && let Some((len, found)) = color_at(&words.reader.tokens, next)
        {
            color = Some(found);
            next += len;
        }
    }
    if !words.is(next, "border|borders|frame|outline|stroke|framing") || next >= to {
        return None;
    }
    let mut end = next + 1;
    if color.is_none()
        && let Some((len, found)) =
            color_at(&words.reader.tokens, end).filter(|(len, _)| end + len <= to)
    {
        color = Some(found);
        end += len;
    }
    if words.is(end, "in|of|colored|that")
        && let Some((after, mut colors)) = colors_at(words, end, to)
    {
        color = Some(colors.remove(0));
        end = after;
    }
    // "of 5%", "with 10 pixels".
    let tail = end + usize::from(words.is(end, "of|with"));
    if width.is_none()
        && tail < to
        && let Some(found) = border_width(words, tail)
    {
        width = Some(found);
        let unit = words.is(tail + 1, "px|pixel|pixels|%|percent|wide");
        end = tail + 1 + usize::from(unit);
    }
    add(words, end, to, Item::Border { color, width })
}

/// "10px", "10 pixels", "5%", "thin".
fn border_width(words: &Words<'_>, at: usize) -> Option<BorderWidth> {
    let key = words.key(at);
    match key {
        "thin" | "narrow" | "fine" | "small" => return Some(BorderWidth::Times(0.4)),
        "thick" | "wide" => return Some(BorderWidth::Times(2.0)),
        _ => {}
    }
    let digits = key.trim_end_matches("px").trim_end_matches('%');
    let number: f32 = digits
        .parse()
        .ok()
        .filter(|n| (0.0..=10_000.0).contains(n))?;
    if key.ends_with('%') || words.is(at + 1, "%|percent") {
        return Some(BorderWidth::Percent(number));
    }
    let pixels = key.ends_with("px") || words.is(at + 1, "px|pixel|pixels");
    pixels.then_some(BorderWidth::Pixels(number as u32))
}

/// "my logo", "the second image", "image 2", "the attached logo".
fn picture(words: &Words<'_>, lead: usize, at: usize, to: usize) -> Parsed {
    let definite = (lead..at).any(|i| words.is(i, "the|my|our|this|your"));
    if words.is(at, "logo") && definite
        || words.is(at, "company|brand") && words.is(at + 1, "logo") && definite
    {
        let end = at + 1 + usize::from(!words.is(at, "logo"));
        let end = words
            .one_of(end, "as a watermark|as watermark")
            .unwrap_or(end);
        return add(words, end, to, Item::Picture(2));
    }
    let (end, target) = target_at(words, lead, to, Reach::Bare)?;
    match target.what {
        Referent::Input(n) => add(words, end, to, Item::Picture(n)),
        _ => None,
    }
}

/// "a line “Tip 1.50”", "a row Tip 1.50", "a new row: “Mia”, “42”".
fn row(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if !words.is(at, "line|row|entry|item|position|record|rows|lines") || at >= to {
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
        ) || words.sep(next, crate::tokens::Sep::Colon))
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
            cells = vec![text];
        }
    }
    add(words, end, to, Item::Row(cells))
}

/// "the text Summer Sale", "a headline “Hi”", "a caption that says Hello".
fn introduced(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
                | Role::Brand
        );
        let lone = lexicon().nouns.at(&words.reader.tokens, at).is_some()
            && words.quote(at + len).is_none()
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
        ) || words.sep(next, crate::tokens::Sep::Colon))
    {
        next += 1;
    }
    let led =
        next > first || words.is_capital(next) || words.quote(next).is_some() || role == Role::Text;
    let (end, text) = free_text(words, next, to).filter(|_| led)?;
    let mut setting = TypeSetting::default();
    let mut end = end;
    let mut place = Location::default();
    if let Some((after, found)) = location_at(words, end, to) {
        place = found;
        end = after;
    }
    if words.is(end, "in")
        && let Some((after, mut colors)) = colors_at(words, end, to)
    {
        setting.color = Some(colors.remove(0));
        end = after;
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

/// Words to be set as written: a quote, or everything up to a place or the end.
pub(super) fn free_text(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, String)> {
    if at >= to {
        return None;
    }
    if let Some(text) = words.quote(at) {
        return Some((at + 1, text));
    }
    if words.is_sep(at) {
        return None;
    }
    let mut end = at + 1;
    while end < to {
        let place = words.is(
            end,
            "at|in|on|below|above|under|beneath|over|across|next|near|to|underneath|top|bottom|left|right|centered|beside|behind",
        ) && !words.is_capital(end)
            && location_at(words, end, to)
                .is_some_and(|(after, _)| words.skip_idle(after, to) >= to || words.is(after, "in") && colors_at(words, after + 1, to).is_some());
        let setting = words.is(end, "in")
            && !words.is_capital(end)
            && (colors_at(words, end + 1, to).is_some()
                || words.is(end + 1, "bold|big|large|small|italic"));
        // "Wednesday and 7 PM to 8 PM": another pair begins.
        let pair = words.is(end, "and|&")
            && (words.is_capital(end + 1)
                || words
                    .token(end + 1)
                    .is_some_and(|token| token.kind == Kind::Number || token.form().is_some()))
            && (end + 2..to.min(end + 8)).any(|i| words.is(i, "to|into"));
        if pair {
            break;
        }
        let idle = words.is(end, "please|pls|thanks|instead") && words.skip_idle(end, to) >= to;
        if place
            || setting
            || idle
            || words.quote(end).is_some()
            || words.sep(end, crate::tokens::Sep::Arrow)
        {
            break;
        }
        end += 1;
    }
    while end > at && words.is_sep(end - 1) && !words.sep(end - 1, crate::tokens::Sep::Mark) {
        end -= 1;
    }
    let text = words.text(at, end).trim().to_string();
    (!text.is_empty()).then_some((end, text))
}

/// Parts of designs with their texts: "a third card “Refunds” “2.1%”", "a button that says Buy now".
fn part(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    let Referent::Part { kind, label } = target.what else {
        return None;
    };
    let mut texts: Vec<String> = label.into_iter().collect();
    // "an icon of a house": what it shows, as in "a house icon".
    if texts.is_empty()
        && matches!(kind, Component::Icon | Component::Logo)
        && words.is(end, "of")
        && let Some(shown) = phrase_at(&words.reader, end + 1)
            .filter(|shown| shown.to <= to && !shown.object.noun.is_empty())
    {
        let item = Item::Part {
            kind: Component::Icon,
            texts: vec![shown.object.noun],
        };
        return add(words, shown.to, to, item);
    }
    let mut end = end;
    let mut next = end;
    let connecting = |at: usize| {
        words.is(
            at,
            "saying|that|says|labelled|labeled|called|titled|named|with|for|reading|text|the|and|value|showing|of|label|title|=|reads|a|@says|@called",
        ) || words.sep(at, crate::tokens::Sep::Colon)
            || words.sep(at, crate::tokens::Sep::Comma)
    };
    loop {
        let mut from = next;
        while from < to && connecting(from) {
            from += 1;
        }
        if let Some(text) = words.quote(from).filter(|_| from < to) {
            texts.push(text);
            next = from + 1;
            end = next;
            continue;
        }
        let said = from > next
            && (words.is_capital(from)
                || words
                    .token(from)
                    .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
                || (next..from).any(|i| {
                    words.is(
                        i,
                        "says|saying|labelled|labeled|called|reading|reads|titled",
                    )
                }));
        if said && from < to && texts.len() < 6 && !words.is_sep(from) {
            let (after, text) = free_text(words, from, to)?;
            texts.push(text);
            end = after;
        }
        break;
    }
    let kind = match kind {
        Component::Border => return None,
        Component::Logo
            if words.is(at, "my|our|the") || at > 0 && words.is(at - 1, "my|our|the") =>
        {
            return add(words, end, to, Item::Picture(2));
        }
        kind => kind,
    };
    add(words, end, to, Item::Part { kind, texts })
}

/// A thing to be drawn, and where.
fn thing(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if words.is_emoji(at) {
        let noun = lexicon()
            .emoji
            .get(words.text(at, at + 1).trim_end_matches('\u{fe0f}'))?;
        let object = crate::ObjectPhrase {
            noun: (*noun).to_string(),
            words: words.text(at, at + 1).to_string(),
            span: words.span(at, at + 1),
            count: Some(1),
            ..crate::ObjectPhrase::default()
        };
        return add(words, at + 1, to, Item::Things(object));
    }
    // "two more trees"
    let at = at + usize::from(words.is(at, "more|extra"));
    let (phrase, from) = match phrase_at(&words.reader, at)
        .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())
    {
        Some(phrase) => (phrase, at),
        None => {
            let (len, n) = crate::numbers::count_at(&words.reader.tokens, at)?;
            let next = at + len;
            if !words.is(next, "more|extra|additional|other|new") {
                return None;
            }
            let mut phrase = phrase_at(&words.reader, next + 1)
                .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())?;
            phrase.object.count = Some(n);
            (phrase, next + 1)
        }
    };
    let _ = from;
    let mut object = phrase.object;
    let mut end = phrase.to;
    // "theme", "look", "vibe" are manners, and nobody draws them.
    if theme_at(words, at, to).is_some_and(|(after, _)| after > end)
        || matches!(
            object.noun.as_str(),
            "style" | "look" | "vibe" | "theme" | "feel" | "effect" | "filter"
        )
    {
        return None;
    }
    if words.is(end, "in")
        && let Some((after, colors)) = colors_at(words, end, to)
        && words.reader.noun_at(after, true).is_none()
    {
        object.color = colors.into_iter().next();
        end = after;
    }
    add(words, end, to, Item::Things(object))
}
