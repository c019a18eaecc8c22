//! The picture of a calendar sheet.

use plantain_art::Category;
use plantain_read::Component;
use plantain_scene::build::rect;
use plantain_scene::color::Token;
use plantain_scene::node::Node;

use crate::components::diagram::Sheet;
use crate::components::print::Zone;
use crate::components::print::art::centred;

/// Hangs the picture that the prompt names over the days, or beside them on a wide sheet; returns what is left for the days.
pub(super) fn hung(sheet: &Sheet<'_>, nodes: &mut Vec<Node>) -> Zone {
    const ABOVE: f32 = 0.38;
    const BESIDE: f32 = 0.32;
    let brief = sheet.studio.brief;
    let shown = brief
        .described
        .iter()
        .filter(|part| matches!(part.kind, Component::Photo))
        .map(|part| part.words.as_str());
    let things = brief
        .objects
        .iter()
        .filter(|object| !object.absent)
        .map(|object| object.noun.as_str());
    let body = sheet.body;
    let gap = sheet.margin * 0.7;
    let (panel, rest) = if body.h > body.w * 0.8 {
        body.rows(ABOVE, gap)
    } else {
        body.columns(BESIDE, gap)
    };
    let inner = panel.inset(panel.w.min(panel.h) * 0.08);
    let ground = sheet.rgb(Token::AccentSoft);
    let words = things.chain(shown).filter(|words| !words.is_empty());
    let found = words
        .map(|words| strewn(sheet, words, inner))
        .find(|pictures| !pictures.is_empty());
    let Some(pictures) = found else {
        return body;
    };
    nodes.push(
        panel
            .hold(rect())
            .fill(ground)
            .radius(sheet.theme.radius.min(20.0))
            .role("picture"),
    );
    nodes.extend(pictures);
    rest
}

/// The thing in a panel: one that grows or is eaten stands along a long panel several times, large and small, any other once
/// in the middle.
fn strewn(sheet: &Sheet<'_>, words: &str, panel: Zone) -> Vec<Node> {
    const SIZES: [f32; 3] = [0.62, 1.0, 0.78];
    const SIDES: [f32; 3] = [0.9, 0.5, 0.08];
    let draw = |zone: Zone| sheet.picture_of(words, zone, sheet.rgb(Token::Accent));
    let (short, long) = (panel.w.min(panel.h), panel.w.max(panel.h));
    let many = plantain_art::find_object(words).is_some_and(|found| {
        matches!(
            found.object.kind().category,
            Category::Plant | Category::Food
        )
    });
    if !many || long < short * 1.5 {
        return draw(centred(panel, short)).into_iter().collect();
    }
    let step = long / SIZES.len() as f32;
    let side = short.min(step * 1.04);
    SIZES
        .iter()
        .zip(SIDES)
        .enumerate()
        .filter_map(|(n, (size, across))| {
            let d = side * size;
            let along = step * (n as f32 + 0.5) - d * 0.5;
            let beside = (short - d) * across;
            let (x, y) = if panel.h > panel.w {
                (beside, along)
            } else {
                (along, beside)
            };
            draw(Zone::new(panel.x + x, panel.y + y, d, d))
        })
        .collect()
}
