//! Backgrounds, as they are added and described.

use crate::colors::color_at;
use crate::instruction::arguments::colors_at;
use crate::instruction::predicates::{
    Parsed, background_at, fading, is_text, is_whole, setting_at, setting_of,
};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Fill, Referent, Target};
use crate::lexicon::{Adjective, lexicon};
use crate::tokens::Kind;

/// "a white background", "a beach background", "a gradient background from pink to blue".
pub(in crate::instruction) fn background(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const GROUND: &str = "background|backdrop|bg";
    // "on a pink background"
    let at =
        at + usize::from(words.is(at, "on|onto|against|before|over") && words.is(at + 1, "a|an"));
    let mut ground = at;
    while ground < to && ground < at + 9 && !words.is(ground, GROUND) {
        if words.is_sep(ground)
            || words.quote(ground).is_some()
            || words.is(ground, "in|on|with|to|the|over|behind|at")
                && ground > at
                && !between_colors(words, ground)
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
    let end = ground + 1;
    let idle = (at..ground).all(|i| {
        words.is_empty_word(i)
            || words.is(
                i,
                "new|solid|plain|color|different|clean|simple|colored|full|studio|pure",
            )
    });
    if idle {
        return told_behind(words, end, to);
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
    if let Some(found) = setting_at(words, at, ground)
        && found.0 >= ground
    {
        let (_, changes) = setting_of(&behind(), found);
        return Some((end, changes));
    }
    // "a wooden background"
    if let Some((len, Adjective::Material(material))) =
        lexicon().adjectives.at(&words.reader.tokens, from)
        && from + len == ground
    {
        let change = Change::Resurface {
            target: behind(),
            material: (*material).to_string(),
        };
        return Some((end, vec![change]));
    }
    let scene = words.text(from, ground).to_string();
    let known = (from..ground).any(|i| {
        words.reader.noun_at(i, true).is_some()
            || lexicon().places.at(&words.reader.tokens, i).is_some()
    });
    known.then(|| (end, vec![Change::SetBackground(Fill::Scene(scene))]))
}

/// "soft yellow background with white dots": a ground and the pattern on it.
pub(in crate::instruction) fn patterned(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let split = (at + 1..to).find(|&i| words.is(i, "with"))?;
    let (end, mut changes) = background(words, at, split).filter(|(end, _)| *end == split)?;
    let plain = matches!(
        changes.as_slice(),
        [Change::SetBackground(Fill::Color(_) | Fill::Gradient(_))]
    );
    let from = end + 1 + usize::from(words.is(end + 1, "some|small|tiny|little|big"));
    let (done, mut more) = background_at(words, from, to)?;
    let pattern = matches!(more.as_slice(), [Change::SetBackground(Fill::Pattern(..))]);
    changes.append(&mut more);
    (plain && pattern && words.closes(done, to)).then_some((done, changes))
}

/// "flat light blue behind the kettle", "just plain white behind it": a plain ground, by where it lies.
pub(in crate::instruction) fn plain_behind(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = words
        .one_of(at, "i just want|i only want|we just want|just want|only want|i just need|we just need|i'd like|i want")
        .unwrap_or(at);
    while words.is(from, "just|only|a|an|flat|plain|solid|simple|pure|clean") && from < to {
        from += 1;
    }
    let (end, mut colors) = colors_at(words, from, to).filter(|(_, colors)| colors.len() == 1)?;
    let start = words.one_of(end, "behind")?;
    let (end, _) = target_at(words, start, to, Reach::Bare)?;
    let fill = Fill::Color(colors.remove(0));
    words
        .closes(end, to)
        .then(|| (end, vec![Change::SetBackground(fill)]))
}

/// "starry space scene", "a beach": whether words end in a place, or in a word for what is seen of one.
fn scenery(words: &Words<'_>, at: usize, to: usize) -> bool {
    const SEEN: &str = "scene|scenery|view|landscape|backdrop|setting";
    let place = (at..to).any(|i| {
        let found = lexicon().places.at(&words.reader.tokens, i);
        found.is_some_and(|(len, place)| {
            i + len == to && !place.thing || i + len + 1 == to && words.is(to - 1, SEEN)
        })
    });
    place || to > at + 1 && words.is(to - 1, "skyline|scenery|landscape")
}

/// "blue to purple": whether a joint stands between two colours.
fn between_colors(words: &Words<'_>, at: usize) -> bool {
    let color = |at: usize| color_at(&words.reader.tokens, at).is_some();
    words.is(at, "to") && color(at - 1) && color(at + 1)
}

/// "some polka dots to the background": a pattern, or a colour, that goes there.
pub(in crate::instruction) fn onto_ground(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const ONTO: &str = "to the background|on the background|onto the background|in the background|as a background|to background|\
        behind everything|as the background";
    let behind = |i: usize| {
        let start = words.one_of(i, "behind")?;
        let (end, other) = target_at(words, start, to, Reach::Bare)?;
        (is_text(&other) || is_whole(&other)).then_some(end)
    };
    let (split, end) =
        (at + 1..to).find_map(|i| Some((i, words.one_of(i, ONTO).or_else(|| behind(i))?)))?;
    let mut from = at;
    while words.is(from, "some|a|an|few|subtle|light|little|small|tiny|big") && from < split {
        from += 1;
    }
    let (done, changes) = background_at(words, from, split)
        .or_else(|| scenery(words, from, split).then(|| described(words, from, split))?)?;
    (done == split && end <= to).then_some((end, changes))
}

/// "background: white", "background should be blue".
fn told_behind(words: &Words<'_>, mut end: usize, to: usize) -> Parsed {
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
    background_at(words, end, to)
        .or_else(|| {
            let found =
                setting_at(words, end, to).filter(|(done, _)| words.skip_idle(*done, to) >= to)?;
            Some(setting_of(&behind(), found))
        })
        .or_else(|| described(words, end, to))
}

/// What lies behind the subject.
pub(in crate::instruction) fn behind() -> Target {
    Target {
        what: Referent::Background,
        ..Target::default()
    }
}

/// The rest of the clause as the description of a scene, when it has a thing or a place.
pub(in crate::instruction) fn described(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
