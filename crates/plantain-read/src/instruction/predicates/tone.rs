//! Tones and named filters.

use super::{Parsed, is_whole, one};
use crate::instruction::arguments::{USUAL, amount_at, colors_at, strength};
use crate::instruction::words::Words;
use crate::instruction::{Change, Filter, Referent, Target, ThemeChange, Tone};

/// Names of filters as adjectives and nouns.
const FILTERS: &[(Filter, f32, &str)] = &[
    (
        Filter::Grayscale,
        1.0,
        "black and white|black-and-white|b&w|b/w|bw|grayscale|greyscale|gray scale|grey scale|monochrome|black & white|black n white|monochromatic|b w|black white|noir|colorless|greyscaled",
    ),
    (
        Filter::Sepia,
        1.0,
        "sepia|sepia tone|sepia toned|sepia tones|sepia-toned",
    ),
    (
        Filter::Invert,
        1.0,
        "inverted|negative|inverted colors|color negative",
    ),
    (
        Filter::Blur,
        1.0,
        "blurry|blurred|blurrier|out of focus|hazy|unfocused|gaussian blur|blur|soft focus|blurriness",
    ),
    (
        Filter::Sharpen,
        1.0,
        "sharper|crisper|sharp|crisp|clearer|less blurry|more detailed|sharpness|sharpening|in focus|clarity|less blur",
    ),
    (
        Filter::Denoise,
        1.0,
        "less noisy|less grainy|noise-free|noise free|noiseless|less noise|less grain|noise reduction",
    ),
    (
        Filter::Pixelate,
        1.0,
        "pixelated|pixelate|mosaic effect|pixelation",
    ),
    (
        Filter::Posterize,
        1.0,
        "posterized|posterised|posterize|poster effect",
    ),
    (
        Filter::Halftone,
        1.0,
        "halftone|halftone dots|halftoned|half-tone",
    ),
    (
        Filter::Pencil,
        1.0,
        "pencil filter|pencil effect|pencil sketch filter|sketch filter|sketch effect",
    ),
    (Filter::Emboss, 1.0, "embossed|emboss|embossing"),
    (Filter::Edges, 1.0, "edge detection|edges only|edge detect"),
    (Filter::Vignette, 1.0, "vignette|vignetting|vignetted"),
    (
        Filter::Grain,
        1.0,
        "grainy|grain|film grain|noisy|noise|grainier|paper grain texture|paper grain|grain texture|paper texture|noise texture|grain overlay|noise overlay",
    ),
    (
        Filter::Vintage,
        1.0,
        "vintage filter|vintage effect|retro filter|retro effect|vintage film|retro film|old film|film look|old photo|old photograph|faded film|polaroid filter|instagram filter|vintage photo|polaroid|analog film",
    ),
    (
        Filter::Duotone,
        1.0,
        "duotone|duo-tone|duo tone|two-tone|two tone",
    ),
    (
        Filter::AutoLevels,
        1.0,
        "auto levels|auto contrast|auto color|auto tone|auto-levels|auto white balance|white balance",
    ),
];

/// The filter that is named at `at`.
pub(in crate::instruction) fn filter_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Filter, f32)> {
    let mut best: Option<(usize, Filter, f32)> = None;
    for (filter, amount, names) in FILTERS {
        for name in names.split('|') {
            if let Some(end) = words.phrase(at, name).filter(|end| *end <= to)
                && best.is_none_or(|(known, ..)| end > known)
            {
                best = Some((end, *filter, *amount));
            }
        }
    }
    best
}

pub(super) fn filter(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    let (at, factor) =
        amount_at(words, from, to).map_or((from, None), |(end, factor)| (end, Some(factor)));
    let at = at + usize::from(words.is(at, "more"));
    let (mut end, filter, amount) =
        filter_at(words, at, to).or_else(|| filter_at(words, from, to))?;
    if let Some(found) = monochrome(words, at, end, to) {
        return Some(found);
    }
    // "black and white cat" speaks of a cat.
    let color_pair =
        filter == Filter::Grayscale && !is_whole(target) && target.what != Referent::Background;
    if color_pair
        && !words.is(
            at,
            "grayscale|greyscale|monochrome|b&w|bw|black|b/w|black-and-white",
        )
    {
        return None;
    }
    let mut factor = factor;
    while end < to
        && words.is(
            end,
            "filter|effect|look|style|tones|tone|photo|image|picture|version|filters|colors|effects|finish|edges|edge|treatment|photograph",
        )
    {
        end += 1;
    }
    if factor.is_none()
        && let Some((after, found)) = amount_at(words, end, to)
    {
        factor = Some(found);
        end = after;
    }
    let amount = strength(factor, amount).clamp(0.0, 1.0);
    let mut target = target.clone();
    if target.what == Referent::Same && target.words.is_empty() {
        target.what = Referent::Picture;
    }
    one(
        end,
        Change::Filter {
            target,
            filter,
            amount,
        },
    )
}

/// "monochrome green", "a monochromatic palette in teal": shades of one colour.
fn monochrome(words: &Words<'_>, at: usize, end: usize, to: usize) -> Parsed {
    if !words.is(at, "monochrome|monochromatic") {
        return None;
    }
    let mut next = end;
    while next < to
        && words.is(
            next,
            "palette|scheme|color|colour|colors|look|in|of|shades|tones|with|style|theme|only|just|all",
        )
        || next < to && next == end && words.is_sep(next)
    {
        next += 1;
    }
    let (end, palette) = colors_at(words, next, to)?;
    let end = words.one_of(end, "only|tones|shades").unwrap_or(end);
    let theme = ThemeChange {
        palette,
        styles: vec!["monochrome".into()],
        ..ThemeChange::default()
    };
    one(end, Change::SetTheme(theme))
}

/// Words of tone: tone, direction.
const TONES: &[(Tone, f32, &str)] = &[
    (
        Tone::Brightness,
        1.0,
        "brighter|lighter|bright|better lit|more light|less dark|brightness|exposure|light|more exposed|luminous|well lit|luminosity",
    ),
    (
        Tone::Brightness,
        -1.0,
        "darker|dimmer|dark|less bright|less light|dim|moodier",
    ),
    (
        Tone::Contrast,
        1.0,
        "contrast|punchier|contrasty|punch|contrasted|higher contrast|high contrast",
    ),
    (Tone::Contrast, -1.0, "flatter|low contrast|lower contrast"),
    (
        Tone::Saturation,
        1.0,
        "saturated|vivid|vibrant|colorful|colourful|saturation|vibrance|more color|more colour|vibrancy|richer|intense|more colors|more colours|pop more|pop|poppier",
    ),
    (
        Tone::Saturation,
        -1.0,
        "muted|washed out|desaturated|duller|paler|faded|subdued|toned down",
    ),
    (
        Tone::Warmth,
        1.0,
        "warmer|warm|warmth|temperature|color temperature|golden|warmer tones|warm tones|warmer colors|warm tone|cozier|yellower",
    ),
    (
        Tone::Warmth,
        -1.0,
        "cooler|cool|colder|bluer|cooler tones|cool tones|cold|cool tone|cooler colors|icy",
    ),
    (Tone::Shadows, 1.0, "shadows|shadow detail|lifted shadows"),
    (Tone::Highlights, 1.0, "highlights"),
    (Tone::Hue, 1.0, "hue"),
];

/// The tone that is named at `at`, with its direction.
pub(in crate::instruction) fn tone_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Tone, f32)> {
    let mut best: Option<(usize, Tone, f32)> = None;
    for (tone, sign, names) in TONES {
        for name in names.split('|') {
            if let Some(end) = words.phrase(at, name).filter(|end| *end <= to)
                && best.is_none_or(|(known, ..)| end > known)
            {
                best = Some((end, *tone, *sign));
            }
        }
    }
    best
}

/// How much darker or lighter a background becomes that is to be "dark", not "darker".
const OUTRIGHT: f32 = 0.6;

pub(super) fn toned(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    if target.what == Referent::Background
        && words.is(from, "dark|light|bright")
        && words.skip_idle(from + 1, to) >= to
    {
        let sign = if words.is(from, "dark") { -1.0 } else { 1.0 };
        return one(
            from + 1,
            Change::Tone {
                target: target.clone(),
                tone: Tone::Brightness,
                amount: sign * OUTRIGHT,
            },
        );
    }
    let mut at = from;
    let mut factor = None;
    let mut sign = 1.0;
    while at < to {
        if let Some((end, found)) =
            amount_at(words, at, to).filter(|(end, _)| *end < to && !words.is(at, "light|soft"))
        {
            factor = Some(found);
            at = end;
        } else if words.is(at, "more|higher|extra|increased|added|better")
            || words.is(at, "with|a") && words.is(at + 1, "high|higher|low|more|a|strong")
        {
            at += 1;
        } else if words.is(at, "less|lower|reduced|too") {
            sign = -1.0;
            at += 1;
        } else {
            break;
        }
    }
    let dark_theme = words.is(at, "dark|light") && words.is(at + 1, "mode|theme|version|themed|ui");
    let colored = words.is(
        at,
        "dark|light|bright|darker|lighter|brighter|vivid|warm|cool|golden|deeper",
    ) && crate::colors::color_at(&words.reader.tokens, at + 1).is_some();
    if dark_theme
        || colored
        || words.is(at, "golden")
            && at == from
            && crate::colors::color_at(&words.reader.tokens, at).is_some()
            && !is_whole(target)
    {
        return None;
    }
    let (mut end, tone, direction) = tone_at(words, at, to)?;
    if end < to && words.is(end, "background|bg") {
        return None;
    }
    if factor.is_none() && is_interface(target) && words.is(at, "dark|light|bright") {
        let theme = ThemeChange {
            dark: Some(words.is(at, "dark")),
            ..ThemeChange::default()
        };
        return one(end, Change::SetTheme(theme));
    }
    while end < to
        && words.is(
            end,
            "tone|tones|colors|colours|color|look|feel|overall|lighting|light|image|picture|photo|atmosphere|mood|effect|vibe|levels|level",
        )
    {
        end += 1;
    }
    if factor.is_none()
        && let Some((after, found)) = amount_at(words, end, to)
    {
        factor = Some(found);
        end = after;
    }
    let amount = strength(factor, USUAL * sign * direction);
    let mut target = target.clone();
    if target.what == Referent::Same && target.words.is_empty() {
        target.what = Referent::Picture;
    }
    one(
        end,
        Change::Tone {
            target,
            tone,
            amount,
        },
    )
}

/// Whether the picture is called by what has a dark and a light mode: "make the dashboard dark".
fn is_interface(target: &Target) -> bool {
    let words = target.words.to_lowercase();
    target.what == Referent::Picture
        && ["dashboard", "website", "webpage", "interface", "screen"]
            .iter()
            .any(|word| words.contains(word))
}
