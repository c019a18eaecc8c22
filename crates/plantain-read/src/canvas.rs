//! Size, ratio and background words.

use crate::colors::{color_at, color_at_with};
use crate::forms::{ASPECTS, FormKind};
use crate::reader::{Reader, Use};
use crate::{Background, Color};

/// Fills `brief.canvas` and marks its words.
pub(crate) fn read(reader: &mut Reader<'_>) {
    sizes(reader);
    let mut at = 0;
    while at < reader.len() {
        let len = if reader.is_plain(at) {
            background_at(reader, at)
        } else {
            0
        };
        at += len.max(1);
    }
}

fn sizes(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        if reader.form(at) == Some(FormKind::Canvas) {
            let key = reader.tokens[at].key.clone();
            if set_size(reader, &key) {
                reader.mark(at, at + 1, Use::Canvas);
                // "16:9 aspect ratio", "in 4K resolution", "--ar 16:9"
                let mut next = at + 1;
                while matches!(
                    reader.key(next),
                    "aspect"
                        | "ratio"
                        | "resolution"
                        | "format"
                        | "size"
                        | "quality"
                        | "px"
                        | "pixels"
                        | "portrait"
                        | "landscape"
                        | "uhd"
                        | "hd"
                ) {
                    reader.mark(next, next + 1, Use::Canvas);
                    next += 1;
                }
                for back in at.saturating_sub(3)..at {
                    if matches!(
                        reader.key(back),
                        "aspect" | "ratio" | "ar" | "resolution" | "size" | "format"
                    ) {
                        reader.mark(back, back + 1, Use::Canvas);
                    }
                }
            }
        } else if reader.is_plain(at) {
            orientation(reader, at);
        }
    }
}

fn set_size(reader: &mut Reader<'_>, key: &str) -> bool {
    let canvas = &mut reader.brief.canvas;
    if let Some((w, h)) = key
        .split_once(':')
        .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)))
    {
        if ASPECTS.contains(&(w, h)) {
            canvas.aspect.get_or_insert((w, h));
            return true;
        }
        return false;
    }
    let tier = match key {
        "4k" | "8k" | "2160p" => Some(4096),
        "2k" => Some(2048),
        "1080p" => Some(2048),
        "720p" => Some(1024),
        _ => None,
    };
    if tier.is_some() {
        canvas.tier = canvas.tier.or(tier);
        return true;
    }
    let sides = key
        .split_once(['x', '×'])
        .and_then(|(w, h)| Some((w.parse().ok()?, h.trim_end_matches("px").parse().ok()?)));
    if let Some((width, height)) = sides {
        canvas.width.get_or_insert(width);
        canvas.height.get_or_insert(height);
        return true;
    }
    false
}

/// "square format", "vertical", "widescreen", "portrait orientation".
fn orientation(reader: &mut Reader<'_>, at: usize) {
    let noun = matches!(
        reader.key(at + 1),
        "format"
            | "orientation"
            | "layout"
            | "mode"
            | "aspect"
            | "ratio"
            | "image"
            | "canvas"
            | "size"
            | "poster"
            | "banner"
            | "crop"
            | "composition"
    );
    let alone = reader.is_sep(at + 1) && (at == 0 || reader.is_sep(at - 1));
    let aspect = match reader.key(at) {
        "widescreen" => (16, 9),
        "square" if noun || alone => (1, 1),
        "portrait" | "vertical" if noun && reader.key(at + 1) != "image" || alone => (3, 4),
        "landscape" | "horizontal" if noun && reader.key(at + 1) != "image" || alone => (4, 3),
        "panoramic" | "ultrawide" => (21, 9),
        _ => return,
    };
    reader.brief.canvas.aspect.get_or_insert(aspect);
    let timeline = matches!(reader.key(at), "vertical" | "horizontal");
    if !timeline {
        let both = noun && !matches!(reader.key(at + 1), "poster" | "banner" | "layout");
        reader.mark(at, at + 1 + usize::from(both), Use::Canvas);
    }
}

fn is_ground(key: &str) -> bool {
    matches!(
        key,
        "background"
            | "bg"
            | "backdrop"
            | "backgrounds"
            | "canvas"
            | "wallpaper-background"
            | "back-ground"
    )
}

/// Words that may stand between a colour and "background".
fn is_filler(key: &str) -> bool {
    matches!(
        key,
        "color"
            | "colour"
            | "colored"
            | "coloured"
            | "solid"
            | "plain"
            | "clean"
            | "simple"
            | "studio"
            | "seamless"
            | "textured"
            | "paper"
            | "flat"
            | "soft"
            | "smooth"
            | "subtle"
            | "blurred"
            | "blurry"
            | "minimal"
            | "minimalist"
            | "abstract"
            | "matte"
            | "empty"
            | "blank"
    )
}

/// Reads a background phrase at `at`; returns how many tokens it took.
fn background_at(reader: &mut Reader<'_>, at: usize) -> usize {
    let from = at;
    if is_ground(reader.key(at)) {
        return ground_first(reader, at);
    }
    if matches!(reader.key(at), "transparent" | "clear")
        && (is_ground(reader.key(at + 1)) || reader.key(at + 1) == "png")
        || reader.key(at) == "no" && is_ground(reader.key(at + 1))
    {
        reader.brief.canvas.background = Some(Background::Transparent);
        reader.mark(from, at + 2, Use::Canvas);
        return 2;
    }
    if let Some(len) = gradient_at(reader, at) {
        return len;
    }
    let mut next = at;
    while is_filler(reader.key(next)) && color_at(&reader.tokens, next).is_none() {
        next += 1;
    }
    let Some((mut end, mut colors)) = color_list(reader, next) else {
        return pattern_at(reader, at);
    };
    while is_filler(reader.key(end))
        || matches!(reader.key(end), "gradient" | "and")
            && (is_ground(reader.key(end + 1)) || reader.key(end + 1) == "gradient")
    {
        end += 1;
    }
    let gradient = (next..end).any(|i| reader.key(i) == "gradient");
    // "elegant, cream paper": what a piece is printed on.
    let paper = (next + 1..end).any(|i| reader.key(i) == "paper")
        && !reader.is_scene()
        && (end >= reader.len() || reader.is_sep(end));
    if paper || is_ground(reader.key(end)) {
        set_colors(reader, &mut colors, gradient);
        reader.mark(from, end + 1, Use::Canvas);
        mark_preposition(reader, from);
        return end + 1 - from;
    }
    let mut pattern_at_end = end;
    if let Some(pattern) = pattern_word(reader.key(end)) {
        pattern_at_end += 1;
        if reader.key(pattern_at_end) == "pattern"
            || reader.key(pattern_at_end) == "patterned"
            || reader.key(pattern_at_end) == "dot"
        {
            pattern_at_end += 1;
        }
        if is_ground(reader.key(pattern_at_end)) {
            reader.brief.canvas.background = Some(Background::Pattern(
                pattern.to_string(),
                colors.into_iter().next(),
            ));
            reader.mark(from, pattern_at_end + 1, Use::Canvas);
            return pattern_at_end + 1 - from;
        }
    }
    on_color(reader, at, end, &mut colors)
}

/// "white letters on navy", "neon purple on black": a colour after "on" that ends its clause.
fn on_color(reader: &mut Reader<'_>, at: usize, end: usize, colors: &mut Vec<Color>) -> usize {
    let article = at > 1 && matches!(reader.key(at - 1), "a" | "an" | "the");
    let on = at > 0 && reader.key(at - 1 - usize::from(article)) == "on";
    let closes = end >= reader.len()
        || reader.is_sep(end)
        || reader.uses[end] != Use::Free
        || reader.tokens[end].quote().is_some()
        || matches!(reader.key(end), "with" | "and");
    if !(on && closes) || reader.brief.canvas.background.is_some() {
        return 0;
    }
    set_colors(reader, colors, false);
    reader.mark(at - 1 - usize::from(article), end, Use::Canvas);
    end - at
}

fn ground_first(reader: &mut Reader<'_>, at: usize) -> usize {
    let mut next = at + 1;
    // "dark background orange line": the ground has its shade before it, the colour behind it is that of the next thing.
    let shaded = at > 0 && matches!(reader.key(at - 1), "dark" | "light" | "plain" | "clean");
    if shaded && !reader.is_sep(next) && color_at(&reader.tokens, next).is_some() {
        return 0;
    }
    while matches!(
        reader.key(next),
        "color"
            | "colour"
            | "is"
            | "in"
            | "of"
            | "a"
            | "should"
            | "be"
            | "must"
            | "solid"
            | "plain"
            | "light-colored"
    ) || reader.is_sep(next)
        && next == at + 1
        && next + 1 < reader.len()
        && reader.sep(next, crate::tokens::Sep::Colon)
    {
        next += 1;
    }
    if reader.key(next) == "transparent" {
        reader.brief.canvas.background = Some(Background::Transparent);
        reader.mark(at, next + 1, Use::Canvas);
        return next + 1 - at;
    }
    if let Some((end, mut colors)) = color_list(reader, next)
        && !is_ground(reader.key(end))
    {
        set_colors(reader, &mut colors, false);
        reader.mark(at, end, Use::Canvas);
        return end - at;
    }
    if at > 0 && matches!(reader.key(at - 1), "the" | "in" | "a") {
        return 0;
    }
    // "canvas tote $24": the cloth of the thing.
    if reader.key(at) == "canvas" && reader.noun_at(at + 1, false).is_some() {
        return 0;
    }
    reader.mark(at, at + 1, Use::Canvas);
    1
}

/// "gradient from blue to purple", "blue to purple gradient".
fn gradient_at(reader: &mut Reader<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    let lead = reader.key(at) == "gradient";
    if lead {
        next += 1;
        while is_ground(reader.key(next))
            || matches!(reader.key(next), "from" | "of" | "between" | "in")
        {
            next += 1;
        }
    }
    let (end, colors) = color_list(reader, next)?;
    let named = reader.key(end) == "gradient";
    if !(lead || named) {
        return None;
    }
    let mut colors = colors;
    if colors.len() == 1 {
        colors.push(crate::colors::deeper(&colors[0]));
    }
    let mut end = end + usize::from(named);
    if is_ground(reader.key(end)) {
        end += 1;
    }
    reader.brief.canvas.background = Some(Background::Gradient(colors));
    reader.mark(at, end, Use::Canvas);
    Some(end - at)
}

/// "blue", "blue and white", "blue to purple": the colours and the token after them.
pub(crate) fn color_list(reader: &Reader<'_>, at: usize) -> Option<(usize, Vec<Color>)> {
    let usable = |i: usize| reader.is_free(i) && reader.plain[i];
    let (len, first) = color_at_with(&reader.tokens, at, usable)?;
    let mut colors = vec![first];
    let mut end = at + len;
    loop {
        let mut next = end;
        let usable_color = |i: usize| color_at_with(&reader.tokens, i, usable);
        let word = matches!(reader.key(next), "and" | "n" | "to" | "&" | "+" | "into");
        let mark = reader.sep(next, crate::tokens::Sep::Slash)
            || reader.sep(next, crate::tokens::Sep::Dash);
        // "red, white and blue": a comma goes on only where the list does.
        let comma = reader.sep(next, crate::tokens::Sep::Comma)
            && usable_color(next + 1).is_some_and(|(len, _)| {
                let end = next + 1 + len;
                matches!(reader.key(end), "and" | "gradient")
                    || colors.len() > 1 && (end >= reader.len() || reader.ends_sentence(end))
                    || reader.sep(next + 1 + len, crate::tokens::Sep::Comma)
            });
        if word || mark || comma {
            next += 1;
        }
        if next == end {
            break;
        }
        let Some((len, color)) = color_at_with(&reader.tokens, next, usable) else {
            break;
        };
        colors.push(color);
        end = next + len;
    }
    Some((end, colors))
}

fn set_colors(reader: &mut Reader<'_>, colors: &mut Vec<Color>, gradient: bool) {
    let background = match colors.len() {
        0 => return,
        1 if !gradient => Background::Color(colors.remove(0)),
        _ => Background::Gradient(std::mem::take(colors)),
    };
    reader.brief.canvas.background.get_or_insert(background);
}

fn mark_preposition(reader: &mut Reader<'_>, from: usize) {
    let mut at = from;
    while at > 0
        && matches!(
            reader.key(at - 1),
            "on" | "with" | "in" | "against" | "a" | "an" | "the" | "over"
        )
        && reader.is_free(at - 1)
    {
        at -= 1;
        reader.mark(at, at + 1, Use::Canvas);
    }
}

fn pattern_word(key: &str) -> Option<&'static str> {
    Some(match key {
        "polka" | "polka-dot" | "dotted" | "dots" | "dot" => "polka dot",
        "striped" | "stripes" | "stripe" => "striped",
        "checkered" | "checked" | "gingham" | "plaid" => "checkered",
        "floral" | "flower" | "flowery" => "floral",
        "geometric" => "geometric",
        "grid" | "gridded" => "grid",
        "wavy" | "wave" | "waves" => "wave",
        "starry" | "stars" | "star" => "star",
        "confetti" => "confetti",
        "wood" | "wooden" | "woodgrain" => "wood",
        "marble" => "marble",
        "paper" | "kraft" => "paper",
        "leaf" | "leaves" | "botanical" => "leaf",
        "brick" => "brick",
        "chalkboard" => "chalkboard",
        _ => return None,
    })
}

/// "polka dot background" without a colour.
fn pattern_at(reader: &mut Reader<'_>, at: usize) -> usize {
    let Some(pattern) = pattern_word(reader.key(at)) else {
        return 0;
    };
    let mut end = at + 1;
    while matches!(
        reader.key(end),
        "dot" | "dots" | "pattern" | "patterned" | "texture" | "textured"
    ) && end < at + 3
    {
        end += 1;
    }
    // "… \"New build every week\", wood texture": of a printed piece it is the ground.
    let texture = crate::copy::is_printed(reader.brief.genre)
        && matches!(reader.key(end - 1), "texture" | "textured")
        && (end >= reader.len() || reader.is_sep(end));
    if !texture && !is_ground(reader.key(end)) {
        return 0;
    }
    reader
        .brief
        .canvas
        .background
        .get_or_insert(Background::Pattern(pattern.to_string(), None));
    let end = end + usize::from(!texture);
    reader.mark(at, end, Use::Canvas);
    end - at
}
