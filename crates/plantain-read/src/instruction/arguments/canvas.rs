//! Canvases and turns: ratios, sizes in pixels, degrees.

use crate::instruction::CanvasChange;
use crate::instruction::words::Words;

/// What a format is for; it says nothing more.
const USES: &str = "for instagram|for my instagram|for facebook|for linkedin|for twitter|for x|for tiktok|for youtube|for pinterest|\
    for social media|for social|for the web|for web|for print|for printing|for the feed|for my feed|for my website|for the website|\
    for stories|for a story|for mobile|for desktop|for phones|for a phone|for whatsapp|for slides|for a presentation|for email";

/// "16:9", "square", "1080x1080", "4K", "portrait".
pub(in crate::instruction) fn canvas_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, CanvasChange)> {
    let mut next = at;
    while next < to
        && words.is(
            next,
            "to|a|an|the|into|for|in|as|at|ratio|aspect|of|be|size|with|perfect|resolution|dimensions|about|exactly|fit|wide|version|banner|format|post|cover|crop",
        )
        && !words.is(next + 1, "background")
    {
        next += 1;
    }
    // "wide format for a slide": the words before say it all.
    let wide = (at..next).any(|i| words.is(i, "wide"));
    if wide && words.is(next - 1, "format|version|crop") && ratio(words, next, to).is_none() {
        let ratio = (16, 9);
        let extend = false;
        return Some((next, CanvasChange::Aspect { ratio, extend }));
    }
    if next >= to {
        return None;
    }
    let next = told_in_figures(words, next, to).unwrap_or(next);
    let key = words.key(next);
    let (len, change) = ratio(words, next, to)
        .map(|(len, ratio)| {
            (
                len,
                CanvasChange::Aspect {
                    ratio,
                    extend: false,
                },
            )
        })
        .or_else(|| sides(key).map(|(width, height)| (1, CanvasChange::Size { width, height })))
        .or_else(|| {
            long_side(words, next).map(|(len, side)| (len, CanvasChange::LongSide(side)))
        })?;
    let mut end = next + len;
    while end < to
        && words.is(
            end,
            "aspect|ratio|format|version|crop|resolution|size|paper|sheet|portrait|landscape|upright|px|pixels|story|banner|post|canvas|orientation|reel|cover|layout|mode|uhd|quality|shape|image|picture|photo|frame|thumbnail|wide|instead|video|one|long|side|web|header|flyer|poster|advert|website|slide|card",
        )
    {
        end += 1;
    }
    let end = words
        .one_of(end, USES)
        .filter(|after| *after <= to)
        .unwrap_or(end);
    Some((end, change))
}

/// "to a portrait 3:4", "into a story format, 9:16": the figures behind a name say it all. Returns where they stand.
fn told_in_figures(words: &Words<'_>, at: usize, to: usize) -> Option<usize> {
    let (len, _) = ratio(words, at, to)?;
    let mut next = at + len;
    while next < to && (words.is(next, "format|ratio|aspect|post|size") || words.is_sep(next)) {
        next += 1;
    }
    ratio_in_figures(words, next, to).then_some(next)
}

fn ratio_in_figures(words: &Words<'_>, at: usize, to: usize) -> bool {
    let figures = words
        .text(at, at + 1)
        .starts_with(|c: char| c.is_ascii_digit());
    at < to && figures && ratio(words, at, to).is_some()
}

fn ratio(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, (u32, u32))> {
    if at >= to {
        return None;
    }
    let key = words.key(at);
    if let Some((w, h)) = key
        .split_once([':', '/', 'x'])
        .and_then(|(w, h)| Some((w.parse::<u32>().ok()?, h.parse::<u32>().ok()?)))
    {
        return (w > 0 && h > 0 && w <= 50 && h <= 50).then(|| (1, lowest(w, h)));
    }
    // "8 to 1" alone may be anything.
    let told = || {
        let near = at.saturating_sub(4)..at + 6;
        near.into_iter()
            .any(|i| words.is(i, "ratio|aspect|crop|cropped|format|proportions|proportion"))
    };
    if let Ok(w) = key.parse::<u32>()
        && (words.is(at + 1, "by|x")
            || words.is(at + 1, "to") && told()
            || words.sep(at + 1, crate::tokens::Sep::Colon))
        && let Ok(h) = words.key(at + 2).parse::<u32>()
        && (1..=32).contains(&w)
        && (1..=32).contains(&h)
        && at + 2 < to
    {
        return Some((3, lowest(w, h)));
    }
    let named = |len: usize, ratio: (u32, u32)| Some((len, ratio));
    if let Some(end) = words.one_of(
        at,
        "instagram story|instagram stories|story|tiktok|reel|instagram reel|phone wallpaper|stories|youtube short|whatsapp status|phone screen|mobile screen|phone size|phone lock screen",
    ) {
        return named(end - at, (9, 16));
    }
    if let Some(end) = words.one_of(
        at,
        "instagram post|instagram feed post|square instagram post|square post|ig post|square social media post",
    ) {
        return named(end - at, (1, 1));
    }
    if let Some(end) = words.one_of(
        at,
        "youtube thumbnail|widescreen|wide screen|youtube|wide layout|slide format",
    ) {
        return named(end - at, (16, 9));
    }
    if let Some(ratio) = paper(words, at) {
        return named(1, ratio);
    }
    // "A horizontal bar chart": how something lies, not the sheet.
    if words.is(
        at + 1,
        "bar|bars|column|columns|chart|graph|timeline|line|lines|stripe|stripes|flow|list|menu|axis|layout|arrows",
    ) {
        return None;
    }
    // "A vertical story": the name says more than how it stands.
    if words.is(
        at,
        "portrait|vertical|upright|tall|landscape|horizontal|square",
    ) && let Some((len, ratio)) = ratio(words, at + 1, to)
    {
        return named(1 + len, ratio);
    }
    match key {
        "square" | "squared" => named(1, (1, 1)),
        "portrait" | "vertical" => named(1, (3, 4)),
        "landscape" | "horizontal" => named(1, (4, 3)),
        "panoramic" | "panorama" | "ultrawide" => named(1, (21, 9)),
        _ => None,
    }
}

/// A sheet of paper by its name; upright unless the words say that it lies.
fn paper(words: &Words<'_>, at: usize) -> Option<(u32, u32)> {
    let (w, h) = match words.key(at) {
        "a2" | "a3" | "a4" | "a5" | "a6" => (70, 99),
        "letter"
            if words.is(at.saturating_sub(1), "us") || words.is(at + 1, "size|paper|format") =>
        {
            (17, 22)
        }
        _ => return None,
    };
    let lies = [at + 1, at.saturating_sub(1)]
        .into_iter()
        .any(|at| words.is(at, "landscape|horizontal|wide|sideways"));
    Some(if lies { (h, w) } else { (w, h) })
}

fn lowest(w: u32, h: u32) -> (u32, u32) {
    let (mut a, mut b) = (w, h);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    (w / a.max(1), h / a.max(1))
}

fn sides(key: &str) -> Option<(u32, u32)> {
    let (w, h) = key.split_once(['x', '×', '*'])?;
    let side = |text: &str| {
        text.trim_end_matches("px")
            .parse::<u32>()
            .ok()
            .filter(|side| (51..=65_535).contains(side))
    };
    Some((side(w)?, side(h)?))
}

fn long_side(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    Some(match words.key(at) {
        "4k" | "2160p" | "uhd" | "ultra-hd" => (1, 3840),
        "8k" => (1, 7680),
        "2k" | "1440p" => (1, 2560),
        "1080p" | "fullhd" | "fhd" => (1, 1920),
        "full" if words.is(at + 1, "hd") => (2, 1920),
        "ultra" if words.is(at + 1, "hd") => (2, 3840),
        "hd" => (1, 1920),
        "720p" => (1, 1280),
        key => {
            let glued = key
                .strip_suffix("px")
                .or_else(|| key.strip_suffix("pixels"));
            let digits = glued.or_else(|| words.is(at + 1, "px|pixels|pixel").then_some(key))?;
            let side: u32 = digits
                .parse()
                .ok()
                .filter(|side| (16..=65_535).contains(side))?;
            // "1200 px wide and 800 px high" is not the longer side alone.
            (1 + usize::from(glued.is_none()), side)
        }
    })
}

/// Degrees of a turn, clockwise: "90 degrees", "90° counterclockwise", "180", "upside down", "a quarter turn left".
pub(in crate::instruction) fn degrees_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, f32)> {
    let mut value: Option<f32> = None;
    let mut sign = 1.0;
    let mut end = at;
    let mut turned = false;
    while end < to {
        let key = words.key(end);
        let digits = key
            .trim_end_matches(['°', 'º', '度', '도'])
            .trim_end_matches("deg")
            .trim_end_matches("degrees");
        if let Some(next) = words.one_of(end, "upside down|upside-down") {
            value = Some(180.0);
            end = next;
            continue;
        }
        if let Some(next) = words.one_of(
            end,
            "counter clockwise|counterclockwise|counter-clockwise|anticlockwise|anti-clockwise|anti clockwise|to the left|left|ccw|leftwards",
        ) {
            sign = -1.0;
            turned = true;
            end = next;
            continue;
        }
        if let Some(next) =
            words.one_of(end, "clockwise|to the right|right|cw|clock wise|rightwards")
        {
            turned = true;
            end = next;
            continue;
        }
        if let Some(next) = words.one_of(end, "a quarter turn|quarter turn|by a quarter|a quarter")
        {
            value = Some(90.0);
            end = next;
            continue;
        }
        if let Some(next) = words.one_of(end, "half turn|a half turn|halfway|half way") {
            value = Some(180.0);
            end = next;
            continue;
        }
        if value.is_none()
            && let Ok(found) = digits.replace(',', ".").parse::<f32>()
            && (-360.0..=360.0).contains(&found)
        {
            value = Some(found);
        } else if !words.is(
            end,
            "degrees|degree|deg|by|of|on|about|°|the|to|a|turn|around|º|over|slightly|bit",
        ) {
            break;
        }
        end += 1;
    }
    let value = value.or_else(|| turned.then_some(90.0))?;
    Some((end, value * sign))
}
