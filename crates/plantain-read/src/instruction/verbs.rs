//! Verbs of instructions.

use std::sync::OnceLock;

use super::words::Words;
use crate::instruction::{Filter, Tone};
use crate::lexicon::Phrases;

/// What a verb does to its object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Verb {
    /// "make it bigger": the object becomes what follows.
    Make,
    /// "change X to Y", "set X to Y".
    Change,
    /// "turn X into Y", "turn 90 degrees", "turn up X".
    Turn,
    Replace,
    Swap,
    Add,
    /// "put X on Y": moves what is there and adds what is not.
    Put,
    /// "use X", "apply X", "give it X".
    Apply,
    Give,
    Remove,
    /// "take X away".
    Take,
    Move,
    Align,
    /// "sort by price".
    Sort,
    /// By this factor unless said otherwise.
    Scale(f32),
    /// "double the number of", "double the size of".
    Times(f32),
    /// "increase", "reduce": the direction.
    Shift(f32),
    Recolor,
    /// "mark X as sold out".
    Mark,
    /// "cross out X".
    Strike,
    /// "cancel X".
    Cancel,
    /// "tick off X".
    Tick,
    Write,
    /// "watermark it with ACME".
    Watermark,
    Rename,
    Fix,
    Tone(Tone, f32),
    Filter(Filter),
    /// "bold the title".
    Set(Setting),
    Crop,
    Cut,
    Rotate,
    Flip,
    Mirror,
    Extend,
    Upscale,
    Zoom,
    Extract,
    Compose,
    Style,
    Keep,
    /// "leave the text".
    Leave,
    Fill,
    /// Needs new content whatever its object is.
    Generate,
    /// "ignore", "reveal": never for pictures.
    Refuse,
}

/// How letters are set, as a verb says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Setting {
    Bold,
    Italic,
    Underline,
    Upper,
    Lower,
}

const VERBS: &[(Verb, &str)] = &[
    (
        Verb::Make,
        "make|render|get|have|let|want|draw it as|redo|remake|makes|making|keep it but make",
    ),
    (
        Verb::Change,
        "change|alter|modify|update|set|edit|adjust|switch|convert|transform|vary|revise|amend|swap to|changing|chnage|cahnge|chang|change out|make over|redesign|tweak",
    ),
    (Verb::Turn, "turn"),
    (
        Verb::Replace,
        "replace|substitute|exchange|swap out|switch out|trade|replaces|replacing|repalce|subtitute",
    ),
    (
        Verb::Swap,
        "swap|flip places|switch sides|swap sides|change sides|switch places|switch their places|swap their places|change places|switch the places of|switch their positions|swap their positions|exchange their places|trade their places|reverse their order|let them switch places|have them switch places|interchange|trade places|swap places|swap the positions of|swap the places of|switch the positions of|reverse the positions of|exchange the positions of",
    ),
    (
        Verb::Add,
        "add|insert|include|append|overlay|attach|superimpose|introduce|throw in|stamp|paste|draw|adding|toss in|draw in|show|ad|create|generate|display|put in|need|stick on|slap on|sprinkle",
    ),
    (
        Verb::Put,
        "put|place|stick|lay|hang|pop|slap|drop in|plonk|plop|park|seat",
    ),
    (Verb::Apply, "apply|use|try|go for|go with|adopt"),
    (Verb::Give, "give"),
    (
        Verb::Remove,
        "remove|delete|erase|get rid of|rid of|take away|take out|take off|drop|clear|clear out|clear away|wipe|wipe out|lose|eliminate|hide|strip|strip out|strip away|clean up|kill|ditch|cut away|edit out|photoshop out|paint out|retouch out|omit|exclude|scrap|remvoe|remove out|removing|discard|scrub|banish|subtract|uninstall",
    ),
    (Verb::Take, "take"),
    (
        Verb::Move,
        "move|shift|relocate|reposition|drag|bring|position|nudge|push|pull|send|moving|slide|lower|raise|lift",
    ),
    (
        Verb::Align,
        "align|center|centre|distribute|arrange|line up|line them up|line it up|line everything up|justify|left align|right align|left-align|right-align|center align|center-align",
    ),
    (
        Verb::Sort,
        "sort|rank|reorder|re-order|order|re-sort|resort|sort out|put in order",
    ),
    (
        Verb::Scale(1.3),
        "enlarge|grow|magnify|scale up|size up|enlarging|blow up",
    ),
    (
        Verb::Scale(0.7),
        "shrink|scale down|size down|downsize|minimize",
    ),
    (Verb::Scale(1.0), "resize|scale|rescale"),
    (Verb::Times(2.0), "double"),
    (Verb::Times(3.0), "triple"),
    (Verb::Times(4.0), "quadruple"),
    (Verb::Times(0.5), "halve"),
    (
        Verb::Shift(1.0),
        "increase|boost|raise the|turn up|crank up|bump up|up the|enhance|strengthen|intensify|amplify|bump",
    ),
    (
        Verb::Shift(-1.0),
        "decrease|reduce|lessen|turn down|cut down|tone down|lower the|weaken|dial down|diminish|minimise|discount",
    ),
    (
        Verb::Recolor,
        "color|colour|recolor|recolour|paint|dye|tint|repaint|re-color|re-colour|spray|highlight",
    ),
    (Verb::Mark, "mark|flag|tag|emphasize|emphasise|accentuate"),
    (
        Verb::Strike,
        "cross out|strike out|strike through|strikethrough|cross off|strike",
    ),
    (Verb::Cancel, "cancel|call off"),
    (Verb::Tick, "tick off|check off|tick"),
    (Verb::Watermark, "watermark"),
    (
        Verb::Write,
        "write|print|type|spell out|engrave|inscribe|letter",
    ),
    (Verb::Rename, "rename|reword|relabel|retitle|call"),
    (Verb::Fix, "fix|correct|repair|spell"),
    (
        Verb::Tone(Tone::Brightness, 0.3),
        "brighten|lighten|brighten up|lighten up|light up|brightening|illuminate|relight",
    ),
    (Verb::Tone(Tone::Brightness, -0.3), "darken|dim|underexpose"),
    (Verb::Tone(Tone::Warmth, 0.3), "warm|warm up"),
    (Verb::Tone(Tone::Warmth, -0.3), "cool|cool down|cool off"),
    (Verb::Tone(Tone::Saturation, 0.3), "saturate"),
    (
        Verb::Tone(Tone::Saturation, -0.6),
        "desaturate|mute|de-saturate",
    ),
    (
        Verb::Filter(Filter::Sharpen),
        "sharpen|deblur|de-blur|unblur|sharpen up",
    ),
    (Verb::Filter(Filter::Blur), "blur|blur out|soften|defocus"),
    (
        Verb::Filter(Filter::Denoise),
        "denoise|de-noise|smooth out the noise|clean the noise",
    ),
    (
        Verb::Filter(Filter::Pixelate),
        "pixelate|pixelize|pixelise|censor",
    ),
    (Verb::Filter(Filter::Posterize), "posterize|posterise"),
    (Verb::Filter(Filter::Invert), "invert|invert the colors of"),
    (Verb::Filter(Filter::Emboss), "emboss"),
    (Verb::Filter(Filter::Vignette), "vignette"),
    (
        Verb::Filter(Filter::AutoLevels),
        "auto correct|autocorrect|auto enhance|auto-enhance|auto level|auto-level",
    ),
    (Verb::Set(Setting::Bold), "bold|embolden|bolden"),
    (Verb::Set(Setting::Italic), "italicize|italicise"),
    (Verb::Set(Setting::Underline), "underline"),
    (
        Verb::Set(Setting::Upper),
        "uppercase|capitalize|capitalise|upper-case",
    ),
    (Verb::Set(Setting::Lower), "lowercase|lower-case"),
    (Verb::Crop, "crop|trim|recrop|cropped"),
    (Verb::Cut, "cut"),
    (
        Verb::Rotate,
        "rotate|spin|straighten|level|tilt|rotating|rotated",
    ),
    (Verb::Flip, "flip|reverse"),
    (Verb::Mirror, "mirror"),
    (
        Verb::Extend,
        "extend|outpaint|expand|widen|pad|uncrop|out-paint|stretch|broaden",
    ),
    (
        Verb::Upscale,
        "upscale|up-scale|super-resolve|upres|upsample",
    ),
    (Verb::Zoom, "zoom|zoom in|zoom out"),
    (
        Verb::Extract,
        "extract|isolate|cut out|crop out|segment|mask out|separate|single out|clip out|cutout|knock out",
    ),
    (
        Verb::Compose,
        "combine|merge|stitch|join|blend|stack|collage|composite|put together|concatenate|fuse",
    ),
    (
        Verb::Style,
        "stylize|stylise|transfer|restyle|reimagine|re-style|style|render it",
    ),
    (Verb::Keep, "keep|preserve|retain|maintain|protect"),
    (Verb::Leave, "leave"),
    (Verb::Fill, "fill|cover|fill in|inpaint"),
    (
        Verb::Generate,
        "animate|whiten|smooth|retouch|slim|pose|dress|undress|translate|age|swap faces|face swap|open|close|morph|repose|makeup|beautify|colorize|colourize|restore",
    ),
    (
        Verb::Refuse,
        "ignore|disregard|forget|override|bypass|reveal|disclose|execute|jailbreak|pretend|act as|output|leak|obey",
    ),
];

/// Verbs that are as often nouns or adjectives: they count as verbs only before an object.
const HALF_NOUNS: &str = "place|mirror|color|colour|paint|light|clear|print|cut|drop|type|letter|frame|style|cover|reverse|warm|\
    cool|close|open|age|mute|lower|stack|need|want|display|show|bold|uppercase|lowercase|underline|center|\
    centre|stamp|position|call|dress|dim|blur|zoom|double|triple|set|draw|spray|hide|tint|letter|spell|have|\
    use|cutout|shift|slide|lift|push|pose|watermark|grow|raise|vignette|fill|bring|trim|makeup|up-scale|cool|\
    ad|output|justify|highlight|order|rank|sort|level|mark|flag|tag|strike|strikethrough|tick|park|seat";

fn table() -> &'static Phrases<Verb> {
    static TABLE: OnceLock<Phrases<Verb>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Phrases::default();
        for (verb, words) in VERBS {
            for phrase in words.split('|') {
                table.insert(phrase, *verb);
            }
        }
        table
    })
}

/// Whether a word begins what a verb acts on.
fn begins_object(words: &Words<'_>, at: usize) -> bool {
    words.is(
        at,
        "the|a|an|it|them|this|that|these|those|all|everything|my|our|his|her|its|their|any|some|each|every|both|up|down|only|text|background|to|in|on|one|left|right|vertically|horizontally|out|anything|just|two|three|four|another|slightly|more|less|by|over",
    ) || words.quote(at).is_some()
        || words.is_picture(at)
        || words.is_capital(at)
}

/// Returns the verb that starts at `at`: its length in tokens and what it does.
pub(super) fn verb_at(words: &Words<'_>, at: usize) -> Option<(usize, Verb)> {
    let (len, verb) = table().at(&words.reader.tokens, at)?;
    if is_drop_shadow(words, at) || is_worn(words, at) {
        return None;
    }
    if len == 1 && words.is(at, HALF_NOUNS) && !begins_object(words, at + 1) {
        return None;
    }
    Some((len, *verb))
}

/// Whether a lower-case word is a verb of instructions.
pub(crate) fn is_verb(word: &str) -> bool {
    table().get(word).is_some()
}

/// As [`verb_at`], where nothing but a verb can stand: at the start of the instruction.
pub(super) fn leading_verb_at(words: &Words<'_>, at: usize) -> Option<(usize, Verb)> {
    let (len, verb) = table().at(&words.reader.tokens, at)?;
    (!is_drop_shadow(words, at) && !is_worn(words, at)).then_some((len, *verb))
}

/// "dress in burgundy": what has a colour is no verb.
fn is_worn(words: &Words<'_>, at: usize) -> bool {
    words.is(at, "dress|frame|cover|lift|flag|mirror")
        && words.is(at + 1, "in")
        && crate::colors::color_at(&words.reader.tokens, at + 2).is_some()
}

/// "white background, drop shadow": a kind of shadow; "drop the shadow" takes one away.
fn is_drop_shadow(words: &Words<'_>, at: usize) -> bool {
    words.is(at, "drop") && words.is(at + 1, "shadow|shadows")
}
