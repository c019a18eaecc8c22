//! What a thing becomes: "bigger", "red", "uppercase", "black and white", "made of wood", "night".

use super::arguments::{USUAL, amount_at, canvas_at, colors_at, location_at, scale_at, strength};
use super::words::Words;
use crate::canvas::color_list;
use crate::instruction::{
    Alignment, Change, CountChange, Fill, Filter, Item, LetterCase, Referent, Target, ThemeChange,
    Tone, TypeSetting,
};
use crate::lexicon::{Adjective, LookKind, lexicon};
use crate::phrases::phrase_at;
use crate::{Color, RelationKind, Season, TimeOfDay, Weather};

/// What was read: the token behind it, and the changes.
pub(super) type Parsed = Option<(usize, Vec<Change>)>;

/// Predicates that one target may be given, at most.
const PREDICATES_MAX: usize = 12;

/// Reads what `target` becomes; several predicates are joined by "and" or commas.
pub(super) fn predicates_at(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let (mut end, mut changes) = predicate_at(words, at, to, target)?;
    for _ in 1..PREDICATES_MAX {
        let mut next = words.skip_idle(end, to);
        while words.is(next, "and|&|but|as|well|also") || next < to && words.is_sep(next) {
            next += 1;
        }
        let Some((after, more)) = predicate_at(words, next, to, target) else {
            break;
        };
        changes.extend(more);
        end = after;
    }
    Some((end, merged(changes)))
}

/// Settings of the same text become one.
fn merged(changes: Vec<Change>) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        if let (
            Some(Change::SetType {
                target: before,
                setting: into,
            }),
            Change::SetType { target, setting },
        ) = (out.last_mut(), &change)
            && before == target
        {
            let new = setting.clone();
            into.scale = into.scale.or(new.scale);
            into.bold = into.bold.or(new.bold);
            into.italic = into.italic.or(new.italic);
            into.underline = into.underline.or(new.underline);
            into.case = into.case.or(new.case);
            into.typeface = into.typeface.take().or(new.typeface);
            into.color = into.color.take().or(new.color);
            into.align = into.align.or(new.align);
            continue;
        }
        out.push(change);
    }
    out
}

/// Whether a target is text.
pub(super) fn is_text(target: &Target) -> bool {
    matches!(
        target.what,
        Referent::Text(_) | Referent::Role(_) | Referent::AllText
    )
}

/// Whether a target may be the whole picture.
pub(super) fn is_whole(target: &Target) -> bool {
    matches!(target.what, Referent::Picture | Referent::Same)
}

fn predicate_at(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    let mut bare = from;
    while bare < to && words.is(bare, "to|into|be|become|look|looks|all") {
        bare += 1;
    }
    if bare > from
        && let Some(found) = predicate_here(words, bare, to, target)
    {
        return Some(found);
    }
    let mut at = from;
    while at < to
        && words.is(
            at,
            "look|looks|be|become|appear|seem|to|more|into|all|completely|in|like|a|an|the|so|it's|is|are|with|as|being",
        )
    {
        if let Some(found) = predicate_here(words, at, to, target) {
            return Some(found);
        }
        at += 1;
    }
    predicate_here(words, at, to, target)
}

fn predicate_here(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if at >= to {
        return None;
    }
    if target.what == Referent::Background
        && let Some(found) = background_at(words, at, to)
    {
        return Some(found);
    }
    type_at(words, at, to, target)
        .or_else(|| sized(words, at, to, target))
        .or_else(|| canvas(words, at, to, target))
        .or_else(|| filter(words, at, to, target))
        .or_else(|| toned(words, at, to, target))
        .or_else(|| gone(words, at, to, target))
        .or_else(|| transparent(words, at, to, target))
        .or_else(|| recolored(words, at, to, target))
        .or_else(|| counted(words, at, to, target))
        .or_else(|| themed(words, at, to, target))
        .or_else(|| in_setting(words, at, to, target))
        .or_else(|| resurfaced(words, at, to, target))
        .or_else(|| moved(words, at, to, target))
}

fn one(end: usize, change: Change) -> Parsed {
    Some((end, vec![change]))
}

/// A new background: a colour, a gradient, blur, nothing, a pattern.
pub(super) fn background_at(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let set = |end: usize, fill: Fill| one(end, Change::SetBackground(fill));
    if let Some(end) = words.one_of(
        at,
        "transparent|transparent png|see-through|see through|clear|invisible|empty|a transparent one|nothing|transparency|removed|gone|none|alpha",
    ) {
        return set(end, Fill::Transparent);
    }
    let (next, factor) =
        amount_at(words, at, to).map_or((at, None), |(end, factor)| (end, Some(factor)));
    if words.is(next, "blurry|blurred|blurrier|softer|bokeh")
        || words.phrase(next, "out of focus").is_some()
    {
        let end = words.phrase(next, "out of focus").unwrap_or(next + 1);
        return set(end, Fill::Blur(strength(factor, 1.0).max(0.25)));
    }
    let mut from = at;
    while words.is(from, "a|an|the|soft|smooth|nice") && from < to {
        from += 1;
    }
    if words.is(from, "gradient") {
        let mut next = from + 1;
        while words.is(next, "from|of|between|in|with|background") {
            next += 1;
        }
        let (end, colors) = color_list(&words.reader, next).filter(|(end, _)| *end <= to)?;
        return set(end, fading(colors));
    }
    if let Some((end, pattern)) = pattern(words, at, to) {
        return Some((end, vec![Change::SetBackground(pattern)]));
    }
    // Without its colours, as photographs are; no gradient of the two.
    let grey = words.one_of(
        at,
        "black and white|black & white|black-and-white|b&w|b/w|monochrome|grayscale|greyscale",
    );
    if grey.is_some_and(|end| words.skip_idle(end, to) >= to || !words.is(end, "gradient")) {
        return None;
    }
    let (end, mut colors) = colors_at(words, at, to)?;
    let gradient = words.is(end, "gradient");
    let end = end + usize::from(gradient);
    // "a red brick wall" is no red.
    let noun = end < to
        && !words.is_empty_word(end)
        && words.reader.noun_at(end, true).is_some()
        && !words.is(end, "background");
    if noun {
        return None;
    }
    let fill = match colors.len() {
        0 => return None,
        1 if !gradient => Fill::Color(colors.remove(0)),
        _ => fading(colors),
    };
    set(end, fill)
}

/// A gradient of one colour goes on to a deeper one.
pub(super) fn fading(mut colors: Vec<Color>) -> Fill {
    if let [only] = &colors[..] {
        let deeper = crate::colors::deeper(only);
        colors.push(deeper);
    }
    Fill::Gradient(colors)
}

/// "polka dots", "a striped pattern", "blue checkered".
fn pattern(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Fill)> {
    let mut next = at;
    let mut color: Option<Color> = None;
    while next < to && words.is(next, "a|an|the|with") {
        next += 1;
    }
    if let Some((end, mut colors)) = color_list(&words.reader, next).filter(|(end, _)| *end <= to) {
        color = Some(colors.remove(0));
        next = end;
    }
    let (word, len) = match words.key(next) {
        "polka" | "polka-dot" => ("polka dot", 1),
        "dotted" | "dots" => ("polka dot", 1),
        "striped" | "stripes" => ("striped", 1),
        "checkered" | "checked" | "gingham" | "plaid" => ("checkered", 1),
        "floral" => ("floral", 1),
        "geometric" => ("geometric", 1),
        "confetti" => ("confetti", 1),
        "marble" => ("marble", 1),
        "brick" if words.is(next + 1, "pattern") => ("brick", 1),
        "grid" | "wave" | "star" | "leaf" if words.is(next + 1, "pattern") => (words.key(next), 1),
        "chalkboard" => ("chalkboard", 1),
        _ => return None,
    };
    let word = word.to_string();
    let mut end = next + len;
    while end < to
        && words.is(
            end,
            "dot|dots|pattern|patterned|texture|textured|background|stripes",
        )
    {
        end += 1;
    }
    Some((end, Fill::Pattern(word, color)))
}

/// Bold, italic, capitals, a typeface, an alignment.
fn type_at(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    let mut at = from;
    while words.is(at, "more|a|an|in|the|all-|set|use|with") && at < to {
        at += 1;
    }
    let mut setting = TypeSetting::default();
    let text = is_text(target)
        || matches!(
            target.what,
            Referent::Same | Referent::Picture | Referent::Part { .. }
        );
    if !text {
        return None;
    }
    let fits = |end: &usize| *end <= to;
    let tail = |mut end: usize| {
        while end < to
            && words.is(
                end,
                "font|letters|type|typeface|text|case|style|lettering|face|one|instead",
            )
        {
            end += 1;
        }
        end
    };
    let end = if let Some(end) = words
        .one_of(at, "bold|bolder|heavier|boldface|heavy")
        .filter(fits)
    {
        setting.bold = Some(true);
        end
    } else if let Some(end) = words
        .one_of(
            at,
            "not bold|unbold|regular weight|normal weight|thin weight|lighter weight",
        )
        .filter(fits)
    {
        setting.bold = Some(false);
        end
    } else if let Some(end) = words
        .one_of(
            at,
            "italic|italics|italicized|cursive italic|slanted",
        )
        .filter(fits)
    {
        setting.italic = Some(true);
        end
    } else if let Some(end) = words.one_of(at, "underlined|underline").filter(fits) {
        setting.underline = Some(true);
        end
    } else if let Some(end) = words
        .one_of(
            at,
            "uppercase|upper case|upper-case|all caps|caps|all capitals|capitals|all-caps|capital letters|all uppercase|block capitals|capitalized",
        )
        .filter(fits)
    {
        setting.case = Some(LetterCase::Upper);
        end
    } else if let Some(end) = words
        .one_of(
            at,
            "lowercase|lower case|lower-case|all lowercase|small letters",
        )
        .filter(fits)
    {
        setting.case = Some(LetterCase::Lower);
        end
    } else if let Some(end) = words.one_of(at, "title case|title-case").filter(fits) {
        setting.case = Some(LetterCase::Title);
        end
    } else if let Some((end, align)) = alignment(words, at, to).filter(|_| {
        is_text(target) || words.is(at, "left-aligned|right-aligned|left|right")
    }) {
        setting.align = Some(align);
        end
    } else if let Some((len, (LookKind::Typeface, name))) =
        lexicon().looks.at(&words.reader.tokens, at)
    {
        setting.typeface = Some((*name).to_string());
        at + len
    } else if is_text(target) && words.is_capital(at) && words.is(at + 1, "font|typeface") {
        setting.typeface = Some(words.text(at, at + 1).to_string());
        at + 1
    } else {
        return None;
    };
    let end = tail(end);
    let target = if matches!(target.what, Referent::Picture) {
        Target {
            what: Referent::AllText,
            ..target.clone()
        }
    } else {
        target.clone()
    };
    (end <= to).then(|| (end, vec![Change::SetType { target, setting }]))
}

/// "left aligned", "centered", "align left".
pub(super) fn alignment(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Alignment)> {
    let rows: &[(&str, Alignment)] = &[
        (
            "left aligned|left-aligned|aligned left|aligned to the left|flush left",
            Alignment::Left,
        ),
        (
            "right aligned|right-aligned|aligned right|aligned to the right|flush right",
            Alignment::Right,
        ),
        (
            "centered|centred|center aligned|center-aligned|in the center|in the middle|central",
            Alignment::Center,
        ),
        (
            "evenly spaced|evenly|equally spaced|evenly distributed",
            Alignment::Even,
        ),
    ];
    rows.iter()
        .find_map(|(phrases, align)| words.one_of(at, phrases).map(|end| (end, *align)))
        .filter(|(end, _)| *end <= to)
}

fn sized(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    // "big red": a size before a noun is no predicate.
    let (end, scale) = scale_at(words, at, to)?;
    Some((end, vec![scaled(target, scale)]))
}

/// Another size: of letters where a text is meant, else of the thing.
pub(super) fn scaled(target: &Target, to: crate::instruction::Scale) -> Change {
    let target = target.clone();
    match to {
        crate::instruction::Scale::Times(times) if is_text(&target) => Change::SetType {
            target,
            setting: TypeSetting {
                scale: Some(times),
                ..TypeSetting::default()
            },
        },
        to => Change::Resize { target, to },
    }
}

fn canvas(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if !is_whole(target) {
        return None;
    }
    let (end, change) = canvas_at(words, at, to)?;
    one(end, Change::Reshape(change))
}

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
        "grainy|grain|film grain|noisy|noise|grainier",
    ),
    (
        Filter::Vintage,
        1.0,
        "vintage filter|vintage effect|retro filter|retro effect|old photo|old photograph|faded film|polaroid filter|instagram filter|vintage photo|polaroid|analog film",
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
pub(super) fn filter_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Filter, f32)> {
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

fn filter(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    let (at, factor) =
        amount_at(words, from, to).map_or((from, None), |(end, factor)| (end, Some(factor)));
    let at = at + usize::from(words.is(at, "more"));
    let (mut end, filter, amount) =
        filter_at(words, at, to).or_else(|| filter_at(words, from, to))?;
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
pub(super) fn tone_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Tone, f32)> {
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

fn toned(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    let mut at = from;
    let mut factor = None;
    let mut sign = 1.0;
    while at < to {
        if let Some((end, found)) =
            amount_at(words, at, to).filter(|(end, _)| *end < to && !words.is(at, "light|soft"))
        {
            factor = Some(found);
            at = end;
        } else if words.is(at, "more|higher|extra|increased|added|better") {
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

fn gone(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let end = words
        .one_of(
            at,
            "gone|invisible|disappear|vanish|removed|go away|deleted|hidden|not there|absent|erased",
        )
        .filter(|end| *end <= to)?;
    one(end, Change::Remove(target.clone()))
}

fn transparent(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let end = words
        .one_of(
            at,
            "transparent background|transparent|see-through|transparent bg|transparent backdrop|clear background",
        )
        .filter(|end| *end <= to)?;
    let end = end + usize::from(words.is(end, "png"));
    if is_whole(target) || target.what == Referent::Background {
        return one(end, Change::SetBackground(Fill::Transparent));
    }
    one(
        end,
        Change::Resurface {
            target: target.clone(),
            material: "transparent".into(),
        },
    )
}

fn recolored(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let (end, colors) = colors_at(words, at, to)?;
    // A colour before a noun belongs to the noun.
    let token = words.token(end).filter(|_| end < to);
    let noun = token.is_some_and(|token| token.is_word())
        && !words.is_empty_word(end)
        && !words.is(end, "instead|like|more|less|background|bold|gradient")
        && words.reader.noun_at(end, true).is_some();
    if noun || words.is(end, "background|backdrop|bg") {
        return None;
    }
    let gradient = words.is(end, "gradient");
    let end = end + usize::from(gradient);
    let gray = colors.len() == 2
        && colors
            .iter()
            .all(|color| matches!(color.name.as_str(), "black" | "white"));
    if gray && is_whole(target) {
        let target = Target::default();
        return one(
            end,
            Change::Filter {
                target,
                filter: Filter::Grayscale,
                amount: 1.0,
            },
        );
    }
    one(
        end,
        Change::Recolor {
            target: target.clone(),
            colors,
        },
    )
}

fn counted(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let from = at + usize::from(words.is(at, "only|exactly|just"));
    let (len, n) = crate::numbers::count_at(&words.reader.tokens, from)?;
    if words.is(from, "a|an") || from + len > to {
        return None;
    }
    let end = from + len;
    let mut target = target.clone();
    let Some(phrase) = phrase_at(&words.reader, from)
        .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())
    else {
        let known = matches!(target.what, Referent::Thing(_)) || target.what == Referent::Same;
        let closes = end >= to || words.is(end, "of|instead|in") || words.is_sep(end);
        if !known || !closes {
            return None;
        }
        let end = words
            .one_of(end, "of them|instead|of those|in total")
            .unwrap_or(end);
        return one(
            end,
            Change::Count {
                target,
                to: CountChange::Set(n),
            },
        );
    };
    if target.what == Referent::Same || target.what == Referent::Picture {
        target.what = match words.reader.noun_at(phrase.to.saturating_sub(1), true) {
            Some(_) => Referent::Thing(phrase.object.noun.clone()),
            None => Referent::Thing(phrase.object.noun.clone()),
        };
        target.color = phrase.object.color.clone();
        target.words = phrase.object.words.clone();
        target.span = phrase.object.span.clone();
    } else {
        return None;
    }
    let end = match words.one_of(phrase.to, "instead of|rather than|not") {
        Some(old) if old < to => crate::numbers::count_at(&words.reader.tokens, old)
            .map_or(phrase.to, |(len, _)| old + len),
        _ => phrase.to,
    };
    one(
        end,
        Change::Count {
            target,
            to: CountChange::Set(n),
        },
    )
}

/// Time, weather and season by their words.
pub(super) fn setting_at(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let (mut time, mut weather, mut season) = (None, None, None);
    let mut at = from;
    while at < to {
        let key = words.key(at);
        let found = if let Some(found) = time_of(words, at) {
            time = time.or(Some(found.1));
            found.0
        } else if let Some(found) = weather_of(key) {
            weather = weather.or(Some(found));
            1
        } else if let Some(found) = season_of(words, at) {
            season = season.or(Some(found));
            1
        } else if words.is(
            at,
            "with|and|in|a|the|at|during|very|of|full|under|like|more|it|is|covered|as|falling|into|its",
        ) && at + 1 < to
        {
            1
        } else {
            0
        };
        if found == 0 {
            break;
        }
        at += found;
    }
    // Trailing small words belong to what follows.
    while at > from
        && words.is(
            at - 1,
            "with|and|in|a|the|at|during|very|of|full|under|like|more|it|is|covered|as|falling|into|its",
        )
    {
        at -= 1;
    }
    if time.is_none() && weather.is_none() && season.is_none() {
        return None;
    }
    while at < to
        && words.is(
            at,
            "time|scene|sky|setting|light|lighting|weather|day|mood|atmosphere|hour|version|instead|landscape|outside|look|theme|everywhere|ground",
        )
    {
        at += 1;
    }
    one(
        at,
        Change::SetSetting {
            time,
            weather,
            season,
        },
    )
}

fn time_of(words: &Words<'_>, at: usize) -> Option<(usize, TimeOfDay)> {
    if words.phrase(at, "golden hour").is_some() {
        return Some((2, TimeOfDay::Sunset));
    }
    if words.phrase(at, "blue hour").is_some() {
        return Some((2, TimeOfDay::Dusk));
    }
    let time = match words.key(at) {
        "sunset" | "sundown" => TimeOfDay::Sunset,
        "sunrise" | "dawn" | "daybreak" => TimeOfDay::Dawn,
        "morning" => TimeOfDay::Morning,
        "dusk" | "twilight" | "evening" => TimeOfDay::Dusk,
        "night" | "midnight" | "nighttime" | "night-time" | "moonlit" | "starry" => {
            TimeOfDay::Night
        }
        "noon" | "midday" | "daytime" | "daylight" | "afternoon" | "day" => TimeOfDay::Day,
        _ => return None,
    };
    Some((1, time))
}

fn weather_of(key: &str) -> Option<Weather> {
    Some(match key {
        "sunny" | "sunshine" | "sunlight" => Weather::Sunny,
        "cloudy" | "overcast" => Weather::Cloudy,
        "rain" | "rainy" | "raining" | "drizzle" => Weather::Rain,
        "storm" | "stormy" | "thunderstorm" => Weather::Storm,
        "snow" | "snowing" | "snowy" | "snowfall" | "blizzard" | "snowstorm" => Weather::Snow,
        "fog" | "foggy" | "mist" | "misty" => Weather::Fog,
        "windy" | "breezy" => Weather::Wind,
        _ => return None,
    })
}

fn season_of(words: &Words<'_>, at: usize) -> Option<Season> {
    Some(match words.key(at) {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "autumn" | "fall" | "autumnal" => Season::Autumn,
        "winter" | "wintry" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

fn in_setting(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let scenic = is_whole(target)
        || target.what == Referent::Background
        || matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "sky" | "weather" | "season" | "time" | "scene" | "landscape" | "lighting") || lexicon().places.get(noun).is_some());
    scenic.then(|| setting_at(words, at, to)).flatten()
}

/// Dark mode, styles, moods.
fn themed(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if !is_whole(target) {
        return None;
    }
    theme_at(words, at, to)
}

const CARRIERS: &str = "style|styled|look|feel|aesthetic|theme|themed|vibe|vibes|mode|design|art|version|colors|colours|palette|\
    effect|illustration|painting|drawing|mood|ui|interface|filter|instead|scheme|rendering|image|picture|\
    photo|tones|color|colour|layout|artwork|poster|overall|flair|touch|atmosphere|render|print";

/// Reads the manner of the whole picture: "retro 70s colours", "more minimal, fewer details", "dark mode".
pub(super) fn theme_at(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let mut theme = ThemeChange::default();
    let mut at = from;
    let mut known = from;
    while at < to {
        if let Some(end) = words.one_of(
            at,
            "dark mode|dark theme|dark-mode|darkmode|dark ui|night mode|dark version|dark themed|dark interface|dark color scheme|dark colors",
        ) {
            theme.dark = Some(true);
            (at, known) = (end, end);
        } else if let Some(end) = words.one_of(
            at,
            "light mode|light theme|light-mode|lightmode|day mode|light version|light ui|light color scheme",
        ) {
            theme.dark = Some(false);
            (at, known) = (end, end);
        } else if let Some(end) = words.one_of(
            at,
            "fewer details|less detail|less details|less cluttered|less busy|less clutter|simpler|simplified|simplify|simple|cleaner|less detailed|fewer elements|decluttered|less crowded",
        ) {
            theme.simpler = true;
            (at, known) = (end, end);
        } else if let Some((len, (kind, name))) = look(words, at) {
            match kind {
                LookKind::Style => theme.styles.push(name.to_string()),
                LookKind::Mood => theme.moods.push(name.to_string()),
                LookKind::Typeface => theme.typeface = Some(name.to_string()),
            }
            (at, known) = (at + len, at + len);
        } else if known > from && words.is(at, CARRIERS) {
            (at, known) = (at + 1, at + 1);
        } else if let Some((end, colors)) = color_list(&words.reader, at).filter(|(end, _)| {
            *end <= to
                && (known > from
                    || words.is(
                        *end,
                        "palette|colors|tones|theme|scheme|colours",
                    )
                    || color_scheme(words, *end))
        }) {
            theme.palette.extend(colors);
            known = end;
            while known < to && words.is(known, CARRIERS) {
                known += 1;
            }
            at = known;
        } else if words.is(
            at,
            "our|brand|my|company|colors|colours|palette|more|a|an|the|in|very|style|of|with|and|like|hand-drawn|much|bit|slightly|really|some|as|look|to|into|using|kind|it|&|little|something|feel|overall|looking|super|color|scheme",
        ) || words.is_sep(at) && known > from
        {
            at += 1;
        } else {
            break;
        }
    }
    let named = theme.dark.is_some()
        || theme.simpler
        || !theme.styles.is_empty()
        || !theme.moods.is_empty()
        || theme.typeface.is_some()
        || !theme.palette.is_empty();
    (named && known > from).then(|| (known, vec![Change::SetTheme(theme)]))
}

fn color_scheme(words: &Words<'_>, at: usize) -> bool {
    words.phrase(at, "color scheme").is_some()
        || words.phrase(at, "colour scheme").is_some()
        || words.phrase(at, "color palette").is_some()
}

fn look<'w>(words: &'w Words<'_>, at: usize) -> Option<(usize, (LookKind, &'w str))> {
    if words.is(at, "comparative") {
        return None;
    }
    if let Some((len, (kind, name))) = lexicon().looks.at(&words.reader.tokens, at) {
        return Some((len, (*kind, name)));
    }
    let style = match words.key(at) {
        "minimal" | "minimalist" => "minimal",
        "70s" | "1970s" | "seventies" | "70's" => "seventies",
        "cartoony" => "cartoon",
        _ => return None,
    };
    Some((1, (LookKind::Style, style)))
}

fn resurfaced(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    if is_text(target) && !words.is(from, "made") {
        return None;
    }
    let mut at = from;
    while words.is(
        at,
        "made|of|out|from|in|look|like|it's|it|is|a|polished|brushed|real|solid|shiny|with",
    ) && at < to
    {
        if let Some(found) = material(words, at, to, target) {
            return Some(found);
        }
        at += 1;
    }
    material(words, at, to, target)
}

fn material(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let (len, adjective) = lexicon().adjectives.at(&words.reader.tokens, at)?;
    let Adjective::Material(material) = adjective else {
        return None;
    };
    let mut end = at + len;
    while end < to
        && words.is(
            end,
            "texture|pattern|material|finish|textured|surface|look|print",
        )
    {
        end += 1;
    }
    let noun = end < to
        && !words.is_empty_word(end)
        && !words.is_sep(end)
        && words.reader.noun_at(end, true).is_some();
    if noun || end > to {
        return None;
    }
    one(
        end,
        Change::Resurface {
            target: target.clone(),
            material: (*material).to_string(),
        },
    )
}

fn moved(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if target.what == Referent::Picture {
        return None;
    }
    let (end, location) = location_at(words, at, to)?;
    let settled = location.position.is_some()
        || location.relation.as_ref().is_some_and(|(kind, _)| {
            !matches!(
                kind,
                RelationKind::With
                    | RelationKind::Holding
                    | RelationKind::Wearing
                    | RelationKind::Riding
                    | RelationKind::Eating
                    | RelationKind::Chasing
                    | RelationKind::LookingAt
            )
        });
    if !settled || words.is(at, "in") && location.position.is_none() {
        return None;
    }
    one(
        end,
        Change::Move {
            target: target.clone(),
            to: location,
        },
    )
}

/// "a cow", "a red sports car": a noun that the target becomes.
pub(super) fn other_thing(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Item)> {
    let mut from = at;
    while words.is(from, "into|to|become|with|like|be|by|~|@with|as") && from < to {
        from += 1;
    }
    if let Some(text) = words.quote(from).filter(|_| from < to) {
        return Some((from + 1, super::additions::text_item(text)));
    }
    let phrase = phrase_at(&words.reader, from)
        .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())?;
    Some((phrase.to, Item::Things(phrase.object)))
}
